"""The preview of tags: what BPM, key and genre of each file would become, and the button that writes them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from core.language import tr
from core.library.tagging import TagChange, chosen
from desktop.library.failures import counted_files
from desktop.widgets.basic import label, push_button, tool_button
from desktop.widgets.icons import themed_icon
from desktop.widgets.notices import one_line
from desktop.widgets.plain_table import prepare_table
from desktop.widgets.theme import LIGHT, UNIT, Theme

if TYPE_CHECKING:
    from core.audio.tag_writing import TagField

Index = QModelIndex | QPersistentModelIndex
TOP: Final = QModelIndex()
FIELDS: "Final[tuple[TagField, ...]]" = ("bpm", "key", "genre")
HEADINGS: Final = (tr("File"), "BPM", tr("Key"), tr("Genre"))
WIDTHS: Final = (0, 26, 22, 36)
NOTHING: Final = "–"


class TagModel(QAbstractTableModel):
    """One row a file: what its tags say, and what they would say."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.changes: Sequence[TagChange] = ()
        self._theme = LIGHT

    def set_changes(self, changes: Sequence[TagChange]) -> None:
        """Show these."""
        self.beginResetModel()
        self.changes = changes
        self.endResetModel()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.changes)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        change, column = self.changes[index.row()], index.column()
        is_changed = column > 0 and FIELDS[column - 1] in change.after
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._text(change, column)
            case Qt.ItemDataRole.ForegroundRole if change.problem:
                return QColor(self._theme.error)
            case Qt.ItemDataRole.ForegroundRole if column > 0 and not is_changed:
                return QColor(self._theme.text_muted)
            case Qt.ItemDataRole.FontRole if is_changed:
                font = QFont()
                font.setBold(True)
                return font
        return None

    def _text(self, change: TagChange, column: int) -> str:
        if column == 0:
            return one_line(change.problem or change.name)
        if change.problem:
            return ""
        field = FIELDS[column - 1]
        before = one_line(", ".join(change.before.get(field, ()))) or NOTHING
        return f"{before} → {one_line(', '.join(change.after[field]))}" if field in change.after else before

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(HEADINGS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return HEADINGS[section] if role == Qt.ItemDataRole.DisplayRole else None


class TagPanel(QFrame):
    """The preview, which fields to write, and the button that writes them; nothing is written before."""

    write_requested = Signal(object)
    """The changes to write."""
    undo_requested = Signal()
    closed = Signal()
    """Closed, or cancelled while something runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName(tr("Write tags"))
        self._planned: Sequence[TagChange] = ()
        self._is_busy = False
        self.model = TagModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(tr("Tags before and after"))
        self._heading = label("", "heading")
        self.boxes = {field: _box(title) for field, title in zip(FIELDS, HEADINGS[1:], strict=True)}
        for field in ("bpm", "key"):  # a genre that somebody chose is worth more than a guess
            self.boxes[field].setChecked(True)
        self.only_empty = _box(tr("Only empty tags"))
        self.write_button = push_button(tr("Write tags"), self._write, tip=tr("Write the new values into the files"))
        self.undo_button = push_button(
            tr("Restore last"), self.undo_requested.emit, tip=tr("Give the files written last their former tags back")
        )
        self.close_button = tool_button(tr("Close preview"), self.closed.emit)
        for box in (*self.boxes.values(), self.only_empty):
            box.toggled.connect(self._choose)
        self._arrange()
        self.hide()

    def show_busy(self, text: str) -> None:
        """Say what is being done; the buttons wait."""
        self._is_busy = True
        self._heading.setText(text)
        self._refresh()
        self.show()

    def show_plan(self, planned: Sequence[TagChange], n_to_undo: int) -> None:
        """Show what would change, and whether something can be restored."""
        self._is_busy = False
        self._planned = planned
        self.undo_button.setVisible(n_to_undo > 0)
        self._choose()
        self.show()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.model.set_theme(theme)
        self.close_button.setIcon(themed_icon("close", theme))

    @property
    def wanted(self) -> list[TagChange]:
        """Changes of the chosen fields, of files that can be written."""
        return [change for change in self.model.changes if change.after and not change.problem]

    def _choose(self) -> None:
        fields = {field for field, box in self.boxes.items() if box.isChecked()}
        only_empty = self.only_empty.isChecked()
        self.model.set_changes([chosen(change, fields, only_empty=only_empty) for change in self._planned])
        if not self._is_busy:
            n_wanted, n_files = len(self.wanted), len(self._planned)
            self._heading.setText(
                tr(
                    "{n_wanted:,} of {files} would change",
                    n_wanted=n_wanted,
                    files=counted_files(n_files),
                )
            )
        self._refresh()

    def _write(self) -> None:
        self.write_requested.emit(self.wanted)

    def _refresh(self) -> None:
        n_wanted = len(self.wanted)
        self.write_button.setText(tr("Write {files}", files=counted_files(n_wanted)) if n_wanted else tr("Write tags"))
        self.write_button.setEnabled(n_wanted > 0 and not self._is_busy)
        self.undo_button.setEnabled(not self._is_busy)
        for box in (*self.boxes.values(), self.only_empty):
            box.setEnabled(not self._is_busy)

    def _arrange(self) -> None:
        table = self.table
        prepare_table(table, UNIT)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place, width in enumerate(WIDTHS):
            if width:
                table.setColumnWidth(place, width * UNIT)
        row = QHBoxLayout()
        row.setContentsMargins(UNIT, UNIT // 2, UNIT // 2, UNIT // 2)
        row.setSpacing(UNIT)
        row.addWidget(self._heading)
        row.addStretch(1)
        for part in (*self.boxes.values(), self.only_empty, self.undo_button, self.write_button, self.close_button):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(table, 1)
        self.setMinimumHeight(16 * UNIT)


def _box(text: str) -> QCheckBox:
    box = QCheckBox(text)
    box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return box
