"""From a table to a data set: which column is the label, who belongs together, which columns are features."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.dataset.dataset import Dataset, DatasetSource
from core.dataset.fitness import LARGEST_NUMBER, NAMED_INDEX, piece_seconds, recipe_of, refuse_what_cannot_be_learned
from core.dataset.grouping import Groups, groups_of
from core.dataset.names import cleaned
from core.dataset.one_hot import can_be_encoded, encoded, text_column_of
from core.dataset.tables import RawTable, column_names, read_table
from core.errors import ColumnsError, DatasetError
from core.features.columns import SONG_COLUMNS
from core.freed_memory import give_back_memory
from core.language import tr
from core.messages import Note
from core.model_file.container import file_sha256
from core.progress import Report, silent, sub_range

LABELS = ("label", "genre", "class", "target")
"""Names by which a label column is recognised, best first."""

NAMES = ("filename", "file", "path", "location", "clip", "name", "uuid")
"""Columns that say what a row is, best first; those with a file name also say where its audio is."""

SPLITS = {
    "train": "train", "training": "train", "valid": "valid", "validation": "valid", "val": "valid", "dev": "valid",
    "test": "test", "testing": "test", "holdout": "test",
}  # fmt: skip

_MOST_CLASSES = 1000
_OF_THE_GRID = "bpm"
"""The column of our tables that follows from the beat grid. Models of before it was there do not know it."""


@dataclass(frozen=True)
class _Roles:
    """Which columns are not features."""

    label: str
    groups: str | None
    split: str | None
    one_hot: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        named = (self.label, self.groups, self.split, *self.one_hot, *self.names)
        return tuple(name for name in named if name is not None)


def load_table(
    path: Path,
    *,
    label: str | None = None,
    groups: str | None = None,
    split: str | None = None,
    drop: Collection[str] = (),
    one_hot: Sequence[str] = (),
    groups_table: Path | None = None,
    report: Report = silent,
) -> Dataset:
    """Read a table of features with labels.

    Parameters
    ----------
    path : CSV (commas, semicolons or tabs, decimal points or commas) or Parquet
    label : the column to be learned; found by its name when absent
    groups : a column whose equal entries must not be parted by folds, in this table or in `groups_table`; also
        "folder" (of the file names) or "duplicates" where no column is called so
    split : a column holding train, valid or test
    drop : columns to leave out; of a one-hot column also one category, as "mood=happy"
    one_hot : columns, of text or taken as such, that become columns of 0 and 1; see `core.dataset.one_hot`
    groups_table : a second table with the groups; its column `features_row` says which row each of its rows is about,
        without one they stand in the same order
    report : told how far reading is

    Returns
    -------
    Dataset : other columns of text are left out, and a note says so

    Raises
    ------
    DatasetError : one line, before any long work, for whatever cannot be learned from
    """
    dataset = _loaded(
        path, label=label, groups=groups, split=split, drop=drop, one_hot=one_hot, groups_table=groups_table,
        report=report,
    )  # fmt: skip
    give_back_memory()
    return dataset


def _loaded(
    path: Path,
    *,
    label: str | None,
    groups: str | None,
    split: str | None,
    drop: Collection[str],
    one_hot: Sequence[str],
    groups_table: Path | None,
    report: Report,
) -> Dataset:
    label, groups, split = (None if name is None else cleaned([name])[name] for name in (label, groups, split))
    drop = [cleaned([name])[name] for name in drop]
    one_hot = tuple(dict.fromkeys(cleaned([name])[name] for name in one_hot if name not in drop))
    header = column_names(path)
    categories = [name for name in drop if name not in header and text_column_of(name, one_hot)]
    drop = [name for name in drop if name not in categories]
    _require(path, header, (*drop, *one_hot, *([label] if label else []), *([split] if split else [])))
    roles = _roles(path, header, label, groups, split, groups_table, one_hot)
    columns_left_out = frozenset(drop) - {roles.label, roles.groups, roles.split}
    table = read_table(
        path, text=roles.all, classes=(roles.label,), drop=columns_left_out, report=sub_range(report, 0.0, 0.8)
    )
    entries, renamed = clean_classes(table.texts[roles.label])
    labelled = np.array([entry is not None for entry in entries])
    classes, y = _classes(path, roles.label, [entry for entry in entries if entry is not None])
    columns, X, notes, texts = _features(path, table, roles, labelled)
    notes += renamed
    if not labelled.all():
        notes.append(Note("dataset.no_label_rows", rows=(~labelled).sum()))
    names, locations = _names(path, table, roles.names)
    dataset = Dataset(
        name=path.stem,
        X=X,
        y=np.zeros(table.n_rows, dtype=np.int64),
        classes=classes,
        columns=columns,
        places=np.arange(table.n_rows),
        row_names=names,
        locations=locations,
        source=DatasetSource(str(path), "", roles.label, groups, split, dialect=table.dialect, one_hot=one_hot),
        texts=texts,
    )
    if categories:
        _require(path, columns, categories)
        dataset = dataset.with_columns([name for name in columns if name not in categories])
    full_labels = np.array([entry or "" for entry in entries])
    found = groups_of(dataset, full_labels, table.texts.get(roles.groups or ""), groups, groups_table)
    return _assembled(path, dataset, table, roles, found, np.flatnonzero(labelled), y, notes)


def _assembled(
    path: Path,
    dataset: Dataset,
    table: RawTable,
    roles: _Roles,
    groups: Groups | None,
    rows: NDArray[np.int64],
    y: NDArray[np.int64],
    notes: list[Note],
) -> Dataset:
    """Return the data set of the labelled rows with everything that is known about them."""
    from dataclasses import replace

    numbers = np.full(len(dataset), -1, dtype=np.int64)
    numbers[rows] = y
    parts = None if roles.split is None else _split(path, roles.split, table.texts[roles.split])
    source = replace(
        dataset.source,
        sha256=file_sha256(path),
        groups=None if groups is None else groups.name,
        groups_path=None if groups is None or groups.path is None else str(groups.path),
        groups_sha256=None if groups is None or groups.path is None else file_sha256(groups.path),
    )
    recipe = recipe_of(dataset.columns, dataset.X)
    whole = replace(
        dataset,
        y=np.where(numbers < 0, 0, numbers),
        groups=None if groups is None else groups.numbers,
        group_names=() if groups is None else groups.names,
        split=parts,
        seconds=piece_seconds(dataset.columns, dataset.X) if recipe is not None else None,
        recipe=recipe,
        source=source,
        notes=(*notes, *(() if groups is None else groups.notes)),
        row_names=dataset.row_names if groups is None or not groups.row_names else groups.row_names,
    )
    labelled = whole if len(rows) == len(dataset) else whole.take(rows)
    refuse_what_cannot_be_learned(labelled)
    return labelled


def _require(path: Path, header: Sequence[str], names: Collection[str]) -> None:
    for name in names:
        if name not in header:
            raise DatasetError("dataset.no_column", name=path.name, column=name, columns=_listed(header))


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:12])
    return tr("{shown} and {n} more", shown=shown, n=len(names) - 12) if len(names) > 12 else shown


def _roles(
    path: Path,
    header: Sequence[str],
    label: str | None,
    groups: str | None,
    split: str | None,
    groups_table: Path | None,
    one_hot: tuple[str, ...],
) -> _Roles:
    in_table = groups if groups in header and groups_table is None else None
    chosen = label or _likely_label(path, header, (in_table, split, *one_hot))
    for role, name in (("label", chosen), ("groups", in_table), ("split", split)):
        if name in one_hot:
            raise DatasetError("dataset.one_hot_taken", column=name, role=role)
    taken = {chosen, in_table, split, *one_hot}
    names = tuple(name for name in NAMES if name in header and name not in taken)
    return _Roles(chosen, in_table, split, one_hot, names)


def _likely_label(path: Path, header: Sequence[str], taken: Collection[str | None]) -> str:
    """Return the label column by its name; otherwise DatasetError names the columns that could be meant."""
    for wanted in LABELS:
        for name in header:
            if name.casefold() == wanted and name not in taken:
                return name
    table = read_table(path)
    candidates = [name for name in table.names if name not in taken and _could_be_label(table, name)]
    if not candidates:
        raise DatasetError("dataset.no_label", name=path.name)
    raise DatasetError("dataset.which_label", name=path.name, columns=_listed(candidates))


def _could_be_label(table: RawTable, name: str) -> bool:
    entries: Sequence[object]
    if name in table.texts:
        entries = [entry for entry in table.texts[name] if entry is not None]
    else:
        numbers = table.numbers[name]
        entries = list(numbers[np.isfinite(numbers)])
        if any(number != int(number) for number in numbers[np.isfinite(numbers)]):
            return False
    return 2 <= len(set(entries)) <= max(2, min(_MOST_CLASSES, len(entries) // 4))


def clean_classes(entries: Sequence[str | None]) -> tuple[list[str | None], list[Note]]:
    """Return the class of each row by a name that can be shown and kept, and a note where some were changed."""
    names = cleaned(entry for entry in entries if entry is not None)
    changed = sorted({new or "?" for old, new in names.items() if new != old})
    notes = [Note("dataset.classes_renamed", classes=_listed(changed))] if changed else []
    return [None if entry is None else names[entry] or None for entry in entries], notes


def _classes(path: Path, label: str, labels: Sequence[str]) -> tuple[tuple[str, ...], NDArray[np.int64]]:
    if not labels:
        raise DatasetError("dataset.empty_label", label=label, name=path.name)
    classes, y = np.unique(np.array(labels), return_inverse=True)
    if len(classes) == 1:
        raise DatasetError("dataset.one_class_in_column", name=path.name, label=classes[0], column=label)
    if len(classes) == len(labels):
        raise DatasetError("dataset.class_per_row", name=path.name, column=label)
    if len(classes) > _MOST_CLASSES:
        raise DatasetError(
            "dataset.many_classes", column=label, name=path.name, classes=len(classes), most=_MOST_CLASSES
        )
    return tuple(str(name) for name in classes), y.astype(np.int64)


def _features(
    path: Path, table: RawTable, roles: _Roles, labelled: NDArray[np.bool_]
) -> tuple[tuple[str, ...], NDArray[np.float64], list[Note], tuple[str, ...]]:
    """Return the columns of numbers and one-hot columns after them, notes, and what could be one-hot.

    Infinite numbers count as missing.
    """
    for name, trouble in table.troubles.items():
        raise ColumnsError(
            "dataset.text_in_numbers",
            column=name,
            name=path.name,
            text=trouble.text,
            row=trouble.row,
            count=trouble.count,
            more=trouble.count - 1,
            columns=tuple(table.troubles),
        )
    notes = [*table.notes]
    texts = [name for name in table.names if name in table.texts and name not in roles.all]
    if texts:
        notes.append(Note("dataset.texts_left_out", columns=", ".join(texts)))
    columns = [name for name in table.names if name in table.numbers and name not in roles.all]
    counting = [name for name in columns if name in table.index or _counts_rows(name, table.numbers[name])]
    if counting:
        notes.append(Note("dataset.numbering_left_out", columns=", ".join(counting)))
    columns = [name for name in columns if name not in counting]
    if _OF_THE_GRID in columns and all(column.name in columns for column in SONG_COLUMNS):
        notes.append(Note("dataset.grid_tempo_left_out", column=_OF_THE_GRID))
        columns.remove(_OF_THE_GRID)
    parts = [encoded(path.name, name, table.texts[name], labelled) for name in roles.one_hot]
    made = [name for names, _ in parts for name in names]
    twice = next((name for name in made if name in table.names), None)
    if twice is not None:
        raise DatasetError("dataset.column_twice", name=path.name, column=twice)
    if not columns and not made:
        raise DatasetError("dataset.no_numbers", name=path.name)
    X = np.empty((table.n_rows, len(columns) + len(made)))
    for place, name in enumerate(columns):
        X[:, place] = table.numbers.pop(name)
        notes += _without_endless(X[:, place], name)
    place = len(columns)
    for names, numbers in parts:
        X[:, place : place + len(names)] = numbers
        place += len(names)
    if made:
        told = (f"{name} ({len(names)})" for name, (names, _) in zip(roles.one_hot, parts, strict=True))
        notes.append(Note("dataset.one_hot", columns=", ".join(told)))
    possible = [
        name for name in table.names if name in roles.one_hot or (name in texts and can_be_encoded(table.texts[name]))
    ]
    return (*columns, *made), X, notes, tuple(possible)


def _without_endless(numbers: NDArray[np.float64], name: str) -> list[Note]:
    """Take infinite numbers, and those that no classifier can compute with, for missing; return what was done."""
    notes = []
    infinite = np.isinf(numbers)
    huge = ~infinite & (np.abs(numbers) > LARGEST_NUMBER)
    if infinite.any():
        first = int(np.flatnonzero(infinite)[0])
        notes.append(Note("dataset.infinite", column=name, rows=infinite.sum(), first=first))
    if huge.any():
        first = int(np.flatnonzero(huge)[0])
        number = float(numbers[first])
        notes.append(Note("dataset.huge", column=name, rows=huge.sum(), first=first, number=number))
    numbers[infinite | huge] = np.nan
    return notes


def _counts_rows(name: str, numbers: NDArray[np.float64]) -> bool:
    """Whether a column is a row number that some program has written beside the table."""
    if not NAMED_INDEX.fullmatch(name) or not np.isfinite(numbers).all():
        return False
    return bool((np.diff(numbers) == 1).all())


def _split(path: Path, name: str, entries: Sequence[str | None]) -> NDArray[np.str_]:
    parts = []
    for row, entry in enumerate(entries):
        part = SPLITS.get((entry or "").casefold())
        if part is None:
            raise DatasetError("dataset.odd_split", column=name, name=path.name, entry=entry or "", row=row)
        parts.append(part)
    present = set(parts)
    if "train" not in present or len(present) < 2:
        raise DatasetError("dataset.split_lacks_rows", column=name, name=path.name)
    return np.array(parts)


def _names(path: Path, table: RawTable, roles: Sequence[str]) -> tuple[tuple[str, ...], tuple[str | None, ...]]:
    """Return what each row is called, and where its audio is, as far as the table says."""
    entries = next((table.texts[name] for name in roles if name in table.texts), None)
    if entries is None:
        return tuple(f"row {row}" for row in range(table.n_rows)), (None,) * table.n_rows
    names = tuple(entry or f"row {row}" for row, entry in enumerate(entries))
    places = [_existing(path.parent, entry) for entry in entries]
    return names, tuple(places)


def _existing(folder: Path, entry: str | None) -> str | None:
    if not entry or len(entry) > 1000 or "." not in entry:
        return None
    try:
        file = folder / entry
        return str(file) if file.is_file() else None
    except (OSError, ValueError):
        return None
