"""What a person has set in place of what was measured or read: each function is called within one transaction."""

import sqlite3
from collections.abc import Sequence

from core.library.shown_certainty import show_certainty
from core.library.shown_rhythm import OVERRULED
from core.library.storing import refresh_search


def set_values(
    db: sqlite3.Connection, tracks: Sequence[int], column: str, values: Sequence[str | float | None]
) -> None:
    """Show what a person says of each of some tracks; None brings back what was measured or read."""
    for track, value in zip(tracks, values, strict=True):
        if value is None:
            restore_measured(db, track, column)
        elif column != "bpm" or not has_edited_beats(db, track):
            store_edit(db, track, column, value)


def user_value(db: sqlite3.Connection, track: int, column: str) -> str | float | None:
    """Return what a person has set in a column of a track; None if there is none."""
    row = db.execute("SELECT value FROM edits WHERE track_id = ? AND field = ?", (track, column)).fetchone()
    return None if row is None else row[0]


def store_edit(db: sqlite3.Connection, track: int, column: str, value: str | float) -> None:
    """Show a person's value in a row, and remember what it stands in place of."""
    db.execute(
        f"INSERT INTO edits SELECT id, ?, ?, {column} FROM tracks WHERE id = ? "
        "ON CONFLICT (track_id, field) DO UPDATE SET value = excluded.value",
        (column, value, track),
    )
    db.execute(f"UPDATE tracks SET {column} = ? WHERE id = ?", (value, track))
    _show(db, track, column)


def restore_measured(db: sqlite3.Connection, track: int, column: str) -> None:
    """Show again what was measured or read."""
    row = db.execute("SELECT measured FROM edits WHERE track_id = ? AND field = ?", (track, column)).fetchone()
    if column == "bpm":
        db.execute("DELETE FROM edits WHERE track_id = ? AND field = ?", (track, OVERRULED))
    if row is not None:
        db.execute("DELETE FROM edits WHERE track_id = ? AND field = ?", (track, column))
        db.execute(f"UPDATE tracks SET {column} = ? WHERE id = ?", (row[0], track))
        _show(db, track, column)


def has_edited_beats(db: sqlite3.Connection, track: int) -> bool:
    """Return whether the beats of a track are a person's, so that its BPM is theirs."""
    return db.execute("SELECT edited FROM tracks WHERE id = ?", (track,)).fetchone() not in (None, (None,))


def _show(db: sqlite3.Connection, track: int, column: str) -> None:
    if column == "key":
        show_certainty(db, track)
    refresh_search(db, track)
