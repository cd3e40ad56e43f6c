"""How far a number of the tables may be from librosa's, as decision 0003 has it."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray

SONG: float = 1e-5
"""Relative difference allowed for the numbers of a whole song."""

BAR: float = 1e-4
"""The same for a bar, whose few frames weigh single roundings more."""

MFCC: float = 1e-3
"""Absolute difference allowed for an MFCC, whose mean can be near zero."""

WIDER_SONG: Mapping[str, float] = {"chroma_cens": 1e-2}
"""Relative differences for columns that begin so: librosa's own constant-Q transform changed between versions."""

WIDER_BAR: Mapping[str, float] = {"chroma_cens": 5e-2, "spectral_flatness": 5e-3, "HPR": 2e-2}


def allowed(name: str, theirs: ArrayLike, relative: float, wider: Mapping[str, float]) -> NDArray[np.float64]:
    """Return the absolute difference that a column allows from librosa's numbers.

    Parameters
    ----------
    name : str
        The column.
    theirs : array-like
        librosa's numbers.
    relative : float
        `SONG` or `BAR`.
    wider : Mapping[str, float]
        `WIDER_SONG` or `WIDER_BAR`.

    Returns
    -------
    NDArray[np.float64] of the shape of `theirs`
    """
    share = next((value for start, value in wider.items() if name.startswith(start)), relative)
    least = MFCC if name.startswith("mfcc") else 0.0
    return np.maximum(share * np.abs(np.asarray(theirs, dtype=np.float64)), least)
