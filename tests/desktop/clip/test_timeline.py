import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desktop.clip.timeline import SHORTEST_VIEW, Timeline

DURATIONS = st.floats(0.02, 20_000.0)
TIMES = st.floats(-1e5, 1e5)


def timeline_of(duration: float, view: tuple[float, float] | None = None) -> Timeline:
    timeline = Timeline()
    timeline.duration = duration
    if view is not None:
        timeline.show(*view)
    return timeline


def state_of(timeline: Timeline) -> tuple[object, ...]:
    return timeline.view_range, timeline.position, timeline.selection


def assert_within_piece(timeline: Timeline) -> None:
    start, end = timeline.view_range
    span = end - start
    assert 0.0 <= start < end <= timeline.duration
    assert span >= timeline.shortest_view * (1 - 1e-6)
    assert 0.0 <= timeline.position <= timeline.duration


@given(DURATIONS, st.lists(st.tuples(st.sampled_from(["zoom", "pan", "show"]), TIMES, TIMES), max_size=20))
def test_no_sequence_of_zooms_and_pans_leaves_the_piece(duration: float, steps: list[tuple[str, float, float]]) -> None:
    timeline = timeline_of(duration)
    for kind, first, second in steps:
        if kind == "zoom":
            timeline.zoom(math.exp(first / 2e4), second)
        elif kind == "pan":
            timeline.pan(first)
        else:
            timeline.show(first, second)
        assert_within_piece(timeline)


@given(st.floats(10.0, 10_000.0), st.floats(0.3, 0.7), st.floats(0.0, 1.0), st.floats(0.5, 2.0))
def test_zoom_keeps_the_time_under_the_pointer(duration: float, middle: float, fraction: float, factor: float) -> None:
    view = (duration * (middle - 0.05), duration * (middle + 0.05))
    timeline = timeline_of(duration, view)
    at = view[0] + fraction * (view[1] - view[0])
    timeline.zoom(factor, at)
    start, end = timeline.view_range
    assert (at - start) / (end - start) == pytest.approx(fraction, abs=1e-6)


@given(st.floats(1.0, 10_000.0), st.floats(-2.0, 2.0))
def test_panning_keeps_the_span(duration: float, amount: float) -> None:
    timeline = timeline_of(duration, (duration * 0.4, duration * 0.6))
    timeline.pan(amount * duration)
    start, end = timeline.view_range
    assert end - start == pytest.approx(duration * 0.2)


def test_panning_there_and_back_returns() -> None:
    timeline = timeline_of(100.0, (40.0, 50.0))
    timeline.pan(3.0)
    timeline.pan(-3.0)
    assert timeline.view_range == pytest.approx((40.0, 50.0))


def test_the_deepest_zoom_is_some_hundred_samples() -> None:
    timeline = timeline_of(100.0)
    timeline.zoom(1e9, 50.0)
    assert timeline.view_range[1] - timeline.view_range[0] == pytest.approx(SHORTEST_VIEW)


def test_a_short_piece_zooms_to_a_twentieth() -> None:
    timeline = timeline_of(0.06)
    timeline.zoom(1e9, 0.03)
    assert timeline.view_range[1] - timeline.view_range[0] == pytest.approx(0.003)


def test_nonsense_from_outside_does_no_harm() -> None:
    timeline = timeline_of(10.0)
    timeline.show(math.nan, math.inf)
    timeline.pan(math.nan)
    timeline.zoom(0.0, 5.0)
    timeline.zoom(math.nan, 5.0)
    timeline.position = math.nan
    assert_within_piece(timeline)


def test_without_a_piece_everything_stays_zero() -> None:
    timeline = Timeline()
    timeline.zoom(2.0, 1.0)
    timeline.pan(1.0)
    timeline.show(1.0, 2.0)
    timeline.position = 3.0
    timeline.selection = (1.0, 2.0)
    assert state_of(timeline) == ((0.0, 0.0), 0.0, None)


def test_signals_come_only_with_changes(qtbot: QtBot) -> None:
    timeline = timeline_of(10.0)
    with qtbot.waitSignal(timeline.view_range_changed) as shown:
        timeline.show(2.0, 4.0)
    assert shown.args == [2.0, 4.0]
    with qtbot.assertNotEmitted(timeline.view_range_changed):
        timeline.show(2.0, 4.0)
    with qtbot.waitSignal(timeline.position_changed):
        timeline.position = 3.0
    with qtbot.assertNotEmitted(timeline.position_changed):
        timeline.position = 3.0


def test_a_selection_is_ordered_and_within_the_piece(qtbot: QtBot) -> None:
    timeline = timeline_of(10.0)
    with qtbot.waitSignal(timeline.selection_changed):
        timeline.selection = (12.0, 4.0)
    assert timeline.selection == (4.0, 10.0)
    timeline.selection = (4.0, 4.0)
    assert timeline.selection is None


def test_a_new_piece_starts_from_the_beginning() -> None:
    timeline = timeline_of(10.0, (2.0, 4.0))
    timeline.position, timeline.selection = 3.0, (1.0, 2.0)
    timeline.duration = 20.0
    assert state_of(timeline) == ((0.0, 20.0), 0.0, None)


def test_a_seek_is_asked_for_within_the_piece(qtbot: QtBot) -> None:
    timeline = timeline_of(10.0)
    with qtbot.waitSignal(timeline.seek_requested) as asked:
        timeline.request_seek(99.0)
    assert asked.args == [10.0]
    assert timeline.position == 0.0


def test_the_view_pages_when_the_playhead_leaves_it() -> None:
    timeline = timeline_of(100.0, (0.0, 10.0))
    timeline.position = 9.99
    assert timeline.view_range == (0.0, 10.0)
    timeline.position = 10.01
    start, end = timeline.view_range
    assert start <= 10.01 < start + 0.1 * (end - start)
    assert end - start == pytest.approx(10.0)


def test_a_view_moved_away_while_playing_stays_there() -> None:
    timeline = timeline_of(100.0, (0.0, 10.0))
    timeline.position = 5.0
    timeline.show(50.0, 60.0)
    timeline.position = 5.02
    assert timeline.view_range == (50.0, 60.0)
    timeline.position = 80.0
    assert timeline.view_range[0] <= 80.0 <= timeline.view_range[1]


def test_without_follow_the_view_stays() -> None:
    timeline = timeline_of(100.0, (0.0, 10.0))
    timeline.follow = False
    timeline.position = 50.0
    assert timeline.view_range == (0.0, 10.0)
