"""`groovescope doctor` and `groovescope train`."""

import json
import os
import shlex
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from core.commandline.estimator_options import (
    ClassWeight,
    ScalerName,
    Select,
    Setting,
    own_baselines,
    preparation_of,
    remarks_on,
)
from core.commandline.feature_option import FeatureChoice, FeatureSet
from core.commandline.runs import training_folder
from core.features.recipe import RECIPE, RECIPE_OF
from core.progress import Report
from core.training.fitters import fitting_executor

if TYPE_CHECKING:
    from core.dataset.dataset import Dataset
    from core.dataset.finding import Finding
    from core.estimators.baselines import Baseline
    from core.jobs.data import DataRequest, SourceKind
    from core.training.train import TrainingOptions, TrainingResult
    from core.workers.limits import Executor

LISTS = ("--drop", "--one-hot", "--baselines", "--save", "--set")
"""Options that take several words: `--drop length tempo`."""


@dataclass(frozen=True)
class Terminal:
    """What these commands need of the command line that they belong to."""

    say: Callable[[str], None]
    progress: Callable[..., AbstractContextManager[Report]]
    failure: Callable[[str], Exception]
    all_well: int
    some_failed: int
    nothing_done: int
    interrupted: int


DatasetPath = Annotated[
    Path,
    typer.Argument(
        metavar="DATASET",
        help="Table (CSV, Parquet) with a label column, or folder with a subfolder for each label.",
        show_default=False,
    ),
]
Label = Annotated[
    str | None,
    typer.Option("--label", help="Column with the labels; default: detected by name.", show_default=False),
]
GroupColumn = Annotated[
    str | None,
    typer.Option(
        "--groups",
        help="Column whose equal entries stay in one fold (artist, album), or: folder, duplicates.",
        show_default=False,
    ),
]
GroupTable = Annotated[
    Path | None,
    typer.Option("--groups-from", help="Second table with the groups, by its column features_row.", show_default=False),
]
Drop = Annotated[list[str] | None, typer.Option("--drop", help="Columns to leave out.", show_default=False)]
OneHot = Annotated[
    list[str] | None,
    typer.Option("--one-hot", help="Columns of text to take as columns of 0 and 1.", show_default=False),
]
Split = Annotated[str | None, typer.Option("--split", help="Column with train, valid or test.", show_default=False)]
MakeSplit = Annotated[
    str | None,
    typer.Option(
        "--make-split",
        help="Make a fixed split, hundredths for train, valid and test, as 80/10/10: stratified, by groups if any.",
        show_default=False,
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        help="Folder for the run; new or empty. Default: among the runs that the window lists.",
        show_default=False,
    ),
]
Resume = Annotated[
    bool, typer.Option("--resume", help="Resume the run of this command; finished fits are not repeated.")
]
Folds = Annotated[int, typer.Option("--folds", min=2, max=100, help="Folds per repetition.")]
Seed = Annotated[int, typer.Option("--seed", min=0, help="Random seed.")]
Jobs = Annotated[
    int | None, typer.Option("--jobs", min=1, help="Fits at a time; default: one per core.", show_default=False)
]
Cluster = Annotated[
    str | None, typer.Option("--cluster", help="Address of a Dask scheduler that runs the fits.", show_default=False)
]


def spread_lists(arguments: Sequence[str]) -> list[str]:
    """`--drop a b` as `--drop a --drop b`, once the data set has been named."""
    spread: list[str] = []
    option: str | None = None
    seen_dataset = False
    expects_value = False
    for word in arguments:
        if word.startswith("-"):
            option = word if word in LISTS else None
            expects_value = "=" not in word and word not in ("--json", "--curves", "--resume", "--help", "-h")
        elif option is not None and not expects_value and seen_dataset:
            spread.append(option)
        elif expects_value:
            expects_value = False
        elif spread:  # the first word is the command itself
            seen_dataset = True
        spread.append(word)
    return spread


def add_commands(app: typer.Typer, terminal: Terminal) -> None:
    """Add both commands to the command line."""
    _add_doctor(app, terminal)
    _add_train(app, terminal)


def _add_doctor(app: typer.Typer, terminal: Terminal) -> None:
    @app.command("doctor")
    def doctor(
        path: DatasetPath,
        label: Label = None,
        groups: GroupColumn = None,
        groups_from: GroupTable = None,
        split: Split = None,
        drop: Drop = None,
        one_hot: OneHot = None,
        features: FeatureSet = FeatureChoice.basic,
        n_folds: Folds = 5,
        as_json: Annotated[bool, typer.Option("--json", help="Print the findings as one JSON object.")] = False,
    ) -> int:
        """Check data before training: copies, columns that reveal the source, groups, doubtful labels.

        Exits with 1 where a finding is an error: scores made with such data mislead.
        """
        from core.doctor.examine import examine

        with in_one_line(terminal), terminal.progress() as advance:
            request = request_of(path, label, groups, groups_from, split, drop, one_hot, features)
            dataset = load(request, advance, terminal)
            findings = examine(dataset, advance, n_folds=n_folds)
        typer.echo(_as_json(dataset, findings) if as_json else _as_text(dataset, findings))
        return terminal.some_failed if any(one.severity == "error" for one in findings) else terminal.all_well


def _add_train(app: typer.Typer, terminal: Terminal) -> None:
    @app.command("train")
    def train(
        path: DatasetPath,
        out: Out = None,
        resume: Resume = False,
        label: Label = None,
        groups: GroupColumn = None,
        groups_from: GroupTable = None,
        split: Split = None,
        drop: Drop = None,
        one_hot: OneHot = None,
        features: FeatureSet = FeatureChoice.basic,
        make_split: MakeSplit = None,
        baselines: Annotated[
            list[str] | None,
            typer.Option(
                "--baselines",
                help=f"What to train: notebook (default), stronger, all, or any of {', '.join(_known_baselines())}.",
                show_default=False,
            ),
        ] = None,
        own: Setting = None,
        scaler: ScalerName = None,
        select: Select = None,
        class_weight: ClassWeight = None,
        n_folds: Folds = 5,
        repeats: Annotated[int, typer.Option("--repeats", min=1, help="Repetitions with other folds.")] = 1,
        seed: Seed = 20,
        curves: Annotated[bool, typer.Option("--curves", help="Also draw learning curves.")] = False,
        save: Annotated[
            list[str] | None,
            typer.Option(
                "--save", help="Fit these on all rows and save them as model files in the run.", show_default=False
            ),
        ] = None,
        jobs: Jobs = None,
        cluster: Cluster = None,
    ) -> int:
        """Cross-validate classifiers on a data set, with random and grouped folds.

        Writes run.json, scores.csv, summary.csv, comparisons.csv, predictions.csv, report.html, and reproduce.py, which
        makes the same scores with scikit-learn alone, to the folder. It can be interrupted and resumed.
        """
        from core.doctor.examine import examine
        from core.errors import DatasetError, EstimatorError
        from core.progress import sub_range
        from core.training.protocols import folds, protocols_for
        from core.training.runs import discard_empty
        from core.training.train import TrainingOptions, experiment_of
        from core.training.train import train as run_training

        with in_one_line(terminal):
            preparation = preparation_of(scaler, select, class_weight)
            words = _words(baselines) or ["notebook"]
            chosen, kept = own_baselines(_found(words, terminal), _found(_words(save), terminal), own, preparation)
        for remark in remarks_on((*chosen, *kept)):
            terminal.say(f"{remark}.")
        _refuse_unsavable(kept, 1, terminal)
        command = shlex.join(["groovescope", *command_line()])
        options = TrainingOptions(chosen, n_folds=n_folds, repeats=repeats, seed=seed, curves=curves, command=command)
        with in_one_line(terminal), terminal.progress() as advance:
            request = request_of(path, label, groups, groups_from, split, drop, one_hot, features)
            dataset = load(request, sub_range(advance, 0.0, 0.05), terminal)
            dataset = with_made_split(dataset, make_split, seed)
            _refuse_unsavable(kept, len(dataset.columns), terminal)  # not after hours of training
            for protocol in protocols_for(dataset):
                folds(dataset, protocol, n_folds=n_folds, seed=seed)
            _tell_cost(dataset, options, None if cluster else jobs or _cores(), terminal)
            find = partial(training_folder, out, experiment_of(dataset, options), request, resume=resume)
            found = None if out is None and not resume else find()
            findings = examine(dataset, sub_range(advance, 0.05, 0.1), n_folds=n_folds, seed=seed)
            folder = found or find()  # a new run of the list is seen by a window, so it begins when its fits do
            with fitting_executor(jobs, cluster) as executor:
                try:
                    share = sub_range(advance, 0.1, 0.7 if kept else 1.0)
                    result = run_training(dataset, options, executor, folder, findings, report=share)
                    share = sub_range(advance, 0.7, 1.0)
                    refused = _save(kept, dataset, options, executor, findings, folder.path, share)
                except KeyboardInterrupt:
                    terminal.say(
                        f"Interrupted: the scores so far are in {folder.path}. Repeat the command with --resume to "
                        "continue."
                    )
                    return terminal.interrupted
                except (DatasetError, EstimatorError):
                    if out is None:
                        discard_empty(folder.path)  # it cannot be made as it is set, now or later
                    raise
        for text in refused:
            terminal.say(f"error: {text}")
        code = _conclude(terminal, dataset, findings, result, folder.path)
        return code if not refused else terminal.some_failed


def _refuse_unsavable(baselines: "Sequence[Baseline]", n_columns: int, terminal: Terminal) -> None:
    """End the command where one of `baselines` cannot be saved, trained on so many columns."""
    from core.training.saving import why_not_saved

    for one in baselines:
        reason = why_not_saved(one, n_columns)
        if reason is not None:
            raise terminal.failure(str(reason))


def _tell_cost(dataset: "Dataset", options: "TrainingOptions", processes: int | None, terminal: Terminal) -> None:
    """Say how long a long training takes, and refuse one without the memory; of a cluster neither is known."""
    from core.training.cost import cost_of, refuse_what_does_not_fit
    from core.training.protocols import protocols_for

    if processes is None:
        return
    refuse_what_does_not_fit(dataset, options.baselines, processes)
    cost = cost_of(
        dataset, options.baselines, protocols_for(dataset), n_folds=options.n_folds, repeats=options.repeats,
        processes=processes,
    )  # fmt: skip
    if cost.note is not None:
        terminal.say(str(cost.note))


def _found(words: Sequence[str], terminal: Terminal) -> "tuple[Baseline, ...]":
    """Return the estimators of these names; a name that is none ends the command."""
    from core.estimators.baselines import find_baselines

    try:
        return find_baselines(words)
    except ValueError as problem:
        raise terminal.failure(f"{problem}.") from None


def _save(
    baselines: "Sequence[Baseline]",
    dataset: "Dataset",
    options: "TrainingOptions",
    executor: "Executor",
    findings: "Sequence[Finding]",
    out: Path,
    report: Report,
) -> list[str]:
    """Write a model file for each of `baselines`; returns why some could not be, one line each."""
    from core.errors import ModelError
    from core.model_file.container import SUFFIX
    from core.progress import sub_range
    from core.training.saving import save_classifier

    refused = []
    for number, one in enumerate(baselines):
        share = sub_range(report, number / len(baselines), (number + 1) / len(baselines))
        try:
            save_classifier(
                out / f"{one.key}{SUFFIX}", dataset, one, executor, findings, n_folds=options.n_folds,
                repeats=options.repeats, seed=options.seed, command=options.command, report=share,
            )  # fmt: skip
        except ModelError as problem:
            refused.append(str(problem))
    return refused


def load(request: "DataRequest", report: Report, terminal: Terminal) -> "Dataset":
    """Load the data set that a command was given: a table, or a folder of folders."""
    from core.dataset import Remedy, apply, load_table
    from core.errors import DatasetError

    if request.kind == "table" and request.recipe != RECIPE:
        raise DatasetError("dataset.features_of_table")
    if request.kind == "table":
        dataset = load_table(
            request.path, label=request.label, groups=request.groups, split=request.split, drop=request.left_out,
            one_hot=request.one_hot, groups_table=request.groups_table, report=report,
        )  # fmt: skip
    elif request.one_hot:
        raise DatasetError("dataset.one_hot_of_audio")
    else:
        from core.dataset.folders import load_folder
        from core.jobs.clip import analysis_executor

        with analysis_executor(_cores()) as executor:
            dataset = load_folder(request.path, executor, report, groups=request.groups, recipe=request.recipe)
        columns = request.left_out
        missing = [name for name in columns if name not in dataset.columns]
        if missing:
            raise DatasetError("dataset.nothing_to_leave_out", column=missing[0])
        if columns:
            dataset = apply(dataset, Remedy("drop_columns", f"Leave out {', '.join(columns)}", columns=columns))
    for note in dataset.notes:
        terminal.say(str(note))
    return dataset


def request_of(
    path: Path,
    label: str | None,
    groups: str | None,
    groups_from: Path | None,
    split: str | None,
    drop: Sequence[str] | None,
    one_hot: Sequence[str] | None,
    features: FeatureChoice = FeatureChoice.basic,
) -> "DataRequest":
    """Return what a command asks to read, as the window would."""
    from core.jobs.data import DataRequest

    kind: SourceKind = "folder" if path.is_dir() else "table"
    return DataRequest(
        kind, path, label, groups, split, groups_from, left_out=tuple(_words(drop)), one_hot=tuple(_words(one_hot)),
        recipe=RECIPE_OF[features.value],
    )  # fmt: skip


def with_made_split(dataset: "Dataset", text: str | None, seed: int) -> "Dataset":
    """Return the data set with the split of `--make-split`; DatasetError where that is not possible."""
    from core.dataset import apply
    from core.dataset.splitting import parts_from, split_remedy
    from core.errors import DatasetError

    if text is None:
        return dataset
    if dataset.split is not None:
        raise DatasetError("dataset.split_twice")
    return apply(dataset, split_remedy(dataset, parts_from(text), seed))


@contextmanager
def in_one_line(terminal: Terminal) -> Iterator[None]:
    """Turn errors of data, a cluster or a disk into the one line that a command ends with."""
    from core.errors import DatasetError, EstimatorError, ExecutorLostError, VersionMismatchError, in_words

    try:
        yield
    except (DatasetError, EstimatorError, ExecutorLostError, VersionMismatchError) as problem:
        raise terminal.failure(str(problem)) from None
    except OSError as problem:
        raise terminal.failure(in_words(problem, Path(problem.filename or "."))) from None


def _known_baselines() -> tuple[str, ...]:
    """Return the keys that can be named; the module of baselines imports nothing heavy."""
    from core.estimators.baselines import BASELINES

    return tuple(one.key for one in BASELINES)


def _words(entries: Sequence[str] | None) -> list[str]:
    """Entries given one by one or with commas between."""
    return [word.strip() for entry in entries or () for word in entry.split(",") if word.strip()]


def _cores() -> int:
    from core.workers.machine import usable_cores

    return usable_cores()


def command_line() -> list[str]:
    """Return the arguments of this program, files by their names alone: a report does not tell where they are."""
    return [Path(word).name if os.sep in word else word for word in sys.argv[1:]]


def _as_json(dataset: "Dataset", findings: "Sequence[Finding]") -> str:
    from core.training.run_folder import describe_dataset

    content = {"data": describe_dataset(dataset), "findings": [one.to_json() for one in findings]}
    return json.dumps(content, indent=1, ensure_ascii=False)


def _as_text(dataset: "Dataset", findings: "Sequence[Finding]") -> str:
    counts = ", ".join(f"{name} {count}" for name, count in zip(dataset.classes, dataset.counts.tolist(), strict=True))
    shape = f"{len(dataset):,} rows, {len(dataset.columns)} columns, {len(dataset.classes)} classes"
    lines = [f"{dataset.name}: {shape} ({counts})"]
    for one in findings:
        lines += ["", f"{one.severity}: {one.title}", f"  {one.explanation}"]
        lines += [f"  remedy: {remedy.title}" for remedy in one.remedies]
    return "\n".join(lines)


def _conclude(
    terminal: Terminal,
    dataset: "Dataset",
    findings: "Sequence[Finding]",
    result: "TrainingResult",
    out: Path,
) -> int:
    """Write a small table to standard output, the failures to standard error."""
    from core.training.report import best_in_words

    summaries = result.summaries
    for one in summaries:
        if one.n_failed:
            terminal.say(f"error: {one.estimator}, {one.protocol}: {one.n_failed} fits failed: {one.error}")
        if one.accuracy is not None:
            typer.echo(
                f"{one.estimator:14} {one.protocol:8} accuracy {one.accuracy.mean:.3f} ± {one.accuracy.spread:.3f} "
                f"({one.accuracy.lowest:.3f} to {one.accuracy.highest:.3f})"
            )
    if all(one.accuracy is None for one in summaries):
        raise terminal.failure(f"no estimator could be fitted; see {out / 'scores.csv'}.")
    typer.echo("± standard deviation over the folds")
    typer.echo(best_in_words(summaries, result.comparisons))
    warnings = sum(one.severity != "note" for one in findings)
    advice = f" The doctor has {warnings} warning{'s' if warnings > 1 else ''}: see the report." if warnings else ""
    terminal.say(f"Run on {len(dataset):,} rows saved in {out}.{advice}")
    return terminal.some_failed if any(one.n_failed for one in summaries) else terminal.all_well
