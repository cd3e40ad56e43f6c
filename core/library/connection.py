"""Connections to a catalogue's file: how it is made, opened and checked, and its errors in words."""

import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.library.errors import CatalogueError
from core.library.schema import APPLICATION_ID, DDL, UPGRADES, VERSION
from core.library.text import fold

BUSY_SECONDS = 5.0
"""How long a writer waits for another process that is writing."""

_FULL = "database or disk is full"
_TROUBLE = "disk i/o error"
_HARDLY_ANY_ROOM = 1 << 20


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
        self._all: list[tuple[threading.Thread, sqlite3.Connection]] = []
        self._closed = False
        self._looking = threading.Lock()
        self._witness: sqlite3.Connection | None = None
        with self.translated():
            self._prepare()

    def close(self) -> None:
        """Close every thread's connection."""
        self._closed = True
        while self._all:
            self._all.pop()[1].close()

    @property
    def here(self) -> sqlite3.Connection:
        """The connection of the thread that asks."""
        if self._closed:
            raise CatalogueError(f"The library {self.path.name} is closed.")
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            self._close_those_of_ended_threads()
            found = self._local.connection = self._connect()
        return found

    def _close_those_of_ended_threads(self) -> None:
        with self._looking:
            ended = [one for one in self._all if not one[0].is_alive()]
            self._all = [one for one in self._all if one[0].is_alive()]
        for _, connection in ended:
            connection.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection of the thread that asks; errors come as CatalogueError."""
        with self.translated():
            yield self.here

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection of the thread that asks, in a transaction, which an error undoes.

        CatalogueError when nothing can be written.
        """
        if self.is_read_only:
            raise CatalogueError(f"The library {self.path.name} can only be read; make its file and folder writable.")
        with self._writing, self.translated():
            connection = self.here
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def version(self) -> int:
        """A number that differs after anybody has written, the same for every thread.

        SQLite counts for each connection what the others wrote: one that never writes is asked for all.
        """
        with self._looking, self.translated():
            if self._closed:
                raise CatalogueError(f"The library {self.path.name} is closed.")
            if self._witness is None:
                self._witness = self._connect()
                self._all[-1] = (threading.main_thread(), self._witness)  # whoever asked first, it serves all
            return int(self._witness.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def translated(self) -> Iterator[None]:
        """SQLite's errors within the block as CatalogueError."""
        try:
            yield
        except sqlite3.Error as problem:
            raise CatalogueError(in_words(problem, self.path)) from problem

    def _prepare(self) -> None:
        if not self.path.exists():
            if self.is_read_only:
                raise CatalogueError(f"There is no library {self.path}.")
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as problem:
                raise CatalogueError(f"{self.path.parent} cannot be made: {problem.strerror}.") from None
        connection = self._open()
        self._local.connection = connection
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if empty and not application and not self.is_read_only:
            self._create(connection)
        elif application != APPLICATION_ID:
            raise CatalogueError(f"{self.path} is not a Groovescope library; choose another file.")
        elif version > VERSION:
            raise CatalogueError(
                f"{self.path} was written by a newer Groovescope (version {version} of its tables, this one knows "
                f"{VERSION}); update the program, or choose another library."
            )
        elif version < VERSION:
            self._upgrade(connection)

    def _upgrade(self, connection: sqlite3.Connection) -> None:
        """Bring the tables of an older version up to date, whole or not at all; nothing stored is changed."""
        if self.is_read_only:
            raise CatalogueError(
                f"{self.path} was written by an older Groovescope, and has to be opened once where it can be written."
            )
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
        """A connection that can read; where the file cannot be written, the whole becomes read-only."""
        if not self.is_read_only:
            try:
                connection = self._connect()
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("ROLLBACK")
            except sqlite3.OperationalError as problem:
                if not self.path.exists() or not _is_about_permission(problem):
                    raise
                self.is_read_only = True
            else:
                return connection
        try:
            connection = self._connect()
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            self._immutable = True  # a folder that may not be written has no room for the shared memory of a log
            connection = self._connect()
        return connection

    def _connect(self) -> sqlite3.Connection:
        mode = "mode=ro" if self.is_read_only else "mode=rwc"
        uri = f"{self.path.absolute().as_uri()}?{mode}{'&immutable=1' if self._immutable else ''}"
        connection = sqlite3.connect(
            uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, cached_statements=256
        )
        self._all.append((threading.current_thread(), connection))
        connection.create_function(
            "fold", 1, lambda text: None if text is None else fold(str(text)), deterministic=True
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA mmap_size = 268435456")
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


def _is_about_permission(problem: sqlite3.OperationalError) -> bool:
    text = str(problem).lower()
    return "readonly" in text or "read-only" in text or "unable to open" in text


def _has_no_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _HARDLY_ANY_ROOM
    except OSError:
        return False


def in_words(problem: sqlite3.Error, path: Path) -> str:
    """An error of SQLite as one line: what is wrong with the catalogue at `path`, and what to do."""
    text = " ".join(str(problem).lower().split())
    if "locked" in text or "busy" in text:
        return f"The library {path} is being written by another program; wait for it to finish, then try again."
    if _FULL in text or (_TROUBLE in text and _has_no_room(path)):
        return f"The library {path} could not be written: the disk is full. Free some space; nothing stored was lost."
    if _TROUBLE in text:
        return (
            f"The library {path} could not be written: the disk is full, or reports an error. Free some space, "
            "or check it; nothing stored was lost."
        )
    if "not a database" in text:
        return f"{path} is not a Groovescope library, or is damaged; move it away or choose another."
    if "malformed" in text:
        return f"The library {path} is damaged; restore it from a backup, or move it away and begin a new one."
    if "readonly" in text or "unable to open" in text:
        return f"The library {path} may not be opened or written; check the permissions of its file and folder."
    return f"The library {path}: {problem}."


def set_aside(path: Path) -> Path:
    """Rename a damaged catalogue with its log, so that a new one can begin in its place; returns its new path.

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
