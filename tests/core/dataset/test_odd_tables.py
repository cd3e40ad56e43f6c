"""Tables as spreadsheets and other programs leave them: no row vanishes and no number changes without a note."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from core.dataset import Dataset, load_table
from core.messages import texts

CLASSES = ("jazz", "pop", "rock")


def written(folder: Path, text: str, newline: str = "\n") -> Path:
    path = folder / "table.csv"
    path.write_bytes(text.replace("\n", newline).encode())
    return path


def codes(dataset: Dataset) -> list[str]:
    return [note.code for note in dataset.notes]


def table(names: tuple[str, ...] = CLASSES, n_rows: int = 30) -> str:
    rows = (f'{place / 7:.4f},{(place * 5) % 11 / 3:.4f},"{names[place % len(names)]}"' for place in range(n_rows))
    return "\n".join(["f1,f2,label", *rows]) + "\n"


@pytest.mark.parametrize(
    ("name", "becomes"),
    [
        ("Hip\u00a0Hop", "Hip Hop"),
        ("Hip\nHop", "Hip Hop"),
        ("Hip \u2003 Hop", "Hip Hop"),
        ("\u200fعربي\u200e", "عربي"),
        ("\U0001f469\u200d\U0001f3a4", "\U0001f469\U0001f3a4"),
        ("Mu\u0301sica", "Música"),
        ("tab\there", "tab here"),
        ("\U0010fffd", "U+10FFFD"),
    ],
)
def test_names_of_classes_that_no_model_could_keep_are_cleaned_with_a_note(
    tmp_path: Path, name: str, becomes: str
) -> None:
    dataset = load_table(written(tmp_path, table((name, "pop", "rock"))))
    assert len(dataset) == 30 and becomes in dataset.classes and len(dataset.classes) == 3
    assert all(one.isprintable() for one in dataset.classes)
    assert codes(dataset) == ["dataset.classes_renamed"] and becomes in texts(dataset.notes)[0]


def test_long_names_of_classes_stay_different(tmp_path: Path) -> None:
    dataset = load_table(written(tmp_path, table(("x" * 250 + "a", "x" * 250 + "b", "rock"))))
    assert len(dataset.classes) == 3 and max(map(len, dataset.classes)) <= 200


def test_names_of_columns_are_cleaned_too_and_still_found(tmp_path: Path) -> None:
    text = table().replace("f1,f2,label", '"loud\u00a0ness","f\n2","la\u200bbel"')
    dataset = load_table(written(tmp_path, text), label="la\u200bbel")
    assert dataset.columns == ("loud ness", "f 2") and len(dataset) == 30
    assert "dataset.columns_renamed" in codes(dataset)


@pytest.mark.parametrize("name", ["None", "NA", "null", "-", "nan", "?"])
def test_classes_that_are_called_like_nothing_keep_their_rows(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, table((name, "pop", "rock")))
    dataset = load_table(path)
    assert len(dataset) == 30 and name in dataset.classes and codes(dataset) == []
    pd.read_csv(path, keep_default_na=False).to_parquet(tmp_path / "table.parquet")
    assert load_table(tmp_path / "table.parquet").classes == dataset.classes


def test_a_second_table_of_groups_may_have_such_classes(tmp_path: Path) -> None:
    (tmp_path / "artists.csv").write_text(
        "artist,label\n" + "".join(f"artist {place // 3},{('None', 'pop', 'rock')[place % 3]}\n" for place in range(30))
    )
    dataset = load_table(written(tmp_path, table(("None", "pop", "rock"))), groups_table=tmp_path / "artists.csv")
    assert dataset.groups is not None and len(dataset.group_names) == 10


def test_a_number_that_no_classifier_computes_with_counts_as_missing_and_is_told(tmp_path: Path) -> None:
    lines = table().splitlines()
    lines[3] = "1e39,0.5,rock"
    dataset = load_table(written(tmp_path, "\n".join(lines)))
    assert np.isnan(dataset.X[2, 0]) and np.isfinite(dataset.X).sum() == 59
    assert texts(dataset.notes) == ["“f1” is 1e+39 in row 2, too large to compute with: taken as missing."]


@pytest.mark.parametrize(
    ("delimiter", "entries", "numbers"),
    [
        (",", ('"2,436"', "945", "1.5"), (2436.0, 945.0, 1.5)),
        (",", ('"2,436"', '"1,309"', "945"), (2436.0, 1309.0, 945.0)),
        (",", ('"2,436"', '"0,5"', '"1,25"'), (2.436, 0.5, 1.25)),
        (",", ('"1,234,567"', '"1,309"', "3"), (1234567.0, 1309.0, 3.0)),
        (",", ('"1,234.5"', '"1,309"', "3"), (1234.5, 1309.0, 3.0)),
        (";", ("2,436", "0,5", "7"), (2.436, 0.5, 7.0)),
        (";", ("2,436", "1.309,5", "7"), (2.436, 1309.5, 7.0)),
        (";", ("1.234.567", "1.309", "0,5"), (1234567.0, 1309.0, 0.5)),
        (";", ("2,436", "1,309", "0.5"), (2436.0, 1309.0, 0.5)),
        (";", ("2,436", "1,309", "7"), (2.436, 1.309, 7.0)),
        (";", ("1 234", "1\u202f309,5", "7"), (1234.0, 1309.5, 7.0)),
        (",", ("1'234.5", "\u22121.5", "2"), (1234.5, -1.5, 2.0)),
    ],
)
def test_thousands_and_decimals_are_told_apart(
    tmp_path: Path, delimiter: str, entries: tuple[str, ...], numbers: tuple[float, ...]
) -> None:
    rows = [delimiter.join((entries[place % 3], CLASSES[place % 2])) for place in range(12)]
    dataset = load_table(written(tmp_path, "\n".join([f"plays{delimiter}label", *rows])))
    np.testing.assert_array_equal(dataset.X[:3, 0], numbers)


def test_thousands_are_told_with_what_they_are_read_as(tmp_path: Path) -> None:
    rows = [f'"{place},436",{place / 8},{CLASSES[place % 2]}' for place in range(1, 13)]
    dataset = load_table(written(tmp_path, "\n".join(["plays,f,label", *rows])))
    assert texts(dataset.notes) == ["“plays” is written with grouped thousands: “1,436” is read as 1436."]


def test_a_comma_that_nothing_explains_is_told(tmp_path: Path) -> None:
    rows = [f"{place},436;{CLASSES[place % 2]}" for place in range(1, 13)]
    dataset = load_table(written(tmp_path, "\n".join(["plays;label", *rows])))
    assert dataset.X[0, 0] == 1.436 and codes(dataset) == ["dataset.decimal_comma_assumed"]


@pytest.mark.parametrize("first", [200, 60_000])
def test_decimal_commas_may_begin_late(tmp_path: Path, first: int) -> None:
    """Far beyond what is looked at first, and in more than one piece of reading."""
    rows = [f"{place}{',5' if place >= first else ''};{place % 7};{CLASSES[place % 3]}" for place in range(first + 100)]
    dataset = load_table(written(tmp_path, "\n".join(["a;b;label", *rows])))
    assert dataset.columns == ("a", "b")
    places = np.arange(first + 100)
    np.testing.assert_array_equal(dataset.X[:, 0], places + 0.5 * (places >= first))


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_line_that_tells_excel_the_delimiter_is_understood(tmp_path: Path, delimiter: str) -> None:
    text = f"sep={delimiter}\n" + table().replace(",", delimiter).replace('"', "")
    dataset = load_table(written(tmp_path, text))
    assert dataset.columns == ("f1", "f2") and len(dataset) == 30 and codes(dataset) == []


def test_comment_lines_are_passed_over_and_counted(tmp_path: Path) -> None:
    lines = table().splitlines()
    text = "\n".join(["# made by a program, version 2", "", *lines[:9], "# 1.0,2.0,rock", "% a remark", *lines[9:]])
    dataset = load_table(written(tmp_path, text))
    assert dataset.columns == ("f1", "f2") and len(dataset) == 30
    assert texts(dataset.notes) == ["3 comment lines were passed over."]


def test_a_header_that_is_written_as_a_comment_is_the_header(tmp_path: Path) -> None:
    dataset = load_table(written(tmp_path, "# " + table()))
    assert dataset.columns == ("f1", "f2") and len(dataset) == 30


def test_names_that_begin_like_a_comment_are_rows(tmp_path: Path) -> None:
    rows = [f"{'#' if place % 3 == 0 else ''}{place} Dream,{place / 7:.3f},{CLASSES[place % 2]}" for place in range(12)]
    dataset = load_table(written(tmp_path, "\n".join(["name,f,label", *rows])))
    assert len(dataset) == 12 and dataset.row_names[0] == "#0 Dream"


@pytest.mark.parametrize("newline", ["\r", "\r\n", "\n"])
def test_any_line_end_is_read(tmp_path: Path, newline: str) -> None:
    dataset = load_table(written(tmp_path, "# remark\n" + table(), newline))
    assert len(dataset) == 30 and dataset.classes == CLASSES


def test_a_line_with_too_many_entries_is_named_by_its_place_in_the_file(tmp_path: Path) -> None:
    lines = table().splitlines()
    lines[5] += ",1,2"
    with pytest.raises(Exception, match="line 8 has 5 entries where the first has 3"):
        load_table(written(tmp_path, "\n".join(["# one", "# two", *lines])))


@pytest.mark.parametrize("kind", ["filtered", "named", "text", "several", "dates", "label", "none"])
def test_parquet_with_any_index_is_read(tmp_path: Path, kind: str) -> None:
    frame = pd.DataFrame({"a": np.arange(40) / 7, "b": (np.arange(40) * 3) % 5, "label": [*CLASSES, "pop"] * 10})
    index = {
        "filtered": lambda: frame[frame.b != 2],
        "named": lambda: frame.set_index(pd.Index(np.arange(40) * 3 + 5, name="track")),
        "text": lambda: frame.set_index(pd.Index([f"song {place}" for place in range(40)], name="name")),
        "several": lambda: frame.set_index([pd.Index(np.arange(40) // 4, name="artist"), pd.Index(range(40))]),
        "dates": lambda: frame.set_index(pd.date_range("2020-01-01", periods=40)),
        "label": lambda: frame.set_index("label"),
        "none": lambda: frame,
    }[kind]()
    index.to_parquet(tmp_path / "table.parquet")
    dataset = load_table(tmp_path / "table.parquet", groups="artist" if kind == "several" else None)
    assert dataset.columns == ("a", "b") and dataset.classes == CLASSES and len(dataset) == len(index)
    if kind == "several":
        assert dataset.groups is not None and len(dataset.group_names) == 10
    if kind == "text":
        assert dataset.row_names[1] == "song 1"


def test_a_table_of_very_many_columns_is_one_though_its_lines_are_longer_than_a_sample(tmp_path: Path) -> None:
    names = [f"a column with a rather long name {place}" for place in range(9000)]
    random = np.random.default_rng(1)
    rows = [
        ",".join([CLASSES[place % 3], *(f"{one:.5f}" for one in random.normal(size=len(names)))]) for place in range(9)
    ]
    dataset = load_table(written(tmp_path, "\n".join([",".join(["label", *names]), *rows])))
    assert dataset.X.shape == (9, 9000)
    assert dataset.columns == tuple(names)
