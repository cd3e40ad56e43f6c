"""A training run from a data set to its folder: cross-validation, summaries, report."""

import shlex
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from core.dataset.dataset import Dataset
from core.dataset.finding import Finding
from core.dataset.one_hot import columns_by_text
from core.estimators.baselines import Baseline
from core.estimators.own import joined
from core.estimators.parameters import value_text
from core.evaluation.comparison import Comparison
from core.export.csv_file import field as csv_field
from core.features.recipe import RECIPE_2
from core.progress import Report, silent, sub_range
from core.training.comparisons import COLUMNS, compare_all, rows_of
from core.training.cost import refuse_what_does_not_fit
from core.training.cross_validation import CrossValidation, FitOutcome, FoldScore, cross_validate
from core.training.experiment import FILE as EXPERIMENT
from core.training.experiment import Experiment, training_experiment, write_experiment
from core.training.fit_store import FitStore, open_fits
from core.training.learning_curves import LearningPoint, learning_curves
from core.training.protocols import FOLDS, SEED, Protocol, protocols_for
from core.training.report import TrainingRun, render_report
from core.training.reproduction import SCRIPT, write_script
from core.training.run_folder import (
    COMPARISONS,
    PREDICTIONS,
    REPORT,
    RUN,
    SCORES,
    SUMMARY,
    RunFolder,
    describe_dataset,
    describe_findings,
    versions,
)
from core.training.summary import METRICS, Summary, summarise
from core.training.trial import check_settings
from core.workers.pool import Executor, WorkerPool

SCORE_COLUMNS = ("estimator", "protocol", "fold", *METRICS, "repeat", "fit_seconds", "error")


@dataclass(frozen=True)
class TrainingOptions:
    """How a run is made; without `protocols` they follow from what the data has."""

    baselines: tuple[Baseline, ...]
    protocols: tuple[Protocol, ...] = ()
    n_folds: int = FOLDS
    repeats: int = 1
    seed: int = SEED
    curves: bool = False
    command: str = ""


@dataclass(frozen=True, eq=False)
class TrainingResult:
    """What a run came to."""

    validation: CrossValidation
    summaries: tuple[Summary, ...]
    curves: tuple[LearningPoint, ...] = field(default=())
    comparisons: tuple[Comparison, ...] = ()


def train(
    dataset: Dataset,
    options: TrainingOptions,
    executor: Executor | None,
    folder: RunFolder,
    findings: Sequence[Finding] | None = (),
    *,
    on_score: Callable[[FoldScore], None] | None = None,
    report: Report = silent,
) -> TrainingResult:
    """Cross-validate, and write everything into `folder`; the scores so far also where it is stopped.

    Fits that the folder holds from before, of the very same run, are told at once and not made again.

    Raises
    ------
    DatasetError : before the first fit, where a protocol is not possible, where the fits do not fit into memory, or
        where the folder holds other fits
    EstimatorError : before the first fit, where settings of an estimator do not go together
    Cancelled : from `report`, after what is finished has been written
    """
    protocols = options.protocols or protocols_for(dataset)
    check_settings(dataset, options.baselines, options.seed)
    if executor is None or isinstance(executor, WorkerPool):  # of a cluster's memory nothing is known
        refuse_what_does_not_fit(dataset, options.baselines, 1 if executor is None else executor.max_workers)
    told: list[FoldScore] = []
    state = _state(dataset, options, protocols, findings)

    def keep(score: FoldScore) -> None:
        told.append(score)
        if on_score is not None:
            on_score(score)

    share = 0.5 if options.curves else 1.0
    try:
        folder.write_json(RUN, {**state, "state": "running"})
        with open_fits(folder.path, dataset) as store:
            if not (folder.path / EXPERIMENT).exists():
                write_experiment(folder, experiment_of(dataset, options))
            validation = cross_validate(
                dataset, options.baselines, protocols, executor, n_folds=options.n_folds, repeats=options.repeats,
                seed=options.seed, on_score=keep, known=store.outcomes(), keep=store.add,
                report=sub_range(report, 0.0, share),
            )  # fmt: skip
            curves = tuple(_curves(dataset, options, protocols, executor, store, sub_range(report, share, 1.0)))
    except BaseException:
        write_scores(folder, sorted(told, key=lambda one: (one.protocol, one.estimator, one.repeat, one.fold)))
        folder.write_json(RUN, {**state, "state": "stopped"})
        raise
    return finish(dataset, options, folder, validation, curves, findings)


def experiment_of(dataset: Dataset, options: TrainingOptions) -> Experiment:
    """Return the record of a run with these options."""
    return training_experiment(
        dataset, options.baselines, options.protocols or protocols_for(dataset), n_folds=options.n_folds,
        repeats=options.repeats, seed=options.seed, curves=options.curves,
    )  # fmt: skip


def finish(
    dataset: Dataset,
    options: TrainingOptions,
    folder: RunFolder,
    validation: CrossValidation,
    curves: tuple[LearningPoint, ...],
    findings: Sequence[Finding] | None,
) -> TrainingResult:
    """Write what a run came to: its tables, script and report."""
    protocols = options.protocols or protocols_for(dataset)
    state = _state(dataset, options, protocols, findings)
    summaries = tuple(summarise(validation.scores))
    write_scores(folder, validation.scores)
    _write_summary(folder, summaries, validation)
    comparisons = tuple(compare_all(validation))
    folder.write_table(COMPARISONS, COLUMNS, rows_of(comparisons))
    _write_predictions(folder, dataset, validation)
    write_script(
        folder, dataset, options.baselines, protocols, n_folds=options.n_folds, repeats=options.repeats,
        seed=options.seed,
    )  # fmt: skip
    making = _making(dataset, options)
    run = TrainingRun(dataset, options.baselines, validation, findings, making, curves, comparisons)
    folder.write_text(REPORT, render_report(run))
    folder.write_json(RUN, {**state, "state": "finished", "summaries": [asdict(one) for one in summaries]})
    return TrainingResult(validation, summaries, curves, comparisons)


def _curves(
    dataset: Dataset,
    options: TrainingOptions,
    protocols: Sequence[Protocol],
    executor: Executor | None,
    store: FitStore,
    report: Report,
) -> list[LearningPoint]:
    if not options.curves:
        return []
    return learning_curves(
        dataset, options.baselines, protocols, executor, n_folds=options.n_folds, seed=options.seed,
        on_point=store.add_point, known=store.points(), report=report,
    )  # fmt: skip


def _state(
    dataset: Dataset, options: TrainingOptions, protocols: Sequence[Protocol], findings: Sequence[Finding] | None
) -> dict[str, Any]:
    return {
        "kind": "train",
        "command": options.command,
        "data": describe_dataset(dataset),
        "protocols": list(protocols),
        "n_folds": options.n_folds,
        "repeats": options.repeats,
        "seed": options.seed,
        "baselines": [_described(one) for one in options.baselines],
        "examined": findings is not None,
        "findings": describe_findings(findings or ()),
        "versions": versions(),
    }


def _described(baseline: Baseline) -> dict[str, Any]:
    return {
        "key": baseline.key,
        "name": baseline.name,
        "description": baseline.description,
        "modernised": list(baseline.modernised),
        "settings": None if baseline.settings is None else baseline.settings.to_json(),
    }


def write_scores(folder: RunFolder, scores: Sequence[FoldScore]) -> None:
    """scores.csv: one row a fit, folds and repetitions counted from 1."""
    folder.write_table(
        SCORES,
        SCORE_COLUMNS,
        (
            (s.estimator, s.protocol, s.fold + 1, s.accuracy, s.precision, s.recall, s.f1, s.repeat + 1, s.fit_seconds,
             s.error)
            for s in scores
        ),
    )  # fmt: skip


def _write_summary(folder: RunFolder, summaries: Sequence[Summary], validation: CrossValidation) -> None:
    parts = ("mean", "lowest", "highest", "spread")
    columns = [f"{metric}_{part}" for metric in METRICS for part in parts]
    rows = []
    for one in summaries:
        spreads = [getattr(one, metric) for metric in METRICS]
        numbers = [None if spread is None else getattr(spread, part) for spread in spreads for part in parts]
        more = _more_scores(validation, one)
        rows.append(
            (one.estimator, one.protocol, *numbers, one.n_folds, one.n_failed, one.fit_seconds, one.error, *more)
        )
    head = ("estimator", "protocol", *columns, "folds", "failed", "fit_seconds", "error", "kappa", "log_loss", "auc")
    folder.write_table(SUMMARY, head, rows)


def _more_scores(validation: CrossValidation, summary: Summary) -> tuple[float | None, ...]:
    """Return kappa, log loss and the mean area under the classes' ROC curves; None where they cannot be computed."""
    if summary.accuracy is None:
        return None, None, None
    held_out = validation.held_out(summary.estimator, summary.protocol)
    if held_out.probabilities is None:
        return held_out.kappa(), None, None
    areas = held_out.areas()
    return held_out.kappa(), held_out.log_loss(), None if np.isnan(areas).all() else float(np.nanmean(areas))


def _write_predictions(folder: RunFolder, dataset: Dataset, validation: CrossValidation) -> None:
    """Write the prediction of every estimator for every held-out row: the rows behind a cell of a confusion matrix.

    An estimator without probabilities leaves their columns empty.
    """
    names, classes = [csv_field(name) for name in dataset.row_names], [csv_field(name) for name in dataset.classes]
    rows = (row for outcome in validation.outcomes for row in _predictions_of(outcome, dataset, names, classes))
    probabilities = tuple(f"probability of {name}" for name in dataset.classes)
    columns = ("estimator", "protocol", "repeat", "fold", "row", "name", "true", "predicted", *probabilities)
    folder.write_table(PREDICTIONS, columns, rows, made=True)


def _predictions_of(
    outcome: FitOutcome, dataset: Dataset, names: Sequence[str], classes: Sequence[str]
) -> Iterator[tuple[object, ...]]:
    """Yield a row for each that was held out from one fit; of a million rows and ten estimators these are many."""
    score, test = outcome.score, outcome.test
    fit = (score.estimator, score.protocol, score.repeat + 1, score.fold + 1)
    true, places = dataset.y[test].tolist(), dataset.places[test].tolist()
    probabilities = _written(outcome, len(classes))
    for row, place, label, said, sure in zip(
        test.tolist(), places, true, outcome.predicted.tolist(), probabilities, strict=True
    ):
        yield (*fit, place, names[row], classes[label], classes[said], *sure)


def _written(outcome: FitOutcome, n_classes: int) -> Iterable[Sequence[object]]:
    """Return the probabilities of each row as they are written."""
    if outcome.probabilities is None:
        return [("",) * n_classes] * len(outcome.test)
    if np.isnan(outcome.probabilities).any():
        return [[csv_field(one) for one in row] for row in outcome.probabilities.tolist()]
    rows: list[list[float]] = outcome.probabilities.tolist()
    return rows


def command_of(dataset: Dataset, options: TrainingOptions) -> str:
    """Return the command that makes the run of a window, as far as a command can: some remedies have no option."""
    source = dataset.source
    words = ["groovescope", "train", Path(source.path).name, "--label", source.label]
    words += [] if source.groups is None else ["--groups", source.groups]
    words += [] if source.groups_path is None else ["--groups-from", Path(source.groups_path).name]
    words += [] if source.split is None else ["--split", source.split]
    words += ["--one-hot", *source.one_hot] if source.one_hot else []
    is_extended = dataset.recipe == RECIPE_2 and source.label == "folder" and not source.dialect
    words += ["--features", "extended"] if is_extended else []
    dropped = [name for one in dataset.remedies if one.kind == "drop_columns" for name in one.columns]
    words += ["--drop", *dropped] if dropped else []
    made = next((one for one in dataset.remedies if one.kind == "make_split" and one.seed == options.seed), None)
    words += [] if made is None else ["--make-split", "/".join(map(str, made.parts))]
    words += ["--baselines", ",".join(one.key for one in options.baselines), "--folds", str(options.n_folds)]
    words += own_options(options.baselines)
    words += ["--repeats", str(options.repeats), "--seed", str(options.seed), "--out", "RUN"]
    others = sum(one.kind != "drop_columns" and one is not made for one in dataset.remedies)
    without = f" (without {others} of the remedies, which the script beside this report knows)" if others else ""
    return shlex.join(words) + without


def own_options(baselines: Sequence[Baseline]) -> list[str]:
    """Return the options that set estimators as these are set."""
    words: list[str] = []
    own = [(one.key, one.settings) for one in baselines if one.settings is not None]
    for key, settings in own:
        for name, value in settings.parameters.items():
            words += ["--set", f"{key}.{name}={value_text(value)}"]
    wanted = joined([settings.preparation for _, settings in own])
    words += [] if wanted.scaler is None else ["--scaler", wanted.scaler]
    words += [] if wanted.selection is None else ["--select", wanted.selection.option]
    return words + ([] if wanted.balance is None else ["--class-weight", wanted.balance])


def _making(dataset: Dataset, options: TrainingOptions) -> dict[str, str]:
    libraries = ", ".join(f"{name} {number}" for name, number in versions().items())
    return {
        "command": options.command or command_of(dataset, options),
        "script": f"python {SCRIPT} TABLE makes the same scores with scikit-learn alone",
        "table": f"{dataset.source.path.rsplit('/', 1)[-1]}, SHA-256 {dataset.source.sha256[:16]}",
        "columns": ", ".join(dataset.columns),
        **_one_hot(dataset),
        "recipe": dataset.recipe or "none: not measured by this program",
        "folds": f"{options.n_folds}, repeated {options.repeats} times, seed {options.seed}",
        "libraries": libraries,
        **_set_by_hand(options.baselines),
    }


def _one_hot(dataset: Dataset) -> dict[str, str]:
    found = columns_by_text(dataset.columns, dataset.source.one_hot)
    told = (f"{name} as {len(columns)} columns of 0 and 1" for name, columns in found.items())
    return {"one-hot": ", ".join(told)} if found else {}


def _set_by_hand(baselines: Sequence[Baseline]) -> dict[str, str]:
    """Return what a person has set of each estimator, and what could not be done to it, for the report."""
    own = [(one.name, one.settings) for one in baselines if one.settings is not None]
    said = "; ".join(f"{name}: {settings}" for name, settings in own if str(settings))
    remarks = "; ".join(remark for _, settings in own for remark in settings.remarks)
    return ({"own settings": said} if said else {}) | ({"not applied": remarks} if remarks else {})
