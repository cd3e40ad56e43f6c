"""The lane of harmonic and percussive energy."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from core.spectrum.balance import Balance
from desktop.clip.picture.balance import BalanceLane
from desktop.clip.picture.time_item import Frame

pytestmark = pytest.mark.usefixtures("qapp")


def quarter_percussive() -> Balance:
    """Twenty seconds that are one quarter percussive, and twenty that are silent."""
    harmonic, percussive = np.zeros(160, np.float32), np.zeros(160, np.float32)
    harmonic[:80], percussive[:80] = 0.03, 0.01
    return Balance(harmonic, percussive, 0.25)


def test_the_percussive_part_is_drawn_from_below_and_silence_is_empty() -> None:
    lane = BalanceLane()
    lane.show_balance(quarter_percussive())
    picture = lane.item.picture(Frame(400, 100, 0.0, 40.0))
    percussive, harmonic, silence = (picture.pixelColor(x, y) for x, y in ((100, 90), (100, 60), (300, 60)))
    assert percussive.lightnessF() < harmonic.lightnessF()
    assert silence.alpha() == 0
    assert picture.pixelColor(100, 75) == QColor(lane.item.theme.waveform)
    assert lane.describe(10.0, 0.0) == "25\u202f% percussive  75\u202f% harmonic"
    assert lane.describe(30.0, 0.0) == "Silent"


def test_the_lane_says_why_it_is_empty() -> None:
    lane = BalanceLane()
    lane.show_balance(None)
    assert lane.furniture.note == "Not measured"
    lane.show_balance(Balance(np.zeros(9, np.float32), np.zeros(9, np.float32)))
    assert lane.furniture.note == "Silent"
    assert lane.describe(1.0, 0.0) == ""
