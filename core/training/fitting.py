"""One fit: missing numbers filled from the rows it learns from, groups handed on, one thread, no chatter."""

import time
import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.dataset.dataset import Dataset
from core.estimators.candidates import GROUPED_STEPS


@dataclass(frozen=True, eq=False)
class Fitted:
    """A fitted pipeline with what fills missing numbers for it.

    Attributes
    ----------
    pipeline : with `predict`, fitted
    medians : NDArray[np.float64] [shape=(n_columns,)], of the rows it was fitted on
    fit_seconds : of this thread's processor time where the system counts it
    """

    pipeline: Any
    medians: NDArray[np.float64]
    fit_seconds: float

    def predict(self, X: NDArray[np.float64]) -> NDArray[np.int64]:
        """Class numbers [shape=(n_rows,)]."""
        return np.asarray(self.pipeline.predict(filled(X, self.medians)), dtype=np.int64)

    def predict_proba(self, X: NDArray[np.float64]) -> NDArray[np.float64]:
        """Probabilities [shape=(n_rows, n_classes)]; AttributeError where the estimator has none."""
        return np.asarray(self.pipeline.predict_proba(filled(X, self.medians)), dtype=np.float64)

    @property
    def has_probabilities(self) -> bool:
        """Whether `predict_proba` can be called."""
        return hasattr(self.pipeline, "predict_proba")


def column_medians(X: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the median of each column's numbers [shape=(n_columns,)]; 0 for a column that has none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a column without numbers
        return np.nan_to_num(np.nanmedian(X, axis=0))


def filled(X: NDArray[np.float64], medians: NDArray[np.float64]) -> NDArray[np.float64]:
    """`X` with its missing numbers replaced by `medians`; itself where none is missing."""
    missing = ~np.isfinite(X)
    return np.where(missing, medians, X) if missing.any() else X


def fit(pipeline: Any, dataset: Dataset, rows: NDArray[np.int64]) -> Fitted:
    """Fit `pipeline` on `rows` of `dataset`, on one thread; steps that ask for the groups are given them.

    Raises
    ------
    Whatever the estimator raises over these rows
    """
    from threadpoolctl import threadpool_limits

    X = dataset.X[rows]
    medians = column_medians(X)
    extra = {}
    if dataset.groups is not None:
        extra = {f"{step}__groups": dataset.groups[rows] for step in GROUPED_STEPS if step in pipeline.named_steps}
    with threadpool_limits(1), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # an MLP that has not converged is judged by its scores like any other
        start = time.thread_time()
        pipeline.fit(filled(X, medians), dataset.y[rows], **extra)
        seconds = time.thread_time() - start
    return Fitted(pipeline, medians, seconds)
