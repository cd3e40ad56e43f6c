"""Tracks that were taken out, kept whole so that they can come back: each function is called within one transaction.

A removed track is not in `tracks`, so that no question about the library has to pass over it. Its rows in all tables
lie packed in `removed`, with the time of removal; what is known by `content_id` alone stays where it is.
"""

import base64
import json
import sqlite3
import time
from collections.abc import Iterable
from typing import Any, Final

from core.library.packing import pack_text, unpack_text

PICTURES_KEPT: Final = 30 * 86_400.0
"""Seconds for which a removed track keeps its picture, which takes the most room and can be made again."""

Rows = dict[str, dict[str, Any]]
"""Columns and rows by the name of their table."""


def take_out(db: sqlite3.Connection, tracks: Iterable[int]) -> list[int]:
    """Take tracks out of the catalogue and keep them; return those that there were."""
    tables = _tables_of_tracks(db)
    taken = []
    for track in tracks:
        row = db.execute("SELECT content_id FROM tracks WHERE id = ?", (track,)).fetchone()
        if row is None:
            continue
        packed = pack_text(json.dumps(_rows_of(db, track, tables)))
        db.execute("INSERT OR REPLACE INTO removed VALUES (?, ?, ?, ?)", (track, row[0], time.time(), packed))
        db.execute("DELETE FROM tracks WHERE id = ?", (track,))
        taken.append(track)
    old = "SELECT content_id FROM removed WHERE removed < ?"
    db.execute(f"DELETE FROM pictures WHERE content_id IN ({old})", (time.time() - PICTURES_KEPT,))
    return taken


def bring_back(db: sqlite3.Connection, tracks: Iterable[int]) -> list[int]:
    """Put removed tracks back as they were; return those that came back.

    A location that another track has taken meanwhile stays with that.
    """
    back = []
    for track in tracks:
        row = db.execute("SELECT rows FROM removed WHERE track_id = ?", (track,)).fetchone()
        if row is None:
            continue
        kept: Rows = json.loads(unpack_text(row[0]))
        for table, content in kept.items():
            columns = ", ".join(content["columns"])
            marks = ", ".join("?" for _ in content["columns"])
            db.executemany(
                f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})",
                [[_read(cell) for cell in cells] for cells in content["rows"]],
            )
        db.execute("DELETE FROM removed WHERE track_id = ?", (track,))
        _look_for_file(db, track)
        back.append(track)
    return back


def _look_for_file(db: sqlite3.Connection, track: int) -> None:
    """Mark a track as missing whose places belong to others by now; one that stood for a failed file goes."""
    for table in ("files", "failures"):
        if db.execute(f"SELECT 1 FROM {table} WHERE track_id = ?", (track,)).fetchone():
            return
    db.execute("DELETE FROM tracks WHERE id = ? AND content_id IS NULL", (track,))
    db.execute("UPDATE tracks SET state = 'missing' WHERE id = ?", (track,))


def bring_back_audio(db: sqlite3.Connection, content_id: str) -> int | None:
    """Put the removed track of some audio back, with its labels and edits; None where none was removed.

    Its former places stay removed: only the file that was added again is in the library.
    """
    row = db.execute("SELECT track_id FROM removed WHERE content_id = ?", (content_id,)).fetchone()
    if row is None:
        return None
    (track,) = bring_back(db, [row[0]])
    db.execute("DELETE FROM files WHERE track_id = ?", (track,))
    return track


def _tables_of_tracks(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return `tracks` and every table whose rows go with a track, each with the column that has its number."""
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    found = [("tracks", "id")]
    for name in names:
        keys = db.execute(f"PRAGMA foreign_key_list({name})").fetchall()
        found += [(name, key[3]) for key in keys if key[2] == "tracks"]
    return found


def _rows_of(db: sqlite3.Connection, track: int, tables: Iterable[tuple[str, str]]) -> Rows:
    kept: Rows = {}
    for table, column in tables:
        cursor = db.execute(f"SELECT * FROM {table} WHERE {column} = ?", (track,))
        rows = [[_written(cell) for cell in row] for row in cursor]
        if rows:
            kept[table] = {"columns": [one[0] for one in cursor.description], "rows": rows}
    return kept


def _written(cell: Any) -> Any:
    """Return a cell as JSON has it: bytes in a list of their own."""
    return [base64.b64encode(cell).decode()] if isinstance(cell, bytes) else cell


def _read(cell: Any) -> Any:
    return base64.b64decode(cell[0]) if isinstance(cell, list) else cell
