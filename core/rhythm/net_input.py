"""What the beat net reads: onsets and levels of the log mel spectrum, normalised against the half minute around.

Frame 0 is centred at 0 s, and every frame of the spectrum gives one of the input. A piece of up to `WINDOW_SECONDS` is
normalised as a whole; in a longer one each second is normalised by the window around it, so that a passage of a
two-hour mix looks to the net as it would in a clip of its own.
"""

from collections.abc import Callable
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.progress import Report, silent
from core.rhythm.estimate import FINDING
from core.rhythm.grid import FRAME_RATE
from core.spectrum.filter_banks import N_MELS

NET_INPUT = "groovescope-beat-input-1"
"""Identity of this definition; a model file names the one it was trained on. Raise it with any change of a number."""

WINDOW_SECONDS = 32.0
"""Length of what a frame is compared with."""

_FLUX_EDGES = (0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 17, 20, 24, 28, 33, 39, 46, 54, 63, 73, 84, 96, 110, 128)
_FINE_LEVELS = 28  # mel bands up to 720 Hz, one by one: bass notes and chords
_COARSE_LEVELS = 12
N_FLUX = len(_FLUX_EDGES) - 1
N_LEVELS = _FINE_LEVELS + _COARSE_LEVELS
N_INPUTS = N_FLUX + N_LEVELS

TEMPI = 40.0 * 2.0 ** (np.arange(60) / 60 * 2.7)
"""Tempo classes of the net, BPM [shape=(60,)], 40 to 254, 22 an octave."""

_RANGE_DB = np.float32(70.0)  # what is further below the loudest of its window is silence
_RISE_FRAMES = 2  # half the analysis window: the rise of an onset takes that long
_RISE_DB = np.float32(3.0)  # rises are compressed above about this
_LEVEL_DB = np.float32(12.0)  # usual spread of a band's level
_OWN_MEAN = np.float32(0.7)  # share of a band's own mean in what its level is compared with; the rest is all bands'
_FAINTEST = np.float32(1e-3)  # variance of the rises in a steady sound: rounding of the spectrum is no onset
_STEP = 43  # frames, about a second, from one window to the next


def net_input(decibels: NDArray[np.floating], report: Report = silent) -> NDArray[np.float32]:
    """Return what the net reads of a log mel spectrum.

    Parameters
    ----------
    decibels : [shape=(n_frames, 128)], dB, from `core.rhythm.tempo.log_mel`
    report : told the fraction done

    Returns
    -------
    NDArray[np.float32] [shape=(n_frames, N_INPUTS)]
        24 bands of onset strength, then 40 of level, each about zero in the mean and one in spread.
    """
    frames = np.asarray(decibels, dtype=np.float32)
    if not len(frames):
        return np.empty((0, N_INPUTS), np.float32)
    quietest = _around(frames.max(axis=1, keepdims=True), np.max) - _RANGE_DB
    frames = np.maximum(frames, quietest)
    report(0.3, FINDING)
    rises = frames @ _bands(_FLUX_EDGES)
    before = np.concatenate([np.repeat(rises[:1], _RISE_FRAMES, axis=0), rises])[: len(rises)]
    flux = np.log1p(np.maximum(np.float32(0), rises - before) / _RISE_DB)
    report(0.5, FINDING)
    mean = _around(flux.mean(axis=1, keepdims=True), _mean)
    power = _around(np.square(flux).mean(axis=1, keepdims=True), _mean)
    spread = np.sqrt(np.maximum(power - np.square(mean), _FAINTEST))
    levels = frames @ _bands(_level_edges())
    report(0.7, FINDING)
    own = _around(levels, _mean)
    report(0.9, FINDING)
    usual = _OWN_MEAN * own + (1 - _OWN_MEAN) * own.mean(axis=1, keepdims=True)
    return np.concatenate([(flux - mean) / spread, (levels - usual) / _LEVEL_DB], axis=1, dtype=np.float32)


def _mean(values: NDArray[np.float32], axis: int, keepdims: bool = False) -> NDArray[np.float32]:
    """Mean with float64 sums: a thousand frames of -80 dB would lose hundredths of a decibel otherwise."""
    return np.asarray(values.mean(axis=axis, keepdims=keepdims, dtype=np.float64), dtype=np.float32)


def _around(values: NDArray[np.float32], statistic: Callable[..., NDArray[np.float32]]) -> NDArray[np.float32]:
    """Mean or maximum of `values` in the window around each frame [shape=(n_frames or 1, n_values)].

    Windows keep their length at both ends of a piece, where they are no longer centred; between their centres, a
    second apart, the statistic is interpolated.
    """
    width = round(WINDOW_SECONDS * FRAME_RATE)
    n_frames = len(values)
    if n_frames <= width:
        return np.asarray(statistic(values, axis=0, keepdims=True))
    centres = np.append(np.arange(0, n_frames - 1, _STEP), n_frames - 1)
    starts = np.clip(centres - width // 2, 0, n_frames - width)
    coarse = np.stack([statistic(values[start : start + width], axis=0) for start in starts])
    place = np.searchsorted(centres, np.arange(n_frames), side="right").clip(1, len(centres) - 1)
    part = (np.arange(n_frames) - centres[place - 1]) / (centres[place] - centres[place - 1])
    weight = part[:, np.newaxis].astype(np.float32)
    return np.asarray(coarse[place - 1] * (1 - weight) + coarse[place] * weight)


@cache
def _bands(edges: tuple[int, ...]) -> NDArray[np.float32]:
    """Return the means of neighbouring mel bands as a matrix [shape=(128, n_bands)]."""
    matrix = np.zeros((N_MELS, len(edges) - 1), np.float32)
    for band, (low, high) in enumerate(pairwise(edges)):
        matrix[low:high, band] = 1 / (high - low)
    return matrix


def _level_edges() -> tuple[int, ...]:
    coarse = np.linspace(_FINE_LEVELS, N_MELS, _COARSE_LEVELS + 1).round().astype(int)
    return (*range(_FINE_LEVELS), *(int(edge) for edge in coarse))
