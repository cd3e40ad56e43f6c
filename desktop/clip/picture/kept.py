"""Pictures that are stretched while the view moves, and made again once there is time.

To make the pictures of all lanes takes several times as long as a frame may take. While one zooms or pans, a lane
therefore shows what it has, in the right place: stretched, and with what has come into view made for it. A timer that
fires when the event loop has nothing else to do makes the exact pictures, one lane at a time.
"""

import math

from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtGui import QImage, QPainter

from desktop.clip.picture.time_item import Frame, TimeItem
from desktop.widgets.theme import Theme

MOST_STRETCHED = 2.0
"""How far a picture is stretched or squeezed; beyond that it is made again at once."""

LEAST_KEPT = 0.6
"""Share of a frame that must be there already; a jump elsewhere is drawn at once."""

MARGIN = 0.2
"""How much more than the view a picture shows on either side, as a share of the view: room to pan into."""

LEAN = 0.12
"""Share of the view by which the margin is wider on the side that the view moves to, and narrower on the other one."""

SAME_COLUMN = 1e-3
"""Device pixels that columns may be apart and still be the same."""


class Renewal(QObject):
    """Makes the exact pictures of items when the event loop has nothing else to do, one at a time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._owed: dict[KeptItem, float] = {}
        self._made: list[KeptItem] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._make_next)

    @property
    def is_done(self) -> bool:
        """Whether every picture is exact."""
        return not self._timer.isActive()

    def owe(self, item: "KeptItem", pixel_ratio: float) -> None:
        """Make the picture of an item soon."""
        self._owed.setdefault(item, pixel_ratio)
        self._timer.start()

    def _make_next(self) -> None:
        if self._owed:
            item = next(iter(self._owed))  # the one that has waited for longest
            if item.renew(self._owed.pop(item)):
                self._made.append(item)
        if not self._owed:
            self._timer.stop()
            for item in self._made:
                item.update()
            self._made.clear()


class KeptItem(TimeItem):
    """An item whose picture may be stretched while the view moves."""

    def __init__(self) -> None:
        super().__init__()
        self.renewal: Renewal | None = None
        """Who makes its exact pictures; without one, every frame is exact."""
        self._kept: tuple[Frame, Theme, QImage] | None = None

    def refresh(self) -> None:
        self._kept = None
        super().refresh()

    def paint_frame(self, painter: QPainter, frame: Frame) -> None:
        is_part = self._kept is not None and self._kept[1] == self.theme and is_part_of(frame, self._kept[0])
        if self._kept is None or self._kept[1] != self.theme or not (is_part or self._may_stretch(frame)):
            # With its margins although it has to be there at once: the next frames need not make strips of it.
            made = frame if self.renewal is None else with_margins(frame)
            self._kept = (made, self.theme, self.picture(made))
            is_part = True
        kept, _, picture = self._kept
        if is_part:
            offset = (frame.start - kept.start) * kept.pixels_per_second * kept.pixel_ratio
            scale = picture.width() / kept.n_columns
            source = QRectF(round(offset) * scale, 0, frame.n_columns * scale, picture.height())
            painter.drawImage(QRectF(0, 0, frame.width, frame.height), picture, source)
        else:
            self._paint_stretched(painter, kept, picture, frame)
            if self.renewal is not None:
                self.renewal.owe(self, frame.pixel_ratio)

    def _may_stretch(self, frame: Frame) -> bool:
        return self._kept is not None and self.renewal is not None and can_stand_for(self._kept[0], frame)

    def renew(self, pixel_ratio: float) -> bool:
        """Make the picture of what the box shows now, with its margins; whether there is anything to show."""
        if self.box is None or not self.box.isVisible():
            return False
        frame = self.box.frame(pixel_ratio)
        if frame.is_empty:
            return False
        wide = with_margins(frame, 0.0 if self._kept is None else lean_from(self._kept[0], frame))
        self._kept = (wide, self.theme, self.picture(wide))
        return True

    def _paint_stretched(self, painter: QPainter, kept: Frame, picture: QImage, frame: Frame) -> None:
        left = frame.snapped(max(frame.x(kept.start), 0.0))
        right = frame.snapped(min(frame.x(kept.end), float(frame.width)))
        first, last = (kept.x(frame.time_at(x)) * picture.width() / kept.width for x in (left, right))
        source = QRectF(first, 0, last - first, picture.height())
        painter.drawImage(QRectF(left, 0, right - left, frame.height), picture, source)
        for x, width in ((0.0, left), (right, frame.width - right)):
            if width > 0:
                painter.drawImage(QRectF(x, 0, width, frame.height), self.picture(frame.part(x, width)))


def with_margins(frame: Frame, lean: float = 0.0) -> Frame:
    """Return a frame with room to pan into on either side, in whole columns of device pixels.

    Parameters
    ----------
    lean : by how much more the margin is on the right than it would be, and less on the left, as a share of the view
    """
    left, right = (round((MARGIN + side * lean) * frame.n_columns) / frame.pixel_ratio for side in (-1, 1))
    return frame.part(-left, left + frame.width + right)


def lean_from(kept: Frame, frame: Frame) -> float:
    """Return how far the margins of a frame should lean when the picture that was there is of another one."""
    moved = (frame.start + frame.end) - (kept.start + kept.end)
    return math.copysign(LEAN, moved) if moved else 0.0


def can_stand_for(kept: Frame, frame: Frame) -> bool:
    """Whether a picture of one frame, stretched, can stand for that of another for a moment."""
    if (kept.height, kept.pixel_ratio) != (frame.height, frame.pixel_ratio):
        return False
    stretched = frame.pixels_per_second / kept.pixels_per_second
    shared = min(kept.end, frame.end) - max(kept.start, frame.start)
    return 1 / MOST_STRETCHED <= stretched <= MOST_STRETCHED and shared >= LEAST_KEPT * (frame.end - frame.start)


def is_part_of(frame: Frame, kept: Frame) -> bool:
    """Whether a frame has the columns of another, or some of them, and can be cut out of its picture."""
    if (kept.height, kept.pixel_ratio) != (frame.height, frame.pixel_ratio):
        return False
    columns_per_second = kept.pixels_per_second * kept.pixel_ratio
    first, last = ((seconds - kept.start) * columns_per_second for seconds in (frame.start, frame.end))
    is_inside = first > -SAME_COLUMN and last < kept.n_columns + SAME_COLUMN
    is_whole = abs(first - round(first)) < SAME_COLUMN and abs(last - round(last)) < SAME_COLUMN
    return is_inside and is_whole and round(last) - round(first) == frame.n_columns
