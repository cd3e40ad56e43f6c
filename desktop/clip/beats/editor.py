"""The beats of the open clip as a person corrects them: the edits, the stack of what was done, what is selected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from core.analysis import Rhythm
from core.errors import RhythmError
from core.language import tr
from core.rhythm.constraints import Constraints, Stretch
from core.rhythm.edit_history import EditHistory, constraints_of
from core.rhythm.editing import move_limits
from core.rhythm.edits import SAME_BEAT, Edit, MoveBeat, MoveGrid, describe
from core.rhythm.estimate import NO_ESTIMATE, BeatEstimate
from core.rhythm.grid import NO_BEATS, BeatGrid
from desktop.clip.beats.commands import EditCommand

MOST_STEPS = 1000
"""How many edits can be undone."""

UNMOVED = 0.001
"""Seconds within which a beat is where the tracker found it."""

SAME_PLACE = 0.01
"""Seconds within which two beats are not worth telling apart."""


class BeatEditor(QObject):
    """Applies edits at once, on the main thread; what takes longer follows the signals.

    Attributes
    ----------
    stack : what was done; undo and redo go through it
    estimate : what the tracker found
    onset_times : seconds; beats that are dragged snap to them
    """

    grid_changed = Signal(object)
    """The beats to show: after an edit, and while a beat is being dragged."""
    edited = Signal()
    """The edits are others: done, undone, or done again."""
    restored = Signal()
    """The edits are others: those that were stored."""
    looks_changed = Signal()
    """What is selected, under the pointer or proposed has changed."""
    mode_changed = Signal(bool)
    refused = Signal(str)
    """Why an edit cannot be made, as one line for a person."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(MOST_STEPS)
        self.estimate: BeatEstimate = NO_ESTIMATE
        self.onset_times: Sequence[float] = ()
        self._history = EditHistory(NO_BEATS, 0.0)
        self._preview: BeatGrid | None = None
        self._loaded = False
        self._editing = False
        self.selected: frozenset[int] = frozenset()
        self.hovered = -1
        self.ghosts: BeatGrid | None = None

    # --- the clip --------------------------------------------------------------------------------------------------

    def load(self, rhythm: Rhythm, duration: float) -> None:
        """Take up the beats of a clip of some seconds; what was done to those of another is forgotten."""
        self.estimate = rhythm.estimate
        activations = rhythm.estimate.activations
        self.onset_times = () if activations is None else activations.onset_times.tolist()
        self._loaded = True
        self.stack.clear()
        self.selected, self.hovered, self.ghosts, self._preview = frozenset(), -1, None, None
        self._history = EditHistory(rhythm.grid, duration)
        self.looks_changed.emit()

    def clear(self) -> None:
        """Forget the clip."""
        self.load(Rhythm(NO_BEATS, NO_ESTIMATE), 0.0)
        self._loaded = False
        self.set_editing(False)

    @property
    def is_loaded(self) -> bool:
        """Whether there is a clip with what a tracker says of it."""
        return self._loaded

    @property
    def grid(self) -> BeatGrid:
        """The beats as they are shown: those of a drag while there is one."""
        return self._history.grid if self._preview is None else self._preview

    @property
    def rhythm(self) -> Rhythm:
        """The beats without those of a drag, with what the tracker found."""
        return Rhythm(self._history.grid, self.estimate)

    @property
    def history(self) -> EditHistory:
        """What was done, without what was undone."""
        return self._history

    @property
    def locked(self) -> tuple[Stretch, ...]:
        """Stretches whose beats stay, seconds."""
        return self._history.locked

    @property
    def silences(self) -> tuple[Stretch, ...]:
        """Stretches that were said to have no beats, seconds."""
        return self._history.context.constraints.silences

    def constraints(self) -> Constraints:
        """Return what was said about the beats, for decoding the rest again."""
        return constraints_of(self._history)

    def limits(self, time: float, whole_grid: bool) -> Stretch:
        """Return how far a beat can be moved, alone or with all that follow it; nowhere where it is locked."""
        try:
            return move_limits(self._history.grid, time, self._history.context, whole_grid=whole_grid)
        except RhythmError:
            return time, time

    def confidence(self) -> NDArray[np.float32]:
        """How sure the tracker is of each beat [shape=(n_beats,)]; NaN for those that a person set."""
        found, grid = self.estimate.grid.beat_times, self.grid.beat_times
        if not len(found) or not len(grid):
            return np.full(len(grid), np.nan, np.float32)
        nearest = _nearest(found, grid)
        sure = np.asarray(self.estimate.beat_confidence, np.float32)[nearest].copy()
        sure[np.abs(found[nearest] - grid) > UNMOVED] = np.nan
        return sure

    def certainty_of(self, beat: int) -> str:
        """Return how sure the tracker is of one beat, in words; "" where that is not known."""
        sure = float(self.confidence()[beat])
        return "" if np.isnan(sure) else tr("certainty {sure:.0f} %", sure=100 * sure)

    # --- the mode, and what is pointed at --------------------------------------------------------------------------

    @property
    def is_editing(self) -> bool:
        """Whether beats have handles."""
        return self._editing

    def set_editing(self, editing: bool) -> None:
        """Show handles, or leave the mode."""
        if editing == self._editing or (editing and not self._loaded):
            return
        self._editing = editing
        if not editing:
            self.selected, self.hovered, self._preview = frozenset(), -1, None
        self.mode_changed.emit(editing)
        self.looks_changed.emit()

    def nearest(self, seconds: float) -> int:
        """Return the index of the beat nearest to a time; -1 where there are no beats."""
        times = self.grid.beat_times
        return int(_nearest(times, np.array([seconds]))[0]) if len(times) else -1

    def select(self, beats: Iterable[int]) -> None:
        """Select these beats and no others."""
        selected = frozenset(beat for beat in beats if 0 <= beat < len(self.grid))
        if selected != self.selected:
            self.selected = selected
            self.looks_changed.emit()

    def toggle_selected(self, beat: int) -> None:
        """Take a beat into the selection, or out of it."""
        self.select(self.selected ^ {beat})

    def select_up_to(self, beat: int) -> None:
        """Extend the selection to a beat and all between."""
        first, last = min(self.selected, default=beat), max(self.selected, default=beat)
        self.select(range(min(first, beat), max(last, beat) + 1))

    def hover(self, beat: int) -> None:
        """Take note of the beat under the pointer, -1 for none."""
        if beat != self.hovered:
            self.hovered = beat
            self.looks_changed.emit()

    def show_ghosts(self, grid: BeatGrid | None) -> None:
        """Show other beats beside the present ones, or none."""
        if grid is not self.ghosts:
            self.ghosts = grid
            self.looks_changed.emit()

    # --- editing ---------------------------------------------------------------------------------------------------

    def preview(self, edit: Edit) -> None:
        """Show what an edit would do; where it cannot be made, what was shown stays."""
        try:
            self._show_preview(self._history.added(edit).grid)
        except RhythmError:
            return

    def drop_preview(self) -> None:
        """Show the beats as they are."""
        if self._preview is not None:
            self._show_preview(None)

    def perform(self, *edits: Edit, text: str = "") -> bool:
        """Make edits, as one step of the stack; whether they could be made and changed anything.

        Confirming a downbeat or a metre moves no beat, but later decoding keeps to it, so it is a step as well.
        """
        before = after = self._history
        try:
            for edit in edits:
                after = after.added(edit)
        except RhythmError as error:
            self.drop_preview()
            self.refused.emit(str(error))
            return False
        if after.grid is before.grid and _said(after) == _said(before):
            self.drop_preview()
            return False
        self.stack.push(EditCommand(self, before, after, text or str(describe(edits[-1]))))
        return True

    def restore(self, states: Sequence[EditHistory]) -> None:
        """Take up edits that were stored, as if they had just been made: all of them can be undone.

        Parameters
        ----------
        states : a history and all before it, from the one without edits on
        """
        self.stack.clear()
        self.blockSignals(True)  # only the last state is worth showing
        try:
            for before, after in pairwise(states):
                self.stack.push(EditCommand(self, before, after, str(describe(after.edits[-1]))))
            self._history = states[-1]
        finally:
            self.blockSignals(False)
        self.grid_changed.emit(self.grid)
        self.restored.emit()

    def put(self, history: EditHistory) -> None:
        """Put a state in place: what the commands of the stack do."""
        old = self._history.grid.beat_times
        times = [float(old[beat]) for beat in self.selected if beat < len(old)]
        last = history.edits[-1] if history.edits else None
        if isinstance(last, MoveBeat | MoveGrid):
            times = [last.to if abs(time - last.time) < SAME_BEAT else time for time in times]
        self._history, self._preview, self.ghosts, self.hovered = history, None, None, -1
        self.selected = self._beats_at(times)
        self.grid_changed.emit(self.grid)
        self.edited.emit()

    def _show_preview(self, grid: BeatGrid | None) -> None:
        self._preview = grid
        self.grid_changed.emit(self.grid)

    def _beats_at(self, times: Iterable[float]) -> frozenset[int]:
        found = [(time, self.nearest(time)) for time in times]
        return frozenset(
            beat for time, beat in found if beat >= 0 and abs(self.grid.beat_times[beat] - time) < SAME_BEAT
        )


def n_different(one: BeatGrid, other: BeatGrid) -> int:
    """How many beats of the larger of two grids have no beat of the other at their place."""
    if not len(one) or not len(other):
        return max(len(one), len(other))
    counts = []
    for here, there in ((one, other), (other, one)):
        nearest = _nearest(there.beat_times, here.beat_times)
        far = np.abs(there.beat_times[nearest] - here.beat_times) > SAME_PLACE
        counts.append(int((far | (there.positions[nearest] != here.positions)).sum()))
    return max(counts)


def _nearest(times: NDArray[np.float64], wanted: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return the indices of the times nearest to others; both rise."""
    after = np.clip(np.searchsorted(times, wanted), 1, max(len(times) - 1, 1))
    if len(times) < 2:
        return np.zeros(len(wanted), np.intp)
    return np.where(wanted - times[after - 1] <= times[after] - wanted, after - 1, after)


def _said(history: EditHistory) -> tuple[object, ...]:
    """Return what a person said of bars and locks, whether or not it moved a beat."""
    fixed = history.context.constraints
    return fixed.downbeats, fixed.metres, history.locked
