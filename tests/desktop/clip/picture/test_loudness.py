"""The lane of the loudness."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from core.structure.loudness import Loudness
from desktop.clip.picture.loudness import LoudnessLane
from desktop.clip.picture.time_item import Frame

pytestmark = pytest.mark.usefixtures("qapp")


def loudness_of(level: float, seconds: int = 20) -> Loudness:
    """A piece of one level, silent in its second half."""
    momentary = np.full(seconds * 10, level, np.float32)
    momentary[seconds * 5 :] = np.nan
    return Loudness(level, 0.0, level, momentary, momentary - 5)


def top_of_area(lane: LoudnessLane, x: int, frame: Frame) -> int:
    """The uppermost row that is painted in a column; the height of the lane where none is."""
    picture = lane.item.picture(frame)
    return next((y for y in range(picture.height()) if picture.pixelColor(x, y).alpha()), picture.height())


@pytest.mark.parametrize("end", [20.0, 2.0])
def test_the_area_is_as_high_as_the_loudness_and_silence_is_empty(end: float) -> None:
    lane, frame = LoudnessLane(), Frame(400, 100, 0.0, end)
    lane.show_loudness(loudness_of(-20.0))
    assert top_of_area(lane, 100, frame) == pytest.approx(40, abs=1)  # of 50 LU over 100 pixels
    assert lane.furniture.note == ""
    assert top_of_area(lane, 300, Frame(400, 100, 0.0, 20.0)) == 100


def test_the_line_lies_at_the_short_term_loudness() -> None:
    lane = LoudnessLane()
    lane.show_loudness(loudness_of(-20.0))
    picture = lane.item.picture(Frame(400, 100, 0.0, 20.0))
    assert picture.pixelColor(100, 50) == QColor(lane.item.theme.accent)
    assert picture.pixelColor(100, 60) != QColor(lane.item.theme.accent)


def test_the_readout_says_both_and_silence() -> None:
    lane = LoudnessLane()
    lane.show_loudness(loudness_of(-20.0))
    assert lane.describe(5.0, 0.0) == "M \N{MINUS SIGN}20.0  S \N{MINUS SIGN}25.0  LUFS"
    assert lane.describe(15.0, 0.0) == "Silent"


@pytest.mark.parametrize("loudness", [None, Loudness.unknown()])
def test_a_piece_without_loudness_says_so(loudness: Loudness | None) -> None:
    lane = LoudnessLane()
    lane.show_loudness(loudness)
    assert lane.furniture.note == "No loudness"
    assert lane.describe(1.0, 0.0) == ""
