"""Pictures of a catalogue's tracks, as the window stores those that it has made itself."""

import time

from core.features.recipe import RECIPE
from core.library.connection import Connections
from core.library.picture_packing import PackedClip

STORE_PICTURE = (
    "INSERT OR REPLACE INTO pictures (content_id, recipe, stored, facts, picture, rhythm, loudness, chords, sections) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
"""Statement that stores a row of `picture_row`."""


def picture_row(content_id: str, packed: PackedClip) -> tuple[object, ...]:
    """Return a packed piece as a row of its table."""
    head = (content_id, RECIPE, time.time(), packed.facts)
    return *head, packed.picture, packed.rhythm, packed.loudness, packed.chords, packed.sections


class StoredPictures:
    """What a window shows of a track before its audio is read; some hundred kilobytes a track."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def is_wanted(self, content_id: str) -> bool:
        """Return whether some audio is analysed in the library by the present recipe, and has no picture yet."""
        with self._connections.reading() as db:
            row = db.execute(
                "SELECT 1 FROM tracks t JOIN analyses a ON a.track_id = t.id AND a.recipe = ? WHERE t.content_id = ? "
                "AND NOT EXISTS (SELECT 1 FROM pictures p WHERE p.content_id = t.content_id AND p.recipe = a.recipe "
                "AND p.loudness IS NOT NULL AND p.chords IS NOT NULL)",
                (RECIPE, content_id),
            ).fetchone()
        return row is not None

    def store(self, content_id: str, packed: PackedClip) -> None:
        """Store what a window shows of some audio."""
        with self._connections.writing() as db:
            db.execute(STORE_PICTURE, picture_row(content_id, packed))

    def total(self) -> tuple[int, int]:
        """Return how many pictures there are, and how many bytes they take."""
        with self._connections.reading() as db:
            sql = "SELECT count(*), COALESCE(sum(length(picture) + length(rhythm) + length(facts)), 0) FROM pictures"
            count, size = db.execute(sql).fetchone()
        return int(count), int(size)
