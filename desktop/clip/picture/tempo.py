"""The lane of the tempo: a line from beat to beat on an axis in BPM that fits the piece."""

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from core.language import tr
from core.rhythm.grid import BeatGrid
from core.rhythm.tempo_curve import NO_TEMPO, TempoCurve, tempo_curve
from core.rhythm.tempo_text import tempo_text
from desktop.clip.picture.kept import KeptItem
from desktop.clip.picture.lane import Lane, LaneHeight
from desktop.clip.picture.strokes import covered, opacity_of, tints_of, widened
from desktop.clip.picture.time_item import Frame, coloured_image

KEY, NAME, TITLE = "tempo", tr("Tempo curve"), tr("Tempo, BPM")
DESCRIPTION = tr(
    "Tempo in BPM, from the distances of the beats, smoothed over a bar; it follows every edit of the beats"
)
HEIGHT = LaneHeight(0.9, 30, 90)
NO_BEATS_FOUND = tr("No tempo without beats")

LEAST_SPAN = 0.08
"""Least height of the axis, as a share of the tempo: what a drummer wavers by must not look like a change of tempo."""

_OUTLIERS = 1.0  # per cent at either end that the axis need not hold
_MARGIN = 0.15
_LINE = 1.6  # pixels


class TempoItem(KeptItem):
    """The curve; broken where there is a pause without beats."""

    def __init__(self) -> None:
        super().__init__()
        self.curve: TempoCurve = NO_TEMPO
        self.slowest, self.fastest = 0.0, 1.0

    def set_curve(self, curve: TempoCurve) -> None:
        """Show another curve."""
        self.curve = curve
        self.slowest, self.fastest = axis_of(curve.tempi)
        self.refresh()

    def ticks(self, room: float) -> list[tuple[float, str]]:
        """Return heights and labels in BPM: round tempi, as many as there is room for."""
        if not len(self.curve):
            return []
        span = self.fastest - self.slowest
        wanted = min(max(room / 2, 2.0), 5.0)
        step = next((step for step in (1, 2, 5, 10, 20, 50, 100, 200) if span / step <= wanted), 500)
        first = math.ceil(self.slowest / step)
        tempi = [place * step for place in range(first, math.floor(self.fastest / step) + 1)]
        return [((tempo - self.slowest) / span, f"{tempo}") for tempo in tempi]

    def describe(self, seconds: float, _height: float = 0.0) -> str:
        """Return the tempo at a time."""
        tempo = self.curve.at(seconds) if self._holds(seconds) else math.nan
        return tr("{tempo} BPM", tempo=tempo_text(tempo)) if math.isfinite(tempo) else ""

    def _holds(self, seconds: float) -> bool:
        times = self.curve.times
        return len(times) > 0 and times[0] - 1 <= seconds <= times[-1] + 1

    def picture(self, frame: Frame) -> QImage:
        if not len(self.curve):
            return super().picture(frame)
        visible = frame.visible(self.curve.times)
        middle, half = (self.fastest + self.slowest) / 2, (self.fastest - self.slowest) / 2
        heights = np.clip((self.curve.tempi[visible] - middle) / half, -1, 1).astype(np.float32)
        line = covered(frame.xs(self.curve.times[visible]) * frame.pixel_ratio, heights, frame.n_columns)
        line = widened(line, _LINE * frame.pixel_ratio, frame.n_rows)
        opacity = opacity_of(line, line, frame.n_rows, from_middle=False)
        return coloured_image(opacity, tints_of(self.theme.accent), frame.pixel_ratio)


def axis_of(tempi: NDArray[np.float64]) -> tuple[float, float]:
    """Return the tempi at the lower and the upper edge of the lane, BPM; a slip of the tracker does not count."""
    known = tempi[np.isfinite(tempi)]
    if not len(known):
        return 0.0, 1.0
    low, high = np.percentile(known, (_OUTLIERS, 100 - _OUTLIERS))
    middle = (low + high) / 2
    half = max((high - low) * (0.5 + _MARGIN), LEAST_SPAN / 2 * middle)
    return float(middle - half), float(middle + half)


class TempoLane(Lane):
    """The lane, which says so where there are no beats."""

    def __init__(self) -> None:
        self.item = TempoItem()
        super().__init__(
            KEY, TITLE, DESCRIPTION, HEIGHT, [self.item], 0.0, 1.0, self.item.ticks, self.item.describe
        )  # fmt: skip

    def show_grid(self, grid: BeatGrid) -> None:
        """Show the tempo of these beats."""
        self.item.set_curve(tempo_curve(grid))
        self.furniture.set_note("" if len(self.item.curve) else NO_BEATS_FOUND)

    def clear(self) -> None:
        """Show nothing."""
        self.item.set_curve(NO_TEMPO)
