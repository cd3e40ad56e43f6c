"""How the mouse arranges lanes: a title dragged puts its lane elsewhere, the gap below a lane dragged sizes it."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication

from desktop.clip.picture.hand import Touch
from desktop.clip.picture.lane import GUTTER, Lane
from desktop.clip.picture.lane_layout import LaneLayout, is_fixed
from desktop.clip.picture.overlay import Overlay
from desktop.widgets.theme import UNIT

if TYPE_CHECKING:
    from desktop.clip.picture.lane_view import LaneView

_LINE = 3.0


class DropLine(Overlay):
    """Where a lane that is dragged would go, and which lane it is."""

    def __init__(self) -> None:
        super().__init__(50)
        self._dragged = QRectF()

    def show_place(self, y: float, width: float, dragged: QRectF) -> None:
        """Show a line at a height of the view, and a veil over the title that is dragged."""
        self._dragged = QRectF(0, dragged.top(), GUTTER, dragged.height())
        self.setVisible(True)
        line = QRectF(0, y - _LINE / 2, width, _LINE)
        self.place(line.united(self._dragged))
        self._line = line
        self.update()

    def paint(self, painter: QPainter, *_: Any) -> None:
        accent = QColor(self.theme.accent)
        painter.fillRect(self._line, accent)
        accent.setAlphaF(0.22)
        painter.fillRect(self._dragged, accent)


class Arranger:
    """What a drag of a title or of a divider does.

    Attributes
    ----------
    line : overlay of the view that shows where a lane would go
    """

    def __init__(self, view: "LaneView") -> None:
        self._view = view
        self.line = DropLine()
        self._title: Lane | None = None
        self._pressed = 0.0
        self._moved = False
        self._before: LaneLayout | None = None
        self._sized: tuple[str, str, float, float] | None = None

    @property
    def is_holding(self) -> bool:
        """Whether a press was taken that has not been let go of."""
        return self._title is not None or self._sized is not None

    def press(self, touch: Touch) -> bool:
        """Take hold of a divider or of a title; False where there is none."""
        self._pressed, self._moved = touch.y, False
        pair = self.divider_at(touch)
        if pair is not None:
            above, below = pair
            self._before = self._view.layout_of_lanes
            self._sized = (above.key, below.key, above.rect.height(), below.rect.height())
            return True
        self._title = self._lane_of_title(touch)
        return self._title is not None

    def move(self, touch: Touch) -> None:
        """Follow the pointer."""
        if not self._moved and abs(touch.y - self._pressed) < QApplication.startDragDistance():
            return
        first, self._moved = not self._moved, True
        if self._sized is not None:
            self._size(touch.y - self._pressed, first)
        elif self._title is not None:
            before = self._place_at(touch.y)
            self.line.show_place(self._edge_above(before), self._view.axis.right(), self._title.rect)

    def release(self, touch: Touch) -> None:
        """Put the lane where it was dragged to; a divider stays where it is."""
        title, moved = self._title, self._moved
        self.cancel(keep=True)
        if moved and title is not None:
            self._view.move_lane(title.key, self._place_at(touch.y))

    def cancel(self, *, keep: bool = False) -> bool:
        """Let go; unless `keep`, as if nothing had been held. False where nothing was."""
        held, before = self.is_holding, self._before
        self._title = self._sized = self._before = None
        self.line.setVisible(False)
        if held and not keep and before is not None:
            self._view.arrange_lanes(before)
        return held

    def double_click(self, touch: Touch) -> bool:
        """Collapse a lane by its title, or bring it back; of a divider, give all lanes their own heights again."""
        self.cancel(keep=True)
        if self.divider_at(touch) is not None:
            self._view.arrange_lanes(self._view.layout_of_lanes.unsized())
            return True
        lane = self._lane_of_title(touch)
        if lane is None:
            return False
        if not is_fixed(lane.height):
            self._view.arrange_lanes(self._view.layout_of_lanes.toggled(lane.key))
        return True

    def cursor(self, touch: Touch) -> Qt.CursorShape | None:
        """Return the shape of the pointer at a place; None where nothing can be arranged."""
        if self._sized is not None:
            return Qt.CursorShape.SplitVCursor
        if self._title is not None:
            return Qt.CursorShape.ClosedHandCursor if self._moved else Qt.CursorShape.OpenHandCursor
        if self.divider_at(touch) is not None:
            return Qt.CursorShape.SplitVCursor
        return Qt.CursorShape.OpenHandCursor if self._lane_of_title(touch) is not None else None

    def divider_at(self, touch: Touch) -> tuple[Lane, Lane] | None:
        """Return the lanes that a divider under the pointer sizes: the nearest above and below that can be."""
        shown = self._view.shown_lanes
        for place in range(len(shown) - 1):
            if shown[place].rect.bottom() <= touch.y < shown[place + 1].rect.top():
                above = [lane for lane in shown[: place + 1] if not is_fixed(lane.height)]
                below = [lane for lane in shown[place + 1 :] if not is_fixed(lane.height)]
                return (above[-1], below[0]) if above and below else None
        return None

    def _lane_of_title(self, touch: Touch) -> Lane | None:
        return self._view.lane_at(touch.y) if touch.x < GUTTER - 2 else None

    def _size(self, distance: float, first: bool) -> None:
        """Give one of two lanes what the other loses; the others stay as they are."""
        assert self._sized is not None
        above, below, high, low = self._sized
        view = self._view
        layout = view.layout_of_lanes
        if first:  # all of them by the pixel, so that none but these two moves
            heights = {lane.key: lane.rect.height() for lane in view.shown_lanes if not is_fixed(lane.height)}
            layout = layout.sized({key: height for key, height in heights.items() if key not in layout.collapsed})
        least = 2.0 * UNIT
        distance = min(max(distance, least - high), low - least)
        view.arrange_lanes(layout.sized({above: high + distance, below: low - distance}))

    def _place_at(self, y: float) -> str | None:
        """Return the lane before which a height lies; None after the last."""
        return next((lane.key for lane in self._view.shown_lanes if y < lane.rect.center().y()), None)

    def _edge_above(self, key: str | None) -> float:
        shown = self._view.shown_lanes
        lane = next((lane for lane in shown if lane.key == key), None)
        return lane.rect.top() - UNIT / 2 if lane is not None else shown[-1].rect.bottom() + UNIT / 2 - _LINE / 2
