"""Bars laid over known beats."""

import numpy as np
import pytest

from core.rhythm.bars import METRES, downbeat_probabilities, find_bars, labels_of


@pytest.mark.parametrize("metre", METRES)
def test_each_label_follows_the_one_before_in_its_bar(metre: int) -> None:
    labels = labels_of((metre,))
    assert labels.position.tolist() == list(range(1, metre + 1))
    assert labels.position[labels.previous].tolist() == [metre, *range(1, metre)]


def test_a_change_of_metre_is_found() -> None:
    evidence = np.full(80, -3.0)
    evidence[:40:4] = 3.0
    evidence[40::3] = 3.0
    bars = find_bars(evidence, labels_of())
    assert np.flatnonzero(bars.positions == 1).tolist() == np.flatnonzero(evidence > 0).tolist()
    assert set(bars.metres[:36]) == {4} and set(bars.metres[44:]) == {3}


def test_a_bar_of_another_length_does_not_turn_those_after_it() -> None:
    evidence = np.full(82, -3.0)
    evidence[:40:4] = 3.0
    evidence[42::4] = 3.0  # a bar of six, or one of two
    bars = find_bars(evidence, labels_of((4,)))
    assert set(np.flatnonzero(bars.positions == 1)) >= set(np.flatnonzero(evidence > 0))


def test_without_evidence_bars_have_four_beats_and_each_phase_is_as_probable() -> None:
    bars = find_bars(np.zeros(40), labels_of())
    assert set(bars.metres) == {4}
    probability = downbeat_probabilities(np.zeros(40), labels_of((4,)))
    np.testing.assert_allclose(probability, 0.25, atol=0.02)


def test_downbeats_are_the_more_probable_the_clearer_they_are() -> None:
    def at_downbeats(clarity: float) -> float:
        evidence = np.full(40, -clarity)
        evidence[1::4] = clarity
        return float(downbeat_probabilities(evidence, labels_of())[1::4].mean())

    values = [at_downbeats(clarity) for clarity in (0.0, 0.1, 0.3, 1.0)]
    assert values == sorted(values)
    assert values[-1] > 0.99


def test_no_beats_have_no_bars() -> None:
    assert len(find_bars(np.empty(0), labels_of()).positions) == 0
