"""Colour maps for the lanes, made in OKLCh so that equal steps of a value look like equal steps of lightness.

The spectrogram is ink on paper in both themes: silence is the palest colour, and what is loud is dark. In the light
theme the paper is the ground of the window, in the dark one it is dimmed, so that it does not dazzle. The chroma starts
at the ground of the theme. OKLab: Björn Ottosson, 2020.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from desktop.widgets.theme import Theme

N_COLOURS = 256

_DIM_PAPER = "#c8cbd4"
"""Silence in the dark theme."""

_PAPER_TO_INK = (450.0, 425.0, 385.0, 330.0, 285.0)  # hues, degrees

_LMS_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
_RGB_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)


@lru_cache(maxsize=8)
def spectrogram_colours(theme: Theme) -> NDArray[np.uint32]:
    """256 colours (0xffRRGGBB) from paper through gold, red and violet to something like ink."""
    ground = _oklab(_DIM_PAPER if theme.is_dark else theme.surface)
    lightness, chroma, hue = 0.14 if theme.is_dark else 0.26, (0.0, 0.075, 0.17, 0.18, 0.13), _PAPER_TO_INK
    places = np.linspace(0.0, 1.0, N_COLOURS)
    knots = np.linspace(0.0, 1.0, len(hue))
    return _packed(
        np.linspace(ground[0], lightness, N_COLOURS),
        np.interp(places, knots, (float(np.hypot(*ground[1:])), *chroma[1:])),
        np.radians(np.interp(places, knots, hue)),
    )


@lru_cache(maxsize=8)
def chroma_colours(theme: Theme) -> NDArray[np.uint32]:
    """256 colours (0xffRRGGBB) of one hue, from the theme's ground to its accent."""
    ground, accent = _oklab(theme.surface), _oklab(theme.accent)
    hue = float(np.arctan2(accent[2], accent[1]))
    chroma = float(np.hypot(*ground[1:])), float(np.hypot(*accent[1:]))
    steps = [np.linspace(first, last, N_COLOURS) for first, last in ((ground[0], accent[0]), chroma)]
    return _packed(steps[0], steps[1], np.full(N_COLOURS, hue))


@lru_cache(maxsize=64)
def mixed(first: str, second: str, amount: float) -> str:
    """Return a colour between two hex colours, mixed in OKLab; `amount` 0 is the first, 1 the second."""
    lab = (1 - amount) * _oklab(first) + amount * _oklab(second)
    red, green, blue = (round(255 * value) for value in _srgb(lab[None, :])[0])
    return f"#{red:02x}{green:02x}{blue:02x}"


@lru_cache(maxsize=64)
def text_on(colour: str) -> str:
    """Near-black or white, whichever is easier to read upon a hex colour."""
    return "#12151f" if _oklab(colour)[0] > 0.65 else "#ffffff"


def _packed(
    lightness: NDArray[np.float64], chroma: NDArray[np.float64], hue: NDArray[np.float64]
) -> NDArray[np.uint32]:
    # Colours that no screen shows lose chroma, never lightness: lightness is what carries the value.
    for _ in range(24):
        linear = _linear_rgb(_lab(lightness, chroma, hue))
        outside = ((linear < -1e-4) | (linear > 1 + 1e-4)).any(axis=1)
        chroma = np.where(outside, chroma * 0.92, chroma)
    rgb = np.rint(255 * _srgb(_lab(lightness, chroma, hue))).astype(np.uint32)
    return (0xFF000000 | rgb[:, 0] << 16 | rgb[:, 1] << 8 | rgb[:, 2]).astype(np.uint32)


def _lab(lightness: NDArray[np.float64], chroma: NDArray[np.float64], hue: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.stack([lightness, chroma * np.cos(hue), chroma * np.sin(hue)], axis=1)


def _oklab(colour: str) -> NDArray[np.float64]:
    encoded = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    lab: NDArray[np.float64] = np.cbrt(_RGB_TO_LMS @ linear) @ _LMS_TO_LAB.T
    return lab


def _linear_rgb(lab: NDArray[np.float64]) -> NDArray[np.float64]:
    linear: NDArray[np.float64] = (lab @ np.linalg.inv(_LMS_TO_LAB).T) ** 3 @ np.linalg.inv(_RGB_TO_LMS).T
    return linear


def _srgb(lab: NDArray[np.float64]) -> NDArray[np.float64]:
    linear = np.clip(_linear_rgb(lab), 0.0, 1.0)
    encoded: NDArray[np.float64] = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return encoded
