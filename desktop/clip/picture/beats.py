"""All beats and downbeats of a lane as one item."""

from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter

from core.rhythm.grid import BeatGrid
from desktop.clip.picture.ruler import CLOSEST_LINES, bar_step, pixels_per_bar
from desktop.clip.picture.time_item import Frame, TimeItem, image_of
from desktop.widgets.theme import Theme

ROWS_AT_ONCE = 64
"""Rows that a pattern fills in one call. Qt shares 96 rows and more among threads, and a frame would wait for them: on
a machine whose cores are busy for milliseconds."""

CLEAR_LINES = 20
"""Pixels between lines from which on they have their full strength; closer ones fade."""


class BeatItem(TimeItem):
    """Beats as thin lines, downbeats stronger; both fade and thin out when they come too close.

    Parameters
    ----------
    strength : opacity of a downbeat, in [0, 1]
    with_beats : whether the beats between the downbeats are drawn as well
    """

    def __init__(self, strength: float = 1.0, with_beats: bool = True) -> None:
        super().__init__()
        self.strength = strength
        self.with_beats = with_beats
        self.beat_grid: BeatGrid | None = None

    def set_beat_grid(self, beat_grid: BeatGrid | None) -> None:
        self.beat_grid = beat_grid if beat_grid is not None and len(beat_grid) else None
        self.refresh()

    def picture(self, frame: Frame) -> QImage:
        # One row is enough: lines are the same at every height, and the scene stretches it.
        grid = self.beat_grid
        if grid is None:
            return image_of(np.zeros((1, frame.n_columns), dtype=np.uint32), frame.pixel_ratio)
        return _row(replace(frame, height=1), grid, self.theme, self.strength, self.with_beats)

    def paint_frame(self, painter: QPainter, frame: Frame) -> None:
        if frame.pixel_ratio == 1.0:
            # As the pattern of a brush, a row fills a lane ten times as fast as when it is stretched.
            brush = QBrush(self.current_picture(frame))
            for top in range(0, frame.height, ROWS_AT_ONCE):
                painter.fillRect(QRectF(0, top, frame.width, min(ROWS_AT_ONCE, frame.height - top)), brush)
        else:
            super().paint_frame(painter, frame)


@lru_cache(maxsize=4)
def _row(frame: Frame, grid: BeatGrid, theme: Theme, strength: float, with_beats: bool) -> QImage:
    """Return one row of pixels; kept, since lanes below each other have the same."""
    row = np.zeros(frame.n_columns, dtype=np.uint32)
    width = pixels_per_bar(grid, frame)
    if with_beats:
        room = width / max(grid.beats_per_bar, 1)
        row[_columns(frame, grid.beat_times)] = premultiplied(theme.beat, _clarity(room) * strength)
    step = bar_step(width, CLOSEST_LINES)
    downbeats = _columns(frame, grid.downbeat_times[::step])
    colour = premultiplied(theme.downbeat, max(_clarity(width * step), 0.35) * strength)
    for device_pixel in range(max(round(frame.pixel_ratio), 1)):
        row[np.minimum(downbeats + device_pixel, len(row) - 1)] = colour
    return image_of(row[None, :], frame.pixel_ratio)


def _columns(frame: Frame, times: NDArray[np.float64]) -> NDArray[np.int64]:
    """Columns of device pixels of those times that are visible."""
    columns = np.floor(frame.xs(times[frame.visible(times)]) * frame.pixel_ratio).astype(np.int64)
    return columns[(columns >= 0) & (columns < frame.n_columns)]


def _clarity(room: float) -> float:
    return min(max((room - CLOSEST_LINES) / (CLEAR_LINES - CLOSEST_LINES), 0.0), 1.0)


@lru_cache(maxsize=1024)
def premultiplied(colour: str, opacity: float) -> int:
    """Return a hex colour at an opacity in [0, 1] as a pixel of a premultiplied image."""
    alpha = round(255 * opacity)
    solid = QColor(colour)
    red, green, blue = solid.red(), solid.green(), solid.blue()
    return alpha << 24 | red * alpha // 255 << 16 | green * alpha // 255 << 8 | blue * alpha // 255
