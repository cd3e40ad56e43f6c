"""Rows that are the same recording."""

import numpy as np

from core.dataset.copies import exact_copies, near_copies


def test_copies_are_found_exactly_and_nearly() -> None:
    X = np.random.default_rng(1).normal(size=(30, 5))
    X[7] = X[3]
    X[9] = X[3]
    X[20] = X[11] + 0.01
    assert exact_copies(X) == [[3, 7], [3, 9]]
    assert (11, 20) in near_copies(X, 0.1)
    assert near_copies(X[:1]) == []
