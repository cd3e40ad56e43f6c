"""Connections to a catalogue's file: how it is made, opened and checked, and its errors in words."""

import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from core.errors import CatalogueError
from core.library.schema import APPLICATION_ID, DDL, UPGRADES, VERSION
from core.library.text import fold

BUSY_SECONDS = 5.0
"""How long a writer waits for another process that is writing."""

_HARDLY_ANY_ROOM = 1 << 20
_ABOUT_PERMISSION = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -65536",  # kilobytes, since negative: 64 MB
    "PRAGMA mmap_size = 268435456",  # bytes
)


@dataclass(eq=False)
class _Held:
    """A connection, the thread that it belongs to, and how many blocks are using it now."""

    connection: sqlite3.Connection
    thread: threading.Thread
    uses: int = 0


class Connections:
    """One connection for each thread that asks, to one file; writing is for one thread at a time.

    Parameters
    ----------
    path : the catalogue's file; made when absent, unless `read_only`
    read_only : never write, whatever is asked

    Raises
    ------
    CatalogueError : when the file is no catalogue, is one of a newer version, is damaged or may not be read
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self.is_read_only = read_only
        self._immutable = False
        self._writing = threading.RLock()
        self._local = threading.local()
        # Guards the next two. Reentrant, since the garbage collector may end a block of `_using` anywhere.
        self._registering = threading.RLock()
        self._all: list[_Held] = []
        self._closed = False
        self._looking = threading.Lock()
        self._witness: sqlite3.Connection | None = None  # belongs to no thread, so that none ends under it
        with self.translated():
            self._prepare()

    def close(self) -> None:
        """Close every connection: those in use, in whatever thread, as soon as their blocks end.

        SQLite's driver crashes when a connection is closed while a statement runs in another thread.
        """
        with self._registering:
            self._closed = True
            idle = [one for one in self._all if not one.uses]
            self._all = []
        for one in idle:
            one.connection.close()
        with self._looking:
            witness, self._witness = self._witness, None
        if witness is not None:
            witness.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Yield the connection of the thread that asks; errors come as CatalogueError."""
        with self.translated(), self._using() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Yield the connection of the thread that asks, in a transaction, which an error undoes.

        CatalogueError when nothing can be written.
        """
        if self.is_read_only:
            raise CatalogueError("library.read_only", name=self.path.name)
        with self._writing, self.translated(), self._using() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def version(self) -> int:
        """Return a number that differs after anybody has written, the same for every thread.

        SQLite counts for each connection what the others wrote: one that never writes is asked for all.
        """
        with self._looking, self.translated():
            if self._closed:  # set before `close` asks for `_looking`, so that no witness outlives it
                raise self._closed_error()
            if self._witness is None:
                self._witness = self._connect()
            return int(self._witness.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Raise SQLite's errors within the block as CatalogueError."""
        try:
            yield
        except sqlite3.Error as problem:
            raise refused(problem, self.path) from problem
        except UnicodeDecodeError as problem:  # of a message of SQLite that cites a damaged statement
            raise CatalogueError("library.damaged", path=self.path) from problem

    @contextmanager
    def _using(self) -> Iterator[sqlite3.Connection]:
        """Yield the connection of this thread, which nothing closes before the block ends."""
        held: _Held | None = getattr(self._local, "held", None)
        if held is None:
            self._close_those_of_ended_threads()
            held = self._register(self._connect())
        self._begin(held)
        try:
            yield held.connection
        finally:
            self._end(held)

    def _begin(self, held: _Held) -> None:
        with self._registering:
            if self._closed:
                raise self._closed_error()
            held.uses += 1

    def _end(self, held: _Held) -> None:
        with self._registering:
            held.uses -= 1
            is_left = self._closed and not held.uses
        if is_left:
            held.connection.close()

    def _register(self, connection: sqlite3.Connection) -> _Held:
        """Make a connection that of this thread."""
        held = self._local.held = _Held(connection, threading.current_thread())
        with self._registering:
            if not self._closed:
                self._all.append(held)
                return held
        connection.close()
        raise self._closed_error()

    def _close_those_of_ended_threads(self) -> None:
        with self._registering:
            ended = [one for one in self._all if not one.uses and not one.thread.is_alive()]
            self._all = [one for one in self._all if one not in ended]
        for one in ended:
            one.connection.close()

    def _closed_error(self) -> CatalogueError:
        return CatalogueError("library.closed", name=self.path.name)

    def _prepare(self) -> None:
        if not self.path.exists():
            if self.is_read_only:
                raise CatalogueError("library.missing", path=self.path)
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as problem:
                raise CatalogueError("library.no_folder", folder=self.path.parent, reason=problem.strerror) from None
        connection = self._open()
        try:
            self._check_tables(connection)
        except BaseException:
            connection.close()
            raise
        self._register(connection)

    def _check_tables(self, connection: sqlite3.Connection) -> None:
        """Make or upgrade the tables where that is to be done. CatalogueError for a file that is no catalogue."""
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if empty and not application and not self.is_read_only:
            self._create(connection)
        elif application != APPLICATION_ID:
            raise CatalogueError("library.foreign_file", path=self.path)
        elif version > VERSION:
            raise CatalogueError("library.newer", path=self.path, version=version, known=VERSION)
        elif version < VERSION:
            self._upgrade(connection)

    def _upgrade(self, connection: sqlite3.Connection) -> None:
        """Bring the tables of an older version up to date, whole or not at all; nothing stored is changed."""
        if self.is_read_only:
            raise CatalogueError("library.older", path=self.path)
        connection.execute("BEGIN IMMEDIATE")
        try:
            version = connection.execute("PRAGMA user_version").fetchone()[0]  # another process may have been quicker
            for older in range(version, VERSION):
                _execute_all(connection, UPGRADES[older])
            connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    def _open(self) -> sqlite3.Connection:
        """Return a connection that can read; where the file cannot be written, the whole becomes read-only."""
        if not self.is_read_only:
            try:
                # a transaction on a file that may not be written begins as a read: only a write tells
                write = ("BEGIN IMMEDIATE", "CREATE TABLE probe (x)", "ROLLBACK")
                return self._connect("PRAGMA journal_mode = WAL", *write)
            except sqlite3.OperationalError as problem:
                if not self.path.exists() or _primary(problem) not in _ABOUT_PERMISSION:
                    raise
                self.is_read_only = True
        try:
            return self._connect("SELECT count(*) FROM sqlite_master")
        except sqlite3.OperationalError:
            self._immutable = True  # a folder that may not be written has no room for the shared memory of a log
            return self._connect()

    def _connect(self, *statements: str) -> sqlite3.Connection:
        """Return a connection that has executed `statements`; nothing stays open where one fails."""
        mode = "mode=ro" if self.is_read_only else "mode=rwc"
        uri = f"{self.path.absolute().as_uri()}?{mode}{'&immutable=1' if self._immutable else ''}"
        connection = sqlite3.connect(
            uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, cached_statements=256
        )
        try:
            connection.create_function(
                "fold", 1, lambda text: None if text is None else fold(str(text)), deterministic=True
            )
            for statement in (*_SETTINGS, *statements):
                connection.execute(statement).fetchall()
        except BaseException:
            connection.close()
            raise
        return connection

    @staticmethod
    def _create(connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN IMMEDIATE")
        if connection.execute("PRAGMA application_id").fetchone()[0]:  # another process was quicker
            connection.execute("ROLLBACK")
            return
        _execute_all(connection, DDL)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")


def _execute_all(connection: sqlite3.Connection, statements: str) -> None:
    for statement in statements.split(";"):
        if statement.strip():
            connection.execute(statement)


def _primary(problem: sqlite3.Error) -> int:
    """Return SQLite's primary result code; `SQLITE_OK` where the error is the driver's own."""
    return getattr(problem, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF


def _has_no_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _HARDLY_ANY_ROOM
    except OSError:
        return False


def refused(problem: sqlite3.Error, path: Path) -> CatalogueError:
    """Return an error of SQLite as one of the catalogue at `path`."""
    code = _primary(problem)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return CatalogueError("library.locked", path=path)
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _has_no_room(path)):
        return CatalogueError("library.disk_full", path=path)
    if code == sqlite3.SQLITE_IOERR:
        return CatalogueError("library.disk_error", path=path)
    if code == sqlite3.SQLITE_NOTADB:
        return CatalogueError("library.not_a_library", path=path)
    if code == sqlite3.SQLITE_CORRUPT:
        return CatalogueError("library.damaged", path=path)
    if code in _ABOUT_PERMISSION:
        return CatalogueError("library.forbidden", path=path)
    reason = getattr(problem, "sqlite_errorname", type(problem).__name__)
    return CatalogueError("library.unusable", path=path, reason=reason)


def set_aside(path: Path) -> Path:
    """Rename a damaged catalogue with its log, so that a new one can begin in its place; return its new path.

    Raises
    ------
    OSError : when the folder may not be written
    """
    number = 1
    while True:
        mark = f"damaged {time.strftime('%Y-%m-%d')}" + (f" {number}" if number > 1 else "")
        aside = path.with_name(f"{path.stem} {mark}{path.suffix}")
        if not aside.exists():
            break
        number += 1
    path.rename(aside)
    for ending in ("-wal", "-shm"):
        beside = path.with_name(path.name + ending)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + ending))
    return aside
