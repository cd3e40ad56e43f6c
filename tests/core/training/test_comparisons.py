import numpy as np
import pytest

from core.estimators.baselines import find_baselines
from core.training.comparisons import COLUMNS, compare, compare_all, rows_of
from core.training.cross_validation import CrossValidation, cross_validate
from tests.core.training.data import made_dataset
from tests.core.training.jobs import REFUSING


def validated(keys: list[str], *, split: bool = False, repeats: int = 1) -> CrossValidation:
    dataset = made_dataset(split=split)
    protocols = ["split"] if split else ["random", "grouped"]
    return cross_validate(dataset, find_baselines(keys), protocols, None, n_folds=3, repeats=repeats)  # type: ignore[arg-type]


def test_every_pair_is_compared_in_every_protocol() -> None:
    validation = validated(["knn", "bayes", "tree"])
    comparisons = compare_all(validation)
    assert len(comparisons) == 2 * 3
    for one, row in zip(comparisons, rows_of(comparisons), strict=True):
        means = {
            key: np.mean([s.accuracy for s in validation.scores if (s.estimator, s.protocol) == (key, one.protocol)])
            for key in (one.first, one.second)
        }
        assert one.t_test is not None
        assert one.t_test.difference == pytest.approx(means[one.first] - means[one.second])
        assert len(row) == len(COLUMNS)


def test_rows_count_once_however_often_they_were_held_out() -> None:
    once, thrice = (compare(validated(["bayes", "tree"], repeats=n), "bayes", "tree", "random") for n in (1, 3))
    assert once is not None
    assert thrice is not None
    assert once.mcnemar == thrice.mcnemar
    assert once.t_test is not None
    assert thrice.t_test is not None
    assert (once.t_test.n_folds, thrice.t_test.n_folds) == (3, 9)


def test_a_fixed_split_is_judged_by_its_rows_alone() -> None:
    comparison = compare(validated(["bayes", "tree"], split=True), "bayes", "tree", "split")
    assert comparison is not None
    assert comparison.t_test is None
    assert 0 <= comparison.mcnemar.p <= 1


def test_an_estimator_that_could_not_be_fitted_is_not_compared() -> None:
    validation = cross_validate(made_dataset(), [*find_baselines(["bayes"]), REFUSING], ["random"], None, n_folds=3)
    assert compare_all(validation) == []
