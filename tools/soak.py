"""Use the window at random for a long time: `python3 run.py soak --minutes N`.

Clips are opened, played, edited, analysed and closed, a library is filled and filtered, classifiers are trained,
through the actions of the menus, in the real window. At the end stands how fast memory, handles, threads and processes
grow, and whether anything went wrong that was not foreseen.
"""

import argparse
import os
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from desktop.app import make_application, open_window
from desktop.main_window import MainWindow
from desktop.settings import LIBRARY, Settings
from tools.growth import Samples, growth_lines
from tools.studio import pause, write_piece
from tools.studio_training import made_songs

SAMPLE_MS: Final = 5000
LONGEST_WAIT: Final = 120.0
"""Seconds for an analysis, a batch or a training; what takes longer counts as hanging."""

N_PIECES: Final = 12

LEFT_OUT: Final = frozenset(
    {
        "quit", "open", "open_folder", "export", "import_sections", "import_beats", "export_beats", "add_folder",
        "add_files", "locate", "locate_folder", "other_library", "show_folder", "log", "write_tags", "restore_tags",
    }
)  # fmt: skip
"""Actions that end the program, ask for a file in a dialog or open another program."""

FILTERS: Final = ("", "bpm:90-130", "is:failed", "key:~Am", "piece", "section:a", "is:near-duplicate")

MOST_MEMORY: Final = 30.0
"""MB an hour that the window may certainly grow by; more fails the run. Handles, threads and processes may not."""

JUDGED_FROM: Final = 20.0
"""Minutes of a run whose growth is judged: in a shorter one libraries are still imported and caches filled."""


class Monkey:
    """Does something at random in a window, again and again.

    Parameters
    ----------
    window : MainWindow
    music : Path
        A folder of pieces.
    seed : int
        The same seed does the same things, as far as time allows.
    """

    def __init__(self, window: MainWindow, music: Path, seed: int) -> None:
        self._window = window
        self._pieces = sorted(music.iterdir())
        self._random = random.Random(seed)  # noqa: S311  chance is to be repeated, not to be kept secret
        self.done: Counter[str] = Counter()
        self.hung: list[str] = []

    def step(self) -> None:
        """Do one thing, and look away for a moment."""
        kinds: list[tuple[int, Callable[[], None]]] = [
            (4, self.open_clip), (12, self.trigger), (3, self.play), (2, self.filter), (1, self.fill_library),
            (1, self.train), (2, self.show_track),
        ]  # fmt: skip
        weights = [weight for weight, _ in kinds]
        ((_, kind),) = self._random.choices(kinds, weights)
        self.done[kind.__name__.replace("_", " ")] += 1
        kind()
        pause(self._random.randint(10, 400))
        self.close_popups()

    def open_clip(self) -> None:
        """Open a piece; sometimes something else happens before its analysis has ended."""
        self._window.open_paths([self._random.choice(self._pieces)])
        if self._random.random() < 0.7:
            self._wait("an analysis", lambda: not self._window.controller.is_busy)

    def trigger(self) -> None:
        """Choose something that a menu offers now."""
        actions = self._window.actions_by_key
        offered = [key for key in actions if key not in LEFT_OUT and actions[key].isEnabled()]
        actions[self._random.choice(offered)].trigger()

    def play(self) -> None:
        """Play from somewhere, in the tab in front."""
        if self._window.controller.path is not None and self._window.page is self._window.clip:
            self._window.view.seek(self._random.uniform(0, 12))
        self._window.page.toggle_play()

    def filter(self) -> None:
        """Write a filter into the library."""
        self._show_library()
        text = self._random.choice(
            ["", "bpm:90-130", "is:failed", "key:~Am", "piece", "section:a", "is:near-duplicate"]
        )
        self._window.library.view.filter_bar.set_text(text)
        self._wait("a filter", lambda: not self._window.library.controller.is_finding)

    def fill_library(self) -> None:
        """Add all pieces, or analyse them again."""
        self._show_library()
        self._window.library.take_drop(self._pieces)
        batch = self._window.library.desk.batch
        if self._random.random() < 0.5:
            self._wait("a batch", lambda: not batch.is_running)

    def show_track(self) -> None:
        """Open a track of the library in the clip tab."""
        self._show_library()
        ids = self._window.library.view.model.ids
        tracks = ids[ids > 0]
        if len(tracks):
            self._window.library.view.grid.select_ids(tracks[[self._random.randrange(len(tracks))]])
            pause(200)
            self._window.actions_by_key["open_track"].trigger()

    def train(self) -> None:
        """Train some quick baselines on made-up data, or stop a training."""
        from core.estimators.baselines import find_baselines
        from core.training.train import TrainingOptions

        self._window.show_page("training")
        page = self._window.training
        self._wait("the training tab", lambda: page.is_built)
        if page.session.is_busy:
            page.session.cancel()
            return
        page.session.use(made_songs())
        options = TrainingOptions(find_baselines(("bayes", "tree", "lda")), ("random", "grouped"))
        with tempfile.TemporaryDirectory() as folder:
            page.session.train(options, Path(folder) / "run")
            self._wait("a training", lambda: not page.session.is_busy)

    def close_popups(self) -> None:
        """Close what an action has opened above the window."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for widget in QApplication.topLevelWidgets():
            if widget is not self._window and widget.isVisible():
                widget.close()
        if not self._window.isVisible():
            self._window.show()

    def _show_library(self) -> None:
        self._window.show_page("library")
        self._window.library.prepare()
        self._wait("the library", lambda: self._window.library.controller.catalogue is not None)

    def _wait(self, what: str, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + LONGEST_WAIT
        while not condition():
            if time.monotonic() > end:
                self.hung.append(what)
                return
            pause(10)


def soak(minutes: float, seed: int, scratch: Path) -> int:
    """Run for some minutes with settings, library and log in `scratch`; print the account and return the exit code."""
    music = scratch / "music"
    music.mkdir()
    for number in range(N_PIECES):
        write_piece(music / f"piece {number + 1:02d}.wav", number)
    settings = Settings(scratch / "window.ini")
    settings.put(LIBRARY, str(scratch / "library.sqlite"))
    app = make_application()
    samples = Samples()
    with open_window(app, settings) as (window, _):
        window.show()
        window.prepare_view()
        monkey = Monkey(window, music, seed)
        sampling = QTimer(window, interval=SAMPLE_MS)
        sampling.timeout.connect(samples.take)
        sampling.start()
        end = time.monotonic() + 60 * minutes
        while time.monotonic() < end:
            monkey.step()
        sampling.stop()
    QEventLoop().processEvents()
    return account(monkey, samples, scratch, minutes)


def account(monkey: Monkey, samples: Samples, scratch: Path, minutes: float) -> int:
    """Print what was done and what came of it; return 1 where something is wrong."""
    done = ", ".join(f"{name} {number}" for name, number in monkey.done.most_common())
    print(f"{sum(monkey.done.values())} things done in {minutes:g} min: {done}")
    growths = samples.growths()
    print("\n".join(growth_lines(growths)) if growths else "Too short to tell how anything grows.")
    faults = [entry for log in scratch.rglob("groovescope.log*") for entry in entries(log.read_text("utf-8"))]
    troubles = [f"waited {LONGEST_WAIT:g} s for {what}" for what in monkey.hung]
    troubles += [entry for entry in faults if re.search(r" (CRITICAL|ERROR) ", entry.splitlines()[0])]
    for one in growths if minutes >= JUDGED_FROM else ():
        limit = MOST_MEMORY if one.unit else 0.0
        if one.is_certain and one.slope - one.margin > limit and one.last - one.first >= 1:
            troubles.append(f"{one.name} grows")
    for trouble in troubles:
        print(f"wrong: {trouble}")
    return int(bool(troubles))


def entries(log: str) -> list[str]:
    """Return the entries of a log, each with the traceback that follows it."""
    return [entry.rstrip() for entry in re.split(r"^(?=\d{4}-\d\d-\d\d )", log, flags=re.MULTILINE) if entry.strip()]


def main(arguments: Sequence[str] | None = None) -> int:
    """Soak for as long as the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tools soak", description="Use the window at random for long.")
    parser.add_argument("--minutes", type=float, default=60.0, help="how long; default 60")
    parser.add_argument("--seed", type=int, default=1, help="what chance begins with; default 1")
    chosen = parser.parse_args(arguments)
    if not chosen.minutes > 0:
        parser.error("--minutes must be above 0")
    with tempfile.TemporaryDirectory(prefix="groovescope-soak-") as folder:
        for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = str(Path(folder) / name.lower())
        return soak(chosen.minutes, chosen.seed, Path(folder))


if __name__ == "__main__":
    sys.exit(main())
