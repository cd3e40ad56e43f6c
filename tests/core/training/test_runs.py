"""The list of runs: newest first, named and annotated, deleted and brought back, whatever lies between them."""

import json
import os
import shutil
from pathlib import Path

import pytest

from core.errors import DatasetError
from core.estimators.baselines import find_baselines
from core.file_lock import locked
from core.training.experiment import FILE, FORMAT
from core.training.fit_store import LOCK
from core.training.run_folder import RunFolder
from core.training.runs import (
    DAYS_DELETED,
    begin_run,
    delete_run,
    list_runs,
    mark,
    purge_deleted,
    read_run,
    restore_run,
    write_note,
)
from core.training.train import TrainingOptions, experiment_of, train
from tests.core.training.data import made_dataset

OPTIONS = TrainingOptions(find_baselines(["bayes"]), n_folds=3)


def begun(root: Path, name: str) -> Path:
    return begin_run(root / name, experiment_of(made_dataset(), OPTIONS), {"path": "songs.csv"}).path


def test_a_finished_run_says_its_score_and_one_that_was_killed_how_far_it_came(tmp_path: Path) -> None:
    killed, finished = begun(tmp_path, "first"), begun(tmp_path, "second")
    result = train(made_dataset(), OPTIONS, None, RunFolder(finished))
    newest, oldest = list_runs(tmp_path).runs
    assert (newest.folder, newest.state, newest.n_fits, newest.n_expected) == (finished, "finished", 6, 6)
    grouped = next(one for one in result.summaries if one.protocol == "grouped")
    assert newest.best is not None
    assert grouped.accuracy is not None
    assert (newest.best.name, newest.best.protocol) == ("Naive Bayes", "grouped")
    assert newest.best.mean == pytest.approx(grouped.accuracy.mean)
    assert (oldest.folder, oldest.state, oldest.n_fits, oldest.best) == (killed, "interrupted", 0, None)
    assert oldest.here["path"] == "songs.csv"


def test_a_run_that_goes_on_is_not_called_interrupted(tmp_path: Path) -> None:
    folder = begun(tmp_path, "run")
    with locked(folder / LOCK):
        assert read_run(folder).state == "running"
        with pytest.raises(DatasetError) as caught:
            delete_run(folder)
        assert caught.value.code == "training.run_in_use"
    mark(folder, "stopped")
    assert read_run(folder).state == "stopped"


def test_a_name_and_a_note_are_kept(tmp_path: Path) -> None:
    folder = begun(tmp_path, "run")
    write_note(folder, "بلوز, take 2", "two\nlines")
    run = read_run(folder)
    assert (run.title, run.note) == ("بلوز, take 2", "two\nlines")
    (folder / "note.json").write_text("{", encoding="utf-8")
    assert read_run(folder).title == "run"


def test_a_deleted_run_comes_back(tmp_path: Path) -> None:
    folder = begun(tmp_path, "run")
    aside = delete_run(folder)
    assert not list_runs(tmp_path).runs
    restore_run(aside, folder)
    assert [one.folder for one in list_runs(tmp_path).runs] == [folder]


def test_a_deleted_run_does_not_replace_another_of_its_name(tmp_path: Path) -> None:
    folder = begun(tmp_path, "run")
    aside = delete_run(folder)
    begun(tmp_path, "run")
    with pytest.raises(DatasetError):
        restore_run(aside, folder)
    assert aside.exists()


def test_what_was_deleted_long_ago_is_gone(tmp_path: Path) -> None:
    aside = delete_run(begun(tmp_path, "run"))
    deleted = int(aside.name.split(" ")[0])
    purge_deleted(tmp_path, deleted + (DAYS_DELETED - 1) * 86_400)
    assert aside.exists()
    purge_deleted(tmp_path, deleted + (DAYS_DELETED + 1) * 86_400)
    assert not aside.exists()


def test_damaged_future_and_older_runs_are_passed_over_and_said(tmp_path: Path) -> None:
    kept = begun(tmp_path, "kept")
    for name, text in (("broken", "{"), ("of tomorrow", json.dumps({"format": FORMAT + 1}))):
        shutil.copytree(kept, tmp_path / name)
        (tmp_path / name / FILE).write_text(text, encoding="utf-8")
    (tmp_path / "older").mkdir()
    (tmp_path / "older" / "run.json").write_text("{}", encoding="utf-8")
    (tmp_path / "a file").touch()
    (tmp_path / ".half.part").mkdir()
    listing = list_runs(tmp_path)
    assert [one.folder for one in listing.runs] == [kept]
    assert listing.n_older == 1
    assert sorted(listing.skipped) == [
        "“broken” is damaged: its experiment.json cannot be read.",
        "“of tomorrow” was made by a newer version.",
    ]


def test_no_runs_are_no_trouble(tmp_path: Path) -> None:
    assert list_runs(tmp_path / "nothing here").runs == ()


def test_a_run_appears_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        begun(tmp_path, "run")
    assert list(tmp_path.iterdir()) == []
