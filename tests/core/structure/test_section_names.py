"""Guesses of names: made where everything speaks for them, and else not at all."""

import numpy as np

from core.structure.section_names import CHORUS, guessed_names


def names(form: str, **levels: float) -> tuple[tuple[str, str], ...]:
    course = np.repeat([levels[label] for label in form], 8)
    return guessed_names(tuple(form), [(8 * i, 8 * i + 8) for i in range(len(form))], course)


def test_what_comes_back_and_is_always_loudest_may_be_the_chorus() -> None:
    assert names("ABABCB", A=40.0, B=44.0, C=41.0) == (("B", CHORUS),)


def test_nothing_is_named_where_the_difference_is_small_or_comes_once_or_begins_the_piece() -> None:
    assert names("ABAB", A=40.0, B=40.5) == ()
    assert names("AABA", A=40.0, B=46.0) == ()
    assert names("ABAB", A=46.0, B=40.0) == ()
    assert names("ABBBBB", A=40.0, B=46.0) == ()
    assert names("A", A=40.0) == ()
