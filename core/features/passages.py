"""Where a piece is cut: bars and beats as tracked, or the fixed grid of the study; and the windows of a genre model."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR
from core.rhythm.grid import BeatGrid

Cut = Literal["bars", "beats", "fixed"]

WINDOW_SECONDS = 30.0
"""Length of the windows in which a longer piece is shown to a genre model, which learned from clips this long."""

_LONG_SECONDS = 20 * 60.0
_SHORTEST_PICK_UP = 0.1  # seconds before the first downbeat that are worth a row
_LONGEST_BEAT = 3.0  # seconds, 20 BPM; what lies between beats further apart is a break and has no tempo


@dataclass(frozen=True, eq=False)
class Passages:
    """Stretches of a piece.

    Attributes
    ----------
    bounds : first sample and end of each, at 22,050 Hz
    bars : NDArray[np.int64] [shape=(n,)], the bar that each belongs to
    positions : NDArray[np.int64] [shape=(n,)], place in the bar
    """

    bounds: tuple[tuple[int, int], ...]
    bars: NDArray[np.int64]
    positions: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.bounds)

    @property
    def starts(self) -> NDArray[np.float64]:
        """Seconds [shape=(n,)]."""
        return np.array([start / ANALYSIS_SR for start, _ in self.bounds], dtype=np.float64)

    @property
    def ends(self) -> NDArray[np.float64]:
        """Seconds [shape=(n,)]."""
        return np.array([end / ANALYSIS_SR for _, end in self.bounds], dtype=np.float64)


def beat_passages(grid: BeatGrid, n_samples: int) -> Passages:
    """From each beat to the next, the last to the end of the piece or one beat long."""
    return _passages(grid.beat_times, grid.bar_numbers, grid.positions, n_samples)


def bar_passages(grid: BeatGrid, n_samples: int) -> Passages:
    """From each downbeat to the next; what comes before the first is bar 0, the pick-up."""
    starts, bars = grid.downbeat_times, np.arange(1, len(grid.downbeat_times) + 1)
    if len(grid) and (not len(starts) or starts[0] > _SHORTEST_PICK_UP):
        starts, bars = np.concatenate([[0.0], starts]), np.concatenate([[0], bars])
    return _passages(starts, bars, np.ones(len(starts), np.int64), n_samples)


def _passages(
    starts: NDArray[np.float64], bars: NDArray[np.int64], positions: NDArray[np.int64], n_samples: int
) -> Passages:
    samples = np.round(starts * ANALYSIS_SR).astype(int)
    ends = np.append(samples[1:], n_samples)
    kept = ends > samples
    bounds = tuple((int(a), int(b)) for a, b in zip(samples[kept], ends[kept], strict=True))
    return Passages(bounds, bars[kept], positions[kept])


def tempi(grid: BeatGrid, bounds: Sequence[tuple[int, int]]) -> NDArray[np.float64]:
    """Return the tempo of the beats that begin in each passage, the column `bpm` of the tables.

    Parameters
    ----------
    grid : BeatGrid
        The beats of the piece.
    bounds : sequence of (int, int)
        First sample and end of each passage, at 22,050 Hz, in order.

    Returns
    -------
    NDArray[np.float64] [shape=(n_passages,)]
        Number of beats / time they take, BPM: of one beat, 60 / time to the next; of several, their mean. NaN where no
        beat begins that another follows.
    """
    times = grid.beat_times
    edges = np.array(bounds, dtype=np.int64).reshape(-1, 2)
    places = np.searchsorted(np.round(times * ANALYSIS_SR).astype(np.int64), edges)
    return np.array([_tempo(times[first : last + 1]) for first, last in places], dtype=np.float64)


def _tempo(times: NDArray[np.float64]) -> float:
    """Return the tempo of the beats at all of these times but the last, which only ends them."""
    distances = np.diff(times)
    whole = distances <= _LONGEST_BEAT
    if not whole.any():
        return float("nan")
    # Of beats without a break from the two ends alone, so that a beat moved within a bar leaves the bar's last digit.
    seconds = times[-1] - times[0] if whole.all() else distances[whole].sum()
    return float(60.0 * np.count_nonzero(whole) / seconds)


def fixed_passages(tempo: float, n_samples: int) -> Passages:
    """Bars of four beats at a tempo from the first sample on, in whole milliseconds, as the study cut them.

    The last one ends at the piece's length in whole milliseconds, which may lie a few samples beyond its end: there
    the signal counts as zero.
    """
    if not np.isfinite(tempo):
        return Passages((), np.empty(0, np.int64), np.empty(0, np.int64))
    step = int(60 / tempo * 4 * 1000)
    total = round(1000 * n_samples / ANALYSIS_SR)
    last = int(total * 22.05)
    bounds = tuple((int(i * step * 22.05), min(int((i + 1) * step * 22.05), last)) for i in range(-(-total // step)))
    return Passages(bounds, np.arange(1, len(bounds) + 1), np.ones(len(bounds), np.int64))


def genre_windows(n_samples: int) -> list[tuple[int, int]]:
    """First sample and end of each window for a genre model.

    A piece of up to half a minute and a second is one window. In a longer one a window starts every 15 s (every
    30 s where it lasts more than 20 minutes), and the last ends with the piece.
    """
    if n_samples <= (WINDOW_SECONDS + 1) * ANALYSIS_SR:
        return [(0, n_samples)]
    width = int(WINDOW_SECONDS * ANALYSIS_SR)
    step = width // 2 if n_samples <= _LONG_SECONDS * ANALYSIS_SR else width
    starts = [*range(0, n_samples - width, step), n_samples - width]
    return [(start, start + width) for start in starts]
