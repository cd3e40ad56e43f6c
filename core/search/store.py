"""The fits of a search in the SQLite file of its run: each is committed as it comes, so that a kill loses none."""

import json
import math
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

from core.errors import SearchError
from core.file_lock import TakenError, locked
from core.search.rounds import Fit
from core.search.sharing import Place
from core.training.fit_store import reading

FILE = "trials.sqlite"
_LOCK = "trials.lock"
_DDL = """
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS fit (
    unit TEXT NOT NULL, ceiling INTEGER NOT NULL, size INTEGER NOT NULL, fold INTEGER NOT NULL,
    score REAL, seconds REAL NOT NULL, grown_from INTEGER NOT NULL, reached INTEGER NOT NULL, error TEXT,
    PRIMARY KEY (unit, ceiling, size, fold)
) STRICT;
"""
_NO_CEILING = -1


class SearchStore:
    """The open file of a run; made by `open_store`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, fits: Iterable[Fit]) -> None:
        """Commit finished fits together; none may be there already."""
        rows = [
            (
                fit.place.unit,
                _NO_CEILING if fit.place.ceiling is None else fit.place.ceiling,
                fit.place.size,
                fit.fold,
                None if math.isnan(fit.score) else fit.score,
                fit.seconds,
                fit.grown_from,
                fit.reached,
                fit.error,
            )
            for fit in fits
        ]
        with self._connection:
            self._connection.executemany("INSERT INTO fit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def fits(self) -> list[Fit]:
        """Return every finished fit, in the order in which they came."""
        return [
            Fit(
                Place(unit, None if ceiling == _NO_CEILING else ceiling, size),
                fold,
                math.nan if score is None else score,
                *rest,
            )
            for unit, ceiling, size, fold, score, *rest in self._connection.execute("SELECT * FROM fit ORDER BY rowid")
        ]

    def settings(self) -> dict[str, Any]:
        """Return what the run was begun with; empty for a new one."""
        return {name: json.loads(value) for name, value in self._connection.execute("SELECT * FROM setting")}

    def keep_settings(self, settings: Mapping[str, Any]) -> None:
        """Write down what the run is begun with."""
        with self._connection:
            self._connection.executemany(
                "INSERT INTO setting VALUES (?, ?)", [(name, json.dumps(value)) for name, value in settings.items()]
            )


@contextmanager
def open_store(folder: Path, settings: Mapping[str, Any], *, resume: bool) -> Iterator[SearchStore]:
    """Yield the store of the run in `folder`, for this process alone while the block runs.

    Raises
    ------
    SearchError : when the folder holds a run that is not to be resumed or has other settings, when another process has
        it, or when the file is damaged
    """
    with ExitStack() as stack:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            stack.enter_context(locked(folder / _LOCK))
        except TakenError:
            raise SearchError("search.in_use", folder=folder) from None
        except OSError as problem:
            raise SearchError("search.not_writable", folder=folder, reason=problem.strerror) from None
        try:
            store = SearchStore(stack.enter_context(closing(_connect(folder / FILE))))
            _agree(folder, store, json.loads(json.dumps(dict(settings))), resume)
            yield store
        except (sqlite3.DatabaseError, UnicodeDecodeError) as problem:
            raise SearchError("search.trials_unusable", path=folder / FILE, reason=problem) from None


def read_store(folder: Path) -> tuple[dict[str, Any], list[Fit]]:
    """Return settings and fits of a run, also of one that goes on; SearchError where there is none."""
    path = folder / FILE
    if not path.is_file():
        raise SearchError("search.none_in_folder", folder=folder)
    try:
        with closing(reading(path, _connect)) as connection:
            store = SearchStore(connection)
            return store.settings(), store.fits()
    except UnicodeDecodeError:  # of a message that cites a damaged statement
        raise SearchError("search.state_not_read", path=path, reason="damaged") from None
    except (sqlite3.DatabaseError, ValueError, TypeError) as problem:
        raise SearchError("search.state_not_read", path=path, reason=problem) from None


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.executescript(_DDL)
    except BaseException:
        connection.close()
        raise
    return connection


def _agree(folder: Path, store: SearchStore, settings: dict[str, Any], resume: bool) -> None:
    known = store.settings()
    if not known:
        store.keep_settings(settings)
        return
    if not resume:
        raise SearchError("search.there_already", folder=folder)
    other = sorted(name for name in {*known, *settings} if known.get(name) != settings.get(name))
    if other:
        named = ", ".join(other)
        raise SearchError("search.other_settings", folder=folder, names=named)
