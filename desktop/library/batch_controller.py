"""A batch as the window has it: one at a time, driven by a thread, computed by processes here or on a cluster."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from core.errors import reason_for
from core.workers.pool import Emitter, Limits
from desktop.tasks import Task, TaskRunner
from desktop.threads import ThreadWorkers

if TYPE_CHECKING:
    from core.library import Catalogue
    from core.library.batch import BatchControl, BatchProgress, BatchResult

GIGABYTE: Final = 2**30


@dataclass(frozen=True)
class BatchSettings:
    """Where a batch is computed, and what one file may cost; 0 is no limit.

    Attributes
    ----------
    workers : processes on this computer
    seconds, gigabytes : limits for one file
    cluster : address of a Dask scheduler; "" for this computer
    pictures : whether the library keeps pictures, so that a track is shown the moment it is opened
    """

    workers: int
    seconds: int = 1200
    gigabytes: float = 6.0
    cluster: str = ""
    pictures: bool = True

    @property
    def limits(self) -> Limits:
        """The limits as an executor takes them."""
        memory = round(self.gigabytes * GIGABYTE) if self.gigabytes > 0 else None
        return Limits(float(self.seconds) if self.seconds > 0 else None, memory)


@dataclass(frozen=True)
class Order:
    """What is to be analysed; no locations: what an earlier batch has left waiting."""

    locations: Sequence[Path | str]
    retry_failed: bool = False


class BatchController(QObject):
    """Runs one order after another. Every order ends in exactly one of `ended` and `failed`."""

    started = Signal()
    progressed = Signal(object)
    """A `BatchProgress`."""
    ended = Signal(object)
    """A `BatchResult`."""
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # The driver only waits for workers and writes their results: a thread is enough, and one keeps orders in turn.
        self._driver = TaskRunner(ThreadWorkers(1, "batch-driver"), self)
        self._orders: deque[Order] = deque()
        self._task: Task | None = None
        self._control: BatchControl | None = None
        self._catalogue: Catalogue | None = None
        self._settings = BatchSettings(1)
        self.progress: BatchProgress | None = None

    @property
    def is_running(self) -> bool:
        """Whether a batch is under way, paused or not."""
        return self._task is not None

    @property
    def is_paused(self) -> bool:
        """Whether it gives out no more files."""
        return self._control is not None and self._control.is_paused

    @property
    def n_orders(self) -> int:
        """How many further orders wait for this one to end."""
        return len(self._orders)

    def start(self, catalogue: "Catalogue", order: Order, settings: BatchSettings) -> None:
        """Analyse what is ordered, after what was ordered before."""
        self._catalogue, self._settings = catalogue, settings
        self._orders.append(order)
        if self._task is None:
            self._start_next()

    def pause(self) -> None:
        """Give out no more files; those that are worked on are finished."""
        if self._control is not None:
            self._control.pause()

    def resume(self) -> None:
        """Go on."""
        if self._control is not None:
            self._control.resume()

    def cancel(self) -> None:
        """Stop, and forget what was ordered after it; what is finished is kept, the rest waits in the catalogue."""
        self._orders.clear()
        if self._control is not None:
            self._control.cancel()

    def shut_down(self) -> None:
        """Stop, and return when every process is gone."""
        self.cancel()
        self._driver.shutdown()
        self._task = None

    def _start_next(self) -> None:
        from core.library.batch import BatchControl

        assert self._catalogue is not None
        order = self._orders.popleft()
        self._control = BatchControl()
        self.progress = None
        task = self._task = self._driver.run(drive, self._catalogue, order, self._settings, self._control)
        task.delivered.connect(self._take_progress)
        task.succeeded.connect(self._take_result)
        task.failed.connect(self._take_failure)
        self.started.emit()

    def _take_progress(self, progress: "BatchProgress") -> None:
        self.progress = progress
        self.progressed.emit(progress)

    def _take_result(self, result: "BatchResult") -> None:
        self._end()
        self.ended.emit(result)
        self._go_on()

    def _take_failure(self, error: Exception) -> None:
        self._orders.clear()  # whatever stopped this one would stop them, too
        self._end()
        self.failed.emit(reason_for(error))

    def _end(self) -> None:
        self._task = self._control = None

    def _go_on(self) -> None:
        if self._orders and self._task is None:
            self._start_next()


def drive(
    emit: Emitter, catalogue: "Catalogue", order: Order, settings: BatchSettings, control: "BatchControl"
) -> "BatchResult":
    """In a thread: one batch from its first file to its result, with workers of its own."""
    from core.jobs.clip import analysis_executor
    from core.library.batch import BatchOptions, analyse_files

    with analysis_executor(settings.workers, settings.cluster) as executor:
        return analyse_files(
            catalogue,
            order.locations,
            executor,
            control=control,
            report=emit.partial,
            options=BatchOptions(
                limits=settings.limits, retry_failed=order.retry_failed, with_pictures=settings.pictures
            ),
        )


def default_workers() -> int:
    """One core is left to the person at the computer."""
    from core.workers.machine import usable_cores

    return max(usable_cores() - 1, 1)
