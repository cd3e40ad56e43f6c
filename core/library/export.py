"""A selection of the library as files: the four tables, and beside them what each column means."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import Any

from core.atomic import replacing
from core.errors import CatalogueError
from core.export.tables import Format, Sheet, genre_sheet, sheet_of, sheet_rows, sheet_to_arrow, write_data_dictionary
from core.features.columns import BEAT_COLUMNS
from core.features.table import Tables
from core.library.catalogue import Catalogue
from core.progress import Report, silent

_TOGETHER = 200  # tracks in memory at a time
_Write = Callable[[Sheet], None]


def export_selection(
    catalogue: Catalogue,
    ids: Sequence[int],
    folder: Path,
    file_format: Format = "csv",
    *,
    cut: str = "bars",
    report: Report = silent,
) -> list[Path]:
    """Write songs, bars, beats and genre of some tracks into `folder` (made when absent), with columns.csv.

    The tables are read and written some hundred tracks at a time, so that a whole library fits. Files appear under
    their names when all of them are complete. Tracks that have not been analysed are left out.

    Returns
    -------
    The files, `columns.csv` last

    Raises
    ------
    CatalogueError : where none of the tracks has been analysed, or the library cannot be read
    OSError : when the folder does not take the files
    """
    n_written = 0

    def parts() -> Iterator[Tables]:
        nonlocal n_written
        for number, tables in _in_parts(catalogue, ids, cut):
            report(number / len(ids), f"Writing track {number + 1:,} of {len(ids):,}")
            n_written += len(tables.songs)
            yield tables

    paths = write_parts(parts(), folder, file_format)
    if not paths:
        raise CatalogueError("library.nothing_to_export")
    dictionary = folder / "columns.csv"
    write_data_dictionary(BEAT_COLUMNS, dictionary)
    report(1.0, f"Wrote {n_written:,} tracks")
    return [*paths, dictionary]


def write_parts(parts: Iterable[Tables], folder: Path, file_format: Format = "csv") -> list[Path]:
    """Write songs, bars, beats and genre into `folder`, part after part; they appear when all are complete.

    Returns
    -------
    The four files; none, and nothing written, where there are no parts. OSError as it comes.
    """
    paths = {name: folder / f"{name}.{file_format}" for name in ("songs", "bars", "beats", "genre")}
    opened = _open_parquet if file_format == "parquet" else _open_csv
    remaining = iter(parts)
    first = next(remaining, None)
    if first is None:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        unfinished = {name: stack.enter_context(replacing(path)) for name, path in paths.items()}
        with ExitStack() as files:
            writers = {name: opened(unfinished[name], sheet, files) for name, sheet in _sheets(first).items()}
            for tables in chain([first], remaining):
                for name, sheet in _sheets(tables).items():
                    writers[name](sheet)
    return list(paths.values())


def _in_parts(catalogue: Catalogue, ids: Sequence[int], cut: str) -> Iterator[tuple[int, Tables]]:
    for start in range(0, len(ids), _TOGETHER):
        found = catalogue.tables_or_none(ids[start : start + _TOGETHER], cut)
        if found is not None:
            yield start, found


def _sheets(tables: Tables) -> dict[str, Sheet]:
    return {
        "songs": sheet_of(tables.songs),
        "bars": sheet_of(tables.bars),
        "beats": sheet_of(tables.beats),
        "genre": genre_sheet(tables.songs.filenames, tables.genre_features),
    }


def _open_csv(path: Path, sheet: Sheet, files: ExitStack) -> _Write:
    file = files.enter_context(path.open("w", encoding="utf-8", newline=""))
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(sheet)
    return lambda more: writer.writerows(sheet_rows(more))


def _open_parquet(path: Path, sheet: Sheet, files: ExitStack) -> _Write:
    from pyarrow import parquet

    writer: Any = files.enter_context(parquet.ParquetWriter(path, sheet_to_arrow(sheet).schema))
    return lambda more: writer.write_table(sheet_to_arrow(more))
