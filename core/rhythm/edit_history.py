"""A row of edits from a first grid on: the grid that they make, and what they say about the beats of the piece.

A history is immutable. To undo is to go back to the history without the last edit, which has the identical grid; what a
person fixed is kept as `Constraints`, from which the rest of the piece can be decoded again.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from core.rhythm.constraints import Constraints, Stretch
from core.rhythm.edit_context import EditContext
from core.rhythm.editing import apply_edit
from core.rhythm.edits import Edit, Reset
from core.rhythm.fixing import merged, next_context
from core.rhythm.grid import BeatGrid


@dataclass(frozen=True, eq=False)
class EditHistory:
    """A first grid and what was done to it.

    Parameters
    ----------
    start : the grid before the first edit
    duration : of the piece, seconds
    edits : in the order in which they were made

    Raises
    ------
    RhythmError
        When `grid` is asked for and an edit makes no sense where it stands.
    """

    start: BeatGrid
    duration: float
    edits: tuple[Edit, ...] = ()
    _before: EditHistory | None = field(default=None, repr=False)

    def added(self, edit: Edit) -> EditHistory:
        """Return the history with one more edit.

        Raises
        ------
        RhythmError
            If the edit makes no sense for the present grid.
        """
        longer = EditHistory(self.start, self.duration, (*self.edits, edit), self)
        _ = longer.grid  # refuse it now
        return longer

    def undone(self) -> EditHistory:
        """Return the history without the last edit; itself where there is none."""
        if not self.edits:
            return self
        return self._before or EditHistory(self.start, self.duration, self.edits[:-1])

    @property
    def grid(self) -> BeatGrid:
        """The grid as the edits leave it."""
        return self._state[0]

    @property
    def context(self) -> EditContext:
        """What the next edit has to respect."""
        return self._state[1]

    @property
    def locked(self) -> tuple[Stretch, ...]:
        """Stretches whose beats stay."""
        return self.context.locked

    @property
    def is_edited(self) -> bool:
        """Whether anything was done since the first grid or the last reset."""
        return bool(self.edits) and not isinstance(self.edits[-1], Reset)

    @property
    def steps(self) -> tuple[Edit, ...]:
        """The edits since the last reset, which is what is worth showing."""
        resets = [i for i, edit in enumerate(self.edits) if isinstance(edit, Reset)]
        return self.edits[resets[-1] + 1 :] if resets else self.edits

    @cached_property
    def _state(self) -> tuple[BeatGrid, EditContext]:
        if not self.edits:
            return self.start, EditContext(self.duration, self.start)
        missing, known = [self.edits[-1]], self._before
        if known is None:  # read from a file or sent by another process: made step by step, not by recursion
            missing, known = list(self.edits), EditHistory(self.start, self.duration)
        grid, context = known._state
        for edit in missing:
            edited = apply_edit(grid, edit, context)
            grid, context = edited, next_context(grid, edit, edited, context)
        return grid, context

    def __reduce__(self) -> tuple[object, ...]:
        """Leave the earlier histories behind on the way to another process."""
        return EditHistory, (self.start, self.duration, self.edits)


def constraints_of(history: EditHistory) -> Constraints:
    """Return what the edits of a history say about the beats of the piece.

    Moved, added, tapped and locked beats are beats, beats that were made to start a bar are downbeats, removed ones are
    no beats, a chosen or typed tempo is a tempo range, a metre holds from where it was set, cleared stretches are
    silences. What a later edit took back is left out.
    """
    grid, context = history.grid, history.context
    fixed = context.constraints
    times = grid.beat_times
    is_fixed = np.zeros(len(grid), np.bool_)
    for start, end in context.locked:
        is_fixed |= (times >= start) & (times < end)
    downbeats = merged(fixed.downbeats, times[is_fixed & (grid.positions == 1)])
    beats = merged(fixed.beats, times[is_fixed])
    return replace(fixed, beats=merged(set(beats) - set(downbeats)), downbeats=downbeats)
