"""Whether one estimator is better than another, or only happened to be so on these folds and rows."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.language import local_number, tr

LEVEL = 0.05
"""A difference counts as shown where it would come by chance less often than this."""


@dataclass(frozen=True)
class TTest:
    """The corrected resampled t-test of the difference of two scores over the same folds.

    Attributes
    ----------
    difference : mean of the first's score less the second's
    low, high : the interval that holds the difference with 95 % confidence
    p : how often a difference as large comes by chance where there is none
    n_folds : folds of all repetitions
    """

    difference: float
    low: float
    high: float
    p: float
    n_folds: int


@dataclass(frozen=True)
class McNemar:
    """McNemar's exact test on rows that both estimators predicted.

    Attributes
    ----------
    only_first, only_second : rows that one of them alone predicted correctly
    p : how often such unlike numbers come by chance where both are equally good
    """

    only_first: int
    only_second: int
    p: float


@dataclass(frozen=True)
class Comparison:
    """Two estimators in one protocol.

    Attributes
    ----------
    first, second : their keys
    protocol : how rows were held out
    t_test : over the folds; None where there are fewer than two
    mcnemar : over the rows, each counted once
    """

    first: str
    second: str
    protocol: str
    t_test: TTest | None
    mcnemar: McNemar

    def turned(self) -> "Comparison":
        """Return the same with the second estimator first."""
        test, rows = self.t_test, self.mcnemar
        turned = None if test is None else TTest(-test.difference, -test.high, -test.low, test.p, test.n_folds)
        mirrored = McNemar(rows.only_second, rows.only_first, rows.p)
        return Comparison(self.second, self.first, self.protocol, turned, mirrored)

    @property
    def shown(self) -> bool:
        """Whether the data shows a difference: over folds where there are several, otherwise over rows."""
        return (self.mcnemar.p if self.t_test is None else self.t_test.p) < LEVEL


def corrected_t_test(first: Sequence[float], second: Sequence[float], test_share: float) -> TTest | None:
    """Test whether two estimators differ, by their scores on the same folds.

    The training rows of folds overlap, so that scores are not independent and the usual t-test finds differences that
    are none. The variance is therefore raised by the ratio of held-out to training rows.

    Parameters
    ----------
    first, second : scores of the two on the same folds, in the same order
    test_share : held-out rows of a fold over its training rows, 1/4 for five folds

    Returns
    -------
    TTest, or None for fewer than two folds

    References
    ----------
    C. Nadeau and Y. Bengio, "Inference for the generalization error", Machine Learning 52, 2003.
    """
    from scipy.stats import t

    differences = np.asarray(first, dtype=float) - np.asarray(second, dtype=float)
    n_folds = len(differences)
    if n_folds < 2:
        return None
    mean, variance = float(differences.mean()), float(differences.var(ddof=1))
    error = math.sqrt((1 / n_folds + test_share) * variance)
    if error == 0:
        return TTest(mean, mean, mean, 1.0 if mean == 0 else 0.0, n_folds)
    half = float(t.ppf(1 - LEVEL / 2, n_folds - 1)) * error
    p = float(2 * t.sf(abs(mean) / error, n_folds - 1))
    return TTest(mean, mean - half, mean + half, p, n_folds)


def mcnemar(first_right: NDArray[np.bool_], second_right: NDArray[np.bool_]) -> McNemar:
    """Test whether one of two estimators errs on fewer of the same rows; exact, by the binomial distribution.

    Parameters
    ----------
    first_right, second_right : NDArray[np.bool_] [shape=(n_rows,)], whether each predicted a row correctly

    References
    ----------
    Q. McNemar, "Note on the sampling error of the difference between correlated proportions or percentages",
    Psychometrika 12, 1947.
    """
    from scipy.stats import binomtest

    only_first = int((first_right & ~second_right).sum())
    only_second = int((second_right & ~first_right).sum())
    n = only_first + only_second
    return McNemar(only_first, only_second, float(binomtest(only_first, n).pvalue) if n else 1.0)


def comparison_in_words(comparison: Comparison, first: str, second: str) -> str:
    """Return what the tests say, for people.

    Parameters
    ----------
    first, second : names of the two estimators
    """
    rows = comparison.mcnemar
    alone = tr(
        "{only_first} rows that {first} alone predicts correctly and {only_second} that {second} does",
        only_first=rows.only_first,
        first=first,
        only_second=rows.only_second,
        second=second,
    )
    by_rows = tr("{alone}, McNemar p {p}", alone=alone, p=_p(rows.p))
    test = comparison.t_test
    if test is None:
        if comparison.shown:
            return tr("{first} and {second} differ: {by_rows}.", first=first, second=second, by_rows=by_rows)
        return tr(
            "{first} and {second} show no difference on these rows: {by_rows}.",
            first=first,
            second=second,
            by_rows=by_rows,
        )
    points = tr(
        "{difference:+.1f} points of accuracy, 95 % interval {low:+.1f} to {high:+.1f}, corrected t-test "
        "over {n_folds} folds p {p}",
        difference=100 * test.difference,
        low=100 * test.low,
        high=100 * test.high,
        n_folds=test.n_folds,
        p=_p(test.p),
    )
    if not comparison.shown:
        return tr(
            "{first} and {second}: no difference that this data could show ({points}; {by_rows}).",
            first=first,
            second=second,
            points=points,
            by_rows=by_rows,
        )
    better, worse = (first, second) if test.difference > 0 else (second, first)
    return tr(
        "{better} is better than {worse} ({first} less {second}: {points}; {by_rows}).",
        better=better,
        worse=worse,
        first=first,
        second=second,
        points=points,
        by_rows=by_rows,
    )


def _p(p: float) -> str:
    return "< 0.001" if p < 0.001 else local_number(p, ".3f")
