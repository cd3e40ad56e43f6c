"""The passport of a genre model: what it was made from, what it reads, how good it is, in plain JSON."""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from core.genre.novelty import Novelty, Ranges, novelty_from_json
from core.model_file.passport import passport_json, read_passport

FORMAT = 2
"""Version of the model file; raised whenever an older program could misread a newer file."""

SINCE_2 = ("novelty", "ranges")
"""Entries that files of version 1 lack: such a model never says "none of these"."""

LONGEST_WINDOW = 3600.0
"""Seconds."""

MAX_COLUMNS = 4096
MAX_CLASSES = 1000
_MAX_NAME = 200


@dataclass(frozen=True)
class Score:
    """One way of cross-validating, and what came out of it.

    Attributes
    ----------
    accuracy, spread : mean over the repetitions and the standard deviation over all folds, in [0, 1]
    lowest, highest : of all folds
    log_loss : mean of -ln(probability of the true class), in nats
    calibration_error : expected calibration error over ten bins of the highest probability, in [0, 1]
    folds, repeats : the protocol
    """

    accuracy: float
    spread: float
    lowest: float
    highest: float
    log_loss: float
    calibration_error: float
    folds: int
    repeats: int


@dataclass(frozen=True)
class Probe:
    """A row of features and what the estimator said about it, so that any machine can check the model it has."""

    features: tuple[float, ...]
    probabilities: tuple[float, ...]


@dataclass(frozen=True)
class Passport:
    """Everything a program and a person need to know about a model before believing it.

    Attributes
    ----------
    name : what the model is called
    estimator, description : which estimator it is, and the same in words
    classes, columns : what it tells apart, and the columns it reads, in order
    recipe : identity of the feature definitions the columns follow
    medians, lowest, highest : of each column over the training rows, for a missing tempo and a warning
    window : length in seconds of the pieces or passages it was trained on
    data : where the rows came from: `rows`, `sha256` of the table and of the artists, what was left out
    seed : of everything random in the making
    versions : of the libraries that made it
    scores : by protocol ("random", "grouped" and others), a `Score` each
    recalls : by class, with artist-grouped folds
    evaluation : what else was measured: `comparison`, `chosen`, `reliability`, `confusion`
    probes : rows to check the model with
    dropped_columns : columns of the table that the model does not read, and why
    faults : known faults of the training data, one line each
    created_by : the command that rebuilds the same file
    agreement : largest difference between the file's probabilities and the estimator's, on the training rows
    novelty : tells music unlike the training music; None where the model cannot
    ranges : by class, of each column the lower decile, the median and the upper decile over the training rows
        [shape=(3, n_columns)]; empty where they are not known
    """

    name: str
    estimator: str
    description: str
    classes: tuple[str, ...]
    columns: tuple[str, ...]
    recipe: str
    medians: tuple[float, ...]
    lowest: tuple[float, ...]
    highest: tuple[float, ...]
    window: float = 30.0
    data: Mapping[str, Any] = field(default_factory=dict)
    seed: int = 0
    versions: Mapping[str, str] = field(default_factory=dict)
    scores: Mapping[str, Score] = field(default_factory=dict)
    recalls: Mapping[str, float] = field(default_factory=dict)
    evaluation: Mapping[str, Any] = field(default_factory=dict)
    probes: tuple[Probe, ...] = ()
    dropped_columns: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[str, ...] = ()
    created_by: str = ""
    agreement: float = 0.0
    novelty: Novelty | None = None
    ranges: Mapping[str, Ranges] = field(default_factory=dict)

    def to_json(self) -> str:
        """Return the passport as text; the same passport always gives the same text.

        One without what version 2 brought is written as version 1, so that a former file keeps its digest.
        """
        if self.novelty is None and not self.ranges:
            return passport_json(self, 1, SINCE_2)
        return passport_json(self, FORMAT)


def passport_from_json(text: str) -> Passport:
    """Return the passport in `text`; `ModelError` where it is not one."""

    def build(entries: dict[str, Any]) -> Passport:
        measure = novelty_from_json(entries.pop("novelty", None), len(entries["columns"]))
        passport = Passport(**{name: _frozen(name, value) for name, value in entries.items()}, novelty=measure)
        return _checked(passport)

    names = [entry.name for entry in fields(Passport)]
    return read_passport(text, {1: [name for name in names if name not in SINCE_2], FORMAT: names}, build)


def _frozen(name: str, value: Any) -> Any:
    """Return a JSON value as the passport keeps it: scores as `Score`, probes as `Probe`, lists as tuples."""
    if name == "probes":
        return tuple(Probe(tuple(probe["features"]), tuple(probe["probabilities"])) for probe in value)
    if name == "scores":
        return {str(protocol): _score(protocol, entries) for protocol, entries in dict(value).items()}
    if name == "ranges":
        return {str(label): tuple(map(tuple, rows)) for label, rows in dict(value).items()}
    return tuple(value) if isinstance(value, list) else value


def _score(protocol: str, entries: Mapping[str, Any]) -> Score:
    score = Score(**entries)
    if not all(isinstance(number, int | float) and math.isfinite(number) for number in asdict(score).values()):
        raise ValueError(f"score “{protocol}” is not made of numbers")
    return score


def _checked(passport: Passport) -> Passport:
    """Return the passport itself where its parts fit each other; ValueError or TypeError says what does not."""
    for what in ("name", "estimator", "description", "recipe", "created_by"):
        if not isinstance(getattr(passport, what), str):
            raise TypeError(f"{what} is not a text")
    _check_names("classes", passport.classes, MAX_CLASSES)
    _check_names("columns", passport.columns, MAX_COLUMNS)
    for what in ("medians", "lowest", "highest"):
        _check_numbers(what, getattr(passport, what), len(passport.columns))
    for probe in passport.probes:
        _check_numbers("a probe's features", probe.features, len(passport.columns))
        _check_numbers("a probe's probabilities", probe.probabilities, len(passport.classes))
    _check_numbers("window and agreement", (passport.window, passport.agreement), 2)
    if not 0 < passport.window <= LONGEST_WINDOW:
        raise ValueError("window is not a length in seconds")
    for what in ("data", "versions", "recalls", "evaluation", "dropped_columns"):
        if not isinstance(getattr(passport, what), dict):
            raise TypeError(f"{what} is not an object")
    _check_ranges(passport)
    _check_details(passport)
    return passport


def _check_ranges(passport: Passport) -> None:
    """Check that there are ranges of all classes or of none, each with three rows in order."""
    if passport.ranges and set(passport.ranges) != set(passport.classes):
        raise ValueError("ranges are not those of the classes")
    for rows in passport.ranges.values():
        if len(rows) != 3:
            raise ValueError("a range is not made of three rows")
        for row in rows:
            _check_numbers("a range", row, len(passport.columns))
        if any(not low <= middle <= high for low, middle, high in zip(*rows, strict=True)):
            raise ValueError("a range does not rise")


def _check_details(passport: Passport) -> None:
    """Check what only people read, but through code that expects texts and numbers."""
    for what, values in (
        ("versions", passport.versions.values()),
        ("dropped_columns", passport.dropped_columns.values()),
    ):
        if not all(isinstance(value, str) for value in values):
            raise TypeError(f"{what} holds something that is not a text")
    faults: object = passport.faults
    if not isinstance(faults, tuple) or not all(isinstance(fault, str) for fault in faults):
        raise TypeError("faults are not texts")
    _check_numbers("recalls", tuple(passport.recalls.values()), len(passport.recalls))
    _check_numbers("the seed", (passport.seed,), 1)


def _check_names(what: str, names: Any, most: int) -> None:
    if not isinstance(names, tuple) or not 1 <= len(names) <= most or len(set(names)) != len(names):
        raise ValueError(f"{what} are not 1 to {most} different names")
    if not all(isinstance(name, str) and 0 < len(name) <= _MAX_NAME and name.isprintable() for name in names):
        raise ValueError(f"{what} hold something that is not a short printable name")


def _check_numbers(what: str, numbers: Any, count: int) -> None:
    plain = isinstance(numbers, tuple) and all(
        isinstance(number, int | float) and not isinstance(number, bool) and math.isfinite(number) for number in numbers
    )
    if not plain or len(numbers) != count:
        raise ValueError(f"{what} are not {count} finite numbers")
