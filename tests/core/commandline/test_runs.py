"""Runs of commands: in the list that the window shows, resumed after a kill, refused for other settings."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from core.commandline.app import main
from core.jobs.data import read_data, request_from_json
from core.jobs.runs import add_job, open_job
from core.training.fit_store import reading_fits
from core.training.run_places import runs_folder
from core.training.runs import Run, list_runs, mark
from core.workers.pool import Emitter
from tests.core.training.data import made_dataset
from tests.waiting import wait_for

ROOT = Path(__file__).resolve().parents[3]
QUIET = Emitter(lambda _: None, lambda: False)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    made = made_dataset(counts=(12, 12), n_columns=3)
    rows = [
        [*map(str, numbers), f"artist {made.groups[row]}", made.classes[made.y[row]]]  # type: ignore[index]
        for row, numbers in enumerate(made.X.tolist())
    ]
    path = tmp_path / "songs.csv"
    path.write_text("\n".join(",".join(row) for row in [["a", "b", "c", "artist", "label"], *rows]), encoding="utf-8")
    return path


def train(table: Path, *more: str) -> list[str]:
    return ["train", str(table), "--groups", "artist", "--baselines", "bayes", "tree", "--folds", "3", "--jobs", "1",
            "--drop", "c", *more]  # fmt: skip


def runs() -> tuple[Run, ...]:
    return list_runs(runs_folder()).runs


def fits_of(run: Run) -> list[tuple[object, ...]]:
    """Return whose fits a run holds, and the seconds that each took."""
    with reading_fits(run.folder) as store:
        scores = [one.score for one in store.outcomes()]
    return [(one.estimator, one.protocol, one.repeat, one.fold, one.fit_seconds) for one in scores]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_training_that_is_killed_is_a_run_of_the_window_and_goes_on_by_the_same_command(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command = train(Path(table.name), "--repeats", "20")
    starter = [sys.executable, "-m", "core.commandline.app", *command]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(starter, stderr=subprocess.DEVNULL, cwd=tmp_path, env=environment) as process:
        wait_for("fits", lambda: process.poll() is not None or any(run.n_fits > 3 for run in runs()))
        process.kill()
    (before,) = runs()
    assert before.state == "interrupted" and before.n_fits < 240
    kept = fits_of(before)
    monkeypatch.chdir(tmp_path)
    assert main([*command, "--resume", "--seed", "7"]) == 2
    assert "No run with these data and settings was interrupted" in capsys.readouterr().err
    assert main([*command, "--resume"]) == 0
    assert str(before.folder) in capsys.readouterr().err
    (run,) = runs()
    assert (run.folder, run.state, run.n_fits) == (before.folder, "finished", 240) and run.best is not None
    assert fits_of(run)[: len(kept)] == kept  # not made again, or they would have taken another time

    opened = open_job(QUIET, run.folder)
    request = request_from_json(run.here["data"])
    assert opened.training is not None and request is not None and request.path == table
    answer = read_data(QUIET, request)
    assert answer.dataset is not None and run.experiment.data.is_of(answer.dataset)
    assert answer.dataset.is_same_as(opened.rows)


def test_a_training_in_a_folder_of_its_own_goes_on_there_with_the_same_settings_only(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "run"
    command = train(table, "--out", str(out), "--resume")
    assert main(command) == 0  # there is nothing yet, so it begins
    scores = (out / "scores.csv").read_text(encoding="utf-8")
    assert runs() == () and not (out / "here.json").exists()
    assert main(command[:-1]) == 2
    assert "already holds a run" in capsys.readouterr().err
    assert main([*command, "--scaler", "standard", "--repeats", "2"]) == 2
    names = "Repetitions, Settings of Decision tree, Settings of Naive Bayes"
    assert f"holds a run of other settings ({names})" in capsys.readouterr().err
    assert main(command) == 0
    assert (out / "scores.csv").read_text(encoding="utf-8") == scores


def test_what_is_refused_before_its_first_fit_leaves_no_run(table: Path) -> None:
    command = train(table, "--baselines", "logistic", "--set", "logistic.solver=newton-cg", "logistic.penalty=l1")
    assert main(command) == 2
    assert main(train(table, "--folds", "60")) == 2
    assert runs() == ()


def test_a_search_without_a_folder_is_a_run_of_the_window_and_is_resumed(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    grid = tmp_path / "grid.json"
    grid.write_text(
        json.dumps({"n_estimators": [3, 5], "max_depth": [2], "min_samples_split": [2], "min_samples_leaf": [2],
                    "max_features": [2]})
    )  # fmt: skip
    command = ["search", str(table), "--family", "forest", "--grid", str(grid), "--groups", "artist", "--folds", "3",
               "--estimate", "none", "--jobs", "1"]  # fmt: skip
    assert main(command) == 0
    (run,) = runs()
    assert (run.experiment.kind, run.state, run.n_fits) == ("search", "finished", 6)
    opened = open_job(QUIET, run.folder)
    assert opened.search is not None and opened.search.result is not None
    with sqlite3.connect(run.folder / "trials.sqlite") as connection:  # as a kill would leave it
        connection.execute("DELETE FROM fit WHERE rowid > 2")
    connection.close()
    mark(run.folder, "running")
    assert runs()[0].state == "interrupted"
    assert main([*command, "--resume", "--seed", "4"]) == 2
    assert "No run with these data and settings was interrupted" in capsys.readouterr().err
    assert main([*command, "--resume"]) == 0
    (again,) = runs()
    assert (again.folder, again.state, again.n_fits) == (run.folder, "finished", 6)


def test_a_search_in_a_folder_of_its_own_can_be_opened_in_a_window(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, grid = tmp_path / "search", tmp_path / "grid.json"
    grid.write_text(
        json.dumps({"n_estimators": [3, 5], "max_depth": [2], "min_samples_split": [2], "min_samples_leaf": [2],
                    "max_features": [2]})
    )  # fmt: skip
    command = ["search", str(table), "--family", "forest", "--grid", str(grid), "--groups", "artist", "--folds", "3",
               "--estimate", "none", "--jobs", "1", "--out", str(out)]  # fmt: skip
    assert main(command) == 0
    run = add_job(QUIET, runs_folder(), out)
    assert (run.experiment.kind, run.state, run.n_fits, run.folder) == ("search", "finished", 6, out)
    opened = open_job(QUIET, out)
    assert opened.search is not None and opened.search.result is not None and len(opened.rows) == 24
    assert [one.is_elsewhere for one in runs()] == [True]
    assert main(command) == 2  # it is there already
    assert main([*command, "--resume"]) == 0
    assert main(train(table, "--out", str(tmp_path / "run"))) == 0
    capsys.readouterr()
    assert main([*command[:-1], str(tmp_path / "run")]) == 2
    assert "already holds a run" in capsys.readouterr().err


def test_a_long_training_says_how_long_it_takes(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(train(table, "--repeats", "10000000", "--out", str(tmp_path))) == 2  # which is not empty
    assert "This takes about " in capsys.readouterr().err
