"""Precision, recall and F1 of each class, estimators side by side."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.language import local_number, tr
from desktop.training.charts.chart import SERIES_COLOURS, Chart, legend_lines
from desktop.training.charts.export_button import Dialog, Table
from desktop.training.charts.table_export import table_export
from desktop.training.frames import split
from desktop.widgets.basic import label
from desktop.widgets.plain_table import LEFT, RIGHT, fit_columns, plain_table
from desktop.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    from core.evaluation.scores import ClassScore

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
PARTS: Final = (("precision", tr("Precision")), ("recall", tr("Recall")), ("f1", "F1"))
SORT_ROLE: Final = Qt.ItemDataRole.UserRole
BARS: Final = 0.8
SHORT: Final = 14
LONGEST: Final = 18
MOST_NAMES: Final = 15
"""Classes that are named beside the bars; of more every second, third … is."""

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
            return (tr("Class"), tr("Rows"))[section] if section < 2 else f"{PARTS[part][1]}\n{self._short(estimator)}"
        if role == Qt.ItemDataRole.ToolTipRole and section > 1:
            return tr("{part} of {compared}", part=PARTS[part][1], compared=self.compared[estimator][0])
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
            return local_number(value, ".3f") if isinstance(value, float) else str(value)
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
    """One score of each class, one bar an estimator; the classes from top to bottom, as the study draws them."""

    def __init__(self, dialog: Dialog, part: tuple[str, str], *, named: bool) -> None:
        super().__init__(tr("{part} of each class", part=part[1]), dialog)
        self._part, self._named = part, named
        self._compared: list[tuple[str, list[ClassScore]]] = []
        self.plot.setMouseEnabled(x=False, y=False)
        self.item.showGrid(x=True, alpha=0.15)
        self.item.getViewBox().invertY(True)
        self.item.getAxis("left").setStyle(showValues=named)
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
        thick = BARS / max(len(self._compared), 1)
        names = [one.name for one in self._compared[0][1]] if self._compared else []
        for number, (_, scores) in enumerate(self._compared):
            y = [place - BARS / 2 + (number + 0.5) * thick for place in range(len(scores))]
            bars = pg.BarGraphItem(
                x0=0, y=y, width=[getattr(one, self._part[0]) for one in scores], height=thick * 0.9,
                brush=SERIES_COLOURS[number], pen=None,
            )  # fmt: skip
            self.item.addItem(bars)
        step = -(-len(names) // MOST_NAMES) or 1
        ticks = [
            (place, name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…")
            for place, name in enumerate(names)
            if place % step == 0
        ]
        self.item.getAxis("left").setTicks([ticks])
        self.item.setXRange(0, 1, padding=0.02)
        self.item.setYRange(-0.6, max(len(names), 1) - 0.4, padding=0)

    def _as_table(self) -> Table:
        rows = [
            [name, one.name, getattr(one, self._part[0]), one.support]
            for name, scores in self._compared
            for one in scores
        ]
        return ["estimator", "class", self._part[0], "rows"], rows


class ClassView(QWidget):
    """The three charts side by side above the table."""

    def __init__(self, dialog: Dialog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ClassModel()
        self.proxy = QSortFilterProxyModel()
        self.proxy.setSourceModel(self.model)
        self.proxy.setSortRole(SORT_ROLE)
        self.table = plain_table(self.proxy, tr("Scores of each class"), sortable=True)
        self.charts = [ClassBarsChart(dialog, part, named=place == 0) for place, part in enumerate(PARTS)]
        self.legend = label("", "muted", wrap=True)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.table_export = table_export(tr("Scores of each class"), self.table, dialog, SORT_ROLE)
        self._arrange()

    def show_scores(self, compared: "Sequence[tuple[str, Sequence[ClassScore]]]") -> None:
        """Show these."""
        self.model.show_scores(compared)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        fit_columns(self.table)
        lines = legend_lines((name, SERIES_COLOURS[number]) for number, (name, _) in enumerate(compared))
        self.legend.setText("<br>".join(lines))
        self.legend.setVisible(bool(lines))
        for chart in self.charts:
            chart.show_scores(compared)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.table_export.set_theme(theme)
        for chart in self.charts:
            chart.set_theme(theme)

    def _arrange(self) -> None:
        charts = QWidget()
        row = QHBoxLayout(charts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        for place, chart in enumerate(self.charts):
            row.addWidget(chart, 4 if place == 0 else 3)  # the first has the names of the classes beside it
        above = QHBoxLayout()
        above.addWidget(self.legend, 1)
        above.addWidget(self.table_export)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.addLayout(above)
        column.addWidget(split(Qt.Orientation.Vertical, charts, self.table, (34, 40), grows=0))
