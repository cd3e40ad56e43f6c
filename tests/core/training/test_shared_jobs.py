"""Jobs over one object: sent once to a worker, results as they come, cancelled quickly."""

import concurrent.futures
from pathlib import Path
from typing import Any

import pytest

from core.errors import WorkerDiedError
from core.progress import Cancelled
from core.training.shared_jobs import run_shared
from core.workers.pool import WorkerPool
from tests.core.training import jobs


@pytest.fixture(scope="module")
def pool() -> object:
    with WorkerPool(2, threads_per_worker=1) as workers:
        yield workers


def test_the_same_results_here_and_in_processes(pool: WorkerPool) -> None:
    calls = [(jobs.add, (number,)) for number in range(7)]
    here = dict(run_shared(None, "list", [1, 2, 3], calls))
    there = dict(run_shared(pool, "list", [1, 2, 3], calls))
    assert here == there == {number: 6 + number for number in range(7)}


def test_the_object_is_sent_to_each_worker_about_once(tmp_path: Path) -> None:
    path = tmp_path / "unpickled"
    calls = [(jobs.whose, (number,)) for number in range(30)]
    with WorkerPool(2, threads_per_worker=1) as pool:
        processes = set(dict(run_shared(pool, "counted", jobs.CountsPickling(str(path)), calls)).values())
    assert len(processes) == 2
    assert 2 <= len(path.read_text().split()) <= 4


def test_a_worker_that_was_replaced_gets_the_object_again() -> None:
    with WorkerPool(1, threads_per_worker=1, jobs_per_process=3) as pool:
        results = dict(run_shared(pool, "list", [1], [(jobs.add, (number,)) for number in range(7)]))
    assert results == {number: 1 + number for number in range(7)}


def test_a_call_that_fails_costs_itself_alone(pool: WorkerPool) -> None:
    calls = [(jobs.fail_at_two, (number,)) for number in range(4)]
    for executor in (None, pool):
        results = dict(run_shared(executor, "none", None, calls))
        assert isinstance(results.pop(2), ValueError)
        assert results == {0: 0, 1: 1, 3: 3}


def test_a_worker_that_dies_costs_its_call_alone(pool: WorkerPool) -> None:
    results = dict(run_shared(pool, "one", [1], [(jobs.add, (1,)), (jobs.die, (1,)), (jobs.add, (2,))]))
    assert isinstance(results.pop(1), WorkerDiedError)
    assert results == {0: 2, 2: 3}


class _Together:
    """An executor whose jobs have all ended when they are looked at."""

    max_workers = 6

    def __init__(self, pool: WorkerPool) -> None:
        self._pool = pool

    def submit(self, *args: Any, **kwargs: Any) -> Any:
        job = self._pool.submit(*args, **kwargs)
        concurrent.futures.wait([job.future])
        return job

    def warm_up(self, workers: int | None = None) -> None:
        pass

    def shutdown(self) -> None:
        pass


def test_results_that_came_with_the_loss_of_the_workers_come_before_it(pool: WorkerPool) -> None:
    calls = [(jobs.lose_the_even, (number,)) for number in range(12)]
    order = [number % 2 for number, _ in run_shared(_Together(pool), "none", None, calls)]
    assert order == [1] * 6 + [0] * 6


def test_cancelling_stops_deaf_calls(pool: WorkerPool, tmp_path: Path) -> None:
    def stop(fraction: float, text: str) -> None:
        if len(list(tmp_path.iterdir())) == 2:  # both workers sleep, for an hour
            raise Cancelled

    with pytest.raises(Cancelled):
        list(run_shared(pool, "none", 0, [(jobs.begin_and_sleep, (tmp_path,))] * 5, stop))
    assert dict(run_shared(pool, "list", [1], [(jobs.add, (1,))])) == {0: 2}


def test_progress_grows_to_one_and_tells_what_ended(pool: WorkerPool) -> None:
    told: list[tuple[float, str]] = []
    calls = [(jobs.add, (number,)) for number in range(5)]
    report = lambda fraction, text: told.append((fraction, text))  # noqa: E731
    list(run_shared(pool, "list", [1], calls, report, lambda number: f"call {number}"))
    fractions = [fraction for fraction, _ in told]
    assert fractions == sorted(fractions) and fractions[-1] == 1.0
    assert told[-1][1].startswith("call ")


def test_progress_goes_by_how_much_work_a_call_is(pool: WorkerPool) -> None:
    calls = [(jobs.add, (number,)) for number in range(3)]
    for executor in (None, pool):
        told: list[float] = []
        report = lambda fraction, text, told=told: told.append(fraction)  # noqa: E731
        list(run_shared(executor, "list", [1], calls, report, work=[1.0, 8.0, 1.0]))
        assert told == sorted(told) and told[-1] == 1.0
        assert {round(10 * one) for one in told} <= {0, 1, 2, 8, 9, 10}  # never a third
