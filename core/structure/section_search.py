"""Finding sections: borders where what sounds changes, at distances music is built in; labels by what repeats."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.structure.section_units import SectionFrames, Units, section_units
from core.structure.sections import Sections, label_of, whole_piece

_FEWEST_UNITS = 8  # what is shorter is a passage, not a piece of several
_TOGETHER = 4  # units whose mean is looked at, so that chance evens out
_SILENT = 1e-3  # norm of a chroma that says nothing
_FLATTEST_CHROMA, _FLATTEST_TIMBRE = 0.01, 1.0
"""Below both of them nothing changes: mean cosine distance of chroma; standard deviation of level or timbre, dB."""

_REACH = 4  # units on each side that a border compares
_LENGTHS = {2: -1.2, 3: -1.5, 4: -0.3, 6: -0.6, 8: 0.0, 10: -0.6, 12: -0.4, 16: -0.2, 20: -0.8, 24: -0.7, 32: -0.8}
_ODD = -1.1  # of a length that music is seldom built in
_LONGEST = 40
_BORDER = 0.75  # novelty, in standard deviations, that a border must bring
_ALIKE = 0.62


def find_sections(frames: SectionFrames, downbeat_times: NDArray[np.float64]) -> Sections:
    """Return the sections of a piece.

    Parameters
    ----------
    frames : SectionFrames
        Chroma and spectrum of the piece.
    downbeat_times : NDArray[np.float64] [shape=(n_bars,)]
        Where bars begin, seconds. Borders lie on them; every two seconds where there are none.

    Returns
    -------
    Sections
        One section for what is short, and for what sounds alike all along: drones, noise, tones.
    """
    units = section_units(frames, downbeat_times)
    if len(units) < _FEWEST_UNITS:
        return whole_piece(frames.duration)
    similarity = unit_similarity(units)
    if not _changes(units):
        return whole_piece(frames.duration)
    borders = _borders(similarity)
    labels = _labels(similarity, borders)
    return Sections(units.edges[borders], labels)


def _changes(units: Units) -> bool:
    """Return whether anything changes between stretches of four units: not in drones, noise and tones."""
    whole = len(units) // _TOGETHER * _TOGETHER
    chroma = units.chroma[:whole].reshape(-1, _TOGETHER * units.chroma.shape[1], 12).mean(axis=1)
    chroma = chroma[np.linalg.norm(chroma, axis=1) > _SILENT]
    chroma /= np.linalg.norm(chroma, axis=1, keepdims=True)
    cepstra = units.cepstra[:whole].reshape(-1, _TOGETHER, units.cepstra.shape[1]).mean(axis=1)
    unlike = 1.0 - float((chroma @ chroma.T).mean()) if len(chroma) else 0.0
    return unlike > _FLATTEST_CHROMA or float(cepstra.std(axis=0).max()) > _FLATTEST_TIMBRE


def unit_similarity(units: Units) -> NDArray[np.float64]:
    """Return how alike every two units are [shape=(n, n)], 0 to 1: chords, timbre and level together."""
    chroma = units.chroma.reshape(len(units), -1)
    chroma = chroma / np.maximum(np.linalg.norm(chroma, axis=1, keepdims=True), 1e-9)
    shape = units.cepstra[:, 1:]
    timbre = np.exp(-_distances(shape) / (2 * 6.0**2))
    level = np.exp(-_distances(units.cepstra[:, :1]) / (2 * 6.0**2))
    return np.asarray(0.6 * (chroma @ chroma.T) ** 2 + 0.4 * timbre * level)


def _distances(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the squared distances of all rows."""
    squares = (rows**2).sum(axis=1)
    return np.maximum(squares[:, None] + squares[None] - 2 * rows @ rows.T, 0.0)


def _novelty(similarity: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how much each border between two units separates what is unlike [shape=(n + 1,)]."""
    n = len(similarity)
    found = np.zeros(n + 1)
    for i in range(1, n):
        reach = min(_REACH, i, n - i)
        left, right = slice(i - reach, i), slice(i, i + reach)
        within = similarity[left, left].mean() + similarity[right, right].mean()
        found[i] = within / 2 - similarity[left, right].mean()
    return found


def _borders(similarity: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return the borders whose novelty and distances together are best, by dynamic programming."""
    n = len(similarity)
    novelty = _novelty(similarity)
    gain = (novelty - novelty.mean()) / max(float(novelty.std()), 1e-9) - _BORDER
    worth = np.array([_LENGTHS.get(length, _ODD) for length in range(_LONGEST + 1)])
    best, back = np.full(n + 1, -np.inf), np.zeros(n + 1, np.intp)
    best[0] = 0.0
    for end in range(1, n + 1):
        starts = np.arange(max(0, end - _LONGEST), end)
        scores = best[starts] + worth[end - starts]
        back[end] = starts[int(scores.argmax())]
        best[end] = scores.max() + (gain[end] if end < n else 0.0)
    borders = [n]
    while borders[-1] > 0:
        borders.append(int(back[borders[-1]]))
    return np.array(borders[::-1])


def _labels(similarity: NDArray[np.float64], borders: NDArray[np.intp]) -> tuple[str, ...]:
    """Return a label for each section: of those before it, that of the most alike, or a new one."""
    bounds = [(int(start), int(end)) for start, end in pairwise(borders)]
    background = float(similarity.mean())
    kinds: list[int] = []
    for place, (start, end) in enumerate(bounds):
        likeness = [_likeness(similarity, bounds[i], (start, end)) for i in range(place)]
        best = int(np.argmax(likeness)) if likeness else -1
        alike = best >= 0 and likeness[best] > background + _ALIKE * (1 - background)
        kinds.append(kinds[best] if alike else max(kinds, default=-1) + 1)
    return tuple(label_of(kind) for kind in kinds)


def _likeness(similarity: NDArray[np.float64], first: tuple[int, int], second: tuple[int, int]) -> float:
    """Return how alike two sections are, unit by unit, the shorter laid where it fits best in the longer."""
    if first[1] - first[0] > second[1] - second[0]:
        first, second = second, first
    block = similarity[first[0] : first[1], second[0] : second[1]]
    short, long = block.shape
    fits = [float(np.diagonal(block, offset).mean()) for offset in range(long - short + 1)]
    return max(fits) * (short / long) ** 0.2
