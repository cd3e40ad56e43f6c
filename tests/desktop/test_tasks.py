import threading
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.tasks import TaskRunner
from tests.desktop import worker_jobs
from tests.waiting import PATIENCE_MS, settle

TIMEOUT = PATIENCE_MS


def test_a_task_delivers_progress_partial_and_result_in_order_on_the_main_thread(
    qtbot: QtBot, runner: TaskRunner
) -> None:
    seen: list[tuple[str, object, threading.Thread]] = []
    task = runner.run(worker_jobs.answer, Path("song"))
    task.progressed.connect(lambda *values: seen.append(("progress", values[:2], threading.current_thread())))
    task.delivered.connect(lambda value: seen.append(("partial", value, threading.current_thread())))
    task.cancelled.connect(lambda: seen.append(("cancelled", None, threading.current_thread())))
    task.failed.connect(lambda error: seen.append(("failed", error, threading.current_thread())))
    with qtbot.waitSignal(task.succeeded, timeout=TIMEOUT):
        task.succeeded.connect(lambda value: seen.append(("result", value, threading.current_thread())))
    assert [(kind, value) for kind, value, _ in seen] == [
        ("progress", (0.2, "Reading")),
        ("partial", "preview of song"),
        ("progress", (1.0, "Done")),
        ("result", "analysis of song"),
    ]
    assert {thread for *_, thread in seen} == {threading.main_thread()}


def test_a_failing_task_says_why_once(qtbot: QtBot, runner: TaskRunner) -> None:
    task = runner.run(worker_jobs.by_name, Path("broken"))
    ends: list[object] = []
    task.failed.connect(ends.append)
    task.succeeded.connect(ends.append)
    task.cancelled.connect(lambda: ends.append("cancelled"))
    qtbot.waitUntil(lambda: bool(ends), timeout=TIMEOUT)
    qtbot.waitUntil(lambda: not runner._tasks)
    settle()
    assert len(ends) == 1
    assert isinstance(ends[0], ZeroDivisionError)


def test_after_cancel_nothing_but_cancelled_arrives(qtbot: QtBot, runner: TaskRunner) -> None:
    task = runner.run(worker_jobs.by_name, Path("slow"))
    with qtbot.waitSignal(task.delivered, timeout=TIMEOUT):
        pass
    late: list[object] = []
    task.progressed.connect(lambda *values: late.append(values))
    task.succeeded.connect(late.append)
    with qtbot.waitSignal(task.cancelled, timeout=TIMEOUT):
        task.cancel()
    assert late == []


def test_no_signal_comes_after_shutdown(qtbot: QtBot, runner: TaskRunner) -> None:
    task = runner.run(worker_jobs.by_name, Path("slow"))
    heard: list[object] = []
    task.cancelled.connect(lambda: heard.append("cancelled"))
    task.failed.connect(heard.append)
    runner.shutdown()  # returns when the worker has ended: what it said is under way by now
    settle()
    assert heard == []
