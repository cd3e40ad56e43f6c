"""What every decoder of the player delivers: stereo blocks, whatever the file's channels, or a `SourceError`."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from core.errors import ProgramError

Block = NDArray[np.float32]
"""Samples in [-1, 1] [shape=(n_frames, 2)], left and right."""

_LAYOUTS: Final = {3: "LRC", 4: "LRLR", 5: "LRCLR", 6: "LRCELR", 7: "LRCECLR", 8: "LRCELRLR"}
"""Which loudspeaker each channel of a surround file belongs to, in the order of WAV; E is the low-frequency effect."""


class SourceError(ProgramError):
    """A file cannot be played."""


def stereo_weights(n_channels: int) -> Block:
    """How much of each channel goes to the left and to the right [shape=(n_channels, 2)].

    Centre and surround count 0.7, and each side's weights sum to 1, so that no sample grows beyond full scale.
    """
    if n_channels == 1:
        return np.ones((1, 2), dtype=np.float32)
    if n_channels == 2:
        return np.eye(2, dtype=np.float32)
    layout = _LAYOUTS.get(n_channels)
    if layout is None:
        return np.full((n_channels, 2), 1 / n_channels, dtype=np.float32)
    gains = {"L": (1.0, 0.0), "R": (0.0, 1.0), "C": (0.7, 0.7), "E": (0.0, 0.0)}
    weights = np.array([gains[place] for place in layout], dtype=np.float32)
    weights[3:] *= 0.7
    normalised: Block = weights / weights.sum(axis=0)
    return normalised


def to_stereo(samples: NDArray[Any], weights: Block) -> Block:
    """Finite stereo within full scale, whatever `samples` [shape=(n_frames, n_channels)] hold."""
    finite = np.nan_to_num(samples, nan=0.0, posinf=0.0, neginf=0.0)
    n_channels = len(weights)
    stereo = finite if n_channels == 2 else finite @ weights
    clipped: Block = np.clip(stereo, -1.0, 1.0).astype(np.float32, copy=False)
    return clipped
