"""The steps that scikit-learn does not have, and their ONNX forms."""

import numpy as np
import pytest
from numpy.typing import NDArray

from core.errors import ModelError
from core.estimators.transformers import CLIP, ArtistWhitener, KernelLogisticRegression, MusicScaler
from core.genre.model import GenreModel
from core.genre.onnx_export import to_graph
from core.model_file.graph import check_graph
from tests.core.synthetic_genres import linear_passport

COLUMNS = ("rms_mean", "mfcc1_mean", "tempo")


@pytest.fixture
def rows() -> NDArray[np.float64]:
    random = np.random.default_rng(3)
    return np.stack([random.lognormal(-2, 1, 90), random.normal(-100, 40, 90), random.uniform(60, 180, 90)], axis=1)


def test_powers_and_tempo_are_scaled_by_ratio_and_means_by_difference(rows: NDArray[np.float64]) -> None:
    scaler = MusicScaler(COLUMNS, octaves=False).fit(rows)
    scaled = scaler.transform(rows * [2.0, 1.0, 2.0] + [0.0, 10.0, 0.0]) - scaler.transform(rows)
    assert np.allclose(scaled.std(axis=0), 0, atol=1e-9)
    assert (scaled.mean(axis=0) > 0).all()


def test_double_tempo_is_the_same_point_on_the_circle(rows: NDArray[np.float64]) -> None:
    scaler = MusicScaler(COLUMNS).fit(rows)
    once, twice = scaler.transform(rows), scaler.transform(rows * [1.0, 1.0, 2.0])
    assert once.shape == (90, 5)
    assert np.allclose(once[:, 3:], twice[:, 3:])
    assert not np.allclose(once[:, 2], twice[:, 2])


def test_features_of_silence_stay_within_bounds(rows: NDArray[np.float64]) -> None:
    scaled = MusicScaler(COLUMNS).fit(rows).transform(np.array([[0.0, -1131.0, 0.0], [1e30, 1e30, 1e30]]))
    assert np.isfinite(scaled).all()
    assert np.abs(scaled).max() <= CLIP


def test_whitening_shrinks_what_differs_between_artists_of_a_genre() -> None:
    random = np.random.default_rng(7)
    genre = np.repeat([0, 1], 100)
    artist = np.repeat(np.arange(20), 10)
    X = np.stack(
        [genre + random.normal(0, 0.3, 200), random.normal(0, 3, 20)[artist] + random.normal(0, 0.3, 200)], axis=1
    )
    before = X.std(axis=0)
    after = ArtistWhitener(shrinkage=0.05, between=0.8).fit(X, genre, artist).transform(X).std(axis=0)
    assert before[1] > 3 * before[0]
    assert after[0] > after[1]


def test_whitening_of_constant_columns_changes_nothing() -> None:
    X = np.ones((6, 2))
    assert (ArtistWhitener().fit(X, np.arange(6) % 2, np.arange(6)).transform(X) == X).all()


def test_kernel_logistic_regression_learns_what_no_line_can_part() -> None:
    random = np.random.default_rng(11)
    X = random.uniform(-2, 2, (400, 2))
    y = (X[:, 0] * X[:, 1] > 0).astype(int)
    classifier = KernelLogisticRegression(gamma=1.0, C=100.0).fit(X[:300], y[:300])
    assert (classifier.predict(X[300:]) == y[300:]).mean() > 0.9
    assert np.allclose(classifier.predict_proba(X).sum(axis=1), 1)


def test_a_fitted_kernel_holds_no_training_row() -> None:
    X = np.random.default_rng(13).normal(size=(60, 4))
    classifier = KernelLogisticRegression().fit(X, np.arange(60) % 3)
    distances = np.linalg.norm(classifier.centres_[:, None] - X[None], axis=2)
    assert distances.min() > 1e-3


@pytest.mark.parametrize("n_classes", [2, 3])
def test_the_onnx_form_says_the_same(rows: NDArray[np.float64], n_classes: int) -> None:
    from sklearn.pipeline import Pipeline

    y = np.digitize(rows[:, 1], [-100] if n_classes == 2 else [-120, -80])
    pipeline = Pipeline(
        [("scale", MusicScaler(COLUMNS)), ("whiten", ArtistWhitener()), ("classify", KernelLogisticRegression())]
    ).fit(rows, y)
    graph = to_graph(pipeline, 3)
    check_graph(graph, 3, n_classes)
    probes = np.vstack([rows, rows * 1.3, [[0.0, -1131.0, 0.0]]])
    passport = linear_passport(COLUMNS)
    model = GenreModel(
        passport if n_classes == 3 else type(passport)(**{**vars(passport), "classes": ("a", "b")}), graph
    )
    assert np.abs(model.predict_proba(probes) - pipeline.predict_proba(probes)).max() < 1e-5
    assert to_graph(pipeline, 3) == graph


def test_an_estimator_without_an_onnx_form_says_why_it_cannot_be_saved(rows: NDArray[np.float64]) -> None:
    from sklearn.ensemble import HistGradientBoostingClassifier
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import QuantileTransformer

    scaler = QuantileTransformer(output_distribution="normal", n_quantiles=20)
    pipeline = make_pipeline(scaler, HistGradientBoostingClassifier(max_iter=2)).fit(rows, np.arange(90) % 3)
    with pytest.raises(ModelError, match="has no ONNX form, so it cannot be saved: ") as refusal:
        to_graph(pipeline, 3)
    assert "\n" not in str(refusal.value)
