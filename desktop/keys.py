"""Who gets a key: the window's shortcuts, or the control that has the focus and needs the key itself."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QTabBar,
    QWidget,
)

ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
ENDS = frozenset({Qt.Key.Key_Home, Qt.Key.Key_End})
PRESS = frozenset({Qt.Key.Key_Space})
RETURN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
OWN_KEYS: tuple[tuple[type[QWidget], frozenset[Qt.Key]], ...] = (
    (QAbstractButton, PRESS | RETURN),
    (QLineEdit, RETURN),
    (QAbstractSlider, ARROWS | ENDS),
    (QAbstractItemView, ARROWS | ENDS),
    (QTabBar, ARROWS | ENDS),
    (QComboBox, ARROWS | ENDS | PRESS),
)
"""Plain keys (without Ctrl and the like) that a control keeps although the window has a shortcut for them."""


class KeyGuard(QObject):
    """Watches the control with the focus. Without it the space bar could never press a button reached by Tab."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if is_return(event) and isinstance(watched, QAbstractButton):
            if watched.isEnabled():
                watched.click()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and keeps(watched, event):
            event.accept()
            return True
        return False

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)


def is_return(event: QEvent) -> bool:
    """Whether Return or Enter is pressed; outside of dialogs only Space presses a button in Qt."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.KeyPress
        and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    )


def keeps(widget: QObject, event: QKeyEvent) -> bool:
    """Whether `widget` needs the key of `event` more than the window."""
    if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
        return False
    if isinstance(widget, QAbstractButton) and widget.group() is not None and event.key() in ARROWS:
        return True  # one of several choices: arrows go from one to the next
    return any(isinstance(widget, kind) and event.key() in keys for kind, keys in OWN_KEYS)
