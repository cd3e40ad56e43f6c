"""Fields of CSV files: numbers as they are, texts that no spreadsheet takes for a formula."""

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.export.csv_file import CsvWriter, field, harmless

SOURCES = [path for room in ("core", "desktop") for path in Path(__file__).parents[3].joinpath(room).rglob("*.py")]


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-Infinity", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "-", "-1-1"])
def test_a_text_that_begins_like_a_formula_has_an_apostrophe_in_front(text: str) -> None:
    assert harmless(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Song", "7 + 7", "'t Hof", "-1", "+5.25", "-.5e-3", "1999-11-28", "C:maj"])
def test_other_texts_and_numbers_in_texts_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize(
    ("value", "written"),
    [(-0.1, "-0.1"), (float("-inf"), "-inf"), (float("nan"), ""), (None, ""), (-3, "-3"), (1e-300, "1e-300")],
)
def test_numbers_stay_numbers_and_what_does_not_exist_is_empty(value: object, written: str) -> None:
    assert field(value) == written


@given(st.lists(st.tuples(st.text(), st.floats(allow_nan=False)), min_size=1))
def test_texts_and_numbers_read_back_are_those_written(rows: list[tuple[str, float]]) -> None:
    stream = io.StringIO(newline="")
    CsvWriter(stream).writerows(rows)
    stream.seek(0)
    read = list(csv.reader(stream))
    lines = [(text.replace("\r\n", "\n").replace("\r", "\n"), number) for text, number in rows]
    assert [(text, float(number)) for text, number in read] == [(harmless(text), number) for text, number in lines]
    assert not any(re.match(r"[=@\t\r\n]", text) for text, _ in read)


def test_no_other_place_writes_csv() -> None:
    writing = [path.name for path in SOURCES if re.search(r"csv\.(Dict)?[Ww]riter|to_csv", path.read_text("utf-8"))]
    # The script of a training run needs no part of this program, and writes scores under names of its own.
    assert sorted(writing) == ["csv_file.py", "reproduction.py"]
