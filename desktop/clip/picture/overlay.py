"""Overlay of all lanes: playhead, selection, and the line under the pointer with its readout."""

from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem

from desktop.clip.picture.time_item import small_font
from desktop.widgets.theme import LIGHT, UNIT, Theme

PLAYHEAD_WIDTH = 2.0
HEAD = 5.0
"""Half the width of the playhead's head, in pixels."""


class Overlay(QGraphicsItem):
    """An item in the view's own pixels."""

    def __init__(self, z: float) -> None:
        super().__init__()
        self.theme = LIGHT
        self._rect = QRectF()
        self.setZValue(z)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def place(self, rect: QRectF) -> None:
        """Take this rectangle; nothing is repainted when it is the same."""
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = rect
            self.update()

    def boundingRect(self) -> QRectF:
        return self._rect


class Playhead(Overlay):
    """A line with a head at its upper end. Moving it uncovers only the strips where it was and where it is."""

    def __init__(self, with_head: bool = True) -> None:
        super().__init__(30)
        self.with_head = with_head

    def set_extent(self, top: float, bottom: float) -> None:
        self.place(QRectF(-HEAD - 1, top, 2 * HEAD + 2, bottom - top))

    def paint(self, painter: QPainter, *_: Any) -> None:
        colour = QColor(self.theme.playhead)
        line = QRectF(-PLAYHEAD_WIDTH / 2, self._rect.top(), PLAYHEAD_WIDTH, self._rect.height())
        painter.fillRect(line, colour)
        if self.with_head:
            top = self._rect.top()
            corners = [(-HEAD, top), (HEAD, top), (HEAD, top + 5), (0.0, top + 11), (-HEAD, top + 5)]
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))


class SelectionShade(Overlay):
    """The selected passage over all lanes, its two edges as lines."""

    def __init__(self) -> None:
        super().__init__(10)

    def paint(self, painter: QPainter, *_: Any) -> None:
        fill = QColor(self.theme.selection)
        fill.setAlphaF(0.20 if self.theme.is_dark else 0.14)
        painter.fillRect(self._rect, fill)
        edge = QColor(self.theme.selection)
        for x in (self._rect.left(), self._rect.right() - 1):
            painter.fillRect(QRectF(x, self._rect.top(), 1, self._rect.height()), edge)


class HoverLine(Overlay):
    """A hairline at the pointer through all lanes, so that they can be compared at one moment."""

    def __init__(self) -> None:
        super().__init__(20)

    def paint(self, painter: QPainter, *_: Any) -> None:
        colour = QColor(self.theme.text)
        colour.setAlphaF(0.35)
        painter.fillRect(self._rect, colour)


class Readout(Overlay):
    """A small label: the time under the pointer and what is there."""

    def __init__(self) -> None:
        super().__init__(40)
        self.text = ""

    def show_at(self, lane: QRectF, pointer_x: float, text: str) -> None:
        """Show a text in a lane's upper right corner, or the left one when the pointer is at the right."""
        self.setVisible(bool(text))
        width = QFontMetricsF(small_font(0.85)).horizontalAdvance(text) + 2 * UNIT
        height = QFontMetricsF(small_font(0.85)).height() + UNIT / 2
        at_left = pointer_x > lane.right() - width - 4 * UNIT
        left = lane.left() + UNIT / 2 if at_left else lane.right() - width - UNIT / 2
        if text != self.text:
            self.text = text
            self.update()
        self.place(QRectF(round(left), lane.top() + UNIT / 2, round(width), round(height)))

    def paint(self, painter: QPainter, *_: Any) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(self.theme.surface_raised)
        ground.setAlphaF(0.94)
        painter.setPen(QPen(QColor(self.theme.border), 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(self._rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(small_font(0.85))
        painter.setPen(QColor(self.theme.text))
        painter.drawText(self._rect, Qt.AlignmentFlag.AlignCenter, self.text)


class GutterText(Overlay):
    """A title in the gutter and one text under it."""

    def __init__(self, title: str) -> None:
        super().__init__(0)
        self.title = title
        self.word = ""
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def set_word(self, word: str) -> None:
        self.word = word
        self.update()

    def paint(self, painter: QPainter, *_: Any) -> None:
        painter.setFont(small_font(0.8))
        painter.setPen(QColor(self.theme.text_muted))
        line = QFontMetricsF(painter.font()).height()
        rect = self._rect
        painter.drawText(QRectF(rect.left(), rect.top(), rect.width(), line), Qt.AlignmentFlag.AlignVCenter, self.title)
        below = QRectF(rect.left(), rect.center().y() - line / 2, rect.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.word)
