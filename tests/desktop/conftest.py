import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from core.workers.pool import WorkerPool
from desktop.settings import Settings
from desktop.tasks import TaskRunner


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
