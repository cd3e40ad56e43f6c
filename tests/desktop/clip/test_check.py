"""The window that shows a clip's numbers beside librosa's."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import soundfile
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.features.columns import SONG_COLUMNS
from core.reference.check import CheckedFeature, LibrosaCheck
from core.synthesis import synthesise
from desktop.clip.check import HEADINGS, CheckModel, CheckWindow
from desktop.widgets.theme import LIGHT
from tests.waiting import PATIENCE_MS

AGREEING = tuple(CheckedFeature(one.name, one.unit, 1.5, 1.5, 1e-5) for one in SONG_COLUMNS)


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    path = tmp_path / "two seconds.wav"
    soundfile.write(path, synthesise(seconds=2.0, sr=22050, seed=2).y, 22050)
    return path


@pytest.fixture
def window(qtbot: QtBot, clip: Path) -> Iterator[CheckWindow]:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = CheckWindow(clip, LIGHT, parent)
    window.show()
    yield window
    window.close()


def text(window: CheckWindow, row: int, column: int) -> str:
    return str(window.model.data(window.model.index(row, column)))


def test_the_rows_are_a_sound_model(qtbot: QtBot) -> None:
    model = CheckModel(LIGHT)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_features(AGREEING)
    assert (model.rowCount(QModelIndex()), model.columnCount(QModelIndex())) == (63, len(HEADINGS))
    assert [model.headerData(place, Qt.Orientation.Horizontal) for place in range(7)] == list(HEADINGS)
    del tester


@pytest.mark.timeout(900)  # librosa compiles at its first calls, for minutes where others work as well
def test_a_clip_is_checked_in_a_process_of_its_own(qtbot: QtBot, window: CheckWindow) -> None:
    assert window.strip.isVisible() and not window.model.features
    qtbot.waitUntil(lambda: bool(window.model.features), timeout=10 * PATIENCE_MS)
    assert window.summary.text().startswith("All 63 features agree with librosa")
    assert text(window, 0, 0) == "duration" and {text(window, row, 6) for row in range(63)} == {"agrees"}
    assert not window.strip.isVisible()


def test_a_number_beyond_its_tolerance_is_in_view_and_said(qtbot: QtBot, window: CheckWindow) -> None:
    wrong = replace(AGREEING[40], ours=2.0)
    window._take(LibrosaCheck("a.wav", "0.11.0", (*AGREEING[:40], wrong, *AGREEING[41:])))
    assert "1 of 63 features differs" in window.summary.text()

    def is_in_view() -> bool:
        place = window.table.visualRect(window.model.index(40, 0))
        return window.table.viewport().rect().contains(place.center())

    qtbot.waitUntil(is_in_view)
    assert text(window, 40, 6) == "beyond"


def test_what_is_not_compared_has_no_difference(qtbot: QtBot, window: CheckWindow) -> None:
    nothing = replace(AGREEING[3], librosas=float("nan"), tolerance=float("nan"))
    window._take(LibrosaCheck("a.wav", "0.11.0", (*AGREEING[:3], nothing, *AGREEING[4:])))
    assert [text(window, 3, column) for column in (3, 4, 5, 6)] == ["–", "–", "–", "not compared"]


def test_the_table_can_be_copied(qtbot: QtBot, window: CheckWindow) -> None:
    window._take(LibrosaCheck("a.wav", "0.11.0", AGREEING))
    window.copy_table()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == list(HEADINGS) and len(lines) == 64


def test_a_failure_is_said_in_place_of_the_summary(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "notes.wav").write_text("no music at all")
    parent = QWidget()
    qtbot.addWidget(parent)
    window = CheckWindow(tmp_path / "notes.wav", LIGHT, parent)
    qtbot.waitUntil(lambda: "notes.wav" in window.summary.text(), timeout=PATIENCE_MS)
    window.close()


def test_closing_ends_the_process(qtbot: QtBot, window: CheckWindow) -> None:
    runner = window._runner
    qtbot.waitUntil(lambda: bool(runner.pids()), timeout=PATIENCE_MS)
    window.close()
    assert not runner.pids()
