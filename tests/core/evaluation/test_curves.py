"""Curves of each class, against their definitions."""

import numpy as np
import pytest

from core.evaluation.curves import MOST_POINTS, class_curves
from core.evaluation.held_out import HeldOut


def held_out(y_true: list[int], first: list[float], classes: tuple[str, ...] = ("x", "y")) -> HeldOut:
    """Two classes, by the probability of the first; further ones have none."""
    shares = np.zeros((len(first), len(classes)))
    shares[:, 0], shares[:, 1] = first, 1 - np.array(first)
    rows = np.arange(len(y_true))
    return HeldOut("a", "random", classes, rows, np.array(y_true), shares.argmax(axis=1), rows * 0, shares)


def test_a_roc_curve_steps_up_for_own_rows_and_right_for_others() -> None:
    found = class_curves(held_out([0, 1, 0, 1], [0.9, 0.8, 0.7, 0.1]))[0]
    assert found.roc.x.tolist() == [0, 0, 0.5, 0.5, 1]
    assert found.roc.y.tolist() == [0, 0.5, 0.5, 1, 1]
    assert found.roc_area == pytest.approx(0.75)


def test_rows_of_one_probability_are_taken_together() -> None:
    found = class_curves(held_out([0, 1, 0, 1], [0.5, 0.5, 0.5, 0.5]))[0]
    assert found.roc.x.tolist() == [0, 1]
    assert found.roc_area == pytest.approx(0.5)
    assert found.average_precision == pytest.approx(0.5)


def test_average_precision_is_the_mean_precision_where_a_row_of_the_class_is_found() -> None:
    found = class_curves(held_out([0, 1, 0, 1], [0.9, 0.8, 0.7, 0.1]))[0]
    assert found.average_precision == pytest.approx((1 / 1 + 2 / 3) / 2)


def test_lift_is_how_many_times_more_are_right_than_at_random() -> None:
    y_true = [0] * 5 + [1] * 15
    found = class_curves(held_out(y_true, [1 - place / 20 for place in range(20)]))[0]
    assert found.lift_at_tenth == pytest.approx(4)  # the two most probable of twenty are right; a quarter is chance
    assert found.lift.x[-1] == pytest.approx(1)
    assert found.lift.y[-1] == pytest.approx(1)


def test_a_class_without_rows_has_no_curve() -> None:
    found = class_curves(held_out([0, 1], [0.9, 0.2], ("x", "y", "z")))[2]
    assert not len(found.roc.x)
    assert np.isnan([found.roc_area, found.average_precision, found.lift_at_tenth]).all()


def test_many_rows_are_drawn_by_few_points_but_count_in_the_area() -> None:
    random = np.random.default_rng(0)
    truth = random.integers(0, 2, 5000)
    found = held_out(truth.tolist(), (0.3 * truth + random.random(5000) * 0.7).tolist())
    curves = class_curves(found)[1]
    assert len(curves.roc.x) <= MOST_POINTS
    assert curves.roc_area == pytest.approx(found.areas()[1])
    assert (curves.roc.x[-1], curves.roc.y[-1]) == (1, 1)


def test_without_probabilities_there_is_nothing_to_sort_by() -> None:
    rows = np.arange(2)
    with pytest.raises(ValueError, match="no probabilities"):
        class_curves(HeldOut("svm", "random", ("x", "y"), rows, rows, rows, rows * 0))
