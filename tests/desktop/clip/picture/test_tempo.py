"""The lane of the tempo."""

import numpy as np
import pytest

from core.rhythm.grid import NO_BEATS, BeatGrid
from desktop.clip.picture.tempo import LEAST_SPAN, TempoLane, axis_of
from desktop.clip.picture.time_item import Frame

pytestmark = pytest.mark.usefixtures("qapp")


def grid_of(*tempi: float) -> BeatGrid:
    """Ten seconds at each tempo."""
    distances = np.concatenate([np.full(round(10 * tempo / 60), 60 / tempo) for tempo in tempi])
    beats = np.concatenate([[0.0], np.cumsum(distances)])
    return BeatGrid(beats, np.arange(len(beats)) % 4 + 1, tempi[0], 4)


def row_at(lane: TempoLane, seconds: float, frame: Frame) -> float:
    """Where the line is at a time, from the upper edge."""
    picture = lane.item.picture(frame)
    column = round(frame.x(seconds))
    drawn = [y for y in range(picture.height()) if picture.pixelColor(column, y).alpha() > 100]
    return float(np.mean(drawn))


def test_the_line_lies_at_the_tempo() -> None:
    lane, frame = TempoLane(), Frame(400, 100, 0.0, 20.0)
    lane.show_grid(grid_of(90.0, 120.0))
    slow, fast = row_at(lane, 4.0, frame), row_at(lane, 16.0, frame)
    heights = {label: 100 * (1 - height) for height, label in lane.item.ticks(20.0)}
    assert slow == pytest.approx(heights["90"], abs=2)
    assert fast == pytest.approx(heights["120"], abs=2)
    assert lane.describe(4.0, 0.0) == "90.0 BPM"
    assert lane.describe(50.0, 0.0) == ""


def test_the_axis_of_a_steady_piece_does_not_make_a_change_of_what_is_none() -> None:
    slowest, fastest = axis_of(np.full(50, 120.0))
    assert fastest - slowest == pytest.approx(120 * LEAST_SPAN)
    assert slowest < 120 < fastest


def test_one_slip_does_not_set_the_axis() -> None:
    slowest, fastest = axis_of(np.append(np.full(300, 100.0), 260.0))
    assert fastest < 120


def test_a_piece_without_beats_says_so() -> None:
    lane = TempoLane()
    lane.show_grid(NO_BEATS)
    assert lane.furniture.note == "No tempo without beats"
    assert lane.item.ticks(10.0) == []
    lane.show_grid(grid_of(100.0))
    assert lane.furniture.note == ""


def test_beats_that_cannot_be_told_apart_keep_slowest_and_fastest() -> None:
    lane = TempoLane()
    lane.show_grid(grid_of(*([100.0, 130.0] * 60)))
    picture = lane.item.picture(Frame(60, 100, 0.0, 1200.0))
    drawn = [y for y in range(100) if any(picture.pixelColor(x, y).alpha() > 60 for x in range(60))]
    assert drawn[-1] - drawn[0] > 60
