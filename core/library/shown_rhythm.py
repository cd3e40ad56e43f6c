"""BPM, metre and mark of correction in a track's row: of the grid that a person corrected, else of the tracked one."""

import json
import sqlite3
from typing import Any, NamedTuple

from core.library.shown_certainty import show_certainty

EDITED_BEATS = "beats"
"""What the column `edited` holds where a person corrected the beats."""

OVERRULED = "bpm before the beats"
"""Field under which a typed BPM waits until the grid that took its place is reset."""


class ShownRhythm(NamedTuple):
    """What a row shows; None where there is no such thing."""

    bpm: float | None
    metre: int | None
    edited: str | None


def rhythm_of(db: sqlite3.Connection, content_id: str | None, facts: dict[str, Any]) -> ShownRhythm:
    """Return what to show of some audio, whose analysis found these facts."""
    row = db.execute(
        "SELECT tempo, beats_per_bar, length(positions) FROM grids WHERE content_id = ? AND origin = 'edited'",
        (content_id,),
    ).fetchone()
    if row is None:
        return ShownRhythm(facts.get("tempo"), facts.get("metre"), None)
    tempo, beats_per_bar, n_bytes = row
    return ShownRhythm(tempo, beats_per_bar if n_bytes else None, EDITED_BEATS)


def show_rhythm(db: sqlite3.Connection, content_id: str) -> None:
    """Bring the row of some audio up to date after its grid was stored or deleted; nothing where no track has it.

    A corrected grid takes the place of a BPM that was typed before. That comes back when the grid is reset, unless
    another was typed since.
    """
    track = db.execute(
        "SELECT t.id, a.facts FROM tracks t LEFT JOIN analyses a ON a.track_id = t.id WHERE t.content_id = ? "
        "ORDER BY a.id DESC LIMIT 1",
        (content_id,),
    ).fetchone()
    if track is None:
        return
    shown = rhythm_of(db, content_id, json.loads(track[1] or "{}"))
    former, later = ("bpm", OVERRULED) if shown.edited else (OVERRULED, "bpm")
    verb = "UPDATE OR REPLACE" if shown.edited else "UPDATE OR IGNORE"
    db.execute(f"{verb} edits SET field = ? WHERE track_id = ? AND field = ?", (later, track[0], former))
    db.execute("UPDATE edits SET measured = ? WHERE track_id = ? AND field = 'bpm'", (shown.bpm, track[0]))
    db.execute(
        "UPDATE tracks SET metre = ?, edited = ?, bpm = coalesce("
        "(SELECT value FROM edits WHERE track_id = tracks.id AND field = 'bpm'), ?) WHERE id = ?",
        (shown.metre, shown.edited, shown.bpm, track[0]),
    )
    show_certainty(db, track[0])
