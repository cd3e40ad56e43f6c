import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.estimators.baselines import BASELINES, NOTEBOOK
from core.training.run_folder import REPORT, RUN, SCORES
from core.training.run_places import runs_folder
from desktop.training.baselines.step import BaselinesStep
from desktop.training.page import TrainingPage
from desktop.training.session import TrainingSession
from tests.waiting import PATIENCE_MS

TIMEOUT = PATIENCE_MS


@pytest.fixture
def step(page: TrainingPage) -> BaselinesStep:
    made = page.steps["baselines"]
    assert isinstance(made, BaselinesStep)
    return made


def choose(step: BaselinesStep, *keys: str) -> None:
    step.choice.choose([one for one in BASELINES if one.key in keys])


def train(qtbot: QtBot, step: BaselinesStep) -> None:
    qtbot.mouseClick(step.choice.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not step.session.is_busy, timeout=TIMEOUT)


def test_the_step_says_that_data_are_needed(page: TrainingPage, step: BaselinesStep) -> None:
    page.show_step("baselines")
    assert page.state.title == step.needs()[0] == "No data yet"
    page.state.buttons[0].click()
    assert page.current == "data"


def test_the_studys_ten_are_ticked_at_first(step: BaselinesStep) -> None:
    assert step.choice.chosen() == NOTEBOOK
    assert "10" in step.choice.button.text()


def test_scores_of_both_protocols_stand_side_by_side_with_the_gap(
    qtbot: QtBot, page: TrainingPage, loaded: TrainingSession, step: BaselinesStep
) -> None:
    page.show_step("baselines")
    choose(step, "knn", "bayes", "tree")
    train(qtbot, step)
    assert loaded.validated_run is not None
    assert step.model.rowCount() == 3
    for row in step.model.rows:
        assert {"random", "grouped"} <= set(row.summaries)
        assert row.gap("accuracy") is not None
    assert "artist" in step.said.text()
    assert step.status().startswith("best ")
    headings = [step.model.headerData(one, Qt.Orientation.Horizontal) for one in range(step.model.columnCount())]
    assert headings[:4] == ["Estimator", "Random folds", "Grouped folds", "Gap"]
    columns, scores = step.model.as_table()
    assert len(scores) == 6
    assert list(columns[:4]) == ["estimator", "protocol", "accuracy_mean", "accuracy_lowest"]
    accuracies = {
        (one.estimator, one.protocol): one.accuracy.mean for one in loaded.validated_run.summaries if one.accuracy
    }
    names = {one.key: one.name for one in BASELINES}
    assert {(row[0], row[1]): row[2] for row in scores} == {
        (names[key], protocol): mean for (key, protocol), mean in accuracies.items()
    }


def test_the_run_is_a_folder_with_its_tables_and_its_report(
    qtbot: QtBot, loaded: TrainingSession, step: BaselinesStep
) -> None:
    choose(step, "bayes")
    train(qtbot, step)
    assert loaded.validated_run is not None
    folder = loaded.validated_run.folder
    assert folder.parent == runs_folder()
    assert json.loads((folder / RUN).read_text(encoding="utf-8"))["state"] == "finished"
    assert (folder / SCORES).read_text(encoding="utf-8").count("\n") == 1 + 10
    assert "<svg" in (folder / REPORT).read_text(encoding="utf-8")


def test_another_metric_is_shown_and_sorted_by(qtbot: QtBot, loaded: TrainingSession, step: BaselinesStep) -> None:
    choose(step, "bayes", "tree")
    train(qtbot, step)
    step.metric_buttons["recall"].click()
    column = step.model.column_of("grouped mean")
    shown = [float(step.proxy.index(row, column).data().split(" ")[0]) for row in range(2)]
    assert shown == sorted(shown, reverse=True)
    recalls = [row.spread("grouped", "recall") for row in step.model.rows]
    assert set(shown) == {round(one.mean, 3) for one in recalls if one is not None}


def test_learning_curves_are_drawn_where_they_were_asked_for(
    qtbot: QtBot, loaded: TrainingSession, step: BaselinesStep
) -> None:
    choose(step, "bayes")
    assert not step.curves.charts
    step.choice.curves.setChecked(True)
    train(qtbot, step)
    assert list(step.curves.charts) == ["bayes"]
    columns, rows = step.curves.charts["bayes"].table()
    assert len(rows) == 5
    assert columns[0] == "rows"


def test_a_cancelled_run_keeps_what_was_finished(qtbot: QtBot, loaded: TrainingSession, step: BaselinesStep) -> None:
    choose(step, "boosting", "mlp", "bayes")
    step.choice.repeats.setValue(20)
    qtbot.mouseClick(step.choice.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: step.model.rowCount() == 3 and any(row.summaries for row in step.model.rows), timeout=TIMEOUT
    )
    loaded.cancel()
    qtbot.waitUntil(lambda: not loaded.is_busy)
    qtbot.waitUntil(lambda: loaded.validated_run is not None, timeout=TIMEOUT)
    assert loaded.validated_run is not None
    assert loaded.validated_run.is_partial
    (folder,) = runs_folder().iterdir()
    assert json.loads((folder / RUN).read_text(encoding="utf-8"))["state"] == "stopped"
    assert (folder / SCORES).read_text(encoding="utf-8").count("\n") > 1
    assert step.choice.button.isEnabled()


def test_charts_are_taken_away_as_picture_drawing_and_table(
    qtbot: QtBot, loaded: TrainingSession, step: BaselinesStep, tmp_path: Path
) -> None:
    choose(step, "bayes")
    train(qtbot, step)
    for kind, beginning in (("png", b"\x89PNG"), ("svg", b"<?xml"), ("csv", b"estimator,series")):
        step.bars.export(tmp_path / f"chart.{kind}")
        assert (tmp_path / f"chart.{kind}").read_bytes().startswith(beginning)


def test_a_long_training_says_how_long_it_takes(loaded: TrainingSession, step: BaselinesStep) -> None:
    assert loaded.dataset is not None
    assert "This takes about" not in step.choice.held_out.text()
    step.choice.show_data(replace(loaded.dataset, y=np.zeros(1_000_000, dtype=np.int64)), busy=False)
    assert "This takes about" in step.choice.held_out.text()
