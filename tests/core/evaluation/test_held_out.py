"""Kappa and areas under ROC curves, against their definitions."""

import numpy as np
import pytest

from core.evaluation.held_out import HeldOut


def held_out(y_true: list[int], probabilities: list[list[float]]) -> HeldOut:
    shares = np.array(probabilities)
    rows = np.arange(len(y_true))
    return HeldOut("a", "random", ("x", "y", "z"), rows, np.array(y_true), shares.argmax(axis=1), rows * 0, shares)


def test_kappa_is_the_agreement_beyond_chance() -> None:
    found = held_out([0, 0, 1, 1], [[0.9, 0.1, 0], [0.2, 0.8, 0], [0.3, 0.7, 0], [0.1, 0.9, 0]])
    agreed, by_chance = 3 / 4, (2 / 4) * (1 / 4) + (2 / 4) * (3 / 4)
    assert found.kappa() == pytest.approx((agreed - by_chance) / (1 - by_chance))


def test_an_area_is_the_share_of_pairs_in_the_right_order() -> None:
    found = held_out([0, 0, 1, 1], [[0.9, 0.1, 0], [0.4, 0.6, 0], [0.5, 0.5, 0], [0.1, 0.9, 0]])
    pairs = [(0.9, 0.5), (0.9, 0.1), (0.4, 0.5), (0.4, 0.1)]
    areas = found.areas()
    assert areas[0] == pytest.approx(sum(a > b for a, b in pairs) / 4)
    assert areas[1] == pytest.approx(3 / 4)
    assert np.isnan(areas[2])  # no row of that class
