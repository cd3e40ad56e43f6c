"""What a person has done to tracks, action by action, so that it can be undone and done again, after a restart too."""

import json
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Final, Literal

from core.errors import CatalogueError
from core.library.connection import Connections
from core.library.removed import bring_back, take_out
from core.library.storing import refresh_labels
from core.library.user_values import set_values

MOST_ACTIONS: Final = 500
"""Actions that can be undone; older ones are forgotten. Removed tracks stay known by their audio."""

Value = str | float | None
Kind = Literal["label", "unlabel", "edit", "remove"]


@dataclass(frozen=True)
class Action:
    """One thing done to some tracks.

    Attributes
    ----------
    kind : a label was put on, taken off, a column edited, tracks removed
    tracks : ids of those that were changed by it
    name : the label or the column; "" for a removal
    value : of an edit
    formers : of an edit, what the user had set before for each track, None for nothing
    beats : of an edited tempo, how many edits the beats of each track had before and have after it
    """

    kind: Kind
    tracks: tuple[int, ...]
    name: str = ""
    value: Value = None
    formers: tuple[Value, ...] = ()
    beats: tuple[tuple[int, int], ...] = ()


def record(db: sqlite3.Connection, action: Action) -> None:
    """Put an action on the stack, within its transaction; what had been undone cannot be done again any more."""
    if not action.tracks:
        return
    db.execute("DELETE FROM actions WHERE undone = 1")
    db.execute("INSERT INTO actions (done, what) VALUES (?, ?)", (time.time(), json.dumps(asdict(action))))
    db.execute("DELETE FROM actions WHERE id <= (SELECT max(id) FROM actions) - ?", (MOST_ACTIONS,))


class UndoStack:
    """The actions that were done in a catalogue, by whichever window.

    Parameters
    ----------
    connections : of the catalogue
    edit_beats : lets the beats of a track follow a typed tempo; returns how many edits they had before and have after
    undo_beats : takes the beats of a track back from one number of edits to another
    """

    def __init__(
        self,
        connections: Connections,
        edit_beats: Callable[[int, Value], tuple[int, int]],
        undo_beats: Callable[[int, int, int], None],
    ) -> None:
        self._connections = connections
        self._edit_beats = edit_beats
        self._undo_beats = undo_beats

    def next(self) -> tuple[Action | None, Action | None]:
        """Return what would be undone, and what would be done again; None where there is nothing."""
        with self._connections.reading() as db:
            undo, redo = _newest(db), _oldest_undone(db)
        return (undo and undo[1]), (redo and redo[1])

    def undo(self) -> Action:
        """Undo the last action; return it. CatalogueError when there is none."""
        with self._connections.reading() as db:
            found = _newest(db)
        if found is None:
            raise CatalogueError("library.nothing_to_undo")
        number, action = found
        for track, (before, after) in zip(action.tracks, action.beats, strict=False):
            self._undo_beats(track, after, before)
        with self._connections.writing() as db:
            _reverse(db, action)
            db.execute("UPDATE actions SET undone = 1 WHERE id = ?", (number,))
        return action

    def redo(self) -> Action:
        """Do again what was undone last; return it. CatalogueError when there is nothing."""
        with self._connections.reading() as db:
            found = _oldest_undone(db)
        if found is None:
            raise CatalogueError("library.nothing_to_redo")
        number, action = found
        beats = tuple(self._edit_beats(track, action.value) for track in action.tracks) if action.beats else ()
        with self._connections.writing() as db:
            _repeat(db, action)
            what = json.dumps(asdict(replace(action, beats=beats)))
            db.execute("UPDATE actions SET undone = 0, what = ? WHERE id = ?", (what, number))
        return action


def _newest(db: sqlite3.Connection) -> tuple[int, Action] | None:
    return _action(db.execute("SELECT id, what FROM actions WHERE undone = 0 ORDER BY id DESC LIMIT 1").fetchone())


def _oldest_undone(db: sqlite3.Connection) -> tuple[int, Action] | None:
    return _action(db.execute("SELECT id, what FROM actions WHERE undone = 1 ORDER BY id LIMIT 1").fetchone())


def _action(row: tuple[int, str] | None) -> tuple[int, Action] | None:
    if row is None:
        return None
    held = json.loads(row[1])
    held |= {name: tuple(held[name]) for name in ("tracks", "formers")}
    held["beats"] = tuple((before, after) for before, after in held["beats"])
    return row[0], Action(**held)


def _reverse(db: sqlite3.Connection, action: Action) -> None:
    if action.kind == "label":
        take_label(db, action.tracks, action.name)
    elif action.kind == "unlabel":
        put_label(db, action.tracks, action.name)
    elif action.kind == "edit":
        set_values(db, action.tracks, action.name, action.formers)
    else:
        bring_back(db, action.tracks)


def _repeat(db: sqlite3.Connection, action: Action) -> None:
    if action.kind == "label":
        put_label(db, action.tracks, action.name)
    elif action.kind == "unlabel":
        take_label(db, action.tracks, action.name)
    elif action.kind == "edit":
        set_values(db, action.tracks, action.name, [action.value] * len(action.tracks))
    else:
        take_out(db, action.tracks)


def put_label(db: sqlite3.Connection, tracks: Sequence[int], label: str) -> tuple[int, ...]:
    """Give tracks a label, within one transaction; return those that did not have it."""
    changed = []
    for track in tracks:
        sql = "INSERT OR IGNORE INTO labels SELECT id, ? FROM tracks WHERE id = ?"
        if db.execute(sql, (label, track)).rowcount > 0:
            changed.append(track)
            refresh_labels(db, track)
    return tuple(changed)


def take_label(db: sqlite3.Connection, tracks: Sequence[int], label: str) -> tuple[int, ...]:
    """Take a label from tracks, within one transaction; return those that had it."""
    changed = []
    for track in tracks:
        if db.execute("DELETE FROM labels WHERE track_id = ? AND label = ?", (track, label)).rowcount > 0:
            changed.append(track)
            refresh_labels(db, track)
    return tuple(changed)
