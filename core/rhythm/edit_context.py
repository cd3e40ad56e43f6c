"""What an edit has to respect, and the beats it makes before they are fitted into the piece."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.errors import RhythmError
from core.rhythm.constraints import UNCONSTRAINED, Constraints, Stretch
from core.rhythm.edits import SAME_BEAT
from core.rhythm.grid import NO_BEATS, BeatGrid

Times = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class EditContext:
    """What an edit has to respect.

    Attributes
    ----------
    duration : of the piece, seconds
    start : the grid before the first edit
    constraints : what earlier edits fixed
    locked : stretches whose beats stay
    """

    duration: float
    start: BeatGrid = NO_BEATS
    constraints: Constraints = UNCONSTRAINED
    locked: tuple[Stretch, ...] = ()


@dataclass(frozen=True, eq=False)
class Draft:
    """Beats that an edit makes, before they are fitted into the piece.

    Attributes
    ----------
    times, positions : as in `BeatGrid`
    beats_per_bar : None = what the bars mostly hold
    by_hand : times of beats that may stand in a cleared stretch
    """

    times: Times
    positions: NDArray[np.int64]
    beats_per_bar: int | None = None
    by_hand: tuple[float, ...] = ()


def is_locked(time: float, context: EditContext) -> bool:
    """Return whether a time lies in a locked stretch."""
    return any(start <= time < end for start, end in context.locked)


def nearest_beat(times: Times, time: float) -> int:
    return int(np.abs(times - time).argmin())


def beat_at(grid: BeatGrid, time: float, context: EditContext) -> int:
    """Index of the beat at a time, which must not be locked."""
    i = nearest_beat(grid.beat_times, time) if len(grid) else 0
    if not len(grid) or abs(grid.beat_times[i] - time) > SAME_BEAT:
        raise RhythmError("rhythm.no_such_beat", time=f"{time:.2f}")
    check_unlocked(float(grid.beat_times[i]), context)
    return i


def check_unlocked(time: float, context: EditContext) -> None:
    if is_locked(time, context):
        raise RhythmError("rhythm.locked", time=f"{time:.2f}")


def check_inside(time: float, context: EditContext) -> None:
    if not 0 <= time <= context.duration:
        raise RhythmError("rhythm.outside", time=f"{time:.2f}")
