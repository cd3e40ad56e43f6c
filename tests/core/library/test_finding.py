"""Finding by conditions that are answered apart is finding by all of them in one statement."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from core.library import Catalogue, Sort
from core.library.filters import parse_filter
from core.library.synthetic import fill_synthetic

TERMS = (
    "golden", "-river", "bpm:120-130", "-bpm:>100", "lufs:<-12", "artist:delta", "-artist:delta", "label:done",
    "-label:done", "genre:rock", "-genre:o", "is:analysed", "-is:failed", "is:labelled", "-is:outside", "key:~Am",
    "-camelot:8", "folder:amber", "section:chorus", "is:duplicate",
)  # fmt: skip


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path_factory.mktemp("library") / "library.sqlite") as catalogue:
        fill_synthetic(catalogue, 600)
        catalogue.add_label([3, 5, 600], "Done")
        with catalogue.raw_writing() as db:
            db.execute("UPDATE tracks SET bpm = NULL, lufs = NULL, genre = NULL, key = NULL WHERE id % 7 = 0")
            db.execute("UPDATE tracks SET guessed = 'title artist' WHERE id = 9")
        yield catalogue


def in_one_statement(catalogue: Catalogue, text: str, order: str) -> list[int]:
    conditions = parse_filter(text)
    where = " AND ".join(f"({condition.where})" for condition in conditions)
    parameters = [parameter for condition in conditions for parameter in condition.parameters]
    with catalogue.raw_writing() as db:
        rows = db.execute(f"SELECT t.id FROM tracks t WHERE {where} ORDER BY {order}", parameters)
        return [row[0] for row in rows]


def test_every_two_conditions_find_what_one_statement_finds(catalogue: Catalogue) -> None:
    found_any = 0
    for first, second in combinations(TERMS, 2):
        text = f"{first} {second}"
        ids = catalogue.find(text).tolist()
        assert ids == in_one_statement(catalogue, text, "t.id"), text
        found_any += bool(ids)
    assert found_any > 100


def test_three_conditions_keep_the_order_of_a_column(catalogue: Catalogue) -> None:
    text = "-label:done bpm:>90 is:analysed"
    found = catalogue.find(text, Sort("artist")).tolist()
    assert found and found == in_one_statement(catalogue, text, "t.artist COLLATE NOCASE NULLS LAST, t.id")


def test_conditions_of_which_none_is_met_find_nothing(catalogue: Catalogue) -> None:
    assert catalogue.find("genre:nonesuch -golden").tolist() == []
    assert catalogue.find("nonesuch", Sort("artist")).tolist() == []


def test_guessed_tags_are_found_though_no_text_search_reads_them(catalogue: Catalogue) -> None:
    assert catalogue.find("guessed:artist").tolist() == [9]


def test_an_empty_library_finds_nothing(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path / "empty.sqlite") as catalogue:
        assert catalogue.find("-golden is:analysed -label:x", Sort("tempo")).tolist() == []
        assert catalogue.find("", Sort("artist")).tolist() == []
