"""What makes a result what it is, in one frozen record: data, protocol and estimators, without any path."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, asdict, dataclass, fields, replace
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal

from core.dataset.dataset import Dataset, Remedy
from core.errors import DatasetError, EstimatorError
from core.estimators.baselines import BASELINES, Baseline
from core.estimators.grids import GRIDS, Grid
from core.estimators.own import Preparation, selection_from, tailored
from core.training.protocols import Protocol
from core.training.run_folder import RunFolder, versions

FILE: Final = "experiment.json"
FORMAT: Final = 1

Pairs = tuple[tuple[str, Any], ...]
"""Names with plain values; a list within is a tuple."""


@dataclass(frozen=True)
class DataRecord:
    """The data of an experiment, by what they hold.

    Attributes
    ----------
    name : for people
    fingerprint : SHA-256 over every number, label, group and part of the split
    sha256, groups_sha256 : of the files they were read from
    n_rows : rows that were left
    columns, classes : names
    label, groups, split : columns that were used as such
    remedies : what was changed after reading, in order
    one_hot : columns of text that were taken as columns of 0 and 1
    """

    name: str
    fingerprint: str
    sha256: str
    n_rows: int
    columns: tuple[str, ...]
    classes: tuple[str, ...]
    label: str
    groups: str | None
    split: str | None
    groups_sha256: str | None
    remedies: tuple[Remedy, ...]
    one_hot: tuple[str, ...] = ()

    def is_of(self, dataset: Dataset) -> bool:
        """Whether a data set has this record, as far as that shows without reading its numbers."""
        source = dataset.source
        mine = (
            self.sha256, self.label, self.groups, self.split, self.groups_sha256, self.one_hot, self.n_rows,
            self.remedies,
        )  # fmt: skip
        theirs = (
            source.sha256, source.label, source.groups, source.split, source.groups_sha256, source.one_hot,
            len(dataset), dataset.remedies,
        )  # fmt: skip
        return mine == theirs and (self.columns, self.classes) == (dataset.columns, dataset.classes)


@dataclass(frozen=True)
class EstimatorRecord:
    """An estimator by its key.

    Attributes
    ----------
    key, name, description : as those of the estimator
    family, parameters : where a search chose its parameters
    settings : what a person has set of it, as `OwnSettings.to_json` gives it; empty for an estimator as it comes
    """

    key: str
    name: str
    description: str
    family: str | None = None
    parameters: Pairs = ()
    settings: Pairs = ()


@dataclass(frozen=True)
class GridRecord:
    """The grid of a search: its family, the values of each parameter, how it is searched, and its choice judged.

    `settings` is what was done to columns and classes, as of an estimator.
    """

    family: str
    values: Pairs
    strategy: str
    estimate: str
    outer_folds: int
    settings: Pairs = ()


@dataclass(frozen=True)
class Experiment:
    """Everything that decides the numbers of a run.

    Attributes
    ----------
    kind : a cross-validation of estimators, or a search of a grid
    estimators : of a training, in order; none for a search
    grid : of a search
    curves : whether learning curves were asked for
    libraries : versions, by name
    """

    kind: Literal["train", "search"]
    data: DataRecord
    protocols: tuple[Protocol, ...]
    n_folds: int
    repeats: int
    seed: int
    estimators: tuple[EstimatorRecord, ...] = ()
    grid: GridRecord | None = None
    curves: bool = False
    libraries: tuple[tuple[str, str], ...] = ()


def data_record(dataset: Dataset) -> DataRecord:
    """Return what an experiment keeps of its data; reads every number once."""
    source = dataset.source
    return DataRecord(
        dataset.name, dataset.fingerprint, source.sha256, len(dataset), dataset.columns, dataset.classes, source.label,
        source.groups, source.split, source.groups_sha256, dataset.remedies, source.one_hot,
    )  # fmt: skip


def estimator_record(baseline: Baseline) -> EstimatorRecord:
    """Return an estimator as plain data."""
    return EstimatorRecord(
        baseline.key, baseline.name, baseline.description, baseline.family, _pairs(baseline.parameters), _own(baseline)
    )


def _own(baseline: Baseline) -> Pairs:
    settings = {} if baseline.settings is None else baseline.settings.to_json()
    return _pairs(settings | {"parameters": _pairs(settings["parameters"])} if settings else {})


def training_experiment(
    dataset: Dataset,
    baselines: Sequence[Baseline],
    protocols: Sequence[Protocol],
    *,
    n_folds: int,
    repeats: int,
    seed: int,
    curves: bool = False,
) -> Experiment:
    """Return the record of a cross-validation."""
    return Experiment(
        "train", data_record(dataset), tuple(protocols), n_folds, repeats, seed,
        tuple(estimator_record(one) for one in baselines), None, curves, tuple(sorted(versions().items())),
    )  # fmt: skip


def search_experiment(
    dataset: Dataset,
    grid: Grid,
    strategy: str,
    protocol: Protocol,
    *,
    n_folds: int,
    seed: int,
    estimate: str = "none",
    outer_folds: int = 0,
) -> Experiment:
    """Return the record of a search."""
    record = GridRecord(grid.key, _pairs(grid.param_grid), strategy, estimate, outer_folds, _own(grid.base))
    return Experiment(
        "search", data_record(dataset), (protocol,), n_folds, 1, seed, grid=record,
        libraries=tuple(sorted(versions().items())),
    )  # fmt: skip


def estimator_of(record: EstimatorRecord) -> Baseline:
    """Return the estimator of a record; one that this version does not know cannot be fitted or saved, and says so."""
    if record.family is None:
        known = next((one for one in BASELINES if one.key == record.key), None)
    else:
        grid = next((one for key, one in GRIDS.items() if key == record.family), None)
        known = None if grid is None else grid.candidate(dict(record.parameters))
    made = None if known is None else _tailored(known, dict(record.settings))
    if made is None:
        return Baseline(
            record.key,
            record.name,
            record.description,
            partial(_unknown, record.name),
            can_be_saved="this version does not know how it was made",
        )
    return replace(made, key=record.key, name=record.name, description=record.description)


def _tailored(baseline: Baseline, settings: Mapping[str, Any]) -> Baseline | None:
    """Return an estimator with a person's settings; None where this version knows none such."""
    if not settings:
        return baseline
    try:
        selection = None if settings["select"] is None else selection_from(settings["select"])
        preparation = Preparation(settings["scaler"], selection, settings["class_weight"])
        return tailored(baseline, dict(settings["parameters"]), preparation)
    except (EstimatorError, KeyError, TypeError, ValueError):
        return None


def grid_of(record: GridRecord) -> Grid:
    """Return the grid of a record; DatasetError where this version has no such family."""
    for key, grid in GRIDS.items():
        if key == record.family:
            base = _tailored(grid.base, dict(record.settings))
            if base is not None:
                return replace(grid, base=base, param_grid=dict(record.values))
    raise DatasetError("training.unknown_family", name=record.family)


def _unknown(name: str, _columns: Sequence[str], _seed: int) -> Any:
    raise DatasetError("training.unknown_estimator", name=name)


# --- as a file --------------------------------------------------------------------------------------------------------


def write_experiment(folder: RunFolder, experiment: Experiment) -> Path:
    """Write the record into the folder of its run."""
    return folder.write_json(FILE, {"format": FORMAT, **asdict(experiment)})


def read_experiment(folder: Path) -> Experiment:
    """Return the record of the run in `folder`.

    Raises
    ------
    DatasetError : one line, where there is none, where it is damaged, or where it is of a newer version
    """
    try:
        content = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DatasetError("training.run_without_record", name=folder.name) from None
    except OSError as problem:
        raise DatasetError("training.run_not_read", name=folder.name, reason=problem.strerror) from None
    except (ValueError, RecursionError):
        raise DatasetError("training.run_damaged", name=folder.name, file=FILE) from None
    if isinstance(content, dict) and isinstance(content.get("format"), int) and content["format"] > FORMAT:
        raise DatasetError("training.run_from_future", name=folder.name)
    try:
        return _experiment(content)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise DatasetError("training.run_damaged", name=folder.name, file=FILE) from None


def _experiment(content: Mapping[str, Any]) -> Experiment:
    data, grid = dict(content["data"]), content["grid"]
    data["remedies"] = tuple(_made(Remedy, one) for one in data["remedies"])
    values = {one.name: _tupled(content[one.name]) for one in fields(Experiment)}
    values["data"] = _made(DataRecord, data)
    values["estimators"] = tuple(_made(EstimatorRecord, one) for one in content["estimators"])
    values["grid"] = None if grid is None else _made(GridRecord, grid)
    made = Experiment(**values)
    if made.kind not in ("train", "search") or (made.kind == "search") != (made.grid is not None):
        raise ValueError(made.kind)
    if not all(isinstance(number, int) for number in (made.n_folds, made.repeats, made.seed, made.data.n_rows)):
        raise TypeError(made.n_folds)
    if not all(isinstance(text, str) for text in (*made.protocols, *(one.key for one in made.estimators))):
        raise TypeError(made.protocols)
    for pairs in (*(one.parameters for one in made.estimators), *(one.settings for one in made.estimators)):
        dict(pairs)
    if made.grid is not None:
        dict(made.grid.values), dict(made.grid.settings)
    return made


def _made(kind: type[Any], content: Mapping[str, Any]) -> Any:
    known = [one for one in fields(kind) if one.name in content or one.default is MISSING]
    return kind(**{one.name: _tupled(content[one.name]) for one in known})


def _pairs(values: Mapping[str, Any]) -> Pairs:
    return tuple((name, _tupled(value)) for name, value in sorted(values.items()))


def _tupled(value: Any) -> Any:
    return tuple(_tupled(one) for one in value) if isinstance(value, list | tuple) else value
