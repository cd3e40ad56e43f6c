import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.dataset.finding import Finding
from core.doctor.examine import examine
from core.jobs.data import DataAnswer, DataRequest, read_data
from core.training.fitters import Fitters
from core.workers.pool import Emitter, WorkerPool
from desktop.settings import Settings
from desktop.tasks import TaskRunner
from desktop.training.page import TrainingPage
from desktop.training.session import TrainingSession
from desktop.widgets.notices import NoticeBar
from tests.waiting import PATIENCE_MS

TIMEOUT = PATIENCE_MS


@pytest.fixture(scope="session")
def process_runner(qapp: object) -> Iterator[TaskRunner]:
    """The window's own processes."""
    runner = TaskRunner(WorkerPool(1))
    yield runner
    runner.shutdown()


@pytest.fixture(scope="session")
def fitters() -> Iterator[Fitters]:
    """Processes that fit, started once."""
    made = Fitters()
    yield made
    made.shutdown()


@pytest.fixture
def notices(qtbot: QtBot) -> NoticeBar:
    """Where the tab says what happened."""
    body = QWidget()
    qtbot.addWidget(body)
    body.resize(800, 600)
    return NoticeBar(body)


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Runs go into a folder of the test's own."""
    folder = tmp_path / "data home"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


@pytest.fixture
def page(
    qtbot: QtBot, process_runner: TaskRunner, fitters: Fitters, settings: Settings, notices: NoticeBar
) -> Iterator[TrainingPage]:
    """The training tab, empty."""
    made = TrainingPage(process_runner, settings, notices, fitters=fitters)
    for widget in (made, made.strip):  # a window has both
        qtbot.addWidget(widget)
    made.resize(1200, 700)
    made.show()
    made.prepare()
    made.enter()
    yield made
    made.remember(settings)


@pytest.fixture
def session(page: TrainingPage) -> TrainingSession:
    """What the steps of the tab share."""
    return page.session


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """120 songs of three kinds by 30 artists; `length` gives them away, two rows are copies of others."""
    random = np.random.default_rng(4)
    path = tmp_path / "songs.csv"
    names = ["length", "tempo", "rms_mean", "mfcc1_mean", "mfcc2_mean", "brightness"]
    rows = []
    for number in range(120):
        kind = number % 3
        artist = number // 4
        offset = np.random.default_rng(artist).normal(0, 0.7, 5)
        numbers = [660000 + 100 * kind + number % 7, *(random.normal(kind, 0.9, 5) + offset)]
        rows.append([f"song {number:03d}.wav", *numbers, f"artist {artist}", ("calm", "loud", "odd")[kind]])
    rows[60][1:8] = rows[0][1:8]
    rows[63][1:8] = rows[3][1:8]
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(["filename", *names, "artist", "label"])
        writer.writerows(rows)
    return path


@pytest.fixture
def read(qtbot: QtBot, session: TrainingSession) -> Callable[[DataRequest], None]:
    """Reads data and waits until the doctor has spoken."""

    def read_it(request: DataRequest) -> None:
        session.read(request)
        qtbot.waitUntil(lambda: not session.is_busy, timeout=TIMEOUT)

    return read_it


@pytest.fixture(scope="session")
def examined() -> Callable[[DataRequest], tuple[DataAnswer, tuple[Finding, ...]]]:
    """Reads a table and lets the doctor speak, as a worker does; the same bytes, asked for alike, only once."""
    known: dict[tuple[bytes, DataRequest], tuple[DataAnswer, tuple[Finding, ...]]] = {}

    def examine_it(request: DataRequest) -> tuple[DataAnswer, tuple[Finding, ...]]:
        asked = (request.path.read_bytes(), replace(request, path=Path(request.path.name)))
        if asked not in known:
            answer = read_data(Emitter(lambda _: None, lambda: False), request)
            assert answer.dataset is not None
            known[asked] = (answer, examine(answer.dataset))
        return known[asked]

    return examine_it


@pytest.fixture
def loaded(
    examined: Callable[[DataRequest], tuple[DataAnswer, tuple[Finding, ...]]], table: Path, session: TrainingSession
) -> TrainingSession:
    """The songs by artist, examined: as `read` leaves them, without the seconds that the doctor takes each time."""
    request = DataRequest("table", table, groups="artist")
    answer, findings = examined(request)
    assert answer.dataset is not None
    dataset = replace(answer.dataset, source=replace(answer.dataset.source, path=str(table)))
    session.answer = replace(answer, request=request, dataset=dataset)
    session._set_dataset(dataset)
    session._take_findings(dataset, findings)
    return session
