"""Smooth distributions of numbers, for curves and violins."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

POINTS = 160
_MOST = 4000
"""Numbers beyond so many are thinned out evenly in their order: the curve looks the same."""

_MOST_LOOKED_AT = 20_000
"""Numbers of a class that are put in order; of more, so many evenly from first to last."""


@dataclass(frozen=True, eq=False)
class Density:
    """A curve: `x` [shape=(n_points,)] in the column's unit, `y` so that its integral is 1."""

    x: NDArray[np.float64]
    y: NDArray[np.float64]


def shared_axis(groups: Sequence[NDArray[np.float64]], points: int = POINTS) -> NDArray[np.float64]:
    """Return places at which several densities can be compared [shape=(points,)]; empty without numbers."""
    numbers = [_fewer(one) for one in groups if len(one)]
    if not numbers:
        return np.empty(0)
    together = np.concatenate(numbers)
    low, high = (float(one) for one in np.percentile(together, (0.5, 99.5)))
    low, high = (low, high) if high > low else (float(together.min()), float(together.max()))
    room = 0.12 * (high - low) or max(abs(low), 1.0) * 0.1
    return np.linspace(low - room, high + room, points)


def density(numbers: NDArray[np.float64], x: NDArray[np.float64]) -> Density | None:
    """Estimate a density by Gaussian kernels of Silverman's robust width (1986).

    Parameters
    ----------
    numbers : NDArray[np.float64] of shape (n_numbers,)
        Finite numbers in any order.
    x : NDArray[np.float64] of shape (n_points,)
        Places to estimate the density at.

    Returns
    -------
    Density or None
        None for fewer than two numbers and for numbers without spread.
    """
    from scipy.stats import gaussian_kde

    if len(numbers) < 2 or not len(x):
        return None
    n_numbers, numbers = len(numbers), _fewer(numbers)
    quartiles = np.percentile(numbers, (25, 75))
    spread = min(float(numbers.std(ddof=1)), float(quartiles[1] - quartiles[0]) / 1.349 or np.inf)
    if not spread > 0:
        return None
    width = 0.9 * spread * n_numbers**-0.2
    used = np.sort(numbers)
    if len(used) > _MOST:
        used = used[np.linspace(0, len(used) - 1, _MOST).round().astype(int)]
    kernels = gaussian_kde(used, bw_method=width / float(used.std(ddof=1)))  # in units of the numbers' own deviation
    return Density(x, np.asarray(kernels(x), dtype=np.float64))


def _n_bins(numbers: NDArray[np.float64], most: int) -> int:
    """Return how many bins Freedman and Diaconis would make of very many numbers."""
    low, high = np.percentile(_fewer(numbers), (25, 75))
    width = 2 * float(high - low) * len(numbers) ** (-1 / 3)
    spread = float(np.ptp(numbers))
    return most if width <= spread / most else max(1, int(np.ceil(spread / width)))


def _fewer(numbers: NDArray[np.float64]) -> NDArray[np.float64]:
    return numbers[:: -(-len(numbers) // _MOST_LOOKED_AT)] if len(numbers) > _MOST_LOOKED_AT else numbers


def histogram(numbers: NDArray[np.float64], most_bins: int = 60) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return edges [shape=(n + 1,)] and counts [shape=(n,)], in at most `most_bins` bins of Freedman and Diaconis."""
    if not len(numbers):
        return np.empty(0), np.empty(0, dtype=np.int64)
    if len(numbers) > _MOST_LOOKED_AT:  # told by their number; by their edges it takes ten times as long
        counts, edges = np.histogram(numbers, _n_bins(numbers, most_bins))
        return edges, counts.astype(np.int64)
    edges = np.histogram_bin_edges(numbers, "fd") if np.ptp(numbers) > 0 else np.histogram_bin_edges(numbers, 1)
    if len(edges) > most_bins + 1:
        edges = np.linspace(float(numbers.min()), float(numbers.max()), most_bins + 1)
    counts, edges = np.histogram(numbers, edges)
    return edges, counts.astype(np.int64)
