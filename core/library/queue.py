"""The files that a batch still has to do, kept in the catalogue so that a run that was killed can go on."""

from collections.abc import Iterable, Iterator

from core.library.connection import Connections

_TOGETHER = 1000


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
