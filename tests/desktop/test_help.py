"""What the program says of itself."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.help import AboutWindow


def test_the_report_names_versions_system_and_places(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    about = AboutWindow(Path("/home/a/window.ini"), Path("/home/a/library.sqlite"), parent)
    about.copy_button.click()
    report = QGuiApplication.clipboard().text()
    assert report == about.report()
    lines = dict(line.split(": ", 1) for line in report.split("\n")[1:])
    assert lines["Settings"] == str(Path("/home/a/window.ini"))
    assert lines["numpy"].count(".") >= 2
    assert {"Python", "System", "Display", "Library", "Log"} <= set(lines)
