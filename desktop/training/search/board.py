"""The leader board of a search, and what was left out of it, as rows and columns."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from core.estimators.grid_text import values_text
from core.language import local_number, tr
from desktop.widgets.plain_table import LEFT, RIGHT

if TYPE_CHECKING:
    from core.search.results import Standing

Index = QModelIndex | QPersistentModelIndex
HEADINGS = (tr("Rank"), tr("Accuracy ± SD"), tr("Folds"))
ABOUT_ACCURACY = tr("Mean ± standard deviation over the folds that chose the best")


class BoardModel(QAbstractTableModel):
    """One combination a row: rank, mean with its standard deviation, folds seen, and its parameters."""

    def __init__(self) -> None:
        super().__init__()
        self.standings: list[Standing] = []
        self._parameters: list[str] = []

    def show_standings(self, standings: "Sequence[Standing]", parameters: Sequence[str]) -> None:
        """Show these, with a column for each of `parameters`."""
        if list(parameters) != self._parameters or len(standings) != len(self.standings):
            self.beginResetModel()
            self.standings, self._parameters = list(standings), list(parameters)
            self.endResetModel()
            return
        self.standings = list(standings)
        if self.standings:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.standings) - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.standings)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(HEADINGS) + len(self._parameters)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT
        if role == Qt.ItemDataRole.ToolTipRole and section == 1:
            return ABOUT_ACCURACY
        return (*HEADINGS, *self._parameters)[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self.standings[index.row()], index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT
        return None

    def _text(self, one: "Standing", column: int) -> str:
        if column == 0:
            return str(one.rank)
        if column == 1:
            spread = f" ± {local_number(one.spread, '.4f')}" if one.n_folds > 1 else ""
            return f"{local_number(one.mean, '.4f')}{spread}"
        if column == 2:
            return str(one.n_folds)
        return values_text([one.parameters.get(self._parameters[column - len(HEADINGS)])])


class LeftOutModel(QAbstractTableModel):
    """One combination a row that a race left out: why, and its parameters."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[dict[str, object], str]] = []
        self._columns: list[str] = []

    def show_left_out(self, rows: Sequence[tuple[dict[str, object], str]], parameters: Sequence[str]) -> None:
        """Show combinations with their reasons, with a column for each of `parameters`."""
        self.beginResetModel()
        self._rows, self._columns = list(rows), [tr("Reason"), *parameters]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return self._columns[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        parameters, why = self._rows[index.row()]
        return values_text([parameters.get(self._columns[index.column()])]) if index.column() else why

    def _alignment(self, column: int) -> int:
        return RIGHT if column else LEFT
