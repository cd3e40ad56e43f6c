"""Accuracy, precision, recall and F1, from true classes to predicted ones, as scikit-learn's metrics define them.

Conventions: `y_true` and `predicted` are class numbers [shape=(n_rows,)]. Precision is the share of a class's
predictions that are right, recall the share of its rows that were found. Macro means that every class counts the same;
a class that is neither among the true nor among the predicted does not count. A share of nothing is 0.

scikit-learn is imported inside the functions, so that importing this module costs a process nothing.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Scores:
    """Scores of all classes together, each in [0, 1]."""

    accuracy: float
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True)
class ClassScore:
    """Scores of one class; `support` is how many rows have it, `predicted` how many were taken for it."""

    name: str
    precision: float
    recall: float
    f1: float
    support: int
    predicted: int


def confusion_counts(y_true: NDArray[np.int64], predicted: NDArray[np.int64], n_classes: int) -> NDArray[np.int64]:
    """Count the rows of each true class that were taken for each class.

    Returns
    -------
    NDArray[np.int64] of shape (n_classes, n_classes)
        True classes in rows, predicted ones in columns.
    """
    cells = np.bincount(y_true * n_classes + predicted, minlength=n_classes**2)
    return np.asarray(cells.reshape(n_classes, n_classes), dtype=np.int64)


def macro_scores(y_true: NDArray[np.int64], predicted: NDArray[np.int64]) -> Scores:
    """Score all classes together: accuracy, and the unweighted means of precision, recall and F1."""
    from sklearn.metrics import accuracy_score, precision_recall_fscore_support

    precision, recall, f1, _ = precision_recall_fscore_support(y_true, predicted, average="macro", zero_division=0)
    return Scores(float(accuracy_score(y_true, predicted)), float(precision), float(recall), float(f1))


def class_scores(
    y_true: NDArray[np.int64], predicted: NDArray[np.int64], classes: tuple[str, ...]
) -> tuple[ClassScore, ...]:
    """Score each class by itself, in the order of `classes`."""
    counts = confusion_counts(y_true, predicted, len(classes))
    return tuple(
        ClassScore(
            name, _share(hits, called), _share(hits, support), _share(2 * hits, called + support), support, called
        )
        for name, hits, support, called in zip(
            classes, np.diag(counts).tolist(), counts.sum(axis=1).tolist(), counts.sum(axis=0).tolist(), strict=True
        )
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
