import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.jobs.clip import prepare_analysis
from core.library import Catalogue
from core.library.synthetic import fill_synthetic
from core.workers.pool import WorkerPool
from desktop.library.page import OPENING, LibraryPage
from desktop.settings import LIBRARY, Settings
from desktop.tasks import TaskRunner
from desktop.widgets.notices import NoticeBar
from resources import resource_path
from tests.waiting import PATIENCE_MS

TIMEOUT = PATIENCE_MS


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A catalogue of 300 invented tracks, of which every hundredth failed."""
    path = tmp_path / "library.sqlite"
    with Catalogue.open(path) as catalogue:
        fill_synthetic(catalogue, 300)
    return path


@pytest.fixture(scope="session")
def process_runner(qapp: object) -> Iterator[TaskRunner]:
    """The window's own processes."""
    runner = TaskRunner(WorkerPool(1, initializer=prepare_analysis))
    yield runner
    runner.shutdown()


@pytest.fixture
def notices(qtbot: QtBot) -> NoticeBar:
    """Where the tab says what happened."""
    body = QWidget()
    qtbot.addWidget(body)
    body.resize(800, 600)
    return NoticeBar(body)


@pytest.fixture
def open_page(
    qtbot: QtBot, process_runner: TaskRunner, settings: Settings, notices: NoticeBar
) -> Iterator[Callable[[Path], LibraryPage]]:
    """Shows the library tab on a catalogue and waits until it has answered."""
    pages: list[LibraryPage] = []

    def open_it(path: Path) -> LibraryPage:
        settings.put(LIBRARY, str(path))
        page = LibraryPage(process_runner, settings, notices)
        pages.append(page)
        for widget in (page, page.batch_strip, page.export_strip, page.judge_strip):  # a window has them all
            qtbot.addWidget(widget)
        page.resize(1200, 700)
        page.show()
        page.prepare()
        page.enter()
        qtbot.waitUntil(lambda: page.view.has_table or page.view.state.title != OPENING, timeout=TIMEOUT)
        return page

    yield open_it
    for page in pages:
        page.remember(settings)


@pytest.fixture
def page(open_page: Callable[[Path], LibraryPage], library: Path) -> LibraryPage:
    """The library tab with 300 tracks."""
    return open_page(library)


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    """A piece of music of half a minute, in a folder of its own."""
    path = tmp_path / "music" / "A walk.flac"
    path.parent.mkdir()
    shutil.copyfile(resource_path("demo.flac"), path)
    return path
