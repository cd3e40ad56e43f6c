"""Finding sections: borders where what sounds changes, at distances music is built in; labels by what repeats.

Two kinds of border are looked for. At one, what sounds changes: the units on both sides are alike among themselves, and
unlike each other (Foote). At the other, what repeats changes: what follows the border resembles other places of the
piece than what leads to it (the structure features of Serrà et al.). Both are added up; dynamic programming finds the
borders that are worth most together with the lengths of the sections between them, since sections are mostly of four,
eight or sixteen bars. Sections that are alike, unit by unit, have one label.

References
----------
J. Foote, "Automatic audio segmentation using a measure of audio novelty", ICME 2000.
J. Serrà, M. Müller, P. Grosche, J. Arcos, "Unsupervised music structure annotation by time series structure features
and segment similarity", IEEE Transactions on Multimedia 16(5), 2014.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.structure.section_labels import alike_groups
from core.structure.section_names import guessed_names
from core.structure.section_units import SectionFrames, Units, section_units
from core.structure.sections import Sections, label_of, whole_piece

_FEWEST_UNITS = 8  # what is shorter is a passage, not a piece of several
_TOGETHER = 4  # units whose mean is looked at, so that chance evens out
_SILENT = 1e-3  # norm of a chroma that says nothing
_FLATTEST_CHROMA, _FLATTEST_TIMBRE = 0.01, 1.0
"""Below both of them nothing changes: mean cosine distance of chroma; standard deviation of level or timbre, dB."""

_REACH = 4  # units on each side that a border compares, weighted towards it
_ECHO = 3  # units after and before a border whose likes are looked for in the whole piece
_ECHO_WEIGHT = 1.6  # of what repeats beside what changes
_BORDER = 0.4  # standard deviations that a border must bring
_LENGTH_WEIGHT = 2.5
_LENGTHS = {
    2: -1.2, 3: -1.5, 4: -0.1, 5: -0.9, 6: -0.6, 7: -0.9, 8: 0.0, 9: -0.7, 10: -0.6, 12: -0.4, 16: -0.2, 20: -0.8,
    24: -0.7, 32: -0.8,
}  # fmt: skip
"""What a section of so many bars is worth. Chosen with the weights above on songs of POP909; see decision 20."""

_ODD = -1.1  # of a length that music is seldom built in
_LONGEST = 40
_ALIKE = 0.5  # mean likeness of two groups of sections that are one
_TIMBRE_SHARE = 0.55  # of the likeness of sections, the rest being chords
_PLAIN = 0.08  # contrast of borders without any repetition, below which they are chance; clear ones have 0.1 to 0.5
_NARROWEST = 2.0  # dB², squared distance of timbres that counts as alike whatever else is in the piece


@dataclass(frozen=True, eq=False)
class Likeness:
    """How alike every two units are, 0 to 1.

    Attributes
    ----------
    chords, timbre : NDArray[np.float64] [shape=(n, n)]
    timbre_share : of both together; 0 where only the chords change, 1 where only the timbre does
    """

    chords: NDArray[np.float64]
    timbre: NDArray[np.float64]
    timbre_share: float

    def mixed(self, timbre_share: float) -> NDArray[np.float64]:
        """Return both together, unless only one of them says anything."""
        share = self.timbre_share if self.timbre_share in (0.0, 1.0) else timbre_share
        return (1 - share) * self.chords + share * self.timbre


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
        One section for what is short, for what sounds alike all along, such as drones, noise and tones, and for what
        neither repeats nor has parts that differ, such as speech.
    """
    units = section_units(frames, downbeat_times)
    if len(units) < _FEWEST_UNITS:
        return whole_piece(frames.duration)
    likeness = unit_likeness(units)
    if likeness is None:
        return whole_piece(frames.duration)
    borders = _best_borders(_gain(likeness), units.bars)
    bounds = [(int(start), int(end)) for start, end in pairwise(borders)]
    kinds = alike_groups(likeness.mixed(_TIMBRE_SHARE), bounds, _ALIKE)
    if len(set(kinds)) == len(kinds) and _contrast(likeness.mixed(0.5), bounds) < _PLAIN:
        return whole_piece(frames.duration)
    labels = tuple(label_of(kind) for kind in kinds)
    return Sections(units.edges[borders], labels, guessed_names(labels, bounds, units.cepstra[:, 0]))


def unit_likeness(units: Units) -> Likeness | None:
    """Return how alike the units are; None where nothing changes from some units to others: drones, noise, tones."""
    chords_change, timbre_changes = _changes(units)
    if not chords_change and not timbre_changes:
        return None
    # What all units have in common says nothing: the likeness is that of what is left.
    chroma = units.chroma / np.maximum(np.linalg.norm(units.chroma, axis=2, keepdims=True), _SILENT)
    chroma = (chroma - chroma.mean(axis=(0, 1))).reshape(len(units), -1)
    chroma /= np.maximum(np.linalg.norm(chroma, axis=1, keepdims=True), 1e-9)
    distances = _squared_distances(units.cepstra - units.cepstra.mean(axis=0))
    timbre = np.exp(-distances / max(float(np.median(distances)), _NARROWEST))
    share = 0.5 if chords_change and timbre_changes else 1.0 if timbre_changes else 0.0
    return Likeness(np.clip(chroma @ chroma.T, 0.0, 1.0), timbre, share)


def _changes(units: Units) -> tuple[bool, bool]:
    """Return whether chords, and whether level or timbre, change between stretches of four units."""
    whole = len(units) // _TOGETHER * _TOGETHER
    chroma = units.chroma[:whole].reshape(-1, _TOGETHER * units.chroma.shape[1], 12).mean(axis=1)
    chroma = chroma[np.linalg.norm(chroma, axis=1) > _SILENT]
    chroma /= np.linalg.norm(chroma, axis=1, keepdims=True)
    cepstra = units.cepstra[:whole].reshape(-1, _TOGETHER, units.cepstra.shape[1]).mean(axis=1)
    unlike = 1.0 - float((chroma @ chroma.T).mean()) if len(chroma) else 0.0
    return unlike > _FLATTEST_CHROMA, float(cepstra.std(axis=0).max()) > _FLATTEST_TIMBRE


def _contrast(similarity: NDArray[np.float64], bounds: list[tuple[int, int]]) -> float:
    """Return how much more alike units are within sections than across borders, in the mean; 1 for one section."""
    found = []
    for (start, border), (_, end) in pairwise(bounds):
        within = [_off_diagonal_mean(similarity[one, one]) for one in (slice(start, border), slice(border, end))]
        across = float(similarity[start:border, border:end].mean())
        found.append(float(np.nanmean(within)) - across if np.isfinite(within).any() else 0.0)
    return float(np.mean(found)) if found else 1.0


def _off_diagonal_mean(block: NDArray[np.float64]) -> float:
    """Return how alike different units of a section are; NaN where it has only one."""
    n = len(block)
    return float((block.sum() - np.trace(block)) / (n * (n - 1))) if n > 1 else float("nan")


def _squared_distances(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    squares = (rows**2).sum(axis=1)
    distances: NDArray[np.float64] = np.maximum(squares[:, None] + squares[None] - 2 * rows @ rows.T, 0.0)
    return distances


def _gain(likeness: Likeness) -> NDArray[np.float64]:
    """Return what a border before each unit is worth [shape=(n + 1,)], in standard deviations."""
    change = _standardised(_novelty(likeness.mixed(0.5)))
    echo = _standardised(_echo_change(likeness.mixed(0.0)))
    return np.asarray((change + _ECHO_WEIGHT * echo) / np.hypot(1.0, _ECHO_WEIGHT) - _BORDER)


def _standardised(values: NDArray[np.float64]) -> NDArray[np.float64]:
    inner = values[1:-1]
    return np.asarray((values - inner.mean()) / max(float(inner.std()), 1e-9))


def _novelty(similarity: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how much each border between two units separates what is unlike [shape=(n + 1,)]."""
    n = len(similarity)
    weights = np.exp(-0.5 * ((np.arange(_REACH) + 0.5) / (_REACH / 1.5)) ** 2)
    found = np.zeros(n + 1)
    for border in range(1, n):
        reach = min(_REACH, border, n - border)
        after, before = slice(border, border + reach), slice(border - reach, border)
        ahead = weights[:reach] / weights[:reach].sum()
        behind = ahead[::-1]
        within = behind @ similarity[before, before] @ behind + ahead @ similarity[after, after] @ ahead
        found[border] = within / 2 - behind @ similarity[before, after] @ ahead
    return found


def _echo_change(similarity: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how much what follows a border repeats other places than what leads to it [shape=(n + 1,)].

    A stretch that repeats another is a stripe beside the diagonal of the similarity; it begins and ends at borders.
    """
    n = len(similarity)
    follows = _along_diagonals(similarity)  # [i, j]: how much what begins at i is like what begins at j
    leads = _along_diagonals(similarity[::-1, ::-1])[::-1, ::-1]  # what ends with i, with j
    found = np.zeros(n + 1)
    for border in range(1, n):
        elsewhere = np.abs(np.arange(n) - border) > 1
        ahead = follows[border, elsewhere] ** 2
        behind = np.append(0.0, leads[border - 1, :-1])[elsewhere] ** 2
        strength = np.sqrt(max(ahead.max(initial=0.0), behind.max(initial=0.0)))
        found[border] = strength * np.abs(ahead - behind).sum() / (ahead.sum() + behind.sum() + 1e-9)
    return found


def _along_diagonals(similarity: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the mean of each place and those that follow it on its diagonal; beyond the end there is nothing."""
    n = len(similarity)
    padded = np.zeros((n + _ECHO, n + _ECHO))
    padded[:n, :n] = similarity
    total = np.zeros((n, n))
    for step in range(_ECHO):
        total += padded[step : step + n, step : step + n]
    return total / _ECHO


def _best_borders(gain: NDArray[np.float64], bars: int) -> NDArray[np.intp]:
    """Return the borders that are worth most with the lengths between them, by dynamic programming.

    Parameters
    ----------
    gain : NDArray[np.float64] [shape=(n + 1,)], of a border before each unit
    bars : how many bars a unit is
    """
    n = len(gain) - 1
    worth = _LENGTH_WEIGHT * np.array([_LENGTHS.get(length * bars, _ODD) for length in range(_LONGEST + 1)])
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
