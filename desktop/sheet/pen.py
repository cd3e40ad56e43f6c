"""Drawing on a page in points, the same on paper and in a picture."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QPen, QPolygonF

_FINE: Final = 20
"""Fonts are set in whole pixels; text is drawn so many times too large and scaled down, for fractions of a point."""

LEFT, CENTRE, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight


@lru_cache(maxsize=64)
def _font(family: str, size: float, weight: int) -> QFont:
    font = QFont(family)
    font.setPixelSize(max(round(size * _FINE), 1))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class Sheet:
    """A painter whose unit is the point, 1/72 inch."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._family = QGuiApplication.font().family()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return how wide a text is."""
        return QFontMetricsF(self._font_of(size, bold)).horizontalAdvance(text) / _FINE

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        size: float,
        colour: str,
        *,
        width: float | None = None,
        bold: bool = False,
        align: Qt.AlignmentFlag = LEFT,
    ) -> float:
        """Write one line, shortened to `width`, at `x` or within `width` from there; returns how wide it is."""
        painter, font = self._painter, self._font_of(size, bold)
        metrics = QFontMetricsF(font)
        if width is not None:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width * _FINE)
        wide = metrics.horizontalAdvance(text) / _FINE
        if width is not None and align != LEFT:
            x += (width - wide) * (0.5 if align == CENTRE else 1.0)
        painter.save()
        painter.translate(x, baseline)
        painter.scale(1 / _FINE, 1 / _FINE)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(QPointF(0, 0), text)
        painter.restore()
        return wide

    def lines(self, text: str, size: float, width: float, most: int, *, bold: bool = False) -> list[str]:
        """Break a text into lines between words, and within words that are too long; the last one is shortened."""
        found: list[str] = []
        line = ""
        words = text.split()
        while words:
            word = words.pop(0)
            joined = f"{line} {word}" if line else word
            if self.width(joined, size, bold=bold) <= width:
                line = joined
            elif not line:
                cut = next(
                    n for n in range(len(word), 0, -1) if n == 1 or self.width(word[:n], size, bold=bold) <= width
                )
                found.append(word[:cut])
                if word[cut:]:
                    words.insert(0, word[cut:])
            else:
                found.append(line)
                line = ""
                words.insert(0, word)
            if len(found) == most:
                rest = " ".join([found.pop(), line, *words]).strip() if words or line else found.pop()
                return [*found, rest]  # `text` shortens it
        return [*found, line] if line else found

    def rect(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        self._painter.fillRect(QRectF(x, y, width, height), QColor(colour))

    def rule(self, x: float, y: float, to_x: float, to_y: float, colour: str, thickness: float = 0.5) -> None:
        """Draw a line."""
        self._painter.setPen(QPen(QColor(colour), thickness))
        self._painter.drawLine(QPointF(x, y), QPointF(to_x, to_y))

    def area(self, points: list[tuple[float, float]], colour: str) -> None:
        """Fill a polygon."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(colour))
        self._painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def _font_of(self, size: float, bold: bool) -> QFont:
        return _font(self._family, size, int(QFont.Weight.DemiBold if bold else QFont.Weight.Normal))
