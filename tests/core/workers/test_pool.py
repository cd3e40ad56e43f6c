import gc
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest

from core.errors import MemoryLimitError, TimeLimitError, WorkerDiedError
from core.progress import Cancelled
from core.workers.pool import Event, Job, Limits, Partial, Progress, WorkerPool
from core.workers.starting import can_fork
from tests.core.workers import executor_jobs as jobs
from tests.pace import Pace
from tests.waiting import PATIENCE, wait_for

TIMEOUT = PATIENCE


@pytest.fixture
def pool() -> Iterator[WorkerPool]:
    with WorkerPool(1) as pool:
        yield pool


def _is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split(")")[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def _wait_until_gone(pid: int) -> None:
    wait_for(f"process {pid} to end", lambda: not _is_alive(pid))


def test_a_job_runs_in_another_process_and_returns_its_result(pool: WorkerPool) -> None:
    assert pool.submit(jobs.add, 2, b=3).result(TIMEOUT) == 5
    assert pool.submit(jobs.process_id).result(TIMEOUT) != os.getpid()


def test_one_process_serves_many_jobs_in_order(pool: WorkerPool) -> None:
    finished: list[int] = []
    submitted = [pool.submit(jobs.add, i) for i in range(20)]
    for job in submitted:
        job.future.add_done_callback(lambda future: finished.append(future.result()))
    assert [job.result(TIMEOUT) for job in submitted] == list(range(20))
    assert finished == list(range(20))
    assert pool.submit(jobs.process_id).result(TIMEOUT) == pool.submit(jobs.process_id).result(TIMEOUT)


def test_events_come_in_order_and_before_the_result(pool: WorkerPool) -> None:
    events: list[Event] = []
    job = pool.submit(jobs.hand_over, on_event=events.append)
    assert job.result(TIMEOUT) == "end"
    first, partial, last = events
    assert first == Progress(0.0, "first")
    assert isinstance(partial, Partial)
    assert np.array_equal(partial.value["peaks"], np.arange(100_000))
    assert last == Progress(1.0, "last")


def test_frequent_reports_are_thinned_out(pool: WorkerPool) -> None:
    events: list[Event] = []
    pool.submit(jobs.count, 2000, 0.0, on_event=events.append).result(TIMEOUT)
    assert len(events) < 100
    assert events[-1] == Progress(1.0, "done")


def test_a_broken_event_handler_does_not_break_the_job(pool: WorkerPool, caplog: pytest.LogCaptureFixture) -> None:
    def broken(event: Event) -> None:
        raise RuntimeError("handler")

    assert pool.submit(jobs.hand_over, on_event=broken).result(TIMEOUT) == "end"
    assert pool.submit(jobs.add, 1).result(TIMEOUT) == 1
    assert "could not be handled" in caplog.text


def test_a_running_job_is_cancelled_at_its_next_report_and_its_process_stays(pool: WorkerPool) -> None:
    pid = pool.submit(jobs.process_id).result(TIMEOUT)
    started = threading.Event()
    job = pool.submit(jobs.count, 1000, on_event=lambda event: started.set())
    assert started.wait(TIMEOUT)
    job.cancel()
    with pytest.raises(Cancelled):
        job.result(TIMEOUT)
    assert pool.submit(jobs.process_id).result(TIMEOUT) == pid


def test_a_cancelled_job_that_never_reports_is_killed_after_the_grace_time(pool: WorkerPool) -> None:
    pid = pool.submit(jobs.process_id).result(TIMEOUT)
    begun = threading.Event()
    job = pool.submit(jobs.begin_and_sleep_deaf, 3600.0, on_event=lambda event: begun.set())
    assert begun.wait(TIMEOUT)
    job.cancel(grace=0.2)
    with pytest.raises(Cancelled):
        job.result(TIMEOUT)
    _wait_until_gone(pid)
    assert pool.submit(jobs.add, 1).result(TIMEOUT) == 1


def test_a_queued_job_that_is_cancelled_never_runs(pool: WorkerPool) -> None:
    first = pool.submit(jobs.count, 10)
    events: list[Event] = []
    second = pool.submit(jobs.hand_over, on_event=events.append)
    second.cancel()
    assert first.result(TIMEOUT) == 10
    with pytest.raises(Cancelled):
        second.result(TIMEOUT)
    assert events == []


def test_a_late_cancel_does_not_stop_the_next_job(pool: WorkerPool) -> None:
    for _ in range(20):
        job = pool.submit(jobs.add, 1)
        following = pool.submit(jobs.count, 3, 0.001)
        job.cancel()
        assert following.result(TIMEOUT) == 3


def test_an_error_arrives_with_its_type_text_and_origin(pool: WorkerPool) -> None:
    with pytest.raises(ValueError, match="nothing tonal") as caught:
        pool.submit(jobs.fail, "nothing tonal").result(TIMEOUT)
    assert "in fail" in str(caught.value.__cause__)


def test_errors_and_results_that_cannot_be_pickled_still_end_their_job(pool: WorkerPool) -> None:
    with pytest.raises(RuntimeError, match="Local: a reason"):
        pool.submit(jobs.fail_unpicklably).result(TIMEOUT)
    with pytest.raises(Exception, match="lambda"):
        pool.submit(jobs.return_unpicklable).result(TIMEOUT)
    with pytest.raises(Exception, match="lambda"):
        pool.submit(lambda emit: 0).result(TIMEOUT)
    assert pool.submit(jobs.add, 1).result(TIMEOUT) == 1


def test_a_dying_process_fails_its_own_job_only_and_the_pool_heals() -> None:
    with WorkerPool(2) as pool:
        other = pool.submit(jobs.count, 10)
        with pytest.raises(WorkerDiedError, match="ended unexpectedly"):
            pool.submit(jobs.die).result(TIMEOUT)
        assert other.result(TIMEOUT) == 10
        assert [pool.submit(jobs.add, i).result(TIMEOUT) for i in range(4)] == [0, 1, 2, 3]


def test_a_process_that_died_while_idle_is_replaced(pool: WorkerPool) -> None:
    pid = pool.submit(jobs.process_id).result(TIMEOUT)
    os.kill(pid, 9)
    assert pool.submit(jobs.process_id).result(TIMEOUT) != pid


def test_a_process_is_replaced_after_its_number_of_jobs() -> None:
    with WorkerPool(1, jobs_per_process=2) as pool:
        pids = [pool.submit(jobs.process_id).result(TIMEOUT) for _ in range(4)]
    assert pids[0] == pids[1] != pids[2] == pids[3]


def longest_pause(job: Job[Any]) -> float:
    """Return the longest time in which this thread could not run until a job is done, looking each millisecond, s."""
    longest, last = 0.0, time.perf_counter()
    while not job.done():
        time.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest


def test_large_arrays_come_back_whole_and_without_stopping_other_threads(pool: WorkerPool) -> None:
    pool.submit(jobs.large, 1).result(TIMEOUT)
    pace = Pace()
    job = pool.submit(jobs.large, 96)
    longest = longest_pause(job)
    result = job.result(TIMEOUT)
    assert np.array_equal(result["image"][:512], np.resize(np.arange(256, dtype=np.uint8), 512))
    assert len(result["image"]) == 96 << 20
    assert longest < pace.limit(0.2)


def test_workers_keep_their_numeric_threads_few_and_import_no_qt() -> None:
    with WorkerPool(1, threads_per_worker=1, initializer=jobs.import_fractions) as pool:
        assert pool.submit(jobs.environment, "OPENBLAS_NUM_THREADS").result(TIMEOUT) == "1"
        modules = pool.submit(jobs.loaded_modules).result(TIMEOUT)
    assert "fractions" in modules
    assert not {name for name in modules if name.startswith("PySide6")}


def test_workers_are_forked_from_a_process_of_one_thread() -> None:
    """What pandas and others import may start threads; a lock that one of them holds would stay locked in a fork."""
    if not can_fork(1):
        pytest.skip("workers are spawned on this system")
    with WorkerPool(1) as pool:
        worker = psutil.Process(pool.submit(jobs.process_id).result(TIMEOUT))
        prepared = worker.parent()
        assert prepared is not None and prepared.ppid() == os.getpid()
        assert "pandas" in pool.submit(jobs.loaded_modules).result(TIMEOUT)
        assert prepared.num_threads() == 1


def test_a_forked_worker_has_the_environment_and_folder_of_now(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with WorkerPool(1) as pool:
        assert pool.submit(jobs.environment, "GROOVESCOPE_OF_NOW").result(TIMEOUT) is None
    monkeypatch.setenv("GROOVESCOPE_OF_NOW", "yes")
    monkeypatch.chdir(tmp_path)
    with WorkerPool(1) as pool:
        assert pool.submit(jobs.environment, "GROOVESCOPE_OF_NOW").result(TIMEOUT) == "yes"
        assert pool.submit(jobs.folder).result(TIMEOUT) == str(tmp_path)


def test_a_worker_of_several_threads_is_spawned() -> None:
    with WorkerPool(1, threads_per_worker=2) as pool:
        worker = psutil.Process(pool.submit(jobs.process_id).result(TIMEOUT))
        assert worker.ppid() == os.getpid()
        assert pool.submit(jobs.environment, "OPENBLAS_NUM_THREADS").result(TIMEOUT) == "2"


def test_warming_up_starts_the_process_before_the_first_job(pool: WorkerPool) -> None:
    pool.warm_up()
    wait_for("a process", pool.pids)
    assert pool.submit(jobs.process_id).result(TIMEOUT) == pool.pids()[0]


def test_shutting_down_cancels_what_runs_and_leaves_no_process_or_thread() -> None:
    pool = WorkerPool(2)
    running = [pool.submit(jobs.sleep_deaf, 600.0) for _ in range(3)]
    wait_for("both processes", lambda: len(pool.pids()) == 2)
    pids = pool.pids()
    pool.shutdown()
    for job in running:
        with pytest.raises(Cancelled):
            job.result(0)
    assert pids
    for pid in pids:
        _wait_until_gone(pid)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("groovescope-driver")]
    with pytest.raises(RuntimeError, match="shut down"):
        pool.submit(jobs.add, 1)


def test_no_pipe_stays_open_after_many_pools() -> None:
    def open_files() -> int:
        gc.collect()
        return len(list(Path("/proc/self/fd").iterdir()))

    with WorkerPool(1) as pool:
        pool.submit(jobs.add, 1).result(TIMEOUT)
    before = open_files()
    for _ in range(3):
        with WorkerPool(1) as pool:
            pool.submit(jobs.add, 1).result(TIMEOUT)
    assert open_files() <= before


def test_a_worker_ends_when_its_parent_is_killed() -> None:
    parent = jobs.start_parent_that_waits()
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    assert _is_alive(pid)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    _wait_until_gone(pid)


def test_a_job_that_takes_too_long_costs_itself_alone() -> None:
    with WorkerPool(2) as pool:
        hanging = pool.submit(jobs.sleep_deaf, 300.0, limits=Limits(seconds=0.5))
        other = pool.submit(jobs.count, 20, 0.05, limits=Limits(seconds=PATIENCE))
        with pytest.raises(TimeLimitError, match=r"longer than 0\.5 s"):
            hanging.result(TIMEOUT)
        assert other.result(TIMEOUT) == 20
        assert [pool.submit(jobs.add, i).result(TIMEOUT) for i in range(4)] == [0, 1, 2, 3]


def test_waiting_in_line_does_not_count_as_time(pool: WorkerPool) -> None:
    # together they take longer than the limit, which is ten times what each takes
    submitted = [pool.submit(jobs.count, 6, 0.05, limits=Limits(seconds=3.0)) for _ in range(12)]
    assert [job.result(TIMEOUT) for job in submitted] == [6] * 12


def test_a_job_that_takes_too_much_memory_costs_itself_alone(pool: WorkerPool) -> None:
    limits = Limits(memory_bytes=400 * 2**20)
    with pytest.raises(MemoryLimitError, match="GB, the memory limit"):
        pool.submit(jobs.grow, 600 * 2**20, 300.0, limits=limits).result(TIMEOUT)
    assert pool.submit(jobs.grow, 2**20, 0.0, limits=limits).result(TIMEOUT) == 20


def test_large_arrays_arrive_whole_and_can_be_changed_and_nothing_else_stops_meanwhile(pool: WorkerPool) -> None:
    array = np.arange(12 << 20, dtype=np.float64)
    pool.submit(jobs.changed_sum, array[:10]).result(TIMEOUT)
    pace = Pace()
    job = pool.submit(jobs.changed_sum, array)
    longest = longest_pause(job)
    assert job.result(TIMEOUT) == float(array.sum()) + 1.0
    assert array[0] == 0.0
    assert longest < pace.limit(0.2)
