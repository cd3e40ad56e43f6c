"""Tags as they are shown."""

from hypothesis import given
from hypothesis import strategies as st

from core.audio.decoding.tags import KEYS, LONGEST_TAG, clean_tags


def test_tags_that_are_shown_are_kept_in_their_order() -> None:
    raw = {"encoder": "x", "GENRE": "Jazz", "artist": "A", "Title": "T"}
    assert list(clean_tags(raw).items()) == [("title", "T"), ("artist", "A"), ("genre", "Jazz")]


def test_other_names_of_the_same_tag_are_known() -> None:
    assert clean_tags({"track": "3/12", "year": "1999"}) == {"date": "1999", "tracknumber": "3/12"}


def test_blank_tags_are_left_out() -> None:
    assert clean_tags({"title": " \n\0 ", "artist": ""}) == {}


@given(st.dictionaries(st.sampled_from([*KEYS, "track", "TITLE", "other"]), st.text(max_size=900)))
def test_every_tag_is_one_line_of_bounded_length(raw: dict[str, str]) -> None:
    for value in clean_tags(raw).values():
        assert value.isprintable()
        assert value == value.strip()
        assert 0 < len(value) <= LONGEST_TAG
