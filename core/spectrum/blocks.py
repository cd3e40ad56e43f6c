"""Moving numbers around in memory piece by piece, so that each piece stays in the cache."""

import numpy as np
from numpy.typing import NDArray

_PIECE = 128


def transpose_into(out: NDArray[np.float32], source: NDArray[np.float32]) -> None:
    """Write `source.T` into `out`."""
    for start in range(0, len(source), _PIECE):
        for first in range(0, source.shape[1], _PIECE):
            piece = source[start : start + _PIECE, first : first + _PIECE]
            out[first : first + _PIECE, start : start + _PIECE] = piece.T


def transposed(source: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return a contiguous copy of `source.T`."""
    out = np.empty(source.shape[::-1], source.dtype)
    transpose_into(out, source)
    return out
