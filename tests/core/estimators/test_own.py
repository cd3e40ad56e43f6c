"""Own settings: what they make of an estimator, and what is refused before anything is fitted."""

import numpy as np
import pytest
from sklearn.preprocessing import RobustScaler

from core.errors import EstimatorError
from core.estimators.baselines import BASELINES, find_baselines
from core.estimators.own import (
    BALANCES,
    SCALERS,
    OwnSettings,
    Preparation,
    Selection,
    selection_from,
    settings_from,
    tailored,
)  # fmt: skip
from core.estimators.steps import classifier_of, names_read
from core.genre.onnx_export import to_graph
from core.training.fitting import filled, fit
from tests.core.training.data import made_dataset

COLUMNS = ("one", "two", "tempo")
(TREE,) = find_baselines(["tree"])


def test_only_what_differs_is_a_setting() -> None:
    assert tailored(TREE, {"max_depth": 5}) is TREE
    own = tailored(TREE, {"max_depth": 3, "criterion": "gini"}, Preparation("robust"))
    assert own.settings == OwnSettings({"max_depth": 3}, {"max_depth": 5}, Preparation("robust"))
    assert str(own.settings) == "max_depth 3 (not 5), scaler robust"
    assert own.description.endswith("own settings: max_depth 3 (not 5), scaler robust")
    pipeline = own.build(COLUMNS, 20)
    assert pipeline[-1].max_depth == 3 and isinstance(pipeline[0], RobustScaler)


@pytest.mark.parametrize(
    ("parameters", "code"),
    [({"depth": 3}, "estimator.no_parameter"), ({"random_state": 3}, "estimator.no_parameter"),
     ({"max_depth": -3}, "estimator.value_refused"), ({"max_depth": "abc"}, "estimator.value_refused")],
)  # fmt: skip
def test_a_parameter_that_cannot_be_is_refused(parameters: dict[str, object], code: str) -> None:
    with pytest.raises(EstimatorError) as refused:
        tailored(TREE, parameters)
    assert refused.value.code == code


@pytest.mark.parametrize("entry", ["alpha=1", "tree.max_depth", "tree.=3", "tree.max_depth={1}", "forest.max_depth=3"])
def test_an_entry_that_is_no_setting_is_refused(entry: str) -> None:
    with pytest.raises(EstimatorError):
        settings_from([entry], [TREE])


def test_entries_are_read_by_estimator() -> None:
    found = settings_from(["tree.max_depth=none", "tree.max_features=0.5"], [TREE])
    assert found == {"tree": {"max_depth": None, "max_features": 0.5}}


@pytest.mark.parametrize(
    ("text", "selection"),
    [("none", None), ("variance", Selection("variance", 0)), ("variance:0.01", Selection("variance", 0.01)),
     ("mutual", Selection("mutual", 20)), ("recursive:5", Selection("recursive", 5))],
)  # fmt: skip
def test_a_selection_is_read_as_it_is_written(text: str, selection: Selection | None) -> None:
    assert selection_from(text) == selection
    if selection is not None:
        assert selection_from(selection.option) == selection


@pytest.mark.parametrize("text", ["", "mutual:0", "mutual:2.5", "variance:-1", "variance:nan", "best:3", "none:3"])
def test_what_selects_nothing_is_refused(text: str) -> None:
    with pytest.raises(EstimatorError):
        selection_from(text)


@pytest.mark.parametrize("baseline", BASELINES, ids=lambda one: str(one.key))
def test_every_estimator_takes_the_settings_or_says_that_it_does_not(baseline: object) -> None:
    (one,) = [each for each in BASELINES if each is baseline]
    own = tailored(one, None, Preparation("standard", Selection("mutual", 2), "balanced"))
    assert own.settings is not None
    if one.key == "committee":
        assert own.settings.preparation == Preparation() and len(own.settings.remarks) == 1
        return
    assert bool(own.settings.remarks) == (one.key in ("knn", "lda", "kernel"))
    assert [name for name, _ in own.build(COLUMNS, 20).steps][:2] == ["scale", "select"]


@pytest.mark.parametrize("balance", BALANCES)
@pytest.mark.parametrize("key", ["tree", "svm-linear"])
def test_small_classes_are_found_more_often_when_classes_count_alike(balance: str, key: str) -> None:
    dataset = made_dataset(counts=(120, 12), distance=0.25)
    (baseline,) = find_baselines([key])
    (wanted,) = [one for one in BALANCES if one == balance]
    rows = np.arange(len(dataset))
    plain = fit(baseline.build(dataset.columns, 20), dataset, rows).predict(dataset.X)
    own = tailored(baseline, None, Preparation(balance=wanted))
    even = fit(own.build(dataset.columns, 20), dataset, rows).predict(dataset.X)
    assert (even == 1).sum() > (plain == 1).sum()


def test_classifier_and_columns_are_found_whatever_was_set() -> None:
    dataset = made_dataset(n_columns=5)
    own = tailored(TREE, {"max_depth": 2}, Preparation("none", Selection("recursive", 2), "oversample"))
    fitted = fit(own.build(dataset.columns, 20), dataset, np.arange(len(dataset)))
    assert classifier_of(fitted.pipeline).tree_.max_depth == 2
    assert len(names_read(fitted.pipeline, dataset.columns)) == 2
    assert set(names_read(fitted.pipeline, dataset.columns)) < set(dataset.columns)


@pytest.mark.parametrize("scaler", [one for one in SCALERS if one != "quantile"])
@pytest.mark.parametrize("key", ["forest", "logistic", "svm-rbf"])
def test_what_was_set_can_be_saved(scaler: str, key: str) -> None:
    from onnxruntime import InferenceSession

    dataset = made_dataset(n_columns=5)
    (baseline,) = find_baselines([key])
    (wanted,) = [one for one in SCALERS if one == scaler]
    method = {"minmax": "variance:0.01", "standard": "mutual:3", "robust": "recursive:3", "none": "mutual:4"}[scaler]
    small = {"n_estimators": 20} if key == "forest" else {}
    own = tailored(baseline, small, Preparation(wanted, selection_from(method), "balanced"))
    assert own.can_be_saved is None
    fitted = fit(own.build_probabilistic(dataset.columns, 20), dataset, np.arange(len(dataset)))
    X = filled(dataset.X, fitted.medians)
    said = InferenceSession(to_graph(fitted.pipeline, X.shape[1])).run(None, {"features": X.astype(np.float32)})[0]
    np.testing.assert_allclose(said, fitted.predict_proba(X), atol=1e-4)


def test_a_scaler_without_a_saved_form_is_named() -> None:
    assert "quantile" in str(tailored(TREE, None, Preparation("quantile")).can_be_saved)
    (quantiles,) = find_baselines(["svm-quantile"])
    assert tailored(quantiles, None, Preparation("standard")).can_be_saved is None
