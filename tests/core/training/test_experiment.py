"""The record of an experiment: whole again from its file, without a path, and plain about what it cannot read."""

import json
from pathlib import Path

import pytest

from core.dataset import Dataset, Remedy, apply
from core.errors import DatasetError
from core.estimators.baselines import find_baselines
from core.estimators.grids import GRIDS
from core.estimators.own import Preparation, Selection, tailored
from core.training.experiment import (
    FILE,
    FORMAT,
    Experiment,
    estimator_of,
    grid_of,
    read_experiment,
    search_experiment,
    training_experiment,
    write_experiment,
)
from core.training.run_folder import RunFolder
from core.training.train import TrainingOptions, experiment_of
from tests.core.training.data import made_dataset


def changed_dataset() -> Dataset:
    dataset = made_dataset(n_columns=4)
    left_out = apply(dataset, Remedy("drop_columns", "Leave out column 1", columns=("column 1",)))
    return apply(left_out, Remedy("join_rows", "Keep copies together", sets=((0, 9), (4, 80))))


def written(tmp_path: Path, experiment: Experiment) -> Experiment:
    folder = RunFolder.create(tmp_path / "run")
    write_experiment(folder, experiment)
    return read_experiment(folder.path)


def test_a_training_is_whole_again_with_its_remedies(tmp_path: Path) -> None:
    grid = GRIDS["mlp"]
    tuned = grid.candidate({"hidden_layer_sizes": (64, 32), "alpha": 0.1})
    options = TrainingOptions(
        (*find_baselines(["bayes", "committee"]), tuned), n_folds=3, repeats=2, seed=7, curves=True
    )
    experiment = experiment_of(changed_dataset(), options)
    assert written(tmp_path, experiment) == experiment
    assert experiment.protocols == ("random", "grouped")
    assert experiment.data.remedies[1].sets == ((0, 9), (4, 80))


def test_a_search_is_whole_again_with_its_grid(tmp_path: Path) -> None:
    grid = GRIDS["mlp"].edited(hidden_layer_sizes=[(8,), (8, 4)], alpha=[0.1], learning_rate=[])
    experiment = search_experiment(made_dataset(), grid, "racing", "grouped", n_folds=3, seed=4)
    again = written(tmp_path, experiment)
    assert again == experiment
    assert again.grid is not None
    assert list(grid_of(again.grid).candidates()) == list(grid.candidates())


def test_an_estimator_is_made_again_with_its_parameters() -> None:
    tuned = GRIDS["forest"].candidate({"max_depth": 3, "n_estimators": 7})
    experiment = training_experiment(
        made_dataset(), [tuned, *find_baselines(["logistic"])], ["random"], n_folds=3, repeats=1, seed=1
    )
    first, second = (estimator_of(one) for one in experiment.estimators)
    columns = ("a", "b")
    assert first.build(columns, 1).get_params()["classify__max_depth"] == 3
    assert repr(first.build(columns, 1)) == repr(tuned.build(columns, 1))
    assert (second.name, second.can_be_saved) == ("Logistic regression", None)


def test_an_estimator_is_made_again_with_what_a_person_has_set(tmp_path: Path) -> None:
    (plain,) = find_baselines(["mlp"])
    own = tailored(
        plain, {"hidden_layer_sizes": (5, 4), "alpha": 0.3}, Preparation("robust", Selection("mutual", 3), "oversample")
    )
    dataset = made_dataset()
    experiment = experiment_of(dataset, TrainingOptions((own,)))
    (record,) = written(tmp_path, experiment).estimators
    again = estimator_of(record)
    assert record == experiment.estimators[0]
    assert again.settings == own.settings
    assert repr(again.build(dataset.columns, 3).get_params()) == repr(own.build(dataset.columns, 3).get_params())


def test_an_estimator_that_is_not_known_has_a_name_but_no_fit(tmp_path: Path) -> None:
    experiment = experiment_of(made_dataset(), TrainingOptions(find_baselines(["bayes"])))
    path = write_experiment(RunFolder.create(tmp_path / "run"), experiment)
    path.write_text(path.read_text(encoding="utf-8").replace('"bayes"', '"of tomorrow"'), encoding="utf-8")
    (record,) = read_experiment(path.parent).estimators
    unknown = estimator_of(record)
    assert unknown.name == "Naive Bayes"
    assert unknown.can_be_saved is not None
    with pytest.raises(DatasetError) as caught:
        unknown.build((), 0)
    assert caught.value.code == "training.unknown_estimator"


def test_a_record_discloses_no_folder(tmp_path: Path) -> None:
    dataset = made_dataset()
    experiment = experiment_of(dataset, TrainingOptions(find_baselines(["bayes"])))
    path = write_experiment(RunFolder.create(tmp_path / "run"), experiment)
    assert dataset.source.path not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (None, "training.run_without_record"),
        ("", "training.run_damaged"),
        ("[1, 2]", "training.run_damaged"),
        ('{"format": 1}', "training.run_damaged"),
        ("[" * 100_000, "training.run_damaged"),
        (json.dumps({"format": FORMAT + 1, "anything": "else"}), "training.run_from_future"),
    ],
    ids=["none", "empty", "list", "half", "deep", "future"],
)
def test_what_is_no_record_is_said_in_one_line(tmp_path: Path, text: str | None, code: str) -> None:
    if text is not None:
        (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(DatasetError) as caught:
        read_experiment(tmp_path)
    assert caught.value.code == code
    assert "\n" not in str(caught.value)
