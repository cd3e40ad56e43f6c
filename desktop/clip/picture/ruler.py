"""The ruler above the lanes: minutes and seconds in its upper row, numbered bars in its lower one."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QStaticText

from core.rhythm.grid import BeatGrid
from desktop.clip.picture.time_item import Frame, TimeItem, small_font
from desktop.clip.picture.time_text import format_time

RULER_HEIGHT = 40

TIME_STEPS = (
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
    return float(np.median(np.diff(near))) if len(near) > 1 else end - start


class RulerItem(TimeItem):
    """Labels thin out when zoomed out; beats are numbered too where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.beat_grid: BeatGrid | None = None

    def set_beat_grid(self, beat_grid: BeatGrid | None) -> None:
        self.beat_grid = beat_grid if beat_grid is not None and len(beat_grid) else None
        self.refresh()

    def draw(self, painter: QPainter, frame: Frame) -> None:
        painter.setFont(small_font())
        row = frame.height / 2
        self._draw_times(painter, frame, row)
        if self.beat_grid is not None:
            self._draw_bars(painter, frame, row)
            self._draw_beats(painter, frame, row)

    def _draw_times(self, painter: QPainter, frame: Frame, bottom: float) -> None:
        step, minor = time_step(frame.pixels_per_second)
        decimals = 0 if step >= 1 else 1 if step >= 0.1 else 2
        labelled = _multiples(step, frame)
        painter.setPen(QColor(self.theme.border))
        self._ticks(painter, frame, frame.xs(_multiples(minor, frame)), bottom - 3, bottom)
        self._ticks(painter, frame, frame.xs(labelled), 4, bottom)
        painter.setPen(QColor(self.theme.text_muted))
        for seconds, x in zip(labelled, frame.xs(labelled), strict=True):
            draw_label(painter, x, 0, bottom, format_time(float(seconds), decimals))

    def _draw_bars(self, painter: QPainter, frame: Frame, top: float) -> None:
        assert self.beat_grid is not None
        width = pixels_per_bar(self.beat_grid, frame)
        labels, lines = bar_step(width, BAR_LABEL_ROOM), bar_step(width, CLOSEST_LINES)
        visible = frame.visible(self.beat_grid.downbeat_times)
        xs = frame.xs(self.beat_grid.downbeat_times[visible])
        bars = np.arange(visible.start, visible.start + len(xs))
        painter.setPen(QColor(self.theme.beat))
        self._ticks(painter, frame, xs[bars % lines == 0], top + 14, frame.height)
        painter.setPen(QColor(self.theme.downbeat))
        self._ticks(painter, frame, xs[bars % labels == 0], top + 4, frame.height)
        painter.setPen(QColor(self.theme.text))
        for bar, x in zip(bars[bars % labels == 0], xs[bars % labels == 0], strict=True):
            draw_label(painter, x, top, frame.height, str(bar + 1))

    def _draw_beats(self, painter: QPainter, frame: Frame, top: float) -> None:
        assert self.beat_grid is not None
        beats = self.beat_grid.beat_times
        room = pixels_per_bar(self.beat_grid, frame) / max(self.beat_grid.beats_per_bar, 1)
        if room < BEAT_LABEL_ROOM:
            return
        visible = frame.visible(beats)
        xs, positions = frame.xs(beats[visible]), self.beat_grid.positions[visible]
        bars = self.beat_grid.bar_numbers[visible]
        between = (positions != 1) & (bars > 0)
        painter.setPen(QColor(self.theme.beat))
        self._ticks(painter, frame, xs[between], top + 10, frame.height)
        painter.setPen(QColor(self.theme.text_muted))
        for x, bar, position in zip(xs[between], bars[between], positions[between], strict=True):
            draw_label(painter, x, top, frame.height, f"{bar}.{position}")

    def _ticks(self, painter: QPainter, frame: Frame, xs: NDArray[np.float64], top: float, bottom: float) -> None:
        """Short lines, one device pixel wide, in the column of pixels that holds their time."""
        columns = (np.floor(xs * frame.pixel_ratio) + 0.5) / frame.pixel_ratio
        painter.drawLines([QLineF(x, top, x, bottom) for x in columns.tolist()])


def draw_label(painter: QPainter, x: float, top: float, bottom: float, text: str) -> None:
    """Write a short text right of a line, in a row between two heights."""
    painter.drawStaticText(QPointF(x + 4, top + (bottom - top - painter.fontMetrics().height()) / 2), _prepared(text))


@lru_cache(maxsize=4096)
def _prepared(text: str) -> QStaticText:
    """Return a text that is laid out once and drawn often: panning draws the same labels frame after frame."""
    static = QStaticText(text)
    static.setTextFormat(Qt.TextFormat.PlainText)
    return static


def _multiples(step: float, frame: Frame) -> NDArray[np.float64]:
    """Multiples of a step that are visible, with one more on either side."""
    first, last = max(int(np.floor(frame.start / step)), 0), int(np.ceil(frame.end / step))
    return step * np.arange(first, last + 1, dtype=np.float64)
