"""How calm the window stays while all cores train: the longest time in which it could not answer."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication

from desktop.app import finish_start, open_window
from desktop.benchmarks.measuring import Measurement, StallWatch, wait, wait_until
from desktop.settings import Settings

if TYPE_CHECKING:
    from core.search.search import StrategyName
    from desktop.training.session import TrainingSession

STALL_AIM_MS: Final = 50.0
CANCEL_AIM_SECONDS: Final = 2.0
SEARCHED_MS: Final = 15_000


def measure_training(app: QApplication, milliseconds: int = SEARCHED_MS) -> Iterator[Measurement]:
    """Stalls while a race and an exhaustive search run on all cores for so long, and how soon a search stops."""
    import time

    for strategy in ("racing", "exhaustive"):
        with searching(app, strategy) as session:
            watch = StallWatch()
            wait(500)
            watch.start()
            wait(milliseconds)
            stall = watch.stop()
            is_running = session.is_busy
            start = time.perf_counter()
            session.cancel()
            wait_until(lambda session=session: not session.is_busy)  # type: ignore[misc]
            seconds = time.perf_counter() - start
        what = "" if is_running else " (it ended before)"
        yield Measurement(f"longest stall, {strategy} search on all cores{what}", stall, "ms", STALL_AIM_MS)
        yield Measurement(f"from Cancel to the end of it, {strategy}", seconds, "s", CANCEL_AIM_SECONDS)


@contextmanager
def searching(app: QApplication, strategy: str) -> Iterator["TrainingSession"]:
    """Open a window whose training tab searches the study's forest grid, with the leader board in sight."""
    with tempfile.TemporaryDirectory() as scratch, open_window(app, Settings(Path(scratch) / "window.ini")) as parts:
        window = parts[0]
        window.show()
        wait_until(lambda: window.is_painted)
        finish_start(window)
        window.show_page("training")
        window.training.prepare()
        session = window.training.session
        _begin(session, Path(scratch), strategy)
        window.training.show_step("search")
        wait_until(lambda: session.search_board is not None or not session.is_busy, seconds=60.0)
        yield session


def _begin(session: "TrainingSession", scratch: Path, strategy: str) -> None:
    from core.benchmarks.made_dataset import made_dataset
    from core.estimators.grids import GRIDS
    from core.jobs.training import SearchRequest

    session.use(made_dataset())
    name: StrategyName = "racing" if strategy == "racing" else "exhaustive"
    session.search(SearchRequest(GRIDS["forest"], name, "random", 5, 20, scratch / "run"))
