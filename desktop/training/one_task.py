"""The one task of the training tab: where it runs, how far it is, and its end."""

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from core.errors import reason_for
from core.jobs.training import Where, with_fitters
from core.training.fitters import Fitters
from desktop.settings import BATCH, Settings
from desktop.tasks import Task, TaskRunner
from desktop.threads import ThreadWorkers

if TYPE_CHECKING:
    from core.search.search import Control


class Activity(Enum):
    """What the one task of the training tab is for."""

    READING = auto()
    EXAMINING = auto()
    TRAINING = auto()
    JUDGING = auto()
    SEARCHING = auto()
    EXPLAINING = auto()
    MAPPING = auto()
    SAVING = auto()
    COMPARING = auto()
    OPENING = auto()


class OneTask(QObject):
    """Starts tasks and tells how they go. One at a time, and short ones aside."""

    busy_changed = Signal()
    """A task has begun or ended."""
    progressed = Signal(float, str, float)
    failed = Signal(str)
    """What went wrong, in one line."""

    def __init__(
        self,
        runner: TaskRunner,
        settings: Settings,
        parent: QObject | None = None,
        fitters: Fitters | None = None,
    ) -> None:
        super().__init__(parent)
        self._processes = runner
        self._settings = settings
        self._threads = TaskRunner(ThreadWorkers(1, "groovescope-training"), self)
        self._owns_fitters = fitters is None
        self._fitters = fitters or Fitters()
        self._task: Task | None = None
        self._aside: set[Task] = set()
        self._control: Control | None = None
        self.activity: Activity | None = None
        self.busy_with = ""
        """What is being done, for a person."""

    @property
    def is_busy(self) -> bool:
        """Whether a task runs."""
        return self._task is not None

    @property
    def where(self) -> Where:
        """Who does the fits: the cluster of the batch settings, else this computer's cores."""
        cluster = self._settings.get(BATCH).get("cluster")
        return Where(None, cluster if isinstance(cluster, str) and cluster else None)

    def run_in_process(
        self, activity: Activity, what: str, on_done: Callable[[Any], None], fn: Callable[..., Any], *args: Any
    ) -> Task:
        """Run `fn(emit, *args)` in a worker process; `what` is for the strip at the bottom."""
        return self._follow(activity, what, on_done, self._processes.run(fn, *args))

    def run_with_workers(
        self, activity: Activity, what: str, on_done: Callable[[Any], None], fn: Callable[..., Any], *args: Any
    ) -> Task:
        """Run `fn(emit, executor, *args)` in the driving thread, with the processes or the cluster that fit."""
        return self._follow(
            activity, what, on_done, self._threads.run(with_fitters, self._fitters, self.where, fn, *args)
        )

    def run_aside(self, fn: Callable[..., Any], *args: Any) -> Task:
        """Run something short, `fn(emit, *args)`, in a worker process, whatever else runs."""
        task = self._processes.run(fn, *args)
        self._aside.add(task)
        for ended in (task.succeeded, task.failed, task.cancelled):
            ended.connect(lambda *_: self._aside.discard(task))
        return task

    def cancel(self) -> None:
        """Stop what runs; what was finished is kept."""
        if self._control is not None:
            self._control.cancel()
        if self._task is not None:
            self._task.cancel()

    def _follow(self, activity: Activity, what: str, on_done: Callable[[Any], None], task: Task) -> Task:
        assert self._task is None, "one task at a time"
        self._task, self.activity, self.busy_with = task, activity, what
        self.progressed.emit(0.0, what, float("nan"))
        task.progressed.connect(self._tell_progress)
        task.succeeded.connect(lambda result: self._end(lambda: on_done(result)))
        task.failed.connect(lambda problem: self._end(lambda: self.failed.emit(reason_for(problem))))
        task.cancelled.connect(lambda: self._end(lambda: None))
        self.busy_changed.emit()
        return task

    @Slot(float, str, float)
    def _tell_progress(self, fraction: float, text: str, seconds_left: float) -> None:
        # a search says itself how long it still takes: it knows what its fits cost, and when it paused
        self.progressed.emit(fraction, text, float("nan") if self._control is not None else seconds_left)

    def _end(self, then: Callable[[], None]) -> None:
        self._task, self._control, self.activity, self.busy_with = None, None, None, ""
        then()
        if self._task is None:  # `then` may have begun the next one
            self.busy_changed.emit()

    def shut_down(self) -> None:
        """Stop everything; no signal comes after this."""
        self.blockSignals(True)
        for task in (*self._aside, *([] if self._task is None else [self._task])):
            task.blockSignals(True)  # its end may arrive when this object is gone
            task.cancel()
        self.cancel()
        self._threads.shutdown()
        if self._owns_fitters:
            self._fitters.shutdown()
