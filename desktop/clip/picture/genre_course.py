"""The genre along the piece: what the model says window by window, as colours."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from core.genre.model import GenrePrediction
from core.language import tr
from desktop.clip.picture.colormap import mixed, text_on
from desktop.clip.picture.kept import KeptItem
from desktop.clip.picture.labels import draw_label
from desktop.clip.picture.time_item import Frame, image_of, small_font
from desktop.widgets.theme import genre_colour

STRIP_HEIGHT = 18
"""Pixels of the strip that shows each window's first genre, above all genres' shares."""

STRIP_GAP = 2

NARROWEST_NAMED = 36
"""Pixels a genre must hold for its name to be written."""


def course_edges(windows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the times where one window ends and the next begins: halfway between the windows' centres.

    Parameters
    ----------
    windows : starts and ends, seconds, in order of time, overlapping or not [shape=(n_windows, 2)]

    Returns
    -------
    [shape=(n_windows + 1,)]
    """
    centres = windows.mean(axis=1)
    return np.concatenate([windows[:1, 0], (centres[1:] + centres[:-1]) / 2, windows[-1:, 1]])


class GenreCourseItem(KeptItem):
    """A strip of each window's first genre, named where there is room, and under it all genres' shares, stacked."""

    def __init__(self) -> None:
        super().__init__()
        self.prediction: GenrePrediction | None = None
        self._edges = np.zeros(0)
        self._runs = np.zeros(0, np.intp), np.zeros(0, np.intp)
        self._stack = np.zeros((0, 0), dtype=np.uint32)

    def set_prediction(self, prediction: GenrePrediction | None, duration: float) -> None:
        self.prediction = prediction if prediction is not None and len(prediction.windows) else None
        if self.prediction is not None:
            self._edges = course_edges(self.prediction.windows)
            first = self.prediction.window_probabilities.argmax(axis=1)
            self._runs = first, np.concatenate([[0], np.flatnonzero(np.diff(first)) + 1, [len(first)]])
            self._stack = np.zeros((0, 0), dtype=np.uint32)
            # The first and the last window speak for what is left over at the ends.
            self._edges[-1] = max(duration, self._edges[-1])
        self.refresh()

    def describe(self, seconds: float, _height: float = 0.0) -> str:
        """Return the three most probable genres at a time."""
        if self.prediction is None:
            return ""
        window = int(self._window_at(np.array([seconds]))[0])
        probabilities = self.prediction.window_probabilities[window]
        likeliest = np.argsort(-probabilities)[:3]
        named = "  ".join(f"{self.prediction.classes[i]} {100 * probabilities[i]:.0f} %" for i in likeliest)
        novelty = self.prediction.window_novelty
        return (
            tr("None of these; nearest: {named}", named=named)
            if len(novelty) > window and novelty[window] > 1
            else named
        )

    def colours(self) -> list[str]:
        """Return the colour of each class."""
        assert self.prediction is not None
        return [genre_colour(label, self.prediction.classes, self.theme) for label in self.prediction.classes]

    def picture(self, frame: Frame) -> QImage:
        if self.prediction is None:
            return super().picture(frame)
        if len(self.prediction.windows) == 1:
            return self._single_band(frame)
        return image_of(self._pixels(frame), frame.pixel_ratio)

    def paint_frame(self, painter: QPainter, frame: Frame) -> None:
        super().paint_frame(painter, frame)
        if self.prediction is None:
            return
        # Names are not part of the picture: they are never stretched.
        font = small_font()
        painter.setFont(font)
        if len(self.prediction.windows) == 1:
            self._name_single_band(painter, frame)
        else:
            self._name_runs(painter, frame, font.toString())

    def _window_at(self, seconds: NDArray[np.float64]) -> NDArray[np.intp]:
        return np.clip(np.searchsorted(self._edges, seconds, side="right") - 1, 0, len(self._edges) - 2)

    def _pixels(self, frame: Frame) -> NDArray[np.uint32]:
        assert self.prediction is not None
        palette = np.array([QColor(colour).rgba() for colour in self.colours()], dtype=np.uint32)
        edges = frame.column_edges()
        times = (edges[1:] + edges[:-1]) / 2
        window = self._window_at(times)
        strip = round(min(STRIP_HEIGHT, frame.height) * frame.pixel_ratio)
        gap = round(STRIP_GAP * frame.pixel_ratio)
        pixels = np.zeros((frame.n_rows, frame.n_columns), dtype=np.uint32)
        pixels[:strip] = palette[self._runs[0][window]]
        n_stacked = frame.n_rows - strip - gap
        if n_stacked >= 6:
            if len(self._stack) != n_stacked:
                self._stack = palette[self._stacked(n_stacked)]
            np.take(self._stack, window, axis=1, out=pixels[strip + gap :], mode="clip")
        outside = (times < self._edges[0]) | (times > self._edges[-1])
        if outside.any():
            pixels[:, outside] = 0
        return pixels

    def _stacked(self, n_rows: int) -> NDArray[np.intp]:
        """Return the classes by row and window [shape=(n_rows, n_windows)], the piece's most probable at the bottom."""
        assert self.prediction is not None
        order = np.argsort(-self.prediction.probabilities)
        shares = np.cumsum(self.prediction.window_probabilities[:, order], axis=1)
        heights = (np.arange(n_rows, 0, -1) - 0.5) / n_rows * np.minimum(shares[:, -1:], 1.0)
        rank = (heights[:, :, None] >= shares[:, None, :-1]).sum(axis=2)
        classes: NDArray[np.intp] = order[rank].T
        return classes

    def _name_runs(self, painter: QPainter, frame: Frame, font: str) -> None:
        assert self.prediction is not None
        first, runs = self._runs
        xs = np.clip(frame.xs(self._edges[runs]), 0.0, frame.width)
        height = min(STRIP_HEIGHT, frame.height)
        for run in np.flatnonzero(xs[1:] - xs[:-1] > NARROWEST_NAMED).tolist():
            label = self.prediction.classes[int(first[runs[run]])]
            painter.setPen(QColor(text_on(genre_colour(label, self.prediction.classes, self.theme))))
            left, right = xs[run : run + 2].tolist()
            _draw_name(painter, QRectF(left, 0, right - left, height), label, font)

    def _single_band(self, frame: Frame) -> QImage:
        assert self.prediction is not None
        best = int(self.prediction.probabilities.argmax())
        tint = mixed(self.theme.surface, self.colours()[best], 0.35)
        edges = frame.column_edges()
        inside = (edges[1:] > self._edges[0]) & (edges[:-1] < self._edges[-1])
        row = np.where(inside, np.uint32(QColor(tint).rgba()), np.uint32(0))
        return image_of(np.broadcast_to(row, (frame.n_rows, frame.n_columns)), frame.pixel_ratio)

    def _name_single_band(self, painter: QPainter, frame: Frame) -> None:
        assert self.prediction is not None
        best = int(self.prediction.probabilities.argmax())
        label, share = (self.prediction.classes[best], 100 * self.prediction.probabilities[best])
        painter.setPen(QColor(self.theme.text))
        named = tr("None of these; nearest: {label}", label=label) if self.prediction.is_outside else label
        _draw_name(
            painter,
            QRectF(0, 0, frame.width, frame.height),
            tr("{named} {share:.0f} %, one window for the whole piece", named=named, share=share),
        )


def _draw_name(painter: QPainter, rect: QRectF, text: str, font: str = "") -> None:
    draw_label(painter, rect.adjusted(6, 0, -4, 0), text, font)
