import numpy as np
import pytest

from desktop.clip.picture.colormap import _oklab, chroma_colours, mixed, spectrogram_colours, text_on
from desktop.widgets.theme import DARK, LIGHT, Theme


def hex_colours(colours: np.ndarray) -> list[str]:
    return [f"#{int(colour) & 0xFFFFFF:06x}" for colour in colours]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("colours", [spectrogram_colours, chroma_colours])
def test_equal_steps_look_equally_far(theme: Theme, colours: object) -> None:
    lightness = np.array([_oklab(colour)[0] for colour in hex_colours(colours(theme))[::15]])  # type: ignore[operator]
    steps = np.diff(lightness)
    assert (steps > 0).all() if theme.is_dark and colours is chroma_colours else (steps < 0).all()
    assert np.abs(steps).max() < 1.35 * np.abs(steps).min()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_silence_is_the_palest_colour_of_a_spectrogram(theme: Theme) -> None:
    lightness = [_oklab(colour)[0] for colour in hex_colours(spectrogram_colours(theme))]
    assert lightness[0] == max(lightness) > 0.8
    assert lightness[-1] == min(lightness) < 0.3


def test_silence_has_the_colour_of_the_ground_in_the_light_theme() -> None:
    first, ground = hex_colours(spectrogram_colours(LIGHT)[:1])[0], LIGHT.surface
    assert max(abs(int(first[i : i + 2], 16) - int(ground[i : i + 2], 16)) for i in (1, 3, 5)) <= 2


def test_every_colour_is_opaque() -> None:
    assert (spectrogram_colours(DARK) >> 24 == 255).all()


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert mixed("#204060", "#ffffff", 0.0) == "#204060"
    assert mixed("#204060", "#ffffff", 1.0) == "#ffffff"


def test_text_stands_out_from_its_ground() -> None:
    assert text_on("#ffffff") == text_on("#ee77bb") == "#12151f"
    assert text_on("#000000") == text_on("#aa3377") == "#ffffff"
