"""The tempo along a piece."""

import numpy as np
import pytest

from core.rhythm.grid import NO_BEATS, BeatGrid
from core.rhythm.tempo_curve import tempo_curve


def grid_of(beats: np.ndarray, beats_per_bar: int = 4) -> BeatGrid:
    return BeatGrid(beats, np.arange(len(beats)) % beats_per_bar + 1, 120.0, beats_per_bar)


def test_even_beats_have_one_tempo() -> None:
    curve = tempo_curve(grid_of(np.arange(40) * 0.5))
    assert curve.tempi == pytest.approx(np.full(39, 120.0))
    assert curve.times[0] == 0.25


def test_swing_within_a_bar_cancels_and_a_change_of_tempo_stays() -> None:
    even = np.arange(32) * 0.5
    swung = even + np.where(np.arange(32) % 2, 0.06, 0.0)
    slower = swung[-1] + 0.44 + np.arange(1, 33) * 0.75
    curve = tempo_curve(grid_of(np.concatenate([swung, slower])))
    assert curve.tempi[4:24] == pytest.approx(np.full(20, 120.0), rel=1e-9)
    assert curve.tempi[40:] == pytest.approx(np.full(len(curve) - 40, 80.0))
    assert curve.at(float(slower[10])) == pytest.approx(80.0)


def test_a_pause_without_beats_has_no_tempo_and_does_not_bend_what_is_around_it() -> None:
    beats = np.concatenate([np.arange(16) * 0.5, 20 + np.arange(16) * 0.5])
    curve = tempo_curve(grid_of(beats))
    assert np.flatnonzero(np.isnan(curve.tempi)).tolist() == [15]
    assert np.nan_to_num(curve.tempi, nan=120.0) == pytest.approx(np.full(31, 120.0))


@pytest.mark.parametrize("n_beats", [0, 1])
def test_without_two_beats_there_is_no_curve(n_beats: int) -> None:
    grid = NO_BEATS if n_beats == 0 else grid_of(np.array([1.0]))
    assert len(tempo_curve(grid)) == 0
    assert np.isnan(tempo_curve(grid).at(1.0))
