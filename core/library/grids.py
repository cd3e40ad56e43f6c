"""Beat grids of a catalogue, kept by the identity of the audio."""

import time
from typing import Literal

import numpy as np

from core.errors import CatalogueError
from core.library.connection import Connections
from core.library.shown_rhythm import show_rhythm
from core.rhythm.grid import BeatGrid

Origin = Literal["tracked", "edited"]
"""Whether a grid is as the tracker found it, or as a person corrected it."""


class StoredGrids:
    """The beat grids of a catalogue.

    A grid belongs to audio (`content_id`), not to a track: it stays when the track is removed, and serves a clip that
    is in no library. Every method raises CatalogueError when the file cannot be read or written.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def find(self, content_id: str) -> BeatGrid | None:
        """Return the grid of some audio, bit for bit as it was stored; None where there is none.

        Raises
        ------
        CatalogueError
            If the stored grid is damaged.
        """
        with self._connections.reading() as db:
            row = db.execute(
                "SELECT beat_times, positions, tempo, beats_per_bar FROM grids WHERE content_id = ?", (content_id,)
            ).fetchone()
        if row is None:
            return None
        times, positions, tempo, beats_per_bar = row
        try:
            beat_times, places = np.frombuffer(times, "<f8"), np.frombuffer(positions, "<i8")
            if len(beat_times) != len(places):
                raise ValueError("beats without positions")
        except ValueError:
            raise CatalogueError(
                "library.damaged_grid", content_id=content_id, name=self._connections.path.name
            ) from None
        return BeatGrid(beat_times, places, float("nan") if tempo is None else tempo, beats_per_bar)

    def origin(self, content_id: str) -> Origin | None:
        """Return whether a grid was tracked or edited; None where there is none."""
        with self._connections.reading() as db:
            row = db.execute("SELECT origin FROM grids WHERE content_id = ?", (content_id,)).fetchone()
        return None if row is None else row[0]

    def store(self, content_id: str, grid: BeatGrid, origin: Origin = "edited") -> None:
        """Store the grid of some audio; a tracked grid never replaces one that a person corrected."""
        with self._connections.writing() as db:
            db.execute(STORE_GRID, grid_row(content_id, grid, origin))
            show_rhythm(db, content_id)

    def forget(self, content_id: str) -> None:
        """Delete the grid of some audio, so that the tracked one counts again."""
        with self._connections.writing() as db:
            db.execute("DELETE FROM grids WHERE content_id = ?", (content_id,))
            show_rhythm(db, content_id)


STORE_GRID = (
    "INSERT INTO grids VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (content_id) DO UPDATE SET origin = excluded.origin, "
    "changed = excluded.changed, beat_times = excluded.beat_times, positions = excluded.positions, "
    "tempo = excluded.tempo, beats_per_bar = excluded.beats_per_bar "
    "WHERE excluded.origin = 'edited' OR grids.origin = 'tracked'"
)
"""Statement that stores a row of `grid_row`."""


def grid_row(content_id: str, grid: BeatGrid, origin: Origin) -> tuple[object, ...]:
    """Return a grid as a row of its table."""
    tempo = None if np.isnan(grid.tempo) else float(grid.tempo)
    times = np.ascontiguousarray(grid.beat_times, "<f8").tobytes()
    positions = np.ascontiguousarray(grid.positions, "<i8").tobytes()
    return content_id, origin, time.time(), times, positions, tempo, int(grid.beats_per_bar)
