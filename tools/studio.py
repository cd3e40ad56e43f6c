"""The window brought into each of its views, for pictures and for checks of its texts. Needs no display."""

import os
import shutil
import sqlite3
import tempfile
import wave
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QEventLoop, QSize, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from core.language import tr
from core.rhythm.edits import MakeDownbeat, MoveBeat
from core.rhythm.grid import BeatGrid
from desktop.app import open_window
from desktop.library.page import OPENING
from desktop.main_window import DEMO, MainWindow
from desktop.settings import LIBRARY, Settings
from resources import resource_path
from tools.studio_training import TrainingStudio

if TYPE_CHECKING:
    from desktop.clip.beats.desk import BeatDesk

SIZES = (QSize(1280, 800), QSize(1920, 1080))
THEMES = ("light", "dark")
LONGEST_WAIT_MS = 240_000
N_TRACKS = 100_000
LONG_NAME = (
    "12 - A rather long name of a song that somebody recorded live at the harbour (second take, 2019 remaster).flac"
)


SONGS = (
    "Ferry at dawn", "Paper lanterns", "The long way round", "Salt", "Two floors down", "Night bus", "Orchard",
    "What the gulls know", "Slow platform", "Copper", "A room with the window open", "Half past nothing",
)  # fmt: skip


class Studio:
    """Bring the window into each state and take its picture.

    Parameters
    ----------
    window : MainWindow
    scratch : Path
        A folder for this picture alone.
    shelf : Path
        A folder that all pictures share, for what takes long to make.
    """

    def __init__(self, window: MainWindow, scratch: Path, shelf: Path) -> None:
        self._window = window
        self._scratch = scratch
        self._shelf = shelf

    def empty(self) -> None:
        """Show the welcome page."""

    def loading(self) -> None:
        """Show the demo clip during its analysis."""
        path = self._copy("Harbour lights.flac")
        self._window.open_paths([path])
        self._until(lambda: self._window.view.path == path)
        pause(60)

    def demo(self) -> None:
        """Show the demo clip with the playhead under way."""
        self.analyse(resource_path(DEMO))
        duration = self._window.view.timeline.duration
        self._window.view.timeline.position = duration * 0.37

    def selection(self) -> None:
        """Show a selected bar of the demo clip, zoomed in."""
        self.analyse(resource_path(DEMO))
        view = self._window.view
        assert view.analysis is not None
        start, end = (float(view.analysis.tables.bars.column(name)[6]) for name in ("start", "end"))
        view.timeline.selection = (start, end)
        view.timeline.show(start - 3, end + 5)
        view.tables.tabs.setCurrentIndex(2)
        view.timeline.position = start + 0.4 * (end - start)

    def beats(self) -> None:
        """Edit beats: some selected, some changed, a stretch without beats and a locked one."""
        desk = self._edit_beats(4.0, 14.0)
        grid, timeline = desk.editor.grid, self._window.view.timeline
        desk.editor.perform(MoveBeat(float(grid.beat_times[17]), float(grid.beat_times[17]) + 0.09))
        timeline.selection = (10.5, 12.3)
        desk.marks.clear_selection()
        timeline.selection = (12.6, 13.7)
        desk.marks.lock_selection()
        timeline.selection = None
        desk.editor.select((13, 14))

    def beats_proposal(self) -> None:
        """Answer a proposal."""
        desk = self._edit_beats(4.0, 14.0)
        grid = desk.editor.grid
        desk.editor.perform(MakeDownbeat(float(grid.beat_times[18])))
        times = grid.beat_times + 0.08 * (grid.beat_times > grid.beat_times[15])
        desk.proposals.show(BeatGrid(times, desk.editor.grid.positions, grid.tempo, grid.beats_per_bar))

    def beats_refused(self) -> None:
        """Ask for an edit that cannot be made, in a piece whose name does not fit."""
        self.analyse(self._copy(LONG_NAME))
        desk = self._window.view.beats
        desk.toggle_editing()
        pause(50)
        desk.marks.lock_selection()

    def beats_none(self) -> None:
        """Edit the beats of a clip that has none."""
        self.short()
        self._window.view.beats.toggle_editing()
        pause(50)

    def _edit_beats(self, start: float, end: float) -> "BeatDesk":
        self.analyse(resource_path(DEMO))
        view = self._window.view
        view.beats.toggle_editing()
        pause(50)
        view.timeline.show(start, end)
        return view.beats

    def long_name(self) -> None:
        """Show a file whose name does not fit."""
        self.analyse(self._copy(LONG_NAME))

    def error(self) -> None:
        """Drop a file that is no audio on an analysed clip."""
        self.analyse(resource_path(DEMO))
        bad = self._scratch / "shopping list.wav"
        bad.write_text("milk, bread, a new snare head\n", encoding="utf-8")
        self._window.open_paths([bad])
        self._until(lambda: bool(self._window.notices.notices()))

    def short(self) -> None:
        """Show a clip of two tenths of a second."""
        path = self._scratch / "hit.wav"
        with wave.open(str(path), "wb") as file:
            file.setparams((1, 2, 22050, 0, "NONE", ""))
            file.writeframes(b"".join(_tick(n) for n in range(4410)))
        self.analyse(path)

    def genre_none(self) -> None:
        """Show a sound that is none of the genres."""
        import soundfile

        from core.synthesis.foreign import foreign_sound

        path = self._scratch / "Wind in the wires.wav"
        soundfile.write(path, foreign_sound("drone", 1), 22050)
        self.analyse(path)

    def genre_why(self) -> None:
        """Show why the demo clip has its genre."""
        self.analyse(resource_path(DEMO))
        genres = self._window.view.genres
        genres.why_button.click()
        self._until(lambda: genres.reasons.text() not in ("", tr("Measuring reasons…")))

    def drop(self) -> None:
        """Hold files over the window."""
        self.analyse(resource_path(DEMO))
        self._window.show_drop_target()

    def library_empty(self) -> None:
        """Show a library without tracks."""
        self._open_library(self._scratch / "library.sqlite")

    def library(self) -> None:
        """Show a hundred thousand tracks."""
        self._open_library(self._many_tracks())
        self._window.library.view.grid.step(6)

    def library_filter(self) -> None:
        """Filter a hundred thousand tracks and select several."""
        self._open_library(self._many_tracks())
        view = self._window.library.view
        self._filter("bpm:120-124 genre:jazz key:Am")
        view.controller.set_sorting(("bpm", False))
        self._until(lambda: not view.controller.is_finding)
        pause(100)
        view.grid.select_ids(view.model.ids[4:7])

    def library_similar(self) -> None:
        """Show the tracks similar to one."""
        self._open_library(self._many_tracks())
        self._window.library.view.grid.step(3)
        pause(100)
        self._window.library.commands.find_similar()
        model = self._window.library.view.model
        self._until(lambda: len(model.ids) < 1000 and model.value(int(model.ids[1]), "name") is not None)
        self._window.library.view.grid.step(1)
        self._until(lambda: self._window.library.view.details.is_likeness_shown)

    def library_words(self) -> None:
        """Show a filter that is not understood."""
        self._open_library(self._many_tracks())
        self._filter("bpm:fast")

    def library_batch(self) -> None:
        """Show a running batch."""
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
        """Show the failed files."""
        self._open_library(self._scratch / "library.sqlite")
        self._window.library.take_drop([self._music()])
        self._until(lambda: self._window.library.desk.batch.progress is not None)
        self._until(lambda: not self._window.library.desk.batch.is_running)
        self._until(lambda: self._window.library.view.failures.model.rowCount() == 3)
        self._window.library.view.show_failures(True)
        self._window.library.view.failures.table.selectRow(1)

    def library_trouble(self) -> None:
        """Open a library that a newer program has written."""
        from contextlib import closing

        from core.library import Catalogue

        path = self._scratch / "library.sqlite"
        Catalogue.open(path).close()
        with closing(sqlite3.connect(path)) as db:
            db.execute("PRAGMA user_version = 99")
        self._open_library(path)

    def training_empty(self) -> None:
        """Show the training tab without data."""
        self._training.empty()

    def training_data(self) -> None:
        """Show data with the doctor's findings."""
        self._training.data()

    def training_column(self) -> None:
        """Show the four charts of one column."""
        self._training.column()

    def training_song_map(self) -> None:
        """Show the map."""
        self._training.song_map()

    def training_scores(self) -> None:
        """Show random and grouped scores."""
        self._training.scores()

    def training_bars(self) -> None:
        """Show the scores as bars."""
        self._training.bars()

    def training_search(self) -> None:
        """Show a finished race over a grid."""
        self._training.search()

    def training_confusion(self) -> None:
        """Show confusion matrices with the rows of a cell."""
        self._training.confusion()

    def training_tree(self) -> None:
        """Show a tree with the path of one row."""
        self._training.tree()

    def training_reasons(self) -> None:
        """Show reasons for one row."""
        self._training.reasons()

    def training_models(self) -> None:
        """Show the models."""
        self._training.models()

    @property
    def _training(self) -> TrainingStudio:
        return TrainingStudio(self._window, self._scratch, self._until)

    def _open_library(self, path: Path) -> None:
        library = self._window.library
        self._window.show_page("library")
        library.prepare()
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
        """Return a folder of short pieces with three files that are no audio."""
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

    @property
    def window(self) -> MainWindow:
        """The window that is shown."""
        return self._window

    def picture(self) -> QPixmap:
        """Return what the window looks like now."""
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
    Studio.beats,
    Studio.beats_proposal,
    Studio.beats_refused,
    Studio.beats_none,
    Studio.long_name,
    Studio.error,
    Studio.short,
    Studio.genre_none,
    Studio.genre_why,
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
    """Run the event loop for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def write_piece(path: Path, number: int, seconds: float = 12.0, sr: int = 22050) -> None:
    """Write a chord over a beat as a WAV file; each number has its own tempo and key."""
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
def fresh_window(app: QApplication, size: QSize, theme: str, shelf: Path) -> Iterator[Studio]:
    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(Path(scratch) / "window.ini")
        settings.put(LIBRARY, str(Path(scratch) / "clips.sqlite"))  # edits of beats go there, not to a person's library
        with open_window(app, settings) as (window, _):
            window.choose_theme(theme)
            window.resize(size)
            window.show()
            window.prepare_view()
            yield Studio(window, Path(scratch), shelf)


def take(
    app: QApplication,
    folder: Path,
    names: Collection[str] = (),
    themes: Collection[str] = THEMES,
    sizes: Collection[QSize] = SIZES,
) -> list[Path]:
    """Write `VIEW-THEME-WIDTH.png` for each view, theme and size.

    Parameters
    ----------
    app : QApplication
    folder : Path
        Created if missing.
    names : collection of str
        Views to photograph, as `names_of_views` has them; all views when empty.
    themes, sizes : collections of str and QSize

    Returns
    -------
    list of Path
        The files written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files: list[Path] = []
    views = [view for name, view in names_of_views().items() if not names or name in names]
    with tempfile.TemporaryDirectory() as shelf:
        for size, theme, view in product(sizes, themes, views):
            with fresh_window(app, size, theme, Path(shelf)) as studio:
                view(studio)
                pause(250)
                files.append(folder / f"{_name_of(view)}-{theme}-{size.width()}.png")
                studio.picture().save(str(files[-1]), "PNG", 0)  # quality 0 is the strongest compression
    return files


def names_of_views() -> dict[str, Callable[[Studio], None]]:
    """Return the views by the names that the command line and the files have."""
    return {_name_of(view): view for view in VIEWS}


def _name_of(view: Callable[[Studio], None]) -> str:
    return view.__name__.replace("_", "-")
