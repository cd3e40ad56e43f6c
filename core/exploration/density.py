"""Smooth distributions of numbers, for curves and violins."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

POINTS = 160
_MOST = 4000
"""Numbers beyond so many are thinned out evenly in their order: the curve looks the same."""


@dataclass(frozen=True, eq=False)
class Density:
    """A curve: `x` [shape=(n_points,)] in the column's unit, `y` so that its integral is 1."""

    x: NDArray[np.float64]
    y: NDArray[np.float64]


def shared_axis(groups: Sequence[NDArray[np.float64]], points: int = POINTS) -> NDArray[np.float64]:
    """Places at which several densities can be compared [shape=(points,)]; empty without numbers."""
    numbers = [one for one in groups if len(one)]
    if not numbers:
        return np.empty(0)
    together = np.concatenate(numbers)
    low, high = (float(one) for one in np.percentile(together, (0.5, 99.5)))
    low, high = (low, high) if high > low else (float(together.min()), float(together.max()))
    room = 0.12 * (high - low) or max(abs(low), 1.0) * 0.1
    return np.linspace(low - room, high + room, points)


def density(numbers: NDArray[np.float64], x: NDArray[np.float64]) -> Density | None:
    """Gaussian kernels of Silverman's width (1986, the robust form); None where there is no spread to smooth."""
    if len(numbers) < 2 or not len(x):
        return None
    quartiles = np.percentile(numbers, (25, 75))
    spread = min(float(numbers.std(ddof=1)), float(quartiles[1] - quartiles[0]) / 1.349 or np.inf)
    if not spread > 0:
        return None
    width = 0.9 * spread * len(numbers) ** -0.2
    used = np.sort(numbers)
    if len(used) > _MOST:
        used = used[np.linspace(0, len(used) - 1, _MOST).round().astype(int)]
    z = (x[:, None] - used[None, :]) / width
    y = np.exp(-0.5 * z * z).sum(axis=1) / (len(used) * width * np.sqrt(2 * np.pi))
    return Density(x, y)


def histogram(numbers: NDArray[np.float64], most_bins: int = 60) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Edges [shape=(n + 1,)] and counts [shape=(n,)], with the bins of Freedman and Diaconis up to `most_bins`."""
    if not len(numbers):
        return np.empty(0), np.empty(0, dtype=np.int64)
    edges = np.histogram_bin_edges(numbers, "fd") if np.ptp(numbers) > 0 else np.histogram_bin_edges(numbers, 1)
    if len(edges) > most_bins + 1:
        edges = np.linspace(float(numbers.min()), float(numbers.max()), most_bins + 1)
    counts, edges = np.histogram(numbers, edges)
    return edges, counts.astype(np.int64)
