"""The menu of devices: the default, what there is, and what was chosen though it is gone."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.clip.output_menu import OutputMenu
from desktop.playback.player import Player
from desktop.settings import OUTPUT, Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "window.ini")


def entries(menu: QMenu) -> dict[str, bool]:
    return {action.text(): action.isChecked() for action in menu.actions() if not action.isSeparator()}


def entry(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == text)


def test_devices_are_listed_and_the_choice_is_remembered(qtbot: QtBot, settings: Settings) -> None:
    menu, player = QMenu(), Player()
    qtbot.addWidget(menu)
    output = OutputMenu(menu, player, settings)
    assert entries(menu) == {"System default": True}
    player.on_devices(("Speakers, ALSA", "USB & more, ALSA"))
    qtbot.waitUntil(lambda: len(entries(menu)) == 3)
    entry(menu, "USB && more, ALSA").trigger()
    assert settings.get(OUTPUT) == "USB & more, ALSA"
    output._fill()
    assert entries(menu)["USB && more, ALSA"] and not entries(menu)["System default"]


def test_a_chosen_device_that_is_gone_stays_in_the_menu_and_says_so(qtbot: QtBot, settings: Settings) -> None:
    settings.put(OUTPUT, "Headphones, ALSA")
    menu, player = QMenu(), Player()
    qtbot.addWidget(menu)
    OutputMenu(menu, player, settings)
    player.on_devices(("Speakers, ALSA",))
    qtbot.waitUntil(lambda: "Headphones, ALSA (not there)" in entries(menu))
    assert entries(menu)["Headphones, ALSA (not there)"]


def test_opening_the_menu_looks_for_devices(qtbot: QtBot, settings: Settings) -> None:
    menu, player = QMenu(), Player()
    qtbot.addWidget(menu)
    OutputMenu(menu, player, settings)
    told: list[tuple[str, ...]] = []
    player.on_devices = told.append
    menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: bool(told))
    player.close()
