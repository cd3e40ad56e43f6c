"""Explanations computed by workers: plain functions that hand back plain data, never a fitted estimator."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from core.dataset.dataset import Dataset
from core.errors import DatasetError
from core.estimators.baselines import Baseline
from core.explanation.column_groups import ColumnGroup, column_groups
from core.explanation.importance import Importance, importances, shuffled_columns
from core.explanation.reasons import Reasons, reasons_for
from core.explanation.trees import TreeNode, tree_of, trees_in
from core.language import tr
from core.training.fitting import Fitted, filled, fit
from core.training.protocols import Protocol
from core.workers.pool import Emitter

if TYPE_CHECKING:
    from core.workers.limits import Executor

_BACKGROUND = 200
_KEPT = 2
_fitted: OrderedDict[tuple[str, str], Fitted] = OrderedDict()
"""Fits on all rows, by the data's fingerprint and joblib's hash of the unfitted pipeline with all its parameters."""


@dataclass(frozen=True)
class ShownTree:
    """One tree of an estimator that was fitted on all rows.

    Attributes
    ----------
    nodes, in_units, for_class : as in `core.explanation.trees.Tree`
    number, n_trees : which of how many
    n_grown_apart : for how many classes each of them is grown apart; 1 but for boosting
    path : nodes that the song comes through, from the root; empty without a song
    """

    nodes: tuple[TreeNode, ...]
    in_units: bool
    for_class: int | None
    number: int
    n_trees: int
    n_grown_apart: int
    path: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class SongReasons:
    """Reasons for one song, by an estimator that had not seen it.

    Attributes
    ----------
    row : of the data set
    reasons : shares of each group of columns
    left_out : songs that were left out of the fit with it, since they are of its group
    """

    row: int
    reasons: Reasons
    left_out: int


def importance_job(
    emit: Emitter,
    executor: "Executor",
    dataset: Dataset,
    baselines: Sequence[Baseline],
    protocol: Protocol,
    n_folds: int,
    seed: int,
) -> list[list[Importance]]:
    """`core.explanation.importances` of kinds of features for each estimator, the fits on `executor`."""
    return _weigh(emit, executor, dataset, baselines, protocol, n_folds, seed, column_groups(dataset.columns))


def column_importance_job(
    emit: Emitter,
    executor: "Executor",
    dataset: Dataset,
    baselines: Sequence[Baseline],
    protocol: Protocol,
    n_folds: int,
    seed: int,
) -> list[list[Importance]]:
    """`core.explanation.importances` of columns one by one for each estimator, the fits on `executor`."""
    return _weigh(emit, executor, dataset, baselines, protocol, n_folds, seed, shuffled_columns(dataset))


def _weigh(
    emit: Emitter,
    executor: "Executor",
    dataset: Dataset,
    baselines: Sequence[Baseline],
    protocol: Protocol,
    n_folds: int,
    seed: int,
    groups: Sequence[ColumnGroup],
) -> list[list[Importance]]:
    found = []
    for place, baseline in enumerate(baselines):

        def report(fraction: float, text: str, place: int = place) -> None:
            emit.report((place + fraction) / len(baselines), text)

        found.append(
            importances(dataset, baseline, protocol, executor, n_folds=n_folds, seed=seed, groups=groups, report=report)
        )
    return found


def tree_job(
    emit: Emitter, dataset: Dataset, baseline: Baseline, seed: int, number: int, for_class: int, row: int | None
) -> ShownTree:
    """Tree `number` of `baseline` fitted on all rows, and the way of `row` through it.

    Raises
    ------
    ModelError : where the estimator is not made of trees that can be shown
    """
    emit.report(0.1, tr("Fitting {name}", name=baseline.name))
    fitted = _fit_once(dataset, baseline, seed)
    emit.report(0.9, tr("Drawing the tree"))
    n_trees, n_grown_apart = trees_in(fitted)
    number, for_class = min(number, n_trees - 1), min(for_class, n_grown_apart - 1)
    tree = tree_of(fitted, dataset.columns, dataset.classes, number, for_class)
    path = () if row is None else tree.path(fitted, dataset.X[row])
    return ShownTree(tree.nodes, tree.in_units, tree.for_class, number, n_trees, n_grown_apart, path)


def reasons_job(emit: Emitter, dataset: Dataset, baseline: Baseline, seed: int, row: int) -> SongReasons:
    """Fit without the song and whatever is of its group, then weigh what spoke for each class.

    Raises
    ------
    DatasetError : where too little is left to learn from
    """
    emit.report(0.05, tr("Fitting {name} without {row_names}", name=baseline.name, row_names=dataset.row_names[row]))
    group = np.arange(len(dataset)) == row if dataset.groups is None else dataset.groups == dataset.groups[row]
    others = np.flatnonzero(~group)
    if len(np.unique(dataset.y[others])) < len(dataset.classes):
        raise DatasetError("dataset.group_is_a_class")
    fitted = fit(baseline.build_probabilistic(dataset.columns, seed), dataset, others)
    X = filled(dataset.X, fitted.medians)
    random = np.random.default_rng(seed)
    background = X[random.choice(others, min(_BACKGROUND, len(others)), replace=False)]

    def report(fraction: float, text: str) -> None:
        emit.report(0.4 + 0.6 * fraction, text)

    reasons = reasons_for(
        X[row], background, fitted.predict_proba, dataset.columns, dataset.classes, seed=seed, report=report
    )
    return SongReasons(row, reasons, int(group.sum()) - 1)


def _fit_once(dataset: Dataset, baseline: Baseline, seed: int) -> Fitted:
    """Fit on all rows, or return the fit that this process keeps of the same pipeline on the same data."""
    import joblib

    pipeline: Any = baseline.build(dataset.columns, seed)
    key = (dataset.fingerprint, str(joblib.hash(pipeline)))
    if key not in _fitted:
        _fitted[key] = fit(pipeline, dataset, np.arange(len(dataset)))
        while len(_fitted) > _KEPT:
            _fitted.popitem(last=False)
    _fitted.move_to_end(key)
    return _fitted[key]
