"""Learning curves: growing parts of the training rows, each within the next, with bands over folds."""

import numpy as np

from core.estimators.baselines import find_baselines
from core.training.learning_curves import curve, learning_curves, part_of
from core.training.protocols import folds
from tests.core.training.data import made_dataset
from tests.core.training.jobs import REFUSING


def test_a_smaller_part_lies_within_a_larger_one_with_every_class() -> None:
    dataset = made_dataset(counts=(60, 20, 10))
    (fold, *_) = folds(dataset, "random", n_folds=5)
    parts = [set(part_of(dataset, fold, size, 1)) for size in (0.1, 0.5, 1.0)]
    assert parts[0] < parts[1] < parts[2] == set(fold.train)
    assert set(dataset.y[list(parts[0])]) == {0, 1, 2}


def test_more_rows_help_and_each_size_has_a_band() -> None:
    dataset = made_dataset(counts=(60, 60, 60), distance=0.6)
    points = learning_curves(dataset, find_baselines(["lda"]), ["random", "grouped"], None, n_folds=4)
    line = curve(points, "lda", "random")
    assert [point.n_train for point in line] == sorted({point.n_train for point in line})
    assert len(line) == 5 and line[-1].n_train == 135
    assert line[-1].test_mean > line[0].test_mean
    assert all(point.test_spread > 0 for point in line)
    assert len(curve(points, "lda", "grouped")) == 5


def test_sizes_too_small_for_an_estimator_are_failures_and_not_the_end() -> None:
    dataset = made_dataset(counts=(40, 40, 40))
    (neighbours,) = find_baselines(["knn"])
    points = learning_curves(dataset, [neighbours, REFUSING], ["random"], None, n_folds=3)
    failed = [point for point in points if point.error]
    assert {point.size for point in failed if point.estimator == "knn"} == {0.1}
    assert len(curve(points, "knn", "random")) == 4
    assert curve(points, "refusing", "random") == []
    assert all(np.isnan(point.test_accuracy) for point in failed)
