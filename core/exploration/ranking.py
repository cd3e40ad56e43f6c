"""Which single columns tell classes apart, each by itself."""

import warnings
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.dataset.dataset import Dataset
from core.language import tr
from core.workers.pool import Emitter

MOST_ROWS = 5000
"""Rows that mutual information is estimated from; more change its third digit at most."""

MOST_COLUMNS = 2000
"""Columns that mutual information is estimated of, those with the largest F first."""

_NEIGHBOURS = 3
_NUMBERS_AT_ONCE = 4_000_000


@dataclass(frozen=True)
class RankedColumn:
    """What one column says of the class.

    Attributes
    ----------
    information : mutual information with the class, in bits; NaN where it was not estimated
    share : of the class's own entropy, in [0, 1]
    f : variance between the means of classes over variance within them (ANOVA); infinite without variance within
    p : how often an F as large comes by chance
    """

    name: str
    information: float
    share: float
    f: float
    p: float


def class_ratios(dataset: Dataset) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return F and p of each column by analysis of variance [shape=(n_columns,) each].

    A missing number counts as the column's mean. A constant column has an F of 0, one that is constant in each class an
    infinite one.
    """
    from sklearn.feature_selection import f_classif

    n_columns = len(dataset.columns)
    if int((dataset.counts > 0).sum()) < 2 or len(dataset) <= int((dataset.counts > 0).sum()):
        return np.zeros(n_columns), np.ones(n_columns)
    f, p = np.empty(n_columns), np.empty(n_columns)
    step = max(1, _NUMBERS_AT_ONCE // len(dataset))  # all at once they would be copied several times
    for start in range(0, n_columns, step):
        X = dataset.X[:, start : start + step]
        known = np.isfinite(X)
        centre = np.where(known, X, 0.0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
        with warnings.catch_warnings(), np.errstate(divide="ignore", invalid="ignore"):
            warnings.simplefilter("ignore")  # of constant columns
            f[start : start + step], p[start : start + step] = f_classif(np.where(known, X - centre, 0.0), dataset.y)
    return np.nan_to_num(f, nan=0.0, posinf=np.inf), np.nan_to_num(p, nan=1.0)


def rank_columns(dataset: Dataset, seed: int = 0) -> list[RankedColumn]:
    """Rank columns by what each says of the class by itself, the most informative first.

    References
    ----------
    B. C. Ross, "Mutual information between discrete and continuous data sets", PLoS ONE 9, 2014.
    """
    ratios, p = class_ratios(dataset)
    information = np.full(len(ratios), np.nan)
    places = np.argsort(-ratios, kind="stable")[:MOST_COLUMNS]
    information[places] = _information(dataset, places, seed)
    shares = dataset.counts[dataset.counts > 0] / max(len(dataset), 1)
    entropy = float(-(shares * np.log2(shares)).sum())
    known = np.where(np.isnan(information), -1.0, information)
    order = np.lexsort((-ratios, -known))
    return [
        RankedColumn(
            dataset.columns[one],
            float(information[one]),
            float(min(information[one] / entropy, 1.0)) if entropy > 0 else float("nan"),
            float(ratios[one]),
            float(p[one]),
        )
        for one in order
    ]


def ranking_job(emit: Emitter, dataset: Dataset) -> list[RankedColumn]:
    """`rank_columns` in a worker."""
    emit.report(0.1, tr("Ranking the columns"))
    return rank_columns(dataset)


def _information(dataset: Dataset, places: NDArray[np.intp], seed: int) -> NDArray[np.float64]:
    from sklearn.feature_selection import mutual_info_classif

    random = np.random.default_rng(seed)
    rows = np.arange(len(dataset))
    if len(rows) > MOST_ROWS:
        rows = np.sort(random.choice(rows, MOST_ROWS, replace=False))
    y = dataset.y[rows]
    # the estimate needs neighbours of the same class; a class of one row has none and says nothing
    rows = rows[np.isin(y, np.flatnonzero(np.bincount(y) > 1))]
    if len(rows) <= _NEIGHBOURS or not len(places):
        return np.full(len(places), np.nan)
    X = dataset.X[rows][:, places]
    with np.errstate(invalid="ignore"):
        known = np.isfinite(X)
        medians = np.array([np.median(X[k, c]) if (k := known[:, c]).any() else 0.0 for c in range(X.shape[1])])
    X = np.where(known, X, medians)
    nats = mutual_info_classif(X, dataset.y[rows], n_neighbors=_NEIGHBOURS, random_state=seed)
    # the estimate adds a little noise to columns, and takes that of a constant one for numbers
    return np.where(np.ptp(X, axis=0) > 0, np.asarray(nats, dtype=np.float64) / np.log(2), 0.0)
