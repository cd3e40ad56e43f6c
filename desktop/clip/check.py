"""Window with the numbers of a clip and those of librosa in a table."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QBrush, QCloseEvent, QColor, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from core.audio.files import display_name
from core.jobs import clip as clip_jobs
from core.language import local_number, tr
from core.workers.pool import WorkerPool
from desktop.tasks import TaskRunner
from desktop.widgets.basic import ElidedLabel, label, push_button
from desktop.widgets.plain_table import LEFT, RIGHT, fit_columns, plain_table
from desktop.widgets.status import ProgressStrip, StripWords
from desktop.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    from core.reference.check import CheckedFeature, LibrosaCheck

Index = QModelIndex | QPersistentModelIndex
TOP: Final = QModelIndex()
HEADINGS: Final = (
    tr("Feature"),
    tr("Unit"),
    tr("Groovescope"),
    "librosa",
    tr("Difference"),
    tr("Tolerance"),
    tr("Result"),
)
N_WORDS: Final = 2
"""The first columns are text, those between them and the last numbers."""


class CheckModel(QAbstractTableModel):
    """One row a feature, in the order of the song table."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.features: tuple[CheckedFeature, ...] = ()

    def show_features(self, features: "tuple[CheckedFeature, ...]") -> None:
        """Show these."""
        self.beginResetModel()
        self.features = features
        self.endResetModel()

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.features)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        feature = self.features[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cells(feature)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == len(HEADINGS) - 1:
            return QBrush(QColor(_colour(feature, self._theme)))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None


class CheckWindow(QDialog):
    """Checks a clip while it is open; closing it stops the check.

    The check has a process of its own, which ends with the window: librosa and what it compiles stay out of those
    that analyse.
    """

    def __init__(self, path: Path, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Check against librosa"))
        self.resize(96 * UNIT, 70 * UNIT)
        self._name = ElidedLabel("clipName")
        self._name.set_full_text(display_name(path))
        self.summary = label("", "muted", wrap=True)
        self.model = CheckModel(theme, self)
        self.table = plain_table(self.model, tr("Numbers of this program and of librosa"))
        self.strip = ProgressStrip(StripWords(tr("Progress of the check"), tr("Cancel check"), tr("Stop the check")))
        self.strip.cancel_requested.connect(self.close)
        self._copy = push_button(tr("Copy table"), self.copy_table, tip=tr("Copy all rows, for a spreadsheet"))
        self._buttons = QWidget()
        self._arrange()
        self._runner = TaskRunner(WorkerPool(1), self)
        if (app := QGuiApplication.instance()) is not None:
            app.aboutToQuit.connect(self._runner.shutdown)  # no close event comes then
        self._start(path)

    def copy_table(self) -> None:
        """Put the table on the clipboard, with tabs between its cells."""
        rows = [HEADINGS, *(cells(feature) for feature in self.model.features)]
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._runner.shutdown()
        super().closeEvent(event)

    def reject(self) -> None:
        """Close on Esc as on everything else: a dialog that is merely hidden would go on."""
        self.close()

    def _start(self, path: Path) -> None:
        self.summary.setText(tr("librosa compiles at its first calls; the first check may take a minute."))
        self.strip.set_progress(0.0, tr("Starting"), float("nan"))
        task = self._runner.run(clip_jobs.check, path)
        task.progressed.connect(self.strip.set_progress)
        task.succeeded.connect(self._take)
        task.failed.connect(self._take_failure)

    @Slot(object)
    def _take(self, found: "LibrosaCheck") -> None:
        self._finish(str(found.summary()))
        self.model.show_features(found.features)
        fit_columns(self.table)
        self._copy.show()
        beyond = next((row for row, one in enumerate(found.features) if not one.agrees), None)
        if beyond is not None:
            QTimer.singleShot(0, self, lambda: self._bring_into_view(beyond))  # new rows are laid out by then

    def _bring_into_view(self, row: int) -> None:
        self.table.scrollTo(self.model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)

    @Slot(Exception)
    def _take_failure(self, error: Exception) -> None:
        self._finish(str(error))

    def _finish(self, text: str) -> None:
        self.strip.finish()
        self.strip.hide()
        self._buttons.show()
        self.summary.setText(text)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self._name)
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        column.addWidget(self.strip)
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addStretch(1)
        buttons.addWidget(self._copy)
        buttons.addWidget(push_button(tr("Close"), self.close))
        column.addWidget(self._buttons)
        self._copy.hide()
        self._buttons.hide()


def cells(feature: "CheckedFeature") -> tuple[str, ...]:
    """Return what a row shows."""
    result = (tr("agrees") if feature.agrees else tr("beyond")) if feature.is_compared else tr("not compared")
    shown = [local_number(one, ".8g") for one in (feature.ours, feature.librosas)]
    shown += [local_number(one, ".1e") if one else "0" for one in (feature.difference, feature.tolerance)]
    return (feature.name, feature.unit, *("–" if number == "nan" else number for number in shown), result)


def _alignment(column: int) -> int:
    return RIGHT if N_WORDS <= column < len(HEADINGS) - 1 else LEFT


def _colour(feature: "CheckedFeature", theme: Theme) -> str:
    if not feature.is_compared:
        return theme.text_muted
    return theme.success if feature.agrees else theme.error
