"""One window for each user: a second start hands its files over to the window that is there, and ends.

The two meet at a local socket beside the settings, so that programs with other settings, such as those of tests, do not
meet. A message is one line of JSON, `{"paths": [...]}`, and is answered by one line.
"""

import hashlib
import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

CONNECTS: Final = 500
"""Milliseconds to reach a window that runs; its system answers for it, also while it is busy."""

ANSWERS: Final = 10_000
"""Milliseconds for a window that runs to take the files; it may be importing, or on a busy machine."""

TAKEN: Final = b"taken\n"
LONGEST: Final = 1_000_000
"""Bytes of a message; anything longer is not from this program."""

LONGEST_PATH: Final = 100
"""Bytes that the path of a socket may have on every system; Linux allows 107."""


def address(settings: Path) -> str:
    """Return where the windows with some settings meet: the path of a socket or, where none fits, a name."""
    beside = settings.with_name("window.socket")
    if sys.platform != "win32" and len(str(beside).encode()) <= LONGEST_PATH:
        return str(beside)
    return "groovescope-" + hashlib.sha256(str(settings).encode()).hexdigest()[:24]


def hand_over(settings: Path, paths: Sequence[Path]) -> bool:
    """Give files to the window that runs with some settings, which comes to the front.

    Needs no event loop.

    Returns
    -------
    bool
        Whether there is such a window and it has taken them. One that hangs has not.
    """
    socket = QLocalSocket()
    socket.connectToServer(address(settings))
    if not socket.waitForConnected(CONNECTS):
        return False
    message = {"paths": [str(path.absolute()) for path in paths]}
    socket.write(json.dumps(message).encode() + b"\n")
    while not socket.canReadLine():
        if not socket.waitForReadyRead(ANSWERS):
            return False
    return bytes(socket.readLine().data()) == TAKEN


class Reception(QObject):
    """Takes what later starts hand over.

    Parameters
    ----------
    settings
        File of the settings of this window.
    """

    received = Signal(object)
    """Paths that a later start was called with, a list; empty where it was called with none."""

    def __init__(self, settings: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        with suppress(OSError):  # settings that cannot be written: every start has a window of its own then
            settings.parent.mkdir(parents=True, exist_ok=True)
        name = address(settings)
        if not self._server.listen(name):
            # A program that was killed leaves its socket behind. Nobody answers there: `hand_over` has tried.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    @property
    def is_open(self) -> bool:
        """Whether later starts find this window."""
        return bool(self._server.isListening())

    def close(self) -> None:
        """Take nothing any more: a later start opens a window of its own."""
        self._server.close()

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(self._read)
            self._take(socket)  # what has come before the signal was connected

    def _read(self) -> None:
        sender = self.sender()
        if isinstance(sender, QLocalSocket):
            self._take(sender)

    def _take(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > LONGEST:
                socket.abort()
            return
        paths = _paths_in(bytes(socket.readLine().data()))
        if paths is None:
            socket.abort()
            return
        socket.write(TAKEN)
        socket.flush()
        self.received.emit(paths)


def _paths_in(line: bytes) -> list[Path] | None:
    """Return the paths of a message; None where it is none."""
    try:
        message: Any = json.loads(line)
        texts = message["paths"]
    except (ValueError, TypeError, KeyError):
        return None
    if not isinstance(texts, list) or not all(isinstance(text, str) and "\0" not in text for text in texts):
        return None
    return [Path(text) for text in texts]
