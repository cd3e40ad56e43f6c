"""Long computations in processes of their own, with progress, partial results and cancelling.

A `WorkerPool` keeps processes, each driven by one thread of the parent. A function runs there as
`fn(emit, *args)`; `emit.report(fraction, text)` and `emit.partial(value)` reach the parent as events while it runs.
`concurrent.futures.ProcessPoolExecutor` serves neither: one process that dies breaks all of its jobs, and a running
job cannot be stopped.
"""

import atexit
import contextlib
import itertools
import logging
import queue
import threading
import time
import weakref
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, Generic, Self, TypeVar

from core.errors import WorkerDiedError
from core.progress import Cancelled
from core.workers.limits import Executor, Limits, LimitWatch
from core.workers.process import CANCEL, Emitter, Event, Partial, Progress, packed, receive, send
from core.workers.starting import WorkerProcess, start_worker

__all__ = [
    "Emitter",
    "Event",
    "Executor",
    "Job",
    "Limits",
    "Partial",
    "Progress",
    "WorkerPool",
]

T = TypeVar("T")
POLL_SECONDS = 0.1
KILL_GRACE_SECONDS = 2.0


class _DiedIdleError(EOFError):
    """The process was gone before it began with the job, which may run in another one."""


class _StoppedError(Exception):
    """The driver stopped the job; the argument is the error for the waiting caller."""


class RemoteTraceback(Exception):
    """Where in the worker an exception was raised; it stands as the cause of that exception."""

    def __str__(self) -> str:
        return f"\n{self.args[0]}"


class Job(Generic[T]):
    """One call of a function in a worker. `future` is for those who wait for many at once."""

    def __init__(self, call: tuple[Any, ...], on_event: Callable[[Event], None] | None, limits: Limits) -> None:
        self.future: Future[T] = Future()
        self.future.set_running_or_notify_cancel()  # so that only `cancel` below can stop it
        self._call = call
        self._limits = limits
        self._on_event = on_event
        self._cancel_requested = threading.Event()
        self._grace = KILL_GRACE_SECONDS

    def cancel(self, grace: float = KILL_GRACE_SECONDS) -> None:
        """Stop the job: its next report raises `Cancelled`; without one in `grace` seconds its process is killed."""
        self._grace = grace
        self._cancel_requested.set()

    def done(self) -> bool:
        """Whether there is a result, an error or a cancellation."""
        return self.future.done()

    def result(self, timeout: float | None = None) -> T:
        """Return the result of the function; raise what it raised, `Cancelled`, `WorkerDiedError` or `TimeoutError`."""
        return self.future.result(timeout)

    def _finish(self, result: Any = None, error: BaseException | None = None) -> None:
        if error is not None:
            self.future.set_exception(error)
        else:
            self.future.set_result(result)


@dataclass
class _Process:
    """A worker process and the pipe to it. Closing the pipe, or losing the parent, ends the process."""

    process: WorkerProcess
    pipe: Connection
    jobs: int = 0

    @classmethod
    def start(cls, initializer: Callable[[], None] | None, threads: int) -> "_Process":
        return cls(*start_worker(initializer, threads))

    def send_job(self, job: Job[Any]) -> None:
        call = packed(job._call)  # by itself, so that a call that cannot be unpickled is told as its error
        self.jobs += 1
        with contextlib.suppress(BrokenPipeError):  # reading will tell
            send(self.pipe, (self.jobs, call))

    def send_cancel(self) -> None:
        with contextlib.suppress(BrokenPipeError):
            send(self.pipe, (self.jobs, CANCEL))

    def kill(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()


class _Driver(threading.Thread):
    """The parent's side of one worker: takes jobs from the queue, keeps a process alive to run them."""

    def __init__(self, pool: "WorkerPool", number: int) -> None:
        super().__init__(name=f"groovescope-driver-{number}", daemon=True)
        self._queue = pool._queue
        self._initializer = pool._initializer
        self._threads = pool._threads_per_worker
        self._jobs_per_process = pool._jobs_per_process
        self._worker: _Process | None = None
        self.pid: int | None = None

    def run(self) -> None:
        # A machine that cannot start a process now may be able to when the first job comes.
        with contextlib.suppress(OSError):
            self._ready_process()
        while (job := self._queue.get()) is not None:
            self._run_job(job)
        self._drop_process()

    def _ready_process(self) -> _Process:
        worker = self._worker
        worn_out = worker is not None and self._jobs_per_process is not None and worker.jobs >= self._jobs_per_process
        if worker is None or worn_out or not worker.process.is_alive():
            self._drop_process()
            self._worker = worker = _Process.start(self._initializer, self._threads)
            self.pid = worker.process.pid
        return worker

    def _drop_process(self) -> None:
        if self._worker is not None:
            self._worker.kill()
        self._worker, self.pid = None, None

    def _run_job(self, job: Job[Any]) -> None:
        if job._cancel_requested.is_set():
            job._finish(error=Cancelled())
            return
        try:
            result = self._call(job)
        except EOFError:
            self._replace_process()
            died = WorkerDiedError("workers.died")
            job._finish(error=Cancelled() if job._cancel_requested.is_set() else died)
        except _StoppedError as stopped:
            self._replace_process()
            job._finish(error=stopped.args[0])
        except BaseException as error:  # noqa: BLE001  the job's error is raised in the waiting caller
            job._finish(error=error)
        else:
            job._finish(result)

    def _replace_process(self) -> None:
        self._drop_process()
        with contextlib.suppress(OSError):
            self._ready_process()

    def _call(self, job: Job[Any]) -> Any:
        try:
            return self._follow(self._ready_process(), job)
        except _DiedIdleError:
            self._drop_process()
            return self._follow(self._ready_process(), job)

    def _follow(self, worker: _Process, job: Job[Any]) -> Any:
        worker.send_job(job)
        watch = LimitWatch(job._limits, worker.process.pid)
        started = False
        kill_at: float | None = None
        while True:
            if kill_at is None and job._cancel_requested.is_set():
                kill_at = time.monotonic() + job._grace
                worker.send_cancel()
            if kill_at is not None and time.monotonic() > kill_at:
                raise EOFError
            self._check(watch)
            if not worker.pipe.poll(POLL_SECONDS):
                continue
            kind, value = self._receive(worker, started)
            if kind == "started":
                started = True
                watch.start()
            elif kind == "event":
                self._tell(job, value)
            elif kind == "result":
                return value
            else:
                error, text = value
                raise error from RemoteTraceback(text)

    @staticmethod
    def _check(watch: LimitWatch) -> None:
        try:
            watch.check()
        except WorkerDiedError as error:
            raise _StoppedError(error) from None

    @staticmethod
    def _receive(worker: _Process, started: bool) -> tuple[str, Any]:
        try:
            return receive(worker.pipe)  # type: ignore[no-any-return]
        except (EOFError, OSError) as error:  # a reset connection is how some systems say end of file
            raise EOFError if started else _DiedIdleError from error

    @staticmethod
    def _tell(job: Job[Any], event: Event) -> None:
        if job._on_event is None or job._cancel_requested.is_set():
            return
        try:
            job._on_event(event)
        except Exception:
            logging.getLogger(__name__).exception("An event of a job could not be handled")


class WorkerPool:
    """Processes that run functions, one job each at a time, in the order of `submit`.

    Parameters
    ----------
    max_workers : how many processes at most
    initializer : called once in each new process before its first job, to import what jobs need; a module's function
    threads_per_worker : threads of the numeric libraries in each process; a second one gains an analysis nothing,
        and loses much where another program wants the core that it spins on
    jobs_per_process : a process is replaced after so many jobs (None: never), against libraries that leak
    """

    def __init__(
        self,
        max_workers: int = 1,
        *,
        initializer: Callable[[], None] | None = None,
        threads_per_worker: int = 1,
        jobs_per_process: int | None = None,
    ) -> None:
        self.max_workers = max_workers
        self._initializer = initializer
        self._threads_per_worker = threads_per_worker
        self._jobs_per_process = jobs_per_process
        self._queue: queue.SimpleQueue[Job[Any] | None] = queue.SimpleQueue()
        self._drivers: list[_Driver] = []
        self._jobs: weakref.WeakSet[Job[Any]] = weakref.WeakSet()
        self._lock = threading.Lock()
        self._closed = False
        atexit.register(self.shutdown)

    def warm_up(self, workers: int | None = None) -> None:
        """Start processes ahead of the first job, so that it does not wait for imports."""
        with self._lock:
            self._ensure_drivers(self.max_workers if workers is None else workers)

    def submit(
        self,
        fn: Callable[..., T],
        *args: Any,
        on_event: Callable[[Event], None] | None = None,
        limits: Limits | None = None,
        **kwargs: Any,
    ) -> Job[T]:
        """Queue `fn(emit, *args, **kwargs)`, all of it picklable.

        `on_event` is called in a thread of the pool. A job beyond its `limits` is stopped with its process, and ends
        in a TimeLimitError or a MemoryLimitError.
        """
        job: Job[T] = Job((fn, args, kwargs), on_event, limits or Limits())
        with self._lock:
            if self._closed:
                raise RuntimeError("the pool has been shut down")
            self._jobs.add(job)
            unfinished = sum(not job.done() for job in self._jobs)
            self._ensure_drivers(min(unfinished, self.max_workers))
            self._queue.put(job)
        return job

    def pids(self) -> tuple[int, ...]:
        """Return the processes alive now."""
        return tuple(driver.pid for driver in self._drivers if driver.pid is not None)

    def shutdown(self) -> None:
        """Cancel every job and end every process; returns when they are gone."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            for job in self._jobs:
                job.cancel(grace=0.0)
            for _ in self._drivers:
                self._queue.put(None)
        atexit.unregister(self.shutdown)
        for driver in self._drivers:
            driver.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()

    def _ensure_drivers(self, count: int) -> None:
        for number in itertools.count(len(self._drivers)):
            if number >= min(count, self.max_workers):
                break
            driver = _Driver(self, number)
            self._drivers.append(driver)
            driver.start()
