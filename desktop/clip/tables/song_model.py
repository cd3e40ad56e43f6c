"""The item model of one song, turned round: a row a feature."""

from collections.abc import Iterable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QBrush, QColor

from core.features.table import Column, FeatureTable
from core.features.words import feature_words
from core.language import tr
from desktop.clip.tables.columns import number_format, tempi_together
from desktop.clip.tables.model import ALIGNMENT, DISPLAY, RIGHT, SORT_ROLE, TOOL_TIP, TOP, Index, nan_last_order
from desktop.widgets.column_text import described
from desktop.widgets.theme import LIGHT, Theme

FOREGROUND: Final = int(Qt.ItemDataRole.ForegroundRole)
VALUE: Final = 2
"""Place of the values among the headings."""

LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SongModel(QAbstractTableModel):
    """One song, a row a feature: its name, the same in words, value, unit and definition.

    Always sorted and filtered as asked.
    """

    HEADINGS: Final = (tr("Feature"), tr("In words"), tr("Value"), tr("Unit"), tr("Definition"))

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: FeatureTable | None = None
        self._texts: list[tuple[str, str, str, str, str]] = []
        self._visible: frozenset[str] | None = None
        self._sorted_by: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)
        self._shown: list[int] = []
        self._muted = QBrush()
        self.set_theme(LIGHT)

    @property
    def table(self) -> FeatureTable | None:
        """What is shown, in its own orientation: one row."""
        return self._table

    def set_table(self, table: FeatureTable | None) -> None:
        """Show the first row of a table, or nothing."""
        self._table = table if table else None
        self._texts = [] if self._table is None else [_song_row(self._table, i) for i in range(len(self.columns()))]
        self._reset()

    def set_visible(self, names: Iterable[str] | None) -> None:
        """Show these features only, or all of them."""
        visible = None if names is None else frozenset(names)
        if visible != self._visible:
            self._visible = visible
            self._reset()

    def set_theme(self, theme: Theme) -> None:
        """Take the colour of units and definitions."""
        self._muted = QBrush(QColor(theme.text_muted))
        if self._shown:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._shown) - 1, len(self.HEADINGS) - 1), [FOREGROUND]
            )

    def columns(self) -> list[Column]:
        """Return the features in the table's order, filtered or not."""
        return list(self._table.columns) if self._table is not None else []

    def names_at(self, rows: Iterable[int]) -> list[str]:
        """Return the names of the features that are shown at `rows`."""
        return [self.columns()[self._shown[row]].name for row in rows]

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.HEADINGS)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        place, field = self._shown[index.row()], index.column()
        if role == DISPLAY:
            return self._texts[place][field]
        if role == ALIGNMENT:
            return RIGHT if field == VALUE else LEFT
        if role == FOREGROUND:
            return self._muted if field > VALUE else None
        if role == SORT_ROLE:
            return self._value(place) if field == VALUE else self._texts[place][field]
        return described(self.columns()[place]) if role == TOOL_TIP else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.HEADINGS):
            return None
        if role == ALIGNMENT:
            return RIGHT if section == VALUE else LEFT
        return self.HEADINGS[section] if role == DISPLAY else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the features by one of the headings, or much as the table has them when `column` is -1."""
        self._sorted_by = (column, order)
        self._reset()

    def _reset(self) -> None:
        self.beginResetModel()
        names = [column.name for column in self.columns()]
        self._shown = [i for i in self._sorted_places() if self._visible is None or names[i] in self._visible]
        self.endResetModel()

    def _sorted_places(self) -> list[int]:
        column, order = self._sorted_by
        backwards = order == Qt.SortOrder.DescendingOrder
        if column == VALUE and self._table is not None:
            return [int(place) for place in nan_last_order(self._table.values[0], backwards)]
        places = tempi_together(self.columns())
        if not 0 <= column < len(self.HEADINGS):
            return places
        return sorted(places, key=partial(self._text_key, column), reverse=backwards)

    def _text_key(self, field: int, place: int) -> str:
        return self._texts[place][field].casefold()

    def _value(self, place: int) -> float:
        assert self._table is not None
        return float(self._table.values[0, place])


def _song_row(table: FeatureTable, place: int) -> tuple[str, str, str, str, str]:
    column = table.columns[place]
    text = number_format(column, table.values[:1, place])(float(table.values[0, place]))
    return column.caption, feature_words(column.name), text, column.unit, tr(column.definition)
