"""How a confusion is painted, wherever one is shown: names at the left and on top, cells as deep as their share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from desktop.widgets.style import mixed
from desktop.widgets.theme import UNIT, Theme


@dataclass(frozen=True)
class Square:
    """Geometry of the cells, below and right of the names; every cell with a gap of one pixel."""

    left: float
    top: float
    side: float

    def box(self, row: int, column: int) -> QRectF:
        """Return the rectangle of a cell."""
        return QRectF(self.left + column * self.side, self.top + row * self.side, self.side - 1, self.side - 1)

    def cell_at(self, point: QPointF, n_classes: int) -> tuple[int, int] | None:
        """Return row and column under a point; None outside the cells."""
        column, row = int((point.x() - self.left) // self.side), int((point.y() - self.top) // self.side)
        return (row, column) if 0 <= row < n_classes and 0 <= column < n_classes else None


def paint_confusion(
    painter: QPainter,
    theme: Theme,
    square: Square,
    classes: Sequence[str],
    share: Callable[[int, int], float],
    number: Callable[[int, int], str],
) -> None:
    """Paint all of it.

    Parameters
    ----------
    share : of a row's songs that are in the cell of a column, 0 to 1: how deep its colour is
    number : what is written in a cell, "" for nothing
    """
    paint_names(painter, theme, square, classes)
    for row in range(len(classes)):
        for column in range(len(classes)):
            depth = min(1.0, share(row, column)) ** 0.7
            box = square.box(row, column)
            painter.fillRect(box, QColor(mixed(theme.accent, theme.surface_raised, depth)))
            if text := number(row, column):
                painter.setPen(QColor(theme.accent_text if depth > 0.5 else theme.text))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def paint_names(painter: QPainter, theme: Theme, square: Square, names: Sequence[str], *, ends: bool = False) -> None:
    """Write the names of rows at the left and those of columns upwards on top; with `ends`, long ones keep theirs."""
    mode = Qt.TextElideMode.ElideMiddle if ends else Qt.TextElideMode.ElideRight
    metrics = QFontMetrics(painter.font())
    painter.setPen(QColor(theme.text))
    for row, name in enumerate(names):
        shown = metrics.elidedText(name, mode, round(square.left - UNIT))
        line = QRectF(0, square.top + row * square.side, square.left - UNIT / 2, square.side)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
        foot = QPointF(square.left + (row + 0.5) * square.side, square.top - UNIT / 2)
        upwards = metrics.elidedText(name, mode, round(square.top - UNIT / 2))
        _write_upwards(painter, foot, upwards, square.top)


def _write_upwards(painter: QPainter, foot: QPointF, text: str, room: float) -> None:
    painter.save()
    painter.translate(foot)
    painter.rotate(-90)
    height = QFontMetrics(painter.font()).height()
    box = QRectF(0, -height / 2, room, height)
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
    painter.restore()
