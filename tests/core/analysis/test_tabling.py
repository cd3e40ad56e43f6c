"""Tables under a grid: only rows whose passage changed are measured again."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.analysis import Measured, find_beats, measure, tables, tabling
from core.audio.clip import AudioClip, SourceFormat, content_id_of
from core.features.columns import SONG_COLUMNS
from core.rhythm.grid import BeatGrid
from core.synthesis import synthesise

N = len(SONG_COLUMNS)


def clip_of(seed: int) -> AudioClip:
    made = synthesise(seconds=12.0, seed=seed, sr=22050)
    y = np.ascontiguousarray(made.y.mean(axis=1) if made.y.ndim == 2 else made.y, np.float32)
    return AudioClip(Path("made.wav"), y, content_id_of(y), SourceFormat("WAV", "FLOAT", 22050, 1))


@pytest.fixture(scope="module")
def measured() -> Measured:
    return measure(clip_of(7))


@pytest.fixture(scope="module")
def grid(measured: Measured) -> BeatGrid:
    return find_beats(measured).grid


def moved(grid: BeatGrid, beat: int, seconds: float) -> BeatGrid:
    times = grid.beat_times.copy()
    times[beat] += seconds
    return replace(grid, beat_times=times)


@pytest.fixture
def measured_passages(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """The passages that are measured from here on."""
    asked: list[tuple[int, int]] = []
    measure_rows = tabling.measure_rows

    def noting(y: np.ndarray, bounds: list[tuple[int, int]], *more: object) -> np.ndarray:
        asked.extend(bounds)
        return measure_rows(y, bounds, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(tabling, "measure_rows", noting)
    return asked


def test_a_moved_beat_costs_the_two_beats_around_it_and_their_bar(
    measured: Measured, grid: BeatGrid, measured_passages: list[tuple[int, int]]
) -> None:
    before = tables(measured, grid)
    measured_passages.clear()
    beat = int(np.flatnonzero(grid.positions == 3)[1])  # inside a bar, so that no bar changes
    after = tables(measured, moved(grid, beat, 0.02), previous=before)
    assert len(measured_passages) == 2
    same = np.ones(len(grid), bool)
    same[beat - 1 : beat + 1] = False
    assert after.beats.values[same].tobytes() == before.beats.values[same].tobytes()
    assert (after.beats.values[~same, :N] != before.beats.values[~same, :N]).any(axis=1).all()
    assert after.bars.values.tobytes() == before.bars.values.tobytes()


def test_a_moved_downbeat_changes_the_two_bars_that_meet_there(
    measured: Measured, grid: BeatGrid, measured_passages: list[tuple[int, int]]
) -> None:
    before = tables(measured, grid)
    measured_passages.clear()
    beat = int(np.flatnonzero(grid.positions == 1)[2])
    after = tables(measured, moved(grid, beat, 0.02), previous=before)
    assert len(measured_passages) == 4
    changed = (after.bars.values != before.bars.values) & ~(np.isnan(after.bars.values) & np.isnan(before.bars.values))
    assert changed.any(axis=1).sum() == 2


def test_the_same_grid_measures_nothing_and_gives_the_same_bits(
    measured: Measured, grid: BeatGrid, measured_passages: list[tuple[int, int]]
) -> None:
    before = tables(measured, grid)
    measured_passages.clear()
    after = tables(measured, grid, previous=before)
    assert measured_passages == []
    for name in ("songs", "bars", "beats"):
        assert getattr(after, name).values.tobytes() == getattr(before, name).values.tobytes()
        assert getattr(after, name).uuids == getattr(before, name).uuids


def test_another_position_of_the_one_keeps_every_beat_but_its_place(measured: Measured, grid: BeatGrid) -> None:
    before = tables(measured, grid)
    shifted = replace(grid, positions=(grid.positions % 4) + 1)
    after = tables(measured, shifted, previous=before)
    assert after.beats.values[:, : N + 2].tobytes() == before.beats.values[:, : N + 2].tobytes()
    assert (after.beats.column("position") == shifted.positions).all()


def test_the_tempo_follows_the_grid_even_where_nothing_is_measured_again(
    measured: Measured, grid: BeatGrid, measured_passages: list[tuple[int, int]]
) -> None:
    before = tables(measured, grid)
    assert before.songs.column("bpm").tolist() == [grid.tempo]
    np.testing.assert_allclose(before.beats.column("bpm")[:-1], 60 / np.diff(grid.beat_times), rtol=1e-12)
    measured_passages.clear()
    positions = np.ones(len(grid), np.int64)  # every beat a bar
    after = tables(measured, replace(grid, positions=positions, tempo=2 * grid.tempo), previous=before)
    assert measured_passages == []
    assert after.songs.column("bpm").tolist() == [2 * grid.tempo]
    n = len(grid)
    np.testing.assert_array_equal(after.bars.column("bpm")[-n:], before.beats.column("bpm"))


def test_rows_taken_over_are_those_of_a_fresh_measurement_within_rounding(measured: Measured, grid: BeatGrid) -> None:
    """Slices go through the transforms in batches, so that the last bits of float32 depend on the neighbours."""
    other = moved(grid, 5, 0.02)
    fresh, reused = tables(measured, other), tables(measured, other, previous=tables(measured, grid))
    for name in ("bars", "beats"):
        mine, theirs = getattr(reused, name).values, getattr(fresh, name).values
        scale = np.nanmax(np.abs(theirs), axis=0)
        np.testing.assert_allclose(mine / scale, theirs / scale, rtol=0, atol=2e-6)


@pytest.mark.parametrize("cut", ["bars", "beats", "fixed"])
def test_every_cut_can_be_made_from_tables_of_another(measured: Measured, grid: BeatGrid, cut: str) -> None:
    fresh = tables(measured, grid, cut)  # type: ignore[arg-type]
    reused = tables(measured, grid, cut, previous=tables(measured, grid))  # type: ignore[arg-type]
    assert reused.beats.values.tobytes() == fresh.beats.values.tobytes()
    np.testing.assert_allclose(reused.bars.values, fresh.bars.values, rtol=1e-4, atol=1e-6, equal_nan=True)


def test_measuring_and_tabling_change_nothing_they_are_given(measured: Measured, grid: BeatGrid) -> None:
    y, beats = measured.y.copy(), grid.beat_times.copy()
    before = tables(measured, grid)
    values = before.beats.values.copy()
    tables(measured, moved(grid, 4, 0.02), previous=before)
    assert (measured.y == y).all()
    assert (grid.beat_times == beats).all()
    assert before.beats.values.tobytes() == values.tobytes()


def test_tables_of_other_audio_are_refused(measured: Measured, grid: BeatGrid) -> None:
    other = measure(clip_of(8))
    with pytest.raises(ValueError, match="other audio"):
        tables(measured, grid, previous=tables(other, find_beats(other).grid))


def test_without_beats_there_are_tables_without_rows(measured: Measured) -> None:
    from core.rhythm.grid import NO_BEATS

    empty = tables(measured, NO_BEATS, previous=tables(measured, find_beats(measured).grid))
    assert (len(empty.songs), len(empty.bars), len(empty.beats)) == (1, 0, 0)
    assert np.isnan(empty.songs.column("bpm")[0])
