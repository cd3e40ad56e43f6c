"""The song table's numbers of all tracks as one matrix in memory: what filters and orders by features look at."""

import sqlite3
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.features.columns import SONG_COLUMNS

FEATURE_NAMES = tuple(column.name for column in SONG_COLUMNS)


@dataclass(frozen=True)
class FeatureTest:
    """Whether a feature lies between two bounds, both included or, where `strict`, both left out."""

    name: str
    low: float
    high: float
    strict: bool = False
    negated: bool = False


class SongFeatures:
    """A copy of the numbers as they were when it was made.

    Attributes
    ----------
    ids : NDArray[np.int64] [shape=(n,)], rising
    numbers : NDArray[np.float64] [shape=(n, 63)], in the order of `SONG_COLUMNS`; NaN where there is no such number
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        rows = db.execute("SELECT track_id, songs FROM features ORDER BY track_id").fetchall()
        self.ids = np.array([track for track, _ in rows], dtype=np.int64)
        self.numbers = np.frombuffer(b"".join(blob for _, blob in rows), "<f8").reshape(-1, len(FEATURE_NAMES))

    def of(self, ids: NDArray[np.int64], name: str) -> NDArray[np.float64]:
        """One feature of some tracks, NaN where it is not known [shape=(len(ids),)]."""
        values = np.full(len(ids), np.nan)
        if len(self.ids):
            places = np.minimum(np.searchsorted(self.ids, ids), len(self.ids) - 1)
            known = self.ids[places] == ids
            values[known] = self.numbers[places[known], FEATURE_NAMES.index(name)]
        return values

    def passing(self, ids: NDArray[np.int64], test: FeatureTest) -> NDArray[np.int64]:
        """Those of some tracks that pass a test, in their order."""
        values = self.of(ids, test.name)
        if test.strict:
            passed = (values > test.low) & (values < test.high)
        else:
            passed = (values >= test.low) & (values <= test.high)
        return ids[~passed if test.negated else passed]

    def ordered(self, ids: NDArray[np.int64], name: str, *, descending: bool) -> NDArray[np.int64]:
        """Sort tracks by one feature, those without it last."""
        values = self.of(ids, name)
        return ids[np.argsort(-values if descending else values, kind="stable")]  # NumPy puts NaN last
