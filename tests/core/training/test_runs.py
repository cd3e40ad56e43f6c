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
from core.training.fit_store import FILE as FITS
from core.training.fit_store import LOCK, reading_fits
from core.training.run_folder import RunFolder
from core.training.runs import (
    DAYS_DELETED,
    add_elsewhere,
    begin_run,
    delete_run,
    elsewhere,
    forget_elsewhere,
    is_run_folder,
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


def test_the_list_points_to_runs_elsewhere_until_they_are_forgotten(tmp_path: Path) -> None:
    root, other = tmp_path / "runs", tmp_path / "of a command"
    mine = begun(root, "mine")
    train(made_dataset(), OPTIONS, None, RunFolder.create(other))
    assert is_run_folder(other) and not is_run_folder(tmp_path)
    add_elsewhere(root, other)
    add_elsewhere(root, other)
    add_elsewhere(root, mine)  # which is in the list as it is
    assert elsewhere(root) == (other,)
    found = {run.folder: run for run in list_runs(root).runs}
    assert found[other].is_elsewhere and not found[mine].is_elsewhere
    assert (found[other].state, found[other].n_fits, found[other].here) == ("finished", 6, {})
    forget_elsewhere(root, other)
    assert [run.folder for run in list_runs(root).runs] == [mine]
    assert (other / FILE).exists()


def test_a_run_elsewhere_that_was_moved_is_missing_and_comes_back_with_its_folder(tmp_path: Path) -> None:
    root, other = tmp_path / "runs", begun(tmp_path, "other")
    add_elsewhere(root, other)
    moved = other.rename(tmp_path / "moved")
    listing = list_runs(root)
    assert (listing.runs, listing.missing) == ((), (other,))
    moved.rename(other)
    assert [run.folder for run in list_runs(root).runs] == [other]


@pytest.mark.parametrize("content", [None, "[]", '{"folders": 3}', '{"folders": [4]}', "{"])
def test_a_damaged_list_of_runs_elsewhere_is_none(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "elsewhere.json").write_text(content, encoding="utf-8")
    assert elsewhere(tmp_path) == ()


def test_what_is_no_run_is_not_pointed_to(tmp_path: Path) -> None:
    for folder, code in ((tmp_path / "none", "no_run_folder"), (tmp_path, "run_without_record")):
        with pytest.raises(DatasetError) as caught:
            add_elsewhere(tmp_path / "runs", folder)
        assert caught.value.code == f"training.{code}"
    assert not (tmp_path / "runs").exists()


def test_a_run_that_nobody_can_write_to_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = RunFolder.create(tmp_path / "run")
    train(made_dataset(), OPTIONS, None, folder)
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    before = sorted(one.name for one in folder.path.iterdir())
    assert read_run(folder.path).n_fits == 6
    with reading_fits(folder.path) as store:
        assert len(store.outcomes()) == 6
    assert sorted(one.name for one in folder.path.iterdir()) == before
    assert f"{FITS}-wal" not in before
