"""Reasons for one song: which groups of columns spoke for each class, and which against.

The method is Shapley sampling over groups of columns, for any estimator that gives probabilities. Groups are put in
random orders; along an order each group of the song replaces the same group of a background row, and the change of
every class's probability is credited to it. The mean over orders and background rows is the group's share. Shares
add up to the difference between what is said of the song and what is said of the background rows on average.
Every order is also walked backwards, which halves the noise. Groups are shuffled as a whole, so that correlated
columns do not make rows that no music has within a group; between groups such rows do occur.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.explanation.column_groups import ColumnGroup, column_groups
from core.language import tr
from core.progress import Report, silent

ORDERS = 100
_AT_ONCE = 16

Probabilities = Callable[[NDArray[np.float64]], NDArray[np.float64]]


@dataclass(frozen=True, eq=False)
class Reasons:
    """What spoke for and against each class.

    Attributes
    ----------
    groups : of columns
    classes : names
    shares : NDArray[np.float64] [shape=(n_groups, n_classes)], in probability; positive speaks for the class
    probabilities : NDArray[np.float64] [shape=(n_classes,)], of the song
    typical : NDArray[np.float64] [shape=(n_classes,)], of the background rows on average
    noise : NDArray[np.float64] [shape=(n_groups, n_classes)], standard error of the shares
    """

    groups: tuple[ColumnGroup, ...]
    classes: tuple[str, ...]
    shares: NDArray[np.float64]
    probabilities: NDArray[np.float64]
    typical: NDArray[np.float64]
    noise: NDArray[np.float64]

    def of_class(self, number: int) -> list[tuple[ColumnGroup, float]]:
        """Return the groups with their shares for one class, largest first."""
        order = np.argsort(-self.shares[:, number], kind="stable")
        return [(self.groups[one], float(self.shares[one, number])) for one in order]

    def in_words(self, number: int) -> str:
        """One sentence or two about one class."""
        ranked = [(group, share) for group, share in self.of_class(number) if abs(share) > 0.005]
        speaking = [f"{group.name} (+{100 * share:.0f})" for group, share in ranked if share > 0][:3]
        against = [f"{group.name} ({100 * share:.0f})" for group, share in reversed(ranked) if share < 0][:3]
        name, probability = self.classes[number], self.probabilities[number]
        text = tr(
            "{name}: {probability:.0f} % (on average {typical:.0f} %).",
            name=name,
            probability=100 * probability,
            typical=100 * self.typical[number],
        )
        text += tr(" For: {speaking}.", speaking=", ".join(speaking)) if speaking else ""
        return text + (tr(" Against: {against}.", against=", ".join(against)) if against else "")


def reasons_for(
    row: NDArray[np.float64],
    background: NDArray[np.float64],
    predict_proba: Probabilities,
    columns: Sequence[str],
    classes: Sequence[str],
    *,
    groups: Sequence[ColumnGroup] | None = None,
    orders: int = ORDERS,
    seed: int = 0,
    report: Report = silent,
) -> Reasons:
    """Shapley shares of each group of columns for each class.

    Parameters
    ----------
    row : finite numbers of the song [shape=(n_columns,)]
    background : finite numbers of other songs [shape=(n_rows, n_columns)], those trained on, say
    predict_proba : from rows [shape=(n, n_columns)] to probabilities [shape=(n, n_classes)]
    orders : random orders, each walked in both directions from one background row
    report : may raise `Cancelled`
    """
    parts = tuple(column_groups(columns) if groups is None else groups)
    random = np.random.default_rng(seed)
    earned = []
    starts = []
    for start in range(0, orders, _AT_ONCE):
        report(start / orders, tr("Measuring reasons"))
        walks = []
        for _ in range(min(_AT_ONCE, orders - start)):
            order = random.permutation(len(parts))
            other = background[random.integers(len(background))]
            walks += [(order, other), (order[::-1], other)]
        rows = np.concatenate([_walk(row, other, parts, order) for order, other in walks])
        said = predict_proba(rows).reshape(len(walks), len(parts) + 1, -1)
        for (order, _), path in zip(walks, said, strict=True):
            credit = np.empty((len(parts), path.shape[1]))
            credit[order] = np.diff(path, axis=0)
            earned.append(credit)
            starts.append(path[0])
    report(1.0, tr("Measured"))
    pairs = np.array(earned).reshape(orders, 2, len(parts), -1).mean(axis=1)
    noise = pairs.std(axis=0) / np.sqrt(orders)
    probabilities = predict_proba(row[None])[0]
    return Reasons(parts, tuple(classes), pairs.mean(axis=0), probabilities, np.mean(starts, axis=0), noise)


def _walk(
    row: NDArray[np.float64], other: NDArray[np.float64], parts: Sequence[ColumnGroup], order: NDArray[np.int64]
) -> NDArray[np.float64]:
    """From the background row to the song, one group after another [shape=(n_groups + 1, n_columns)]."""
    steps = np.tile(other, (len(parts) + 1, 1))
    for number, one in enumerate(order, start=1):
        places = list(parts[one].places)
        steps[number:, places] = row[places]
    return steps
