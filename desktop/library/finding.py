"""Files that were moved, and folders that are watched for new ones."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QMenu

from core.language import tr
from desktop.settings import WATCHED, Settings
from desktop.tasks import Task
from desktop.widgets.notices import NoticeBar, one_line

if TYPE_CHECKING:
    from core.library import Catalogue
    from core.library.locating import Located
    from desktop.library.batch_desk import BatchDesk
    from desktop.library.controller import LibraryController
    from desktop.library.view import LibraryView

LOOK_MS: Final = 30_000
"""How often watched folders are looked through: a walk works on every kind of drive, and tells of nothing else."""

PATIENCE: Final = 50
"""Folders that take t to walk are not walked more often than every so many t: 10,000 files take 0.6 s of a core."""

STILL_SECONDS: Final = 5.0
"""A file that was changed more recently may still be on its way there."""

OpenDialog = Callable[[str, QFileDialog.FileMode], QFileDialog]


class FileFinder(QObject):
    """Locates the files of missing tracks, and adds new files of watched folders; by default none is watched."""

    def __init__(
        self,
        view: "LibraryView",
        controller: "LibraryController",
        desk: "BatchDesk",
        notices: NoticeBar,
        settings: Settings,
        open_dialog: OpenDialog,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view, self._controller, self._desk = view, controller, desk
        self._notices, self._settings, self._open_dialog = notices, settings, open_dialog
        self._looking: Task | None = None
        self._began = 0.0
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self.menu = QMenu(tr("Watched folders"), view)
        self.menu.aboutToShow.connect(self._fill_menu)
        controller.opened.connect(self._start)

    # --- moved files -----------------------------------------------------------------------------------------------

    def ask_for_file(self) -> None:
        """Open a dialog for the file of the track that the keys stand on."""
        current = self._view.grid.current_id()
        if current is None or current < 0:
            return
        name = one_line(str(self._view.model.value(current, "name") or tr("the track")))
        dialog = self._open_dialog(tr("Locate {name}", name=name), QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.locate(Path(chosen), [current]))
        dialog.open()

    def ask_for_folder(self) -> None:
        """Open a dialog for a folder in which all missing files are looked for."""
        dialog = self._open_dialog(tr("Locate missing files in folder"), QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda chosen: self.locate(Path(chosen)))
        dialog.open()

    def locate(self, place: Path, tracks: Sequence[int] | None = None) -> None:
        """Look for the files of tracks, of all that miss theirs if none are given, in a folder or as one file."""
        from core.library.locating import locate

        catalogue = self._controller.catalogue
        if catalogue is not None:
            self._controller.ask(self._take_located, locate, catalogue, place, tracks)

    def _take_located(self, found: "Located") -> None:
        self._controller.refresh()
        self._notices.show_info(located_in_words(found))
        if found.to_analyse:
            self._desk.add(found.to_analyse)

    # --- watched folders -------------------------------------------------------------------------------------------

    def watched(self) -> list[str]:
        """Return the folders that are watched."""
        folders: tuple[str, ...] = self._settings.get(WATCHED)
        return list(folders)

    def ask_to_watch(self) -> None:
        """Open a dialog for a folder to watch."""
        dialog = self._open_dialog(tr("Watch folder"), QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.watch)
        dialog.open()

    def watch(self, folder: str) -> None:
        """Add what is in a folder, and from now on what comes into it."""
        self._settings.put(WATCHED, tuple(dict.fromkeys((*self.watched(), folder))))
        self._start()

    def stop_watching(self, folder: str) -> None:
        """Leave a folder alone from now on; its tracks stay."""
        self._settings.put(WATCHED, tuple(other for other in self.watched() if other != folder))
        self._start()

    def _start(self) -> None:
        if self.watched() and self._controller.is_editable:
            self._timer.start()
            self.look()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Look through the watched folders now, unless that is going on or a batch runs."""
        catalogue = self._controller.catalogue
        if catalogue is None or self._looking is not None or self._desk.batch.is_running:
            return
        self._began = time.monotonic()
        task = self._looking = self._controller.ask(self._take_new, new_files, catalogue, self.watched())
        for ended in (task.succeeded, task.failed, task.cancelled):
            ended.connect(self._end_look)

    def _end_look(self) -> None:
        self._looking = None
        took = time.monotonic() - self._began
        self._timer.setInterval(max(LOOK_MS, round(1000 * PATIENCE * took)))

    def _take_new(self, locations: list[str]) -> None:
        if locations:
            self._desk.add(locations)

    def _fill_menu(self) -> None:
        self.menu.clear()
        self.menu.addAction(tr("Watch folder…"), self.ask_to_watch)
        folders = self.watched()
        if folders:
            self.menu.addSeparator()
        for folder in folders:
            text = one_line(folder).replace("&", "&&")
            self.menu.addAction(tr("Stop watching {text}", text=text), partial(self.stop_watching, folder))


def new_files(catalogue: "Catalogue", folders: Sequence[str]) -> list[str]:
    """Return the audio files in folders that the catalogue does not know, without those still being written."""
    from core.audio.files import find_audio_files
    from core.audio.locations import location_of

    known = catalogue.known_locations()
    latest = time.time() - STILL_SECONDS
    found = []
    for folder in folders:
        for path in find_audio_files(Path(folder)):
            location = location_of(path)
            if location not in known and _changed(path) < latest:
                found.append(location)
    return found


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return float("inf")


def located_in_words(found: "Located") -> str:
    """Return what came of a search as one line for a notice."""
    if not found.n_missing:
        return tr("No file is missing.")
    text = tr(
        "{n_found:,} of {n_missing:,} missing tracks found again.", n_found=len(found.found), n_missing=found.n_missing
    )
    n_more = len(found.to_analyse)
    if n_more:
        text += " " + (
            tr("1 file with other contents is analysed: its audio will tell.")
            if n_more == 1
            else tr("{n_files:,} files with other contents are analysed: their audio will tell.", n_files=n_more)
        )
    return text
