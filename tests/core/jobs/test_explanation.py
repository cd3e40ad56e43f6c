"""Fits that are kept from one explanation to the next."""

from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline

from core.estimators.baselines import BASELINES, find_baselines
from core.jobs import explanation
from core.jobs.explanation import _fit_once
from tests.core.training.data import made_dataset


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    explanation._fitted.clear()


def pipeline(columns: object, seed: int, *, C: float) -> Any:
    return Pipeline([("classify", LogisticRegression(C=C, random_state=seed))])


def test_the_same_pipeline_on_the_same_data_is_fitted_once() -> None:
    dataset = made_dataset()
    (tree,) = find_baselines(["tree"])
    assert _fit_once(dataset, tree, 1) is _fit_once(made_dataset(), tree, 1)
    assert _fit_once(dataset, tree, 2) is not _fit_once(dataset, tree, 1)


def test_parameters_tell_estimators_apart_and_not_how_they_are_called() -> None:
    dataset = made_dataset()
    (one,) = find_baselines(["logistic"])
    weak, strong = (replace(one, make=partial(pipeline, C=C)) for C in (1e-3, 1e3))
    assert (weak.key, weak.description) == (strong.key, strong.description)
    assert _fit_once(dataset, weak, 1).pipeline[-1].C == 1e-3
    assert _fit_once(dataset, strong, 1).pipeline[-1].C == 1e3
    assert _fit_once(dataset, replace(weak, name="Another name"), 1) is _fit_once(dataset, weak, 1)


def test_every_baseline_has_an_identity_of_its_own() -> None:
    import joblib

    columns = made_dataset().columns
    assert len({joblib.hash(one.build(columns, 1)) for one in BASELINES}) == len(BASELINES)
