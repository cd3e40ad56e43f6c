"""What the mouse does in the lane of sections: select one or several, drag a border, rename."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from core.language import tr
from core.rhythm.edits import snap
from core.structure.section_edits import add_border, move_border, remove_border
from desktop.clip.picture.hand import Touch
from desktop.clip.picture.time_text import format_span, format_time

if TYPE_CHECKING:
    from desktop.clip.picture.lane_view import LaneView
    from desktop.clip.sections.desk import SectionDesk

REACH = 5.0
"""Pixels around a border that take hold of it."""

DRAG_START = 3.0
"""Pixels after which a press on a border is a drag."""

SNAP_PIXELS = 12.0
"""How near a downbeat draws a border to itself; Alt leaves it free."""


class SectionHand:
    """Turns the mouse in the lane of sections into selections and edits."""

    def __init__(self, desk: SectionDesk, view: LaneView) -> None:
        self._desk, self._view = desk, view
        self._pressed: Touch | None = None
        self._border = -1
        self._moved = False

    def border_at(self, x: float) -> int:
        """Return the inner border under a pixel of the view, -1 for none."""
        times = self._desk.sections.times
        near = [(abs(self._view.x_at(float(times[i])) - x), i) for i in range(1, len(times) - 1)]
        distance, border = min(near, default=(REACH + 1, -1))
        return border if distance <= REACH else -1

    def press(self, touch: Touch) -> bool:
        if not len(self._desk.sections):
            return False
        self._pressed, self._border, self._moved = touch, self.border_at(touch.x), False
        if self._border < 0:
            self._select(touch)
        return True

    def move(self, touch: Touch) -> None:
        if self._pressed is None:
            self._desk.item.hold(self.border_at(touch.x))
        elif self._border < 0:
            self._select(touch)
        elif self._moved or abs(touch.x - self._pressed.x) >= DRAG_START:
            self._moved = True
            self._desk.preview(move_border(self._desk.sections, self._border, self._snapped(touch)))

    def release(self, touch: Touch) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return
        if self._border < 0 or not self._moved:
            return
        self._moved = False
        self._desk.perform(
            move_border(self._desk.sections, self._border, self._snapped(touch)), tr("Move section border")
        )

    def double_click(self, touch: Touch) -> bool:
        self._pressed = None
        place = self._desk.sections.index_at(self._view.time_at(touch.x))
        if place is not None and self.border_at(touch.x) < 0:
            self._desk.begin_renaming(place)
        return True

    def leave(self) -> None:
        self._desk.item.hold(-1)

    def menu(self, touch: Touch) -> QMenu | None:
        desk, seconds = self._desk, self._view.time_at(touch.x)
        sections, place = desk.sections, desk.sections.index_at(seconds)
        if place is None:
            return None
        label, border = sections.labels[place], self.border_at(touch.x)
        menu = QMenu(self._view)
        if sections.labels.count(label) > 1:
            menu.addAction(tr("Rename every {label}…", label=label), lambda: desk.begin_renaming(place))
            menu.addAction(tr("Rename this one…"), lambda: desk.begin_renaming(place, all_alike=False))
        else:
            menu.addAction(tr("Rename…"), lambda: desk.begin_renaming(place))
        menu.addSeparator()
        at = self._snapped(touch)
        cut = menu.addAction(
            tr("Add border here"), lambda: desk.perform(add_border(sections, at), tr("Add section border"))
        )
        cut.setEnabled(add_border(sections, at) is not sections)
        joined = border if border > 0 else place
        join = menu.addAction(
            tr("Remove border") if border > 0 else tr("Join with the section before"),
            lambda: desk.perform(remove_border(sections, joined), tr("Remove section border")),
        )
        join.setEnabled(joined > 0)
        menu.addSeparator()
        menu.addAction(tr("Reset sections"), desk.reset).setEnabled(desk.is_edited)
        return menu

    def cursor(self, touch: Touch) -> Qt.CursorShape | None:
        if not len(self._desk.sections):
            return None
        on_border = self._border >= 0 if self._pressed is not None else self.border_at(touch.x) >= 0
        return Qt.CursorShape.SplitHCursor if on_border else Qt.CursorShape.PointingHandCursor

    def readout(self, touch: Touch) -> str:
        if self._pressed is not None and self._border >= 0:
            return tr("Border   {time}", time=format_time(float(self._desk.shown.times[self._border]), 2))
        seconds = self._view.time_at(touch.x)
        place = self._desk.sections.index_at(seconds)
        if place is None:
            return ""
        start, end = (float(time) for time in self._desk.sections.times[place : place + 2])
        return f"{self._desk.item.describe(seconds)}   {format_time(start, 2)}   {format_span(end - start)}"

    def _select(self, touch: Touch) -> None:
        """Select from the section that was pressed to the one under the pointer; with Shift, from the selection on."""
        assert self._pressed is not None
        times = self._desk.sections.times
        places = [self._desk.sections.index_at(self._view.time_at(one.x)) for one in (self._pressed, touch)]
        found = [len(self._desk.sections) - 1 if place is None else place for place in places]
        start, end = float(times[min(found)]), float(times[max(found) + 1])
        former = self._desk.timeline.selection
        if self._pressed.shift and former is not None:
            start, end = min(start, former[0]), max(end, former[1])
        self._desk.timeline.selection = (start, end)

    def _snapped(self, touch: Touch) -> float:
        seconds = self._view.time_at(touch.x)
        grid = self._view.beat_grid
        if touch.alt or grid is None:
            return seconds
        per_second = self._view.x_at(1.0) - self._view.x_at(0.0)
        return float(snap(seconds, grid.downbeat_times.tolist(), SNAP_PIXELS / max(per_second, 1e-9)))
