"""The catalogue: tracks, their files, analyses, labels and edits, in one SQLite file."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from core.errors import CatalogueError
from core.features.recipe import RECIPE
from core.features.table import Tables
from core.library.columns import COLUMNS_BY_NAME, EDITABLE, Sort
from core.library.connection import Connections
from core.library.filters import Condition, at_tempo_of, in_compatible_keys, words_for_waiting
from core.library.finding import TrackFinder
from core.library.grids import StoredGrids
from core.library.judgements import GenreJudgements
from core.library.near_duplicates import NearDuplicate, NearDuplicates
from core.library.packing import len_of
from core.library.queue import WaitingFiles
from core.library.records import AnalysedFile, FileCheck, FileFailure, FileState, MissingFile
from core.library.removed import take_out
from core.library.section_store import StoredSections
from core.library.similar import Neighbours, SimilarTrack
from core.library.stored_tables import feature_values, tables_of_row
from core.library.storing import (
    FOLLOWING,
    attach_file,
    forget_failure,
    mark_outdated,
    place_of,
    state_with_file,
    store_analysis,
    store_failure,
)
from core.library.text import printable
from core.library.typed_tempo import edit_tempo
from core.library.undo import Action, UndoStack, put_label, record, take_label
from core.library.user_values import set_values, user_value

Ids = Sequence[int] | NDArray[np.int64]
_TOGETHER = 500  # ids in one statement

WAITING = "waiting"
"""State of a file that was added and is no track yet."""


class Catalogue:
    """One library. Any thread may read; writing takes its turn, in this process and among processes.

    Every method raises CatalogueError, in one line for a person, when the file cannot be read or written.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._in_memory: dict[type, tuple[int, Any]] = {}
        self._finder = TrackFinder(connections, self.change_counter, self._cached)
        self.queue = WaitingFiles(connections)
        self.judgements = GenreJudgements(connections)
        self.grids = StoredGrids(connections)
        self.sections = StoredSections(connections)
        self.actions = UndoStack(connections, self._edit_beats, self._undo_beats)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Open the catalogue at `path`, made when absent; one that cannot be written is opened for reading."""
        catalogue = cls(Connections(path, read_only=read_only))
        try:
            catalogue._mark_outdated()
        except BaseException:
            catalogue.close()
            raise
        return catalogue

    def _mark_outdated(self) -> None:
        """Mark the tracks that an older program has measured, or with other beats; not where nothing can be written."""
        if self.is_read_only:
            return
        with self._connections.reading() as db:
            stale = db.execute(
                "SELECT EXISTS (SELECT 1 FROM analyses WHERE recipe != ?) OR EXISTS (SELECT 1 FROM beat_edits e "
                "JOIN tracks t ON t.content_id = e.content_id JOIN analyses a ON a.track_id = t.id "
                "WHERE a.grid_revision != e.revision)",
                (RECIPE,),
            ).fetchone()[0]
        if stale:
            with self._connections.writing() as db:
                mark_outdated(db)

    def close(self) -> None:
        """Close the file; threads that are reading finish first."""
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The catalogue's file."""
        return self._connections.path

    @property
    def is_read_only(self) -> bool:
        """Whether the file can only be read."""
        return self._connections.is_read_only

    # --- finding and showing ---------------------------------------------------------------------------------------

    def count(self) -> int:
        """Return the number of tracks."""
        return self._number("SELECT count(*) FROM tracks")

    def find(self, text: str = "", sort: Sort | None = None) -> NDArray[np.int64]:
        """Return the ids of the tracks that a filter lets through, in order [shape=(n,)].

        Raises
        ------
        FilterError : when the filter text, or the column to sort by, is not understood
        """
        return self._finder.find(text, sort)

    def find_waiting(self, text: str = "") -> NDArray[np.int64]:
        """Return numbers, all negative, of the files that wait to be analysed and that a filter lets through.

        `values` and `places` know them; for everything else they are no tracks.
        """
        words = words_for_waiting(text)
        return np.empty(0, np.int64) if words is None else self.queue.rows(words)

    def values(self, ids: Ids, columns: Sequence[str]) -> list[tuple[Any, ...]]:
        """Return the cells of some tracks: one tuple an id, in order, None where nothing is; all None for no track."""
        plain = [name for name in columns if not COLUMNS_BY_NAME[name].is_feature]
        features = [name for name in columns if COLUMNS_BY_NAME[name].is_feature]
        expressions = ", ".join(["t.id", *(COLUMNS_BY_NAME[name].sql for name in plain)])
        found: dict[int, dict[str, Any]] = {}
        for part, marks in _parts(ids):
            with self._connections.reading() as db:
                for row in db.execute(f"SELECT {expressions} FROM tracks t WHERE t.id IN ({marks})", part):
                    found[row[0]] = dict(zip(plain, row[1:], strict=True))
                if features:
                    sql = f"SELECT track_id, songs FROM features WHERE track_id IN ({marks})"
                    for track, songs in db.execute(sql, part):
                        found[track] |= feature_values(songs, features)
        for row, location in self.queue.locations(int(track) for track in ids if track < 0).items():
            name, folder, path = place_of(location)
            found[row] = {"name": name, "folder": folder, "path": path, "state": WAITING}
        return [tuple(map(found.get(int(track), {}).get, columns)) for track in ids]

    def locations(self, ids: Ids) -> list[Path]:
        """Return where each track's file is, the one that exists where it has several."""
        return [Path(path) for path in self.places(ids)]

    def places(self, ids: Ids) -> list[str]:
        """Return the locations of some tracks, paths or addresses, exactly as they were given."""
        found = self.places_by_track(ids)
        return [found[int(track)] for track in ids if int(track) in found]

    def places_by_track(self, ids: Ids) -> dict[int, str]:
        """Return the location of each of some tracks, as `places` does; what is no track is not in it."""
        found: dict[int, str] = {}
        for part, marks in _parts(ids):
            for table in ("failures", "files"):
                with self._connections.reading() as db:
                    sql = f"SELECT track_id, location FROM {table} WHERE track_id IN ({marks})"
                    for track, location in db.execute(sql, part):
                        if track not in found or "://" in location or Path(location).exists():
                            found[track] = location
        return found | self.queue.locations(int(track) for track in ids if track < 0)

    def content_ids(self, ids: Ids) -> dict[int, str]:
        """Return the identity of the audio of each of some tracks; those that have none are not in it."""
        return dict(self._pairs(ids, "SELECT id, content_id FROM tracks WHERE content_id IS NOT NULL AND id"))

    def edited_fields(self, ids: Ids) -> dict[int, frozenset[str]]:
        """Return which of the `EDITABLE` columns hold the user's word; tracks without any are not in it."""
        found: dict[int, frozenset[str]] = {}
        for track, field in self._pairs(ids, "SELECT track_id, field FROM edits WHERE track_id"):
            found[track] = found.get(track, frozenset()) | {field}
        return found

    def _pairs(self, ids: Ids, select: str) -> Iterator[tuple[int, str]]:
        for part, marks in _parts(ids):
            with self._connections.reading() as db:
                yield from db.execute(f"{select} IN ({marks})", part).fetchall()

    def copies(self, track_id: int) -> list[str]:
        """Return every place that a track has beside the one that is shown, in order."""
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT location FROM files WHERE track_id = :t AND location NOT IN "
                "(SELECT path FROM tracks WHERE id = :t) ORDER BY location",
                {"t": int(track_id)},
            )
            return [row[0] for row in rows]

    def change_counter(self) -> int:
        """Return a number that differs after anybody, in this process or another, has written."""
        return self._connections.version()

    # --- what the user says of tracks ------------------------------------------------------------------------------

    def labels(self) -> dict[str, int]:
        """Return every label with its number of tracks."""
        with self._connections.reading() as db:
            return dict(db.execute("SELECT label, count(*) FROM labels GROUP BY label ORDER BY label"))

    def add_label(self, ids: Ids, label: str) -> None:
        """Give tracks a label; CatalogueError for one without a visible character."""
        label = " ".join(printable(label).split())
        if not label:
            raise CatalogueError("library.empty_label")
        with self._connections.writing() as db:
            record(db, Action("label", put_label(db, [*map(int, ids)], label), label))

    def remove_label(self, ids: Ids, label: str) -> None:
        """Take a label from tracks."""
        with self._connections.writing() as db:
            record(db, Action("unlabel", take_label(db, [*map(int, ids)], label), label))

    def edit(self, ids: Ids, column: str, value: str | float | None) -> None:
        """Store the user's value for one of the `EDITABLE` columns; None brings back what was measured or read.

        A BPM becomes an edit of the beats where the track has any; see `core.library.typed_tempo`.
        """
        if column not in EDITABLE:
            raise ValueError(f"“{column}” cannot be edited.")
        tracks = [track for part, marks in _parts(ids) for track in self._existing(part, marks)]
        beats = [self._edit_beats(track, value) for track in tracks] if column == "bpm" else [(0, 0)] * len(tracks)
        with self._connections.writing() as db:
            formers = [user_value(db, track, column) for track in tracks]
            set_values(db, tracks, column, [value] * len(tracks))
            changed = [
                one for one in zip(tracks, formers, beats, strict=True) if one[1] != value or one[2][0] != one[2][1]
            ]
            if changed:
                changed_tracks, changed_formers, changed_beats = zip(*changed, strict=True)
                kept = changed_beats if column == "bpm" else ()
                record(db, Action("edit", changed_tracks, column, value, changed_formers, kept))

    def _existing(self, ids: Ids, marks: str) -> list[int]:
        with self._connections.reading() as db:
            return [
                row[0] for row in db.execute(f"SELECT id FROM tracks WHERE id IN ({marks}) ORDER BY id", tuple(ids))
            ]

    def _edit_beats(self, track: int, bpm: str | float | None) -> tuple[int, int]:
        """Let beats follow a typed tempo; return how many edits they had before, and have after."""
        content_id, duration = self._audio_of(track)
        if content_id is None:
            return 0, 0
        before = self._n_edits(content_id)
        edit_tempo(self.grids, content_id, duration, None if bpm is None else float(bpm))
        return before, self._n_edits(content_id)

    def _undo_beats(self, track: int, n_edits: int, n_former: int) -> None:
        """Take back what a typed tempo did to beats, unless somebody has edited them since."""
        content_id, _ = self._audio_of(track)
        stored = self.grids.edits(content_id) if content_id is not None and n_edits != n_former else None
        if content_id is None or stored is None or len(stored.history.edits) != n_edits:
            return
        history = stored.history
        while len(history.edits) > n_former:
            history = history.undone()
        revision = self.grids.store_edits(content_id, history, stored.revision)
        if not history.edits:  # the beats that were tracked count again, and so does what was measured with them
            with self._connections.writing() as db:
                sql = "UPDATE analyses SET grid_revision = ? WHERE track_id = ? AND grid_revision = 0"
                db.execute(sql, (revision, track))

    def _audio_of(self, track: int) -> tuple[str | None, float]:
        with self._connections.reading() as db:
            row = db.execute("SELECT content_id, duration FROM tracks WHERE id = ?", (track,)).fetchone()
        return (None, 0.0) if row is None else (row[0], row[1] or 0.0)

    def _n_edits(self, content_id: str) -> int:
        stored = self.grids.edits(content_id)
        return 0 if stored is None else len(stored.history.edits)

    def remove(self, ids: Ids) -> None:
        """Take tracks out of the catalogue; files on disk stay as they are.

        What is known of them is kept: they come back by `actions.undo`, or when a file with their audio is added.
        """
        with self._connections.writing() as db:
            record(db, Action("remove", tuple(take_out(db, map(int, ids)))))

    def forget_analyses(self, ids: Ids) -> list[str]:
        """Forget what was measured of tracks, so that a batch measures it again; return their locations for it."""
        locations = self.places(ids)
        for part, marks in _parts(ids):
            with self._connections.writing() as db:
                db.execute(f"DELETE FROM analyses WHERE track_id IN ({marks})", part)
                sql = f"UPDATE tracks SET state = 'outdated' WHERE state = 'analysed' AND id IN ({marks})"
                db.execute(sql, part)
        return locations

    def mark_missing(self) -> FileCheck:
        """Set the state of each track by whether one of its files exists.

        Returns
        -------
        FileCheck
            How many tracks lack a file now, and how many have one again.
        """
        with self._connections.reading() as db:
            rows = db.execute("SELECT track_id, location FROM files").fetchall()
            states = dict(db.execute("SELECT id, state FROM tracks WHERE content_id IS NOT NULL"))
        there = {track for track, location in rows if "://" in location or Path(location).exists()}
        gone = [track for track, state in states.items() if state != "missing" and track not in there]
        back = [track for track, state in states.items() if state == "missing" and track in there]
        for part, _ in _parts([*gone, *back]):
            with self._connections.writing() as db:
                for track in part:
                    state = state_with_file(db, track) if track in there else "missing"
                    db.execute("UPDATE tracks SET state = ? WHERE id = ?", (state, track))
        return FileCheck(n_missing=sum(track not in there for track in states), n_found=len(back))

    def missing_files(self, ids: Ids) -> list[MissingFile]:
        """Return the files of some tracks that are gone, of those tracks that have no other."""
        found: dict[int, list[MissingFile]] = {}
        there = set()
        for part, marks in _parts(ids):
            with self._connections.reading() as db:
                sql = f"SELECT track_id, location, size, byte_hash FROM files WHERE track_id IN ({marks})"
                rows = db.execute(sql, part).fetchall()
            for row in rows:
                found.setdefault(row[0], []).append(MissingFile(*row))
                if "://" in row[1] or Path(row[1]).exists():
                    there.add(row[0])
        return [one for track, files in found.items() if track not in there for one in files]

    def forget_places(self, locations: Iterable[str]) -> None:
        """Forget places of tracks that have others."""
        with self._connections.writing() as db:
            for location in locations:
                db.execute("DELETE FROM files WHERE location = ?", (location,))

    def known_locations(self) -> set[str]:
        """Return every location that is a track's, has failed, or waits."""
        with self._connections.reading() as db:
            tables = ("files", "failures", "waiting")
            return {row[0] for table in tables for row in db.execute(f"SELECT location FROM {table}")}

    # --- analyses --------------------------------------------------------------------------------------------------

    def similar(
        self, seeds: int | Ids, limit: int = 50, *, compatible_keys: bool = False, tempo_within: float | None = None
    ) -> list[SimilarTrack]:
        """Return the tracks that sound most like some tracks, nearest first; none without analysis.

        Parameters
        ----------
        seeds : id, or ids: what lies in the middle between these
        limit : how many at most
        compatible_keys : only in keys that go well with the key of a seed
        tempo_within : only as fast as a seed, or half or twice as fast, but for this share
        """
        ids = [int(track) for track in np.atleast_1d(np.asarray(seeds))]
        neighbours: Neighbours = self._cached(Neighbours)
        limits: list[Condition] = []
        if compatible_keys or tempo_within is not None:
            rows = self.values(ids, ("key", "bpm"))
            if compatible_keys:
                limits.append(in_compatible_keys([row[0] for row in rows if row[0]]))
            if tempo_within is not None:
                limits.append(at_tempo_of([row[1] for row in rows if row[1]], tempo_within))
        within = self._finder.passing(limits) if limits else None
        return neighbours.nearest(ids, limit, within)

    def near_duplicates(self, track_id: int) -> list[NearDuplicate]:
        """Return the tracks that are the same recording in another file, as far as their features tell.

        They are compared when a filter asks for near duplicates, which takes seconds in a large library; until then,
        and after a change, none are known.
        """
        known = self._in_memory.get(NearDuplicates)
        if known is None or known[0] != self.change_counter():
            return []
        return list(known[1].of(int(track_id)))

    def _cached(self, kind: type) -> Any:
        """Return a copy of numbers in memory, made again after every change."""
        counter = self.change_counter()
        known = self._in_memory.get(kind)
        if known is None or known[0] != counter:
            with self._connections.reading() as db:
                known = self._in_memory[kind] = counter, kind(db)
        return known[1]

    def failures(self) -> list[FileFailure]:
        """Return the files that could not be analysed, the newest first."""
        with self._connections.reading() as db:
            rows = db.execute("SELECT location, reason, failed_at, attempts FROM failures ORDER BY failed_at DESC")
            return [FileFailure(*row) for row in rows]

    def forget_failures(self, locations: Iterable[str]) -> None:
        """Remove failed files; tracks that have been analysed from other files stay."""
        with self._connections.writing() as db:
            for location in locations:
                forget_failure(db, location)

    def waiting(self) -> list[str]:
        """Return the locations that an unfinished batch has left, in its order."""
        return self.queue.all()

    def tables(self, ids: Ids, cut: str = "bars") -> Tables:
        """Return the tables of some tracks, in order, as they were measured, to the last bit; those without are passed.

        Raises
        ------
        CatalogueError : also where none of them has an analysis
        """
        tables = self.tables_or_none(ids, cut)
        if tables is None:
            raise CatalogueError("library.none_analysed")
        return tables

    def tables_or_none(self, ids: Ids, cut: str = "bars") -> Tables | None:
        """Return what `tables` returns; None where none of the tracks has an analysis."""
        parts = list(self.tables_by_track(ids, cut).values())
        return Tables.join(parts) if parts else None

    def tables_by_track(self, ids: Ids, cut: str = "bars") -> dict[int, Tables]:
        """Return the tables of each of some tracks, in order; those without an analysis are not in it."""
        return {track: found for group, _ in _parts(ids) for track, found in self._tables(group, cut)}

    def _tables(self, ids: Sequence[int], cut: str) -> Iterator[tuple[int, Tables]]:
        marks = ", ".join("?" for _ in ids)
        with self._connections.reading() as db:
            rows = db.execute(
                "SELECT t.id, a.filename, t.content_id, f.songs, a.bars, a.beats, f.genre, "
                "g.tempo, g.content_id IS NOT NULL FROM tracks t "
                "JOIN analyses a ON a.track_id = t.id AND a.recipe = ? AND a.cut = ? "
                "JOIN features f ON f.track_id = t.id AND f.recipe = a.recipe "
                f"LEFT JOIN grids g ON g.content_id = t.content_id WHERE t.id IN ({marks})",
                (RECIPE, cut, *ids),
            )
            found = {row[0]: row[1:] for row in rows}
        for track in ids:
            if track in found:
                yield track, tables_of_row(*found[track])

    def facts(self, track_id: int) -> dict[str, Any]:
        """Return what is known of a track beside its numbers: tags, notes, key and its runner-up, genres."""
        with self._connections.reading() as db:
            row = db.execute("SELECT facts FROM analyses WHERE track_id = ?", (int(track_id),)).fetchone()
        return {} if row is None else dict(json.loads(row[0]))

    # --- what a batch asks and stores ------------------------------------------------------------------------------

    def is_known(
        self, location: str, state: FileState, cut: str = "bars", recipe: str = RECIPE, *, features: str = RECIPE
    ) -> bool:
        """Return whether the file at `location` is unchanged and analysed with the beats that it has.

        `features` is the recipe of the genre features that are wanted of it.
        """
        with self._connections.reading() as db:
            row = db.execute(
                f"SELECT f.track_id FROM files f JOIN {FOLLOWING} ON a.track_id = f.track_id AND a.recipe = ? "
                "AND a.cut = ? WHERE f.location = ? AND f.size = ? AND f.mtime_ns = ?",
                (recipe, cut, location, state.size, state.mtime_ns),
            ).fetchone()
        return row is not None and (features == RECIPE or self.judgements.has_features(int(row[0]), features))

    def has_failed(self, location: str, state: FileState) -> bool:
        """Return whether the file at `location`, unchanged since, could not be analysed before."""
        with self._connections.reading() as db:
            row = db.execute(
                "SELECT 1 FROM failures WHERE location = ? AND size = ? AND mtime_ns = ?",
                (location, state.size, state.mtime_ns),
            ).fetchone()
        return row is not None

    def has_size(self, size: int) -> bool:
        """Return whether any known file has so many bytes: only then can another be a copy of it."""
        with self._connections.reading() as db:
            return db.execute("SELECT 1 FROM files WHERE size = ? LIMIT 1", (size,)).fetchone() is not None

    def track_with_bytes(
        self, size: int, byte_hash: str, cut: str = "bars", recipe: str = RECIPE, *, features: str = RECIPE
    ) -> int | None:
        """Return the analysed track that has a file with these bytes, so that a moved or copied file is recognised.

        `features` is the recipe of the genre features that are wanted of it.
        """
        with self._connections.reading() as db:
            row = db.execute(
                f"SELECT f.track_id FROM files f JOIN {FOLLOWING} ON a.track_id = f.track_id AND a.recipe = ? "
                "AND a.cut = ? WHERE f.size = ? AND f.byte_hash = ?",
                (recipe, cut, size, byte_hash),
            ).fetchone()
        if row is None or not (features == RECIPE or self.judgements.has_features(int(row[0]), features)):
            return None
        return int(row[0])

    def store(self, location: str, found: AnalysedFile) -> int:
        """Store an analysis; return the track's id."""
        with self._connections.writing() as db:
            return store_analysis(db, location, found)

    def attach(self, location: str, track_id: int, state: FileState, byte_hash: str) -> None:
        """Add the file at `location` to a track: a copy of its file, or that file in another place."""
        with self._connections.writing() as db:
            attach_file(db, track_id, location, state, byte_hash)

    def fail(self, location: str, state: FileState | None, reason: str) -> int:
        """Store why a file could not be analysed; return the id of the track that stands for it."""
        with self._connections.writing() as db:
            return store_failure(db, location, state, reason)

    def track_at(self, location: str) -> int | None:
        """Return the track of the file at `location`, if it is known."""
        with self._connections.reading() as db:
            row = db.execute("SELECT track_id FROM files WHERE location = ?", (location,)).fetchone()
        return None if row is None else int(row[0])

    def n_bars_at(self, location: str, cut: str = "bars", recipe: str = RECIPE) -> int | None:
        """Return how many rows the bar table of the file at `location` has; None where it has not been analysed."""
        with self._connections.reading() as db:
            row = db.execute(
                "SELECT a.bars FROM files f JOIN analyses a ON a.track_id = f.track_id "
                "WHERE f.location = ? AND a.recipe = ? AND a.cut = ?",
                (location, recipe, cut),
            ).fetchone()
        return None if row is None else len_of(row[0])

    def problems(self) -> list[str]:
        """Return what SQLite finds wrong with the whole file, which it reads from end to end; empty when sound."""
        with self._connections.reading() as db:
            found = [str(row[0]) for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
            return found + [
                f"a row of {row[0]} belongs to no {row[2]}" for row in db.execute("PRAGMA foreign_key_check")
            ]

    def raw_writing(self) -> AbstractContextManager[sqlite3.Connection]:
        """Return a transaction for callers that know the tables: `core.library.synthetic` and the tests."""
        return self._connections.writing()

    def _number(self, sql: str) -> int:
        with self._connections.reading() as db:
            return int(db.execute(sql).fetchone()[0])


def _parts(ids: Iterable[Any]) -> Iterator[tuple[tuple[int, ...], str]]:
    """Yield ids in groups that fit into one statement, with as many question marks."""
    every = [int(track) for track in ids]
    for start in range(0, len(every), _TOGETHER):
        part = tuple(every[start : start + _TOGETHER])
        yield part, ", ".join("?" for _ in part)
