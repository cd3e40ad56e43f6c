import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

CALLS = 2000


def test_calls_into_qt_leave_the_count_of_none_alone(qtbot: QtBot) -> None:
    """PySide6 6.12.0 takes one reference from None at each void call; before Python 3.12 that ends the process."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        widget.hide()
    assert abs(sys.getrefcount(None) - before) < CALLS / 10
