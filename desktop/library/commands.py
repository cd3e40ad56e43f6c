"""What keys, menus and buttons do with the selected tracks."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from shiboken6 import isValid

from core.audio.locations import path_of
from core.language import tr
from desktop.library.copying import as_tsv
from desktop.widgets.notices import Notice, NoticeBar, one_line

if TYPE_CHECKING:
    from core.library.undo import Action
    from desktop.library.controller import LibraryController
    from desktop.library.table_model import Ids
    from desktop.library.view import LibraryView

ELSEWHERE: Final = tr("This file is on another computer: it can be analysed but not opened here.")
NOT_COMPARABLE: Final = tr("No analysis to compare with. Analyse the track again (F5) or choose another.")
NOT_MEASURED: Final = tr("Not analysed, so it cannot be played here. Return opens it in the clip tab.")

MOST_SEEDS: Final = 50
"""Of more selected tracks than these only the first are the seed of similar ones."""


class TrackCommands(QObject):
    """One small method for each thing that can be done."""

    open_requested = Signal(object)
    """A path to open in the clip tab."""
    sound_started = Signal()
    """Something is about to be heard here."""
    analysis_requested = Signal(object)
    """Locations whose analyses were forgotten."""

    def __init__(
        self, view: "LibraryView", controller: "LibraryController", notices: NoticeBar, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._controller = controller
        self._notices = notices
        self._removal: tuple[Notice, Ids] | None = None
        controller.removed.connect(self._offer_removal)
        controller.actions_changed.connect(self._end_offer)
        controller.restored.connect(self._show_restored)

    # --- hearing and opening ---------------------------------------------------------------------------------------

    def toggle_play(self) -> None:
        """Pause, or play the track that the keys stand on."""
        audition, ids = self._view.audition, self._view.selected_ids()
        current = self._view.grid.current_id()
        if audition.is_playing:
            audition.pause()
        elif len(ids):
            self.play(current if current is not None and current in ids else int(ids[0]))
        elif audition.track_id is not None:
            self.sound_started.emit()
            audition.go_on()

    def play(self, track_id: int) -> None:
        """Play a track."""
        duration = self._view.model.value(track_id, "duration")
        if isinstance(duration, int | float):
            self._controller.locate(track_id, lambda path: self._play(track_id, path, float(duration)))
        else:
            self._notices.show_info(NOT_MEASURED)

    def _play(self, track_id: int, path: Path | None, duration: float) -> None:
        if path is None:
            self._notices.show_info(ELSEWHERE)
            return
        self.sound_started.emit()
        self._view.audition.play(track_id, path, one_line(path.name), duration)

    def open_track(self, track_id: int) -> None:
        """Open a track in the clip tab, or a file that waits to be analysed.

        Such a file may become a track before the row on screen does: its place is what the row shows.
        """
        shown = self._view.model.value(track_id, "path") if track_id < 0 else None
        self._controller.locate(track_id, lambda path: self._open(path, None if shown is None else Path(str(shown))))

    def _open(self, path: Path | None, shown: Path | None) -> None:
        found = path or shown
        if found is None:
            self._notices.show_info(ELSEWHERE)
        else:
            self.open_requested.emit(found)

    def open_selected(self) -> None:
        """Open the track that the keys stand on."""
        current = self._view.grid.current_id()
        if current is not None:
            self.open_track(current)

    def show_in_folder(self) -> None:
        """Open the folder of the first selected track in the system's file manager."""
        ids = self._view.selected_ids()
        if len(ids):
            self._controller.locate(int(ids[0]), self._show_folder)

    def show_location(self, location: str) -> None:
        """Open the folder of a file in the system's file manager."""
        self._show_folder(path_of(location))

    def _show_folder(self, path: Path | None) -> None:
        if path is None:
            self._notices.show_info(ELSEWHERE)
        elif not path.parent.is_dir():
            self._notices.show_error(tr("The folder {path} no longer exists.", path=one_line(str(path.parent))))
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))):
            self._notices.show_info(tr("The file is in {path}.", path=one_line(str(path.parent))))

    # --- finding ---------------------------------------------------------------------------------------------------

    def focus_filter(self) -> None:
        """Move the focus to the filter."""
        self._view.filter_bar.field.setFocus()
        self._view.filter_bar.field.selectAll()

    def find_similar(self) -> None:
        """Show what sounds like the selected tracks."""
        ids = self._view.selected_ids()[:MOST_SEEDS]
        failed = [track for track in ids if self._view.model.value(int(track), "state") == "failed"]
        if len(ids) and len(failed) == len(ids):
            self._notices.show_info(NOT_COMPARABLE)
        elif len(ids):
            self._controller.show_similar(*(int(track) for track in ids if track not in failed))

    def toggle_details(self) -> None:
        """Show or hide the details panel."""
        self._view.show_details(not self._view.wants_details)

    def toggle_failures(self) -> None:
        """Show or hide what failed."""
        self._view.show_failures(self._view.failures.isHidden())

    # --- saying what is right --------------------------------------------------------------------------------------

    def edit_labels(self) -> None:
        """Move the focus to the field for labels."""
        self._view.show_details(True)
        self._view.details.labels.field.setFocus()

    def edit_fields(self) -> None:
        """Move the focus to the field of the title."""
        self._view.show_details(True)
        self._view.details.fields["title"].setFocus()
        self._view.details.fields["title"].selectAll()

    def analyse_again(self) -> None:
        """Analyse the selected tracks again."""
        self._controller.forget_analyses(self._view.selected_ids(), self.analysis_requested.emit)

    def remove(self) -> None:
        """Take the selected tracks out of the library; their files stay."""
        ids = self._view.selected_ids()
        if len(ids):
            self._view.select_after(ids)
            self._controller.remove(ids)

    def copy_rows(self) -> None:
        """Put the selected rows, with the shown columns, on the clipboard as tab-separated text."""
        catalogue, ids = self._controller.catalogue, self._view.selected_ids()
        if catalogue is not None and len(ids):
            names = self._view.grid.shown_columns()
            self._controller.ask(QGuiApplication.clipboard().setText, as_tsv, catalogue, ids.tolist(), names)

    def look_for_missing(self) -> None:
        """Look which tracks still have their files."""
        self._controller.look_for_missing()

    def undo(self) -> None:
        """Undo what was done to tracks last."""
        self._controller.undo()

    def redo(self) -> None:
        """Do again what was undone last."""
        self._controller.redo()

    def _offer_removal(self, ids: "Ids") -> None:
        what = tr("1 track") if len(ids) == 1 else tr("{n_tracks:,} tracks", n_tracks=len(ids))
        text = tr("{what} removed from the library; the files stay on disk.", what=what)
        notice = Notice("info", text, action=(tr("Undo"), self.undo))
        self._removal = notice, ids
        notice.closed.connect(partial(self._forget_offer, notice))
        self._notices.add(notice)

    def _end_offer(self) -> None:
        """Close the notice of a removal once its button would undo something else."""
        if self._removal is None:
            return
        notice, ids = self._removal
        undone = self._controller.next_actions[0]
        is_offered = undone is not None and undone.kind == "remove" and undone.tracks == tuple(ids.tolist())
        if not isValid(notice):  # later notices have replaced it
            self._removal = None
        elif not is_offered:
            notice.closed.emit()

    def _forget_offer(self, notice: Notice) -> None:
        if self._removal is not None and self._removal[0] is notice:
            self._removal = None

    def _show_restored(self, action: "Action") -> None:
        """Select tracks that have come back, as soon as they are shown."""
        if action.kind == "remove":
            self._view.select_when_shown(action.tracks)
