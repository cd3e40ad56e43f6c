"""The ruler above the lanes: minutes and seconds in its upper row, numbered bars in its lower one."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from core.rhythm import BeatGrid
from desktop.clip.time_item import Frame, TimeItem, small_font
from desktop.clip.time_text import format_time

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
    return next(
        (step for step in TIME_STEPS if step[0] * pixels_per_second >= TIME_LABEL_ROOM),
        TIME_STEPS[-1],
    )


def bar_step(pixels_per_bar: float, room: float) -> int:
    """Every how many bars something `room` pixels wide has its place: 1, 2, 4, 8 …"""
    step = 1
    while step * pixels_per_bar < room and step < 2**20:
        step *= 2
    return step


def pixels_per_bar(beat_grid: BeatGrid, frame: Frame) -> float:
    """How wide the bars are about here; the typical one, since a late downbeat must not thin out the others."""
    downbeats = beat_grid.downbeat_times
    near = downbeats[frame.visible(downbeats)]
    if len(near) < 2:
        near = downbeats
    return (
        float(np.median(np.diff(near))) * frame.pixels_per_second
        if len(near) > 1
        else float(frame.width)
    )


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
        painter.setPen(QColor(self.theme.border))
        first, last = (
            int(np.floor(frame.start / minor)),
            int(np.ceil(frame.end / minor)),
        )
        for x in frame.xs(np.arange(max(first, 0), last + 1) * minor):
            self._tick(painter, frame, x, bottom - 3, bottom)
        labelled = (
            np.arange(
                max(int(np.floor(frame.start / step)), 0),
                int(np.ceil(frame.end / step)) + 1,
            )
            * step
        )
        for seconds in labelled:
            x = frame.x(float(seconds))
            painter.setPen(QColor(self.theme.border))
            self._tick(painter, frame, x, 4, bottom)
            painter.setPen(QColor(self.theme.text_muted))
            self._label(painter, x, 0, bottom, format_time(float(seconds), decimals))

    def _draw_bars(self, painter: QPainter, frame: Frame, top: float) -> None:
        assert self.beat_grid is not None
        downbeats = self.beat_grid.downbeat_times
        width = pixels_per_bar(self.beat_grid, frame)
        labels, lines = bar_step(width, BAR_LABEL_ROOM), bar_step(width, CLOSEST_LINES)
        visible = frame.visible(downbeats)
        for index, x in enumerate(frame.xs(downbeats[visible]), start=visible.start):
            if index % lines:
                continue
            labelled = index % labels == 0
            painter.setPen(QColor(self.theme.downbeat if labelled else self.theme.beat))
            self._tick(painter, frame, x, top + (4 if labelled else 14), frame.height)
            if labelled:
                painter.setPen(QColor(self.theme.text))
                self._label(painter, x, top, frame.height, str(index + 1))

    def _draw_beats(self, painter: QPainter, frame: Frame, top: float) -> None:
        assert self.beat_grid is not None
        beats = self.beat_grid.beat_times
        room = pixels_per_bar(self.beat_grid, frame) / max(
            self.beat_grid.beats_per_bar, 1
        )
        if room < BEAT_LABEL_ROOM:
            return
        visible = frame.visible(beats)
        positions, bars = (
            self.beat_grid.positions[visible],
            self.beat_grid.bar_numbers[visible],
        )
        for x, position, bar in zip(
            frame.xs(beats[visible]), positions, bars, strict=True
        ):
            if position == 1 or bar == 0:
                continue
            painter.setPen(QColor(self.theme.beat))
            self._tick(painter, frame, x, top + 10, frame.height)
            painter.setPen(QColor(self.theme.text_muted))
            self._label(painter, x, top, frame.height, f"{bar}.{position}")

    def _tick(
        self, painter: QPainter, frame: Frame, x: float, top: float, bottom: float
    ) -> None:
        x = (np.floor(x * frame.pixel_ratio) + 0.5) / frame.pixel_ratio
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def _label(
        self, painter: QPainter, x: float, top: float, bottom: float, text: str
    ) -> None:
        height = QFontMetricsF(painter.font()).height()
        rect = QRectF(x + 4, top + (bottom - top - height) / 2, 200, height)
        painter.drawText(
            rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text
        )
