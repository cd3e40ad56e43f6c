"""Which sections are alike: grouped by average linkage of how alike they are, unit by unit."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Bounds = tuple[int, int]
"""First unit and end of a section."""


def alike_groups(similarity: NDArray[np.float64], bounds: Sequence[Bounds], alike: float) -> list[int]:
    """Return a number for each section; sections of one number are alike.

    Parameters
    ----------
    similarity : NDArray[np.float64] [shape=(n_units, n_units)]
    bounds : first unit and end of each section
    alike : mean likeness of two groups from which on they are one

    Returns
    -------
    list of int, 0 for the first section, each new number one more than those before it
    """
    n = len(bounds)
    likeness = np.ones((n, n))
    for i in range(n):
        for j in range(i):
            likeness[i, j] = likeness[j, i] = section_likeness(similarity, bounds[i], bounds[j])
    groups = [[place] for place in range(n)]
    while len(groups) > 1:
        means = _between_groups(likeness, groups)
        first, second = divmod(int(means.argmax()), len(groups))
        if means[first, second] < alike:
            break
        first, second = sorted((first, second))
        groups[first] += groups.pop(second)
    groups.sort(key=min)
    return [next(number for number, group in enumerate(groups) if place in group) for place in range(n)]


def section_likeness(similarity: NDArray[np.float64], first: Bounds, second: Bounds) -> float:
    """Return how alike two sections are, unit by unit, the shorter laid where it fits best in the longer."""
    if first[1] - first[0] > second[1] - second[0]:
        first, second = second, first
    block = similarity[first[0] : first[1], second[0] : second[1]]
    short, long = block.shape
    fits = [float(np.diagonal(block, offset).mean()) for offset in range(long - short + 1)]
    return float(max(fits) * (short / long) ** 0.3)


def _between_groups(likeness: NDArray[np.float64], groups: Sequence[Sequence[int]]) -> NDArray[np.float64]:
    """Return the mean likeness of every two groups, -1 on the diagonal [shape=(n_groups, n_groups)]."""
    member = np.zeros((len(groups), len(likeness)))
    for number, group in enumerate(groups):
        member[number, group] = 1 / len(group)
    means: NDArray[np.float64] = member @ likeness @ member.T
    np.fill_diagonal(means, -1.0)
    return means
