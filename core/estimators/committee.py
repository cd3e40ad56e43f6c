"""A committee of classifiers: each reads its own columns, all say how probable every class is, the mean counts.

Members that err in different ways correct one another, and none has to be chosen: choosing among a dozen that are
nearly as good as each other costs about a point of accuracy, since a thousand rows cannot tell which of them is best.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from sklearn.base import BaseEstimator, ClassifierMixin, clone

Member = tuple[str, tuple[int, ...], Any]
"""A name, the columns that it reads, and an unfitted pipeline; its step "whiten", if any, is given the groups."""


class Committee(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """The mean of its members' probabilities.

    Parameters
    ----------
    members : see `Member`

    Attributes
    ----------
    classes_ : NDArray [shape=(n_classes,)]
    members_ : for each member its columns and the fitted pipeline
    """

    def __init__(self, members: Sequence[Member]) -> None:
        self.members = members

    def fit(self, X: ArrayLike, y: ArrayLike, groups: NDArray[np.int64] | None = None) -> "Committee":
        """Fit every member on its columns of `X` [shape=(n_rows, n_columns)]."""
        rows = np.asarray(X)
        self.classes_ = np.unique(np.asarray(y))
        self.n_features_in_ = rows.shape[1]
        self.members_ = []
        for _, places, pipeline in self.members:
            extra = {"whiten__groups": groups} if "whiten" in pipeline.named_steps and groups is not None else {}
            self.members_.append((places, clone(pipeline).fit(rows[:, list(places)], y, **extra)))
        return self

    def predict_proba(self, X: ArrayLike) -> NDArray[np.float64]:
        """Probabilities [shape=(n_rows, n_classes)]."""
        rows = np.asarray(X)
        said = [fitted.predict_proba(rows[:, list(places)]) for places, fitted in self.members_]
        return np.asarray(np.mean(said, axis=0), dtype=np.float64)

    def predict(self, X: ArrayLike) -> NDArray[Any]:
        """Return the most probable class of each row."""
        return np.asarray(self.classes_[self.predict_proba(X).argmax(axis=1)])
