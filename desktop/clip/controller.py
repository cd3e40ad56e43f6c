"""What happens when a clip is opened: one analysis at a time, in a worker, never losing the earlier result."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from core.errors import AudioError, WorkerDiedError, reason_for
from core.jobs import clip as clip_jobs
from core.messages import Note
from desktop.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from core.analysis import ClipAnalysis, GenreFindings


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
    genres_changed = Signal(object)
    """The analysis, when another model has judged the same piece."""
    warned = Signal(str)
    """One line for a person about the model."""

    def __init__(
        self, runner: TaskRunner, parent: QObject | None = None, analyse: Callable[..., Any] = clip_jobs.analyse
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._analyse = analyse
        self._task: Task | None = None
        self._generation = 0
        self.path: Path | None = None
        self.analysis: ClipAnalysis | None = None
        self.model: Path | None = None
        """Which model says the genres; None for the shipped one."""
        self._judging: Task | None = None

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
        model = self.model
        task = self._task = self._runner.run(self._analyse, path, *(() if model is None else (model,)))
        # A task that was replaced may still have an answer in the queue: the generation tells it apart.
        task.progressed.connect(lambda *values: self._take_progress(generation, *values))
        task.delivered.connect(lambda preview: self._take_preview(generation, preview))
        task.succeeded.connect(lambda analysis: self._take_analysis(generation, analysis, model))
        task.failed.connect(lambda error: self._take_error(generation, error))

    def use_model(self, model: Path | None) -> None:
        """Classify the open clip, without analysing it again, and later ones with another model."""
        self.model = model
        if self.analysis is not None:
            self._judge_again()

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
        self._stop_judging()

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

    def _take_analysis(self, generation: int, analysis: "ClipAnalysis", model: Path | None) -> None:
        if generation == self._generation:
            self._task = None
            self._stop_judging()
            self.analysis = analysis
            self.analysis_ready.emit(analysis)
            if model != self.model:  # another one was chosen meanwhile
                self._judge_again()

    def _judge_again(self) -> None:
        self._stop_judging()
        judged = self.analysis
        assert judged is not None
        task = self._judging = self._runner.run(
            clip_jobs.judge_again, judged.genre.windows, judged.source.duration, self.model
        )
        task.succeeded.connect(lambda found: self._take_judgement(task, judged, found))
        task.failed.connect(lambda error: self._take_judgement(task, judged, self._no_genres(judged, error)))

    def _stop_judging(self) -> None:
        if self._judging is not None:
            self._judging.cancel()
            self._judging = None

    def _no_genres(self, judged: "ClipAnalysis", error: Exception) -> "GenreFindings":
        return replace(
            judged.genre,
            prediction=None,
            notes=(Note("genre.unavailable", reason=describe(error, self.path)),),
            warning=None,
        )

    def _take_judgement(self, task: Task, judged: "ClipAnalysis", found: "GenreFindings") -> None:
        if task is self._judging and judged is self.analysis:
            self._judging = None
            self.analysis = replace(judged, genre=found)
            self.genres_changed.emit(self.analysis)
            if found.warning is not None:
                self.warned.emit(str(found.warning))

    def _take_error(self, generation: int, error: Exception) -> None:
        if generation == self._generation:
            self._task = None
            self.failed.emit(describe(error, self.path))


def describe(error: Exception, path: Path | None) -> str:
    """Return one line for a person about why `path` could not be analysed."""
    reason = reason_for(error)
    if isinstance(error, AudioError | WorkerDiedError):
        return reason
    return f"{path.name if path else 'The clip'} could not be analysed: {reason}"
