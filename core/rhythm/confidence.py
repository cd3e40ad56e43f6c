"""How sure a grid is: of each beat, of each bar, and as a whole.

Each is a logistic model of a few numbers; its coefficients are learned on rendered music, whose beats are known.
"""

from dataclasses import dataclass

import numpy as np
import scipy.ndimage
from numpy.typing import NDArray

from core.rhythm import level_model

_FAINTEST = 0.01
_NEIGHBOURS = 17  # beats over which a beat's surroundings are taken
_STEADY, _BARRED = 0.3, 0.35  # mean confidence below which there is no steady tempo, no bars
_MOST = 6.0  # log odds beyond which nothing is more certain


@dataclass(frozen=True, eq=False)
class Certainty:
    """How sure a grid is.

    Attributes
    ----------
    beats : NDArray[np.float64] [shape=(n_beats,)], probability that a person would tap each beat
    bars : NDArray[np.float64] [shape=(n_beats,)], probability that a bar starts at each beat, where the grid has one
    whole : probability that the grid as a whole is right
    is_steady, has_bars : as in `BeatEstimate`
    """

    beats: NDArray[np.float64]
    bars: NDArray[np.float64]
    whole: float
    is_steady: bool
    has_bars: bool


def beat_numbers(beat: NDArray[np.float32], frames: NDArray[np.int64], level: float) -> NDArray[np.float64]:
    """Return what the confidence of each beat follows from [shape=(n_beats, 5)]; `level` is how probable it is."""
    on = _peak(beat, frames)
    distance = np.diff(frames, append=2 * frames[-1:] - frames[-2:-1] if len(frames) > 1 else frames[-1:])
    half = _peak(beat, frames + distance // 2)
    around = scipy.ndimage.uniform_filter1d(on, _NEIGHBOURS, mode="nearest")
    between = scipy.ndimage.uniform_filter1d(half, _NEIGHBOURS, mode="nearest")
    level_odds = np.full(len(frames), log_odds(np.array(level)))
    return np.stack([np.ones(len(frames)), on, around, between, level_odds], axis=1)


def bar_numbers(downbeats: NDArray[np.float64], beats: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return what the confidence of each bar follows from [shape=(n_beats, 3)]."""
    return np.stack([np.ones(len(beats)), log_odds(downbeats), log_odds(beats)], axis=1)


def whole_numbers(beats: NDArray[np.float64], frames: NDArray[np.int64], level: float) -> NDArray[np.float64]:
    """Return what the confidence of the whole follows from [shape=(4,)]."""
    lengths = np.log(np.maximum(1, np.diff(frames)))
    uneven = float(np.abs(np.diff(lengths)).mean()) if len(lengths) > 1 else 1.0
    return np.array([1.0, float(log_odds(np.array(level))), float(log_odds(beats).mean()), min(uneven, 0.3)])


def certainty_of(
    beat: NDArray[np.float32], frames: NDArray[np.int64], downbeats: NDArray[np.float64], level: float
) -> Certainty:
    """Tell how sure some beats are.

    Parameters
    ----------
    beat : NDArray[np.float32] [shape=(n_frames,)]
        Probability of a beat at the decoder's rate.
    frames : NDArray[np.int64] [shape=(n_beats,)]
        Decoder frames of the beats.
    downbeats : NDArray[np.float64] [shape=(n_beats,)]
        Probability of each beat to start a bar, if the beats are right.
    level : float
        Probability of the reading.

    Returns
    -------
    Certainty
    """
    beats = logistic(beat_numbers(beat, frames, level) @ np.asarray(level_model.BEAT))
    bars = logistic(bar_numbers(downbeats, beats) @ np.asarray(level_model.BAR))
    whole = float(logistic(whole_numbers(beats, frames, level) @ np.asarray(level_model.WHOLE)))
    is_steady = bool(beats.mean() >= _STEADY)
    likely = np.sort(downbeats)[-max(1, len(downbeats) // 4) :]
    return Certainty(beats, bars, whole, is_steady, is_steady and bool(likely.mean() >= _BARRED))


def log_odds(probability: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return log odds, within six of even."""
    clipped = np.clip(probability, 1e-9, 1 - 1e-9)
    return np.asarray(np.clip(np.log(clipped / (1 - clipped)), -_MOST, _MOST))


def logistic(value: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the probability of some log odds."""
    return np.asarray(1.0 / (1.0 + np.exp(-value)))


def _peak(activation: NDArray[np.float32], frames: NDArray[np.int64]) -> NDArray[np.float64]:
    """Log of the activation's peak around some frames."""
    around = np.clip(frames[:, np.newaxis] + np.arange(-2, 3), 0, len(activation) - 1)
    return np.asarray(np.log(activation[around].max(axis=1) + _FAINTEST), dtype=np.float64)
