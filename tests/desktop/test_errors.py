import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.errors import ErrorReporter


@pytest.fixture
def reporter(tmp_path: Path, qapp: object) -> Iterator[ErrorReporter]:
    hook = sys.excepthook
    reporter = ErrorReporter(tmp_path / "logs" / "test.log")
    reporter.install()
    yield reporter
    reporter.uninstall()
    sys.excepthook = hook


def _raise() -> None:
    raise KeyError("tempo")


def test_an_error_nobody_handled_becomes_a_line_details_and_a_log(qtbot: QtBot, reporter: ErrorReporter) -> None:
    with qtbot.waitSignal(reporter.happened) as happened:
        try:
            _raise()
        except KeyError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    assert happened.args is not None
    line, details = happened.args
    assert line.startswith("Internal error. Try again;") and str(reporter.log_path) in line and "tempo" not in line
    assert "in _raise" in details
    assert "in _raise" in reporter.log_path.read_text(encoding="utf-8")


def test_an_error_in_a_thread_arrives_on_the_main_thread(qtbot: QtBot, reporter: ErrorReporter) -> None:
    threads: list[threading.Thread] = []
    reporter.happened.connect(lambda *_: threads.append(threading.current_thread()))
    with qtbot.waitSignal(reporter.happened):
        thread = threading.Thread(target=_raise)
        thread.start()
        thread.join()
    assert threads == [threading.main_thread()]


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    reporter = ErrorReporter(blocked / "test.log")
    reporter.install()
    try:
        with qtbot.waitSignal(reporter.happened):
            sys.excepthook(ValueError, ValueError("x"), None)
    finally:
        reporter.uninstall()
