"""Reading a table of any usual kind into columns of numbers and of text, in pieces, or saying why it cannot be read.

CSV with commas, semicolons or tabs, decimal points or commas, any of the usual encodings; Parquet. What does not fit
into memory is refused before it is read.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.errors import DatasetError
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
)
"""Texts that stand for a missing number."""

_SAMPLE_BYTES = 1 << 18
_ROWS_AT_ONCE = 20_000
_SHARE_OF_MEMORY = 0.8
_COPIES = 3.3  # measured: a table of 2 GB took 3.0 GB while it was read
_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs"}
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+([eE][+-]?\d+)?")
_DECIMAL_POINT = re.compile(r"[+-]?\d*\.\d+([eE][+-]?\d+)?")


@dataclass(frozen=True)
class Trouble:
    """Text in a column of numbers: how often, and where first (row from 1)."""

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
    dialect : how it was written, in words
    """

    names: tuple[str, ...]
    numbers: dict[str, NDArray[np.float64]] = field(default_factory=dict)
    texts: dict[str, list[str | None]] = field(default_factory=dict)
    troubles: dict[str, Trouble] = field(default_factory=dict)
    dialect: str = ""
    n_rows: int = 0


@dataclass(frozen=True)
class _Dialect:
    encoding: str
    delimiter: str
    decimal: str
    header: tuple[str, ...]
    bytes_per_row: float

    def __str__(self) -> str:
        point = "decimal commas" if self.decimal == "," else "decimal points"
        return f"{_DELIMITERS[self.delimiter]}, {point}, {self.encoding.removesuffix('-sig')}"


def column_names(path: Path) -> tuple[str, ...]:
    """Return the names of a table's columns, without reading the rest; DatasetError as `read_table`."""
    with _in_one_line(path):
        if _is_parquet(path):
            return tuple(_parquet_schema(path).names)
        return _sniffed(path).header


def read_table(
    path: Path, *, text: Collection[str] = (), drop: Collection[str] = (), report: Report = silent
) -> RawTable:
    """Read a CSV or Parquet file.

    Parameters
    ----------
    text : columns to be read as text whatever they hold
    drop : columns not to be read
    report : told the share of the rows that are read

    Raises
    ------
    DatasetError : one line, for a file that is missing, no table, too large, or with a column twice
    """
    with _in_one_line(path):
        return (_read_parquet if _is_parquet(path) else _read_csv)(path, frozenset(text), frozenset(drop), report)


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
        return f"line {line} has {saw} entries where the first has {expected}; correct that line."
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


def _read_parquet(path: Path, text: Collection[str], drop: Collection[str], report: Report) -> RawTable:
    import pyarrow.parquet

    names = [name for name in _parquet_schema(path).names if name not in drop]
    with pyarrow.parquet.ParquetFile(path) as file:
        _refuse_what_does_not_fit(path, file.metadata.num_rows, len(names))
        builder = _Builder(names, text)
        for batch in file.iter_batches(_ROWS_AT_ONCE, columns=names):
            builder.add(batch.to_pandas())
            report(min(builder.n_rows / max(file.metadata.num_rows, 1), 1.0), f"Reading {path.name}")
    return builder.table("Parquet")


def _read_csv(path: Path, text: Collection[str], drop: Collection[str], report: Report) -> RawTable:
    dialect = _sniffed(path)
    _refuse_duplicates(path, dialect.header)
    names = [name for name in dialect.header if name not in drop]
    n_rows = path.stat().st_size / dialect.bytes_per_row
    _refuse_what_does_not_fit(path, n_rows, len(names))
    encodings = dict.fromkeys((dialect.encoding, "cp1252", "latin-1"))
    for encoding in encodings:
        builder = _Builder(names, text, dialect.decimal)
        try:
            for piece in _pieces(path, dialect, encoding, text):
                builder.add(piece)
                report(min(builder.n_rows / max(n_rows, 1), 1.0), f"Reading {path.name}")
        except UnicodeDecodeError:
            continue  # a sample may be plain where the rest is not
        return builder.table(str(dialect).replace(dialect.encoding, encoding))
    raise DatasetError("dataset.unknown_encoding", name=path.name)


def _pieces(path: Path, dialect: _Dialect, encoding: str, text: Collection[str]) -> "Iterator[pd.DataFrame]":
    import pandas as pd

    reader = pd.read_csv(
        path,
        sep=dialect.delimiter,
        decimal=dialect.decimal,
        encoding=encoding,
        header=0,
        names=list(dialect.header),
        index_col=None,
        dtype=dict.fromkeys((name for name in dialect.header if name in text), str),
        na_values=list(MISSING),
        skipinitialspace=True,
        chunksize=_ROWS_AT_ONCE,
        on_bad_lines="error",
    )
    with reader:
        yield from reader


def _sniffed(path: Path) -> _Dialect:
    with path.open("rb") as stream:
        sample = stream.read(_SAMPLE_BYTES)
    if sample.startswith(b"PK"):
        raise DatasetError("dataset.is_spreadsheet", name=path.name)
    if sample.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ")):
        raise DatasetError("dataset.is_compressed", name=path.name)
    encoding = _encoding(sample)
    if not encoding.startswith("utf-16") and b"\0" in sample:
        raise DatasetError("dataset.not_a_table", name=path.name)
    lines = sample.decode(encoding, errors="replace")
    if len(sample) == _SAMPLE_BYTES:  # the last line is cut
        lines = lines[: lines.rfind("\n") + 1] or lines
    if not lines.strip():
        raise DatasetError("dataset.empty", name=path.name)
    return _dialect_of(path, lines, encoding, len(sample))


def _dialect_of(path: Path, lines: str, encoding: str, n_bytes: int) -> _Dialect:
    parsed = {delimiter: _parse(lines, delimiter) for delimiter in _DELIMITERS}
    delimiter = max(parsed, key=lambda one: _plausibility(parsed[one]))
    rows = parsed[delimiter]
    header = tuple(name.strip() for name in rows[0])
    if len(header) < 2:
        raise DatasetError("dataset.one_column", name=path.name)
    if len(rows) < 2:
        raise DatasetError("dataset.no_rows", name=path.name)
    if any(len(row) == len(header) + 1 for row in rows[1:2]):
        raise DatasetError("dataset.longer_rows", name=path.name)
    entries = [entry.strip() for row in rows[1:200] for entry in row]
    commas = sum(_DECIMAL_COMMA.fullmatch(entry) is not None for entry in entries)
    points = sum(_DECIMAL_POINT.fullmatch(entry) is not None for entry in entries)
    unnamed = (name or f"column {place}" for place, name in enumerate(header, start=1))
    return _Dialect(encoding, delimiter, "," if commas > points else ".", tuple(unnamed), n_bytes / len(rows))


def _encoding(sample: bytes) -> str:
    if sample.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as problem:
        if len(sample) - problem.start > 4 or len(sample) < _SAMPLE_BYTES:  # not only a character cut in two
            return "cp1252"
    return "utf-8"


def _parse(lines: str, delimiter: str) -> list[list[str]]:
    try:
        return [row for row in csv.reader(io.StringIO(lines), delimiter=delimiter) if row]
    except csv.Error:
        return [[""]]


def _plausibility(rows: list[list[str]]) -> tuple[float, int]:
    """How many rows have as many entries as the header, where there are several; then how many entries that is."""
    width = len(rows[0])
    if width < 2:
        return 0.0, 0
    return sum(len(row) == width for row in rows) / len(rows), width


class _Builder:
    """Collects the pieces of a table, column by column."""

    def __init__(self, names: Collection[str], text: Collection[str], decimal: str = ".") -> None:
        self.names = tuple(names)
        self.n_rows = 0
        self._decimal = decimal
        self._wanted_as_text = text
        self._pieces: dict[str, list[Any]] = {name: [] for name in self.names}

    def add(self, piece: "pd.DataFrame") -> None:
        from pandas.api.types import is_numeric_dtype

        self.n_rows += len(piece)
        for name in self.names:
            column = piece[name]
            if is_numeric_dtype(column.dtype) and name not in self._wanted_as_text:
                self._pieces[name].append(column.to_numpy(dtype=np.float64, na_value=np.nan))
            else:
                missing = column.isna().to_numpy()
                texts = [None if gone else _stripped(entry) for entry, gone in zip(column, missing, strict=True)]
                self._pieces[name].append(texts)

    def table(self, dialect: str) -> RawTable:
        table = RawTable(self.names, dialect=dialect, n_rows=self.n_rows)
        for name in self.names:
            pieces = self._pieces.pop(name)
            if name not in self._wanted_as_text and all(isinstance(piece, np.ndarray) for piece in pieces):
                table.numbers[name] = np.concatenate([np.empty(0), *pieces])
            else:
                self._decide(table, name, pieces)
        return table

    def _decide(self, table: RawTable, name: str, pieces: list[Any]) -> None:
        """Take a column that holds text for one of text, or of numbers with some text in it, whichever are more."""
        texts = [entry for piece in pieces for entry in (_written(piece) if isinstance(piece, np.ndarray) else piece)]
        table.texts[name] = texts
        if name in self._wanted_as_text:
            return
        numbers = np.array([_number(entry, self._decimal) for entry in texts])
        bad = [row for row, entry in enumerate(texts) if entry is not None and np.isnan(numbers[row])]
        n_good = int((~np.isnan(numbers)).sum())
        if n_good and n_good >= len(bad):
            table.numbers[name] = numbers
            del table.texts[name]
            if bad:
                table.troubles[name] = Trouble(len(bad), bad[0] + 1, str(texts[bad[0]])[:40])


def _stripped(entry: object) -> str | None:
    text = str(entry).strip()
    return None if text in MISSING else text


def _written(numbers: NDArray[np.float64]) -> list[str | None]:
    return [None if np.isnan(number) else f"{number:.10g}" for number in numbers]


def _number(text: str | None, decimal: str) -> float:
    try:
        return float("nan") if text is None else float(text.replace(decimal, "."))
    except ValueError:
        return float("nan")
