import shutil
import sqlite3
import threading
from collections import namedtuple
from pathlib import Path

import pytest

from core.library.connection import Connections, in_words, set_aside


def test_connections_of_threads_that_have_ended_are_closed(tmp_path: Path) -> None:
    connections = Connections(tmp_path / "library.sqlite")
    for _ in range(20):
        thread = threading.Thread(target=lambda: connections.here.execute("SELECT 1"))
        thread.start()
        thread.join()
    assert len(connections._all) <= 2
    assert connections.version() == connections.version()
    connections.close()


def test_the_counter_of_changes_outlives_the_thread_that_asked_first(tmp_path: Path) -> None:
    connections = Connections(tmp_path / "library.sqlite")
    for _ in range(3):
        thread = threading.Thread(target=lambda: (connections.version(), connections.here))
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
    assert "or reports an error" in in_words(problem, tmp_path / "library.sqlite")
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(100, 100, 0))
    assert "disk is full. Free" in in_words(problem, tmp_path / "library.sqlite")


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
