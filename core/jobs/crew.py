"""Several jobs in an executor for one purpose, as seen from the one thread that waits for them."""

import queue
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from core.workers.limits import Executor, RunningJob
from core.workers.pool import Emitter, Event

K = TypeVar("K")

_LOOK_SECONDS = 0.02
"""So often a thread that waits for results looks whether it has been cancelled."""


@dataclass(frozen=True, eq=False)
class Result:
    """What a job returned."""

    value: Any


class Crew(Generic[K]):
    """Runs jobs, at most as many at a time as the executor has workers, so that jobs of others get their turn.

    Parameters
    ----------
    executor : where they run
    emit : asked every now and then whether to go on; its `Cancelled` ends `items`
    """

    def __init__(self, executor: Executor, emit: Emitter) -> None:
        self._executor, self._emit = executor, emit
        self._waiting: deque[tuple[K, Callable[..., Any], tuple[Any, ...]]] = deque()
        self._running: dict[int, tuple[K, RunningJob[Any]]] = {}
        self._inbox: queue.SimpleQueue[tuple[int, Event | None]] = queue.SimpleQueue()
        self._count = 0

    def add(self, key: K, fn: Callable[..., Any], *args: Any) -> None:
        """Queue `fn(emit, *args)`; what comes of it is known by `key`."""
        self._waiting.append((key, fn, args))

    def items(self) -> Iterator[tuple[K, Event | Result]]:
        """Yield events and results as they come, until no job is left; the caller may add jobs meanwhile.

        Raises
        ------
        Exception : what a job raised; the others are cancelled then, as they are when the iterator is closed
        """
        try:
            while self._waiting or self._running:
                while self._waiting and len(self._running) < self._executor.max_workers:
                    self._start(*self._waiting.popleft())
                self._emit.check()
                try:
                    number, event = self._inbox.get(timeout=_LOOK_SECONDS)
                except queue.Empty:
                    continue
                key, job = self._running[number]
                if event is not None:
                    yield key, event
                else:
                    del self._running[number]
                    yield key, Result(job.result())
        finally:
            for _, job in self._running.values():
                job.cancel()

    def _start(self, key: K, fn: Callable[..., Any], args: tuple[Any, ...]) -> None:
        self._count += 1
        number = self._count
        tell = partial(self._tell, number)
        job = self._executor.submit(fn, *args, on_event=tell)
        self._running[number] = key, job
        job.future.add_done_callback(lambda _: self._inbox.put((number, None)))

    def _tell(self, number: int, event: Event) -> None:
        self._inbox.put((number, event))
