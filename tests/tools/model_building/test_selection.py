"""Folds that respect artists, scores that mean what they say, choices that see only their rows."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.estimators.candidates import MEMBERS, Candidate
from core.evaluation.held_out import HeldOut
from tests.core.synthetic_genres import synthetic_rows, write_tables
from tools.model_building.selection import choose_candidate, grouped_folds, hold_out, random_folds, score_of
from tools.model_building.training_rows import TrainingRows, read_training_rows

LINEAR = MEMBERS[-1]


@pytest.fixture
def rows(tmp_path: Path) -> TrainingRows:
    return read_training_rows(*write_tables(tmp_path, *synthetic_rows()))


def test_no_artist_is_on_both_sides_of_a_grouped_fold(rows: TrainingRows) -> None:
    for train, test in grouped_folds(rows.y, rows.groups, 4, seed=1):
        assert not set(rows.groups[train]) & set(rows.groups[test])
        assert set(rows.y[test]) == {0, 1, 2}


def test_random_folds_do_part_artists(rows: TrainingRows) -> None:
    assert any(set(rows.groups[train]) & set(rows.groups[test]) for train, test in random_folds(rows.y, 4, seed=1))


def test_every_row_is_held_out_once_in_every_repetition(rows: TrainingRows) -> None:
    splits = [grouped_folds(rows.y, rows.groups, 4, seed) for seed in (1, 2)]
    seen: list[tuple[float, str]] = []
    held_out = hold_out(rows, splits, LINEAR, lambda fraction, text: seen.append((fraction, text)))
    assert held_out.probabilities is not None
    assert np.allclose(held_out.probabilities.sum(axis=1), 1)
    assert (held_out.rows.reshape(2, -1) == np.arange(len(rows.y))).all()
    assert [fraction for fraction, _ in seen] == [i / 8 for i in range(8)]
    assert score_of(held_out, 2).accuracy > 0.6


def test_the_choice_sees_training_rows_only(rows: TrainingRows) -> None:
    folds = grouped_folds(rows.y, rows.groups, 4, seed=1)
    asked: list[NDArray[np.int64]] = []

    def choose(train: NDArray[np.int64]) -> Candidate:
        asked.append(train)
        return choose_candidate(rows, train, MEMBERS[-2:], seed=1)

    hold_out(rows, [folds], choose)
    assert all((train == expected).all() for train, (expected, _) in zip(asked, folds, strict=True))


def test_spoiling_rows_outside_does_not_change_a_choice(rows: TrainingRows) -> None:
    train, test = grouped_folds(rows.y, rows.groups, 4, seed=1)[0]
    before = choose_candidate(rows, train, MEMBERS[-3:], seed=1)
    rows.X[test] = 1e6
    rows.y[test] = 0
    assert choose_candidate(rows, train, MEMBERS[-3:], seed=1) is before


def test_scores_of_a_small_example_are_those_of_the_definitions() -> None:
    probabilities = np.array([[0.9, 0.1], [0.6, 0.4], [0.3, 0.7], [0.8, 0.2]])
    y = np.array([0, 1, 1, 1])
    folds = np.array([0, 0, 1, 1])
    score = score_of(HeldOut("one", "", ("a", "b"), np.arange(4), y, probabilities.argmax(1), folds, probabilities), 1)
    assert (score.accuracy, score.lowest, score.highest, score.spread) == (0.5, 0.5, 0.5, 0.0)
    assert score.log_loss == pytest.approx(-np.log([0.9, 0.4, 0.7, 0.2]).mean(), abs=1e-4)
    # Four bins of one row each: |0.9 - 1|, |0.6 - 0|, |0.7 - 1|, |0.8 - 0|.
    assert score.calibration_error == pytest.approx((0.1 + 0.6 + 0.3 + 0.8) / 4)
