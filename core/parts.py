"""What a run over many files keeps for each of them as soon as it is done, so that a killed run loses nothing.

The parts lie in a hidden folder inside the run's output folder. A part is found again by its file's path, size and
time of change, the way the file was cut and the recipe; whatever differs is analysed anew.
"""

import hashlib
import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

import numpy as np

from core.atomic import replacing
from core.columns import BAR_COLUMNS, BEAT_COLUMNS, SONG_COLUMNS
from core.export import Tables
from core.passages import Cut
from core.recipe import GENRE_COLUMNS, RECIPE
from core.table import FeatureTable

STORE_NAME = ".groovescope-resume"
_FORMAT = 1
_TABLES = {"songs": SONG_COLUMNS, "bars": BAR_COLUMNS, "beats": BEAT_COLUMNS}


class FolderInUseError(Exception):
    """Another run is writing into the same folder; one line for a person."""


class PartStore:
    """The parts of a run.

    Parameters
    ----------
    out : the run's output folder; it must exist
    cut : how the run cuts its bar table
    """

    def __init__(self, out: Path, cut: Cut) -> None:
        self.folder = out / STORE_NAME
        self._cut = cut

    @contextmanager
    def locked(self, *, fresh: bool) -> Iterator[None]:
        """Make the store and keep other runs out of it; `fresh` forgets the parts of earlier runs.

        Raises
        ------
        FolderInUseError : when another run has it
        OSError : when it cannot be made
        """
        self.folder.mkdir(exist_ok=True)
        with (self.folder / "lock").open("a+b") as lock:
            if not _try_lock(lock):
                raise FolderInUseError(
                    f"Another run is writing into {self.folder.parent}; wait for it or use another folder."
                )
            if fresh:
                for part in self.folder.glob("*.npz"):
                    part.unlink()
            yield

    def remove(self) -> None:
        """Delete the store; all that it holds has been written elsewhere."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def tables_path(self, file: Path) -> Path:
        """Where the tables of `file` belong."""
        return self.folder / f"{self._key(file)}.tables.npz"

    def arrays_path(self, file: Path) -> Path:
        """Where the pictures of `file` belong."""
        return self.folder / f"{self._key(file)}.images.npz"

    def _key(self, file: Path) -> str:
        try:
            status = file.stat()
            version = (status.st_size, status.st_mtime_ns)
        except OSError:  # its analysis will say what is wrong with it
            version = (0, 0)
        identity = [str(file.absolute()), *version, self._cut, RECIPE, _FORMAT, len(BEAT_COLUMNS)]
        text = json.dumps(identity).encode()
        return hashlib.blake2b(text, digest_size=16).hexdigest()


def save_part(tables: Tables, path: Path) -> None:
    """Write one song's tables as a part."""
    texts = {name: [getattr(tables, name).filenames, getattr(tables, name).uuids] for name in _TABLES}
    arrays: dict[str, Any] = {name: getattr(tables, name).values for name in _TABLES}
    with replacing(path) as part, part.open("wb") as file:
        np.savez(
            file,
            allow_pickle=False,
            texts=np.frombuffer(json.dumps(texts).encode(), dtype=np.uint8),
            genre_features=tables.genre_features,
            **arrays,
        )


def load_part(path: Path) -> Tables | None:
    """The tables of a part; None where there is no such part or it is damaged."""
    with suppress(OSError, ValueError, KeyError, EOFError), np.load(path, allow_pickle=False) as arrays:
        texts = json.loads(arrays["texts"].tobytes())
        tables = {
            name: FeatureTable(tuple(texts[name][0]), tuple(texts[name][1]), columns, arrays[name])
            for name, columns in _TABLES.items()
        }
        genre_features = arrays["genre_features"]
        if genre_features.shape == (1, len(GENRE_COLUMNS)):
            return Tables(**tables, genre_features=genre_features)
    return None


def _try_lock(file: IO[bytes]) -> bool:
    """Take the lock that the system gives up by itself when the process ends; False when another process has it."""
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
