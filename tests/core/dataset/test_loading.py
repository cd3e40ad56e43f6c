"""Tables of every usual kind become data sets; the others are refused in one line that says what to do."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import psutil
import pytest

from core.dataset import Dataset, load_table
from core.dataset import tables as tables_module
from core.errors import DatasetError
from core.features.columns import SONG_COLUMNS
from core.features.recipe import GENRE_COLUMNS, RECIPE
from core.messages import texts
from core.progress import Cancelled
from tests.core.synthetic_genres import CLASSES, synthetic_rows, write_tables

ROWS = [(1.5, 10, "rock"), (2.25, 20, "pop"), (3.125, 30, "rock"), (-4.0, 40, "pop")]


def written(folder: Path, text: str, encoding: str = "utf-8", name: str = "table.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def lines(delimiter: str = ",", decimal: str = ".", header: str = "loudness,tempo,label") -> str:
    rows = [f"{a}{delimiter}{b}{delimiter}{label}" for a, b, label in ROWS]
    return "\n".join([header.replace(",", delimiter), *(row.replace(".", decimal) for row in rows)]) + "\n"


def assert_read(dataset: Dataset) -> None:
    assert dataset.columns == ("loudness", "tempo")
    assert dataset.classes == ("pop", "rock")
    np.testing.assert_array_equal(dataset.X, [row[:2] for row in ROWS])
    np.testing.assert_array_equal(dataset.y, [1, 0, 1, 0])


def assert_refused(path: Path, *parts: str, **arguments: object) -> None:
    with pytest.raises(DatasetError) as refusal:
        load_table(path, **arguments)  # type: ignore[arg-type]
    assert "\n" not in str(refusal.value)
    for part in parts:
        assert part in str(refusal.value)


@pytest.mark.parametrize("decimal", [".", ","])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiters_and_decimals_are_recognised(tmp_path: Path, delimiter: str, decimal: str) -> None:
    if delimiter == decimal:
        quoted = ["loudness,tempo,label\n", *(f'"{a}",{b},{c}\n'.replace(".", ",") for a, b, c in ROWS)]
        assert_read(load_table(written(tmp_path, "".join(quoted))))
    else:
        assert_read(load_table(written(tmp_path, lines(delimiter, decimal))))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_recognised(tmp_path: Path, encoding: str) -> None:
    text = lines(";", ",").replace("rock", "música")
    assert load_table(written(tmp_path, text, encoding)).classes == ("música", "pop")


def test_an_encoding_that_shows_late_in_the_file_is_recognised(tmp_path: Path) -> None:
    text = "a,b,label\n" + "1,2,one\n2,3,two\n" * 30_000 + "1,2,señor\n" * 3
    assert load_table(written(tmp_path, text, "cp1252")).classes == ("one", "señor", "two")


def test_windows_line_ends_and_quotes_are_read(tmp_path: Path) -> None:
    text = lines().replace("rock", '"rock, hard ""and"" loud"').replace("\n", "\r\n")
    assert load_table(written(tmp_path, text)).classes == ("pop", 'rock, hard "and" loud')


def test_parquet_and_csv_give_the_same_data(tmp_path: Path) -> None:
    X, labels, artists = synthetic_rows()
    X[:, 1:] /= 10  # within what the features can be
    features, _ = write_tables(tmp_path, X, labels, artists)
    table = pd.read_csv(features)
    table.to_parquet(tmp_path / "features.parquet")
    from_csv, from_parquet = load_table(features), load_table(tmp_path / "features.parquet")
    np.testing.assert_allclose(from_csv.X, from_parquet.X, rtol=1e-15)
    assert from_csv.columns == from_parquet.columns == GENRE_COLUMNS
    assert from_csv.recipe == from_parquet.recipe == RECIPE
    assert from_csv.classes == CLASSES


def test_rows_beyond_one_piece_are_all_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables_module, "_ROWS_AT_ONCE", 3)
    told: list[float] = []
    dataset = load_table(written(tmp_path, lines()), report=lambda fraction, _text: told.append(fraction))
    assert_read(dataset)
    assert told == sorted(told) and len(told) >= 2


def test_reading_can_be_cancelled(tmp_path: Path) -> None:
    def stop(fraction: float, text: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        load_table(written(tmp_path, lines()), report=stop)


def test_a_table_larger_than_memory_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, lines() + lines().split("\n", 1)[1] * 20_000)
    monkeypatch.setattr(psutil, "virtual_memory", lambda: SimpleNamespace(available=1 << 20))
    monkeypatch.setattr(pd, "read_csv", lambda *_, **__: pytest.fail("was read"))
    assert_refused(path, "GB of memory", "leave columns out")


def test_a_column_that_stands_twice_is_named(tmp_path: Path) -> None:
    assert_refused(written(tmp_path, lines(header="tempo,tempo,label")), "“tempo” more than once")


def test_text_among_numbers_is_named_with_its_row(tmp_path: Path) -> None:
    path = written(tmp_path, lines().replace("\n2.25,", "\nloud,"))
    assert_refused(path, "“loudness”", "“loud” in row 1", "leave the column out")
    assert load_table(path, drop=("loudness",)).columns == ("tempo",)


def test_columns_of_text_are_left_out_and_told(tmp_path: Path) -> None:
    text = "\n".join(f"{row},{extra}" for row, extra in zip(lines().split(), ("mood", *"abcd"), strict=True))
    dataset = load_table(written(tmp_path, text))
    assert dataset.columns == ("loudness", "tempo")
    assert texts(dataset.notes) == ["Left out, since they hold text: mood."]


def test_missing_and_infinite_numbers_count_as_missing(tmp_path: Path) -> None:
    text = "a,b,label\n1,NA,x\n2,inf,x\n,3,y\n4,?,y\n-inf,5,y\n"
    dataset = load_table(written(tmp_path, text))
    np.testing.assert_array_equal(np.isnan(dataset.X), [[0, 1], [0, 1], [1, 0], [0, 1], [1, 0]])
    assert [note for note in texts(dataset.notes) if "infinite" in note] == [
        "“a” is infinite in 1 rows (first row 4): taken as missing.",
        "“b” is infinite in 1 rows (first row 1): taken as missing.",
    ]


def test_a_table_without_a_label_names_the_columns_that_could_be_meant(tmp_path: Path) -> None:
    text = "name,a,style,kind\n" + "".join(f"song {i},{i / 7},{'xyz'[i % 3]},{i % 2}\n" for i in range(20))
    path = written(tmp_path, text)
    assert_refused(path, "no column “label”", "candidates: style, kind")
    assert load_table(path, label="style").classes == ("x", "y", "z")
    assert_refused(path, "no column “mood”", "name, a, style, kind", label="mood")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("", "is empty"),
        ("a,b,label\n", "a header but no rows"),
        ("label\nx\ny\n", "only one column"),
        ("a,label\n1,x\n2,x\n3,x\n", "only one class, “x”"),
        ("a,label\n1,x\n2,y\n3,z\n", "a class of its own"),
        ("a,label\n1,\n2,\n", "is empty; every row needs a label"),
        ("text,label\nu,x\nv,x\nw,y\n", "no numeric columns"),
        ("a,b,label\n1,2,x\n1,2,3,4,y\n", "line 3 has 5 entries where the first has 3"),
        ("a,b,label\n1,2,3,x\n1,2,4,y\n", "one entry more than its header"),
        ("\0\1\2binary\0", "is not a table"),
        ("PK\3\4spreadsheet", "is a spreadsheet"),
        ("\x1f\x8b", "is not a table|is compressed"),
    ],
)
def test_what_cannot_be_learned_from_is_refused_in_a_line(tmp_path: Path, content: str, what: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(DatasetError, match=what) as refusal:
        load_table(path)
    assert "\n" not in str(refusal.value)


def test_missing_files_folders_and_damaged_parquet_are_named(tmp_path: Path) -> None:
    assert_refused(tmp_path / "none.csv", "There is no file")
    assert_refused(tmp_path, "is a folder")
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 and then nothing")
    assert_refused(tmp_path / "broken.parquet", "is not a readable table")


def test_rows_without_a_label_are_left_out_and_told(tmp_path: Path) -> None:
    dataset = load_table(written(tmp_path, "a,label\n1,x\n2,\n3,y\n4,x\n"))
    assert len(dataset) == 3
    np.testing.assert_array_equal(dataset.places, [0, 2, 3])
    assert "1 rows have no label and were left out." in texts(dataset.notes)


def test_a_row_number_is_not_a_feature(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    pd.DataFrame({"a": [0.5, 0.25, 0.75, 0.5], "label": list("xxyy")}).to_csv(path)
    dataset = load_table(path)
    assert dataset.columns == ("a",)
    assert any("number the rows" in note for note in texts(dataset.notes))


def test_a_fixed_split_is_read_in_any_of_its_words(tmp_path: Path) -> None:
    text = "a,label,part\n1,x,train\n2,y,Training\n3,x,val\n4,y,TEST\n"
    split = load_table(written(tmp_path, text), split="part").split
    assert split is not None and split.tolist() == ["train", "train", "valid", "test"]
    assert_refused(written(tmp_path, text.replace("val", "maybe")), "“maybe” in row 2", split="part")


def test_numbers_on_another_scale_do_not_pass_for_this_recipe(tmp_path: Path) -> None:
    X, labels, artists = synthetic_rows()
    X[:, GENRE_COLUMNS.index("rms_mean")] = 2158.05  # 16-bit integers
    assert load_table(write_tables(tmp_path, X, labels, artists)[0]).recipe is None


def test_file_names_say_where_the_audio_is(tmp_path: Path) -> None:
    (tmp_path / "one.wav").write_bytes(b"")
    dataset = load_table(written(tmp_path, "filename,a,label\none.wav,1,x\ntwo.wav,2,y\nthree.wav,3,y\n"))
    assert dataset.row_names == ("one.wav", "two.wav", "three.wav")
    assert dataset.locations == (str(tmp_path / "one.wav"), None, None)


def test_the_fingerprint_changes_with_what_a_fit_depends_on(tmp_path: Path) -> None:
    first = load_table(written(tmp_path, lines()))
    assert first.fingerprint == load_table(written(tmp_path, lines(";", ","), name="other.csv")).fingerprint
    changed = load_table(written(tmp_path, lines().replace("2.25", "2.26"), name="third.csv"))
    assert changed.fingerprint != first.fingerprint


def test_the_tempo_of_the_beats_in_a_table_of_ours_is_no_feature(tmp_path: Path) -> None:
    names = [column.name for column in SONG_COLUMNS]
    frame = pd.DataFrame(np.random.default_rng(0).normal(size=(8, len(names))), columns=names)
    frame["label"] = ["rock", "pop"] * 4
    frame.to_csv(tmp_path / "before.csv", index=False)
    frame.assign(bpm=120.0).to_csv(tmp_path / "table.csv", index=False)
    before, now = load_table(tmp_path / "before.csv"), load_table(tmp_path / "table.csv")
    assert now.columns == before.columns
    np.testing.assert_array_equal(now.X, before.X)
    assert [note.code for note in now.notes] == ["dataset.grid_tempo_left_out"] and before.notes == ()


def test_a_column_bpm_of_another_table_is_a_feature_like_any_other(tmp_path: Path) -> None:
    assert load_table(written(tmp_path, lines(header="loudness,bpm,label"))).columns == ("loudness", "bpm")
