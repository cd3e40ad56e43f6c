"""New beats from old ones: at a multiple of the tempo, at a steady tempo, half a beat away, along taps.

Between beats time runs in beats: a place of 2.5 is half way from the third beat to the fourth. So whatever is made from
a grid follows the tempo changes that it has.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.rhythm.counting import scaled_metre
from core.rhythm.grid import BeatGrid, tempo_of

Times = NDArray[np.float64]
Positions = NDArray[np.int64]

_GAP = 2.5  # median distances of beats, beyond which there is a break in the grid and no beats belong
_NEIGHBOURS = 9  # beats that tell the local tempo
_RATIOS = tuple(Fraction(a, b) for a, b in ((1, 1), (2, 1), (1, 2), (3, 2), (2, 3), (3, 1), (1, 3)))
_NEAR_RATIO = np.log2(1.12)  # octaves within which one tempo is a simple multiple of another
_IN_PHASE = 0.25  # of a beat


def scaled(grid: BeatGrid, factor: Fraction, fixed: Times) -> tuple[Times, Positions, int]:
    """Return times, positions and metre of the beats at `factor` times the tempo.

    Parameters
    ----------
    grid : BeatGrid
    factor : 2 puts a beat between any two, ½ drops every second and keeps the first downbeat
    fixed : [shape=(n,)], times of downbeats that stay downbeats, seconds
    """
    metre = scaled_metre(grid.beats_per_bar, factor)
    times: list[Times] = [np.empty(0)]
    positions: list[Positions] = [np.empty(0, np.int64)]
    for first, end in _runs(grid.beat_times):
        part, places = grid.beat_times[first:end], grid.positions[first:end]
        downbeats = np.flatnonzero(places == 1)
        if metre == grid.beats_per_bar:  # the bars change: only the first downbeat and those that were fixed stay
            downbeats = np.array([i for n, i in enumerate(downbeats) if n == 0 or part[i] in fixed], np.int64)
        found, counts = _spaced(len(part), downbeats if len(downbeats) else np.zeros(1, np.int64), factor)
        times.append(np.interp(found, np.arange(len(part)), part))
        positions.append(counts % metre + 1)
    return np.concatenate(times), np.concatenate(positions), metre


def _runs(times: Times) -> Iterator[tuple[int, int]]:
    """First and end index of each run of beats without a break."""
    distances = np.diff(times)
    breaks = np.flatnonzero(distances > _GAP * np.median(distances)) + 1 if len(distances) else np.empty(0, np.int64)
    edges = [0, *map(int, breaks), len(times)]
    return ((a, b) for a, b in pairwise(edges) if b > a)


def _spaced(n_beats: int, anchors: NDArray[np.int64], factor: Fraction) -> tuple[Times, Positions]:
    """Places among `n_beats` beats, `1 / factor` apart and starting again at each anchor, with their counts from it."""
    step = float(1 / factor)
    before = np.arange(1, int(anchors[0] / step + 1e-9) + 1)[::-1]
    places, counts = [anchors[0] - step * before], [-before]
    for anchor, following in zip(anchors, [*anchors[1:], None], strict=True):
        length = n_beats - 1 - anchor + 1e-9 if following is None else following - anchor - step / 2
        k = np.arange(int(np.floor(length / step)) + 1 if length >= 0 else 0)
        places.append(anchor + step * k)
        counts.append(k)
    return np.concatenate(places), np.concatenate(counts).astype(np.int64)


def steady(bpm: float, anchor: float, first: float, last: float) -> tuple[Times, Positions]:
    """Return beats of a steady tempo through `anchor` from `first` to `last`, and their counts from the anchor."""
    period = 60.0 / bpm
    counts = np.arange(
        int(np.ceil((first - anchor) / period - 1e-9)), int(np.floor((last - anchor) / period + 1e-9)) + 1
    )
    return np.asarray(anchor + period * counts, np.float64), counts.astype(np.int64)


def half_shifted(times: Times, *, later: bool) -> Times:
    """Return each beat half way to the next, or to the one before [shape=(n_beats,)]."""
    if len(times) < 2:
        return times.copy()
    distances = np.diff(times)
    if later:
        return np.asarray(times + np.append(distances, distances[-1]) / 2)
    return np.asarray(times - np.insert(distances, 0, distances[0]) / 2)


def after_taps(taps: Times, old: Times, end: float) -> tuple[Times, bool]:
    """Return the beats after some taps, and whether they are the old ones.

    The old beats stay where tempo and phase agree with the taps. Where theirs is a simple multiple of the tapped tempo
    or their phase differs, the beats follow their tempo changes at the tapped level and phase. Where they have nothing
    in common with the taps, and where there are none, the tapped tempo goes on.

    Parameters
    ----------
    taps : [shape=(n_taps,)], at least two, seconds
    old : [shape=(n_old,)], the beats that there were after the last tap, seconds
    end : where beats end if there are no old ones, seconds
    """
    period = 60.0 / tempo_of(taps)
    on = steady(60.0 / period, taps[-1], taps[-1] + period / 2, old[-1] + period / 2 if len(old) > 1 else end)[0]
    if len(old) < 2:
        return on, False
    local = float(np.median(np.diff(old[:_NEIGHBOURS])))
    ratio = min(_RATIOS, key=lambda ratio: abs(np.log2(local / period / float(ratio))))
    if abs(np.log2(local / period / float(ratio))) > _NEAR_RATIO:
        return on, False
    place = float(taps[-1] - old[0]) / local
    rounded = round(place * ratio.numerator) / ratio.numerator
    if abs(place - rounded) * ratio.numerator <= _IN_PHASE:
        if ratio == 1:
            return old, True
        place = rounded
    n = int((len(old) - 1 + _IN_PHASE - place) * float(ratio))
    places = place + np.arange(1, n + 1) / float(ratio)
    return _at_places(old, local, places), False


def _at_places(times: Times, period: float, places: Times) -> Times:
    """Return the times of places among beats; before the first and after the last beat they are `period` apart."""
    inside = np.interp(places, np.arange(len(times)), times)
    beyond = np.minimum(places, 0) + np.maximum(places - (len(times) - 1), 0)
    return np.asarray(inside + beyond * period)


def before_taps(taps: Times, old: Times) -> tuple[Times, bool]:
    """Return the beats before some taps, and whether they are the old ones; see `after_taps`."""
    beats, kept = after_taps(-taps[::-1], -old[::-1], 0.0)
    return (old, True) if kept else (-beats[::-1], False)
