"""Scores of grids whose faults are known, and intervals that repeat."""

import numpy as np
import pytest

from core.benchmarks.rhythm_scores import METRICS, Score, difference, mean, score
from core.rhythm.grid import BeatGrid, tempo_of

TIMES = np.arange(60) * 0.5
TRUTH = BeatGrid(TIMES, np.arange(60) % 4 + 1, 120.0, 4)


def test_the_annotation_itself_is_perfect() -> None:
    found = score(TRUTH, TIMES, TRUTH.downbeat_times, 120.0)
    assert [found.values[metric] for metric in METRICS] == [1.0] * 6
    assert np.abs(found.errors).max() == 0


def test_a_doubled_grid_is_right_at_another_level_only() -> None:
    doubled = np.arange(119) * 0.25
    found = score(TRUTH, doubled, doubled[::4], 240.0)
    assert found.values["F"] == pytest.approx(2 / 3, abs=0.01)
    assert (found.values["CMLt"], found.values["AMLt"]) == (0.0, pytest.approx(1.0))
    assert (found.values["Acc1"], found.values["Acc2"]) == (0.0, 1.0)
    assert found.values["downbeat F"] == pytest.approx(2 / 3, abs=0.03)


def test_a_grid_off_by_half_a_beat_finds_nothing_but_the_tempo() -> None:
    found = score(TRUTH, TIMES + 0.25, TRUTH.downbeat_times + 0.25, 120.0)
    assert (found.values["F"], found.values["CMLt"], found.values["Acc1"]) == (0.0, 0.0, 1.0)
    assert len(found.errors) == 0


def test_the_first_five_seconds_do_not_count() -> None:
    late = TIMES[TIMES >= 5]
    assert score(TRUTH, late, None, 120.0).values["F"] == 1.0


def test_late_beats_are_late_and_early_ones_early() -> None:
    assert np.median(score(TRUTH, TIMES + 0.012, None, 120.0).errors) == pytest.approx(0.012)
    assert np.median(score(TRUTH, TIMES - 0.012, None, 120.0).errors) == pytest.approx(-0.012)


@pytest.mark.parametrize("times", [np.empty(0), np.array([7.0])])
def test_no_beats_and_one_beat_are_scored_and_count_as_wrong(times: np.ndarray) -> None:
    found = score(TRUTH, times, times, tempo_of(times))
    assert found.values["F"] < 0.05
    assert found.values["Acc1"] == found.values["Acc2"] == 0.0


def _scores(values: list[float]) -> list[Score]:
    return [Score(dict.fromkeys(METRICS, value), np.empty(0)) for value in values]


def test_the_interval_of_a_difference_holds_its_mean_and_repeats() -> None:
    rng = np.random.default_rng(1)
    others = rng.uniform(0.3, 0.8, 40)
    better = others + 0.1 + 0.02 * rng.standard_normal(40)
    first, again = (difference(_scores(better.tolist()), _scores(others.tolist()), "F") for _ in range(2))
    assert first == again
    assert first is not None
    assert first.low < first.mean < first.high
    assert first.low > 0.08
    assert first.high < 0.12


def test_what_a_tracker_does_not_tell_is_left_out() -> None:
    nan = float("nan")
    assert mean(_scores([nan, 0.5]), "downbeat F") == 0.5
    assert difference(_scores([nan, nan]), _scores([0.1, 0.2]), "F") is None
    found = difference(_scores([nan, 0.5]), _scores([0.1, 0.2]), "F")
    assert found is not None
    assert found.mean == pytest.approx(0.3)
