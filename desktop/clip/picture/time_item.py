"""What every lane is made of: an item that paints one picture of the visible stretch of time, and keeps it."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QTransform

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

    width: int
    height: int
    start: float
    end: float
    pixel_ratio: float = 1.0

    @property
    def pixels_per_second(self) -> float:
        return self.width / (self.end - self.start)

    @property
    def n_columns(self) -> int:
        """Columns of device pixels."""
        return max(round(self.width * self.pixel_ratio), 1)

    @property
    def n_rows(self) -> int:
        """Rows of device pixels."""
        return max(round(self.height * self.pixel_ratio), 1)

    def x(self, seconds: float) -> float:
        """Where a time is, from the lane's left edge."""
        return (seconds - self.start) * self.pixels_per_second

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


class TimeItem(pg.GraphicsObject):  # type: ignore[misc]
    """An item of a ViewBox that draws in pixels over the whole box.

    Its picture is kept until the view, the size, the theme or the data change: a playhead that moves over it
    costs no more than copying the strip that it uncovers.
    """

    def __init__(self) -> None:
        super().__init__()
        self.theme = LIGHT
        self._bounds = QRectF(0.0, -1.0, 1.0, 2.0)
        self._picture: QImage | None = None
        self._key: tuple[object, ...] = ()

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

    def set_bounds(self, duration: float, bottom: float, top: float) -> None:
        """Tell the scene how far the item reaches: the whole piece, whatever is visible of it."""
        self.prepareGeometryChange()
        self._bounds = QRectF(-1.0, bottom, duration + 2.0, top - bottom)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.refresh()

    def refresh(self) -> None:
        """Draw again after a change of what is shown."""
        self._picture = None
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, *_: Any) -> None:
        box = self.getViewBox()
        if box is None:
            return
        to_pixels = painter.worldTransform()
        rect = to_pixels.mapRect(box.viewRect()).toRect()
        if rect.isEmpty():
            return
        frame = self._frame(to_pixels, rect, painter.device().devicePixelRatio())
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.drawImage(rect, self._current_picture(frame))
        painter.restore()

    def _frame(self, to_pixels: QTransform, rect: QRect, pixel_ratio: float) -> Frame:
        start = (rect.left() - to_pixels.dx()) / to_pixels.m11()
        return Frame(rect.width(), rect.height(), start, start + rect.width() / to_pixels.m11(), pixel_ratio)

    def _current_picture(self, frame: Frame) -> QImage:
        key = (frame, self.theme)
        if self._picture is None or key != self._key:
            self._picture = self.picture(frame)
            self._key = key
        return self._picture


def coloured_image(values: NDArray[np.uint8], colours: NDArray[np.uint32], pixel_ratio: float) -> QImage:
    """Return an image of numbers [shape=(height, width)] in colours (0xAARRGGBB, premultiplied) [shape=(256,)]."""
    return image_of(colours.take(values), pixel_ratio, opaque=bool((colours >> 24 == 255).all()))


def image_of(pixels: NDArray[np.uint32], pixel_ratio: float, opaque: bool = False) -> QImage:
    """Return an image of pixels (0xAARRGGBB, premultiplied) [shape=(height, width)]; opaque ones copy faster."""
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape
    wanted = QImage.Format.Format_RGB32 if opaque else QImage.Format.Format_ARGB32_Premultiplied
    image = QImage(pixels.data, width, height, 4 * width, wanted)
    image.setDevicePixelRatio(pixel_ratio)
    # QImage does not keep the array alive by itself.
    image.pixels_ = pixels  # type: ignore[attr-defined]
    return image


def small_font(scale: float = 0.85) -> QFont:
    """Return the system's font a little smaller, with digits of one width where it has them."""
    font = QFont(pg.mkQApp().font())
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * scale)
    else:
        font.setPixelSize(max(round(font.pixelSize() * scale), 8))
    return font


def text_width(font: QFont, text: str) -> float:
    """Width of a text in device-independent pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)
