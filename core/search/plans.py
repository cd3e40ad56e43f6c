"""What is said before a search begins: how its choice will be judged, what that costs, how far a race may end."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from core.estimators.grids import Family
from core.language import tr
from core.training.protocols import FOLDS, Protocol

Method = Literal["nested", "holdout", "none"]
METHODS: tuple[Method, ...] = get_args(Method)


@dataclass(frozen=True)
class EstimatePlan:
    """How the choice of a search is judged.

    Attributes
    ----------
    method : "nested" searches again without each outer fold in turn, "holdout" without the first one alone, "none"
        not at all. With a fixed split both judge the choice on its test rows
    outer_folds : of the rows; "holdout" judges on one of them
    """

    method: Method
    outer_folds: int = FOLDS

    @property
    def searches(self) -> int:
        """How often the search is made again."""
        return {"nested": self.outer_folds, "holdout": 1, "none": 0}[self.method]

    def work(self, protocol: Protocol) -> float:
        """Return how many times the work of the search alone all of it is."""
        return 1.0 if protocol == "split" else 1 + self.searches * (1 - 1 / self.outer_folds)


def usual_plan(strategy: Literal["exhaustive", "racing"], outer_folds: int = FOLDS) -> EstimatePlan:
    """Return the plan for a search of which nothing else was said: nested where a search is cheap."""
    return EstimatePlan("nested" if strategy == "racing" else "holdout", outer_folds)


def cost_in_words(plan: EstimatePlan, protocol: Protocol) -> str:
    """Return what an estimate costs, before it is made."""
    if plan.method == "none":
        return tr("No estimate on untouched rows: the best score is that of the folds that chose it, and optimistic.")
    if protocol == "split":
        return tr("The choice is judged on the test rows of the split: one more fit.")
    times = tr("{times:.1f} times the work of the search alone", times=plan.work(protocol))
    if plan.method == "holdout":
        return tr("The search is made once more without a fold, on which its choice is judged: {times}.", times=times)
    return tr(
        "The search is made {searches} times more, each without a fold on which its choice is judged: {times}.",
        searches=plan.searches,
        times=times,
    )


OPTIMISTIC = "optimistic: the best of many, on the very folds that chose it"
"""What the score of a search is without an estimate."""

RACES_END: Mapping[Family, str] = {
    "forest": "On the study’s table races ended 0.5 standard errors below the best on average, at most 0.9.",
    "boosting": "How far below the best a race over this grid may end has not been measured.",
    "mlp": "On the study’s table races ended 1 to 3 standard errors below the best on average, at most 6.6.",
}
"""How far from the best combination of a grid a race may end; docs/search.md has the figures."""
