"""Timbre beyond means and variances: contrast of the bands, percentiles, changes from frame to frame, percussion.

References
----------
D.-N. Jiang et al., "Music type classification by spectral contrast feature", ICME 2002. G. Tzanetakis and P. Cook,
"Musical genre classification of audio signals", IEEE Transactions on Speech and Audio Processing 10(5), 2002 (share of
frames below the mean level). K. West and S. Cox, "Features and classifiers for the automatic classification of musical
audio signals", ISMIR 2004.
"""

import numpy as np
from numpy.typing import NDArray

from core.features.recipe import N_CONTRAST_BANDS, N_EXTENDED_MFCC
from core.features.rows import spectral_contrast
from core.rhythm.tempo import log_mel
from core.spectrum.balance import STEP_HOPS
from core.spectrum.filter_banks import mel_dct
from core.spectrum.tracks import Frames, FrameTracks, SliceTracks

_FAINTEST_SHARE = 1e-6  # of the energy of the loudest step; a fainter one is a pause, and has no balance
_RANGE_DB = 80.0


def texture_features(tracks: SliceTracks, decibels: Frames) -> dict[str, float]:
    """Return the numbers of timbre, level and percussion.

    Parameters
    ----------
    tracks : what the shared pass measured of the slice
    decibels : NDArray[np.float32] [shape=(n_frames, 128)], log mel spectrum

    Returns
    -------
    dict[str, float]
        In dB, Hz or plain numbers, as `core.features.extended_columns` says; levels are relative to the slice's own, so
        that a gain changes none of them.
    """
    return {
        **_contrast(tracks.frames),
        **_mfcc(decibels),
        **_percentiles(tracks.frames),
        **_level(tracks.frames.rms),
        **_percussion(tracks),
    }


def _contrast(frames: FrameTracks) -> dict[str, float]:
    contrast = spectral_contrast(frames.contrast_peak, frames.contrast_valley)
    valley = log_mel(frames.contrast_valley)
    loudest = float(log_mel(frames.contrast_peak).max())
    found = {}
    for band in range(N_CONTRAST_BANDS):
        found[f"contrast_{band + 1}_mean"] = float(contrast[:, band].mean(dtype=np.float64))
        found[f"contrast_{band + 1}_std"] = float(contrast[:, band].std(dtype=np.float64))
        found[f"contrast_{band + 1}_valley"] = float(valley[:, band].mean(dtype=np.float64)) - loudest
    return found


def _mfcc(decibels: Frames) -> dict[str, float]:
    coefficients = (decibels @ mel_dct())[:, :N_EXTENDED_MFCC]
    means = coefficients.mean(axis=0, dtype=np.float64)
    low, high = np.percentile(coefficients, (10, 90), axis=0)
    found = {}
    for i in range(N_EXTENDED_MFCC):
        found[f"mfcc{i + 1}_p10"], found[f"mfcc{i + 1}_p90"] = float(low[i] - means[i]), float(high[i] - means[i])
        found[f"mfcc{i + 1}_delta_std"] = _delta_std(coefficients[:, i])
    return found


def _percentiles(frames: FrameTracks) -> dict[str, float]:
    found = {}
    tracks = {
        "centroid": frames.centroid,
        "bandwidth": frames.bandwidth,
        "rolloff": frames.rolloff,
        "crossings": frames.zero_crossing_rate,
    }
    for name, track in tracks.items():
        found[f"{name}_p10"], found[f"{name}_p90"] = _deciles(track)
    found["centroid_delta_std"] = _delta_std(frames.centroid)
    flatness = 10.0 * np.log10(np.maximum(frames.flatness, 1e-10, dtype=np.float64))
    found["flatness_mean"], found["flatness_std"] = float(flatness.mean()), float(flatness.std())
    found["flatness_p10"], found["flatness_p90"] = _deciles(flatness)
    return found


def _level(rms: Frames) -> dict[str, float]:
    """Level against the mean power of the slice; what lies 80 dB below the loudest frame counts as that."""
    loudest = float(rms.max())
    if loudest <= 0.0:
        return dict.fromkeys((f"level_{name}" for name in ("p10", "p90", "delta_std", "below_mean")), 0.0)
    relative = np.maximum(rms.astype(np.float64) / loudest, 10.0 ** (-_RANGE_DB / 20))
    level = 20.0 * np.log10(relative) - 10.0 * np.log10(np.square(relative).mean())
    low, high = _deciles(level)
    return {
        "level_p10": low,
        "level_p90": high,
        "level_delta_std": _delta_std(level),
        "level_below_mean": float((relative < relative.mean()).mean()),
    }


def _percussion(tracks: SliceTracks) -> dict[str, float]:
    percussive, harmonic = tracks.percussive.hop_squares, tracks.harmonic.hop_squares
    starts = np.arange(0, len(percussive), STEP_HOPS)
    steps, others = ((np.add.reduceat(one, starts) if len(one) else one) for one in (percussive, harmonic))
    total = steps + others
    heard = total > _FAINTEST_SHARE * total.max(initial=0.0)
    shares = steps[heard] / total[heard] if heard.any() else np.zeros(1)
    low, high = _deciles(shares)
    return {
        "percussive_share_whole": float(steps.sum() / total.sum()) if heard.any() else 0.0,
        "percussive_share_mean": float(shares.mean()),
        "percussive_share_std": float(shares.std()),
        "percussive_share_p10": low,
        "percussive_share_p90": high,
        "percussive_peak": _peak(percussive),
        "harmonic_peak": _peak(harmonic),
    }


def _peak(squares: NDArray[np.float64]) -> float:
    """Return the 95th percentile of the energy of the hops against their mean, dB, not below -80; 0 for silence."""
    mean = float(squares.mean()) if len(squares) else 0.0
    if mean <= 0.0:
        return 0.0
    return float(10.0 * np.log10(max(np.percentile(squares, 95) / mean, 10.0 ** (-_RANGE_DB / 10))))


def _deciles(track: NDArray[np.float32] | NDArray[np.float64]) -> tuple[float, float]:
    low, high = np.percentile(track, (10, 90))
    return float(low), float(high)


def _delta_std(track: NDArray[np.float32] | NDArray[np.float64]) -> float:
    """Return the standard deviation of half the difference between the frames on either side of each one."""
    changes = 0.5 * (track[2:].astype(np.float64) - track[:-2])
    return float(changes.std()) if len(changes) else 0.0
