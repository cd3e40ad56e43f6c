"""Scores over folds in a few numbers, and the gap between protocols in words."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from core.language import tr
from core.training.cross_validation import FoldScore
from core.training.protocols import Protocol

METRICS = ("accuracy", "precision", "recall", "f1")
_DISTINCT = 0.02


@dataclass(frozen=True)
class Spread:
    """One number over the folds: mean, least, most, and standard deviation."""

    mean: float
    lowest: float
    highest: float
    spread: float


@dataclass(frozen=True)
class Summary:
    """One estimator in one protocol.

    Attributes
    ----------
    accuracy, precision, recall, f1 : over the folds that could be fitted; None where none could
    n_folds, n_failed : fits, and those of them that failed
    fit_seconds : of all fits together
    error : of the first that failed
    """

    estimator: str
    protocol: Protocol
    accuracy: Spread | None
    precision: Spread | None
    recall: Spread | None
    f1: Spread | None
    n_folds: int
    n_failed: int
    fit_seconds: float
    error: str | None


def summarise(scores: Iterable[FoldScore]) -> list[Summary]:
    """One summary for each estimator and protocol, in the order in which they come first."""
    grouped: dict[tuple[str, Protocol], list[FoldScore]] = {}
    for score in scores:
        grouped.setdefault((score.estimator, score.protocol), []).append(score)
    return [_summary(*key, rows) for key, rows in grouped.items()]


def _summary(estimator: str, protocol: Protocol, rows: Sequence[FoldScore]) -> Summary:
    good = [row for row in rows if row.error is None]
    spreads = {name: _spread([getattr(row, name) for row in good]) for name in METRICS}
    return Summary(
        estimator=estimator,
        protocol=protocol,
        **spreads,
        n_folds=len(rows),
        n_failed=len(rows) - len(good),
        fit_seconds=sum(row.fit_seconds for row in good),
        error=next((row.error for row in rows if row.error is not None), None),
    )


def _spread(numbers: Sequence[float]) -> Spread | None:
    if not numbers:
        return None
    return Spread(float(np.mean(numbers)), min(numbers), max(numbers), float(np.std(numbers)))


def is_beyond_chance(random: Summary, grouped: Summary) -> bool:
    """Whether an estimator does better on random folds than on grouped ones by more than their spread explains."""
    if random.accuracy is None or grouped.accuracy is None:
        return False
    noise = math.hypot(random.accuracy.spread, grouped.accuracy.spread) / math.sqrt(max(min(random.n_folds, 5), 1))
    return random.accuracy.mean - grouped.accuracy.mean >= max(_DISTINCT, noise)


def gap_in_words(name: str, random: Summary, grouped: Summary, group: str | None) -> str:
    """Return what it means that an estimator does better on random folds than on grouped ones.

    Parameters
    ----------
    name : the estimator's, for people
    group : what the groups are ("artist"), where it is known
    """
    what = group or tr("group")
    if random.accuracy is None or grouped.accuracy is None:
        return tr("{name} could not be fitted in both protocols; nothing to compare.", name=name)
    high, low = random.accuracy.mean, grouped.accuracy.mean
    first = tr(
        "{name}: accuracy {high:.0f} % with random folds, {low:.0f} % with {what}-grouped folds.",
        name=name,
        high=100 * high,
        low=100 * low,
        what=what,
    )
    if not is_beyond_chance(random, grouped):
        return tr(
            "{first} There is no difference beyond chance: recognising the {what} does not help.",
            first=first,
            what=what,
        )
    return tr(
        "{first} Random folds put rows of one {what} on both sides: {high:.0f} points come from "
        "recognising the {what}. For a new {what}, rely on the grouped score.",
        first=first,
        what=what,
        high=100 * (high - low),
    )
