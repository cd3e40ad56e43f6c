"""Genre models in plain text."""

from dataclasses import replace
from pathlib import Path

from core.genre.description import describe_model
from tests.core.synthetic_genres import linear_passport, write_linear_model


def test_a_model_of_unknown_making_can_still_be_described(tmp_path: Path) -> None:
    write_linear_model(tmp_path / "model.gsm", replace(linear_passport(), recipe="older"))
    assert "columns     3 of the recipe older" in describe_model(tmp_path / "model.gsm")
