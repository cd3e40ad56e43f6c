"""Parameters as scikit-learn states them: every estimator's, their ranges held to what a fit accepts."""

import math
from typing import Any

import pytest
from sklearn.linear_model import LogisticRegression

from core.estimators.baselines import BASELINES, find_baselines
from core.estimators.parameters import SET_BY_PROGRAM, parameters_of, value_from, value_text, why_refused
from core.estimators.steps import classifier_of


@pytest.mark.parametrize("baseline", BASELINES, ids=lambda one: str(one.key))
def test_every_parameter_has_a_default_a_range_and_a_meaning(baseline: Any) -> None:
    classifier = classifier_of(baseline.build((), 20))
    found = {one.name: one for one in parameters_of(baseline)}
    left = set(classifier.get_params(deep=False)) - set(found) - set(SET_BY_PROGRAM)
    # objects, and what scikit-learn is about to give up
    not_for_a_person = {
        "metric_params",
        "covariance_estimator",
        "scoring",
        "members",
        "probability",
        "penalty",
        "criterion",
    }
    assert left <= not_for_a_person
    for one in found.values():
        assert one.rule and one.meaning and "`" not in one.meaning
        assert one.value == getattr(classifier, one.name)
        assert why_refused(baseline, one.name, one.value) is None
        assert value_from(value_text(one.value)) == one.value


@pytest.mark.parametrize(
    ("key", "name", "value", "rule"),
    [
        ("tree", "max_depth", -3, "a whole number from 1 or none"),
        ("tree", "max_depth", "abc", "a whole number from 1 or none"),
        ("tree", "max_depth", 2.5, "a whole number from 1 or none"),
        ("tree", "max_depth", True, "a whole number from 1 or none"),
        ("forest", "bootstrap", 1, "true or false"),
        ("mlp", "alpha", -0.1, "a number from 0"),
        ("mlp", "alpha", math.nan, "a number from 0"),
        ("mlp", "hidden_layer_sizes", (64, 0), "the units of each layer as (64, 32)"),
        ("svm-rbf", "kernel", "precomputed", "linear, poly, rbf, sigmoid"),
        ("kernel", "n_centres", 1, "a whole number from 2 to 10000"),
    ],
)
def test_what_a_parameter_cannot_be_is_refused_with_what_it_can(key: str, name: str, value: object, rule: str) -> None:
    (baseline,) = find_baselines([key])
    assert why_refused(baseline, name, value) == rule


def test_a_meaning_is_that_of_the_documentation() -> None:
    (baseline,) = find_baselines(["logistic"])
    (strength,) = [one for one in parameters_of(baseline) if one.name == "C"]
    assert (strength.value, strength.default) == (0.1, 1.0)
    assert " ".join((LogisticRegression.__doc__ or "").split()).count(strength.meaning.split(";")[0]) == 1


@pytest.mark.parametrize("text", ["{1: 2}", "(1, (2,))", "1 2", "", "__import__('os')"])
def test_what_is_no_value_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="neither a number nor a word"):
        value_from(text)


def test_words_numbers_and_layers_are_read_as_written() -> None:
    written = ["none", "True", "0.5", "1e-3", "(64, 32)", "(64,)", "[0.2, 0.8]", "'sqrt'", "inf"]
    assert [value_from(one) for one in written] == [
        None,
        True,
        0.5,
        1e-3,
        (64, 32),
        (64,),
        (0.2, 0.8),
        "sqrt",
        math.inf,
    ]
