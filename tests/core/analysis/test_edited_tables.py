"""Tables that follow edits of the beats, there and back."""

from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.analysis import Measured, analyse_signal, find_beats, measure, tables
from core.analysis.row_store import RowStore
from core.analysis.tabling import bar_table, beat_table, song_table
from core.audio.clip import AudioClip, SourceFormat, content_id_of
from core.errors import RhythmError
from core.features.passages import Passages, bar_passages, beat_passages
from core.features.rows import measure_rows
from core.features.table import Tables
from core.rhythm.edit_history import EditHistory
from core.rhythm.grid import NO_BEATS, BeatGrid
from core.synthesis import synthesise
from tests.core.rhythm.random_edits import random_edit

STEADY = BeatGrid(0.1 + 0.25 * np.arange(8), np.arange(8) % 4 + 1, 240.0, 4)


def made_clip(seconds: float) -> AudioClip:
    made = synthesise(seconds=seconds, seed=3, sr=22050)
    y = np.ascontiguousarray(made.y.mean(axis=1) if made.y.ndim == 2 else made.y, np.float32)
    return AudioClip(Path("made.wav"), y, content_id_of(y), SourceFormat("WAV", "FLOAT", 22050, 1))


@pytest.fixture(scope="module")
def clip() -> AudioClip:
    return made_clip(5.0)


@pytest.fixture(scope="module")
def short() -> Measured:
    """A piece whose rows are measured in a moment."""
    return measure(made_clip(2.0))


@pytest.fixture(scope="module")
def measured(clip: AudioClip) -> Measured:
    return measure(clip)


def assert_identical(one: Tables, other: Tables) -> None:
    for name in ("songs", "bars", "beats"):
        table, same = getattr(one, name), getattr(other, name)
        assert table.uuids == same.uuids
        assert table.values.tobytes() == same.values.tobytes()


def assert_same_numbers(one: Tables, other: Tables) -> None:
    """Check tables whose rows went through the transforms beside other ones: these differ in the last bits."""
    for name in ("songs", "bars", "beats"):
        table, same = getattr(one, name), getattr(other, name)
        assert table.uuids == same.uuids
        np.testing.assert_allclose(table.values, same.values, rtol=1e-4, atol=1e-4)


class Followed:
    """The tables of whatever grid, from rows that are measured once."""

    def __init__(self, measured: Measured) -> None:
        self._measured = measured
        self._bars, self._beats = RowStore(), RowStore()

    @property
    def n_rows(self) -> int:
        return len(self._bars) + len(self._beats)

    def tables(self, grid: BeatGrid) -> Tables:
        source, n_samples = self._measured.source, len(self._measured.y)
        bars, beats = bar_passages(grid, n_samples), beat_passages(grid, n_samples)
        return Tables(
            song_table(source, grid, self._measured.song),
            bar_table(source, grid, bars, self._rows(self._bars, bars)),
            beat_table(source, grid, beats, self._rows(self._beats, beats)),
            self._measured.genre[np.newaxis],
        )

    def _rows(self, store: RowStore, passages: Passages) -> NDArray[np.float64]:
        missing = store.missing(passages.bounds)
        store.add(missing, measure_rows(self._measured.y, missing))
        return store.rows(passages.bounds)


@settings(derandomize=True, deadline=None, max_examples=10)
@given(st.integers(0, 2**32))
def test_1000_random_edits_undone_bring_back_the_identical_tables(short: Measured, seed: int) -> None:
    random, duration = Random(seed), short.source.duration
    followed = Followed(short)
    history = EditHistory(STEADY, duration)
    first, stops = followed.tables(STEADY), {}
    while len(history.edits) < 100:
        try:
            history = history.added(random_edit(random, history.grid, duration))
        except RhythmError:
            continue
        if random.random() < 0.02 or len(history.edits) == 100:  # measuring takes a hundred times as long as an edit
            stops[len(history.edits)] = followed.tables(history.grid)
    assert_same_numbers(stops[100], tables(short, history.grid))
    n_rows = followed.n_rows
    while history.edits:
        if len(history.edits) in stops:
            assert_identical(followed.tables(history.grid), stops[len(history.edits)])
        history = history.undone()
    assert history.grid is STEADY
    assert_identical(followed.tables(history.grid), first)
    assert_identical(tables(short, history.grid), first)
    assert followed.n_rows == n_rows


def test_an_analysis_follows_corrected_beats_and_keeps_what_the_tracker_found(
    clip: AudioClip, measured: Measured
) -> None:
    grid = BeatGrid(np.array([0.5, 1.25, 2.0, 2.75]), np.array([1, 2, 3, 1]), 80.0, 3)
    asked = []

    def corrected(content_id: str) -> BeatGrid:
        asked.append(content_id)
        return grid

    analysis = analyse_signal(clip, corrected=corrected)
    assert asked == [analysis.source.content_id]
    assert analysis.rhythm.grid is grid
    assert np.array_equal(analysis.rhythm.estimate.grid.beat_times, find_beats(measured).grid.beat_times)
    assert_identical(analysis.tables, tables(measured, grid))


def test_a_grid_that_was_edited_to_nothing_is_no_reason_to_track_again(clip: AudioClip) -> None:
    analysis = analyse_signal(clip, corrected=lambda _: NO_BEATS)
    assert len(analysis.rhythm.grid) == 0 and len(analysis.tables.beats) == 0
