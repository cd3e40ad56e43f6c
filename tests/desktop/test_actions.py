from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from desktop.actions import Needs, keys_by_menu
from desktop.main_window import ALL_ACTIONS as ACTIONS
from desktop.menus import MENUS, SUBMENUS

IN_FRONT: tuple[frozenset[Needs], ...] = (
    frozenset(("clip", "analysis", "queue", "beats", "editing beats", "edited beats", "proposal", "undo", "redo")),
    frozenset(("library", "library editable", "track", "tracks", "tracks editable")),
    frozenset(("training",)),
)
"""Needs that one tab alone can meet, tab by tab."""


@pytest.mark.parametrize("own", IN_FRONT, ids=("clip", "library", "training"))
def test_no_two_actions_of_the_same_tab_share_a_key(own: frozenset[Needs]) -> None:
    elsewhere = frozenset().union(*IN_FRONT) - own
    keys = Counter(
        QKeySequence(text).toString() for spec in ACTIONS if spec.needs not in elsewhere for text in spec.shortcuts
    )
    assert [key for key, count in keys.items() if count > 1] == []
    assert "" not in keys


def test_menus_name_actions_that_exist_and_leave_out_none_but_escape() -> None:
    named = [key for keys in MENUS.values() for key in keys if key is not None and key not in SUBMENUS]
    named += [key for _, keys in SUBMENUS.values() for key in keys]
    assert sorted(named) == sorted(spec.key for spec in ACTIONS if spec.key != "escape")


def test_every_menu_entry_can_be_reached_by_a_letter_of_its_own() -> None:
    texts = {spec.key: spec.text for spec in ACTIONS} | {key: title for key, (title, _) in SUBMENUS.items()}
    for title, keys in MENUS.items():
        letters = [texts[key][texts[key].index("&") + 1].lower() for key in keys if key is not None]
        assert len(letters) == len(set(letters)), title


def test_the_overview_of_keys_tells_them_all() -> None:
    told = {words: keys for _, pairs in keys_by_menu(ACTIONS, MENUS, SUBMENUS) for keys, words in pairs}
    assert told["Play or pause"] == "Space"
    assert told["Zoom in"] == "+ or = or Ctrl++"
    assert len(told) == sum(bool(spec.shortcuts) for spec in ACTIONS)
