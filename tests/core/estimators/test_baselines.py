"""The study's ten classifiers and grids, and the stronger ones: they fit, repeat, and keep their scaler inside."""

import warnings

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.model_selection import ParameterGrid

from core.estimators.baselines import BASELINES, NOTEBOOK, Baseline, find_baselines
from core.estimators.grids import GRIDS
from tests.core.training.data import made_dataset


@pytest.mark.parametrize("baseline", BASELINES, ids=lambda baseline: baseline.key)
def test_each_fits_repeats_and_gives_probabilities(baseline: Baseline) -> None:
    dataset = made_dataset(counts=(60, 60), distance=2.0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fitted = baseline.build(dataset.columns, 1).fit(dataset.X, dataset.y)
        again = baseline.build(dataset.columns, 1).fit(dataset.X, dataset.y)
        sure = baseline.build_probabilistic(dataset.columns, 1).fit(dataset.X, dataset.y)
    assert (fitted.predict(dataset.X) == again.predict(dataset.X)).all()
    assert (fitted.predict(dataset.X) == dataset.y).mean() > 0.8
    np.testing.assert_allclose(sure.predict_proba(dataset.X).sum(axis=1), 1)
    assert [name for name, _ in fitted.steps][:: len(fitted.steps) - 1 or 1] in (["scale", "classify"], ["committee"])
    clone(fitted)


def test_the_study_has_ten_with_its_parameters() -> None:
    assert len(NOTEBOOK) == 10
    built = {one.key: one.build(("a", "b"), 0)[-1].get_params() for one in NOTEBOOK}
    assert built["knn"]["n_neighbors"] == 20
    assert (built["svm-linear"]["kernel"], built["svm-linear"]["C"]) == ("linear", 0.025)
    assert (built["svm-rbf"]["gamma"], built["svm-rbf"]["C"]) == (0.1, 1)
    assert (built["svm-poly"]["degree"], built["svm-poly"]["C"]) == (5, 0.005)
    assert (built["tree"]["max_depth"], built["tree"]["max_features"]) == (5, "sqrt")
    assert (built["forest"]["n_estimators"], built["forest"]["min_samples_leaf"]) == (500, 20)
    assert built["logistic"]["C"] == 0.1
    assert (built["mlp"]["hidden_layer_sizes"], built["mlp"]["alpha"]) == ((80, 40), 0.04)
    assert (built["boosting"]["n_estimators"], built["boosting"]["subsample"]) == (700, 0.5)
    assert [one.key for one in NOTEBOOK if one.modernised] == ["tree", "forest", "boosting"]


def test_baselines_are_found_by_key_name_or_set() -> None:
    assert [one.key for one in find_baselines(["mlp", "Naive Bayes"])] == ["bayes", "mlp"]
    assert find_baselines(["notebook"]) == NOTEBOOK
    assert find_baselines(["all"]) == BASELINES
    with pytest.raises(ValueError, match="no baseline “xgb”; choose among knn"):
        find_baselines(["xgb"])
    assert len({one.key for one in BASELINES}) == len({one.name for one in BASELINES}) == len(BASELINES)


@pytest.mark.parametrize(("family", "count"), [("forest", 1600), ("boosting", 2187), ("mlp", 90)])
def test_grids_have_the_studys_size_in_the_order_of_scikit_learn(family: str, count: int) -> None:
    grid = GRIDS[family]  # type: ignore[index]
    assert len(grid) == count and grid.modernised
    assert list(grid.candidates()) == list(ParameterGrid(dict(grid.param_grid)))


def test_every_value_of_a_grid_is_one_that_scikit_learn_accepts() -> None:
    dataset = made_dataset(n_columns=24)
    for grid in GRIDS.values():
        for name, values in grid.param_grid.items():
            for value in values:
                small = {} if grid.key == "mlp" or name == "n_estimators" else {"n_estimators": 2}
                few = {"max_iter": 2} if grid.key == "mlp" and name != "max_iter" else {}
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    pipeline = grid.build(dataset.columns, 0, {**small, **few, name: min(value, 5) if name in
                        ("n_estimators", "max_iter") else value})  # fmt: skip
                    pipeline.fit(dataset.X, dataset.y)
                assert set(pipeline.predict(dataset.X)) <= set(dataset.y), (grid.key, name, value)


def test_an_edited_grid_has_the_values_that_were_given() -> None:
    grid = GRIDS["mlp"].edited(alpha=(0.5,), learning_rate=(), hidden_layer_sizes=[(8,), (4, 4)])
    assert list(grid.candidates()) == [
        {"alpha": 0.5, "hidden_layer_sizes": (8,), "max_iter": 1000},
        {"alpha": 0.5, "hidden_layer_sizes": (4, 4), "max_iter": 1000},
    ]
    assert len(GRIDS["mlp"]) == 90
    candidate = grid.candidate({"alpha": 0.5})
    assert "alpha 0.5" in candidate.name
    assert candidate.build(("a",), 3)[-1].alpha == 0.5
