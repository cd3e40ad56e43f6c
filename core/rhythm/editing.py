"""Edits of beats as pure functions: a grid and an edit in, another grid out.

What comes out has strictly rising times inside the piece, whatever went in. Beats of locked stretches stay; cleared
stretches stay empty unless a beat is put there by hand. `EditContext` carries what earlier edits fixed, and
`core.rhythm.edit_history` brings it up to date from one edit to the next.
"""

import numpy as np
from numpy.typing import NDArray

from core.rhythm.constraints import Stretch
from core.rhythm.counting import main_metre
from core.rhythm.drafting import DRAFTS, NEAR
from core.rhythm.edit_context import Draft, EditContext, Times, beat_at, check_inside
from core.rhythm.edits import CLOSEST, FASTEST, Edit, LockBeats, Reset, UnlockBeats
from core.rhythm.grid import BeatGrid, tempo_of


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
        check_inside(edit.start, context)
        return grid
    if isinstance(edit, Reset):
        return context.start
    return _fitted(grid, DRAFTS[type(edit)](grid, edit, context), context)


def move_limits(grid: BeatGrid, time: float, context: EditContext, *, whole_grid: bool = False) -> Stretch:
    """Return the earliest and the latest time to which a beat can be dragged, alone or with all that follow it.

    Raises
    ------
    RhythmError
        If there is no such beat, or it is locked.
    """
    times = grid.beat_times
    i = beat_at(grid, time, context)
    earliest = times[i - 1] + CLOSEST if i else 0.0
    latest = context.duration if whole_grid or i + 1 == len(times) else times[i + 1] - CLOSEST
    return float(min(earliest, times[i])), float(max(latest, times[i]))


def _fitted(grid: BeatGrid, draft: Draft, context: EditContext) -> BeatGrid:
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
        near = (times > locked[0] - NEAR * period) & (times < locked[-1] + NEAR * period)
        free &= ~near | np.isin(times, grid.beat_times)
    n_before = int((times[free] < start).sum())
    return (
        np.insert(times[free], n_before, locked),
        np.insert(positions[free], n_before, grid.positions[stays]),
    )
