"""How slow this machine is now, so that a limit in seconds is a ratio to a reference of the same run."""

import time
from dataclasses import dataclass, field

import numpy as np

REFERENCE_SECONDS = 0.18
"""What `work` takes on the quiet machine on which the limits of the tests were set."""


def work() -> None:
    """Do a little of what the program does: Python's own loops, and arrays that leave the caches."""
    total = 0
    for number in range(1_800_000):
        total += number % 7
    y = np.arange(1 << 20, dtype=np.float64)
    for _ in range(18):
        y = np.sqrt(y + 1.0)


def slowness() -> float:
    """Return how many times longer than there the reference takes now; at least 1."""
    started = time.perf_counter()
    work()
    return max(1.0, (time.perf_counter() - started) / REFERENCE_SECONDS)


@dataclass
class Pace:
    """The slowest of the moments at which it was asked: before, and at each `limit` afterwards."""

    slowest: float = field(default_factory=slowness)

    def limit(self, seconds: float) -> float:
        """Return a limit that was set on a quiet machine as it is fair on this one."""
        self.slowest = max(self.slowest, slowness())
        return seconds * self.slowest

    def allows(self, taken: float, seconds: float) -> bool:
        """Whether `taken` is below `limit(seconds)`; where it is below `seconds` already, nothing need be measured."""
        return taken < seconds or taken < self.limit(seconds)
