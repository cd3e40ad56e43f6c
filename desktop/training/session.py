"""What the steps of the training tab share: the data, what the doctor says, the scores, and the one task that runs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.dataset.dataset import Dataset
from core.estimators.baselines import BASELINES, Baseline
from core.jobs.runs import OpenedRun, open_job
from core.jobs.training import compare_candidate, search_grid, train_baselines
from core.language import tr
from core.training.fitters import Fitters
from desktop.settings import Settings
from desktop.tasks import Task, TaskRunner
from desktop.training.one_task import Activity
from desktop.training.opened_data import OpenedData
from desktop.training.provenance import Provenance

if TYPE_CHECKING:
    from core.dataset.finding import Finding
    from core.evaluation.comparison import Comparison
    from core.jobs.training import SearchRequest
    from core.search.reopening import ReopenedSearch
    from core.search.results import SearchResult
    from core.search.search import Board, StrategyName
    from core.training.cross_validation import CrossValidation
    from core.training.learning_curves import LearningPoint
    from core.training.reopening import ReopenedTraining
    from core.training.runs import Run
    from core.training.summary import Summary
    from core.training.train import TrainingOptions, TrainingResult


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
    has_numbers : whether `dataset` has its numbers, which a reopened run has only once its data are read again
    is_partial : whether it was stopped before the end
    """

    dataset: Dataset
    options: "TrainingOptions"
    validation: "CrossValidation"
    summaries: "tuple[Summary, ...]"
    curves: "tuple[LearningPoint, ...]"
    folder: Path
    comparisons: "tuple[Comparison, ...]" = ()
    has_numbers: bool = True
    is_partial: bool = False

    @property
    def result(self) -> "TrainingResult":
        """As `core.training.train` returns it."""
        from core.training.train import TrainingResult

        return TrainingResult(self.validation, self.summaries, self.curves, self.comparisons)


class TrainingSession(OpenedData):
    """Holds state, starts tasks, and says what has changed. One task at a time."""

    training_began = Signal(object)
    """The `TrainingOptions` of a run that begins or goes on."""
    run_shown = Signal(object)
    """The `TrainingOptions` of a run that is shown as its folder has it."""
    score_came = Signal(object)
    """A `FoldScore` of the run that is going on."""
    validated = Signal()
    """`validated_run` has changed."""
    board_came = Signal(object)
    """A `Board` of the search that is going on."""
    searched = Signal()
    """`search_request`, `search_board` or `search_result` has changed."""
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
        super().__init__(runner, settings, parent, fitters)
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
        split = run.dataset.split is not None and "split" in {one.protocol for one in run.summaries}
        words = settings_in_words(options.n_folds, options.repeats, options.seed, split=split)
        words += own_in_words([f"{one.title}: {one.settings}" for one in options.baselines if one.settings is not None])
        return Provenance(run.dataset, tr("{words}, stopped before the end", words=words) if run.is_partial else words)

    def may_be_saved(self, key: str) -> bool:
        """Whether an estimator was not tuned on other data than are open now, which its name would not say."""
        tuned_on = self.tuned_on.get(key)
        return tuned_on is None or self.dataset is None or tuned_on.is_same_as(self.dataset)

    @property
    def search_is_of_other_data(self) -> bool:
        """Whether the search that is shown was made on other rows, columns, classes or groups than are open now."""
        searched, dataset = self.search_dataset, self.dataset
        return searched is not None and dataset is not None and not searched.is_same_as(dataset)

    # --- training --------------------------------------------------------------------------------------------------

    def train(self, options: "TrainingOptions", folder: Path) -> None:
        """Cross-validate baselines into the folder of a new run, or go on with that of a former one."""
        assert self.dataset is not None
        dataset = self.dataset
        self._know(options.baselines, dataset)
        self.training_began.emit(options)
        task = self.run_with_workers(
            Activity.TRAINING,
            tr("Training"),
            lambda result: self._take_training(dataset, options, folder, result),
            train_baselines,
            dataset,
            options,
            folder,
            self.findings,
            self.here,
        )
        task.delivered.connect(self.score_came)
        self._show_what_was_finished(task, folder)

    def judge(self, baseline: Baseline) -> None:
        """Cross-validate one more estimator exactly as the run was, and add it."""
        run = self.validated_run
        assert run is not None
        self.candidates[baseline.key] = baseline
        self.tuned_on[baseline.key] = run.dataset
        others = tuple(one for one in run.options.baselines if one.key != baseline.key)
        options = replace(run.options, baselines=(*others, baseline))
        task = self.run_with_workers(
            Activity.JUDGING,
            tr("Evaluating {name}", name=baseline.title),
            lambda result: self._take_training(run.dataset, options, run.folder, result),
            compare_candidate,
            run.dataset,
            baseline,
            run.result,
            options,
            run.folder,
            self.findings,
        )
        task.delivered.connect(self.score_came)
        self._show_what_was_finished(task, run.folder)

    def _show_what_was_finished(self, task: Task, folder: Path) -> None:
        """Show the finished fits of a run, should its task be cancelled or fail."""

        def show() -> None:
            opening = self.run_aside(open_job, folder)
            opening.succeeded.connect(
                self._take_stopped
            )  # where nothing was finished it fails, and all stays as it was

        task.cancelled.connect(show)
        task.failed.connect(show)

    @Slot(object)
    def _take_stopped(self, opened: OpenedRun) -> None:
        if self.activity not in (Activity.TRAINING, Activity.JUDGING):
            self.show_run(opened)

    def show_run(self, opened: OpenedRun) -> None:
        """Show a run as its folder has it, with the open data where they are its own."""
        same = self.dataset is not None and self.dataset.is_same_as(opened.rows)
        dataset = self.dataset if self.dataset is not None and same else opened.rows
        if opened.training is not None:
            self._show_training(opened.run, opened.training, dataset, has_numbers=same)
        elif opened.search is not None:
            self._show_search(opened.run, opened.search, dataset)

    def _show_training(self, run: "Run", found: "ReopenedTraining", dataset: Dataset, *, has_numbers: bool) -> None:
        self.candidates, self.tuned_on = {one.key: one for one in BASELINES}, {}
        self._know(found.options.baselines, dataset)
        self.validated_run = Validated(
            dataset, found.options, found.validation, found.summaries, found.curves, run.folder, found.comparisons,
            has_numbers, run.state != "finished",
        )  # fmt: skip
        self.run_shown.emit(found.options)
        self.validated.emit()

    def _know(self, baselines: Sequence[Baseline], dataset: Dataset) -> None:
        """Take in what a run trains; what a search has found is known to be of these data."""
        known = {one.key for one in BASELINES}
        self.candidates |= {one.key: one for one in baselines}
        self.tuned_on |= {one.key: dataset for one in baselines if one.key not in known}

    def _show_search(self, run: "Run", found: "ReopenedSearch", dataset: Dataset) -> None:
        from core.jobs.training import SearchRequest
        from core.search.reopening import plan_of

        experiment = run.experiment
        assert experiment.grid is not None
        strategy: StrategyName = "racing" if experiment.grid.strategy == "racing" else "exhaustive"
        self.search_request = SearchRequest(
            found.grid, strategy, experiment.protocols[0], experiment.n_folds, experiment.seed, run.folder, resume=True,
            estimate=plan_of(experiment.grid),
        )  # fmt: skip
        self.search_dataset, self.search_board, self.search_result = dataset, found.board, found.result
        self.searched.emit()

    def _set_dataset(self, dataset: Dataset | None, findings: "tuple[Finding, ...] | None" = None) -> None:
        """Take other data; where they are those of a run that was reopened without them, it has its numbers again."""
        run = self.validated_run
        is_its_own = dataset is not None and run is not None and not run.has_numbers and run.dataset.is_same_as(dataset)
        if run is not None and dataset is not None and is_its_own:
            self.validated_run = replace(run, dataset=dataset, has_numbers=True)
        super()._set_dataset(dataset, findings)
        if is_its_own:
            self.validated.emit()

    def search(self, request: "SearchRequest") -> None:
        """Search a grid."""
        from core.search.search import Control

        assert self.dataset is not None
        self._control = control = Control()
        self.search_request, self.search_result, self.search_board = request, None, None
        self.search_dataset = self.dataset
        self.searched.emit()
        task = self.run_with_workers(
            Activity.SEARCHING,
            tr("Searching"),
            self._take_search,
            search_grid,
            self.dataset,
            request,
            control,
            self.here,
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
        self.validated_run = Validated(
            dataset, options, result.validation, result.summaries, result.curves, folder, result.comparisons
        )  # fmt: skip
        self.validated.emit()


def settings_in_words(n_folds: int, repeats: int, seed: int, *, split: bool) -> str:
    """Return how rows were held out, in words."""
    if split:
        return tr("fixed split, seed {seed}", seed=seed)
    if repeats > 1:
        return tr("{n_folds} folds, {repeats} times, seed {seed}", n_folds=n_folds, repeats=repeats, seed=seed)
    return tr("{n_folds} folds, seed {seed}", n_folds=n_folds, seed=seed)


def own_in_words(settings: Sequence[str]) -> str:
    """Return what a person has set of the estimators of a run, the first in full."""
    if not settings:
        return ""
    more = tr(" and of {n} more", n=len(settings) - 1) if len(settings) > 1 else ""
    return tr(" · own settings of {estimator}{more}", estimator=settings[0], more=more)
