"""The item model of the tracks found: ids in order, and the values of the rows in sight."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap

from core.language import tr
from core.library.guessing import guessed_tags
from desktop.library.cells import described, is_numeric, text_of
from desktop.widgets.icons import icon
from desktop.widgets.theme import LIGHT, UNIT, Theme, genre_colour

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
FONT: Final = int(Qt.ItemDataRole.FontRole)
TOOL_TIP: Final = int(Qt.ItemDataRole.ToolTipRole)
ACCESSIBLE_TEXT: Final = int(Qt.ItemDataRole.AccessibleTextRole)

RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

AHEAD: Final = 120
"""Rows asked for beyond those in sight, on either side, as soon as one of the nearer half of them is not known."""

GUESSED: Final = ("title", "artist")
"""Columns that may show a guess, in italics."""

MOST_KEPT: Final = 20_000
"""Rows whose values are kept."""

ALWAYS: Final = ("name", "path", "state", "duration", "edited", "guessed", "genre_novelty")
"""Columns that are asked for although they may be hidden: what is played, opened, greyed and marked goes by them."""

NONE_OF_THESE: Final = tr("none of these")
"""What stands in place of the genre of a track that is unlike all of them."""


class TrackTableModel(QAbstractTableModel):
    """Rows are tracks, known by id. What the rows in sight lack is asked for by `values_wanted`, one answer at a time.

    A cell is empty until its value comes; after a change it keeps the former one until then.
    """

    values_wanted = Signal(object, object)
    """The ids, an `Ids`, and the names of the columns, a tuple, of which `take_values` is to bring the values."""

    def __init__(self, columns: Sequence["LibraryColumn"], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._places = {column.name: place for place, column in enumerate(self._columns)}
        self._ids: Ids = NOTHING
        self._values: dict[int, dict[str, object]] = {}
        self._texts: dict[int, dict[str, str]] = {}
        self._fresh: set[int] = set()
        self._names: tuple[str, ...] = ALWAYS
        self._sight = (0, 0)
        self._is_waiting = False
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)
        self._playing: int | None = None
        self._guess_font = QFont()
        self._guess_font.setItalic(True)
        self._distances: Mapping[int, str] = {}
        self._reasons: Mapping[int, str] = {}
        self._sorting: tuple[str, bool] | None = None
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
        """Return the place of a column, -1 for an unknown name."""
        return self._places.get(name, -1)

    def rows_of(self, ids: Ids) -> NDArray[np.intp]:
        """Return the rows of tracks from top to bottom [shape=(<= len(ids),)]; tracks that are not shown have none."""
        if len(ids) == 1:
            return np.flatnonzero(self._ids == ids[0])
        return np.flatnonzero(np.isin(self._ids, ids))

    def value(self, track_id: int, name: str) -> object:
        """Return a value if it is known yet, else None."""
        return self._values.get(track_id, {}).get(name)

    # --- what changes ----------------------------------------------------------------------------------------------

    def set_ids(self, ids: Ids) -> None:
        """Show these tracks in this order."""
        self.beginResetModel()
        self._ids = ids
        self._sight = (0, 0)
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing, and know nothing: another catalogue gives the same ids to other tracks."""
        self._values.clear()
        self._texts.clear()
        self._fresh.clear()
        self._is_waiting = False
        self.set_ids(NOTHING)

    def look(self, first: int, end: int) -> None:
        """Take note of the rows in sight and ask for their values."""
        self._sight = (max(first, 0), min(end, len(self._ids)))
        if not self._is_waiting and self._lacking(AHEAD // 2):
            self._asking.start()

    def set_shown(self, names: Sequence[str]) -> None:
        """Ask for the values of these columns from now on."""
        wanted = tuple(dict.fromkeys((*ALWAYS, *(name for name in names if name in self._places))))
        if not set(wanted) <= set(self._names):
            self._fresh.clear()
            self._asking.start()
        self._names = wanted

    def forget_values(self) -> None:
        """Ask again for the values in sight after a change; the known ones are shown until the answer comes."""
        self._fresh.clear()
        self._asking.start()

    def take_values(self, ids: Ids, names: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """Take the answer to `values_wanted`."""
        in_sight = set(self._ids[slice(*self._sight)].tolist())
        is_seen = False
        for track_id, row in zip(ids.tolist(), rows, strict=True):
            values = dict(zip(names, row, strict=True))
            known = self._values.setdefault(track_id, {})
            is_seen = is_seen or (track_id in in_sight and not values.items() <= known.items())
            known.update(values)
            self._texts.pop(track_id, None)
            self._fresh.add(track_id)
        if len(self._values) > MOST_KEPT:
            self._drop_oldest()
        if is_seen:
            self._repaint()
        self.stop_waiting()

    def stop_waiting(self) -> None:
        """No answer is on its way any more; what is in sight by now is asked for, if it is not known."""
        self._is_waiting = False
        if self._lacking(AHEAD // 2):
            self._asking.start()

    def set_playing(self, track_id: int | None) -> None:
        """Mark the playing track."""
        self._playing = track_id
        self._repaint()

    def set_likeness(self, distances: Mapping[int, str], reasons: Mapping[int, str]) -> None:
        """Set how far tracks are from those that similar ones were asked for, and why, by id: the headings of rows."""
        self._distances, self._reasons = distances, reasons
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, max(len(self._ids) - 1, 0))

    def set_sorting(self, sorting: tuple[str, bool] | None) -> None:
        """Mark the heading of the column that the rows are sorted by."""
        self._sorting = sorting
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._muted = QColor(theme.text_muted)
        self._state_colours = {"failed": QColor(theme.error), "missing": QColor(theme.warning)}
        self._play_sign = icon("volume", theme.accent, selected_colour=theme.accent_text)
        self._edited_sign = icon("edited", theme.text_muted, selected_colour=theme.accent_text)
        self._dots, self._ring = {}, QColor(theme.surface)
        self._repaint()

    # --- what Qt asks ----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role == DISPLAY:
            return self._text(int(self._ids[index.row()]), self._columns[index.column()])
        if role == ALIGNMENT:
            return RIGHT if is_numeric(self._columns[index.column()]) else LEFT
        if role == FOREGROUND:
            return self._colour(int(self._ids[index.row()]), self._columns[index.column()].name)
        if role == DECORATION:
            return self._sign(int(self._ids[index.row()]), self._columns[index.column()].name)
        if role == FONT:
            return (
                self._guess_font if self._is_guess(int(self._ids[index.row()]), self._columns[index.column()]) else None
            )
        if role == TOOL_TIP:
            return self._tip(int(self._ids[index.row()]), self._columns[index.column()])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return self._row_heading(section, role)
        if not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == DISPLAY:
            return self._heading(column)
        if role == ALIGNMENT:
            return RIGHT if is_numeric(column) else LEFT
        if role == TOOL_TIP:
            return described(column)
        return tr(column.title) if role == ACCESSIBLE_TEXT else None

    def _row_heading(self, row: int, role: int) -> Any:
        track_id = int(self._ids[row]) if 0 <= row < len(self._ids) else 0
        if role in (DISPLAY, ACCESSIBLE_TEXT):
            return self._distances.get(track_id, "")
        if role == ALIGNMENT:
            return RIGHT
        return self._reasons.get(track_id) if role == TOOL_TIP else None

    def _heading(self, column: "LibraryColumn") -> str:
        if self._sorting is None or self._sorting[0] != column.name:
            return tr(column.title)
        arrow = "▾" if self._sorting[1] else "▴"
        title = tr(column.title)
        return f"{arrow} {title}" if is_numeric(column) else f"{title} {arrow}"

    # --- cells -----------------------------------------------------------------------------------------------------

    def _text(self, track_id: int, column: "LibraryColumn") -> str:
        texts = self._texts.setdefault(track_id, {})
        text = texts.get(column.name)
        if text is None:
            text = text_of(column, self.value(track_id, column.name))
            if column.name == "genre" and text and self._is_outside(track_id):
                text = NONE_OF_THESE
            texts[column.name] = text
        return text

    def _colour(self, track_id: int, name: str) -> QColor | None:
        state = self.value(track_id, "state")
        if state in (None, "analysed"):
            return self._muted if name == "genre" and self._is_outside(track_id) else None
        return self._state_colours.get(str(state), self._muted) if name == "state" else self._muted

    def _sign(self, track_id: int, name: str) -> QIcon | QPixmap | None:
        if name == "name" and track_id == self._playing:
            return self._play_sign
        if name == "genre" and (genre := self.value(track_id, "genre")) and not self._is_outside(track_id):
            return self._dot(str(genre))
        if name == "bpm" and self.value(track_id, "edited"):
            return self._edited_sign
        return None

    def _tip(self, track_id: int, column: "LibraryColumn") -> str | None:
        if column.name == "name":
            path = self.value(track_id, "path")
            return (" ".join(str(path).split()) or None) if path is not None else None
        if column.name == "bpm" and self.value(track_id, "edited"):
            tempo = self._text(track_id, column)
            return tr("{tempo} BPM · beats edited", tempo=tempo) if tempo else tr("Beats edited")
        if column.name == "genre" and self._is_outside(track_id):
            return tr(
                "Unlike all the music that the model learned from.\nNearest: {value}",
                value=self.value(track_id, "genre"),
            )
        text = text_of(column, self.value(track_id, column.name))
        return (
            tr("{text}\nGuessed from the name of the file", text=text)
            if self._is_guess(track_id, column)
            else text or None
        )

    def _is_outside(self, track_id: int) -> bool:
        """Whether a track is none of the genres of the model that was asked."""
        novelty = self.value(track_id, "genre_novelty")
        return isinstance(novelty, float) and novelty > 1

    def _is_guess(self, track_id: int, column: "LibraryColumn") -> bool:
        """Whether a cell shows what the name of the file suggests, since the file has no such tag."""
        if column.name not in GUESSED or column.name not in str(self.value(track_id, "guessed") or ""):
            return False
        return self.value(track_id, column.name) == guessed_tags(str(self.value(track_id, "name"))).get(column.name)

    def _dot(self, genre: str) -> QPixmap:
        if genre not in self._dots:
            dot = QPixmap(UNIT + 2, UNIT + 2)
            dot.fill(Qt.GlobalColor.transparent)
            painter = QPainter(dot)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ring)  # a ring that is seen where the row is selected
            painter.drawEllipse(0, 0, UNIT + 2, UNIT + 2)
            painter.setBrush(QColor(genre_colour(genre, theme=self._theme)))
            painter.drawEllipse(1, 1, UNIT, UNIT)
            painter.end()
            self._dots[genre] = dot
        return self._dots[genre]

    # --- asking ----------------------------------------------------------------------------------------------------

    def _lacking(self, ahead: int) -> list[int]:
        """Return the tracks in sight, and `ahead` rows beyond, whose values are not known."""
        first, end = self._sight
        if first >= end:
            return []
        return [i for i in self._ids[max(first - ahead, 0) : end + ahead].tolist() if i not in self._fresh]

    def _ask(self) -> None:
        """Ask for what is in sight. While an answer is under way nothing else is asked for."""
        if not self._is_waiting and (ids := self._lacking(AHEAD)):
            self._is_waiting = True
            self.values_wanted.emit(np.array(ids, dtype=np.int64), self._names)

    def _drop_oldest(self) -> None:
        for track_id in list(self._values)[: len(self._values) - MOST_KEPT // 2]:
            del self._values[track_id]
            self._texts.pop(track_id, None)
            self._fresh.discard(track_id)

    def _repaint(self) -> None:
        first, end = self._sight
        if first < end:
            self.dataChanged.emit(self.index(first, 0), self.index(end - 1, len(self._columns) - 1))
