"""Both recipes on the same folds: columns that help show, and columns of noise do not."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

import core.commandline.benchmark  # noqa: F401 (adds the command)
from core.benchmarks.recipes import compare_recipes, report_lines
from core.commandline.app import main
from core.dataset import Dataset
from core.dataset.dataset import DatasetSource
from core.errors import DatasetError
from core.estimators.baselines import find_baselines
from core.features.recipe import RECIPE_2, RECIPES
from core.synthesis import synthesise
from core.synthesis.styles import STYLES


def rows(shift: float, *, n_groups: int | None = None) -> Dataset:
    """Sixty rows of two classes, which differ by `shift` in ten of the extended columns alone."""
    columns, n = RECIPES[RECIPE_2], 60
    random, y = np.random.default_rng(0), np.arange(n) % 2
    X = random.normal(size=(n, len(columns)))
    X[:, 100:110] += shift * y[:, np.newaxis]
    groups = None if n_groups is None else np.arange(n) % n_groups
    return Dataset(
        "made", X, y, ("a", "b"), columns, np.arange(n), tuple(map(str, range(n))), (None,) * n,
        DatasetSource("made", "0", "folder", None if groups is None else "artist"), groups=groups,
        group_names=() if n_groups is None else tuple(map(str, range(n_groups))), recipe=RECIPE_2,
    )  # fmt: skip


def test_columns_that_tell_the_classes_apart_show_as_a_difference() -> None:
    (one,) = compare_recipes(rows(3.0), None, baselines=find_baselines(["logistic"]), repeats=2)
    assert one.protocol == "random" and len(one.basic) == len(one.extended) == 10
    assert np.mean(one.extended) > 0.9 > 0.7 > np.mean(one.basic)
    assert one.test is not None and one.test.p < 0.05 and one.test.low > 0


def test_columns_of_noise_bring_nothing_and_groups_are_kept_whole() -> None:
    scores = compare_recipes(rows(0.0, n_groups=20), None, baselines=find_baselines(["bayes"]), repeats=1)
    assert [one.protocol for one in scores] == ["random", "grouped"]
    assert all(one.test is not None and one.test.p > 0.05 for one in scores)
    lines = list(report_lines(rows(0.0, n_groups=20), scores))
    assert "60 pieces, 2 classes, 20 groups (artist); by chance 50.0 %" in lines[0]
    assert lines[3].startswith("grouped") and "5 folds" in lines[3]


def test_too_few_rows_are_refused_in_a_line() -> None:
    with pytest.raises(DatasetError):
        compare_recipes(rows(0.0).take(np.arange(4)), None, baselines=find_baselines(["bayes"]))


def test_the_command_compares_on_a_folder_of_audio(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for style in ("drift", "stomp"):
        (tmp_path / style).mkdir()
        for number in range(3):
            clip = synthesise(3.0, 100 + 10 * number, number, sr=22050, style=STYLES[style])
            soundfile.write(tmp_path / style / f"{number}.wav", clip.y, clip.sr)
    arguments = ["benchmark", "recipes", str(tmp_path), "--folds", "2", "--repeats", "1", "--jobs", "1"]
    assert main(arguments) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].startswith("6 pieces, 2 classes, no groups")
    assert [line.split()[0] for line in printed[2:]] == ["random"] * 4
