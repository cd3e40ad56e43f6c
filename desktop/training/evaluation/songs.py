"""Rows in a table: true and predicted class and its probability; each can be played and explained."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, overload

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QTableView, QVBoxLayout, QWidget

from core.dataset.dataset import Dataset
from core.language import tr
from desktop.training.charts.export_button import Dialog, Table
from desktop.training.charts.table_export import table_export
from desktop.widgets.basic import label, push_button
from desktop.widgets.plain_table import LEFT, RIGHT, plain_table
from desktop.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.evaluation.held_out import HeldOut

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
HEADINGS = (tr("Name"), tr("True class"), tr("Predicted"), tr("Probability"))


@dataclass(frozen=True)
class Song:
    """One row of the data with the texts of its cells."""

    row: int
    name: str
    true: str
    predicted: str
    probability: float | None
    is_audible: bool


class Songs(Sequence[Song]):
    """Rows at some places of held-out predictions, each made when it is looked at: there may be a million.

    Parameters
    ----------
    dataset : Dataset
    held_out : HeldOut
        Predictions of one estimator on held-out rows.
    places : NDArray[np.int64] of shape (n_songs,)
        Places in `held_out`.
    """

    def __init__(self, dataset: Dataset, held_out: "HeldOut", places: "NDArray[np.int64]") -> None:
        self._dataset, self._held_out, self._places = dataset, held_out, places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Song: ...

    @overload
    def __getitem__(self, index: slice) -> "Songs": ...

    def __getitem__(self, index: int | slice) -> "Song | Songs":
        dataset, held_out = self._dataset, self._held_out
        if isinstance(index, slice):
            return Songs(dataset, held_out, self._places[index])
        place = int(self._places[index])
        row = int(held_out.rows[place])
        return Song(
            row=row,
            name=dataset.row_names[row],
            true=held_out.classes[held_out.y_true[place]],
            predicted=held_out.classes[held_out.predicted[place]],
            probability=held_out.sureness(place),
            is_audible=dataset.locations[row] is not None,
        )

    @property
    def can_be_heard(self) -> bool:
        """Whether any of them has audio."""
        locations = self._dataset.locations
        return any(locations) and any(locations[row] is not None for row in self._held_out.rows[self._places].tolist())


class SongModel(QAbstractTableModel):
    """One row of the data per row."""

    def __init__(self) -> None:
        super().__init__()
        self.songs: Sequence[Song] = ()

    def show_songs(self, songs: Sequence[Song]) -> None:
        """Show these."""
        self.beginResetModel()
        self.songs = songs
        self.endResetModel()

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.songs)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return HEADINGS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        song = self.songs[index.row()]
        sure = "" if song.probability is None else f"{100 * song.probability:.0f} %"
        return (song.name, song.true, song.predicted, sure)[index.column()]


def _alignment(column: int) -> int:
    return RIGHT if column == len(HEADINGS) - 1 else LEFT


class SongTable(QTableView):
    """A double click or Return plays."""

    played = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.played.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)


class SongList(QWidget):
    """Title, table, and buttons to play and explain the selected row."""

    heard = Signal(int)
    """Row of the data."""
    explained = Signal(int)
    """Row of the data."""

    def __init__(self, dialog: Dialog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SongModel()
        self.title = label("", "heading", wrap=True)
        self.table = SongTable()
        plain_table(self.model, tr("Rows"), (0, 16, 16, 12), table=self.table)
        self.table_export = table_export(tr("Rows"), self.table, dialog, table=self._as_table)
        self.hear_button = push_button(tr("Play"), self._hear, tip=tr("Play selected song (Return)"))
        self.explain_button = push_button(tr("Why?"), self._explain, tip=tr("Reasons for and against each class"))
        self.said = label("", "muted", wrap=True)
        self._arrange()
        self.table.played.connect(lambda _: self._hear())
        self.table.doubleClicked.connect(lambda _: self._hear())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._refresh())
        self.show_songs("")

    def show_songs(self, title: str, songs: Songs | None = None) -> None:
        """Show these under a title."""
        self.title.setText(title)
        self.table_export.title = title or tr("Rows")
        self.model.show_songs(songs or ())
        if songs:
            self.table.selectRow(0)
        silent = bool(songs) and songs is not None and not songs.can_be_heard
        self.said.setText(tr("Rows of a table: no audio to play.") if silent else "")
        self.said.setVisible(silent)
        self._refresh()

    @property
    def current(self) -> Song | None:
        """The chosen song."""
        row = self.table.currentIndex().row()
        return self.model.songs[row] if 0 <= row < len(self.model.songs) else None

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.table_export.set_theme(theme)

    def _as_table(self) -> Table:
        return ["row", "name", "true", "predicted", "probability"], [
            [one.row, one.name, one.true, one.predicted, one.probability] for one in self.model.songs
        ]

    def _hear(self) -> None:
        if self.current is not None and self.current.is_audible:
            self.heard.emit(self.current.row)

    def _explain(self) -> None:
        if self.current is not None:
            self.explained.emit(self.current.row)

    def _refresh(self) -> None:
        song = self.current
        self.hear_button.setEnabled(song is not None and song.is_audible)
        self.explain_button.setEnabled(song is not None)
        self.table_export.setEnabled(song is not None)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.hear_button)
        buttons.addWidget(self.explain_button)
        buttons.addStretch(1)
        buttons.addWidget(self.table_export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addWidget(self.title)
        column.addWidget(self.table, 1)
        column.addWidget(self.said)
        column.addLayout(buttons)
