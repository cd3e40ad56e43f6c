"""Unforeseen errors: into the log file and a notice; the program continues."""

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

from core import errors
from core.language import tr
from core.messages import Note

log = logging.getLogger("groovescope")
QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class ErrorReporter(QObject):
    """Stands in for Python's hooks while the window lives."""

    happened = Signal(str, str)
    """One line for a person, and the details."""
    _caught = Signal(str, str)

    def __init__(self, log_path: Path | None = None) -> None:
        super().__init__()
        self.log_path = log_path or errors.log_path()
        self._caught.connect(self.happened, Qt.ConnectionType.QueuedConnection)  # from whatever thread it came
        self._handler = errors.log_handler(self.log_path)

    def install(self) -> None:
        """Take over what is not handled anywhere else."""
        logging.getLogger().addHandler(self._handler)
        sys.excepthook = self._take
        threading.excepthook = lambda args: self._take(args.exc_type, args.exc_value, args.exc_traceback)
        qInstallMessageHandler(self._take_qt_message)

    def uninstall(self) -> None:
        """Give Python its own hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()

    def _take(self, kind: type[BaseException], error: BaseException | None, where: TracebackType | None) -> None:
        if error is None or issubclass(kind, KeyboardInterrupt):
            return
        log.critical("Not handled", exc_info=(kind, error, where))
        details = "".join(traceback.format_exception(kind, error, where))
        self._caught.emit(
            str(Note("program.fault", log=self.log_path)),
            tr("Log: {log_path}\n\n{details}", log_path=self.log_path, details=details),
        )

    @staticmethod
    def _take_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        log.log(QT_LEVELS.get(kind, logging.WARNING), tr("Qt: %s"), message)
