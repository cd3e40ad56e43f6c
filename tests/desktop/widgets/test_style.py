from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from desktop.widgets.basic import push_button
from desktop.widgets.style import ThemeSwitch, mixed, style_sheet
from desktop.widgets.theme import DARK, LIGHT


@pytest.fixture
def plain(qapp: QApplication) -> Iterator[QApplication]:
    """The application, unpainted again afterwards."""
    palette = qapp.palette()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(palette)


def test_the_system_is_followed_live(plain: QApplication) -> None:
    switch = ThemeSwitch("system", plain)
    heard: list[object] = []
    switch.changed.connect(heard.append)
    plain.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)  # what Qt does when the desktop changes
    assert heard == [DARK]
    assert plain.palette().color(QPalette.ColorRole.Window).name() == DARK.window


def test_a_chosen_theme_stays_whatever_the_system_does(plain: QApplication) -> None:
    switch = ThemeSwitch("light", plain)
    plain.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert switch.theme == LIGHT
    switch.choose("dark")
    assert switch.theme == DARK
    assert plain.palette().color(QPalette.ColorRole.Base).name() == DARK.surface


def test_the_style_sheet_is_complete_in_both_themes() -> None:
    for theme in (LIGHT, DARK):
        sheet = style_sheet(theme)
        assert sheet.count("{") == sheet.count("}") > 30
        assert theme.accent in sheet
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"


def test_a_link_that_cannot_be_used_looks_so(plain: QApplication) -> None:
    link = push_button("Open report", lambda: None, "link")
    for theme in (LIGHT, DARK):
        link.setStyleSheet(style_sheet(theme))
        link.setEnabled(True)
        usable = link.grab().toImage()
        link.setEnabled(False)
        assert link.grab().toImage() != usable
