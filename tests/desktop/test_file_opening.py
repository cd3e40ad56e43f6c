"""Files that the system asks to open, as macOS does it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.file_opening import FileOpening
from tests.waiting import PATIENCE_MS

ODD = "/music/Ünï “code” – 100 %.flac"


@pytest.fixture
def opening(qapp: QApplication) -> Iterator[FileOpening]:
    opening = FileOpening(qapp, watches=True)
    yield opening
    qapp.removeEventFilter(opening)
    opening.deleteLater()


def ask(app: QApplication, *events: QFileOpenEvent) -> None:
    for event in events:
        QCoreApplication.sendEvent(app, event)


def test_files_that_come_before_the_window_are_kept(opening: FileOpening, qapp: QApplication) -> None:
    ask(qapp, QFileOpenEvent(ODD), QFileOpenEvent(QUrl.fromLocalFile("/music/b.wav")))
    assert opening.take() == [Path(ODD), Path("/music/b.wav")]
    assert opening.take() == []


def test_files_that_were_chosen_together_are_opened_together(
    opening: FileOpening, qapp: QApplication, qtbot: QtBot
) -> None:
    asked: list[object] = []
    opening.requested.connect(asked.append)
    opening.take()
    ask(qapp, QFileOpenEvent(ODD), QFileOpenEvent("/music/b.wav"))
    qtbot.waitUntil(lambda: bool(asked), timeout=PATIENCE_MS)
    assert asked == [[Path(ODD), Path("/music/b.wav")]]


def test_an_address_that_is_no_file_opens_nothing(opening: FileOpening, qapp: QApplication) -> None:
    ask(qapp, QFileOpenEvent(QUrl("https://host/song.flac")))
    assert opening.take() == []


def test_where_the_system_sends_none_no_event_passes_through(qapp: QApplication) -> None:
    opening = FileOpening(qapp, watches=False)
    ask(qapp, QFileOpenEvent(ODD))
    assert opening.take() == []
    opening.deleteLater()
