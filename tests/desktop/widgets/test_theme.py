import itertools

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop.widgets.theme import DARK, GENRE_COLOURS, GENRE_COLOURS_ON_DARK, LIGHT, Theme, genre_colour

# Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB.
SIGHT = {
    "normal": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}
TO_LMS = [
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
]
TO_OKLAB = [
    [0.2104542553, 0.7936177850, -0.0040720468],
    [1.9779984951, -2.4285922050, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.8086757660],
]


def linear(colour: str) -> NDArray[np.float64]:
    """Linear RGB of a hex string."""
    srgb = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)


def contrast(first: str, second: str) -> float:
    """Contrast ratio of WCAG 2."""
    low, high = sorted(float(linear(colour) @ [0.2126, 0.7152, 0.0722]) for colour in (first, second))
    return (high + 0.05) / (low + 0.05)


def oklab(colour: str, sight: str) -> NDArray[np.float64]:
    seen = np.clip(np.array(SIGHT[sight]) @ linear(colour), 0, 1)
    return np.array(TO_OKLAB) @ np.cbrt(np.array(TO_LMS) @ seen)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_text_is_legible_on_everything_it_stands_on(theme: Theme) -> None:
    for background in (theme.window, theme.surface, theme.surface_raised):
        for text in (theme.text, theme.text_muted, theme.accent, theme.error, theme.warning, theme.success):
            assert contrast(text, background) >= 4.5, (text, background)
    assert contrast(theme.accent_text, theme.accent) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_playhead_and_the_played_waveform_stand_out(theme: Theme) -> None:
    assert contrast(theme.playhead, theme.surface) >= 3
    assert contrast(theme.waveform_played, theme.surface) >= 3


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("palette", [GENRE_COLOURS, GENRE_COLOURS_ON_DARK], ids=["light", "dark"])
def test_genres_can_be_told_apart_by_everybody(sight: str, palette: dict[str, str]) -> None:
    colours = [oklab(colour, sight) for colour in palette.values()]
    assert min(float(np.linalg.norm(a - b)) for a, b in itertools.combinations(colours, 2)) > 0.08


def test_genres_stand_out_on_dark_surfaces() -> None:
    for genre in GENRE_COLOURS:
        colour = genre_colour(genre, theme=DARK)
        assert min(contrast(colour, DARK.surface), contrast(colour, DARK.surface_raised)) >= 3, genre


def test_a_genre_keeps_its_colour_whatever_the_model() -> None:
    assert genre_colour("Jazz", ("pop", "Jazz")) == genre_colour("jazz") == GENRE_COLOURS["jazz"]
    assert genre_colour("techno", ("house", "techno")) == genre_colour("techno", ("house", "techno", "trance"))
    assert genre_colour("techno", ("house", "techno")) != genre_colour("house", ("house", "techno"))
