import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from pytestqt.qtbot import QtBot

from core.workers.pool import WorkerPool
from desktop.settings import Settings
from desktop.tasks import TaskRunner
from tests.waiting import PATIENCE_MS


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """pytest-qt's, whose waits last five seconds unless they are told otherwise, with more patience."""
    for name in ("waitUntil", "waitSignal", "waitSignals", "waitExposed", "waitActive", "waitCallback"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE_MS))
    return qtbot


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings that nobody else sees."""
    return Settings(tmp_path / "window.ini")


@pytest.fixture
def runner(qapp: object) -> Iterator[TaskRunner]:
    """Real worker processes, imported nothing."""
    runner = TaskRunner(WorkerPool(2))
    yield runner
    runner.shutdown()
