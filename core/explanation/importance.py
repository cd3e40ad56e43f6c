"""Which groups of columns matter: by shuffling them in held-out rows, and by a forest's own account beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.dataset.dataset import Dataset
from core.estimators.baselines import Baseline
from core.estimators.steps import CIRCLE, classifier_of, places_read
from core.explanation.column_groups import ColumnGroup, column_groups, single_columns
from core.exploration.ranking import class_ratios
from core.progress import Report, silent
from core.training.fitting import Fitted, fit
from core.training.protocols import FOLDS, SEED, Fold, Protocol, folds
from core.training.shared_jobs import Call, run_shared
from core.workers.pool import Emitter, Executor

SHUFFLES = 5

MOST_COLUMNS = 200
"""That are shuffled one by one: each takes as many predictions of all held-out rows as there are shuffles."""


@dataclass(frozen=True)
class Importance:
    """What one group of columns is worth.

    Attributes
    ----------
    permutation, spread : accuracy lost on held-out rows when the group is shuffled; mean, and deviation over folds
    impurity : the share that a forest or boosting gives itself, in [0, 1]; None for other estimators. It counts how
        often columns were split by on the training rows, so it favours many-valued and correlated ones
    """

    group: ColumnGroup
    permutation: float
    spread: float
    impurity: float | None


def importances(
    dataset: Dataset,
    baseline: Baseline,
    protocol: Protocol,
    executor: Executor | None,
    *,
    n_folds: int = FOLDS,
    seed: int = SEED,
    shuffles: int = SHUFFLES,
    groups: Sequence[ColumnGroup] | None = None,
    report: Report = silent,
) -> list[Importance]:
    """Permutation importance over the folds of a protocol, the most important group first.

    Raises
    ------
    DatasetError : where the protocol is not possible
    Whatever the estimator raises where none of its fits succeeds
    """
    parts = tuple(column_groups(dataset.columns) if groups is None else groups)
    plan = folds(dataset, protocol, n_folds=n_folds, seed=seed)
    calls: list[Call] = [(_fold_importance, (baseline, fold, parts, shuffles, seed)) for fold in plan]
    results = dict(run_shared(executor, dataset.fingerprint, dataset, calls, report, lambda _: baseline.name))
    good = [results[number] for number in sorted(results) if not isinstance(results[number], Exception)]
    if not good:
        raise results[0]
    losses = np.array([loss for loss, _ in good])
    shares = [share for _, share in good if share is not None]
    impurity = np.mean(shares, axis=0) if shares else None
    order = np.argsort(-losses.mean(axis=0), kind="stable")
    return [
        Importance(
            parts[one],
            float(losses[:, one].mean()),
            float(losses[:, one].std()),
            None if impurity is None else float(impurity[one]),
        )
        for one in order
    ]


def shuffled_columns(dataset: Dataset, most: int = MOST_COLUMNS) -> tuple[ColumnGroup, ...]:
    """Return the columns that are worth shuffling one by one: all, or the `most` whose means differ most by class."""
    if len(dataset.columns) <= most:
        return single_columns(dataset.columns)
    places = np.argsort(-class_ratios(dataset)[0], kind="stable")[:most]
    return single_columns(dataset.columns, sorted(int(one) for one in places))


def impurity_by_column(fitted: Fitted) -> NDArray[np.float64] | None:
    """Return the impurity importances of a forest or boosting [shape=(n_columns,)], summing to 1; None for others.

    A scaler that appends columns of its own (the tempo's circle) has their shares left out; columns that were not
    selected have none.
    """
    own = getattr(classifier_of(fitted.pipeline), "feature_importances_", None)
    if own is None:
        return None
    shares = np.zeros(len(fitted.medians) + len(CIRCLE))
    shares[places_read(fitted.pipeline, len(fitted.medians))] = own
    return shares[: len(fitted.medians)]


def _fold_importance(
    emit: Emitter,
    dataset: Dataset,
    baseline: Baseline,
    fold: Fold,
    parts: Sequence[ColumnGroup],
    shuffles: int,
    seed: int,
) -> tuple[list[float], list[float] | None]:
    """In a worker: one fit; for each group the accuracy it costs to shuffle it, and its impurity share."""
    emit.report(0.0, baseline.name)
    fitted = fit(baseline.build(dataset.columns, seed), dataset, fold.train)
    X, y = dataset.X[fold.test], dataset.y[fold.test]
    whole = float((fitted.predict(X) == y).mean())
    random = np.random.default_rng([seed, fold.repeat, fold.number])
    losses = []
    for number, part in enumerate(parts):
        emit.report(0.5 + 0.5 * number / len(parts), part.name)
        reached = []
        for _ in range(shuffles):
            shuffled = X.copy()
            shuffled[:, part.places] = X[random.permutation(len(X))][:, part.places]
            reached.append(float((fitted.predict(shuffled) == y).mean()))
        losses.append(whole - float(np.mean(reached)))
    own = impurity_by_column(fitted)
    return losses, None if own is None else [float(own[list(part.places)].sum()) for part in parts]
