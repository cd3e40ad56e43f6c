"""What the mouse does on the lanes: click seeks, drag pans, Shift and drag selects, edges can be dragged.

The edges of a selection are on beats, or where the piece begins and ends; Alt leaves them free.
"""

from collections.abc import Callable
from enum import Enum, auto

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from core.rhythm.grid import BeatGrid
from desktop.clip.timeline import Timeline

EDGE_REACH = 5.0
"""Pixels around a selection's edge that take hold of it."""

WHEEL_ZOOM = 1.25
"""Zoom of one notch of a wheel."""

WHEEL_PAN = 0.1
"""Part of the view that one notch pans by."""

NOTCH = 120.0
"""Eighths of a degree in a notch of a wheel, as Qt counts."""


_REACH_IN_BEATS = 0.6
"""How far a beat draws an edge to itself; a little over a half, since beats are not all equally long."""


class Drag(Enum):
    """What the pressed button is doing."""

    NOTHING = auto()
    PAN = auto()
    SELECT = auto()


class Gestures:
    """Turns presses and moves, in pixels, into changes of the timeline.

    Parameters
    ----------
    time_at, x_at : from pixels to seconds and back, as the lanes stand now
    """

    def __init__(self, timeline: Timeline, time_at: Callable[[float], float], x_at: Callable[[float], float]) -> None:
        self.timeline = timeline
        self.time_at = time_at
        self.x_at = x_at
        self.beat_grid: BeatGrid | None = None
        self.drag = Drag.NOTHING
        self._pressed: QPointF | None = None
        self._anchor = 0.0
        self._anchor_is_edge = False  # the edge of a selection stays where it is while the other is dragged
        self._last_x = 0.0
        self._moved = False

    @property
    def is_free(self) -> bool:
        """Whether no button is held."""
        return self._pressed is None

    def press(self, position: QPointF, shift: bool, on_ruler: bool) -> None:
        self._pressed = position
        self._last_x = position.x()
        self._moved = False
        self._anchor = self.time_at(position.x())
        self._anchor_is_edge = True
        edge = self.edge_at(position.x())
        if edge is not None and self.timeline.selection is not None:
            start, end = self.timeline.selection
            self._anchor = end if edge == "start" else start
            self.drag = Drag.SELECT
        else:
            self._anchor_is_edge = False
            self.drag = Drag.SELECT if shift or on_ruler else Drag.PAN

    def move(self, position: QPointF, free: bool = False) -> None:
        """Go on dragging; a selection is drawn to beats unless it is `free`."""
        if self._pressed is None:
            return
        distance = (position - self._pressed).manhattanLength()
        if not self._moved and distance < QApplication.startDragDistance():
            return
        self._moved = True
        if self.drag is Drag.SELECT:
            at = self.time_at(position.x())
            anchor = self._anchor
            if not free:
                at = self.snapped(at)
                anchor = anchor if self._anchor_is_edge else self.snapped(anchor)
            self.timeline.selection = (anchor, at)
        elif self.drag is Drag.PAN:
            self.timeline.pan(self.time_at(self._last_x) - self.time_at(position.x()))
            self._last_x = position.x()

    def release(self, position: QPointF) -> None:
        if self._pressed is not None and not self._moved:
            self.timeline.request_seek(self.time_at(position.x()))
        self._pressed = None
        self._moved = False
        self.drag = Drag.NOTHING

    def double_click(self, position: QPointF) -> None:
        """Select the bar under the pointer."""
        bar = self.bar_at(self.time_at(position.x()))
        if bar is not None:
            self.timeline.selection = bar

    def wheel(self, x: float, dx: float, dy: float, shift: bool) -> None:
        """Zoom at the pointer, or pan: sideways, or with Shift. `dx`, `dy` in notches' eighths of degrees."""
        start, end = self.timeline.view_range
        if shift or abs(dx) > abs(dy):
            self.timeline.pan(-(dx or dy) / NOTCH * WHEEL_PAN * (end - start))
        else:
            self.timeline.zoom(WHEEL_ZOOM ** (dy / NOTCH), self.time_at(x))

    def edge_at(self, x: float) -> str | None:
        """Which edge of the selection a place takes hold of: "start", "end" or none."""
        if self.timeline.selection is None:
            return None
        reach = {
            edge: abs(self.x_at(seconds) - x)
            for edge, seconds in zip(("start", "end"), self.timeline.selection, strict=True)
        }
        nearest = min(reach, key=lambda edge: reach[edge])
        return nearest if reach[nearest] <= EDGE_REACH else None

    def snapped(self, seconds: float) -> float:
        """Return the nearest beat, or beginning or end of the piece, within half a beat; else the time itself."""
        grid = self.beat_grid
        if grid is None or len(grid) < 2:
            return seconds
        reach = _REACH_IN_BEATS * float(np.median(np.diff(grid.beat_times)))
        places = np.concatenate([[0.0], grid.beat_times, [self.timeline.duration]])
        nearest = float(places[np.argmin(np.abs(places - seconds))])
        return nearest if abs(nearest - seconds) <= reach else seconds

    def bar_at(self, seconds: float) -> tuple[float, float] | None:
        """Start and end of the bar at a time; None before the first downbeat."""
        if self.beat_grid is None:
            return None
        downbeats = self.beat_grid.downbeat_times
        index = int(np.searchsorted(downbeats, seconds, side="right")) - 1
        if index < 0:
            return None
        end = downbeats[index + 1] if index + 1 < len(downbeats) else self.timeline.duration
        return float(downbeats[index]), float(end)

    def cursor(self, position: QPointF, shift: bool, on_ruler: bool, on_lane: bool) -> Qt.CursorShape:
        """Return the shape of the pointer at a place."""
        if self.drag is Drag.PAN and self._moved:
            return Qt.CursorShape.ClosedHandCursor
        if not (on_ruler or on_lane):
            return Qt.CursorShape.ArrowCursor
        if self.edge_at(position.x()) is not None:
            return Qt.CursorShape.SplitHCursor
        if shift or on_ruler or self.drag is Drag.SELECT:
            return Qt.CursorShape.IBeamCursor
        return Qt.CursorShape.CrossCursor
