"""A search as its folder has it: the board and, where it was finished, its result, without fitting again."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

from core.errors import SearchError
from core.estimators.grids import Grid
from core.search.plans import METHODS, EstimatePlan, Method
from core.search.racing import racing
from core.search.results import Estimate, OuterFold, SearchResult, collect
from core.search.rounds import Fit, Request, Results, Strategy, Verdict, exhaustive
from core.search.search import Board, board_of
from core.search.sharing import make_plan
from core.search.store import read_store
from core.training.experiment import Experiment, GridRecord, grid_of
from core.training.run_folder import RUN


@dataclass(frozen=True, eq=False)
class ReopenedSearch:
    """How a search stands; `result` is None while fits that its strategy asks for are missing."""

    grid: Grid
    board: Board
    result: SearchResult | None


def reopen_search(folder: Path, experiment: Experiment) -> ReopenedSearch:
    """Follow the strategy of the search in `folder` over the fits that are there.

    Raises
    ------
    SearchError : where the folder holds no fits, or a damaged file
    DatasetError : where this version does not know the grid
    """
    record = experiment.grid
    assert record is not None, "a search has a grid"
    grid = grid_of(record)
    settings, fits = read_store(folder)
    n_folds = settings.get("folds", experiment.n_folds)
    if not isinstance(n_folds, int):
        raise SearchError("search.state_not_read", path=folder, reason="folds")
    try:
        return _followed_to_its_end(folder, experiment, grid, n_folds, fits)
    except (KeyError, TypeError, ValueError):  # damage that SQLite and JSON do not see: fits of no place of this grid
        raise SearchError("search.state_not_read", path=folder, reason="fits and grid disagree") from None


def _followed_to_its_end(
    folder: Path, experiment: Experiment, grid: Grid, n_folds: int, fits: list[Fit]
) -> ReopenedSearch:
    record = experiment.grid
    assert record is not None
    plan = make_plan(grid, experiment.data.columns, experiment.seed, n_folds)
    results = Results()
    results.add(fits)
    strategy = exhaustive(plan) if record.strategy == "exhaustive" else racing(plan, results, experiment.seed)
    asked: dict[Request, None] = {}
    verdict = _followed(strategy, results, asked)
    board = board_of(plan, results, fits)
    if verdict is None:
        return ReopenedSearch(grid, board, None)
    result = collect(plan, results, verdict, asked, record.strategy, 0.0)
    return ReopenedSearch(grid, board, replace(result, estimate=_estimate(folder, result)))


def plan_of(record: GridRecord) -> EstimatePlan | None:
    """Return how the choice of a search was to be judged; None for not at all."""
    method: Method = next((one for one in METHODS if one == record.estimate), "none")
    return None if method == "none" else EstimatePlan(method, record.outer_folds)


def _estimate(folder: Path, result: SearchResult) -> Estimate | None:
    """Return the estimate that the summary of a run holds; None where it holds none."""
    try:
        told = json.loads((folder / RUN).read_text(encoding="utf-8"))["estimate"]
        folds = tuple(
            OuterFold(dict(one["parameters"]), float(one["inner"]), float(one["outer"]), int(one["rows"]))
            for one in told["folds"]
        )
        searched = float("nan") if result.best is None else result.best.mean
        return Estimate(str(told["method"]), str(told["protocol"]), folds, searched) if folds else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _followed(strategy: Strategy, results: Results, asked: dict[Request, None]) -> Verdict | None:
    """Return the verdict of a strategy; None where it asks for a fit that is not there."""
    while True:
        try:
            now = next(strategy)
        except StopIteration as end:
            verdict: Verdict = end.value
            return verdict
        asked |= dict.fromkeys(now.requests)
        if any(request not in results for request in now.requests):
            return None
