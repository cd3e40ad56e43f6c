"""A training that was stopped goes on where it was, and one that is reopened fits nothing."""

import threading
import time
from pathlib import Path

import numpy as np
import pytest

from core.dataset import Dataset
from core.errors import DatasetError
from core.estimators.baselines import find_baselines
from core.file_lock import locked
from core.progress import Cancelled
from core.training import cross_validation
from core.training.cross_validation import FoldScore
from core.training.experiment import read_experiment
from core.training.fit_store import LOCK, open_fits
from core.training.reopening import ReopenedTraining, options_of, reopen_training
from core.training.run_folder import RunFolder
from core.training.train import TrainingOptions, TrainingResult, train
from tests.core.training.data import made_dataset

OPTIONS = TrainingOptions(find_baselines(["bayes", "svm-linear"]), n_folds=3, seed=5, curves=True)


def reopened(folder: Path) -> ReopenedTraining:
    return reopen_training(folder, read_experiment(folder))


def stopped_after(n_fits: int, dataset: Dataset, folder: Path) -> None:
    """Train until so many fits are done, as one that is cancelled does."""
    told: list[FoldScore] = []

    def report(_fraction: float, _text: str) -> None:
        if len(told) >= n_fits:
            raise Cancelled

    with pytest.raises(Cancelled):
        train(dataset, OPTIONS, None, RunFolder.create(folder), on_score=told.append, report=report)


def assert_same(one: TrainingResult | ReopenedTraining, other: TrainingResult | ReopenedTraining) -> None:
    assert len(one.validation.outcomes) == len(other.validation.outcomes)
    for mine, theirs in zip(one.validation.outcomes, other.validation.outcomes, strict=True):
        assert (mine.score.estimator, mine.score.accuracy) == (theirs.score.estimator, theirs.score.accuracy)
        np.testing.assert_array_equal(mine.predicted, theirs.predicted)
        assert (mine.probabilities is None) == (theirs.probabilities is None)
        if mine.probabilities is not None and theirs.probabilities is not None:
            np.testing.assert_array_equal(mine.probabilities, theirs.probabilities)
    assert one.curves == other.curves
    assert one.comparisons == other.comparisons


def test_a_reopened_run_has_the_scores_predictions_and_curves_of_the_run(tmp_path: Path) -> None:
    dataset = made_dataset()
    result = train(dataset, OPTIONS, None, RunFolder.create(tmp_path / "run"))
    again = reopened(tmp_path / "run")
    assert_same(again, result)
    assert again.summaries == result.summaries
    assert again.rows.is_same_as(dataset)
    assert again.rows.row_names == dataset.row_names
    assert np.isnan(again.rows.X).all()
    assert [one.key for one in again.options.baselines] == ["svm-linear", "bayes"]


def test_a_stopped_run_goes_on_with_the_fits_it_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = made_dataset()
    stopped_after(7, dataset, tmp_path / "stopped")
    assert len(reopened(tmp_path / "stopped").validation.outcomes) == 7
    made: list[str] = []
    fit_fold = cross_validation._fit_fold

    def counted(*arguments: object) -> object:
        made.append("fit")
        return fit_fold(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(cross_validation, "_fit_fold", counted)
    told: list[FoldScore] = []
    folder = RunFolder(tmp_path / "stopped")
    result = train(dataset, options_of(read_experiment(folder.path)), None, folder, on_score=told.append)
    assert (len(made), len(told)) == (5, 12)
    monkeypatch.undo()
    assert_same(result, train(dataset, OPTIONS, None, RunFolder.create(tmp_path / "whole")))
    stopped, whole = (
        [line.split(",")[:8] for line in (tmp_path / name / "scores.csv").read_text("utf-8").splitlines()]
        for name in ("stopped", "whole")
    )
    assert stopped == whole


def test_a_run_does_not_go_on_with_other_data(tmp_path: Path) -> None:
    stopped_after(2, made_dataset(), tmp_path / "run")
    with pytest.raises(DatasetError) as caught:
        train(made_dataset(seed=4), OPTIONS, None, RunFolder(tmp_path / "run"))
    assert caught.value.code == "training.run_of_other_data"


def test_a_run_that_another_trains_is_left_alone(tmp_path: Path) -> None:
    dataset = made_dataset()
    stopped_after(2, dataset, tmp_path / "run")
    with open_fits(tmp_path / "run", dataset), pytest.raises(DatasetError) as caught:
        train(dataset, OPTIONS, None, RunFolder(tmp_path / "run"))
    assert caught.value.code == "training.run_in_use"


def test_damaged_fits_are_said_in_one_line(tmp_path: Path) -> None:
    stopped_after(2, made_dataset(), tmp_path / "run")
    (tmp_path / "run" / "fits.sqlite").write_bytes(b"no database, though long enough for one" * 100)
    with pytest.raises(DatasetError) as caught:
        reopened(tmp_path / "run")
    assert caught.value.code == "training.run_damaged"


def test_one_that_looks_at_the_lock_for_a_moment_keeps_nobody_from_training(tmp_path: Path) -> None:
    dataset = made_dataset()
    is_held = threading.Event()

    def look() -> None:
        with locked(tmp_path / LOCK):
            is_held.set()
            time.sleep(0.1)

    looking = threading.Thread(target=look)
    looking.start()
    is_held.wait()
    with open_fits(tmp_path, dataset) as store:
        assert store.fingerprint() == dataset.fingerprint
    looking.join()
