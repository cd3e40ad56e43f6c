"""The beat grid: where the beats of a piece are, and where in the bar each of them stands."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR
from core.spectrum.filter_banks import HOP_LENGTH

FRAME_RATE = ANALYSIS_SR / HOP_LENGTH
"""Frames a second of everything that is measured by frames."""


@dataclass(frozen=True, eq=False)
class BeatGrid:
    """Where the beats are, and where in the bar each of them stands.

    Attributes
    ----------
    beat_times : NDArray[np.float64] [shape=(n_beats,)], seconds, strictly rising
    positions : NDArray[np.int64] [shape=(n_beats,)], place in the bar, 1 = downbeat
    tempo : BPM of these beats, NaN when there are none
    beats_per_bar : 3 or 4, or whatever the bars mostly hold
    """

    beat_times: NDArray[np.float64]
    positions: NDArray[np.int64]
    tempo: float
    beats_per_bar: int

    def __len__(self) -> int:
        return len(self.beat_times)

    def has_beats_of(self, other: "BeatGrid") -> bool:
        """Return whether all beats, and their places in the bars, are those of another grid."""
        return np.array_equal(self.beat_times, other.beat_times) and np.array_equal(self.positions, other.positions)

    @cached_property
    def downbeat_indices(self) -> NDArray[np.intp]:
        """Which beats are at position 1."""
        return np.flatnonzero(self.positions == 1)

    @cached_property
    def downbeat_times(self) -> NDArray[np.float64]:
        """Times of the beats at position 1, seconds."""
        return np.asarray(self.beat_times[self.downbeat_indices])

    @cached_property
    def bar_numbers(self) -> NDArray[np.int64]:
        """The bar each beat belongs to [shape=(n_beats,)]; 1 starts at the first downbeat, 0 is the pick-up."""
        return np.cumsum(self.positions == 1)


NO_BEATS = BeatGrid(np.empty(0), np.empty(0, np.int64), float("nan"), 4)
"""The grid of silence."""


def tempo_of(beat_times: NDArray[np.float64]) -> float:
    """Tempo of some beats in BPM: of the middle half of their distances, so that a missed beat does not count."""
    if len(beat_times) < 2:
        return float("nan")
    distances = np.sort(np.diff(beat_times))
    quarter = len(distances) // 4
    return float(60.0 / distances[quarter : len(distances) - quarter].mean())


def phase_distance(grid: BeatGrid, other: BeatGrid) -> float:
    """Mean distance from the beats of one grid to the nearest of another, seconds; infinite where either has none."""
    if not len(grid) or not len(other):
        return float("inf")
    after = np.clip(np.searchsorted(other.beat_times, grid.beat_times), 1, max(1, len(other) - 1))
    near = other.beat_times[np.minimum(np.stack([after - 1, after]), len(other) - 1)]
    return float(np.abs(near - grid.beat_times).min(axis=0).mean())


_KEPT_BEATS = 16
"""A tempo counts as one of the piece when it is kept for so many beats."""

_RARE = 5
"""Per cent of the passages at either end of the range that are left out: a slip of the tracker is no tempo."""

_CHANGED = 1.15
"""A piece changes its tempo when its fastest is so many times its slowest; players who follow no click stay below."""


def tempo_range(beat_times: NDArray[np.float64]) -> tuple[float, float] | None:
    """Return the slowest and the fastest tempo of a piece that changes it, a mixed set say; None where it keeps one.

    Parameters
    ----------
    beat_times : seconds, rising [shape=(n_beats,)]

    Returns
    -------
    Two tempi in BPM, each kept for 16 beats or more, or None
    """
    if len(beat_times) < 2 * _KEPT_BEATS:
        return None
    passages = np.lib.stride_tricks.sliding_window_view(np.diff(beat_times), _KEPT_BEATS - 1)[:: _KEPT_BEATS // 4]
    slowest, fastest = np.percentile(60.0 / np.median(passages, axis=1), (_RARE, 100 - _RARE))
    return (float(slowest), float(fastest)) if fastest >= _CHANGED * slowest else None
