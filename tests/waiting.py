"""Waiting for what can be watched, in tests of any kind."""

import time
from collections.abc import Callable

PATIENCE = 240.0
"""After how many seconds a wait is given up: no measure of speed, only shorter than the hang of a whole test."""

PATIENCE_MS = int(1000 * PATIENCE)
"""The same for pytest-qt."""


def wait_for(what: str, condition: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Wait until `condition()` is true, in a test without an event loop.

    Raises
    ------
    AssertionError
        When it never comes, with the name of `what` did not.
    """
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited {seconds:g} s in vain for {what}"
        time.sleep(0.02)


def settle() -> None:
    """Have the event loop deliver what is due now: posted events, timers without a delay, and what these post.

    For tests that something does *not* happen, after what would have caused it has been watched.
    """
    from PySide6.QtCore import QEventLoop, QTimer

    for _ in range(3):
        loop = QEventLoop()
        QTimer.singleShot(0, loop.quit)
        loop.exec()
