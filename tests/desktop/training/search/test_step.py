import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.training.fitters import Fitters
from core.training.run_places import runs_folder
from core.workers.pool import WorkerPool
from desktop.training.page import TrainingPage
from desktop.training.search.step import SearchStep
from desktop.training.session import TrainingSession
from tests.waiting import PATIENCE_MS

TIMEOUT = PATIENCE_MS
SMALL = {"n_estimators": "5, 10", "max_depth": "2, 5", "min_samples_split": "2", "min_samples_leaf": "2, 10"}


@pytest.fixture
def step(page: TrainingPage) -> SearchStep:
    made = page.steps["search"]
    assert isinstance(made, SearchStep)
    made.form.estimate.setCurrentText("None")  # which would search several times
    return made


def fill(step: SearchStep, **values: str) -> None:
    for name, text in (SMALL | {"max_features": "sqrt"} | values).items():
        step.form.fields[name].setText(text)


def search(qtbot: QtBot, step: SearchStep) -> None:
    qtbot.mouseClick(step.form.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not step.session.is_busy, timeout=TIMEOUT)


def test_the_grid_is_the_studys_and_its_size_follows_what_is_written(loaded: TrainingSession, step: SearchStep) -> None:
    assert "1,600" in step.form.button.text()
    fill(step)
    assert "8 combinations" in step.form.button.text()
    step.form.reset_button.click()
    assert "1,600" in step.form.button.text()


def test_a_value_that_cannot_be_read_is_named_and_keeps_the_search_from_starting(
    loaded: TrainingSession, step: SearchStep
) -> None:
    fill(step, max_depth="5, (2")
    assert step.form.problem.text().startswith("max_depth")
    assert not step.form.button.isEnabled()
    fill(step, max_depth="5, abc, -3")
    assert step.form.problem.text() == "max_depth: “abc” cannot be used; it must be a whole number from 1 or none."
    assert not step.form.button.isEnabled()
    fill(step)
    assert step.form.button.isEnabled()
    assert not step.form.problem.text()


def test_an_exhaustive_search_ranks_every_combination(qtbot: QtBot, loaded: TrainingSession, step: SearchStep) -> None:
    fill(step)
    step.form.exhaustive.setChecked(True)
    search(qtbot, step)
    assert loaded.search_result is not None
    assert step.model.rowCount() == 8
    means = [one.mean for one in step.model.standings]
    assert means == sorted(means, reverse=True)
    assert step.said.text().startswith("Best: 0.")


def test_racing_says_why_combinations_were_left_out(qtbot: QtBot, loaded: TrainingSession, step: SearchStep) -> None:
    fill(step, min_samples_leaf="2, 10, 30", min_samples_split="2, 10, 40")
    search(qtbot, step)
    assert loaded.search_result is not None
    assert loaded.search_result.eliminations
    assert step.left_out.rowCount() == len(loaded.search_result.eliminations)
    headings = [
        step.left_out.headerData(place, Qt.Orientation.Horizontal) for place in range(step.left_out.columnCount())
    ]
    assert headings[0] == "Reason"
    assert "max_depth" in headings
    assert step.left_out.index(0, 0).data() == loaded.search_result.eliminations[0].reason
    assert not step.reasons.isHidden()
    assert not step.links.report_button.isHidden()


def test_a_stopped_search_goes_on_where_it_was(qtbot: QtBot, loaded: TrainingSession, step: SearchStep) -> None:
    fill(step, n_estimators="50", min_samples_leaf="1, 2, 3, 5, 8, 12")
    step.form.exhaustive.setChecked(True)
    qtbot.mouseClick(step.form.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(step.model.standings), timeout=TIMEOUT)
    loaded.cancel()
    qtbot.waitUntil(lambda: not loaded.is_busy)
    assert loaded.search_result is None
    assert "kept" in step.said.text()
    search(qtbot, step)
    assert loaded.search_result is not None
    assert len(list(runs_folder().iterdir())) == 1
    assert loaded.search_result.new_seconds < loaded.search_result.fit_seconds


def test_what_the_search_chose_is_judged_on_untouched_rows_and_the_cost_said(
    qtbot: QtBot, loaded: TrainingSession, step: SearchStep
) -> None:
    fill(step)
    assert "optimistic" in step.form.cost.text()
    assert "1 to 3 standard errors" not in step.form.strategy_text.text()
    assert "0.5 standard errors below the best on average, at most 0.9" in step.form.strategy_text.text()
    step.form.estimate.setCurrentIndex(0)
    assert "5 times more" in step.form.cost.text()
    step.form.estimate.setCurrentText("One untouched fold")
    step.form.folds.setValue(3)
    assert "1.7 times the work of the search alone" in step.form.cost.text()
    search(qtbot, step)
    assert loaded.search_result is not None and loaded.search_result.estimate is not None
    assert "Accuracy to expect: " in step.said.text()


def test_without_an_estimate_the_best_score_is_called_optimistic(
    qtbot: QtBot, loaded: TrainingSession, step: SearchStep
) -> None:
    fill(step, n_estimators="2", max_depth="2")
    step.form.preparation.scaler.setCurrentText("Standard")
    search(qtbot, step)
    assert "optimistic" in step.said.text()
    made_with = step.provenance()
    assert made_with is not None and made_with.settings.endswith("scaler standard") and not made_with.chosen
    step.form.preparation.method.setCurrentText("Mutual information")
    changed = step.provenance()
    assert changed is not None and changed.chosen.endswith("scaler standard, 20 columns by mutual information")


def reports_of_a_pause(qtbot: QtBot, session: TrainingSession) -> None:
    """Wait until the search has said several times that it is paused, after whatever it had said before."""
    for _ in range(3):
        with qtbot.waitSignal(
            session.progressed, check_params_cb=lambda _share, text, _left: text.startswith("paused")
        ):
            pass


def test_a_paused_search_gives_out_no_more_fits(
    qtbot: QtBot, loaded: TrainingSession, step: SearchStep, fitters: Fitters
) -> None:
    fill(step, n_estimators="60", min_samples_leaf="1, 2, 3, 5, 8, 12, 20")
    step.form.exhaustive.setChecked(True)
    qtbot.mouseClick(step.form.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(step.model.standings), timeout=TIMEOUT)
    step.pause_button.click()
    assert step.status() == "paused"
    pool = fitters._executor
    assert isinstance(pool, WorkerPool)
    qtbot.waitUntil(lambda: all(job.done() for job in list(pool._jobs)))
    reports_of_a_pause(qtbot, loaded)
    before = step.said.text()
    reports_of_a_pause(qtbot, loaded)
    assert step.said.text() == before
    assert all(job.done() for job in list(pool._jobs))
    assert loaded.is_busy
    step.pause_button.click()
    qtbot.waitUntil(lambda: not loaded.is_busy, timeout=TIMEOUT)
    assert loaded.search_result is not None


def test_the_best_is_judged_beside_the_baselines(
    qtbot: QtBot, page: TrainingPage, loaded: TrainingSession, step: SearchStep
) -> None:
    fill(step)
    search(qtbot, step)
    page.show_step("search")
    qtbot.mouseClick(step.judge_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not loaded.is_busy, timeout=TIMEOUT)
    assert page.current == "baselines"
    assert loaded.validated_run is not None
    assert {one.protocol for one in loaded.validated_run.summaries} == {"random", "grouped"}
    assert "forest-tuned" in loaded.candidates
