"""Choosing and scoring genre classifiers by folds: random, grouped by artist, and nested."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from core.estimators.candidates import Candidate
from core.evaluation.held_out import HeldOut
from core.genre.passport import Score
from core.progress import Report, silent
from tools.model_building.training_rows import TrainingRows

FOLDS = 5
INNER_FOLDS = 4

Fold = tuple[NDArray[np.int64], NDArray[np.int64]]


def score_of(held_out: HeldOut, n_repeats: int) -> Score:
    """Return accuracy with its spread over the folds, log loss and calibration, rounded as a passport has them."""
    hits = (held_out.predicted == held_out.y_true).reshape(n_repeats, -1)
    folds = held_out.folds.reshape(n_repeats, -1)
    n_folds = int(folds.max()) + 1
    parts = [one[numbers == fold].mean() for one, numbers in zip(hits, folds, strict=True) for fold in range(n_folds)]
    return Score(
        accuracy=round(float(hits.mean()), 4),
        spread=round(float(np.std(parts)), 4),
        lowest=round(float(np.min(parts)), 4),
        highest=round(float(np.max(parts)), 4),
        log_loss=round(held_out.log_loss(), 4),
        calibration_error=round(held_out.calibration_error(), 4),
        folds=n_folds,
        repeats=n_repeats,
    )


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
        Predictions for every row in every repetition, one repetition after another.
    """
    probabilities = np.zeros((len(splits), len(rows.y), len(rows.classes)))
    numbers = np.zeros((len(splits), len(rows.y)), dtype=np.int64)
    for done, (repeat, fold, train, test) in enumerate(_each(splits)):
        report(done / sum(map(len, splits)), f"repetition {repeat + 1}, fold {fold + 1}")
        candidate = choice if isinstance(choice, Candidate) else choice(train)
        fitted = candidate.fit(rows.X[train], rows.y[train], rows.columns, rows.groups[train])
        probabilities[repeat, test] = fitted.predict_proba(candidate.select(rows.X[test], rows.columns))
        numbers[repeat, test] = fold
    return HeldOut(
        estimator=choice.name if isinstance(choice, Candidate) else "the one that was chosen",
        protocol="",
        classes=rows.classes,
        rows=np.tile(np.arange(len(rows.y)), len(splits)),
        y_true=np.tile(rows.y, len(splits)),
        predicted=probabilities.argmax(axis=2).ravel(),
        folds=numbers.ravel(),
        probabilities=probabilities.reshape(-1, len(rows.classes)),
    )


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
