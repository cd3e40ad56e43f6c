"""What every lane is made of: an item that paints one picture of the visible stretch of time, and keeps it."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem

from desktop.widgets.theme import LIGHT, Theme


@dataclass(frozen=True)
class Frame:
    """A lane as it is on the screen now, in device-independent pixels, and the times it shows.

    Attributes
    ----------
    width, height : size of the lane
    start, end : times at its left and right edge, seconds
    pixel_ratio : device pixels in one of these pixels
    """

    width: float
    height: int
    start: float
    end: float
    pixel_ratio: float = 1.0

    @cached_property
    def pixels_per_second(self) -> float:
        return self.width / (self.end - self.start)

    @cached_property
    def n_columns(self) -> int:
        """Columns of device pixels."""
        return max(round(self.width * self.pixel_ratio), 1)

    @cached_property
    def n_rows(self) -> int:
        """Rows of device pixels."""
        return max(round(self.height * self.pixel_ratio), 1)

    def x(self, seconds: float) -> float:
        """Where a time is, from the lane's left edge."""
        return (seconds - self.start) * self.pixels_per_second

    def time_at(self, x: float) -> float:
        """Return the time at a place, from the lane's left edge."""
        return self.start + x / self.pixels_per_second

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see."""
        return self.width <= 0 or self.height <= 0 or self.end <= self.start

    def part(self, x: float, width: float) -> "Frame":
        """Return a part of this frame, some pixels wide, from some pixels on."""
        return replace(self, width=width, start=self.time_at(x), end=self.time_at(x + width))

    def xs(self, seconds: NDArray[np.float64]) -> NDArray[np.float64]:
        """Where many times are, from the lane's left edge."""
        return (seconds - self.start) * self.pixels_per_second

    def column_edges(self) -> NDArray[np.float64]:
        """Return the times of the edges of the columns of device pixels [shape=(n_columns + 1,)]."""
        return np.linspace(self.start, self.end, self.n_columns + 1)

    def snapped(self, x: float) -> float:
        """Return the nearest edge of a device pixel, so that hairlines are sharp."""
        return round(x * self.pixel_ratio) / self.pixel_ratio

    def visible(self, seconds: NDArray[np.float64]) -> slice:
        """Which of some rising times are visible, with one more on either side."""
        first, last = np.searchsorted(seconds, [self.start, self.end])
        return slice(max(int(first) - 1, 0), int(last) + 1)


class TimeBox(QGraphicsItem):
    """A rectangle of the view with time from left to right, and the items that draw over all of it.

    One item of the scene for all of them: what Qt asks of an item and calls it for, through the bindings, takes longer
    than some of them take to draw.
    """

    def __init__(self) -> None:
        super().__init__()
        self.rect = QRectF(0.0, 0.0, 1.0, 1.0)
        self.start, self.end = 0.0, 1.0
        self._bounds = QRectF(self.rect)
        self._items: list[TimeItem] = []

    def add(self, item: "TimeItem") -> None:
        """Take an item, above those that are there."""
        item.box = self
        self._items.append(item)

    def place(self, rect: QRectF) -> None:
        """Take this rectangle of the view."""
        if rect == self.rect:
            return
        self.prepareGeometryChange()
        self.rect = QRectF(rect)
        self._bounds = QRectF(QPointF(), rect.size())
        self.setPos(rect.topLeft())

    def show_range(self, start: float, end: float) -> None:
        """Show the times between two, seconds."""
        if (start, end) != (self.start, self.end):
            self.start, self.end = start, end
            self.update()

    def frame(self, pixel_ratio: float) -> Frame:
        """Return what there is to draw."""
        return Frame(round(self.rect.width()), round(self.rect.height()), self.start, self.end, pixel_ratio)

    def x_at(self, seconds: float) -> float:
        """Return where a time is, from the box's left edge."""
        return (seconds - self.start) / max(self.end - self.start, 1e-9) * self.rect.width()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, *_: Any) -> None:
        frame = self.frame(painter.device().devicePixelRatio())
        if not frame.is_empty:
            for item in self._items:
                item.paint_frame(painter, frame)


class TimeItem:
    """What draws in pixels over all of a `TimeBox`.

    Its picture is kept until the view, the size, the theme or the data change: a playhead that moves over it
    costs no more than copying the strip that it uncovers.
    """

    def __init__(self) -> None:
        self.theme = LIGHT
        self.box: TimeBox | None = None
        self._picture: QImage | None = None
        self._key: tuple[Frame, Theme] | None = None

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw the picture, (0, 0) being the lane's upper left corner."""

    def picture(self, frame: Frame) -> QImage:
        """Return the picture of a frame, stretched to the lane: that of `draw`, unless a lane has a faster way."""
        picture = QImage(frame.n_columns, frame.n_rows, QImage.Format.Format_ARGB32_Premultiplied)
        picture.setDevicePixelRatio(frame.pixel_ratio)
        picture.fill(0)
        painter = QPainter(picture)
        self.draw(painter, frame)
        painter.end()
        return picture

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.refresh()

    def refresh(self) -> None:
        """Draw again after a change of what is shown."""
        self._picture = None
        self.update()

    def update(self, part: QRectF | None = None) -> None:
        """Have the box painted soon, or a part of it."""
        if self.box is not None:
            self.box.update(self.box.boundingRect() if part is None else part)

    def paint_frame(self, painter: QPainter, frame: Frame) -> None:
        """Paint what the lane shows of a frame, the lane's upper left corner being the painter's origin.

        The painter goes on to the next item of the box: font and pen may be left as they are, a clip may not.
        """
        painter.drawImage(QRectF(0, 0, frame.width, frame.height), self.current_picture(frame))

    def current_picture(self, frame: Frame) -> QImage:
        """Return the picture of a frame, made only if it is not there."""
        key = (frame, self.theme)
        if self._picture is None or key != self._key:
            self._picture = self.picture(frame)
            self._key = key
        return self._picture


def coloured_image(values: NDArray[np.uint8], colours: NDArray[np.uint32], pixel_ratio: float) -> QImage:
    """Return an image of numbers [shape=(height, width)] in colours (0xAARRGGBB, premultiplied) [shape=(256,)]."""
    if not (colours >> 24 == 255).all():
        return image_of(colours.take(values), pixel_ratio)
    # Qt looks colours up four times as fast as NumPy, but takes those of a table as not premultiplied.
    values = np.ascontiguousarray(values)
    height, width = values.shape
    indexed = QImage(values.data, width, height, width, QImage.Format.Format_Indexed8)
    indexed.setColorTable(colours.tolist())
    image = indexed.convertToFormat(QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(pixel_ratio)
    return image


def image_of(pixels: NDArray[np.uint32], pixel_ratio: float) -> QImage:
    """Return an image of pixels (0xAARRGGBB, premultiplied) [shape=(height, width)]."""
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(pixel_ratio)
    # QImage does not keep the array alive by itself.
    image.pixels_ = pixels  # type: ignore[attr-defined]
    return image


def small_font(scale: float = 0.85) -> QFont:
    """Return the system's font a little smaller, with digits of one width where it has them."""
    font = QFont(QGuiApplication.font())
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * scale)
    else:
        font.setPixelSize(max(round(font.pixelSize() * scale), 8))
    return font


def text_width(font: QFont, text: str) -> float:
    """Width of a text in device-independent pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)
