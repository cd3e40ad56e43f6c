"""Threads that drive and wait: for the catalogue's answers, for a batch. What computes runs in processes.

A `ThreadWorkers` is an executor like those of `core.workers.pool`, so that a `TaskRunner` gives its jobs the same
signals on the main thread and the same one end each.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Generic, TypeVar

from core.progress import Cancelled
from core.workers.pool import Emitter, Event, Limits

T = TypeVar("T")


class ThreadJob(Generic[T]):
    """One call of a function in a thread. It ends by itself: cancelling only makes its next report the last."""

    def __init__(self, call: Callable[[Emitter], T], on_event: Callable[[Event], None] | None) -> None:
        self.future: Future[T] = Future()
        self.future.set_running_or_notify_cancel()  # so that only `cancel` below can stop it
        self._call = call
        self._cancelled = threading.Event()
        self._emitter = Emitter(on_event or _ignore, self._cancelled.is_set)

    def cancel(self, grace: float = 0.0) -> None:
        """Keep the job from starting, or make its next report raise `Cancelled`."""
        self._cancelled.set()

    def done(self) -> bool:
        """Whether it has ended, in whatever way."""
        return self.future.done()

    def result(self, timeout: float | None = None) -> T:
        """Return the result of the function, or raise what it raised."""
        return self.future.result(timeout)

    def run(self) -> None:
        """Do the work, in this thread."""
        if self._cancelled.is_set():
            self.future.set_exception(Cancelled())
            return
        try:
            result = self._call(self._emitter)
        except BaseException as error:  # noqa: BLE001  the caller of `result` gets it
            self.future.set_exception(error)
        else:
            self.future.set_result(result)


class ThreadWorkers:
    """Runs `fn(emit, *args)` in a few threads, in the order of `submit`.

    Parameters
    ----------
    finishes : whether what waits at `shutdown` is still done, as it should be where things are written
    """

    def __init__(self, max_workers: int = 1, name: str = "groovescope-thread", *, finishes: bool = False) -> None:
        self._max_workers = max_workers
        self._finishes = finishes
        self._pool = ThreadPoolExecutor(max_workers, thread_name_prefix=name)

    @property
    def max_workers(self) -> int:
        """How many jobs run at a time."""
        return self._max_workers

    def submit(
        self,
        fn: Callable[..., T],
        *args: Any,
        on_event: Callable[[Event], None] | None = None,
        limits: Limits | None = None,
        **kwargs: Any,
    ) -> ThreadJob[T]:
        """Queue a job; a thread keeps no limits."""
        job = ThreadJob(lambda emit: fn(emit, *args, **kwargs), on_event)
        self._pool.submit(job.run)
        return job

    def warm_up(self, workers: int | None = None) -> None:
        """Threads start in no time."""

    def pids(self) -> tuple[int, ...]:
        """There are no processes."""
        return ()

    def shutdown(self) -> None:
        """Return when what runs, and what waits where it `finishes`, has ended."""
        self._pool.shutdown(wait=True, cancel_futures=not self._finishes)


def call(_emit: Emitter, fn: Callable[..., T], *args: Any) -> T:
    """Run a function that reports nothing as a job: `runner.run(call, fn, *args)`."""
    return fn(*args)


def _ignore(event: Event) -> None:
    """Do nothing, in place of a listener."""
