"""Which lanes are shown, in which order and how high."""

from typing import Any

import pytest

from desktop.clip.picture.lane import LaneHeight
from desktop.clip.picture.lane_layout import SMALLEST, LaneLayout

KEYS = ("waveform", "beats", "mel", "chroma")


def test_a_lane_that_the_order_does_not_name_follows_its_predecessor() -> None:
    layout = LaneLayout(order=("mel", "waveform", "a lane of another version", "chroma"))
    assert layout.ordered(KEYS) == ["mel", "waveform", "beats", "chroma"]
    assert LaneLayout().ordered(KEYS) == list(KEYS)


@pytest.mark.parametrize(
    ("key", "before", "expected"),
    [
        ("chroma", "waveform", ["chroma", "waveform", "beats", "mel"]),
        ("waveform", None, ["beats", "mel", "chroma", "waveform"]),
        ("beats", "beats", ["waveform", "mel", "chroma", "beats"]),
    ],
)
def test_a_lane_is_moved_before_another_or_to_the_end(key: str, before: str | None, expected: list[str]) -> None:
    assert LaneLayout().moved(key, before, KEYS).ordered(KEYS) == expected


def test_a_sized_lane_keeps_its_share_and_a_fixed_one_its_height() -> None:
    layout = LaneLayout().sized({"mel": 200.0})
    assert layout.wish("mel", LaneHeight(3.6, 48)) == LaneHeight(200.0, SMALLEST)
    assert layout.wish("waveform", LaneHeight(3, 56)) == LaneHeight(180.0, SMALLEST)
    assert layout.wish("beats", LaneHeight(0.01, 18, 18)) == LaneHeight(0.01, 18, 18)
    assert layout.unsized().wish("mel", LaneHeight(3.6, 48)) == LaneHeight(3.6, 48)


def test_a_collapsed_lane_comes_back_as_it_was_and_sizing_opens_it() -> None:
    layout = LaneLayout().sized({"mel": 200.0}).toggled("mel")
    assert layout.wish("mel", LaneHeight(3.6, 48)).most == SMALLEST
    assert layout.toggled("mel").wish("mel", LaneHeight(3.6, 48)).weight == 200.0
    assert layout.sized({"mel": 90.0}).collapsed == frozenset()


def test_settings_give_back_what_they_were_given() -> None:
    layout = LaneLayout(KEYS[::-1], frozenset({"beats"}), {"mel": 120.5}, frozenset({"chroma"}))
    assert LaneLayout.from_plain(layout.to_plain()) == layout


@pytest.mark.parametrize(
    "plain",
    [
        {},
        {"order": "mel", "hidden": 3, "sizes": [1, 2], "collapsed": None},
        {"order": [1, None], "hidden": [[]], "sizes": {"mel": "tall", "beats": float("nan"), "chroma": -5, "x": True}},
    ],
)
def test_damaged_settings_are_the_default(plain: dict[str, Any]) -> None:
    assert LaneLayout.from_plain(plain) == LaneLayout()


def test_the_sound_parts_of_damaged_settings_count() -> None:
    layout = LaneLayout.from_plain({"order": ["mel", "mel", 4], "sizes": {"mel": 1e9, "beats": None}})
    assert layout.order == ("mel",)
    assert layout.sizes == {"mel": 4000.0}
