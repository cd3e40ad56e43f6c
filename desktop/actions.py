"""Actions: one declarative record for each thing that can be done, and the Qt actions and menus made from them.

Each tab declares its own in `desktop.<tab>.actions`, the window what belongs to no tab; `desktop.menus` arranges them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QWidget

from core.language import tr
from desktop.widgets.icons import themed_icon
from desktop.widgets.theme import Theme

T = TypeVar("T")

Needs = Literal[
    "nothing", "clip", "analysis", "queue", "sound", "tables",
    "library", "library editable", "track", "tracks", "tracks editable",
    "training",
    "beats", "editing beats", "edited beats", "proposal", "undo", "redo",
]  # fmt: skip
"""What an action needs to be enabled: nothing, or what the page in front has among its abilities."""

Submenus = Mapping[str, tuple[str, tuple[str, ...]]]
"""Titles and keys of menus within menus, by key; those without keys are filled while the program runs."""

Menus = Mapping[str, tuple[str | None, ...]]
"""Keys of actions and submenus by the title of their menu; None is a separator."""


@dataclass(frozen=True)
class ActionSpec(Generic[T]):
    """Declaration of one action.

    Attributes
    ----------
    key : name of the action in menus and tests
    text : as menus show it; "&" marks the letter that chooses it
    callback : called with what the action belongs to, a page or the window
    shortcuts : key sequences in Qt's portable form
    icon : name of the icon, or empty
    needs : what must be possible in the tab in front for the action to be enabled
    checkable : whether the action is switched on and off
    group : name of the exclusive group the action belongs to, or empty
    """

    key: str
    text: str
    callback: Callable[[T], object]
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    needs: Needs = "nothing"
    checkable: bool = False
    group: str = ""


@dataclass(frozen=True)
class Area(Generic[T]):
    """Actions of one area, and what their callbacks are called with.

    Attributes
    ----------
    specs : the actions
    target : the page or the window that they belong to
    prepare : called before each callback, such as bringing the tab to the front
    """

    specs: tuple[ActionSpec[T], ...]
    target: T
    prepare: Callable[[], object] = bool  # does nothing


class Actions:
    """Qt actions and menus of a window.

    Parameters
    ----------
    window : owner of the actions; their shortcuts work anywhere in it
    areas : the actions, area by area
    bar : menu bar to fill
    menus, submenus : arrangement of the actions
    """

    def __init__(
        self, window: QMainWindow, areas: Sequence[Area[Any]], bar: QMenuBar, menus: Menus, submenus: Submenus
    ) -> None:
        self.submenus: dict[str, QMenu] = {}
        self._titles = submenus
        self._specs = {spec.key: spec for area in areas for spec in area.specs}
        self._actions = {spec.key: _make(spec, area, window) for area in areas for spec in area.specs}
        for group in {spec.group for spec in self._specs.values() if spec.group}:
            members = QActionGroup(window)
            for spec in self._specs.values():
                if spec.group == group:
                    members.addAction(self._actions[spec.key])
        for title, keys in menus.items():
            self._fill_menu(bar.addMenu(title), keys)

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)

    def context_menu(self, keys: Sequence[str | None], parent: QWidget) -> QMenu:
        """Make a menu of some actions that is deleted when it closes."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill_menu(menu, keys)
        return menu

    def set_theme(self, theme: Theme) -> None:
        """Paint the icons in the theme's colours."""
        for spec in self._specs.values():
            if spec.icon:
                self._actions[spec.key].setIcon(themed_icon(spec.icon, theme))

    def enable(self, abilities: frozenset[str]) -> None:
        """Enable what needs nothing, or what is there."""
        for spec in self._specs.values():
            self._actions[spec.key].setEnabled(spec.needs == "nothing" or spec.needs in abilities)

    def _fill_menu(self, menu: QMenu, keys: Sequence[str | None]) -> None:
        for key in keys:
            if key is None:
                menu.addSeparator()
            elif key in self._titles:
                menu.addMenu(self._submenu(key, menu))
            else:
                menu.addAction(self._actions[key])

    def _submenu(self, key: str, parent: QWidget) -> QMenu:
        title, keys = self._titles[key]
        menu = self.submenus[key] = QMenu(title, parent)
        for member in keys:
            menu.addAction(self._actions[member])
        return menu


def _make(spec: ActionSpec[Any], area: Area[Any], window: QMainWindow) -> QAction:
    def run() -> None:
        area.prepare()
        spec.callback(area.target)

    action = QAction(spec.text, window)
    action.setObjectName(spec.key)
    action.setShortcuts([QKeySequence(text) for text in spec.shortcuts])
    action.setCheckable(spec.checkable)
    action.triggered.connect(run)
    window.addAction(action)  # a shortcut also works while the menu bar is hidden
    return action


def keys_by_menu(
    specs: Sequence[ActionSpec[Any]], menus: Menus, submenus: Submenus
) -> list[tuple[str, list[tuple[str, str]]]]:
    """Shortcuts and the actions they run, by the title of the menu; "" for actions in no menu.

    Parameters
    ----------
    specs : actions of all areas
    menus, submenus : arrangement of the actions; those of a menu within a menu count to the outer one

    Returns
    -------
    list of (title of the menu, list of (shortcuts, text of the action)); menus without shortcuts are left out
    """
    menu_of = {key: _plain(title) for title, keys in menus.items() for key in keys if key is not None}
    menu_of |= {key: menu_of[within] for within, (_, keys) in submenus.items() if within in menu_of for key in keys}
    found: dict[str, list[tuple[str, str]]] = {_plain(title): [] for title in menus}
    for spec in specs:
        if spec.shortcuts:
            found.setdefault(menu_of.get(spec.key, ""), []).append((_in_words(spec.shortcuts), _plain(spec.text)))
    return [(title, pairs) for title, pairs in found.items() if pairs]


def _in_words(shortcuts: Sequence[str]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    either = tr("or")
    return f" {either} ".join(QKeySequence(text).toString(native) for text in shortcuts)


def _plain(text: str) -> str:
    return text.replace("&", "").rstrip("…")
