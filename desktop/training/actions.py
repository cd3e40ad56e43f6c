"""What can be done in the training tab, declared: going to a step."""

from typing import TYPE_CHECKING, Final

from core.language import tr
from desktop.actions import ActionSpec

if TYPE_CHECKING:
    from desktop.training.page import TrainingPage

STEP_TITLES: Final = (
    ("data", tr("Data")), ("explore", tr("Explore")), ("baselines", tr("Baselines")), ("search", tr("Search")),
    ("evaluation", tr("Evaluation")), ("models", tr("Models")), ("runs", tr("Runs")),
)  # fmt: skip
"""The steps of the training tab, by key, with their titles."""


def _step_action(place: int, key: str, title: str) -> ActionSpec["TrainingPage"]:
    return ActionSpec(
        f"step_{key}", f"&{place} {title}", lambda page: page.show_step(key), (f"Alt+{place}",), needs="training"
    )


TRAINING_ACTIONS: Final[tuple[ActionSpec["TrainingPage"], ...]] = tuple(
    _step_action(place, key, title) for place, (key, title) in enumerate(STEP_TITLES, start=1)
)
"""Each is called with the training page, which is in front by then."""
