"""Precision, recall and F1 of each class, estimators side by side."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.training.charts.chart import SERIES_COLOURS, Chart
from desktop.training.charts.export_button import Dialog, Table
from desktop.training.frames import split
from desktop.widgets.plain_table import LEFT, RIGHT, fit_columns, plain_table
from desktop.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    from core.evaluation.scores import ClassScore

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
PARTS: Final = (("precision", "Precision"), ("recall", "Recall"), ("f1", "F1"))
SORT_ROLE: Final = Qt.ItemDataRole.UserRole
BARS: Final = 0.8
SHORT: Final = 14

Compared = "Sequence[tuple[str, Sequence[ClassScore]]]"
"""Each estimator's name with its scores, the classes in the same order."""


class ClassModel(QAbstractTableModel):
    """One class a row; for each estimator three columns."""

    def __init__(self) -> None:
        super().__init__()
        self.compared: list[tuple[str, list[ClassScore]]] = []

    def show_scores(self, compared: "Sequence[tuple[str, Sequence[ClassScore]]]") -> None:
        """Show these."""
        self.beginResetModel()
        self.compared = [(name, list(scores)) for name, scores in compared]
        self.endResetModel()

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() or not self.compared else len(self.compared[0][1])

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else 2 + len(PARTS) * len(self.compared)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        estimator, part = divmod(section - 2, len(PARTS))
        if role == Qt.ItemDataRole.DisplayRole:
            return ("Class", "Rows")[section] if section < 2 else f"{PARTS[part][1]}\n{self._short(estimator)}"
        if role == Qt.ItemDataRole.ToolTipRole and section > 1:
            return f"{PARTS[part][1]} of {self.compared[estimator][0]}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section else LEFT
        return None

    def _short(self, estimator: int) -> str:
        name = self.compared[estimator][0]
        return name if len(name) <= SHORT else f"{name[: SHORT - 1]}…"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value = self._value(index.row(), index.column())
        if role == SORT_ROLE:
            return value.casefold() if isinstance(value, str) else value
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{value:.3f}" if isinstance(value, float) else str(value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if index.column() else LEFT
        return None

    def _value(self, row: int, column: int) -> str | int | float:
        first = self.compared[0][1][row]
        if column == 0:
            return first.name
        if column == 1:
            return first.support
        estimator, part = divmod(column - 2, len(PARTS))
        return float(getattr(self.compared[estimator][1][row], PARTS[part][0]))


class ClassBarsChart(Chart):
    """F1 of each class, one bar an estimator."""

    def __init__(self, dialog: Dialog) -> None:
        super().__init__("F1 of each class", dialog)
        self._compared: list[tuple[str, list[ClassScore]]] = []
        self.plot.setMouseEnabled(x=False, y=False)
        self.item.showGrid(y=True, alpha=0.15)
        self.set_table(self._as_table)

    def show_scores(self, compared: "Sequence[tuple[str, Sequence[ClassScore]]]") -> None:
        """Show these."""
        self._compared = [(name, list(scores)) for name, scores in compared]
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if hasattr(self, "_compared"):
            self._draw()

    def _draw(self) -> None:
        self.item.clear()
        width = BARS / max(len(self._compared), 1)
        names = [one.name for one in self._compared[0][1]] if self._compared else []
        self.show_legend((name, SERIES_COLOURS[number]) for number, (name, _) in enumerate(self._compared))
        for number, (_, scores) in enumerate(self._compared):
            x = [place - BARS / 2 + (number + 0.5) * width for place in range(len(scores))]
            bars = pg.BarGraphItem(
                x=x, height=[one.f1 for one in scores], width=width * 0.9, brush=SERIES_COLOURS[number], pen=None
            )
            self.item.addItem(bars)
        room = max(4, 90 // max(len(names), 1))
        self.item.getAxis("bottom").setTicks(
            [[(place, name if len(name) <= room else f"{name[: room - 1]}…") for place, name in enumerate(names)]]
        )
        self.item.setYRange(0, 1, padding=0.02)
        self.item.setXRange(-0.6, max(len(names), 1) - 0.4, padding=0)

    def _as_table(self) -> Table:
        rows = [
            [name, one.name, one.precision, one.recall, one.f1, one.support]
            for name, scores in self._compared
            for one in scores
        ]
        return ["estimator", "class", "precision", "recall", "f1", "rows"], rows


class ClassView(QWidget):
    """The chart above the table."""

    def __init__(self, dialog: Dialog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ClassModel()
        self.proxy = QSortFilterProxyModel()
        self.proxy.setSourceModel(self.model)
        self.proxy.setSortRole(SORT_ROLE)
        self.table = plain_table(self.proxy, "Scores of each class", sortable=True)
        self.chart = ClassBarsChart(dialog)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.addWidget(split(Qt.Orientation.Vertical, self.chart, self.table, (34, 40), grows=0))

    def show_scores(self, compared: "Sequence[tuple[str, Sequence[ClassScore]]]") -> None:
        """Show these."""
        self.model.show_scores(compared)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        fit_columns(self.table)
        self.chart.show_scores(compared)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.chart.set_theme(theme)
