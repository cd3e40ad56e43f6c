"""A genre model that an earlier version of the program saved, as a file."""

import json
from pathlib import Path

import numpy as np

from core.genre.model import load_model

HERE = Path(__file__).parent


def test_a_model_of_an_earlier_version_gives_the_same_answers() -> None:
    held = json.loads((HERE / "linear-v1.json").read_text(encoding="utf-8"))
    model = load_model(HERE / "linear-v1.gsm")
    X = np.random.default_rng(held["seed"]).normal(size=(len(held["probabilities"]), len(model.columns)))
    assert list(model.classes) == held["classes"]
    assert model.digest == held["digest"]
    np.testing.assert_allclose(model.predict_proba(X), held["probabilities"], atol=1e-6)
