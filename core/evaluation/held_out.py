"""What an estimator said of rows that it had not been fitted on."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.evaluation.scores import ClassScore, Scores, class_scores, counts, macro_scores

BINS = 10


@dataclass(frozen=True)
class Bin:
    """Rows whose highest probability lies in [start, stop): how many, how sure on average, how often right."""

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
        """Of all rows at once."""
        return macro_scores(self.y_true, self.predicted, len(self.classes))

    def by_class(self) -> tuple[ClassScore, ...]:
        """Precision, recall and F1 of each class."""
        return class_scores(self.y_true, self.predicted, self.classes)

    def confusion(self) -> NDArray[np.int64]:
        """Rows of each true class (row) that were taken for each class (column) [shape=(n_classes, n_classes)]."""
        return counts(self.y_true, self.predicted, len(self.classes))

    def cell_places(self, true: int, predicted: int) -> NDArray[np.int64]:
        """Where in these arrays the songs of one cell of the confusion stand, each once, the surest first."""
        return self._surest_first(np.flatnonzero((self.y_true == true) & (self.predicted == predicted)))

    def mistaken_places(self) -> NDArray[np.int64]:
        """Where in these arrays the songs stand that were taken for something else, each once, the surest first."""
        return self._surest_first(np.flatnonzero(self.y_true != self.predicted))

    def sureness(self, place: int) -> float | None:
        """The probability of the class that a song was taken for; None where there are no probabilities."""
        return None if self.probabilities is None else float(self.probabilities[place, self.predicted[place]])

    def _surest_first(self, places: NDArray[np.int64]) -> NDArray[np.int64]:
        if self.probabilities is not None:
            sure = self.probabilities[places, self.predicted[places]]
            places = places[np.argsort(-sure, kind="stable")]
        return places[np.sort(np.unique(self.rows[places], return_index=True)[1])]

    def reliability(self, n_bins: int = BINS) -> tuple[Bin, ...]:
        """How sure against how often right, in bins of the highest probability; ValueError without probabilities."""
        confidence, right = self._confidence()
        places = np.minimum((confidence * n_bins).astype(int), n_bins - 1)
        bins = []
        for place in range(n_bins):
            inside = places == place
            count = int(inside.sum())
            means = (float(confidence[inside].mean()), float(right[inside].mean())) if count else (0.0, 0.0)
            bins.append(Bin(place / n_bins, (place + 1) / n_bins, count, *means))
        return tuple(bins)

    def calibration_error(self, n_bins: int = BINS) -> float:
        """Expected calibration error: mean over rows of |confidence - accuracy| of their bin, in [0, 1]."""
        bins = self.reliability(n_bins)
        return sum(one.count * abs(one.confidence - one.accuracy) for one in bins) / max(len(self.rows), 1)

    def log_loss(self) -> float:
        """Mean of -ln(probability of the true class), nats; ValueError without probabilities."""
        if self.probabilities is None:
            raise ValueError(f"{self.estimator} has no probabilities")
        true = self.probabilities[np.arange(len(self.y_true)), self.y_true]
        return float(-np.log(np.maximum(true, 1e-12)).mean())

    def _confidence(self) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        if self.probabilities is None:
            raise ValueError(f"{self.estimator} has no probabilities")
        return self.probabilities.max(axis=1), self.probabilities.argmax(axis=1) == self.y_true
