"""Onset strength and the one tempo of a clip, as the tables define them.

The definitions are `librosa.onset.onset_strength` and `librosa.feature.tempo`: the rise of the log mel spectrum, its
autocorrelation in windows of eight seconds, and the lag that is strongest under a prior around 120 BPM.
"""

from functools import cache
from typing import Literal

import numpy as np
import scipy.fft
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR
from core.language import tr
from core.progress import Report, silent
from core.spectrum.filter_banks import HOP_LENGTH, N_FFT

_LAGS = 344  # eight seconds of frames
_N_FFT = 720  # holds a window and its shifts without wrapping round, and is quick to transform
_BLOCK_FRAMES = 4096
_DELAY = 1 + N_FFT // (2 * HOP_LENGTH)  # frames by which an onset is late: one of differencing, two of centring
_MAX_TEMPO = 320.0

Aggregate = Literal["mean", "median"]


def log_mel(mel: NDArray[np.float32]) -> NDArray[np.float32]:
    """Mel power in dB, nothing more than 80 dB below the loudest [shape=(n_frames, 128)]."""
    decibels = np.maximum(np.float32(1e-10), mel)
    np.log10(decibels, out=decibels)
    decibels *= np.float32(10)
    return np.asarray(np.maximum(decibels, decibels.max() - np.float32(80), out=decibels))


def onset_strength(decibels: NDArray[np.float32], aggregate: Aggregate = "mean") -> NDArray[np.float32]:
    """How much louder each frame is than the one before, over all bands.

    Parameters
    ----------
    decibels : NDArray[np.float32] [shape=(n_frames, 128)], from `log_mel`
    aggregate : how the bands are summed up

    Returns
    -------
    NDArray[np.float32] [shape=(n_frames,)], dB
    """
    strength = np.zeros(_DELAY + len(decibels), np.float32)
    for start in range(0, len(decibels) - 1, _BLOCK_FRAMES):
        rise = np.maximum(np.float32(0), np.diff(decibels[start : start + _BLOCK_FRAMES + 1], axis=0))
        sums = rise.mean(axis=1) if aggregate == "mean" else np.median(rise, axis=1)
        strength[_DELAY + start : _DELAY + start + len(rise)] = sums
    return strength[: len(decibels)]


def tempogram_mean(onset_envelope: NDArray[np.float32], report: Report = silent) -> NDArray[np.float64]:
    """Autocorrelation of the onset envelope in windows of eight seconds, averaged over time [shape=(344,)].

    Each window's is divided by its value at lag 0; a window without onsets counts as zero. `report` is told the
    fraction done about once for a minute of music.
    """
    n_frames = len(onset_envelope)
    padded = np.pad(onset_envelope, _LAGS // 2, mode="linear_ramp", end_values=0)
    windows = np.lib.stride_tricks.sliding_window_view(padded, _LAGS)
    total = np.zeros(_N_FFT // 2 + 1)
    for start in range(0, n_frames, _BLOCK_FRAMES):
        report(start / n_frames, tr("Estimating the tempo"))
        part = windows[start : min(start + _BLOCK_FRAMES, n_frames)] * _autocorrelation_window()
        energy = np.einsum("ij,ij->i", part, part)
        part = part[energy > 0] / np.sqrt(energy[energy > 0])[:, np.newaxis]
        spectrum = scipy.fft.rfft(part, _N_FFT, axis=1)
        total += np.sum(spectrum.real**2 + spectrum.imag**2, axis=0, dtype=np.float64)
    mean: NDArray[np.float64] = scipy.fft.irfft(total / n_frames, _N_FFT)[:_LAGS]
    return mean


@cache
def _autocorrelation_window() -> NDArray[np.float32]:
    return np.asarray(0.5 - 0.5 * np.cos(2 * np.pi * np.arange(_LAGS) / _LAGS), dtype=np.float32)


@cache
def lag_tempi() -> NDArray[np.float64]:
    """Tempo of each lag, BPM [shape=(344,)]; infinite for lag 0."""
    with np.errstate(divide="ignore"):
        return np.asarray(60.0 * ANALYSIS_SR / (HOP_LENGTH * np.arange(_LAGS)))


def estimate_tempo(onset_envelope: NDArray[np.float32], report: Report = silent) -> float:
    """Return the tempo of a clip in BPM, NaN where nothing ever starts; `report` may raise `Cancelled`."""
    if not onset_envelope.any():
        return float("nan")
    tempi = lag_tempi()
    with np.errstate(invalid="ignore"):
        prior = -0.5 * (np.log2(tempi) - np.log2(120.0)) ** 2
    prior[tempi >= _MAX_TEMPO] = -np.inf
    score = np.log1p(1e6 * np.maximum(tempogram_mean(onset_envelope, report), 0)) + prior
    return float(tempi[np.argmax(score)])
