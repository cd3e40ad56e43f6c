"""What a column of numbers holds, and how classes differ in it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.dataset.dataset import Dataset
from core.language import tr
from core.workers.pool import Emitter

_T_95 = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
    2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)  # fmt: skip
"""Student's t for 95 % on both sides, for 1 to 30 degrees of freedom."""

_T_LARGE = 1.96


@dataclass(frozen=True)
class ColumnSummary:
    """One column; the numbers are NaN where it has none.

    Attributes
    ----------
    kind : "whole numbers" or "numbers"
    missing, distinct : how many rows have none, how many different numbers there are
    """

    name: str
    kind: str
    missing: int
    distinct: int
    mean: float
    deviation: float
    least: float
    lower_quartile: float
    median: float
    upper_quartile: float
    most: float


@dataclass(frozen=True)
class ClassMean:
    """The mean of a column in one class with its 95 % interval by Student's t; NaN bounds below two rows."""

    name: str
    count: int
    mean: float
    low: float
    high: float


def summarise_columns(dataset: Dataset) -> list[ColumnSummary]:
    """One summary a column."""
    return [_summary(name, dataset.X[:, place]) for place, name in enumerate(dataset.columns)]


def summaries_job(emit: Emitter, dataset: Dataset) -> list[ColumnSummary]:
    """`summarise_columns` in a worker."""
    summaries = []
    for place, name in enumerate(dataset.columns):
        emit.report(place / len(dataset.columns), tr("Summarising the columns"))
        summaries.append(_summary(name, dataset.X[:, place]))
    return summaries


def _summary(name: str, column: NDArray[np.float64]) -> ColumnSummary:
    numbers = column[np.isfinite(column)]
    missing = len(column) - len(numbers)
    if not len(numbers):
        return ColumnSummary(name, "numbers", missing, 0, *([float("nan")] * 7))
    least, lower, median, upper, most = (float(one) for one in np.percentile(numbers, (0, 25, 50, 75, 100)))
    kind = tr("whole numbers") if bool((numbers == np.round(numbers)).all()) else tr("numbers")
    deviation = float(numbers.std(ddof=1)) if len(numbers) > 1 else 0.0
    distinct = len(np.unique(numbers))
    return ColumnSummary(
        name, kind, missing, distinct, float(numbers.mean()), deviation, least, lower, median, upper, most
    )


def by_class(dataset: Dataset, column: str) -> list[tuple[str, NDArray[np.float64]]]:
    """Return the finite numbers of a column in each class."""
    values = np.ascontiguousarray(dataset.X[:, dataset.columns.index(column)])
    known = np.isfinite(values)
    return [(name, values[(dataset.y == number) & known]) for number, name in enumerate(dataset.classes)]


def class_means(groups: Sequence[tuple[str, NDArray[np.float64]]]) -> list[ClassMean]:
    """Means with intervals; a class without numbers is left out."""
    means = []
    for name, numbers in groups:
        if not len(numbers):
            continue
        mean = float(numbers.mean())
        if len(numbers) < 2:
            means.append(ClassMean(name, 1, mean, float("nan"), float("nan")))
            continue
        freedom = len(numbers) - 1
        t = _T_95[freedom - 1] if freedom <= len(_T_95) else _T_LARGE
        half = t * float(numbers.std(ddof=1)) / len(numbers) ** 0.5
        means.append(ClassMean(name, len(numbers), mean, mean - half, mean + half))
    return means
