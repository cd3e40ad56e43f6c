"""A short fit of what a person has set, before the long ones: settings that do not go together are told at once."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.dataset.dataset import Dataset
from core.errors import EstimatorError
from core.estimators.baselines import Baseline
from core.estimators.steps import classifier_of
from core.training.fitting import fit

_MOST_ROWS = 400
_SHORT = {"n_estimators": 1, "max_iter": 2, "max_fun": 5}
"""What makes a fit short; whether it is fit at all does not depend on these."""


def check_settings(dataset: Dataset, baselines: Sequence[Baseline], seed: int) -> None:
    """Fit each estimator that a person has set on a few rows, with one tree or two iterations.

    Raises
    ------
    EstimatorError : one line, for the first that cannot be fitted
    """
    rows = _some_rows(dataset, seed)
    for one in baselines:
        if one.settings is None:
            continue
        pipeline = one.build(dataset.columns, seed)
        _shorten(classifier_of(pipeline))
        try:
            fit(pipeline, dataset, rows)
        except Exception as problem:  # noqa: BLE001  whatever scikit-learn raises over settings
            reason = " ".join(str(problem).split())[:200] or type(problem).__name__
            raise EstimatorError(
                "estimator.combination_refused", estimator=one.key, settings=str(one.settings), reason=reason
            ) from None


def _some_rows(dataset: Dataset, seed: int) -> NDArray[np.int64]:
    """Return at most `_MOST_ROWS` rows, of each class its share and two at least where it has them."""
    if len(dataset) <= _MOST_ROWS:
        return np.arange(len(dataset))
    random = np.random.default_rng(seed)
    order = random.permutation(len(dataset))
    firsts = [order[dataset.y[order] == label][:2] for label in range(len(dataset.classes))]
    return np.unique(np.concatenate([*firsts, order[:_MOST_ROWS]]))


def _shorten(classifier: Any) -> None:
    known = classifier.get_params(deep=False)
    classifier.set_params(
        **{name: least for name, least in _SHORT.items() if isinstance(known.get(name), int) and known[name] > least}
    )
