"""What combinations share, and what they do not."""

import numpy as np
import pytest

from core.errors import SearchError
from core.estimators.grids import GRIDS
from core.search.rounds import Fit, Results
from core.search.sharing import Kind, Place, kind_of, make_plan

COLUMNS = tuple(f"column {number}" for number in range(58))


def test_the_studys_grids_come_to_fewer_fits() -> None:
    plans = {name: make_plan(grid, COLUMNS, 20, 5) for name, grid in GRIDS.items()}
    branches = {name: len({(one.unit, one.ceiling) for one in plan.places}) for name, plan in plans.items()}
    assert {name: len(plan.candidates) for name, plan in plans.items()} == {"forest": 1600, "boosting": 2187, "mlp": 90}
    assert branches == {"forest": 4 * 4 * 13, "boosting": 3 * 3 * 3 * 3 * 7, "mlp": 45}


def test_what_cannot_be_proved_the_same_is_kept_apart() -> None:
    grid = GRIDS["mlp"].edited(hidden_layer_sizes=[(4,)], alpha=[0.1], solver=["sgd", "adam"])
    places = make_plan(grid, COLUMNS, 20, 5).places
    assert len(set(places)) == 3  # two learning rates for plain descent, one for Adam
    assert kind_of({"random_state": None}, "RandomForestClassifier") == Kind()
    assert kind_of({"random_state": 1, "n_iter_no_change": 5}, "GradientBoostingClassifier") == Kind()


def test_features_are_counted_as_trees_count_them() -> None:
    grid = GRIDS["forest"].edited(
        n_estimators=[5], max_depth=[5], min_samples_split=[2], min_samples_leaf=[2], max_features=["sqrt", 7, 0.13, 8]
    )
    assert len(set(make_plan(grid, COLUMNS, 20, 5).places)) == 2


def test_a_limit_that_was_just_reached_does_not_answer_for_others() -> None:
    results = Results()
    results.add([Fit(Place("a", 50, 10), 0, 0.5, 1.0, reached=8), Fit(Place("b", 50, 10), 0, 0.5, 1.0, reached=50)])
    found = {depth: results.find(Place("a", depth, 10), 0) is not None for depth in (7, 8, 9, 100, None)}
    assert found == {7: False, 8: False, 9: True, 100: True, None: True}
    assert results.find(Place("b", 100, 10), 0) is None
    assert results.find(Place("a", 9, 11), 0) is None and results.find(Place("a", 9, 10), 1) is None


def test_a_parameter_that_there_is_not_is_one_line() -> None:
    grid = GRIDS["forest"].edited(colour=["red"])
    with pytest.raises(SearchError, match="colour"):
        make_plan(grid, COLUMNS, 20, 5)


def test_the_first_trees_of_a_forest_are_the_smaller_forest() -> None:
    random = np.random.default_rng(0)
    X, y = random.normal(size=(60, 5)), random.integers(0, 3, 60)
    build = GRIDS["forest"].build
    small = build((), 4, {"n_estimators": 7})[-1].fit(X, y)
    large = build((), 4, {"n_estimators": 20})[-1].fit(X, y)
    for one, other in zip(small.estimators_, large.estimators_, strict=False):
        np.testing.assert_array_equal(one.tree_.threshold, other.tree_.threshold)
        np.testing.assert_array_equal(one.tree_.value, other.tree_.value)
