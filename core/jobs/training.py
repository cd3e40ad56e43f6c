"""What the window lets its driving thread do: plain functions, each with the executor that does the fits."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.dataset.dataset import Dataset
from core.dataset.finding import Finding
from core.errors import DatasetError, EstimatorError, SearchError
from core.estimators.baselines import Baseline
from core.estimators.grids import Grid
from core.language import tr
from core.progress import Cancelled, sub_range
from core.training.protocols import Protocol
from core.workers.pool import Emitter

if TYPE_CHECKING:
    from core.search.plans import EstimatePlan
    from core.search.results import SearchResult
    from core.search.search import Board, Control, StrategyName
    from core.training.fitters import Fitters
    from core.training.train import TrainingOptions, TrainingResult
    from core.workers.limits import Executor

BOARDS_A_SECOND = 5


@dataclass(frozen=True)
class Where:
    """Processes on this machine, one for each core when None, or the address of a cluster."""

    count: int | None = None
    cluster: str | None = None


def with_fitters(emit: Emitter, fitters: "Fitters", where: Where, fn: Callable[..., Any], *args: Any) -> Any:
    """Call `fn(emit, executor, *args)` with the executor that does the fits."""
    emit.report(
        0.0, tr("Connecting to {cluster}", cluster=where.cluster) if where.cluster else tr("Starting processes")
    )
    with fitters.use(where.count, where.cluster) as executor:
        return fn(emit, executor, *args)


def train_baselines(
    emit: Emitter,
    executor: "Executor",
    dataset: Dataset,
    options: "TrainingOptions",
    folder: Path,
    findings: Sequence[Finding] | None,
    here: Mapping[str, Any],
) -> "TrainingResult":
    """`core.training.train.train` into a new folder, or on in that of a run; each score is a partial result."""
    from core.training.experiment import FILE
    from core.training.run_folder import RunFolder
    from core.training.runs import begin_run, discard_empty, refuse_other_versions
    from core.training.train import experiment_of, train

    is_new = not (folder / FILE).exists()
    if not is_new:
        refuse_other_versions(folder)
        made = RunFolder(folder)
    else:
        made = begin_run(folder, experiment_of(dataset, options), here)
    try:
        return train(dataset, options, executor, made, findings, on_score=emit.partial, report=emit.report)
    except (DatasetError, EstimatorError):
        if is_new:
            discard_empty(folder)  # it cannot be made as it is set, now or later
        raise


@dataclass(frozen=True)
class SearchRequest:
    """A search as it is asked for; `folder` is that of the run, `estimate` how its choice is judged."""

    grid: Grid
    strategy: "StrategyName"
    protocol: Protocol
    n_folds: int
    seed: int
    folder: Path
    resume: bool = False
    estimate: "EstimatePlan | None" = None


def search_grid(
    emit: Emitter,
    executor: "Executor",
    dataset: Dataset,
    request: SearchRequest,
    control: "Control",
    here: Mapping[str, Any],
) -> "SearchResult":
    """`core.search.search.search` and its files; how it stands is a partial result, some times a second."""
    from core.training.fit_store import open_fits
    from core.training.runs import discard_empty, mark

    is_new = not request.folder.exists()
    _begin_search(dataset, request, here)
    try:
        with open_fits(request.folder, dataset):  # keeps the rows, and tells others that it goes on
            return _search(emit, executor, dataset, request, control)
    except BaseException as problem:
        mark(request.folder, "stopped")
        if is_new and isinstance(problem, DatasetError | EstimatorError | SearchError):
            discard_empty(request.folder)  # it cannot be made as it is set, now or later
        raise


def _begin_search(dataset: Dataset, request: SearchRequest, here: Mapping[str, Any]) -> None:
    """Make the folder of a search with its record and its rows, or say in that of a former one that it goes on."""
    from core.training.experiment import search_experiment, write_experiment
    from core.training.run_folder import RunFolder
    from core.training.runs import begin_run, mark, write_here

    plan = request.estimate
    experiment = search_experiment(
        dataset, request.grid, request.strategy, request.protocol, n_folds=request.n_folds, seed=request.seed,
        estimate="none" if plan is None else plan.method, outer_folds=0 if plan is None else plan.outer_folds,
    )  # fmt: skip
    if request.folder.exists():
        write_experiment(RunFolder(request.folder), experiment)  # the strategy may be another one now
        write_here(request.folder, here)
        mark(request.folder, "running")
    else:
        begin_run(request.folder, experiment, here)


def _search(
    emit: Emitter, executor: "Executor", dataset: Dataset, request: SearchRequest, control: "Control"
) -> "SearchResult":
    from core.search.estimate import estimate, outer_folds
    from core.search.output import write_search
    from core.search.plans import EstimatePlan
    from core.search.search import search
    from core.search.settings import settings_of
    from core.training.runs import mark

    last: tuple[float, Board | None] = (0.0, None)

    def keep(board: "Board") -> None:
        nonlocal last
        waiting = board if last[1] is None else replace(board, trials=(*last[1].trials, *board.trials))
        if time.monotonic() - last[0] < 1 / BOARDS_A_SECOND:
            last = (last[0], waiting)
            return
        last = (time.monotonic(), None)
        emit.partial(waiting)

    plan = request.estimate or EstimatePlan("none")
    outer_folds(dataset, request.protocol, plan, n_folds=request.n_folds, seed=request.seed)
    share = 0.99 / plan.work(request.protocol)
    result = search(
        dataset, request.grid, request.folder, executor, strategy=request.strategy, protocol=request.protocol,
        n_folds=request.n_folds, seed=request.seed, resume=request.resume, on_trial=keep, control=control,
        report=sub_range(emit.report, 0.0, share),
    )  # fmt: skip
    settings = settings_of(dataset, request.grid, request.protocol, request.n_folds, request.seed)
    write_search(request.folder, dataset, request.grid, result, settings, "made in the window")
    if plan.method == "none":
        return result
    mark(request.folder, "running")
    try:
        found = estimate(
            dataset, request.grid, request.folder, executor, plan, result, strategy=request.strategy,
            protocol=request.protocol, n_folds=request.n_folds, seed=request.seed, control=control,
            report=sub_range(emit.report, share, 0.99),
        )  # fmt: skip
    except Cancelled:  # what was searched stays, and says that it is optimistic
        mark(request.folder, "stopped")
        return result
    result = replace(result, estimate=found)
    write_search(request.folder, dataset, request.grid, result, settings, "made in the window")
    return result


def compare_candidate(
    emit: Emitter,
    executor: "Executor",
    dataset: Dataset,
    baseline: Baseline,
    run: "TrainingResult",
    options: "TrainingOptions",
    folder: Path,
    findings: Sequence[Finding] | None,
) -> "TrainingResult":
    """Cross-validate one more estimator as a run was, into its folder; return all that the run holds then.

    Parameters
    ----------
    options : of the run, with the new estimator among its baselines
    """
    from core.training.cross_validation import cross_validate
    from core.training.experiment import write_experiment
    from core.training.fit_store import open_fits
    from core.training.protocols import protocols_for
    from core.training.run_folder import RunFolder
    from core.training.train import experiment_of, finish

    made = RunFolder(folder)
    with open_fits(folder, dataset) as store:
        write_experiment(made, experiment_of(dataset, options))
        store.forget(baseline.key)
        found = cross_validate(
            dataset, [baseline], options.protocols or protocols_for(dataset), executor, n_folds=options.n_folds,
            repeats=options.repeats, seed=options.seed, on_score=emit.partial, keep=store.add, report=emit.report,
        )  # fmt: skip
    return finish(dataset, options, made, run.validation.joined(found), run.curves, findings)
