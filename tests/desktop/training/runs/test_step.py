"""Runs outlive the window: reopened without a fit, resumed after a kill, compared, named, deleted and brought back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.estimators.baselines import find_baselines
from core.estimators.grids import GRIDS
from core.jobs.data import DataRequest
from core.jobs.training import SearchRequest
from core.search.search import Board
from core.training.run_places import new_run_folder, runs_folder
from core.training.runs import mark
from core.training.train import TrainingOptions
from desktop.training.baselines.step import BaselinesStep
from desktop.training.page import TrainingPage
from desktop.training.runs.step import RunsStep
from desktop.training.search.step import SearchStep
from desktop.training.session import TrainingSession
from desktop.widgets.notices import NoticeBar
from tests.waiting import PATIENCE_MS

Read = Callable[[DataRequest], None]
OPTIONS = TrainingOptions(find_baselines(["bayes", "svm-linear"]), n_folds=3, seed=9)
GRID = GRIDS["forest"].edited(
    n_estimators=[3, 5], max_depth=[2, 5], min_samples_split=[2], min_samples_leaf=[2], max_features=[2]
)


@pytest.fixture
def runs(page: TrainingPage) -> RunsStep:
    step = page.steps["runs"]
    assert isinstance(step, RunsStep)
    return step


def rest(qtbot: QtBot, session: TrainingSession) -> None:
    qtbot.waitUntil(lambda: not session.is_busy, timeout=PATIENCE_MS)


def listed(qtbot: QtBot, runs: RunsStep, *states: str) -> None:
    """Wait until the list shows runs in these states, the newest first."""
    qtbot.waitUntil(lambda: [run.state for run in runs.model.runs] == list(states), timeout=PATIENCE_MS)


def trained(qtbot: QtBot, session: TrainingSession, options: TrainingOptions = OPTIONS) -> Path:
    folder = new_run_folder("songs")
    session.train(options, folder)
    rest(qtbot, session)
    return folder


def forget(qtbot: QtBot, session: TrainingSession) -> None:
    """Be as a window that was just started."""
    session.close_data()
    session.validated_run = session.search_request = session.search_result = session.search_board = None
    rest(qtbot, session)


def interrupt(qtbot: QtBot, runs: RunsStep, folder: Path, n_kept: int, file: str = "fits.sqlite") -> None:
    """Leave a run as a kill would: the first fits, and a state that nobody changed any more."""
    import sqlite3

    with sqlite3.connect(folder / file) as connection:
        connection.execute("DELETE FROM fit WHERE rowid NOT IN (SELECT rowid FROM fit LIMIT ?)", (n_kept,))
    connection.close()
    mark(folder, "running")
    runs.desk.refresh()
    listed(qtbot, runs, "interrupted")


def test_a_run_is_reopened_with_its_scores_and_its_data_after_a_restart(
    qtbot: QtBot, page: TrainingPage, loaded: TrainingSession, runs: RunsStep
) -> None:
    loaded.choose_columns(frozenset({"tempo", "rms_mean"}))
    trained(qtbot, loaded)
    before, dataset = loaded.validated_run, loaded.dataset
    assert before is not None
    assert dataset is not None
    forget(qtbot, loaded)
    listed(qtbot, runs, "finished")
    runs.desk.open(runs.model.runs[0])
    qtbot.waitUntil(lambda: loaded.findings is not None and not loaded.is_busy, timeout=PATIENCE_MS)
    after = loaded.validated_run
    assert after is not None
    assert page.current == "baselines"
    assert after.summaries == before.summaries
    assert after.has_numbers
    assert after.dataset is loaded.dataset
    assert after.dataset.columns == ("tempo", "rms_mean")
    np.testing.assert_array_equal(after.dataset.X, dataset.X)
    baselines = page.steps["baselines"]
    assert isinstance(baselines, BaselinesStep)
    assert baselines.choice.settings == (3, 1, 9)
    assert {one.key for one in baselines.choice.chosen()} == {"bayes", "svm-linear"}
    assert not page.provenance.warns


def test_a_run_whose_table_is_gone_shows_its_scores_and_says_what_is_missing(
    qtbot: QtBot, page: TrainingPage, loaded: TrainingSession, runs: RunsStep, table: Path, notices: NoticeBar
) -> None:
    trained(qtbot, loaded)
    forget(qtbot, loaded)
    table.unlink()
    listed(qtbot, runs, "finished")
    runs.desk.open(runs.model.runs[0])
    rest(qtbot, loaded)
    assert loaded.validated_run is not None
    assert not loaded.validated_run.has_numbers
    assert any("are no longer where they were" in one.text for one in notices.notices())
    page.show_step("evaluation")
    page.steps["evaluation"]._ask_for_importance()  # type: ignore[attr-defined]
    assert not loaded.is_busy
    assert any("needs the data of the run" in one.text for one in notices.notices())


def test_what_a_kill_interrupted_is_offered_and_goes_on_with_all_its_settings(
    qtbot: QtBot, page: TrainingPage, loaded: TrainingSession, runs: RunsStep
) -> None:
    folder = trained(qtbot, loaded)
    before = loaded.validated_run
    assert before is not None
    forget(qtbot, loaded)
    interrupt(qtbot, runs, folder, n_kept=5)
    assert page.offer.isVisible()
    assert page.offer.text.text() == "Interrupted: Linear SVM, Naive Bayes, on songs; 5 finished fits are kept."
    scores: list[object] = []
    loaded.score_came.connect(scores.append)
    page.offer.resume_button.click()
    assert not page.offer.isVisible()
    qtbot.waitUntil(lambda: loaded.validated_run is not None and not loaded.is_busy, timeout=PATIENCE_MS)
    after = loaded.validated_run
    assert after is not None
    assert [one.accuracy for one in after.summaries] == [one.accuracy for one in before.summaries]
    assert after.folder == folder
    assert len(scores) == 12
    listed(qtbot, runs, "finished")
    assert not page.offer.isVisible()


def test_an_offer_that_is_declined_stays_in_the_list(
    qtbot: QtBot, page: TrainingPage, loaded: TrainingSession, runs: RunsStep
) -> None:
    interrupt(qtbot, runs, trained(qtbot, loaded), n_kept=2)
    page.offer.leave_button.click()
    listed(qtbot, runs, "stopped")
    assert not page.offer.isVisible()
    page.show_step("runs")
    assert runs.details.resume_button.isVisible()


def test_cancelling_a_training_keeps_what_was_finished_on_the_screen(
    qtbot: QtBot, page: TrainingPage, loaded: TrainingSession, runs: RunsStep
) -> None:
    slow = TrainingOptions(find_baselines(["bayes", "forest"]), n_folds=4, repeats=20)
    baselines = page.steps["baselines"]
    assert isinstance(baselines, BaselinesStep)
    scores: list[object] = []
    loaded.score_came.connect(scores.append)
    loaded.train(slow, new_run_folder("songs"))
    qtbot.waitUntil(lambda: len(scores) > 5, timeout=PATIENCE_MS)
    loaded.cancel()
    qtbot.waitUntil(lambda: loaded.validated_run is not None, timeout=PATIENCE_MS)
    run = loaded.validated_run
    assert run is not None
    assert run.is_partial
    assert len(run.validation.outcomes) >= len(scores)
    assert [row.name for row in baselines.model.rows] == ["Random forest", "Naive Bayes"]
    page.show_step("baselines")
    assert page.provenance.text().endswith("4 folds, 20 times, seed 20, stopped before the end")
    listed(qtbot, runs, "stopped")


def test_a_search_is_reopened_with_its_board_and_goes_on_after_a_kill(
    qtbot: QtBot, page: TrainingPage, loaded: TrainingSession, runs: RunsStep
) -> None:
    folder = new_run_folder("songs forest")
    loaded.search(SearchRequest(GRID, "exhaustive", "grouped", 3, 7, folder))
    rest(qtbot, loaded)
    before = loaded.search_result
    assert before is not None
    forget(qtbot, loaded)
    listed(qtbot, runs, "finished")
    runs.desk.open(runs.model.runs[0])
    qtbot.waitUntil(lambda: loaded.findings is not None and not loaded.is_busy, timeout=PATIENCE_MS)
    assert page.current == "search"
    after = loaded.search_result
    assert after is not None
    assert after.standings == before.standings
    search = page.steps["search"]
    assert isinstance(search, SearchStep)
    assert len(search.model.standings) == 4
    choice = search.form.choice
    assert choice is not None
    assert (choice.grid.param_grid, choice.strategy, choice.protocol, choice.n_folds, choice.seed) == (
        GRID.param_grid, "exhaustive", "grouped", 3, 7
    )  # fmt: skip
    assert not page.provenance.warns
    search.form.folds.setValue(4)
    assert page.provenance.warns
    assert "Chosen now: Random forest grid, exhaustive, 4 grouped folds, seed 7." in page.provenance.text()
    forget(qtbot, loaded)
    interrupt(qtbot, runs, folder, n_kept=3, file="trials.sqlite")
    assert page.offer.text.text() == (
        "Interrupted: search: Random forest, exhaustive, on songs; 3 finished fits are kept."
    )
    boards: list[Board] = []
    loaded.board_came.connect(boards.append)
    page.offer.resume_button.click()
    qtbot.waitUntil(lambda: loaded.search_result is not None and not loaded.is_busy, timeout=PATIENCE_MS)
    resumed = loaded.search_result
    assert resumed is not None
    assert resumed.standings == before.standings
    assert len(boards[0].trials) == 3
    assert 0.0 < resumed.new_seconds < resumed.fit_seconds
    assert search.form.folds.value() == 3
    assert loaded.search_request is not None
    assert loaded.search_request.folder == folder


def test_another_number_of_folds_marks_the_scores(qtbot: QtBot, page: TrainingPage, loaded: TrainingSession) -> None:
    trained(qtbot, loaded)
    page.show_step("baselines")
    baselines = page.steps["baselines"]
    assert isinstance(baselines, BaselinesStep)
    assert not page.provenance.warns
    baselines.choice.folds.setValue(10)
    assert page.provenance.warns
    assert page.provenance.text().endswith("Chosen now: 10 folds, seed 9.")
    baselines.choice.folds.setValue(3)
    assert not page.provenance.warns


def test_runs_are_named_compared_deleted_and_brought_back(
    qtbot: QtBot, page: TrainingPage, loaded: TrainingSession, runs: RunsStep, notices: NoticeBar
) -> None:
    trained(qtbot, loaded)
    loaded.choose_columns(frozenset({"tempo", "rms_mean"}))
    trained(qtbot, loaded, replace(OPTIONS, n_folds=4))
    page.show_step("runs")
    listed(qtbot, runs, "finished", "finished")
    runs.choose(0)
    runs.details.title.setText("Two columns")
    runs.details.note.setPlainText("worse")
    runs.details.save_button.click()
    qtbot.waitUntil(lambda: runs.model.runs[0].title == "Two columns", timeout=PATIENCE_MS)
    assert runs.model.runs[0].note == "worse"
    runs.choose(0, 1)
    told = {row[0]: row[1:] for row in runs.compared.settings.rows}
    assert told["Folds"] == ["4", "3"]
    assert told["Columns"] == ["2", "6"]
    assert told["Remedies"] == ["Left out manually: length, mfcc1_mean, mfcc2_mean, brightness", "none"]
    assert {row[0] for row in runs.compared.scores.rows} == {"Linear SVM", "Naive Bayes"}
    for table in (runs.compared.settings_table, runs.compared.scores_table):
        widths = [table.columnWidth(column) for column in range(table.model().columnCount())]
        assert sum(widths) == table.viewport().width()  # two runs share what there is
    runs.choose(0)
    folder = runs.model.runs[0].folder
    runs.details.delete_button.click()
    listed(qtbot, runs, "finished")
    assert not folder.exists()
    runs.desk.restore(next((runs_folder() / "deleted").iterdir()), replace(runs.model.runs[0], folder=folder))
    listed(qtbot, runs, "finished", "finished")
    assert any(one.text == "Two columns was deleted." for one in notices.notices())


def test_what_cannot_be_read_is_said_below_the_list(qtbot: QtBot, page: TrainingPage, runs: RunsStep) -> None:
    broken = runs_folder() / "broken"
    broken.mkdir(parents=True)
    (broken / "experiment.json").write_text("{", encoding="utf-8")
    page.show_step("runs")
    qtbot.waitUntil(lambda: "“broken” is damaged" in runs.state.text, timeout=PATIENCE_MS)
    assert runs.state.title == "No runs yet"


def test_a_training_that_cannot_be_made_as_it_is_set_leaves_no_run_behind(
    qtbot: QtBot, page: TrainingPage, loaded: TrainingSession, notices: NoticeBar
) -> None:
    trained(qtbot, loaded, replace(OPTIONS, n_folds=100))
    assert loaded.validated_run is None
    assert any("too few for 100" in one.text for one in notices.notices())
    assert list(runs_folder().iterdir()) == []


def test_a_run_folder_that_is_dropped_is_opened_and_stays_in_the_list_as_elsewhere(
    qtbot: QtBot, page: TrainingPage, loaded: TrainingSession, runs: RunsStep, notices: NoticeBar, tmp_path: Path
) -> None:
    trained(qtbot, loaded)
    before = loaded.validated_run
    assert before is not None
    out = tmp_path / "of a command"
    before.folder.rename(out)
    (out / "here.json").unlink()  # as --out leaves it
    forget(qtbot, loaded)
    page.show_step("data")
    page.take_drop([out])
    qtbot.waitUntil(lambda: loaded.validated_run is not None and page.current == "baselines", timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: [run.folder for run in runs.model.runs] == [out], timeout=PATIENCE_MS)
    (run,) = runs.model.runs
    assert (run.state, run.is_elsewhere) == ("finished", True)
    assert runs.model.index(0, 2).data() == "finished, elsewhere"
    assert any("open songs in Data" in one.text for one in notices.notices())
    page.show_step("runs")
    assert str(out) in runs.details.settings.text()
    runs.details.delete_button.click()
    listed(qtbot, runs)
    assert out.exists()
    assert any("Its folder stays" in one.text for one in notices.notices())
    runs.desk.point_to(run)
    listed(qtbot, runs, "finished")


def test_a_run_elsewhere_that_is_gone_says_so_and_can_be_removed_from_the_list(
    qtbot: QtBot, page: TrainingPage, loaded: TrainingSession, runs: RunsStep, tmp_path: Path
) -> None:
    trained(qtbot, loaded)
    out = tmp_path / "out"
    next(one for one in runs_folder().iterdir() if one.is_dir()).rename(out)
    page.show_step("runs")
    runs.desk.open_folder(out)
    # Its folder, not its state: the list may still be that of a moment ago, when the run lay among the others.
    qtbot.waitUntil(lambda: [run.folder for run in runs.model.runs] == [out], timeout=PATIENCE_MS)
    rest(qtbot, loaded)
    out.rename(tmp_path / "moved")
    runs.desk.refresh()
    qtbot.waitUntil(lambda: f"{out} is no longer there." in runs.state.text, timeout=PATIENCE_MS)
    next(one for one in runs.state.buttons if one.text() == "Remove from list").click()
    qtbot.waitUntil(lambda: "is no longer there" not in runs.state.text, timeout=PATIENCE_MS)


def test_a_folder_that_is_no_run_is_refused_in_a_line(
    qtbot: QtBot, page: TrainingPage, runs: RunsStep, notices: NoticeBar, tmp_path: Path
) -> None:
    runs.desk.open_folder(tmp_path)
    qtbot.waitUntil(
        lambda: any("holds no record of an experiment" in one.text for one in notices.notices()), timeout=PATIENCE_MS
    )
    assert not runs.take_drop([tmp_path])
