"""Short texts of the picture, laid out once and drawn often: panning draws the same labels frame after frame."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText

from desktop.clip.picture.time_item import Frame

ELLIPSIS = "\u2026"

_LONGEST = 100
"""Pixels that no label of a line is wider than."""


def draw_labels(
    painter: QPainter, frame: Frame, xs: NDArray[np.float64], row: tuple[float, float], texts: Sequence[str]
) -> None:
    """Write short texts right of lines, in a row between two heights; none that the right edge would cut."""
    top, bottom = row
    y = top + (bottom - top - painter.fontMetrics().height()) / 2
    for x, text in zip(xs.tolist(), texts, strict=True):
        # Only few are near the edge and have to be measured.
        if x <= frame.width - _LONGEST or x + 4 + _widths(text, painter.font().toString())[0] <= frame.width:
            painter.drawStaticText(QPointF(x + 4, y), prepared(text))


def draw_label(painter: QPainter, rect: QRectF, text: str, font: str = "") -> None:
    """Write a text at the left of a rectangle, in the middle of its height, shortened to its width.

    Parameters
    ----------
    font : the painter's, as of `QFont.toString`, where many labels are drawn in it; asked for when absent
    """
    shown = shortened(text, font or painter.font().toString(), rect.width())
    if shown:
        label = prepared(shown)
        painter.drawStaticText(QPointF(rect.left(), rect.center().y() - label.size().height() / 2), label)


@lru_cache(maxsize=4096)
def prepared(text: str) -> QStaticText:
    """Return a text that is laid out at its first drawing."""
    static = QStaticText(text)
    static.setTextFormat(Qt.TextFormat.PlainText)
    return static


def shortened(text: str, font: str, width: float) -> str:
    """Return as much of a text as has room, with an ellipsis where something is left out; "" for less than a letter.

    `QFontMetricsF.elidedText` lays the text out at each call, and while one zooms each call has another width.

    Parameters
    ----------
    text : one line
    font : as of `QFont.toString`
    width : the room, pixels
    """
    whole, beginnings = _widths(text, font)
    if whole <= width:
        return text
    fitting = bisect_right(beginnings, width)
    return text[:fitting].rstrip() + ELLIPSIS if fitting else ""


@lru_cache(maxsize=1024)
def _widths(text: str, font: str) -> tuple[float, list[float]]:
    """Return the width of a text, and those of its first letter, first two and so on with an ellipsis, pixels."""
    lettering = QFont()
    lettering.fromString(font)
    metrics = QFontMetricsF(lettering)
    beginnings = [metrics.horizontalAdvance(text[:count] + ELLIPSIS) for count in range(1, len(text))]
    return metrics.horizontalAdvance(text), beginnings
