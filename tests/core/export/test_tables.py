import csv
import io
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from core.export.tables import (
    data_dictionary,
    sheet_of,
    to_tsv,
    write_data_dictionary,
    write_failures,
    write_joined,
    write_sheet,
    write_table,
)
from core.features.columns import BAR_COLUMNS, BEAT_COLUMNS, SONG_COLUMNS, SONG_TABLE_COLUMNS
from core.features.recipe import GENRE_COLUMNS, RECIPE
from core.features.table import Column, FeatureTable, Tables

SONG_HEADER = ["filename", "uuid", *(column.name for column in SONG_COLUMNS)]


def table_of(columns, n_rows, name="music0", seed=0):
    values = np.random.default_rng(seed).normal(size=(n_rows, len(columns)))
    for i, column in enumerate(columns):
        if column.name in ("bar", "position"):
            values[:, i] = np.arange(n_rows)
    return FeatureTable((name,) * n_rows, tuple(f"id_{i}" for i in range(n_rows)), columns, values)


def tables_of_song(name="music0", seed=0, n_bars=3):
    genre_features = np.random.default_rng(seed + 100).normal(size=(1, len(GENRE_COLUMNS)))
    genre_features[0, 0] = 661794.0
    return Tables(
        table_of(SONG_TABLE_COLUMNS, 1, name, seed),
        table_of(BAR_COLUMNS, n_bars, name, seed),
        table_of(BEAT_COLUMNS, 4 * n_bars, name, seed),
        genre_features,
    )


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_the_tables_begin_with_the_65_columns_and_end_with_the_place(tmp_path):
    written = write_joined(tables_of_song(), tmp_path)
    assert [path.name for path in written] == ["songs.csv", "bars.csv", "beats.csv", "genre.csv"]
    headers = [rows_of(path)[0] for path in written]
    assert len(SONG_HEADER) == 65
    assert headers[0] == [*SONG_HEADER, "bpm"]
    assert headers[1] == [*SONG_HEADER, "start", "end", "bar", "bpm"]
    assert headers[2] == [*SONG_HEADER, "start", "end", "bar", "position", "bpm"]
    assert headers[3] == ["filename", *GENRE_COLUMNS]
    assert len(headers[3]) == 59


def test_the_header_is_that_of_the_reference(tmp_path, shared_data):
    songs, *_ = write_joined(tables_of_song(), tmp_path)
    reference = rows_of(shared_data / "reference" / "songs.csv")[0]
    genre_reference = rows_of(shared_data / "features.csv")[0]
    assert rows_of(songs)[0] == [*reference, "bpm"]
    assert ["filename", *GENRE_COLUMNS, "label"] == [
        "filename",
        *[name for name in genre_reference if name != "filename"],
    ]


@given(st.lists(st.floats(allow_infinity=False, width=64), min_size=1, max_size=8))
def test_numbers_survive_the_csv_file_to_the_last_bit(tmp_path_factory, numbers):
    path = tmp_path_factory.mktemp("csv") / "numbers.csv"
    columns = (Column("x", "", ""),)
    table = FeatureTable(("a",) * len(numbers), ("b",) * len(numbers), columns, np.array([numbers]).T)
    write_table(table, path)
    cells = [row[2] for row in rows_of(path)[1:]]
    for number, cell in zip(numbers, cells, strict=True):
        assert cell == "" if math.isnan(number) else float(cell) == number


def test_parquet_holds_what_csv_holds(tmp_path):
    tables = tables_of_song()
    tables.songs.values[0, 2] = np.nan
    csv_files = write_joined(tables, tmp_path, "csv")
    parquet_files = write_joined(tables, tmp_path, "parquet")
    assert [path.suffix for path in parquet_files] == [".parquet"] * 4
    for text, binary in zip(csv_files, parquet_files, strict=True):
        header, *rows = rows_of(text)
        columns = parquet.read_table(binary).to_pydict()
        assert list(columns) == header
        for i, name in enumerate(header):
            assert ["" if value is None else str(value) for value in columns[name]] == [row[i] for row in rows]


def test_counts_are_written_without_a_decimal_point(tmp_path):
    _, bars, beats, genre = write_joined(tables_of_song(), tmp_path)
    assert [row[-2] for row in rows_of(bars)[1:]] == ["0", "1", "2"]
    assert rows_of(beats)[2][-3:-1] == ["1", "1"]
    assert rows_of(genre)[1][1] == "661794"


def test_songs_follow_each_other_in_the_order_given(tmp_path):
    joined = Tables.join([tables_of_song("b", 1, 2), tables_of_song("a", 2, 0), tables_of_song("c", 3, 1)])
    songs, bars, _, genre = write_joined(joined, tmp_path)
    assert [row[0] for row in rows_of(songs)[1:]] == ["b", "a", "c"]
    assert [row[0] for row in rows_of(bars)[1:]] == ["b", "b", "c"]
    assert [row[0] for row in rows_of(genre)[1:]] == ["b", "a", "c"]


def test_a_file_that_cannot_be_finished_leaves_the_former_one(tmp_path):
    path = tmp_path / "songs.csv"
    write_sheet({"filename": ["a"], "x": [1.0]}, path)
    former = path.read_bytes()
    with pytest.raises(ValueError, match="shorter"):
        write_sheet({"filename": ["a", "b"], "x": [1.0]}, path)
    assert path.read_bytes() == former
    assert list(tmp_path.iterdir()) == [path]


def test_names_with_line_breaks_quotes_emoji_and_broken_bytes_stay_one_field(tmp_path):
    names = ('line\nbreak, "quoted"', "🎷", "b\udcffad")
    columns = (Column("x", "", ""),)
    write_table(FeatureTable(names, ("1", "2", "3"), columns, np.zeros((3, 1))), tmp_path / "t.csv")
    assert [row[0] for row in rows_of(tmp_path / "t.csv")[1:]] == [names[0], "🎷", "b?ad"]


def test_tsv_holds_the_rows_and_columns_asked_for_in_that_order():
    table = table_of(BEAT_COLUMNS, 4, name="tab\tand\nbreak")
    table.values[2, table.names.index("tempo")] = np.nan
    text = to_tsv(table, [2, 0], ["bar", "filename", "tempo"])
    lines = list(csv.reader(io.StringIO(text), delimiter="\t"))
    assert lines == [
        ["bar", "filename", "tempo"],
        ["2", "tab and break", ""],
        ["0", "tab and break", repr(float(table.column("tempo")[0]))],
    ]
    with pytest.raises(KeyError):
        to_tsv(table, [0], ["no such column"])


def test_every_written_column_is_in_the_data_dictionary(tmp_path):
    entries = data_dictionary(BEAT_COLUMNS)
    assert [entry["name"] for entry in entries] == list(sheet_of(table_of(BEAT_COLUMNS, 1)))
    assert all(entry["definition"] and entry["recipe"] == RECIPE for entry in entries)
    assert next(entry["unit"] for entry in entries if entry["name"] == "tempo") == "BPM"
    write_data_dictionary(BEAT_COLUMNS, tmp_path / "columns.csv")
    header, *rows = rows_of(tmp_path / "columns.csv")
    assert header == ["name", "unit", "definition", "recipe"]
    assert [row[0] for row in rows] == [entry["name"] for entry in entries]


def test_failures_are_a_table_even_when_there_are_none(tmp_path):
    write_failures([], tmp_path / "failures.csv")
    assert rows_of(tmp_path / "failures.csv") == [["path", "reason"]]
    write_failures([(tmp_path / "a,b.wav", "is no audio")], tmp_path / "failures.csv")
    assert rows_of(tmp_path / "failures.csv")[1] == [str(tmp_path / "a,b.wav"), "is no audio"]
