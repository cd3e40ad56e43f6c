"""Tracks that are one recording in different files: another format, another level, other silence at the ends."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.features.recipe import RECIPE
from core.library.similar import HEARD_COLUMNS, points_of

NEAR = 1.25
"""Distance below which two tracks are taken for one recording; `docs/decisions/0024-near-duplicates.md` says why."""

_LENGTH_SHARE, _LENGTH_SECONDS = 0.01, 1.0
"""Lengths of one recording differ by this at most: by an encoder's padding, or by silence that was cut."""

_LEVEL = ("rms_mean", "rms_var", "harmony_var", "perceptr_var", "mfcc1_mean")
_COMPARED = np.array([name not in (*_LEVEL, "tempo") for name in HEARD_COLUMNS])
"""The level says nothing, since masterings of one recording differ in it, nor does a tempo that an encoder's noise can
move to its half or double."""

_BLOCK = 256


@dataclass(frozen=True)
class NearDuplicate:
    """A track that sounds the same as another.

    Attributes
    ----------
    track : id
    distance : in deviations of the features; 0 = the same numbers, `NEAR` = just not taken for the same
    """

    track: int
    distance: float


@dataclass(frozen=True)
class NearDuplicateTest:
    """Whether a track has a near duplicate."""

    negated: bool = False


class NearDuplicates:
    """The near duplicates of all tracks as they were when it was made."""

    def __init__(self, db: sqlite3.Connection) -> None:
        rows = db.execute(
            "SELECT f.track_id, f.genre, t.duration FROM features f JOIN tracks t ON t.id = f.track_id "
            "WHERE f.recipe = ? AND t.duration > 0 ORDER BY t.duration",
            (RECIPE,),
        ).fetchall()
        ids = np.array([row[0] for row in rows], dtype=np.int64)
        lengths = np.array([row[2] for row in rows], dtype=np.float64)
        points = points_of([row[1] for row in rows])[:, _COMPARED]
        self._found: dict[int, list[NearDuplicate]] = {}
        for i, j, distance in _pairs(points, lengths):
            for one, other in ((ids[i], ids[j]), (ids[j], ids[i])):
                self._found.setdefault(int(one), []).append(NearDuplicate(int(other), distance))

    def of(self, track: int) -> list[NearDuplicate]:
        """Return what sounds the same as a track, the nearest first."""
        return sorted(self._found.get(track, ()), key=lambda one: one.distance)

    def passing(self, ids: NDArray[np.int64], test: NearDuplicateTest) -> NDArray[np.int64]:
        """Return those of some tracks that pass a test, in their order."""
        has = np.isin(ids, np.fromiter(self._found, dtype=np.int64))
        return ids[~has if test.negated else has]

    def together(self, ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return some tracks with those that sound the same behind one another, in the order of the first of each."""
        wanted = set(ids.tolist())
        order: dict[int, None] = {}
        for track in ids.tolist():
            waiting = [track]
            while waiting:
                one = waiting.pop()
                if one in wanted and one not in order:
                    order[one] = None
                    waiting += [other.track for other in reversed(self.of(one))]
        return np.fromiter(order, dtype=np.int64)


def _pairs(points: NDArray[np.float32], lengths: NDArray[np.float64]) -> Iterator[tuple[int, int, float]]:
    """Yield the places of two tracks that are near each other in sound and length, and their distance.

    The tracks are in the order of their lengths, so that each block is compared with the few after it that are not
    much longer, and memory does not grow with the square of their number.

    Parameters
    ----------
    points : [shape=(n, n_features)]
    lengths : seconds, rising [shape=(n,)]
    """
    squares = np.einsum("ij,ij->i", points, points)
    for start in range(0, len(points), _BLOCK):
        stop = min(start + _BLOCK, len(points))
        end = int(np.searchsorted(lengths, _longest_alike(lengths[stop - 1]), side="right"))
        products = points[start:stop] @ points[start:end].T
        near = squares[start:stop, None] + squares[None, start:end] - 2 * products < NEAR**2 + 1e-2
        for i, j in np.argwhere(np.triu(near, 1)):
            # Single precision decides nothing: what is close is measured directly.
            distance = float(np.linalg.norm(points[start + i].astype(np.float64) - points[start + j]))
            if distance < NEAR and lengths[start + j] <= _longest_alike(lengths[start + i]):
                yield int(start + i), int(start + j), distance


def _longest_alike(length: float) -> float:
    return max(length * (1 + _LENGTH_SHARE), length + _LENGTH_SECONDS)
