"""The waveform as a pyramid of peaks, so that any zoom draws a few thousand numbers at most."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR, WaveformPeaks

FINEST_BIN = 16
"""Samples of the analysis signal in a bin of the finest level."""

LEVEL_FACTOR = 4
"""Bins of one level that make a bin of the next."""

COARSEST_BINS = 500
"""The pyramid ends with the first level of no more bins than this."""

Sample = TypeVar("Sample", np.float32, np.int16)

_BLOCK_BINS = 1 << 15  # 2 MB of samples: small enough to stay in the cache


def waveform_peaks(y: NDArray[np.float32], sr: int = ANALYSIS_SR) -> WaveformPeaks:
    """Return the smallest and largest samples of `y` at every zoom.

    Parameters
    ----------
    y : NDArray[np.float32] [shape=(n_samples,)], finite; what lies outside [-1, 1] is drawn at the edge
    sr : sampling rate of `y`, Hz

    Returns
    -------
    WaveformPeaks
        Bins of 16 samples, then of 64, 256 … until a level has at most 500 bins. The last bin of a level may
        stand for fewer samples than the others. An empty `y` gives one empty level.
    """
    lows, highs = _finest_level(y)
    levels, samples_per_bin = [np.stack((lows, highs), axis=1)], [FINEST_BIN]
    while len(lows) > COARSEST_BINS:
        lows, highs = (_reduce(lows, LEVEL_FACTOR, np.minimum), _reduce(highs, LEVEL_FACTOR, np.maximum))
        levels.append(np.stack((lows, highs), axis=1))
        samples_per_bin.append(samples_per_bin[-1] * LEVEL_FACTOR)
    return WaveformPeaks(tuple(levels), tuple(samples_per_bin), sr, len(y))


def _finest_level(y: NDArray[np.float32]) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    n_bins = -(-len(y) // FINEST_BIN)
    lows, highs = np.empty(n_bins, np.int16), np.empty(n_bins, np.int16)
    for start in range(0, n_bins, _BLOCK_BINS):
        bins = slice(start, start + _BLOCK_BINS)
        block = y[start * FINEST_BIN : (start + _BLOCK_BINS) * FINEST_BIN]
        lows[bins] = _quantised(_reduce(block, FINEST_BIN, np.minimum))
        highs[bins] = _quantised(_reduce(block, FINEST_BIN, np.maximum))
    return lows, highs


def _reduce(values: NDArray[Sample], size: int, smaller_or_larger: np.ufunc) -> NDArray[Sample]:
    """Return the extreme of every `size` values, the last of what remains [shape=(ceil(len(values) / size),)]."""
    n_whole = len(values) // size
    # Column by column: five times as fast as numpy's reduction along a short inner axis.
    columns = values[: n_whole * size].reshape(n_whole, size)
    extremes = np.empty(-(-len(values) // size), values.dtype)
    extremes[:n_whole] = columns[:, 0]
    for index in range(1, size):
        smaller_or_larger(extremes[:n_whole], columns[:, index], out=extremes[:n_whole])
    if len(extremes) > n_whole:
        extremes[-1] = smaller_or_larger.reduce(values[n_whole * size :])
    return extremes


def _quantised(values: NDArray[np.float32]) -> NDArray[np.int16]:
    return np.rint(np.clip(values, -1.0, 1.0) * 32767).astype(np.int16)
