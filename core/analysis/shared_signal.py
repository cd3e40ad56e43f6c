"""The analysis signal in a file that several processes map into their memory, so that none of them has a copy.

The file is raw float32. The process that starts the analysis owns a `SignalFolder`; workers are given a path.
"""

import contextlib
import shutil
import tempfile
import threading
from pathlib import Path

import numpy as np

from core.file_lock import TakenError, locked
from core.spectrum.tracks import Frames

_PREFIX = "groovescope-signals-"
_LOCK = "lock"
_SPARE_BYTES = 1 << 28  # left free on the disk of temporary files, which others need as well


def share_signal(y: Frames, path: Path) -> Frames | None:
    """Write a signal to a file and map it; the array that was written is no longer needed.

    Parameters
    ----------
    y : NDArray[np.float32] [shape=(n_samples,)]
    path : a file that does not exist yet

    Returns
    -------
    NDArray[np.float32] [shape=(n_samples,)], the same samples, read-only; None where the disk has no room for them
    """
    try:
        if not len(y) or shutil.disk_usage(path.parent).free < y.nbytes + _SPARE_BYTES:
            return None
        y.tofile(path)
        return open_signal(path)
    except OSError:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        return None


def open_signal(path: Path) -> Frames:
    """Map a shared signal [shape=(n_samples,)], read-only; OSError where it is gone."""
    return np.asarray(np.memmap(path, np.float32, mode="r"))


class SignalFolder:
    """A folder for the shared signals of this program, which is made when the first of them is.

    A lock in it is held as long as this program lives. A folder whose lock is free was left behind by a program that
    was killed: the next one removes it.

    Parameters
    ----------
    parent : where folders are made; the system's place for temporary files if None
    """

    def __init__(self, parent: Path | None = None) -> None:
        self._parent = parent
        self._folder: Path | None = None
        self._held = contextlib.ExitStack()
        self._guard = threading.Lock()  # a thread may ask for a path while the window closes
        self._closed = False
        self._count = 0

    def new_path(self) -> Path:
        """Return the path of a signal to be written; OSError where there is no place for temporary files."""
        with self._guard:
            if self._closed:
                raise OSError("the folder has been closed")
            if self._folder is None:
                self._folder = self._make()
            self._count += 1
            return self._folder / f"{self._count}.f32"

    def remove(self, path: Path | None) -> None:
        """Remove a signal that is no longer needed. A process that has it mapped keeps its pages until it unmaps it."""
        if path is not None:
            with contextlib.suppress(OSError):  # Windows removes no mapped file: it goes with the folder
                path.unlink(missing_ok=True)

    def close(self) -> None:
        """Remove everything; no path is given out after this."""
        with self._guard:
            self._closed = True
            self._held.close()
            if self._folder is not None:
                shutil.rmtree(self._folder, ignore_errors=True)
                self._folder = None

    def _make(self) -> Path:
        parent = self._parent or Path(tempfile.gettempdir())
        _remove_left_overs(parent)
        while True:
            folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=parent))
            with contextlib.suppress(TakenError):  # by a program that takes it for left over, before it was locked
                self._held.enter_context(locked(folder / _LOCK))
                return folder


def _remove_left_overs(parent: Path) -> None:
    for folder in parent.glob(f"{_PREFIX}*"):
        # Without a lock in it, it is being made at this moment; what another user owns cannot be opened.
        if (folder / _LOCK).exists():
            with contextlib.suppress(TakenError, OSError):
                with locked(folder / _LOCK):
                    pass
                shutil.rmtree(folder, ignore_errors=True)
