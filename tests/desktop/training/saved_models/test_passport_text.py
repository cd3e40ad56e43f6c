"""A passport is told in words, whatever its file holds."""

from dataclasses import replace
from typing import Any

import pytest

from desktop.training.saved_models.passport_text import sections
from tests.core.synthetic_genres import linear_passport


@pytest.mark.parametrize(
    ("one_hot", "told"), [(["mood", "key"], ["mood, key"]), ([], []), ("mood", []), ([7, None], ["7, None"])]
)
def test_columns_of_text_that_a_model_reads_as_one_hot_are_named(one_hot: Any, told: list[str]) -> None:
    passport = replace(linear_passport(), data={"table": "songs.csv", "one_hot": one_hot})
    (data,) = (one for one in sections(passport) if one.title == "Training data")
    assert [text for name, text in data.rows if name == "One-hot"] == told
