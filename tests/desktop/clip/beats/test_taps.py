import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.clip.beats.taps import Taps, meant_by, pulse_of


def test_even_taps_have_a_tempo_though_no_hand_is_exact() -> None:
    random = np.random.default_rng(0)
    taps = 1.0 + 0.5 * np.arange(12) + random.normal(0, 0.015, 12)
    pulse = pulse_of(tuple(taps.tolist()))
    assert pulse is not None
    assert pulse.tempo == pytest.approx(120.0, abs=1.0)
    assert np.abs(np.array(pulse.beat_times) - (1.0 + 0.5 * np.arange(12))).max() < 0.015


def test_a_tap_that_was_left_out_is_filled_in() -> None:
    pulse = pulse_of((1.0, 1.5, 2.0, 3.0, 3.5))
    assert pulse is not None
    assert pulse.beat_times == pytest.approx((1.0, 1.5, 2.0, 2.5, 3.0, 3.5))


@pytest.mark.parametrize("taps", [(), (1.0,), (1.0, 1.1, 2.0, 2.05, 3.9, 4.0, 6.0)])
def test_too_few_and_too_uneven_taps_have_no_pulse(taps: tuple[float, ...]) -> None:
    assert pulse_of(taps) is None


def test_taps_that_are_late_move_to_the_onsets_all_together() -> None:
    onsets = [0.5 * n for n in range(20)]
    assert meant_by((1.03, 1.53, 2.03, 2.53), onsets) == pytest.approx((1.0, 1.5, 2.0, 2.5))
    assert meant_by((1.2, 1.7, 2.2, 2.7), onsets) == pytest.approx((1.2, 1.7, 2.2, 2.7)), "off the beat on purpose"
    assert meant_by((1.2, 1.7, 2.2, 2.7), ()) == pytest.approx((1.2, 1.7, 2.2, 2.7))


def test_uneven_taps_count_as_they_are() -> None:
    taps = (1.0, 1.1, 2.0, 2.05, 3.9, 4.0, 6.0)
    assert meant_by(taps, ()) == taps


def test_four_taps_and_a_pause_are_a_series(qtbot: QtBot, qapp: QApplication) -> None:
    taps = Taps()
    told: list[int] = []
    taps.changed.connect(lambda count, _: told.append(count))
    with qtbot.waitSignal(taps.finished) as finished:
        for seconds in (1.0, 1.5, 2.0, 2.5):
            taps.tap(seconds)
    assert finished.args[0] == (1.0, 1.5, 2.0, 2.5)
    assert told == [1, 2, 3, 4]
    assert taps.times == ()


def test_three_taps_are_none(qtbot: QtBot, qapp: QApplication) -> None:
    taps = Taps()
    for seconds in (1.0, 1.5, 2.0):
        taps.tap(seconds)
    with qtbot.assertNotEmitted(taps.finished), qtbot.waitSignal(taps.cancelled):
        taps.finish()


def test_a_loop_that_comes_round_begins_a_new_series(qapp: QApplication) -> None:
    taps = Taps()
    for seconds in (7.0, 7.5, 1.0, 1.5):
        taps.tap(seconds)
    assert taps.times == (1.0, 1.5)
    taps.cancel()
    assert taps.times == ()
