"""Rows that are the same recording: exact copies and near ones."""

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

NEAR = 1.0
"""Distance of two rows, each feature standardised, below which they are taken for one recording."""

_NEAR_COLUMNS, _FEW_COLUMNS = 57, 20

MOST_ROWS = 30_000
"""Beyond this every row is not compared with every other, but for exact copies."""

_BLOCK = 512
_LEAST_PRESENT = 0.5
_ABSURD = 1000.0
_FARTHEST = 1e4  # farther apart than this need not be known, and its square would drown the other columns


def exact_copies(X: NDArray[np.float64]) -> list[list[int]]:
    """Pairs of rows with the same numbers, each row paired with the first of its kind."""
    first: dict[bytes, int] = {}
    pairs = []
    for place, row in enumerate(np.ascontiguousarray(X)):
        origin = first.setdefault(row.tobytes(), place)
        if origin != place:
            pairs.append([origin, place])
    return pairs


def nearness(n_columns: int) -> float:
    """Return the distance below which rows of so many columns are taken for one recording.

    Distances grow with the root of the number of columns. With few of them rows of different music come close as
    well, so only what is all but the same counts.
    """
    return (NEAR if n_columns >= _FEW_COLUMNS else NEAR / 4) * math.sqrt(n_columns / _NEAR_COLUMNS)


def near_copies(X: NDArray[np.float64], threshold: float = NEAR) -> list[tuple[int, int]]:
    """Pairs of rows closer than `threshold` once every feature is standardised.

    A missing number counts as the mean of its column; a column that misses most of them is left aside. Rows are
    compared in blocks, so that memory grows with the number of rows and not with its square; beyond `MOST_ROWS` only
    the exact copies are found.
    """
    X = X[:, np.isfinite(X).mean(axis=0) > _LEAST_PRESENT] if len(X) else X
    if len(X) < 2 or X.shape[1] == 0:
        return []
    if len(X) > MOST_ROWS:
        return [(origin, place) for origin, place in exact_copies(X)]
    rows = _standardised(X)
    lengths = (rows**2).sum(axis=1)
    pairs: list[tuple[int, int]] = []
    for start in range(0, len(rows), _BLOCK):
        block = rows[start : start + _BLOCK]
        squared = lengths[start : start + _BLOCK, None] + lengths[None, start:] - 2 * block @ rows[start:].T
        # the product's rounding must not decide: what is close to the threshold is measured directly
        for i, j in np.argwhere(squared < threshold**2 + 1e-6):
            if i < j and np.linalg.norm(rows[start + i] - rows[start + j]) < threshold:
                pairs.append((int(start + i), int(start + j)))
    return pairs


def _standardised(X: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return every column with mean 0 and deviation 1, missing numbers 0.

    A single number far beyond all others would set the deviation, and all other rows would look alike: where the
    deviation is absurd for how the middle half of the rows is spread, that spread takes its place.
    """
    quarters = np.nanpercentile(X, (25, 50, 75), axis=0)
    width = (quarters[2] - quarters[0]) / 1.349
    centre, deviation = np.nanmean(X, axis=0), np.nanstd(X, axis=0)
    absurd = (width > 0) & (deviation > _ABSURD * width)
    centre, deviation = np.where(absurd, quarters[1], centre), np.where(absurd, width, deviation)
    rows: NDArray[np.float64] = (X - centre) / np.where(deviation > 0, deviation, 1.0)
    return np.where(np.isnan(rows), 0.0, np.clip(rows, -_FARTHEST, _FARTHEST))


def joined(n_rows: int, numbers: Sequence[int] | NDArray[np.int64], sets: Iterable[Sequence[int]]) -> NDArray[np.int64]:
    """Group numbers in which all groups that share a set of rows have become one [shape=(n_rows,)].

    Parameters
    ----------
    n_rows : how many rows there are
    numbers : the group of each row so far
    sets : rows that belong together
    """
    parents: dict[int, int] = {int(number): int(number) for number in numbers}

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    for rows in sets:
        for row in rows[1:]:
            one, other = sorted((root(int(numbers[rows[0]])), root(int(numbers[row]))))
            parents[other] = one
    return np.array([root(int(numbers[row])) for row in range(n_rows)], dtype=np.int64)
