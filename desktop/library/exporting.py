"""Export of tracks to a folder: dialog, worker process, notice."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMenu

from core.genre.store import model_path
from core.jobs import library as library_jobs
from core.language import tr
from desktop.settings import MODEL, Settings
from desktop.tasks import Task, TaskRunner
from desktop.widgets.notices import NoticeBar, one_line
from desktop.widgets.status import ProgressStrip

if TYPE_CHECKING:
    from core.library.annotations import WrittenAnnotations
    from desktop.library.controller import LibraryController
    from desktop.library.table_model import Ids
    from desktop.library.view import LibraryView
    from desktop.sheet.making import SheetKind

FOLDER_NAME: Final = tr("library export")
ANNOTATIONS_FOLDER: Final = "annotations"
PLAYLISTS: Final = {
    "M3U8 playlist (*.m3u8)": ("m3u8", "m3u8"),
    "M3U8 playlist, to be moved with its music (*.m3u8)": ("m3u8-relative", "m3u8"),
    "Rekordbox collection (*.xml)": ("rekordbox", "xml"),
}
"""Kinds of playlists as a dialog has them, and their endings."""

ANNOTATIONS: Final = {
    "jams": "JAMS…",
    "audacity": tr("Audacity labels…"),
    "svl": tr("Sonic Visualiser layers…"),
    "beats": tr("Beats as text…"),
    "midi": tr("MIDI tempo maps…"),
}
"""Formats of annotations as the menu has them."""

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
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._controller = controller
        self._runner = runner
        self._notices = notices
        self._strip = strip
        self._open_dialog = open_dialog
        self._settings = settings
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
        dialog = self._open_dialog(tr("Export {what} to folder", what=self._what(ids)), QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(lambda names: self.export(ids, Path(names[0]), file_format))
        dialog.open()

    def ask_for_playlist(self) -> None:
        """Open a dialog for a playlist, whose kinds are those of `PLAYLISTS`."""
        ids = self.ids()
        if not len(ids):
            return
        dialog = self._open_dialog(tr("Export {what} as playlist", what=self._what(ids)), QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(PLAYLISTS))
        dialog.setDefaultSuffix(PLAYLISTS[dialog.nameFilters()[0]][1])
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(PLAYLISTS[kind][1]))
        dialog.selectFile(tr("playlist.{suffix}", suffix=dialog.defaultSuffix()))

        def take(names: list[str]) -> None:
            self.export_playlist(ids, Path(names[0]), PLAYLISTS[dialog.selectedNameFilter()][0])

        dialog.filesSelected.connect(take)
        dialog.open()

    def ask_for_annotations(self, kind: str) -> None:
        """Open a dialog for the folder in which the new folder is made."""
        ids = self.ids()
        if not len(ids):
            return
        dialog = self._open_dialog(tr("Export {what} to folder", what=self._what(ids)), QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(lambda names: self.export_annotations(ids, Path(names[0]), kind))
        dialog.open()

    def export(self, ids: "Ids", parent: Path, file_format: str = "csv") -> None:
        """Write the tables of tracks into a new folder in `parent`; a notice says how it went."""

        def tell(made: Path) -> None:
            self._notices.show_info(tr("Tables saved in {path}.", path=one_line(str(made))))

        self._run(library_jobs.export_library, ids, tell, tr("The tables"), parent, FOLDER_NAME, file_format)

    def export_playlist(self, ids: "Ids", path: Path, kind: str) -> None:
        """Write tracks as a playlist; a notice says how it went."""

        def tell(n_tracks: int) -> None:
            left_out = (
                tr(" Not on this computer: {n_tracks:,}.", n_tracks=len(ids) - n_tracks) if n_tracks < len(ids) else ""
            )
            tracks = tr("1 track") if n_tracks == 1 else tr("{n_tracks:,} tracks", n_tracks=n_tracks)
            self._notices.show_info(
                tr(
                    "Playlist of {tracks} saved in {path}.{left_out}",
                    tracks=tracks,
                    path=one_line(str(path)),
                    left_out=left_out,
                )
            )

        self._run(library_jobs.export_playlist, ids, tell, tr("The playlist"), path, kind)

    def export_annotations(self, ids: "Ids", parent: Path, kind: str) -> None:
        """Write beats, sections and more of tracks, a song each, into a new folder in `parent`."""

        def tell(answer: "tuple[Path, WrittenAnnotations]") -> None:
            folder, written = answer
            songs = tr("1 song") if written.n_songs == 1 else tr("{n_songs:,} songs", n_songs=written.n_songs)
            unknown = (
                tr(" Nothing to write is known of {n_unknown:,}.", n_unknown=len(written.unknown))
                if written.unknown
                else ""
            )
            self._notices.show_info(
                tr(
                    "Annotations of {songs} saved in {path}.{unknown}",
                    songs=songs,
                    path=one_line(str(folder)),
                    unknown=unknown,
                )
            )

        self._run(library_jobs.export_annotations, ids, tell, tr("The annotations"), parent, ANNOTATIONS_FOLDER, kind)

    def ask_for_sheets(self, kind: "SheetKind") -> None:
        """Open a dialog for one PDF with a page for each track, or for the folder of pictures."""
        ids = self.ids()
        if not len(ids):
            return
        what = self._what(ids)
        title = tr("Song sheet of {what}", what=what) if len(ids) == 1 else tr("Song sheets of {what}", what=what)
        if kind == "png":
            dialog = self._open_dialog(tr("{title} to folder", title=title), QFileDialog.FileMode.Directory)
        else:
            dialog = self._open_dialog(title, QFileDialog.FileMode.AnyFile)
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setNameFilters([tr("PDF (*.pdf)")])
            dialog.setDefaultSuffix("pdf")
            dialog.selectFile("sheets.pdf")
        dialog.filesSelected.connect(lambda names: self.export_sheets(ids, Path(names[0]), kind))
        dialog.open()

    def export_sheets(self, ids: "Ids", path: Path, kind: "SheetKind") -> None:
        """Write song sheets of tracks, as pages of one PDF or as pictures in a folder; a notice says how it went."""
        from desktop.sheet.making import write_sheets

        def tell(answer: tuple[int, list[str]]) -> None:
            n_sheets, faults = answer
            others = tr(" {n:,} more failed.", n=len(faults) - 1) if len(faults) > 1 else ""
            left_out = f" {faults[0]}{others}" if faults else ""
            sheets = tr("1 song sheet") if n_sheets == 1 else tr("{n_sheets:,} song sheets", n_sheets=n_sheets)
            if n_sheets:
                self._notices.show_info(
                    tr(
                        "{sheets} saved in {path}.{left_out}",
                        sheets=sheets,
                        path=one_line(str(path)),
                        left_out=left_out,
                    )
                )
            else:
                self._notices.show_error(tr("No song sheet could be made.{left_out}", left_out=left_out))

        name = self._settings.get(MODEL)
        self._run(write_sheets, ids, tell, tr("The song sheets"), path, kind, model_path(name) if name else None)

    def _run(
        self, job: Callable[..., Any], ids: "Ids", tell: Callable[[Any], None], what: str, *arguments: object
    ) -> None:
        catalogue = self._controller.catalogue
        if catalogue is None:
            return
        if self._task is not None:
            self._notices.show_info(tr("An export is running. Wait until it has finished."))
            return
        task = self._task = self._runner.run(job, catalogue.path, ids.tolist(), *arguments)
        self._strip.show()
        self._strip.set_progress(0.0, tr("Exporting {what}", what=self._what(ids)), float("nan"))
        task.progressed.connect(self._strip.set_progress)
        for ended in (task.succeeded, task.failed, task.cancelled):
            ended.connect(self._end)
        task.succeeded.connect(tell)
        task.failed.connect(
            lambda error: self._notices.show_failure(tr("{what} could not be written", what=what), error)
        )
        task.cancelled.connect(lambda: self._notices.show_info(tr("Export cancelled; nothing was written.")))

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
        self._menu.addAction(tr("Export {what} as CSV…", what=what), lambda: self.ask("csv"))
        self._menu.addAction(tr("Export {what} as Parquet…", what=what), lambda: self.ask("parquet"))
        self._menu.addSeparator()
        self._menu.addAction(tr("Export {what} as playlist…", what=what), self.ask_for_playlist)
        annotations = self._menu.addMenu(tr("Export beats, sections and chords"))
        for kind, title in ANNOTATIONS.items():
            annotations.addAction(title, partial(self.ask_for_annotations, kind))
        sheets = self._menu.addMenu(tr("Export song sheets"))
        sheets.addAction(tr("One PDF, a page for each…"), lambda: self.ask_for_sheets("pdf"))
        sheets.addAction(tr("Pictures (PNG)…"), lambda: self.ask_for_sheets("png"))

    def _what(self, ids: "Ids") -> str:
        if len(self._view.selected_ids()):
            return tr("the selected track") if len(ids) == 1 else tr("{n:,} selected tracks", n=len(ids))
        return tr("the shown track") if len(ids) == 1 else tr("{n:,} shown tracks", n=len(ids))
