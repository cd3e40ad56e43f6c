"""The program on an X display of its own, and hands to use it with."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from tests.waiting import PATIENCE, wait_for

STILL = 3
"""How many pictures in a row have to be the same."""

REPOSITORY = Path(__file__).resolve().parents[2]


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

    def window(self, title: str) -> str:
        """The visible window whose title matches."""
        wait_for(f"a window {title!r}", lambda: bool(self._search(title)))
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

    def screenshot(self, path: Path) -> Path:
        """What is on the display now, as PNG."""
        code = (
            "import sys; from PySide6.QtGui import QGuiApplication; app = QGuiApplication(sys.argv[:1]);"
            "sys.exit(0 if app.primaryScreen().grabWindow(0).save(sys.argv[1]) else 1)"
        )
        subprocess.run([sys.executable, "-c", code, str(path)], env=self.environment, check=True, timeout=PATIENCE)
        return path

    def picture(self) -> QImage:
        """What is on the display now."""
        with tempfile.TemporaryDirectory(prefix="gs") as folder:
            image = QImage(str(self.screenshot(Path(folder) / "picture.png")))
        assert not image.isNull()
        return image

    def settled(self) -> QImage:
        """The picture once it has stopped to change: several in a row are the same."""
        last = [self.picture()]

        def is_still() -> bool:
            image = self.picture()
            last[:] = [*last, image] if image == last[-1] else [image]
            return len(last) >= STILL

        wait_for("a picture that stays", is_still)
        return last[-1]

    def changed(self, before: QImage, where: QRect | None = None) -> QImage:
        """The first picture that differs from `before`, or does in a part of it."""
        now = [before]

        def is_other() -> bool:
            now[0] = self.picture()
            return (now[0] != before) if where is None else (now[0].copy(where) != before.copy(where))

        wait_for("a change of the picture", is_other)
        return now[0]

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
