"""What the net is to say about a passage: beats and downbeats by frame, the tempo, and where it is judged."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.rhythm.grid import FRAME_RATE
from core.rhythm.net_input import TEMPI

_WIDTH = 0.7  # frames, standard deviation of the bump at a beat; symmetric, so that its top is where the beat is
_TEMPO_WIDTH = 0.045  # octaves
_BEFORE = 0.3  # weight of what comes before the first beat: silence, mostly


@dataclass(frozen=True, eq=False)
class Target:
    """What is wanted.

    Attributes
    ----------
    beats : NDArray[np.float32] [shape=(n_frames, 2)], probability of a beat and of a downbeat
    weights : NDArray[np.float32] [shape=(n_frames,)], how much each frame counts
    tempo : NDArray[np.float32] [shape=(60,)], summing to 1
    """

    beats: NDArray[np.float32]
    weights: NDArray[np.float32]
    tempo: NDArray[np.float32]


def target_of(beat_frames: NDArray[np.float64], positions: NDArray[np.int64], n_frames: int, length: int) -> Target:
    """Return the target of a passage of `n_frames`, padded with frames that do not count to `length`."""
    beats = np.zeros((length, 2), np.float32)
    frames = np.arange(length)
    for frame, position in zip(beat_frames, positions, strict=True):
        low, high = max(0, int(frame) - 3), min(n_frames, int(frame) + 5)
        if low < high:
            bump = np.exp(-0.5 * np.square((frames[low:high] - frame) / _WIDTH))
            beats[low:high, 0] = np.maximum(beats[low:high, 0], bump)
            if position == 1:
                beats[low:high, 1] = np.maximum(beats[low:high, 1], bump)
    interval = float(np.median(np.diff(beat_frames)))
    weights = np.ones(length, np.float32)
    weights[: max(0, int(beat_frames[0] - 0.9 * interval))] = _BEFORE
    weights[min(length, max(0, int(beat_frames[-1] + 0.9 * interval))) :] = 0
    weights[n_frames:] = 0
    inside = beat_frames[(beat_frames > -interval) & (beat_frames < n_frames + interval)]
    if len(inside) > 3:
        interval = float(np.median(np.diff(inside)))
    distance = np.log2(TEMPI * interval / (60 * FRAME_RATE)) / _TEMPO_WIDTH
    tempo = np.exp(-0.5 * np.square(np.clip(distance, -30, 30))) + 1e-12
    return Target(beats, weights, (tempo / tempo.sum()).astype(np.float32))
