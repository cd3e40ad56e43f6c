"""The script of a run, called as a person would call it: its scores are those of the run."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from core.dataset import Dataset, Remedy, apply, load_table
from core.dataset.splitting import split_remedy
from core.estimators.baselines import find_baselines
from core.estimators.own import Preparation, selection_from, tailored
from core.training.run_folder import RunFolder
from core.training.train import TrainingOptions, train
from tests.core.training.data import made_dataset

NUMBERS = ["accuracy", "precision", "recall", "f1"]
WHICH = ["estimator", "protocol", "fold", "repeat"]


def table_of(dataset: Dataset) -> pd.DataFrame:
    frame = pd.DataFrame(dataset.X, columns=list(dataset.columns))
    return frame.assign(label=[dataset.classes[number] for number in dataset.y], artist=dataset.groups)


def run_of(dataset: Dataset, folder: Path, baselines: list[str], repeats: int = 1) -> Path:
    options = TrainingOptions(find_baselines(baselines), n_folds=3, repeats=repeats)
    train(dataset, options, None, RunFolder.create(folder))
    return folder


def reproduced(run: Path, table: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Call the script where this program cannot be imported."""
    command = [sys.executable, "-I", str(run / "reproduce.py"), str(table), "--out", str(folder / "again.csv")]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=240)


def assert_same_scores(run: Path, table: Path, folder: Path) -> None:
    ended = reproduced(run, table, folder)
    assert (ended.returncode, ended.stderr) == (0, "")
    first, again = pd.read_csv(run / "scores.csv"), pd.read_csv(folder / "again.csv")
    assert list(again.columns) == list(first.columns)
    pd.testing.assert_frame_equal(again[WHICH], first[WHICH])
    np.testing.assert_allclose(again[NUMBERS], first[NUMBERS], rtol=0, atol=1e-12)


def test_the_scores_are_those_of_the_run_in_both_protocols(tmp_path: Path) -> None:
    table = tmp_path / "songs.csv"
    frame = table_of(made_dataset(n_columns=4))
    frame.assign(mood=["sad", " wild", "NA", "wild"] * 22 + ["odd"] * 2).to_csv(table, index=False)
    dataset = load_table(table, groups="artist", one_hot=["mood"], drop=["mood=odd"])
    assert dataset.columns[-2:] == ("mood=sad", "mood=wild")
    run = run_of(dataset, tmp_path / "run", ["logistic", "tree", "knn", "svm-rbf", "bayes", "kernel"], repeats=2)
    assert_same_scores(run, table, tmp_path)
    assert not (run / "table.csv").exists()
    assert "from core" not in (run / "reproduce.py").read_text(encoding="utf-8").partition("class MusicScaler")[0]


def test_remedies_missing_numbers_and_an_odd_table_are_followed(tmp_path: Path) -> None:
    frame = table_of(made_dataset(n_columns=4))
    frame.iloc[4, 0], frame.iloc[9, 1] = np.nan, np.nan
    table = tmp_path / "songs.csv"
    frame.drop(columns="artist").to_csv(table, index=False, sep=";", decimal=",", encoding="utf-16", na_rep="-")
    dataset = load_table(table)
    for remedy in (
        Remedy("drop_rows", "Leave rows out", rows=(0, 7)),
        Remedy("drop_columns", "Leave a column out", columns=("column 2",)),
        Remedy("merge_classes", "Make one class of two", classes=(("class a", "class c"),)),
    ):
        dataset = apply(dataset, remedy)
    assert_same_scores(run_of(dataset, tmp_path / "run", ["logistic", "tree"]), table, tmp_path)
    assert not (tmp_path / "run" / "table.csv").exists()


def test_own_settings_are_followed(tmp_path: Path) -> None:
    dataset = made_dataset(counts=(45, 30, 15), n_columns=6)
    table = tmp_path / "songs.csv"
    table_of(dataset).to_csv(table, index=False)
    own = [
        ("tree", {"max_depth": None, "criterion": "entropy"}, Preparation("minmax", selection_from("variance:0.02"))),
        ("logistic", {"C": 2.0, "solver": "saga"}, Preparation("standard", selection_from("mutual:3"), "balanced")),
        ("svm-rbf", {"gamma": "scale"}, Preparation("robust", selection_from("recursive:5"), "oversample")),
        ("bayes", {"priors": (0.2, 0.3, 0.5)}, Preparation("quantile", None, "undersample")),
        ("mlp", {"hidden_layer_sizes": (8, 4), "alpha": 0.1, "max_iter": 60}, Preparation("none", None, "balanced")),
        ("kernel", {"gamma": 0.02}, Preparation("standard", selection_from("mutual:4"), "oversample")),
    ]
    baselines = tuple(tailored(find_baselines([key])[0], given, prepared) for key, given, prepared in own)
    folder = RunFolder.create(tmp_path / "run")
    train(load_table(table, groups="artist"), TrainingOptions(baselines, n_folds=3), None, folder)
    assert_same_scores(folder.path, table, tmp_path)
    settings = {one["key"]: one["settings"] for one in json.loads((folder.path / "run.json").read_text())["baselines"]}
    assert settings["svm-rbf"]["select"] == "recursive:5" and settings["svm-rbf"]["class_weight"] == "oversample"
    assert settings["tree"]["parameters"] == {"max_depth": None, "criterion": "entropy"}
    report = (folder.path / "report.html").read_text(encoding="utf-8")
    assert "C 2.0 (not 0.1), solver saga (not lbfgs), scaler standard, 3 columns by mutual information" in report
    assert "--set tree.max_depth=none" in report


@pytest.mark.parametrize("split", [False, True])
def test_rows_that_were_in_no_table_are_kept_beside_the_script(split: bool, tmp_path: Path) -> None:
    dataset = made_dataset()
    dataset = apply(dataset, split_remedy(dataset, (60, 20, 20), 20)) if split else dataset
    run = run_of(dataset, tmp_path / "run", ["lda", "committee"] if split else ["lda"])  # a split has one fit only
    assert_same_scores(run, run / "table.csv", tmp_path)


def test_another_table_is_refused_in_one_line(tmp_path: Path) -> None:
    table = tmp_path / "songs.csv"
    frame = table_of(made_dataset(n_columns=4))
    frame.to_csv(table, index=False)
    run = run_of(load_table(table, groups="artist"), tmp_path / "run", ["tree"])
    frame.iloc[0, 0] += 1e-9
    frame.to_csv(table, index=False)
    ended = reproduced(run, table, tmp_path)
    assert ended.returncode == 1
    assert ended.stderr.strip().splitlines() == [f"{table} does not hold the numbers of this run."]
