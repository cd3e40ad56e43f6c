"""What an edit fixes: the constraints and locks that hold after it, for later edits and for decoding again."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.rhythm.constraints import Constraints, MetreFrom, Stretch, TempoRange
from core.rhythm.counting import scaled_metre
from core.rhythm.edit_context import EditContext, is_locked
from core.rhythm.edits import (
    CLOSEST,
    SAME_BEAT,
    AddBeat,
    ChangeTempo,
    ChooseCandidate,
    ClearBeats,
    Edit,
    LockBeats,
    MakeDownbeat,
    MoveBeat,
    MoveGrid,
    Nudge,
    RemoveBeat,
    Reset,
    ScaleTempo,
    SetMetre,
    SetTempo,
    ShiftHalfBeat,
    TapBeats,
    UnlockBeats,
)
from core.rhythm.grid import BeatGrid, phase_distance, tempo_of
from core.rhythm.retiming import half_shifted

_SPREAD = 1.2  # of a tempo that was chosen or tapped: keeps the level, leaves room for an unsteady performance
_TYPED_SPREAD = 1.05  # of a tempo that was typed
_MEMORY = 0.035  # seconds within which a beat of another grid stands for one that was fixed
_OUT_OF_PHASE = 0.25  # of a beat, in the mean
_EVERY = 16  # beats; of a grid whose phase was corrected as a whole, every so many are fixed


def next_context(grid: BeatGrid, edit: Edit, edited: BeatGrid, context: EditContext) -> EditContext:
    """Return what edits after this one have to respect.

    Parameters
    ----------
    grid, edited : the grid before and after the edit
    edit : the edit
    context : what it had to respect
    """
    if isinstance(edit, Reset):
        return EditContext(context.duration, context.start)
    locked = context.locked
    if isinstance(edit, LockBeats):
        locked = with_stretch(locked, (edit.start, edit.end))
    elif isinstance(edit, UnlockBeats):
        locked = without_stretch(locked, (edit.start, edit.end))
    fixed = _moved(context, grid, edit)
    fixed = _with_beats(_with_tempo(_with_metre(fixed, edit), edit, edited), edit, edited, context)
    return replace(context, constraints=_still_true(fixed, edited), locked=locked)


def _moved(context: EditContext, grid: BeatGrid, edit: Edit) -> Constraints:
    """Constraints at the times to which an edit moves their beats."""
    fixed = context.constraints
    match edit:
        case Nudge():
            start, by = edit.start, edit.seconds
        case MoveGrid():
            start, by = edit.time - SAME_BEAT, edit.to - edit.time
        case MoveBeat():
            start, by = edit.time - SAME_BEAT, edit.to - edit.time
        case ShiftHalfBeat():
            start, by = 0.0, 0.0
            halves = half_shifted(grid.beat_times, later=edit.later)
        case _:
            return fixed

    def moved(times: tuple[float, ...]) -> tuple[float, ...]:
        return merged(map(where, times))

    def where(time: float) -> float:
        if time < start or is_locked(time, context):
            return time
        if isinstance(edit, ShiftHalfBeat):
            return float(np.interp(time, grid.beat_times, halves))
        if isinstance(edit, MoveBeat) and time > edit.time + SAME_BEAT:
            return time
        return time + by

    return replace(fixed, beats=moved(fixed.beats), downbeats=moved(fixed.downbeats))


def _with_metre(fixed: Constraints, edit: Edit) -> Constraints:
    metres = fixed.metres
    if isinstance(edit, ScaleTempo):
        metres = tuple(MetreFrom(scaled_metre(m.beats_per_bar, edit.factor), m.start) for m in metres)
    elif isinstance(edit, SetMetre) and edit.start is None:
        metres = (MetreFrom(edit.beats_per_bar),)
    elif isinstance(edit, SetMetre) and edit.start is not None:
        others = [m for m in metres if abs(m.start - edit.start) > SAME_BEAT]
        metres = tuple(sorted([*others, MetreFrom(edit.beats_per_bar, edit.start)], key=lambda m: m.start))
    return replace(fixed, metres=metres)


def _with_tempo(fixed: Constraints, edit: Edit, edited: BeatGrid) -> Constraints:
    tempi = fixed.tempi
    match edit:
        case ChooseCandidate() | ScaleTempo() if len(edited) > 1:
            tempi = (_range_of(edited),)
        case TapBeats():
            tapped = tempo_of(np.array(edit.times))
            if edited.tempo / _SPREAD <= tapped <= edited.tempo * _SPREAD:
                tempi = (_range_of(edited),)  # the taps settled the level of the whole piece
            else:
                tempi = _changed(tempi, _around(tapped, _SPREAD, edit.times[0], edit.times[-1]))
        case SetTempo(from_here=False):
            tempi = (_around(edit.bpm, _TYPED_SPREAD),)
        case SetTempo():
            tempi = _changed(tempi, _around(edit.bpm, _TYPED_SPREAD, edit.anchor))
        case ChangeTempo():
            tempi = _changed(tempi, _around(edit.bpm, _TYPED_SPREAD, edit.start))
    return replace(fixed, tempi=tempi)


def _range_of(grid: BeatGrid) -> TempoRange:
    """Return the tempi of a grid, without single odd distances, and some room beside them."""
    slowest, fastest = np.percentile(60.0 / np.diff(grid.beat_times), [5, 95])
    return TempoRange(float(slowest) / _SPREAD, float(fastest) * _SPREAD)


def _around(bpm: float, spread: float, start: float = 0.0, end: float = float("inf")) -> TempoRange:
    return TempoRange(bpm / spread, bpm * spread, start, end)


def _changed(tempi: tuple[TempoRange, ...], new: TempoRange) -> tuple[TempoRange, ...]:
    """Return tempo ranges with a new one, which counts alone where it holds."""
    kept = [
        replace(tempo, start=start, end=end)
        for tempo in tempi
        for start, end in without_stretch(((tempo.start, tempo.end),), (new.start, new.end))
    ]
    return tuple(sorted([*kept, new], key=lambda tempo: tempo.start))


def _with_beats(fixed: Constraints, edit: Edit, edited: BeatGrid, context: EditContext) -> Constraints:
    no_beats_at, silences = fixed.no_beats_at, fixed.silences
    if isinstance(edit, RemoveBeat):
        no_beats_at = merged(no_beats_at, [edit.time])
    elif isinstance(edit, ClearBeats):
        cleared: tuple[Stretch, ...] = ((edit.start, edit.end),)
        for stretch in context.locked:
            cleared = without_stretch(cleared, stretch)
        silences = tuple(sorted({*silences, *cleared}))
    return replace(
        fixed,
        beats=merged(fixed.beats, _new_beats(edit, edited, context.start)),
        downbeats=merged(fixed.downbeats, _new_downbeats(edit, edited)),
        no_beats_at=no_beats_at,
        silences=silences,
    )


def _new_beats(edit: Edit, edited: BeatGrid, start: BeatGrid) -> Iterable[float]:
    match edit:
        case TapBeats():
            return edit.times
        case AddBeat():
            return [edit.time]
        case ChangeTempo():
            return [edit.start]
        case MoveBeat() | MoveGrid():
            return [edit.to]
        case SetTempo():
            return _nearest(edited, edit.anchor)
        case ShiftHalfBeat():
            return map(float, edited.beat_times[::_EVERY])
        case ChooseCandidate() if _is_out_of_phase(edited, start):
            return map(float, edited.beat_times[::_EVERY])
    return []


def _is_out_of_phase(grid: BeatGrid, start: BeatGrid) -> bool:
    """Whether a grid is the first one half a beat off, so that not its tempo but its phase was chosen."""
    if not len(grid) or not len(start) or not 1 / _TYPED_SPREAD < grid.tempo / start.tempo < _TYPED_SPREAD:
        return False
    return phase_distance(grid, start) > _OUT_OF_PHASE * 60.0 / start.tempo


def _new_downbeats(edit: Edit, edited: BeatGrid) -> Iterable[float]:
    match edit:
        case MakeDownbeat():
            return _nearest(edited, edit.time)
        case SetMetre(start=float() as start):
            return _nearest(edited, start)
    return []


def _nearest(grid: BeatGrid, time: float) -> list[float]:
    return [float(grid.beat_times[np.abs(grid.beat_times - time).argmin()])] if len(grid) else []


def _still_true(fixed: Constraints, grid: BeatGrid) -> Constraints:
    """Return the constraints that a grid meets, at the times at which it does: a later edit has the last word."""
    is_beat, places = _nearest_beats(grid, merged(fixed.beats, fixed.downbeats), _MEMORY)
    is_start, starts = _nearest_beats(grid, fixed.downbeats, _MEMORY)
    is_taken, _ = _nearest_beats(grid, fixed.no_beats_at, CLOSEST)
    starts = starts[is_start]
    downbeats = merged(grid.beat_times[starts[grid.positions[starts] == 1]])

    def is_silent(stretch: Stretch) -> bool:
        return not ((grid.beat_times >= stretch[0]) & (grid.beat_times < stretch[1])).any()

    return replace(
        fixed,
        beats=merged(set(grid.beat_times[places[is_beat]].tolist()) - set(downbeats)),
        downbeats=downbeats,
        no_beats_at=tuple(time for time, taken in zip(fixed.no_beats_at, is_taken, strict=True) if not taken),
        silences=tuple(filter(is_silent, fixed.silences)),
    )


def _nearest_beats(
    grid: BeatGrid, times: tuple[float, ...], within: float
) -> tuple[NDArray[np.bool_], NDArray[np.intp]]:
    """Return which of some times have a beat so near, and the index of the nearest [shape=(n_times,) each]."""
    wanted, there = np.array(times, np.float64), grid.beat_times
    if not len(there):
        return np.zeros(len(wanted), np.bool_), np.zeros(len(wanted), np.intp)
    after = np.minimum(np.searchsorted(there, wanted), len(there) - 1)
    before = np.maximum(after - 1, 0)
    nearest = np.where(np.abs(wanted - there[before]) <= np.abs(wanted - there[after]), before, after)
    return np.abs(there[nearest] - wanted) <= within, nearest


def merged(*times: Iterable[float]) -> tuple[float, ...]:
    """Return all times once, in order."""
    return tuple(sorted({float(time) for some in times for time in some}))


def with_stretch(stretches: tuple[Stretch, ...], new: Stretch) -> tuple[Stretch, ...]:
    """Return stretches with one more, those that touch joined, in order."""
    touching = [one for one in stretches if one[0] <= new[1] and new[0] <= one[1]]
    joined = min([new[0], *(a for a, _ in touching)]), max([new[1], *(b for _, b in touching)])
    return tuple(sorted([*(one for one in stretches if one not in touching), joined]))


def without_stretch(stretches: tuple[Stretch, ...], gone: Stretch) -> tuple[Stretch, ...]:
    """Return what is left of stretches outside another one."""
    parts = ((a, b) for start, end in stretches for a, b in ((start, min(end, gone[0])), (max(start, gone[1]), end)))
    return tuple(sorted({(a, b) for a, b in parts if a < b}))
