"""Which metrical level is the beat: how probable each reading of a pulse is to be what a person taps."""

import numpy as np
from numpy.typing import NDArray

from core.rhythm import level_model

FEATURES = (
    "speed", "speed_squared", "net", "salience", "gain", "total_gain", "beats", "halves", "thirds", "alternation",
    "bars",
)  # fmt: skip
"""What is known of a reading, in the order of what `describe` returns."""

_REFERENCE_BPM = 112.0
_FAINTEST = 0.01


def describe(
    beat: NDArray[np.float32],
    frames: NDArray[np.int64],
    tempo: float,
    *,
    net: float,
    salience: float,
    score: float,
    bar_score: float,
    rate: float,
) -> NDArray[np.float64]:
    """Measure what the level model is told of some beats.

    Parameters
    ----------
    beat : NDArray[np.float32] [shape=(n_frames,)], probability of a beat at the decoder's rate
    frames : NDArray[np.int64] [shape=(n_beats,)]
    tempo : BPM
    net : log probability of the tempo as the net hears it
    salience : mean log periodicity of the tempo
    score : nats that the beats gain in all
    bar_score : nats that the bars gain per beat
    rate : decoder frames a second

    Returns
    -------
    NDArray[np.float64] [shape=(n_features,)]
    """
    speed = float(np.log2(tempo / _REFERENCE_BPM))
    distance = np.diff(frames)
    halves = frames[:-1] + distance // 2
    thirds = np.concatenate([frames[:-1] + distance // 3, frames[:-1] + 2 * distance // 3])
    on = strength(beat, frames)
    return np.array(
        [
            speed,
            speed**2,
            net,
            salience,
            score / len(frames),
            score / (len(beat) / rate),
            float(on.mean()),
            float(strength(beat, halves).mean()),
            float(strength(beat, thirds).mean()),
            abs(float(on[::2].mean() - on[1::2].mean())),
            bar_score,
        ]
    )


def nothing_to_tell() -> NDArray[np.float64]:
    """Return the features of a reading with hardly any beats: as improbable as can be."""
    features = np.zeros(len(FEATURES))
    features[FEATURES.index("speed_squared")] = 9.0
    return features


def strength(activation: NDArray[np.float32], frames: NDArray[np.int64]) -> NDArray[np.float64]:
    """Log of the activation's peak around some frames."""
    around = np.clip(frames[:, np.newaxis] + np.arange(-2, 3), 0, len(activation) - 1)
    return np.asarray(np.log(activation[around].max(axis=1) + _FAINTEST), dtype=np.float64)


def probabilities(features: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the probability of each reading.

    Parameters
    ----------
    features : NDArray[np.float64] [shape=(n_readings, n_features)]

    Returns
    -------
    NDArray[np.float64] [shape=(n_readings,)], summing to 1
    """
    score = features @ np.asarray(level_model.WEIGHTS)
    score = np.exp(score - score.max())
    return np.asarray(score / score.sum())
