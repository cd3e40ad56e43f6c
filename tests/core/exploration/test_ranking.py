from dataclasses import replace

import numpy as np
import pytest

from core.exploration.ranking import class_ratios, rank_columns
from tests.core.training.data import made_dataset


def test_a_column_that_gives_classes_away_is_first_and_a_constant_one_last() -> None:
    made = made_dataset(distance=0.3)
    X = made.X.copy()
    X[:, 4] = made.y * 10.0 + np.random.default_rng(0).normal(0, 0.1, len(made))
    X[:, 2] = 7.0
    found = rank_columns(replace(made, X=X))
    assert found[0].name == made.columns[4]
    assert found[0].share == pytest.approx(1, abs=0.05)
    assert found[0].information == pytest.approx(np.log2(3), abs=0.1)
    constant = next(one for one in found if one.name == made.columns[2])
    assert (constant.f, constant.p) == (0, 1)
    assert constant.information == pytest.approx(0, abs=0.01)


def test_f_is_that_of_an_analysis_of_variance() -> None:
    from scipy.stats import f_oneway

    made = made_dataset()
    expected = f_oneway(*(made.X[made.y == number, 3] for number in range(3)))
    f, p = class_ratios(made)
    assert f[3] == pytest.approx(expected.statistic)
    assert p[3] == pytest.approx(expected.pvalue)


@pytest.mark.parametrize("case", ["all missing", "one row a class", "constant in each class"])
def test_odd_columns_are_ranked(case: str) -> None:
    made = made_dataset()
    if case == "all missing":
        made.X[:, 0] = np.nan
    elif case == "one row a class":
        made = made.take(np.array([0, 30, 60]))
    else:
        made.X[:, 0] = made.y
    found = rank_columns(made)
    assert sorted(one.name for one in found) == sorted(made.columns)
    if case == "constant in each class":
        assert found[0].name == made.columns[0]
