"""What the choice of a search is worth on rows that had no part in it.

The best mean of a search is the best of many, on the very folds that chose it: it is too high. So the whole search is
made again without some rows, and what it chooses then is judged on these.
"""

from pathlib import Path
from typing import Any

import numpy as np

from core.dataset.dataset import Dataset
from core.errors import DatasetError
from core.estimators.grids import Grid
from core.language import tr
from core.progress import Report, silent, sub_range
from core.search.plans import EstimatePlan
from core.search.results import Estimate, OuterFold, SearchResult
from core.search.search import Control, StrategyName, search
from core.search.store import FILE
from core.training.fitting import fit
from core.training.protocols import FOLDS, SEED, Fold, Protocol, folds
from core.training.shared_jobs import run_shared
from core.workers.pool import Emitter, Executor

NESTED = "nested"
"""Folder of the inner searches, in that of the run."""


def estimate(
    dataset: Dataset,
    grid: Grid,
    folder: Path,
    executor: Executor | None,
    plan: EstimatePlan,
    result: SearchResult,
    *,
    strategy: StrategyName = "exhaustive",
    protocol: Protocol = "random",
    n_folds: int = FOLDS,
    seed: int = SEED,
    control: Control | None = None,
    report: Report = silent,
) -> Estimate | None:
    """Judge what a search chooses on rows that had no part in the choice.

    Parameters
    ----------
    folder : of the run; inner searches are kept below it, so that they can be gone on with
    result : of the search on all rows
    strategy, protocol, n_folds, seed : of that search, and of the inner ones

    Returns
    -------
    Estimate : None where nothing was asked for, nothing could be fitted, or a fixed split has no rows for test

    Raises
    ------
    DatasetError : one line, where the rows are too few for folds within folds
    Cancelled : when `control` or `report` wants that; a later call goes on from there
    """
    if plan.method == "none" or result.best is None:
        return None
    if protocol == "split":
        return _on_test_rows(dataset, grid, executor, result, seed)
    outer = outer_folds(dataset, protocol, plan, n_folds=n_folds, seed=seed)
    judged = []
    for number, fold in enumerate(outer):
        part = sub_range(report, number / len(outer), (number + 1) / len(outer))
        inner = dataset.take(fold.train)
        place = folder / NESTED / str(number + 1)
        found = search(
            inner, grid, place, executor, strategy=strategy, protocol=protocol,
            n_folds=_inner_folds(inner, protocol, n_folds, seed), seed=seed, resume=(place / FILE).exists(),
            control=control,
            report=_named(part, tr("Estimate {number} of {n_folds}", number=number + 1, n_folds=len(outer))),
        )  # fmt: skip
        if found.best is None:
            return None
        judged.append(_judged(dataset, grid, executor, fold, found.best.parameters, found.best.mean, seed))
    return Estimate(plan.method, protocol, tuple(judged), result.best.mean)


def outer_folds(
    dataset: Dataset, protocol: Protocol, plan: EstimatePlan, *, n_folds: int = FOLDS, seed: int = SEED
) -> list[Fold]:
    """Return the outer folds; DatasetError where folds of these rows, or folds within them, are not possible."""
    if plan.method == "none" or protocol == "split":
        return []
    outer = folds(dataset, protocol, n_folds=plan.outer_folds, seed=seed)[: plan.searches]
    for fold in outer:
        _inner_folds(dataset.take(fold.train), protocol, n_folds, seed)
    return outer


def _inner_folds(dataset: Dataset, protocol: Protocol, wanted: int, seed: int) -> int:
    """Return how many folds these rows allow: as many as wanted, or fewer."""
    for count in range(wanted, 2, -1):
        try:
            folds(dataset, protocol, n_folds=count, seed=seed)
        except DatasetError:
            continue
        return count
    folds(dataset, protocol, n_folds=2, seed=seed)
    return 2


def _on_test_rows(
    dataset: Dataset, grid: Grid, executor: Executor | None, result: SearchResult, seed: int
) -> Estimate | None:
    split = dataset.split
    if split is None or not (split == "test").any() or not (split == "valid").any() or result.best is None:
        return None
    (fold,) = folds(dataset, "split")
    judged = _judged(dataset, grid, executor, fold, result.best.parameters, result.best.mean, seed)
    return Estimate("holdout", "split", (judged,), result.best.mean)


def _judged(
    dataset: Dataset,
    grid: Grid,
    executor: Executor | None,
    fold: Fold,
    parameters: dict[str, Any],
    inner: float,
    seed: int,
) -> OuterFold:
    call = (_accuracy, (grid, parameters, fold, seed))
    ((_, accuracy),) = run_shared(executor, dataset.fingerprint, dataset, [call])
    if isinstance(accuracy, Exception):
        raise accuracy
    return OuterFold(parameters, inner, accuracy, len(fold.test))


def _accuracy(emit: Emitter, dataset: Dataset, grid: Grid, parameters: dict[str, Any], fold: Fold, seed: int) -> float:
    """In a worker: one combination, judged on rows that had no part in its choice."""
    emit.report(0.0, grid.base.name)
    fitted = fit(grid.build(dataset.columns, seed, parameters), dataset, fold.train)
    return float(np.mean(fitted.predict(dataset.X[fold.test]) == dataset.y[fold.test]))


def _named(report: Report, name: str) -> Report:
    def told(fraction: float, text: str) -> None:
        report(fraction, f"{name}: {text}" if text else name)

    return told
