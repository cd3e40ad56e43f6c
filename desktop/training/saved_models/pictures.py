"""Two pictures from a passport: what was taken for what, and how often right it is when it is how sure."""

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QToolTip, QWidget

from core.language import tr
from desktop.training.charts.chart import Chart, series_pen
from desktop.training.charts.confusion import Square, paint_confusion
from desktop.widgets.theme import LIGHT, UNIT, Theme

if TYPE_CHECKING:
    from core.genre.passport import Passport

CELL: Final = 4 * UNIT
SMALL_CELL: Final = 2 * UNIT
MANY: Final = 12
MOST: Final = 40
NAME_WIDTH: Final = 14 * UNIT
WORTH_A_NUMBER: Final = 0.005


class ConfusionGrid(QWidget):
    """Rows: the true class. Columns: what it was taken for. Cells: the share of the row, in per cent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.classes: tuple[str, ...] = ()
        self.shares: list[list[float]] = []
        self._theme = LIGHT
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_passport(self, passport: "Passport") -> bool:
        """Show the held-out confusion; False where the passport has none that can be drawn."""
        self.classes = passport.classes
        self.shares = square(passport.evaluation.get("confusion"), len(passport.classes))
        if not 0 < len(self.shares) <= MOST:
            self.shares = []
        right = [f"{name} {100 * row[place]:.0f} %" for place, (name, row) in enumerate(self._rows())]
        self.setAccessibleName(tr("Recall of each class: ") + ", ".join(right))
        self.updateGeometry()
        self.update()
        return bool(self.shares)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self._cell * len(self.shares))
        return QSize(NAME_WIDTH + side + UNIT, self._top + side + UNIT)

    @property
    def _cell(self) -> int:
        return CELL if len(self.shares) <= MANY else SMALL_CELL

    @property
    def _top(self) -> int:
        """Room for the columns' names, written upwards."""
        widest = max((self.fontMetrics().horizontalAdvance(name) for name in self.classes[:MOST]), default=0)
        return min(widest, NAME_WIDTH - UNIT) + UNIT

    def _rows(self) -> list[tuple[str, list[float]]]:
        return list(zip(self.classes, self.shares, strict=False))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self._words_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    @property
    def _square(self) -> Square:
        return Square(NAME_WIDTH, self._top, self._cell)

    def _words_at(self, point: QPointF) -> str:
        cell = self._square.cell_at(point, len(self.shares))
        if cell is None:
            return ""
        row, column = cell
        share = tr("{share:.0f} % of {label}", share=100 * self.shares[row][column], label=self.classes[row])
        return (
            tr("{share} predicted correctly", share=share)
            if row == column
            else tr("{share} predicted as {label}", share=share, label=self.classes[column])
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_confusion(
            QPainter(self), self._theme, self._square, self.classes[: len(self.shares)],
            lambda row, column: self.shares[row][column], self._number,
        )  # fmt: skip

    def _number(self, row: int, column: int) -> str:
        share = self.shares[row][column]
        return f"{100 * share:.0f}" if self._cell == CELL and share >= WORTH_A_NUMBER else ""


class ReliabilityChart(Chart):
    """Share of right answers over how sure the model was; on the dashed line the two are equal."""

    def __init__(
        self, dialog: Callable[[str, QFileDialog.FileMode], QFileDialog], parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Calibration"), dialog, parent)
        self.bins: list[tuple[float, float, float]] = []
        self.setFixedHeight(30 * UNIT)
        self.plot.setMouseEnabled(x=False, y=False)
        self.item.setLabel("bottom", tr("highest probability"))
        self.item.setLabel("left", tr("share correct"))
        self.plot.setRange(xRange=(0, 1), yRange=(0, 1), padding=0.03)
        self.set_table(lambda: (("share_of_rows", "probability", "right"), self.bins))

    def show_passport(self, passport: "Passport") -> bool:
        """Show the held-out reliability; False where the passport has none."""
        self.bins = bins(passport.evaluation.get("reliability"))
        self._draw()
        return bool(self.bins)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if hasattr(self, "bins"):
            self._draw()

    def _draw(self) -> None:
        self.plot.clear()
        self.plot.plot([0, 1], [0, 1], pen=series_pen(self.theme.text_muted, 1.0, dashed=True))
        if self.bins:
            sure, right = [one[1] for one in self.bins], [one[2] for one in self.bins]
            sizes = [UNIT // 2 + 3 * UNIT * math.sqrt(min(one[0], 1.0)) for one in self.bins]
            dots: Any = self.plot.plot(
                sure, right, pen=series_pen(self.theme.accent), symbol="o", symbolSize=sizes,
                symbolBrush=pg.mkBrush(self.theme.accent), symbolPen=None, antialias=True,
            )  # fmt: skip
            dots.setZValue(1)


def square(value: object, size: int) -> list[list[float]]:
    """Return a square of shares as a list of rows; empty where `value` is not one."""
    if not isinstance(value, list | tuple) or len(value) != size:
        return []
    rows = [[float(number) for number in row] for row in value if _are_numbers(row, size)]
    return rows if len(rows) == size else []


def bins(value: object) -> list[tuple[float, float, float]]:
    """Share of rows, mean probability and share right of each bin with rows; empty where `value` is no such list."""
    rows: Sequence[Any] = value if isinstance(value, list | tuple) else ()
    made = [tuple(float(number) for number in row) for row in rows if _are_numbers(row, 3)]
    return [(one[0], one[1], one[2]) for one in made if 0 < one[0] <= 1]


def _are_numbers(row: object, size: int) -> bool:
    if not isinstance(row, list | tuple) or len(row) != size:
        return False
    return all(isinstance(number, int | float) and -1e-6 <= number <= 1.0 + 1e-6 for number in row)
