"""The same work on a Dask cluster: an executor like `core.workers.pool.WorkerPool` whose workers are on other machines.

It is what `Client.get_executor` gives, without what that lacks: no end of a job is lost (docs/decisions/0012), jobs
have limits in time, one that runs can be cancelled (with `core.workers.cluster_process` on the other side), and a
scheduler, workers or program that are not what they should be are reported promptly.
"""

import asyncio
import itertools
import logging
import os
import threading
import time
import uuid
from collections import deque
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from typing import Any

from core.errors import ExecutorLostError, TimeLimitError, VersionMismatchError, WorkerDiedError
from core.progress import Cancelled
from core.workers.limits import Limits
from core.workers.process import Event, Progress
from core.workers.program import check_program, this_program

CONNECT_SECONDS = 10.0
LOST_SECONDS = 10.0
"""How long a scheduler may be silent before it counts as gone."""
DESERTED_SECONDS = 30.0
"""How long it may be without any worker: the last may have died of its job, and another starts slowly."""

_WATCH_SECONDS, _ANSWER_SECONDS = 0.5, 3.0
_MOST_DEATHS = 2  # times that a job may come back with a dead worker before it counts as the cause

Call = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]


def connect(address: str, *, timeout: float = CONNECT_SECONDS) -> "ClusterPool":
    """Connect to the cluster whose scheduler is at `address`, "tcp://host:8786" say.

    Raises
    ------
    ExecutorLostError : when there is no scheduler at that address, or it has no workers, or no Dask is installed
    VersionMismatchError : when a worker lacks this program, or has another version of it
    """
    try:
        from distributed import Client
    except ImportError:
        raise ExecutorLostError("workers.no_dask") from None

    open_client: Any = Client  # it has no types
    for logger in ("distributed", "tornado.application"):
        logging.getLogger(logger).setLevel(logging.CRITICAL)  # what goes wrong is said in our own words
    environment = os.environ.get("MALLOC_TRIM_THRESHOLD_")
    try:
        client: Any = open_client(address, timeout=timeout, set_as_default=False, name="groovescope")
    except (OSError, TimeoutError, ValueError) as problem:
        raise ExecutorLostError("workers.no_scheduler", address=address, reason=_first_line(problem)) from None
    finally:
        if environment is None:
            os.environ.pop("MALLOC_TRIM_THRESHOLD_", None)
    try:
        _check_workers(client, address, timeout)
    except BaseException:
        client.close()
        raise
    return ClusterPool(client, address)


def _check_workers(client: Any, address: str, timeout: float) -> None:
    try:
        client.wait_for_workers(1, timeout=timeout)
    except TimeoutError:
        raise ExecutorLostError("workers.none_at_scheduler", address=address) from None
    try:
        _run_when_settled(client, address, timeout)
    except (VersionMismatchError, ExecutorLostError):
        raise
    except ImportError as problem:
        raise _lacks_program(problem) from None
    except Exception as problem:  # noqa: BLE001  whatever a worker of an unknown kind makes of it
        if _is_missing(client):
            raise _lacks_program(ImportError(name="core")) from None
        raise VersionMismatchError("workers.cannot_run", address=address, reason=_first_line(problem)) from None


def _run_when_settled(client: Any, address: str, timeout: float) -> None:
    """Ask every worker for its program; one that is just ending, or has just ended, is not asked again."""
    deadline = time.monotonic() + timeout
    while True:
        try:
            client.run(check_program, this_program())
        except OSError as problem:  # of the connection: the check itself reads nothing
            if time.monotonic() > deadline:
                raise ExecutorLostError("workers.no_answer", address=address, reason=_first_line(problem)) from None
            time.sleep(_WATCH_SECONDS)
        else:
            return


def _lacks_program(problem: ImportError) -> VersionMismatchError:
    return VersionMismatchError("workers.lacks_program", package=problem.name or "this program")


def _is_missing(client: Any) -> bool:
    """Whether a worker cannot find this program; of an import that failed there, Dask passes on the text alone."""

    def is_found() -> bool:  # a local function is sent by value, so that a worker without the program can run it
        from importlib.util import find_spec

        return find_spec("core") is not None

    return not all(client.run(is_found).values())


def _killed_worker() -> type[BaseException]:
    """Return what Dask raises for a task whose workers have all died; imported when a job fails."""
    from distributed.scheduler import KilledWorker

    kind: type[BaseException] = KilledWorker
    return kind


class ClusterJob:
    """One call of a function on the cluster; see `core.workers.pool.Job`."""

    def __init__(self, number: int, call: Call, limits: Limits, on_event: Callable[[Event], None] | None) -> None:
        self.number = number
        self.call = call
        self.limits = limits
        self.on_event = on_event
        self.future: Future[Any] = Future()
        self.future.set_running_or_notify_cancel()
        self.started_at: float | None = None
        self.worker: str | None = None
        self.task: Any = None
        self.deaths = 0
        self._lock = threading.Lock()

    def cancel(self, grace: float = 0.0) -> None:
        """Stop the job: it ends at its next report, or its worker does soon after; this does not wait for that."""
        self.finish(error=Cancelled())
        self.drop()

    def drop(self) -> None:
        """Tell the scheduler that it is no longer wanted."""
        if self.task is not None:
            with suppress(Exception):  # whatever a client makes of a scheduler that is gone
                self.task.cancel()

    def done(self) -> bool:
        """Whether there is a result, an error or a cancellation."""
        return self.future.done()

    def result(self, timeout: float | None = None) -> Any:
        """Return what the function returned; raises what it raised."""
        return self.future.result(timeout)

    def finish(self, result: Any = None, error: BaseException | None = None) -> None:
        """End it, unless it has ended already."""
        with self._lock:
            if self.future.done():
                return
            if error is not None:
                self.future.set_exception(error)
            else:
                self.future.set_result(result)

    @property
    def is_over_time(self) -> bool:
        """Whether it has run for longer than it may."""
        seconds, started = self.limits.seconds, self.started_at
        return seconds is not None and started is not None and time.monotonic() - started > seconds


class ClusterPool:
    """Runs functions on a Dask cluster; made by `connect`. A worker's memory limit is the cluster's own."""

    def __init__(self, client: Any, address: str) -> None:
        from core.workers.cluster_process import TOPIC

        self._client = client
        self._address = address
        self._name = uuid.uuid4().hex
        self._numbers = itertools.count()
        self._jobs: dict[int, ClusterJob] = {}
        self._suspects: deque[ClusterJob] = deque()
        self._suspects_lock = threading.Lock()
        self._on_trial: ClusterJob | None = None
        self._lost_since: float | None = None
        self._threads = self._count_threads()
        self._closed = threading.Event()
        client.subscribe_topic(TOPIC, self._take_event)
        self._watcher = threading.Thread(target=self._watch, name="groovescope-cluster", daemon=True)
        self._watcher.start()

    @property
    def max_workers(self) -> int:
        """Tasks that the cluster works on at a time, at this moment."""
        return max(1, self._threads)

    def submit(
        self,
        fn: Callable[..., Any],
        *args: Any,
        on_event: Callable[[Event], None] | None = None,
        limits: Limits | None = None,
        **kwargs: Any,
    ) -> ClusterJob:
        """Queue `fn(emit, *args, **kwargs)`; `fn` must be importable on the workers."""
        job = ClusterJob(next(self._numbers), (fn, args, kwargs), limits or Limits(), on_event)
        self._jobs[job.number] = job
        job.future.add_done_callback(lambda _: self._jobs.pop(job.number, None))
        self._send(job)
        return job

    def _send(self, job: ClusterJob) -> None:
        from core.workers.cluster_process import run_job

        try:
            key = f"groovescope-{self._name}-{job.number}-{job.deaths}"
            job.started_at = None
            job.task = self._client.submit(run_job, job.number, self._name, job.call, key=key, pure=False)
            end = asyncio.run_coroutine_threadsafe(self._await_end(job.task), self._client.loop.asyncio_loop)
        except Exception as problem:  # noqa: BLE001  a client that has lost its scheduler raises many kinds
            job.finish(error=self._lost(problem))
        else:
            end.add_done_callback(lambda end: self._take_end(job, end))

    async def _await_end(self, task: Any) -> Any:
        """In the client's loop: fetch the result, as often as it is lost on the way with the worker that had it."""
        return await self._client.gather(task, asynchronous=True)

    def warm_up(self, workers: int | None = None) -> None:
        """Nothing to do: the workers are there."""

    def shutdown(self) -> None:
        """Cancel every job and let the cluster go; it stays as it is for others."""
        if self._closed.is_set():
            return
        self._closed.set()
        for job in list(self._jobs.values()):
            job.cancel()
        with suppress(Exception):
            self._client.close(timeout=2)
        self._watcher.join(timeout=5)

    def __enter__(self) -> "ClusterPool":
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()

    def _take_event(self, event: tuple[float, dict[str, Any]]) -> None:
        """In the client's thread: a job has begun, or is so far."""
        _, message = event
        job = self._jobs.get(message["job"]) if message.get("pool") == self._name else None
        if job is None:
            return
        if message["fraction"] == 0 or job.started_at is None:
            job.started_at, job.worker = time.monotonic(), message["worker"]
        if job.on_event is not None:
            with suppress(Exception):
                job.on_event(Progress(message["fraction"], ""))

    def _take_end(self, job: ClusterJob, end: "Future[Any]") -> None:
        try:
            job.finish(end.result())
        except CancelledError as problem:
            job.finish(error=self._lost(problem))
        except ImportError as problem:
            job.finish(error=_lacks_program(problem))
        except BaseException as problem:  # noqa: BLE001  the job's error is raised in the waiting caller
            if isinstance(problem, _killed_worker()):
                self._suspect(job)
            else:
                job.finish(error=self._in_words(problem))
        self._release(job)

    def _suspect(self, job: ClusterJob) -> None:
        """Its workers died, but perhaps of another job: it is tried again, one such job at a time.

        Dask holds every task of a worker that died for guilty, also those that were only waiting there.
        """
        job.deaths += 1
        if job.deaths > _MOST_DEATHS:
            job.finish(error=WorkerDiedError("workers.all_died"))
            return
        with self._suspects_lock:
            self._suspects.append(job)

    def _release(self, ended: ClusterJob) -> None:
        """Try the next suspect, when the one before has ended."""
        with self._suspects_lock:
            if self._on_trial is not None and self._on_trial is not ended:
                return
            self._on_trial = next((job for job in iter(self._next_suspect, None) if not job.done()), None)
            job = self._on_trial
        if job is not None:
            self._send(job)

    def _next_suspect(self) -> ClusterJob | None:
        return self._suspects.popleft() if self._suspects else None

    def _in_words(self, problem: BaseException) -> BaseException:
        from distributed.client import FutureCancelledError, FuturesCancelledError
        from distributed.comm.core import CommClosedError

        if isinstance(problem, FutureCancelledError | FuturesCancelledError | CommClosedError):
            return self._lost(problem)
        return problem

    def _lost(self, problem: BaseException) -> ExecutorLostError:
        reason = _first_line(problem)
        return ExecutorLostError("workers.cluster_gone", address=self._address, reason=reason)

    def _watch(self) -> None:
        while not self._closed.wait(_WATCH_SECONDS):
            self._stop_overdue()
            trouble, patience = self._trouble()
            if trouble is None:
                self._lost_since = None
                continue
            self._lost_since = self._lost_since or time.monotonic()
            if time.monotonic() - self._lost_since > patience or self._client.status == "closed":
                for job in list(self._jobs.values()):
                    job.finish(error=self._lost(RuntimeError(trouble)))

    def _trouble(self) -> tuple[str | None, float]:
        """Return what is wrong with the cluster, and for how many seconds that may last."""
        if self._client.status != "running":
            return "no connection to the scheduler", LOST_SECONDS
        with suppress(Exception):
            self._threads = self._count_threads()
            return None if self._threads else "no worker is left", DESERTED_SECONDS
        return "the scheduler does not answer", LOST_SECONDS

    def _count_threads(self) -> int:
        identity = self._client.sync(self._client.scheduler.identity, n_workers=-1, callback_timeout=_ANSWER_SECONDS)
        return sum(int(worker["nthreads"]) for worker in identity["workers"].values())

    def _stop_overdue(self) -> None:
        """Give up on jobs beyond their time; their worker restarts, and what else it had goes to others."""
        for job in [job for job in self._jobs.values() if job.is_over_time]:
            seconds = job.limits.seconds or 0.0
            job.finish(error=TimeLimitError("workers.time_limit", seconds=seconds))
            job.drop()
            self._wait_until_dropped(job)
            with suppress(Exception):
                self._client.restart_workers([job.worker], timeout=30, raise_for_error=False)

    def _wait_until_dropped(self, job: ClusterJob) -> None:
        """Wait until the scheduler has dropped the job: a restart that overtakes the message would pass the job on."""
        deadline = time.monotonic() + _ANSWER_SECONDS
        with suppress(Exception):
            while time.monotonic() < deadline:
                ask = self._client.scheduler.processing
                busy = self._client.sync(ask, workers=[job.worker], callback_timeout=_ANSWER_SECONDS)
                if job.task.key not in busy.get(job.worker, ()):
                    return
                time.sleep(0.05)


def _first_line(problem: BaseException) -> str:
    lines = str(problem).strip().splitlines() or [type(problem).__name__]
    return lines[0][:160].rstrip(".")
