"""A fixed split that is made: rows for training, validation and test, every class in its share."""

import warnings
from dataclasses import replace
from math import gcd

import numpy as np
from numpy.typing import NDArray

from core.dataset.dataset import Dataset, Remedy
from core.errors import DatasetError
from core.language import tr

USUAL = (80, 10, 10)
"""Hundredths of the rows for training, validation and test, as in the study's notebook."""

_NAMES = ("train", "valid", "test")


def parts_from(text: str) -> tuple[int, int, int]:
    """Return the hundredths of a text such as 80/10/10.

    Raises
    ------
    DatasetError : one line, where it does not name three parts that make a hundred, with rows to learn and to judge on
    """
    try:
        train, valid, test = (int(part) for part in text.split("/"))
    except ValueError:
        raise DatasetError("dataset.no_parts", text=text) from None
    if min(train, valid, test) < 0 or train + valid + test != 100 or train in {0, 100}:
        raise DatasetError("dataset.no_parts", text=text)
    return train, valid, test


def split_remedy(dataset: Dataset, parts: tuple[int, int, int], seed: int) -> Remedy:
    """Return the change that makes a split; rows of one group are in one part."""
    shares = "/".join(map(str, parts))
    what = "" if dataset.groups is None else tr(", grouped by {value}", value=dataset.source.groups or "group")
    return Remedy(
        "make_split",
        tr("Fixed split {shares}{what}, seed {seed}", shares=shares, what=what, seed=seed),
        parts=parts,
        seed=seed,
    )


def with_split(dataset: Dataset, remedy: Remedy) -> Dataset:
    """Return the data set with a split of its own.

    Raises
    ------
    DatasetError : one line, where the rows, or the groups, do not allow it
    """
    numbers = _at_random(dataset, remedy) if dataset.groups is None else _by_groups(dataset, remedy)
    for number, share in enumerate(remedy.parts):
        if share and not (numbers == number).any():
            raise DatasetError("dataset.split_too_few", title=remedy.title, part=_NAMES[number])
    missing = np.setdiff1d(dataset.y, dataset.y[numbers == 0])
    if len(missing):
        raise DatasetError("dataset.split_lacks_class", title=remedy.title, label=dataset.classes[missing[0]])
    return replace(dataset, split=np.array(_NAMES)[numbers])


def _at_random(dataset: Dataset, remedy: Remedy) -> NDArray[np.int64]:
    """Return for each row the number of its part."""
    from sklearn.model_selection import train_test_split

    _, valid, test = remedy.parts
    numbers = np.zeros(len(dataset), dtype=np.int64)
    try:
        _, held_out = train_test_split(
            np.arange(len(dataset)), test_size=(valid + test) / 100, stratify=dataset.y, random_state=remedy.seed
        )
        numbers[held_out] = 1 if valid else 2
        if valid and test:
            _, tested = train_test_split(
                held_out, test_size=test / (valid + test), stratify=dataset.y[held_out], random_state=remedy.seed
            )
            numbers[tested] = 2
    except ValueError as problem:
        raise DatasetError("dataset.split_refused", title=remedy.title, reason=str(problem)) from None
    return numbers


def _by_groups(dataset: Dataset, remedy: Remedy) -> NDArray[np.int64]:
    """Return the same with the rows of a group in one part: so many equal parts, of which each gets its share."""
    from sklearn.model_selection import StratifiedGroupKFold

    _, valid, test = remedy.parts
    one = gcd(*remedy.parts)
    numbers = np.zeros(len(dataset), dtype=np.int64)
    splitter = StratifiedGroupKFold(100 // one, shuffle=True, random_state=remedy.seed)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a class with fewer rows than parts is checked afterwards
            parts = [rows for _, rows in splitter.split(dataset.y, dataset.y, dataset.groups)]
    except ValueError as problem:
        raise DatasetError("dataset.split_refused", title=remedy.title, reason=str(problem)) from None
    for place, rows in enumerate(parts[: (valid + test) // one]):
        numbers[rows] = 2 if place < test // one else 1
    return numbers
