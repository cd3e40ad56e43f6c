"""What follows from a beat grid: the rows of its bars and beats, and another grid around what a person fixed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from core.jobs.crew import Crew, Result
from core.language import tr
from core.workers.limits import Executor
from core.workers.pool import Emitter

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.analysis import ClipSource, Harmony
    from core.analysis.row_store import Bounds, RowStore
    from core.analysis.stages import BarsStage, BeatsStage
    from core.features.passages import Passages
    from core.rhythm.constraints import Constraints
    from core.rhythm.estimate import Activations, BeatEstimate
    from core.rhythm.grid import BeatGrid

_BATCHES_TOGETHER = 2  # of some 16 s of music each: a quarter of a second, for a job that was cancelled or is to wait
_LAST_ALONE = 3
_BAR_WORK = 0.7  # what a second of music takes cut into bars, where cut into beats it takes 1


def _new_store() -> "RowStore":
    from core.analysis.row_store import RowStore

    return RowStore()


@dataclass(frozen=True, eq=False)
class Piece:
    """A piece whose rows can be measured, and those that have been.

    The stores are filled by `follow` and `follow_sections`, of which one runs at a time.

    Attributes
    ----------
    source : the file and the audio in it
    n_samples : length of the analysis signal
    signal : where it can be mapped; see `core.analysis.shared_signal`
    first_grid : the beats that were found; rows of other passages count as measured again
    bars, beats, sections : rows by passage, of every grid so far
    harmony : what the chords are found in; without it they do not follow
    """

    source: "ClipSource"
    n_samples: int
    signal: Path
    first_grid: "BeatGrid"
    bars: "RowStore" = field(default_factory=_new_store)
    beats: "RowStore" = field(default_factory=_new_store)
    sections: "RowStore" = field(default_factory=_new_store)
    harmony: "Harmony | None" = None


def follow(
    emit: Emitter,
    executor: Executor,
    piece: Piece,
    grid: "BeatGrid",
    in_view: tuple[float, float] | None = None,
) -> None:
    """Measure the rows of a grid that no grid before it had, in as many processes as there are; run it in a thread.

    `ChordsStage`, `BarsStage` and then `BeatsStage` are partial results. What was measured when it is cancelled is kept
    in `piece`.

    Parameters
    ----------
    emit : Emitter
        Told the fraction done.
    executor : Executor
        Where passages are measured. The result is bit for bit the same however many processes it has.
    piece : Piece
        The piece.
    grid : BeatGrid
        The beats and bars to follow.
    in_view : (float, float), optional
        Start and end of what is on screen, seconds: its bars are measured first, and its beats before other beats.
    """
    from core.features.passages import bar_passages, beat_passages

    _tell_chords(emit, piece, grid)
    bars, beats = bar_passages(grid, piece.n_samples), beat_passages(grid, piece.n_samples)
    crew: Crew[_Chunk] = Crew(executor, emit)
    of_bars, of_beats = _chunks(piece.bars, bars, _BAR_WORK, in_view), _chunks(piece.beats, beats, 1.0, in_view)
    for chunk in (*of_bars, *of_beats):
        crew.add(chunk, measure_passages, piece.signal, chunk.passages)
    done, total, bars_left = 0.0, sum(chunk.work for chunk in (*of_bars, *of_beats)), len(of_bars)
    if not bars_left:
        emit.partial(_bars_stage(piece, grid, bars))
    for chunk, item in crew.items():
        if isinstance(item, Result):
            chunk.store.add(chunk.passages, item.value)
            done += chunk.work
            if chunk.store is piece.bars:
                bars_left -= 1
                if not bars_left:
                    emit.partial(_bars_stage(piece, grid, bars))
            emit.report(done / total, tr("Measuring bars") if bars_left else tr("Measuring beats"))
    emit.partial(_beats_stage(piece, grid, beats))


def _tell_chords(emit: Emitter, piece: Piece, grid: "BeatGrid") -> None:
    from core.analysis.measuring import chords_of
    from core.analysis.stages import ChordsStage

    chords = None if piece.harmony is None else chords_of(piece.harmony, grid, piece.source.duration)
    if chords is not None:
        emit.partial(ChordsStage(chords))


def measure_passages(emit: Emitter, signal: Path, passages: Sequence["Bounds"]) -> "NDArray[np.float64]":
    """Measure passages of a shared signal, in a worker [shape=(n, 63)]."""
    from core.analysis.shared_signal import open_signal
    from core.features.rows import measure_rows

    return measure_rows(open_signal(signal), passages, emit.report)


def propose(emit: Emitter, activations: "Activations", constraints: "Constraints") -> "BeatEstimate":
    """Decode the beats again around what a person fixed, in a worker; no audio is needed."""
    from importlib import import_module

    emit.report(0.0, tr("Finding beats around your corrections"))
    found: BeatEstimate = import_module("core.rhythm.tracking").decode(activations, constraints)
    return found


@dataclass(frozen=True, eq=False)
class _Chunk:
    """Passages that one job measures."""

    store: "RowStore"
    passages: list["Bounds"]
    work: float


def _chunks(store: "RowStore", passages: "Passages", pace: float, in_view: tuple[float, float] | None) -> list[_Chunk]:
    """Cut the passages that are missing between the batches in which one process measures them, for the same bits."""
    import numpy as np

    from core.audio.clip import ANALYSIS_SR
    from core.features.rows import batches

    whole = list(batches(store.missing(passages.bounds)))
    # The last ones alone: while one process measures a long job at the end, the others have none.
    together = [_BATCHES_TOGETHER] * (max(len(whole) - _LAST_ALONE, 0) // _BATCHES_TOGETHER)
    edges = np.cumsum([0, *together, *[1] * (len(whole) - sum(together))]).tolist()
    parts = [list(chain(*whole[first:stop])) for first, stop in pairwise(edges)]
    chunks = [_Chunk(store, part, pace * sum(end - start for start, end in part)) for part in parts]
    if in_view is None:
        return chunks
    start, end = (seconds * ANALYSIS_SR for seconds in in_view)
    return sorted(chunks, key=lambda chunk: chunk.passages[-1][1] <= start or chunk.passages[0][0] >= end)


def _bars_stage(piece: Piece, grid: "BeatGrid", bars: "Passages") -> "BarsStage":
    from core.analysis.stages import BarsStage
    from core.analysis.tabling import bar_table
    from core.features.passages import bar_passages

    table = bar_table(piece.source, grid, bars, piece.bars.rows(bars.bounds))
    return BarsStage(table, _others(bars, bar_passages(piece.first_grid, piece.n_samples)))


def _beats_stage(piece: Piece, grid: "BeatGrid", beats: "Passages") -> "BeatsStage":
    from core.analysis.stages import BeatsStage
    from core.analysis.tabling import beat_table
    from core.features.passages import beat_passages

    table = beat_table(piece.source, grid, beats, piece.beats.rows(beats.bounds))
    return BeatsStage(table, _others(beats, beat_passages(piece.first_grid, piece.n_samples)))


def _others(passages: "Passages", first: "Passages") -> "NDArray[np.intp]":
    """Return the places of those passages that are none of the first."""
    import numpy as np

    known = set(first.bounds)
    return np.array([i for i, bounds in enumerate(passages.bounds) if bounds not in known], np.intp)
