"""Several clips asked for at once: the first is opened, the others wait in line."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class OpenQueue:
    """Clips in line and the one that is open."""

    paths: tuple[Path, ...] = ()
    index: int = 0

    @property
    def current(self) -> Path | None:
        """The clip that is open, if there is one."""
        return self.paths[self.index] if self.paths else None

    def moved(self, step: int) -> "OpenQueue | None":
        """The line after going on (+1) or back (-1); None at its end."""
        index = self.index + step
        return OpenQueue(self.paths, index) if 0 <= index < len(self.paths) else None

    def place(self) -> str:
        """Where in the line we are; nothing for a single clip."""
        return f"Queue: clip {self.index + 1} of {len(self.paths)}" if len(self.paths) > 1 else ""

    def notice(self) -> str:
        """One line about where in the line we are and how to move on; nothing for a single clip."""
        if not self.place():
            return ""
        key = "Ctrl+Page Down: next" if self.moved(1) else "Ctrl+Page Up: previous"
        return f"{self.place()} · {key}"


def folder_of(chosen: Path) -> Path:
    """Where a dialog should start the next time: the chosen folder, or that of the chosen file."""
    return chosen if chosen.is_dir() else chosen.parent


def waiting_line(paths: Sequence[Path]) -> OpenQueue:
    """`paths` in line, each once, the first one open."""
    return OpenQueue(tuple(dict.fromkeys(paths)))
