"""The same pulse half a beat off: where the beats lie if those that were found are the off-beats.

Where off-beats are played louder than the beats, as in ska, much metal and many patterns of Latin drums, a tracker
takes them for the beats. The bars tell: over beats in the right phase the downbeats stand out more.
"""

import numpy as np
from numpy.typing import NDArray

from core.rhythm import level_model
from core.rhythm.confidence import logistic
from core.rhythm.levels import strength

_FEWEST_BEATS = 8
"""Below as many beats the bars tell nothing."""

_REACH = 0.06
"""Of a beat: so far from the middle between two beats an off-beat may lie."""


def between(beat: NDArray[np.float32], frames: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the off-beats of some beats, where the activation peaks near the middle between two beats.

    Parameters
    ----------
    beat : NDArray[np.float32] [shape=(n_frames,)], probability of a beat at the decoder's rate
    frames : NDArray[np.int64] [shape=(n_beats,)]

    Returns
    -------
    NDArray[np.int64] [shape=(n_off_beats,)], from before the first beat to after the last; none of fewer than two beats
    """
    if len(frames) < 2:
        return np.empty(0, np.int64)
    distance = np.diff(frames)
    middles = np.concatenate(
        [frames[:1] - distance[0] // 2, frames[:-1] + distance // 2, frames[-1:] + distance[-1] // 2]
    )
    middles = middles[(middles >= 0) & (middles < len(beat))]
    reach = max(1, int(_REACH * float(np.median(distance))))
    around = np.clip(middles[:, np.newaxis] + np.arange(-reach, reach + 1), 0, len(beat) - 1)
    return np.asarray(around[np.arange(len(around)), beat[around].argmax(axis=1)], dtype=np.int64)


def shift_numbers(
    beat: NDArray[np.float32],
    frames: NDArray[np.int64],
    off_beats: NDArray[np.int64],
    bar_score: float,
    off_bar_score: float,
) -> NDArray[np.float64] | None:
    """Return what the probability of the shifted reading follows from.

    Parameters
    ----------
    beat : NDArray[np.float32] [shape=(n_frames,)], probability of a beat at the decoder's rate
    frames, off_beats : beats as found, and half a beat off, decoder frames
    bar_score, off_bar_score : nats a beat that the bars over each gain

    Returns
    -------
    NDArray[np.float64] [shape=(3,)]; None where there are too few beats to tell
    """
    if min(len(frames), len(off_beats)) < _FEWEST_BEATS:
        return None
    gain = float(strength(beat, off_beats).mean() - strength(beat, frames).mean())
    return np.array([1.0, gain, off_bar_score - bar_score])


def probability(numbers: NDArray[np.float64] | None) -> float:
    """Return how probable it is that a pulse at the right level is half a beat off; 0 where nothing tells."""
    return 0.0 if numbers is None else float(logistic(numbers @ np.asarray(level_model.PHASE)))


def shared(readings: NDArray[np.float64], off: float) -> NDArray[np.float64]:
    """Give the shifted reading its share of the most probable one; what is unsure of the phase is not of the level.

    Parameters
    ----------
    readings : NDArray[np.float64] [shape=(n_readings,)]
        Probability of each level.
    off : float
        Probability that the most probable one is half a beat off.

    Returns
    -------
    NDArray[np.float64] [shape=(n_readings + 1,)], the last one of the shifted reading; one of the two phases is the
    most probable of all
    """
    best = int(readings.argmax())
    others = float(np.delete(readings, best).max(initial=0.0))
    likelier = max(max(off, 1 - off) * readings[best], others)
    found = np.append(readings, readings[best] - likelier)
    found[best] = likelier
    if off > 0.5:
        found[[best, -1]] = found[[-1, best]]
    return found
