"""Runs side by side: only what differs is told, and the same estimators stand in one row."""

from dataclasses import replace
from pathlib import Path

from core.dataset import Dataset, Remedy, apply
from core.estimators.baselines import find_baselines
from core.estimators.grids import GRIDS
from core.estimators.own import Preparation, selection_from, tailored
from core.training.experiment import search_experiment
from core.training.run_comparison import differences, scores_side_by_side
from core.training.runs import begin_run, read_run
from core.training.train import TrainingOptions, experiment_of, train
from tests.core.training.data import made_dataset


def told(*experiments: object) -> dict[str, tuple[str, ...]]:
    return {one.setting: one.values for one in differences(experiments)}  # type: ignore[arg-type]


def changed(dataset: Dataset) -> Dataset:
    return apply(dataset, Remedy("drop_columns", "Leave out column 1", columns=("column 1",)))


def test_equal_experiments_do_not_differ() -> None:
    options = TrainingOptions(find_baselines(["bayes"]))
    assert told(experiment_of(made_dataset(), options), experiment_of(made_dataset(), options)) == {}


def test_only_settings_that_differ_are_told() -> None:
    (plain,) = find_baselines(["logistic"])
    first = experiment_of(made_dataset(n_columns=3), TrainingOptions((plain,), seed=1))
    second = experiment_of(
        changed(made_dataset(n_columns=3)),
        TrainingOptions((tailored(plain, {"C": 0.5}, Preparation("robust")),), repeats=2, seed=1),
    )
    assert told(first, second) == {
        "Columns": ("3", "2"),
        "Remedies": ("none", "Leave out column 1"),
        "Repetitions": ("1", "2"),
        "Settings of Logistic regression": ("–", "C 0.5, scaler robust"),
        "Columns apart": ("column 1", ""),
    }


def test_a_search_differs_from_another_by_its_values() -> None:
    grid = GRIDS["forest"]
    prepared = tailored(grid.base, None, Preparation("standard", selection_from("mutual:3")))
    first, second = (
        search_experiment(made_dataset(), one, "racing", "random", n_folds=3, seed=1, estimate=estimate)
        for one, estimate in ((grid, "nested"), (replace(grid.edited(max_depth=[3, 4]), base=prepared), "none"))
    )
    assert told(first, second) == {
        "Estimate": ("nested", "none"),
        "Preparation": ("–", "scaler standard, columns mutual:3"),
        "Grid, max_depth": ("5, 10, 50, 100", "3, 4"),
    }


def test_the_same_estimators_stand_in_one_row(tmp_path: Path) -> None:
    runs = []
    for name, keys in (("first", ["bayes"]), ("second", ["bayes", "svm-linear"])):
        options = TrainingOptions(find_baselines(keys), n_folds=3)
        folder = begin_run(tmp_path / name, experiment_of(made_dataset(), options), {})
        train(made_dataset(), options, None, folder)
        runs.append(read_run(folder.path))
    rows = scores_side_by_side(runs)
    assert [row.protocol for row in rows] == ["grouped", "grouped", "random", "random"]
    bayes = next(row for row in rows if row.name == "Naive Bayes")
    first, second = bayes.scores
    assert first is not None
    assert first == second
    assert next(row for row in rows if row.name == "Linear SVM").scores[0] is None
