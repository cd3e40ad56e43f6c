"""Rows that an edit would send elsewhere stay under the hand that edits them, until something else is asked for."""

from collections.abc import Iterable
from typing import Final

import numpy as np

from desktop.library.table_model import Ids

MOST_HELD: Final = 500
"""Of more tracks than these none is held: who edits so many at once does not watch one row."""


def held_in_place(found: Ids, shown: Ids, held: Iterable[int]) -> Ids:
    """Return tracks in the order found, but those held where they are shown, also where the filter lets them go.

    Parameters
    ----------
    found : ids in the order in which the catalogue has them now [shape=(n,)]
    shown : ids in the order in which they are shown [shape=(m,)]
    held : ids that are to stay below the same neighbour
    """
    wanted = np.fromiter(held, dtype=np.int64)
    stays = np.isin(shown, wanted)
    if not 0 < np.count_nonzero(stays) <= MOST_HELD:
        return found
    others = found[~np.isin(found, wanted)]
    if np.array_equal(others, shown[~stays]):
        return shown
    anchors = np.flatnonzero(np.isin(shown, others))
    places = []
    for row in np.flatnonzero(stays).tolist():
        before = anchors[: int(np.searchsorted(anchors, row))]
        places.append(1 + int(np.flatnonzero(others == shown[before[-1]])[0]) if len(before) else 0)
    return np.insert(others, places, shown[stays])
