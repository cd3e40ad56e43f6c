"""The rows of the data and the summaries of its columns, as tables of any length."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from core.dataset.dataset import Dataset
from core.features.columns import UNITS
from core.language import local_number, tr
from desktop.training.numbers import number_text
from desktop.widgets.plain_table import LEFT, RIGHT

if TYPE_CHECKING:
    from core.exploration.summaries import ColumnSummary

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
SORT_ROLE: Final = Qt.ItemDataRole.UserRole
LEADING: Final = 3
PARTS: Final = (
    ("name", tr("Column")), ("unit", tr("Unit")), ("kind", tr("Type")), ("missing", tr("Missing")),
    ("distinct", tr("Different")), ("mean", tr("Mean")), ("deviation", tr("± deviation")), ("least", tr("Minimum")),
    ("lower_quartile", tr("Lower quartile")), ("median", tr("Median")), ("upper_quartile", tr("Upper quartile")),
    ("most", tr("Maximum")),
)  # fmt: skip
WORDS: Final = ("name", "unit", "kind")


class RowModel(QAbstractTableModel):
    """One song a row: its name, class and group, then its numbers; sorted here, since a proxy would be slow."""

    def __init__(self) -> None:
        super().__init__()
        self._dataset: Dataset | None = None
        self._order: NDArray[np.int64] = np.empty(0, dtype=np.int64)

    def show_data(self, dataset: Dataset | None) -> None:
        """Show these data in their own order."""
        self.beginResetModel()
        self._dataset = dataset
        self._order = np.arange(0 if dataset is None else len(dataset))
        self.endResetModel()

    @property
    def order(self) -> NDArray[np.int64]:
        """Rows of the data as they are sorted [shape=(n_rows,)]."""
        return self._order

    def row_of(self, place: int) -> int:
        """Row of the data that stands at a place."""
        return int(self._order[place])

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() or self._dataset is None else LEADING + len(self._dataset.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or self._dataset is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section >= LEADING else LEFT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section < LEADING:
            return (tr("Name"), tr("Class"), tr("Group"))[section]
        name = self._dataset.columns[section - LEADING]
        unit = UNITS.get(name, "")
        return f"{name} ({unit})" if unit else name

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        dataset = self._dataset
        if not index.isValid() or dataset is None:
            return None
        row, column = int(self._order[index.row()]), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            if column < LEADING:
                return self._leading(dataset, row, column)
            return number_text(dataset.X[row, column - LEADING])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column >= LEADING else LEFT
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        dataset = self._dataset
        if dataset is None or not 0 <= column < self.columnCount():
            return
        self.layoutAboutToBeChanged.emit()
        keys: Any
        if column >= LEADING:
            keys = np.ascontiguousarray(dataset.X[:, column - LEADING])
        elif column == 0:
            keys = np.array(dataset.row_names)
        else:
            keys = dataset.y if column == 1 or dataset.groups is None else dataset.groups
        places = np.argsort(keys, kind="stable")
        self._order = places[::-1] if order == Qt.SortOrder.DescendingOrder else places
        self.layoutChanged.emit()

    def _leading(self, dataset: Dataset, row: int, column: int) -> str:
        if column == 0:
            return dataset.row_names[row]
        if column == 1:
            return dataset.classes[int(dataset.y[row])]
        return "" if dataset.groups is None else dataset.group_names[int(dataset.groups[row])]


class FilterProxy(QSortFilterProxyModel):
    """Filters rows; the model below puts them in order, at once and not by asking it for every two."""

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.sourceModel().sort(column, order)


class ColumnsModel(QAbstractTableModel):
    """One column of the data a row, in the order of one of the parts that a subclass gives."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Any] = []
        self._in_first_order: list[Any] = []

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows, self._in_first_order = list(rows), list(rows)
        self.endResetModel()

    def part(self, row: Any, column: int) -> Any:
        """Return a text or a number by which rows are put in order."""
        raise NotImplementedError

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        falling = order == Qt.SortOrder.DescendingOrder
        self.rows = list(self._in_first_order)
        if column >= 0:
            self.rows.sort(key=lambda row: _comparable(self.part(row, column)), reverse=falling)
        self.layoutChanged.emit()


def _comparable(value: Any) -> tuple[bool, Any]:
    """Return what is compared in place of a value; what is no number comes before all numbers."""
    known = value == value  # noqa: PLR0124 (NaN differs from itself)
    return known, value if known else 0.0


class SummaryModel(ColumnsModel):
    """What each column holds."""

    def part(self, row: "ColumnSummary", column: int) -> Any:
        name = PARTS[column][0]
        return UNITS.get(row.name, "") if name == "unit" else getattr(row, name)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(PARTS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if PARTS[section][0] in WORDS else RIGHT
        return PARTS[section][1] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        part = PARTS[index.column()][0]
        value = self.part(self.rows[index.row()], index.column())
        if role == SORT_ROLE:
            return value
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                number_text(value)
                if isinstance(value, float)
                else local_number(value, ",")
                if isinstance(value, int)
                else value
            )
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if part in WORDS else RIGHT
        return None
