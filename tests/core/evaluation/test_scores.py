"""Scores, confusion and calibration, held against their definitions written out."""

import numpy as np
import pytest

from core.evaluation import HeldOut, class_scores, macro_scores

Y_TRUE = np.array([0] * 8 + [1] * 2)
PREDICTED = np.array([0] * 4 + [1] * 4 + [1, 1])


def test_precision_is_of_predictions_and_recall_of_rows() -> None:
    many, few = class_scores(Y_TRUE, PREDICTED, ("many", "few"))
    assert (many.precision, many.recall, many.support, many.predicted) == (1.0, 0.5, 8, 4)
    assert (few.precision, few.recall, few.support, few.predicted) == (pytest.approx(1 / 3), 1.0, 2, 6)
    both = macro_scores(Y_TRUE, PREDICTED)
    assert both.precision == pytest.approx(2 / 3) and both.recall == 0.75 and both.accuracy == 0.6


@pytest.mark.parametrize("seed", range(5))
def test_scores_are_those_of_the_formulas_also_where_classes_are_absent(seed: int) -> None:
    random = np.random.default_rng(seed)
    y_true, predicted = random.integers(0, 4, 30), random.integers(1, 5, 30)
    matrix = np.zeros((7, 7), dtype=int)
    np.add.at(matrix, (y_true, predicted), 1)
    right, called, true = np.diag(matrix), matrix.sum(axis=0), matrix.sum(axis=1)
    columns = right / np.maximum(called, 1), right / np.maximum(true, 1), 2 * right / np.maximum(called + true, 1)
    present = called + true > 0
    both = macro_scores(y_true, predicted)
    assert both.accuracy == right.sum() / 30
    assert (both.precision, both.recall, both.f1) == tuple(column[present].mean() for column in columns)
    single = class_scores(y_true, predicted, tuple("abcdefg"))
    np.testing.assert_array_equal([(one.precision, one.recall, one.f1) for one in single], np.transpose(columns))
    assert [(one.support, one.predicted) for one in single] == list(zip(true, called, strict=True))
    held_out = HeldOut("one", "random", tuple("abcdefg"), np.arange(30), y_true, predicted, y_true)
    np.testing.assert_array_equal(held_out.confusion(), matrix)


def made_held_out(*, repeats: int = 1, seed: int = 1) -> HeldOut:
    random = np.random.default_rng(seed)
    y = np.tile(random.integers(0, 3, 40), repeats)
    probabilities = random.dirichlet(np.ones(3), len(y)) + np.eye(3)[y] * 0.5
    probabilities /= probabilities.sum(axis=1, keepdims=True)
    rows = np.tile(np.arange(40), repeats)
    return HeldOut("one", "random", ("a", "b", "c"), rows, y, probabilities.argmax(axis=1), rows % 5, probabilities)


def test_the_cells_of_the_confusion_hold_the_rows_they_count() -> None:
    held_out = made_held_out()
    matrix = held_out.confusion()
    assert matrix.sum() == len(held_out.rows)
    for true in range(3):
        for predicted in range(3):
            places = held_out.cell_places(true, predicted)
            assert len(places) == matrix[true, predicted]
            assert (held_out.y_true[places] == true).all() and (held_out.predicted[places] == predicted).all()


def test_the_surest_mistakes_come_first_and_no_row_twice() -> None:
    repeated = made_held_out(repeats=3)
    rows = repeated.rows[repeated.cell_places(0, 1)]
    assert len(rows) == len(set(rows)) > 1
    once = made_held_out()
    assert once.probabilities is not None
    cells = [(true, other) for true in range(3) for other in range(3) if len(once.cell_places(true, other)) > 1]
    assert cells
    for true, other in cells:
        assert (np.diff(once.probabilities[once.cell_places(true, other), other]) <= 0).all()
    mistakes = once.mistaken_places()
    assert len(mistakes) == (once.y_true != once.predicted).sum()
    assert (np.diff([once.sureness(place) for place in mistakes]) <= 0).all()


@pytest.mark.parametrize("seed", range(3))
def test_calibration_and_log_loss_are_those_of_the_formulas(seed: int) -> None:
    held_out = made_held_out(repeats=2, seed=seed)
    assert held_out.probabilities is not None
    confidence = held_out.probabilities.max(axis=1)
    right = held_out.predicted == held_out.y_true
    places = np.minimum((confidence * 10).astype(int), 9)
    error = 0.0
    for place, one in enumerate(held_out.reliability()):
        inside = places == place
        assert (one.start, one.stop, one.count) == (place / 10, (place + 1) / 10, inside.sum())
        means = (confidence[inside].mean(), right[inside].mean()) if inside.any() else (0.0, 0.0)
        assert (one.confidence, one.accuracy) == pytest.approx(means, abs=1e-12)
        error += inside.sum() * abs(means[0] - means[1]) / len(confidence)
    assert held_out.calibration_error() == pytest.approx(error, abs=1e-12)
    true = held_out.probabilities[np.arange(len(confidence)), held_out.y_true]
    assert held_out.log_loss() == pytest.approx(-np.log(true).mean(), abs=1e-12)


def test_a_certain_mistake_costs_no_more_than_a_millionth_of_a_millionth() -> None:
    y = np.array([0, 1])
    certain = np.array([[0.0, 1.0], [0.0, 1.0]])
    held_out = HeldOut("one", "random", ("a", "b"), np.arange(2), y, certain.argmax(axis=1), y, certain)
    assert held_out.log_loss() == pytest.approx(-np.log(1e-12) / 2, abs=1e-12)


def test_calibration_of_perfect_and_of_overconfident_probabilities() -> None:
    y = np.zeros(100, dtype=np.int64)
    right = np.arange(100) < 70
    probabilities = np.where(right[:, None], [0.7, 0.3], [0.3, 0.7])
    honest = HeldOut("one", "random", ("a", "b"), np.arange(100), y, probabilities.argmax(axis=1), y, probabilities)
    assert honest.calibration_error() == pytest.approx(0.0, abs=1e-9)
    boastful = np.where(right[:, None], [1.0, 0.0], [0.0, 1.0])
    held_out = HeldOut("one", "random", ("a", "b"), np.arange(100), y, boastful.argmax(axis=1), y, boastful)
    assert held_out.calibration_error() == pytest.approx(0.3)
    assert sum(one.count for one in held_out.reliability()) == 100
    assert held_out.reliability()[-1].accuracy == 0.7


def test_calibration_needs_probabilities() -> None:
    held_out = HeldOut("one", "random", ("a", "b"), np.arange(10), Y_TRUE, PREDICTED, Y_TRUE)
    with pytest.raises(ValueError, match="one has no probabilities"):
        held_out.reliability()
