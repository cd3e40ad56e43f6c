"""Scales learned by leaving artists out: the closed form against refitting, its gradient, and what it is good for."""

import numpy as np
import pytest
from numpy.typing import NDArray
from sklearn.kernel_ridge import KernelRidge

from core.estimators import artist_metric
from core.estimators.artist_metric import ArtistMetric, learned_scales, leave_artist_out_loss

Songs = tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.int64]]


def songs(n_artists: int = 30, seed: int = 5) -> Songs:
    """Three genres in the first dimension, artists in the second, nothing in the third; whose artist is whose."""
    random = np.random.default_rng(seed)
    artists = np.repeat(np.arange(n_artists), 4)
    y = artists % 3
    Z = random.normal(0, 1.0, (len(artists), 3))
    Z[:, 0] += 1.5 * y
    Z[:, 1] += random.normal(0, 6.0, n_artists)[artists]
    return Z, y, artists


def test_the_loss_is_that_of_refitting_without_each_artist() -> None:
    Z, y, artists = songs(9)
    parts = [np.flatnonzero(artists == artist) for artist in np.unique(artists)]
    scales = np.array([1.2, 0.5, 0.9])
    Y = np.eye(3)[y] - 1 / 3
    answers = np.empty_like(Y)
    for part in parts:
        others = np.setdiff1d(np.arange(len(y)), part)
        ridge = KernelRidge(alpha=0.3, kernel="rbf", gamma=0.05).fit(Z[others] * scales, Y[others])
        answers[part] = ridge.predict(Z[part] * scales)
    scores = np.exp(3 * answers)
    expected = -np.log((scores / scores.sum(axis=1, keepdims=True))[np.arange(len(y)), y]).mean()
    parameters = np.log(np.concatenate([[3.0], scales]))
    loss, _ = leave_artist_out_loss(parameters, Z, y, parts, gamma=0.05, ridge=0.0)
    assert loss == pytest.approx(expected, abs=1e-9)


def test_the_gradient_is_that_of_the_loss() -> None:
    Z, y, artists = songs(12)
    parts = [np.flatnonzero(artists == artist) for artist in np.unique(artists)]
    at = np.array([1.0, 0.2, -0.3, 0.1])
    _, gradient = leave_artist_out_loss(at, Z, y, parts, 0.05, 0.06)
    for place, step in enumerate(1e-6 * np.eye(4)):
        above, below = (leave_artist_out_loss(at + sign * step, Z, y, parts, 0.05, 0.06)[0] for sign in (1, -1))
        assert gradient[place] == pytest.approx((above - below) / 2e-6, abs=1e-7)


def test_what_tells_genres_counts_and_what_tells_artists_does_not() -> None:
    scales = learned_scales(*songs(), gamma=0.05, ridge=0.005)
    assert scales[0] > 1.5 * scales[2] > 1.5 * scales[1]
    assert scales[1] < 0.2


def test_a_strong_ridge_leaves_the_whitening_as_it_is() -> None:
    assert np.allclose(learned_scales(*songs(), gamma=0.05, ridge=1e6), 1, atol=1e-3)


def test_too_little_to_leave_out_changes_nothing() -> None:
    Z, y, _ = songs(6)
    assert (learned_scales(Z, y, np.arange(len(y)) % 2, gamma=0.05, ridge=0.06) == 1).all()
    assert (learned_scales(Z, np.zeros_like(y), np.arange(len(y)), gamma=0.05, ridge=0.06) == 1).all()


def test_of_many_rows_some_artists_are_looked_at_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(artist_metric, "_MOST_ROWS", 60)
    rows = artist_metric._some_artists(np.repeat(np.arange(50), 4))
    assert 50 < len(rows) <= 60
    assert set(np.bincount(rows // 4)) == {0, 4}


def test_the_same_rows_give_the_same_metric_with_and_without_what_is_remembered() -> None:
    Z, y, artists = songs()
    once = ArtistMetric().fit(Z, y, artists)
    again = ArtistMetric().fit(Z, y, artists)
    artist_metric._learned.clear()
    anew = ArtistMetric().fit(Z, y, artists)
    assert (once.matrix_ == again.matrix_).all() and (once.matrix_ == anew.matrix_).all()
    assert (once.transform(Z) == Z @ once.matrix_).all()
