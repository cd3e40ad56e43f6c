"""Tables that leave the window: as tab-separated text for the clipboard, as CSV or Parquet files."""

import csv
import io
import math
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from core.table import FeatureTable


def as_tsv(table: FeatureTable, rows: Iterable[int], columns: Sequence[int], *, with_texts: bool = False) -> str:
    """Rows and columns of a table as tab-separated lines under a line of names; NaN is an empty field.

    Numbers keep every digit. `with_texts` puts `filename` and `uuid` before them, as in a file.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter="\t", lineterminator="\n")
    texts = ["filename", "uuid"] if with_texts else []
    places = list(columns)
    writer.writerow(texts + [table.columns[i].name for i in columns])
    for row in rows:
        texts = [table.filenames[row], table.uuids[row]] if with_texts else []
        # One conversion a row: plain floats are formatted several times faster than NumPy's scalars.
        writer.writerow(texts + [_exact(value) for value in table.values[row, places].tolist()])
    return buffer.getvalue()


def write_table(table: FeatureTable, path: Path) -> None:
    """Write a whole table as Parquet or, whatever else the name ends in, as CSV. OSError when the file cannot be.

    The file appears under its name only when it is complete.
    """
    frame = table.to_frame()
    partial = path.with_name(f".{path.name}.part")
    try:
        # Opened here, so that what cannot be opened is told by the system in its own short words.
        with partial.open("wb") as file:
            if path.suffix.lower() == ".parquet":
                frame.to_parquet(file, index=False)
            else:
                frame.to_csv(file, index=False)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


LARGEST_WHOLE = 1e15
"""Whole numbers below this are written without ".0"; every float up to here holds them exactly."""


class TableWriter(QObject):
    """Writes tables in a thread of Qt's pool, so that the window goes on. Each ends in one line for a person."""

    exported = Signal(str)
    failed = Signal(str)

    def write(self, table: FeatureTable, path: Path) -> None:
        """Start writing; one of the two signals follows."""
        QThreadPool.globalInstance().start(_Writing(self, table, path))


class _Writing(QRunnable):
    def __init__(self, writer: TableWriter, table: FeatureTable, path: Path) -> None:
        super().__init__()
        self._writer, self._table, self._path = writer, table, path

    def run(self) -> None:
        name = one_line(self._path.name)
        try:
            write_table(self._table, self._path)
        except (OSError, ValueError) as error:
            reason = (error.strerror if isinstance(error, OSError) else None) or one_line(str(error))
            self._writer.failed.emit(f"{name} could not be written: {reason}. Choose another name or folder.")
        else:
            rows = "1 row" if len(self._table) == 1 else f"{len(self._table)} rows"
            self._writer.exported.emit(f"Saved {rows} to {name} in {one_line(str(self._path.parent))}.")


def one_line(text: str) -> str:
    """The text with line breaks and runs of blanks as single blanks; file names may hold anything."""
    return " ".join(text.split())


def suggested_name(stem: str, table_name: str, suffix: str) -> str:
    """A file name for a table of a piece that every system accepts."""
    safe = "".join("_" if character in '<>:"/\\|?*' or not character.isprintable() else character for character in stem)
    return f"{safe.strip(' .')[:100] or 'clip'} {table_name}{suffix}"


def _exact(value: float) -> str:
    if math.isnan(value):
        return ""
    return str(int(value)) if value.is_integer() and abs(value) < LARGEST_WHOLE else repr(value)
