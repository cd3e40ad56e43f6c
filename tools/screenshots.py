"""Pictures of every view for the README: `python -m tools.screenshots OUT_DIR`. Needs no display."""

import os
import shutil
import sqlite3
import sys
import tempfile
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QEventLoop, QSize, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from desktop.app import make_application, open_window
from desktop.library.page import OPENING
from desktop.main_window import DEMO, MainWindow
from desktop.settings import Settings
from resources import resource_path
from tools.screenshots_training import TrainingStudio

SIZES = (QSize(1280, 800), QSize(1920, 1080))
THEMES = ("light", "dark")
LONGEST_WAIT_MS = 60_000
N_TRACKS = 100_000
LONG_NAME = (
    "12 - A rather long name of a song that somebody recorded live at the harbour (second take, 2019 remaster).flac"
)


SONGS = (
    "Ferry at dawn", "Paper lanterns", "The long way round", "Salt", "Two floors down", "Night bus", "Orchard",
    "What the gulls know", "Slow platform", "Copper", "A room with the window open", "Half past nothing",
)  # fmt: skip


class Studio:
    """Brings the window into each state and takes its picture.

    Parameters
    ----------
    scratch : a folder of this picture's own
    shelf : a folder that all pictures share, for what takes long to make
    """

    def __init__(self, window: MainWindow, scratch: Path, shelf: Path) -> None:
        self._window = window
        self._scratch = scratch
        self._shelf = shelf

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
        start, end = (float(view.analysis.tables.bars.column(name)[6]) for name in ("start", "end"))
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
        """A library without tracks."""
        self._open_library(self._scratch / "library.sqlite")

    def library(self) -> None:
        """A hundred thousand tracks."""
        self._open_library(self._many_tracks())
        self._window.library.view.grid.step(6)

    def library_filter(self) -> None:
        """Some of a hundred thousand tracks, several selected."""
        self._open_library(self._many_tracks())
        view = self._window.library.view
        self._filter("bpm:120-124 genre:jazz key:Am")
        view.controller.set_sorting(("bpm", False))
        self._until(lambda: not view.controller.is_finding)
        pause(100)
        view.grid.select_ids(view.model.ids[4:7])

    def library_similar(self) -> None:
        """What sounds like one track."""
        self._open_library(self._many_tracks())
        self._window.library.view.grid.step(3)
        pause(100)
        self._window.library.commands.find_similar()
        self._until(lambda: len(self._window.library.view.model.ids) < 1000)

    def library_words(self) -> None:
        """A filter that makes no sense."""
        self._open_library(self._many_tracks())
        self._filter("bpm:fast")

    def library_batch(self) -> None:
        """A batch on its way."""
        self._open_library(self._scratch / "library.sqlite")
        batch = self._window.library.desk.batch
        self._window.library.take_drop([self._music()])
        self._until(lambda: batch.progress is not None and batch.progress.done >= 7)
        self._until(lambda: len(self._window.library.view.model.ids) >= 7)
        batch.pause()
        self._until(lambda: batch.progress is not None and not batch.progress.current)
        batch.resume()
        self._until(lambda: batch.progress is not None and not batch.progress.is_paused)
        self._window.library.view.grid.step(2)

    def library_failures(self) -> None:
        """What failed, and why."""
        self._open_library(self._scratch / "library.sqlite")
        self._window.library.take_drop([self._music()])
        self._until(lambda: self._window.library.desk.batch.progress is not None)
        self._until(lambda: not self._window.library.desk.batch.is_running)
        self._until(lambda: self._window.library.view.failures.model.rowCount() == 3)
        self._window.library.view.show_failures(True)
        self._window.library.view.failures.table.selectRow(1)

    def library_trouble(self) -> None:
        """A library that a newer program has written."""
        from contextlib import closing

        from core.library import Catalogue

        path = self._scratch / "library.sqlite"
        Catalogue.open(path).close()
        with closing(sqlite3.connect(path)) as db:
            db.execute("PRAGMA user_version = 99")
        self._open_library(path)

    def training_empty(self) -> None:
        """The training tab with nothing open."""
        self._training.empty()

    def training_data(self) -> None:
        """The training tab: data, and what the doctor says."""
        self._training.data()

    def training_column(self) -> None:
        """One column of the data four ways."""
        self._training.column()

    def training_song_map(self) -> None:
        """The map of the songs."""
        self._training.song_map()

    def training_scores(self) -> None:
        """Random and grouped scores side by side."""
        self._training.scores()

    def training_bars(self) -> None:
        """The same scores as bars."""
        self._training.bars()

    def training_search(self) -> None:
        """A race over a grid."""
        self._training.search()

    def training_confusion(self) -> None:
        """What was taken for what."""
        self._training.confusion()

    def training_tree(self) -> None:
        """One tree and the way of a song."""
        self._training.tree()

    def training_reasons(self) -> None:
        """Reasons for one song."""
        self._training.reasons()

    def training_models(self) -> None:
        """The models."""
        self._training.models()

    @property
    def _training(self) -> TrainingStudio:
        return TrainingStudio(self._window, self._scratch, self._until)

    def _open_library(self, path: Path) -> None:
        library = self._window.library
        self._window.show_page("library")
        library.choose_library(path)
        self._until(lambda: library.view.has_table or library.view.state.title != OPENING)

    def _filter(self, text: str) -> None:
        view = self._window.library.view
        view.filter_bar.set_text(text)
        self._until(lambda: not view.controller.is_finding)

    def _many_tracks(self) -> Path:
        from core.library import Catalogue
        from core.library.synthetic import fill_synthetic

        path = self._shelf / "library.sqlite"
        if not path.exists():
            with Catalogue.open(path) as catalogue:
                fill_synthetic(catalogue, N_TRACKS)
        return path

    def _music(self) -> Path:
        """A folder of short pieces, among them three files that are no music."""
        folder = self._shelf / "music"
        if not folder.exists():
            for number, song in enumerate(SONGS):
                path = folder / ("Harbour lights" if number < 7 else "Demos") / f"{number + 1:02d} {song}.wav"
                path.parent.mkdir(parents=True, exist_ok=True)
                write_piece(path, number)
            (folder / "Demos" / "shopping list.wav").write_text("milk, bread, a new snare head\n", encoding="utf-8")
            (folder / "Demos" / "empty.mp3").touch()
            (folder / "Harbour lights" / "cover.flac").write_bytes(resource_path("icon.png").read_bytes())
        return folder

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
    Studio.library_similar,
    Studio.library_words,
    Studio.library_batch,
    Studio.library_failures,
    Studio.library_trouble,
    Studio.training_empty,
    Studio.training_data,
    Studio.training_column,
    Studio.training_song_map,
    Studio.training_scores,
    Studio.training_bars,
    Studio.training_search,
    Studio.training_confusion,
    Studio.training_tree,
    Studio.training_reasons,
    Studio.training_models,
)


def pause(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def write_piece(path: Path, number: int, seconds: float = 12.0, sr: int = 22050) -> None:
    """A chord over a beat as a WAV file; each number has its own tempo and key."""
    import numpy as np

    t = np.arange(round(seconds * sr)) / sr
    beat = np.exp(-12 * (t % (60 / (84 + 7 * number))))
    chord = sum(np.sin(2 * np.pi * 110 * 2 ** ((number + step) / 12) * t) for step in (0, 4 - number % 2, 7))
    y = 0.2 * chord * (0.4 + beat) + 0.02 * np.random.default_rng(number).normal(size=len(t))
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, sr, 0, "NONE", ""))
        file.writeframes((y.clip(-1, 1) * 30_000).astype("<i2").tobytes())


def _tick(n: int) -> bytes:
    level = int(12_000 * 0.9985**n) * (1 if n // 25 % 2 else -1)
    return level.to_bytes(2, "little", signed=True)


@contextmanager
def _fresh_window(app: QApplication, size: QSize, theme: str, shelf: Path) -> Iterator[Studio]:
    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(Path(scratch) / "window.ini")
        with open_window(app, settings) as (window, _):
            window.choose_theme(theme)
            window.resize(size)
            window.show()
            window.prepare_view()
            yield Studio(window, Path(scratch), shelf)


def take(app: QApplication, folder: Path, names: frozenset[str] = frozenset()) -> list[Path]:
    """Write `VIEW-THEME-WIDTH.png` for each view (or those named), theme and size; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files: list[Path] = []
    views = [view for view in VIEWS if not names or view.__name__ in names]
    with tempfile.TemporaryDirectory() as shelf:
        for size, theme, view in product(SIZES, THEMES, views):
            with _fresh_window(app, size, theme, Path(shelf)) as studio:
                view(studio)
                pause(250)
                files.append(folder / f"{view.__name__.replace('_', '-')}-{theme}-{size.width()}.png")
                studio.picture().save(str(files[-1]))
    return files


def main() -> int:
    """Take all pictures; the first argument is the folder, further ones name single views."""
    if len(sys.argv) < 2:
        sys.stderr.write("usage: python -m tools.screenshots OUT_DIR [VIEW ...]\n")
        return 2
    app = make_application()
    for path in take(app, Path(sys.argv[1]), frozenset(sys.argv[2:])):
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
