"""Rows that follow a grid, measured by processes on a shared signal."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.analysis import Measured, find_beats, measure, tables
from core.analysis.row_store import RowStore
from core.analysis.shared_signal import share_signal
from core.analysis.stages import BarsStage, BeatsStage, Stage
from core.audio.clip import ANALYSIS_SR, AudioClip, SourceFormat, content_id_of
from core.features.passages import beat_passages
from core.features.table import Tables
from core.jobs import rhythm as rhythm_jobs
from core.jobs.clip import prepare_analysis
from core.progress import Cancelled
from core.rhythm.grid import NO_BEATS, BeatGrid
from core.synthesis import synthesise
from core.workers.pool import Emitter, Event, Partial, Progress, WorkerPool


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    with WorkerPool(2, initializer=prepare_analysis) as running:
        yield running


@pytest.fixture(scope="module")
def measured() -> Measured:
    made = synthesise(seconds=70.0, seed=11, sr=22050)
    y = np.ascontiguousarray(made.y.mean(axis=1) if made.y.ndim == 2 else made.y, np.float32)
    clip = AudioClip(Path("made.wav"), y, content_id_of(y), SourceFormat("WAV", "FLOAT", 22050, 1))
    return measure(clip)


@pytest.fixture(scope="module")
def grid(measured: Measured) -> BeatGrid:
    return find_beats(measured).grid


@pytest.fixture(scope="module")
def alone(pool: WorkerPool, measured: Measured, grid: BeatGrid, tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """The tables as one process makes them, with as many threads as a worker has."""
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1):
        return tables(measured, grid)


@pytest.fixture
def piece(measured: Measured, grid: BeatGrid, tmp_path: Path) -> rhythm_jobs.Piece:
    signal = tmp_path / "signal.f32"
    assert share_signal(measured.y, signal) is not None
    return rhythm_jobs.Piece(measured.source, len(measured.y), signal, grid)


class Listener:
    """Hears what a job says, and may stop it."""

    def __init__(self, stop_at: float = 2.0) -> None:
        self.stages: list[Stage] = []
        self.shares: list[float] = []
        self._stop_at = stop_at
        self.emit = Emitter(self._take, lambda: bool(self.shares) and self.shares[-1] >= self._stop_at)

    def _take(self, event: Event) -> None:
        match event:
            case Partial(value):
                self.stages.append(value)
            case Progress(fraction, _):
                self.shares.append(fraction)


def followed(
    pool: WorkerPool, piece: rhythm_jobs.Piece, grid: BeatGrid, in_view: tuple[float, float] | None = None
) -> tuple[BarsStage, BeatsStage]:
    listener = Listener()
    rhythm_jobs.follow(listener.emit, pool, piece, grid, in_view)
    bars, beats = listener.stages
    assert isinstance(bars, BarsStage) and isinstance(beats, BeatsStage)
    return bars, beats


def moved(grid: BeatGrid, beat: int, seconds: float) -> BeatGrid:
    times = grid.beat_times.copy()
    times[beat] += seconds
    return replace(grid, beat_times=times)


@pytest.mark.parametrize("in_view", [None, (50.0, 60.0)])
def test_two_processes_give_the_bits_of_one(
    pool: WorkerPool,
    piece: rhythm_jobs.Piece,
    grid: BeatGrid,
    alone: Tables,
    in_view: tuple[float, float] | None,
) -> None:
    bars, beats = followed(pool, piece, grid, in_view)
    for mine, theirs in ((bars.bars, alone.bars), (beats.beats, alone.beats)):
        assert mine.values.tobytes() == theirs.values.tobytes()
        assert (mine.uuids, mine.filenames, mine.columns) == (theirs.uuids, theirs.filenames, theirs.columns)
    assert len(bars.measured_again) == len(beats.measured_again) == 0


def test_a_moved_downbeat_measures_two_beats_and_two_bars_and_names_them(
    pool: WorkerPool, piece: rhythm_jobs.Piece, grid: BeatGrid
) -> None:
    before = followed(pool, piece, grid)
    n_bars, n_beats = len(piece.bars), len(piece.beats)
    beat = int(np.flatnonzero(grid.positions == 1)[2])
    bars, beats = followed(pool, piece, moved(grid, beat, 0.02))
    assert (len(piece.bars) - n_bars, len(piece.beats) - n_beats) == (2, 2)
    assert beats.measured_again.tolist() == [beat - 1, beat]
    assert len(bars.measured_again) == 2
    same = np.ones(len(beats.beats), bool)
    same[beats.measured_again] = False
    assert beats.beats.values[same, :63].tobytes() == before[1].beats.values[same, :63].tobytes()
    assert (beats.beats.values[~same, :63] != before[1].beats.values[~same, :63]).any(axis=1).all()


def test_an_undone_edit_measures_nothing_and_brings_back_the_bits(
    pool: WorkerPool, piece: rhythm_jobs.Piece, grid: BeatGrid
) -> None:
    first, edited = followed(pool, piece, grid), moved(grid, 9, 0.03)
    there = followed(pool, piece, edited)
    n_rows = len(piece.bars) + len(piece.beats)
    back, again = followed(pool, piece, grid), followed(pool, piece, edited)
    assert len(piece.bars) + len(piece.beats) == n_rows
    for mine, theirs in ((back, first), (again, there)):
        assert mine[0].bars.values.tobytes() == theirs[0].bars.values.tobytes()
        assert mine[1].beats.values.tobytes() == theirs[1].beats.values.tobytes()
        assert mine[1].measured_again.tolist() == theirs[1].measured_again.tolist()


def test_a_stopped_job_keeps_what_it_measured(pool: WorkerPool, piece: rhythm_jobs.Piece, grid: BeatGrid) -> None:
    listener = Listener(stop_at=0.2)
    with pytest.raises(Cancelled):
        rhythm_jobs.follow(listener.emit, pool, piece, grid)
    assert 0 < len(piece.bars) + len(piece.beats) < 100
    assert len(followed(pool, piece, grid)[1].beats) == len(grid)


def test_a_grid_edited_to_nothing_gives_tables_without_rows(pool: WorkerPool, piece: rhythm_jobs.Piece) -> None:
    bars, beats = followed(pool, piece, NO_BEATS)
    assert len(bars.bars) == len(beats.beats) == len(bars.measured_again) == 0


def test_a_signal_that_is_gone_is_an_error_of_the_job(
    pool: WorkerPool, piece: rhythm_jobs.Piece, grid: BeatGrid
) -> None:
    piece.signal.unlink()
    with pytest.raises(FileNotFoundError):
        rhythm_jobs.follow(Listener().emit, pool, piece, grid)


def test_the_last_jobs_are_short_so_that_no_process_waits_long_for_the_last() -> None:
    times = np.arange(0.5, 399.5, 0.5)
    grid = BeatGrid(times, np.arange(len(times)) % 4 + 1, 120.0, 4)
    passages = beat_passages(grid, 400 * ANALYSIS_SR)
    chunks = rhythm_jobs._chunks(RowStore(), passages, 1.0, None)
    assert [bounds for chunk in chunks for bounds in chunk.passages] == list(passages.bounds)
    assert max(chunk.work for chunk in chunks[-3:]) <= 0.6 * max(chunk.work for chunk in chunks)
