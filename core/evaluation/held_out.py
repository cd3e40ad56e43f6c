"""Predictions of an estimator for rows that it was not fitted on."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.evaluation.scores import ClassScore, Scores, class_scores, confusion_counts, macro_scores

BINS = 10


@dataclass(frozen=True)
class Bin:
    """Rows whose highest probability lies in (start, stop]: how many, its mean, and the share that is right."""

    start: float
    stop: float
    count: int
    confidence: float
    accuracy: float


@dataclass(frozen=True, eq=False)
class HeldOut:
    """Predictions for held-out rows.

    Attributes
    ----------
    estimator, protocol : whose predictions, held out how
    classes : names
    rows : NDArray[np.int64] [shape=(n,)], numbers of the rows in the data set; each once in a repetition
    y_true, predicted : NDArray[np.int64] [shape=(n,)]
    folds : NDArray[np.int64] [shape=(n,)], the fold in which each was held out
    probabilities : NDArray[np.float64] [shape=(n, n_classes)]; None where the estimator has none
    """

    estimator: str
    protocol: str
    classes: tuple[str, ...]
    rows: NDArray[np.int64]
    y_true: NDArray[np.int64]
    predicted: NDArray[np.int64]
    folds: NDArray[np.int64]
    probabilities: NDArray[np.float64] | None = None

    def scores(self) -> Scores:
        """Score all rows at once."""
        return macro_scores(self.y_true, self.predicted)

    def by_class(self) -> tuple[ClassScore, ...]:
        """Score each class by itself."""
        return class_scores(self.y_true, self.predicted, self.classes)

    def confusion(self) -> NDArray[np.int64]:
        """Count the rows of each true class (row) taken for each class (column) [shape=(n_classes, n_classes)]."""
        return confusion_counts(self.y_true, self.predicted, len(self.classes))

    def cell_places(self, true: int, predicted: int) -> NDArray[np.int64]:
        """Return where in these arrays the rows of one cell of the confusion are, each once, the surest first."""
        return self._surest_first(np.flatnonzero((self.y_true == true) & (self.predicted == predicted)))

    def mistaken_places(self) -> NDArray[np.int64]:
        """Return where in these arrays the rows are that were taken for another class, each once, the surest first."""
        return self._surest_first(np.flatnonzero(self.y_true != self.predicted))

    def sureness(self, place: int) -> float | None:
        """Return the probability of the predicted class; None without probabilities."""
        return None if self.probabilities is None else float(self.probabilities[place, self.predicted[place]])

    def _surest_first(self, places: NDArray[np.int64]) -> NDArray[np.int64]:
        if self.probabilities is not None:
            sure = self.probabilities[places, self.predicted[places]]
            places = places[np.argsort(-sure, kind="stable")]
        return places[np.sort(np.unique(self.rows[places], return_index=True)[1])]

    def reliability(self, n_bins: int = BINS) -> tuple[Bin, ...]:
        """Compare confidence with accuracy in bins of the highest probability, as `sklearn.calibration` does.

        Parameters
        ----------
        n_bins : int
            Bins of equal width from 0 to 1.

        Returns
        -------
        tuple[Bin, ...] of length n_bins
            All bins; an empty one has zeros.

        Raises
        ------
        ValueError
            If the estimator has no probabilities.
        """
        confidence, right = self._confidence()
        edges = np.linspace(0, 1, n_bins + 1)
        bins = np.searchsorted(edges[1:-1], confidence)
        counts = np.bincount(bins, minlength=n_bins)
        sums = (np.bincount(bins, weights=one, minlength=n_bins) for one in (confidence, right))
        means, accuracies = (one / np.maximum(counts, 1) for one in sums)
        return tuple(
            Bin(place / n_bins, (place + 1) / n_bins, int(counts[place]), float(means[place]), float(accuracies[place]))
            for place in range(n_bins)
        )

    def calibration_error(self, n_bins: int = BINS) -> float:
        """Return the expected calibration error, in [0, 1]: mean over rows of |confidence - accuracy| of their bin."""
        bins = self.reliability(n_bins)
        return sum(one.count * abs(one.confidence - one.accuracy) for one in bins) / max(len(self.rows), 1)

    def log_loss(self) -> float:
        """Return the mean of -ln(probability of the true class), in nats.

        A probability counts as at least 1e-12, so that one certain mistake of a tree or of its neighbours does not
        outweigh all other rows.

        Raises
        ------
        ValueError
            If the estimator has no probabilities.
        """
        from sklearn.metrics import log_loss

        probabilities = np.maximum(self._probabilities(), 1e-12)
        return float(log_loss(self.y_true, probabilities, labels=np.arange(len(self.classes))))

    def kappa(self) -> float:
        """Return Cohen's kappa: agreement with the true classes beyond that of chance, 1 at most; NaN for one class."""
        from sklearn.metrics import cohen_kappa_score

        if len(np.union1d(self.y_true, self.predicted)) < 2:
            return float("nan")
        return float(cohen_kappa_score(self.y_true, self.predicted))

    def areas(self) -> NDArray[np.float64]:
        """Return the area under the ROC curve of each class against all others.

        Returns
        -------
        NDArray[np.float64] of shape (n_classes,)
            0.5 is chance; NaN for a class of which all rows are, or none is.

        Raises
        ------
        ValueError
            If the estimator has no probabilities.
        """
        from sklearn.metrics import roc_auc_score

        probabilities = self._probabilities()
        areas = np.full(len(self.classes), np.nan)
        for number in range(len(self.classes)):
            truth = self.y_true == number
            if truth.any() and not truth.all():
                areas[number] = roc_auc_score(truth, probabilities[:, number])
        return areas

    def _confidence(self) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        probabilities = self._probabilities()
        return probabilities.max(axis=1), probabilities.argmax(axis=1) == self.y_true

    def _probabilities(self) -> NDArray[np.float64]:
        if self.probabilities is None:
            raise ValueError(f"{self.estimator} has no probabilities")
        return self.probabilities
