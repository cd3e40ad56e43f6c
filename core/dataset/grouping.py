"""Which rows folds must not part: by a column, by a second table, by folders, or by near copies."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import numpy as np
from numpy.typing import NDArray

from core.dataset.artists import group_rows
from core.dataset.copies import near_copies, nearness
from core.dataset.dataset import Dataset
from core.dataset.names import cleaned
from core.dataset.tables import read_table
from core.errors import DatasetError
from core.features.recipe import LENGTH_COLUMN
from core.language import tr
from core.messages import Note

ROW = "features_row"
"""Column of a second table that says which row of the features each of its rows is about, from 0."""

USUAL = ("artist", "group", "performer", "album")
"""Columns of a second table that are taken for the groups when none is named."""

_PEOPLE = ("artist", "performer", "band", "composer", "singer")
_NAMES = ("clip", "filename", "file", "name")


@dataclass(frozen=True, eq=False)
class Groups:
    """A group number for each row, and a name for each number; `row_names` where a second table has better ones."""

    name: str
    numbers: NDArray[np.int64]
    names: tuple[str, ...]
    path: Path | None = None
    notes: tuple[Note, ...] = ()
    row_names: tuple[str, ...] = ()


def groups_of(
    dataset: Dataset,
    labels: NDArray[np.str_],
    column: Sequence[str | None] | None,
    name: str | None,
    table: Path | None,
) -> Groups | None:
    """Return the groups that were asked for; None where none were.

    Parameters
    ----------
    labels : of each row, to see whether a second table speaks of the same rows
    column : the entries of the table's own column `name`, where it has one
    table : a second table
    """
    if table is not None:
        return _from_table(dataset, labels, table, name)
    if name is None:
        return None
    if column is not None:
        return _from_names(name, column)
    if name == "folder":
        return _from_folders(dataset)
    if name == "duplicates":
        return _from_copies(dataset)
    raise DatasetError(
        "dataset.no_groups_column", name=dataset.name, column=name, hint=_hint(Path(dataset.source.path), name)
    )


def tables_beside(path: Path) -> dict[Path, tuple[str, ...]]:
    """Tables in the folder of `path` that say by `features_row` what they are about, and their columns."""
    from core.dataset.tables import column_names

    found = {}
    for other in sorted(path.parent.glob("*.csv"))[:20]:
        try:
            columns = () if other == path else column_names(other)
        except DatasetError:
            continue
        if ROW in columns:
            found[other] = columns
    return found


def _hint(path: Path, name: str) -> str:
    """Where the column may be instead: in a table beside this one."""
    for other, columns in tables_beside(path).items():
        if name in columns:
            return tr("; {name} beside it has one: give it as the table of groups", name=other.name)
    return tr("; groups can also be “folder” or “duplicates”, or come from a second table")


def _from_names(name: str, entries: Sequence[str | None], **others: object) -> Groups:
    """Equal names are one group; an artist's spellings and collaborations, too. A row without a name stands alone."""
    people = any(word in name.casefold() for word in _PEOPLE)
    if people:
        numbers = group_rows(entries, ())
    else:
        keys = [f"\0{row}" if entry is None else entry for row, entry in enumerate(entries)]
        numbers = np.unique(np.array(keys), return_inverse=True)[1].astype(np.int64)
    names = [""] * (int(numbers.max()) + 1)
    for row in range(len(entries) - 1, -1, -1):
        names[numbers[row]] = entries[row] or names[numbers[row]] or f"unknown (row {row})"
    unknown = sum(entry is None for entry in entries)
    notes = (Note("dataset.unknown_group", rows=unknown, name=name),) if unknown else ()
    return Groups(name, numbers, tuple(names), notes=notes, **others)  # type: ignore[arg-type]


def _from_table(dataset: Dataset, labels: NDArray[np.str_], path: Path, name: str | None) -> Groups:
    name = None if name is None else cleaned([name])[name]
    table = read_table(path, text=(*USUAL, *_NAMES, *([name] if name else [])), classes=("label",))
    column = name or next((usual for usual in USUAL if usual in table.texts), None)
    if column is None or column not in table.texts:
        raise DatasetError(
            "dataset.no_column", name=path.name, column=name or USUAL[0], columns=", ".join(table.names[:12])
        )
    order = _order(dataset, path, table.numbers.get(ROW), table.n_rows)
    if "label" in table.texts:
        classes = [table.texts["label"][place] or "" for place in order]
        names = cleaned(classes)
        theirs = np.array([names[one] for one in classes])
        if (theirs != labels).any():
            row = int(np.flatnonzero(theirs != labels)[0])
            raise DatasetError("dataset.other_label", name=path.name, row=row, theirs=theirs[row], label=labels[row])
    entries = [table.texts[column][place] for place in order]
    called = next((table.texts[one] for one in _NAMES if one in table.texts and one != column), None)
    better = () if called is None else tuple(called[place] or f"row {row}" for row, place in enumerate(order))
    return _from_names(column, entries, path=path, row_names=better)


def _order(dataset: Dataset, path: Path, rows: NDArray[np.float64] | None, n_rows: int) -> NDArray[np.int64]:
    """For each row of the features the row of the second table that is about it."""
    wanted = np.arange(len(dataset))
    if rows is None:
        if n_rows != len(dataset):
            raise DatasetError(
                "dataset.other_number_of_rows", name=path.name, rows=n_rows, wanted=len(dataset), column=ROW
            )
        return wanted
    order = np.argsort(rows, kind="stable")
    if len(rows) != len(dataset) or (rows[order] != wanted).any():
        raise DatasetError("dataset.rows_not_named", column=ROW, name=path.name, rows=len(dataset))
    return order


def _from_folders(dataset: Dataset) -> Groups:
    folders = [str(PurePosixPath(name.replace("\\", "/")).parent) for name in dataset.row_names]
    if set(folders) == {"."}:
        raise DatasetError("dataset.no_folders", name=dataset.name)
    return _from_names("folder", folders)


def _from_copies(dataset: Dataset) -> Groups:
    """Near copies are one group, every other row its own."""
    read = [place for place, name in enumerate(dataset.columns) if name != LENGTH_COLUMN]
    numbers = group_rows([None] * len(dataset), near_copies(dataset.X[:, read], nearness(len(read))))
    first = {int(number): row for row, number in reversed(list(enumerate(numbers)))}
    return Groups("duplicates", numbers, tuple(dataset.row_names[first[number]] for number in sorted(first)))
