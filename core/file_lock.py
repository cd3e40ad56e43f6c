"""A lock among processes, which the system gives up by itself when the process that has it ends."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_WITHOUT_LOCKS: Final = frozenset({errno.ENOSYS, errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL})


class TakenError(Exception):
    """Another process, or another block of this one, has the lock."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of the file at `path`, made when absent, while the block runs; the file stays.

    On a file system without locks the block runs all the same: that is better than to refuse all work there.

    Raises
    ------
    TakenError
        The lock is taken; nothing waits for it.
    OSError
        The file cannot be made or written.
    """
    from filelock import FileLock, Timeout  # imports asyncio, which the first window can do without

    # Kept, since another process may be opening the file that would be removed; which also rules out filelock's way
    # without system locks, a file that would outlive a killed process. Not thread-local: a generator may end anywhere.
    lock = FileLock(path, timeout=0, thread_local=False, preserve_lock_file=True)
    try:
        lock.acquire()
    except Timeout:
        raise TakenError(str(path)) from None
    except OSError as problem:
        if problem.errno not in _WITHOUT_LOCKS:
            raise
    try:
        yield
    finally:
        lock.release()
