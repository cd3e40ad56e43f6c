import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.library.batch import BatchProgress
from desktop.library.batch_strip import BatchStrip, pace_text


def progress(**changes: object) -> BatchProgress:
    usual: dict[str, object] = {
        "total": 1200, "done": 300, "failed": 0, "skipped": 100, "current": ("a song.mp3",), "files_per_second": 4.0,
        "seconds_left": 200.0, "is_paused": False,
    }  # fmt: skip
    return BatchProgress(**(usual | changes))  # type: ignore[arg-type]


@pytest.fixture
def strip(qtbot: QtBot) -> BatchStrip:
    made = BatchStrip()
    qtbot.addWidget(made)
    return made


def button(strip: BatchStrip, text: str) -> QPushButton:
    return next(one for one in strip.findChildren(QPushButton) if one.text() == text and not one.isHidden())


def test_it_is_hidden_until_there_is_a_batch(strip: BatchStrip) -> None:
    assert strip.isHidden()
    strip.show_start()
    assert not strip.isHidden()
    assert strip.text == "Searching for audio files…"


def test_it_says_how_many_of_how_many_and_what_follows(strip: BatchStrip) -> None:
    strip.show_progress(progress(), n_orders=2)
    assert strip.text == "Analysing 400 of 1,200, 2 more in the queue"
    strip.show_progress(progress(is_paused=True))
    assert strip.text == "Paused at 400 of 1,200"


def test_failures_are_counted_and_lead_to_their_list(qtbot: QtBot, strip: BatchStrip) -> None:
    strip.show_progress(progress())
    assert not any("failed" in one.text() and not one.isHidden() for one in strip.findChildren(QPushButton))
    strip.show_progress(progress(failed=1234))
    with qtbot.waitSignal(strip.failures_requested):
        qtbot.mouseClick(button(strip, "1,234 failed"), Qt.MouseButton.LeftButton)


def test_the_same_button_pauses_and_goes_on(qtbot: QtBot, strip: BatchStrip) -> None:
    strip.show_progress(progress())
    with qtbot.waitSignal(strip.pause_requested):
        qtbot.mouseClick(button(strip, "Pause"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(strip.resume_requested):
        qtbot.mouseClick(button(strip, "Resume"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(strip.cancel_requested):
        qtbot.mouseClick(button(strip, "Cancel batch"), Qt.MouseButton.LeftButton)


def test_files_that_wait_can_be_taken_up_or_forgotten(qtbot: QtBot, strip: BatchStrip) -> None:
    strip.show_waiting(1)
    assert strip.text == "1 file in the queue"
    strip.show_waiting(2500)
    assert strip.text == "2,500 files in the queue"
    with qtbot.waitSignal(strip.go_on_requested):
        qtbot.mouseClick(button(strip, "Resume"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(strip.forget_requested):
        qtbot.mouseClick(button(strip, "Discard"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("rate", "left", "paused", "text"),
    [
        (4.0, 200.0, False, "4.0 files/s · 3 min left"),
        (0.25, 40.0, False, "15 files/min · 40 s left"),
        (4.0, math.nan, False, "4.0 files/s"),
        (math.nan, math.nan, False, ""),
        (4.0, 200.0, True, ""),
    ],
)
def test_the_pace_is_said_where_it_is_known(rate: float, left: float, paused: bool, text: str) -> None:
    assert pace_text(progress(files_per_second=rate, seconds_left=left, is_paused=paused)) == text
