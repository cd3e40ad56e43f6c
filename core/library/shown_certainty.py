"""How certain the BPM and the key of a track's row are, and whose word the key is."""

import json
import sqlite3
from typing import Any


def facts_of_track(db: sqlite3.Connection, track: int) -> dict[str, Any]:
    """Return what the newest analysis of a track found beside its numbers; empty without an analysis."""
    sql = "SELECT facts FROM analyses WHERE track_id = ? ORDER BY id DESC LIMIT 1"
    row = db.execute(sql, (track,)).fetchone()
    return {} if row is None else dict(json.loads(row[0]))


def show_certainty(db: sqlite3.Connection, track: int, facts: dict[str, Any] | None = None) -> None:
    """Bring confidence of the beats, strength and origin of the key of a row up to date.

    What a person has set is certain for another reason than a measurement: it has neither number.

    Parameters
    ----------
    db : sqlite3.Connection
        In a transaction.
    track : int
        Id of the row.
    facts : dict, optional
        What its analysis found; looked up if None.
    """
    facts = facts_of_track(db, track) if facts is None else facts
    by_user = db.execute("SELECT 1 FROM edits WHERE track_id = ? AND field = 'key'", (track,)).fetchone() is not None
    strengths = facts.get("key_strengths") or [None]
    db.execute(
        "UPDATE tracks SET bpm_confidence = CASE WHEN edited IS NULL THEN ? END, key_strength = ?, "
        "key_origin = CASE WHEN key IS NULL THEN NULL WHEN ? THEN 'user' ELSE ? END WHERE id = ?",
        (
            facts.get("confidence"), None if by_user else strengths[0], by_user, facts.get("key_origin", "measured"),
            track,
        ),
    )  # fmt: skip


def user_key(db: sqlite3.Connection, content_id: str) -> str | None:
    """Return the key that a person has set for some audio; None if there is none."""
    row = db.execute(
        "SELECT e.value FROM edits e JOIN tracks t ON t.id = e.track_id WHERE t.content_id = ? AND e.field = 'key'",
        (content_id,),
    ).fetchone()
    return None if row is None else str(row[0])
