"""The files that a batch still has to do, kept in the catalogue so that a run that was killed can go on."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from core.library.connection import Connections

_TOGETHER = 1000
_NEW = (
    "NOT EXISTS (SELECT 1 FROM files f WHERE f.location = w.location) "
    "AND NOT EXISTS (SELECT 1 FROM failures x WHERE x.location = w.location)"
)


class WaitingFiles:
    """Locations in the order in which they were added; a result or a failure takes one out."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, locations: Iterable[str]) -> None:
        """Put locations at the end; those that wait already keep their place."""
        with self._connections.writing() as db:
            last = int(db.execute("SELECT coalesce(max(place), 0) FROM waiting").fetchone()[0])
            rows = ((location, last + number) for number, location in enumerate(locations, start=1))
            db.executemany("INSERT OR IGNORE INTO waiting VALUES (?, ?)", rows)

    def take_out(self, locations: Iterable[str]) -> None:
        """Remove locations that need no work any more."""
        with self._connections.writing() as db:
            db.executemany("DELETE FROM waiting WHERE location = ?", ((location,) for location in locations))

    def clear(self) -> None:
        """Nothing waits any more."""
        with self._connections.writing() as db:
            db.execute("DELETE FROM waiting")

    def count(self) -> int:
        """How many wait."""
        with self._connections.reading() as db:
            return int(db.execute("SELECT count(*) FROM waiting").fetchone()[0])

    def rows(self, words: Sequence[str] = ()) -> NDArray[np.int64]:
        """Return numbers that stand for the files that wait and are no track yet, in order [shape=(n,)].

        They are negative, so that a table can have them among the ids of tracks.

        Parameters
        ----------
        words : folded texts (`core.library.text.fold`) that must all occur in a location
        """
        conditions = "".join(" AND instr(fold(w.location), ?) > 0" for _ in words)
        with self._connections.reading() as db:
            rows = db.execute(f"SELECT -w.place FROM waiting w WHERE {_NEW}{conditions} ORDER BY w.place", words)
            return np.fromiter((row[0] for row in rows), dtype=np.int64)

    def locations(self, rows: Iterable[int]) -> dict[int, str]:
        """Return the locations of some numbers that `rows` gave, of those that still wait."""
        with self._connections.reading() as db:
            found = (
                (row, db.execute("SELECT location FROM waiting WHERE place = ?", (-row,)).fetchone()) for row in rows
            )
            return {row: location[0] for row, location in found if location is not None}

    def all(self) -> list[str]:
        """All that wait, in order."""
        return list(self.in_order())

    def in_order(self) -> Iterator[str]:
        """All that wait, in order, a thousand at a time: the list may be as long as the library."""
        place = 0
        while True:
            with self._connections.reading() as db:
                rows = db.execute(
                    "SELECT location, place FROM waiting WHERE place > ? ORDER BY place LIMIT ?", (place, _TOGETHER)
                ).fetchall()
            if not rows:
                return
            yield from (location for location, _ in rows)
            place = rows[-1][1]
