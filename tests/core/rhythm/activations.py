"""Activations as a net would give them for beats that are known."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.rhythm.estimate import Activations
from core.rhythm.grid import FRAME_RATE


def activations_of(
    beats: NDArray[np.float64],
    positions: Sequence[int] | NDArray[np.int64],
    duration: float,
    *,
    height: float = 0.8,
    between: float = 0.0,
    noise: float = 0.03,
    seed: int = 0,
    onsets: bool = True,
) -> Activations:
    """Return peaks at the beats, lower ones half-way between them, and noise.

    Parameters
    ----------
    beats : seconds
    positions : place in the bar of each beat
    duration : seconds
    height, between : probability at a beat and half-way to the next
    noise : mean of what there is everywhere
    seed : of the noise
    onsets : whether the exact times are known
    """
    random = np.random.default_rng(seed)
    frames = np.arange(int(duration * FRAME_RATE) + 1)
    beat = random.exponential(noise, len(frames)) if noise else np.zeros(len(frames))
    downbeat = random.exponential(noise / 2, len(frames)) if noise else np.zeros(len(frames))
    halves = (beats[1:] + beats[:-1]) / 2
    for time, top, first in [
        *[(time, height, position == 1) for time, position in zip(beats, positions, strict=True)],
        *[(time, between, False) for time in halves],
    ]:
        shape = top * np.maximum(0, 1 - np.abs(frames - time * FRAME_RATE) / 1.75)
        beat = np.maximum(beat, shape)
        if first:
            downbeat = np.maximum(downbeat, 0.85 * shape)
    none = np.empty(0, np.float32)
    return Activations(
        beat=np.rint(255 * np.clip(beat, 0, 1)).astype(np.uint8),
        downbeat=np.rint(255 * np.clip(downbeat, 0, 1)).astype(np.uint8),
        tempo=np.zeros(60, np.float32),
        onset_times=beats.astype(np.float32) if onsets else none,
        onset_strengths=np.ones(len(beats), np.float32) if onsets else none,
        duration=duration,
        frame_rate=FRAME_RATE,
    )


def steady(
    tempo: float, metre: int = 4, duration: float = 30.0, first: float = 0.4, first_position: int = 1, **how: float
) -> tuple[NDArray[np.float64], NDArray[np.int64], Activations]:
    """Return beats at one tempo, their positions, and the activations of them."""
    beats = np.arange(first, duration - 0.1, 60.0 / tempo)
    positions = (np.arange(len(beats)) + first_position - 1) % metre + 1
    return beats, positions, activations_of(beats, positions, duration, **how)  # type: ignore[arg-type]
