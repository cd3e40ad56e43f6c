"""Checks of a model file against what was stored when it was made."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from core.genre.model import load_model, save_model
from core.genre.passport import Probe
from core.genre.verification import verify_model
from tests.core.synthetic_genres import linear_graph, linear_passport, linear_probabilities, write_linear_model


def test_verifying_compares_with_the_estimator(tmp_path: Path) -> None:
    path = tmp_path / "model.gsm"
    X = np.array([[0.5, 1.0, 1.5]])
    said = linear_probabilities(X, 3)[0]
    for shift, sound in ((0.0, True), (0.01, False)):
        passport = replace(linear_passport(), probes=(Probe((0.5, 1.0, 1.5), tuple(said + [shift, -shift, 0])),))
        save_model(path, passport, linear_graph(3, 3), X, linear_probabilities(X, 3))
        differs = any("differs from its estimator" in problem for problem in verify_model(path))
        assert differs is not sound


def test_verifying_an_unsound_file_gives_its_reason(tmp_path: Path) -> None:
    path = tmp_path / "model.gsm"
    write_linear_model(path)
    assert any("no probes" in problem for problem in verify_model(path))
    path.write_bytes(path.read_bytes()[:-40])
    assert verify_model(path) == ["model.gsm is not a Groovescope model or is damaged; download or rebuild it."]


def test_a_model_with_learned_scales_of_an_earlier_version_still_predicts_the_same() -> None:
    """The file was written while whitened kernels also learned scales; its probes are that estimator's answers."""
    path = Path(__file__).with_name("learned_scales.gsm")
    assert verify_model(path) == []
    assert len(load_model(path).passport.probes) == 6
