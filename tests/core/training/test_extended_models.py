"""Models of the second recipe, from a folder of audio to a prediction, its reasons, and what reopens the run."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.analysis import ClipAnalysis, analyse_clip, judge
from core.commandline.app import main
from core.commandline.runs import here
from core.dataset import Dataset, Remedy, apply
from core.dataset.folders import load_folder
from core.estimators.baselines import find_baselines
from core.explanation.clip_reasons import explain_clip
from core.features.recipe import EXTENDED_COLUMNS, RECIPE, RECIPE_2, RECIPES
from core.genre.model import load_model
from core.genre.store import look_at, usable_model
from core.genre.verification import verify_model
from core.jobs.data import DataRequest, request_from_json, request_to_json
from core.synthesis import synthesise
from core.synthesis.styles import STYLES
from core.training.experiment import data_record
from core.training.saving import save_classifier
from core.training.train import TrainingOptions, command_of
from core.workers.pool import WorkerPool


@pytest.fixture(scope="module")
def music(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("music")
    for style in ("drift", "stomp"):
        (folder / style).mkdir()
        for number in range(4):
            clip = synthesise(4.0, 100 + 10 * number, number, sr=22050, style=STYLES[style])
            soundfile.write(folder / style / f"{number}.wav", clip.y, clip.sr)
    return folder


@pytest.fixture(scope="module")
def datasets(music: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Dataset]:
    store = tmp_path_factory.mktemp("store") / "store.sqlite"
    with WorkerPool(1, threads_per_worker=1) as pool:
        return {recipe: load_folder(music, pool, catalogue=store, recipe=recipe) for recipe in RECIPES}


@pytest.fixture(scope="module")
def model(datasets: dict[str, Dataset], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("models") / "wide.gsm"
    (baseline,) = find_baselines(["logistic"])
    save_classifier(path, datasets[RECIPE_2], baseline, None, n_folds=2)
    return path


@pytest.fixture(scope="module")
def analysis(music: Path) -> ClipAnalysis:
    return analyse_clip(music / "stomp" / "1.wav")


def test_a_saved_model_of_extended_features_is_sound_and_can_be_the_one_in_use(model: Path) -> None:
    loaded = load_model(model)
    assert loaded.passport.recipe == RECIPE_2 and loaded.columns == RECIPES[RECIPE_2]
    assert [problem for problem in verify_model(model) if "both scores" not in problem] == []
    assert look_at(model).unfit == "" and usable_model(model) == (model, None)


def test_it_names_the_genre_of_a_clip_and_says_why(model: Path, analysis: ClipAnalysis, music: Path) -> None:
    found = judge(analysis.genre.windows, analysis.source.duration, model)
    assert found.prediction is not None
    assert found.prediction.classes[found.prediction.probabilities.argmax()] == "stomp"
    loaded = load_model(model)
    features, times = analysis.genre.windows.for_model(loaded.passport, analysis.source.duration)
    reasons = explain_clip(loaded, features, times).genres[0]
    columns = {ground.column for ground in (*reasons.speaking, *reasons.against)}
    assert reasons.genre == "stomp" and columns & set(EXTENDED_COLUMNS)


def test_the_command_line_predicts_with_it(model: Path, music: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["predict", str(music / "drift" / "2.wav"), "--model", str(model), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert max(said["genres"], key=said["genres"].__getitem__) == "drift"


def test_a_clip_of_a_former_analysis_is_not_judged_and_a_line_says_what_to_do(
    model: Path, analysis: ClipAnalysis
) -> None:
    windows = analysis.genre.windows
    former = replace(windows, features=windows.features[:, :58], whole=windows.whole[:58])
    found = judge(former, analysis.source.duration, model)
    assert found.prediction is None
    assert [note.code for note in found.notes] == ["model.not_measured"]
    assert "analyse it again" in str(found.notes[0])


def test_a_model_that_reads_only_the_58_is_of_the_first_recipe(datasets: dict[str, Dataset], tmp_path: Path) -> None:
    fewer = apply(datasets[RECIPE_2], Remedy("drop_columns", "Leave out", columns=EXTENDED_COLUMNS))
    (baseline,) = find_baselines(["bayes"])
    assert save_classifier(tmp_path / "narrow.gsm", fewer, baseline, None, n_folds=2).recipe == RECIPE


def test_two_recipes_are_two_data_and_a_request_remembers_its_own(datasets: dict[str, Dataset], music: Path) -> None:
    first, second = (datasets[recipe] for recipe in RECIPES)
    assert not data_record(first).is_of(second) and not first.is_same_as(second)
    assert first.fingerprint != second.fingerprint
    request = DataRequest("folder", music, recipe=RECIPE_2)
    assert request_from_json(request_to_json(request)) == request
    stored = request_to_json(DataRequest("folder", music))
    del stored["recipe"]  # as a former version wrote it
    assert request_from_json(stored) == DataRequest("folder", music)
    assert request_from_json(stored | {"recipe": "another"}) is None
    options = TrainingOptions(find_baselines(["bayes"]))
    assert "--features extended" in command_of(second, options)
    assert "--features" not in command_of(first, options)


def test_the_numbers_of_both_recipes_agree_where_they_have_the_same_columns(datasets: dict[str, Dataset]) -> None:
    np.testing.assert_array_equal(datasets[RECIPE].X, datasets[RECIPE_2].X[:, :58])


def test_features_of_a_table_cannot_be_extended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "table.csv"
    table.write_text("a,label\n1,x\n2,y\n", encoding="utf-8")
    assert main(["doctor", str(table), "--features", "extended"]) == 2
    assert "A table has features of its own: leave --features out" in capsys.readouterr().err


def test_a_run_is_resumed_with_its_own_features_alone(
    music: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], private_home: Path
) -> None:
    command = ["train", str(music), "--baselines", "bayes", "--folds", "2", "--jobs", "1", "--out", str(tmp_path / "r")]
    assert main([*command, "--features", "extended"]) == 0
    told = json.loads((tmp_path / "r" / "run.json").read_text(encoding="utf-8"))
    assert told["data"]["recipe"] == RECIPE_2 and told["data"]["columns"] == list(RECIPES[RECIPE_2])
    assert main([*command, "--features", "extended", "--resume"]) == 0
    capsys.readouterr()
    assert main([*command, "--resume"]) == 2
    assert "other settings" in capsys.readouterr().err
    stored = here(DataRequest("folder", music, recipe=RECIPE_2))["data"]
    assert isinstance(stored, dict)
    read = request_from_json(stored)
    assert read is not None and read.recipe == RECIPE_2
