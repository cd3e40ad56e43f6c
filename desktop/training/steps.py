"""The steps of the training tab, in order."""

from typing import Final

from desktop.training.baselines.step import BaselinesStep
from desktop.training.data.step import DataStep
from desktop.training.evaluation.step import EvaluationStep
from desktop.training.explore.step import ExploreStep
from desktop.training.runs.step import RunsStep
from desktop.training.saved_models.step import ModelsStep
from desktop.training.search.step import SearchStep
from desktop.training.step import Step

STEPS: Final[tuple[type[Step], ...]] = (
    DataStep,
    ExploreStep,
    BaselinesStep,
    SearchStep,
    EvaluationStep,
    ModelsStep,
    RunsStep,
)
