"""Every two estimators of a run, compared on the folds and rows that both were judged on."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from core.evaluation.comparison import Comparison, corrected_t_test, mcnemar
from core.training.cross_validation import CrossValidation, FitOutcome

COLUMNS = (
    "protocol", "first", "second", "difference", "low", "high", "t_test_p", "folds", "only_first", "only_second",
    "mcnemar_p",
)  # fmt: skip


def compare(validation: CrossValidation, first: str, second: str, protocol: str) -> Comparison | None:
    """Compare two estimators by their accuracy on those folds on which both could be fitted.

    Returns
    -------
    Comparison, or None where there is no such fold
    """
    ours, theirs = (_by_fold(validation, key, protocol) for key in (first, second))
    both = sorted(ours.keys() & theirs.keys())
    if not both:
        return None
    scores, others = ([folds[fold].score.accuracy for fold in both] for folds in (ours, theirs))
    n_test = float(np.mean([len(ours[fold].test) for fold in both]))
    n_rows = n_test if protocol == "split" else sum(len(ours[fold].test) for fold in both if fold[0] == both[0][0])
    share = n_test / max(n_rows - n_test, 1.0)
    once = [fold for fold in both if fold[0] == both[0][0]]  # of several repetitions the first: each row counts once
    right, theirs_right = (
        np.concatenate([_right(folds[fold], validation.y) for fold in once]) for folds in (ours, theirs)
    )
    return Comparison(first, second, protocol, corrected_t_test(scores, others, share), mcnemar(right, theirs_right))


def compare_all(validation: CrossValidation) -> list[Comparison]:
    """Compare every two estimators in every protocol."""
    protocols = dict.fromkeys(score.protocol for score in validation.scores)
    keys = dict.fromkeys(score.estimator for score in validation.scores)
    pairs = [(first, second, protocol) for protocol in protocols for first, second in combinations(keys, 2)]
    return [one for pair in pairs if (one := compare(validation, *pair)) is not None]


def rows_of(comparisons: Sequence[Comparison]) -> list[tuple[object, ...]]:
    """Return comparisons as rows of a table with `COLUMNS`."""
    rows: list[tuple[object, ...]] = []
    for one in comparisons:
        test = one.t_test
        numbers = (None,) * 5 if test is None else (test.difference, test.low, test.high, test.p, test.n_folds)
        rows.append(
            (one.protocol, one.first, one.second, *numbers, one.mcnemar.only_first, one.mcnemar.only_second,
             one.mcnemar.p)
        )  # fmt: skip
    return rows


def _by_fold(validation: CrossValidation, estimator: str, protocol: str) -> dict[tuple[int, int], FitOutcome]:
    return {
        (one.score.repeat, one.score.fold): one
        for one in validation.outcomes
        if (one.score.estimator, one.score.protocol, one.score.error) == (estimator, protocol, None)
    }


def _right(outcome: FitOutcome, y: NDArray[np.int64]) -> NDArray[np.bool_]:
    return np.asarray(outcome.predicted == y[outcome.test])
