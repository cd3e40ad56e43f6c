"""Beats of a catalogue by the identity of the audio: grids, edits, and what they were decoded from."""

import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

import numpy as np

from core.errors import CatalogueError, ConflictError, RhythmError
from core.features.recipe import RECIPE
from core.features.table import Tables
from core.library.connection import Connections
from core.library.packing import pack, pack_activations, pack_text, unpack_activations, unpack_text
from core.library.pictures import StoredPictures
from core.library.records import CorrectedGrid
from core.library.shown_certainty import user_key
from core.library.shown_rhythm import show_rhythm
from core.rhythm.edit_history import EditHistory
from core.rhythm.edit_json import history_from_json, history_to_json
from core.rhythm.edits import AcceptProposal
from core.rhythm.estimate import Activations
from core.rhythm.grid import BeatGrid

Origin = Literal["tracked", "edited"]
"""Whether a grid is as the tracker found it, or as a person corrected it."""


@dataclass(frozen=True, eq=False)
class StoredEdits:
    """What was done to the beats of some audio.

    Attributes
    ----------
    history : the first grid and the edits
    revision : how often they were stored; the next one can be stored only by those who know it
    """

    history: EditHistory
    revision: int


class EditStore(Protocol):
    """Where edits of beats are kept: a catalogue's `grids`, whether it has the track or not."""

    def edits(self, content_id: str) -> StoredEdits | None:
        """Return what was done to the beats of some audio; None if they were not edited."""
        ...

    def store_edits(self, content_id: str, history: EditHistory, revision: int) -> int:
        """Store a history in place of the one of `revision` (0 = none), and return its own revision."""
        ...

    def activations(self, content_id: str) -> Activations | None:
        """Return what the beats of some audio can be decoded from; None where that is not known."""
        ...

    def store_activations(self, content_id: str, activations: Activations) -> None:
        """Store what the beats of some audio can be decoded from."""
        ...


class StoredGrids:
    """The beats of a catalogue, an `EditStore`.

    They belong to audio (`content_id`), not to a track: they stay when the track is removed, and serve a clip that is
    in no library. Every method raises CatalogueError when the file cannot be read or written.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    @property
    def path(self) -> Path:
        """The catalogue's file."""
        return self._connections.path

    @property
    def pictures(self) -> StoredPictures:
        """The pictures of the same catalogue."""
        return StoredPictures(self._connections)

    def user_key(self, content_id: str) -> str | None:
        """Return the key that a person has set for some audio; None if there is none."""
        with self._connections.reading() as db:
            return user_key(db, content_id)

    def close(self) -> None:
        """Close the file."""
        self._connections.close()

    def find(self, content_id: str) -> BeatGrid | None:
        """Return the grid of some audio, bit for bit as it was stored; None where there is none.

        Raises
        ------
        CatalogueError
            If the stored grid is damaged.
        """
        found = self._find(content_id)
        return None if found is None else found[0]

    def origin(self, content_id: str) -> Origin | None:
        """Return whether a grid was tracked or edited; None where there is none."""
        with self._connections.reading() as db:
            row = db.execute("SELECT origin FROM grids WHERE content_id = ?", (content_id,)).fetchone()
        return None if row is None else row[0]

    def corrected(self, content_id: str) -> CorrectedGrid | None:
        """Return the grid of some audio with its revision where a person corrected it, otherwise None."""
        found = self._find(content_id)
        return CorrectedGrid(content_id, found[2], found[0]) if found and found[1] == "edited" else None

    def corrected_at(self, location: str) -> CorrectedGrid | None:
        """Return the corrected grid of the file at a location, as far as the catalogue knows the file."""
        with self._connections.reading() as db:
            row = db.execute(
                "SELECT t.content_id FROM files f JOIN tracks t ON t.id = f.track_id JOIN grids g "
                "ON g.content_id = t.content_id WHERE f.location = ? AND g.origin = 'edited'",
                (location,),
            ).fetchone()
        return None if row is None else self.corrected(row[0])

    def store(self, content_id: str, grid: BeatGrid, origin: Origin = "edited") -> None:
        """Store the grid of some audio; a tracked grid never replaces one that a person corrected."""
        with self._connections.writing() as db:
            db.execute(STORE_GRID, grid_row(content_id, grid, origin))
            show_rhythm(db, content_id)

    def forget(self, content_id: str) -> None:
        """Delete the grid of some audio and what was done to it, so that the tracked one counts again."""
        self.reset(content_id)
        with self._connections.writing() as db:
            db.execute("DELETE FROM grids WHERE content_id = ?", (content_id,))
            show_rhythm(db, content_id)

    # --- edits -----------------------------------------------------------------------------------------------------

    def edits(self, content_id: str) -> StoredEdits | None:
        """Return what was done to the beats of some audio; None if they were not edited.

        Where the edits, applied again, do not make the stored grid to the last bit, as may be in a later version of
        the program, the stored grid counts, and comes as one edit.

        Raises
        ------
        CatalogueError
            If what is stored is damaged, or written by a newer version.
        """
        with self._connections.reading() as db:
            row = db.execute("SELECT revision, history FROM beat_edits WHERE content_id = ?", (content_id,)).fetchone()
        if row is None:
            return None
        try:
            history = history_from_json(unpack_text(row[1]))
            grid = history.grid
        except (RhythmError, ValueError) as problem:
            raise CatalogueError("library.damaged_edits", content_id=content_id, reason=problem) from None
        stored = self.find(content_id)
        if history.is_edited and stored is not None and not _same(stored, grid):
            history = EditHistory(history.start, history.duration, (AcceptProposal.of(stored),))
        return StoredEdits(history, row[0])

    def store_edits(self, content_id: str, history: EditHistory, revision: int) -> int:
        """Store what was done to the beats of some audio, and show it in the library, in one transaction.

        Parameters
        ----------
        content_id : str
            The audio.
        history : EditHistory
            The first grid and all edits; one without edits takes them back.
        revision : int
            Revision that the edits follow; 0 where nothing was stored.

        Returns
        -------
        int
            The revision of what is stored now.

        Raises
        ------
        ConflictError
            If another window or process has stored edits since `revision`; these stay, see `edits`.
        """
        text, grid = pack_text(history_to_json(history)), history.grid
        origin: Origin = "edited" if history.is_edited else "tracked"
        with self._connections.writing() as db:
            if _revision(db, content_id) != revision:
                raise ConflictError("library.beats_conflict")
            db.execute(STORE_EDITS, (content_id, revision + 1, time.time(), text))
            db.execute("DELETE FROM grids WHERE content_id = ?", (content_id,))
            db.execute(STORE_GRID, grid_row(content_id, grid, origin))
            show_rhythm(db, content_id)
        return revision + 1

    def reset(self, content_id: str) -> None:
        """Forget what was done to the beats of some audio: those that the tracker found count again."""
        try:
            stored = self.edits(content_id)
        except CatalogueError:  # damaged edits can be forgotten as well, with the grid that they made
            self._drop(content_id)
            return
        if stored is not None and stored.history.edits:
            plain = EditHistory(stored.history.start, stored.history.duration)
            self.store_edits(content_id, plain, stored.revision)

    def _drop(self, content_id: str) -> None:
        with self._connections.writing() as db:
            db.execute("DELETE FROM beat_edits WHERE content_id = ?", (content_id,))
            db.execute("DELETE FROM grids WHERE content_id = ?", (content_id,))
            show_rhythm(db, content_id)

    def store_tables(self, content_id: str, tables: Tables, revision: int, cut: str = "bars") -> bool:
        """Store the bars and beats that were measured for a revision of the edits, where the track is in the library.

        Returns
        -------
        bool
            Whether they were stored: not where the beats have been edited again, and not where there is no analysis.
        """
        with self._connections.writing() as db:
            if _revision(db, content_id) != revision:
                return False
            changed = db.execute(
                "UPDATE analyses SET bars = ?, beats = ?, grid_revision = ? WHERE recipe = ? AND cut = ? "
                "AND track_id = (SELECT id FROM tracks WHERE content_id = ?)",
                (pack(tables.bars.values), pack(tables.beats.values), revision, RECIPE, cut, content_id),
            ).rowcount
            db.execute(
                "UPDATE tracks SET state = 'analysed' WHERE content_id = ? AND state = 'outdated' AND ?",
                (content_id, changed),
            )
        return bool(changed)

    def copy_edits(self, library: Path) -> int:
        """Take over the beats that a person corrected in another catalogue, and what was done to them.

        Returns
        -------
        int
            How many grids were taken over; 0 where that catalogue cannot be read.
        """
        try:
            with closing(Connections(library, read_only=True)) as other, other.reading() as db:
                grids = db.execute("SELECT * FROM grids WHERE origin = 'edited'").fetchall()
                edits = db.execute(
                    "SELECT content_id, revision, changed, history FROM beat_edits WHERE content_id IN "
                    "(SELECT content_id FROM grids WHERE origin = 'edited')"
                ).fetchall()
        except CatalogueError:
            return 0
        with self._connections.writing() as db:
            db.execute("DELETE FROM beat_edits")
            db.execute("UPDATE grids SET origin = 'tracked' WHERE origin = 'edited'")
            db.executemany(STORE_GRID, grids)
            db.executemany(STORE_EDITS, edits)
        return len(grids)

    # --- activations -----------------------------------------------------------------------------------------------

    def activations(self, content_id: str) -> Activations | None:
        """Return what the beats of some audio can be decoded from; None where that is not known."""
        with self._connections.reading() as db:
            row = db.execute("SELECT packed FROM activations WHERE content_id = ?", (content_id,)).fetchone()
        if row is None:
            return None
        try:
            return unpack_activations(row[0])
        except ValueError:
            raise CatalogueError("library.damaged_activations", content_id=content_id) from None

    def store_activations(self, content_id: str, activations: Activations) -> None:
        """Store what the beats of some audio can be decoded from: some kilobytes a minute."""
        with self._connections.writing() as db:
            db.execute(STORE_ACTIVATIONS, (content_id, pack_activations(activations)))

    def _find(self, content_id: str) -> tuple[BeatGrid, Origin, int] | None:
        """Return grid, origin and revision."""
        with self._connections.reading() as db:
            try:
                return stored_grid(db, content_id)
            except ValueError:
                name = self._connections.path.name
                raise CatalogueError("library.damaged_grid", content_id=content_id, name=name) from None


STORE_GRID = (
    "INSERT INTO grids VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (content_id) DO UPDATE SET origin = excluded.origin, "
    "changed = excluded.changed, beat_times = excluded.beat_times, positions = excluded.positions, "
    "tempo = excluded.tempo, beats_per_bar = excluded.beats_per_bar "
    "WHERE excluded.origin = 'edited' OR grids.origin = 'tracked'"
)
"""Statement that stores a row of `grid_row`."""

STORE_EDITS = "INSERT OR REPLACE INTO beat_edits (content_id, revision, changed, history) VALUES (?, ?, ?, ?)"
"""Statement that stores a packed history."""

STORE_ACTIVATIONS = "INSERT OR REPLACE INTO activations VALUES (?, ?)"
"""Statement that stores packed activations by content_id."""


def grid_row(content_id: str, grid: BeatGrid, origin: Origin) -> tuple[object, ...]:
    """Return a grid as a row of its table."""
    tempo = None if np.isnan(grid.tempo) else float(grid.tempo)
    times = np.ascontiguousarray(grid.beat_times, "<f8").tobytes()
    positions = np.ascontiguousarray(grid.positions, "<i8").tobytes()
    return content_id, origin, time.time(), times, positions, tempo, int(grid.beats_per_bar)


def stored_grid(db: sqlite3.Connection, content_id: str) -> tuple[BeatGrid, Origin, int] | None:
    """Return grid, origin and revision of the beats of some audio; ValueError where they are damaged."""
    row = db.execute(
        "SELECT g.beat_times, g.positions, g.tempo, g.beats_per_bar, g.origin, COALESCE(e.revision, 0) "
        "FROM grids g LEFT JOIN beat_edits e ON e.content_id = g.content_id WHERE g.content_id = ?",
        (content_id,),
    ).fetchone()
    if row is None:
        return None
    times, positions, tempo, beats_per_bar, origin, revision = row
    beat_times, places = np.frombuffer(times, "<f8"), np.frombuffer(positions, "<i8")
    if len(beat_times) != len(places):
        raise ValueError("beats without positions")
    return BeatGrid(beat_times, places, float("nan") if tempo is None else tempo, beats_per_bar), origin, revision


def _revision(db: sqlite3.Connection, content_id: str) -> int:
    row = db.execute("SELECT revision FROM beat_edits WHERE content_id = ?", (content_id,)).fetchone()
    return 0 if row is None else int(row[0])


def _same(one: BeatGrid, other: BeatGrid) -> bool:
    same_beats = np.array_equal(one.beat_times, other.beat_times) and np.array_equal(one.positions, other.positions)
    return same_beats and one.beats_per_bar == other.beats_per_bar
