"""Everything that can be done in the window, declared: one record each, menus as tables of keys."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop.widgets.icons import themed_icon
from desktop.widgets.theme import Theme

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

Needs = Literal[
    "nothing", "clip", "analysis", "queue", "sound", "tables",
    "library", "library editable", "track", "tracks", "tracks editable",
    "training",
]  # fmt: skip
"""What an action needs to be enabled: nothing, or what the page in front has among its abilities."""

SKIP_SECONDS: Final = 5.0
ZOOM_STEP: Final = 1.6


TRAINING_STEPS: Final = (
    ("data", "Data"), ("explore", "Explore"), ("baselines", "Baselines"), ("search", "Search"),
    ("evaluation", "Evaluation"), ("models", "Models"),
)  # fmt: skip
"""The steps of the training tab, by key, with their titles."""


@dataclass(frozen=True)
class ActionSpec:
    """One thing to do: its words, keys and icon, what it needs to be enabled, and what happens."""

    key: str
    text: str
    callback: Callable[["MainWindow"], object]
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    needs: Needs = "nothing"
    checkable: bool = False
    group: str = ""


def _step_actions() -> list[ActionSpec]:
    def showing(key: str) -> Callable[["MainWindow"], object]:
        return lambda window: window.training.show_step(key)

    return [
        ActionSpec(f"step_{key}", f"&{place} {title}", showing(key), (f"Alt+{place}",), needs="training")
        for place, (key, title) in enumerate(TRAINING_STEPS, start=1)
    ]


ACTIONS: Final = (
    ActionSpec("open", "&Open…", lambda w: w.ask_for_files(), ("Ctrl+O",), "open"),
    ActionSpec("open_folder", "Open &folder…", lambda w: w.ask_for_folder(), ("Ctrl+Shift+O",)),
    ActionSpec("demo", "Open the &demo clip", lambda w: w.open_demo()),
    ActionSpec("next", "&Next clip in line", lambda w: w.clip.open_in_line(1), ("Ctrl+PgDown",), needs="queue"),
    ActionSpec("previous", "&Previous clip in line", lambda w: w.clip.open_in_line(-1), ("Ctrl+PgUp",), needs="queue"),
    ActionSpec("export", "&Export tables…", lambda w: w.page.ask_for_export(), ("Ctrl+E",), "export", "tables"),
    ActionSpec("reopen", "&Analyse the clip again", lambda w: w.clip.reopen(), ("Ctrl+R",), needs="clip"),
    ActionSpec("close", "&Close clip", lambda w: w.clip.close_clip(), ("Ctrl+W",), needs="clip"),
    ActionSpec("quit", "&Quit", lambda w: w.close(), ("Ctrl+Q",)),
    ActionSpec("play", "&Play or pause", lambda w: w.page.toggle_play(), ("Space",), "play", "sound"),
    ActionSpec("to_start", "To the &start", lambda w: w.view.seek(0.0), ("Home",), "to-start", "clip"),
    ActionSpec(
        "loop", "&Loop the selection", lambda w: w.view.transport.toggle_loop(), ("L",), "loop", "clip", checkable=True
    ),
    ActionSpec(
        "click",
        "&Click on the beats",
        lambda w: w.view.transport.toggle_clicks(),
        ("C",),
        "click",
        "analysis",
        checkable=True,
    ),
    ActionSpec(
        "mute",
        "&Mute",
        lambda w: w.view.transport.toggle_mute(),
        ("M",),
        needs="clip",
        checkable=True,
    ),
    ActionSpec(
        "follow",
        "&Keep the playhead in view",
        lambda w: w.view.transport.toggle_follow(),
        ("K",),
        needs="clip",
        checkable=True,
    ),
    ActionSpec(
        "back", "&Back 5 seconds", lambda w: w.page.skip(-SKIP_SECONDS), ("Shift+Left", "Ctrl+Left"), needs="sound"
    ),
    ActionSpec(
        "forward",
        "&Forward 5 seconds",
        lambda w: w.page.skip(SKIP_SECONDS),
        ("Shift+Right", "Ctrl+Right"),
        needs="sound",
    ),
    ActionSpec("back_bar", "Back one b&ar", lambda w: w.view.skip_bars(-1), ("Left",), needs="clip"),
    ActionSpec("forward_bar", "Forward one ba&r", lambda w: w.view.skip_bars(1), ("Right",), needs="clip"),
    ActionSpec("zoom_in", "Zoom &in", lambda w: w.view.zoom(ZOOM_STEP), ("+", "=", "Ctrl++"), "zoom-in", "clip"),
    ActionSpec("zoom_out", "Zoom &out", lambda w: w.view.zoom(1 / ZOOM_STEP), ("-", "Ctrl+-"), "zoom-out", "clip"),
    ActionSpec("zoom_selection", "Zoom to the &selection", lambda w: w.view.zoom_to_selection(), ("S",), needs="clip"),
    ActionSpec("show_all", "Show &all", lambda w: w.view.timeline.show_all(), ("A", "Ctrl+0"), needs="clip"),
    ActionSpec("show_clip", "&Clip", lambda w: w.show_page("clip"), ("Ctrl+1",)),
    ActionSpec("show_library", "Li&brary", lambda w: w.show_page("library"), ("Ctrl+2",)),
    ActionSpec("show_training", "Trainin&g", lambda w: w.show_page("training"), ("Ctrl+3",)),
    *_step_actions(),
    ActionSpec("notices", "Go to the &notices", lambda w: w.notices.take_focus(), ("F6",)),
    ActionSpec("theme_system", "As the &system", lambda w: w.choose_theme("system"), checkable=True, group="theme"),
    ActionSpec("theme_light", "&Light", lambda w: w.choose_theme("light"), checkable=True, group="theme"),
    ActionSpec("theme_dark", "&Dark", lambda w: w.choose_theme("dark"), checkable=True, group="theme"),
    ActionSpec("add_folder", "Add a &folder…", lambda w: w.add_to_library("folder"), ("Ctrl+Shift+A",), "add"),
    ActionSpec("add_files", "Add f&iles…", lambda w: w.add_to_library("files")),
    ActionSpec("filter", "Fil&ter", lambda w: w.library.commands.focus_filter(), ("Ctrl+F",), "search", "library"),
    ActionSpec("open_track", "&Open in the clip tab", lambda w: w.library.commands.open_selected(), needs="track"),
    ActionSpec(
        "similar", "Find &similar", lambda w: w.library.commands.find_similar(), ("Ctrl+Shift+F",), needs="track"
    ),
    ActionSpec("labels", "&Labels…", lambda w: w.library.commands.edit_labels(), ("Ctrl+L",), needs="tracks editable"),
    ActionSpec(
        "edit", "&Edit title, BPM, key…", lambda w: w.library.commands.edit_fields(), ("F2",), needs="tracks editable"
    ),
    ActionSpec(
        "analyse_again",
        "Anal&yse again",
        lambda w: w.library.commands.analyse_again(),
        ("F5",),
        needs="tracks editable",
    ),
    ActionSpec("copy_rows", "&Copy rows", lambda w: w.library.commands.copy_rows(), ("Ctrl+C",), needs="tracks"),
    ActionSpec("show_folder", "Show in fol&der", lambda w: w.library.commands.show_in_folder(), needs="track"),
    ActionSpec(
        "remove", "&Remove from the library", lambda w: w.library.commands.remove(), ("Del",), needs="tracks editable"
    ),
    ActionSpec(
        "details",
        "Details beside t&he table",
        lambda w: w.library.commands.toggle_details(),
        ("Ctrl+I",),
        needs="library",
        checkable=True,
    ),
    ActionSpec(
        "failures", "&What failed", lambda w: w.library.commands.toggle_failures(), needs="library", checkable=True
    ),
    ActionSpec(
        "missing", "Look for &missing files", lambda w: w.library.commands.look_for_missing(), needs="library editable"
    ),
    ActionSpec("batch", "How &batches run…", lambda w: w.library.open_batch_settings(), needs="library"),
    ActionSpec("other_library", "&Use another library…", lambda w: w.use_another_library()),
    ActionSpec("escape", "Cancel, or clear the selection", lambda w: w.page.escape(), ("Esc",)),
    ActionSpec("keys", "&Keys", lambda w: w.show_keys(), ("F1", "?")),
    ActionSpec("about", "&About Groovescope", lambda w: w.show_about()),
)

MENUS: Final[Mapping[str, tuple[str | None, ...]]] = {
    "&File": (
        "open", "open_folder", "recent", "demo", None, "previous", "next", None, "reopen", "export", None,
        "close", "quit",
    ),
    "&Playback": ("play", "to_start", "back", "forward", "back_bar", "forward_bar", None, "loop", "click", "mute",
        "follow",
    ),
    "&Library": (
        "add_folder", "add_files", None, "filter", "open_track", "similar", "labels", "edit", "analyse_again", None,
        "copy_rows", "show_folder", "remove", None, "details", "failures", None, "missing", "batch", "other_library",
    ),
    "&Training": tuple(f"step_{key}" for key, _ in TRAINING_STEPS),
    "&View": (
        "show_clip", "show_library", "show_training", None,
        "zoom_in", "zoom_out", "zoom_selection", "show_all", None, "lanes", "theme",
        None, "notices",
    ),
    "&Help": ("keys", "about"),
}  # fmt: skip
SUBMENUS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "recent": ("Open &recent", ()),
    "lanes": ("&Lanes", ()),
    "theme": ("&Theme", ("theme_system", "theme_light", "theme_dark")),
}
"""Menus within menus; those without keys are filled while the program runs."""

TRACK_MENU: Final = (
    "open_track", "play", "similar", None, "labels", "edit", "analyse_again", None,
    "copy_rows", "show_folder", "remove",
)  # fmt: skip
"""What a right click on tracks offers."""


class Actions:
    """The actions of a window, made from `ACTIONS`, and its menus, made from `MENUS`."""

    def __init__(self, window: "MainWindow") -> None:
        self.submenus: dict[str, QMenu] = {}
        self._actions = {spec.key: _make(spec, window) for spec in ACTIONS}
        for group in {spec.group for spec in ACTIONS if spec.group}:
            members = QActionGroup(window)
            for spec in ACTIONS:
                if spec.group == group:
                    members.addAction(self._actions[spec.key])
        self._fill(window.tabs.menus)

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def context_menu(self, keys: Sequence[str | None], parent: QWidget) -> QMenu:
        """A menu of some actions that goes when it closes."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill_menu(menu, keys)
        return menu

    def set_theme(self, theme: Theme) -> None:
        """Paint the icons in the theme's colours."""
        for spec in ACTIONS:
            if spec.icon:
                self._actions[spec.key].setIcon(themed_icon(spec.icon, theme))

    def enable(self, abilities: frozenset[str]) -> None:
        """Enable what needs nothing, or what is there."""
        for spec in ACTIONS:
            self._actions[spec.key].setEnabled(spec.needs == "nothing" or spec.needs in abilities)

    def _fill(self, bar: QMenuBar) -> None:
        for title, keys in MENUS.items():
            self._fill_menu(bar.addMenu(title), keys)

    def _fill_menu(self, menu: QMenu, keys: Sequence[str | None]) -> None:
        for key in keys:
            if key is None:
                menu.addSeparator()
            elif key in SUBMENUS:
                menu.addMenu(self._submenu(key, menu))
            else:
                menu.addAction(self._actions[key])

    def _submenu(self, key: str, parent: QWidget) -> QMenu:
        title, keys = SUBMENUS[key]
        menu = self.submenus[key] = QMenu(title, parent)
        for member in keys:
            menu.addAction(self._actions[member])
        return menu


def _make(spec: ActionSpec, window: "MainWindow") -> QAction:
    action = QAction(spec.text, window)
    action.setObjectName(spec.key)
    action.setShortcuts([QKeySequence(text) for text in spec.shortcuts])
    action.setCheckable(spec.checkable)
    action.triggered.connect(lambda: spec.callback(window))
    window.addAction(action)  # so that the keys work with the menu bar hidden, too
    return action


def keys_overview() -> list[tuple[str, str]]:
    """Each action that has keys: its keys in words and what it does."""
    return [pair for _, pairs in keys_by_menu() for pair in pairs]


def keys_by_menu() -> list[tuple[str, list[tuple[str, str]]]]:
    """The keys in words and what they do, under the titles of the menus they stand in; "" for those in none."""
    menu_of = {key: title.replace("&", "") for title, keys in MENUS.items() for key in keys if key is not None}
    found: dict[str, list[tuple[str, str]]] = {title.replace("&", ""): [] for title in MENUS}
    for spec in ACTIONS:
        if spec.shortcuts:
            found.setdefault(menu_of.get(spec.key, ""), []).append((_in_words(spec.shortcuts), _plain(spec.text)))
    return [(title, pairs) for title, pairs in found.items() if pairs]


def _in_words(shortcuts: Sequence[str]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return " or ".join(QKeySequence(text).toString(native) for text in shortcuts)


def _plain(text: str) -> str:
    return text.replace("&", "").rstrip("…")
