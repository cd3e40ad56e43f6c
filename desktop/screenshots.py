"""Pictures of every view for the README: `python -m desktop.screenshots OUT_DIR`. Needs no display."""

import os
import shutil
import sys
import tempfile
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QEventLoop, QSize, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from desktop.app import make_application, open_window
from desktop.main_window import DEMO, MainWindow
from desktop.settings import LIBRARY, Settings
from resources import resource_path

SIZES = (QSize(1280, 800), QSize(1920, 1080))
THEMES = ("light", "dark")
LONGEST_WAIT_MS = 60_000
LONG_NAME = (
    "12 - A rather long name of a song that somebody recorded live at the harbour (second take, 2019 remaster).flac"
)


class Studio:
    """Brings the window into each state and takes its picture."""

    def __init__(self, window: MainWindow, scratch: Path, settings: Settings) -> None:
        self._window = window
        self._scratch = scratch
        self._settings = settings

    def empty(self) -> None:
        """Before the first clip."""

    def loading(self) -> None:
        """While the demo clip is analysed."""
        path = self._copy("Harbour lights.flac")
        self._window.open_paths([path])
        self._until(lambda: self._window.view.path == path)
        pause(60)

    def demo(self) -> None:
        """The demo clip, analysed, a passage selected, the playhead on its way."""
        self.analyse(resource_path(DEMO))
        duration = self._window.view.timeline.duration
        self._window.view.timeline.position = duration * 0.37

    def selection(self) -> None:
        """A bar of the demo clip, zoomed in."""
        self.analyse(resource_path(DEMO))
        view = self._window.view
        assert view.analysis is not None
        start, end = (float(view.analysis.bars.column(name)[6]) for name in ("start", "end"))
        view.timeline.selection = (start, end)
        view.timeline.show(start - 3, end + 5)
        view.tables.tabs.setCurrentIndex(1)
        view.timeline.position = start + 0.4 * (end - start)

    def long_name(self) -> None:
        """A file whose name does not fit."""
        self.analyse(self._copy(LONG_NAME))

    def error(self) -> None:
        """A bad file dropped on an analysed clip."""
        self.analyse(resource_path(DEMO))
        bad = self._scratch / "shopping list.wav"
        bad.write_text("milk, bread, a new snare head\n", encoding="utf-8")
        self._window.open_paths([bad])
        self._until(lambda: bool(self._window.notices.notices()))

    def short(self) -> None:
        """Two tenths of a second."""
        path = self._scratch / "hit.wav"
        with wave.open(str(path), "wb") as file:
            file.setparams((1, 2, 22050, 0, "NONE", ""))
            file.writeframes(b"".join(_tick(n) for n in range(4410)))
        self.analyse(path)

    def drop(self) -> None:
        """Files held over the window."""
        self.analyse(resource_path(DEMO))
        self._window.show_drop_target()

    def library_empty(self) -> None:
        """A library before the first track."""
        self._open_library(0)

    def library(self) -> None:
        """Five thousand invented tracks, one selected."""
        self._open_library(5000)

    def library_filter(self) -> None:
        """What a filter lets through, by tempo."""
        self._open_library(5000)
        self._find("bpm:120-130 golden")
        self._window.library.controller.set_sorting(("bpm", False))
        self._until(lambda: not self._window.library.controller.is_finding)

    def library_words(self) -> None:
        """A filter that is not understood."""
        self._open_library(5000)
        self._window.library.view.filter_bar.set_text("bpm:fast")
        pause(600)

    def library_failures(self) -> None:
        """Files that could not be analysed, and why."""
        self._open_library(1200)
        self._window.library.view.show_failures(True)

    def _open_library(self, n_tracks: int) -> None:
        from core.library import Catalogue
        from core.library.synthetic import fill_synthetic

        path = self._scratch / "library.sqlite"
        with Catalogue.open(path) as catalogue:
            fill_synthetic(catalogue, n_tracks)
        self._settings.put(LIBRARY, str(path))
        self._window.show_page("library")
        library = self._window.library
        self._until(lambda: library.is_built and library.controller.catalogue is not None)
        self._until(lambda: not library.controller.is_finding)
        if n_tracks:
            self._until(lambda: len(library.view.model.ids) == n_tracks)

    def _find(self, text: str) -> None:
        library = self._window.library
        before = len(library.view.model.ids)
        library.view.filter_bar.set_text(text)
        self._until(lambda: len(library.view.model.ids) != before)

    def analyse(self, path: Path) -> None:
        """Open a clip and wait for its analysis."""
        self._window.open_paths([path])
        view = self._window.view
        self._until(lambda: not self._window.controller.is_busy and view.path == path and view.is_complete)

    def picture(self) -> QPixmap:
        """What the window looks like now."""
        return self._window.grab()

    def _copy(self, name: str) -> Path:
        path = self._scratch / name
        shutil.copyfile(resource_path(DEMO), path)
        return path

    def _until(self, condition: Callable[[], bool]) -> None:
        timer = QElapsedTimer()
        timer.start()
        while not condition():
            if timer.elapsed() > LONGEST_WAIT_MS:
                raise TimeoutError("the window did not come into the state to be photographed")
            pause(10)


VIEWS: tuple[Callable[[Studio], None], ...] = (
    Studio.empty,
    Studio.loading,
    Studio.demo,
    Studio.selection,
    Studio.long_name,
    Studio.error,
    Studio.short,
    Studio.drop,
    Studio.library_empty,
    Studio.library,
    Studio.library_filter,
    Studio.library_words,
    Studio.library_failures,
)


def pause(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _tick(n: int) -> bytes:
    level = int(12_000 * 0.9985**n) * (1 if n // 25 % 2 else -1)
    return level.to_bytes(2, "little", signed=True)


@contextmanager
def _fresh_window(app: QApplication, size: QSize, theme: str) -> Iterator[Studio]:
    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(Path(scratch) / "window.ini")
        with open_window(app, settings) as (window, _):
            window.choose_theme(theme)
            window.resize(size)
            window.show()
            window.prepare_view()
            yield Studio(window, Path(scratch), settings)


def take(app: QApplication, folder: Path, names: frozenset[str] = frozenset()) -> list[Path]:
    """Write `VIEW-THEME-WIDTH.png` for each view (or those named), theme and size; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files: list[Path] = []
    for size in SIZES:
        for theme in THEMES:
            for view in VIEWS:
                if names and view.__name__ not in names:
                    continue
                with _fresh_window(app, size, theme) as studio:
                    view(studio)
                    pause(250)
                    files.append(folder / f"{view.__name__.replace('_', '-')}-{theme}-{size.width()}.png")
                    studio.picture().save(str(files[-1]))
    return files


def main() -> int:
    """Take all pictures; the first argument is the folder, further ones name single views."""
    if len(sys.argv) < 2:
        sys.stderr.write("usage: python -m desktop.screenshots OUT_DIR [VIEW ...]\n")
        return 2
    app = make_application()
    for path in take(app, Path(sys.argv[1]), frozenset(sys.argv[2:])):
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
