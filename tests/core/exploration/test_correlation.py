from dataclasses import replace

import numpy as np
import pytest

from core.exploration.correlation import correlations
from tests.core.training.data import made_dataset


def test_every_two_columns_have_their_coefficients() -> None:
    made = made_dataset()
    X = made.X.copy()
    X[:, 5] = np.exp(3 * X[:, 0])  # the same order, another shape
    found = correlations(replace(made, X=X))
    places = [found.columns.index(made.columns[one]) for one in (0, 5)]
    assert found.spearman[places[0], places[1]] == pytest.approx(1)
    assert 0 < found.pearson[places[0], places[1]] < 0.99
    assert abs(places[0] - places[1]) == 1
    expected = np.corrcoef(X[:, 1], X[:, 2])[0, 1]
    assert found.pearson[found.columns.index("column 1"), found.columns.index("column 2")] == pytest.approx(expected)


def test_of_many_columns_those_that_differ_most_between_classes_are_kept() -> None:
    made = made_dataset(n_columns=9, distance=0.1)
    made.X[:, 6] = made.y + 0.01 * made.X[:, 6]
    found = correlations(made, most=4)
    assert len(found.columns) == 4
    assert found.n_columns == 9
    assert made.columns[6] in found.columns


def test_columns_that_never_change_are_left_out_and_missing_numbers_do_no_harm() -> None:
    made = made_dataset()
    made.X[:, 0] = 3.0
    made.X[:, 1] = np.nan
    made.X[:40, 2] = np.nan
    found = correlations(made)
    assert set(found.columns) == set(made.columns[2:])
    assert np.isfinite(found.pearson).all()


def test_without_a_column_that_changes_there_is_nothing() -> None:
    made = made_dataset()
    made.X[:] = 1.0
    assert correlations(made).columns == ()
