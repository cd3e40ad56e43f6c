"""The clip tab: the welcome page or the clip view, and what happens from a path to an analysis on screen."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from core.audio.files import AUDIO_EXTENSIONS, display_name
from core.genre.store import model_path
from core.jobs import library as library_jobs
from core.language import tr
from core.messages import Note, texts
from desktop.clip.beats.keeping import BeatKeeper
from desktop.clip.beats.keeping import path_of as library_path
from desktop.clip.beats.links import BeatLinks
from desktop.clip.controller import ClipController
from desktop.clip.files import ClipFiles
from desktop.clip.sections.keeping import SectionKeeper
from desktop.opening import OpenQueue, waiting_line
from desktop.page import Page
from desktop.settings import BATCH, LIBRARY, MODEL, OPEN_CLIP, Settings
from desktop.tasks import TaskRunner
from desktop.welcome import Welcome
from desktop.widgets.notices import NoticeBar
from desktop.widgets.status import ProgressStrip
from desktop.widgets.theme import LIGHT, Theme
from resources import resource_path

if TYPE_CHECKING:
    from core.analysis import ClipAnalysis
    from core.library.stored_clip import StoredClip
    from desktop.clip.view import ClipView

DEMO = "demo.flac"
HINT = tr("Space: play · Wheel: zoom · Drag: pan · Click: seek · F1: guide · ?: keys")


class ClipPage(Page):
    """Opens clips and shows them.

    The clip view is built after the window's first paint: it needs libraries that take longer to import than the
    window.
    """

    name = tr("Clip")
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
        self._played_at_once: Path | None = None
        self._queue = OpenQueue()
        self.controller = ClipController(runner, self, look_up=self._look_up)
        self.use_model(settings.get(MODEL))
        self._keeper = BeatKeeper(partial(settings.get, LIBRARY), self)
        self.files = ClipFiles(self, runner, settings, notices)
        self._section_keeper = SectionKeeper(partial(settings.get, LIBRARY), self)
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

    def undo(self) -> None:
        self.view.beats.undo()

    def redo(self) -> None:
        self.view.beats.redo()

    def undo_texts(self) -> tuple[str, str]:
        if self._view is None:
            return "", ""
        stack = self._view.beats.editor.stack
        return stack.undoText(), stack.redoText()

    def skip(self, seconds: float) -> None:
        self.view.skip(seconds)

    def fall_silent(self) -> None:
        if self._view is not None:
            self._view.player.pause()

    def escape(self) -> None:
        if self._view is not None and (self._view.sections.escape() or self._view.beats.escape()):
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
        self._section_keeper.shutdown()

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
            self._notices.show_info(tr("No further clip in the queue."))
        else:
            self._open_line(queue)

    def ask_for_files(self) -> None:
        """Open a dialog for files."""
        patterns = " ".join(f"*{extension}" for extension in sorted(AUDIO_EXTENSIONS))
        dialog = self.files.dialog(tr("Open clips"), QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([tr("Audio and video ({patterns})", patterns=patterns), tr("All files (*)")])
        dialog.filesSelected.connect(lambda names: self.open_paths([Path(name) for name in names]))
        dialog.open()

    def ask_for_folder(self) -> None:
        """Open a dialog for a folder."""
        dialog = self.files.dialog(tr("Open folder"), QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(lambda names: self.open_paths([Path(name) for name in names]))
        dialog.open()

    def reopen(self) -> None:
        """Analyse the clip that is shown once more."""
        if self._view is not None and self._view.path is not None:
            self.controller.open(self._view.path, again=True)

    def close_clip(self) -> None:
        """Go back to the welcome page."""
        self._settings.put(OPEN_CLIP, "")
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
            following = (tr("Next clip"), lambda: self.open_in_line(1)) if queue.moved(1) else None
            self._notices.show_info(text, following)
        self.controller.open(queue.current)

    def _look_up(self, path: Path, model: Path | None) -> "StoredClip | None":
        """Return what the library has of a file, in a thread of the controller."""
        library = library_path(self._settings.get(LIBRARY))
        if not library.exists():
            return None
        from core.library.stored_clip import stored_clip

        return stored_clip(library, path, model)

    def _look_into_folders(self, paths: Sequence[Path]) -> None:
        task = self._runner.run(library_jobs.find_audio, list(paths))
        task.succeeded.connect(lambda found: self._open_found(found, paths))
        task.failed.connect(lambda error: self._notices.show_failure(tr("The folder could not be read"), error))

    def _open_found(self, found: list[Path], paths: Sequence[Path]) -> None:
        if found:
            self._open_line(waiting_line(found))
        else:
            names = ", ".join(f"“{display_name(path)}”" for path in paths)
            self._notices.show_error(tr("No audio file in {names}. Choose another folder or drop a file.", names=names))

    def _hear(self, path: Path) -> None:
        """Open a track and play it as soon as it is there."""
        self._played_at_once = path
        self.open_paths([path])

    def _play_if_wanted(self, path: Path) -> None:
        if self._played_at_once is not None and path == self._played_at_once:
            self.view.player.play()
        self._played_at_once = None

    # --- what the controller says ----------------------------------------------------------------------------------

    def _take_opening(self, path: Path) -> None:
        self._settings.put(OPEN_CLIP, "")
        self._strip.set_progress(0.0, tr("Reading {name}", name=display_name(path)), float("nan"))
        if not self._shows_clip:
            self.welcome.show_opening(path.name)
        self.changed.emit()

    def _take_preview(self, preview: Any) -> None:
        self.view.show_preview(preview)
        self._show_clip()
        path = Path(preview.source.path).absolute()
        self._settings.add_recent(path)
        self._settings.put(OPEN_CLIP, str(path))
        self.recent_changed.emit()
        self._play_if_wanted(Path(preview.source.path))

    def _take_analysis(self, analysis: Any) -> None:
        self._strip.finish()
        self.view.show_analysis(analysis)
        self._show_clip()
        self._play_if_wanted(Path(analysis.source.path))
        if self._settings.get(BATCH).get("pictures", True):
            self._keeper.keep_picture(analysis)
        if notes := _worth_a_notice(analysis):
            self._notices.show_warning(" ".join(texts(notes)))

    def _take_stage(self, stage: Any) -> None:
        self.view.show_stage(stage)

    def _take_rows_progress(self, fraction: float, text: str) -> None:
        if self._view is not None:
            self._view.show_progress(fraction, text)

    def _take_tables(self, analysis: Any) -> None:
        self.view.show_tables(analysis)
        self._links.keep_tables(analysis)

    def _take_finer_picture(self, analysis: Any) -> None:
        if self._view is not None:
            self._view.show_finer_picture(analysis)

    def _take_signal(self, path: Path) -> None:
        if self._view is not None:
            self._view.show_samples(path)

    def _take_key(self, harmony: Any) -> None:
        if self._view is not None:
            self._view.show_key(harmony)

    def _take_genres(self, analysis: Any) -> None:
        if self._view is not None and self._view.analysis is not None:
            self._view.show_genres(analysis)

    def _take_failure(self, text: str) -> None:
        self._notices.show_error(text)
        if self._is_unfinished and self.view.path != self.controller.path:
            self.reopen()  # a clip that made way for one that cannot be opened loses nothing by it
        else:
            self._go_back()
        self._leave_out_failed()

    def _leave_out_failed(self) -> None:
        """Take a clip that cannot be shown out of the queue; open the next one unless a clip of the queue is shown."""
        shown = self._view.path if self._view is not None and self._shows_clip else None
        if shown is not None:
            self._settings.put(OPEN_CLIP, str(shown.absolute()))
        if len(self._queue.paths) < 2 or shown == self._queue.current:
            return
        self._queue = self._queue.without_current(shown)
        if shown in self._queue.paths:
            self.changed.emit()
        elif self._queue.current is not None:
            self.controller.open(self._queue.current)

    def _take_cancellation(self) -> None:
        self._go_back()
        again = (tr("Analyse again"), self.reopen) if self._is_unfinished else None
        kept = self._is_unfinished and self.controller.found is not None and self.controller.found.rhythm is not None
        self._notices.show_info(
            tr("Analysis stopped. What it has found is kept.") if kept else tr("Analysis cancelled."), again
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

    # --- other windows and files --------------------------------------------------------------------------------------

    def ask_for_export(self) -> None:
        self.files.ask_for_tables()

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
        from desktop.clip.why import WhyDesk

        view = ClipView()
        view.set_theme(self._theme)
        view.restore(self._settings)
        view.exported.connect(self._notices.show_info)
        view.failed.connect(self._notices.show_error)
        view.said.connect(self._notices.show_info)
        self._links = BeatLinks(view, self.controller, self._keeper, self._notices)
        view.beats.changed.connect(self.changed)
        self._tie_sections(view)
        self._why = WhyDesk(
            self._runner, self.controller, view.genres, lambda: library_path(self._settings.get(LIBRARY))
        )
        view.genres.reasons.track_wanted.connect(self._hear)
        self.stack.addWidget(view)
        return view

    def _tie_sections(self, view: "ClipView") -> None:
        """Let edits of sections be stored, and their rows follow them."""
        sections, keeper = view.sections, self._section_keeper
        sections.opened.connect(keeper.load)
        sections.edited.connect(keeper.keep)
        sections.changed.connect(lambda _: self.controller.use_sections(sections.by_hand))
        keeper.loaded.connect(sections.take_stored)
        keeper.failed.connect(self._notices.show_error)

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
        controller.picture_refined.connect(self._take_finer_picture)
        controller.signal_ready.connect(self._take_signal)
        controller.key_changed.connect(self._take_key)
        controller.warned.connect(self._notices.show_warning)
        self._strip.cancel_requested.connect(controller.cancel)
        self.welcome.open_requested.connect(self.ask_for_files)
        self.welcome.demo_requested.connect(self.open_demo)
        self.welcome.recent_requested.connect(lambda path: self.open_paths([path]))


def _worth_a_notice(analysis: "ClipAnalysis") -> list[Note]:
    """Return the notes that are shown in the notice bar; those of a prediction are shown with the genres."""
    genre = analysis.genre
    notes = [*analysis.source.notes, *analysis.rhythm.notes, *(genre.notes if genre.prediction is None else ())]
    return notes if genre.warning is None else [genre.warning, *notes]
