"""How predictions are printed."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.commandline.files import Predicted
from core.commandline.predictions import GenreTable, prediction_json
from core.genre.model import GenrePrediction

SAID = GenrePrediction(
    ("pop", "rock"), np.array([0.7, 0.3]), np.array([[0.0, 30.0]]), np.array([[0.7, 0.3]]), "Two genres", ()
)


def printed(prediction: GenrePrediction | None) -> dict[str, object]:
    return prediction_json(Path("a.wav"), Predicted(30.0, prediction, ()))


def test_json_says_whether_a_file_is_outside_or_that_the_model_cannot_tell() -> None:
    assert {name: printed(replace(SAID, novelty=1.25))[name] for name in ("outside", "novelty")} == {
        "outside": True,
        "novelty": 1.25,
    }
    assert printed(replace(SAID, novelty=0.5))["outside"] is False
    for unknown in (SAID, None):
        assert printed(unknown)["outside"] is None
        assert printed(unknown)["novelty"] is None


def test_the_table_names_none_before_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    table = GenreTable([Path("a.wav")])
    table.take(Path("a.wav"), Predicted(30.0, replace(SAID, novelty=1.25), ()))
    table.finish()
    row = next(line for line in capsys.readouterr().out.splitlines() if "a.wav" in line)
    assert row.index("none of these") < row.index("nearest: pop 70%") < row.index("rock 30%")
