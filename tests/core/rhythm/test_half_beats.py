"""The reading half a beat off, and its share of what is probable."""

import numpy as np
import pytest

from core.rhythm import half_beats


def test_off_beats_lie_at_the_peaks_between_the_beats_and_around_them() -> None:
    beat = np.zeros(200, np.float32)
    beat[[22, 61, 100]] = 0.5
    frames = np.array([40, 80, 120])
    assert half_beats.between(beat, frames).tolist() == [22, 61, 100, 138]
    assert len(half_beats.between(beat, frames[:1])) == 0


def test_few_beats_tell_nothing_of_the_phase() -> None:
    beat = np.full(400, 0.1, np.float32)
    frames = np.arange(20, 160, 20)
    assert half_beats.shift_numbers(beat, frames, frames + 10, 0.0, 1.0) is None
    assert half_beats.probability(None) == 0.0


@pytest.mark.parametrize(("off", "expected"), [
    (0.1, [0.54, 0.4, 0.06]),
    (0.5, [0.4, 0.4, 0.2]),  # as unsure of the phase as can be, and still not of the level
    (0.9, [0.06, 0.4, 0.54]),
])  # fmt: skip
def test_the_phase_takes_its_share_of_the_level_and_leaves_it_in_front(off: float, expected: list[float]) -> None:
    found = half_beats.shared(np.array([0.6, 0.4]), off)
    assert found == pytest.approx(np.array(expected)) and found.sum() == pytest.approx(1)
