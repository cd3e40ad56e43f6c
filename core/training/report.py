"""The report of a run: one HTML file that stands alone, with its plots inside, light and dark."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.dataset.dataset import Dataset
from core.dataset.finding import Finding
from core.estimators.baselines import Baseline
from core.evaluation.comparison import Comparison, comparison_in_words
from core.evaluation.curves import ClassCurves, Points, class_curves
from core.evaluation.held_out import HeldOut
from core.reports.charts import Bar, Line, bar_chart, confusion_chart, line_chart
from core.reports.pages import render
from core.training.cross_validation import CrossValidation
from core.training.learning_curves import LearningPoint, curve
from core.training.summary import METRICS, Spread, Summary, gap_in_words, summarise

_FEW_ROWS = 5
"""A bin of fewer rows says nothing about calibration."""

_AREAS = ("roc_area", "average_precision", "lift_at_tenth")
_MOST_LINES = 6
"""Colours of a chart of lines."""

_PLACES = ("Best", "Second", "Third")

TITLES = {"random": "Random folds", "grouped": "Grouped folds", "split": "Fixed split"}
_WORDS = {
    "random": "Rows are assigned at random, so rows of one group can be on both sides.",
    "grouped": "Rows of one group stay on one side: the score for new groups.",
    "split": "Trained on the rows marked train, tested on those marked test.",
}


@dataclass(frozen=True, eq=False)
class TrainingRun:
    """All that a report tells of."""

    dataset: Dataset
    baselines: Sequence[Baseline]
    validation: CrossValidation
    findings: Sequence[Finding] | None
    """None where the doctor was skipped."""
    making: Mapping[str, str]
    curves: Sequence[LearningPoint] = ()
    comparisons: Sequence[Comparison] = ()

    def name(self, key: str) -> str:
        """Return an estimator's name for people."""
        return next((one.name for one in self.baselines if one.key == key), key)


def believed_protocol(summaries: Sequence[Summary]) -> str:
    """Return the protocol whose scores count: grouped before a fixed split before random."""
    present = {one.protocol for one in summaries}
    return next(protocol for protocol in ("grouped", "split", "random") if protocol in present)


def bests_of(summaries: Sequence[Summary], most: int = 3) -> list[Summary]:
    """Return the most accurate estimators in the protocol that counts, the best first."""
    protocol = believed_protocol(summaries)
    good = [one for one in summaries if one.protocol == protocol and one.accuracy is not None]
    return sorted(good, key=lambda one: -(one.accuracy.mean if one.accuracy else 0.0))[:most]


def best_of(summaries: Sequence[Summary]) -> Summary | None:
    """Return the most accurate estimator in the protocol that counts; None if every fit failed."""
    return next(iter(bests_of(summaries, 1)), None)


def gaps(run: TrainingRun, summaries: Sequence[Summary], most: int = 3) -> list[str]:
    """Return texts on the gap between random and grouped folds, for the best estimators."""
    by_key = {(one.estimator, one.protocol): one for one in summaries}
    both = [
        (by_key[key, "random"], by_key[key, "grouped"])
        for key in dict.fromkeys(one.estimator for one in summaries)
        if (key, "random") in by_key and (key, "grouped") in by_key
    ]
    both = [pair for pair in both if pair[0].accuracy and pair[1].accuracy]
    both.sort(key=lambda pair: -(pair[1].accuracy.mean if pair[1].accuracy else 0.0))
    group = run.dataset.source.groups
    return [gap_in_words(run.name(one.estimator), one, other, group) for one, other in both[:most]]


def differences(run: TrainingRun, best: Summary | None) -> list[str]:
    """Return what the tests say of the best estimator and each of the others, in the protocol that counts."""
    if best is None:
        return []
    said = []
    for one in run.comparisons:
        if one.protocol == best.protocol and best.estimator in (one.first, one.second):
            from_best = one if one.first == best.estimator else one.turned()
            said.append(comparison_in_words(from_best, run.name(from_best.first), run.name(from_best.second)))
    return said


def best_in_words(summaries: Sequence[Summary], comparisons: Sequence[Comparison]) -> str:
    """Return which estimator is best, and whether that is more than chance beside the second; by their keys."""
    best, *others = bests_of(summaries, 2)
    text = f"best: {best.estimator} ({best.protocol})"
    for one in comparisons:
        if (
            others
            and one.protocol == best.protocol
            and {one.first, one.second} == {best.estimator, others[0].estimator}
        ):
            turned = one if one.first == best.estimator else one.turned()
            return f"{text}; {comparison_in_words(turned, turned.first, turned.second)}"
    return text


def render_report(run: TrainingRun) -> str:
    """Return the page as HTML; names are escaped."""
    summaries = summarise(run.validation.scores)
    best = best_of(summaries)
    dataset = run.dataset
    return render(
        "training-report.html",
        title=f"Training on {dataset.name}",
        facts=f"{len(dataset):,} rows, {len(dataset.columns)} columns, {len(dataset.classes)} classes"
        + (f", {len(dataset.group_names):,} groups ({dataset.source.groups})" if dataset.groups is not None else ""),
        lead=_lead(run, best),
        chance=f"Always predicting the largest class reaches {dataset.chance:.2f}.",
        metrics=METRICS,
        accuracy_chart=_accuracy_chart(run, summaries),
        protocols=[_protocol(run, summaries, name) for name in dict.fromkeys(one.protocol for one in summaries)],
        gaps=gaps(run, summaries),
        differences=differences(run, best),
        bests=[_closer(run, one, place) for one, place in zip(bests_of(summaries), _PLACES, strict=False)],
        curves=_curves(run),
        findings=run.findings,
        remedies=[remedy.title for remedy in dataset.remedies],
        making=list(run.making.items()),
        modernised="; ".join(text for one in run.baselines for text in one.modernised),
    )


def _lead(run: TrainingRun, best: Summary | None) -> str:
    if best is None or best.accuracy is None:
        return "No estimator could be fitted; see the table for reasons."
    return (
        f"Best: {run.name(best.estimator)}, accuracy {100 * best.accuracy.mean:.0f} % "
        f"({TITLES[best.protocol].lower()}, {100 * best.accuracy.lowest:.0f} to {100 * best.accuracy.highest:.0f} over "
        "the folds)."
    )


def _accuracy_chart(run: TrainingRun, summaries: Sequence[Summary]) -> str:
    protocols = list(dict.fromkeys(one.protocol for one in summaries))
    keys = list(dict.fromkeys(one.estimator for one in summaries))
    by_key = {(one.estimator, one.protocol): one for one in summaries}
    bars = [[_as_bar(by_key[key, protocol].accuracy) for protocol in protocols] for key in keys]
    series = [TITLES[protocol].lower() for protocol in protocols]
    return bar_chart("Accuracy by estimator", [run.name(key) for key in keys], series, bars)


def _as_bar(spread: Spread | None) -> Bar:
    return Bar(None) if spread is None else Bar(spread.mean, spread.lowest, spread.highest)


def _protocol(run: TrainingRun, summaries: Sequence[Summary], protocol: str) -> dict[str, Any]:
    mine = [one for one in summaries if one.protocol == protocol]
    top = max((one.accuracy.mean for one in mine if one.accuracy), default=None)
    rows = [_row(run, one, one.accuracy is not None and one.accuracy.mean == top) for one in mine]
    bars = [[_as_bar(getattr(one, metric)) for metric in METRICS] for one in mine]
    names = [run.name(one.estimator) for one in mine]
    chart = bar_chart(f"Four scores, {TITLES[protocol].lower()}", names, METRICS, bars)
    return {"title": TITLES[protocol], "words": _WORDS[protocol], "rows": rows, "chart": chart}


def _row(run: TrainingRun, summary: Summary, best: bool) -> dict[str, Any]:
    spreads = [getattr(summary, metric) for metric in METRICS]
    cells = [
        {name: f"{getattr(spread, name):.3f}" for name in ("mean", "spread", "lowest", "highest")}
        for spread in spreads
        if spread is not None
    ]
    failed = summary.n_failed and summary.accuracy is not None
    return {
        "name": run.name(summary.estimator),
        "best": best,
        "error": summary.error if summary.accuracy is None else None,
        "note": f"{summary.n_failed} of {summary.n_folds} folds failed: {summary.error}" if failed else None,
        "cells": cells,
        "seconds": f"{summary.fit_seconds:.1f}",
    }


def _closer(run: TrainingRun, best: Summary, place: str) -> dict[str, Any]:
    held_out = run.validation.held_out(best.estimator, best.protocol)
    drawn = () if held_out.probabilities is None else class_curves(held_out)
    areas = {one.name: one for one in drawn}
    classes = [
        {"name": one.name, "support": one.support}
        | {name: f"{getattr(one, name):.2f}" for name in ("precision", "recall", "f1")}
        | _areas(areas.get(one.name))
        for one in held_out.by_class()
    ]
    title = f"Confusion matrix of {run.name(best.estimator)}, {TITLES[best.protocol].lower()}"
    return {
        "place": place,
        "name": run.name(best.estimator),
        "words": f"{TITLES[best.protocol]}; every row was predicted by a model that had not seen it. Rows of the "
        "matrix are true classes.",
        "confusion": confusion_chart(title, held_out.classes, held_out.confusion()),
        "classes": classes,
        **_calibration(held_out),
        **_class_curves(drawn),
    }


def _areas(curves: ClassCurves | None) -> dict[str, str]:
    known = curves is not None and not math.isnan(curves.roc_area)
    return {name: f"{getattr(curves, name):.2f}" if known else "" for name in _AREAS}


def _class_curves(curves: Sequence[ClassCurves]) -> dict[str, Any]:
    """Draw those classes that are hardest to tell from the others, as many as there are colours."""
    known = [one for one in curves if not math.isnan(one.roc_area)]
    hardest = sorted(known, key=lambda one: one.roc_area)[:_MOST_LINES]
    if not hardest:
        return {"curves": [], "curve_words": ""}
    words = "One class against all others, by its probability on held-out rows of all folds together."
    if len(hardest) < len(known):
        words += f" Drawn: the {len(hardest)} classes with the smallest area under the ROC curve."

    def lines(parts: Sequence[Points]) -> list[Line]:
        return [
            Line(one.name, part.x.tolist(), part.y.tolist(), [0.0] * len(part.x))
            for one, part in zip(hardest, parts, strict=True)
        ]

    roc, precision = [one.roc for one in hardest], [one.precision_recall for one in hardest]
    return {
        "curve_words": words,
        "curves": [
            ("ROC", line_chart("ROC", "share of other rows taken for the class", lines(roc), most=1.0, diagonal=True)),
            ("Precision and recall", line_chart("Precision and recall", "recall", lines(precision), most=1.0)),
        ],
    }


def _calibration(held_out: HeldOut) -> dict[str, Any]:
    if held_out.probabilities is None:
        return {"calibration": None, "calibration_words": ""}
    bins = [one for one in held_out.reliability() if one.count >= _FEW_ROWS]
    x, y = [one.confidence for one in bins], [one.accuracy for one in bins]
    line = Line("share correct", x, y, [0.0] * len(bins))
    return {
        "calibration": line_chart("Calibration", "highest probability", [line], most=1.0, diagonal=True),
        "calibration_words": "Expected calibration error "
        f"{held_out.calibration_error():.3f} (ten bins). On the dashed line, probabilities equal the share of correct "
        "predictions.",
    }


def _curves(run: TrainingRun) -> list[dict[str, str]]:
    made = []
    for protocol in dict.fromkeys(point.protocol for point in run.curves):
        for key in dict.fromkeys(point.estimator for point in run.curves):
            points = curve(run.curves, key, protocol)
            if not points:
                continue
            sizes = [float(point.n_train) for point in points]
            lines = [
                Line("held-out rows", sizes, [p.test_mean for p in points], [p.test_spread for p in points]),
                Line("training rows", sizes, [p.train_mean for p in points], [p.train_spread for p in points]),
            ]
            title = f"{run.name(key)}, {TITLES[protocol].lower()}"
            made.append({"title": title, "chart": line_chart(title, "training rows", lines)})
    return made
