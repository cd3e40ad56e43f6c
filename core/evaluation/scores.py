"""Accuracy, precision, recall and F1, from true classes to predicted ones.

Conventions: `y_true` and `predicted` are class numbers [shape=(n_rows,)]. Precision is the share of a class's
predictions that are right, recall the share of its rows that were found. Macro means that every class counts the same;
a class that is neither among the true nor among the predicted does not count. A share of nothing is 0.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Scores:
    """Of all classes together, each in [0, 1]."""

    accuracy: float
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True)
class ClassScore:
    """Of one class; `support` is how many rows have it, `predicted` how many were taken for it."""

    name: str
    precision: float
    recall: float
    f1: float
    support: int
    predicted: int


def counts(y_true: NDArray[np.int64], predicted: NDArray[np.int64], n_classes: int) -> NDArray[np.int64]:
    """How many rows of each true class (row) were taken for each class (column) [shape=(n_classes, n_classes)]."""
    matrix = np.zeros((n_classes, n_classes), dtype=np.int64)
    np.add.at(matrix, (y_true, predicted), 1)
    return matrix


def macro_scores(y_true: NDArray[np.int64], predicted: NDArray[np.int64], n_classes: int) -> Scores:
    """Scores of all classes together."""
    matrix = counts(y_true, predicted, n_classes)
    precision, recall, f1 = _by_class(matrix)
    present = (matrix.sum(axis=0) + matrix.sum(axis=1)) > 0
    return Scores(
        accuracy=float(np.trace(matrix) / max(len(y_true), 1)),
        precision=float(precision[present].mean()),
        recall=float(recall[present].mean()),
        f1=float(f1[present].mean()),
    )


def class_scores(
    y_true: NDArray[np.int64], predicted: NDArray[np.int64], classes: tuple[str, ...]
) -> tuple[ClassScore, ...]:
    """Scores of each class by itself."""
    matrix = counts(y_true, predicted, len(classes))
    columns = (*_by_class(matrix), matrix.sum(axis=1), matrix.sum(axis=0))
    return tuple(
        ClassScore(name, float(precision), float(recall), float(f1), int(support), int(called))
        for name, precision, recall, f1, support, called in zip(classes, *columns, strict=True)
    )


def _by_class(matrix: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Precision, recall, F1 of each class [shape=(n_classes,)]."""
    right = np.diag(matrix).astype(np.float64)
    called, true = matrix.sum(axis=0), matrix.sum(axis=1)
    return right / np.maximum(called, 1), right / np.maximum(true, 1), 2 * right / np.maximum(called + true, 1)
