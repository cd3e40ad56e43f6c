"""Values of parameters: what scikit-learn refuses in a fit is refused before one, in words."""

import math
from typing import Any

import pytest

from core.estimators.allowed import RULES, problem_of, why_refused
from core.estimators.grids import GRIDS, Family

VALUES: tuple[Any, ...] = (
    *(None, "abc", "sqrt", "log2", "auto", "constant", "adaptive", "invscaling", -3, -1, 0, 1, 2, 3, 1000),
    *(-0.5, 0.0, 1e-9, 0.5, 1.0, 1.5, 100.0, math.inf, math.nan),
)


@pytest.mark.parametrize(("family", "name"), [(family, name) for family in RULES for name in RULES[family]])
def test_the_rules_are_those_of_scikit_learn(family: Family, name: str) -> None:
    classifier = GRIDS[family].build((), 0, {})[-1]
    assert name in GRIDS[family].param_grid
    for value in VALUES:
        try:
            classifier.set_params(**{name: value})._validate_params()
            accepted = True
        except ValueError:
            accepted = False
        assert (why_refused(family, name, value) is None) == accepted, (name, value)


@pytest.mark.parametrize("family", list(RULES))
def test_the_values_of_the_study_are_all_taken(family: Family) -> None:
    assert set(RULES[family]) == set(GRIDS[family].param_grid)
    assert problem_of(family, GRIDS[family].param_grid) is None


def test_layers_without_units_and_truth_values_are_refused_which_scikit_learn_lets_pass() -> None:
    assert why_refused("mlp", "hidden_layer_sizes", (64, 0)) is not None
    assert why_refused("mlp", "hidden_layer_sizes", (64, -3)) is not None
    assert why_refused("mlp", "hidden_layer_sizes", (64, 32)) is None
    assert why_refused("forest", "max_depth", True) is not None


def test_what_is_refused_is_told_with_what_would_be_taken() -> None:
    assert problem_of("forest", {"n_estimators": (5,), "max_depth": (5, "abc", -3)}) == (
        "max_depth",
        "abc",
        "a whole number from 1 or none",
    )
    assert why_refused("forest", "max_features", 0) == (
        "a whole number from 1, another number above 0 to 1, sqrt, log2 or none"
    )


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [("criterion", "entropy", "loud"), ("bootstrap", True, "perhaps"), ("max_leaf_nodes", 8, 1), ("ccp_alpha", 0, -1)],
)
def test_parameters_beyond_the_grid_are_put_to_scikit_learn(name: str, good: Any, bad: Any) -> None:
    assert why_refused("forest", name, good) is None
    refusal = why_refused("forest", name, bad)
    assert refusal is not None and "\n" not in refusal
