"""Cross-validation of many estimators in several protocols: one job a fit, each score as it comes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.dataset.dataset import Dataset
from core.errors import WorkerDiedError
from core.estimators.baselines import Baseline
from core.evaluation.held_out import HeldOut
from core.evaluation.scores import macro_scores
from core.language import tr
from core.progress import Report, silent
from core.training.cost import LONG_SECONDS, seconds_of
from core.training.fitting import fit
from core.training.protocols import FOLDS, SEED, Fold, Protocol, folds, protocol_word
from core.training.shared_jobs import Call, run_shared
from core.workers.pool import Emitter, Executor


@dataclass(frozen=True)
class FoldScore:
    """How one estimator did on one fold; with `error` set the numbers are NaN.

    Attributes
    ----------
    estimator : the baseline's key
    protocol, repeat, fold : which rows were held out
    accuracy, precision, recall, f1 : in [0, 1], the last three macro-averaged
    fit_seconds : processor time of the fit
    error : why there is no score, one line
    """

    estimator: str
    protocol: Protocol
    repeat: int
    fold: int
    accuracy: float
    precision: float
    recall: float
    f1: float
    fit_seconds: float
    error: str | None = None


@dataclass(frozen=True, eq=False)
class FitOutcome:
    """A score and the predictions behind it, for the rows `test`; empty where the fit failed."""

    score: FoldScore
    test: NDArray[np.int64]
    predicted: NDArray[np.int64]
    probabilities: NDArray[np.float64] | None


@dataclass(frozen=True, eq=False)
class CrossValidation:
    """What came of it, by estimator, protocol, repetition and fold, whichever fit ended first."""

    outcomes: tuple[FitOutcome, ...]
    classes: tuple[str, ...]
    y: NDArray[np.int64]

    @property
    def scores(self) -> list[FoldScore]:
        """One a fit."""
        return [outcome.score for outcome in self.outcomes]

    def joined(self, other: "CrossValidation") -> "CrossValidation":
        """Return this with the estimators of another over the same rows, which take the place of those of that name."""
        theirs = {one.score.estimator for one in other.outcomes}
        kept = tuple(one for one in self.outcomes if one.score.estimator not in theirs)
        return replace(self, outcomes=(*kept, *other.outcomes))

    def held_out(self, estimator: str, protocol: str) -> HeldOut:
        """Return the predictions of one estimator in one protocol, all repetitions; KeyError if there are none."""
        parts = [one for one in self.outcomes if (one.score.estimator, one.score.protocol) == (estimator, protocol)]
        parts = [one for one in parts if one.score.error is None]
        if not parts:
            raise KeyError((estimator, protocol))
        rows = np.concatenate([one.test for one in parts])
        probabilities = [one.probabilities for one in parts if one.probabilities is not None]
        return HeldOut(
            estimator=estimator,
            protocol=protocol,
            classes=self.classes,
            rows=rows,
            y_true=self.y[rows],
            predicted=np.concatenate([one.predicted for one in parts]),
            folds=np.concatenate([np.full(len(one.test), one.score.fold) for one in parts]),
            probabilities=np.concatenate(probabilities) if len(probabilities) == len(parts) else None,
        )


def cross_validate(
    dataset: Dataset,
    baselines: Sequence[Baseline],
    protocols: Sequence[Protocol],
    executor: Executor | None,
    *,
    n_folds: int = FOLDS,
    repeats: int = 1,
    seed: int = SEED,
    probabilities: bool = False,
    on_score: Callable[[FoldScore], None] | None = None,
    known: Iterable[FitOutcome] = (),
    keep: Callable[[FitOutcome], None] = lambda _: None,
    report: Report = silent,
) -> CrossValidation:
    """Fit every baseline on every fold of every protocol; the same numbers on any executor.

    Where that takes long, the quick ones come first.

    Parameters
    ----------
    executor : where the fits run, one a job; None is this process
    probabilities : let every estimator have them, at the price of inner folds for support vectors
    on_score : told each score as it comes, in any order; those of `known` at once
    known : fits of the very same data, estimators, folds and seed, which are not made again
    keep : told each fit that was made, unless its worker died: the next attempt may have the memory
    report : may raise `Cancelled`; then the fits that run are stopped within two seconds

    Raises
    ------
    DatasetError : before the first fit, where a protocol is not possible with these rows
    """
    plan: list[tuple[Baseline, Protocol, Fold]] = [
        (baseline, protocol, fold)
        for protocol in protocols
        for baseline in baselines
        for fold in folds(dataset, protocol, n_folds=n_folds, repeats=repeats, seed=seed)
    ]
    there = {_place(one.score): one for one in known}
    outcomes = {
        number: there[place]
        for number, (baseline, protocol, fold) in enumerate(plan)
        if (place := (baseline.key, protocol, fold.repeat, fold.number)) in there
    }
    ahead = [number for number in range(len(plan)) if number not in outcomes]
    work = {number: seconds_of(plan[number][0], len(dataset), len(dataset.columns)) for number in ahead}
    if sum(work.values()) > LONG_SECONDS:  # then the scores that take minutes do not wait for those that take days
        ahead.sort(key=lambda number: work[number])
    calls: list[Call] = [(_fit_fold, (*plan[number], seed, probabilities)) for number in ahead]
    for outcome in outcomes.values():
        if on_score is not None:
            on_score(outcome.score)

    def told(number: int) -> str:
        baseline, protocol, fold = plan[ahead[number]]
        return tr(
            "{name}, {protocol} fold {number}",
            name=baseline.title,
            protocol=protocol_word(protocol),
            number=fold.number + 1,
        )

    shares = [work[number] for number in ahead]
    for number, result in run_shared(executor, dataset.fingerprint, dataset, calls, report, told, work=shares):
        outcome = result if isinstance(result, FitOutcome) else failed(*plan[ahead[number]], result)
        outcomes[ahead[number]] = outcome
        if not isinstance(result, WorkerDiedError):
            keep(outcome)
        if on_score is not None:
            on_score(outcome.score)
    return CrossValidation(tuple(outcomes[number] for number in sorted(outcomes)), dataset.classes, dataset.y)


def _place(score: FoldScore) -> tuple[str, Protocol, int, int]:
    return score.estimator, score.protocol, score.repeat, score.fold


def failed(baseline: Baseline, protocol: Protocol, fold: Fold, problem: object) -> FitOutcome:
    """Return the outcome of a fit that raised: no predictions, and why."""
    text = " ".join(str(problem).split()) or type(problem).__name__
    nothing = float("nan")
    score = FoldScore(
        baseline.key, protocol, fold.repeat, fold.number, nothing, nothing, nothing, nothing, nothing, text[:200]
    )
    return FitOutcome(score, fold.test[:0], np.empty(0, dtype=np.int64), None)


def _fit_fold(
    emit: Emitter, dataset: Dataset, baseline: Baseline, protocol: Protocol, fold: Fold, seed: int, sure: bool
) -> FitOutcome:
    """In a worker: one fit, judged on the fold's held-out rows."""
    emit.report(0.0, baseline.name)
    build: Any = baseline.build_probabilistic if sure else baseline.build
    fitted = fit(build(dataset.columns, seed), dataset, fold.train)
    emit.report(0.9, baseline.name)
    X, y_true = dataset.X[fold.test], dataset.y[fold.test]
    probabilities = fitted.predict_proba(X) if fitted.has_probabilities else None
    # with probabilities in hand, what is most probable is the prediction: as a saved model would say it
    predicted = fitted.predict(X) if probabilities is None else np.asarray(probabilities.argmax(axis=1), dtype=np.int64)
    scores = macro_scores(y_true, predicted)
    score = FoldScore(
        baseline.key,
        protocol,
        fold.repeat,
        fold.number,
        scores.accuracy,
        scores.precision,
        scores.recall,
        scores.f1,
        fitted.fit_seconds,
    )
    return FitOutcome(score, fold.test, predicted, probabilities)
