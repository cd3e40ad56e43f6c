"""Jobs of a worker process or thread as seen from the window: signals on the main thread, one end each."""

import time
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

from core.pace import Pace
from core.progress import Cancelled
from core.workers.pool import Event, Executor, Progress


class Job(Protocol):
    """One call of a function in a worker, as an executor hands it back."""

    @property
    def future(self) -> Any:
        """A `concurrent.futures.Future`."""

    def cancel(self) -> None:
        """Stop it."""


class Pool(Executor, Protocol):
    """An executor on this computer."""

    def pids(self) -> tuple[int, ...]:
        """Its processes alive now."""


class Task(QObject):
    """One job. `progressed` and `delivered` come while it runs, then exactly one of the other three."""

    progressed = Signal(float, str, float)
    """Fraction done, what is being done, seconds left (NaN when unknown)."""
    delivered = Signal(object)
    """A partial result."""
    succeeded = Signal(object)
    failed = Signal(Exception)
    cancelled = Signal()
    _event_arrived = Signal(object)
    _job_ended = Signal(object)

    def __init__(self, start: Callable[[Callable[[Event], None]], Job], parent: QObject | None = None) -> None:
        super().__init__(parent)
        # The pool's thread emits these two; queued, so that everything else happens on the main thread.
        self._event_arrived.connect(self._take_event, Qt.ConnectionType.QueuedConnection)
        self._job_ended.connect(self._take_end, Qt.ConnectionType.QueuedConnection)
        self._stopped = False
        self._pace = Pace()
        self._job = start(self._event_arrived.emit)
        self._job.future.add_done_callback(self._job_ended.emit)

    def cancel(self) -> None:
        """Stop the job; `cancelled` follows when it has stopped."""
        self._stopped = True
        self._job.cancel()

    @Slot(object)
    def _take_event(self, event: Event) -> None:
        if self._stopped:
            return
        if isinstance(event, Progress):
            left = self._pace.update(event.fraction, 1.0, time.monotonic())
            self.progressed.emit(event.fraction, event.text, left)
        else:
            self.delivered.emit(event.value)

    @Slot(object)
    def _take_end(self, future: Any) -> None:
        error = future.exception()
        if self._stopped or isinstance(error, Cancelled):
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            self.succeeded.emit(future.result())


class TaskRunner(QObject):
    """Starts tasks in a pool and keeps each until it has ended."""

    def __init__(self, pool: Pool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._tasks: set[Task] = set()

    @property
    def pool(self) -> Pool:
        """Where the tasks run, for a thread that drives jobs of its own there."""
        return self._pool

    def run(self, fn: Callable[..., Any], *args: Any) -> Task:
        """Start `fn(emit, *args)`; connect to the task's signals before the event loop goes on."""
        task = Task(lambda on_event: self._pool.submit(fn, *args, on_event=on_event), self)
        self._tasks.add(task)
        for ended in (task.succeeded, task.failed, task.cancelled):
            ended.connect(self._forget)
        return task

    def warm_up(self, workers: int = 1) -> None:
        """Start processes before they are needed."""
        self._pool.warm_up(workers)

    def pids(self) -> tuple[int, ...]:
        """Return the worker processes alive now."""
        return self._pool.pids()

    def shutdown(self) -> None:
        """Stop everything; no signal comes after this."""
        for task in self._tasks:
            task.blockSignals(True)
        self._pool.shutdown()

    @Slot()
    def _forget(self) -> None:
        task = self.sender()
        if isinstance(task, Task):
            self._tasks.discard(task)
            task.deleteLater()
