"""How the spectrogram is drawn: its axis of frequencies, its range and its gain."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from core.language import tr
from desktop.clip.picture.colormap import N_COLOURS, spectrogram_colours
from desktop.widgets.theme import Theme

Axis = Literal["mel", "log", "linear"]
AXES: Final[Mapping[Axis, str]] = {"mel": tr("Mel"), "log": tr("Log"), "linear": tr("Linear")}

MEASURED_RANGE = 80.0
"""Decibels below the loudest that a picture holds."""

RANGES, GAINS = (30, 80), (-20, 40)
"""Least and most of both, dB."""

CONTRAST = 1.5
"""Exponent of the level before it is coloured: music fills the upper half of 80 dB, so that half gets more colours."""

_LOWEST_LOG = 40.0  # Hz; below it a log axis would show a tenth of the lane as one band

TICKS: Final[Mapping[Axis, tuple[int, ...]]] = {
    "mel": (250, 500, 1000, 2000, 4000, 8000),
    "log": (63, 125, 250, 500, 1000, 2000, 4000, 8000),
    "linear": (1000, 2000, 4000, 6000, 8000, 10_000),
}
"""Frequencies worth a label, Hz, as far as there is room."""


@dataclass(frozen=True)
class SpectrumLook:
    """What a person chose.

    Attributes
    ----------
    axis : what is even along the height: mel, octaves or hertz
    range : decibels from the faintest colour to the strongest
    gain : decibels that everything is raised by before it is coloured
    """

    axis: Axis = "mel"
    range: int = 80
    gain: int = 0

    def to_plain(self) -> dict[str, Any]:
        """Return it as settings hold it."""
        return {"axis": self.axis, "range": self.range, "gain": self.gain}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "SpectrumLook":
        """Return what settings hold; each part that is damaged is the default."""
        axis: Axis = next((one for one in get_args(Axis) if one == plain.get("axis")), "mel")
        return cls(axis, _whole(plain.get("range"), RANGES, 80), _whole(plain.get("gain"), GAINS, 0))

    def colours(self, theme: Theme) -> NDArray[np.uint32]:
        """Return the colour (0xffRRGGBB) of each value of a picture [shape=(256,)]."""
        return _colours(self, theme)

    def shares_of(self, hertz: NDArray[np.float64], centres: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return how high frequencies lie in the lane, 0 to 1; `centres` are those of the bands, Hz."""
        if self.axis == "mel":
            return (np.interp(hertz, centres, np.arange(len(centres))) + 0.5) / len(centres)
        low, high = self._ends(centres)
        if self.axis == "log":
            return np.asarray(np.log(np.maximum(hertz, 1e-3) / low) / np.log(high / low))
        return (hertz - low) / (high - low)

    def bands_at(self, shares: NDArray[np.float64], centres: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the bands, with fractions, at heights of the lane from 0 to 1."""
        n = len(centres)
        if self.axis == "mel":
            return np.clip(shares * n - 0.5, 0, n - 1)
        low, high = self._ends(centres)
        hertz = low * (high / low) ** shares if self.axis == "log" else low + (high - low) * shares
        return np.interp(hertz, centres, np.arange(n))

    def _ends(self, centres: NDArray[np.float64]) -> tuple[float, float]:
        return (max(float(centres[0]), _LOWEST_LOG) if self.axis == "log" else 0.0), float(centres[-1])


@lru_cache(maxsize=16)
def _colours(look: SpectrumLook, theme: Theme) -> NDArray[np.uint32]:
    decibels = MEASURED_RANGE * (np.arange(N_COLOURS) / (N_COLOURS - 1) - 1)
    level = np.clip((decibels + look.gain + look.range) / look.range, 0.0, 1.0)
    level[0] = 0.0  # silence stays silence, whatever it is raised by
    return spectrogram_colours(theme)[np.rint((N_COLOURS - 1) * level**CONTRAST).astype(np.intp)]


def _whole(value: object, bounds: tuple[int, int], default: int) -> int:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return round(value) if is_number and bounds[0] <= value <= bounds[1] else default  # type: ignore[operator, call-overload]
