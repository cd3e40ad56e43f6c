"""The windowed program from its first line to its exit code."""

import argparse
import contextlib
import gc
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSocketNotifier, QUrl
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from core.jobs.clip import ANALYSIS_MODULES, prepare_analysis
from core.workers.machine import usable_cores
from core.workers.pool import WorkerPool
from core.workers.starting import prepare_with
from desktop.errors import ErrorReporter
from desktop.file_opening import FileOpening
from desktop.garbage import GarbageCollector
from desktop.instance import Reception, hand_over
from desktop.languages import install_texts_of_qt
from desktop.late_page import ModuleImporter
from desktop.main_window import PROGRAM, MainWindow
from desktop.script import Script
from desktop.settings import THEME, Settings
from desktop.tasks import TaskRunner
from desktop.widgets.style import ThemeSwitch
from resources import resource_path

MOST_PROCESSES = 4
"""More would wait for memory rather than compute, and each holds some hundred megabytes of libraries."""


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line of the window; the hidden options are for this project's own tests and tools."""
    parser = argparse.ArgumentParser(
        prog="groovescope", description="Analyse music: beats, bars, features per bar, and genre."
    )
    parser.add_argument("paths", nargs="*", type=path_of, metavar="PATH", help="audio files or folders to open")
    parser.add_argument("--new-window", action="store_true", help="open a window beside the one that is open")
    parser.add_argument("--first-clip", type=Path, metavar="PATH", help=argparse.SUPPRESS)
    parser.add_argument("--quit-after-analysis", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--write-tables", type=Path, metavar="DIR", help=argparse.SUPPRESS)
    parser.add_argument("--print-first-paint", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def path_of(argument: str) -> Path:
    """Return the path that an argument names; file managers pass `file://` addresses."""
    url = QUrl(argument)
    return Path(url.toLocalFile()) if url.isLocalFile() else Path(argument)


def run(arguments: Sequence[str]) -> int:
    """Show the window and stay until it is closed; returns the exit code.

    Where this user has a window open, it takes the files instead, unless one beside it is asked for.
    """
    options = parse(arguments)
    app = make_application()
    opening = FileOpening(app)
    settings = Settings()
    is_alone = options.new_window or options.quit_after_analysis or options.print_first_paint
    if not is_alone and hand_over(settings.path, options.paths):
        return 0
    script: Script | None = None
    with open_window(app, settings) as (window, runner), quit_on_signals(app):
        if not is_alone:
            Reception(settings.path, window).received.connect(window.take_from_later_start)
        if options.quit_after_analysis:
            script = Script(window, runner, options.write_tables)
        if options.print_first_paint:
            window.first_painted.connect(print_first_paint)
        opening.requested.connect(window.take_from_later_start)
        window.first_painted.connect(
            lambda: start_work(window, runner, [*options.paths, *opening.take()], options.first_clip)
        )
        window.show()
        code = app.exec()
    return code if script is None or script.exit_code is None else script.exit_code


def analysis_processes() -> int:
    """Return how many processes analyse a clip together; two at least, so that none waits for one that is to stop."""
    return max(2, min(usable_cores(), MOST_PROCESSES))


@contextlib.contextmanager
def open_window(app: QApplication, settings: Settings | None = None) -> Iterator[tuple[MainWindow, TaskRunner]]:
    """Build the main window, not shown yet, and its processes; both end with the block."""
    settings = settings or Settings()
    errors = ErrorReporter()
    prepare_with(ANALYSIS_MODULES)
    runner = TaskRunner(WorkerPool(analysis_processes(), initializer=prepare_analysis))
    window = MainWindow(runner, settings, ThemeSwitch(settings.get(THEME), app))
    errors.happened.connect(window.notices.show_error)
    errors.install()
    garbage = GarbageCollector(window)
    try:
        yield window, runner
    finally:
        for importer in window.findChildren(ModuleImporter):
            importer.wait()
        window.close()
        runner.shutdown()
        errors.uninstall()
        garbage.stop()
        window.deleteLater()


def start_work(window: MainWindow, runner: TaskRunner, paths: Sequence[Path], first_clip: Path | None = None) -> None:
    """After the first paint: what takes longer than a person should wait for a window.

    Without paths the clip of the last time is opened again or, where no clip was ever opened, `first_clip`.
    """
    if paths:
        window.open_paths(paths)
    elif (again := window.clip_of_last_time(first_clip)) is not None:
        window.open_paths([again])
    else:
        runner.warm_up()
    importer = ModuleImporter(["desktop.clip.view"], window)
    importer.finished.connect(lambda: finish_start(window))
    importer.finished.connect(lambda: runner.warm_up(analysis_processes()))
    importer.start()


def finish_start(window: MainWindow) -> None:
    """Build the clip view; then take all that lives as long as the program out of the garbage collector's rounds.

    A round through everything that was imported holds the event loop for some 60 ms, in the middle of playing.
    """
    window.prepare_view()
    gc.freeze()
    window.training.imported.connect(gc.freeze)  # the libraries that fit are as large again


@contextlib.contextmanager
def quit_on_signals(app: QApplication) -> Iterator[None]:
    """End the event loop in good order on Ctrl+C in the terminal, when that is closed, and on a polite kill."""
    reading, writing = socket.socketpair()
    writing.setblocking(False)
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(app.quit)
    former_descriptor = signal.set_wakeup_fd(writing.fileno())  # Qt's loop runs no Python on its own
    polite = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]
    former = {number: signal.signal(number, lambda *_: None) for number in polite}
    try:
        yield
    finally:
        signal.set_wakeup_fd(former_descriptor)
        for number, handler in former.items():
            signal.signal(number, handler)
        notifier.setEnabled(False)
        reading.close()
        writing.close()


def print_first_paint() -> None:
    """Seconds from the start of this process to now; Linux only, 0 elsewhere."""
    try:
        started = float(Path("/proc/self/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[19])
        seconds = time.clock_gettime(time.CLOCK_BOOTTIME) - started / os.sysconf("SC_CLK_TCK")
    except (OSError, AttributeError):
        seconds = 0.0
    sys.stdout.write(f"first paint {seconds:.3f}\n")
    sys.stdout.flush()


def make_application() -> QApplication:
    """Return the QApplication with the program's names, style and icon."""
    QCoreApplication.setApplicationName(PROGRAM)
    QCoreApplication.setOrganizationName("groovescope")
    QApplication.setDesktopFileName("groovescope")
    app = QApplication(sys.argv[:1])
    install_texts_of_qt(app)
    app.setStyle("Fusion")
    app.setWindowIcon(QIcon(str(resource_path("icon.png"))))
    return app
