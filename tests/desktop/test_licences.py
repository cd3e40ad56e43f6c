"""The licences in their window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.licences import LICENCE, NOTICES, LicencesWindow, read_licences
from desktop.main_window import MainWindow
from desktop.settings import Settings
from desktop.tasks import TaskRunner
from desktop.widgets.style import ThemeSwitch
from tools.release.notices import compose
from tools.release.parts import Part


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """The folder of a program with two parts and the common text that one of them refers to."""
    loud = Part("Loudlib", "2.1", "MIT", ("Copyright of somebody\n\n====\n\nDo what you like, it is LOUD.",))
    free = Part("Freelib", "", "LGPL-3.0-or-later", ("Copyright of others",), ("LGPL-3",))
    (tmp_path / NOTICES).write_text(compose([free, loud]), encoding="utf-8")
    (tmp_path / LICENCE).write_text("Our own licence\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def window(shipped: Path, qtbot: QtBot) -> LicencesWindow:
    window = LicencesWindow(shipped)
    qtbot.addWidget(window)
    return window


def titles(window: LicencesWindow) -> list[str]:
    return [window.parts.item(row).text() for row in range(window.parts.count())]


def test_each_part_has_its_text(window: LicencesWindow) -> None:
    assert titles(window) == ["Groovescope", "Freelib", "Loudlib 2.1", "GPL-3", "LGPL-3"]
    assert "Our own licence" in window.page.toPlainText()
    window.parts.setCurrentRow(2)
    assert window.page.toPlainText().endswith("Do what you like, it is LOUD.")
    window.parts.setCurrentRow(3)
    assert "GNU GENERAL PUBLIC LICENSE" in window.page.toPlainText()


def test_words_are_found_in_whichever_part_they_are(window: LicencesWindow) -> None:
    window.field.setText("it is loud")
    window.find_text()
    assert window.parts.currentRow() == 2
    assert window.page.textCursor().selectedText() == "it is LOUD"
    window.field.setText("nowhere in here")
    window.find_text()
    assert window.found.text() == "Not found"


def test_from_the_sources_it_shows_the_licence_of_the_program() -> None:
    ((title, text),) = read_licences()
    assert title == "Groovescope"
    assert "MIT License" in text


def test_files_that_are_missing_leave_the_name_of_the_licence(tmp_path: Path) -> None:
    ((_, text),) = read_licences(tmp_path)
    assert "MIT" in text


def test_the_menu_opens_them(qtbot: QtBot, qapp: QApplication, runner: TaskRunner, settings: Settings) -> None:
    window = MainWindow(runner, settings, ThemeSwitch("light", qapp))
    qtbot.addWidget(window)
    window.actions_by_key["licences"].trigger()
    (licences,) = window.findChildren(LicencesWindow)
    assert licences.isVisible()
    assert licences.isWindow()
