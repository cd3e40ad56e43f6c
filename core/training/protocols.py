"""How rows are held out: at random, in groups that must not be parted, or by a fixed split."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from core.dataset.dataset import Dataset
from core.errors import DatasetError
from core.language import tr

Protocol = Literal["random", "grouped", "split"]
PROTOCOLS: tuple[Protocol, ...] = get_args(Protocol)
FOLDS = 5
SEED = 20
"""Of everything random, unless a person chooses another."""


@dataclass(frozen=True, eq=False)
class Fold:
    """Rows to fit on and rows to judge on, by their number in the data set.

    Attributes
    ----------
    train, test : NDArray[np.int64]; no row is in both
    repeat, number : which repetition, and which fold of it, from 0
    """

    train: NDArray[np.int64]
    test: NDArray[np.int64]
    repeat: int
    number: int


def protocols_for(dataset: Dataset) -> tuple[Protocol, ...]:
    """Return the fixed split where there is one; otherwise random folds, and grouped ones where there are groups."""
    if dataset.split is not None:
        return ("split",)
    return ("random",) if dataset.groups is None else ("random", "grouped")


def folds(
    dataset: Dataset,
    protocol: Protocol,
    *,
    n_folds: int = FOLDS,
    repeats: int = 1,
    seed: int = SEED,
    held_out: Literal["test", "valid"] = "test",
) -> list[Fold]:
    """Return the folds of a protocol, every class in its share as far as possible; the same seed gives the same folds.

    Parameters
    ----------
    n_folds, repeats : parts of each repetition, and repetitions with other seeds; a fixed split has one of each
    held_out : part of a fixed split to judge on; without rows for test (or valid) the other is taken. Rows of the part
        that is not judged on are left aside

    Raises
    ------
    DatasetError : one line, where the rows do not allow it
    """
    if protocol == "split":
        return [_fixed(dataset, held_out)]
    _refuse_small_classes(dataset, protocol, n_folds)
    made = []
    for repeat in range(repeats):
        for number, (train, test) in enumerate(_parts(dataset, protocol, n_folds, seed + repeat)):
            if len(np.unique(dataset.y[train])) < len(dataset.classes):
                missing = dataset.classes[int(np.setdiff1d(dataset.y, dataset.y[train])[0])]
                raise DatasetError("training.fold_lacks_class", label=missing)
            made.append(Fold(train.astype(np.int64), test.astype(np.int64), repeat, number))
    return made


def possible_protocols(dataset: Dataset, n_folds: int = FOLDS) -> dict[Protocol, str | None]:
    """For each protocol why it is not possible; None where it is."""
    reasons: dict[Protocol, str | None] = {}
    for protocol in PROTOCOLS:
        try:
            folds(dataset, protocol, n_folds=n_folds)
        except DatasetError as problem:
            reasons[protocol] = str(problem)
        else:
            reasons[protocol] = None
    return reasons


def classes_too_small(dataset: Dataset, protocol: Protocol, n_folds: int) -> dict[str, int]:
    """Classes with fewer rows (or groups) than folds, and how many they have."""
    counts = dataset.counts
    if protocol == "grouped" and dataset.groups is not None:
        counts = np.array([len(np.unique(dataset.groups[dataset.y == k])) for k in range(len(dataset.classes))])
    return {name: int(count) for name, count in zip(dataset.classes, counts, strict=True) if count < n_folds}


def _refuse_small_classes(dataset: Dataset, protocol: Protocol, n_folds: int) -> None:
    if n_folds < 2:
        raise DatasetError("training.few_folds")
    if protocol == "grouped" and dataset.groups is None:
        raise DatasetError("training.no_groups", name=dataset.name)
    small = classes_too_small(dataset, protocol, n_folds)
    if small:
        name, count = min(small.items(), key=lambda entry: entry[1])
        what = "row" if protocol == "random" else "group"
        raise DatasetError(
            "training.class_too_small_use" if count > 1 else "training.class_too_small",
            label=name,
            count=count,
            what=what,
            folds=n_folds,
            protocol=protocol,
        )


def _parts(
    dataset: Dataset, protocol: Protocol, n_folds: int, seed: int
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold

    splitter = StratifiedGroupKFold if protocol == "grouped" else StratifiedKFold
    groups = dataset.groups if protocol == "grouped" else None
    yield from splitter(n_folds, shuffle=True, random_state=seed).split(dataset.y, dataset.y, groups)


def _fixed(dataset: Dataset, held_out: Literal["test", "valid"]) -> Fold:
    if dataset.split is None:
        raise DatasetError("training.no_split", name=dataset.name)
    part = held_out if (dataset.split == held_out).any() else ("valid" if held_out == "test" else "test")
    train, test = np.flatnonzero(dataset.split == "train"), np.flatnonzero(dataset.split == part)
    if not len(train) or not len(test):
        raise DatasetError("training.split_lacks_rows", name=dataset.name, part="train" if not len(train) else part)
    missing = np.setdiff1d(dataset.y, dataset.y[train])
    if len(missing):
        raise DatasetError("training.split_lacks_class", name=dataset.name, label=dataset.classes[missing[0]])
    return Fold(train, test, 0, 0)


def protocol_word(protocol: str) -> str:
    """Return what a protocol is called within a sentence, in the language of the window."""
    words = {"random": tr("random"), "grouped": tr("grouped"), "split": tr("split")}
    return words.get(protocol, protocol)
