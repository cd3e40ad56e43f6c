"""Columns of text become columns of 0 and 1, one for each category, and stay so wherever the data go."""

from pathlib import Path

import numpy as np
import pytest

from core.dataset import DatasetError, load_table
from core.dataset.one_hot import MOST_CATEGORIES, can_be_encoded, text_column_of
from core.doctor.columns import plain_faults
from core.doctor.giveaways import giveaways
from core.jobs.data import DataRequest, read_data, request_from_json, request_to_json
from core.messages import texts
from core.progress import silent
from core.workers.pool import Emitter

MOODS = ("happy", "sad", "NA", " sad ", "wild", "sad", "happy", "wild")


def table_with(folder: Path, moods: tuple[str, ...] = MOODS, name: str = "songs.csv", head: str = "mood") -> Path:
    rows = [f"{n}.5,{mood},{n % 3},{'ab'[n % 2]}" for n, mood in enumerate(moods)]
    path = folder / name
    path.write_text("\n".join([f"loudness,{head},key,label", *rows]) + "\n", encoding="utf-8")
    return path


def test_text_becomes_columns_after_those_of_numbers(tmp_path: Path) -> None:
    dataset = load_table(table_with(tmp_path), one_hot=["mood"])
    assert dataset.columns == ("loudness", "key", "mood=happy", "mood=sad", "mood=wild")
    np.testing.assert_array_equal(dataset.X[:, 2], [1, 0, 0, 0, 0, 0, 1, 0])
    np.testing.assert_array_equal(dataset.X[:, 3], [0, 1, 0, 1, 0, 1, 0, 0])
    assert not dataset.X[2, 2:].any()  # a missing entry is no category
    assert dataset.source.one_hot == ("mood",)
    assert "As one-hot columns, with the number of categories: mood (3)." in " ".join(texts(dataset.notes))
    assert not any("hold text" in note for note in texts(dataset.notes))


def test_numbers_can_be_categories(tmp_path: Path) -> None:
    dataset = load_table(table_with(tmp_path), one_hot=["key", "mood"])
    assert dataset.columns[:4] == ("loudness", "key=0", "key=1", "key=2")
    np.testing.assert_array_equal(dataset.X[:, 1:4].sum(axis=1), 1.0)


def test_without_the_request_text_is_left_out_and_offered(tmp_path: Path) -> None:
    dataset = load_table(table_with(tmp_path))
    assert dataset.columns == ("loudness", "key")
    assert dataset.texts == ("mood",)
    assert load_table(table_with(tmp_path, tuple(f"song {n}" for n in range(8)), head="title")).texts == ()


def test_a_single_category_can_be_left_out(tmp_path: Path) -> None:
    path = table_with(tmp_path)
    assert load_table(path, one_hot=["mood"], drop=["mood=sad", "key"]).columns == (
        "loudness", "mood=happy", "mood=wild",
    )  # fmt: skip
    with pytest.raises(DatasetError, match="has no column “mood=odd”"):
        load_table(path, one_hot=["mood"], drop=["mood=odd"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"one_hot": ["tempo"]}, "has no column “tempo”"),
        ({"one_hot": ["label"], "label": "label"}, "“label” is the column of the label"),
        ({"one_hot": ["key"], "groups": "key"}, "“key” is the column of the groups"),
    ],
)
def test_columns_that_cannot_be_categories_are_refused(arguments: dict[str, object], said: str, tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=said):
        load_table(table_with(tmp_path), **arguments)  # type: ignore[arg-type]


def test_too_many_and_no_categories_are_refused(tmp_path: Path) -> None:
    many = tuple(f"mood {n}" for n in range(MOST_CATEGORIES + 1))
    with pytest.raises(DatasetError, match="has 101 different entries; at most 100"):
        load_table(table_with(tmp_path, many), one_hot=["mood"])
    with pytest.raises(DatasetError, match="is empty"):
        load_table(table_with(tmp_path, ("",) * 8), one_hot=["mood"])
    assert not can_be_encoded(many) and not can_be_encoded([None, None]) and can_be_encoded(["a", "a", None])


def test_categories_of_one_column_are_not_taken_for_those_of_another() -> None:
    assert text_column_of("a=b=c", ("a", "a=b")) == "a=b"
    assert text_column_of("ab=c", ("a",)) is None


def test_the_doctor_takes_a_category_for_no_serial_number_and_for_no_copy_of_another(tmp_path: Path) -> None:
    moods = tuple(("happy" if n % 2 else "sad") if n % 4 else ("wild", "odd")[n // 4 % 2] for n in range(60))
    dataset = load_table(table_with(tmp_path, moods), one_hot=["mood"], drop=["key"])
    findings = [*plain_faults(dataset, 5, 20, silent), *giveaways(dataset, 5, 20, silent)]
    assert not [one for one in findings if "serial number" in one.explanation]
    assert not [one for one in findings if "mood=odd, mood=wild" in one.numbers]


def test_a_request_is_read_and_kept_as_plain_data(tmp_path: Path) -> None:
    request = DataRequest("table", table_with(tmp_path), one_hot=("mood",))
    answer = read_data(Emitter(lambda _: None, lambda: False), request)
    assert answer.dataset is not None and "mood=wild" in answer.dataset.columns
    plain = request_to_json(request)
    assert request_from_json(plain) == request
    del plain["one_hot"]  # as versions before kept it
    assert request_from_json(plain) == DataRequest("table", request.path)
