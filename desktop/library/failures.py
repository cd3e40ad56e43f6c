"""The list of failed files with reasons: to analyse again, find on disk, or remove."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.audio.locations import name_of
from core.language import tr
from desktop.library.cells import day
from desktop.widgets.basic import label, push_button, tool_button
from desktop.widgets.icons import themed_icon
from desktop.widgets.plain_table import prepare_table
from desktop.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    from core.library import FileFailure

Index = QModelIndex | QPersistentModelIndex
TOP: Final = QModelIndex()
HEADINGS: Final = (tr("File"), tr("Reason"), tr("Attempts"), tr("When"))
WIDTHS: Final = (40, 0, 8, 18)


class FailureModel(QAbstractTableModel):
    """One row a failed file, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.failures: Sequence[FileFailure] = ()

    def set_failures(self, failures: "Sequence[FileFailure]") -> None:
        """Show these."""
        self.beginResetModel()
        self.failures = failures
        self.endResetModel()

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.failures)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        failure = self.failures[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return failure.reason if index.column() == 1 else " ".join(failure.location.split())
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        texts = (name_of(failure.location), failure.reason, str(failure.attempts), day(failure.failed_at))
        return texts[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(HEADINGS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return HEADINGS[section] if role == Qt.ItemDataRole.DisplayRole else None


class FailuresPanel(QFrame):
    """The list and what can be done with it."""

    retry_requested = Signal(object)
    """Locations to try again."""
    remove_requested = Signal(object)
    """Locations to let go of."""
    folder_requested = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName(tr("Failed files"))
        self.model = FailureModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(tr("Failed files"))
        self._heading = label("", "heading")
        self.retry_button = push_button(tr("Try again"), self._retry, tip=tr("Analyse the selected files again"))
        self.retry_all_button = push_button(
            tr("Try all again"), self._retry_all, tip=tr("Analyse all failed files again")
        )
        self.folder_button = push_button(tr("Show in folder"), self._show_folder, tip=tr("Open the file's folder"))
        self.remove_button = push_button(
            tr("Remove"), self._remove, tip=tr("Remove the selected files from the library; they stay on disk")
        )
        self.close_button = tool_button(tr("Close list"), self.closed.emit)
        self._is_editable = True
        self._arrange()
        self.table.selectionModel().selectionChanged.connect(self._refresh)
        self.set_failures(())

    def set_failures(self, failures: "Sequence[FileFailure]") -> None:
        """Show these; what was selected stays so."""
        if list(failures) == list(self.model.failures) and failures:
            return
        selected = set(self._selected())
        self.model.set_failures(failures)
        self._heading.setText(
            tr("{files} failed", files=counted_files(len(failures))) if failures else tr("No failed files")
        )
        selection = self.table.selectionModel()
        for row, failure in enumerate(failures):
            if failure.location in selected:
                flags = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
                selection.select(self.model.index(row, 0), flags)
        self._refresh()

    def set_editable(self, editable: bool) -> None:
        """Enable or disable trying again and removing."""
        self._is_editable = editable
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Paint the sign in the theme's colours."""
        self.close_button.setIcon(themed_icon("close", theme))

    def _selected(self) -> list[str]:
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.failures[row].location for row in rows]

    def _retry(self) -> None:
        self.retry_requested.emit(self._selected())

    def _retry_all(self) -> None:
        self.retry_requested.emit([failure.location for failure in self.model.failures])

    def _remove(self) -> None:
        self.remove_requested.emit(self._selected())

    def _show_folder(self) -> None:
        self.folder_requested.emit(self._selected()[0])

    def _refresh(self) -> None:
        selected = bool(self._selected())
        self.retry_button.setEnabled(selected and self._is_editable)
        self.remove_button.setEnabled(selected and self._is_editable)
        self.folder_button.setEnabled(selected)
        self.retry_all_button.setEnabled(bool(self.model.failures) and self._is_editable)

    def _arrange(self) -> None:
        table = self.table
        prepare_table(table, UNIT)
        header = table.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for place, width in enumerate(WIDTHS):
            if width:
                table.setColumnWidth(place, width * UNIT)
        row = QHBoxLayout()
        row.setContentsMargins(UNIT, UNIT // 2, UNIT // 2, UNIT // 2)
        row.setSpacing(UNIT)
        row.addWidget(self._heading)
        row.addStretch(1)
        for button in (self.retry_button, self.retry_all_button, self.folder_button, self.remove_button):
            row.addWidget(button)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(table, 1)
        self.setMinimumHeight(16 * UNIT)


def counted_files(number: int) -> str:
    """Return a number of files as text."""
    return tr("1 file") if number == 1 else tr("{number:,} files", number=number)
