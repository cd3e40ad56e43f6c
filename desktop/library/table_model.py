"""The item model over the tracks that were found: ids in order, and the values of those rows that somebody looks at."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from desktop.icons import icon
from desktop.library.cells import described, is_numeric, text_of
from desktop.theme import LIGHT, UNIT, Theme, genre_colour

if TYPE_CHECKING:
    from core.library import LibraryColumn

Index = QModelIndex | QPersistentModelIndex
Ids = NDArray[np.int64]

TOP: Final = QModelIndex()
NOTHING: Final = np.empty(0, dtype=np.int64)

# Plain integers: a table asks for eight roles a cell, and comparing enum members is several times slower.
DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
ALIGNMENT: Final = int(Qt.ItemDataRole.TextAlignmentRole)
FOREGROUND: Final = int(Qt.ItemDataRole.ForegroundRole)
DECORATION: Final = int(Qt.ItemDataRole.DecorationRole)
TOOL_TIP: Final = int(Qt.ItemDataRole.ToolTipRole)
ACCESSIBLE_TEXT: Final = int(Qt.ItemDataRole.AccessibleTextRole)

RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

MOST_ROWS: Final = 300
"""So many rows are asked for at a time: some screens full."""

AHEAD: Final = 60
"""Rows asked for beyond those that are looked at, on either side."""

MOST_KEPT: Final = 20_000
"""Rows whose values are kept."""

ALWAYS: Final = ("name", "path", "state", "duration")
"""Columns that are asked for although they may be hidden: what is played, opened and greyed goes by them."""


class TrackTableModel(QAbstractTableModel):
    """Rows are tracks, known by id. What a cell lacks is asked for by `values_wanted`, one answer at a time."""

    values_wanted = Signal(object, object)
    """The ids, an `Ids`, and the names of the columns, a tuple, of which `take_values` is to bring the values."""

    def __init__(self, columns: Sequence["LibraryColumn"], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._places = {column.name: place for place, column in enumerate(self._columns)}
        self._ids: Ids = NOTHING
        self._order: NDArray[np.intp] | None = None
        self._values: dict[int, dict[str, object]] = {}
        self._fresh: set[int] = set()
        self._names: tuple[str, ...] = ALWAYS
        self._wanted: list[int] = []
        self._is_waiting = False
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)
        self._playing: int | None = None
        self._dots: dict[str, QPixmap] = {}
        self.set_theme(LIGHT)

    # --- what there is ---------------------------------------------------------------------------------------------

    @property
    def columns(self) -> tuple["LibraryColumn", ...]:
        """All columns there are, shown or not."""
        return self._columns

    @property
    def ids(self) -> Ids:
        """The tracks from the first row to the last."""
        return self._ids

    def place_of(self, name: str) -> int:
        """The place of a column, -1 when there is none of that name."""
        return self._places.get(name, -1)

    def rows_of(self, ids: Ids) -> NDArray[np.intp]:
        """The rows of those of these tracks that are there, in no particular order [shape=(<= len(ids),)]."""
        if not len(self._ids) or not len(ids):
            return np.empty(0, dtype=np.intp)
        if self._order is None:
            self._order = np.argsort(self._ids, kind="stable")
        places = np.searchsorted(self._ids, ids, sorter=self._order)
        rows = self._order[np.minimum(places, len(self._ids) - 1)]
        return np.asarray(rows[self._ids[rows] == ids])

    def value(self, track_id: int, name: str) -> object:
        """A value if it is known yet, None otherwise."""
        return self._values.get(track_id, {}).get(name)

    # --- what changes ----------------------------------------------------------------------------------------------

    def set_ids(self, ids: Ids) -> None:
        """Show these tracks in this order."""
        self.beginResetModel()
        self._ids, self._order = ids, None
        self._wanted.clear()
        self.endResetModel()

    def set_shown(self, names: Sequence[str]) -> None:
        """Ask for the values of these columns from now on."""
        wanted = tuple(dict.fromkeys((*ALWAYS, *(name for name in names if name in self._places))))
        if not set(wanted) <= set(self._names):
            self._fresh.clear()
        self._names = wanted
        self._repaint()

    def forget_values(self) -> None:
        """The catalogue has changed: ask again for what is looked at, and show what was known until that comes."""
        self._fresh.clear()
        self._repaint()

    def take_values(self, ids: Ids, names: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """The answer to `values_wanted`."""
        for track_id, row in zip(ids.tolist(), rows, strict=True):
            self._values.setdefault(track_id, {}).update(zip(names, row, strict=True))
            self._fresh.add(track_id)
        if len(self._values) > MOST_KEPT:
            self._drop_oldest()
        self.stop_waiting()
        self._repaint()

    def stop_waiting(self) -> None:
        """No answer is on its way any more, whether one has come or not."""
        self._is_waiting = False
        if self._wanted:
            self._asking.start()

    def set_playing(self, track_id: int | None) -> None:
        """Mark the track that is heard."""
        self._playing = track_id
        self._repaint()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._muted = QColor(theme.text_muted)
        self._state_colours = {"failed": QColor(theme.error), "missing": QColor(theme.warning)}
        self._play_sign = icon("volume", theme.accent)
        self._repaint()

    # --- what Qt asks ----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role == DISPLAY:
            return self._text(index.row(), self._columns[index.column()])
        if role == ALIGNMENT:
            return RIGHT if is_numeric(self._columns[index.column()]) else LEFT
        if role == FOREGROUND:
            return self._colour(int(self._ids[index.row()]), self._columns[index.column()].name)
        if role == DECORATION:
            return self._sign(int(self._ids[index.row()]), self._columns[index.column()].name)
        if role == TOOL_TIP:
            return self._tip(int(self._ids[index.row()]), self._columns[index.column()])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == DISPLAY:
            return column.title
        if role == ALIGNMENT:
            return RIGHT if is_numeric(column) else LEFT
        if role == TOOL_TIP:
            return described(column)
        return column.title if role == ACCESSIBLE_TEXT else None

    # --- cells -----------------------------------------------------------------------------------------------------

    def _text(self, row: int, column: "LibraryColumn") -> str:
        track_id = int(self._ids[row])
        if track_id not in self._fresh:
            self._want(row)
        values = self._values.get(track_id)
        return "" if values is None else text_of(column, values.get(column.name))

    def _colour(self, track_id: int, name: str) -> QColor | None:
        state = self.value(track_id, "state")
        if state in (None, "analysed"):
            return None
        return self._state_colours.get(str(state), self._muted) if name == "state" else self._muted

    def _sign(self, track_id: int, name: str) -> QIcon | QPixmap | None:
        if name == "name" and track_id == self._playing:
            return self._play_sign
        if name == "genre" and (genre := self.value(track_id, "genre")):
            return self._dot(str(genre))
        return None

    def _tip(self, track_id: int, column: "LibraryColumn") -> str | None:
        if column.name == "name":
            path = self.value(track_id, "path")
            return None if path is None else " ".join(str(path).split())
        return text_of(column, self.value(track_id, column.name)) or None

    def _dot(self, genre: str) -> QPixmap:
        if genre not in self._dots:
            dot = QPixmap(UNIT, UNIT)
            dot.fill(Qt.GlobalColor.transparent)
            painter = QPainter(dot)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(genre_colour(genre)))
            painter.drawEllipse(0, 0, UNIT, UNIT)
            painter.end()
            self._dots[genre] = dot
        return self._dots[genre]

    # --- asking ----------------------------------------------------------------------------------------------------

    def _want(self, row: int) -> None:
        self._wanted.append(row)
        if not self._is_waiting and not self._asking.isActive():
            self._asking.start()

    def _ask(self) -> None:
        """Ask for what was looked at last. While an answer is under way, newer wishes take the place of older ones."""
        if self._is_waiting or not self._wanted:
            return
        last = self._wanted[-1]
        near = [row for row in self._wanted if abs(row - last) < MOST_ROWS]
        self._wanted.clear()
        first, end = max(min(near) - AHEAD, 0), min(max(near) + AHEAD + 1, len(self._ids))
        ids = np.array([i for i in self._ids[first:end].tolist() if i not in self._fresh], dtype=np.int64)
        if len(ids):
            self._is_waiting = True
            self.values_wanted.emit(ids, self._names)

    def _drop_oldest(self) -> None:
        for track_id in list(self._values)[: len(self._values) - MOST_KEPT // 2]:
            del self._values[track_id]
            self._fresh.discard(track_id)

    def _repaint(self) -> None:
        if len(self._ids):
            last = self.index(len(self._ids) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
