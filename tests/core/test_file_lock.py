import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.file_lock import TakenError, locked
from tests.conftest import ROOT

HOLDER = """
import sys
from pathlib import Path
from core.file_lock import locked
with locked(Path(sys.argv[1])):
    print("has it", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite.batch"


@pytest.fixture
def holder(lock: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the lock until its input ends, or it is killed."""
    command = [sys.executable, "-c", HOLDER, str(lock)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "has it\n"
        yield process
        process.kill()


def test_a_lock_is_refused_at_once_while_another_process_has_it(lock: Path, holder: object) -> None:
    with pytest.raises(TakenError), locked(lock):
        pass


def test_a_lock_falls_with_its_process(lock: Path, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.wait()
    with locked(lock):
        pass


def test_a_lock_is_refused_to_other_blocks_of_the_same_process(lock: Path) -> None:
    said: list[type[BaseException]] = []

    def try_it() -> None:
        try:
            with locked(lock):
                pass
        except TakenError as problem:
            said.append(type(problem))

    with locked(lock):
        try_it()
        other = threading.Thread(target=try_it)
        other.start()
        other.join()
    try_it()
    assert said == [TakenError, TakenError]


def test_an_error_in_the_block_gives_the_lock_up(lock: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(lock):
        raise ZeroDivisionError
    with locked(lock):
        pass


def test_the_file_of_a_lock_stays_and_nothing_in_it_is_lost(lock: Path) -> None:
    lock.write_text("somebody's notes", encoding="utf-8")
    with locked(lock):
        pass
    assert lock.read_text(encoding="utf-8") == "somebody's notes"


def test_a_place_that_cannot_be_written_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    with pytest.raises(OSError, match="file"), locked(tmp_path / "file" / "lock"):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="only flock says that a file system has no locks")
def test_a_file_system_without_locks_does_not_keep_work_from_being_done(
    lock: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno
    import fcntl

    def flock(descriptor: object, operation: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", flock)
    done = []
    with locked(lock):
        done.append(lock)
    assert done == [lock]
    assert list(lock.parent.iterdir()) == [lock]
