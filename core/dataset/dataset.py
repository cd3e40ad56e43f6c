"""What a classifier learns from: numbers, labels, groups that folds must not part, and where all of it came from."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.errors import DatasetError
from core.messages import Note

RemedyKind = Literal["drop_columns", "drop_rows", "join_rows", "merge_classes", "make_split"]


@dataclass(frozen=True)
class DatasetSource:
    """Where rows came from, for a passport and for reading them again.

    Attributes
    ----------
    path, sha256 : the table, or the folder with a hash over its files' contents
    label, groups, split : the columns that were used as such; None where there was none
    groups_path, groups_sha256 : the second table, where the groups came from one
    dialect : how the table was written, in words
    one_hot : columns of text that were taken as columns of 0 and 1
    """

    path: str
    sha256: str
    label: str = "label"
    groups: str | None = None
    split: str | None = None
    groups_path: str | None = None
    groups_sha256: str | None = None
    dialect: str = ""
    one_hot: tuple[str, ...] = ()


@dataclass(frozen=True)
class Remedy:
    """One change to a data set, as the doctor proposes it and as it is recorded once made.

    Attributes
    ----------
    kind : leave columns out, leave rows out, keep rows in one group so that no fold parts them, give several classes
        one name, or make a fixed split
    title : what a button says
    columns : names, for "drop_columns"
    rows : rows of the source, from 0, for "drop_rows"
    sets : rows of the source that belong together, for "join_rows"
    classes : names of classes that become one, the first of each set for all, for "merge_classes"
    parts, seed : hundredths of the rows for training, validation and test, and the seed of the draw, for "make_split"
    """

    kind: RemedyKind
    title: str
    columns: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()
    sets: tuple[tuple[int, ...], ...] = ()
    classes: tuple[tuple[str, ...], ...] = ()
    parts: tuple[int, ...] = ()
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Dataset:
    """Rows to learn from; never changed, only replaced.

    Attributes
    ----------
    name : for titles and file names
    X : NDArray[np.float64] [shape=(n_rows, n_columns)]; NaN where a number is missing or was infinite
    y : NDArray[np.int64] [shape=(n_rows,)], index into `classes`
    classes, columns : names, the classes in alphabetical order
    places : NDArray[np.int64] [shape=(n_rows,)], row of the source, from 0
    row_names : what a person calls each row: a file name, or "row 12"
    locations : the audio file of each row, where it is known
    groups : NDArray[np.int64] [shape=(n_rows,)], rows of one group must not be parted by a fold; None without groups
    group_names : for each number in `groups`
    split : "train", "valid" or "test" for each row; None where the source has no fixed split
    seconds : how long the pieces are that the rows were measured on (the median); None where unknown
    recipe : identity of the feature definitions; None where the columns are not those this program measures
    source : where the rows came from
    remedies : what was changed since, in order
    notes : what was done on reading that a person should know
    texts : columns of text that are, or could be, taken as one-hot columns
    """

    name: str
    X: NDArray[np.float64]
    y: NDArray[np.int64]
    classes: tuple[str, ...]
    columns: tuple[str, ...]
    places: NDArray[np.int64]
    row_names: tuple[str, ...]
    locations: tuple[str | None, ...]
    source: DatasetSource
    groups: NDArray[np.int64] | None = None
    group_names: tuple[str, ...] = ()
    split: NDArray[np.str_] | None = None
    seconds: float | None = None
    recipe: str | None = None
    remedies: tuple[Remedy, ...] = field(default=())
    notes: tuple[Note, ...] = field(default=())
    texts: tuple[str, ...] = field(default=())

    def __len__(self) -> int:
        return len(self.y)

    def __getstate__(self) -> dict[str, Any]:
        """Return what is sent to another process; a million names as one text, since that takes a tenth of the time."""
        return self.__dict__ | {name: _joined(self.__dict__[name]) for name in _NAMES}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state | {name: _parted(state[name]) for name in _NAMES})

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 over everything that a fit or a fold depends on."""
        digest = sha256(repr((self.X.shape, self.classes, self.columns)).encode())
        for array in (self.X, self.y, self.groups, self.split):  # as bytes without a copy, which may be half a gigabyte
            digest.update(b"-" if array is None else np.ascontiguousarray(array).reshape(-1).view(np.uint8).data)
        return digest.hexdigest()

    def is_same_as(self, other: "Dataset") -> bool:
        """Whether both are the same rows, columns, classes and groups of one source; without a look at the numbers.

        That takes milliseconds where `fingerprint` reads every number. Where the source lies does not matter.
        """
        if self is other:
            return True
        sources = [replace(one.source, path="", groups_path=None) for one in (self, other)]
        if sources[0] != sources[1] or (self.columns, self.classes) != (other.columns, other.classes):
            return False
        pairs = ((self.places, other.places), (self.y, other.y), (self.groups, other.groups), (self.split, other.split))
        return all((one is None) == (two is None) and np.array_equal(one, two) for one, two in pairs)  # type: ignore[arg-type]

    def differs_in_groups_only(self, other: "Dataset") -> bool:
        """Whether both are the same rows, columns and classes of one table, whatever their groups and split."""
        one, two = self.source, other.source
        if (one.path, one.sha256, one.label) != (two.path, two.sha256, two.label):
            return False
        if (self.columns, self.classes, self.row_names) != (other.columns, other.classes, other.row_names):
            return False
        return np.array_equal(self.places, other.places) and np.array_equal(self.y, other.y)

    @cached_property
    def counts(self) -> NDArray[np.int64]:
        """Rows of each class [shape=(n_classes,)]."""
        return np.bincount(self.y, minlength=len(self.classes))

    @property
    def chance(self) -> float:
        """Accuracy of always naming the largest class."""
        return float(self.counts.max() / len(self))

    def take(self, rows: NDArray[np.int64]) -> "Dataset":
        """Return these rows only, by their number in this data set; classes without a row disappear."""
        present = np.unique(self.y[rows])
        groups, names = self.groups, self.group_names
        if groups is not None:
            kept, numbers = np.unique(groups[rows], return_inverse=True)
            groups, names = numbers.astype(np.int64), tuple(names[number] for number in kept)
        return replace(
            self,
            X=self.X[rows],
            y=np.searchsorted(present, self.y[rows]).astype(np.int64),
            classes=tuple(self.classes[number] for number in present),
            places=self.places[rows],
            row_names=tuple(self.row_names[row] for row in rows),
            locations=tuple(self.locations[row] for row in rows),
            groups=groups,
            group_names=names,
            split=None if self.split is None else self.split[rows],
        )

    def with_columns(self, names: Sequence[str]) -> "Dataset":
        """Return these columns only, in the order given; DatasetError for a name that there is not."""
        places = {name: place for place, name in enumerate(self.columns)}
        for name in names:
            if name not in places:
                raise DatasetError("dataset.no_column", name=self.name, column=name, columns=", ".join(self.columns))
        return replace(self, X=_columns(self.X, [places[name] for name in names]), columns=tuple(names))


_NAMES = ("row_names", "locations")
_BETWEEN = "\0"


def _joined(names: tuple[str | None, ...]) -> tuple[str | None, ...] | str | int:
    """Return names as one text, or how many there are where none is known; as they are where that says less."""
    if names and not any(names):
        return names if "" in names else len(names)
    if not names or not all(names):
        return names
    text = _BETWEEN.join(name or "" for name in names)
    return text if text.count(_BETWEEN) == len(names) - 1 else names


def _parted(names: tuple[str | None, ...] | str | int) -> tuple[str | None, ...]:
    if isinstance(names, int):
        return (None,) * names
    return tuple(names.split(_BETWEEN)) if isinstance(names, str) else names


def _columns(X: NDArray[np.float64], places: Sequence[int]) -> NDArray[np.float64]:
    """Return some columns; neighbours are copied together, which takes a fraction of the time."""
    made = np.empty((len(X), len(places)))
    start = 0
    for end in range(1, len(places) + 1):
        if end == len(places) or places[end] != places[end - 1] + 1:
            made[:, start:end] = X[:, places[start] : places[end - 1] + 1]
            start = end
    return made
