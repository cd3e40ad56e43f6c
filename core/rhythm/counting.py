"""Counting beats in bars: positions from downbeats that are given, and the metre that follows from positions."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

Anchor = tuple[int, int, int]
"""Index of a beat, its position in the bar, and how many beats the bars have from there on."""

_FEWEST, _MOST = 2, 7
_COMMON = 4


def counted(n_beats: int, anchors: Sequence[Anchor]) -> NDArray[np.int64]:
    """Return positions counted forward from each anchor to the next, and backward from the first.

    Parameters
    ----------
    n_beats : how many beats there are
    anchors : in rising order of their indices, at least one unless there are no beats

    Returns
    -------
    NDArray[np.int64] [shape=(n_beats,)]
    """
    positions = np.ones(n_beats, np.int64)
    for i, (index, position, metre) in enumerate(anchors):
        first = index if i else 0
        end = anchors[i + 1][0] if i + 1 < len(anchors) else n_beats
        positions[first:end] = (np.arange(first, end) - index + position - 1) % metre + 1
    return positions


def recounted_bar(positions: NDArray[np.int64], index: int) -> NDArray[np.int64]:
    """Return the positions with the bar around a beat counted again from its downbeat; other bars stay.

    Beats before the first downbeat are counted backward from it, so that a pick-up ends where the bar begins.
    """
    downbeats = np.flatnonzero(positions == 1)
    before, after = downbeats[downbeats <= index], downbeats[downbeats > index]
    end = int(after[0]) if len(after) else len(positions)
    fresh = positions.copy()
    if len(before):
        fresh[before[-1] : end] = np.arange(end - before[-1]) + 1
    elif len(after):
        metre = max(main_metre(positions, _COMMON), end + 1)
        fresh[:end] = metre + 1 - np.arange(end, 0, -1)
    return fresh


def main_metre(positions: NDArray[np.int64], otherwise: int) -> int:
    """Return the most frequent number of beats from a downbeat to the next; `otherwise` where no bar is whole."""
    lengths = np.diff(np.flatnonzero(positions == 1))
    if not len(lengths):
        return otherwise
    counts = np.bincount(lengths)
    return otherwise if otherwise < len(counts) and counts[otherwise] == counts.max() else int(counts.argmax())


def scaled_metre(beats_per_bar: int, factor: Fraction) -> int:
    """Return the beats in a bar at `factor` times the tempo.

    The bars stay where they are if that leaves a whole number of beats; four beats stay four, the bars change then,
    because nearly all music that is counted at another level has four again.
    """
    beats = beats_per_bar * factor
    if beats_per_bar == _COMMON or beats.denominator > 1 or not _FEWEST <= beats <= _MOST:
        return beats_per_bar
    return int(beats)
