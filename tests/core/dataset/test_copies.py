"""Rows that are the same recording."""

import numpy as np
import pytest

from core.dataset.copies import exact_copies, near_copies, nearness


def test_copies_are_found_exactly_and_nearly() -> None:
    X = np.random.default_rng(1).normal(size=(30, 5))
    X[7] = X[3]
    X[9] = X[3]
    X[20] = X[11] + 0.01
    assert exact_copies(X) == [[3, 7], [3, 9]]
    assert (11, 20) in near_copies(X, 0.1)
    assert near_copies(X[:1]) == []


@pytest.mark.parametrize("cell", [np.nan, 1e20, -3e29])
def test_one_odd_number_does_not_make_all_rows_alike(cell: float) -> None:
    X = np.random.default_rng(0).normal(size=(60, 2))
    before = near_copies(X, nearness(2))
    X[7, 0] = cell
    assert [pair for pair in near_copies(X, nearness(2)) if 7 not in pair] == [pair for pair in before if 7 not in pair]
