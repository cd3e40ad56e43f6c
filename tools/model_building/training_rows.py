"""Training rows of a genre model: a table of features, the artist of each row, and the groups that these make.

Folds that share an artist measure whether the artist is recognised, so rows are grouped: by artist, however the
name is spelled; a collaboration with each of its artists; near copies of one recording with each other. Exact
copies are left out but for one, and all of them where they carry different labels.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.dataset.artists import group_rows
from core.dataset.copies import exact_copies, near_copies
from core.errors import ModelError
from core.features.recipe import GENRE_COLUMNS, LENGTH_COLUMN
from core.model_file.container import file_sha256

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class TrainingRows:
    """Rows to learn from.

    Attributes
    ----------
    X : NDArray[np.float64] [shape=(n_rows, len(columns))]
    y : NDArray[np.int64] [shape=(n_rows,)], index into `classes`
    classes, columns : names; the columns are those of `GENRE_COLUMNS` without `length`
    groups : NDArray[np.int64] [shape=(n_rows,)], rows that must not be parted by a fold
    strict_groups : the same, with all rows of unknown artist of one genre as one group
    places : NDArray[np.int64] [shape=(n_rows,)], row of the table, from 0
    origin : what was read and left out, for a passport
    """

    X: NDArray[np.float64]
    y: NDArray[np.int64]
    classes: tuple[str, ...]
    columns: tuple[str, ...]
    groups: NDArray[np.int64]
    strict_groups: NDArray[np.int64]
    places: NDArray[np.int64]
    origin: dict[str, Any]


def read_training_rows(features: Path, artists: Path) -> TrainingRows:
    """Read a genre table with a `label` column, and a table that names the `artist` of each of its rows.

    Raises
    ------
    ModelError
        If one of them is missing, unreadable or does not fit the other.
    """
    table = _read_table(features)
    _require(features, table, ("label", *GENRE_COLUMNS))
    columns = tuple(name for name in GENRE_COLUMNS if name != LENGTH_COLUMN)
    X = _numbers(features, table, columns)
    labels = np.array([str(label) for label in table["label"]])
    performers = _read_artists(artists, labels)
    copies = exact_copies(X)
    kept = _without_copies(copies, labels)
    near = near_copies(X[kept])
    names = [performers[place] for place in kept]
    classes, y = np.unique(labels[kept], return_inverse=True)
    unknown = [name is None for name in names]
    return TrainingRows(
        X=X[kept],
        y=y.astype(np.int64),
        classes=tuple(str(name) for name in classes),
        columns=columns,
        groups=group_rows(names, near),
        strict_groups=group_rows(
            [f"? {label}" if name is None else name for name, label in zip(names, y, strict=True)], near
        ),
        places=kept,
        origin={
            "table_sha256": file_sha256(features),
            "artists_sha256": file_sha256(artists),
            "rows": len(X),
            "rows_used": len(kept),
            "unknown_artists": int(np.sum(unknown)),
            "copies": copies,
            "copies_across_labels": [pair for pair in copies if labels[pair[0]] != labels[pair[1]]],
            "near_copies": [[int(kept[i]), int(kept[j])] for i, j in near],
        },
    )


def _read_table(path: Path) -> "pd.DataFrame":
    import pandas as pd

    try:
        return pd.read_csv(path)
    except FileNotFoundError:
        raise ModelError("model.no_table", path=path) from None
    except OSError as problem:
        raise ModelError("model.table_not_read", name=path.name, reason=problem.strerror or problem) from None
    except (ValueError, pd.errors.ParserError):
        raise ModelError("model.no_csv", name=path.name) from None


def _require(path: Path, table: "pd.DataFrame", names: Iterable[str]) -> None:
    missing = [name for name in names if name not in table.columns]
    if missing:
        raise ModelError("model.table_lacks_column", name=path.name, column=missing[0])


def _numbers(path: Path, table: "pd.DataFrame", columns: Sequence[str]) -> NDArray[np.float64]:
    try:
        X = table[list(columns)].to_numpy(dtype=np.float64)
    except ValueError:
        raise ModelError("model.table_holds_text", name=path.name) from None
    if not np.isfinite(X).all():
        row, column = np.argwhere(~np.isfinite(X))[0]
        raise ModelError("model.table_lacks_number", name=path.name, row=row + 1, column=columns[column])
    return X


def _read_artists(path: Path, labels: NDArray[Any]) -> list[str | None]:
    """Read the artist of each row of the feature table; None if unknown."""
    table = _read_table(path)
    _require(path, table, ("features_row", "label", "artist"))
    rows = table.sort_values("features_row")
    if rows["features_row"].tolist() != list(range(len(labels))) or (rows["label"].to_numpy() != labels).any():
        raise ModelError("model.rows_not_named", name=path.name)
    return [name if isinstance(name, str) else None for name in rows["artist"]]


def _without_copies(copies: list[list[int]], labels: NDArray[Any]) -> NDArray[np.int64]:
    """Return the rows to keep: the first of each set of copies, none of those whose labels contradict each other."""
    left_out = {copy for _, copy in copies}
    left_out |= {origin for origin, copy in copies if labels[origin] != labels[copy]}
    return np.array([place for place in range(len(labels)) if place not in left_out], dtype=np.int64)
