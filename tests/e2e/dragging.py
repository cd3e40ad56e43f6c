"""Files dragged from another program's window, as far as its journal and the target's answers say they have come."""

import itertools
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.display import REPOSITORY, Display
from tests.waiting import wait_for

SOURCE_AT = (1400, 200)
GRIP = (SOURCE_AT[0] + 60, SOURCE_AT[1] + 60)


@dataclass
class DragSource:
    """A hand on a window that files can be dragged from."""

    display: Display
    journal: Path

    def grip(self) -> None:
        """Press, and move until the drag has begun."""
        self.display.xdotool("mousemove", *GRIP)
        self.display.xdotool("mousedown", 1)
        self._move_about(*GRIP, "begun")  # a program takes its time to begin a drag

    def move(self, x: int, y: int) -> None:
        """Move what was gripped, as a hand does, in some steps."""
        for step in range(1, 21):
            position = (round(a + (b - a) * step / 20) for a, b in zip(GRIP, (x, y), strict=True))
            self.display.xdotool("mousemove", *position)

    def carry(self, x: int, y: int) -> None:
        """Press, move, and hold until the target says that it would take what is carried."""
        self.grip()
        self.move(x, y)
        self._move_about(x, y, "taken")

    def release(self) -> None:
        """Release the files, whether or not the target has said anything."""
        self.display.xdotool("mouseup", 1)

    def drop(self, x: int, y: int) -> None:
        """Carry the files, and release them."""
        self.carry(x, y)
        self.release()

    def _move_about(self, x: int, y: int, wanted: str) -> None:
        places = itertools.cycle((x, x + 1))

        def is_so() -> bool:
            self.display.xdotool("mousemove", next(places), y)
            return self._last() == wanted

        wait_for(f"a drag that is {wanted}", is_so)

    def _last(self) -> str:
        lines = self.journal.read_text(encoding="utf-8").split() if self.journal.exists() else []
        return lines[-1] if lines else ""


@contextmanager
def drag_source(display: Display, *files: Path) -> Iterator[DragSource]:
    """Another program with a window that files can be dragged from."""
    with tempfile.TemporaryDirectory(prefix="gs") as folder:
        source = DragSource(display, Path(folder) / "journal")
        words = (source.journal, *SOURCE_AT, *files)
        command = [sys.executable, str(REPOSITORY / "tests/e2e/drag_source.py"), *map(str, words)]
        with subprocess.Popen(command, env=dict(display.environment)) as process:
            try:
                wait_for("the drag source", lambda: source._last() == "shown")
                yield source
            finally:
                process.kill()
