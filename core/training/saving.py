"""From a trained estimator to a model file: fitted on all rows, scored on held-out ones, verified when written."""

import warnings
from collections.abc import Sequence
from dataclasses import asdict, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.dataset.dataset import Dataset
from core.dataset.finding import Finding
from core.errors import ModelError
from core.estimators.baselines import Baseline
from core.evaluation.held_out import HeldOut
from core.features.passages import WINDOW_SECONDS
from core.features.recipe import narrowest_recipe
from core.genre.model import save_model
from core.genre.novelty import class_ranges, fit_novelty
from core.genre.passport import LONGEST_WINDOW, MAX_COLUMNS, Passport, Probe, Score
from core.language import tr
from core.progress import Report, silent, sub_range
from core.training.cross_validation import CrossValidation, cross_validate
from core.training.fitting import filled, fit
from core.training.protocols import FOLDS, SEED, protocols_for
from core.training.shared_jobs import run_shared
from core.workers.pool import Emitter, Executor

FOREIGN_RECIPE = "columns that this program does not measure"
_PRINTED = 9


def why_not_saved(baseline: Baseline, n_columns: int = 1) -> ModelError | None:
    """Return why this estimator is not offered for saving, trained on so many columns; None where it is."""
    if n_columns > MAX_COLUMNS:
        return ModelError("model.too_many_columns", most=MAX_COLUMNS, columns=n_columns)
    if baseline.can_be_saved is None:
        return None
    return ModelError("model.no_saved_form", name=baseline.name, reason=baseline.can_be_saved)


def save_classifier(
    path: Path,
    dataset: Dataset,
    baseline: Baseline,
    executor: Executor | None,
    findings: Sequence[Finding] | None = (),
    *,
    n_folds: int = FOLDS,
    repeats: int = 1,
    seed: int = SEED,
    command: str = "",
    name: str = "",
    report: Report = silent,
) -> Passport:
    """Score `baseline` on held-out rows, fit it on all rows, and write the model with its passport.

    `name` is what the model is called; without it, after its data and its estimator. The scores are those of the very
    estimator that is saved: support vectors with the probabilities that they are given for it. The same data, settings
    and seed give the same bytes.

    Raises
    ------
    ModelError : one line, where the estimator has no ONNX form, or its ONNX form says something else; nothing is
        written then
    DatasetError : where a protocol is not possible
    """
    reason = why_not_saved(baseline, len(dataset.columns))
    if reason is not None:
        raise reason
    validation = cross_validate(
        dataset, [baseline], protocols_for(dataset), executor, n_folds=n_folds, repeats=repeats, seed=seed,
        probabilities=True, report=sub_range(report, 0.0, 0.75),
    )  # fmt: skip
    failed = next((score.error for score in validation.scores if score.error is not None), None)
    if failed is not None:
        raise ModelError("training.folds_failed", name=baseline.name, reason=failed)
    call = (_fit_whole, (baseline, seed))
    part = sub_range(report, 0.75, 0.98)
    ((_, made),) = run_shared(
        executor, dataset.fingerprint, dataset, [call], part, lambda _: tr("Fitting {name}", name=baseline.name)
    )
    if isinstance(made, Exception):
        raise (
            made if isinstance(made, ModelError) else ModelError("training.not_fitted", name=baseline.name, reason=made)
        )
    graph, X, said, probes = made
    report(0.98, tr("Writing and checking the model"))
    passport = _passport(dataset, baseline, validation, X, probes, findings, seed, command)
    if name:
        passport = replace(passport, name=_printable(name)[:200])
    return save_model(path, passport, graph, X, said)


def _fit_whole(
    emit: Emitter, dataset: Dataset, baseline: Baseline, seed: int
) -> tuple[bytes, NDArray[np.float64], NDArray[np.float64], tuple[Probe, ...]]:
    """In a worker: the ONNX form of the fit on all rows, those rows, and what it says of them."""
    from core.genre.onnx_export import to_graph

    emit.report(0.0, baseline.name)
    fitted = fit(baseline.build_probabilistic(dataset.columns, seed), dataset, np.arange(len(dataset)))
    emit.report(0.8, baseline.name)
    X = filled(dataset.X, fitted.medians)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # the converter reads attributes that scikit-learn will rename
        graph = to_graph(fitted.pipeline, X.shape[1])
    medians = [_plain(np.median(X[dataset.y == label], axis=0)) for label in range(len(dataset.classes))]
    answers = fitted.predict_proba(np.array(medians))
    probes = tuple(
        Probe(row, tuple(round(float(one), 6) for one in answer)) for row, answer in zip(medians, answers, strict=True)
    )
    return graph, X, fitted.predict_proba(X), probes


def _passport(
    dataset: Dataset,
    baseline: Baseline,
    validation: CrossValidation,
    X: NDArray[np.float64],
    probes: tuple[Probe, ...],
    findings: Sequence[Finding] | None,
    seed: int,
    command: str,
) -> Passport:
    held_out = {
        protocol: validation.held_out(baseline.key, protocol)
        for protocol in dict.fromkeys(score.protocol for score in validation.scores)
    }
    believed = next(held_out[name] for name in ("grouped", "split", "random") if name in held_out)
    confusion = believed.confusion() / np.maximum(believed.confusion().sum(axis=1, keepdims=True), 1)
    classes = tuple(_printable(name)[:200] for name in dataset.classes)
    recipe = None if dataset.recipe is None else narrowest_recipe(dataset.columns)
    can_judge = narrowest_recipe(dataset.columns) is not None  # else it is never asked about a piece
    return Passport(
        name=_printable(f"{dataset.name}, {baseline.name}")[:200],
        estimator=_printable(baseline.name),
        description=_printable(baseline.description),
        classes=classes,
        columns=dataset.columns,
        recipe=recipe or dataset.recipe or FOREIGN_RECIPE,
        medians=_plain(np.median(X, axis=0)),
        lowest=_plain(X.min(axis=0)),
        highest=_plain(X.max(axis=0)),
        window=WINDOW_SECONDS if dataset.seconds is None else min(max(dataset.seconds, 0.1), LONGEST_WINDOW),
        data=_data(dataset),
        seed=seed,
        versions={name: version(name) for name in ("numpy", "onnx", "scikit-learn", "scipy", "skl2onnx")},
        scores={protocol: score_of(one, validation) for protocol, one in held_out.items()},
        recalls={one.name: round(one.recall, 4) for one in believed.by_class()},
        evaluation={
            "findings": [
                {"severity": one.severity, "title": _printable(one.title), "columns": list(one.columns)}
                for one in findings or ()
            ],
            "examined": findings is not None,
            "confusion": confusion.round(4).tolist(),
            "reliability": [
                [round(one.count / len(believed.rows), 4), round(one.confidence, 4), round(one.accuracy, 4)]
                for one in believed.reliability()
            ],
        },
        probes=probes,
        dropped_columns={
            name: remedy.title
            for remedy in dataset.remedies
            if remedy.kind == "drop_columns"
            for name in remedy.columns
        },
        faults=tuple(_printable(f"{one.title}. {one.explanation}") for one in findings or () if one.severity != "note"),
        created_by=_printable(command),
        novelty=fit_novelty(X, dataset.y, dataset.columns, dataset.groups, seed) if can_judge else None,
        ranges=class_ranges(X, dataset.y, classes) if can_judge else {},
    )


def score_of(held_out: HeldOut, validation: CrossValidation) -> Score:
    """Return a passport's score of one protocol."""
    folds = [one for one in validation.scores if one.protocol == held_out.protocol]
    accuracies = [one.accuracy for one in folds]
    repeats = len({one.repeat for one in folds})
    return Score(
        accuracy=round(float((held_out.predicted == held_out.y_true).mean()), 4),
        spread=round(float(np.std(accuracies)), 4),
        lowest=round(min(accuracies), 4),
        highest=round(max(accuracies), 4),
        log_loss=round(held_out.log_loss(), 4),
        calibration_error=round(held_out.calibration_error(), 4),
        folds=len(folds) // repeats,
        repeats=repeats,
    )


def _data(dataset: Dataset) -> dict[str, Any]:
    source = dataset.source
    return {
        "table": _printable(Path(source.path).name),
        "table_sha256": source.sha256,
        "groups": _printable(source.groups or ""),
        **({"one_hot": [_printable(name) for name in source.one_hot]} if source.one_hot else {}),
        "groups_sha256": source.groups_sha256 or "",
        "fingerprint": dataset.fingerprint,
        "rows_used": len(dataset),
        "rows_by_class": {_printable(name): int(n) for name, n in zip(dataset.classes, dataset.counts, strict=True)},
        "remedies": [
            {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(remedy).items()}
            | {"title": _printable(remedy.title)}
            for remedy in dataset.remedies
        ],
    }


def _plain(numbers: NDArray[np.float64]) -> tuple[float, ...]:
    """Numbers with ten significant digits, so that the last bits of a machine do not show."""
    return tuple(float(f"{number:.{_PRINTED}e}") for number in numbers)


def _printable(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)
