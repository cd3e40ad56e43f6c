import contextlib
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from desktop.training.page import TrainingPage
from desktop.widgets.notices import NoticeBar
from resources import resource_path
from tests.waiting import PATIENCE_MS

TIMEOUT = PATIENCE_MS
DEMO = resource_path("demo.flac")


class SlowFile:
    """A named pipe: opening it takes until `let_go`, as a file on a drive that sleeps does; it holds no sound."""

    def __init__(self, path: Path) -> None:
        os.mkfifo(path)
        self.path = path
        self.gave_up = False
        self._may_open, self._over = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._feed)
        self._thread.start()

    def let_go(self) -> None:
        self._may_open.set()

    def close(self) -> None:
        self._may_open.set()
        self._over.set()
        self._thread.join()

    def _feed(self) -> None:
        self.gave_up = not self._may_open.wait(10.0)
        while not self._over.wait(0.01):
            with contextlib.suppress(OSError):  # nobody is reading
                os.close(os.open(self.path, os.O_WRONLY | os.O_NONBLOCK))


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[SlowFile]:
    if sys.platform == "win32":
        pytest.skip("needs named pipes")
    made = SlowFile(tmp_path / "asleep.wav")
    yield made
    made.close()


def test_the_window_goes_on_while_a_song_is_opened(
    qtbot: QtBot, page: TrainingPage, notices: NoticeBar, slow: SlowFile
) -> None:
    page.hear(slow.path, "asleep")
    assert not slow.gave_up
    slow.let_go()
    qtbot.waitUntil(lambda: bool(notices.notices()), timeout=TIMEOUT)
    assert "asleep cannot be played" in notices.notices()[0].text
    assert page.audition.track_id is None


def test_only_the_song_that_was_asked_for_last_is_heard(
    qtbot: QtBot, page: TrainingPage, notices: NoticeBar, slow: SlowFile
) -> None:
    page.hear(slow.path, "asleep")
    page.hear(DEMO, "demo")
    slow.let_go()
    qtbot.waitUntil(lambda: page.audition.player.path == DEMO, timeout=TIMEOUT)
    assert page.audition.track_id == DEMO
    assert notices.notices() == []


def test_a_tab_that_fell_silent_does_not_begin_to_play(
    qtbot: QtBot, page: TrainingPage, notices: NoticeBar, slow: SlowFile
) -> None:
    page.hear(DEMO, "demo")
    page.fall_silent()
    page.hear(slow.path, "asleep")  # answered after the one before
    slow.let_go()
    qtbot.waitUntil(lambda: bool(notices.notices()), timeout=TIMEOUT)
    assert page.audition.track_id is None


@pytest.mark.parametrize(("width", "height", "scrolls"), [(960, 540, True), (1280, 800, False)])
def test_a_small_page_is_scrolled_and_nothing_of_it_cut_off(
    qtbot: QtBot, page: TrainingPage, width: int, height: int, scrolls: bool
) -> None:
    area = next(one for one in page.findChildren(QScrollArea) if one.accessibleName() == "Training")
    page.resize(width, height)
    qtbot.waitUntil(lambda: (area.horizontalScrollBar().maximum() > 0) == scrolls)
    needed = area.widget().minimumSizeHint()
    assert area.widget().width() >= needed.width() and area.widget().height() >= needed.height()
