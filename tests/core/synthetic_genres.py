"""Small made-up genre tables and models, for tests that must not depend on real data."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.features.recipe import GENRE_COLUMNS, RECIPE
from core.genre.model import save_model
from core.genre.passport import Passport

CLASSES = ("calm", "loud", "quick")
N_ARTISTS = 8
N_SONGS = 5


def synthetic_rows(seed: int = 1) -> tuple[NDArray[np.float64], list[str], list[str]]:
    """Rows of all 58 columns with their labels and artists: genres differ a little, artists within them too."""
    random = np.random.default_rng(seed)
    base = random.uniform(1.0, 3.0, len(GENRE_COLUMNS))
    rows, labels, artists = [], [], []
    for label in CLASSES:
        genre = random.normal(0, 0.15, len(base))
        for number in range(N_ARTISTS):
            artist = random.normal(0, 0.05, len(base))
            for _ in range(N_SONGS):
                rows.append(base * np.exp(genre + artist + random.normal(0, 0.05, len(base))))
                labels.append(label)
                artists.append(f"{label} artist {number}")
    X = np.array(rows)
    X[:, GENRE_COLUMNS.index("length")] = 661500
    X[:, GENRE_COLUMNS.index("tempo")] *= 50
    return X, labels, artists


def write_tables(folder: Path, X: NDArray[np.float64], labels: list[str], artists: list[str]) -> tuple[Path, Path]:
    """The two files that a model is built from."""
    features, performers = folder / "features.csv", folder / "artists.csv"
    lines = [",".join((*GENRE_COLUMNS, "label"))]
    lines += [",".join([*(repr(float(number)) for number in row), label]) for row, label in zip(X, labels, strict=True)]
    features.write_text("\n".join(lines) + "\n")
    entries = [
        f'{i},clip{i},{label},"{artist}",' for i, (label, artist) in enumerate(zip(labels, artists, strict=True))
    ]
    performers.write_text("\n".join(["features_row,clip,label,artist,title", *entries]) + "\n")
    return features, performers


def linear_graph(n_columns: int, n_classes: int, *, seed: int = 0) -> bytes:
    """Softmax of a random linear map, as ONNX; its columns should be about 1 in size."""
    from onnx import TensorProto, helper

    weights = np.random.default_rng(seed).normal(size=(n_columns, n_classes)).astype(np.float32)
    graph = helper.make_graph(
        [
            helper.make_node("MatMul", ["features", "weights"], ["scores"]),
            helper.make_node("Softmax", ["scores"], ["probabilities"], axis=1),
        ],
        "linear",
        [helper.make_tensor_value_info("features", TensorProto.FLOAT, [None, n_columns])],
        [helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, [None, n_classes])],
        [helper.make_tensor("weights", TensorProto.FLOAT, weights.shape, weights.ravel())],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=8)
    return bytes(model.SerializeToString(deterministic=True))


def linear_probabilities(X: NDArray[np.float64], n_classes: int, *, seed: int = 0) -> NDArray[np.float64]:
    """What `linear_graph` should say of rows, computed in double precision."""
    weights = np.random.default_rng(seed).normal(size=(X.shape[1], n_classes)).astype(np.float32).astype(float)
    scores = np.exp(X @ weights - (X @ weights).max(axis=1, keepdims=True))
    return np.asarray(scores / scores.sum(axis=1, keepdims=True))


def linear_passport(columns: tuple[str, ...] = ("rms_mean", "tempo", "mfcc1_mean")) -> Passport:
    """A passport for a `linear_graph` of a few columns."""
    return Passport(
        name="Three genres",
        estimator="softmax of a linear map",
        description="a linear map",
        classes=CLASSES,
        columns=columns,
        recipe=RECIPE,
        medians=(1.0,) * len(columns),
        lowest=(0.0,) * len(columns),
        highest=(2.0,) * len(columns),
    )


def write_linear_model(path: Path, passport: Passport | None = None) -> Passport:
    """A sound model file."""
    passport = passport or linear_passport()
    X = np.random.default_rng(2).uniform(0, 2, (20, len(passport.columns)))
    graph = linear_graph(len(passport.columns), len(passport.classes))
    return save_model(path, passport, graph, X, linear_probabilities(X, len(passport.classes)))
