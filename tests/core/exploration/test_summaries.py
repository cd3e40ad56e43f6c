import numpy as np
import pytest
from scipy import stats

from core.exploration.summaries import by_class, class_means, summarise_columns
from tests.core.training.data import made_dataset


def test_a_column_is_summarised_without_its_missing_numbers() -> None:
    dataset = made_dataset()
    dataset.X[:10, 0] = np.nan
    dataset.X[:, 1] = np.arange(len(dataset)) % 4
    first, second = summarise_columns(dataset)[:2]
    assert first.missing == 10
    assert first.mean == pytest.approx(np.nanmean(dataset.X[:, 0]))
    assert first.deviation == pytest.approx(np.nanstd(dataset.X[:, 0], ddof=1))
    assert (second.kind, second.distinct, second.least, second.most) == ("whole numbers", 4, 0.0, 3.0)


def test_a_column_without_numbers_has_no_mean() -> None:
    dataset = made_dataset()
    dataset.X[:, 2] = np.nan
    summary = summarise_columns(dataset)[2]
    assert summary.missing == len(dataset)
    assert np.isnan(summary.mean)
    assert class_means(by_class(dataset, dataset.columns[2])) == []


@pytest.mark.parametrize("count", [2, 5, 31, 400])
def test_the_interval_of_a_mean_is_students(count: int) -> None:
    numbers = np.random.default_rng(1).normal(3, 2, count)
    (found,) = class_means([("a", numbers)])
    low, high = stats.t.interval(0.95, count - 1, numbers.mean(), stats.sem(numbers))
    assert (found.low, found.high) == pytest.approx((low, high), rel=0.02)


def test_one_number_has_a_mean_and_no_interval() -> None:
    (found,) = class_means([("a", np.array([4.0])), ("b", np.empty(0))])
    assert found.mean == 4.0
    assert np.isnan(found.low)
