"""Tracks that sound alike: distances between genre features on a common scale."""

import sqlite3

import numpy as np
from numpy.typing import NDArray

from core.features.recipe import GENRE_COLUMNS, LENGTH_COLUMN, RECIPE

_CLIP = 4.0  # deviations beyond which a feature counts as no further away
_LOGARITHMIC = tuple(name.endswith("_var") or name in ("rms_mean", "tempo") for name in GENRE_COLUMNS)
_HEARD = tuple(name not in (LENGTH_COLUMN, "harmony_mean", "perceptr_mean") for name in GENRE_COLUMNS)


class Neighbours:
    """The features of all tracks in memory, read once and again after a change.

    Each feature is put on the scale on which it is heard, less its median, over its quartile range, clipped; powers
    and tempo as logarithms. `length` and the means of waveforms say nothing about sound and are left out.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        rows = db.execute("SELECT track_id, genre FROM features WHERE recipe = ?", (RECIPE,)).fetchall()
        self.ids = np.array([track for track, _ in rows], dtype=np.int64)
        features = np.frombuffer(b"".join(blob for _, blob in rows), "<f8").reshape(-1, len(GENRE_COLUMNS))
        self._points = _on_common_scale(features)

    def nearest(self, track: int, limit: int) -> list[tuple[int, float]]:
        """Ids of the tracks most like `track` and their distances, nearest first, without itself."""
        place = np.flatnonzero(self.ids == track)
        if not len(place):
            return []
        difference = self._points - self._points[place[0]]
        squares = np.einsum("ij,ij->i", difference, difference)
        squares[place[0]] = np.inf
        limit = min(limit, len(squares) - 1)
        if limit < 1:
            return []
        found = np.argpartition(squares, limit - 1)[:limit]
        found = found[np.argsort(squares[found], kind="stable")]
        distances = np.sqrt(squares[found] / self._points.shape[1])
        return [(int(self.ids[i]), float(distance)) for i, distance in zip(found, distances, strict=True)]


def _on_common_scale(features: NDArray[np.float64]) -> NDArray[np.float32]:
    logarithmic = np.array(_LOGARITHMIC)
    scales = np.where(logarithmic, np.log(np.maximum(np.where(logarithmic, features, 1.0), 1e-12)), features)
    scales = scales[:, np.array(_HEARD)]
    if not len(scales):
        return scales.astype(np.float32)
    low, middle, high = np.nanpercentile(scales, (25, 50, 75), axis=0)
    spread = np.where(high - low > 1e-9, high - low, 1.0)
    points = np.clip((scales - middle) / spread, -_CLIP, _CLIP)
    return np.asarray(np.nan_to_num(points), dtype=np.float32)  # a missing tempo counts as the usual one
