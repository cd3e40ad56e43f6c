"""What the window lets its driving thread do: plain functions, each with the executor that does the fits."""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.dataset.dataset import Dataset
from core.dataset.finding import Finding
from core.estimators.baselines import Baseline
from core.estimators.grids import Grid
from core.progress import Cancelled, sub_range
from core.training.protocols import Protocol
from core.workers.pool import Emitter

if TYPE_CHECKING:
    from core.evaluation.comparison import Comparison
    from core.search.estimate import EstimatePlan
    from core.search.results import SearchResult
    from core.search.search import Board, Control, StrategyName
    from core.training.cross_validation import CrossValidation
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
    emit.report(0.0, f"Connecting to {where.cluster}" if where.cluster else "Starting processes")
    with fitters.use(where.count, where.cluster) as executor:
        return fn(emit, executor, *args)


def train_baselines(
    emit: Emitter,
    executor: "Executor",
    dataset: Dataset,
    options: "TrainingOptions",
    folder: Path,
    findings: Sequence[Finding],
) -> "TrainingResult":
    """`core.training.train.train` into a new folder; each score is a partial result."""
    from core.training.run_folder import RunFolder
    from core.training.train import train

    made = RunFolder.create(folder)
    return train(dataset, options, executor, made, findings, on_score=emit.partial, report=emit.report)


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
    emit: Emitter, executor: "Executor", dataset: Dataset, request: SearchRequest, control: "Control"
) -> "SearchResult":
    """`core.search.search.search` and its files; how it stands is a partial result, some times a second."""
    from core.search.estimate import EstimatePlan, estimate, outer_folds
    from core.search.output import write_search
    from core.search.search import search
    from core.search.settings import settings_of

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
    with suppress(Cancelled):  # what was searched stays, and says that it is optimistic
        found = estimate(
            dataset, request.grid, request.folder, executor, plan, result, strategy=request.strategy,
            protocol=request.protocol, n_folds=request.n_folds, seed=request.seed, control=control,
            report=sub_range(emit.report, share, 0.99),
        )  # fmt: skip
        result = replace(result, estimate=found)
        write_search(request.folder, dataset, request.grid, result, settings, "made in the window")
    return result


def compare_candidate(
    emit: Emitter,
    executor: "Executor",
    dataset: Dataset,
    baseline: Baseline,
    options: "TrainingOptions",
    validation: "CrossValidation",
) -> "tuple[CrossValidation, tuple[Comparison, ...]]":
    """Cross-validate one more estimator as a run was; return it beside those of the run, and how all compare."""
    from core.training.comparisons import compare_all
    from core.training.cross_validation import cross_validate
    from core.training.train import protocols_for

    found = cross_validate(
        dataset, [baseline], options.protocols or protocols_for(dataset), executor, n_folds=options.n_folds,
        repeats=options.repeats, seed=options.seed, on_score=emit.partial, report=emit.report,
    )  # fmt: skip
    together = validation.joined(found)
    return together, tuple(compare_all(together))
