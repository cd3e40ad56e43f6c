"""Modulation spectra: how fast the levels of the mel bands rise and fall, and by how much.

The levels of ten bands, in dB, are cut into windows of six seconds; the power spectrum of each says at which rates
the level changes: once a bar, once a beat, or with the roughness of a tremolo.

References
----------
M. F. McKinney and J. Breebaart, "Features for audio and music classification", ISMIR 2003.
E. Pampalk, A. Rauber and D. Merkl, "Content-based organization and visualization of music archives", ACM Multimedia
2002 (fluctuation patterns). T. Lidy and A. Rauber, "Evaluation of feature extractors and psycho-acoustic
transformations for music genre classification", ISMIR 2005 (rhythm patterns).
"""

import numpy as np
import scipy.fft
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR
from core.features.recipe import MODULATIONS_HZ, N_MODULATED_BANDS
from core.spectrum.filter_banks import HOP_LENGTH, N_MELS
from core.spectrum.tracks import Frames

WINDOW = 256
"""Frames of a window, 5.9 s: two periods of the slowest modulation that is measured lie in four of them."""

_STEP = WINDOW // 2
_TOGETHER = 64  # windows transformed at a time, so that a long piece needs no more memory than a short one
_BLOCK_FRAMES = 4096  # summed up at a time
_FAINTEST = 1e-6  # dB², of a band whose level does not change


def band_edges() -> NDArray[np.int64]:
    """Return the first mel band of each of the ten wider bands, and the end of the last [shape=(11,)]."""
    return np.linspace(0, N_MELS, N_MODULATED_BANDS + 1).astype(np.int64)


def modulation_features(decibels: Frames) -> dict[str, float]:
    """Return how the levels of the mel bands are modulated.

    Parameters
    ----------
    decibels : NDArray[np.float32] [shape=(n_frames, 128)], log mel spectrum

    Returns
    -------
    dict[str, float]
        For each band the shares of five ranges of modulation frequencies, which sum to 1, or are 0 where the level does
        not change; and `depth`, the standard deviation of the level within six seconds, dB.
    """
    shares, depth = _spectra(_levels(decibels))
    found = {}
    for band in range(N_MODULATED_BANDS):
        for part, share in enumerate(shares[band]):
            found[f"modulation_{band + 1}_{part + 1}"] = float(share)
        found[f"modulation_{band + 1}_depth"] = float(depth[band])
    return found


def _levels(decibels: Frames) -> NDArray[np.float64]:
    """Mean level of each of the ten bands, dB [shape=(10, n_frames)]."""
    edges = band_edges()
    levels = np.empty((N_MODULATED_BANDS, len(decibels)))
    for start in range(0, len(decibels), _BLOCK_FRAMES):
        part = slice(start, start + _BLOCK_FRAMES)
        sums = np.add.reduceat(decibels[part].astype(np.float64), edges[:-1], axis=1)
        levels[:, part] = (sums / np.diff(edges)).T
    return levels


def _spectra(levels: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Shares of the ranges [shape=(10, 5)], and the standard deviation within the windows, dB [shape=(10,)]."""
    n_frames = levels.shape[1]
    width = min(WINDOW, n_frames)
    window = np.hanning(width + 2)[1:-1]
    windows = np.lib.stride_tricks.sliding_window_view(levels, width, axis=1)[:, ::_STEP]
    power, variance = np.zeros((len(levels), WINDOW // 2 + 1)), np.zeros(len(levels))
    for start in range(0, windows.shape[1], _TOGETHER):
        part = windows[:, start : start + _TOGETHER]
        part = part - part.mean(axis=2, keepdims=True)
        variance += np.square(part).mean(axis=2).sum(axis=1)
        spectrum = scipy.fft.rfft(part * window, WINDOW, axis=2)
        power += (spectrum.real**2 + spectrum.imag**2).sum(axis=1)
    variance /= windows.shape[1]
    shares = np.add.reduceat(power, _first_bins(), axis=1)[:, :-1]
    total = shares.sum(axis=1, keepdims=True)
    moves = (variance[:, np.newaxis] > _FAINTEST) & (total > 0)
    return np.where(moves, shares / np.where(moves, total, 1.0), 0.0), np.sqrt(variance)


def _first_bins() -> NDArray[np.int64]:
    """Return the first bin of each range of modulation frequencies, and the end of the last [shape=(6,)]."""
    frequencies = np.arange(WINDOW // 2 + 1) * ANALYSIS_SR / (HOP_LENGTH * WINDOW)
    return np.searchsorted(frequencies, MODULATIONS_HZ).astype(np.int64)
