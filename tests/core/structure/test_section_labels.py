"""Which sections are alike."""

import numpy as np

from core.structure.section_labels import alike_groups, section_likeness


def similarity_of(kinds: str) -> np.ndarray:
    units = np.array(list(kinds))
    return (units[:, None] == units[None, :]).astype(float)


def test_sections_of_the_same_units_in_the_same_order_have_one_number() -> None:
    similarity = similarity_of("abcdxyzwabcd")
    assert alike_groups(similarity, [(0, 4), (4, 8), (8, 12)], 0.5) == [0, 1, 0]


def test_numbers_rise_in_the_order_in_which_they_first_come() -> None:
    assert alike_groups(similarity_of("xxyyzzyyxx"), [(0, 2), (2, 4), (4, 6), (6, 8), (8, 10)], 0.5) == [0, 1, 2, 1, 0]


def test_the_same_units_in_another_order_are_not_alike() -> None:
    assert section_likeness(similarity_of("abcdbadc"), (0, 4), (4, 8)) == 0.0


def test_a_shorter_section_is_laid_where_it_fits_best() -> None:
    similarity = similarity_of("cdabcd")
    found = section_likeness(similarity, (0, 2), (2, 6))
    assert found == section_likeness(similarity, (2, 6), (0, 2))
    assert 0.5 < found < 1.0
