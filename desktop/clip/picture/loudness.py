"""The lane of the loudness: the momentary one as an area, the short-term one as a line over it."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from core.language import local_number, tr
from core.structure.loudness import MOMENTARY_SECONDS, SHORT_TERM_SECONDS, STEP_SECONDS, Loudness
from desktop.clip.picture.colormap import mixed
from desktop.clip.picture.kept import KeptItem
from desktop.clip.picture.lane import Lane, LaneHeight
from desktop.clip.picture.time_item import Frame, image_of

KEY, NAME, TITLE = "loudness", tr("Loudness"), tr("Loudness")
HEIGHT = LaneHeight(1.0, 32, 90)
QUIETEST, LOUDEST = -50.0, 0.0
"""What the lower and the upper edge stand for, LUFS."""

NOTHING_HEARD = tr("No loudness")

_TICKS = (-40, -30, -20, -10)
_LINE = 1.6  # thickness of the line in pixels


class LoudnessItem(KeptItem):
    """The course of the loudness; each value is drawn in the middle of the window that it is of."""

    def __init__(self) -> None:
        super().__init__()
        self.loudness: Loudness | None = None

    def set_loudness(self, loudness: Loudness | None) -> None:
        """Show the loudness of another piece, or none."""
        self.loudness = loudness if loudness is not None and np.isfinite(loudness.momentary).any() else None
        self.refresh()

    def ticks(self, _room: float) -> list[tuple[float, str]]:
        """Return heights and labels, LUFS."""
        return [(float(level), f"\N{MINUS SIGN}{-level}") for level in _TICKS]

    def describe(self, seconds: float, _height: float = 0.0) -> str:
        """Return the momentary and the short-term loudness at a time."""
        if self.loudness is None:
            return ""
        courses = (
            ("M", self.loudness.momentary, MOMENTARY_SECONDS),
            ("S", self.loudness.short_term, SHORT_TERM_SECONDS),
        )
        words = []
        for name, values, window in courses:
            place = round((seconds + window / 2) / STEP_SECONDS) - 1
            if 0 <= place < len(values) and np.isfinite(values[place]):
                words.append(f"{name} {local_number(values[place], '.1f')}".replace("-", "\N{MINUS SIGN}"))
        return "  ".join([*words, "LUFS"]) if words else tr("Silent")

    def picture(self, frame: Frame) -> QImage:
        if self.loudness is None:
            return super().picture(frame)
        rows = np.arange(frame.n_rows)[:, None] + 0.5
        pixels = np.zeros((frame.n_rows, frame.n_columns), np.uint32)
        area = QColor(mixed(self.theme.surface, self.theme.waveform, 0.55)).rgba()
        pixels[rows >= _heights(_columns(self.loudness.momentary, MOMENTARY_SECONDS, frame), frame)] = area
        line = _heights(_columns(self.loudness.short_term, SHORT_TERM_SECONDS, frame), frame)
        before = np.concatenate([line[:1], line[:-1]])
        before = np.where(before < frame.n_rows, before, line)  # it does not climb out of silence
        half = _LINE * frame.pixel_ratio / 2
        on_line = (rows >= np.minimum(line, before) - half) & (rows <= np.maximum(line, before) + half)
        pixels[on_line & (line < frame.n_rows)] = QColor(self.theme.accent).rgba()
        return image_of(pixels, frame.pixel_ratio)


def _columns(values: NDArray[np.float32], window: float, frame: Frame) -> NDArray[np.float32]:
    """Return the loudest value in each column of the frame [shape=(n_columns,)]; -inf where there is none."""
    audible = np.append(np.where(np.isnan(values), -np.inf, values), np.float32(-np.inf)).astype(np.float32)
    # Value i is drawn around (i + 1) * STEP_SECONDS - window / 2.
    places = (frame.column_edges() + window / 2) / STEP_SECONDS - 0.5
    starts = np.clip(np.floor(places[:-1]), 0, len(values)).astype(np.intp)
    ends = np.clip(np.maximum(np.floor(places[1:]), starts + 1), 0, len(values)).astype(np.intp)
    loudest = np.maximum.reduceat(audible, np.column_stack([starts, np.maximum(ends, starts)]).ravel())[::2]
    loudest[(places[1:] < 0) | (places[:-1] >= len(values))] = -np.inf
    return loudest


def _heights(levels: NDArray[np.float32], frame: Frame) -> NDArray[np.float64]:
    """Return rows from the upper edge; the number of rows for what is too quiet to be seen."""
    shares = (np.clip(levels, QUIETEST, LOUDEST) - QUIETEST) / (LOUDEST - QUIETEST)
    return np.where(shares > 0, (1 - shares) * frame.n_rows, float(frame.n_rows))


class LoudnessLane(Lane):
    """The lane, which says so where nothing is loud enough."""

    def __init__(self) -> None:
        self.item = LoudnessItem()
        super().__init__(
            KEY, TITLE, tr("Loudness in LUFS: momentary (area, 0.4 s) and short-term (line, 3 s)"), HEIGHT, [self.item],
            QUIETEST, LOUDEST, self.item.ticks, self.item.describe,
        )  # fmt: skip

    def show_loudness(self, loudness: Loudness | None) -> None:
        """Show the loudness of a piece; None where it was not measured."""
        self.item.set_loudness(loudness)
        self.furniture.set_note("" if self.item.loudness is not None else NOTHING_HEARD)

    def clear(self) -> None:
        """Show nothing."""
        self.item.set_loudness(None)
