import numpy as np
import pytest

from core.analysis import Picture
from desktop.clip.picture.lanes import ChromaItem, MelItem
from desktop.clip.picture.time_item import Frame
from desktop.widgets.theme import DARK, LIGHT, Theme
from tests.desktop.synthetic import synthetic_peaks


def shown(item: MelItem | ChromaItem, picture: Picture) -> None:
    for _ in item.show_in_steps(picture):
        pass


def images(mel: np.ndarray, chroma: np.ndarray | None = None) -> Picture:
    chroma = np.zeros((len(mel), 12), dtype=np.uint8) if chroma is None else chroma
    return Picture(synthetic_peaks(1.0), mel, np.geomspace(40, 10_000, 128), chroma, 0.02)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_loud_half_stands_out_from_the_ground(qapp: object, theme: Theme) -> None:
    mel = np.full((1000, 128), 60, dtype=np.uint8)
    mel[500:] = 230
    item = MelItem()
    item.set_theme(theme)
    shown(item, images(mel))
    picture = item.picture(Frame(400, 100, 0.0, 20.0))
    quiet, loud = picture.pixelColor(100, 50).lightnessF(), picture.pixelColor(300, 50).lightnessF()
    assert quiet - loud > 0.2


def test_low_frequencies_are_at_the_bottom(qapp: object) -> None:
    mel = np.zeros((100, 128), dtype=np.uint8)
    mel[:, :20] = 255
    item = MelItem()
    item.set_theme(DARK)
    shown(item, images(mel))
    picture = item.picture(Frame(50, 128, 0.0, 2.0))
    assert picture.pixelColor(25, 120).lightnessF() < 0.3 < picture.pixelColor(25, 60).lightnessF()


def test_mel_labels_stand_at_their_frequencies(qapp: object) -> None:
    item = MelItem()
    shown(item, images(np.zeros((10, 128), dtype=np.uint8)))
    for height, label in item.ticks(20):
        assert item.frequency_at(height) == pytest.approx(1000 * float(label), rel=0.02)


def test_the_readout_gives_frequency_note_and_level(qapp: object) -> None:
    mel = np.zeros((100, 128), dtype=np.uint8)
    mel[50] = 255
    item = MelItem()
    shown(item, images(mel))
    assert item.describe(1.0, 64.5).endswith("  0 dB")
    assert item.describe(0.0, 64.5).endswith("\u221280 dB")
    assert item.describe(1.0, 400.0) == ""


def test_each_pitch_class_has_its_row(qapp: object) -> None:
    chroma = np.zeros((100, 12), dtype=np.uint8)
    chroma[:, 9] = 255
    item = ChromaItem()
    item.set_theme(DARK)
    shown(item, images(np.zeros((100, 128), dtype=np.uint8), chroma))
    picture = item.picture(Frame(50, 120, 0.0, 2.0))
    drawn = picture.scaled(50, 120)
    bright = [row for row in range(12) if drawn.pixelColor(25, 119 - 10 * row - 5).lightnessF() > 0.5]
    assert bright == [9]
    assert item.describe(1.0, 9.5) == "A  100 %"


@pytest.mark.parametrize("room", [2.0, 7.0, 30.0])
def test_pitch_labels_never_touch(qapp: object, room: float) -> None:
    heights = [height for height, _ in ChromaItem().ticks(room)]
    assert min(np.diff(heights)) * room / 12 >= 0.9 or len(heights) == 2
