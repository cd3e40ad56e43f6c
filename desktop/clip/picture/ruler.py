"""The ruler above the lanes: minutes and seconds in its upper row, numbered bars in its lower one."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter

from core.rhythm.grid import BeatGrid
from desktop.clip.picture.labels import draw_labels
from desktop.clip.picture.time_item import Frame, TimeItem, image_of, small_font
from desktop.clip.picture.time_text import format_time

RULER_HEIGHT = 40

TIME_STEPS = (
    (0.0005, 0.0001),
    (0.001, 0.0002),
    (0.002, 0.0005),
    (0.005, 0.001),
    (0.01, 0.002),
    (0.02, 0.005),
    (0.05, 0.01),
    (0.1, 0.02),
    (0.2, 0.05),
    (0.5, 0.1),
    (1, 0.2),
    (2, 0.5),
    (5, 1),
    (10, 2),
    (15, 5),
    (30, 10),
    (60, 15),
    (120, 30),
    (300, 60),
    (600, 120),
    (900, 300),
    (1800, 600),
    (3600, 900),
    (7200, 1800),
)
"""Seconds between labels, and between the small ticks among them."""

TIME_LABEL_ROOM = 80
BAR_LABEL_ROOM = 44
BEAT_LABEL_ROOM = 40
"""Pixels from one label to the next, at least."""

MOST_BARS_MEASURED = 256
"""Bars that say how long a typical one is, where more are in sight."""

CLOSEST_LINES = 6
"""Pixels between lines, at least, so that they stay lines."""


def time_step(pixels_per_second: float) -> tuple[float, float]:
    """Seconds from label to label and from tick to tick."""
    return next((step for step in TIME_STEPS if step[0] * pixels_per_second >= TIME_LABEL_ROOM), TIME_STEPS[-1])


def bar_step(pixels_per_bar: float, room: float) -> int:
    """Every how many bars (1, 2, 4, 8 and so on) something `room` pixels wide has its place."""
    step = 1
    while step * pixels_per_bar < room and step < 2**20:
        step *= 2
    return step


def every(step: int, visible: slice) -> slice:
    """Return the indices of a slice that are multiples of a step, themselves a slice."""
    return slice(-(-visible.start // step) * step, visible.stop, step)


def pixels_per_bar(beat_grid: BeatGrid, frame: Frame) -> float:
    """How wide the bars are about here; the typical one, since a late downbeat must not thin out the others."""
    return _seconds_per_bar(beat_grid, frame.start, frame.end) * frame.pixels_per_second


@lru_cache(maxsize=4)
def _seconds_per_bar(beat_grid: BeatGrid, start: float, end: float) -> float:
    """Return the median length of the bars in a stretch of time; cached, since every lane of a frame needs it."""
    downbeats = beat_grid.downbeat_times
    first, last = np.searchsorted(downbeats, [start, end])
    near = downbeats[max(first - 1, 0) : last + 1]
    if len(near) < 2:
        near = downbeats
    if len(near) < 2:
        return end - start
    lengths = (near[1:] - near[:-1])[:: -(-len(near) // MOST_BARS_MEASURED)]
    middle = (len(lengths) - 1) // 2
    return float(np.partition(lengths, middle)[middle])


Labels = tuple[str, NDArray[np.float64], list[str]]
"""A colour, places, and what stands there."""


class RulerItem(TimeItem):
    """Labels thin out when zoomed out; beats are numbered too where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.beat_grid: BeatGrid | None = None

    def set_beat_grid(self, beat_grid: BeatGrid | None) -> None:
        self.beat_grid = beat_grid if beat_grid is not None and len(beat_grid) else None
        self.refresh()

    def picture(self, frame: Frame) -> QImage:
        # Ticks are pixels of an array: a hundred lines of a painter take longer than all texts.
        ticks = np.zeros((frame.n_rows, frame.n_columns), np.uint32)
        labels = [self._time_labels(frame, ticks)]
        if self.beat_grid is not None:
            labels += [self._bar_labels(frame, ticks, self.beat_grid), self._beat_labels(frame, ticks, self.beat_grid)]
        picture = image_of(ticks, frame.pixel_ratio).copy()  # the painter needs memory of its own
        painter = QPainter(picture)
        painter.setFont(small_font())
        for row, (colour, xs, words) in enumerate(labels):
            painter.setPen(QColor(colour))
            top = 0.0 if row == 0 else frame.height / 2
            draw_labels(painter, frame, xs, (top, top + frame.height / 2), words)
        painter.end()
        return picture

    def _time_labels(self, frame: Frame, ticks: NDArray[np.uint32]) -> Labels:
        bottom = frame.height / 2
        step, minor = time_step(frame.pixels_per_second)
        decimals = 0 if step >= 1 else 1 if step >= 0.1 else 2 if step >= 0.01 else 3 if step >= 0.001 else 4
        labelled = _multiples(step, frame)
        xs = frame.xs(labelled)
        draw_ticks(ticks, frame, frame.xs(_multiples(minor, frame)), bottom - 3, bottom, self.theme.border)
        draw_ticks(ticks, frame, xs, 4, bottom, self.theme.border)
        return self.theme.text_muted, xs, [format_time(seconds, decimals) for seconds in labelled.tolist()]

    def _bar_labels(self, frame: Frame, ticks: NDArray[np.uint32], grid: BeatGrid) -> Labels:
        top, width = frame.height / 2, pixels_per_bar(grid, frame)
        labels, lines = bar_step(width, BAR_LABEL_ROOM), bar_step(width, CLOSEST_LINES)
        visible = frame.visible(grid.downbeat_times)
        lined, named = every(lines, visible), every(labels, visible)
        draw_ticks(ticks, frame, frame.xs(grid.downbeat_times[lined]), top + 14, frame.height, self.theme.beat)
        xs = frame.xs(grid.downbeat_times[named])
        draw_ticks(ticks, frame, xs, top + 4, frame.height, self.theme.downbeat)
        return self.theme.text, xs, [str(named.start + labels * place + 1) for place in range(len(xs))]

    def _beat_labels(self, frame: Frame, ticks: NDArray[np.uint32], grid: BeatGrid) -> Labels:
        beats = grid.beat_times
        if pixels_per_bar(grid, frame) / max(grid.beats_per_bar, 1) < BEAT_LABEL_ROOM:
            return self.theme.text_muted, np.zeros(0), []
        visible = frame.visible(beats)
        positions, bars = grid.positions[visible], grid.bar_numbers[visible]
        between = (positions != 1) & (bars > 0)
        xs = frame.xs(beats[visible])[between]
        draw_ticks(ticks, frame, xs, frame.height / 2 + 10, frame.height, self.theme.beat)
        places = zip(bars[between].tolist(), positions[between].tolist(), strict=True)
        return self.theme.text_muted, xs, [f"{bar}.{position}" for bar, position in places]


def draw_ticks(
    pixels: NDArray[np.uint32], frame: Frame, xs: NDArray[np.float64], top: float, bottom: float, colour: str
) -> None:
    """Draw short lines, one device pixel wide, in the columns of pixels that hold their time."""
    columns = np.floor(xs * frame.pixel_ratio).astype(np.int64)
    columns = columns[(columns >= 0) & (columns < frame.n_columns)]
    pixels[round(top * frame.pixel_ratio) : round(bottom * frame.pixel_ratio), columns] = QColor(colour).rgba()


def _multiples(step: float, frame: Frame) -> NDArray[np.float64]:
    """Multiples of a step that are visible, with one more on either side."""
    first, last = max(int(np.floor(frame.start / step)), 0), int(np.ceil(frame.end / step))
    return step * np.arange(first, last + 1, dtype=np.float64)
