"""Carrying out what the doctor proposes: each change gives a new data set that remembers it."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np

from core.dataset.copies import joined
from core.dataset.dataset import Dataset, Remedy, RemedyKind
from core.dataset.splitting import with_split
from core.errors import DatasetError


def apply(dataset: Dataset, remedy: Remedy) -> Dataset:
    """Return the data set after `remedy`, with the remedy on record.

    Rows and columns that are gone already are passed over, so that remedies can be made in any order.

    Raises
    ------
    DatasetError : where nothing that can be learned from would be left
    """
    changed = _CHANGES[remedy.kind](dataset, remedy)
    return replace(changed, remedies=(*dataset.remedies, remedy))


def apply_all(dataset: Dataset, remedies: Iterable[Remedy]) -> Dataset:
    """Return the data set after all `remedies`, in order."""
    for remedy in remedies:
        dataset = apply(dataset, remedy)
    return dataset


def _without_columns(dataset: Dataset, remedy: Remedy) -> Dataset:
    gone = frozenset(remedy.columns)
    kept = [name for name in dataset.columns if name not in gone]
    if not kept:
        raise DatasetError("dataset.no_column_left", remedy=remedy.title)
    return dataset.with_columns(kept)


def _without_rows(dataset: Dataset, remedy: Remedy) -> Dataset:
    rows = np.flatnonzero(~np.isin(dataset.places, remedy.rows))
    if len(np.unique(dataset.y[rows])) < 2:
        raise DatasetError("dataset.no_classes_left", remedy=remedy.title)
    return dataset.take(rows)


def _with_joined_rows(dataset: Dataset, remedy: Remedy) -> Dataset:
    """Return groups in which the rows of each set are together; without groups so far, every row was its own."""
    here = {int(place): row for row, place in enumerate(dataset.places)}
    sets = [[here[place] for place in places if place in here] for places in remedy.sets]
    alone = dataset.groups is None
    numbers = np.arange(len(dataset)) if dataset.groups is None else dataset.groups
    names = dataset.row_names if alone else dataset.group_names
    roots = joined(len(dataset), numbers, [rows for rows in sets if len(rows) > 1])
    kept, groups = np.unique(roots, return_inverse=True)
    return replace(dataset, groups=groups.astype(np.int64), group_names=tuple(names[number] for number in kept))


def _with_merged_classes(dataset: Dataset, remedy: Remedy) -> Dataset:
    """Return fewer classes; a name that is there no longer, or a set whose first is not, is no obstacle."""
    renamed = {name: names[0] for names in remedy.classes for name in names}
    labels = np.array([renamed.get(name, name) for name in dataset.classes])
    classes, numbers = np.unique(labels, return_inverse=True)
    if len(classes) < 2:
        raise DatasetError("dataset.no_classes_left", remedy=remedy.title)
    return replace(dataset, y=numbers[dataset.y].astype(np.int64), classes=tuple(str(name) for name in classes))


_CHANGES: dict[RemedyKind, Callable[[Dataset, Remedy], Dataset]] = {
    "drop_columns": _without_columns,
    "drop_rows": _without_rows,
    "join_rows": _with_joined_rows,
    "merge_classes": _with_merged_classes,
    "make_split": with_split,
}
