"""Several clips opened at once: the first is shown, the others are queued."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from core.language import tr


@dataclass(frozen=True)
class OpenQueue:
    """The queued clips and which of them is open."""

    paths: tuple[Path, ...] = ()
    index: int = 0

    @property
    def current(self) -> Path | None:
        """The clip that is open, if there is one."""
        return self.paths[self.index] if self.paths else None

    def moved(self, step: int) -> "OpenQueue | None":
        """Return the queue after one step forward (+1) or back (-1); None beyond its ends."""
        index = self.index + step
        return OpenQueue(self.paths, index) if 0 <= index < len(self.paths) else None

    def without_current(self, shown: Path | None) -> "OpenQueue":
        """Return the queue without its open clip, at `shown` if that is in it, else at the clip that came next."""
        paths = tuple(path for path in self.paths if path != self.current)
        if shown is not None and shown in paths:
            return OpenQueue(paths, paths.index(shown))
        return OpenQueue(paths, min(self.index, max(len(paths) - 1, 0)))

    def place(self) -> str:
        """Return the place of the open clip in the queue; "" for a single clip."""
        return (
            tr("Queue: clip {index} of {n_paths}", index=self.index + 1, n_paths=len(self.paths))
            if len(self.paths) > 1
            else ""
        )

    def notice(self) -> str:
        """Return one line on the place in the queue and the key to the next clip; "" for a single clip."""
        if not self.place():
            return ""
        key = tr("Ctrl+Page Down: next") if self.moved(1) else tr("Ctrl+Page Up: previous")
        return f"{self.place()} · {key}"


def first_folder(remembered: str) -> str:
    """Return the folder in which a dialog starts: the one used last, else that of this user's music, else the home.

    Without one Qt would start in the working directory, which is the program's own folder.
    """
    if remembered and Path(remembered).is_dir():
        return remembered
    music = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
    return music if music and Path(music).is_dir() else str(Path.home())


def folder_of(chosen: Path) -> Path:
    """Return the folder in which the next dialog starts: the chosen folder, or that of the chosen file."""
    return chosen if chosen.is_dir() else chosen.parent


def waiting_line(paths: Sequence[Path]) -> OpenQueue:
    """Return `paths` as a queue, each once, the first one open."""
    return OpenQueue(tuple(dict.fromkeys(paths)))
