"""How well the probability of each class sorts the rows: ROC, precision and recall, lift."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.evaluation.held_out import HeldOut

MOST_POINTS = 400
"""Of a curve, so that a million rows are drawn as fast as a hundred; the areas are of all rows."""

TENTH = 0.1


@dataclass(frozen=True, eq=False)
class Points:
    """A line from point to point: `x` and `y` [shape=(n_points,)], both empty where there is no curve."""

    x: NDArray[np.float64]
    y: NDArray[np.float64]


NOTHING = Points(np.empty(0), np.empty(0))


@dataclass(frozen=True, eq=False)
class ClassCurves:
    """One class against all others, by the probability that an estimator gives it.

    Attributes
    ----------
    name, support : the class, and how many rows have it
    roc : share of the other rows taken for the class, share of its own rows found
    precision_recall : share of its own rows found, share that is right of those taken for it
    lift : share of all rows taken for the class, the most probable first; how many times more of them are right than
        of rows taken at random
    roc_area : in [0, 1], 0.5 is chance; NaN, as the other numbers, for a class of which all rows are, or none is
    average_precision : in [0, 1], the share of the class in all rows is chance
    lift_at_tenth : lift of the tenth of the rows with the highest probability
    """

    name: str
    support: int
    roc: Points
    precision_recall: Points
    lift: Points
    roc_area: float
    average_precision: float
    lift_at_tenth: float


def class_curves(held_out: HeldOut) -> tuple[ClassCurves, ...]:
    """Return the curves of each class, over the rows of all folds together.

    Raises
    ------
    ValueError
        If the estimator has no probabilities.
    """
    if held_out.probabilities is None:
        raise ValueError(f"{held_out.estimator} has no probabilities")
    return tuple(
        _curves_of(name, held_out.y_true == number, held_out.probabilities[:, number])
        for number, name in enumerate(held_out.classes)
    )


def _curves_of(name: str, truth: NDArray[np.bool_], probability: NDArray[np.float64]) -> ClassCurves:
    from sklearn.metrics import auc, average_precision_score, precision_recall_curve, roc_curve

    support = int(truth.sum())
    if not 0 < support < len(truth):
        return ClassCurves(name, support, NOTHING, NOTHING, NOTHING, *([float("nan")] * 3))
    wrong, found, _ = roc_curve(truth, probability, drop_intermediate=False)
    precision, recall, _ = precision_recall_curve(truth, probability)
    share = support / len(truth)
    depth = found * share + wrong * (1 - share)
    times = found[1:] / depth[1:]  # the first point is before any row was taken
    at_tenth = float(np.interp(TENTH, depth, found)) / TENTH
    return ClassCurves(
        name,
        support,
        _thinned(wrong, found),
        _thinned(recall[::-1], precision[::-1]),
        _thinned(depth[1:], times),
        float(auc(wrong, found)),
        float(average_precision_score(truth, probability)),
        at_tenth,
    )


def _thinned(x: NDArray[np.float64], y: NDArray[np.float64]) -> Points:
    if len(x) <= MOST_POINTS:
        return Points(x, y)
    places = np.unique(np.linspace(0, len(x) - 1, MOST_POINTS).round().astype(int))
    return Points(x[places], y[places])
