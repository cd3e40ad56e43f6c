"""Edits of sections: what they do, what they refuse to do, and that they are read back as they were written."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.structure.section_edits import (
    MOST_STATES,
    SHORTEST,
    add_border,
    border_limits,
    fitted,
    move_border,
    remove_border,
    rename,
    states_from_json,
    states_to_json,
)
from core.structure.sections import Sections

SONG = Sections(np.array([0.0, 10.0, 20.0, 30.0]), ("A", "B", "A"), (("B", "chorus?"),))


def test_a_border_moves_up_to_its_neighbours() -> None:
    assert move_border(SONG, 1, 12.5).times.tolist() == [0.0, 12.5, 20.0, 30.0]
    assert move_border(SONG, 1, 99.0).times[1] == 20.0 - SHORTEST
    assert move_border(SONG, 1, -5.0).times[1] == SHORTEST


@pytest.mark.parametrize("border", [-1, 0, 3, 7])
def test_the_ends_of_a_piece_are_no_borders_to_edit(border: int) -> None:
    assert border_limits(SONG, border) is None
    assert move_border(SONG, border, 5.0) is SONG
    assert remove_border(SONG, border) is SONG


def test_a_section_without_its_border_belongs_to_the_one_before() -> None:
    joined = remove_border(SONG, 1)
    assert joined.times.tolist() == [0.0, 20.0, 30.0]
    assert joined.labels == ("A", "A")
    assert joined.names == ()  # B is gone, and with it what it might have been


def test_a_section_is_cut_in_two_of_its_label() -> None:
    cut = add_border(SONG, 15.0)
    assert cut.times.tolist() == [0.0, 10.0, 15.0, 20.0, 30.0]
    assert cut.labels == ("A", "B", "B", "A")
    assert add_border(SONG, 10.1) is SONG
    assert add_border(SONG, 31.0) is SONG


def test_all_of_a_label_are_renamed_or_only_one() -> None:
    assert rename(SONG, 0, " verse ").labels == ("verse", "B", "A")
    assert rename(SONG, 0, "verse", all_alike=True).labels == ("verse", "B", "verse")
    assert rename(SONG, 0, "  ") is SONG
    assert rename(SONG, 0, "A", all_alike=True) is SONG


EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.integers(-1, 6), st.floats(-5, 40)),
        st.tuples(st.just("add"), st.just(0), st.floats(-5, 40)),
        st.tuples(st.just("remove"), st.integers(-1, 6), st.just(0.0)),
        st.tuples(st.just("rename"), st.integers(-1, 6), st.floats(0, 9)),
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(EDITS)
def test_whatever_is_done_sections_stay_whole_and_are_read_back_as_they_were(
    edits: list[tuple[str, int, float]],
) -> None:
    states = [SONG]
    for kind, place, value in edits:
        now = states[-1]
        states.append(
            {
                "move": lambda now=now, place=place, value=value: move_border(now, place, value),
                "add": lambda now=now, value=value: add_border(now, value),
                "remove": lambda now=now, place=place: remove_border(now, place),
                "rename": lambda now=now, place=place, value=value: rename(now, place, f"{value:.0f}"),
            }[kind]()
        )
        assert states[-1].times[0] == 0.0 and states[-1].times[-1] == 30.0
        assert np.diff(states[-1].times).min() >= SHORTEST - 1e-9
    read = states_from_json(states_to_json(tuple(states)))
    assert len(read) == len(states)
    assert all(one.same_as(other) and one.names == other.names for one, other in zip(read, states, strict=True))


def test_the_first_state_is_kept_however_many_there_are() -> None:
    states = tuple(move_border(SONG, 1, 5.0 + i / 100) for i in range(MOST_STATES + 50))
    read = states_from_json(states_to_json(states))
    assert len(read) == MOST_STATES
    assert read[0].same_as(states[0]) and read[-1].same_as(states[-1])


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", '{"format": 2, "states": []}', '{"format": 1, "states": []}', '{"format": 1, "states": [{}]}',
     '{"format": 1, "states": [{"times": [0, 0], "labels": ["A"], "names": []}]}',
     '{"format": 1, "states": [{"times": [0, "x"], "labels": ["A"], "names": []}]}'],
)  # fmt: skip
def test_damaged_edits_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"section|newer|JSON|Expecting|rise|fit|convert|indices"):
        states_from_json(text)


def test_sections_of_a_file_are_fitted_into_a_piece() -> None:
    fit = fitted(Sections(np.array([0.5, 10.0, 20.0, 30.0]), ("A", "B", "C")), 15.0)
    assert fit.times.tolist() == [0.0, 10.0, 15.0]
    assert fit.labels == ("A", "B")
    with pytest.raises(ValueError, match="within the piece"):
        fitted(Sections(np.array([20.0, 30.0]), ("A",)), 15.0)
