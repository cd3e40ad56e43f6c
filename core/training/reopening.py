"""A training run as its folder has it: scores, predictions and curves, without fitting again."""

from dataclasses import dataclass
from pathlib import Path

from core.dataset.dataset import Dataset
from core.errors import DatasetError
from core.evaluation.comparison import Comparison
from core.training.comparisons import compare_all
from core.training.cross_validation import CrossValidation, FitOutcome
from core.training.experiment import Experiment, estimator_of
from core.training.fit_store import reading_fits
from core.training.learning_curves import LearningPoint
from core.training.summary import Summary, summarise
from core.training.train import TrainingOptions


@dataclass(frozen=True, eq=False)
class ReopenedTraining:
    """What a run came to, or had come to when it was stopped.

    Attributes
    ----------
    rows : its data without their numbers, which are NaN
    options : how it was made; estimators that this version does not know can be shown but not fitted
    """

    rows: Dataset
    options: TrainingOptions
    validation: CrossValidation
    summaries: tuple[Summary, ...]
    curves: tuple[LearningPoint, ...]
    comparisons: tuple[Comparison, ...]


def options_of(experiment: Experiment) -> TrainingOptions:
    """Return the options that make a run with this record."""
    baselines = tuple(estimator_of(one) for one in experiment.estimators)
    return TrainingOptions(
        baselines, experiment.protocols, experiment.n_folds, experiment.repeats, experiment.seed, experiment.curves
    )


def reopen_training(folder: Path, experiment: Experiment) -> ReopenedTraining:
    """Return the run in `folder`, however much of it was finished.

    Raises
    ------
    DatasetError : where not one fit was finished, or the file of fits is damaged
    """
    with reading_fits(folder) as store:
        outcomes, points = store.outcomes(), store.points()
        if not outcomes:
            raise DatasetError("training.run_has_no_fits", name=folder.name)
        rows = store.rows()
    options = options_of(experiment)
    validation = CrossValidation(_in_order(outcomes, experiment), rows.classes, rows.y)
    return ReopenedTraining(
        rows, options, validation, tuple(summarise(validation.scores)), tuple(points), tuple(compare_all(validation))
    )


def _in_order(outcomes: list[FitOutcome], experiment: Experiment) -> tuple[FitOutcome, ...]:
    """Return fits as a run has them: by protocol, estimator, repetition and fold, whichever ended first."""
    estimators = {one.key: place for place, one in enumerate(experiment.estimators)}
    protocols = {one: place for place, one in enumerate(experiment.protocols)}
    known = [one for one in outcomes if one.score.estimator in estimators and one.score.protocol in protocols]
    return tuple(
        sorted(
            known,
            key=lambda one: (
                protocols[one.score.protocol], estimators[one.score.estimator], one.score.repeat, one.score.fold
            ),
        )
    )  # fmt: skip
