"""The colours and the grid of the window: plain data that every view takes by `set_theme`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

UNIT: Final = 8
"""Every distance in the window is a multiple of this, in device-independent pixels (or half of it inside a control)."""


@dataclass(frozen=True)
class Theme:
    """One set of colours, each a hex string that `QColor` reads.

    `window` is behind everything, `surface` under content, `surface_raised` under what floats or is headed.
    `accent` marks what can be pressed or is chosen, `accent_text` is legible upon it. `waveform` to `selection`
    belong to the picture; `selection` is meant to be drawn with some transparency.
    """

    name: str
    is_dark: bool
    window: str
    surface: str
    surface_raised: str
    border: str
    text: str
    text_muted: str
    accent: str
    accent_text: str
    waveform: str
    waveform_played: str
    beat: str
    downbeat: str
    playhead: str
    selection: str
    warning: str
    error: str
    success: str


LIGHT: Final = Theme(
    name="light",
    is_dark=False,
    window="#eef0f4",
    surface="#ffffff",
    surface_raised="#f6f7fa",
    border="#d5d9e2",
    text="#1c2230",
    text_muted="#5d667a",
    accent="#4355cf",
    accent_text="#ffffff",
    waveform="#8f9bb8",
    waveform_played="#4355cf",
    beat="#c3cad9",
    downbeat="#7b869f",
    playhead="#e8561e",
    selection="#4355cf",
    warning="#8f5b00",
    error="#b3261e",
    success="#1c7a45",
)

DARK: Final = Theme(
    name="dark",
    is_dark=True,
    window="#14161b",
    surface="#1b1e25",
    surface_raised="#242832",
    border="#343a47",
    text="#e6e9f0",
    text_muted="#98a1b3",
    accent="#8c9bff",
    accent_text="#12151f",
    waveform="#66718c",
    waveform_played="#8c9bff",
    beat="#3a4150",
    downbeat="#7a8599",
    playhead="#ff7a45",
    selection="#8c9bff",
    warning="#f0b849",
    error="#ff8a80",
    success="#6fd29a",
)

GENRE_COLOURS: Final[dict[str, str]] = {
    "blues": "#0056c0",
    "classical": "#923407",
    "country": "#db9100",
    "disco": "#be82fa",
    "hiphop": "#6b4574",
    "jazz": "#31d8f4",
    "metal": "#3b86b3",
    "pop": "#e8c784",
    "reggae": "#47af87",
    "rock": "#cd5600",
}
"""The ten genres of the shipped model.

Found by search: the two nearest stay at least 0.088 apart in OKLab (a step of lightness from 0 to 1 being 1) for normal
sight, protanopia, deuteranopia and tritanopia (Machado et al. 2009)."""

GENRE_COLOURS_ON_DARK: Final[dict[str, str]] = {
    "blues": "#729cd1",
    "classical": "#b38f81",
    "country": "#eeb504",
    "disco": "#d011fb",
    "hiphop": "#babbfe",
    "jazz": "#acf2f9",
    "metal": "#4878a0",
    "pop": "#fef292",
    "reggae": "#4bdaaa",
    "rock": "#946a53",
}
"""The same genres on dark surfaces, in kindred hues: each with a contrast of 3 or more, and 0.114 apart as above."""


def genre_colour(label: str, classes: Sequence[str] = (), theme: Theme = LIGHT) -> str:
    """Return the colour of a genre in a theme: fixed for a known one, by its place in `classes` for others."""
    colours = GENRE_COLOURS_ON_DARK if theme.is_dark else GENRE_COLOURS
    known = colours.get(label.lower())
    if known is not None:
        return known
    palette = tuple(colours.values())
    index = classes.index(label) if label in classes else sum(label.encode())
    return palette[index % len(palette)]
