"""Notes with overtones, made up."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

SR = 22050


def sounding(pitches: Iterable[float], seconds: float, cents: float = 0.0) -> NDArray[np.float32]:
    """Return notes (MIDI numbers) that sound together, with four partials each."""
    time = np.arange(int(seconds * SR)) / SR
    y = np.zeros(len(time))
    for pitch in pitches:
        frequency = 440 * 2 ** ((pitch - 69 + cents / 100) / 12)
        for partial in range(1, 5):
            y += np.sin(2 * np.pi * frequency * partial * time + partial) / partial**1.5
    return (0.05 * y).astype(np.float32)


def progression(chords: Iterable[tuple[int, ...]], seconds: float, cents: float = 0.0) -> NDArray[np.float32]:
    """Return chords one after another, each so many seconds long; an empty one is silence."""
    return np.concatenate([sounding(chord, seconds, cents) for chord in chords])
