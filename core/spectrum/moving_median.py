"""A moving median over 31 values, done with nothing but minimum and maximum.

Sixteen neighbouring windows share sixteen of their values, eight of these windows share twenty-four, and so on.
The shared values are sorted once by a network of compare-exchanges, each step adds the values that half of the
windows have in addition, and only ranks that can still become the median are kept. That is some thirty
minimum or maximum operations for a window of thirty-one, and NumPy runs each of them on whole rows. The idea of
sharing sorted cores between neighbouring windows follows A. Adams, "Fast median filters using separable sorting
networks" (ACM Transactions on Graphics 40(4), 2021), reduced to one dimension.
"""

import numpy as np
from numpy.typing import NDArray

WINDOW = 31
"""Values in a window."""

_GROUP = 16
_ROW_ELEMENTS = 24576  # rows are processed together until an operation touches 96 KiB: fewer calls, still in cache

Array = NDArray[np.float32]


def _exchange(values: list[Array], i: int, j: int) -> None:
    low = np.minimum(values[i], values[j])
    values[j] = np.maximum(values[i], values[j])
    values[i] = low


def _sort(values: list[Array]) -> list[Array]:
    """Sort 2, 4, 8 or 16 arrays element by element, with Batcher's odd-even merge network."""
    n = len(values)
    p = 1
    while p < n:
        k = p
        while k >= 1:
            for j in range(k % p, n - k, 2 * k):
                for i in range(min(k, n - j - k)):
                    if (i + j) // (2 * p) == (i + j + k) // (2 * p):
                        _exchange(values, i + j, i + j + k)
            k //= 2
        p *= 2
    return values


def _sort_bitonic(values: list[Array]) -> list[Array]:
    """Sort arrays that rise and then fall (or the other way round), element by element."""
    step = len(values) // 2
    while step >= 1:
        for start in range(0, len(values), 2 * step):
            for i in range(start, start + step):
                _exchange(values, i, i + step)
        step //= 2
    return values


def _middle(candidates: list[Array], added: list[Array]) -> list[Array]:
    """Return the middle third of 2k sorted `candidates` and k sorted `added` values, sorted."""
    k = len(added)
    lowest = candidates[:k] + [np.minimum(candidates[k + j], added[k - 1 - j]) for j in range(k)]
    return _sort_bitonic([np.maximum(lowest[j], lowest[j + k]) for j in range(k)])


def _descend(rows: list[Array], first: int, size: int, candidates: list[Array], out: NDArray[np.float32]) -> None:
    """Write the medians of the windows `first` to `first + size - 1` of each group.

    `rows[j]` holds value j of every group, `candidates` the sorted values of the windows' common core that can
    still be a median.
    """
    if size == 1:
        out[first] = candidates[0]
        return
    half = size // 2
    left = [rows[first + j] for j in range(half - 1, size - 1)]
    right = [rows[first + WINDOW + j] for j in range(half)]
    for start, added in ((first, left), (first + half, right)):
        if half == 1:
            low, high = candidates
            _descend(rows, start, 1, [np.maximum(low, np.minimum(high, added[0]))], out)
        else:
            _descend(rows, start, half, _middle(candidates, _sort(added)), out)


def moving_median(x: NDArray[np.float32]) -> NDArray[np.float32]:
    """Median of every 31 successive rows of `x`.

    Parameters
    ----------
    x : NDArray[np.float32] [shape=(n + 30, m)]
        Values without NaN; the caller pads the ends.

    Returns
    -------
    NDArray[np.float32] [shape=(n, m)], row i the median of rows i to i + 30 of `x`
    """
    n, m = len(x) - (WINDOW - 1), x.shape[1]
    n_groups = -(-n // _GROUP)
    missing = n_groups * _GROUP + WINDOW - 1 - len(x)
    if missing:
        x = np.concatenate([x, np.zeros((missing, m), x.dtype)])
    out = np.empty((n_groups * _GROUP, m), x.dtype)
    together = max(1, _ROW_ELEMENTS // m)
    for start in range(0, n_groups, together):
        stop = min(start + together, n_groups)
        begin, count = start * _GROUP, (stop - start) * _GROUP
        part = x[begin : begin + count + WINDOW - 1]
        rows = [part[j : j + count - _GROUP + 1 : _GROUP] for j in range(_GROUP + WINDOW - 1)]
        medians = out[begin : begin + count].reshape(stop - start, _GROUP, m).swapaxes(0, 1)
        core = _sort([rows[j] for j in range(_GROUP - 1, WINDOW)])
        _descend(rows, 0, _GROUP, core, medians)
    return out[:n]
