"""What follows an edit of the beats: rows measured again in the background, and a grid proposed around the edit."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import reason_for
from core.jobs import rhythm as rhythm_jobs
from core.jobs import sections as section_jobs
from core.language import tr
from desktop.tasks import Task, TaskRunner
from desktop.threads import ThreadWorkers

if TYPE_CHECKING:
    from core.rhythm.constraints import Constraints
    from core.rhythm.estimate import Activations
    from core.rhythm.grid import BeatGrid


class Following(QObject):
    """Keeps the tables in step with the grid of the open clip; each `follow` replaces the one before.

    Call `follow` with the new grid after each edit of the beats, and after an undo: rows that were measured before come
    back at once and bit for bit. The controller of the clip takes grid and tables up and shows them.
    """

    grid_changed = Signal(object)
    """The `BeatGrid` that is followed from now on."""
    stage_ready = Signal(object)
    """`BarsStage`, then `BeatsStage`, each with the rows that were measured again; later those of the sections."""
    progress_changed = Signal(float, str)
    """Fraction of the rows that are measured, and what is being done."""
    followed = Signal()
    """Both tables are those of the grid; those of the sections come after them."""
    failed = Signal(str)
    """One line for a person: why the tables could not follow."""
    proposal_failed = Signal(str)
    """One line for a person: why there is no proposal."""
    proposal_ready = Signal(object)
    """A `BeatEstimate` that meets the constraints of the last `propose`."""

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        # One thread: of two jobs that fill the stores of a piece the second begins when the first has ended.
        self._thread = TaskRunner(ThreadWorkers(1, "clip-following"), self)
        self._piece: rhythm_jobs.Piece | None = None
        self._task: Task | None = None
        self._proposing: Task | None = None
        self._in_view: tuple[float, float] | None = None
        self._wanted: section_jobs.Wanted | None = None
        self._sections_task: Task | None = None

    @property
    def is_busy(self) -> bool:
        """Whether rows are being measured."""
        return self._task is not None

    @property
    def can_follow(self) -> bool:
        """Whether there is a piece with a signal to measure."""
        return self._piece is not None

    def set_in_view(self, start: float, end: float) -> None:
        """Say what is on screen, seconds: the next `follow` measures its rows first."""
        self._in_view = start, end

    def begin(self, piece: rhythm_jobs.Piece) -> None:
        """Take another piece."""
        self.stop()
        self._piece = piece

    def follow(self, grid: "BeatGrid") -> None:
        """Measure what is new in a grid; `grid_changed` comes at once, the tables as soon as they are there."""
        self.pause()
        self.grid_changed.emit(grid)
        if self._piece is None:
            return
        task = self._task = self._thread.run(rhythm_jobs.follow, self._runner.pool, self._piece, grid, self._in_view)
        # What a replaced task still has in the queue is dropped.
        task.progressed.connect(lambda done, text, _: self._take_progress(task, done, text))
        task.delivered.connect(lambda stage: self._take_stage(task, stage))
        task.succeeded.connect(lambda _: self._finish(task))
        task.failed.connect(lambda error: self._fail(task, error))

    def follow_sections(self, wanted: "section_jobs.Wanted") -> None:
        """Measure the sections of a grid, or have them found first, once the rows of its bars and beats are there."""
        self._pause_sections()
        self._wanted = wanted
        if self._task is None:
            self._begin_sections()

    def propose(self, activations: "Activations", constraints: "Constraints") -> None:
        """Decode the beats around what a person fixed; `proposal_ready` follows, of the last call only."""
        self.stop_proposing()
        task = self._proposing = self._runner.run(rhythm_jobs.propose, activations, constraints)
        task.succeeded.connect(lambda estimate: self._take_proposal(task, estimate))
        task.failed.connect(lambda error: self._fail(task, error))

    def stop_proposing(self) -> None:
        """Forget what was asked of `propose`."""
        if self._proposing is not None:
            self._proposing.cancel()
            self._proposing = None

    def stop(self) -> None:
        """Stop everything and forget the piece."""
        self.pause()
        self._wanted = None
        self.stop_proposing()
        self._piece = None

    def shutdown(self) -> None:
        """End the thread; no signal comes after this."""
        self.stop()
        self._thread.shutdown()

    def pause(self) -> None:
        """Stop measuring; what has been measured is kept, and the next `follow` measures the rest."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._pause_sections()

    def _pause_sections(self) -> None:
        if self._sections_task is not None:
            self._sections_task.cancel()
            self._sections_task = None

    def _begin_sections(self) -> None:
        if self._piece is None or self._wanted is None:
            return
        job = section_jobs.follow_sections
        task = self._sections_task = self._thread.run(job, self._runner.pool, self._piece, self._wanted)
        task.delivered.connect(lambda stage: self.stage_ready.emit(stage) if task is self._sections_task else None)
        task.succeeded.connect(lambda _: self._finish_sections(task))
        task.failed.connect(lambda error: self._fail(task, error))

    def _finish_sections(self, task: Task) -> None:
        if task is self._sections_task:
            self._sections_task = None

    def _take_progress(self, task: Task, done: float, text: str) -> None:
        if task is self._task:
            self.progress_changed.emit(done, text)

    def _take_stage(self, task: Task, stage: object) -> None:
        if task is self._task:
            self.stage_ready.emit(stage)

    def _finish(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self.followed.emit()
            self._begin_sections()

    def _fail(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self._task = None
            self.failed.emit(tr("The tables could not follow the beats: {reason}", reason=reason_for(error)))
        elif task is self._sections_task:
            self._sections_task = None
            self.failed.emit(tr("The sections could not follow: {reason}", reason=reason_for(error)))
        elif task is self._proposing:
            self._proposing = None
            self.proposal_failed.emit(tr("No beats could be proposed: {reason}", reason=reason_for(error)))

    def _take_proposal(self, task: Task, estimate: object) -> None:
        if task is self._proposing:
            self._proposing = None
            self.proposal_ready.emit(estimate)
