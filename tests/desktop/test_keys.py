import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSlider, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop.keys import keeps

PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    ("kind", "key", "modifiers", "kept"),
    [
        (QPushButton, Qt.Key.Key_Space, PLAIN, True),
        (QPushButton, Qt.Key.Key_Left, PLAIN, False),
        (QSlider, Qt.Key.Key_Left, PLAIN, True),
        (QSlider, Qt.Key.Key_Space, PLAIN, False),
        (QTableView, Qt.Key.Key_Right, PLAIN, True),
        (QTableView, Qt.Key.Key_Home, PLAIN, True),
        (QTableView, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, False),
        (QTableView, Qt.Key.Key_Space, PLAIN, False),
        (QLabel, Qt.Key.Key_Space, PLAIN, False),
        (QPushButton, Qt.Key.Key_Return, PLAIN, True),
        (QLineEdit, Qt.Key.Key_Enter, PLAIN, True),
        (QLineEdit, Qt.Key.Key_Space, PLAIN, False),
        (QTableView, Qt.Key.Key_Return, PLAIN, False),
    ],
)
def test_a_control_keeps_the_plain_keys_it_lives_by(
    qtbot: QtBot, kind: type[QWidget], key: Qt.Key, modifiers: Qt.KeyboardModifier, kept: bool
) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    assert keeps(widget, QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)) is kept
