"""Export of tracks to a folder: dialog, worker process, notice."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMenu

from core.jobs import library as library_jobs
from desktop.tasks import Task, TaskRunner
from desktop.widgets.notices import NoticeBar, one_line
from desktop.widgets.status import ProgressStrip

if TYPE_CHECKING:
    from desktop.library.controller import LibraryController
    from desktop.library.table_model import Ids
    from desktop.library.view import LibraryView

FOLDER_NAME: Final = "library export"
OpenDialog = Callable[[str, QFileDialog.FileMode], QFileDialog]


class Exporter(QObject):
    """One export at a time. Each goes into a new folder, so that nothing is written over."""

    def __init__(
        self,
        view: "LibraryView",
        controller: "LibraryController",
        runner: TaskRunner,
        notices: NoticeBar,
        strip: ProgressStrip,
        open_dialog: OpenDialog,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._controller = controller
        self._runner = runner
        self._notices = notices
        self._strip = strip
        self._open_dialog = open_dialog
        self._task: Task | None = None
        strip.cancel_requested.connect(self.cancel)
        self._menu = QMenu(view)
        self._menu.aboutToShow.connect(self._fill_menu)
        view.export_button.setMenu(self._menu)

    def ids(self) -> "Ids":
        """Return what an export takes: the selected tracks or, where none is selected, all that are shown."""
        ids = self._view.selected_ids()
        return ids if len(ids) else self._view.model.ids

    def ask(self, file_format: str = "csv") -> None:
        """Open a dialog for the folder in which the new folder is made."""
        ids = self.ids()
        if not len(ids):
            return
        dialog = self._open_dialog(f"Export {self._what(ids)} to folder", QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(lambda names: self.export(ids, Path(names[0]), file_format))
        dialog.open()

    def export(self, ids: "Ids", parent: Path, file_format: str = "csv") -> None:
        """Write the tables of tracks into a new folder in `parent`; a notice says how it went."""
        catalogue = self._controller.catalogue
        if catalogue is None:
            return
        if self._task is not None:
            self._notices.show_info("An export is running. Wait until it has finished.")
            return
        arguments = (catalogue.path, ids.tolist(), parent, FOLDER_NAME, file_format)
        task = self._task = self._runner.run(library_jobs.export_library, *arguments)
        self._strip.show()
        self._strip.set_progress(0.0, f"Exporting {self._what(ids)}", float("nan"))
        task.progressed.connect(self._strip.set_progress)
        for ended in (task.succeeded, task.failed, task.cancelled):
            ended.connect(self._end)
        task.succeeded.connect(lambda made: self._notices.show_info(f"Tables saved in {one_line(str(made))}."))
        task.failed.connect(lambda error: self._notices.show_failure("The tables could not be written", error))
        task.cancelled.connect(lambda: self._notices.show_info("Export cancelled; nothing was written."))

    def cancel(self) -> None:
        """Stop writing."""
        if self._task is not None:
            self._task.cancel()

    def _end(self) -> None:
        self._task = None
        self._strip.finish()
        self._strip.hide()

    def _fill_menu(self) -> None:
        self._menu.clear()
        what = self._what(self.ids())
        self._menu.addAction(f"Export {what} as CSV…", lambda: self.ask("csv"))
        self._menu.addAction(f"Export {what} as Parquet…", lambda: self.ask("parquet"))

    def _what(self, ids: "Ids") -> str:
        kind = "selected" if len(self._view.selected_ids()) else "shown"
        return f"the {kind} track" if len(ids) == 1 else f"{len(ids):,} {kind} tracks"
