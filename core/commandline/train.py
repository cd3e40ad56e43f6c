"""`groovescope doctor` and `groovescope train`."""

import json
import os
import shlex
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
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
from core.progress import Report
from core.workers.opening import executor_for

if TYPE_CHECKING:
    from core.dataset.dataset import Dataset
    from core.dataset.finding import Finding
    from core.estimators.baselines import Baseline
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

    @app.command("doctor")
    def doctor(
        path: DatasetPath,
        label: Label = None,
        groups: GroupColumn = None,
        groups_from: GroupTable = None,
        split: Split = None,
        drop: Drop = None,
        one_hot: OneHot = None,
        n_folds: Folds = 5,
        as_json: Annotated[bool, typer.Option("--json", help="Print the findings as one JSON object.")] = False,
    ) -> int:
        """Check data before training: copies, columns that reveal the source, groups, doubtful labels.

        Exits with 1 where a finding is an error: scores made with such data mislead.
        """
        from core.doctor.examine import examine

        with in_one_line(terminal), terminal.progress() as advance:
            dataset = load(path, label, groups, groups_from, split, drop or (), one_hot or (), advance, terminal)
            findings = examine(dataset, advance, n_folds=n_folds)
        typer.echo(_as_json(dataset, findings) if as_json else _as_text(dataset, findings))
        return terminal.some_failed if any(one.severity == "error" for one in findings) else terminal.all_well

    @app.command("train")
    def train(
        path: DatasetPath,
        out: Annotated[Path, typer.Option("--out", help="Folder for the run; new or empty.", show_default=False)],
        label: Label = None,
        groups: GroupColumn = None,
        groups_from: GroupTable = None,
        split: Split = None,
        drop: Drop = None,
        one_hot: OneHot = None,
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
        makes the same scores with scikit-learn alone, to the folder.
        """
        from core.doctor.examine import examine
        from core.progress import sub_range
        from core.training.protocols import folds
        from core.training.run_folder import RunFolder
        from core.training.saving import why_not_saved
        from core.training.train import TrainingOptions, protocols_for
        from core.training.train import train as run_training

        with in_one_line(terminal):
            preparation = preparation_of(scaler, select, class_weight)
            words = _words(baselines) or ["notebook"]
            chosen, kept = own_baselines(_found(words, terminal), _found(_words(save), terminal), own, preparation)
        for remark in remarks_on((*chosen, *kept)):
            terminal.say(f"{remark}.")
        reason = next(filter(None, map(why_not_saved, kept)), None)
        if reason is not None:
            raise terminal.failure(str(reason))
        command = shlex.join(["groovescope", *command_line()])
        options = TrainingOptions(chosen, n_folds=n_folds, repeats=repeats, seed=seed, curves=curves, command=command)
        with in_one_line(terminal), terminal.progress() as advance:
            reading = sub_range(advance, 0.0, 0.05)
            dataset = load(path, label, groups, groups_from, split, drop or (), one_hot or (), reading, terminal)
            dataset = with_made_split(dataset, make_split, seed)
            for protocol in protocols_for(dataset):
                folds(dataset, protocol, n_folds=n_folds, seed=seed)
            folder = RunFolder.create(out)
            findings = examine(dataset, sub_range(advance, 0.05, 0.1), n_folds=n_folds, seed=seed)
            with executor_for(jobs, cluster) as executor:
                try:
                    share = sub_range(advance, 0.1, 0.7 if kept else 1.0)
                    result = run_training(dataset, options, executor, folder, findings, report=share)
                    refused = _save(kept, dataset, options, executor, findings, out, sub_range(advance, 0.7, 1.0))
                except KeyboardInterrupt:
                    terminal.say(f"Interrupted: the scores so far are in {out}.")
                    return terminal.interrupted
        for text in refused:
            terminal.say(f"error: {text}")
        code = _conclude(terminal, dataset, findings, result, out)
        return code if not refused else terminal.some_failed


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


def load(
    path: Path,
    label: str | None,
    groups: str | None,
    groups_from: Path | None,
    split: str | None,
    drop: Sequence[str],
    one_hot: Sequence[str],
    report: Report,
    terminal: Terminal,
) -> "Dataset":
    """Load the data set that a command was given: a table, or a folder of folders."""
    from core.dataset import Remedy, apply, load_table
    from core.errors import DatasetError

    columns = _words(drop)
    if not path.is_dir():
        dataset = load_table(
            path, label=label, groups=groups, split=split, drop=columns, one_hot=_words(one_hot),
            groups_table=groups_from, report=report,
        )  # fmt: skip
    elif one_hot:
        raise DatasetError("dataset.one_hot_of_audio")
    else:
        from core.dataset.folders import load_folder
        from core.jobs.clip import analysis_executor

        with analysis_executor(_cores()) as executor:
            dataset = load_folder(path, executor, report, groups=groups)
        missing = [name for name in columns if name not in dataset.columns]
        if missing:
            raise DatasetError("dataset.nothing_to_leave_out", column=missing[0])
        if columns:
            dataset = apply(dataset, Remedy("drop_columns", f"Leave out {', '.join(columns)}", columns=tuple(columns)))
    for note in dataset.notes:
        terminal.say(str(note))
    return dataset


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
