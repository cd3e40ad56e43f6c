"""What a worker makes of predictions on held-out rows, where it would hold the window."""

from collections.abc import Sequence

from core.evaluation.curves import ClassCurves, class_curves
from core.evaluation.held_out import HeldOut
from core.language import tr
from core.workers.pool import Emitter


def curves_job(emit: Emitter, compared: Sequence[HeldOut]) -> list[tuple[ClassCurves, ...]]:
    """Return the curves of each class for each of these; none for those without probabilities."""
    found: list[tuple[ClassCurves, ...]] = []
    for place, one in enumerate(compared):
        emit.report(place / len(compared), tr("Drawing curves"))
        found.append(() if one.probabilities is None else class_curves(one))
    return found
