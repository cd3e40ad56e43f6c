"""Columns of text as columns of 0 and 1, one for each category: `mood=happy`.

Categories are those of all labelled rows. That reveals nothing of the classes, and a fold whose training rows lack a
category learns from a column of zeros. A missing entry, and one that a model has not met, is 0 in every column.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.dataset.names import cleaned
from core.errors import DatasetError

MOST_CATEGORIES = 100
"""Of one column of text; more are names rather than categories."""

_SIGN = "="


def can_be_encoded(entries: Sequence[str | None]) -> bool:
    """Whether the entries of a column are categories: few of them, and some in several rows."""
    present = [entry for entry in entries if entry is not None]
    return 1 <= len(set(present)) <= min(MOST_CATEGORIES, len(present) - 1)


def encoded(
    table: str, column: str, entries: Sequence[str | None], counted: NDArray[np.bool_]
) -> tuple[tuple[str, ...], NDArray[np.float64]]:
    """Return a column of text as names and columns of 0 and 1.

    Parameters
    ----------
    table : name of the file, for errors
    entries : of every row; None where missing
    counted : rows whose entries become categories [shape=(n_rows,)]

    Returns
    -------
    names : `column=category`, in alphabetical order of the categories
    X : NDArray[np.float64] [shape=(n_rows, n_categories)]

    Raises
    ------
    DatasetError : one line, where there is no category, or more than `MOST_CATEGORIES`
    """
    shown = cleaned(f"{column}{_SIGN}{entry}" for entry in entries if entry is not None)
    names = ["" if entry is None else shown[f"{column}{_SIGN}{entry}"] for entry in entries]
    categories = sorted({name for name, counts in zip(names, counted.tolist(), strict=True) if name and counts})
    if not categories:
        raise DatasetError("dataset.one_hot_empty", column=column, name=table)
    if len(categories) > MOST_CATEGORIES:
        raise DatasetError(
            "dataset.one_hot_many", column=column, name=table, categories=len(categories), most=MOST_CATEGORIES
        )
    places = {name: place for place, name in enumerate(categories)}
    X = np.zeros((len(names), len(categories)))
    for row, name in enumerate(names):
        if name in places:
            X[row, places[name]] = 1.0
    return tuple(categories), X


def text_column_of(name: str, one_hot: Sequence[str]) -> str | None:
    """Return which column of text the column `name` is a category of; None where it is none."""
    found = [column for column in one_hot if name.startswith(f"{column}{_SIGN}")]
    return max(found, key=len, default=None)


def columns_by_text(columns: Sequence[str], one_hot: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return by column of text which of `columns` are its categories."""
    found: dict[str, list[str]] = {name: [] for name in one_hot}
    for name in columns:
        column = text_column_of(name, one_hot)
        if column is not None:
            found[column].append(name)
    return {name: tuple(some) for name, some in found.items()}
