import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from core.workers.pool import Emitter
from desktop.tasks import TaskRunner
from desktop.threads import ThreadWorkers, call
from tests.waiting import PATIENCE, PATIENCE_MS, settle

TIMEOUT = PATIENCE_MS


@pytest.fixture
def threads(qapp: object) -> Iterator[TaskRunner]:
    runner = TaskRunner(ThreadWorkers(1))
    yield runner
    runner.shutdown()


def wait_in(emit: Emitter, started: threading.Event, go_on: threading.Event) -> str:
    started.set()
    go_on.wait(PATIENCE)
    emit.report(0.5, "half")
    return "answer"


def test_an_answer_from_a_thread_arrives_on_the_main_thread(qtbot: QtBot, threads: TaskRunner) -> None:
    seen: list[tuple[object, threading.Thread]] = []
    task = threads.run(call, threading.current_thread)
    with qtbot.waitSignal(task.succeeded, timeout=TIMEOUT):
        task.succeeded.connect(lambda worker: seen.append((worker, threading.current_thread())))
    ((worker, receiver),) = seen
    assert worker is not threading.main_thread()
    assert receiver is threading.main_thread()


def test_what_a_thread_raises_is_told_once(qtbot: QtBot, threads: TaskRunner) -> None:
    ends: list[object] = []
    task = threads.run(call, {}.__getitem__, "absent")
    for signal in (task.failed, task.succeeded):
        signal.connect(ends.append)
    task.cancelled.connect(lambda: ends.append("cancelled"))
    qtbot.waitUntil(lambda: bool(ends), timeout=TIMEOUT)
    qtbot.waitUntil(lambda: not threads._tasks)
    settle()
    assert [type(end) for end in ends] == [KeyError]


def test_a_cancelled_job_that_runs_ends_at_its_next_report(qtbot: QtBot, threads: TaskRunner) -> None:
    started, go_on = threading.Event(), threading.Event()
    task = threads.run(wait_in, started, go_on)
    late: list[object] = []
    task.succeeded.connect(late.append)
    task.progressed.connect(lambda *values: late.append(values))
    assert started.wait(PATIENCE)
    task.cancel()
    with qtbot.waitSignal(task.cancelled, timeout=TIMEOUT):
        go_on.set()
    assert late == []


def test_a_job_cancelled_before_its_turn_never_runs(qtbot: QtBot, threads: TaskRunner) -> None:
    started, go_on = threading.Event(), threading.Event()
    threads.run(wait_in, started, go_on)
    ran: list[str] = []
    waiting = threads.run(call, ran.append, "ran")
    waiting.cancel()
    with qtbot.waitSignal(waiting.cancelled, timeout=TIMEOUT):
        go_on.set()
    assert ran == []


def test_shutting_down_waits_for_what_runs_and_says_nothing_more(qtbot: QtBot, threads: TaskRunner) -> None:
    started, go_on = threading.Event(), threading.Event()
    task = threads.run(wait_in, started, go_on)
    heard: list[object] = []
    task.succeeded.connect(heard.append)
    assert started.wait(PATIENCE)
    threading.Timer(0.1, go_on.set).start()
    threads.shutdown()
    assert go_on.is_set()
    settle()
    assert heard == []
