"""How far a piece lies from the music that a genre model learned from: the ground for saying "none of these".

A classifier shares every sound out among its genres, and may be as sure of noise as of music. So a model keeps a
measure of its own training rows: the Mahalanobis distance, on the scales on which features are heard, to the nearest
genre's mean. It needs no foreign sounds to learn from and holds no row of the training data. Its limit is a quantile of
the distances of training rows that were left out, whole artists at a time, while it was fitted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from core.features.recipe import EXTENDED_COLUMNS

Rows = NDArray[np.float64]
Ranges = tuple[tuple[float, ...], ...]
"""Of each column the lower decile, the median and the upper decile [shape=(3, n_columns)]."""

FLOOR: Final = 1e-12
"""Smallest value whose logarithm is taken."""

FARTHEST: Final = 20.0
"""Standard deviations beyond which a feature counts as no further away: more says nothing, and stays finite."""

SHRINKAGE: Final = 0.05
FALSE_ALARMS: Final = 0.03
"""Share of music of the model's own genres that is flagged, by held-out training rows."""

FOLDS: Final = 5
FEWEST_ROWS: Final = 50
"""Training rows without which there is no measure: its limit would hang on one or two of them."""

MOST_CENTRES: Final = 50
"""Genres of a model beyond which it keeps no measure, so that its passport stays small."""

_LARGEST = 1e30
"""Beyond it squares overflow."""

_DIGITS = 7
UNHEARD = frozenset(("length", "harmony_mean", "perceptr_mean", *EXTENDED_COLUMNS))
"""Columns that tell the batch and the equipment, not the sound; and those that the second recipe adds.

The measure was tried out on the first recipe. On 264 columns its covariance would need as many rows to be estimated,
and a passport would be a megabyte long.
"""


@dataclass(frozen=True)
class Novelty:
    """A measure of distance from the training music.

    Attributes
    ----------
    logarithmic : for each column of the model whether it is heard in ratios
    middle, deviation : of each column on its scale
    directions : what whitens the standardised columns, a row each [shape=(n_directions, n_columns)]
    centres : means of the genres, whitened [shape=(n_centres, n_directions)]
    limit : distance from the nearest centre beyond which a piece is unlike the training music
    false_alarms : share of held-out training rows beyond the limit
    """

    logarithmic: tuple[bool, ...]
    middle: tuple[float, ...]
    deviation: tuple[float, ...]
    directions: tuple[tuple[float, ...], ...]
    centres: tuple[tuple[float, ...], ...]
    limit: float
    false_alarms: float

    def of_rows(self, X: Rows) -> Rows:
        """Return the distances of rows [shape=(n_rows, n_columns)] as multiples of the limit; above 1 is outside."""
        return np.asarray(self._distances(X) / self.limit)

    def _distances(self, X: Rows) -> Rows:
        with np.errstate(all="ignore"):
            logarithmic, middle, deviation, directions, centres = self._arrays
            scales = np.where(logarithmic, np.log(np.maximum(X, FLOOR)), X)
            points = np.clip((scales - middle) / deviation, -FARTHEST, FARTHEST) @ directions.T
            squares = [((points - centre) ** 2).sum(axis=1) for centre in centres]
            return np.asarray(np.sqrt(np.min(squares, axis=0)))

    @cached_property
    def _arrays(self) -> tuple[NDArray[np.bool_], Rows, Rows, Rows, Rows]:
        middle, deviation, directions, centres = (
            np.array(one) for one in (self.middle, self.deviation, self.directions, self.centres)
        )
        return np.array(self.logarithmic), middle, deviation, directions, centres


def fit_novelty(
    X: Rows, y: NDArray[np.int64], columns: Sequence[str], groups: NDArray[Any] | None = None, seed: int = 0
) -> Novelty | None:
    """Fit the measure on training rows, its limit on rows that were held out.

    Parameters
    ----------
    X : finite numbers [shape=(n_rows, n_columns)]
    y : class of each row [shape=(n_rows,)]
    columns : their names
    groups : rows that must not be parted, such as those of one artist [shape=(n_rows,)]; every row its own if None
    seed : of the folds

    Returns
    -------
    Novelty or None
        None where there are too few rows to tell, or too many classes, or no column is heard.
    """
    if UNHEARD.issuperset(columns):
        return None
    if len(X) < FEWEST_ROWS or len(np.unique(y)) > MOST_CENTRES:
        return None
    fold_of = folds_of_groups(np.arange(len(X)) if groups is None else groups, seed=seed)
    distances = np.full(len(X), np.nan)
    for fold in range(FOLDS):
        held, kept = fold_of == fold, fold_of != fold
        if held.any() and kept.any():
            distances[held] = _fitted(X[kept], y[kept], columns)._distances(X[held])
    measured = distances[np.isfinite(distances)]
    if len(measured) < FEWEST_ROWS:
        return None
    limit = max(float(np.quantile(measured, 1 - FALSE_ALARMS)), 1e-6)
    whole = _fitted(X, y, columns)
    return Novelty(
        whole.logarithmic, whole.middle, whole.deviation, whole.directions, whole.centres,
        limit=_rounded([limit])[0], false_alarms=round(float((measured > limit).mean()), 4),
    )  # fmt: skip


def _fitted(X: Rows, y: NDArray[np.int64], columns: Sequence[str]) -> Novelty:
    """Return the measure of all rows; its limit is 1."""
    from core.estimators.transformers import is_logarithmic

    logarithmic = np.array([is_logarithmic(name) for name in columns])
    scales = np.where(logarithmic, np.log(np.maximum(X, FLOOR)), X)
    middle, spread = scales.mean(axis=0), scales.std(axis=0)
    deviation = np.where(spread > 1e-9, spread, 1.0)
    standard = np.clip((scales - middle) / deviation, -FARTHEST, FARTHEST)
    classes = np.unique(y)
    means = np.array([standard[y == label].mean(axis=0) for label in classes])
    around = standard - means[np.searchsorted(classes, y)]
    directions = _whitening(around, np.array([name not in UNHEARD for name in columns]))
    centres = means @ directions.T
    return Novelty(
        tuple(bool(one) for one in logarithmic), _rounded(middle), _rounded(deviation),
        tuple(map(_rounded, directions)), tuple(map(_rounded, centres)), limit=1.0, false_alarms=0.0,
    )  # fmt: skip


def _whitening(around: Rows, heard: NDArray[np.bool_]) -> Rows:
    """Return the matrix that makes what varies within the genres white; it passes over columns that are not heard."""
    covariance = np.cov(around[:, heard], rowvar=False).reshape(heard.sum(), heard.sum())
    level = max(float(np.trace(covariance)) / max(len(covariance), 1), 1e-9)
    covariance = (1 - SHRINKAGE) * covariance + SHRINKAGE * level * np.eye(len(covariance))
    variances, directions = np.linalg.eigh(covariance)
    matrix = np.zeros((len(covariance), len(heard)))
    matrix[:, heard] = (directions / np.sqrt(np.maximum(variances, 1e-9 * level))) @ directions.T
    return matrix


def folds_of_groups(groups: NDArray[Any], *, n_folds: int = FOLDS, seed: int = 0) -> NDArray[np.int64]:
    """Return the fold of each row: groups are shuffled, then each goes to the fold that has the fewest rows."""
    names, place, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    random = np.random.default_rng(seed)
    filled = np.zeros(n_folds, dtype=np.int64)
    fold_of = np.zeros(len(names), dtype=np.int64)
    order = random.permutation(len(names))
    for one in order[np.argsort(-sizes[order], kind="stable")]:
        fold_of[one] = filled.argmin()
        filled[fold_of[one]] += sizes[one]
    return fold_of[place]


def _rounded(numbers: Any) -> tuple[float, ...]:
    """Seven significant digits: the last bits depend on the machine, and a file should not."""
    return tuple(float(f"{number:.{_DIGITS - 1}e}") for number in numbers)


def class_ranges(X: Rows, y: NDArray[np.int64], classes: Sequence[str]) -> dict[str, Ranges]:
    """Return what is usual in each class; nothing where there are so many that they would fill a passport."""
    if len(classes) > MOST_CENTRES:
        return {}
    return {
        name: tuple(map(_rounded, np.quantile(X[y == label], (0.1, 0.5, 0.9), axis=0)))
        for label, name in enumerate(classes)
        if (y == label).any()
    }


# --- as JSON ----------------------------------------------------------------------------------------------------------


def novelty_from_json(value: Any, n_columns: int) -> Novelty | None:
    """Return the measure that a passport holds; None where it holds none.

    Raises
    ------
    ValueError or TypeError
        Says what does not fit.
    """
    if value is None:
        return None
    if not isinstance(value, dict) or set(value) != {entry.name for entry in fields(Novelty)}:
        raise ValueError("novelty is not made of its entries")
    logarithmic = value["logarithmic"]
    if not isinstance(logarithmic, list) or len(logarithmic) != n_columns or {*map(type, logarithmic)} - {bool}:
        raise ValueError(f"logarithmic are not {n_columns} times yes or no")
    middle, deviation = (_numbers(name, value[name], n_columns) for name in ("middle", "deviation"))
    directions = _matrix("directions", value["directions"], n_columns, n_columns)
    centres = _matrix("centres", value["centres"], MOST_CENTRES, len(directions))
    limit, false_alarms = _numbers("limit and false alarms", [value["limit"], value["false_alarms"]], 2)
    if limit <= 0 or min(deviation) <= 0 or not 0 <= false_alarms <= 1:
        raise ValueError("a deviation or the limit is not positive, or the false alarms are no share")
    return Novelty(tuple(logarithmic), middle, deviation, directions, centres, limit, false_alarms)


def _matrix(what: str, rows: Any, most: int, width: int) -> tuple[tuple[float, ...], ...]:
    if not isinstance(rows, list) or not 1 <= len(rows) <= most:
        raise ValueError(f"{what} are not 1 to {most} rows")
    return tuple(_numbers(what, row, width) for row in rows)


def _numbers(what: str, numbers: Any, count: int) -> tuple[float, ...]:
    plain = isinstance(numbers, list) and all(
        isinstance(one, int | float) and not isinstance(one, bool) and abs(one) <= _LARGEST for one in numbers
    )
    if not plain or len(numbers) != count:
        raise ValueError(f"{what} are not {count} finite numbers")
    return tuple(map(float, numbers))
