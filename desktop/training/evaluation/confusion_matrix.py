"""A confusion matrix whose cells open by mouse or keyboard."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.language import tr
from desktop.training.charts.confusion import Square, paint_confusion
from desktop.training.charts.export_button import Table
from desktop.widgets.theme import LIGHT, UNIT, Theme

MOST_NAME: Final = 13 * UNIT
LEAST_CELL: Final = 14
MOST_CELL: Final = 6 * UNIT
NUMBER_CELL: Final = 22
WORTH_A_NUMBER: Final = 0.5


class ConfusionMatrix(QWidget):
    """Rows are true classes, columns predicted ones. The arrow keys move, Return opens a cell."""

    cell_opened = Signal(int, int)
    """True class, predicted class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.classes: tuple[str, ...] = ()
        self.counts: NDArray[np.int64] = np.zeros((0, 0), dtype=np.int64)
        self.shows_shares = True
        self.cell = (0, 0)
        self._is_plain = False
        self._theme = LIGHT
        self.setAccessibleName(tr("Confusion matrix"))
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
        """Show percentages of each row, or counts."""
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
        """Return a cell as text."""
        count, whole = int(self.counts[true, predicted]), int(self.counts[true].sum())
        name = self.classes[true]
        if true == predicted:
            return tr("{name} predicted correctly: {count:,} of {whole:,}", name=name, count=count, whole=whole)
        return tr(
            "{name} predicted as {label}: {count:,} of {whole:,}",
            name=name,
            label=self.classes[predicted],
            count=count,
            whole=whole,
        )

    def as_table(self) -> Table:
        """Return the counts: one row per true class, one column per predicted class."""
        return ["class", *self.classes], [
            [name, *counts] for name, counts in zip(self.classes, self.counts.tolist(), strict=True)
        ]

    def set_plain(self, plain: bool) -> None:
        """Leave out the mark of the current cell."""
        self._is_plain = plain

    def drawn_area(self) -> QRectF:
        """Return the rectangle of names and cells."""
        side = self._name_width + len(self.classes) * self._side
        return QRectF(0, 0, side + UNIT, side + UNIT)

    # --- places ----------------------------------------------------------------------------------------------------

    @property
    def _name_width(self) -> float:
        widest = max((self.fontMetrics().horizontalAdvance(name) for name in self.classes), default=0)
        return min(widest + 2 * UNIT, MOST_NAME)

    @property
    def _side(self) -> float:
        room = min(self.width(), self.height()) - self._name_width - UNIT
        return min(max(room / max(len(self.classes), 1), LEAST_CELL), MOST_CELL)

    @property
    def _square(self) -> Square:
        return Square(self._name_width, self._name_width, self._side)

    def _box(self, true: int, predicted: int) -> QRectF:
        return self._square.box(true, predicted)

    def _cell_at(self, point: QPoint | QPointF) -> tuple[int, int] | None:
        return self._square.cell_at(QPointF(point), len(self.classes))

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
            self.setAccessibleName(tr("Confusion matrix. {words}", words=self.words(*self.cell)))

    # --- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        totals = np.maximum(self.counts.sum(axis=1), 1)
        paint_confusion(
            painter, self._theme, self._square, self.classes,
            lambda true, predicted: self.counts[true, predicted] / totals[true],
            lambda true, predicted: self._number(int(self.counts[true, predicted]), int(totals[true])),
        )  # fmt: skip
        if self.classes and not self._is_plain:
            painter.setPen(QPen(QColor(self._theme.playhead if self.hasFocus() else self._theme.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._box(*self.cell).adjusted(1, 1, -1, -1))

    def _number(self, count: int, total: int) -> str:
        number = 100 * count / total if self.shows_shares else count
        return f"{number:.0f}" if self._side >= NUMBER_CELL and number >= WORTH_A_NUMBER else ""
