"""What a pipeline is made of, whatever a person has set: its classifier, and the columns that it reads."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

CLASSIFY, SELECT, SCALE = "classify", "select", "scale"
CIRCLE = ("tempo, circle (cosine)", "tempo, circle (sine)")
"""What `MusicScaler` appends to the columns."""


def classifier_of(pipeline: Any) -> Any:
    """Return the last step of a pipeline, out of the wrapper that balances its classes: the fitted one, if there is."""
    from core.estimators.balance import Balanced

    last = pipeline[-1]
    if not isinstance(last, Balanced):
        return last
    return getattr(last, "estimator_", last.estimator)


def set_classifier(pipeline: Any, parameters: dict[str, Any]) -> Any:
    """Set parameters of an unfitted pipeline's classifier, wherever it stands; returns the pipeline."""
    from sklearn.calibration import CalibratedClassifierCV

    place = classifier_of(pipeline)
    if isinstance(place, CalibratedClassifierCV):
        place = place.estimator
    place.set_params(**parameters)
    return pipeline


def places_read(pipeline: Any, n_columns: int) -> NDArray[np.int64]:
    """Return which columns of those that leave the scaler the classifier of a fitted pipeline reads.

    Numbers from `n_columns` on are those that the scaler appended.
    """
    scaler = pipeline.named_steps.get(SCALE)
    width = n_columns + (2 if getattr(scaler, "tempo_", -1) >= 0 else 0)
    selector = pipeline.named_steps.get(SELECT)
    return np.arange(width) if selector is None else np.flatnonzero(selector.get_support())


def names_read(pipeline: Any, columns: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the columns that the classifier of a fitted pipeline reads, in its order."""
    names = (*columns, *CIRCLE)
    return tuple(names[place] for place in places_read(pipeline, len(columns)))
