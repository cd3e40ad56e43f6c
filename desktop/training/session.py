"""What the steps of the training tab share: the data, what the doctor says, the scores, and the one task that runs."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal, Slot

from core.dataset.dataset import Dataset, Remedy
from core.dataset.finding import Finding
from core.dataset.remedies import apply, apply_all
from core.doctor.examine import examine_job
from core.errors import DatasetError, reason_for
from core.estimators.baselines import BASELINES, Baseline
from core.file_names import numbered, safe_name
from core.jobs.data import DataAnswer, DataRequest, read_data, read_folder
from core.jobs.training import Where, compare_candidate, search_grid, train_baselines, with_fitters
from core.training.fitters import Fitters
from core.training.protocols import FOLDS, SEED
from desktop.settings import BATCH, Settings
from desktop.tasks import Task, TaskRunner
from desktop.threads import ThreadWorkers
from desktop.training.provenance import Provenance

if TYPE_CHECKING:
    from core.evaluation.comparison import Comparison
    from core.jobs.training import SearchRequest
    from core.search.results import SearchResult
    from core.search.search import Board, Control
    from core.training.cross_validation import CrossValidation
    from core.training.learning_curves import LearningPoint
    from core.training.summary import Summary
    from core.training.train import TrainingOptions, TrainingResult


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


BY_HAND: Final = "Left out manually"
"""Title of the remedy that the choice of columns makes."""


@dataclass(frozen=True, eq=False)
class Validated:
    """What training came to so far.

    Attributes
    ----------
    dataset : on which; a later change of the data leaves it as it was
    options : how
    validation : scores and predictions of every estimator in it
    curves : learning curves, where they were asked for
    folder : of the run
    comparisons : every two estimators of it, tested for a difference
    """

    dataset: Dataset
    options: "TrainingOptions"
    validation: "CrossValidation"
    summaries: "tuple[Summary, ...]"
    curves: "tuple[LearningPoint, ...]"
    folder: Path
    comparisons: "tuple[Comparison, ...]" = ()


class TrainingSession(QObject):
    """Holds state, starts tasks, and says what has changed. One task at a time."""

    data_changed = Signal()
    """Other data, or other columns, rows or groups of it; `dataset` may be None."""
    examined = Signal()
    """The doctor has spoken, or his findings are out of date."""
    score_came = Signal(object)
    """A `FoldScore` of the run that is going on."""
    validated = Signal()
    """`validated_run` has changed."""
    board_came = Signal(object)
    """A `Board` of the search that is going on."""
    searched = Signal()
    """`search_result` has changed."""
    busy_changed = Signal()
    """A task has begun or ended."""
    progressed = Signal(float, str, float)
    failed = Signal(str)
    """What went wrong, in one line."""
    model_chosen = Signal(str)
    """Another model says the genres of clips; its file's name in the store, empty for the shipped one."""
    told = Signal(str)
    """What is good to know, in one line."""

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
        self.answer: DataAnswer | None = None
        self.dataset: Dataset | None = None
        self._by_hand: Remedy | None = None
        """The remedy that the latest choice of columns made."""
        self.findings: tuple[Finding, ...] | None = None
        self.findings_are_old = False
        """Whether the data have been changed since; what was acted upon is no longer among the findings."""
        self.validated_run: Validated | None = None
        self.search_request: SearchRequest | None = None
        self.search_dataset: Dataset | None = None
        """The data that were searched on; a later change of the data leaves it as it was."""
        self.search_result: SearchResult | None = None
        self.search_board: Board | None = None
        self.candidates: dict[str, Baseline] = {one.key: one for one in BASELINES}
        """What can be trained, evaluated and saved, by key: the baselines, and what searches have found."""
        self.tuned_on: dict[str, Dataset] = {}
        """For what searches have found: the data whose scores chose its parameters."""

    @property
    def run_is_of_other_data(self) -> bool:
        """Whether the run that is shown was made on other rows, columns, classes or groups than are open now."""
        run, dataset = self.validated_run, self.dataset
        return run is not None and dataset is not None and not run.dataset.is_same_as(dataset)

    @property
    def run_provenance(self) -> Provenance | None:
        """What the run that is shown was made with; None without one."""
        run = self.validated_run
        if run is None:
            return None
        options = run.options
        repeats = f", {options.repeats} times" if options.repeats > 1 else ""
        split = run.dataset.split is not None and "split" in {one.protocol for one in run.summaries}
        folds = "fixed split" if split else f"{options.n_folds} folds{repeats}"
        return Provenance(run.dataset, f"{folds}, seed {options.seed}")

    def may_be_saved(self, key: str) -> bool:
        """Whether an estimator was not tuned on other data than are open now, which its name would not say."""
        tuned_on = self.tuned_on.get(key)
        return tuned_on is None or self.dataset is None or tuned_on.is_same_as(self.dataset)

    @property
    def search_is_of_other_data(self) -> bool:
        """Whether the search that is shown was made on other rows, columns, classes or groups than are open now."""
        searched, dataset = self.search_dataset, self.dataset
        return searched is not None and dataset is not None and not searched.is_same_as(dataset)

    # --- tasks -----------------------------------------------------------------------------------------------------

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

    # --- data ------------------------------------------------------------------------------------------------------

    def read(self, request: DataRequest) -> None:
        """Read data; what was there stays until they have come."""
        what = f"Reading {request.path.name}"
        if request.kind == "folder":
            self._follow(Activity.READING, what, self._take_data, self._threads.run(_read_folder, request, self.where))
        else:
            self.run_in_process(Activity.READING, what, self._take_data, read_data, request)

    def use(self, dataset: Dataset) -> None:
        """Take data that are there already."""
        request = DataRequest("table", Path(dataset.source.path))
        self.answer = DataAnswer(request, dataset.columns, dataset)
        self._set_dataset(dataset)

    def close_data(self) -> None:
        """Forget the data, and what was made of them."""
        self.answer = None
        self._set_dataset(None)

    def apply(self, remedy: Remedy) -> None:
        """Change the data as the doctor proposes, on record."""
        if self.dataset is None:
            return
        try:
            changed = apply(self.dataset, remedy)
        except DatasetError as problem:
            self.failed.emit(str(problem))
            return
        self._take_changed(changed, self._findings_but(remedy))

    def choose_columns(self, kept: frozenset[str]) -> None:
        """Leave out all columns but these, as one remedy that replaces an earlier choice of columns."""
        if self.dataset is None or self.answer is None or self.answer.dataset is None:
            return
        others = [one for one in self.dataset.remedies if one is not self._by_hand]
        gone = {name for one in others for name in one.columns}
        left_out = tuple(name for name in self.answer.dataset.columns if name not in kept and name not in gone)
        # what a doctor's remedy left out and is wanted again comes back with the whole of that remedy
        back = [one for one in others if kept & set(one.columns)]
        wanted = [one for one in others if one not in back]
        again = {name for one in back for name in one.columns if name not in kept}
        names = tuple(name for name in self.answer.dataset.columns if name in again or name in left_out)
        if names:
            self._by_hand = Remedy("drop_columns", BY_HAND, columns=names)
            wanted.append(self._by_hand)
        self._redo(wanted)

    def undo(self, place: int) -> None:
        """Take back one remedy, by its place on record."""
        if self.dataset is None or self.answer is None or self.answer.dataset is None:
            return
        self._redo([one for number, one in enumerate(self.dataset.remedies) if number != place])

    def _redo(self, remedies: Sequence[Remedy]) -> None:
        assert self.answer is not None
        assert self.answer.dataset is not None
        try:
            changed = apply_all(self.answer.dataset, remedies)
        except DatasetError as problem:
            self.failed.emit(str(problem))
            return
        self._take_changed(changed, self.findings)

    def _take_changed(self, changed: Dataset, findings: tuple[Finding, ...] | None) -> None:
        """Take data that a remedy changed; findings on balance, folds and labels hold only while classes do."""
        before = () if self.dataset is None else self.dataset.remedies
        if any(one.kind == "merge_classes" for one in set(before) ^ set(changed.remedies)):
            self._set_dataset(changed)
            self.examine()
        else:
            self._set_dataset(changed, findings)

    def examine(self, n_folds: int = FOLDS, seed: int = SEED) -> None:
        """Run the doctor on the data."""
        if self.dataset is not None:
            examined = self.dataset
            self.run_in_process(
                Activity.EXAMINING,
                "Examining the data",
                lambda found: self._take_findings(examined, found),
                examine_job,
                examined,
                n_folds,
                seed,
            )

    def _take_data(self, answer: DataAnswer) -> None:
        self.answer = answer
        remedies = () if self.dataset is None or answer.dataset is None else self._kept_remedies(answer)
        self._set_dataset(answer.dataset if answer.dataset is None else apply_all(answer.dataset, remedies))
        if answer.dataset is not None:
            self.examine()

    def _kept_remedies(self, answer: DataAnswer) -> Sequence[Remedy]:
        """Keep what was done to the same table when only the meaning of its columns was changed."""
        assert self.dataset is not None
        assert answer.dataset is not None
        same = self.dataset.source.sha256 == answer.dataset.source.sha256
        fitting = [one for one in self.dataset.remedies if set(one.columns) <= set(answer.dataset.columns)]
        return fitting if same else ()

    def _findings_but(self, remedy: Remedy) -> tuple[Finding, ...] | None:
        return None if self.findings is None else tuple(one for one in self.findings if remedy not in one.remedies)

    def _set_dataset(self, dataset: Dataset | None, findings: tuple[Finding, ...] | None = None) -> None:
        self.dataset = dataset
        self.findings, self.findings_are_old = findings, findings is not None
        self.data_changed.emit()
        self.examined.emit()

    def _take_findings(self, examined: Dataset, findings: tuple[Finding, ...]) -> None:
        if examined is self.dataset:
            self.findings, self.findings_are_old = findings, False
            self.examined.emit()

    # --- training --------------------------------------------------------------------------------------------------

    def train(self, options: "TrainingOptions", folder: Path) -> None:
        """Cross-validate baselines into the folder of a new run."""
        assert self.dataset is not None
        dataset = self.dataset
        task = self.run_with_workers(
            Activity.TRAINING,
            "Training",
            lambda result: self._take_training(dataset, options, folder, result),
            train_baselines,
            dataset,
            options,
            folder,
            self.findings or (),
        )
        task.delivered.connect(self.score_came)

    def judge(self, baseline: Baseline) -> None:
        """Cross-validate one more estimator exactly as the run was, and add it."""
        run = self.validated_run
        assert run is not None
        self.candidates[baseline.key] = baseline
        self.tuned_on[baseline.key] = run.dataset
        task = self.run_with_workers(
            Activity.JUDGING,
            f"Evaluating {baseline.name}",
            lambda found: self._add_validation(run, found),
            compare_candidate,
            run.dataset,
            baseline,
            run.options,
            run.validation,
        )
        task.delivered.connect(self.score_came)

    def search(self, request: "SearchRequest") -> None:
        """Search a grid."""
        from core.search.search import Control

        assert self.dataset is not None
        self._control = control = Control()
        self.search_request, self.search_result, self.search_board = request, None, None
        self.search_dataset = self.dataset
        self.searched.emit()
        task = self.run_with_workers(
            Activity.SEARCHING, "Searching", self._take_search, search_grid, self.dataset, request, control
        )
        self._control = control
        task.delivered.connect(self._take_board)

    @property
    def is_paused(self) -> bool:
        """Whether the search gives out no more fits."""
        return self._control is not None and self._control.is_paused()

    @property
    def can_pause(self) -> bool:
        """Whether what runs is a search."""
        return self._control is not None

    def pause(self, paused: bool) -> None:
        """Pause or resume a search."""
        if self._control is not None:
            if paused:
                self._control.pause()
            else:
                self._control.go_on()
            self.busy_changed.emit()

    @Slot(object)
    def _take_search(self, result: "SearchResult") -> None:
        self.search_result = result
        self.searched.emit()

    @Slot(object)
    def _take_board(self, board: "Board") -> None:
        self.search_board = board
        self.board_came.emit(board)

    def _take_training(
        self, dataset: Dataset, options: "TrainingOptions", folder: Path, result: "TrainingResult"
    ) -> None:
        self.candidates |= {one.key: one for one in options.baselines}
        known = {one.key for one in BASELINES}
        self.tuned_on |= {one.key: dataset for one in options.baselines if one.key not in known}
        self.validated_run = Validated(
            dataset, options, result.validation, result.summaries, result.curves, folder, result.comparisons
        )  # fmt: skip
        self.validated.emit()

    def _add_validation(self, run: Validated, found: "tuple[CrossValidation, tuple[Comparison, ...]]") -> None:
        from core.training.summary import summarise

        together, comparisons = found
        self.validated_run = replace(
            run, validation=together, summaries=tuple(summarise(together.scores)), comparisons=comparisons
        )
        self.validated.emit()


def runs_folder() -> Path:
    """Return the folder of this user's runs."""
    from platformdirs import user_data_path

    return user_data_path("groovescope", appauthor=False) / "runs"


def new_run_folder(name: str) -> Path:
    """Return a folder for a run that is not there yet, named after the data and the time."""
    stem = f"{time.strftime('%Y-%m-%d %H.%M')} {safe_name(name, 'run')}"
    parent = runs_folder()
    return next(folder for one in numbered(stem) if not (folder := parent / one).exists())


def _read_folder(emit: Any, request: DataRequest, where: Where) -> DataAnswer:
    from core.jobs.clip import analysis_executor
    from core.workers.machine import usable_cores

    emit.report(0.0, "Starting processes")
    with analysis_executor(where.count or usable_cores(), where.cluster) as executor:
        return read_folder(emit, request, executor)
