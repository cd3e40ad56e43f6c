"""Where a piece is cut."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.features.passages import bar_passages, beat_passages, fixed_passages, genre_windows, tempi
from core.rhythm.grid import NO_BEATS, BeatGrid

GRID = BeatGrid(np.array([0.5, 1.0, 1.5, 2.0, 2.5]), np.array([4, 1, 2, 3, 1]), 120.0, 4)


def test_bars_cover_the_piece_and_the_pick_up_is_bar_zero() -> None:
    bars = bar_passages(GRID, 22050 * 4)
    assert bars.bounds == ((0, 22050), (22050, 55125), (55125, 88200))
    assert bars.bars.tolist() == [0, 1, 2]
    assert bars.starts.tolist() == [0.0, 1.0, 2.5]


def test_beats_carry_their_bar_and_their_place_in_it() -> None:
    beats = beat_passages(GRID, 22050 * 4)
    assert beats.bars.tolist() == [0, 1, 1, 1, 2]
    assert beats.positions.tolist() == [4, 1, 2, 3, 1]
    assert beats.ends[-1] == 4.0


def test_a_piece_without_beats_has_no_passages() -> None:
    assert len(bar_passages(NO_BEATS, 22050)) == len(beat_passages(NO_BEATS, 22050)) == 0
    assert len(fixed_passages(float("nan"), 22050)) == 0


def test_a_beats_tempo_is_its_distance_to_the_next_and_the_last_has_none() -> None:
    grid = BeatGrid(np.array([0.5, 1.0, 1.75, 2.0]), np.array([1, 2, 3, 4]), 120.0, 4)
    found = tempi(grid, beat_passages(grid, 22050 * 4).bounds)
    np.testing.assert_array_equal(found, [120.0, 80.0, 240.0, np.nan])


def test_a_bars_tempo_is_its_number_of_beats_over_their_time() -> None:
    found = tempi(GRID, bar_passages(GRID, 22050 * 4).bounds)
    np.testing.assert_array_equal(found, [60 / 0.5, 60 * 3 / 1.5, np.nan])
    swung = replace(GRID, beat_times=np.array([0.5, 1.0, 1.9, 2.1, 2.5]))
    np.testing.assert_array_equal(tempi(swung, bar_passages(swung, 22050 * 4).bounds), found)


def test_the_last_bar_has_the_tempo_of_the_beats_that_are_there() -> None:
    grid = BeatGrid(np.array([0.0, 0.5, 1.0]), np.array([1, 2, 3]), 120.0, 4)
    assert tempi(grid, bar_passages(grid, 22050 * 60).bounds).tolist() == [120.0]


def test_a_break_without_beats_has_no_tempo() -> None:
    times = np.array([0.0, 0.5, 1.0, 31.0, 31.5])
    grid = BeatGrid(times, np.array([1, 2, 3, 4, 1]), 120.0, 4)
    np.testing.assert_array_equal(
        tempi(grid, beat_passages(grid, 22050 * 40).bounds), [120.0, 120.0, np.nan, 120.0, np.nan]
    )
    assert tempi(grid, bar_passages(grid, 22050 * 40).bounds)[0] == 120.0


def test_rows_of_the_fixed_grid_have_the_tempo_of_the_beats_in_them() -> None:
    bounds = ((0, 22050), (22050, 44100), (44100, 66150), (66150, 88200))
    np.testing.assert_array_equal(tempi(GRID, bounds), [120.0, 120.0, 120.0, np.nan])
    np.testing.assert_array_equal(tempi(NO_BEATS, bounds), [np.nan] * 4)
    assert tempi(GRID, ()).shape == (0,)


def test_the_fixed_grid_ends_with_the_piece_in_whole_milliseconds() -> None:
    bounds = fixed_passages(120.0, 22050 * 5 + 7).bounds
    assert bounds == ((0, 44100), (44100, 88200), (88200, 110250))


@given(seconds=st.floats(0.01, 4000))
def test_genre_windows_are_half_a_minute_and_reach_the_end(seconds: float) -> None:
    n_samples = max(1, int(seconds * 22050))
    windows = genre_windows(n_samples)
    assert windows[0][0] == 0
    assert windows[-1][1] == n_samples
    if len(windows) > 1:
        assert {end - start for start, end in windows} == {30 * 22050}
        assert all(0 < b[0] - a[0] <= 30 * 22050 for a, b in pairwise(windows))
