"""The waveform, drawn from the min/max pyramid as one item; zoomed in deeply, from the samples themselves."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from core.audio.clip import WaveformPeaks
from desktop.clip.picture.kept import KeptItem
from desktop.clip.picture.strokes import covered, opacity_of, tints_on, widened
from desktop.clip.picture.time_item import Frame, coloured_image

BODY_BINS = 4
"""Bins of the pyramid in a column, at least, that the body of the waveform is averaged over, where it has them."""

LINE_FROM = 0.5
"""Pixels from sample to sample from which on they are joined by a line; closer ones are filled columns."""

POINTS_FROM = 5.0
"""Pixels from sample to sample from which on each is a point as well."""

_LINE, _POINT = 1.4, 4.0  # pixels

QUIETEST_FULL_SCALE = 0.05
"""A piece is drawn as high as its loudest sample allows, but silence and its noise stay flat."""


class WaveformItem(KeptItem):
    """Outline (smallest and largest sample) and body (their means) of every column of pixels."""

    def __init__(self) -> None:
        super().__init__()
        self.peaks: WaveformPeaks | None = None
        self.samples: NDArray[np.float32] | None = None

    def set_peaks(self, peaks: WaveformPeaks | None) -> None:
        self.peaks = peaks if peaks is not None and all(len(level) for level in peaks.levels) else None
        self.refresh()

    def set_samples(self, samples: NDArray[np.float32] | None) -> None:
        """Take the samples that the peaks were made of, for what is finer than they are; None for none.

        They may lie in a mapped file, of which no more is read than what is shown.
        """
        fits = samples is not None and self.peaks is not None and len(samples) == self.peaks.n_samples
        self.samples = samples if fits else None
        self.refresh()

    def ticks(self, room: float) -> list[tuple[float, str]]:
        """Heights in the lane, in [-1, 1], and labels of some round amplitudes."""
        if self.peaks is None:
            return []
        scale = full_scale(self.peaks)
        step = next(step for step in (0.5, 0.2, 0.1, 0.05, 0.02, 0.01) if step <= 0.75 * scale)
        if room < 8:
            return [(0.0, "0")]
        return [(-step / scale, f"\u2212{step:g}"), (0.0, "0"), (step / scale, f"{step:g}")]

    def picture(self, frame: Frame) -> QImage:
        return self.picture_in(frame, self.theme.waveform)

    def picture_in(self, frame: Frame, colour: str) -> QImage:
        """Return the whole waveform in one colour, the outline as a lighter tint of it."""
        if self.peaks is None or not self.peaks.levels:
            return super().picture(frame)
        edges = frame.column_edges()
        samples_per_column = (edges[-1] - edges[0]) / (len(edges) - 1) * self.peaks.sr
        is_finer = self.samples is not None and samples_per_column < self.peaks.samples_per_bin[0]
        if self.samples is not None and is_finer and 1 / samples_per_column >= LINE_FROM:
            return self._line_in(frame, self.samples, self.peaks, colour)
        if self.samples is not None and is_finer:
            outline = body = _columns_of(self.samples, edges, self.peaks)
        else:
            outline, body = columns(self.peaks, edges)
        scale = np.float32(32767 * full_scale(self.peaks))
        opacity = opacity_of(outline / scale, body / scale, frame.n_rows)
        return coloured_image(opacity, tints_on(colour, self.theme.surface), frame.pixel_ratio)

    def _line_in(self, frame: Frame, samples: NDArray[np.float32], peaks: WaveformPeaks, colour: str) -> QImage:
        """Return the samples joined by a line, each a point where there is room."""
        first = min(max(int(frame.start * peaks.sr) - 1, 0), len(samples) - 1)
        heights = samples[first : int(frame.end * peaks.sr) + 3] / np.float32(full_scale(peaks))
        xs = frame.xs((first + np.arange(len(heights))) / peaks.sr) * frame.pixel_ratio
        line = covered(xs, heights, frame.n_columns)
        line = widened(line, _LINE * frame.pixel_ratio, frame.n_rows)
        opacity = opacity_of(line, line, frame.n_rows, from_middle=False)
        picture = coloured_image(opacity, tints_on(colour, self.theme.surface), frame.pixel_ratio)
        if frame.pixels_per_second / peaks.sr >= POINTS_FROM:
            picture = picture.copy()  # the painter needs memory of its own
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colour), _POINT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            places, ys = (xs / frame.pixel_ratio).tolist(), (frame.height / 2 * (1 - heights)).tolist()
            painter.drawPoints(QPolygonF([QPointF(x, y) for x, y in zip(places, ys, strict=True)]))
            painter.end()
        return picture


def full_scale(peaks: WaveformPeaks) -> float:
    """Return the amplitude at the upper edge of the lane: the loudest sample of the piece and some margin."""
    loudest = max((int(np.abs(level.astype(np.int32)).max()) for level in peaks.levels[-1:] if level.size), default=0)
    return max(loudest / 32767, QUIETEST_FULL_SCALE) * 1.06


def columns(peaks: WaveformPeaks, edges: NDArray[np.float64]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Outline and body of the columns between `edges`.

    Parameters
    ----------
    edges : times of the columns' edges, rising, seconds [shape=(n_columns + 1,)]

    Returns
    -------
    outline : least and greatest sample in each column, 32767 = 1.0; NaN outside the piece [shape=(n_columns, 2)]
    body : means of the bins' least and greatest samples [shape=(n_columns, 2)]
    """
    seconds_per_column = (edges[-1] - edges[0]) / (len(edges) - 1)
    outline_level = _level(peaks, seconds_per_column)
    body_level = _level(peaks, seconds_per_column / BODY_BINS)
    if peaks.samples_per_bin[outline_level] > seconds_per_column * peaks.sr:
        outline = body = _interpolated(peaks, edges)
    else:
        starts, stops = _bins(peaks, outline_level, edges)
        level = peaks.levels[outline_level]
        sides = (_reduced(np.minimum, level[:, 0], starts, stops), _reduced(np.maximum, level[:, 1], starts, stops))
        outline = np.stack(sides, axis=1).astype(np.float32)
        starts, stops = _bins(peaks, body_level, edges)
        totals = [_reduced(np.add, peaks.levels[body_level][:, side], starts, stops) for side in (0, 1)]
        body = (np.stack(totals, axis=1) / (stops - starts)[:, None]).astype(np.float32)
    outside = (edges[1:] <= 0) | (edges[:-1] >= peaks.duration)
    outline[outside] = np.nan
    body[outside] = np.nan
    return outline, body


def _columns_of(samples: NDArray[np.float32], edges: NDArray[np.float64], peaks: WaveformPeaks) -> NDArray[np.float32]:
    """Least and greatest sample in each column, 32767 = 1.0; NaN outside of the piece [shape=(n_columns, 2)].

    Each column holds the first sample of the next one as well, so that a steep wave has no gaps.
    """
    places = edges * peaks.sr
    starts = np.clip(np.floor(places[:-1]), 0, len(samples) - 1).astype(np.int64)
    stops = np.clip(np.floor(places[1:]) + 1, starts + 1, len(samples)).astype(np.int64)
    first = int(starts[0])
    part = np.append(samples[first : stops[-1]], samples[stops[-1] - 1])
    pairs = np.stack([starts - first, stops - first], axis=1).ravel()
    sides = [ufunc.reduceat(part, pairs)[::2] for ufunc in (np.minimum, np.maximum)]
    found = (32767 * np.stack(sides, axis=1)).astype(np.float32)
    found[(edges[1:] <= 0) | (edges[:-1] >= peaks.duration)] = np.nan
    return found


def _interpolated(peaks: WaveformPeaks, edges: NDArray[np.float64]) -> NDArray[np.float32]:
    """Return the finest bins joined by straight lines, for columns narrower than a bin."""
    places = (edges[:-1] + edges[1:]) / 2 * (peaks.sr / peaks.samples_per_bin[0]) - 0.5
    first = max(int(places[0]) - 1, 0)
    level = peaks.levels[0][first : int(places[-1]) + 3]
    bins = np.arange(first, first + len(level))
    joined = np.stack([np.interp(places, bins, level[:, side]) for side in (0, 1)], axis=1).astype(np.float32)
    # A column that holds the middle of a bin shows all of it; sampled at the columns' own middles, peaks would shrink.
    bins_per_column = (places[-1] - places[0]) / max(len(places) - 1, 1)
    holders = np.floor((bins - places[0]) / max(bins_per_column, 1e-12) + 0.5).astype(np.int64)
    held = (holders >= 0) & (holders < len(joined))
    joined[holders[held]] = level[held]
    return joined


def _level(peaks: WaveformPeaks, seconds_per_column: float) -> int:
    """Return the coarsest level with at least one bin in a column; the finest if none has."""
    samples = seconds_per_column * peaks.sr
    return max((i for i, size in enumerate(peaks.samples_per_bin) if size <= samples), default=0)


def _bins(peaks: WaveformPeaks, level: int, edges: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    n_bins = len(peaks.levels[level])
    places = edges * (peaks.sr / peaks.samples_per_bin[level])
    starts = np.clip(np.floor(places[:-1]), 0, n_bins - 1).astype(np.int64)
    stops = np.clip(np.ceil(places[1:]), starts + 1, n_bins).astype(np.int64)
    return starts, stops


def _reduced(
    ufunc: np.ufunc, values: NDArray[np.int16], starts: NDArray[np.int64], stops: NDArray[np.int64]
) -> NDArray[np.int32]:
    """`ufunc` over values[start:stop] of each pair, which may overlap."""
    first = int(starts[0])
    # One value more than the last bin, so that a stop at the very end is an index that reduceat takes.
    part = np.append(values[first : stops[-1]], values[stops[-1] - 1]).astype(np.int32)
    pairs = np.stack([starts - first, stops - first], axis=1).ravel()
    reduced: NDArray[np.int32] = ufunc.reduceat(part, pairs)[::2]
    return reduced
