import os
import threading
from pathlib import Path

import pytest

from core.atomic import replacing
from tests.waiting import PATIENCE


def test_a_file_is_replaced_when_the_block_ends(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("former", encoding="utf-8")
    with replacing(path) as part:
        part.write_text("new", encoding="utf-8")
        assert path.read_text(encoding="utf-8") == "former"
    assert path.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_leaves_the_former_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("former", encoding="utf-8")
    with pytest.raises(RuntimeError), replacing(path) as part:
        part.write_text("half of", encoding="utf-8")
        raise RuntimeError
    assert path.read_text(encoding="utf-8") == "former"
    assert list(tmp_path.iterdir()) == [path]


def test_threads_that_write_one_file_at_a_time_each_write_a_whole_one(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    both_are_writing = threading.Barrier(2, timeout=PATIENCE)
    problems: list[BaseException] = []

    def write(text: str) -> None:
        try:
            with replacing(path) as part:
                part.write_text(text, encoding="utf-8")
                both_are_writing.wait()
                assert part.read_text(encoding="utf-8") == text
        except BaseException as problem:
            problems.append(problem)

    threads = [threading.Thread(target=write, args=(letter * 1000,)) for letter in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert path.read_text(encoding="utf-8") in ("a" * 1000, "b" * 1000)
    assert list(tmp_path.iterdir()) == [path]


def test_the_disk_has_the_content_before_the_name_leads_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "table.csv"
    synced: list[tuple[int, bool]] = []
    fsync = os.fsync

    def watched(descriptor: int) -> None:
        synced.append((os.fstat(descriptor).st_ino, path.exists()))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", watched)
    with replacing(path) as part:
        part.write_text("new", encoding="utf-8")
    assert synced[0] == (path.stat().st_ino, False)
    if os.name == "posix":
        assert synced[1:] == [(tmp_path.stat().st_ino, True)]


def test_a_disk_that_fails_late_leaves_the_former_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "table.csv"
    path.write_text("former", encoding="utf-8")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"), replacing(path) as part:
        part.write_text("new", encoding="utf-8")
    assert path.read_text(encoding="utf-8") == "former"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["曲" * 83 + ".csv", "x" * 251 + ".csv"])
def test_the_longest_names_of_a_file_system_can_be_replaced(tmp_path: Path, name: str) -> None:
    with replacing(tmp_path / name) as part:
        part.write_text("new", encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == [name]
