"""A feature table: named numeric columns with units, one row a passage of music."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Column:
    """What a number is.

    Attributes
    ----------
    name : what files and filters call it
    unit : "" for a plain number
    definition : what it means, in words
    title : what a heading calls it; "" where the name does
    """

    name: str
    unit: str
    definition: str
    title: str = ""

    @property
    def caption(self) -> str:
        """What a person reads in place of the name."""
        return self.title or self.name

    @property
    def header(self) -> str:
        """The caption with its unit, as a heading shows it; a caption that is the unit stands alone."""
        return f"{self.caption} ({self.unit})" if self.unit not in ("", self.caption) else self.caption


@dataclass(frozen=True, eq=False)
class FeatureTable:
    """Rows of numbers, each for one passage.

    Attributes
    ----------
    filenames, uuids : one text a row; written as the first two columns of a file
    labels : one text a row, written after them as `label`; none in tables whose rows have no names
    columns : what each column of `values` is
    values : NDArray[np.float64] [shape=(n_rows, n_columns)], NaN where there is no such number
    texts : by the name of a column, one text a row that is shown and written for its number, which only orders the rows
    """

    filenames: tuple[str, ...]
    uuids: tuple[str, ...]
    columns: tuple[Column, ...]
    values: NDArray[np.float64]
    labels: tuple[str, ...] = ()
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.values.shape != (len(self.uuids), len(self.columns)) or len(self.filenames) != len(self.uuids):
            raise ValueError(
                f"values {self.values.shape} do not fit {len(self.uuids)} rows, {len(self.columns)} columns"
            )
        if self.labels and len(self.labels) != len(self.uuids):
            raise ValueError(f"{len(self.labels)} labels do not fit {len(self.uuids)} rows")

    def __len__(self) -> int:
        return len(self.uuids)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The columns' names, without `filename` and `uuid`."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> NDArray[np.float64]:
        """Return the numbers of one column.

        Returns
        -------
        NDArray[np.float64] [shape=(n_rows,)], NaN where there is no such number

        Raises
        ------
        KeyError : when there is no column of that name
        """
        try:
            return self.values[:, self.names.index(name)]
        except ValueError:
            raise KeyError(name) from None

    def to_frame(self) -> "pd.DataFrame":
        """Return the table as pandas has it: `filename`, `uuid`, then the columns, in order."""
        import pandas as pd

        frame = pd.DataFrame(self.values, columns=list(self.names))
        for name, texts in self.texts.items():
            frame[name] = list(texts)
        if self.labels:
            frame.insert(0, "label", list(self.labels))
        frame.insert(0, "uuid", list(self.uuids))
        frame.insert(0, "filename", list(self.filenames))
        return frame


def concatenate(tables: Sequence[FeatureTable]) -> FeatureTable:
    """Return the rows of all tables, one after another.

    Parameters
    ----------
    tables : sequence of FeatureTable
        At least one; all with the same columns.

    Raises
    ------
    ValueError : when their columns differ
    """
    first = tables[0]
    if any(table.columns != first.columns for table in tables):
        raise ValueError("tables with different columns cannot be joined")
    return FeatureTable(
        filenames=tuple(name for table in tables for name in table.filenames),
        uuids=tuple(uuid for table in tables for uuid in table.uuids),
        columns=first.columns,
        values=np.concatenate([table.values for table in tables]),
        labels=tuple(label for table in tables for label in table.labels),
    )


@dataclass(frozen=True, eq=False)
class Tables:
    """The four tables of one or more songs.

    Attributes
    ----------
    songs, bars, beats : see `core.features.columns`; `songs` has one row a song
    genre_features : NDArray[np.float64] [shape=(n_songs, n_columns)], in the order of `GENRE_COLUMNS`, or of the
        columns of the second recipe where they are to be written
    """

    songs: FeatureTable
    bars: FeatureTable
    beats: FeatureTable
    genre_features: NDArray[np.float64]

    @classmethod
    def join(cls, parts: Sequence["Tables"]) -> "Tables":
        """Return the tables of all parts, one after another; ValueError when their columns differ."""
        return cls(
            songs=concatenate([part.songs for part in parts]),
            bars=concatenate([part.bars for part in parts]),
            beats=concatenate([part.beats for part in parts]),
            genre_features=np.concatenate([part.genre_features for part in parts]),
        )
