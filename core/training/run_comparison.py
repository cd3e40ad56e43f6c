"""What differs between runs: their settings in words, and the scores of the same estimators side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.language import tr
from core.training.experiment import EstimatorRecord, Experiment
from core.training.protocols import protocol_word
from core.training.runs import Run, RunScore

_FEW = 6


@dataclass(frozen=True)
class Difference:
    """A setting that is not the same in all runs, and what it is in each."""

    setting: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class ScoreRow:
    """The scores of one estimator in one protocol, by run; None where a run has none."""

    name: str
    protocol: str
    scores: tuple[RunScore | None, ...]


def differences(experiments: Sequence[Experiment]) -> list[Difference]:
    """Return the settings that differ, in the order in which they are made."""
    told = [settings_in_words(one) for one in experiments]
    names = dict.fromkeys(name for one in told for name in one)
    rows = [Difference(name, tuple(one.get(name, "–") for one in told)) for name in names]
    columns = _columns_apart(experiments)
    found = [row for row in rows if len(set(row.values)) > 1]
    return [*found, Difference(tr("Columns apart"), columns)] if any(columns) else found


def scores_side_by_side(runs: Sequence[Run]) -> list[ScoreRow]:
    """Return the scores of all runs, the best first within each protocol, those that count before the others."""
    keys = dict.fromkeys((score.protocol, score.name) for run in runs for score in run.scores)
    rows = []
    for protocol, name in keys:
        found = ([one for one in run.scores if (one.protocol, one.name) == (protocol, name)] for run in runs)
        rows.append(ScoreRow(name, protocol, tuple(scores[0] if scores else None for scores in found)))
    order = ("grouped", "split", "random")
    return sorted(
        rows, key=lambda row: (order.index(row.protocol) if row.protocol in order else len(order), -_top(row))
    )


def settings_in_words(experiment: Experiment) -> dict[str, str]:
    """Return every setting of an experiment by its name."""
    data = experiment.data
    told = {
        tr("Data"): tr("{name}, {n_rows:,} rows", name=data.name, n_rows=data.n_rows),
        tr("Table"): f"SHA-256 {data.sha256[:12]}",
        tr("Classes"): _some(data.classes),
        tr("Columns"): f"{len(data.columns):,}",
        tr("One-hot"): ", ".join(data.one_hot) or tr("none"),
        tr("Label"): data.label,
        tr("Groups"): data.groups or (tr("by a remedy") if "grouped" in experiment.protocols else tr("none")),
        tr("Fixed split"): data.split or tr("none"),
        tr("Remedies"): "; ".join(one.title for one in data.remedies) or tr("none"),
        tr("Protocols"): ", ".join(map(protocol_word, experiment.protocols)),
        tr("Folds"): str(experiment.n_folds),
        tr("Repetitions"): str(experiment.repeats),
        tr("Seed"): str(experiment.seed),
    }
    if experiment.grid is None:
        told[tr("Estimators")] = ", ".join(one.name for one in experiment.estimators)
        told |= {
            tr("Settings of {name}", name=one.name): words for one in experiment.estimators if (words := _settings(one))
        }
        told[tr("Learning curves")] = tr("yes") if experiment.curves else tr("no")
    else:
        told[tr("Grid")] = experiment.grid.family
        told[tr("Strategy")] = experiment.grid.strategy
        outer = (
            tr(", {outer_folds} outer folds", outer_folds=experiment.grid.outer_folds)
            if experiment.grid.outer_folds
            else ""
        )
        told[tr("Estimate")] = f"{experiment.grid.estimate}{outer}"
        told |= {tr("Preparation"): words} if (words := _own(dict(experiment.grid.settings))) else {}
        told |= {tr("Grid, {name}", name=name): ", ".join(map(str, values)) for name, values in experiment.grid.values}
    return told | {tr("Version of {name}", name=name): number for name, number in experiment.libraries}


def _columns_apart(experiments: Sequence[Experiment]) -> tuple[str, ...]:
    """Return for each run the columns that it has and not all have."""
    common = set.intersection(*(set(one.data.columns) for one in experiments)) if experiments else set()
    apart = [[name for name in one.data.columns if name not in common] for one in experiments]
    return tuple(_some(names) for names in apart)


def _settings(one: EstimatorRecord) -> str:
    """Return what a search or a person has set of an estimator; empty for one as it comes."""
    chosen, own = [f"{name} {value}" for name, value in one.parameters], _own(dict(one.settings))
    return ", ".join([*chosen, *([own] if own else [])])


def _own(settings: Mapping[str, Any]) -> str:
    said = [f"{name} {value}" for name, value in settings.get("parameters", ())]
    parts = (("scaler", "scaler"), ("columns", "select"), ("classes", "class_weight"))
    return ", ".join(said + [f"{title} {settings[key]}" for title, key in parts if settings.get(key)])


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:_FEW]) + (tr(" and {n} more", n=len(names) - _FEW) if len(names) > _FEW else "")


def _top(row: ScoreRow) -> float:
    return max((score.mean for score in row.scores if score is not None), default=0.0)
