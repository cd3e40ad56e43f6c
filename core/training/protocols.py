"""How rows are held out: at random, in groups that must not be parted, or by a fixed split."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from core.dataset.dataset import Dataset, DatasetError

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


def folds(
    dataset: Dataset,
    protocol: Protocol,
    *,
    n_folds: int = FOLDS,
    repeats: int = 1,
    seed: int = SEED,
    held_out: Literal["test", "valid"] = "test",
) -> list[Fold]:
    """The folds of a protocol, every class in its share as far as possible; the same seed gives the same folds.

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
                raise DatasetError(
                    f"With these groups a fold would have no “{missing}” to learn from; use fewer folds, or leave "
                    "the class out."
                )
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
        raise DatasetError("Cross-validation needs at least two folds.")
    if protocol == "grouped" and dataset.groups is None:
        raise DatasetError(f"{dataset.name} has no groups; name a column that says which rows belong together.")
    small = classes_too_small(dataset, protocol, n_folds)
    if small:
        name, count = min(small.items(), key=lambda entry: entry[1])
        what = "row" if protocol == "random" else "group"
        advice = f"use {count} folds, or leave the class out" if count > 1 else "leave the class out, or add to it"
        raise DatasetError(
            f"“{name}” has {count} {what}{'' if count == 1 else 's'}, too few for {n_folds} {protocol} folds; {advice}."
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
        raise DatasetError(f"{dataset.name} has no fixed split; name a column that holds train, valid or test.")
    part = held_out if (dataset.split == held_out).any() else ("valid" if held_out == "test" else "test")
    train, test = np.flatnonzero(dataset.split == "train"), np.flatnonzero(dataset.split == part)
    if not len(train) or not len(test):
        raise DatasetError(f"The split of {dataset.name} has no rows for {'train' if not len(train) else part}.")
    missing = np.setdiff1d(dataset.y, dataset.y[train])
    if len(missing):
        raise DatasetError(f"The split of {dataset.name} has no “{dataset.classes[missing[0]]}” to learn from.")
    return Fold(train, test, 0, 0)
