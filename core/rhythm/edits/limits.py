"""What a person may set, and what makes no sense for any piece and is refused when an edit is made."""

import math
from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

import numpy as np

from core.errors import RhythmError

SLOWEST, FASTEST = 20.0, 400.0
"""Tempi that a person may set, BPM."""

METRES = range(2, 8)
"""Numbers of beats in a bar that a person may set."""

FACTORS = (Fraction(1, 2), Fraction(2), Fraction(2, 3), Fraction(3, 2))
"""By which a tempo may be scaled."""

SAME_BEAT = 0.02
"""Seconds within which a time names a beat."""

CLOSEST = 0.05
"""Seconds that two beats are apart at least."""


def clock(time: float) -> str:
    """Return a time as minutes, seconds and hundredths."""
    hundredths = round(100 * time)
    return f"{hundredths // 6000}:{hundredths // 100 % 60:02d}.{hundredths % 100:02d}"


def snap(time: float, onset_times: Iterable[float], tolerance: float) -> float:
    """Return the onset nearest to a time, or the time itself where none is within `tolerance`; all in seconds."""
    onsets = np.asarray(onset_times, np.float64)
    if not len(onsets):
        return time
    nearest = float(onsets[np.abs(onsets - time).argmin()])
    return nearest if abs(nearest - time) <= tolerance else time


def check_finite(*numbers: float) -> None:
    """Refuse numbers that are none, or without end."""
    if not all(map(math.isfinite, numbers)):
        raise RhythmError("rhythm.not_a_number")


def check_times(*times: float) -> None:
    """Refuse times before the piece begins, seconds."""
    check_finite(*times)
    if min(times) < 0:
        raise RhythmError("rhythm.outside", time=f"{min(times):.2f}")


def check_rising(times: tuple[float, ...]) -> None:
    """Refuse times that do not rise."""
    if times:
        check_times(*times)
    if any(later <= earlier for earlier, later in pairwise(times)):
        raise RhythmError("rhythm.not_rising")


def check_tempo(bpm: float) -> None:
    """Refuse a tempo that nobody plays."""
    check_finite(bpm)
    if not SLOWEST <= bpm <= FASTEST:
        raise RhythmError("rhythm.tempo", bpm=f"{bpm:.0f}", slowest=SLOWEST, fastest=FASTEST)
