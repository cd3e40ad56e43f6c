"""A classifier that takes unbalanced classes for balanced ones: by weights, or by drawing its training rows again.

It follows scikit-learn's conventions and imports nothing of this program, so that the script of a run can hold it.
"""

from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, ClassifierMixin, clone
from sklearn.utils.class_weight import compute_sample_weight
from sklearn.utils.metaestimators import available_if


def _inner_has_probabilities(balanced: Any) -> bool:
    return hasattr(getattr(balanced, "estimator_", balanced.estimator), "predict_proba")


class Balanced(ClassifierMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn is untyped
    """A classifier whose classes count alike, however many rows each has. Rows that are judged stay as they are.

    Parameters
    ----------
    estimator : the classifier
    how : "weights" weights every row by its class, "oversample" repeats random rows of the smaller classes until all
        have as many as the largest, "undersample" keeps as many random rows of each as the smallest has
    random_state : seed of the draws

    Attributes
    ----------
    estimator_ : the fitted classifier
    classes_ : NDArray [shape=(n_classes,)]
    """

    def __init__(self, estimator: Any, how: str = "weights", random_state: int = 0) -> None:
        self.estimator = estimator
        self.how = how
        self.random_state = random_state

    def prepared(
        self, X: NDArray[np.float64], y: NDArray[Any]
    ) -> tuple[NDArray[np.float64], NDArray[Any], dict[str, NDArray[np.float64]]]:
        """Return the rows to fit on, their classes, and what else `fit` is given.

        Parameters
        ----------
        X : NDArray[np.float64] [shape=(n_rows, n_columns)]
        y : NDArray [shape=(n_rows,)]
        """
        if self.how == "weights":
            return X, y, {"sample_weight": compute_sample_weight("balanced", y)}
        random = np.random.default_rng(self.random_state)
        classes, counts = np.unique(y, return_counts=True)
        drawn = []
        for label, count in zip(classes, counts, strict=True):
            rows = np.flatnonzero(y == label)
            if self.how == "undersample":
                drawn.append(random.choice(rows, counts.min(), replace=False))
            else:
                drawn.append(np.concatenate([rows, random.choice(rows, counts.max() - count)]))
        chosen = np.sort(np.concatenate(drawn))
        return X[chosen], y[chosen], {}

    def fit(self, X: NDArray[np.float64], y: NDArray[Any]) -> Self:
        """Fit the classifier on balanced rows."""
        rows, labels, extra = self.prepared(np.asarray(X), np.asarray(y))
        self.estimator_ = clone(self.estimator).fit(rows, labels, **extra)
        self.classes_ = self.estimator_.classes_
        self.n_features_in_ = rows.shape[1]
        return self

    def predict(self, X: NDArray[np.float64]) -> NDArray[Any]:
        """Return the class of each row."""
        return np.asarray(self.estimator_.predict(X))

    @available_if(_inner_has_probabilities)  # type: ignore[untyped-decorator]
    def predict_proba(self, X: NDArray[np.float64]) -> NDArray[np.float64]:
        """Probabilities [shape=(n_rows, n_classes)]."""
        return np.asarray(self.estimator_.predict_proba(X))
