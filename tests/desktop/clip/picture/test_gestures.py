"""Selections drawn with the mouse lie on beats, or are free with Alt."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from core.rhythm.grid import BeatGrid
from desktop.clip.picture.gestures import Gestures
from desktop.clip.timeline import Timeline

PIXELS = 100.0


@pytest.fixture
def gestures(qapp: object) -> Gestures:
    """A piece of 20 s at 100 pixels a second, with beats every half second from 2.2 s to 15.2 s."""
    timeline = Timeline()
    timeline.duration = 20.0
    made = Gestures(timeline, lambda x: min(max(x / PIXELS, 0.0), 20.0), lambda seconds: seconds * PIXELS)
    times = 2.2 + 0.5 * np.arange(27)
    made.beat_grid = BeatGrid(times, np.arange(27) % 4 + 1, 120.0, 4)
    return made


def drag(gestures: Gestures, start: float, end: float, free: bool = False) -> tuple[float, float] | None:
    gestures.press(QPointF(start * PIXELS, 5), shift=True, on_ruler=False)
    gestures.move(QPointF(end * PIXELS, 5), free)
    gestures.release(QPointF(end * PIXELS, 5))
    return gestures.timeline.selection


def test_both_edges_are_drawn_to_the_nearest_beats(gestures: Gestures) -> None:
    assert drag(gestures, 4.3, 6.1) == pytest.approx((4.2, 6.2))


def test_alt_leaves_them_free(gestures: Gestures) -> None:
    assert drag(gestures, 4.3, 6.1, free=True) == pytest.approx((4.3, 6.1))


def test_where_there_are_no_beats_they_are_free(gestures: Gestures) -> None:
    assert drag(gestures, 1.0, 6.1) == pytest.approx((1.0, 6.2))
    gestures.timeline.selection = None
    assert drag(gestures, 17.03, 18.04) == pytest.approx((17.03, 18.04))


def test_the_ends_of_the_piece_draw_as_beats_do(gestures: Gestures) -> None:
    assert drag(gestures, 0.2, 19.9) == (0.0, 20.0)


def test_the_other_edge_stays_where_it_is_while_one_is_dragged(gestures: Gestures) -> None:
    gestures.timeline.selection = (4.33, 6.2)
    assert drag(gestures, 6.2, 7.1) == pytest.approx((4.33, 7.2))


def test_a_drag_within_one_beat_selects_nothing(gestures: Gestures) -> None:
    assert drag(gestures, 4.25, 4.35) is None
