"""The window: tabs, notices, progress, menus, and what is remembered of them. It knows nothing of audio."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from core.audio.files import display_name
from core.errors import log_path
from core.language import tr
from desktop.actions import Actions, ActionSpec, Area, keys_by_menu
from desktop.clip.actions import CLIP_ACTIONS
from desktop.clip.controller import ClipController
from desktop.clip.page import DEMO, ClipPage
from desktop.keys import KeyGuard
from desktop.languages import LANGUAGES
from desktop.library.actions import LIBRARY_ACTIONS, TRACK_MENU
from desktop.library.page import LibraryPage
from desktop.menus import MENUS, SUBMENUS
from desktop.page import Page
from desktop.settings import GEOMETRY, LANGUAGE, OPEN_CLIP, TAB, THEME, Settings, to_bytes
from desktop.tasks import TaskRunner
from desktop.training.actions import TRAINING_ACTIONS
from desktop.training.page import TrainingPage, is_for_training
from desktop.updates import UpdateCheck, updates_address
from desktop.widgets.drop import DropOverlay, DropWatcher
from desktop.widgets.notices import NoticeBar, one_line
from desktop.widgets.status import ProgressStrip
from desktop.widgets.style import ThemeSwitch
from desktop.widgets.tabs import TabRow
from desktop.widgets.theme import Theme

if TYPE_CHECKING:
    from desktop.clip.view import ClipView
    from desktop.guide import GuideWindow

__all__ = ["DEMO", "PROGRAM", "MainWindow"]

PROGRAM = "Groovescope"
SKIP_SECONDS: Final = 5.0


class MainWindow(QMainWindow):
    """One page for each tab, and what they share: menus, notices, progress, drops, themes."""

    first_painted = Signal()

    def __init__(self, runner: TaskRunner, settings: Settings, themes: ThemeSwitch) -> None:
        super().__init__()
        self._settings = settings
        self._themes = themes
        self._guide: GuideWindow | None = None
        self.is_painted = False
        self._body, self._pages_area = QWidget(), QWidget()
        self.notices: NoticeBar = NoticeBar(self._pages_area)
        self.strip = ProgressStrip()
        self.updates = UpdateCheck(runner, self.notices, updates_address())
        self.clip: ClipPage = ClipPage(runner, settings, self.notices, self.strip)
        self.library: LibraryPage = LibraryPage(runner, settings, self.notices)
        self.training: TrainingPage = TrainingPage(runner, settings, self.notices)
        self.pages: dict[str, Page] = {"clip": self.clip, "library": self.library, "training": self.training}
        self.tabs = TabRow([(key, page.name) for key, page in self.pages.items()])
        self._stack = QStackedWidget()
        self._arrange()
        areas = (
            Area(WINDOW_ACTIONS, self),
            Area(CLIP_ACTIONS, self.clip, partial(self.show_page, "clip")),
            Area(LIBRARY_ACTIONS, self.library, partial(self.show_page, "library")),
            Area(TRAINING_ACTIONS, self.training, partial(self.show_page, "training")),
        )
        self.actions_by_key = Actions(self, areas, self.tabs.menus, MENUS, SUBMENUS)
        self._overlay = DropOverlay(self._body)
        self._drops = DropWatcher(self)
        KeyGuard(self)
        self._connect()
        self._restore()

    # --- the clip tab, by short names ------------------------------------------------------------------------------

    @property
    def controller(self) -> ClipController:
        """What happens when a clip is opened."""
        return self.clip.controller

    @property
    def view(self) -> "ClipView":
        """The clip view, built when it is first needed."""
        return self.clip.view

    def prepare_view(self) -> None:
        """Build what takes long to build now, so that the first clip does not wait for it."""
        self.clip.prepare_view()
        if self.library.library_path().exists():  # it may have files that wait
            self.library.when_built(lambda: None)

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open the first of some files, or of those in folders, in the clip tab; tables and models in training."""
        if is_for_training(paths):
            self.show_page("training")
            self.training.take_drop(paths)
        else:
            self.show_page("clip")
            self.clip.open_paths(paths)

    def take_from_later_start(self, paths: Sequence[Path]) -> None:
        """Come to the front, and open what a later start of the program was called with."""
        self.setWindowState((self.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
        self.raise_()
        self.activateWindow()
        if paths:
            self.open_paths(paths)

    def clip_of_last_time(self, first_clip: Path | None) -> Path | None:
        """Return what to open at the start, unless another tab is in front: the clip that was open last.

        `first_clip` stands in for it where no clip was opened on this computer yet.
        """
        if self.page is not self.clip:
            return None
        name = self._settings.get(OPEN_CLIP)
        if name and Path(name).is_file():
            return Path(name)
        return None if self._settings.recent() else first_clip

    # --- tabs ------------------------------------------------------------------------------------------------------

    @property
    def page(self) -> Page:
        """What is in front."""
        return self.pages[self.tabs.current]

    def show_page(self, key: str) -> None:
        """Bring a tab to the front."""
        self.tabs.choose(key)

    def _change_page(self, key: str) -> None:
        for other, page in self.pages.items():
            if other not in (key, "clip"):  # a clip may go on while one looks at something else
                page.fall_silent()
        self._stack.setCurrentWidget(self.pages[key])
        self._overlay.set_text(self.page.drop_text)
        self._refresh()
        self.page.enter()

    def _refresh(self) -> None:
        """Show what is open in the tab in front, and enable what can be done there."""
        title = self.page.title()
        self.setWindowTitle(f"{title} – {PROGRAM}" if title else PROGRAM)
        self.strip.set_idle_text(self.page.hint())
        self.actions_by_key.enable(self.page.abilities())
        self._show_undo()

    # --- themes, help ----------------------------------------------------------------------------------------------

    def choose_theme(self, choice: str) -> None:
        """Follow the system, or stay light or dark."""
        self._themes.choose(choice)
        self._settings.put(THEME, choice)

    def choose_language(self, choice: str) -> None:
        """Show the window in this language from the next start on."""
        if choice == self._settings.get(LANGUAGE):
            return
        self._settings.put(LANGUAGE, choice)
        self.notices.show_info(tr("The language changes when Groovescope is started again."))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.actions_by_key.set_theme(theme)
        self.notices.set_theme(theme)
        for page in self.pages.values():
            page.set_theme(theme)

    def show_guide(self) -> None:
        """Open the guide, or bring it to the front where it is open."""
        from desktop.guide import GuideWindow

        if self._guide is None:
            self._guide = GuideWindow(self._themes.theme)
            self._guide.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._guide.destroyed.connect(self._forget_guide)
        self._guide.show()
        self._guide.raise_()
        self._guide.activateWindow()

    def _forget_guide(self) -> None:
        self._guide = None

    def show_keys(self) -> None:
        """Show which key does what."""
        from desktop.help import KeysWindow

        KeysWindow(keys_by_menu(ALL_ACTIONS, MENUS, SUBMENUS), self).show()

    def show_log(self) -> None:
        """Open the folder in which unforeseen errors are written down."""
        folder = log_path().parent
        if folder.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        else:
            self.notices.show_info(tr("Nothing has been logged yet."))

    def show_licences(self) -> None:
        """Show under which licences the program and its parts are."""
        from desktop.licences import LicencesWindow

        window = LicencesWindow(parent=self)
        window.setWindowFlag(Qt.WindowType.Window)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.show()

    def show_about(self) -> None:
        """Show what this program is and what it is made of."""
        from desktop.help import AboutWindow

        AboutWindow(self._settings.path, self.library.library_path(), self).show()

    def show_drop_target(self) -> None:
        """Show what will happen to what is held over the window."""
        self._overlay.cover()

    def _take_drop(self, paths: list[Path]) -> None:
        if is_for_training(paths):
            self.show_page("training")
        self.page.take_drop(paths)

    # --- building --------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        area = QVBoxLayout(self._pages_area)
        area.setContentsMargins(0, 0, 0, 0)
        area.addWidget(self._stack)
        column.addWidget(self._pages_area, 1)
        column.addWidget(self.library.batch_strip)
        column.addWidget(self.library.export_strip)
        column.addWidget(self.library.judge_strip)
        column.addWidget(self.training.strip)
        column.addWidget(self.strip)
        for page in self.pages.values():
            self._stack.addWidget(page)
        self.setMenuWidget(self.tabs)
        self.setCentralWidget(self._body)
        self.clip.welcome.setFocus()  # so that no button is marked before anybody reached for the keyboard
        self.setMinimumSize(720, 540)
        self.resize(1280, 800)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._change_page)
        for page in self.pages.values():
            page.changed.connect(self._refresh)
        self.clip.view_built.connect(self._adopt_view)
        self.clip.recent_changed.connect(self._refresh_recent)
        self.library.built.connect(self._adopt_library)
        self.library.batch_strip.shown.connect(self.strip.give_way)
        self.library.open_requested.connect(lambda path: self.open_paths([path]))
        self.library.sound_started.connect(self.clip.fall_silent)
        self.library.menu_requested.connect(self._open_track_menu)
        self.training.sound_started.connect(self.clip.fall_silent)
        self.training.model_chosen.connect(self.clip.use_model)
        self.training.model_chosen.connect(lambda _: self.library.use_model())
        self._drops.entered.connect(self.show_drop_target)
        self._drops.left.connect(self._overlay.hide)
        self._drops.dropped.connect(self._take_drop)
        self._themes.changed.connect(self.set_theme)

    def _adopt_view(self, view: "ClipView") -> None:
        """Tie the clip view to menus."""
        loop, click = self.actions_by_key["loop"], self.actions_by_key["click"]
        view.transport.looping_changed.connect(loop.setChecked)
        view.transport.clicking_changed.connect(click.setChecked)
        click.setChecked(view.transport.click_button.isChecked())
        for key, button in (("mute", view.transport.mute_button), ("follow", view.transport.follow_button)):
            action = self.actions_by_key[key]
            action.setChecked(button.isChecked())
            button.toggled.connect(action.setChecked)
        from desktop.clip.output_menu import OutputMenu

        OutputMenu(self.actions_by_key.submenus["output"], view.player, self._settings)
        self._adopt_beats(view)
        lanes = self.actions_by_key.submenus["lanes"]
        lanes.addActions(view.canvas.lane_actions)
        lanes.addSeparator()
        lanes.addAction(view.canvas.look_action)

    def _adopt_beats(self, view: "ClipView") -> None:
        """Let the menu say what would be undone, and whether beats are being edited."""
        stack = view.beats.editor.stack
        stack.undoTextChanged.connect(self._show_undo)
        stack.redoTextChanged.connect(self._show_undo)
        view.beats.editor.mode_changed.connect(self.actions_by_key["edit_beats"].setChecked)

    def _show_undo(self) -> None:
        """Let the menu say what would be undone, and done again, in the tab in front."""
        undo, redo = self.page.undo_texts()
        self.actions_by_key["undo"].setText(tr("&Undo: {undo}", undo=undo) if undo else tr("&Undo"))
        self.actions_by_key["redo"].setText(tr("&Redo: {redo}", redo=redo) if redo else tr("&Redo"))

    def _adopt_library(self) -> None:
        """Tie the library to menus."""
        details, failures = self.actions_by_key["details"], self.actions_by_key["failures"]
        view = self.library.view
        view.details_shown.connect(details.setChecked)
        view.failures_shown.connect(failures.setChecked)
        details.setChecked(view.wants_details)

    def _open_track_menu(self, point: QPoint) -> None:
        self.actions_by_key.context_menu(TRACK_MENU, self).popup(point)

    def _refresh_recent(self) -> None:
        paths = self._settings.recent()
        menu = self.actions_by_key.submenus["recent"]
        menu.clear()
        for path in paths:
            action = menu.addAction(display_name(path).replace("&", "&&"))
            action.setToolTip(one_line(str(path)))
            action.triggered.connect(lambda _=False, path=path: self.open_paths([path]))
        menu.setEnabled(bool(paths))
        self.clip.welcome.set_recent(paths)

    # --- from one run to the next ----------------------------------------------------------------------------------

    def _restore(self) -> None:
        self.restoreGeometry(self._settings.get(GEOMETRY))
        self.actions_by_key[f"theme_{self._themes.choice}"].setChecked(True)
        self.actions_by_key[f"language_{self._settings.get(LANGUAGE)}"].setChecked(True)
        self.actions_by_key["updates"].setVisible(bool(self.updates.address))
        self.set_theme(self._themes.theme)
        self._refresh_recent()
        if self._settings.get(TAB) in self.pages:
            self.show_page(self._settings.get(TAB))
        self._refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.put(GEOMETRY, to_bytes(self.saveGeometry()))
        self._settings.put(TAB, self.tabs.current)
        if self._guide is not None:
            self._guide.close()
        self.hide()  # a batch may need a moment to end in good order
        for page in self.pages.values():
            page.remember(self._settings)
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


def _choose_language(code: str, window: MainWindow) -> None:
    window.choose_language(code)


WINDOW_ACTIONS: Final[tuple[ActionSpec[MainWindow], ...]] = (
    ActionSpec("undo", tr("&Undo"), lambda window: window.page.undo(), ("Ctrl+Z",), "undo", "undo"),
    ActionSpec("redo", tr("&Redo"), lambda window: window.page.redo(), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", "redo"),
    ActionSpec(
        "export", tr("&Export tables…"), lambda window: window.page.ask_for_export(), ("Ctrl+E",), "export", "tables"
    ),
    ActionSpec("quit", tr("&Quit"), lambda window: window.close(), ("Ctrl+Q",)),
    ActionSpec("play", tr("&Play or pause"), lambda window: window.page.toggle_play(), ("Space",), "play", "sound"),
    ActionSpec(
        "back",
        tr("&Back 5 seconds"),
        lambda window: window.page.skip(-SKIP_SECONDS),
        ("Shift+Left", "Ctrl+Left"),
        needs="sound",
    ),
    ActionSpec(
        "forward",
        tr("&Forward 5 seconds"),
        lambda window: window.page.skip(SKIP_SECONDS),
        ("Shift+Right", "Ctrl+Right"),
        needs="sound",
    ),
    ActionSpec("show_clip", tr("&Clip"), lambda window: window.show_page("clip"), ("Ctrl+1",)),
    ActionSpec("show_library", tr("Li&brary"), lambda window: window.show_page("library"), ("Ctrl+2",)),
    ActionSpec("show_training", tr("Trainin&g"), lambda window: window.show_page("training"), ("Ctrl+3",)),
    ActionSpec("notices", tr("Go to &notices"), lambda window: window.notices.take_focus(), ("F6",)),
    ActionSpec(
        "theme_system",
        tr("Follow &system"),
        lambda window: window.choose_theme("system"),
        checkable=True,
        group="theme",
    ),
    ActionSpec("theme_light", tr("&Light"), lambda window: window.choose_theme("light"), checkable=True, group="theme"),
    ActionSpec("theme_dark", tr("&Dark"), lambda window: window.choose_theme("dark"), checkable=True, group="theme"),
    ActionSpec(
        "language_system",
        tr("Follow &system"),
        lambda window: window.choose_language("system"),
        checkable=True,
        group="language",
    ),
    *(
        ActionSpec(
            f"language_{code}",
            name,
            partial(_choose_language, code),
            checkable=True,
            group="language",
        )
        for code, name in LANGUAGES.items()
    ),
    ActionSpec("escape", tr("Cancel or clear selection"), lambda window: window.page.escape(), ("Esc",)),
    ActionSpec("guide", tr("&Guide"), lambda window: window.show_guide(), ("F1",)),
    ActionSpec("keys", tr("&Keys"), lambda window: window.show_keys(), ("?",)),
    ActionSpec("log", tr("&Log folder"), lambda window: window.show_log()),
    ActionSpec("licences", tr("L&icences"), lambda window: window.show_licences()),
    ActionSpec("updates", tr("Check for &updates"), lambda window: window.updates.ask()),
    ActionSpec("about", tr("&About Groovescope"), lambda window: window.show_about()),
)
"""What belongs to no tab, or to the tab in front, whichever it is."""

ALL_ACTIONS: Final[tuple[ActionSpec[Any], ...]] = (*WINDOW_ACTIONS, *CLIP_ACTIONS, *LIBRARY_ACTIONS, *TRAINING_ACTIONS)
"""The actions of all areas."""
