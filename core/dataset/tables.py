"""Reading a table of any usual kind into columns of numbers and of text, in pieces, or saying why it cannot be read.

CSV with commas, semicolons or tabs, decimal points or commas, any of the usual encodings and line ends, with comments;
Parquet, with an index of any kind. What does not fit into memory is refused before it is read.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray

from core.dataset.dialect import Dialect, Lines, sniffed
from core.dataset.written_numbers import Decimal, decimal_of, has_groups, number_from
from core.errors import DatasetError
from core.language import tr
from core.messages import Note
from core.progress import Report, silent

if TYPE_CHECKING:
    import pandas as pd

PLAIN_TABLES = (".csv", ".tsv", ".parquet", ".pq")
"""Suffixes of files that are tables and nothing else."""

TABLES = (*PLAIN_TABLES, ".txt")
"""Suffixes of files that may be tables."""

MISSING = (
    "",
    "NA",
    "N/A",
    "n/a",
    "NaN",
    "nan",
    "-nan",
    "NULL",
    "null",
    "None",
    "none",
    "?",
    "-",
    "#N/A",
    "#NV",
    "<NA>",
    "-NaN",
    "#N/A N/A",
    "#NA",
    "#NULL!",
    "1.#IND",
    "-1.#IND",
    "1.#QNAN",
    "-1.#QNAN",
)
"""Texts that stand for a missing number."""

_ROWS_AT_ONCE = 20_000
_SHARE_OF_MEMORY = 0.8
_COPIES = 3.3  # measured: a table of 2 GB took 3.0 GB while it was read


@dataclass(frozen=True)
class Trouble:
    """Text in a column of numbers: how often, and where first (row from 0)."""

    count: int
    row: int
    text: str


@dataclass
class RawTable:
    """A table as it was read.

    Attributes
    ----------
    names : its columns, in order, without those that were to be left out
    numbers : columns of numbers [shape=(n_rows,)], missing ones NaN
    texts : columns of text, missing ones None
    troubles : for columns of numbers that hold some text
    index : columns that were the index of a pandas table
    notes : what was done on reading that a person should know
    dialect : how it was written, in words
    """

    names: tuple[str, ...]
    numbers: dict[str, NDArray[np.float64]] = field(default_factory=dict)
    texts: dict[str, list[str | None]] = field(default_factory=dict)
    troubles: dict[str, Trouble] = field(default_factory=dict)
    index: tuple[str, ...] = ()
    notes: list[Note] = field(default_factory=list)
    dialect: str = ""
    n_rows: int = 0


def column_names(path: Path) -> tuple[str, ...]:
    """Return the names of a table's columns, without reading the rest; DatasetError as `read_table`."""
    with _in_one_line(path):
        if _is_parquet(path):
            return tuple(_parquet_schema(path).names)
        return sniffed(path).header


def read_table(
    path: Path,
    *,
    text: Collection[str] = (),
    classes: Collection[str] = (),
    drop: Collection[str] = (),
    report: Report = silent,
) -> RawTable:
    """Read a CSV or Parquet file.

    Parameters
    ----------
    text : columns to be read as text whatever they hold
    classes : columns of text in which every word counts, "None" and "-" too; only empty entries are missing
    drop : columns not to be read
    report : told the share of the rows that are read

    Raises
    ------
    DatasetError : one line, for a file that is missing, no table, too large, or with a column twice
    """
    wanted = _Wanted(frozenset(text) | frozenset(classes), frozenset(classes), frozenset(drop))
    with _in_one_line(path):
        return (_read_parquet if _is_parquet(path) else _read_csv)(path, wanted, report)


@dataclass(frozen=True)
class _Wanted:
    text: frozenset[str]
    classes: frozenset[str]
    drop: frozenset[str]


class _in_one_line:  # noqa: N801 (a context manager that reads like a word)
    """Turns what readers raise into a `DatasetError` of one line."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, _trace: object) -> None:
        name = self._path.name
        if problem is None or not isinstance(problem, Exception) or isinstance(problem, DatasetError):
            return
        if isinstance(problem, FileNotFoundError):
            raise DatasetError("dataset.no_file", path=self._path) from None
        if isinstance(problem, IsADirectoryError):
            raise DatasetError("dataset.is_folder", name=name) from None
        if isinstance(problem, OSError) and problem.strerror:
            raise DatasetError("dataset.not_read", name=name, reason=problem.strerror) from None
        if isinstance(problem, MemoryError):
            raise DatasetError("dataset.no_memory", name=name) from None
        raise DatasetError("dataset.not_a_readable_table", name=name, reason=_first_line(problem)) from None


def _first_line(problem: Exception) -> str:
    text = (str(problem).strip().splitlines() or [type(problem).__name__])[0]
    ragged = re.search(r"Expected (\d+) fields in line (\d+), saw (\d+)", text)
    if ragged:
        expected, line, saw = ragged.groups()
        return tr(
            "line {line} has {saw} entries where the first has {expected}; correct that line.",
            line=line,
            saw=saw,
            expected=expected,
        )
    return f"{text[:150].rstrip('.')}."


def _refuse_what_does_not_fit(path: Path, n_rows: float, n_columns: int) -> None:
    """DatasetError unless the numbers fit into the memory that is free, with as much again to work in."""
    import psutil

    needed, free = n_rows * n_columns * 8 * _COPIES, psutil.virtual_memory().available
    if needed > free * _SHARE_OF_MEMORY:
        raise DatasetError(
            "dataset.too_large",
            name=path.name,
            rows=n_rows,
            columns=n_columns,
            needed=needed / 2**30,
            free=free / 2**30,
        )


def _refuse_duplicates(path: Path, names: Collection[str]) -> None:
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise DatasetError("dataset.column_twice", name=path.name, column=twice[0])


def _is_parquet(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(4) == b"PAR1"


def _parquet_schema(path: Path) -> Any:
    import pyarrow.parquet

    schema = pyarrow.parquet.read_schema(path)
    _refuse_duplicates(path, schema.names)
    return schema


def _index_columns(schema: Any) -> tuple[str, ...]:
    """Return the columns that pandas wrote as the index of its table."""
    with suppress(ValueError, AttributeError, TypeError):
        index = json.loads((schema.metadata or {}).get(b"pandas", b"{}")).get("index_columns", [])
        return tuple(name for name in index if isinstance(name, str) and name in schema.names)
    return ()


def _read_parquet(path: Path, wanted: _Wanted, report: Report) -> RawTable:
    import pyarrow.parquet

    schema = _parquet_schema(path)
    names = [name for name in schema.names if name not in wanted.drop]
    with pyarrow.parquet.ParquetFile(path) as file:
        _refuse_what_does_not_fit(path, file.metadata.num_rows, len(names))
        builder = _Builder(names, wanted)
        for batch in file.iter_batches(_ROWS_AT_ONCE, columns=names):
            builder.add(batch.to_pandas(ignore_metadata=True))  # an index would no longer be a column
            report(min(builder.n_rows / max(file.metadata.num_rows, 1), 1.0), tr("Reading {name}", name=path.name))
    table = builder.table("Parquet")
    table.index = _index_columns(schema)
    return table


def _read_csv(path: Path, wanted: _Wanted, report: Report) -> RawTable:
    dialect = sniffed(path)
    _refuse_duplicates(path, dialect.header)
    _refuse_what_does_not_fit(path, path.stat().st_size / dialect.bytes_per_row, len(dialect.header) - len(wanted.drop))
    encodings = dict.fromkeys((dialect.encoding, "cp1252", "latin-1"))
    for encoding in encodings:
        try:
            return _read_rows(path, replace(dialect, encoding=encoding), wanted, report)
        except UnicodeDecodeError:
            continue  # a sample may be plain where the rest is not
    raise DatasetError("dataset.unknown_encoding", name=path.name)


def _read_rows(path: Path, dialect: Dialect, wanted: _Wanted, report: Report) -> RawTable:
    """Read all rows, a second time where they show what the first of them did not.

    A column that is text in some pieces and numbers in others is read as it is written, since numbers already
    understood cannot be told from how they were written; decimal commas far down hold for the whole table.
    """
    names = [name for name in dialect.header if name not in wanted.drop]
    n_rows = path.stat().st_size / dialect.bytes_per_row
    as_written: frozenset[str] = frozenset()
    attempts = 3
    while True:
        attempts -= 1
        builder = _Builder(names, wanted, dialect.decimal)
        with Lines(path, dialect) as lines:
            for piece in _pieces(lines, dialect, wanted, as_written):
                builder.add(piece)
                report(min(builder.n_rows / max(n_rows, 1), 1.0), tr("Reading {name}", name=path.name))
        decimal = (builder.decimal if dialect.assumed else None) or dialect.decimal
        if not attempts or not (builder.mixed or decimal != dialect.decimal):
            break
        as_written |= builder.mixed
        if decimal != dialect.decimal:
            dialect = replace(dialect, decimal=decimal, assumed=False, ambiguous=None)
    table = builder.table(str(dialect))
    if lines.n_comments:
        table.notes.append(Note("dataset.comments_left_out", count=lines.n_comments))
    if dialect.renamed:
        table.notes.append(Note("dataset.columns_renamed", names=", ".join(dialect.renamed)))
    if dialect.ambiguous is not None and dialect.decimal == ",":
        number = number_from(dialect.ambiguous, ",")
        table.notes.append(Note("dataset.decimal_comma_assumed", text=dialect.ambiguous, number=number))
    return table


def _pieces(lines: Lines, dialect: Dialect, wanted: _Wanted, as_written: Collection[str]) -> "Iterator[pd.DataFrame]":
    import pandas as pd

    reader = pd.read_csv(
        cast("IO[str]", lines),  # as much of a file as pandas asks of one
        sep=dialect.delimiter,
        decimal=dialect.decimal,
        header=0,
        names=list(dialect.header),
        index_col=None,
        dtype=dict.fromkeys((name for name in dialect.header if name in wanted.text or name in as_written), str),
        na_values={name: [] if name in wanted.classes else list(MISSING) for name in dialect.header},
        keep_default_na=False,
        skipinitialspace=True,
        chunksize=_ROWS_AT_ONCE,
        on_bad_lines="error",
        low_memory=False,  # in small pieces, a column of numbers with some text would be numbers here and text there
    )
    with reader:
        yield from reader


class _Builder:
    """Collects the pieces of a table, column by column."""

    def __init__(self, names: Collection[str], wanted: _Wanted, decimal: Decimal = ".") -> None:
        self.names = tuple(names)
        self.n_rows = 0
        self._decimal = decimal
        self._wanted = wanted
        self._pieces: dict[str, list[Any]] = {name: [] for name in self.names}

    def add(self, piece: "pd.DataFrame") -> None:
        from pandas.api.types import is_numeric_dtype

        self.n_rows += len(piece)
        for name in self.names:
            column = piece[name]
            if is_numeric_dtype(column.dtype) and name not in self._wanted.text:
                self._pieces[name].append(column.to_numpy(dtype=np.float64, na_value=np.nan))
            else:
                gone = ("",) if name in self._wanted.classes else MISSING
                missing = column.isna().to_numpy()
                self._pieces[name].append(
                    [None if none else _stripped(entry, gone) for entry, none in zip(column, missing, strict=True)]
                )

    @property
    def mixed(self) -> frozenset[str]:
        """Columns that came as numbers in some pieces, with a number at least, and as text in others."""
        return frozenset(
            name
            for name, pieces in self._pieces.items()
            if any(isinstance(piece, list) for piece in pieces)
            and any(isinstance(piece, np.ndarray) and not np.isnan(piece).all() for piece in pieces)
        )

    @property
    def decimal(self) -> Decimal | None:
        """The decimal sign that entries which came as text have; None where they do not tell."""
        return decimal_of(
            entry
            for name, pieces in self._pieces.items()
            if name not in self._wanted.text
            for piece in pieces
            if isinstance(piece, list)
            for entry in piece
        )

    def table(self, dialect: str) -> RawTable:
        table = RawTable(self.names, dialect=dialect, n_rows=self.n_rows)
        for name in self.names:
            pieces = self._pieces.pop(name)
            if name not in self._wanted.text and all(isinstance(piece, np.ndarray) for piece in pieces):
                table.numbers[name] = np.concatenate([np.empty(0), *pieces])
            else:
                self._decide(table, name, pieces)
        return table

    def _decide(self, table: RawTable, name: str, pieces: list[Any]) -> None:
        """Take a column that holds text for one of text, or of numbers with some text in it, whichever are more."""
        texts = [entry for piece in pieces for entry in (_written(piece) if isinstance(piece, np.ndarray) else piece)]
        table.texts[name] = texts
        if name in self._wanted.text:
            return
        decimal = decimal_of(texts) or self._decimal
        numbers = np.array([math.nan if entry is None else number_from(entry, decimal) for entry in texts])
        bad = [row for row, entry in enumerate(texts) if entry is not None and np.isnan(numbers[row])]
        n_good = int((~np.isnan(numbers)).sum())
        if n_good and n_good >= len(bad):
            table.numbers[name] = numbers
            del table.texts[name]
            if bad:
                table.troubles[name] = Trouble(len(bad), bad[0], str(texts[bad[0]])[:40])
            self._note_groups(table, name, texts, decimal)

    @staticmethod
    def _note_groups(table: RawTable, name: str, texts: list[str | None], decimal: Decimal) -> None:
        """Tell of thousands that are parted; which of two signs that is, a person should be able to check."""
        numbers = table.numbers[name]
        for row, entry in enumerate(texts):
            if entry is not None and not np.isnan(numbers[row]) and has_groups(entry, decimal):
                table.notes.append(Note("dataset.thousands", column=name, text=entry, number=float(numbers[row])))
                return


def _stripped(entry: object, missing: Collection[str]) -> str | None:
    text = str(entry).strip()
    return None if text in missing else text


def _written(numbers: NDArray[np.float64]) -> list[str | None]:
    return [None if np.isnan(number) else f"{number:.15g}" for number in numbers]
