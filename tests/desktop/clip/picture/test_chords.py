"""The lane of the chords."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from core.harmony.chords import Chords
from desktop.clip.picture.chords import ChordLane, chord_colour, chord_text
from desktop.clip.picture.time_item import Frame

CHORDS = Chords(np.array([0.0, 2.0, 4.0, 6.0]), ("C:maj", "N", "Bb:min"), np.array([1.0, 0.5, 0.2], np.float32))


def colour_at(picture: QImage, x: int) -> QColor:
    return picture.pixelColor(x, picture.height() - 2)


@pytest.mark.parametrize(
    ("label", "text"), [("C:maj", "C"), ("Bb:min", "B♭m"), ("F#:min", "F♯m"), ("Eb:maj", "E♭"), ("N", "")]
)
def test_chords_are_written_as_musicians_do(label: str, text: str) -> None:
    assert chord_text(label) == text


@pytest.mark.usefixtures("qapp")
def test_blocks_lie_where_chords_sound_and_nothing_where_none_does() -> None:
    lane = ChordLane()
    lane.show_chords(CHORDS)
    picture = lane.item.picture(Frame(600, 24, 0.0, 6.0))
    assert colour_at(picture, 150).alpha() == 255
    assert colour_at(picture, 300).alpha() == 0
    assert colour_at(picture, 550).alpha() == 255
    assert colour_at(picture, 150) != colour_at(picture, 550)
    assert lane.furniture.note == ""


@pytest.mark.usefixtures("qapp")
def test_what_is_less_sure_is_paler() -> None:
    sure, unsure = ChordLane(), ChordLane()
    times = np.array([0.0, 6.0])
    sure.show_chords(Chords(times, ("C:maj",), np.array([1.0], np.float32)))
    unsure.show_chords(Chords(times, ("C:maj",), np.array([0.1], np.float32)))
    frame = Frame(600, 24, 0.0, 6.0)
    strong, pale = (colour_at(lane.item.picture(frame), 500) for lane in (sure, unsure))
    assert strong.lightnessF() < pale.lightnessF()  # on the light ground


@pytest.mark.usefixtures("qapp")
def test_the_readout_names_the_chord_and_how_likely_it_is() -> None:
    lane = ChordLane()
    lane.show_chords(CHORDS)
    assert lane.describe(1.0, 0.5) == "C  100 %"
    assert lane.describe(3.0, 0.5) == "No chord"
    assert lane.describe(5.9, 0.5) == "B♭m  20 %"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("chords", "note"),
    [(None, "Not analysed"), (Chords(np.empty(0), (), np.empty(0, np.float32)), "No chords without beats")],
)
def test_a_piece_without_chords_says_so(chords: Chords | None, note: str) -> None:
    lane = ChordLane()
    lane.show_chords(chords)
    assert lane.furniture.note == note
    assert lane.describe(1.0, 0.5) == ""


def test_roots_have_colours_of_their_own_whatever_they_are_called() -> None:
    assert len({chord_colour(f"{root}:{kind}") for root in "CDEFGAB" for kind in ("maj", "min")}) == 14
    assert chord_colour("Db:maj") == chord_colour("C#:maj")
