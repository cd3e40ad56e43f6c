"""Precision, recall and F1 as they are defined; scikit-learn agrees."""

import numpy as np
import pytest
from sklearn.metrics import classification_report, confusion_matrix

from core.evaluation import HeldOut, class_scores, macro_scores

Y_TRUE = np.array([0] * 8 + [1] * 2)
PREDICTED = np.array([0] * 4 + [1] * 4 + [1, 1])


def test_precision_is_of_predictions_and_recall_of_rows() -> None:
    many, few = class_scores(Y_TRUE, PREDICTED, ("many", "few"))
    assert (many.precision, many.recall, many.support, many.predicted) == (1.0, 0.5, 8, 4)
    assert (few.precision, few.recall, few.support, few.predicted) == (pytest.approx(1 / 3), 1.0, 2, 6)
    both = macro_scores(Y_TRUE, PREDICTED, 2)
    assert both.precision == pytest.approx(2 / 3) and both.recall == 0.75 and both.accuracy == 0.6


@pytest.mark.parametrize("seed", range(5))
def test_scikit_learn_agrees_also_where_classes_are_absent(seed: int) -> None:
    random = np.random.default_rng(seed)
    y_true, predicted = random.integers(0, 4, 30), random.integers(1, 5, 30)
    report = classification_report(y_true, predicted, output_dict=True, zero_division=0)
    both = macro_scores(y_true, predicted, 7)
    assert both.precision == pytest.approx(report["macro avg"]["precision"])
    assert both.recall == pytest.approx(report["macro avg"]["recall"])
    assert both.f1 == pytest.approx(report["macro avg"]["f1-score"])


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
    np.testing.assert_array_equal(matrix, confusion_matrix(held_out.y_true, held_out.predicted))
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
