from collections.abc import Iterator

import hypothesis.strategies as st
import pytest
from hypothesis import given

from core.errors import FilterError
from core.library import LIBRARY_COLUMNS, Catalogue, Sort
from tests.core.library.records import analysed

FACTS = (
    {
        "tempo": 124.0,
        "key": "A minor",
        "metre": 4,
        "tags": {"title": "Blue Train", "artist": "Björk"},
        "loudness": {"integrated": -9.5},
    },
    {
        "tempo": 62.3,
        "key": "Eb minor",
        "metre": 3,
        "tags": {"title": "Train Blue", "artist": "Someone"},
        "loudness": {"integrated": -18.0},
    },
    {"tempo": 90.0, "key": "C major", "metre": 4, "genres": {"jazz": 0.7, "rock": 0.3}},
)


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path_factory.mktemp("library") / "library.sqlite") as opened:
        for i, facts in enumerate(FACTS):
            opened.store(f"/music/folder {i}/song {i}.wav", analysed(i, **facts))
        opened.fail("/music/broken.wav", None, "broken.wav is damaged.")
        yield opened


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [1, 2, 3, 4]),
        ("blue train", [1, 2]),
        ('"blue train"', [1]),
        ("bjork", [1]),
        ("artist:BJÖRK", [1]),
        ("artist:train", []),
        ("-blue", [3, 4]),
        ("bpm:120-130", [1, 2]),
        ("bpm:62", [1, 2]),
        ("bpm:>100", [1]),
        ("bpm:<=90", [2, 3]),
        ("-bpm:>100", [2, 3, 4]),
        ("bpm:80-", [1, 3]),
        ("bpm:..70", [2]),
        ("key:Am", [1]),
        ("key:D#m", [2]),
        ('key:"eb minor"', [2]),
        ("key:c", [3]),
        ("key:8A", [1]),
        ("key:2a", [2]),
        ("key:1m", [1]),
        ("key:~Am", [1, 3]),
        ("key:~8B", [1, 3]),
        ('-key:"~A minor"', [2, 4]),
        ("camelot:8", [1, 3]),
        ("lufs:-14..-8", [1]),
        ("lufs:<-14", [2]),
        ("metre:3", [2]),
        ("genre:jazz genre_probability:>60", [3]),
        ("genre_probability:0.7", [3]),
        ("duration:0:30-0:31", [1, 2]),
        ("duration:>0:31.5", [3]),
        ("is:failed", [4]),
        ("is:analysed -is:labelled", [1, 2, 3]),
        ('folder:"folder 1"', [2]),
        ("reason:damaged", [4]),
        ("hpr:-100-100", [1, 2, 3]),
        ("zero_crossing_rate:-1e3..1e3 -song", []),
    ],
)
def test_a_filter_lets_through_what_it_says(catalogue: Catalogue, text: str, expected: list[int]) -> None:
    assert catalogue.find(text).tolist() == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("loudness:3", "no column “loudness”"),
        ("bpm:fast", "“fast” is not a number for bpm; write bpm:120"),
        ("bpm:3:30", "is a length"),
        ("bpm:1e999", "too large"),
        ("key:H", "is not a key"),
        ("is:nice", "“is:nice” is unknown"),
        ('"blue', "quotation mark is missing"),
        ('artist:""', "No value after “artist:”"),
    ],
)
def test_what_is_not_understood_is_said_in_a_line(catalogue: Catalogue, text: str, reason: str) -> None:
    with pytest.raises(FilterError) as caught:
        catalogue.find(text)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


_words = st.sampled_from(
    ["blue", "'; DROP TABLE tracks; --", "%", "_", "NULL", "120-130", ">3", "\x00", "é", "-", '"', ":"]
)
_terms = st.builds(
    lambda minus, column, value: f"{minus}{column}{value}",
    st.sampled_from(["", "-", "--"]),
    st.sampled_from(["", "is:", "label:", "x:", *(f"{column.name}:" for column in LIBRARY_COLUMNS[:20])]),
    _words | st.text(max_size=8),
)


@given(st.lists(_terms, max_size=4).map(" ".join) | st.text(max_size=30))
def test_no_text_does_anything_but_find_or_be_refused(catalogue: Catalogue, text: str) -> None:
    try:
        found = catalogue.find(text)
    except FilterError as problem:
        assert "\n" not in str(problem).replace(text, "")
    else:
        assert set(found.tolist()) <= {1, 2, 3, 4}
    assert catalogue.count() == 4


def test_camelot_places_are_sorted_as_numbers(catalogue: Catalogue) -> None:
    assert catalogue.find("", Sort("camelot")).tolist() == [2, 1, 3, 4]
    assert catalogue.find("", Sort("camelot", descending=True)).tolist() == [3, 1, 2, 4]


def test_the_columns_have_different_names_and_say_what_they_are() -> None:
    assert len({column.name for column in LIBRARY_COLUMNS}) == len(LIBRARY_COLUMNS)
    assert all(column.definition and column.title for column in LIBRARY_COLUMNS)
