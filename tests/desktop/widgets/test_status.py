import math

import pytest
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from desktop.widgets.status import ProgressStrip


def test_the_strip_shows_what_runs_and_goes_back_to_what_is_open(qtbot: QtBot) -> None:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    strip.set_idle_text("demo.flac")
    strip.set_progress(0.4, "Finding beats", 3.0)
    bar = strip.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    assert strip.text == "Finding beats"
    assert bar.value() / bar.maximum() == pytest.approx(0.4)
    height = strip.height()
    strip.finish()
    assert strip.text == "demo.flac"
    assert not strip.is_running
    assert strip.height() == height


def test_the_cancel_button_asks_to_cancel(qtbot: QtBot) -> None:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    strip.set_progress(0.1, "Reading", math.nan)
    button = strip.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(strip.cancel_requested):
        button.click()
