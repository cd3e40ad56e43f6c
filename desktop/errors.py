"""Errors that nobody foresaw: into the log file and a notice, and the program goes on."""

import logging
import logging.handlers
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

log = logging.getLogger("groovescope")
LOG_BYTES = 1_000_000
QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def default_log_path() -> Path:
    """Where the log of this user lies."""
    from platformdirs import user_log_path

    return user_log_path("groovescope", appauthor=False) / "groovescope.log"


class ErrorReporter(QObject):
    """Stands in for Python's hooks while the window lives."""

    happened = Signal(str, str)
    """One line for a person, and the details."""
    _caught = Signal(str, str)

    def __init__(self, log_path: Path | None = None) -> None:
        super().__init__()
        self.log_path = log_path or default_log_path()
        self._caught.connect(self.happened, Qt.ConnectionType.QueuedConnection)  # from whatever thread it came
        self._handler = self._open_log()

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
        reason = " ".join(str(error).split()) or kind.__name__
        self._caught.emit(f"Internal error: {reason}", f"Log: {self.log_path}\n\n{details}")

    @staticmethod
    def _take_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        log.log(QT_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)

    def _open_log(self) -> logging.Handler:
        try:
            self.log_path.parent.mkdir(parents=True, exist_ok=True)
            handler: logging.Handler = logging.handlers.RotatingFileHandler(
                self.log_path, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True
            )
        except OSError:  # a read-only home: the notice still tells
            return logging.NullHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        return handler
