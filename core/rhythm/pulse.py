"""How fast the pulse goes: a tempo curve through the periodicities of the beat activation, and its other readings.

A pulse at one tempo is also one at half, twice, a third … of it. The curve is the smoothest good path; which multiple
of it a person would tap is decided in `core.rhythm.levels`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.fft
import scipy.ndimage
from numpy.typing import NDArray

from core.rhythm.constraints import TempoRange

TEMPI = 30.0 * 2.0 ** (np.arange(0, int(3.4 * 48) + 1) / 48)
"""Tempi that are considered, BPM: 30 to 316, 48 steps an octave."""

RATIOS = (1.0, 0.5, 2.0, 1.5, 2 / 3, 3.0, 1 / 3)
"""Readings of a pulse, as multiples of its tempo."""

MAX_READINGS = 4

_SLOWEST, _FASTEST = 29.0, 310.0
"""Readings beyond these are not considered unless a person asks for them, BPM."""

_WINDOW_SECONDS, _STEP_SECONDS = 8.0, 1.0
_HARMONICS = 4
_FAINTEST = 0.04  # what is less periodic than this says nothing
_CHANGE_COST = 40.0  # of an octave's change from one step to the next, squared
_PRIOR_BPM, _PRIOR_OCTAVES = 112.0, 0.8
_NET_WEIGHT = 0.15
_BLOCK_WINDOWS = 512
_FORBIDDEN = -1e3
_RANGE_MARGIN = 0.02  # octaves, since the tempi are steps


@dataclass(frozen=True, eq=False)
class Pulse:
    """Tempo over time, and how well its multiples explain the beats.

    Attributes
    ----------
    times : NDArray[np.float64] [shape=(n_steps,)], seconds
    tempi : NDArray[np.float64] [shape=(n_steps,)], BPM
    ratios : readings, as multiples of `tempi`, the most salient first
    salience : NDArray[np.float64] [shape=(n_readings,)], mean log periodicity of each reading
    """

    times: NDArray[np.float64]
    tempi: NDArray[np.float64]
    ratios: NDArray[np.float64]
    salience: NDArray[np.float64]

    def periods(self, n_frames: int, frame_rate: float) -> NDArray[np.float32]:
        """Return the length of a beat around each frame, in frames [shape=(n_frames, n_readings)]."""
        at = np.interp(np.arange(n_frames) / frame_rate, self.times, np.log(self.tempi))
        return np.asarray(60.0 * frame_rate / (np.exp(at)[:, np.newaxis] * self.ratios), dtype=np.float32)


def find_pulse(
    beat: NDArray[np.float32],
    frame_rate: float,
    net_evidence: NDArray[np.float64],
    ranges: Sequence[TempoRange] = (),
) -> Pulse:
    """Find the tempo curve and the readings that are worth decoding.

    Parameters
    ----------
    beat : NDArray[np.float32] [shape=(n_frames,)]
        Probability of a beat.
    frame_rate : float
        Frames a second.
    net_evidence : NDArray[np.float64] [shape=(n_tempi,)]
        Log probability of each of `TEMPI` as the net hears it.
    ranges : sequence of TempoRange
        Tempi that the first reading has to keep to.

    Returns
    -------
    Pulse
    """
    step = max(1, int(_STEP_SECONDS * frame_rate))
    salience = np.log(np.maximum(_salience(beat, frame_rate, step), _FAINTEST))
    times = step * np.arange(len(salience)) / frame_rate
    octaves = np.log2(TEMPI)
    prior = -0.5 * ((octaves - np.log2(_PRIOR_BPM)) / _PRIOR_OCTAVES) ** 2 + _NET_WEIGHT * net_evidence
    barred = np.zeros_like(salience)
    for limits in ranges:
        covered = (times >= limits.start - _STEP_SECONDS / 2) & (times <= limits.end + _STEP_SECONDS / 2)
        outside = np.abs(octaves - np.log2(limits.slowest * limits.fastest) / 2) > (
            np.log2(limits.fastest / limits.slowest) / 2 + _RANGE_MARGIN
        )
        if not outside.all():
            barred[np.ix_(covered, outside)] = _FORBIDDEN
    path = _smoothest(salience + prior, octaves)
    ratios, saliences = _readings(salience + prior, path, barred)
    if not len(ratios):  # no multiple of what is heard keeps to the ranges
        path = _smoothest(salience + prior + barred, octaves)
        ratios, saliences = _readings(salience + prior, path, np.zeros_like(barred))
        ratios, saliences = ratios[:1], saliences[:1]
    return Pulse(times, TEMPI[path], ratios, saliences)


def _smoothest(score: NDArray[np.float64], octaves: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the tempo index of each step on the best path."""
    change = _CHANGE_COST * (octaves[:, np.newaxis] - octaves) ** 2
    total = score[0]
    came_from = np.zeros(score.shape, np.int64)
    for i in range(1, len(score)):
        options = total - change
        came_from[i] = options.argmax(axis=1)
        total = score[i] + options.max(axis=1)
    path = np.empty(len(score), np.int64)
    path[-1] = total.argmax()
    for i in range(len(score) - 1, 0, -1):
        path[i - 1] = came_from[i, path[i]]
    return path


def _readings(
    score: NDArray[np.float64], path: NDArray[np.int64], barred: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the multiples of the path that explain most and are not barred, the path itself first if it is not."""
    found: list[tuple[float, float]] = []
    middle, steps = float(np.median(TEMPI[path])), np.arange(len(path))
    for ratio in RATIOS:
        index = path + round(48 * float(np.log2(ratio)))
        index = np.clip(index, 0, len(TEMPI) - 1)
        if (ratio != 1 and not _SLOWEST <= middle * ratio <= _FASTEST) or barred[steps, index].any():
            continue
        found.append((float(score[steps, index].mean()), ratio))
    found.sort(key=lambda pair: (pair[1] != 1, -pair[0]))
    best = found[:MAX_READINGS]
    return np.array([ratio for _, ratio in best]), np.array([value for value, _ in best])


def _salience(beat: NDArray[np.float32], frame_rate: float, step: int) -> NDArray[np.float64]:
    """How periodic the activation is at each tempo around each step [shape=(n_steps, n_tempi)]."""
    width = int(_WINDOW_SECONDS * frame_rate)
    smooth = scipy.ndimage.gaussian_filter1d(beat.astype(np.float64), 1.0)
    centred = smooth - scipy.ndimage.uniform_filter1d(smooth, width)
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(centred, width // 2), width)[: len(beat) : step]
    taper = np.hanning(width)
    n_fft = scipy.fft.next_fast_len(2 * width, real=True)
    overlap = scipy.fft.irfft(np.abs(scipy.fft.rfft(taper, n_fft)) ** 2, n_fft)[:width]
    overlap = np.maximum(overlap / overlap[0], 0.1)
    lags = frame_rate * 60.0 / TEMPI
    salience = np.zeros((len(windows), len(TEMPI)))
    loudest = 1e-9
    for start in range(0, len(windows), _BLOCK_WINDOWS):
        spectrum = scipy.fft.rfft(windows[start : start + _BLOCK_WINDOWS] * taper, n_fft, axis=1)
        correlation = scipy.fft.irfft(np.abs(spectrum) ** 2, n_fft, axis=1)[:, :width]
        power = correlation[:, :1].copy()
        loudest = max(loudest, float(power.max()))
        correlation /= np.maximum(power, 0.02 * loudest) * overlap  # a break says nothing
        for harmonic in range(1, _HARMONICS + 1):
            salience[start : start + _BLOCK_WINDOWS] += _at(correlation, harmonic * lags) / _HARMONICS
    return salience


def _at(rows: NDArray[np.float64], position: NDArray[np.float64]) -> NDArray[np.float64]:
    """Values of each row at fractional positions, linearly between neighbours, zero beyond the end."""
    low = np.floor(position).astype(int)
    inside = low + 1 < rows.shape[1]
    low = np.where(inside, low, 0)
    part = position - low
    return np.asarray(np.where(inside, rows[:, low] * (1 - part) + rows[:, low + 1] * part, 0))
