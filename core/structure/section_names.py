"""What a section may be: a guess that is only made where all that can be heard speaks for it, with a question mark."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

CHORUS = "chorus?"

_LOUDER = 1.0  # dB by which its quietest appearance is above the loudest of all others
_SHORT = 3  # units of a section too short to count among the others
_MOST = 0.6  # share of the piece; what takes more is the piece


def guessed_names(
    labels: Sequence[str], bounds: Sequence[tuple[int, int]], levels: NDArray[np.float64]
) -> tuple[tuple[str, str], ...]:
    """Return which label may be the chorus: it comes back, never begins the piece, and is always the loudest part.

    A verse or a bridge has no mark of its own that could be heard, so that no other name is given.

    Parameters
    ----------
    labels, bounds : of the sections, with their first unit and end
    levels : NDArray[np.float64] [shape=(n_units,)], level of each unit, dB
    """
    lengths = [end - start for start, end in bounds]
    means = [float(levels[start:end].mean()) for start, end in bounds]
    for label in dict.fromkeys(labels):
        own = [place for place, one in enumerate(labels) if one == label]
        others = [means[place] for place in range(len(labels)) if labels[place] != label and lengths[place] > _SHORT]
        share = sum(lengths[place] for place in own) / max(sum(lengths), 1)
        if len(own) < 2 or own[0] == 0 or not others or share > _MOST:
            continue
        if min(means[place] for place in own) >= max(others) + _LOUDER:
            return ((label, CHORUS),)
    return ()
