"""How fast a batch goes, calmly enough to be read."""

import math
from collections import deque

_WINDOW_SECONDS = 60.0
_SHORTEST = 1.0


class Pace:
    """Files a second over the last minute, or since the beginning."""

    def __init__(self, now: float) -> None:
        self._start = now
        self._ends: deque[float] = deque()
        self.core_seconds = 0.0

    def count(self, now: float, core_seconds: float) -> None:
        """A file is done."""
        self._ends.append(now)
        self.core_seconds += core_seconds

    def rate(self, now: float) -> float:
        """Files a second; NaN as long as nothing can be said."""
        while self._ends and self._ends[0] < now - _WINDOW_SECONDS:
            self._ends.popleft()
        span = min(now - self._start, _WINDOW_SECONDS)
        return len(self._ends) / span if self._ends and span >= _SHORTEST else math.nan
