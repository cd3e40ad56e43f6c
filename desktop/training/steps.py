"""The steps of the training tab, in order."""

from typing import Final

from desktop.training.baselines_step import BaselinesStep
from desktop.training.data_step import DataStep
from desktop.training.evaluation_step import EvaluationStep
from desktop.training.explore_step import ExploreStep
from desktop.training.models_step import ModelsStep
from desktop.training.search_step import SearchStep
from desktop.training.step import Step

STEPS: Final[tuple[type[Step], ...]] = (
    DataStep,
    ExploreStep,
    BaselinesStep,
    SearchStep,
    EvaluationStep,
    ModelsStep,
)
