"""Files that the system asks the program to open while it runs: macOS sends an event for each, and no arguments."""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class FileOpening(QObject):
    """Takes those events from the application.

    What comes before the window can open anything is kept until it is taken.

    Parameters
    ----------
    app
        The application, which the events are sent to.
    watches
        Whether to look for them. Other systems send none, and a filter of the application sees every event there is,
        each at the price of a call into Python.
    """

    requested = Signal(object)
    """Files to open, a list of paths: those chosen together come together."""

    def __init__(self, app: QApplication, *, watches: bool = sys.platform == "darwin") -> None:
        super().__init__(app)
        self._waiting: list[Path] = []
        # the events of files that were chosen together follow each other without a pause
        self._together = QTimer(self, singleShot=True, interval=0)
        self._together.timeout.connect(self._request)
        self._is_ready = False
        if watches:
            app.installEventFilter(self)

    def take(self) -> list[Path]:
        """Return what has come so far; from now on `requested` tells."""
        self._is_ready = True
        paths, self._waiting = self._waiting, []
        return paths

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.FileOpen or not isinstance(event, QFileOpenEvent):
            return False
        local = event.url().toLocalFile() or event.file()
        if local:
            self._waiting.append(Path(local))
            if self._is_ready:
                self._together.start()
        return True

    def _request(self) -> None:
        if paths := self.take():
            self.requested.emit(paths)
