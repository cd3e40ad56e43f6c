"""Columns ranked by what each says of the class by itself."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.features.columns import UNITS
from core.language import local_number, tr
from desktop.training.charts.export_button import Dialog
from desktop.training.charts.table_export import table_export
from desktop.training.explore.tables import ColumnsModel, FilterProxy
from desktop.training.numbers import number_text
from desktop.widgets.basic import label
from desktop.widgets.plain_table import LEFT, RIGHT, fit_columns, plain_table
from desktop.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    from core.exploration.ranking import RankedColumn

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
SORT_ROLE: Final = Qt.ItemDataRole.UserRole
PARTS: Final = (
    ("name", tr("Column")), ("unit", tr("Unit")), ("information", tr("Mutual information (bits)")),
    ("share", tr("Share of the class")), ("f", "F"), ("p", "p"),
)  # fmt: skip
ABOUT: Final = tr(
    "What each column says of the class by itself. Mutual information finds dependence of any shape; "
    "F (analysis of variance) compares means. Columns that say little alone may say much together."
)

WIDEST: Final = 48 * UNIT
"""Of the names, so that what is said of them is in sight at 1280 pixels."""


class RankingModel(ColumnsModel):
    """What each column says of the class."""

    def part(self, row: "RankedColumn", column: int) -> Any:
        name = PARTS[column][0]
        return UNITS.get(row.name, "") if name == "unit" else getattr(row, name)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(PARTS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section > 1 else LEFT
        return PARTS[section][1] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        part = PARTS[index.column()][0]
        value = self.part(self.rows[index.row()], index.column())
        if role == SORT_ROLE:
            return value
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(part, value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if index.column() > 1 else LEFT
        return None


class RankingView(QWidget):
    """The table; a double click draws a column."""

    opened = Signal(str)

    def __init__(self, dialog: Dialog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RankingModel()
        self.proxy = FilterProxy()
        self.proxy.setSourceModel(self.model)
        self.table = plain_table(self.proxy, tr("Ranking of columns"), sortable=True)
        self.table_export = table_export(tr("Ranking of columns"), self.table, dialog, SORT_ROLE)
        self.said = label(ABOUT, "muted", wrap=True)
        top = QHBoxLayout()
        top.addWidget(self.said, 1)
        top.addWidget(self.table_export)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        self.table.doubleClicked.connect(lambda index: self.opened.emit(str(index.siblingAtColumn(0).data())))

    def show_ranking(self, ranked: "Sequence[RankedColumn] | None") -> None:
        """Show these, the best first; None while there are none."""
        self.said.setText(ABOUT if ranked is not None else tr("Ranking the columns, once nothing else runs…"))
        self.model.show_rows(ranked or [])
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        fit_columns(self.table)
        self.table.setColumnWidth(0, min(self.table.columnWidth(0), WIDEST))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.table_export.set_theme(theme)


def _words(part: str, value: Any) -> str:
    if isinstance(value, str):
        return value
    if value != value:  # noqa: PLR0124 (NaN differs from itself)
        return ""
    if part == "share":
        return f"{100 * value:.0f} %"
    if part == "p" and value < 0.001:
        return "< 0.001"
    return (
        "∞"
        if value == float("inf")
        else local_number(value, ".3f")
        if part in ("information", "p")
        else number_text(value)
    )
