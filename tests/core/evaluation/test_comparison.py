"""Tests of a difference, against their definitions and against data made with and without one."""

import math
from itertools import pairwise

import numpy as np
import pytest

from core.evaluation.comparison import Comparison, TTest, comparison_in_words, corrected_t_test, mcnemar


def test_the_t_test_follows_nadeau_and_bengio() -> None:
    first, second = [0.70, 0.66, 0.72, 0.69, 0.71], [0.66, 0.65, 0.67, 0.68, 0.66]
    test = corrected_t_test(first, second, 0.25)
    differences = [a - b for a, b in zip(first, second, strict=True)]
    mean = sum(differences) / 5
    variance = sum((one - mean) ** 2 for one in differences) / 4
    statistic = mean / math.sqrt((1 / 5 + 0.25) * variance)
    assert test is not None
    assert test.difference == pytest.approx(mean)
    assert (test.high - test.low) / 2 == pytest.approx(2.7764451 * mean / statistic, rel=1e-6)  # t of 4 degrees, 97.5 %
    # the distribution function of Student's t with four degrees of freedom, in closed form
    share = statistic / math.sqrt(4 + statistic**2)
    assert test.p == pytest.approx(2 * (0.5 - (0.75 * share - 0.25 * share**3)), rel=1e-6)


def test_one_fold_tells_nothing_and_equal_scores_no_difference() -> None:
    assert corrected_t_test([0.7], [0.6], 0.25) is None
    assert corrected_t_test([0.7, 0.6], [0.7, 0.6], 0.25) == TTest(0.0, 0.0, 0.0, 1.0, 2)


def test_mcnemar_is_the_exact_binomial_test_of_the_rows_that_differ() -> None:
    first = np.array([True] * 10 + [False] * 2 + [True] * 30 + [False] * 5)
    second = np.array([False] * 10 + [True] * 2 + [True] * 30 + [False] * 5)
    test = mcnemar(first, second)
    assert (test.only_first, test.only_second) == (10, 2)
    assert test.p == pytest.approx(2 * (1 + 12 + 66) / 2**12)
    assert mcnemar(first, first).p == 1.0


def test_estimators_that_do_not_differ_seldom_seem_to() -> None:
    """Classifiers of one accuracy, whose scores hang together as those of overlapping folds do."""
    random = np.random.default_rng(4)
    found = 0
    for _ in range(400):
        common = random.normal(0, 0.03, 5)
        first, second = (0.6 + common + random.normal(0, 0.02, 5) for _ in range(2))
        test = corrected_t_test(list(first), list(second), 0.25)
        assert test is not None
        found += test.p < 0.05
    assert found < 0.05 * 400


def test_a_larger_difference_has_a_smaller_p() -> None:
    base = np.array([0.60, 0.62, 0.59, 0.61, 0.63])
    tests = [
        corrected_t_test(list(base + gap + [0.0, 0.01, 0.0, -0.01, 0.0]), list(base), 0.25) for gap in (0, 0.01, 0.1)
    ]
    assert all(one.p > other.p for one, other in pairwise(tests) if one is not None and other is not None)


def test_the_words_follow_the_test_and_turn_with_the_order() -> None:
    right = np.arange(40) < 30
    unsure = Comparison("a", "b", "random", TTest(0.01, -0.02, 0.04, 0.4, 5), mcnemar(right, right))
    assert "no difference that this data could show" in comparison_in_words(unsure, "A", "B")
    sure = Comparison("a", "b", "random", TTest(-0.05, -0.08, -0.02, 0.004, 5), mcnemar(right, right))
    assert comparison_in_words(sure, "A", "B").startswith("B is better than A (A less B: -5.0 points")
    assert comparison_in_words(sure.turned(), "B", "A").startswith("B is better than A (B less A: +5.0 points")
    assert sure.turned().turned() == sure
