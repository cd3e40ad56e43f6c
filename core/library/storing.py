"""How what was found out about a file becomes rows: each function is called within one transaction."""

import json
import sqlite3
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from core.audio.files import display_name
from core.features.recipe import RECIPE
from core.library.columns import EDITABLE
from core.library.grids import STORE_ACTIVATIONS, STORE_GRID, grid_row
from core.library.guessing import guessed_tags
from core.library.packing import pack, pack_activations
from core.library.pictures import STORE_PICTURE, picture_row
from core.library.records import AnalysedFile, FileState
from core.library.removed import bring_back_audio
from core.library.shown_certainty import show_certainty
from core.library.shown_rhythm import rhythm_of
from core.library.text import fold, printable

FOLLOWING = (
    "(SELECT a.* FROM analyses a JOIN tracks t ON t.id = a.track_id LEFT JOIN beat_edits e "
    "ON e.content_id = t.content_id WHERE a.grid_revision = COALESCE(e.revision, 0)) a"
)
"""The analyses whose bars and beats follow the beats as they are stored now."""

_SEARCHED = ("name", "title", "artist", "album", "labels", "folder")


def store_analysis(db: sqlite3.Connection, location: str, found: AnalysedFile) -> int:
    """Keep what a worker found out about the file at `location`; returns the track's id.

    Where the same audio is known already, the file joins its track, and an analysis that is there stays as it is,
    unless its beats have been edited since.
    """
    track = _track_of(db, location, found.content_id)
    attach_file(db, track, location, found.state, found.byte_hash)
    known = db.execute(
        f"SELECT 1 FROM {FOLLOWING} WHERE a.track_id = ? AND a.recipe = ? AND a.cut = ?",
        (track, found.recipe, found.cut),
    ).fetchone()
    if not known:
        _insert_analysis(db, track, found)
        _show_findings(db, track, found)
    elif found.windows.has_extended:
        _complete_windows(db, track, found)
    return track


def attach_file(db: sqlite3.Connection, track: int, location: str, state: FileState, byte_hash: str | None) -> None:
    """Say that the file at `location` holds a track, and that it needs no further look."""
    former = db.execute("SELECT track_id FROM files WHERE location = ?", (location,)).fetchone()
    db.execute(
        "INSERT INTO files VALUES (?, ?, ?, ?, ?) ON CONFLICT (location) DO UPDATE SET track_id = excluded.track_id, "
        "size = excluded.size, mtime_ns = excluded.mtime_ns, byte_hash = excluded.byte_hash",
        (location, track, state.size, state.mtime_ns, byte_hash),
    )
    _forget_trouble(db, location, track)
    if former is not None and former[0] != track:
        _drop_if_orphaned(db, former[0])
    _show_place(db, track, location)
    if former is None:
        refresh_search(db, track)  # a copy is found by its name, too


def store_failure(db: sqlite3.Connection, location: str, state: FileState | None, reason: str) -> int:
    """Keep why the file at `location` could not be analysed; returns the id of the track that stands for it."""
    size, mtime_ns = (state.size, state.mtime_ns) if state else (0, 0)
    known = db.execute("SELECT track_id FROM failures WHERE location = ?", (location,)).fetchone()
    known = known or db.execute("SELECT track_id FROM files WHERE location = ?", (location,)).fetchone()
    track: int = known[0] if known else _new_track(db, location, None)
    db.execute(
        "INSERT INTO failures VALUES (?, ?, ?, ?, ?, ?, 1) ON CONFLICT (location) DO UPDATE SET size = excluded.size, "
        "mtime_ns = excluded.mtime_ns, reason = excluded.reason, failed_at = excluded.failed_at, "
        "attempts = attempts + 1",
        (location, track, size, mtime_ns, printable(reason), time.time()),
    )
    db.execute("DELETE FROM waiting WHERE location = ?", (location,))
    db.execute(
        "UPDATE tracks SET state = CASE WHEN content_id IS NULL THEN 'failed' ELSE state END, reason = ? WHERE id = ?",
        (printable(reason), track),
    )
    return track


def refresh_search(db: sqlite3.Connection, track: int) -> None:
    """Bring the text that words are looked for in up to date."""
    row = db.execute(f"SELECT {', '.join(_SEARCHED)}, path FROM tracks WHERE id = ?", (track,)).fetchone()
    copies = db.execute("SELECT location FROM files WHERE track_id = ? AND location != ?", (track, row[-1]))
    names = (place_of(location)[0] for (location,) in copies.fetchall())
    text = "\n".join(fold(value) for value in (*row[:-1], *names) if value)
    db.execute("UPDATE tracks SET search = ? WHERE id = ?", (text, track))


def refresh_labels(db: sqlite3.Connection, track: int) -> None:
    """Bring the labels that a row shows up to date."""
    labels = [label for (label,) in db.execute("SELECT label FROM labels WHERE track_id = ? ORDER BY label", (track,))]
    db.execute("UPDATE tracks SET labels = ? WHERE id = ?", (", ".join(labels) or None, track))
    refresh_search(db, track)


def _track_of(db: sqlite3.Connection, location: str, content_id: str) -> int:
    """Return the track of this audio: known, or that of the failed file, or new."""
    known = db.execute("SELECT id FROM tracks WHERE content_id = ?", (content_id,)).fetchone()
    if known:
        return int(known[0])
    removed = bring_back_audio(db, content_id)
    if removed is not None:
        return removed
    failed = db.execute(
        "SELECT t.id FROM failures f JOIN tracks t ON t.id = f.track_id "
        "WHERE f.location = ? AND t.content_id IS NULL", (location,)
    ).fetchone()  # fmt: skip
    if failed:
        db.execute("UPDATE tracks SET content_id = ?, state = 'analysed' WHERE id = ?", (content_id, failed[0]))
        return int(failed[0])
    return _new_track(db, location, content_id)


def _new_track(db: sqlite3.Connection, location: str, content_id: str | None) -> int:
    name, folder, path = place_of(location)
    cursor = db.execute(
        "INSERT INTO tracks (content_id, state, name, added, folder, path, search) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            content_id,
            "analysed" if content_id else "failed",
            name,
            time.time(),
            folder,
            path,
            fold(f"{name}\n{folder}"),
        ),
    )
    return int(cursor.lastrowid or 0)


def place_of(location: str) -> tuple[str, str, str]:
    """Name, folder and path of a location, as they are shown."""
    path = Path(location)
    folder = location.rpartition("/")[0] if "://" in location else str(path.parent)
    return display_name(path), printable(folder), printable(location)


def forget_failure(db: sqlite3.Connection, location: str) -> None:
    """Let go of a failed file, and of the track that stood for it alone."""
    _forget_trouble(db, location, -1)


def _forget_trouble(db: sqlite3.Connection, location: str, track: int) -> None:
    failed = db.execute("SELECT track_id FROM failures WHERE location = ?", (location,)).fetchone()
    db.execute("DELETE FROM failures WHERE location = ?", (location,))
    db.execute("DELETE FROM waiting WHERE location = ?", (location,))
    if failed and failed[0] != track:
        _drop_if_orphaned(db, failed[0])


def _drop_if_orphaned(db: sqlite3.Connection, track: int) -> None:
    """Delete a track without audio that has neither file nor failure left; mark one with audio as missing."""
    held = db.execute(
        "SELECT EXISTS (SELECT 1 FROM files WHERE track_id = :t) "
        "OR EXISTS (SELECT 1 FROM failures WHERE track_id = :t)",
        {"t": track},
    ).fetchone()[0]
    if not held:
        db.execute("DELETE FROM tracks WHERE id = ? AND content_id IS NULL", (track,))
        db.execute("UPDATE tracks SET state = 'missing' WHERE id = ?", (track,))


def _show_place(db: sqlite3.Connection, track: int, location: str) -> None:
    """Show a track where its file is: the place it had, as long as there is a file, else this one."""
    path, state = db.execute("SELECT path, state FROM tracks WHERE id = ?", (track,)).fetchone()
    stays = db.execute("SELECT 1 FROM files WHERE location = ? AND track_id = ?", (path, track)).fetchone()
    if path != location and stays and ("://" in path or Path(path).exists()):
        return
    name, folder, shown = place_of(location)
    state = state_with_file(db, track) if state == "missing" else state
    db.execute(
        "UPDATE tracks SET name = ?, folder = ?, path = ?, state = ? WHERE id = ?", (name, folder, shown, state, track)
    )
    refresh_search(db, track)


def state_with_file(db: sqlite3.Connection, track: int) -> str:
    """Return the state of a track with audio and a file: "analysed" by the present recipe, else "outdated"."""
    sql = f"SELECT 1 FROM {FOLLOWING} WHERE a.track_id = ? AND a.recipe = ?"
    row = db.execute(sql, (track, RECIPE)).fetchone()
    return "analysed" if row else "outdated"


def mark_outdated(db: sqlite3.Connection) -> None:
    """Say of tracks that only an older recipe, or only with other beats, has measured that they are outdated."""
    db.execute(
        "UPDATE tracks SET state = 'outdated' WHERE state = 'analysed' AND NOT EXISTS "
        f"(SELECT 1 FROM {FOLLOWING} WHERE a.track_id = tracks.id AND a.recipe = ?)",
        (RECIPE,),
    )


def _insert_analysis(db: sqlite3.Connection, track: int, found: AnalysedFile) -> None:
    facts = json.dumps(dict(found.facts), ensure_ascii=False)
    db.execute(
        "INSERT OR REPLACE INTO analyses "
        "(track_id, recipe, cut, created, seconds, filename, facts, bars, beats, grid_revision) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            track, found.recipe, found.cut, time.time(), found.seconds, printable(found.filename), facts,
            pack(found.bars), pack(found.beats), found.grid_revision,
        ),
    )  # fmt: skip
    songs, genre = (np.ascontiguousarray(row, "<f8").tobytes() for row in (found.songs, found.genre_features))
    db.execute("INSERT OR REPLACE INTO features VALUES (?, ?, ?, ?)", (track, found.recipe, songs, genre))
    windows = (track, found.windows.recipe, found.facts.get("model_digest", ""), pack(found.windows.to_rows()))
    db.execute("INSERT OR REPLACE INTO windows VALUES (?, ?, ?, ?)", windows)
    db.execute(STORE_GRID, grid_row(found.content_id, found.grid, "tracked"))
    if found.activations is not None:
        db.execute(STORE_ACTIVATIONS, (found.content_id, pack_activations(found.activations)))
    if found.picture is not None:
        db.execute(STORE_PICTURE, picture_row(found.content_id, found.picture))


def _complete_windows(db: sqlite3.Connection, track: int, found: AnalysedFile) -> None:
    """Replace windows that a former version of the program has stored without what the second recipe adds.

    The analysis stays, and so does the genre that a model has named: the 58 numbers are the same.
    """
    db.execute(
        "UPDATE windows SET recipe = ?, rows = ? WHERE track_id = ? AND recipe != ?",
        (found.windows.recipe, pack(found.windows.to_rows()), track, found.windows.recipe),
    )


def _show_findings(db: sqlite3.Connection, track: int, found: AnalysedFile) -> None:
    """Put what was measured into the row that views sort and filter by; the user's own words stay."""
    facts = found.facts
    tags = facts.get("tags", {})
    genres = facts.get("genres") or {}
    genre = max(genres, key=genres.__getitem__) if genres else None
    rhythm = rhythm_of(db, found.content_id, dict(facts))
    measured: dict[str, Any] = {
        "title": tags.get("title"),
        "artist": tags.get("artist"),
        "album": tags.get("album"),
        "bpm": rhythm.bpm,
        "key": facts.get("key"),
    }
    guessed = _guesses_for(db, track, tags)
    measured |= guessed
    loudness = facts.get("loudness") or {}
    for field in EDITABLE:
        db.execute("UPDATE edits SET measured = ? WHERE track_id = ? AND field = ?", (measured[field], track, field))
    edited = dict(db.execute("SELECT field, value FROM edits WHERE track_id = ?", (track,)))
    shown = measured | edited
    db.execute(
        "UPDATE tracks SET state = 'analysed', reason = NULL, title = ?, artist = ?, album = ?, bpm = ?, key = ?, "
        "metre = ?, edited = ?, genre = ?, genre_probability = ?, genre_model = ?, genre_novelty = ?, "
        "duration = ?, format = ?, lufs = ?, lra = ?, true_peak = ?, guessed = ? WHERE id = ?",
        (
            *(shown[field] for field in EDITABLE), rhythm.metre, rhythm.edited, genre,
            genres.get(genre) if genre else None, facts.get("model"), facts.get("novelty"),
            float(found.songs[0]), facts.get("format"),
            *map(loudness.get, ("integrated", "range", "true_peak")), ", ".join(guessed) or None, track,
        ),
    )  # fmt: skip
    show_certainty(db, track, dict(facts))
    refresh_search(db, track)


def _guesses_for(db: sqlite3.Connection, track: int, tags: Mapping[str, Any]) -> dict[str, str]:
    """Return what the name of a track's file suggests for tags that it lacks."""
    name = db.execute("SELECT name FROM tracks WHERE id = ?", (track,)).fetchone()[0]
    return {tag: guess for tag, guess in guessed_tags(name).items() if not tags.get(tag)}
