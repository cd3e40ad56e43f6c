"""What the steps of the training tab share: the data, what the doctor says, the scores, and the one task that runs."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.dataset.dataset import Dataset
from core.estimators.baselines import BASELINES, Baseline
from core.jobs.training import compare_candidate, search_grid, train_baselines
from core.training.fitters import Fitters
from desktop.settings import Settings
from desktop.tasks import TaskRunner
from desktop.training.one_task import Activity
from desktop.training.opened_data import OpenedData
from desktop.training.provenance import Provenance

if TYPE_CHECKING:
    from core.evaluation.comparison import Comparison
    from core.jobs.training import SearchRequest
    from core.search.results import SearchResult
    from core.search.search import Board
    from core.training.cross_validation import CrossValidation
    from core.training.learning_curves import LearningPoint
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
    """

    dataset: Dataset
    options: "TrainingOptions"
    validation: "CrossValidation"
    summaries: "tuple[Summary, ...]"
    curves: "tuple[LearningPoint, ...]"
    folder: Path
    comparisons: "tuple[Comparison, ...]" = ()


class TrainingSession(OpenedData):
    """Holds state, starts tasks, and says what has changed. One task at a time."""

    score_came = Signal(object)
    """A `FoldScore` of the run that is going on."""
    validated = Signal()
    """`validated_run` has changed."""
    board_came = Signal(object)
    """A `Board` of the search that is going on."""
    searched = Signal()
    """`search_result` has changed."""
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
