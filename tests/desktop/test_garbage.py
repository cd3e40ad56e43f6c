import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.garbage import GarbageCollector


class Knot:
    """Only the collector can undo it."""

    def __init__(self, told: list[threading.Thread]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: told.append(threading.current_thread()))


def allocate_in_a_thread() -> None:
    """So many containers that the automatic collector would run many times."""
    thread = threading.Thread(target=lambda: [[number] for number in range(300_000)])
    thread.start()
    thread.join()


@pytest.fixture
def automatic() -> Iterator[None]:
    """As in a program: Python collects when it likes."""
    was_enabled = gc.isenabled()
    gc.enable()
    yield
    if not was_enabled:
        gc.disable()


def test_garbage_is_collected_in_the_windows_thread_alone(qtbot: QtBot, qapp: QApplication, automatic: None) -> None:
    told: list[threading.Thread] = []
    Knot(told)
    allocate_in_a_thread()
    assert told and told[0] is not threading.main_thread()  # the danger

    collector = GarbageCollector(qapp)
    told.clear()
    try:
        Knot(told)
        allocate_in_a_thread()
        assert told == []
        kept = [[number] for number in range(5000)]  # as much as makes a round due
        qtbot.waitUntil(lambda: bool(told))
        assert told == [threading.main_thread()]
        assert kept
    finally:
        collector.stop()
    assert gc.isenabled()
