"""Steps of a genre classifier that scikit-learn does not have: scales for music, whitening by artists, a kernel.

Each follows scikit-learn's conventions and has its ONNX form in `core.genre.onnx_export`. This module imports
scikit-learn, so only fitting code imports it: a saved model needs neither.
"""

from collections.abc import Sequence
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, ClassifierMixin, TransformerMixin
from sklearn.linear_model import LogisticRegression

FLOOR = 1e-12
"""Smallest value whose logarithm is taken; digital silence lies below it."""

CLIP = 5.0
"""Standard deviations beyond which a feature counts as no further away: a model should not extrapolate wildly."""

_WEAK = 1e-7
"""Directions of the kernel weaker than this, relative to its strongest, are numerical noise."""

_POSITIVE = ("rms_mean", "spectral_centroid_mean", "spectral_bandwidth_mean", "rolloff_mean", "zero_crossing_rate_mean")


def is_logarithmic(column: str) -> bool:
    """Whether a feature is heard in ratios (powers, frequencies, tempo) rather than in differences."""
    return column.endswith("_var") or column in _POSITIVE or column == "tempo"


class MusicScaler(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn is untyped
    """Put features on the scales on which they are heard, then standardise them.

    Powers, frequencies and tempo become logarithms. With `octaves`, the tempo also becomes a point on a circle that
    closes at the double tempo, since trackers and listeners confuse 70 and 140 BPM.

    Parameters
    ----------
    columns : names of the columns of `X`
    octaves : append the tempo's circle (two more features at the end)
    """

    def __init__(self, columns: Sequence[str], *, octaves: bool = True) -> None:
        self.columns = columns
        self.octaves = octaves

    def fit(self, X: NDArray[np.float64], y: object = None) -> Self:
        """Learn mean and standard deviation of each scale."""
        self.logarithmic_ = np.array([is_logarithmic(name) for name in self.columns])
        self.tempo_ = list(self.columns).index("tempo") if self.octaves and "tempo" in self.columns else -1
        scales = self._scales(np.asarray(X, dtype=np.float64))
        self.mean_ = scales.mean(axis=0)
        deviation = scales.std(axis=0)
        self.deviation_ = np.where(deviation > 1e-9, deviation, 1.0)
        return self

    def _scales(self, X: NDArray[np.float64]) -> NDArray[np.float64]:
        scales = np.where(self.logarithmic_, np.log(np.maximum(X, FLOOR)), X)
        if self.tempo_ < 0:
            return scales
        turns = scales[:, [self.tempo_]] * (2 * np.pi / np.log(2))
        return np.hstack([scales, np.cos(turns), np.sin(turns)])

    def transform(self, X: NDArray[np.float64]) -> NDArray[np.float64]:
        """Standardised scales [shape=(n_rows, n_columns or n_columns + 2)], within ±`CLIP`."""
        scales = self._scales(np.asarray(X, dtype=np.float64))
        return np.asarray(np.clip((scales - self.mean_) / self.deviation_, -CLIP, CLIP))


class ArtistWhitener(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Shrink the directions in which artists and songs of one genre differ, so that distance means genre.

    The idea is speaker recognition's (within-class covariance normalisation): what varies within a genre, from
    artist to artist and from song to song, is nuisance. Its covariance, shrunk towards a multiple of the identity,
    is made white.

    Parameters
    ----------
    shrinkage : 0 whitens fully, 1 only scales
    between : share of the covariance of artists' means; the rest is the songs' around their artist's mean
    """

    def __init__(self, shrinkage: float = 0.4, between: float = 0.5) -> None:
        self.shrinkage = shrinkage
        self.between = between

    def fit(self, X: NDArray[np.float64], y: NDArray[Any], groups: NDArray[Any] | None = None) -> Self:
        """Learn the whitening; without `groups` every row counts as an artist of its own."""
        artists = np.arange(len(X)) if groups is None else np.asarray(groups)
        covariance = self.between * _artist_covariance(X, y, artists)
        covariance += (1 - self.between) * _song_covariance(X, y, artists)
        level = np.trace(covariance) / X.shape[1]
        if level <= 0:
            self.matrix_ = np.eye(X.shape[1])
            return self
        covariance = (1 - self.shrinkage) * covariance + self.shrinkage * level * np.eye(X.shape[1])
        variances, directions = np.linalg.eigh(covariance)
        self.matrix_ = (directions / np.sqrt(np.maximum(variances, 1e-9 * level))) @ directions.T
        return self

    def transform(self, X: NDArray[np.float64]) -> NDArray[np.float64]:
        """Whitened rows [shape=(n_rows, n_features)]."""
        return np.asarray(X @ self.matrix_)


def _artist_covariance(X: NDArray[np.float64], y: NDArray[Any], artists: NDArray[Any]) -> NDArray[np.float64]:
    """Covariance of artists' means around their genre's, each artist with one vote."""
    deviations = []
    for genre in np.unique(y):
        means = [X[(y == genre) & (artists == artist)].mean(axis=0) for artist in np.unique(artists[y == genre])]
        deviations.append(np.array(means) - np.mean(means, axis=0))
    stacked = np.concatenate(deviations)
    return np.asarray(stacked.T @ stacked / max(len(stacked) - len(deviations), 1))


def _song_covariance(X: NDArray[np.float64], y: NDArray[Any], artists: NDArray[Any]) -> NDArray[np.float64]:
    """Covariance of songs around their artist's mean within the genre."""
    deviations, n_means = [], 0
    for genre in np.unique(y):
        for artist in np.unique(artists[y == genre]):
            songs = X[(y == genre) & (artists == artist)]
            deviations.append(songs - songs.mean(axis=0))
            n_means += 1
    stacked = np.concatenate(deviations)
    return np.asarray(stacked.T @ stacked / max(len(stacked) - n_means, 1))


class KernelLogisticRegression(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Multinomial logistic regression on the Gaussian kernel exp(-gamma ‖a - b‖²).

    As flexible as an SVM with that kernel, but it minimises log loss, so its probabilities need no second fit, and
    it varies smoothly with the features. The kernel is taken to centres drawn from a normal distribution for each
    class (Nyström's approximation), not to the training rows: the kernel is broad, so nothing is lost, and a saved
    model holds no row that it was trained on.

    Parameters
    ----------
    gamma : inverse squared width of the kernel
    C : inverse strength of the regularisation
    n_centres : how many centres, the same number for each class
    random_state : seed of the centres
    """

    def __init__(self, gamma: float = 0.01, C: float = 10.0, n_centres: int = 300, random_state: int = 0) -> None:
        self.gamma = gamma
        self.C = C
        self.n_centres = n_centres
        self.random_state = random_state

    def fit(self, X: NDArray[np.float64], y: NDArray[Any]) -> Self:
        """Fit in the kernel's own coordinates, where the regularised problem is an ordinary logistic regression."""
        X = np.asarray(X, dtype=np.float64)
        self.centres_ = self._draw_centres(X, np.asarray(y))
        strengths, directions = np.linalg.eigh(self._kernel(self.centres_))
        kept = strengths > _WEAK * strengths.max()
        coordinates = directions[:, kept] / np.sqrt(strengths[kept])
        linear = LogisticRegression(C=self.C, max_iter=2000, tol=1e-4).fit(self._kernel(X) @ coordinates, y)
        weights, offsets = linear.coef_, linear.intercept_
        if len(linear.classes_) == 2:
            weights, offsets = (np.vstack([-weights, weights]) / 2, np.concatenate([-offsets, offsets]) / 2)
        self.dual_coef_ = coordinates @ weights.T
        self.intercept_ = offsets
        self.classes_ = linear.classes_
        return self

    def _draw_centres(self, X: NDArray[np.float64], y: NDArray[Any]) -> NDArray[np.float64]:
        random = np.random.default_rng(self.random_state)
        classes = np.unique(y)
        draws = []
        for label in classes:
            rows = X[y == label]
            deviations = rows - rows.mean(axis=0)
            covariance = deviations.T @ deviations / len(rows) + 1e-3 * np.eye(X.shape[1])
            steps = random.standard_normal((-(-self.n_centres // len(classes)), X.shape[1]))
            draws.append(rows.mean(axis=0) + steps @ np.linalg.cholesky(covariance).T)
        return np.concatenate(draws)

    def _kernel(self, X: NDArray[np.float64]) -> NDArray[np.float64]:
        from scipy.spatial.distance import cdist

        return np.asarray(np.exp(-self.gamma * cdist(X, self.centres_, "sqeuclidean")))

    def predict_proba(self, X: NDArray[np.float64]) -> NDArray[np.float64]:
        """Probabilities [shape=(n_rows, n_classes)]."""
        from scipy.special import softmax

        return np.asarray(softmax(self._kernel(np.asarray(X)) @ self.dual_coef_ + self.intercept_, axis=1))

    def predict(self, X: NDArray[np.float64]) -> NDArray[Any]:
        """Return the most probable class of each row."""
        return np.asarray(self.classes_[self.predict_proba(X).argmax(axis=1)])
