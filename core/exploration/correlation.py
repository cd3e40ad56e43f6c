"""How columns go together: the correlation of every two."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.dataset.dataset import Dataset
from core.exploration.ranking import class_ratios
from core.language import tr
from core.workers.pool import Emitter

MOST_COLUMNS = 60
MOST_ROWS = 20_000


@dataclass(frozen=True, eq=False)
class Correlations:
    """Coefficients of every two columns, of one kind each.

    Attributes
    ----------
    columns : names, neighbours alike (average linkage of 1 - |rank correlation|)
    pearson, spearman : NDArray[np.float64] [shape=(n, n)], of the numbers and of their ranks, in [-1, 1]
    n_columns : of the data that vary at all; if there are more than are here, these differ most between classes
    """

    columns: tuple[str, ...]
    pearson: NDArray[np.float64]
    spearman: NDArray[np.float64]
    n_columns: int


def correlations(dataset: Dataset, *, most: int = MOST_COLUMNS, seed: int = 0) -> Correlations:
    """Correlate columns with each other, over at most `MOST_ROWS` rows; a missing number counts as the median."""
    X = dataset.X
    if len(X) > MOST_ROWS:
        X = X[np.sort(np.random.default_rng(seed).choice(len(X), MOST_ROWS, replace=False))]
    known = np.isfinite(X)
    least, largest = np.where(known, X, np.inf).min(axis=0), np.where(known, X, -np.inf).max(axis=0)
    varying = np.flatnonzero(largest > least)
    kept = varying
    if len(varying) > most:
        ratios = class_ratios(dataset)[0][varying]
        kept = np.sort(varying[np.argsort(-ratios, kind="stable")[:most]])
    if not len(kept):
        return Correlations((), np.zeros((0, 0)), np.zeros((0, 0)), 0)
    chosen = np.column_stack([_filled(X[:, one]) for one in kept])
    pearson, spearman = _coefficients(chosen), _coefficients(_ranks(chosen))
    order = _neighbours_together(spearman)
    square = np.ix_(order, order)
    columns = tuple(dataset.columns[kept[one]] for one in order)
    return Correlations(columns, pearson[square], spearman[square], len(varying))


def correlation_job(emit: Emitter, dataset: Dataset) -> Correlations:
    """`correlations` in a worker."""
    emit.report(0.1, tr("Correlating the columns"))
    return correlations(dataset)


def _filled(column: NDArray[np.float64]) -> NDArray[np.float64]:
    known = np.isfinite(column)
    return np.where(known, column, np.median(column[known]))


def _coefficients(X: NDArray[np.float64]) -> NDArray[np.float64]:
    with np.errstate(divide="ignore", invalid="ignore"):  # filled with its median, a column may have become constant
        found = np.atleast_2d(np.corrcoef(X, rowvar=False))
    found = np.clip(np.nan_to_num(found), -1.0, 1.0)
    np.fill_diagonal(found, 1.0)
    return found


def _ranks(X: NDArray[np.float64]) -> NDArray[np.float64]:
    from scipy.stats import rankdata

    return np.asarray(rankdata(X, axis=0), dtype=np.float64)


def _neighbours_together(coefficients: NDArray[np.float64]) -> NDArray[np.intp]:
    from scipy.cluster.hierarchy import leaves_list, linkage
    from scipy.spatial.distance import squareform

    if len(coefficients) < 3:
        return np.arange(len(coefficients))
    away = 1.0 - np.abs((coefficients + coefficients.T) / 2)
    np.fill_diagonal(away, 0.0)
    return np.asarray(leaves_list(linkage(squareform(np.maximum(away, 0.0), checks=False), "average")), dtype=np.intp)
