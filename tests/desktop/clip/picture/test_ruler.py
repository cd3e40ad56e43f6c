import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from core.rhythm.grid import BeatGrid
from desktop.clip.picture.ruler import (
    BAR_LABEL_ROOM,
    TIME_LABEL_ROOM,
    TIME_STEPS,
    RulerItem,
    bar_step,
    pixels_per_bar,
    time_step,
)
from desktop.clip.picture.time_item import Frame
from tests.desktop.synthetic import synthetic_beat_grid


@given(st.floats(0.12, 8000.0))
def test_time_labels_never_come_too_close(pixels_per_second: float) -> None:
    step, minor = time_step(pixels_per_second)
    assert step * pixels_per_second >= TIME_LABEL_ROOM or step == TIME_STEPS[-1][0]
    assert round(step / minor) == pytest.approx(step / minor)


@given(st.floats(0.01, 500.0))
def test_bar_labels_never_come_too_close(width: float) -> None:
    step = bar_step(width, BAR_LABEL_ROOM)
    assert step * width >= BAR_LABEL_ROOM
    assert step == 1 or step * width < 2 * BAR_LABEL_ROOM


def test_the_width_of_a_bar_is_that_of_the_bars_in_view() -> None:
    slow_then_fast = np.concatenate([np.arange(0, 40, 1.0), np.arange(40, 80, 0.5)])
    grid = BeatGrid(slow_then_fast, np.arange(len(slow_then_fast)) % 4 + 1, 60.0, 4)
    assert pixels_per_bar(grid, Frame(1000, 40, 0.0, 20.0)) == pytest.approx(4.0 * 50)
    assert pixels_per_bar(grid, Frame(1000, 40, 60.0, 80.0)) == pytest.approx(2.0 * 50)


@pytest.mark.parametrize("span", [7200.0, 300.0, 30.0, 2.0, 0.25])
def test_the_ruler_has_something_to_read_at_every_zoom(qtbot: QtBot, span: float) -> None:
    ruler = RulerItem()
    ruler.set_beat_grid(synthetic_beat_grid(7200.0, 120.0))
    start = 0.0 if span == 7200 else 100.0
    picture = ruler.picture(Frame(1200, 40, start, start + span))
    pixels = np.frombuffer(picture.constBits(), dtype=np.uint32).reshape(40, -1)
    drawn = (pixels >> 24 > 0).any(axis=0).mean()
    assert 0.02 < drawn < 0.75


def test_a_label_that_the_right_edge_would_cut_is_left_out(qtbot: QtBot) -> None:
    frame = Frame(1000, 40, 0.0, 20.1)
    picture = RulerItem().picture(frame)
    pixels = np.frombuffer(picture.constBits(), dtype=np.uint32).reshape(40, -1)
    last = int(frame.xs(np.array([20.0]))[0])
    assert pixels[8:12, last].any(), "its tick is there"
    assert not pixels[:16, last + 2 :].any()
