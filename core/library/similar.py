"""Tracks that sound alike: distances between genre features on a common scale."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.features.recipe import GENRE_COLUMNS, LENGTH_COLUMN, RECIPE

_CLIP = 4.0  # deviations beyond which a feature counts as no further away
_LOGARITHMIC = tuple(name.endswith("_var") or name in ("rms_mean", "tempo") for name in GENRE_COLUMNS)
_HEARD = tuple(name not in (LENGTH_COLUMN, "harmony_mean", "perceptr_mean") for name in GENRE_COLUMNS)


HEARD_COLUMNS = tuple(name for name, heard in zip(GENRE_COLUMNS, _HEARD, strict=True) if heard)
"""The features that are compared."""

_REASONS = 3
_UNUSUAL = 0.25  # of a seed's distance from the usual, which counts as agreement


@dataclass(frozen=True)
class SimilarTrack:
    """A track that is like others, and why.

    Attributes
    ----------
    track : id
    distance : 0 = the same, 1 = as far as half of all tracks are
    agree : the three features that agree most, those first that are unusual
    differ : the three features that differ most
    """

    track: int
    distance: float
    agree: tuple[str, ...]
    differ: tuple[str, ...]


class Neighbours:
    """The features of all tracks in memory, read once and again after a change.

    Each feature is put on the scale on which it is heard, less its median, over its quartile range, clipped; powers
    and tempo as logarithms. `length` and the means of waveforms say nothing about sound and are left out.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        rows = db.execute("SELECT track_id, genre FROM features WHERE recipe = ?", (RECIPE,)).fetchall()
        self.ids = np.array([track for track, _ in rows], dtype=np.int64)
        self._points = points_of([blob for _, blob in rows])

    def nearest(
        self, seeds: Sequence[int], limit: int, within: NDArray[np.int64] | None = None
    ) -> list["SimilarTrack"]:
        """Return the tracks most like some tracks, nearest first, without these.

        Parameters
        ----------
        seeds : ids; several count as the point in the middle between them
        limit : how many at most
        within : ids of the tracks that come into question; None for all
        """
        places = np.flatnonzero(np.isin(self.ids, seeds))
        if not len(places):
            return []
        seed = self._points[places].mean(axis=0)
        difference = self._points - seed
        squares = np.einsum("ij,ij->i", difference, difference)
        usual = float(np.sqrt(np.median(squares))) or 1.0
        squares[places] = np.inf
        if within is not None:
            squares[~np.isin(self.ids, within)] = np.inf
        limit = min(limit, int(np.isfinite(squares).sum()))
        if limit < 1:
            return []
        found = np.argpartition(squares, limit - 1)[:limit]
        found = found[np.argsort(squares[found], kind="stable")]
        return [self._track(int(i), seed, float(np.sqrt(squares[i])) / usual) for i in found]

    def _track(self, place: int, seed: NDArray[np.float32], distance: float) -> "SimilarTrack":
        apart = np.abs(self._points[place] - seed)
        # That two tracks share what most tracks have says little: the further from the usual, the better a reason.
        agreement = np.argsort(apart - _UNUSUAL * np.abs(seed), kind="stable")
        difference = [i for i in np.argsort(-apart, kind="stable") if i not in agreement[:_REASONS]]
        names = np.array(HEARD_COLUMNS)
        return SimilarTrack(
            int(self.ids[place]), distance, tuple(names[agreement[:_REASONS]]), tuple(names[difference[:_REASONS]])
        )


def points_of(blobs: Sequence[bytes]) -> NDArray[np.float32]:
    """Return stored genre features on a common scale [shape=(n, n_heard)], in the order of `HEARD_COLUMNS`."""
    return _on_common_scale(np.frombuffer(b"".join(blobs), "<f8").reshape(-1, len(GENRE_COLUMNS)))


def nearest_to_features(db: sqlite3.Connection, features: NDArray[np.float64], limit: int) -> list[tuple[int, float]]:
    """Return the tracks whose sound is nearest to some features, with their distances as `SimilarTrack` has them.

    Parameters
    ----------
    db : a catalogue
    features : of a piece that need not be a track of it [shape=(58,)]
    limit : how many at most
    """
    rows = db.execute("SELECT track_id, genre FROM features WHERE recipe = ?", (RECIPE,)).fetchall()
    if not rows:
        return []
    known = np.frombuffer(b"".join(blob for _, blob in rows), "<f8").reshape(-1, len(GENRE_COLUMNS))
    points = _on_common_scale(np.vstack([known, features]))
    distances = np.sqrt(((points[:-1] - points[-1]) ** 2).sum(axis=1))
    usual = float(np.median(distances)) or 1.0
    order = np.argsort(distances, kind="stable")[:limit]
    return [(rows[place][0], float(distances[place]) / usual) for place in order]


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
