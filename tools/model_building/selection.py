"""Choosing and scoring genre classifiers by folds: random, grouped by artist, and nested."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.estimators.candidates import Candidate
from core.genre.passport import Score
from core.progress import Report, silent
from tools.model_building.training_rows import TrainingRows

FOLDS = 5
INNER_FOLDS = 4
CALIBRATION_BINS = 10

Fold = tuple[NDArray[np.int64], NDArray[np.int64]]


@dataclass(frozen=True, eq=False)
class HeldOut:
    """Predictions for rows that had been held out.

    Attributes
    ----------
    probabilities : NDArray[np.float64] [shape=(n_repeats, n_rows, n_classes)]
    folds : NDArray[np.int64] [shape=(n_repeats, n_rows)], the fold in which each row was held out
    y : NDArray[np.int64] [shape=(n_rows,)]
    """

    probabilities: NDArray[np.float64]
    folds: NDArray[np.int64]
    y: NDArray[np.int64]

    @property
    def hits(self) -> NDArray[np.bool_]:
        """Whether the most probable class was the true one [shape=(n_repeats, n_rows)]."""
        return np.asarray(self.probabilities.argmax(axis=2) == self.y)

    def log_loss(self) -> float:
        """Mean of -ln(probability of the true class), nats."""
        true = self.probabilities[:, np.arange(len(self.y)), self.y]
        return float(-np.log(np.maximum(true, 1e-12)).mean())

    def score(self) -> Score:
        """Accuracy with its spread over the folds, log loss, calibration."""
        n_folds = int(self.folds.max()) + 1
        parts = [
            hits[folds == fold].mean()
            for hits, folds in zip(self.hits, self.folds, strict=True)
            for fold in range(n_folds)
        ]
        share, confidence, accuracy = self.reliability().T
        return Score(
            accuracy=round(float(self.hits.mean()), 4),
            spread=round(float(np.std(parts)), 4),
            lowest=round(float(np.min(parts)), 4),
            highest=round(float(np.max(parts)), 4),
            log_loss=round(self.log_loss(), 4),
            calibration_error=round(float((share * np.abs(confidence - accuracy)).sum()), 4),
            folds=n_folds,
            repeats=len(self.folds),
        )

    def reliability(self) -> NDArray[np.float64]:
        """Share of rows, mean confidence and accuracy by confidence [shape=(CALIBRATION_BINS, 3)]; 0 where empty."""
        confidence = self.probabilities.max(axis=2).ravel()
        bins = np.minimum((confidence * CALIBRATION_BINS).astype(int), CALIBRATION_BINS - 1)
        counts = np.bincount(bins, minlength=CALIBRATION_BINS)
        sums = [np.bincount(bins, values, CALIBRATION_BINS) for values in (confidence, self.hits.ravel().astype(float))]
        return np.stack([counts / len(bins), *(total / np.maximum(counts, 1) for total in sums)], axis=1)

    def confusion(self) -> NDArray[np.float64]:
        """Share of each true class (row) that was taken for each class (column) [shape=(n_classes, n_classes)]."""
        n_classes = self.probabilities.shape[2]
        counts = np.zeros((n_classes, n_classes))
        np.add.at(counts, (np.broadcast_to(self.y, self.hits.shape), self.probabilities.argmax(axis=2)), 1)
        return np.asarray(counts / counts.sum(axis=1, keepdims=True))


def grouped_folds(y: NDArray[np.int64], groups: NDArray[np.int64], n_folds: int, seed: int) -> list[Fold]:
    """Return stratified folds that do not part groups."""
    from sklearn.model_selection import StratifiedGroupKFold

    return list(StratifiedGroupKFold(n_folds, shuffle=True, random_state=seed).split(y, y, groups))


def random_folds(y: NDArray[np.int64], n_folds: int, seed: int) -> list[Fold]:
    """Return stratified folds that ignore groups."""
    from sklearn.model_selection import StratifiedKFold

    return list(StratifiedKFold(n_folds, shuffle=True, random_state=seed).split(y, y))


def hold_out(
    rows: TrainingRows,
    splits: Sequence[Sequence[Fold]],
    choice: Candidate | Callable[[NDArray[np.int64]], Candidate],
    report: Report = silent,
) -> HeldOut:
    """Fit on the training part of every fold, predict the part held out.

    Parameters
    ----------
    rows : TrainingRows
        All rows.
    splits : Sequence[Sequence[Fold]]
        The folds of each repetition.
    choice : Candidate or callable
        The candidate to fit, or a function that returns it for the rows of a training part, the only ones it may see.
    report : Report
        Progress, once per fit.

    Returns
    -------
    HeldOut
        The predictions for every row in every repetition.
    """
    probabilities = np.zeros((len(splits), len(rows.y), len(rows.classes)))
    numbers = np.zeros((len(splits), len(rows.y)), dtype=np.int64)
    for done, (repeat, fold, train, test) in enumerate(_each(splits)):
        report(done / sum(map(len, splits)), f"repetition {repeat + 1}, fold {fold + 1}")
        candidate = choice if isinstance(choice, Candidate) else choice(train)
        fitted = candidate.fit(rows.X[train], rows.y[train], rows.columns, rows.groups[train])
        probabilities[repeat, test] = fitted.predict_proba(candidate.select(rows.X[test], rows.columns))
        numbers[repeat, test] = fold
    return HeldOut(probabilities, numbers, rows.y)


def _each(splits: Sequence[Sequence[Fold]]) -> Iterator[tuple[int, int, NDArray[np.int64], NDArray[np.int64]]]:
    for repeat, folds in enumerate(splits):
        for fold, (train, test) in enumerate(folds):
            yield repeat, fold, train, test


def choose_candidate(
    rows: TrainingRows, places: NDArray[np.int64], candidates: Sequence[Candidate], seed: int
) -> Candidate:
    """Return the candidate with the smallest log loss over artist-grouped folds within `places`, the only rows used."""
    if len(candidates) == 1:
        return candidates[0]
    part = TrainingRows(
        X=rows.X[places],
        y=rows.y[places],
        classes=rows.classes,
        columns=rows.columns,
        groups=rows.groups[places],
        strict_groups=rows.strict_groups[places],
        places=rows.places[places],
        origin={},
    )
    splits = [grouped_folds(part.y, part.groups, INNER_FOLDS, seed)]
    losses = [hold_out(part, splits, candidate).log_loss() for candidate in candidates]
    return candidates[int(np.argmin(losses))]
