"""A map of the songs: the two directions in which their standardised columns differ most."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.dataset.dataset import Dataset
from core.language import tr
from core.workers.pool import Emitter

MOST_POINTS = 5000
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
    points = dataset.X[:, [dataset.columns.index(first), dataset.columns.index(second)]]
    known = np.asarray(np.isfinite(points).all(axis=1), dtype=np.bool_)
    both = points[known]
    varies = len(both) > 1 and bool((np.ptp(both, axis=0) > 0).all())
    pearson = float(np.atleast_2d(np.corrcoef(both, rowvar=False))[0, 1]) if varies else float("nan")
    rows = _sample(dataset, most, seed)
    rows = rows[known[rows]]
    return Scatter(rows, points[rows], (first, second), len(dataset), pearson)


def song_map(dataset: Dataset, *, most: int = MOST_POINTS, seed: int = 0) -> SongMap:
    """Project rows on their two main components; of more than `most` rows, a sample with every class in its share.

    Missing numbers count as the column's mean; constant columns do not count.
    """
    known = np.isfinite(dataset.X)
    centre = np.where(known, dataset.X, 0.0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    filled = np.where(known, dataset.X - centre, 0.0)
    scale = filled.std(axis=0)
    used = np.flatnonzero(scale > 1e-12 * np.maximum(np.abs(centre), 1e-300))
    Z = filled[:, used] / scale[used]
    points, explained, loadings = _components(Z, [dataset.columns[place] for place in used])
    rows = _sample(dataset, most, seed)
    return SongMap(rows, points[rows], explained, loadings, len(dataset))


def map_job(emit: Emitter, dataset: Dataset) -> SongMap:
    """`song_map` in a worker."""
    emit.report(0.2, tr("Drawing the map"))
    return song_map(dataset)


def _components(
    Z: NDArray[np.float64], columns: list[str]
) -> tuple[NDArray[np.float64], tuple[float, float], tuple[tuple[str, ...], tuple[str, ...]]]:
    if not Z.shape[1]:
        return np.zeros((len(Z), 2)), (0.0, 0.0), ((), ())
    values, vectors = np.linalg.eigh(Z.T @ Z / max(len(Z), 1))  # columns are few, rows may be many
    order = np.argsort(-values)[:2]
    total = max(float(values.sum()), 1e-300)
    points = np.zeros((len(Z), 2))
    shares, pulls = [0.0, 0.0], [(), ()]  # type: tuple[list[float], list[tuple[str, ...]]]
    for axis, place in enumerate(order):
        vector = vectors[:, place]
        strongest = np.argsort(-np.abs(vector), kind="stable")[:_STRONGEST]
        if vector[strongest[0]] < 0:  # a sign that does not depend on the machine
            vector = -vector
        points[:, axis] = Z @ vector
        shares[axis] = max(float(values[place]), 0.0) / total
        pulls[axis] = tuple(f"{'+' if vector[one] > 0 else '−'}{columns[one]}" for one in strongest)
    return points, (shares[0], shares[1]), (pulls[0], pulls[1])


def _sample(dataset: Dataset, most: int, seed: int) -> NDArray[np.int64]:
    if len(dataset) <= most:
        return np.arange(len(dataset))
    random = np.random.default_rng(seed)
    parts = []
    for number, count in enumerate(dataset.counts):
        rows = np.flatnonzero(dataset.y == number)
        wanted = max(1, round(most * count / len(dataset)))
        parts.append(random.choice(rows, min(wanted, len(rows)), replace=False))
    return np.sort(np.concatenate(parts))
