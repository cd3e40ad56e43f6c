"""The window: it arranges the parts, opens clips, and says what happens. It knows nothing of audio."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from core import jobs
from core.audio_files import AUDIO_EXTENSIONS, display_name
from desktop.actions import Actions
from desktop.clip.controller import ClipController
from desktop.drop import DropOverlay, DropWatcher
from desktop.keys import KeyGuard
from desktop.notices import NoticeBar, one_line
from desktop.opening import OpenQueue, folder_of, waiting_line
from desktop.settings import FOLDER, GEOMETRY, THEME, Settings, to_bytes
from desktop.status import ProgressStrip
from desktop.style import ThemeSwitch
from desktop.tasks import TaskRunner
from desktop.theme import Theme
from desktop.welcome import Welcome
from resources import resource_path

if TYPE_CHECKING:
    from desktop.clip.view import ClipView

PROGRAM = "Groovescope"
DEMO = "demo.flac"
HINT = "Space plays. The wheel zooms, dragging pans, a click seeks. F1 shows all keys."


class MainWindow(QMainWindow):
    """Welcome page, clip view, notices, progress, menus.

    The clip view is built after the first paint: it needs libraries that take longer to import than the window.
    """

    first_painted = Signal()

    def __init__(self, runner: TaskRunner, settings: Settings, themes: ThemeSwitch) -> None:
        super().__init__()
        self._runner = runner
        self._settings = settings
        self._themes = themes
        self._view: ClipView | None = None
        self._queue = OpenQueue()
        self.is_painted = False
        self.controller = ClipController(runner, self)
        self.notices = NoticeBar()
        self.strip = ProgressStrip()
        self.welcome = Welcome()
        self.stack = QStackedWidget()
        self._arrange()
        self.actions_by_key = Actions(self)
        self._overlay = DropOverlay(self._body)
        self._drops = DropWatcher(self)
        KeyGuard(self)
        self._connect()
        self._restore()

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
            self.notices.show_info("There is no further clip in line.")
        else:
            self._open_line(queue)

    def ask_for_files(self) -> None:
        """Let the user choose files."""
        patterns = " ".join(f"*{extension}" for extension in sorted(AUDIO_EXTENSIONS))
        dialog = self._file_dialog("Open clips", QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([f"Audio and video ({patterns})", "All files (*)"])
        dialog.filesSelected.connect(lambda names: self.open_paths([Path(name) for name in names]))
        dialog.open()

    def ask_for_folder(self) -> None:
        """Let the user choose a folder."""
        dialog = self._file_dialog("Open a folder", QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(lambda names: self.open_paths([Path(name) for name in names]))
        dialog.open()

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
        self.notices.clear()
        if text := queue.notice():
            following = ("Next clip", lambda: self.open_in_line(1)) if queue.moved(1) else None
            self.notices.show_info(text, following)
        self.controller.open(queue.current)

    def _look_into_folders(self, paths: Sequence[Path]) -> None:
        task = self._runner.run(jobs.find_audio, list(paths))
        task.succeeded.connect(lambda found: self._open_found(found, paths))
        task.failed.connect(lambda error: self.notices.show_error(f"The folder could not be read: {error}"))

    def _open_found(self, found: list[Path], paths: Sequence[Path]) -> None:
        if found:
            self._open_line(waiting_line(found))
        else:
            names = ", ".join(f"“{display_name(path)}”" for path in paths)
            self.notices.show_error(f"There is no audio file in {names}. Choose another folder, or drop a file.")

    # --- what the controller says ----------------------------------------------------------------------------------

    def _take_opening(self, path: Path) -> None:
        self.strip.set_progress(0.0, f"Reading {display_name(path)}", float("nan"))
        if not self._shows_clip:
            self.welcome.show_opening(path.name)
        self._refresh_actions()

    def _take_progress(self, fraction: float, text: str, seconds_left: float) -> None:
        self.strip.set_progress(fraction, text, seconds_left)

    def _take_preview(self, preview: Any) -> None:
        self.view.show_preview(preview)
        self._show_clip(preview.path)
        self._settings.add_recent(Path(preview.path).absolute())
        self._refresh_recent()

    def _take_analysis(self, analysis: Any) -> None:
        self.strip.finish()
        self.view.show_analysis(analysis)
        self._show_clip(analysis.preview.path)
        # What the model has to say stands beside the genres.
        notes = [note for note in analysis.notes if analysis.genres is None or note not in analysis.genres.notes]
        if notes:
            self.notices.show_warning(" ".join(notes))

    def _take_failure(self, text: str) -> None:
        self._go_back()
        self.notices.show_error(text)

    def _take_cancellation(self) -> None:
        self._go_back()
        self.notices.show_info("The analysis was cancelled.")

    def _go_back(self) -> None:
        """After an analysis without a result: show the earlier one, or what there is of this one."""
        self.strip.finish()
        earlier = self.controller.analysis
        if earlier is not None and self.view.analysis is not earlier:
            self.view.show_analysis(earlier)
        if self._view is not None and self._view.path is not None:
            self._show_clip(self._view.path)
        else:
            self._show_welcome()

    # --- export, theme, help ---------------------------------------------------------------------------------------

    def ask_for_export(self) -> None:
        """Let the user choose where the tables go."""
        dialog = self._file_dialog("Export the tables into a folder", QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(lambda names: self.export_tables(Path(names[0])))
        dialog.open()

    def export_tables(self, folder: Path) -> None:
        """Write all tables of the clip into a new folder in `folder`, named after it; a notice says how it went."""
        analysis = self.controller.analysis
        if analysis is None:
            return
        task = self._runner.run(jobs.export_tables, analysis, folder)
        task.succeeded.connect(lambda made: self.notices.show_info(f"The tables are in {one_line(str(made))}."))
        task.failed.connect(lambda error: self.notices.show_error(f"The tables could not be written: {error}"))

    def choose_theme(self, choice: str) -> None:
        """Follow the system, or stay light or dark."""
        self._themes.choose(choice)
        self._settings.put(THEME, choice)

    def show_keys(self) -> None:
        """Show which key does what."""
        from desktop.help import KeysWindow

        KeysWindow(self).show()

    def show_about(self) -> None:
        """Show what this program is and what it is made of."""
        from desktop.help import AboutWindow

        AboutWindow(self).show()

    def escape(self) -> None:
        """Cancel what runs; otherwise drop the selection."""
        if self.controller.is_busy:
            self.controller.cancel()
        elif self._view is not None:
            self._view.timeline.selection = None

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

    @property
    def _shows_clip(self) -> bool:
        return self._view is not None and self.stack.currentWidget() is self._view

    def _build_view(self) -> "ClipView":
        from desktop.clip.view import ClipView

        view = ClipView()
        view.set_theme(self._themes.theme)
        view.transport.looping_changed.connect(self.actions_by_key["loop"].setChecked)
        view.transport.clicking_changed.connect(self.actions_by_key["click"].setChecked)
        view.restore(self._settings)
        view.exported.connect(self.notices.show_info)
        view.failed.connect(self.notices.show_error)
        self.stack.addWidget(view)
        self.actions_by_key.submenus["lanes"].addActions(view.canvas.lane_actions)
        return view

    def _arrange(self) -> None:
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.stack, 1)
        column.addWidget(self.strip)
        self.stack.addWidget(self.welcome)
        self.setCentralWidget(self._body)
        self.welcome.setFocus()  # so that no button is marked before anybody reached for the keyboard
        self.setWindowTitle(PROGRAM)
        self.setMinimumSize(720, 540)
        self.resize(1280, 800)

    def _connect(self) -> None:
        controller = self.controller
        controller.opening.connect(self._take_opening)
        controller.progress_changed.connect(self._take_progress)
        controller.preview_ready.connect(self._take_preview)
        controller.analysis_ready.connect(self._take_analysis)
        controller.failed.connect(self._take_failure)
        controller.cancelled.connect(self._take_cancellation)
        self.strip.cancel_requested.connect(controller.cancel)
        self.welcome.open_requested.connect(self.ask_for_files)
        self.welcome.demo_requested.connect(self.open_demo)
        self.welcome.recent_requested.connect(lambda path: self.open_paths([path]))
        self._drops.entered.connect(self.show_drop_target)
        self._drops.left.connect(self._overlay.hide)
        self._drops.dropped.connect(self.open_paths)
        self._themes.changed.connect(self.set_theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.actions_by_key.set_theme(theme)
        self.notices.set_theme(theme)
        self.welcome.set_theme(theme)
        if self._view is not None:
            self._view.set_theme(theme)

    def show_drop_target(self) -> None:
        """Show that what is held over the window will be opened."""
        self._overlay.cover()

    def _show_clip(self, path: Path) -> None:
        self.stack.setCurrentWidget(self.view)
        self.strip.set_idle_text(HINT)
        self.setWindowTitle(f"{display_name(path)} – {PROGRAM}")
        self._refresh_actions()

    def _show_welcome(self) -> None:
        self.strip.set_idle_text("")
        self.strip.finish()
        self.welcome.show_invitation()
        self.stack.setCurrentWidget(self.welcome)
        self.setWindowTitle(PROGRAM)
        self._refresh_actions()

    def _refresh_actions(self) -> None:
        clip = self._view is not None and self._view.path is not None
        analysis = clip and self._view is not None and self._view.analysis is not None
        self.actions_by_key.enable(clip=clip, analysis=analysis, queue=len(self._queue.paths) > 1)

    def _refresh_recent(self) -> None:
        paths = self._settings.recent()
        menu = self.actions_by_key.submenus["recent"]
        menu.clear()
        for path in paths:
            action = menu.addAction(display_name(path).replace("&", "&&"))
            action.setToolTip(one_line(str(path)))
            action.triggered.connect(lambda _=False, path=path: self.open_paths([path]))
        menu.setEnabled(bool(paths))
        self.welcome.set_recent(paths)

    def _file_dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self, title, self._settings.get(FOLDER))
        dialog.setFileMode(mode)
        dialog.filesSelected.connect(lambda names: self._settings.put(FOLDER, str(folder_of(Path(names[0])))))
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    # --- from one run to the next ----------------------------------------------------------------------------------

    def _restore(self) -> None:
        self.restoreGeometry(self._settings.get(GEOMETRY))
        self.actions_by_key[f"theme_{self._themes.choice}"].setChecked(True)
        self.set_theme(self._themes.theme)
        self._refresh_recent()
        self._refresh_actions()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.put(GEOMETRY, to_bytes(self.saveGeometry()))
        if self._view is not None:
            self._view.remember(self._settings)
            self._view.clear()
        self._settings.save()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.is_painted:
            self.is_painted = True
            self._drops.watch(self)
            QTimer.singleShot(0, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._overlay.isHidden():
            self._overlay.cover()
