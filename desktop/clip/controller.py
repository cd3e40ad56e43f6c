"""What happens when a clip is opened: one analysis at a time, in a worker, never losing the earlier result."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from core import jobs
from core.executor import WorkerDiedError
from desktop.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from core.analysis import ClipAnalysis

log = logging.getLogger(__name__)


class ClipController(QObject):
    """Opens clips. Opening another cancels the one before; what arrives of a cancelled one is dropped."""

    opening = Signal(object)
    """The path, when an analysis starts."""
    preview_ready = Signal(object)
    analysis_ready = Signal(object)
    failed = Signal(str)
    """One line for a person."""
    cancelled = Signal()
    progress_changed = Signal(float, str, float)
    """Fraction done, what is being done, seconds left (NaN when unknown)."""

    def __init__(
        self, runner: TaskRunner, parent: QObject | None = None, analyse: Callable[..., Any] = jobs.analyse
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._analyse = analyse
        self._task: Task | None = None
        self._generation = 0
        self.path: Path | None = None
        self.analysis: ClipAnalysis | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an analysis runs."""
        return self._task is not None

    def open(self, path: Path) -> None:
        """Analyse `path`; ends with exactly one of analysis_ready, failed, cancelled, or with another `open`."""
        self._stop_task()
        self._generation += 1
        generation = self._generation
        self.path = path
        self.opening.emit(path)
        task = self._task = self._runner.run(self._analyse, path)
        # A task that was replaced may still have an answer in the queue: the generation tells it apart.
        task.progressed.connect(lambda *values: self._take_progress(generation, *values))
        task.delivered.connect(lambda preview: self._take_preview(generation, preview))
        task.succeeded.connect(lambda analysis: self._take_analysis(generation, analysis))
        task.failed.connect(lambda error: self._take_error(generation, error))

    def cancel(self) -> None:
        """Stop the analysis that runs, if any."""
        if self._task is not None:
            self._stop_task()
            self._generation += 1
            self.cancelled.emit()

    def close(self) -> None:
        """Forget the clip."""
        self.cancel()
        self.path, self.analysis = None, None

    def _stop_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _take_progress(self, generation: int, fraction: float, text: str, seconds_left: float) -> None:
        if generation == self._generation:
            self.progress_changed.emit(fraction, text, seconds_left)

    def _take_preview(self, generation: int, preview: Any) -> None:
        if generation == self._generation:
            self.preview_ready.emit(preview)

    def _take_analysis(self, generation: int, analysis: "ClipAnalysis") -> None:
        if generation == self._generation:
            self._task = None
            self.analysis = analysis
            self.analysis_ready.emit(analysis)

    def _take_error(self, generation: int, error: Exception) -> None:
        if generation == self._generation:
            self._task = None
            self.failed.emit(describe(error, self.path))


def describe(error: Exception, path: Path | None) -> str:
    """One line for a person about why `path` could not be analysed; what is unforeseen goes to the log as well."""
    if type(error).__name__ == "AudioError" or isinstance(error, WorkerDiedError):
        return str(error)
    log.error("The analysis of %r failed", path, exc_info=error)
    reason = " ".join(str(error).split()) or type(error).__name__
    return f"{path.name if path else 'The clip'} could not be analysed: {reason}"
