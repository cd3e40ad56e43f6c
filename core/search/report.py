"""The report of a search: one HTML file that stands alone."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from core.dataset.dataset import Dataset
from core.estimators.grid_text import values_text
from core.estimators.grids import Grid
from core.reports.charts import Bar, bar_chart
from core.reports.pages import render
from core.search.plans import OPTIMISTIC
from core.search.results import SearchResult, Trial
from core.training.report import TITLES
from core.training.run_folder import versions

_SHOWN = 25


def render_search_report(
    dataset: Dataset, grid: Grid, result: SearchResult, settings: Mapping[str, Any], command: str
) -> str:
    """Return the page as text."""
    names = list(grid.param_grid)
    candidates = list(grid.candidates()) if result.eliminations else []
    shown = [one for one in result.standings if not np.isnan(one.mean)]
    return render(
        "search-report.html",
        title=f"Search: {grid.base.name.lower()} on {dataset.name}",
        facts=_facts(dataset, grid, result, settings),
        lead=_lead(result),
        n_folds=settings["folds"],
        chance=f"Always predicting the largest class reaches {dataset.chance:.2f}.",
        names=names,
        standings=[
            {
                "rank": one.rank,
                "accuracy": f"{one.mean:.4f} ± {one.spread:.4f}",
                "cells": [values_text([one.parameters[name]]) for name in names],
            }
            for one in shown[:_SHOWN]
        ],
        more=max(0, len(shown) - _SHOWN),
        racing=result.strategy == "racing",
        effects=effects(grid, result.trials),
        eliminations=[
            {"what": _in_words(candidates[one.candidate]), "reason": one.reason} for one in result.eliminations[:_SHOWN]
        ],
        more_eliminations=max(0, len(result.eliminations) - _SHOWN),
        making=list(_making(dataset, grid, settings, command).items()),
        modernised="; ".join(grid.modernised),
    )


def effects(grid: Grid, trials: Sequence[Trial]) -> list[dict[str, str]]:
    """For each parameter with several values a chart of the mean accuracy at each of them."""
    made = []
    good = [one for one in trials if one.error is None and one.candidate is not None]
    for name, values in grid.param_grid.items():
        if len(values) < 2 or not good:
            continue
        bars = []
        for value in values:
            scores = [one.score for one in good if one.parameters.get(name) == value]
            bars.append([Bar(float(np.mean(scores)), min(scores), max(scores)) if scores else Bar(None)])
        chart = bar_chart(name, [values_text([value]) for value in values], ["accuracy"], bars)
        made.append({"name": name, "chart": chart})
    return made


def _facts(dataset: Dataset, grid: Grid, result: SearchResult, settings: Mapping[str, Any]) -> str:
    how = "every combination on every fold" if result.strategy == "exhaustive" else "racing"
    return (
        f"{len(dataset):,} rows, {len(dataset.columns)} columns, {len(dataset.classes)} classes; {len(grid):,} "
        f"combinations, {how}, {TITLES[settings['protocol']].lower()}"
    )


def _lead(result: SearchResult) -> str:
    best = result.best
    if best is None:
        return "No combination could be fitted; see trials.csv for reasons."
    worth = f"That is {OPTIMISTIC}." if result.estimate is None else str(result.estimate)
    return (
        f"Best: {best.mean:.4f} ± {best.spread:.4f} with {_in_words(best.parameters)}. "
        f"{len(result.trials):,} trials, {result.fit_seconds:,.1f} s of fitting. {worth}"
    )


def _in_words(parameters: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {values_text([value])}" for name, value in sorted(parameters.items()))


def _making(dataset: Dataset, grid: Grid, settings: Mapping[str, Any], command: str) -> dict[str, str]:
    return {
        "command": command or "made in the window",
        "table": f"{dataset.source.path.rsplit('/', 1)[-1]}, SHA-256 {dataset.source.sha256[:16]}",
        "columns": ", ".join(dataset.columns),
        **({"preparation": f"{grid.base.settings}"} if grid.base.settings is not None else {}),
        "folds": f"{settings['folds']}, seed {settings['seed']}",
        "libraries": ", ".join(f"{name} {number}" for name, number in versions().items()),
    }
