"""Stalls of the event loop in a fresh process: the start, then each tab opened for the first time, imports included.

python -m desktop.benchmarks.first_tabs
"""

import sys
import tempfile
from pathlib import Path

from desktop.app import make_application, open_window, start_work
from desktop.benchmarks.measuring import StallWatch, wait, wait_until
from desktop.settings import LIBRARY, Settings

IDLE_MS = 1500


def main() -> int:
    """Print the longest stall in milliseconds of each stage, a line each: the start, both late tabs, an idle window."""
    app = make_application()
    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(Path(scratch) / "window.ini")
        settings.put(LIBRARY, str(Path(scratch) / "library.sqlite"))
        with open_window(app, settings) as (window, runner):
            watch = StallWatch()
            watch.start()
            built: list[object] = []
            window.clip.view_built.connect(built.append)
            window.first_painted.connect(lambda: start_work(window, runner, ()))
            window.show()
            wait_until(lambda: bool(built))
            _tell("start", watch)
            window.show_page("library")
            wait_until(lambda: window.library.is_built)
            _tell("library", watch)
            window.show_page("training")
            wait_until(lambda: window.training.is_built and not window.training.is_importing)
            _tell("training", watch)
            wait(IDLE_MS)
            _tell("idle", watch)
    return 0


def _tell(stage: str, watch: StallWatch) -> None:
    sys.stdout.write(f"{stage} {watch.stop():.1f}\n")
    watch.start()


if __name__ == "__main__":
    sys.exit(main())
