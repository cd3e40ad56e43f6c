"""What a model reads of a piece: the columns of its recipe, and a clear refusal where they were not measured."""

from dataclasses import replace

import numpy as np
import pytest

from core.errors import ModelError
from core.features.recipe import GENRE_COLUMNS, RECIPE, RECIPE_2, RECIPES
from core.genre.windows import GenreWindows
from tests.core.synthetic_genres import linear_passport

TIMES = np.array([[0.0, 30.0], [15.0, 45.0]])
BASIC, WIDE = len(GENRE_COLUMNS), len(RECIPES[RECIPE_2])


def windows(n_columns: int) -> GenreWindows:
    rows = np.random.default_rng(0).normal(size=(3, n_columns))
    return GenreWindows(rows[:2], TIMES, rows[2])


def test_a_model_gets_the_columns_of_its_recipe() -> None:
    found = windows(WIDE)
    assert found.has_extended and found.recipe == RECIPE_2
    first, second = (replace(linear_passport(), recipe=recipe) for recipe in (RECIPE, RECIPE_2))
    np.testing.assert_array_equal(found.for_model(first, 45.0)[0], found.features[:, :BASIC])
    np.testing.assert_array_equal(found.for_model(second, 45.0)[0], found.features)
    features, times = found.for_model(replace(second, window=200.0), 45.0)
    assert features.tolist() == [found.whole.tolist()] and times.tolist() == [[0.0, 45.0]]
    assert found.basic.tolist() == found.whole[:BASIC].tolist()


def test_windows_of_a_former_version_serve_models_of_the_first_recipe_alone() -> None:
    found = windows(BASIC)
    assert not found.has_extended and found.recipe == RECIPE
    assert found.for_model(linear_passport(), 45.0)[0].shape == (2, BASIC)
    with pytest.raises(ModelError, match="were not measured when this was analysed; analyse it again") as refused:
        found.for_model(replace(linear_passport(), recipe=RECIPE_2), 45.0)
    assert refused.value.code == "model.not_measured"


@pytest.mark.parametrize("n_columns", [BASIC, WIDE])
def test_stored_rows_become_the_same_windows(n_columns: int) -> None:
    found = windows(n_columns)
    again = GenreWindows.from_rows(found.to_rows())
    assert again.recipe == found.recipe
    for name in ("features", "times", "whole"):
        np.testing.assert_array_equal(getattr(again, name), getattr(found, name))


@pytest.mark.parametrize("shape", [(3, 59), (3, 61), (3, 2 + WIDE + 1), (1, 60), (60,)])
def test_rows_of_another_shape_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="holds no windows"):
        GenreWindows.from_rows(np.zeros(shape))
