import shutil
import sqlite3
import subprocess
import sys
import threading
from collections import namedtuple
from pathlib import Path
from typing import Any

import pytest

from core.errors import CatalogueError
from core.library.connection import Connections, refused, set_aside
from tests.conftest import ROOT
from tests.waiting import PATIENCE


def read(connections: Connections) -> int:
    with connections.reading() as db:
        return int(db.execute("SELECT 1").fetchone()[0])


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[sqlite3.Connection]:
    """Every connection that is made during a test."""
    made: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def watched(*args: Any, **kwargs: Any) -> sqlite3.Connection:
        made.append(connect(*args, **kwargs))
        return made[-1]

    monkeypatch.setattr(sqlite3, "connect", watched)
    return made


def is_closed(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("SELECT 1")
    except sqlite3.ProgrammingError:
        return True
    return False


def test_no_connection_of_many_threads_is_forgotten(tmp_path: Path, opened: list[sqlite3.Connection]) -> None:
    n_threads, n_rounds = 8, 25
    for number in range(n_rounds):
        connections = Connections(tmp_path / f"library {number}.sqlite")
        together = threading.Barrier(n_threads + 1, timeout=PATIENCE)

        def use(order: int, connections: Connections = connections, together: threading.Barrier = together) -> None:
            together.wait()
            for ask in (connections.version, lambda: read(connections))[::order]:
                ask()
            together.wait()  # every thread is alive while the connections are closed
            together.wait()

        threads = [threading.Thread(target=use, args=((-1) ** i,)) for i in range(n_threads)]
        for thread in threads:
            thread.start()
        together.wait()
        together.wait()
        connections.close()
        left = sum(not is_closed(one) for one in opened)
        together.wait()
        for thread in threads:
            thread.join()
        assert left == 0
    assert len(opened) == n_rounds * (n_threads + 2)  # with the thread of this test, and the witness


def test_the_counter_of_changes_belongs_to_none_of_the_threads_that_asked_first(tmp_path: Path) -> None:
    for number in range(25):
        connections = Connections(tmp_path / f"library {number}.sqlite")
        together = threading.Barrier(8, timeout=PATIENCE)

        def use(order: int, connections: Connections = connections, together: threading.Barrier = together) -> None:
            together.wait()
            for ask in (connections.version, lambda: read(connections))[::order]:
                ask()

        threads = [threading.Thread(target=use, args=((-1) ** i,)) for i in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        closing = threading.Thread(target=read, args=(connections,))  # closes those of threads that have ended
        closing.start()
        closing.join()
        assert connections.version() == connections.version()
        connections.close()


CLOSED_WHILE_READING = """
import sys, threading, time
from pathlib import Path
from core.library.connection import Connections
from core.errors import CatalogueError
LONG = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT i FROM n"
for number in range(40):
    connections = Connections(Path(sys.argv[1]))
    began = threading.Event()
    said = []
    def ask():
        try:
            while True:
                with connections.reading() as db:
                    began.set()
                    db.execute(LONG).fetchall()
                    db.execute("SELECT count(*) FROM (" + LONG + ")").fetchone()
        except CatalogueError as problem:
            said.append(str(problem))
    thread = threading.Thread(target=ask)
    thread.start()
    began.wait()
    time.sleep(0.001 * (number % 7))
    connections.close()
    thread.join()
    assert said == ["The library library.sqlite is closed."], said
"""


def test_a_library_is_closed_while_another_thread_reads_without_a_crash(tmp_path: Path) -> None:
    command = [sys.executable, "-c", CLOSED_WHILE_READING, str(tmp_path / "library.sqlite")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_block_that_reads_ends_as_it_began_and_its_connection_is_closed_then(
    tmp_path: Path, opened: list[sqlite3.Connection]
) -> None:
    connections = Connections(tmp_path / "library.sqlite")
    with connections.reading() as db:
        connections.close()
        assert db.execute("SELECT 1").fetchone() == (1,)
    assert all(map(is_closed, opened))
    with pytest.raises(CatalogueError, match="is closed"):
        read(connections)
    with pytest.raises(CatalogueError, match="is closed"):
        connections.version()


def test_a_file_that_is_no_library_is_let_go_of(tmp_path: Path, opened: list[sqlite3.Connection]) -> None:
    path = tmp_path / "notes.sqlite"
    path.write_text("These are no tables. " * 100, encoding="utf-8")
    with pytest.raises(CatalogueError, match="is not a Groovescope library"):
        Connections(path)
    assert opened and all(map(is_closed, opened))


def test_connections_of_threads_that_have_ended_are_closed(tmp_path: Path) -> None:
    connections = Connections(tmp_path / "library.sqlite")
    for _ in range(20):
        thread = threading.Thread(target=read, args=(connections,))
        thread.start()
        thread.join()
    assert len(connections._all) <= 2
    assert connections.version() == connections.version()
    connections.close()


def test_the_counter_of_changes_outlives_the_thread_that_asked_first(tmp_path: Path) -> None:
    connections = Connections(tmp_path / "library.sqlite")
    for _ in range(3):
        thread = threading.Thread(target=lambda: (connections.version(), read(connections)))
        thread.start()
        thread.join()
    before = connections.version()
    other = sqlite3.connect(connections.path)
    other.execute("CREATE TABLE more (x)")
    other.commit()
    other.close()
    assert connections.version() != before
    connections.close()


def test_a_disk_that_fails_is_not_called_full_while_it_has_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = sqlite3.OperationalError("disk I/O error")
    problem.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    assert "or reports an error" in str(refused(problem, tmp_path / "library.sqlite"))
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(100, 100, 0))
    assert "disk is full. Free" in str(refused(problem, tmp_path / "library.sqlite"))


def test_a_disk_without_room_is_told_by_its_code(tmp_path: Path) -> None:
    connections = Connections(tmp_path / "library.sqlite")
    with pytest.raises(CatalogueError, match="the disk is full"), connections.writing() as db:
        db.execute("PRAGMA max_page_count = 1")
        db.execute("CREATE TABLE more (x)")
    connections.close()


def test_a_library_that_is_being_written_is_told_by_its_code(tmp_path: Path) -> None:
    connections = Connections(tmp_path / "library.sqlite")
    other = sqlite3.connect(connections.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with connections.reading() as db:
        db.execute("PRAGMA busy_timeout = 0")
    with pytest.raises(CatalogueError, match="written by another program"), connections.writing():
        pass
    other.close()
    connections.close()


def test_words_of_sqlite_in_the_text_of_an_error_decide_nothing(tmp_path: Path) -> None:
    problem = sqlite3.OperationalError("no such column: locked malformed readonly")
    problem.sqlite_errorcode, problem.sqlite_errorname = sqlite3.SQLITE_ERROR, "SQLITE_ERROR"
    assert "could not be used (SQLITE_ERROR)" in str(refused(problem, tmp_path / "library.sqlite"))


def test_setting_aside_writes_over_nothing(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    names = set()
    for number in range(3):
        path.write_text(str(number), encoding="utf-8")
        path.with_name("library.sqlite-wal").write_text("log", encoding="utf-8")
        aside = set_aside(path)
        names.add(aside.name)
        assert aside.read_text(encoding="utf-8") == str(number)
        assert aside.with_name(f"{aside.name}-wal").exists()
    assert len(names) == 3
