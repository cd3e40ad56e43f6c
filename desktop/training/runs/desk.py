"""What is done with runs: listing, opening, going on, naming, deleting, always through the session's one task."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.errors import DatasetError, ProgramError, reason_for
from core.jobs.data import DataRequest, request_from_json
from core.jobs.runs import OpenedRun, add_job, list_job, open_job
from core.language import tr
from core.training.run_places import runs_folder
from desktop.training.one_task import Activity

if TYPE_CHECKING:
    from core.search.search import StrategyName
    from core.training.runs import Listing, Run
    from desktop.training.session import TrainingSession


class RunDesk(QObject):
    """Holds the list of runs, and says when it has changed."""

    listed = Signal()
    """`listing` is new."""
    added = Signal(Path)
    """The folder of a run elsewhere that the list points to now."""
    opened = Signal(str)
    """A run is shown; the step that shows it."""

    def __init__(self, session: "TrainingSession", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.listing: Listing | None = None
        self._is_listing = False
        self._is_old = False
        """Whether something changed while the list was being read."""
        for signal in (session.validated, session.searched, session.busy_changed):
            signal.connect(self.refresh)

    def refresh(self) -> None:
        """Read the list of runs again."""
        if self._is_listing:
            self._is_old = True
            return
        self._is_listing, self._is_old = True, False
        task = self._session.run_aside(list_job, runs_folder())
        task.succeeded.connect(self._take_listing)
        task.failed.connect(self._take_failure)

    @Slot(object)
    def _take_listing(self, listing: "Listing") -> None:
        self.listing = listing
        self.listed.emit()
        self._end_listing()

    @Slot(Exception)
    def _take_failure(self, problem: Exception) -> None:
        self._session.failed.emit(tr("The list of runs cannot be read: {reason}", reason=reason_for(problem)))
        self._end_listing()

    def _end_listing(self) -> None:
        self._is_listing = False
        if self._is_old:
            self.refresh()

    # --- elsewhere -------------------------------------------------------------------------------------------------

    def open_folder(self, folder: Path) -> None:
        """Show the run in a folder of a person's own, and have the list point to it from now on."""

        def take(run: "Run") -> None:
            self.added.emit(run.folder)
            self.refresh()
            if run.n_fits:
                self.open(run)

        task = self._session.run_aside(add_job, runs_folder(), folder)
        task.succeeded.connect(take)
        task.failed.connect(lambda problem: self._session.failed.emit(reason_for(problem)))

    def forget(self, *folders: Path) -> bool:
        """Have the list point to these no more; they themselves stay. Return whether that was kept."""
        from core.training.runs import forget_elsewhere

        return self._point(lambda: forget_elsewhere(runs_folder(), *folders))

    def point_to(self, run: "Run") -> None:
        """Bring a run back that the list was to forget."""
        from core.training.runs import add_elsewhere

        self._point(lambda: add_elsewhere(runs_folder(), run.folder))

    def _point(self, change: Callable[[], None]) -> bool:
        try:
            change()
        except (DatasetError, OSError) as problem:
            self._session.failed.emit(tr("The list of runs was not changed: {reason}", reason=reason_for(problem)))
            return False
        self.refresh()
        return True

    # --- opening ---------------------------------------------------------------------------------------------------

    def open(self, run: "Run") -> None:
        """Show a run as its folder has it, and read its data where they are still there."""

        def take(found: OpenedRun) -> None:
            self._session.show_run(found)
            self.opened.emit("search" if found.search is not None else "baselines")
            if self._session.dataset is None or not self._session.dataset.is_same_as(found.rows):
                self._read_data_of(run)

        if self._is_free():
            self._session.run_in_process(
                Activity.OPENING, tr("Opening {title}", title=run.title), take, open_job, run.folder
            )

    def _read_data_of(self, run: "Run") -> None:
        request, name = self._request_of(run), run.experiment.data.name
        if request is None:
            self._session.told.emit(
                tr("Importance, reasons and saving need the data of this run: open {name} in Data.", name=name)
                if "data" not in run.here
                else tr(
                    "The data of this run, {name}, are no longer where they were. Importance, reasons and saving "
                    "need them.",
                    name=name,
                )
            )
            return
        self._session.read(request, run.experiment.data.remedies)

    def resume(self, run: "Run") -> None:
        """Go on with a run that was stopped or interrupted, on its data and with all its settings."""
        if not self._is_free():
            return
        dataset, data = self._session.dataset, run.experiment.data
        if dataset is not None and data.is_of(dataset) and self._session.findings is not None:
            self._go_on(run)
            return
        request = self._request_of(run)
        if request is None:
            self._session.failed.emit(str(DatasetError("training.run_data_unknown", name=run.title)))
        else:
            self._session.read(request, data.remedies, then=lambda: self._go_on(run))

    def _go_on(self, run: "Run") -> None:
        from core.jobs.training import SearchRequest
        from core.search.reopening import plan_of
        from core.training.experiment import grid_of
        from core.training.reopening import options_of

        session, experiment = self._session, run.experiment
        if session.dataset is None or not experiment.data.is_of(session.dataset):
            session.failed.emit(str(DatasetError("training.run_of_other_data", name=run.title)))
        elif experiment.grid is None:
            self.opened.emit("baselines")
            session.train(options_of(experiment), run.folder)
        else:
            try:
                grid = grid_of(experiment.grid)
            except ProgramError as problem:
                session.failed.emit(str(problem))
                return
            self.opened.emit("search")
            strategy: StrategyName = "racing" if experiment.grid.strategy == "racing" else "exhaustive"
            session.search(
                SearchRequest(
                    grid, strategy, experiment.protocols[0], experiment.n_folds, experiment.seed, run.folder,
                    resume=(run.folder / "trials.sqlite").exists(), estimate=plan_of(experiment.grid),
                )
            )  # fmt: skip

    @staticmethod
    def _request_of(run: "Run") -> DataRequest | None:
        """Return how the data of a run were read; None where that is not known, or where they are gone."""
        told = run.here.get("data")
        request = request_from_json(told) if isinstance(told, dict) else None
        return request if request is not None and request.path.exists() else None

    def _is_free(self) -> bool:
        if self._session.is_busy:
            self._session.told.emit(tr("“{task}” is running. Cancel it first.", task=self._session.busy_with))
        return not self._session.is_busy

    # --- on disk: each is a small file or a new name, and takes no time ----------------------------------------------

    def rename(self, run: "Run", title: str, note: str) -> None:
        """Keep a name and a note."""
        from core.training.runs import write_note

        try:
            write_note(run.folder, title, note)
        except OSError as problem:
            self._session.failed.emit(tr("The note was not saved: {reason}", reason=reason_for(problem)))
        self.refresh()

    def leave(self, run: "Run") -> None:
        """Offer an interrupted run no more; it stays in the list, as one that was stopped."""
        from core.training.runs import mark

        mark(run.folder, "stopped")
        self.refresh()

    def delete(self, run: "Run") -> Path | None:
        """Move a run among the deleted ones; return where it lies now, None where that failed."""
        from core.training.runs import delete_run

        try:
            aside = delete_run(run.folder)
        except (DatasetError, OSError) as problem:
            self._session.failed.emit(
                tr("{title} was not deleted: {reason}", title=run.title, reason=reason_for(problem))
            )
            return None
        self.refresh()
        return aside

    def restore(self, aside: Path, run: "Run") -> None:
        """Bring a deleted run back."""
        from core.training.runs import restore_run

        try:
            restore_run(aside, run.folder)
        except (DatasetError, OSError) as problem:
            self._session.failed.emit(
                tr("{title} was not brought back: {reason}", title=run.title, reason=reason_for(problem))
            )
        self.refresh()
