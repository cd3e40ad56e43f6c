"""The single truth about time in the clip view: the piece's length, what is visible, playhead, selection."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

SHORTEST_VIEW = 0.005
"""Deepest zoom, in seconds: some hundred samples. Pieces of less than a tenth of a second zoom to a twentieth."""

JUMP = 0.5
"""A change of position by more than this many seconds is a jump, not playback going on."""


class Timeline(QObject):
    """Length, visible range, playhead and selection of one piece, all in seconds.

    Every setter clamps to the piece, and a signal is emitted only when its value really changed. Views draw from
    here and change it; no view keeps a second copy.
    """

    duration_changed = Signal(float)
    view_range_changed = Signal(float, float)
    position_changed = Signal(float)
    selection_changed = Signal(object)
    seek_requested = Signal(float)
    """The user asked for the player to jump there; the position follows when the player has."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._duration = 0.0
        self._view_range = (0.0, 0.0)
        self._position = 0.0
        self._selection: tuple[float, float] | None = None
        self.follow = True
        """Whether the view pages on when the playhead leaves it."""

    @property
    def duration(self) -> float:
        """Length of the piece; 0 when there is none. Setting a new length shows all of it and forgets the rest."""
        return self._duration

    @duration.setter
    def duration(self, seconds: float) -> None:
        seconds = max(_finite(seconds), 0.0)
        if seconds == self._duration:
            return
        self._duration = seconds
        self.duration_changed.emit(seconds)
        self.selection = None
        self._move_to(0.0)
        self.show_all()

    @property
    def shortest_view(self) -> float:
        """The deepest zoom, in seconds."""
        return min(SHORTEST_VIEW, self._duration / 20)

    @property
    def view_range(self) -> tuple[float, float]:
        """Start and end of what is visible."""
        return self._view_range

    @view_range.setter
    def view_range(self, seconds: Sequence[float]) -> None:
        self.show(seconds[0], seconds[1])

    @property
    def position(self) -> float:
        """The playhead. Setting it may page the view, see `follow`."""
        return self._position

    @position.setter
    def position(self, seconds: float) -> None:
        previous = self._position
        self._move_to(seconds)
        if self.follow and self._position != previous:
            self._keep_in_view(previous)

    @property
    def selection(self) -> tuple[float, float] | None:
        """The selected passage (start, end), or None. An empty passage is no selection."""
        return self._selection

    @selection.setter
    def selection(self, seconds: Sequence[float] | None) -> None:
        selection = None
        if seconds is not None:
            first, second = (self._clamp(value) for value in seconds)
            selection = (min(first, second), max(first, second)) if first != second else None
        if selection != self._selection:
            self._selection = selection
            self.selection_changed.emit(selection)

    def request_seek(self, seconds: float) -> None:
        """Ask the player to jump to a time."""
        self.seek_requested.emit(self._clamp(seconds))

    def show(self, start: float, end: float) -> None:
        """Make a range visible: widened to the deepest zoom, moved inside the piece, cut to the whole piece."""
        start, end = sorted((_finite(start), _finite(end)))
        span = min(max(end - start, self.shortest_view), self._duration)
        start = min(max((start + end - span) / 2, 0.0), self._duration - span)
        # The end is computed once and clamped, so that rounding can never put it past the piece.
        view_range = (start, min(start + span, self._duration))
        if view_range != self._view_range:
            self._view_range = view_range
            self.view_range_changed.emit(*view_range)

    def show_all(self) -> None:
        """Make the whole piece visible."""
        self.show(0.0, self._duration)

    def zoom(self, factor: float, at: float) -> None:
        """Divide the visible span by `factor` (> 1 zooms in), the time `at` staying where it is on the screen."""
        start, end = self._view_range
        span = end - start
        if span <= 0 or not factor > 0:
            return
        new_span = min(max(span / factor, self.shortest_view), self._duration)
        fraction = (min(max(at, start), end) - start) / span
        new_start = min(max(start + fraction * (span - new_span), 0.0), self._duration - new_span)
        self.show(new_start, new_start + new_span)

    def pan(self, seconds: float) -> None:
        """Move the view later (or earlier, when negative) without changing its span."""
        start, end = self._view_range
        span = end - start
        new_start = min(max(start + _finite(seconds), 0.0), self._duration - span)
        self.show(new_start, new_start + span)

    def reveal(self, seconds: float) -> None:
        """Page the view so that a time is visible, near its left edge; nothing happens when it already is."""
        start, end = self._view_range
        if not start <= seconds <= end:
            span = end - start
            new_start = min(max(seconds - span / 20, 0.0), self._duration - span)
            self.show(new_start, new_start + span)

    def _keep_in_view(self, previous: float) -> None:
        # A view that the user has moved away from the playhead stays where it is, until the playhead jumps.
        start, end = self._view_range
        jumped = abs(self._position - previous) > JUMP
        if jumped or start <= previous <= end:
            self.reveal(self._position)

    def _move_to(self, seconds: float) -> None:
        seconds = self._clamp(seconds)
        if seconds != self._position:
            self._position = seconds
            self.position_changed.emit(seconds)

    def _clamp(self, seconds: float) -> float:
        return min(max(_finite(seconds), 0.0), self._duration)


def _finite(seconds: float) -> float:
    return float(seconds) if math.isfinite(seconds) else 0.0
