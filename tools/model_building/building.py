"""Building of the shipped model: chosen by artist-grouped folds, scored by several protocols, written with its card."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import ModelError
from core.estimators.candidates import SEED, Candidate
from core.evaluation.held_out import HeldOut
from core.features.recipe import LENGTH_COLUMN, RECIPE
from core.genre.model import load_model, save_model
from core.genre.novelty import class_ranges, fit_novelty
from core.genre.onnx_export import to_graph
from core.genre.passport import Passport, Probe, passport_from_json
from core.model_file.container import SUFFIX, write_model_file
from core.progress import Report, silent, sub_range
from tools.model_building.candidates import CANDIDATES, REFERENCES
from tools.model_building.card import render_card
from tools.model_building.selection import (
    FOLDS,
    Fold,
    choose_candidate,
    grouped_folds,
    hold_out,
    random_folds,
    score_of,
)
from tools.model_building.training_rows import TrainingRows, read_training_rows

MODEL_NAME = f"genres{SUFFIX}"
CARD_NAME = "README.md"
REPEATS = 10
COMPARED_REPEATS = 3

GTZAN = frozenset("blues classical country disco hiphop jazz metal pop reggae rock".split())  # noqa: SIM905

GTZAN_FAULTS = (
    "It is GTZAN's material: 1,000 clips of 30 s, 100 for each of ten genres, nearly all American or British and from "
    + "before 2002. Other music has no name here.",
    "Some recordings are in it twice, one of them under two genres. Exact copies were left out, as counted above.",
    "A genre has few artists (a third of its reggae is one singer), so folds that share artists flatter every model.",
    "The artists of some rows are unknown. In artist-grouped folds each such row stands alone and may share its artist "
    + "with the other side; the strict score keeps all the unknown of a genre together.",
    "`length` tells which batch a clip was cut in, not how it sounds; the model does not read it.",
    "The labels are one person's choice. Rock, country, blues, disco and pop overlap, and listeners disagree as well.",
)
"""What is known to be wrong with the only table that this program has been given so far."""


def build_shipped_model(features: Path, artists: Path, out: Path, report: Report = silent) -> Path:
    """Choose, score and write the shipped model and its card; the same tables give the same bytes.

    Takes some minutes on one core.

    Parameters
    ----------
    features : Path
        Genre table (CSV) with the columns of FEATURES.md's table 3 and `label`.
    artists : Path
        Table (CSV) with `features_row`, `label` and `artist` for each of its rows.
    out : Path
        Folder for `genres.gsm` and its card `README.md`; made if it does not exist.
    report : Report
        Progress.

    Returns
    -------
    Path
        The model file.

    Raises
    ------
    ModelError
        If the tables cannot be learned from; nothing is written then.
    """
    return build_model(features, artists, out, CANDIDATES, REFERENCES, repeats=REPEATS, report=report)


def build_model(
    features: Path,
    artists: Path,
    out: Path,
    candidates: Sequence[Candidate],
    references: Sequence[Candidate],
    *,
    repeats: int,
    report: Report = silent,
) -> Path:
    """Build a model as `build_shipped_model` does, with a choice of candidates, references and repetitions."""
    from threadpoolctl import threadpool_limits

    report(0.0, "Reading the tables")
    rows = read_training_rows(features, artists)
    _check_enough(rows)
    command = f"python -m tools.model_building {features.name} --artists {artists.name} --out {out.resolve().name}/"
    with threadpool_limits(1):  # sums in a fixed order: the same bytes, whatever else the machine does
        chosen = choose_candidate(rows, np.arange(len(rows.y)), candidates, SEED)
        measured = _measure(rows, chosen, candidates, references, repeats, sub_range(report, 0.02, 0.98))
        fitted = chosen.fit(rows.X, rows.y, rows.columns, rows.groups)
        passport, X = _passport(rows, chosen, fitted, measured, command)
        report(0.99, "Writing the model and its card")
        out.mkdir(parents=True, exist_ok=True)
        path = out / MODEL_NAME
        written = save_model(path, passport, to_graph(fitted, X.shape[1]), X, fitted.predict_proba(X))
    (out / CARD_NAME).write_text(render_card(written), encoding="utf-8")
    report(1.0, "Done")
    return path


def renew_measures(features: Path, artists: Path, out: Path) -> Path:
    """Write what tells foreign sounds, and the ranges of the classes, into a model that was built before.

    Both follow from the tables alone: the file is the one that building it again would give, in a second.

    Raises
    ------
    ModelError
        If the tables or the model cannot be used, or the model was made from other tables.
    """
    rows = read_training_rows(features, artists)
    path = out / MODEL_NAME
    model = load_model(path)
    if model.passport.data.get("table_sha256") != rows.origin["table_sha256"] or model.classes != rows.classes:
        raise ModelError("model.other_tables", name=features.name)
    X = rows.X[:, [rows.columns.index(name) for name in model.columns]]
    passport = replace(
        model.passport,
        novelty=fit_novelty(X, rows.y, model.columns, rows.groups),
        ranges=class_ranges(X, rows.y, rows.classes),
    )
    text = passport.to_json()
    passport_from_json(text)
    write_model_file(path, text, model.graph)
    (out / CARD_NAME).write_text(render_card(passport), encoding="utf-8")
    return path


def _check_enough(rows: TrainingRows) -> None:
    if len(rows.classes) < 2:
        raise ModelError("model.one_label")
    for number, name in enumerate(rows.classes):
        if len(set(rows.groups[rows.y == number])) < FOLDS:
            raise ModelError("model.few_artists", label=name, folds=FOLDS)


def _measure(
    rows: TrainingRows,
    chosen: Candidate,
    candidates: Sequence[Candidate],
    references: Sequence[Candidate],
    repeats: int,
    report: Report,
) -> dict[str, Any]:
    """Score the chosen candidate by three protocols, and all candidates and references by two."""
    grouped = [grouped_folds(rows.y, rows.groups, FOLDS, SEED + repeat) for repeat in range(repeats)]
    strict = [grouped_folds(rows.y, rows.strict_groups, FOLDS, SEED + repeat) for repeat in range(repeats)]
    shuffled = [random_folds(rows.y, FOLDS, SEED + repeat) for repeat in range(repeats)]
    picked: list[str] = []

    def choose_within(train: NDArray[np.int64]) -> Candidate:
        candidate = choose_candidate(rows, train, candidates, SEED)
        picked.append(candidate.name)
        return candidate

    nested = hold_out(rows, grouped, choose_within, _named(report, 0.0, 0.7, "Choosing within folds"))
    return {
        "nested": nested,
        "picked": Counter(picked),
        "random": hold_out(rows, shuffled, chosen, _named(report, 0.7, 0.75, "Random folds")),
        "strict": hold_out(rows, strict, chosen, _named(report, 0.75, 0.8, "Strict folds")),
        "comparison": _compare(
            rows, (*candidates, *references), grouped[:COMPARED_REPEATS], shuffled[:COMPARED_REPEATS], report
        ),
    }


def _named(report: Report, start: float, stop: float, what: str) -> Report:
    part = sub_range(report, start, stop)

    def report_fold(fraction: float, text: str) -> None:
        part(fraction, f"{what}: {text}")

    return report_fold


def _compare(
    rows: TrainingRows,
    candidates: Sequence[Candidate],
    grouped: Sequence[Sequence[Fold]],
    shuffled: Sequence[Sequence[Fold]],
    report: Report,
) -> list[dict[str, Any]]:
    compared = []
    for number, candidate in enumerate(candidates):
        report(0.8 + 0.2 * number / len(candidates), f"Comparing: {candidate.name}")
        scores = [asdict(score_of(hold_out(rows, splits, candidate), len(splits))) for splits in (shuffled, grouped)]
        compared.append({"name": candidate.name, "random": scores[0], "grouped": scores[1]})
    return compared


def _passport(
    rows: TrainingRows, chosen: Candidate, fitted: Any, measured: dict[str, Any], command: str
) -> tuple[Passport, NDArray[np.float64]]:
    """Return the passport, and the rows as the model reads them."""
    X = chosen.select(rows.X, rows.columns)
    nested: HeldOut = measured["nested"]
    counts = nested.confusion()
    confusion = counts / counts.sum(axis=1, keepdims=True)
    repeats = len(nested.rows) // len(rows.y)
    dropped = {LENGTH_COLUMN: "tells which batch a clip was cut in, not how it sounds"}
    dropped |= {name: why for name in rows.columns if (why := chosen.column_set.reason(name)) is not None}
    passport = Passport(
        name=f"{_in_words(len(rows.classes))} genres",
        estimator=chosen.name,
        description=chosen.description,
        classes=rows.classes,
        columns=chosen.column_set.columns(rows.columns),
        recipe=RECIPE,
        medians=_plain(np.median(X, axis=0)),
        lowest=_plain(X.min(axis=0)),
        highest=_plain(X.max(axis=0)),
        data=rows.origin,
        seed=SEED,
        versions={name: version(name) for name in ("numpy", "onnx", "scikit-learn", "scipy", "skl2onnx")},
        scores={
            "random": score_of(measured["random"], repeats),
            "grouped": score_of(nested, repeats),
            "grouped_strict": score_of(measured["strict"], repeats),
        },
        recalls={name: round(float(confusion[i, i]), 4) for i, name in enumerate(rows.classes)},
        evaluation={
            "comparison": measured["comparison"],
            "chosen": dict(measured["picked"]),
            "reliability": [
                [round(one.count / len(nested.rows), 4), round(one.confidence, 4), round(one.accuracy, 4)]
                for one in nested.reliability()
            ],
            "confusion": confusion.round(4).tolist(),
        },
        probes=_probes(rows, X, fitted),
        dropped_columns=dropped,
        faults=GTZAN_FAULTS if set(rows.classes) == GTZAN else (),
        created_by=command,
        novelty=fit_novelty(X, rows.y, chosen.column_set.columns(rows.columns), rows.groups),
        ranges=class_ranges(X, rows.y, rows.classes),
    )
    return passport, X


def _in_words(count: int) -> str:
    words = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
    return words[count] if count < len(words) else str(count)


def _plain(numbers: NDArray[np.float64]) -> tuple[float, ...]:
    """Round to ten significant digits, so that the last bits of a machine do not show."""
    return tuple(float(f"{number:.9e}") for number in numbers)


def _probes(rows: TrainingRows, X: NDArray[np.float64], fitted: Any) -> tuple[Probe, ...]:
    """Return the median row of each class, which is no clip of the table, and what the estimator predicts for it."""
    medians = [_plain(np.median(X[rows.y == number], axis=0)) for number in range(len(rows.classes))]
    said = fitted.predict_proba(np.array(medians))
    return tuple(
        Probe(row, tuple(round(float(probability), 6) for probability in probabilities))
        for row, probabilities in zip(medians, said, strict=True)
    )
