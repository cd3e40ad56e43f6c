"""`groovescope search`."""

import shlex
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from core.commandline import train as shared
from core.commandline.estimator_options import ClassWeight, ScalerName, Select, preparation_of
from core.commandline.feature_option import FeatureChoice, FeatureSet
from core.commandline.runs import search_folder
from core.commandline.train import (
    Cluster,
    DatasetPath,
    Drop,
    Folds,
    GroupColumn,
    GroupTable,
    Jobs,
    Label,
    MakeSplit,
    OneHot,
    Out,
    Resume,
    Seed,
    Split,
    Terminal,
)
from core.progress import Report
from core.training.fitters import fitting_executor

if TYPE_CHECKING:
    from core.dataset.dataset import Dataset
    from core.estimators.grids import Grid
    from core.search.plans import EstimatePlan
    from core.search.results import SearchResult
    from core.search.search import StrategyName
    from core.training.protocols import Protocol
    from core.workers.pool import Executor

_SHOWN = 5


class FamilyName(StrEnum):
    """The study's grids."""

    forest = "forest"
    boosting = "boosting"
    mlp = "mlp"


class StrategyChoice(StrEnum):
    """How a grid is searched."""

    exhaustive = "exhaustive"
    racing = "racing"


class EstimateChoice(StrEnum):
    """How the choice of a search is judged."""

    nested = "nested"
    holdout = "holdout"
    none = "none"


class ProtocolChoice(StrEnum):
    """How rows are held out."""

    at_random = "random"
    in_groups = "grouped"
    as_given = "split"


def add_search(app: typer.Typer, terminal: Terminal) -> None:
    """Add the command to the command line."""

    @app.command("search")
    def search(
        path: DatasetPath,
        family: Annotated[FamilyName, typer.Option("--family", help="Grid to search.", show_default=False)],
        out: Out = None,
        strategy: Annotated[
            StrategyChoice,
            typer.Option("--strategy", help="Fit every combination, or drop early those that cannot win."),
        ] = StrategyChoice.exhaustive,
        resume: Resume = False,
        label: Label = None,
        groups: GroupColumn = None,
        groups_from: GroupTable = None,
        split: Split = None,
        drop: Drop = None,
        one_hot: OneHot = None,
        features: FeatureSet = FeatureChoice.basic,
        make_split: MakeSplit = None,
        grid_file: Annotated[
            Path | None,
            typer.Option(
                "--grid", help='Other values, as JSON: {"max_depth": [5, null], "alpha": []}.', show_default=False
            ),
        ] = None,
        protocol: Annotated[
            ProtocolChoice | None,
            typer.Option(
                "--protocol",
                help="Protocol of the folds; default: the strictest that the options allow.",
                show_default=False,
            ),
        ] = None,
        scaler: ScalerName = None,
        select: Select = None,
        class_weight: ClassWeight = None,
        estimation: Annotated[
            EstimateChoice | None,
            typer.Option(
                "--estimate",
                help="Judge the choice on untouched rows: nested (default when racing), holdout (default otherwise), "
                "none.",
                show_default=False,
            ),
        ] = None,
        outer: Annotated[int, typer.Option("--outer-folds", min=2, max=100, help="Outer folds of --estimate.")] = 5,
        n_folds: Folds = 5,
        seed: Seed = 20,
        jobs: Jobs = None,
        cluster: Cluster = None,
    ) -> int:
        """Search a grid of parameters, to the end or racing; it can be interrupted and resumed.

        The folder gets trials.csv, ranking.csv, nested.csv, report.html, run.json, and every finished fit in
        trials.sqlite.
        """
        from core.errors import SearchError
        from core.estimators.own import tailored
        from core.progress import sub_range
        from core.search.estimate import outer_folds
        from core.search.plans import RACES_END, cost_in_words, usual_plan
        from core.search.settings import read_grid
        from core.training.experiment import search_experiment

        place = out
        try:
            with shared.in_one_line(terminal), terminal.progress(with_time_left=False) as advance:
                grid = read_grid(family.value, grid_file)
                preparation = preparation_of(scaler, select, class_weight)
                grid = replace(grid, base=tailored(grid.base, None, preparation))
                request = shared.request_of(path, label, groups, groups_from, split, drop, one_hot, features)
                dataset = shared.load(request, sub_range(advance, 0.0, 0.01), terminal)
                dataset = shared.with_made_split(dataset, make_split, seed)
                held_out = protocol.value if protocol is not None else _protocol(dataset)
                plan = usual_plan(strategy.value, outer)
                plan = plan if estimation is None else replace(plan, method=estimation.value)
                outer_folds(dataset, held_out, plan, n_folds=n_folds, seed=seed)
                terminal.say(cost_in_words(plan, held_out))
                if strategy is StrategyChoice.racing:
                    terminal.say(RACES_END[family.value])
                experiment = search_experiment(
                    dataset, grid, strategy.value, held_out, n_folds=n_folds, seed=seed, estimate=plan.method,
                    outer_folds=plan.outer_folds,
                )  # fmt: skip
                with (
                    fitting_executor(jobs, cluster) as executor,
                    search_folder(out, experiment, dataset, request, resume=resume) as folder,
                ):
                    place = folder
                    result = _searched(
                        folder, dataset, grid, executor, plan, strategy=strategy.value, protocol=held_out,
                        n_folds=n_folds, seed=seed, resume=resume, report=sub_range(advance, 0.01, 1.0),
                        is_listed=out is None,
                    )  # fmt: skip
        except SearchError as problem:
            raise terminal.failure(str(problem)) from None
        except KeyboardInterrupt:
            kept = f": finished fits are in {place}. Repeat the command with --resume to continue" if place else ""
            terminal.say(f"Interrupted{kept}.")
            return terminal.interrupted
        return _conclude(terminal, result, folder)


def _searched(
    folder: Path,
    dataset: "Dataset",
    grid: "Grid",
    executor: "Executor",
    plan: "EstimatePlan",
    *,
    strategy: "StrategyName",
    protocol: "Protocol",
    n_folds: int,
    seed: int,
    resume: bool,
    report: Report,
    is_listed: bool,
) -> "SearchResult":
    """Search, judge the choice, and write both; a run that a window lists is not finished in between."""
    from core.progress import sub_range
    from core.search.estimate import estimate
    from core.search.output import write_search
    from core.search.search import search
    from core.search.settings import settings_of
    from core.training.runs import mark

    settings = settings_of(dataset, grid, protocol, n_folds, seed)
    command = shlex.join(["groovescope", *shared.command_line()])
    share = 1.0 / plan.work(protocol)
    result = search(
        dataset, grid, folder, executor, strategy=strategy, protocol=protocol, n_folds=n_folds, seed=seed,
        resume=resume, report=sub_range(report, 0.0, share),
    )  # fmt: skip
    write_search(folder, dataset, grid, result, settings, command)
    if is_listed:
        mark(folder, "running")
    found = estimate(
        dataset, grid, folder, executor, plan, result, strategy=strategy, protocol=protocol, n_folds=n_folds,
        seed=seed, report=sub_range(report, share, 1.0),
    )  # fmt: skip
    result = replace(result, estimate=found)
    write_search(folder, dataset, grid, result, settings, command)
    return result


def _protocol(dataset: "Dataset") -> "Protocol":
    """Return the strictest protocol that the data allow: a fixed split, groups, or random folds."""
    if dataset.split is not None:
        return "split"
    return "random" if dataset.groups is None else "grouped"


def _conclude(terminal: Terminal, result: "SearchResult", out: Path) -> int:
    from core.search.plans import OPTIMISTIC

    best = result.best
    failed = sum(trial.error is not None for trial in result.trials)
    if best is None:
        reason = next((trial.error for trial in result.trials if trial.error), "no trial")
        raise terminal.failure(f"no combination could be fitted ({reason}); see trials.csv in {out}.")
    for one in result.standings[:_SHOWN]:
        parameters = ", ".join(f"{name} {value}" for name, value in sorted(one.parameters.items()))
        typer.echo(f"{one.rank:5} {one.mean:.4f} ± {one.spread:.4f}  {parameters}")
    typer.echo("± standard deviation over the folds")
    typer.echo(f"best score: {OPTIMISTIC}" if result.estimate is None else str(result.estimate))
    terminal.say(f"{len(result.trials):,} trials, {result.fit_seconds:,.1f} s of fitting; saved in {out}.")
    if failed:
        terminal.say(f"error: {failed} of them failed; see trials.csv.")
    return terminal.some_failed if failed else terminal.all_well
