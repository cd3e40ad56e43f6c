"""The clip tab: the welcome page or the clip view, and what happens from a path to an analysis on screen."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from core.audio.files import AUDIO_EXTENSIONS, display_name
from core.genre.store import model_path
from core.jobs import clip as clip_jobs
from core.jobs import library as library_jobs
from core.messages import Note, texts
from desktop.clip.beats.keeping import BeatKeeper
from desktop.clip.controller import ClipController
from desktop.opening import OpenQueue, folder_of, waiting_line
from desktop.page import Page
from desktop.settings import FOLDER, LIBRARY, MODEL, Settings
from desktop.tasks import TaskRunner
from desktop.welcome import Welcome
from desktop.widgets.notices import NoticeBar, one_line
from desktop.widgets.status import ProgressStrip
from desktop.widgets.theme import LIGHT, Theme
from resources import resource_path

if TYPE_CHECKING:
    from core.analysis import ClipAnalysis
    from core.export.annotation_files import AnnotationFormat
    from core.rhythm.edit_history import EditHistory
    from core.rhythm.grid import BeatGrid
    from desktop.clip.view import ClipView

DEMO = "demo.flac"
BEAT_KINDS = {
    "Beats: seconds and position (*.beats)": "beats",
    "Audacity labels (*.txt)": "txt",
    "MIDI tempo map (*.mid)": "mid",
    "JAMS: beats, bars, sections, chords, key (*.jams)": "jams",
    "Audacity labels: a file each for beats, bars, sections, chords (*.txt)": "txt",
    "Sonic Visualiser: a layer each for beats, bars, sections, chords (*.svl)": "svl",
}
"""Kinds of files of beats as a dialog has them, and their endings."""

_ANNOTATIONS: "dict[str, AnnotationFormat]" = dict(zip(tuple(BEAT_KINDS)[3:], ("jams", "audacity", "svl"), strict=True))
"""Those of them that hold more than beats."""

BEAT_FILES = "Beats, Audacity labels, MIDI, JAMS, Sonic Visualiser (*.beats *.txt *.mid *.midi *.jams *.svl)"
HINT = "Space: play · Wheel: zoom · Drag: pan · Click: seek · F1: all keys"


class ClipPage(Page):
    """Opens clips and shows them.

    The clip view is built after the window's first paint: it needs libraries that take longer to import than the
    window.
    """

    name = "Clip"
    view_built = Signal(object)
    recent_changed = Signal()

    def __init__(
        self,
        runner: TaskRunner,
        settings: Settings,
        notices: NoticeBar,
        strip: ProgressStrip,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._settings = settings
        self._notices = notices
        self._strip = strip
        self._theme = LIGHT
        self._view: ClipView | None = None
        self._queue = OpenQueue()
        self.controller = ClipController(runner, self)
        self.use_model(settings.get(MODEL))
        self._keeper = BeatKeeper(partial(settings.get, LIBRARY), self)
        self.welcome = Welcome()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.welcome)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self._connect()

    # --- what the window asks --------------------------------------------------------------------------------------

    def title(self) -> str:
        shown = self._view.path if self._view is not None and self._shows_clip else None
        return "" if shown is None else display_name(shown)

    def hint(self) -> str:
        if not self._shows_clip:
            return ""
        return " · ".join(part for part in (self._queue.place(), self.view.beats.hint() or HINT) if part)

    def abilities(self) -> frozenset[str]:
        able = {"queue"} if len(self._queue.paths) > 1 else set()
        if self._view is not None and self._view.path is not None:
            able |= {"clip", "sound"}
            if self._view.analysis is not None:
                able |= {"analysis", "tables"}
            able |= self._view.beats.abilities()
        return frozenset(able)

    def take_drop(self, paths: Sequence[Path]) -> None:
        self.open_paths(paths)

    def toggle_play(self) -> None:
        self.view.toggle_play()

    def skip(self, seconds: float) -> None:
        self.view.skip(seconds)

    def fall_silent(self) -> None:
        if self._view is not None:
            self._view.player.pause()

    def escape(self) -> None:
        if self._view is not None and self._view.beats.escape():
            return
        if self.controller.is_busy:
            self.controller.cancel()
        elif self._view is not None:
            self._view.timeline.selection = None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.welcome.set_theme(theme)
        if self._view is not None:
            self._view.set_theme(theme)

    def remember(self, settings: Settings) -> None:
        if self._view is not None:
            self._view.remember(settings)
            self._view.clear()
        self.controller.shutdown()
        self._keeper.shutdown()

    def use_model(self, name: str) -> None:
        """Classify the open clip and later ones with a model of the store; "" is the shipped one."""
        self.controller.use_model(model_path(name) if name else None)

    # --- opening ---------------------------------------------------------------------------------------------------

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open the first of some files; of folders, the first audio file in them."""
        if not paths:
            return
        if any(path.is_dir() for path in paths):
            self._look_into_folders(paths)
        else:
            self._open_line(waiting_line(paths))

    def open_demo(self) -> None:
        """Open the clip that comes with the program."""
        self.open_paths([resource_path(DEMO)])

    def open_in_line(self, step: int) -> None:
        """Open the next clip in line, or the one before."""
        queue = self._queue.moved(step)
        if queue is None:
            self._notices.show_info("No further clip in the queue.")
        else:
            self._open_line(queue)

    def ask_for_files(self) -> None:
        """Open a dialog for files."""
        patterns = " ".join(f"*{extension}" for extension in sorted(AUDIO_EXTENSIONS))
        dialog = self._file_dialog("Open clips", QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([f"Audio and video ({patterns})", "All files (*)"])
        dialog.filesSelected.connect(lambda names: self.open_paths([Path(name) for name in names]))
        dialog.open()

    def ask_for_folder(self) -> None:
        """Open a dialog for a folder."""
        dialog = self._file_dialog("Open folder", QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(lambda names: self.open_paths([Path(name) for name in names]))
        dialog.open()

    def reopen(self) -> None:
        """Analyse the clip that is shown once more."""
        if self._view is not None and self._view.path is not None:
            self.controller.open(self._view.path)

    def close_clip(self) -> None:
        """Go back to the welcome page."""
        self.controller.close()
        self._queue = OpenQueue()
        self.view.clear()
        self._show_welcome()

    def _open_line(self, queue: OpenQueue) -> None:
        self._queue = queue
        if queue.current is None:
            return
        self._notices.clear()
        if text := queue.notice():
            following = ("Next clip", lambda: self.open_in_line(1)) if queue.moved(1) else None
            self._notices.show_info(text, following)
        self.controller.open(queue.current)

    def _look_into_folders(self, paths: Sequence[Path]) -> None:
        task = self._runner.run(library_jobs.find_audio, list(paths))
        task.succeeded.connect(lambda found: self._open_found(found, paths))
        task.failed.connect(lambda error: self._notices.show_failure("The folder could not be read", error))

    def _open_found(self, found: list[Path], paths: Sequence[Path]) -> None:
        if found:
            self._open_line(waiting_line(found))
        else:
            names = ", ".join(f"“{display_name(path)}”" for path in paths)
            self._notices.show_error(f"No audio file in {names}. Choose another folder or drop a file.")

    # --- what the controller says ----------------------------------------------------------------------------------

    def _take_opening(self, path: Path) -> None:
        self._strip.set_progress(0.0, f"Reading {display_name(path)}", float("nan"))
        if not self._shows_clip:
            self.welcome.show_opening(path.name)
        self.changed.emit()

    def _take_preview(self, preview: Any) -> None:
        self.view.show_preview(preview)
        self._show_clip()
        self._settings.add_recent(Path(preview.source.path).absolute())
        self.recent_changed.emit()

    def _take_analysis(self, analysis: Any) -> None:
        self._strip.finish()
        self.view.show_analysis(analysis)
        self._show_clip()
        if notes := _worth_a_notice(analysis):
            self._notices.show_warning(" ".join(texts(notes)))

    def _take_stage(self, stage: Any) -> None:
        self.view.show_stage(stage)

    def _take_rows_progress(self, fraction: float, text: str) -> None:
        if self._view is not None:
            self._view.show_progress(fraction, text)

    def _take_tables(self, analysis: Any) -> None:
        self.view.show_tables(analysis)
        self._keep_tables(analysis)

    def _take_genres(self, analysis: Any) -> None:
        if self._view is not None and self._view.analysis is not None:
            self._view.show_genres(analysis)

    def _take_failure(self, text: str) -> None:
        self._notices.show_error(text)
        if self._is_unfinished and self.view.path != self.controller.path:
            self.reopen()  # a clip that made way for one that cannot be opened loses nothing by it
        else:
            self._go_back()

    def _take_cancellation(self) -> None:
        self._go_back()
        again = ("Analyse again", self.reopen) if self._is_unfinished else None
        kept = self._is_unfinished and self.controller.found is not None and self.controller.found.rhythm is not None
        self._notices.show_info(
            "Analysis stopped. What it has found is kept." if kept else "Analysis cancelled.", again
        )

    @property
    def _is_unfinished(self) -> bool:
        """Whether a clip is shown of which something is missing."""
        return self._view is not None and self._view.path is not None and self._view.analysis is None

    def _go_back(self) -> None:
        """After an analysis without a result: show the earlier one, or what there is of this one."""
        self._strip.finish()
        earlier = self.controller.analysis
        if earlier is not None and self.view.analysis is not earlier:
            self.view.show_analysis(earlier)
        if self._is_unfinished:
            self.view.show_unfinished()
        if self._view is not None and self._view.path is not None:
            self._show_clip()
        else:
            self._show_welcome()

    # --- export ----------------------------------------------------------------------------------------------------

    def ask_for_export(self) -> None:
        dialog = self._file_dialog("Export tables to folder", QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(lambda names: self.export_tables(Path(names[0])))
        dialog.open()

    def export_tables(self, folder: Path) -> None:
        """Write all tables of the clip into a new folder in `folder`, named after it; a notice says how it went."""
        analysis = self.controller.analysis
        if analysis is None:
            return
        task = self._runner.run(clip_jobs.export_tables, analysis, folder)
        task.succeeded.connect(lambda made: self._notices.show_info(f"Tables saved in {one_line(str(made))}."))
        task.failed.connect(lambda error: self._notices.show_failure("The tables could not be written", error))

    def ask_for_beats(self) -> None:
        """Open a dialog for a file of beats."""
        dialog = self._file_dialog("Import beats", QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([BEAT_FILES, "All files (*)"])
        dialog.filesSelected.connect(lambda names: self.import_beats(Path(names[0])))
        dialog.open()

    def import_beats(self, path: Path) -> None:
        """Take the beats of a file for the clip that is shown; it can be undone."""
        shown = self.view.path
        task = self._runner.run(clip_jobs.read_beats, path, self.view.timeline.duration, self.view.beats.editor.grid)
        task.succeeded.connect(lambda read: self._take_beats(read, path) if self.view.path == shown else None)
        task.failed.connect(lambda error: self._notices.show_failure("The beats could not be read", error))

    def _take_beats(self, read: "tuple[BeatGrid, Note | None]", path: Path) -> None:
        grid, warning = read
        self.view.beats.import_grid(grid, path.name)
        if warning is not None:
            self._notices.show_warning(str(warning))

    def ask_to_export_beats(self) -> None:
        """Open a dialog for where the beats go."""
        dialog = self._file_dialog("Export beats", QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(BEAT_KINDS))
        dialog.setDefaultSuffix(BEAT_KINDS[dialog.nameFilters()[0]])
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(BEAT_KINDS[kind]))
        if self.view.path is not None:
            dialog.selectFile(f"{self.view.path.stem}.{dialog.defaultSuffix()}")
        dialog.filesSelected.connect(lambda names: self._export(Path(names[0]), dialog.selectedNameFilter()))
        dialog.open()

    def _export(self, path: Path, kind: str) -> None:
        if kind in _ANNOTATIONS and self.controller.analysis is not None:
            self.export_annotations(path, _ANNOTATIONS[kind])
        else:
            self.export_beats(path)

    def export_annotations(self, path: Path, kind: "AnnotationFormat") -> None:
        """Write beats, bars, key and more of the clip; files of their own for each begin with the name of `path`."""
        analysis = self.controller.analysis
        if analysis is None:
            return
        task = self._runner.run(clip_jobs.write_annotations, analysis, self.view.beats.editor.grid, path, kind)
        task.succeeded.connect(self._tell_annotations)
        task.failed.connect(lambda error: self._notices.show_failure("The annotations could not be written", error))

    def _tell_annotations(self, paths: Sequence[Path]) -> None:
        if len(paths) == 1:
            self._notices.show_info(f"Annotations saved in {one_line(str(paths[0]))}.")
        else:
            names = ", ".join(display_name(path) for path in paths)
            self._notices.show_info(f"{names} saved in {one_line(str(paths[0].parent))}.")

    def export_beats(self, path: Path) -> None:
        """Write the beats of the clip; the ending of the name says as what."""
        task = self._runner.run(clip_jobs.write_beats, self.view.beats.editor.grid, path)
        task.succeeded.connect(lambda _: self._notices.show_info(f"Beats saved in {one_line(str(path))}."))
        task.failed.connect(lambda error: self._notices.show_failure("The beats could not be written", error))

    def check(self) -> None:
        """Show the numbers of the clip and those of librosa in another window."""
        from desktop.clip.check import CheckWindow

        if self._view is not None and self._view.path is not None:
            CheckWindow(self._view.path, self._theme, self).show()

    # --- the parts -------------------------------------------------------------------------------------------------

    @property
    def view(self) -> "ClipView":
        """The clip view, built when it is first needed."""
        self.prepare_view()
        assert self._view is not None
        return self._view

    def prepare_view(self) -> None:
        """Build the clip view now, so that the first clip does not wait for it."""
        if self._view is None:
            self._view = self._build_view()
            self.view_built.emit(self._view)

    def _build_view(self) -> "ClipView":
        from desktop.clip.view import ClipView

        view = ClipView()
        view.set_theme(self._theme)
        view.restore(self._settings)
        view.exported.connect(self._notices.show_info)
        view.failed.connect(self._notices.show_error)
        self._tie_beats(view)
        self.stack.addWidget(view)
        return view

    def _tie_beats(self, view: "ClipView") -> None:
        """Let the tables follow corrected beats, and corrected beats have a proposal."""
        beats, following = view.beats, self.controller.following
        beats.changed.connect(self.changed)
        beats.said.connect(self._notices.show_info)
        beats.corrected.connect(self._follow_beats)
        beats.proposal_wanted.connect(following.propose)
        following.proposal_ready.connect(beats.take_proposal)
        following.proposal_failed.connect(self._notices.show_warning)
        view.timeline.view_range_changed.connect(following.set_in_view)

        keeper = self._keeper
        beats.opened.connect(keeper.load)
        beats.edited.connect(self._keep_beats)
        keeper.loaded.connect(beats.take_stored)
        keeper.overtaken.connect(partial(beats.take_stored, overtaken=True))
        keeper.failed.connect(self._notices.show_error)

    def _keep_beats(self, content_id: str, history: "EditHistory") -> None:
        self._keeper.keep(content_id, history, self.view.beats.editor.estimate.activations)

    def _keep_tables(self, analysis: "ClipAnalysis") -> None:
        """Store tables that have followed the beats; those of beats that are others by now are not worth it."""
        history = self.view.beats.editor.history
        if analysis.rhythm.grid is history.grid:
            self._keeper.keep_tables(analysis.source.content_id, history, analysis.tables)

    def _follow_beats(self, history: "EditHistory") -> None:
        following = self.controller.following
        following.stop_proposing()  # what is being decoded is of the beats before
        following.follow(history.grid)

    @property
    def _shows_clip(self) -> bool:
        return self._view is not None and self.stack.currentWidget() is self._view

    def _show_clip(self) -> None:
        self.stack.setCurrentWidget(self.view)
        self.changed.emit()

    def _show_welcome(self) -> None:
        self._strip.finish()
        self.welcome.show_invitation()
        self.stack.setCurrentWidget(self.welcome)
        self.changed.emit()

    def _connect(self) -> None:
        controller = self.controller
        controller.opening.connect(self._take_opening)
        controller.progress_changed.connect(self._strip.set_progress)
        controller.preview_ready.connect(self._take_preview)
        controller.stage_ready.connect(self._take_stage)
        controller.following.progress_changed.connect(self._take_rows_progress)
        controller.tables_changed.connect(self._take_tables)
        controller.analysis_ready.connect(self._take_analysis)
        controller.failed.connect(self._take_failure)
        controller.cancelled.connect(self._take_cancellation)
        controller.genres_changed.connect(self._take_genres)
        controller.warned.connect(self._notices.show_warning)
        self._strip.cancel_requested.connect(controller.cancel)
        self.welcome.open_requested.connect(self.ask_for_files)
        self.welcome.demo_requested.connect(self.open_demo)
        self.welcome.recent_requested.connect(lambda path: self.open_paths([path]))

    def _file_dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self, title, self._settings.get(FOLDER))
        dialog.setFileMode(mode)
        dialog.filesSelected.connect(lambda names: self._settings.put(FOLDER, str(folder_of(Path(names[0])))))
        dialog.finished.connect(dialog.deleteLater)
        return dialog


def _worth_a_notice(analysis: "ClipAnalysis") -> list[Note]:
    """Return the notes that are shown in the notice bar; those of a prediction are shown with the genres."""
    genre = analysis.genre
    notes = [*analysis.source.notes, *analysis.rhythm.notes, *(genre.notes if genre.prediction is None else ())]
    return notes if genre.warning is None else [genre.warning, *notes]
