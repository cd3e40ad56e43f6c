"""Rate and time left of work that goes steadily, in bursts, in long steps, on from an earlier run, or pauses."""

import math

import pytest

from core.pace import SMOOTHING_SECONDS, WINDOW_SECONDS, Pace, time_left_text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(math.nan, ""), (0.4, ""), (12.4, "12 s left"), (90.0, "2 min left"), (3900.0, "1 h 5 min left")],
)
def test_time_left_is_told_in_fitting_units(seconds: float, text: str) -> None:
    assert time_left_text(seconds) == text


def test_time_left_is_unknown_at_first_then_counts_down() -> None:
    pace = Pace()
    assert math.isnan(pace.update(0.0, 1.0, 0.0))
    assert math.isnan(pace.update(0.0, 1.0, 1.0))
    assert pace.update(0.25, 1.0, 2.0) == pytest.approx(6.0)
    assert pace.update(0.5, 1.0, 4.0) == pytest.approx(4.0)
    assert pace.rate == pytest.approx(0.125)


def test_time_left_does_not_jump_when_one_step_is_slow() -> None:
    pace = Pace()
    pace.update(0.0, 1.0, 0.0)
    pace.update(0.5, 1.0, 10.0)
    assert 9.0 < pace.update(0.5, 1.0, 10.5) < 10.3


def test_a_slow_start_promises_no_half_hour() -> None:
    pace = Pace()
    pace.update(0.0, 1.0, 0.0)
    assert math.isnan(pace.update(0.002, 1.0, 4.0))  # processes are starting: at this speed it would take 33 minutes
    assert pace.update(0.06, 1.0, 6.0) < 100


def test_slow_work_has_an_estimate_after_a_while() -> None:
    pace = Pace()
    pace.update(0.0, 100_000.0, 0.0)
    assert pace.update(20.0, 100_000.0, 20.0) == pytest.approx(99_980.0)


def test_a_burst_in_the_first_moment_is_no_speed() -> None:
    pace = Pace()
    pace.update(0, 100, 0.0)
    assert math.isnan(pace.update(50, 100, 0.2))


def test_what_an_earlier_run_has_done_is_no_speed() -> None:
    pace = Pace()
    pace.update(900, 1000, 0.0)
    assert pace.update(910, 1000, 10.0) == pytest.approx(90.0)


def test_another_speed_is_followed_within_the_window() -> None:
    pace = Pace()
    for second in range(300):
        pace.update(second, 10_000, float(second))
    for second in range(round(WINDOW_SECONDS + 5 * SMOOTHING_SECONDS)):
        pace.update(300 + 2 * second, 10_000, 300.0 + second)
    assert pace.rate == pytest.approx(2.0, rel=0.02)
    assert pace.seconds_left == pytest.approx((10_000 - 300 - 2 * second) / 2, rel=0.05)


def test_steps_longer_than_the_window_have_a_speed() -> None:
    pace = Pace()
    for number in range(20):
        pace.update(number, 100, 100.0 * number)
    for second in range(0, 90, 10):
        pace.update(19, 100, 1900.0 + second)
    assert pace.rate == pytest.approx(0.01, rel=0.15)
    assert 7_000 < pace.seconds_left < 9_500


def test_a_total_that_is_not_known_yet_gives_a_rate_and_no_end() -> None:
    pace = Pace()
    pace.update(0, math.nan, 0.0)
    assert math.isnan(pace.update(10, math.nan, 5.0))
    assert pace.rate == pytest.approx(2.0)
    assert pace.update(12, 20, 6.0) == pytest.approx(4.0)


def test_more_work_than_was_thought_is_no_negative_time() -> None:
    pace = Pace()
    pace.update(0, 10, 0.0)
    assert pace.update(12, 10, 6.0) == 0.0


def test_a_rest_is_no_slowness() -> None:
    pace = Pace()
    for second in range(10):
        pace.update(second, 100, float(second))
    pace.rest()
    assert math.isnan(pace.rate) and math.isnan(pace.seconds_left)
    pace.update(9, 100, 1000.0)
    assert pace.update(14, 100, 1005.0) == pytest.approx(86.0)
