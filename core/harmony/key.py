"""The key of a piece and the runner-up."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.harmony.key_names import SPELLED
from core.harmony.pitches import HIGHEST, LOWEST, Pitches, chroma_of

_PROFILES = {
    "major": (0.238, 0.006, 0.111, 0.006, 0.137, 0.094, 0.016, 0.214, 0.009, 0.080, 0.008, 0.081),
    "minor": (0.220, 0.006, 0.104, 0.123, 0.019, 0.103, 0.012, 0.214, 0.062, 0.022, 0.061, 0.052),
}
_FAINTEST = 0.2  # correlation below which nothing tonal can be claimed
_MAJOR_BY_NATURE = 0.05
"""By how much the correlation of a major key is lowered: the fifth partial of every tone is a major third above it."""

_FLATTEST = 0.3  # range over mean of the chroma; white noise has 0.2, the least tonal music some 0.5


@dataclass(frozen=True)
class KeyEstimate:
    """A key such as "E minor", the next likely one, and how far apart they are.

    `strength` and `second_strength` are correlations with the key profile, in [-1, 1], those of major keys lowered.
    """

    name: str
    strength: float
    second_name: str
    second_strength: float


def estimate_key(chroma: NDArray[np.float32], pitches: Pitches) -> KeyEstimate | None:
    """Return the key whose profile correlates best with the pitches of a piece.

    Parameters
    ----------
    chroma : NDArray[np.float32] [shape=(n_frames, 12)], from C
        Says whether there is anything tonal: noise has no peaks that agree, but it has peaks.
    pitches : NDArray[np.float32] [shape=(n_frames, 77)]
        As `measure_pitches` returns them.

    Returns
    -------
    KeyEstimate, or None for silence and for sounds without a tonal centre

    References
    ----------
    Profiles: J. Albrecht and D. Shanahan, "The use of large corpora to train a new type of key-finding algorithm",
    Music Perception 31(1), 2013.
    """
    loudness = chroma.mean(axis=0, dtype=np.float64)
    mean = chroma_of(pitches, LOWEST + 2, HIGHEST - 2).mean(axis=0, dtype=np.float64)
    if loudness.max() - loudness.min() <= _FLATTEST * loudness.mean() or np.ptp(mean) == 0.0:
        return None
    strengths = {
        f"{SPELLED[mode][tonic]} {mode}": float(np.corrcoef(mean, np.roll(profile, tonic))[0, 1])
        - (_MAJOR_BY_NATURE if mode == "major" else 0.0)
        for mode, profile in _PROFILES.items()
        for tonic in range(12)
    }
    first, second = sorted(strengths, key=strengths.__getitem__, reverse=True)[:2]
    if strengths[first] < _FAINTEST:
        return None
    return KeyEstimate(first, strengths[first], second, strengths[second])
