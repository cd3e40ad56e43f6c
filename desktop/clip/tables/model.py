"""The item model over a `FeatureTable`, one row a passage of music."""

import math
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from core.features.table import Column, FeatureTable
from core.language import local_number, tr
from desktop.clip.picture.chords import chord_text
from desktop.clip.tables.columns import CHORD, LEADING, heading, leading_first, number_format
from desktop.widgets.column_text import described
from desktop.widgets.theme import LIGHT, Theme

Index = QModelIndex | QPersistentModelIndex

TOP: Final = QModelIndex()
"""The parent of every cell."""

# Plain integers: a table asks for eight roles a cell, and comparing enum members is several times slower.
DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
ALIGNMENT: Final = int(Qt.ItemDataRole.TextAlignmentRole)
BACKGROUND: Final = int(Qt.ItemDataRole.BackgroundRole)
TOOL_TIP: Final = int(Qt.ItemDataRole.ToolTipRole)
ACCESSIBLE_TEXT: Final = int(Qt.ItemDataRole.AccessibleTextRole)
SORT_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The raw float of a cell, NaN where there is none."""

RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
SECTION: Final = "section"
"""The column that is read as the label of its row."""

HEAT_LEVELS: Final = 16
STRONGEST_HEAT: Final = 0.34
"""How much of the accent colour the largest number of a column is mixed with; text stays legible upon it."""

MARK: Final = 0.22
"""How much of the colour of warnings the cells without shading of a marked row are mixed with."""

NO_VALUE: Final = tr("no value")
MEASURED_AGAIN: Final = tr("Measured again after an edit of the beats")


class FeatureTableModel(QAbstractTableModel):
    """The rows of a `FeatureTable`, sortable, the columns that name the passage first.

    Sorting is done here by one `argsort`, not in a proxy: 15,000 rows take 2 ms, and NaN stays last either way.
    Rows with equal numbers keep their order in time.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: FeatureTable | None = None
        self._places: list[int] = []
        self._columns: list[Column] = []
        self._formats: list[Callable[[float], str]] = []
        self._texts: dict[int, list[str]] = {}
        self._order: NDArray[np.intp] = np.arange(0)
        self._rows: NDArray[np.intp] = np.arange(0)
        self._sorted_by: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)
        self._heat = True
        self._heat_of: dict[int, NDArray[np.int64]] = {}
        self._brushes: list[QBrush] = []
        self._mark = QBrush()
        self._marked: frozenset[int] = frozenset()
        self.set_theme(LIGHT)

    @property
    def table(self) -> FeatureTable | None:
        """What is shown, in its own order."""
        return self._table

    def set_table(self, table: FeatureTable | None) -> None:
        """Show another table, sorted as the last one was, or nothing."""
        self.beginResetModel()
        self._table = table
        columns = table.columns if table is not None else ()
        self._places = leading_first(columns)
        self._columns = [columns[place] for place in self._places]
        self._formats, self._texts = self._new_formats(table), self._new_texts(table)
        self._heat_of = {}
        self._marked = _places(None)
        self._set_order(self._sorted_rows())
        self.endResetModel()

    def is_of_the_same_song(self, table: FeatureTable) -> bool:
        """Whether a table is that of the song that is shown, with other rows or numbers."""
        shown = self._table
        if shown is None or not len(shown) or not len(table):
            return False
        return shown.columns == table.columns and _song_of(shown) == _song_of(table)

    def replace_table(self, table: FeatureTable, marked: NDArray[np.intp] | None = None) -> None:
        """Show other rows or numbers of the same song; where there are as many rows, none of them moves."""
        if self._table is None or len(table) != len(self._table):
            self.set_table(table)
            self.mark(marked)
            return
        self._table = table
        self._formats, self._texts = self._new_formats(table), self._new_texts(table)
        self._heat_of = {}
        self._marked = _places(marked)
        self.sort(*self._sorted_by)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def _new_formats(self, table: FeatureTable | None) -> list[Callable[[float], str]]:
        if table is None:
            return []
        formats = [number_format(table.columns[place], table.values[:, place]) for place in self._places]
        if table.labels and SECTION in table.names:
            formats[self.index_of(SECTION)] = partial(_label, table.labels)
        return formats

    def _new_texts(self, table: FeatureTable | None) -> dict[int, list[str]]:
        """Return what stands in place of numbers, by the column as shown and the row of the table."""
        texts = {} if table is None else table.texts
        return {self.index_of(name): [_as_shown(name, text) for text in column] for name, column in texts.items()}

    def mark(self, rows: NDArray[np.intp] | None) -> None:
        """Mark rows of the table that were measured again after an edit."""
        self._marked = _places(rows)
        self._repaint()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of the shading."""
        surface, accent = QColor(theme.surface), QColor(theme.accent)
        self._mark = QBrush(_mixed(surface, QColor(theme.warning), MARK))
        shares = [STRONGEST_HEAT * level / (HEAT_LEVELS - 1) for level in range(HEAT_LEVELS)]
        self._brushes = [QBrush(_mixed(surface, accent, share)) for share in shares]
        self._repaint()

    @property
    def heat(self) -> bool:
        """Whether cells are shaded by their number's place between the small and the large ones of the column."""
        return self._heat

    def set_heat(self, heat: bool) -> None:
        """Shade the cells, or not."""
        self._heat = heat
        self._repaint()

    def columns(self) -> list[Column]:
        """Return the columns in the order shown."""
        return self._columns

    def index_of(self, name: str) -> int:
        """Where a column is shown, -1 when there is none of that name."""
        return next((i for i, column in enumerate(self._columns) if column.name == name), -1)

    def table_rows(self, rows: Iterable[int]) -> NDArray[np.intp]:
        """Return the rows of the table that are shown at `rows`."""
        return self._order[np.fromiter(rows, dtype=np.intp)]

    def shown_row(self, table_row: int) -> int:
        """Where a row of the table is shown."""
        return int(self._rows[table_row])

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role == DISPLAY:
            column = index.column()
            texts = self._texts.get(column)
            if texts is not None:
                return texts[self._order[index.row()]]
            return self._formats[column](self._value(index.row(), column))
        if role == ALIGNMENT:
            return RIGHT
        if role == BACKGROUND:
            shade = self._shade(index.row(), index.column()) if self._heat else None
            return self._mark if shade is None and self._is_marked(index.row()) else shade
        if role == SORT_ROLE:
            return self._value(index.row(), index.column())
        if role == TOOL_TIP:
            text = f"{self._columns[index.column()].header}: {self._exactly(index) or NO_VALUE}"
            return f"{text}\n{MEASURED_AGAIN}" if self._is_marked(index.row()) else text
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._places):
            return None
        if role == ALIGNMENT:
            return RIGHT
        if role == DISPLAY:
            return heading(self._columns[section])
        if role == TOOL_TIP:
            return described(self._columns[section])
        return self._columns[section].header if role == ACCESSIBLE_TEXT else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column, or by time when `column` is -1."""
        self._sorted_by = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        table_rows = [int(self._order[index.row()]) for index in before]
        self._set_order(self._sorted_rows())
        after = [self.index(self.shown_row(row), index.column()) for row, index in zip(table_rows, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _sorted_rows(self) -> NDArray[np.intp]:
        column, order = self._sorted_by
        if self._table is None or not 0 <= column < len(self._places):
            return np.arange(len(self._table) if self._table else 0)
        return nan_last_order(self._table.values[:, self._places[column]], order == Qt.SortOrder.DescendingOrder)

    def _set_order(self, order: NDArray[np.intp]) -> None:
        self._order = order
        self._rows = np.empty_like(order)
        self._rows[order] = np.arange(len(order))

    def _value(self, row: int, column: int) -> float:
        assert self._table is not None
        return float(self._table.values[self._order[row], self._places[column]])

    def _exactly(self, index: Index) -> str:
        """Return a cell as its tip has it: every digit that a person could want; "" where there is nothing."""
        if index.column() in self._texts:
            return str(self.data(index))
        value = self._value(index.row(), index.column())
        return "" if math.isnan(value) else local_number(value, ".10g")

    def _is_marked(self, row: int) -> bool:
        return bool(self._marked) and int(self._order[row]) in self._marked

    def _shade(self, row: int, column: int) -> QBrush | None:
        levels = self._heat_of.get(column)
        if levels is None:
            assert self._table is not None
            place = self._places[column]
            shaded = self._table.columns[place].name not in LEADING and column not in self._texts
            levels = heat_levels(self._table.values[:, place] if shaded else np.full(len(self._table), np.nan))
            self._heat_of[column] = levels
        level = levels[self._order[row]]
        return self._brushes[level] if level > 0 else None

    def _repaint(self) -> None:
        if self.rowCount() and self.columnCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last, [BACKGROUND])


def _label(labels: tuple[str, ...], number: float) -> str:
    return labels[int(number) - 1]


def _as_shown(column: str, text: str) -> str:
    return chord_text(text) if column == CHORD and text else text


def _song_of(table: FeatureTable) -> str:
    return table.uuids[0].rpartition("_")[0]


def _places(rows: NDArray[np.intp] | None) -> frozenset[int]:
    return frozenset() if rows is None else frozenset(rows.tolist())


def nan_last_order(values: NDArray[np.float64], descending: bool) -> NDArray[np.intp]:
    """Return the rows in order of their numbers, upwards or downwards, NaN always last; the sort is stable."""
    return np.argsort(-values if descending else values, kind="stable")


def heat_levels(values: NDArray[np.float64]) -> NDArray[np.int64]:
    """Each number's place between the column's 5th and 95th percentile, 0 to `HEAT_LEVELS` - 1; 0 for NaN.

    Percentiles, because one click or one silent bar would otherwise leave all other cells alike.
    """
    finite = values[np.isfinite(values)]
    low, high = np.percentile(finite, (5, 95)) if len(finite) > 1 else (0.0, 0.0)
    if not high > low:
        return np.zeros(len(values), dtype=np.int64)
    share = np.nan_to_num((values - low) / (high - low), nan=0.0, posinf=1.0, neginf=0.0)
    return np.rint(np.clip(share, 0.0, 1.0) * (HEAT_LEVELS - 1)).astype(np.int64)


def _mixed(below: QColor, above: QColor, share: float) -> QColor:
    red, green, blue = (
        round(a + (b - a) * share)
        for a, b in ((below.red(), above.red()), (below.green(), above.green()), (below.blue(), above.blue()))
    )
    return QColor(red, green, blue)
