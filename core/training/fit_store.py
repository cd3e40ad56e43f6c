"""The fits of a training in the SQLite file of its run: each is committed as it comes, so that a kill loses none."""

import io
import json
import os
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from core.dataset.dataset import Dataset, DatasetSource, Remedy
from core.errors import DatasetError
from core.file_lock import TakenError, locked
from core.training.cross_validation import FitOutcome, FoldScore
from core.training.learning_curves import LearningPoint
from core.training.protocols import Protocol

FILE: Final = "fits.sqlite"
LOCK: Final = "fits.lock"
_DDL: Final = """
CREATE TABLE IF NOT EXISTS part (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS fit (
    estimator TEXT NOT NULL, protocol TEXT NOT NULL, repeat INTEGER NOT NULL, fold INTEGER NOT NULL,
    accuracy REAL, precision REAL, recall REAL, f1 REAL, fit_seconds REAL, error TEXT,
    test BLOB NOT NULL, predicted BLOB NOT NULL, probabilities BLOB,
    PRIMARY KEY (estimator, protocol, repeat, fold)
) STRICT;
CREATE TABLE IF NOT EXISTS point (
    estimator TEXT NOT NULL, protocol TEXT NOT NULL, size REAL NOT NULL, n_train INTEGER NOT NULL,
    repeat INTEGER NOT NULL, fold INTEGER NOT NULL, train_accuracy REAL, test_accuracy REAL, error TEXT,
    PRIMARY KEY (estimator, protocol, size, repeat, fold)
) STRICT;
"""
_ARRAYS: Final = ("y", "places", "groups", "split")
_ATTEMPTS: Final = 10
_MOMENT_SECONDS: Final = 0.05
_QUICK: Final = 1
"""Level of compression: fits are written while others wait for the disk."""


class FitStore:
    """The open file of a run; made by `open_fits`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, outcome: FitOutcome) -> None:
        """Commit a finished fit, with its predictions; one of the same fold is replaced."""
        one = outcome.score
        numbers = (one.accuracy, one.precision, one.recall, one.f1, one.fit_seconds)
        probabilities = None if outcome.probabilities is None else _packed(outcome.probabilities)
        row = (
            one.estimator, one.protocol, one.repeat, one.fold, *(_stored(number) for number in numbers), one.error,
            _packed(outcome.test), _packed(outcome.predicted), probabilities,
        )  # fmt: skip
        with self._connection:
            self._connection.execute("INSERT OR REPLACE INTO fit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    def add_point(self, point: LearningPoint) -> None:
        """Commit a finished point of a learning curve."""
        accuracies = (_stored(point.train_accuracy), _stored(point.test_accuracy))
        row = (
            point.estimator, point.protocol, point.size, point.n_train, point.repeat, point.fold, *accuracies,
            point.error,
        )  # fmt: skip
        with self._connection:
            self._connection.execute("INSERT OR REPLACE INTO point VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    def forget(self, estimator: str) -> None:
        """Remove the fits of an estimator, which is another one now."""
        with self._connection:
            self._connection.execute("DELETE FROM fit WHERE estimator = ?", (estimator,))
            self._connection.execute("DELETE FROM point WHERE estimator = ?", (estimator,))

    def outcomes(self) -> list[FitOutcome]:
        """Return every finished fit, in the order in which they came."""
        return [_outcome(*row) for row in self._connection.execute("SELECT * FROM fit ORDER BY rowid")]

    def points(self) -> list[LearningPoint]:
        """Return every finished point of a learning curve, in the order in which they came."""
        return [
            LearningPoint(estimator, protocol, size, n_train, repeat, fold, _number(train), _number(test), error)
            for estimator, protocol, size, n_train, repeat, fold, train, test, error in self._connection.execute(
                "SELECT * FROM point ORDER BY rowid"
            )
        ]

    def keep_rows(self, dataset: Dataset) -> None:
        """Write down the rows without their numbers."""
        told = {
            "name": dataset.name,
            "classes": dataset.classes,
            "columns": dataset.columns,
            "row_names": dataset.row_names,
            "locations": dataset.locations,
            "group_names": dataset.group_names,
            "seconds": dataset.seconds,
            "recipe": dataset.recipe,
            "source": asdict(dataset.source),
            "remedies": [asdict(one) for one in dataset.remedies],
        }
        parts = {"told": zlib.compress(json.dumps(told).encode(), _QUICK), "fingerprint": dataset.fingerprint.encode()}
        arrays = {name: getattr(dataset, name) for name in _ARRAYS}
        parts |= {name: _packed(array) for name, array in arrays.items() if array is not None}
        with self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO part VALUES (?, ?)", parts.items())

    def fingerprint(self) -> str | None:
        """Return that of the data; None for a new file."""
        row = self._connection.execute("SELECT value FROM part WHERE name = 'fingerprint'").fetchone()
        return None if row is None else bytes(row[0]).decode()

    def rows(self) -> Dataset:
        """Return the rows; their numbers are all NaN, in an array that takes no room."""
        parts = {name: bytes(value) for name, value in self._connection.execute("SELECT * FROM part")}
        told: dict[str, Any] = json.loads(zlib.decompress(parts["told"]))
        arrays = {name: _unpacked(parts[name]) if name in parts else None for name in _ARRAYS}
        columns = tuple(told["columns"])
        y = arrays["y"]
        assert y is not None
        return Dataset(
            name=told["name"],
            X=np.broadcast_to(np.array(np.nan), (len(y), len(columns))),
            y=y,
            classes=tuple(told["classes"]),
            columns=columns,
            places=np.asarray(arrays["places"]),
            row_names=tuple(told["row_names"]),
            locations=tuple(told["locations"]),
            source=_source(told["source"]),
            groups=arrays["groups"],
            group_names=tuple(told["group_names"]),
            split=arrays["split"],
            seconds=told["seconds"],
            recipe=told["recipe"],
            remedies=tuple(_remedy(one) for one in told["remedies"]),
        )


@contextmanager
def open_fits(folder: Path, dataset: Dataset) -> Iterator[FitStore]:
    """Yield the store of the run in `folder`, for this process alone while the block runs.

    Raises
    ------
    DatasetError : when another process has it, when it is of other data, or when the file is damaged
    """
    with ExitStack() as stack:
        stack.enter_context(_taken(folder))
        try:
            store = FitStore(stack.enter_context(closing(_connect(folder / FILE))))
            known = store.fingerprint()
            if known is None:
                store.keep_rows(dataset)
            elif known != dataset.fingerprint:
                raise DatasetError("training.run_of_other_data", name=folder.name)
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            raise DatasetError("training.run_damaged", name=folder.name, file=FILE) from None
        yield store


@contextmanager
def _taken(folder: Path) -> Iterator[None]:
    """Hold the lock of a run; one that looks whether it is held, as a list of runs does, holds it for a moment."""
    with ExitStack() as stack:
        for ahead in reversed(range(_ATTEMPTS)):
            try:
                stack.enter_context(locked(folder / LOCK))
            except TakenError:
                if not ahead:
                    raise DatasetError("training.run_in_use", name=folder.name) from None
                time.sleep(_MOMENT_SECONDS)
            else:
                break
        yield


@contextmanager
def reading_fits(folder: Path) -> Iterator[FitStore]:
    """Yield the store of a run to read from, also of one that goes on, and of one in a folder that cannot be written.

    Raises
    ------
    DatasetError : when there is none, or when the file is damaged
    """
    path = folder / FILE
    if not path.is_file():
        raise DatasetError("training.run_has_no_fits", name=folder.name)
    try:
        with closing(reading(path, _connect)) as connection:
            yield FitStore(connection)
    except (sqlite3.DatabaseError, KeyError, TypeError, ValueError, EOFError, zlib.error):
        raise DatasetError("training.run_damaged", name=folder.name, file=FILE) from None


def count_fits(path: Path) -> int:
    """Return how many fits the file of a training or of a search holds; 0 where they cannot be read."""
    if not path.is_file():
        return 0
    try:
        with closing(reading(path)) as connection:
            return int(connection.execute("SELECT count(*) FROM fit").fetchone()[0])
    except (sqlite3.DatabaseError, UnicodeDecodeError):  # the latter of a message that cites a damaged statement
        return 0


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")  # a kill loses nothing; a power cut may lose the last fits
        connection.executescript(_DDL)
    except BaseException:
        connection.close()
        raise
    return connection


def reading(path: Path, connect: Callable[[Path], sqlite3.Connection] = sqlite3.connect) -> sqlite3.Connection:
    """Return a connection for reading: that of `connect`, or where files cannot be written one that writes none."""
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return connect(path)
    # Even to read, SQLite writes a file beside it. Where that cannot be written, this one does not change either.
    return sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)


def _outcome(
    estimator: str,
    protocol: Protocol,
    repeat: int,
    fold: int,
    accuracy: float | None,
    precision: float | None,
    recall: float | None,
    f1: float | None,
    fit_seconds: float | None,
    error: str | None,
    test: bytes,
    predicted: bytes,
    probabilities: bytes | None,
) -> FitOutcome:
    score = FoldScore(
        estimator, protocol, repeat, fold, _number(accuracy), _number(precision), _number(recall), _number(f1),
        _number(fit_seconds), error,
    )  # fmt: skip
    return FitOutcome(
        score, _unpacked(test), _unpacked(predicted), None if probabilities is None else _unpacked(probabilities)
    )


def _stored(number: float) -> float | None:
    return None if np.isnan(number) else float(number)


def _number(value: float | None) -> float:
    return float("nan") if value is None else float(value)


def _packed(array: NDArray[Any]) -> bytes:
    stream = io.BytesIO()
    np.save(stream, array, allow_pickle=False)
    return zlib.compress(stream.getvalue(), _QUICK)


def _unpacked(value: bytes) -> NDArray[Any]:
    array: NDArray[Any] = np.load(io.BytesIO(zlib.decompress(value)), allow_pickle=False)
    return array


def _source(content: dict[str, Any]) -> DatasetSource:
    return DatasetSource(**{name: _tupled(value) for name, value in content.items()})


def _remedy(content: dict[str, Any]) -> Remedy:
    plain = {name: _tupled(value) for name, value in content.items()}
    return Remedy(**plain)


def _tupled(value: Any) -> Any:
    return tuple(_tupled(one) for one in value) if isinstance(value, list) else value
