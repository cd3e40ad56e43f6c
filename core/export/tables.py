"""Tables that leave the program: CSV or Parquet files, text for the clipboard, and what each column means.

`core.export.csv_file` says how fields of CSV files are written. Files appear under their names only when they are
complete.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.atomic import replacing
from core.export.csv_file import CsvWriter, field
from core.export.song_findings import SongFindings, finding_columns
from core.export.spans import LabelledSpans
from core.features.recipe import RECIPE, RECIPE_2, RECIPES, recipe_of_width
from core.features.table import Column, FeatureTable, Tables

if TYPE_CHECKING:
    from core.analysis import ClipAnalysis

Format = Literal["csv", "parquet"]

Sheet = Mapping[str, Sequence[str] | Sequence[float] | Sequence[int | None]]
"""Columns of a file by name, in order, all of the same length."""

WHOLE_NUMBERS = frozenset({"section", "bar", "position", "length", "metre"})
"""Columns that count something; they are written without a decimal point."""

TEXTS = frozenset(
    {
        "filename", "uuid", "path", "reason", "name", "unit", "definition", "recipe", "edited", "label",
        "title", "artist", "album", "labels", "genre", "genre_model", "key", "camelot",
        "title_origin", "artist_origin", "album_origin", "bpm_origin", "key_origin", "chord",
    }
)  # fmt: skip
"""Columns that hold text; all others hold numbers."""

TEXT_COLUMNS = (
    Column("filename", "", "Name of the file without its folder and extension"),
    Column("uuid", "", "Identity of the audio; the number of the bar or beat after an underscore"),
)


def write_tables(analyses: Sequence["ClipAnalysis"], folder: Path, file_format: Format = "csv") -> list[Path]:
    """Write songs, bars, beats and genre of these analyses into `folder` (made when absent); returns the files."""
    findings = [SongFindings.of(analysis) for analysis in analyses]
    return write_joined(Tables.join([analysis.tables for analysis in analyses]), folder, file_format, findings)


def write_joined(
    tables: Tables, folder: Path, file_format: Format = "csv", findings: Sequence[SongFindings] | None = None
) -> list[Path]:
    """Write songs, bars, beats and genre into `folder` (made when absent); returns the files. OSError as it comes.

    `findings` of each song follow its columns where they are given.
    """
    folder.mkdir(parents=True, exist_ok=True)
    sheets = {
        "songs": {**sheet_of(tables.songs), **({} if findings is None else finding_columns(findings))},
        "bars": sheet_of(tables.bars),
        "beats": sheet_of(tables.beats),
        "genre": genre_sheet(tables.songs.filenames, tables.genre_features),
    }
    written = []
    for name, sheet in sheets.items():
        path = folder / f"{name}.{file_format}"
        write_sheet(sheet, path)
        written.append(path)
    return written


def write_table(table: FeatureTable, path: Path) -> None:
    """Write one table as Parquet or, whatever else the name ends in, as CSV. OSError when the file cannot be."""
    write_sheet(sheet_of(table), path)


def sheet_of(table: FeatureTable) -> Sheet:
    """Return a table as it is written: `filename`, `uuid`, then its columns."""
    texts = {"filename": _printable(table.filenames), "uuid": list(table.uuids)}
    if table.labels:
        texts["label"] = _printable(table.labels)
    numbers = {name: _numbers(name, table.values[:, i]) for i, name in enumerate(table.names)}
    return texts | numbers | {name: _printable(column) for name, column in table.texts.items()}


def genre_sheet(filenames: Sequence[str], features: NDArray[np.float64]) -> Sheet:
    """Return the genre table as it is written: `filename` and the columns of the recipe that has so many."""
    columns = RECIPES[recipe_of_width(features.shape[1])]
    numbers = {name: _numbers(name, features[:, i]) for i, name in enumerate(columns)}
    return {"filename": _printable(filenames)} | numbers


def write_sheet(sheet: Sheet, path: Path) -> None:
    """Write columns as Parquet or CSV, by the extension of `path`."""
    with replacing(path) as part:
        if path.suffix.lower() == ".parquet":
            _write_parquet(sheet, part)
        else:
            _write_csv(sheet, part)


def _write_csv(sheet: Sheet, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = CsvWriter(file)
        writer.writerow(sheet)
        writer.writerows(sheet_rows(sheet))


def sheet_rows(sheet: Sheet) -> Iterator[tuple[str | float | None, ...]]:
    """Yield the rows of a sheet."""
    return zip(*sheet.values(), strict=True)


def _write_parquet(sheet: Sheet, path: Path) -> None:
    from pyarrow import parquet

    parquet.write_table(sheet_to_arrow(sheet), path)


def sheet_to_arrow(sheet: Sheet) -> Any:
    """Return a sheet as a `pyarrow.Table`; NaN becomes null."""
    import pyarrow as pa

    arrays = {name: pa.array(values, type=_arrow_type(name, pa), from_pandas=True) for name, values in sheet.items()}
    return pa.table(arrays)


def _arrow_type(name: str, pa: Any) -> Any:
    if name in WHOLE_NUMBERS:
        return pa.int64()
    return pa.string() if name in TEXTS else pa.float64()


def _numbers(name: str, values: NDArray[np.float64]) -> Sequence[float] | Sequence[int | None]:
    if name in WHOLE_NUMBERS:
        return [None if math.isnan(value) else int(value) for value in values.tolist()]
    numbers: list[float] = values.tolist()
    return numbers


def _printable(texts: Iterable[str]) -> list[str]:
    """Texts that a UTF-8 file can hold: a name on disk may contain bytes that are none."""
    return [text.encode("utf-8", "replace").decode("utf-8") for text in texts]


def spans_sheet(songs: Iterable[tuple[str, LabelledSpans]]) -> Sheet:
    """Return the sections or chords of songs as they are written: `filename`, `start`, `end` (seconds), `label`."""
    rows = [
        (name, start, end, label)
        for name, found in songs
        for start, end, label in zip(found.times[:-1].tolist(), found.times[1:].tolist(), found.labels, strict=True)
    ]
    return {
        "filename": _printable(row[0] for row in rows),
        "start": [row[1] for row in rows],
        "end": [row[2] for row in rows],
        "label": _printable(row[3] for row in rows),
    }


def write_failures(failures: Iterable[tuple[Path | str, str]], path: Path) -> None:
    """Write which files could not be used, and why: `path`, `reason`."""
    rows = list(failures)
    write_sheet({"path": _printable(str(file) for file, _ in rows), "reason": _printable(why for _, why in rows)}, path)


def to_tsv(table: FeatureTable, rows: Iterable[int], columns: Sequence[str], *, with_units: bool = False) -> str:
    """Rows and columns of a table as tab-separated lines under a line of names, for a spreadsheet.

    Parameters
    ----------
    rows : numbers of the rows, in the order wanted
    columns : names of the columns, in the order wanted; `filename` and `uuid` are among them
    with_units : whether the line of names has units, for a person; without them it is that of a file

    Raises
    ------
    KeyError : when the table has no column of such a name
    """
    sheet = sheet_of(table)
    chosen = [sheet[name] for name in columns]
    headings = {column.name: column.header for column in table.columns} if with_units else {}
    lines = ["\t".join(headings.get(name, name) for name in columns)]
    lines += ["\t".join(" ".join(field(values[row]).split()) for values in chosen) for row in rows]
    return "\n".join(lines) + "\n"


def data_dictionary(columns: Iterable[Column], recipe: str = RECIPE) -> list[dict[str, str]]:
    """Return `name`, `unit` and `definition` of each column of a table, and the `recipe` that its numbers follow."""
    return [
        {"name": column.name, "unit": column.unit, "definition": column.definition, "recipe": recipe}
        for column in (*TEXT_COLUMNS, *columns)
    ]


def write_data_dictionary(columns: Iterable[Column], path: Path, extended: Iterable[Column] = ()) -> None:
    """Write `data_dictionary(columns)` as CSV, and after it the `extended` columns of the second recipe."""
    rows = data_dictionary(columns)
    rows += data_dictionary(extended, RECIPE_2)[len(TEXT_COLUMNS) :]
    write_sheet({name: [row[name] for row in rows] for name in rows[0]}, path)
