"""Ways of telling music unlike the training music, to be compared with the one that models keep."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.estimators.transformers import is_logarithmic
from core.genre.novelty import FARTHEST, FLOOR, UNHEARD, fit_novelty

Rows = NDArray[np.float64]
Score = Callable[[Rows], Rows]
"""From rows to how far each is from the training rows; only the order counts."""

Detector = Callable[[Rows, NDArray[np.int64], Sequence[str]], Score]
"""From training rows, their classes and the names of the columns to a `Score`."""


def by_genre(X: Rows, y: NDArray[np.int64], columns: Sequence[str]) -> Score:
    """Mahalanobis distance to the nearest genre's mean: what models keep."""
    measure = fit_novelty(X, y, columns)
    if measure is None:
        raise ValueError("too few rows to measure novelty by")
    return measure.of_rows


def by_mean(X: Rows, _y: NDArray[np.int64], columns: Sequence[str]) -> Score:
    """Mahalanobis distance to the mean of all rows."""
    return by_genre(X, np.zeros(len(X), np.int64), columns)


def by_neighbours(X: Rows, _y: NDArray[np.int64], columns: Sequence[str]) -> Score:
    """Mean distance to the five nearest training rows."""
    from sklearn.neighbors import NearestNeighbors

    scale = _scale(X, columns)
    nearest = NearestNeighbors(n_neighbors=5).fit(scale(X))
    return lambda rows: np.asarray(nearest.kneighbors(scale(rows))[0].mean(axis=1))


def by_forest(X: Rows, _y: NDArray[np.int64], columns: Sequence[str]) -> Score:
    """Isolation forest of 300 trees."""
    from sklearn.ensemble import IsolationForest

    scale = _scale(X, columns)
    forest: Any = IsolationForest(n_estimators=300, random_state=0).fit(scale(X))
    return lambda rows: np.asarray(-forest.score_samples(scale(rows)))


def by_support(X: Rows, _y: NDArray[np.int64], columns: Sequence[str]) -> Score:
    """One-class support vectors with a broad Gaussian kernel."""
    from sklearn.svm import OneClassSVM

    scale = _scale(X, columns)
    machine: Any = OneClassSVM(gamma=0.003, nu=0.05).fit(scale(X))
    return lambda rows: np.asarray(-machine.decision_function(scale(rows)))


def _scale(X: Rows, columns: Sequence[str]) -> Score:
    """Return what puts rows on the scales of hearing, standardised, without the columns that are not heard."""
    heard = np.array([name not in UNHEARD for name in columns])
    logarithmic = np.array([is_logarithmic(name) for name in columns])

    def scales(rows: Rows) -> Rows:
        return np.asarray(np.where(logarithmic, np.log(np.maximum(rows, FLOOR)), rows)[:, heard])

    middle, deviation = scales(X).mean(axis=0), scales(X).std(axis=0) + 1e-12
    return lambda rows: np.clip((scales(rows) - middle) / deviation, -FARTHEST, FARTHEST)


DETECTORS: dict[str, Detector] = {
    "Mahalanobis, nearest genre": by_genre,
    "Mahalanobis, all genres": by_mean,
    "five nearest rows": by_neighbours,
    "isolation forest": by_forest,
    "one-class SVM": by_support,
}
