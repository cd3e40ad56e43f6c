"""Rhythm in numbers: the pulses that the onsets make, how clear they are, and how dense the onsets come.

References
----------
G. Tzanetakis and P. Cook, "Musical genre classification of audio signals", IEEE Transactions on Speech and Audio
Processing 10(5), 2002 (beat histogram). G. Peeters, "Spectral and temporal periodicity representations of rhythm",
IEEE Transactions on Audio, Speech and Language Processing 19(5), 2011 (periods relative to the tempo). O. Lartillot et
al., "Multi-feature modeling of pulse clarity", ISMIR 2008.
"""

from itertools import pairwise

import numpy as np
import scipy.fft
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR
from core.features.recipe import ONSET_BANDS, PULSE_BPM, PULSE_RATIOS
from core.rhythm.tempo import onset_strength
from core.spectrum.filter_banks import HOP_LENGTH, mel_frequencies
from core.spectrum.tracks import Frames

FRAME_RATE = ANALYSIS_SR / HOP_LENGTH
WINDOW = 344
"""Frames of a window of the autocorrelation, eight seconds."""

_STEP = WINDOW // 4
_TOGETHER = 256
_N_FFT = 720  # holds a window and its shifts without wrapping round
_LONGEST = WINDOW * 3 // 4  # lag beyond which too little of a window overlaps
_BAND_EDGES_HZ = (0.0, 200.0, 2000.0, np.inf)
_BEAT_LAGS = slice(10, 66)  # 258 to 40 BPM
_AROUND = 20  # frames on either side that an onset rises above, 0.46 s
_LEAST_RISE = 1.0  # dB above the mean around it, that makes an onset
_FAINTEST = 1e-3  # dB, deviation of an onset envelope in which nothing starts


def rhythm_features(decibels: Frames) -> dict[str, float]:
    """Return the numbers of the rhythm.

    Parameters
    ----------
    decibels : NDArray[np.float32] [shape=(n_frames, 128)], log mel spectrum

    Returns
    -------
    dict[str, float]
        Autocorrelations of the onset envelope are in [-1, 1], rates in onsets a second, strengths in dB. A lag longer
        than three quarters of the slice, and everything of a slice in which nothing starts, is 0.
    """
    envelope = onset_strength(decibels).astype(np.float64)
    correlation = autocorrelation(envelope)
    found = {**_pulses(correlation), **_relative_pulses(correlation)}
    found["pulse_clarity"], found["pulse_entropy"] = _clarity(correlation), _entropy(correlation)
    onsets = find_onsets(envelope)
    found["onset_rate"] = _rate(onsets, len(envelope))
    found["onset_interval_spread"] = _interval_spread(onsets)
    found["onset_strength_mean"], found["onset_strength_std"] = float(envelope.mean()), float(envelope.std())
    found["onset_strength_p90"] = float(np.percentile(envelope, 90))
    envelopes = _envelopes_by_band(decibels)
    for band, part in zip(ONSET_BANDS, envelopes, strict=True):
        found[f"onset_rate_{band}"] = _rate(find_onsets(part), len(part))
        found[f"pulse_clarity_{band}"] = _clarity(autocorrelation(part))
    found["onset_low_high_correlation"] = _correlation(envelopes[0], envelopes[-1])
    return found


def autocorrelation(envelope: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the autocorrelation of an onset envelope in windows of eight seconds, averaged over them.

    Each window loses its mean; a lag is divided by how much of the window overlaps itself, and all by lag 0.

    Returns
    -------
    NDArray[np.float64] [shape=(258,)], from lag 0 on, in frames; 0 beyond three quarters of a shorter envelope
    """
    width = min(WINDOW, len(envelope))
    windows = np.lib.stride_tricks.sliding_window_view(envelope, width)[::_STEP]
    total = np.zeros(_N_FFT // 2 + 1)
    for start in range(0, len(windows), _TOGETHER):
        part = windows[start : start + _TOGETHER]
        spectrum = scipy.fft.rfft(part - part.mean(axis=1, keepdims=True), _N_FFT, axis=1)
        total += (spectrum.real**2 + spectrum.imag**2).sum(axis=0)
    raw = scipy.fft.irfft(total, _N_FFT)[:_LONGEST]
    found = np.zeros(_LONGEST)
    if raw[0] <= len(windows) * width * _FAINTEST**2:
        return found
    n_lags = min(_LONGEST, max(1, width * 3 // 4))
    found[:n_lags] = raw[:n_lags] / raw[0] * width / (width - np.arange(n_lags))
    return np.clip(found, -1.0, 1.0)


def _pulses(correlation: NDArray[np.float64]) -> dict[str, float]:
    """Strongest autocorrelation in each range of tempi."""
    edges = 60.0 * FRAME_RATE / (40.0 * 2.0 ** (np.arange(len(PULSE_BPM) + 1) / 4))
    return {
        f"pulse_{bpm}_bpm": float(correlation[int(np.ceil(short)) : int(long) + 1].max())
        for bpm, (long, short) in zip(PULSE_BPM, pairwise(edges), strict=True)
    }


def _relative_pulses(correlation: NDArray[np.float64]) -> dict[str, float]:
    """Autocorrelation at multiples of the strongest period, which is weighted towards 120 BPM."""
    lags = np.arange(_BEAT_LAGS.start, _BEAT_LAGS.stop)
    prior = np.exp(-0.5 * np.log2(60.0 * FRAME_RATE / lags / 120.0) ** 2)
    weighted = correlation[_BEAT_LAGS] * prior
    period = int(lags[int(weighted.argmax())]) if weighted.max() > 0 else 0
    found = {}
    for name, ratio in PULSE_RATIOS.items():
        lag = round(period * ratio)
        near = correlation[max(lag - 1, 1) : lag + 2] if period else correlation[:0]
        found[f"pulse_{name}"] = float(near.max()) if len(near) else 0.0
    return found


def _clarity(correlation: NDArray[np.float64]) -> float:
    return float(max(correlation[_BEAT_LAGS].max(), 0.0))


def _entropy(correlation: NDArray[np.float64]) -> float:
    """Entropy of the positive part between 40 and 258 BPM: 0 for one pulse alone, 1 where all are alike."""
    return float(entropies(np.maximum(correlation[_BEAT_LAGS], 0.0)[np.newaxis])[0])


def entropies(weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the entropy of each row of weights as a share of the greatest possible, 0 to 1; 0 where all are 0."""
    total = weights.sum(axis=1, keepdims=True)
    shares = np.divide(weights, total, out=np.zeros_like(weights), where=total > 0)
    logarithms = np.log(shares, out=np.zeros_like(shares), where=shares > 0)
    return np.asarray(np.maximum(-(shares * logarithms).sum(axis=1) / np.log(weights.shape[1]), 0.0))


def find_onsets(envelope: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the frames at which something starts: highest within 3 frames, and 1 dB above the mean of 0.9 s."""
    if len(envelope) < 3:
        return np.empty(0, np.int64)
    padded = np.pad(envelope, 2, constant_values=-np.inf)
    highest = np.lib.stride_tricks.sliding_window_view(padded, 5).max(axis=1)
    sums = np.concatenate([[0.0], np.cumsum(envelope)])
    places = np.arange(len(envelope))
    first, last = np.maximum(places - _AROUND, 0), np.minimum(places + _AROUND + 1, len(envelope))
    usual = (sums[last] - sums[first]) / (last - first)
    return np.flatnonzero((envelope == highest) & (envelope > usual + max(_LEAST_RISE, 0.5 * float(envelope.std()))))


def _rate(onsets: NDArray[np.int64], n_frames: int) -> float:
    return len(onsets) * FRAME_RATE / n_frames


def _interval_spread(onsets: NDArray[np.int64]) -> float:
    """Return the standard deviation of the intervals as a share of their mean; 0 where there are fewer than two."""
    intervals = np.diff(onsets)
    return float(intervals.std() / intervals.mean()) if len(intervals) > 1 else 0.0


def _envelopes_by_band(decibels: Frames) -> list[NDArray[np.float64]]:
    edges = np.searchsorted(mel_frequencies(), _BAND_EDGES_HZ)
    return [onset_strength(decibels[:, a:b]).astype(np.float64) for a, b in pairwise(edges)]


def _correlation(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    if min(one.std(), other.std()) < _FAINTEST:
        return 0.0
    return float(np.clip(np.mean((one - one.mean()) * (other - other.mean())) / (one.std() * other.std()), -1.0, 1.0))
