"""A map of the songs: the two directions in which their standardised columns differ most."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.dataset.dataset import Dataset
from core.language import tr
from core.workers.pool import Emitter

MOST_POINTS = 5000
MOST_ROWS = 20_000
"""Rows that the components are taken from; more change nothing that could be seen."""

MOST_WEIGHED = 2000
"""Columns, or rows, of which every two are weighed against each other; of both more the components are estimated."""
_STRONGEST = 3


@dataclass(frozen=True, eq=False)
class SongMap:
    """Principal components of the standardised columns.

    Attributes
    ----------
    rows : NDArray[np.int64] [shape=(n_points,)], rows of the data that are drawn
    points : NDArray[np.float64] [shape=(n_points, 2)]
    explained : share of the variance on each axis
    loadings : for each axis the columns that pull at it most, with their sign
    n_rows : of the data
    """

    rows: NDArray[np.int64]
    points: NDArray[np.float64]
    explained: tuple[float, float]
    loadings: tuple[tuple[str, ...], tuple[str, ...]]
    n_rows: int

    @property
    def axes(self) -> tuple[str, str]:
        """What each axis is called."""
        below, left = (
            tr("{share:.0f} % of the variance: {pulls}", share=100 * share, pulls=", ".join(pulls))
            for share, pulls in zip(self.explained, self.loadings, strict=True)
        )
        return below, left


@dataclass(frozen=True, eq=False)
class Scatter:
    """Rows by the numbers of two columns.

    Attributes
    ----------
    rows : NDArray[np.int64] [shape=(n_points,)], rows of the data that are drawn: those with both numbers
    points : NDArray[np.float64] [shape=(n_points, 2)]
    axes : names of the columns
    n_rows : of the data
    pearson : correlation of the two over all rows with both; NaN where one does not vary
    """

    rows: NDArray[np.int64]
    points: NDArray[np.float64]
    axes: tuple[str, str]
    n_rows: int
    pearson: float


def scatter(dataset: Dataset, first: str, second: str, *, most: int = MOST_POINTS, seed: int = 0) -> Scatter:
    """Return the rows by two columns; of more than `most` rows, a sample with every class in its share."""
    x, y = (np.ascontiguousarray(dataset.X[:, dataset.columns.index(name)]) for name in (first, second))
    known = np.isfinite(x) & np.isfinite(y)
    both = np.stack([x, y]) if known.all() else np.stack([x[known], y[known]])
    varies = both.shape[1] > 1 and bool((np.ptp(both, axis=1) > 0).all())
    pearson = float(np.atleast_2d(np.corrcoef(both))[0, 1]) if varies else float("nan")
    rows = _sample(dataset.y, most, seed)
    rows = rows[known[rows]]
    return Scatter(rows, np.column_stack([x[rows], y[rows]]), (first, second), len(dataset), pearson)


def song_map(dataset: Dataset, *, most: int = MOST_POINTS, seed: int = 0) -> SongMap:
    """Project rows on their two main components; of more than `most` rows, a sample with every class in its share.

    Missing numbers count as the column's mean; constant columns do not count.
    """
    weighed = _sample(dataset.y, MOST_ROWS, seed)
    X = dataset.X if len(weighed) == len(dataset) else dataset.X[weighed]
    known = np.isfinite(X)
    centre = np.where(known, X, 0.0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    filled = np.where(known, X - centre, 0.0)
    scale = filled.std(axis=0)
    used = np.flatnonzero(scale > 1e-12 * np.maximum(np.abs(centre), 1e-300))
    Z = filled[:, used] / scale[used]
    points, explained, loadings = _components(Z, [dataset.columns[place] for place in used])
    drawn = _sample(dataset.y[weighed], most, seed)
    return SongMap(weighed[drawn], points[drawn], explained, loadings, len(dataset))


def map_job(emit: Emitter, dataset: Dataset) -> SongMap:
    """`song_map` in a worker."""
    emit.report(0.2, tr("Drawing the map"))
    return song_map(dataset)


def _components(
    Z: NDArray[np.float64], columns: list[str]
) -> tuple[NDArray[np.float64], tuple[float, float], tuple[tuple[str, ...], tuple[str, ...]]]:
    if not Z.shape[1]:
        return np.zeros((len(Z), 2)), (0.0, 0.0), ((), ())
    values, vectors = _main_directions(Z)
    total = max(float(np.einsum("ij,ij->", Z, Z)) / max(len(Z), 1), 1e-300)
    points = np.zeros((len(Z), 2))
    shares, pulls = [0.0, 0.0], [(), ()]  # type: tuple[list[float], list[tuple[str, ...]]]
    for axis, (value, found) in enumerate(zip(values, vectors, strict=True)):
        strongest = np.argsort(-np.abs(found), kind="stable")[:_STRONGEST]
        vector = -found if found[strongest[0]] < 0 else found  # a sign that does not depend on the machine
        points[:, axis] = Z @ vector
        shares[axis] = max(float(value), 0.0) / total
        pulls[axis] = tuple(f"{'+' if vector[one] > 0 else '−'}{columns[one]}" for one in strongest)
    return points, (shares[0], shares[1]), (pulls[0], pulls[1])


def _main_directions(Z: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the variances along the two main directions, and these, one a row; fewer where there are not two.

    By a table of columns by columns, or of rows by rows, whichever are fewer; where both are many, by random
    projections (N. Halko and others, "Finding structure with randomness", SIAM Review 53, 2011).
    """
    n_rows, n_columns = Z.shape
    if n_columns <= min(n_rows, MOST_WEIGHED):
        values, vectors = np.linalg.eigh(Z.T @ Z / n_rows)
        order = np.argsort(-values)[:2]
        return values[order], vectors[:, order].T
    if n_rows <= MOST_WEIGHED:
        values, vectors = np.linalg.eigh(Z @ Z.T / n_rows)
        two = np.argsort(-values)[:2]
        two = two[values[two] > 1e-12 * max(float(values.max()), 1e-300)]
        directions = (Z.T @ vectors[:, two]).T
        return values[two], directions / np.linalg.norm(directions, axis=1, keepdims=True)
    from sklearn.utils.extmath import randomized_svd

    _, lengths, directions = randomized_svd(Z, 2, n_iter=4, random_state=0)
    return lengths**2 / n_rows, directions


def _sample(y: NDArray[np.int64], most: int, seed: int) -> NDArray[np.int64]:
    """Return rows, at most about so many, with every class in its share."""
    if len(y) <= most:
        return np.arange(len(y))
    random = np.random.default_rng(seed)
    parts = []
    for number, count in enumerate(np.bincount(y)):
        rows = np.flatnonzero(y == number)
        wanted = max(1, round(most * count / len(y)))
        parts.append(random.choice(rows, min(wanted, len(rows)), replace=False))
    return np.sort(np.concatenate(parts))
