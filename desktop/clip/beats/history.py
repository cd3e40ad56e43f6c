"""The list of what was done to the beats, in a small window that closes when one clicks beside it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QFrame, QUndoView, QVBoxLayout, QWidget

from core.language import tr
from desktop.widgets.basic import label
from desktop.widgets.theme import UNIT

FIRST = tr("As found")


class HistoryList(QFrame):
    """Everything that was done; a click goes back to it, or forward."""

    def __init__(self, stack: QUndoStack, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAccessibleName(tr("What was done"))
        self.view = QUndoView(stack)
        self.view.setEmptyLabel(FIRST)
        self.view.setAccessibleName(tr("What was done"))
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.addWidget(label(tr("What was done"), "heading"))
        column.addWidget(self.view)
        self.resize(36 * UNIT, 36 * UNIT)

    def open_above(self, widget: QWidget) -> None:
        """Open above a widget, or below where there is no room."""
        if self.isVisible():
            self.hide()
            return
        corner = widget.mapToGlobal(QPoint(widget.width() - self.width(), -self.height() - UNIT // 2))
        screen = widget.screen().availableGeometry()
        if corner.y() < screen.top():
            corner.setY(widget.mapToGlobal(QPoint(0, widget.height())).y() + UNIT // 2)
        corner.setX(min(max(corner.x(), screen.left()), screen.right() - self.width()))
        self.move(corner)
        self.show()
        self.view.setFocus()
