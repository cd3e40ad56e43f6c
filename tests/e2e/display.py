"""The program on an X display of its own, and hands to use it with."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.waiting import PATIENCE

REPOSITORY = Path(__file__).resolve().parents[2]


def wait_for(what: str, condition: Callable[[], bool], seconds: float = 30.0) -> None:
    """Wait until `condition()`; AssertionError that names `what` when it never comes."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited {seconds:g} s in vain for {what}"
        time.sleep(0.05)


@dataclass
class Display:
    """A display without a window manager: windows lie at the top left, unframed."""

    environment: Mapping[str, str]
    """What programs on this display are started with."""

    def xdotool(self, *arguments: object) -> str:
        """Run one xdotool command; returns what it printed."""
        done = subprocess.run(
            ["xdotool", *map(str, arguments)],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        return done.stdout.strip()

    def window(self, title: str, seconds: float = 30.0) -> str:
        """The visible window whose title matches."""
        wait_for(f"a window {title!r}", lambda: bool(self._search(title)), seconds)
        return self._search(title)

    def title(self, window: str) -> str:
        """What the title bar of a window says."""
        return self.xdotool("getwindowname", window)

    def focus(self, window: str) -> None:
        """Give a window the keyboard; without a window manager nobody else does."""
        self.xdotool("windowfocus", "--sync", window)

    def key(self, *keys: str) -> None:
        """Press keys, in xdotool's names."""
        self.xdotool("key", "--delay", 60, *keys)

    def click(self, x: int, y: int) -> None:
        """Click with the left button."""
        self.xdotool("mousemove", x, y)
        self.xdotool("click", 1)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press, move as a hand does, hesitate, release."""
        self.carry(start, end)
        time.sleep(0.3)
        self.xdotool("mouseup", 1)

    def carry(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press, move as a hand does, hesitate, and hold.

        A program that files are dragged from takes its time to begin: whoever has arrived by then has dragged nothing.
        """
        self.xdotool("mousemove", *start)
        self.xdotool("mousedown", 1)
        for step in range(1, 21):
            x, y = (round(a + (b - a) * step / 20) for a, b in zip(start, end, strict=True))
            self.xdotool("mousemove", x, y)
            time.sleep(0.03)
        for step in range(10):
            self.xdotool("mousemove", end[0] + step % 2, end[1])
            time.sleep(0.1)

    def screenshot(self, path: Path) -> Path:
        """What is on the display now, as PNG."""
        code = (
            "import sys; from PySide6.QtGui import QGuiApplication; app = QGuiApplication(sys.argv[:1]);"
            "sys.exit(0 if app.primaryScreen().grabWindow(0).save(sys.argv[1]) else 1)"
        )
        subprocess.run([sys.executable, "-c", code, str(path)], env=self.environment, check=True, timeout=PATIENCE)
        return path

    def _search(self, title: str) -> str:
        return self.xdotool("search", "--onlyvisible", "--name", title).split("\n")[0]


@contextmanager
def program(display: Display, *arguments: object) -> "Iterator[subprocess.Popen[str]]":
    """Groovescope in a process of its own, ended afterwards."""
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", *map(str, arguments)],
        cwd=REPOSITORY,
        env=display.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()
