"""What was taken for what, as a square of cells that one can open with the mouse or the keyboard."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.style import mixed
from desktop.theme import LIGHT, UNIT, Theme
from desktop.widgets import elided

MOST_NAME: Final = 13 * UNIT
LEAST_CELL: Final = 14
MOST_CELL: Final = 6 * UNIT
NUMBER_CELL: Final = 22
WORTH_A_NUMBER: Final = 0.5


class ConfusionMatrix(QWidget):
    """Rows: the true class. Columns: what it was taken for. The arrow keys walk, Return opens."""

    cell_opened = Signal(int, int)
    """True class, predicted class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.classes: tuple[str, ...] = ()
        self.counts: NDArray[np.int64] = np.zeros((0, 0), dtype=np.int64)
        self.shows_shares = True
        self.cell = (0, 0)
        self._theme = LIGHT
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(24 * UNIT, 24 * UNIT)

    def show_counts(self, classes: Sequence[str], counts: NDArray[np.int64]) -> None:
        """Show these counts [shape=(n_classes, n_classes)]."""
        self.classes, self.counts = tuple(classes), counts
        if len(self.classes) <= max(self.cell):
            self.cell = (0, 0)
        self._name_cell()
        self.update()

    def show_shares(self, shares: bool) -> None:
        """Per cent of each row, or counts."""
        self.shows_shares = shares
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        side = round(MOST_NAME + 4 * UNIT * len(self.classes))
        return QSize(side, side)

    def words(self, true: int, predicted: int) -> str:
        """A cell in words."""
        count, whole = int(self.counts[true, predicted]), int(self.counts[true].sum())
        name = self.classes[true]
        if true == predicted:
            return f"{name}: {count:,} of {whole:,} recognised"
        return f"{name} taken for {self.classes[predicted]}: {count:,} of {whole:,}"

    # --- places ----------------------------------------------------------------------------------------------------

    @property
    def _name_width(self) -> float:
        widest = max((self.fontMetrics().horizontalAdvance(name) for name in self.classes), default=0)
        return min(widest + 2 * UNIT, MOST_NAME)

    @property
    def _side(self) -> float:
        room = min(self.width(), self.height()) - self._name_width - UNIT
        return min(max(room / max(len(self.classes), 1), LEAST_CELL), MOST_CELL)

    def _box(self, true: int, predicted: int) -> QRectF:
        side, start = self._side, self._name_width
        return QRectF(start + predicted * side, start + true * side, side - 1, side - 1)

    def _cell_at(self, point: QPoint | QPointF) -> tuple[int, int] | None:
        side, start = self._side, self._name_width
        predicted, true = int((point.x() - start) // side), int((point.y() - start) // side)
        inside = 0 <= true < len(self.classes) and 0 <= predicted < len(self.classes)
        return (true, predicted) if inside else None

    # --- hands -----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if cell is not None:
            self._go_to(cell)
            self.cell_opened.emit(*cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._cell_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}
        key = Qt.Key(event.key())
        if key in steps and self.classes:
            last = len(self.classes) - 1
            true, predicted = (min(max(a + b, 0), last) for a, b in zip(self.cell, steps[key], strict=True))
            self._go_to((true, predicted))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.classes:
            self.cell_opened.emit(*self.cell)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self._cell_at(event.pos())
            QToolTip.showText(event.globalPos(), "" if cell is None else self.words(*cell), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _go_to(self, cell: tuple[int, int]) -> None:
        self.cell = cell
        self._name_cell()
        self.update()

    def _name_cell(self) -> None:
        if self.classes:
            self.setAccessibleName(f"What was taken for what. {self.words(*self.cell)}")

    # --- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side, start = self._side, self._name_width
        totals = np.maximum(self.counts.sum(axis=1), 1)
        for true, name in enumerate(self.classes):
            shown = elided(self.fontMetrics(), name, start - UNIT)
            painter.setPen(QColor(self._theme.text))
            line = QRectF(0, start + true * side, start - UNIT / 2, side)
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
            self._write_upwards(painter, QPointF(start + (true + 0.5) * side, start - UNIT / 2), shown)
            for predicted in range(len(self.classes)):
                self._draw_cell(painter, true, predicted, self.counts[true, predicted] / totals[true])
        if self.classes:
            painter.setPen(QPen(QColor(self._theme.playhead if self.hasFocus() else self._theme.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._box(*self.cell).adjusted(1, 1, -1, -1))

    def _draw_cell(self, painter: QPainter, true: int, predicted: int, share: float) -> None:
        box, depth = self._box(true, predicted), min(1.0, share) ** 0.7
        painter.fillRect(box, QColor(mixed(self._theme.accent, self._theme.surface_raised, depth)))
        number = 100 * share if self.shows_shares else float(self.counts[true, predicted])
        if self._side >= NUMBER_CELL and number >= WORTH_A_NUMBER:
            painter.setPen(QColor(self._theme.accent_text if depth > 0.5 else self._theme.text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{number:.0f}")

    def _write_upwards(self, painter: QPainter, foot: QPointF, text: str) -> None:
        painter.save()
        painter.translate(foot)
        painter.rotate(-90)
        height = self.fontMetrics().height()
        box = QRectF(0, -height / 2, MOST_NAME, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()
