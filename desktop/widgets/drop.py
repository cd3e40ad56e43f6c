"""Files dropped anywhere on the window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from core.language import tr
from desktop.widgets.basic import label
from desktop.widgets.theme import UNIT


class DropOverlay(QFrame):
    """Covers the window while files hang over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self.setObjectName("dropOverlay")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text = label(tr("Drop to open"))
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self).addWidget(self._text, 0, Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def set_text(self, text: str) -> None:
        """Say what a drop will do."""
        self._text.setText(text)

    def cover(self) -> None:
        """Cover the whole parent."""
        self.setGeometry(self._covered.rect().adjusted(UNIT, 0, -UNIT, -UNIT))
        self.raise_()
        self.show()


class DropWatcher(QObject):
    """Takes drags of files from the native window, before any widget in it can take them for text."""

    entered = Signal()
    left = Signal()
    dropped = Signal(list)
    """The local paths."""

    def watch(self, window: QWidget) -> None:
        """Start; the window must have been shown."""
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self.left.emit()
            return False
        if isinstance(event, QMouseEvent) or not isinstance(event, QDropEvent):  # drags are drop events, too
            return False
        paths = local_paths(event)
        if not paths:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if kind == QEvent.Type.Drop:
            self.left.emit()
            self.dropped.emit(paths)
        elif kind == QEvent.Type.DragEnter:
            self.entered.emit()
        return True


def local_paths(event: QDropEvent) -> list[Path]:
    """Return the files and folders of a drag; those on other machines are left out."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
