"""How fast work goes and how long it still takes, calmly enough to be read: the program's one estimator of time left.

Work is counted in whatever its owner counts: a share from 0 to 1, files, seconds of processor time.
"""

import math
from collections import deque

from core.language import tr

WINDOW_SECONDS = 60.0
"""The rate is that of the last minute, so that it follows a machine that others use, too."""

LEAST_STEPS = 8
"""Work that advances in long steps is looked at for longer: over at least so many of them."""

SHORTEST_SECONDS = 1.0
"""No estimate is made from less time than this."""

LEAST_SHARE = 0.05
PATIENT_SECONDS = 15.0
"""Processes that start up are slow at first: nothing is told before this share is done or so much time is over."""

SMOOTHING_SECONDS = 2.0
"""Time constant with which a new estimate replaces the count-down of the former ones."""


class Pace:
    """Rate of some work and the time left, from reports of how much is done.

    The first report is the start: what had been done by then, by an earlier run say, does not count as speed.

    Attributes
    ----------
    rate : float
        Units of work a second; NaN as long as nothing can be said.
    seconds_left : float
        Time until everything is done, in seconds; NaN as long as nothing can be said.
    """

    def __init__(self) -> None:
        self.rate = self.seconds_left = math.nan
        self._steps: deque[tuple[float, float]] = deque()  # time and work done at each report of new work
        self._last = math.nan

    def update(self, done: float, total: float, now: float) -> float:
        """Take in how much is done and return the seconds left.

        Parameters
        ----------
        done, total : float
            Work done and work altogether, in any unit; the total may change as work is found or falls away.
        now : float
            Time in seconds, by a clock that never goes back.
        """
        if not self._steps or done > self._steps[-1][1]:
            self._steps.append((now, done))
        while len(self._steps) > LEAST_STEPS and self._steps[1][0] <= now - WINDOW_SECONDS:
            self._steps.popleft()
        start, before = self._steps[0]
        span, advanced = now - start, self._steps[-1][1] - before
        if span >= SHORTEST_SECONDS and advanced > 0 and self._can_be_trusted(span, advanced, total - before):
            self.rate = advanced / span
            self.seconds_left = self._smoothed(max(total - done, 0.0) / self.rate, now)
        self._last = now
        return self.seconds_left

    def rest(self) -> None:
        """Forget the speed so far, because the work pauses; the next report is a new start."""
        self.rate = self.seconds_left = math.nan
        self._steps.clear()

    def _can_be_trusted(self, span: float, advanced: float, whole: float) -> bool:
        known = not math.isnan(self.rate)
        return known or span >= PATIENT_SECONDS or not advanced < LEAST_SHARE * whole

    def _smoothed(self, measured: float, now: float) -> float:
        expected = self.seconds_left - (now - self._last)
        if math.isnan(expected):
            return measured
        weight = 1 - math.exp(-(now - self._last) / SMOOTHING_SECONDS)
        return max(0.0, measured * weight + expected * (1 - weight))


def time_left_text(seconds: float) -> str:
    """Return seconds left for people, such as "3 min left"; empty when unknown or nearly over."""
    if math.isnan(seconds) or seconds < 1:
        return ""
    if seconds < 60:
        return tr("{seconds:.0f} s left", seconds=seconds)
    minutes = round(seconds / 60)
    return (
        tr("{minutes} min left", minutes=minutes)
        if minutes < 60
        else tr("{hours} h {minutes} min left", hours=minutes // 60, minutes=minutes % 60)
    )
