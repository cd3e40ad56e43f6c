"""A selection of the library as files: the four tables, and beside them what each column means."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import Any

from core.atomic import replacing
from core.errors import CatalogueError
from core.export.csv_file import CsvWriter
from core.export.song_findings import SongFindings, finding_columns
from core.export.tables import (
    TEXTS,
    Format,
    Sheet,
    genre_sheet,
    sheet_of,
    sheet_rows,
    sheet_to_arrow,
    write_data_dictionary,
)
from core.features.columns import BEAT_COLUMNS
from core.features.table import Column, Tables
from core.language import tr
from core.library.catalogue import Catalogue
from core.library.columns import COLUMNS_BY_NAME
from core.library.shown_rhythm import EDITED_BEATS
from core.progress import Report, silent

_TOGETHER = 200  # tracks in memory at a time
_Write = Callable[[Sheet], None]
_Sheets = dict[str, Sheet]

_SHOWN = (
    "bpm", "bpm_confidence", "metre", "key", "key_strength", "camelot", "lufs", "lra", "true_peak", "path", "name",
    "title", "artist", "album", "genre", "genre_probability", "genre_model", "labels", "edited",
    "genre_novelty",
)  # fmt: skip
"""Columns that the song table of an export has from the library, after the 65 of the tables."""

_TAGS = ("title", "artist", "album")
_ORIGINS = {
    **{
        f"{name}_origin": f"Whose word the {name} is: file (its tags), name (guessed from it) or user" for name in _TAGS
    },
    "bpm_origin": "Whose word the tempo is: measured, or user where a person set it or edited the beats",
    "key_origin": "Whose word the key is: measured, file (its tags) or user",
}
_OF_TRACKS = (
    *(Column(name, COLUMNS_BY_NAME[name].unit, COLUMNS_BY_NAME[name].definition) for name in _SHOWN if name != "bpm"),
    *(Column(name, "", definition) for name, definition in _ORIGINS.items()),
)


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

    `songs` ends with what the library shows of each track (path, tags, tempo, key, genre, labels …) and with whose word
    that is. The tables are read and written some hundred tracks at a time, so that a whole library fits. Files appear
    under their names when all of them are complete. Tracks that have not been analysed are left out.

    Returns
    -------
    The files, `columns.csv` last

    Raises
    ------
    CatalogueError : where none of the tracks has been analysed, or the library cannot be read
    OSError : when the folder does not take the files
    """
    n_written = 0

    def parts() -> Iterator[_Sheets]:
        nonlocal n_written
        for number, tables, shown in _in_parts(catalogue, ids, cut):
            report(
                number / len(ids), tr("Writing track {number:,} of {n_tracks:,}", number=number + 1, n_tracks=len(ids))
            )
            n_written += len(tables.songs)
            sheets = _sheets(tables)
            yield sheets | {"songs": {**sheets["songs"], **shown}}

    paths = _write_sheets(parts(), folder, file_format)
    if not paths:
        raise CatalogueError("library.nothing_to_export")
    dictionary = folder / "columns.csv"
    write_data_dictionary((*BEAT_COLUMNS, *_OF_TRACKS), dictionary)
    report(1.0, tr("Wrote {n_written:,} tracks", n_written=n_written))
    return [*paths, dictionary]


def write_parts(
    parts: Iterable[tuple[Tables, Sequence[SongFindings]]], folder: Path, file_format: Format = "csv"
) -> list[Path]:
    """Write songs, bars, beats and genre into `folder`, part after part; they appear when all are complete.

    A part is the tables of some songs, and what was found out about each of them.

    Returns
    -------
    The four files; none, and nothing written, where there are no parts. OSError as it comes.
    """
    return _write_sheets((_with_findings(*part) for part in parts), folder, file_format)


def _with_findings(tables: Tables, findings: Sequence[SongFindings]) -> _Sheets:
    sheets = _sheets(tables)
    return sheets | {"songs": {**sheets["songs"], **finding_columns(findings)}}


def _write_sheets(parts: Iterable[_Sheets], folder: Path, file_format: Format) -> list[Path]:
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
            writers = {name: opened(unfinished[name], sheet, files) for name, sheet in first.items()}
            for sheets in chain([first], remaining):
                for name, sheet in sheets.items():
                    writers[name](sheet)
    return list(paths.values())


def _in_parts(catalogue: Catalogue, ids: Sequence[int], cut: str) -> Iterator[tuple[int, Tables, Sheet]]:
    """Yield the place of the first track, the tables, and the columns that the library adds, some hundred at a time."""
    for start in range(0, len(ids), _TOGETHER):
        found = catalogue.tables_by_track(ids[start : start + _TOGETHER], cut)
        if found:
            tables = Tables.join(list(found.values()))
            yield start, tables, _shown(catalogue, list(found), sheet_of(tables.songs)["bpm"])


def _shown(catalogue: Catalogue, ids: Sequence[int], tempi: Sequence[Any]) -> Sheet:
    """Return the columns that the library adds to some tracks, whose beats have these tempi."""
    names = (*_SHOWN, "key_origin", "guessed")
    rows = [dict(zip(names, row, strict=True)) for row in catalogue.values(ids, names)]
    edited = catalogue.edited_fields(ids)
    for track, row, tempo in zip(ids, rows, tempi, strict=True):
        if row["bpm"] is None and math.isfinite(tempo):  # not shown by the library, since it is not steady
            row["bpm"] = tempo
        row.update(_origins(row, edited.get(track, frozenset())))
    empty = {name: "" if name in TEXTS else None for name in (*_SHOWN, *_ORIGINS)}
    columns: dict[str, list[Any]] = {}
    for name, nothing in empty.items():
        columns[name] = [nothing if row[name] is None else row[name] for row in rows]
    return columns


def _origins(row: dict[str, Any], edited: frozenset[str]) -> dict[str, str | None]:
    """Return whose word the values of a track are; None where there is no value."""
    by_user = edited | ({"bpm"} if row["edited"] == EDITED_BEATS else set())
    guessed = (row["guessed"] or "").split(", ")
    said = {name: "user" if name in by_user else "name" if name in guessed else "file" for name in _TAGS}
    said |= {"bpm": "user" if "bpm" in by_user else "measured", "key": row["key_origin"] or "measured"}
    return {f"{name}_origin": None if row[name] in (None, "") else origin for name, origin in said.items()}


def _sheets(tables: Tables) -> _Sheets:
    return {
        "songs": sheet_of(tables.songs),
        "bars": sheet_of(tables.bars),
        "beats": sheet_of(tables.beats),
        "genre": genre_sheet(tables.songs.filenames, tables.genre_features),
    }


def _open_csv(path: Path, sheet: Sheet, files: ExitStack) -> _Write:
    file = files.enter_context(path.open("w", encoding="utf-8", newline=""))
    writer = CsvWriter(file)
    writer.writerow(sheet)
    return lambda more: writer.writerows(sheet_rows(more))


def _open_parquet(path: Path, sheet: Sheet, files: ExitStack) -> _Write:
    from pyarrow import parquet

    writer: Any = files.enter_context(parquet.ParquetWriter(path, sheet_to_arrow(sheet).schema))
    return lambda more: writer.write_table(sheet_to_arrow(more))
