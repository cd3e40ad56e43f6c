"""The beats that each kind of edit makes of a grid: one function for each kind.

They are drafts: `core.rhythm.editing` fits them into the piece, its locked and its cleared stretches.
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from core.errors import RhythmError
from core.rhythm.constraints import Stretch
from core.rhythm.counting import Anchor, counted, recounted_bar
from core.rhythm.edit_context import Draft, EditContext, Times, beat_at, check_inside, check_unlocked, nearest_beat
from core.rhythm.edits import (
    CLOSEST,
    SAME_BEAT,
    AcceptProposal,
    AddBeat,
    ChangeTempo,
    ChooseCandidate,
    ClearBeats,
    ImportBeats,
    MakeDownbeat,
    MoveBeat,
    MoveGrid,
    Nudge,
    RemoveBeat,
    ScaleTempo,
    SetMetre,
    SetTempo,
    ShiftHalfBeat,
    TapBeats,
)
from core.rhythm.edits.limits import check_tempo
from core.rhythm.grid import BeatGrid, tempo_of
from core.rhythm.retiming import after_taps, before_taps, half_shifted, scaled, steady

NEAR = 1 / 3
"""Of a beat: what is nearer is the same beat under another tempo."""


def _whole_grid(_grid: BeatGrid, edit: ChooseCandidate | AcceptProposal | ImportBeats, _context: EditContext) -> Draft:
    return Draft(edit.grid.beat_times, edit.grid.positions, edit.beats_per_bar)


def _scale_tempo(grid: BeatGrid, edit: ScaleTempo, context: EditContext) -> Draft:
    if len(grid) < 2:
        raise RhythmError("rhythm.too_few_beats")
    check_tempo(grid.tempo * float(edit.factor))
    return Draft(*scaled(grid, edit.factor, np.array(context.constraints.downbeats)))


def _set_tempo(grid: BeatGrid, edit: SetTempo, context: EditContext) -> Draft:
    check_inside(edit.anchor, context)
    old, period = grid.beat_times, 60.0 / edit.bpm
    anchor, position = edit.anchor, 1
    if len(old):
        i = nearest_beat(old, edit.anchor)
        if abs(old[i] - anchor) <= max(period, 60.0 / grid.tempo if len(old) > 1 else period) / 2:
            anchor, position = float(old[i]), int(grid.positions[i])
    first, last = _extent(grid, anchor, period, context)
    return _steady_from(grid, edit.bpm, anchor, position, (anchor if edit.from_here else first, last), context)


def _change_tempo(grid: BeatGrid, edit: ChangeTempo, context: EditContext) -> Draft:
    check_inside(edit.start, context)
    position = _position_at(grid, edit.start, 60.0 / edit.bpm)
    last = _extent(grid, edit.start, 60.0 / edit.bpm, context)[1]
    draft = _steady_from(grid, edit.bpm, edit.start, position, (edit.start, last), context)
    return Draft(draft.times, draft.positions, draft.beats_per_bar, (edit.start,))


def _steady_from(
    grid: BeatGrid, bpm: float, anchor: float, position: int, stretch: Stretch, context: EditContext
) -> Draft:
    """Steady beats within a stretch; the old ones stay before it where it begins at the anchor."""
    times, _ = steady(bpm, anchor, *stretch)
    apart = min(60.0 / bpm, 60.0 / grid.tempo if len(grid) > 1 else 60.0 / bpm) / 2
    kept = (grid.beat_times < anchor - apart) & (stretch[0] == anchor)
    index = int(kept.sum())
    every = np.concatenate([grid.beat_times[kept], times])
    i = index + nearest_beat(times, anchor)
    positions = counted(len(every), _anchors(grid, every, context, (i, position)))
    positions[:index] = grid.positions[kept]
    return Draft(every, positions)


def _extent(grid: BeatGrid, anchor: float, period: float, context: EditContext) -> Stretch:
    """Where a grid that is made again begins and ends: as the old one, or with the piece where that has no beats."""
    old = grid.beat_times
    if len(old) < 2:
        return 0.0, context.duration
    first = max(0.0, min(old[0] - period / 2, anchor))
    return float(first), float(old[-1] + period / 2 if old[-1] > anchor + period / 2 else context.duration)


def _tap_beats(grid: BeatGrid, edit: TapBeats, context: EditContext) -> Draft:
    check_inside(edit.times[-1], context)
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
    return Draft(times, positions, by_hand=edit.times)


def _make_downbeat(grid: BeatGrid, edit: MakeDownbeat, context: EditContext) -> Draft:
    i = beat_at(grid, edit.time, context)
    fixed = _anchors(grid, grid.beat_times, context)
    anchors = sorted([(i, 1, _metre_at(grid, grid.beat_times[i], context)), *(a for a in fixed if a[0] != i)])
    first = i if anchors[0][0] < i else 0
    later = [a[0] for a in anchors if a[0] > i]
    end = later[0] if later else len(grid)
    positions = grid.positions.copy()
    positions[first:end] = counted(len(grid), anchors)[first:end]
    return Draft(grid.beat_times, positions)


def _set_metre(grid: BeatGrid, edit: SetMetre, context: EditContext) -> Draft:
    n, times = edit.beats_per_bar, grid.beat_times
    if not len(grid):
        return Draft(times, grid.positions, n)
    fixed = [(index, 1, n) for index in _fixed(times, context)]
    if edit.start is None:
        first = np.flatnonzero(grid.positions == 1)
        anchors = fixed or [(int(first[0]) if len(first) else 0, 1, n)]
        return Draft(times, counted(len(grid), anchors), n)
    i = beat_at(grid, edit.start, context)
    later = [metre.start for metre in context.constraints.metres if metre.start > times[i] + SAME_BEAT]
    end = int(np.searchsorted(times, min(later) - SAME_BEAT)) if later else len(grid)
    positions = grid.positions.copy()
    positions[i:end] = counted(len(grid), [(i, 1, n), *(a for a in fixed if a[0] > i)])[i:end]
    return Draft(times, positions)


def _shift_half(grid: BeatGrid, edit: ShiftHalfBeat, _context: EditContext) -> Draft:
    return Draft(half_shifted(grid.beat_times, later=edit.later), grid.positions)


def _nudge(grid: BeatGrid, edit: Nudge, _context: EditContext) -> Draft:
    i = int(np.searchsorted(grid.beat_times, edit.start))
    return _moved_from(grid, i, edit.seconds)


def _move_grid(grid: BeatGrid, edit: MoveGrid, context: EditContext) -> Draft:
    check_inside(edit.to, context)
    i = beat_at(grid, edit.time, context)
    return _moved_from(grid, i, edit.to - float(grid.beat_times[i]))


def _moved_from(grid: BeatGrid, i: int, seconds: float) -> Draft:
    times = grid.beat_times.copy()
    times[i:] += seconds
    if 0 < i < len(times):
        _check_apart(times[i - 1 : i + 1], grid.beat_times[i - 1 : i + 1])
    return Draft(times, grid.positions)


def _move_beat(grid: BeatGrid, edit: MoveBeat, context: EditContext) -> Draft:
    check_inside(edit.to, context)
    i = beat_at(grid, edit.time, context)
    check_unlocked(edit.to, context)
    times = grid.beat_times.copy()
    times[i] = edit.to
    around = slice(max(0, i - 1), i + 2)
    _check_apart(times[around], grid.beat_times[around])
    return Draft(times, grid.positions, by_hand=(edit.to,))


def _add_beat(grid: BeatGrid, edit: AddBeat, context: EditContext) -> Draft:
    check_inside(edit.time, context)
    check_unlocked(edit.time, context)
    old = grid.beat_times
    if len(old) and abs(old[nearest_beat(old, edit.time)] - edit.time) < CLOSEST:
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
    return Draft(times, positions, by_hand=(edit.time,))


def _remove_beat(grid: BeatGrid, edit: RemoveBeat, context: EditContext) -> Draft:
    i = beat_at(grid, edit.time, context)
    times, positions = np.delete(grid.beat_times, i), np.delete(grid.positions, i)
    if len(positions):
        if grid.positions[i] == 1 and i < len(positions):
            positions[i] = 1
        positions = recounted_bar(positions, min(i, len(positions) - 1))
    return Draft(times, positions)


def _clear_beats(grid: BeatGrid, edit: ClearBeats, context: EditContext) -> Draft:
    check_inside(edit.start, context)
    kept = (grid.beat_times < edit.start) | (grid.beat_times >= edit.end)
    return Draft(grid.beat_times[kept], grid.positions[kept])


def _anchors(grid: BeatGrid, times: Times, context: EditContext, more: tuple[int, int] | None = None) -> list[Anchor]:
    """Return the fixed downbeats that are among some beats, and one more beat with a position, in order."""
    found = dict.fromkeys(_fixed(times, context), 1)
    if more is not None:
        found[more[0]] = more[1]
    return [(index, found[index], _metre_at(grid, times[index], context)) for index in sorted(found)]


def _fixed(times: Times, context: EditContext) -> list[int]:
    """Return which beats a person made downbeats, by index."""
    near = {nearest_beat(times, time): time for time in context.constraints.downbeats} if len(times) else {}
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
    i = nearest_beat(old, time)
    if abs(old[i] - time) <= NEAR * period:
        return int(grid.positions[i])
    before = int(np.searchsorted(old, time)) - 1
    return int(grid.positions[before] % grid.beats_per_bar + 1) if before >= 0 else 1


def _check_apart(times: Times, old: Times) -> None:
    """Refuse beats that would meet or cross; what was nearer than `CLOSEST` before may stay as near."""
    if (np.diff(times) < np.minimum(CLOSEST, np.diff(old)) - 1e-9).any() or (np.diff(times) <= 0).any():
        raise RhythmError("rhythm.crossing")


DRAFTS: Mapping[type, Callable[[BeatGrid, Any, EditContext], Draft]] = {
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
"""The function of each kind, by its class."""
