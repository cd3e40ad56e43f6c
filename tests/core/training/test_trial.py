"""Settings that do not go together are refused before the first long fit."""

import pytest

from core.errors import EstimatorError
from core.estimators.baselines import find_baselines
from core.estimators.own import Preparation, selection_from, tailored
from core.training.run_folder import RunFolder
from core.training.train import TrainingOptions, train
from core.training.trial import check_settings
from tests.core.training.data import made_dataset


@pytest.mark.parametrize(
    ("key", "parameters", "preparation"),
    [
        ("logistic", {"l1_ratio": 1.0}, Preparation()),  # the solver has no such penalty
        ("lda", {"solver": "svd"}, Preparation()),  # which has no shrinkage
        ("bayes", {"priors": (0.5, 0.5)}, Preparation()),  # of three classes
        ("knn", {"metric": "mahalanobis"}, Preparation()),  # which asks for a covariance
        ("tree", {}, Preparation(selection=selection_from("variance:100"))),  # leaves no column
    ],
)
def test_a_combination_that_cannot_be_fitted_is_named(
    key: str, parameters: dict[str, object], preparation: Preparation
) -> None:
    own = tailored(find_baselines([key])[0], parameters, preparation)
    with pytest.raises(EstimatorError) as refused:
        check_settings(made_dataset(), [own], 20)
    assert refused.value.code == "estimator.combination_refused"
    assert key in str(refused.value) and str(own.settings) in str(refused.value)


def test_a_long_fit_is_tried_in_short() -> None:
    (forest, perceptron) = find_baselines(["forest", "mlp"])
    long = tailored(forest, {"n_estimators": 10**9}), tailored(perceptron, {"max_iter": 10**9, "tol": 0.0})
    check_settings(made_dataset(counts=(300, 300)), long, 20)


def test_a_run_is_not_begun_with_them(tmp_path_factory: pytest.TempPathFactory) -> None:
    own = tailored(find_baselines(["lda"])[0], {"solver": "svd"})
    folder = RunFolder.create(tmp_path_factory.mktemp("runs") / "run")
    with pytest.raises(EstimatorError):
        train(made_dataset(), TrainingOptions((own,)), None, folder)
    assert not list(folder.path.iterdir())
