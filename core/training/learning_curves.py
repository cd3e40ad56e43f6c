"""How accuracy grows with the rows to learn from, on those rows and on held-out ones."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.dataset.dataset import Dataset
from core.estimators.baselines import Baseline
from core.language import tr
from core.progress import Report, silent
from core.training.fitting import fit
from core.training.protocols import FOLDS, SEED, Fold, Protocol, folds, protocol_word
from core.training.shared_jobs import Call, run_shared
from core.workers.pool import Emitter, Executor

SIZES = (0.1, 0.325, 0.55, 0.775, 1.0)
"""Shares of the training rows, as in the study's plots."""


@dataclass(frozen=True)
class LearningPoint:
    """One fit on `n_train` rows; with `error` set the accuracies are NaN."""

    estimator: str
    protocol: Protocol
    size: float
    n_train: int
    repeat: int
    fold: int
    train_accuracy: float
    test_accuracy: float
    error: str | None = None


@dataclass(frozen=True)
class CurvePoint:
    """The folds of one size together: mean and standard deviation of both accuracies, for a line and its band."""

    n_train: int
    train_mean: float
    train_spread: float
    test_mean: float
    test_spread: float
    n_failed: int = 0


def learning_curves(
    dataset: Dataset,
    baselines: Sequence[Baseline],
    protocols: Sequence[Protocol],
    executor: Executor | None,
    *,
    sizes: Sequence[float] = SIZES,
    n_folds: int = FOLDS,
    seed: int = SEED,
    on_point: Callable[[LearningPoint], None] | None = None,
    known: Iterable[LearningPoint] = (),
    report: Report = silent,
) -> list[LearningPoint]:
    """Fit on growing parts of each fold's training rows, each class in its share, the smaller within the larger.

    Parameters and errors are those of `cross_validate`; `on_point` is told the points that were made.
    """
    plan: list[tuple[Baseline, Protocol, Fold, float]] = [
        (baseline, protocol, fold, size)
        for baseline in baselines
        for protocol in protocols
        for fold in folds(dataset, protocol, n_folds=n_folds, seed=seed)
        for size in sizes
    ]
    there = {(one.estimator, one.protocol, one.repeat, one.fold, one.size): one for one in known}
    points = {
        number: there[place]
        for number, (baseline, protocol, fold, size) in enumerate(plan)
        if (place := (baseline.key, protocol, fold.repeat, fold.number, size)) in there
    }
    ahead = [number for number in range(len(plan)) if number not in points]
    calls: list[Call] = [(_fit_part, (*plan[number], seed)) for number in ahead]

    def told(number: int) -> str:
        baseline, protocol, fold, size = plan[ahead[number]]
        return tr(
            "{name}, {size:.0f} % of {protocol} fold {number}",
            name=baseline.title,
            size=100 * size,
            protocol=protocol_word(protocol),
            number=fold.number + 1,
        )

    for number, result in run_shared(executor, dataset.fingerprint, dataset, calls, report, told):
        point = result if isinstance(result, LearningPoint) else _failed(dataset, *plan[ahead[number]], seed, result)
        points[ahead[number]] = point
        if on_point is not None:
            on_point(point)
    return [points[number] for number in sorted(points)]


def curve(points: Iterable[LearningPoint], estimator: str, protocol: str) -> list[CurvePoint]:
    """Return the curve of one estimator in one protocol, by growing size, without sizes at which every fit failed."""
    mine = [one for one in points if (one.estimator, one.protocol) == (estimator, protocol)]
    line = []
    for size in sorted({one.size for one in mine}):
        here = [one for one in mine if one.size == size]
        good = [one for one in here if one.error is None]
        if good:
            train = [one.train_accuracy for one in good]
            test = [one.test_accuracy for one in good]
            n_train = round(float(np.mean([one.n_train for one in good])))
            spread = (float(np.std(train)), float(np.mean(test)), float(np.std(test)))
            line.append(CurvePoint(n_train, float(np.mean(train)), *spread, len(here) - len(good)))
    return line


def part_of(dataset: Dataset, fold: Fold, size: float, seed: int) -> NDArray[np.int64]:
    """Return a share of the fold's training rows, at least one of each class; a larger share contains smaller ones."""
    random = np.random.default_rng([seed, fold.repeat, fold.number])
    parts = []
    for label in np.unique(dataset.y[fold.train]):
        rows = random.permutation(fold.train[dataset.y[fold.train] == label])
        parts.append(rows[: max(1, round(size * len(rows)))])
    return np.sort(np.concatenate(parts))


def _failed(
    dataset: Dataset, baseline: Baseline, protocol: Protocol, fold: Fold, size: float, seed: int, problem: object
) -> LearningPoint:
    text = " ".join(str(problem).split()) or type(problem).__name__
    n_train, nothing = len(part_of(dataset, fold, size, seed)), float("nan")
    return LearningPoint(baseline.key, protocol, size, n_train, fold.repeat, fold.number, nothing, nothing, text[:200])


def _fit_part(
    emit: Emitter, dataset: Dataset, baseline: Baseline, protocol: Protocol, fold: Fold, size: float, seed: int
) -> LearningPoint:
    """In a worker: one fit on a part of the rows."""
    emit.report(0.0, baseline.name)
    rows = part_of(dataset, fold, size, seed)
    fitted = fit(baseline.build(dataset.columns, seed), dataset, rows)
    emit.report(0.8, baseline.name)
    train, test = (float((fitted.predict(dataset.X[part]) == dataset.y[part]).mean()) for part in (rows, fold.test))
    return LearningPoint(baseline.key, protocol, size, len(rows), fold.repeat, fold.number, train, test)
