"""A run with one-hot columns says so in its record, report and command, and its models go on with them."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from core.dataset import Dataset, load_table
from core.estimators.baselines import find_baselines
from core.genre.model import load_model
from core.genre.store import look_at
from core.jobs.models import compare_models
from core.model_file.container import SUFFIX
from core.training.experiment import data_record, read_experiment
from core.training.fit_store import reading_fits
from core.training.run_comparison import differences
from core.training.run_folder import RunFolder
from core.training.saving import save_classifier
from core.training.train import TrainingOptions, command_of, experiment_of, train
from core.workers.pool import Emitter
from tests.core.training.data import made_dataset

MOODS = ("happy", "sad", "wild")


def table_at(path: Path, moods: tuple[str, ...] = MOODS) -> Path:
    made = made_dataset(n_columns=4)
    frame = pd.DataFrame(made.X, columns=list(made.columns))
    mood = [moods[(int(label) + row % 2) % len(moods)] for row, label in enumerate(made.y)]
    frame.assign(mood=mood, label=[made.classes[number] for number in made.y]).to_csv(path, index=False)
    return path


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return load_table(table_at(tmp_path_factory.mktemp("tables") / "songs.csv"), one_hot=["mood"], drop=["mood=wild"])


@pytest.fixture(scope="module")
def run(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = RunFolder.create(tmp_path_factory.mktemp("runs") / "run")
    train(dataset, TrainingOptions(find_baselines(["logistic", "tree"]), n_folds=3), None, folder)
    return folder.path


def test_record_report_and_command_name_the_column(dataset: Dataset, run: Path) -> None:
    record = read_experiment(run).data
    assert record == data_record(dataset) and record.one_hot == ("mood",) and record.is_of(dataset)
    assert not record.is_of(load_table(Path(dataset.source.path)))
    told = json.loads((run / "run.json").read_text(encoding="utf-8"))["data"]
    assert told["source"]["one_hot"] == ["mood"] and told["columns"][-2:] == ["mood=happy", "mood=sad"]
    report = (run / "report.html").read_text(encoding="utf-8")
    assert "mood as 2 columns of 0 and 1" in report
    assert "--one-hot mood" in command_of(dataset, TrainingOptions(find_baselines(["tree"])))
    with reading_fits(run) as store:
        assert store.rows().is_same_as(dataset)


def test_two_runs_say_that_one_has_the_column_and_the_other_not(dataset: Dataset) -> None:
    options = TrainingOptions(find_baselines(["tree"]))
    others = [experiment_of(one, options) for one in (dataset, load_table(Path(dataset.source.path)))]
    assert ("One-hot", ("mood", "none")) in [(one.setting, one.values) for one in differences(others)]


def test_a_record_without_one_hot_columns_of_a_version_before_is_read(run: Path, tmp_path: Path) -> None:
    content = json.loads((run / "experiment.json").read_text(encoding="utf-8"))
    del content["data"]["one_hot"]
    (tmp_path / "experiment.json").write_text(json.dumps(content), encoding="utf-8")
    assert read_experiment(tmp_path).data.one_hot == ()


def test_a_saved_model_takes_a_category_that_new_rows_lack_for_zero(dataset: Dataset, tmp_path: Path) -> None:
    path = tmp_path / f"songs{SUFFIX}"
    passport = save_classifier(path, dataset, find_baselines(["logistic"])[0], None, n_folds=3)
    assert passport.columns[-2:] == ("mood=happy", "mood=sad") and passport.data["one_hot"] == ["mood"]
    assert load_model(path, recipes=None).columns == dataset.columns
    others = load_table(table_at(tmp_path / "others.csv", ("sad", "odd", "sad")), one_hot=["mood"])
    stored = look_at(path)
    found = compare_models(Emitter(lambda _: None, lambda: False), others, others, stored, stored)
    happy, odd = dataset.columns.index("mood=happy"), others.columns.index("mood=odd")
    X = np.insert(np.delete(others.X, odd, axis=1), happy, 0.0, axis=1)
    np.testing.assert_array_equal(found.old.sure, load_model(path, recipes=None).predict_proba(X).max(axis=1))
