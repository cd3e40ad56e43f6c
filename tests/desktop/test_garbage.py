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
    gc.collect()  # what is counted up to the next round is counted from here: it is due in the thread, not before
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


def test_a_full_round_waits_until_there_is_much_more_to_go_through(qapp: QApplication, automatic: None) -> None:
    thresholds = gc.get_threshold()
    collector = GarbageCollector(qapp)
    gc.set_threshold(100_000_000, 100_000_000, 1)
    try:
        make_a_full_round_due()
        collector.collect()  # the first
        told: list[threading.Thread] = []
        knot = Knot(told)
        make_a_full_round_due()  # the knot is an old object now
        del knot
        collector.collect()
        assert told == []
        kept = [[number] for number in range(len(gc.get_objects()))]
        make_a_full_round_due()
        collector.collect()
        assert told
        assert kept
    finally:
        gc.set_threshold(*thresholds)
        collector.stop()


def make_a_full_round_due() -> None:
    for _ in range(2):
        gc.collect(1)
