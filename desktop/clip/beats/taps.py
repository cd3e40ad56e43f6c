"""Tapping along: from presses of a key while music plays to a tempo and the beats that were meant."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

FEWEST_TAPS = 4
PAUSE_MS = 2000
"""A series of taps ends after this long without one."""

LARGEST_ERROR = 0.2
"""Of a beat: how far taps may lie from an even pulse in the middle to count as one."""

ONSET_REACH = 0.08
"""Seconds from a tap to the onset that it was meant for, at most."""


@dataclass(frozen=True)
class Pulse:
    """An even pulse through taps.

    Attributes
    ----------
    tempo : BPM
    beat_times : where the taps were meant, and those that were left out between, seconds
    """

    tempo: float
    beat_times: tuple[float, ...]


def pulse_of(taps: tuple[float, ...]) -> Pulse | None:
    """Return the even pulse that fits taps best; a tap that is missing is skipped. None where they are too uneven.

    Parameters
    ----------
    taps : times of what was heard at each tap, rising, seconds
    """
    if len(taps) < 2:
        return None
    times = np.asarray(taps)
    distances = np.diff(times)
    period = float(np.median(distances))
    if period <= 0:
        return None
    counts = np.concatenate([[0], np.cumsum(np.maximum(np.rint(distances / period), 1))])
    slope, first = np.polyfit(counts, times, 1)
    fitted = first + slope * counts
    if slope <= 0 or float(np.median(np.abs(times - fitted))) > LARGEST_ERROR * slope:
        return None
    every = first + slope * np.arange(counts[-1] + 1)
    return Pulse(60.0 / float(slope), tuple(every.tolist()))


class Taps(QObject):
    """Collects taps until a pause, or until `finish`."""

    changed = Signal(int, float)
    """How many taps there are, and their tempo in BPM so far (NaN where there is none)."""
    finished = Signal(object)
    """The times of a series that is complete, seconds."""
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.times: tuple[float, ...] = ()
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.finish)

    def tap(self, seconds: float) -> None:
        """Take a tap at the time that is heard; one before the last begins a new series, since a loop came round."""
        if self.times and seconds <= self.times[-1]:
            self.times = ()
        self.times = (*self.times, seconds)
        self._pause.start()
        pulse = pulse_of(self.times)
        self.changed.emit(len(self.times), float("nan") if pulse is None else pulse.tempo)

    def finish(self) -> None:
        """End the series: it counts with four taps or more."""
        times = self._end()
        if len(times) >= FEWEST_TAPS:
            self.finished.emit(times)
        elif times:
            self.cancelled.emit()

    def cancel(self) -> None:
        """Drop the taps so far."""
        if self._end():
            self.cancelled.emit()

    def _end(self) -> tuple[float, ...]:
        self._pause.stop()
        times, self.times = self.times, ()
        return times


def meant_by(taps: tuple[float, ...], onset_times: Sequence[float]) -> tuple[float, ...]:
    """Return the beats that taps mean: an even pulse where they are even, moved as a whole to the onsets close by.

    People tap some hundredths of a second beside what they hear, always to the same side: all beats move together.
    """
    pulse = pulse_of(taps)
    times = np.asarray(taps if pulse is None else pulse.beat_times)
    if len(onset_times):
        onsets = np.asarray(onset_times, np.float64)
        distances = onsets[np.abs(onsets - times[:, None]).argmin(axis=1)] - times
        close = np.abs(distances) <= ONSET_REACH
        if close.sum() * 2 >= len(times):
            times = times + float(np.median(distances[close]))
    return tuple(np.maximum(times, 0.0).tolist())
