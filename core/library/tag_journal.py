"""What was written into the tags of files, beside the library, so that it can be taken back."""

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from core.audio.tag_writing import TagField, TagValues
from core.errors import TagError

_DDL = """
CREATE TABLE IF NOT EXISTS writes (
    id INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL,
    location TEXT NOT NULL,
    written REAL NOT NULL,
    former TEXT NOT NULL,
    patch BLOB,
    former_hash TEXT NOT NULL,
    former_mtime_ns INTEGER NOT NULL,
    new_hash TEXT NOT NULL
)
"""
_COLUMNS = "id, location, former, patch, former_hash, former_mtime_ns, new_hash"


@dataclass(frozen=True)
class WrittenTags:
    """One file's tags before they were written.

    Attributes
    ----------
    location : path of the file; see `core.audio.locations`
    former : texts of the fields that were written
    patch : what makes the former bytes of the new ones; None where too much differs
    former_hash, new_hash : of the file's bytes
    former_mtime_ns : its time of change
    id : in the journal
    """

    location: str
    former: TagValues
    patch: bytes | None
    former_hash: str
    former_mtime_ns: int
    new_hash: str
    id: int = 0


class TagJournal:
    """Writes of tags, batch by batch; the last batch is the first to be taken back.

    Every method raises TagError where the file cannot be read or written.
    """

    def __init__(self, catalogue: Path) -> None:
        self.path = catalogue.with_name(f"{catalogue.name}.tags")

    def new_batch(self) -> int:
        """Return the number of the next batch."""
        with self._opened() as db:
            return int(db.execute("SELECT coalesce(max(batch), 0) + 1 FROM writes").fetchone()[0])

    def add(self, batch: int, written: WrittenTags) -> None:
        """Keep one file's former tags; it is on disk when this returns."""
        row = (
            batch, written.location, time.time(), json.dumps(written.former, ensure_ascii=False), written.patch,
            written.former_hash, written.former_mtime_ns, written.new_hash,
        )  # fmt: skip
        with self._opened() as db:
            db.execute(
                "INSERT INTO writes (batch, location, written, former, patch, former_hash, former_mtime_ns, new_hash) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )

    def last_batch(self) -> list[WrittenTags]:
        """Return the files of the last batch, the last one first; none where there is nothing to take back."""
        if not self.path.exists():
            return []
        with self._opened() as db:
            sql = f"SELECT {_COLUMNS} FROM writes WHERE batch = (SELECT max(batch) FROM writes) ORDER BY id DESC"
            return [_written(*row) for row in db.execute(sql)]

    def count_last(self) -> int:
        """Return how many files the last batch has."""
        if not self.path.exists():
            return 0
        with self._opened() as db:
            sql = "SELECT count(*) FROM writes WHERE batch = (SELECT max(batch) FROM writes)"
            return int(db.execute(sql).fetchone()[0])

    def forget(self, ids: list[int]) -> None:
        """Forget writes that were taken back."""
        with self._opened() as db:
            db.executemany("DELETE FROM writes WHERE id = ?", [(one,) for one in ids])

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        try:
            db = sqlite3.connect(self.path, timeout=30)
            try:
                with db:
                    db.execute(_DDL)
                    yield db
            finally:
                db.close()
        except sqlite3.Error as problem:
            raise TagError("tags.journal", reason=problem) from None


def _written(
    number: int, location: str, former: str, patch: bytes | None, former_hash: str, mtime_ns: int, new_hash: str
) -> WrittenTags:
    values: dict[TagField, tuple[str, ...]] = {field: tuple(texts) for field, texts in json.loads(former).items()}
    return WrittenTags(location, values, patch, former_hash, mtime_ns, new_hash, number)
