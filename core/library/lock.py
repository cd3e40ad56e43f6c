"""One batch at a time for each catalogue: a lock that the system gives up by itself when a process ends."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from core.library.errors import CatalogueError


@contextmanager
def batch_lock(catalogue: Path) -> Iterator[None]:
    """Keep other batches off a catalogue while the block runs; CatalogueError when another has it."""
    path = catalogue.with_name(f"{catalogue.name}.batch")
    try:
        file = path.open("a+b")
    except OSError as problem:
        raise CatalogueError(f"{path} cannot be written: {problem.strerror}; check the folder's permissions.") from None
    with file:
        if not try_lock(file):
            raise CatalogueError(
                f"Another window or run is analysing into {catalogue}; wait for it, or use another library."
            )
        yield


def try_lock(file: IO[bytes]) -> bool:
    """Take the lock of an open file; False when another process has it."""
    if sys.platform == "win32":
        import msvcrt

        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks: better to go on than to refuse
        return True
    return True
