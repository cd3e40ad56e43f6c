"""Files that are there whole or not at all."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_SHOWN_BYTES: Final = 100  # of the name in that of the temporary file, which as a whole has to stay below 255 bytes
_CANNOT_SYNC: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EROFS, errno.EBADF})


@contextmanager
def replacing(path: Path, *, sync: bool = True) -> Iterator[Path]:
    """Yield a temporary path beside `path`; what was written there replaces it when the block ends without an error.

    Readers of `path` see the former file until then. After an error or a kill the former file is still there; after a
    power cut either the former or the new file is, and never an empty one.

    Parameters
    ----------
    path : the file to write
    sync : wait until the disk has the content; without it a power cut may leave an empty file. For many files that
        are worth nothing each by itself, since a wait takes up to some 20 ms a file
    """
    with temporary_beside(path) as temporary:
        yield temporary
        if sync:
            _sync(temporary)
        temporary.replace(path)
        if sync and os.name == "posix":  # the entry in the folder; Windows opens no folders
            with contextlib.suppress(OSError):  # the content is safe, and not every network share takes this
                _sync(path.parent)


@contextmanager
def temporary_beside(path: Path) -> Iterator[Path]:
    """Yield a path in the folder of `path` that no other thread or process has; what is there at the end is removed."""
    shown = os.fsencode(path.name)[:_SHOWN_BYTES].decode(errors="ignore")
    temporary = path.with_name(f".{shown}.{secrets.token_hex(6)}.part")
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Wait until the disk has a file, or a folder's list of names."""
    descriptor = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)  # Windows syncs only what it may write
    try:
        os.fsync(descriptor)
    except OSError as problem:
        if problem.errno not in _CANNOT_SYNC:  # no room, no disk: the writer must learn of it before the replacement
            raise
    finally:
        os.close(descriptor)
