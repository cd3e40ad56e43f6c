"""Loudness of sections from the course of a piece's loudness."""

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from core.structure.section_loudness import in_words, label_loudness, loudness_sentence, section_loudness
from core.structure.sections import Sections

FORM = Sections(np.array([0.0, 10.0, 20.0, 30.0, 40.0]), ("A", "B", "A", "B"), (("B", "chorus?"),))


def course(*levels: float) -> NDArray[np.float32]:
    return np.repeat(np.array(levels, np.float32), 100)


def test_each_section_has_the_loudness_of_the_blocks_within_it() -> None:
    # A block that reaches over a border belongs to neither side: 96 or 97 of 100 are whole.
    assert section_loudness(FORM, course(-20, -14, -21, -14)) == pytest.approx([-20, -14, -21, -14], abs=1e-5)


def test_blocks_far_below_the_rest_do_not_count_and_silence_has_no_loudness() -> None:
    levels = course(-20, -14, -21, np.nan)
    levels[20:50] = -60
    levels[50:60] = -80
    found = section_loudness(FORM, levels)
    assert found[0] == pytest.approx(-20, abs=1e-5)
    assert math.isnan(found[3])


def test_a_course_that_is_missing_or_ends_early_is_no_error() -> None:
    assert np.isnan(section_loudness(FORM, np.empty(0, np.float32))).all()
    assert np.isnan(section_loudness(FORM, course(-20))).tolist() == [False, True, True, True]


def test_sections_of_a_label_count_together() -> None:
    found = label_loudness(FORM, course(-20, -14, -26, -14))
    assert found["B"] == pytest.approx(-14, abs=1e-5)
    assert found["A"] == pytest.approx(10 * math.log10((0.01 + 10**-2.6) / 2), abs=0.1)


def test_the_loudest_label_is_compared_in_one_sentence() -> None:
    assert loudness_sentence(FORM, course(-20, -17, -20, -17)) == "The chorus? B is 3.0 LU louder than A."
    plain = Sections(FORM.times, FORM.labels)
    assert loudness_sentence(plain, course(-20, -17, -20, -17)) == "B is 3.0 LU louder than A."


def test_there_is_no_sentence_where_nothing_can_be_compared() -> None:
    assert loudness_sentence(FORM, course(-20, -19.8, -20, -19.8)) == ""
    assert loudness_sentence(FORM, None) == ""
    assert loudness_sentence(None, course(-20)) == ""
    assert loudness_sentence(Sections(np.array([0.0, 40.0]), ("A",)), course(-20, -17, -20, -17)) == ""
    assert loudness_sentence(FORM, course(np.nan, np.nan, np.nan, np.nan)) == ""


def test_the_form_of_a_piece_is_said_in_its_letters() -> None:
    assert in_words(FORM) == "A B A B"
    assert in_words(Sections(np.array([0.0, 4.0]), ("A",))) == ""
    many = Sections(np.arange(41.0), ("A", "B") * 20)
    assert in_words(many).endswith("… (40 sections)")
