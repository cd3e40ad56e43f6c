"""What a search chooses, judged on rows that had no part in the choice: as scikit-learn's searches within folds."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sklearn.model_selection import GridSearchCV

from core.dataset import Dataset
from core.errors import DatasetError
from core.estimators.grids import Grid
from core.estimators.own import Preparation, selection_from, tailored
from core.progress import Cancelled
from core.search.estimate import estimate, outer_folds
from core.search.output import write_search
from core.search.plans import EstimatePlan, cost_in_words, usual_plan
from core.search.results import Estimate, OuterFold
from core.search.search import Control, search
from core.search.settings import settings_of
from core.training.protocols import Protocol, folds
from tests.core.training.data import made_dataset
from tests.core.training.searching import FOREST, hard_dataset

SMALL = FOREST.edited(n_estimators=[3, 8], max_depth=[2, 50], min_samples_split=[2], min_samples_leaf=[2],
                      max_features=[3])  # fmt: skip


def estimated(dataset: Dataset, grid: Grid, folder: Path, plan: EstimatePlan, protocol: Protocol) -> Estimate | None:
    result = search(dataset, grid, folder, None, protocol=protocol, n_folds=3, seed=7)
    return estimate(dataset, grid, folder, None, plan, result, protocol=protocol, n_folds=3, seed=7)


@pytest.mark.parametrize("protocol", ["random", "grouped"])
def test_it_is_that_of_grid_searches_within_the_outer_folds(protocol: Protocol, tmp_path: Path) -> None:
    dataset = hard_dataset()
    found = estimated(dataset, SMALL, tmp_path / "run", EstimatePlan("nested", 3), protocol)
    assert found is not None and len(found.folds) == 3
    parameters = {f"classify__{name}": list(values) for name, values in SMALL.param_grid.items()}
    for fold, said in zip(folds(dataset, protocol, n_folds=3, seed=7), found.folds, strict=True):
        inner = dataset.take(fold.train)
        cv = [(one.train, one.test) for one in folds(inner, protocol, n_folds=3, seed=7)]
        one = GridSearchCV(SMALL.build(dataset.columns, 7, {}), parameters, cv=cv).fit(inner.X, inner.y)
        assert said.parameters == {name.removeprefix("classify__"): value for name, value in one.best_params_.items()}
        assert said.inner == one.best_score_
        assert said.outer == one.score(dataset.X[fold.test], dataset.y[fold.test])
    assert found.mean == np.mean([one.outer for one in found.folds])


def test_what_was_prepared_is_searched_as_grid_search_would(tmp_path: Path) -> None:
    preparation = Preparation("standard", selection_from("mutual:5"), "balanced")
    grid = replace(SMALL, base=tailored(SMALL.base, None, preparation))
    dataset = made_dataset(counts=(40, 20, 12), distance=0.5, n_columns=9)
    result = search(dataset, grid, tmp_path / "run", None, n_folds=3, seed=7)
    parameters = {f"classify__estimator__{name}": list(values) for name, values in SMALL.param_grid.items()}
    cv = [(one.train, one.test) for one in folds(dataset, "random", n_folds=3, seed=7)]
    expected = GridSearchCV(grid.build(dataset.columns, 7, {}), parameters, cv=cv).fit(dataset.X, dataset.y)
    standings = sorted(result.standings, key=lambda one: one.candidate)
    assert [one.mean for one in standings] == expected.cv_results_["mean_test_score"].tolist()


def test_labels_that_mean_nothing_are_not_believed(tmp_path: Path) -> None:
    dataset = made_dataset(counts=(45, 45), n_columns=4)
    dataset = replace(dataset, y=np.random.default_rng(4).permutation(dataset.y), groups=None)
    found = estimated(dataset, SMALL, tmp_path / "run", EstimatePlan("nested", 3), "random")
    assert found is not None
    assert found.optimism > 0 and abs(found.mean - 0.5) < abs(found.searched - 0.5)


@pytest.mark.parametrize(("searched", "said"), [(0.65, "within the standard deviation"), (0.75, "the best of many")])
def test_a_difference_within_that_of_the_folds_is_not_called_optimism(searched: float, said: str) -> None:
    found = Estimate("nested", "random", (OuterFold({}, 0.6, 0.5, 10), OuterFold({}, 0.6, 0.7, 10)), searched)
    assert said in str(found)


def test_a_fixed_split_keeps_its_test_rows_from_the_search(tmp_path: Path) -> None:
    dataset = made_dataset(split=True)
    found = estimated(dataset, SMALL, tmp_path / "run", EstimatePlan("nested", 5), "split")
    assert found is not None and dataset.split is not None
    assert [one.n_rows for one in found.folds] == [(dataset.split == "test").sum()]
    without = replace(dataset, split=np.where(dataset.split == "test", "train", dataset.split))
    assert estimated(without, SMALL, tmp_path / "other", EstimatePlan("nested", 5), "split") is None


def test_a_stopped_estimate_goes_on_where_it_was(tmp_path: Path) -> None:
    dataset, folder = hard_dataset(), tmp_path / "run"
    result = search(dataset, SMALL, folder, None, n_folds=3)
    plan, control, told = EstimatePlan("nested", 3), Control(), list[str]()

    def report(fraction: float, text: str) -> None:
        told.append(text)
        if fraction > 0.5:
            control.cancel()

    with pytest.raises(Cancelled):
        estimate(dataset, SMALL, folder, None, plan, result, n_folds=3, control=control, report=report)
    assert told[0].startswith("Estimate 1 of 3")
    first = folder / "nested" / "1" / "trials.sqlite"
    before = first.stat().st_mtime_ns
    again = estimate(dataset, SMALL, folder, None, plan, result, n_folds=3)
    assert first.stat().st_mtime_ns == before
    assert again == estimate(dataset, SMALL, tmp_path / "other", None, plan, result, n_folds=3)


def test_rows_that_are_too_few_are_told_before_the_first_fit() -> None:
    dataset = made_dataset(counts=(30, 2))
    with pytest.raises(DatasetError):
        outer_folds(dataset, "random", EstimatePlan("nested", 2), n_folds=3)
    assert outer_folds(dataset, "random", EstimatePlan("none"), n_folds=3) == []


def test_the_cost_is_told_and_a_search_that_costs_much_is_made_once_more_only() -> None:
    assert usual_plan("racing").method == "nested" and usual_plan("exhaustive").method == "holdout"
    assert "5 times more" in cost_in_words(usual_plan("racing"), "grouped")
    assert "1.8 times the work" in cost_in_words(usual_plan("exhaustive"), "random")
    assert "optimistic" in cost_in_words(EstimatePlan("none"), "random")
    assert EstimatePlan("nested", 5).work("split") == 1


def test_the_files_of_a_run_say_what_its_best_is_worth(tmp_path: Path) -> None:
    dataset, folder = hard_dataset(), tmp_path / "run"
    result = search(dataset, SMALL, folder, None, n_folds=3)
    settings = settings_of(dataset, SMALL, "random", 3, 20)
    write_search(folder, dataset, SMALL, result, settings, "")
    assert "optimistic" in (folder / "report.html").read_text(encoding="utf-8")
    found = estimate(dataset, SMALL, folder, None, EstimatePlan("holdout", 3), result, n_folds=3)
    write_search(folder, dataset, SMALL, replace(result, estimate=found), settings, "")
    assert "rows that the search had not seen" in (folder / "report.html").read_text(encoding="utf-8")
    lines = (folder / "nested.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2 and lines[0].endswith("inner,outer,rows")
