"""Texts of the real window in every language, each in a process of its own, since a language is chosen once."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.languages import LANGUAGES
from tests.waiting import PATIENCE
from tools.system import ROOT
from tools.window_texts import cut_texts, without_marked

VIEWS = ("demo", "beats", "genre-why", "library-empty", "library-trouble", "training-empty", "training-scores")
"""Those that are quickly made; `python3 run.py window-texts` looks at all."""


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_text_is_cut_at_1280_by_800(code: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tools", "window-texts", *VIEWS, "--language", code],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=2 * PATIENCE,
        check=False,
    )
    assert (done.stdout, done.returncode) == (f"0 texts found in {code}\n", 0), done.stderr[-2000:]


def test_a_text_that_has_too_little_room_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label, button = QLabel("A label", window), QPushButton("A button with many words", window)
    for widget in (label, button):
        widget.resize(widget.sizeHint())
    button.move(0, 50)
    window.resize(600, 200)
    window.show()
    qtbot.waitExposed(window)
    assert list(cut_texts(window)) == []
    button.resize(button.sizeHint() - QSize(20, 0))
    assert list(cut_texts(window)) == ["QPushButton: 'A button with many words'"]


def test_what_is_translated_lies_in_brackets_even_within_others() -> None:
    assert without_marked("\u27e6{n} rows of \u27e6name\u27e7\u27e7 · left") == " · left"
