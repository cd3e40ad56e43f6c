"""What sections are found in: chroma, timbre and level of each bar, from the pictures that an analysis has already."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

N_PARTS = 4
"""Parts of a unit whose chroma is kept apart, so that a row of chords differs from its reverse."""

MOST_UNITS = 1200
"""Units of one piece; a longer one is looked at several bars at a time, for the memory that grows with the square."""

_FRAMES_TOGETHER = 4  # 0.09 s: much shorter than any part of a bar
_N_BANDS, _N_CEPSTRA = 32, 14
_RANGE_DB = 80.0  # of the spectrogram's 256 steps
_FIXED_STEP = 2.0  # seconds of a unit where there are no bars
_LONGEST_BAR = 8.0  # seconds; a longer gap in a grid is a break without bars
_SHORTEST_UNIT = 0.4  # of a bar


@dataclass(frozen=True, eq=False)
class SectionFrames:
    """Chroma and spectrum of a piece, made small: a piece of two hours has 12 MB of them.

    Attributes
    ----------
    chroma : NDArray[np.float32] [shape=(n, 12)], weighted with the level, so that noise in a pause counts little
    bands : NDArray[np.float32] [shape=(n, 32)], level of bands of the mel spectrum, dB
    seconds : time between rows; row i covers i * seconds to (i + 1) * seconds
    duration : of the piece, seconds
    """

    chroma: NDArray[np.float32]
    bands: NDArray[np.float32]
    seconds: float
    duration: float


@dataclass(frozen=True, eq=False)
class Units:
    """Bars, or whatever takes their place, and what sounds in each of them.

    Attributes
    ----------
    edges : NDArray[np.float64] [shape=(n + 1,)], seconds
    chroma : NDArray[np.float64] [shape=(n, 4, 12)], of each quarter of a unit
    cepstra : NDArray[np.float64] [shape=(n, 14)], shape of the spectrum; the first is the level, dB
    bars : how many bars a unit is: 1, more in a long piece, 1 also where there are no bars
    are_bars : whether the units follow bars
    """

    edges: NDArray[np.float64]
    chroma: NDArray[np.float64]
    cepstra: NDArray[np.float64]
    bars: int
    are_bars: bool

    def __len__(self) -> int:
        return len(self.edges) - 1


def section_frames(
    mel: NDArray[np.uint8], chroma: NDArray[np.uint8], seconds_per_frame: float, duration: float
) -> SectionFrames:
    """Make pictures small.

    Parameters
    ----------
    mel : NDArray[np.uint8] [shape=(n_frames, 128)], 80 dB in 256 steps
    chroma : NDArray[np.uint8] [shape=(n_frames, 12)], 255 = strongest pitch class of the frame
    seconds_per_frame : time between frames
    duration : of the piece, seconds
    """
    n = max(1, -(-len(mel) // _FRAMES_TOGETHER))
    bands, weighted = np.zeros((n, _N_BANDS), np.float32), np.zeros((n, 12), np.float32)
    step = 1024 * _FRAMES_TOGETHER  # a long piece in parts, for the memory of its floats
    for start in range(0, len(mel), step):
        part, place = mel[start : start + step], start // _FRAMES_TOGETHER
        pooled = part.reshape(len(part), _N_BANDS, -1).mean(axis=2, dtype=np.float32)
        level = part.mean(axis=1, dtype=np.float32)[:, None] / np.float32(255)
        rows = slice(place, place + -(-len(part) // _FRAMES_TOGETHER))
        bands[rows] = _means(pooled) * np.float32(_RANGE_DB / 255)
        weighted[rows] = _means(chroma[start : start + step].astype(np.float32) / np.float32(255) * level)
    return SectionFrames(weighted, bands, seconds_per_frame * _FRAMES_TOGETHER, duration)


def section_units(frames: SectionFrames, downbeat_times: NDArray[np.float64]) -> Units:
    """Return what sounds in each bar.

    Parameters
    ----------
    frames : SectionFrames
        Chroma and spectrum of the piece.
    downbeat_times : NDArray[np.float64] [shape=(n_bars,)]
        Where bars begin, seconds; none where there is no grid: units of two seconds then.
    """
    edges = _bar_edges(downbeat_times, frames.duration)
    are_bars = edges is not None
    if edges is None:
        edges = _fixed_edges(frames.duration)
    together = max(1, -(-(len(edges) - 1) // MOST_UNITS))
    if together > 1:
        edges = np.append(edges[:-1:together], edges[-1])
    parts = np.linspace(edges[:-1], edges[1:], N_PARTS, endpoint=False, axis=1).ravel()
    bounds = np.append(parts, edges[-1])
    chroma = _between(frames.chroma, bounds / frames.seconds).reshape(-1, N_PARTS, 12)
    bands = _between(frames.bands, edges / frames.seconds)
    return Units(edges, chroma, bands @ _cosines().T, together, are_bars)


def _bar_edges(downbeats: NDArray[np.float64], duration: float) -> NDArray[np.float64] | None:
    """Return the edges of bars from 0 to the end, where there is no downbeat as well; None without bars."""
    inside = downbeats[(downbeats >= 0) & (downbeats < duration)]
    if len(inside) < 3:
        return None
    bar = float(np.median(np.diff(inside)))
    before = inside[0] - bar * np.arange(int(inside[0] // bar), 0, -1)
    after = inside[-1] + bar * np.arange(1, int((duration - inside[-1]) // bar) + 1)
    edges = [float(edge) for edge in np.concatenate([before, inside[:1]])]
    for edge in np.concatenate([inside[1:], after]):
        gap = float(edge) - edges[-1]
        if gap > max(_LONGEST_BAR, 2.5 * bar):  # a break: as many bars as would fit in
            edges += [edges[-1] + gap * i / round(gap / bar) for i in range(1, round(gap / bar))]
        edges.append(float(edge))
    inner = [edge for edge in edges if _SHORTEST_UNIT * bar < edge < duration - _SHORTEST_UNIT * bar]
    return np.array([0.0, *inner, duration])


def _fixed_edges(duration: float) -> NDArray[np.float64]:
    n = max(1, round(duration / _FIXED_STEP))
    return np.linspace(0.0, duration, n + 1)


def _means(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the means of every four rows, and of those that are left over."""
    whole = len(rows) // _FRAMES_TOGETHER * _FRAMES_TOGETHER
    means = rows[:whole].reshape(-1, _FRAMES_TOGETHER, rows.shape[1]).mean(axis=1)
    return means if whole == len(rows) else np.vstack([means, rows[whole:].mean(axis=0)])


def _between(rows: NDArray[np.float32], bounds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the mean of the rows between each bound and the next, parts of rows counted as parts."""
    sums = np.vstack([np.zeros(rows.shape[1]), np.cumsum(rows, axis=0, dtype=np.float64)])
    places = np.clip(bounds, 0.0, len(rows))
    whole = np.minimum(places.astype(np.intp), len(rows) - 1)
    at = sums[whole] + (places - whole)[:, None] * rows[whole]
    return np.diff(at, axis=0) / np.maximum(np.diff(places), 1e-6)[:, None]


def _cosines() -> NDArray[np.float64]:
    """Return the first rows of the orthogonal cosine transform, the first one scaled to the mean [shape=(14, 32)]."""
    order, place = np.arange(_N_CEPSTRA)[:, None], (np.arange(_N_BANDS) + 0.5) / _N_BANDS
    matrix = np.sqrt(2 / _N_BANDS) * np.cos(np.pi * order * place)
    matrix[0] = 1 / _N_BANDS
    return np.asarray(matrix)
