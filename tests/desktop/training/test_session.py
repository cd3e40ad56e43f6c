import threading

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from core.training.fitters import Fitters
from core.training.run_places import new_run_folder, runs_folder
from desktop.settings import Settings
from desktop.tasks import TaskRunner
from desktop.threads import ThreadWorkers, call
from desktop.training.one_task import Activity
from desktop.training.session import TrainingSession
from tests.waiting import PATIENCE, settle


@pytest.mark.parametrize(
    "name", ["../../outside", "/absolute", "a\\b", "𠀀" * 90, ""], ids=lambda name: ascii(name[:12])
)
def test_a_run_lies_among_the_runs_whatever_its_data_are_called(name: str) -> None:
    made = [new_run_folder(name) for _ in range(1)]
    made[0].mkdir(parents=True)
    made.append(new_run_folder(name))
    made[1].mkdir()
    assert sorted(runs_folder().iterdir()) == sorted(made)


def test_a_task_that_ends_after_the_session_tells_it_nothing(
    qtbot: QtBot, settings: Settings, fitters: Fitters
) -> None:
    runner = TaskRunner(ThreadWorkers(1, "window"))
    session = TrainingSession(runner, settings, fitters=fitters)
    go_on = threading.Event()
    task = runner.run(call, go_on.wait, PATIENCE)
    session._follow(Activity.READING, "Reading", lambda _: None, task)
    session.shut_down()
    shiboken6.delete(session)
    go_on.set()
    qtbot.waitUntil(task._job.done)
    settle()  # a signal that still arrived would raise in the event loop, which fails the test
    runner.shutdown()
