"""Tables saved from the window, written in a worker process."""

from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from core.export.tables import write_data_dictionary, write_table
from core.features.table import FeatureTable
from core.file_names import safe_name
from core.language import tr


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
            write_data_dictionary(self._table.columns, self._path.with_name(f"{self._path.stem} columns.csv"))
        except (OSError, ValueError) as error:
            reason = (error.strerror if isinstance(error, OSError) else None) or one_line(str(error))
            self._writer.failed.emit(
                tr("{name} could not be written: {reason}. Choose another name or folder.", name=name, reason=reason)
            )
        else:
            rows = tr("1 row") if len(self._table) == 1 else tr("{n_rows} rows", n_rows=len(self._table))
            self._writer.exported.emit(
                tr(
                    "Saved {rows} to {name} in {path}.",
                    rows=rows,
                    name=name,
                    path=one_line(str(self._path.parent)),
                )
            )


def one_line(text: str) -> str:
    """Return the text with line breaks and runs of blanks as single blanks; file names may hold anything."""
    return " ".join(text.split())


def suggested_name(stem: str, table_name: str, suffix: str) -> str:
    """Return a file name for a table of a piece that every system accepts."""
    return f"{safe_name(stem, 'clip')} {table_name}{suffix}"
