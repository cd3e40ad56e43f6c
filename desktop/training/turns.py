"""Several things to draw, one in each round of the event loop, so that the window answers in between."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer

DRAWN_TOGETHER: Final = 50_000


class Turns(QObject):
    """Does what it was given last, and forgets what it was given before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left: list[Callable[[], object]] = []
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._do_next)

    def begin(self, steps: Sequence[Callable[[], object]], n_numbers: int) -> None:
        """Do the steps in order; where each draws few numbers, at once."""
        together = n_numbers <= DRAWN_TOGETHER
        self._left = [] if together else list(steps)
        if together:
            for step in steps:
                step()
        elif steps:
            self._do_next()

    def _do_next(self) -> None:
        if self._left:
            self._left.pop(0)()
        if self._left:
            self._timer.start()
