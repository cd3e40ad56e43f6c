"""How things in the window are measured: a number with its aim, and a watch on the event loop."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, Qt, QTimer

STALL_TICK_MS = 2


LONGEST_WAIT_SECONDS = 1200.0


@dataclass(frozen=True)
class Measurement:
    """One number, its unit, and what it should stay below."""

    name: str
    value: float
    unit: str
    aim: float = math.inf

    def __str__(self) -> str:
        verdict = "" if self.value <= self.aim else "   above the aim"
        aim = f" aim {self.aim:g}" if math.isfinite(self.aim) else ""
        return f"{self.name:<58}{self.value:>9.3g} {self.unit:<3}{aim}{verdict}"


class StallWatch(QObject):
    """Measures the longest time in which the event loop could not run."""

    def __init__(self) -> None:
        super().__init__()
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self.longest_ms = 0.0

    def start(self) -> None:
        """Begin to watch."""
        self.longest_ms = 0.0
        self._clock.start()
        self._timer.start(STALL_TICK_MS)

    def stop(self) -> float:
        """End; returns the longest stall in milliseconds."""
        self._tick()
        self._timer.stop()
        return self.longest_ms

    def _tick(self) -> None:
        self.longest_ms = max(self.longest_ms, self._clock.nsecsElapsed() / 1e6 - STALL_TICK_MS)
        self._clock.restart()


def wait_until(condition: Callable[[], bool], seconds: float = LONGEST_WAIT_SECONDS) -> None:
    """Run the event loop until `condition()` holds; raise TimeoutError if it never does."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("the window did not answer in time")
        wait(5)


def wait(milliseconds: int) -> None:
    """Run the event loop for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
