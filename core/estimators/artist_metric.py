"""Scales that make nearness mean genre: learned by asking how songs are judged when their artist is left out.

A kernel ridge classifier tells in closed form what it would say of every song, had it been fitted without all songs of
that song's artist (Pahikkala et al. 2006 give the formula for leaving groups out). The log loss of these answers has a
gradient with respect to the scale of every dimension, so the scales that do best for artists never heard can be found
by descent, without a single refit. A ridge holds them near the whitening that they start from.

This module imports scikit-learn, so only fitting code imports it.
"""

from collections import OrderedDict
from hashlib import sha256
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from core.estimators.transformers import ArtistWhitener

_NOISE = 0.3
"""The kernel ridge's own ridge, as a variance beside the kernel's 1 on its diagonal."""

_SHARPNESS = 3.0
"""Of the softmax over the ridge's answers, to begin with; it is learned together with the scales."""

_STEPS = 40
_MOST_ROWS = 1000
_KEPT = 4
_learned: OrderedDict[bytes, NDArray[np.float64]] = OrderedDict()


class ArtistMetric(ArtistWhitener):
    """`ArtistWhitener`, then a scale for each whitened dimension.

    Parameters
    ----------
    shrinkage, between : as there
    gamma : inverse squared width of the kernel whose answers are judged
    ridge : weight of the squared logarithms of the scales, against the mean log loss in nats
    """

    def __init__(self, shrinkage: float = 0.4, between: float = 0.5, gamma: float = 0.01, ridge: float = 0.06) -> None:
        super().__init__(shrinkage, between)
        self.gamma = gamma
        self.ridge = ridge

    def fit(self, X: NDArray[np.float64], y: NDArray[Any], groups: NDArray[Any] | None = None) -> Self:
        """Learn the whitening and the scales; without `groups` every row counts as an artist of its own."""
        super().fit(X, y, groups)
        artists = np.arange(len(X)) if groups is None else np.asarray(groups)
        numbers = np.unique(np.asarray(y), return_inverse=True)[1]
        self.scales_ = _remembered(self.transform(X), numbers, artists, self.gamma, self.ridge)
        self.matrix_ = self.matrix_ * self.scales_
        return self


def _remembered(
    Z: NDArray[np.float64], y: NDArray[np.int64], artists: NDArray[Any], gamma: float, ridge: float
) -> NDArray[np.float64]:
    """`learned_scales`, kept for the other kernels of a committee that see the same rows."""
    digest = sha256(repr((Z.shape, gamma, ridge)).encode())
    for array in (Z, y, artists):
        digest.update(np.ascontiguousarray(array).tobytes())
    key = digest.digest()
    if key not in _learned:
        _learned[key] = learned_scales(Z, y, artists, gamma=gamma, ridge=ridge)
        while len(_learned) > _KEPT:
            _learned.popitem(last=False)
    return _learned[key]


def learned_scales(
    Z: NDArray[np.float64], y: NDArray[np.int64], artists: NDArray[Any], *, gamma: float, ridge: float
) -> NDArray[np.float64]:
    """The scale of each dimension that serves artists best that were left out.

    Parameters
    ----------
    Z : rows [shape=(n_rows, n_dimensions)]; of more than a thousand only some artists' are looked at
    y : number of each row's class [shape=(n_rows,)]
    artists : who plays each row [shape=(n_rows,)]

    Returns
    -------
    NDArray[np.float64] [shape=(n_dimensions,)], positive, 1 where nothing was gained
    """
    from scipy.optimize import minimize

    rows = _some_artists(artists)
    Z, y, artists = Z[rows], y[rows], artists[rows]
    parts = [np.flatnonzero(artists == artist) for artist in np.unique(artists)]
    if len(parts) < 3 or len(np.unique(y)) < 2:
        return np.ones(Z.shape[1])
    found = minimize(
        leave_artist_out_loss,
        np.concatenate([[np.log(_SHARPNESS)], np.zeros(Z.shape[1])]),
        args=(Z, y, parts, gamma, ridge),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": _STEPS},
    )
    return np.exp(np.asarray(found.x[1:], dtype=np.float64))


def leave_artist_out_loss(
    parameters: NDArray[np.float64],
    Z: NDArray[np.float64],
    y: NDArray[np.int64],
    parts: list[NDArray[np.int64]],
    gamma: float,
    ridge: float,
) -> tuple[float, NDArray[np.float64]]:
    """Mean log loss of a kernel ridge classifier for artists that it is fitted without, and its gradient.

    Parameters
    ----------
    parameters : logarithms of the softmax's sharpness and of the scales [shape=(1 + n_dimensions,)]
    parts : the rows of each artist
    """
    sharpness, squares = float(np.exp(parameters[0])), np.exp(2 * parameters[1:])
    n_rows, n_classes = len(Z), int(y.max()) + 1
    Y = np.eye(n_classes)[y] - 1 / n_classes
    kernel = np.exp(-gamma * _squared_distances(Z, squares))
    H = _inverse(kernel + _NOISE * np.eye(n_rows))
    dual = H @ Y
    residual = np.empty_like(Y)
    for part in parts:
        residual[part] = np.linalg.solve(H[np.ix_(part, part)], dual[part])
    answers = Y - residual  # of each row by the classifier without its artist
    scores = sharpness * answers
    scores -= scores.max(axis=1, keepdims=True)
    said = np.exp(scores)
    said /= said.sum(axis=1, keepdims=True)
    loss = -float(np.log(np.maximum(said[np.arange(n_rows), y], 1e-300)).mean())

    said[np.arange(n_rows), y] -= 1
    slope = said / n_rows  # by the scores
    by_sharpness = sharpness * float((slope * answers).sum())
    slope *= sharpness
    U = np.empty_like(Y)
    spread = np.empty_like(H)
    for part in parts:
        U[part] = np.linalg.solve(H[np.ix_(part, part)], slope[part])
        spread[:, part] = (H[:, part] @ U[part]) @ residual[part].T
    by_kernel = (H @ U) @ dual.T - spread @ H
    weights = -gamma * by_kernel * kernel
    outer = weights.sum(axis=0) + weights.sum(axis=1)
    by_squares = outer @ Z**2 - 2 * np.einsum("id,id->d", Z, weights @ Z)
    logs = parameters[1:]
    gradient = np.concatenate([[by_sharpness], 2 * squares * by_squares + 2 * ridge * logs])
    return loss + ridge * float(logs @ logs), gradient


def _squared_distances(Z: NDArray[np.float64], squares: NDArray[np.float64]) -> NDArray[np.float64]:
    scaled = Z * np.sqrt(squares)
    lengths = (scaled * scaled).sum(axis=1)
    return np.asarray(np.maximum(lengths[:, None] + lengths - 2 * scaled @ scaled.T, 0.0))


def _inverse(matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    """Of a symmetric positive matrix, by Cholesky's factors: half the work of a general one."""
    from scipy.linalg.lapack import dpotrf, dpotri

    factor, failed = dpotrf(matrix, lower=1)
    if failed:
        return np.asarray(np.linalg.inv(matrix), dtype=np.float64)
    half, _ = dpotri(factor, lower=1)
    half = np.tril(half)
    return np.asarray(half + np.tril(half, -1).T)


def _some_artists(artists: NDArray[Any]) -> NDArray[np.int64]:
    """All rows, or those of so many artists, drawn at random, that they are not too many for the kernel."""
    if len(artists) <= _MOST_ROWS:
        return np.arange(len(artists))
    names, numbers, counts = np.unique(artists, return_inverse=True, return_counts=True)
    order = np.random.default_rng(0).permutation(len(names))
    kept = order[np.cumsum(counts[order]) <= _MOST_ROWS]
    return np.flatnonzero(np.isin(numbers, kept))
