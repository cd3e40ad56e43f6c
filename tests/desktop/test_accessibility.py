"""What a screen reader says: every control of the window that takes keys or clicks has a name."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.workers.pool import WorkerPool
from desktop.main_window import MainWindow
from desktop.settings import Settings
from desktop.tasks import TaskRunner
from desktop.widgets.style import ThemeSwitch

PARTS_OF_QT = ("qt_tableview_cornerbutton", "qt_menubar_ext_button")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, settings: Settings) -> Iterator[MainWindow]:
    runner = TaskRunner(WorkerPool(1))
    window = MainWindow(runner, settings, ThemeSwitch("light", qapp))
    qtbot.addWidget(window)
    window.show()
    window.library.prepare()
    window.training.prepare()
    yield window
    window.controller.close()
    runner.shutdown()


def ancestors(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


def is_reached(widget: QWidget) -> bool:
    """Whether a person comes to a widget itself, and not to the one that it is a part of."""
    if isinstance(widget, QHeaderView | QMenu) or widget.objectName() in (*PARTS_OF_QT, "frozen"):
        return False
    if any(isinstance(one, QMenu | QComboBox | QAbstractSpinBox) for one in ancestors(widget)):
        return False
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractScrollArea) and widget is parent.viewport():
        return False
    # Labels and buttons that have no text yet and are not shown.
    if isinstance(widget, QLabel | QPushButton) and not widget.text() and not widget.isVisible():
        return False
    return isinstance(widget, QAbstractButton) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def described(widget: QWidget) -> str:
    return " in ".join(type(one).__name__ for one in [widget, *ancestors(widget)][:5])


def test_every_control_has_a_name_and_a_role(window: MainWindow) -> None:
    reached = [widget for widget in window.findChildren(QWidget) if is_reached(widget)]
    nameless, roleless = [], []
    for widget in reached:
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name)
        if not name.strip():
            nameless.append(described(widget))
        if interface.role() == QAccessible.Role.NoRole:
            roleless.append(described(widget))
    assert len(reached) > 200
    assert not nameless
    assert not roleless
