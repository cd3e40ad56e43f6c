"""Edits of beats as pure functions: a grid and an edit in, another grid out.

What comes out has strictly rising times inside the piece, whatever went in. Beats of locked stretches stay; cleared
stretches stay empty unless a beat is put there by hand. `EditContext` carries what earlier edits fixed, and
`core.rhythm.edit_history` brings it up to date from one edit to the next.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import RhythmError
from core.rhythm.constraints import UNCONSTRAINED, Constraints, Stretch
from core.rhythm.counting import Anchor, counted, main_metre, recounted_bar
from core.rhythm.edits import (
    CLOSEST,
    FASTEST,
    SAME_BEAT,
    SLOWEST,
    AcceptProposal,
    AddBeat,
    ChangeTempo,
    ChooseCandidate,
    ClearBeats,
    Edit,
    ImportBeats,
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
from core.rhythm.grid import NO_BEATS, BeatGrid, tempo_of
from core.rhythm.retiming import after_taps, before_taps, half_shifted, scaled, steady

Times = NDArray[np.float64]

_NEAR = 1 / 3  # of a beat: what is nearer is the same beat under another tempo


@dataclass(frozen=True, eq=False)
class EditContext:
    """What an edit has to respect.

    Attributes
    ----------
    duration : of the piece, seconds
    start : the grid before the first edit
    constraints : what earlier edits fixed
    locked : stretches whose beats stay
    """

    duration: float
    start: BeatGrid = NO_BEATS
    constraints: Constraints = UNCONSTRAINED
    locked: tuple[Stretch, ...] = ()


@dataclass(frozen=True, eq=False)
class _Draft:
    """Beats that an edit makes, before they are fitted into the piece.

    Attributes
    ----------
    times, positions : as in `BeatGrid`
    beats_per_bar : None = what the bars mostly hold
    by_hand : times of beats that may stand in a cleared stretch
    """

    times: Times
    positions: NDArray[np.int64]
    beats_per_bar: int | None = None
    by_hand: tuple[float, ...] = ()


def apply_edit(grid: BeatGrid, edit: Edit, context: EditContext) -> BeatGrid:
    """Return a grid as an edit leaves it.

    Parameters
    ----------
    grid : BeatGrid
        The grid as it is; it is not changed.
    edit : Edit
        What to do to it.
    context : EditContext
        What the edit has to respect.

    Returns
    -------
    BeatGrid
        `grid` itself where nothing changes.

    Raises
    ------
    RhythmError
        If the edit makes no sense for this grid: there is no such beat, the stretch is locked, beats would cross or
        lie outside the piece, the tempo would be out of range.
    """
    if isinstance(edit, LockBeats | UnlockBeats):
        _check_inside(edit.start, context)
        return grid
    if isinstance(edit, Reset):
        return context.start
    return _fitted(grid, _DRAFTS[type(edit)](grid, edit, context), context)


def move_limits(grid: BeatGrid, time: float, context: EditContext, *, whole_grid: bool = False) -> Stretch:
    """Return the earliest and the latest time to which a beat can be dragged, alone or with all that follow it.

    Raises
    ------
    RhythmError
        If there is no such beat, or it is locked.
    """
    times = grid.beat_times
    i = _beat_at(grid, time, context)
    earliest = times[i - 1] + CLOSEST if i else 0.0
    latest = context.duration if whole_grid or i + 1 == len(times) else times[i + 1] - CLOSEST
    return float(min(earliest, times[i])), float(max(latest, times[i]))


def is_locked(time: float, context: EditContext) -> bool:
    """Return whether a time lies in a locked stretch."""
    return any(start <= time < end for start, end in context.locked)


# --- one function for each kind of edit -------------------------------------------------------------------------------


def _whole_grid(_grid: BeatGrid, edit: ChooseCandidate | AcceptProposal | ImportBeats, _context: EditContext) -> _Draft:
    return _Draft(edit.grid.beat_times, edit.grid.positions, edit.beats_per_bar)


def _scale_tempo(grid: BeatGrid, edit: ScaleTempo, context: EditContext) -> _Draft:
    if len(grid) < 2:
        raise RhythmError("rhythm.too_few_beats")
    _check_tempo(grid.tempo * float(edit.factor))
    return _Draft(*scaled(grid, edit.factor, np.array(context.constraints.downbeats)))


def _set_tempo(grid: BeatGrid, edit: SetTempo, context: EditContext) -> _Draft:
    _check_inside(edit.anchor, context)
    old, period = grid.beat_times, 60.0 / edit.bpm
    anchor, position = edit.anchor, 1
    if len(old):
        i = _nearest(old, edit.anchor)
        if abs(old[i] - anchor) <= max(period, 60.0 / grid.tempo if len(old) > 1 else period) / 2:
            anchor, position = float(old[i]), int(grid.positions[i])
    first, last = _extent(grid, anchor, period, context)
    return _steady_from(grid, edit.bpm, anchor, position, (anchor if edit.from_here else first, last), context)


def _change_tempo(grid: BeatGrid, edit: ChangeTempo, context: EditContext) -> _Draft:
    _check_inside(edit.start, context)
    position = _position_at(grid, edit.start, 60.0 / edit.bpm)
    last = _extent(grid, edit.start, 60.0 / edit.bpm, context)[1]
    draft = _steady_from(grid, edit.bpm, edit.start, position, (edit.start, last), context)
    return _Draft(draft.times, draft.positions, draft.beats_per_bar, (edit.start,))


def _steady_from(
    grid: BeatGrid, bpm: float, anchor: float, position: int, stretch: Stretch, context: EditContext
) -> _Draft:
    """Steady beats within a stretch; the old ones stay before it where it begins at the anchor."""
    times, _ = steady(bpm, anchor, *stretch)
    apart = min(60.0 / bpm, 60.0 / grid.tempo if len(grid) > 1 else 60.0 / bpm) / 2
    kept = (grid.beat_times < anchor - apart) & (stretch[0] == anchor)
    index = int(kept.sum())
    every = np.concatenate([grid.beat_times[kept], times])
    i = index + _nearest(times, anchor)
    positions = counted(len(every), _anchors(grid, every, context, (i, position)))
    positions[:index] = grid.positions[kept]
    return _Draft(every, positions)


def _extent(grid: BeatGrid, anchor: float, period: float, context: EditContext) -> Stretch:
    """Where a grid that is made again begins and ends: as the old one, or with the piece where that has no beats."""
    old = grid.beat_times
    if len(old) < 2:
        return 0.0, context.duration
    first = max(0.0, min(old[0] - period / 2, anchor))
    return float(first), float(old[-1] + period / 2 if old[-1] > anchor + period / 2 else context.duration)


def _tap_beats(grid: BeatGrid, edit: TapBeats, context: EditContext) -> _Draft:
    _check_inside(edit.times[-1], context)
    taps, old = np.array(edit.times), grid.beat_times
    half = 30.0 / tempo_of(taps)
    is_before, is_after = old < taps[0] - half, old > taps[-1] + half
    before, keeps_before = before_taps(taps, old[is_before])
    after, keeps_after = after_taps(taps, old[is_after], context.duration)
    first = len(before)
    times = np.concatenate([before, taps, after])
    positions = counted(len(times), _anchors(grid, times, context, (first, _position_at(grid, taps[0], 2 * half))))
    if keeps_before:
        positions[:first] = grid.positions[is_before]
    if keeps_after:
        positions[first + len(taps) :] = grid.positions[is_after]
    return _Draft(times, positions, by_hand=edit.times)


def _make_downbeat(grid: BeatGrid, edit: MakeDownbeat, context: EditContext) -> _Draft:
    i = _beat_at(grid, edit.time, context)
    fixed = _anchors(grid, grid.beat_times, context)
    anchors = sorted([(i, 1, _metre_at(grid, grid.beat_times[i], context)), *(a for a in fixed if a[0] != i)])
    first = i if anchors[0][0] < i else 0
    later = [a[0] for a in anchors if a[0] > i]
    end = later[0] if later else len(grid)
    positions = grid.positions.copy()
    positions[first:end] = counted(len(grid), anchors)[first:end]
    return _Draft(grid.beat_times, positions)


def _set_metre(grid: BeatGrid, edit: SetMetre, context: EditContext) -> _Draft:
    n, times = edit.beats_per_bar, grid.beat_times
    if not len(grid):
        return _Draft(times, grid.positions, n)
    fixed = [(index, 1, n) for index in _fixed(times, context)]
    if edit.start is None:
        first = np.flatnonzero(grid.positions == 1)
        anchors = fixed or [(int(first[0]) if len(first) else 0, 1, n)]
        return _Draft(times, counted(len(grid), anchors), n)
    i = _beat_at(grid, edit.start, context)
    later = [metre.start for metre in context.constraints.metres if metre.start > times[i] + SAME_BEAT]
    end = int(np.searchsorted(times, min(later) - SAME_BEAT)) if later else len(grid)
    positions = grid.positions.copy()
    positions[i:end] = counted(len(grid), [(i, 1, n), *(a for a in fixed if a[0] > i)])[i:end]
    return _Draft(times, positions)


def _shift_half(grid: BeatGrid, edit: ShiftHalfBeat, _context: EditContext) -> _Draft:
    return _Draft(half_shifted(grid.beat_times, later=edit.later), grid.positions)


def _nudge(grid: BeatGrid, edit: Nudge, _context: EditContext) -> _Draft:
    i = int(np.searchsorted(grid.beat_times, edit.start))
    return _moved_from(grid, i, edit.seconds)


def _move_grid(grid: BeatGrid, edit: MoveGrid, context: EditContext) -> _Draft:
    _check_inside(edit.to, context)
    i = _beat_at(grid, edit.time, context)
    return _moved_from(grid, i, edit.to - float(grid.beat_times[i]))


def _moved_from(grid: BeatGrid, i: int, seconds: float) -> _Draft:
    times = grid.beat_times.copy()
    times[i:] += seconds
    if 0 < i < len(times):
        _check_apart(times[i - 1 : i + 1], grid.beat_times[i - 1 : i + 1])
    return _Draft(times, grid.positions)


def _move_beat(grid: BeatGrid, edit: MoveBeat, context: EditContext) -> _Draft:
    _check_inside(edit.to, context)
    i = _beat_at(grid, edit.time, context)
    _check_unlocked(edit.to, context)
    times = grid.beat_times.copy()
    times[i] = edit.to
    around = slice(max(0, i - 1), i + 2)
    _check_apart(times[around], grid.beat_times[around])
    return _Draft(times, grid.positions, by_hand=(edit.to,))


def _add_beat(grid: BeatGrid, edit: AddBeat, context: EditContext) -> _Draft:
    _check_inside(edit.time, context)
    _check_unlocked(edit.time, context)
    old = grid.beat_times
    if len(old) and abs(old[_nearest(old, edit.time)] - edit.time) < CLOSEST:
        raise RhythmError("rhythm.beat_exists", time=f"{edit.time:.2f}")
    i = int(np.searchsorted(old, edit.time))
    times = np.insert(old, i, edit.time)
    metre = _metre_at(grid, edit.time, context)
    if not len(old):
        positions = np.ones(1, np.int64)
    elif i == len(old):
        positions = np.append(grid.positions, grid.positions[-1] % metre + 1)
    elif i == 0:
        positions = np.insert(grid.positions, 0, (grid.positions[0] - 2) % metre + 1)
    else:  # not a downbeat itself: it stands inside the bar of the beat before
        positions = recounted_bar(np.insert(grid.positions, i, 2), i)
    return _Draft(times, positions, by_hand=(edit.time,))


def _remove_beat(grid: BeatGrid, edit: RemoveBeat, context: EditContext) -> _Draft:
    i = _beat_at(grid, edit.time, context)
    times, positions = np.delete(grid.beat_times, i), np.delete(grid.positions, i)
    if len(positions):
        if grid.positions[i] == 1 and i < len(positions):
            positions[i] = 1
        positions = recounted_bar(positions, min(i, len(positions) - 1))
    return _Draft(times, positions)


def _clear_beats(grid: BeatGrid, edit: ClearBeats, context: EditContext) -> _Draft:
    _check_inside(edit.start, context)
    kept = (grid.beat_times < edit.start) | (grid.beat_times >= edit.end)
    return _Draft(grid.beat_times[kept], grid.positions[kept])


_DRAFTS: Mapping[type, Callable[[BeatGrid, Any, EditContext], _Draft]] = {
    ChooseCandidate: _whole_grid,
    AcceptProposal: _whole_grid,
    ImportBeats: _whole_grid,
    ScaleTempo: _scale_tempo,
    SetTempo: _set_tempo,
    ChangeTempo: _change_tempo,
    TapBeats: _tap_beats,
    MakeDownbeat: _make_downbeat,
    SetMetre: _set_metre,
    ShiftHalfBeat: _shift_half,
    Nudge: _nudge,
    MoveGrid: _move_grid,
    MoveBeat: _move_beat,
    AddBeat: _add_beat,
    RemoveBeat: _remove_beat,
    ClearBeats: _clear_beats,
}

# --- what a draft has to become ---------------------------------------------------------------------------------------


def _fitted(grid: BeatGrid, draft: _Draft, context: EditContext) -> BeatGrid:
    """Return a draft as a grid: inside the piece, out of cleared stretches, with the locked beats as they were."""
    times, positions = draft.times, draft.positions
    kept = (times >= 0) & (times <= context.duration)
    for start, end in context.constraints.silences:
        kept &= (times < start) | (times >= end) | np.isin(times, draft.by_hand)
    kept[1:] &= np.diff(times) > 0  # far from zero two times can round to one
    times, positions = times[kept], positions[kept]
    for stretch in context.locked:
        times, positions = _with_locked(grid, times, positions, stretch)
    if np.array_equal(times, grid.beat_times) and np.array_equal(positions, grid.positions):
        if draft.beats_per_bar in (None, grid.beats_per_bar):
            return grid
        return BeatGrid(grid.beat_times, grid.positions, grid.tempo, draft.beats_per_bar or grid.beats_per_bar)
    beats_per_bar = draft.beats_per_bar or main_metre(positions, grid.beats_per_bar)
    return BeatGrid(times, positions, tempo_of(times), beats_per_bar)


def _with_locked(
    grid: BeatGrid, times: Times, positions: NDArray[np.int64], stretch: Stretch
) -> tuple[Times, NDArray[np.int64]]:
    """Return beats with those of a locked stretch as in `grid`, and none that an edit put too near to them."""
    start, end = stretch
    stays = (grid.beat_times >= start) & (grid.beat_times < end)
    locked = grid.beat_times[stays]
    free = (times < start) | (times >= end)
    if len(locked):
        period = float(np.median(np.diff(locked))) if len(locked) > 1 else 60.0 / FASTEST
        near = (times > locked[0] - _NEAR * period) & (times < locked[-1] + _NEAR * period)
        free &= ~near | np.isin(times, grid.beat_times)
    n_before = int((times[free] < start).sum())
    return (
        np.insert(times[free], n_before, locked),
        np.insert(positions[free], n_before, grid.positions[stays]),
    )


def _anchors(grid: BeatGrid, times: Times, context: EditContext, more: tuple[int, int] | None = None) -> list[Anchor]:
    """Return the fixed downbeats that are among some beats, and one more beat with a position, in order."""
    found = dict.fromkeys(_fixed(times, context), 1)
    if more is not None:
        found[more[0]] = more[1]
    return [(index, found[index], _metre_at(grid, times[index], context)) for index in sorted(found)]


def _fixed(times: Times, context: EditContext) -> list[int]:
    """Return which beats a person made downbeats, by index."""
    near = {_nearest(times, time): time for time in context.constraints.downbeats} if len(times) else {}
    return sorted(index for index, time in near.items() if abs(times[index] - time) <= SAME_BEAT)


def _metre_at(grid: BeatGrid, time: float, context: EditContext) -> int:
    """Beats in a bar at a time: as a person set them, otherwise what the bars mostly hold."""
    set_before = [m.beats_per_bar for m in context.constraints.metres if m.start <= time + SAME_BEAT]
    return (set_before[-1] if set_before else grid.beats_per_bar) or 1


def _position_at(grid: BeatGrid, time: float, period: float) -> int:
    """Position of a beat at a time: that of the old beat there, one more than the last one's before, or 1."""
    old = grid.beat_times
    if not len(old):
        return 1
    i = _nearest(old, time)
    if abs(old[i] - time) <= _NEAR * period:
        return int(grid.positions[i])
    before = int(np.searchsorted(old, time)) - 1
    return int(grid.positions[before] % grid.beats_per_bar + 1) if before >= 0 else 1


def _nearest(times: Times, time: float) -> int:
    return int(np.abs(times - time).argmin())


def _beat_at(grid: BeatGrid, time: float, context: EditContext) -> int:
    """Index of the beat at a time, which must not be locked."""
    i = _nearest(grid.beat_times, time) if len(grid) else 0
    if not len(grid) or abs(grid.beat_times[i] - time) > SAME_BEAT:
        raise RhythmError("rhythm.no_such_beat", time=f"{time:.2f}")
    _check_unlocked(float(grid.beat_times[i]), context)
    return i


def _check_unlocked(time: float, context: EditContext) -> None:
    if is_locked(time, context):
        raise RhythmError("rhythm.locked", time=f"{time:.2f}")


def _check_inside(time: float, context: EditContext) -> None:
    if not 0 <= time <= context.duration:
        raise RhythmError("rhythm.outside", time=f"{time:.2f}")


def _check_apart(times: Times, old: Times) -> None:
    """Refuse beats that would meet or cross; what was nearer than `CLOSEST` before may stay as near."""
    if (np.diff(times) < np.minimum(CLOSEST, np.diff(old)) - 1e-9).any() or (np.diff(times) <= 0).any():
        raise RhythmError("rhythm.crossing")


def _check_tempo(bpm: float) -> None:
    if not SLOWEST <= bpm <= FASTEST:
        raise RhythmError("rhythm.tempo", bpm=f"{bpm:.0f}", slowest=SLOWEST, fastest=FASTEST)
