"""The tempo along a piece, from the distances of its beats."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.rhythm.grid import BeatGrid

_GAP = 3.0
"""A distance of so many median ones is a pause without beats, not a slow beat."""


@dataclass(frozen=True, eq=False)
class TempoCurve:
    """Tempo at the beats of a piece.

    Attributes
    ----------
    times : NDArray[np.float64] [shape=(n,)], middle between two beats, seconds
    tempi : NDArray[np.float64] [shape=(n,)], BPM over the bar around that time; NaN in a pause without beats
    """

    times: NDArray[np.float64]
    tempi: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.times)

    def at(self, seconds: float) -> float:
        """Return the tempo between the two beats around a time; NaN outside of the beats and in a pause."""
        if not len(self):
            return float("nan")
        place = int(np.abs(self.times - seconds).argmin())
        return float(self.tempi[place])


NO_TEMPO = TempoCurve(np.empty(0), np.empty(0))
"""The curve of a piece without beats."""


def tempo_curve(grid: BeatGrid) -> TempoCurve:
    """Return the tempo along a piece, smoothed over a bar.

    Each value is that of the beats from half a bar before to half a bar after it: a player's swing and the last
    hundredths of a second of a tracked beat cancel within a bar, a change of tempo stays. Nothing is smoothed across
    a pause.

    Parameters
    ----------
    grid : BeatGrid
        Beats as they are shown, found or corrected.
    """
    beats = grid.beat_times
    if len(beats) < 2:
        return NO_TEMPO
    distances = np.diff(beats)
    is_gap = distances > _GAP * np.median(distances)
    before, after = (grid.beats_per_bar - 1) // 2, grid.beats_per_bar // 2
    places = np.arange(len(distances))
    # First and last distance of the run without a pause that each one is in.
    starts = np.maximum.accumulate(np.where(is_gap, places + 1, 0))
    ends = np.minimum.accumulate(np.where(is_gap, places - 1, len(distances) - 1)[::-1])[::-1]
    first = np.minimum(np.maximum(places - before, starts), places)
    last = np.maximum(np.minimum(places + after, ends), places)
    tempi = 60.0 * (last - first + 1) / (beats[last + 1] - beats[first])
    return TempoCurve((beats[:-1] + beats[1:]) / 2, np.where(is_gap, np.nan, tempi))
