"""The files of a search: every trial, the ranking, why the others were left, and what was done."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from core.dataset.dataset import Dataset
from core.estimators.grids import Grid
from core.search.report import render_search_report
from core.search.results import Estimate, SearchResult
from core.training.run_folder import REPORT, RunFolder, describe_dataset, versions

TRIALS, RANKING, ELIMINATIONS, ESTIMATE = "trials.csv", "ranking.csv", "eliminations.csv", "nested.csv"


def write_search(
    folder: Path, dataset: Dataset, grid: Grid, result: SearchResult, settings: Mapping[str, Any], command: str
) -> None:
    """Write the tables, the report and run.json into `folder`; each is there whole or not at all."""
    run = RunFolder(folder)
    names = sorted({name for trial in result.trials for name in trial.parameters})
    run.write_table(
        TRIALS,
        [*names, "fold", "score", "fit_seconds", "reuse", "error"],
        (
            [
                *(_entry(trial.parameters.get(name)) for name in names),
                trial.fold,
                trial.score,
                trial.fit_seconds,
                trial.reuse,
                trial.error,
            ]
            for trial in result.trials
        ),
    )
    searched = sorted(grid.param_grid)
    run.write_table(
        RANKING,
        ["rank", *searched, "mean", "spread", "standard_error", "folds"],
        (
            [one.rank, *(_entry(one.parameters[name]) for name in searched)]
            + [one.mean, one.spread, one.standard_error, one.n_folds]
            for one in result.standings
        ),
    )
    candidates = list(grid.candidates())
    run.write_table(
        ELIMINATIONS,
        [*searched, "round", "folds", "reason"],
        (
            [*(_entry(candidates[one.candidate][name]) for name in searched), one.round, one.folds, one.reason]
            for one in result.eliminations
        ),
    )
    if result.estimate is not None:
        run.write_table(
            ESTIMATE,
            ["fold", *searched, "inner", "outer", "rows"],
            (
                [number, *(_entry(one.parameters[name]) for name in searched), one.inner, one.outer, one.n_rows]
                for number, one in enumerate(result.estimate.folds, start=1)
            ),
        )
    run.write_text(REPORT, render_search_report(dataset, grid, result, settings, command))
    run.write_json("run.json", _summary(dataset, grid, result, settings, command))


def _summary(
    dataset: Dataset, grid: Grid, result: SearchResult, settings: Mapping[str, Any], command: str
) -> dict[str, Any]:
    best = result.best
    kinds = Counter(trial.reuse for trial in result.trials)
    return {
        "kind": "search",
        "state": "finished",
        "command": command,
        "strategy": result.strategy,
        "settings": dict(settings),
        "data": describe_dataset(dataset),
        "versions": versions(),
        "modernised": list(grid.modernised),
        "candidates": len(grid),
        "trials": dict(sorted(kinds.items())),
        "failed": sum(trial.error is not None for trial in result.trials),
        "fit_seconds": result.fit_seconds,
        "best": None
        if best is None
        else {
            "parameters": {name: _entry(value) for name, value in best.parameters.items()},
            "mean": best.mean,
            "spread": best.spread,
            "standard_error": best.standard_error,
            "folds": best.n_folds,
        },
        "estimate": None if result.estimate is None else _estimate(result.estimate),
    }


def _estimate(estimate: Estimate) -> dict[str, Any]:
    return {
        "method": estimate.method,
        "protocol": estimate.protocol,
        "mean": estimate.mean,
        "spread": estimate.spread,
        "optimism": estimate.optimism,
        "folds": [
            {"parameters": {name: _entry(value) for name, value in one.parameters.items()},
             "inner": one.inner, "outer": one.outer, "rows": one.n_rows}
            for one in estimate.folds
        ],
    }  # fmt: skip


def _entry(value: Any) -> Any:
    """Return a parameter as a table writes it; a layer's units as (64, 128, 64)."""
    return str(value) if isinstance(value, tuple) else value
