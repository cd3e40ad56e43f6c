"""Results say which data they are of, and warn and step back where other data are open."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.estimators.baselines import find_baselines
from core.estimators.own import Preparation, tailored
from core.jobs.data import DataRequest
from core.training.run_places import new_run_folder
from core.training.train import TrainingOptions
from desktop.training.baselines.step import BaselinesStep
from desktop.training.page import TrainingPage
from desktop.training.saved_models.step import ModelsStep
from desktop.training.session import TrainingSession
from tests.waiting import PATIENCE_MS

Read = Callable[[DataRequest], None]


@pytest.fixture
def trained(qtbot: QtBot, loaded: TrainingSession) -> TrainingSession:
    """A run of two estimators on the songs by artist."""
    options = TrainingOptions(find_baselines(["bayes", "tree"]), n_folds=3)
    loaded.train(options, new_run_folder("songs"))
    qtbot.waitUntil(lambda: not loaded.is_busy, timeout=PATIENCE_MS)
    assert loaded.validated_run is not None
    return loaded


def other_table(table: Path) -> Path:
    lines = table.read_text(encoding="utf-8").splitlines()
    path = table.with_name("other songs.csv")
    path.write_text("\n".join(lines[:100]), encoding="utf-8")
    return path


def test_the_steps_say_what_their_scores_are_of(page: TrainingPage, trained: TrainingSession) -> None:
    for key in ("baselines", "evaluation"):
        page.show_step(key)
        assert page.provenance.isVisible()
        assert page.provenance.text().startswith("songs.csv: 120 rows, ")
        assert page.provenance.text().endswith("grouped by artist · 3 folds, seed 20")
        assert not page.provenance.warns
    page.show_step("data")
    assert not page.provenance.isVisible()


def test_another_table_marks_the_scores_and_saves_nothing_under_its_name(
    page: TrainingPage, trained: TrainingSession, read: Read, table: Path
) -> None:
    models = page.steps["models"]
    assert isinstance(models, ModelsStep)
    assert any("0." in models.saver.estimators.itemText(place) for place in range(models.saver.estimators.count()))
    read(DataRequest("table", other_table(table)))
    page.show_step("baselines")
    assert page.provenance.warns
    text = page.provenance.text()
    assert text.startswith("Results of other data than are open now. They are of songs.csv: 120 rows, ")
    assert "Open now: other songs.csv: 99 rows" in text
    assert not any("0." in models.saver.estimators.itemText(place) for place in range(models.saver.estimators.count()))
    read(DataRequest("table", table, groups="artist"))
    assert not page.provenance.warns  # the same table in the same roles: the scores are of it


def test_a_column_left_out_marks_the_scores(page: TrainingPage, trained: TrainingSession) -> None:
    assert trained.dataset is not None
    page.show_step("evaluation")
    trained.choose_columns(frozenset(trained.dataset.columns) - {"length", "tempo"})
    assert page.provenance.warns
    assert page.provenance.text().endswith("The columns were changed since: without length, tempo.")
    trained.choose_columns(frozenset(trained.dataset.columns) | {"length", "tempo"})
    assert not page.provenance.warns


def test_what_was_tuned_on_other_data_is_not_offered_for_saving(
    qtbot: QtBot, page: TrainingPage, trained: TrainingSession, read: Read, table: Path
) -> None:
    trained.judge(replace(find_baselines(["tree"])[0], key="tree-tuned", name="Tree, tuned"))
    qtbot.waitUntil(lambda: not trained.is_busy, timeout=PATIENCE_MS)
    assert trained.may_be_saved("tree-tuned")
    read(DataRequest("table", other_table(table)))
    assert not trained.may_be_saved("tree-tuned")
    assert trained.may_be_saved("tree")


def test_own_settings_that_are_changed_mark_the_scores(page: TrainingPage, trained: TrainingSession) -> None:
    baselines = page.steps["baselines"]
    assert isinstance(baselines, BaselinesStep)
    page.show_step("baselines")
    choice = baselines.choice
    choice.set_own("tree", {"max_depth": 3})
    assert page.provenance.warns
    assert page.provenance.text().endswith("Chosen now: Decision tree: max_depth 3.")
    choice.preparation.scaler.setCurrentText("Standard")
    choice.preparation.balance.setCurrentText("Weighted alike")
    choice.set_own("tree", {})
    assert page.provenance.text().endswith("Chosen now: preparation: scaler standard, classes weighted alike.")
    choice.preparation.reset()
    assert not page.provenance.warns
    choice.set_own("forest", {"max_depth": 3})  # which was not trained
    assert not page.provenance.warns


def test_own_settings_of_a_run_are_those_that_its_scores_are_of(
    qtbot: QtBot, page: TrainingPage, loaded: TrainingSession
) -> None:
    baselines = page.steps["baselines"]
    assert isinstance(baselines, BaselinesStep)
    tree, bayes = find_baselines(["bayes", "tree"])
    own = (
        tailored(bayes, None, Preparation("robust")),
        tailored(tree, {"max_depth": 3}, Preparation("robust")),
        # as a search finds it, with a preparation of its own
        replace(tailored(tree, None, Preparation("standard")), key="tree-tuned", name="Tree, tuned"),
    )
    loaded.train(TrainingOptions(own, n_folds=3), new_run_folder("songs"))
    qtbot.waitUntil(lambda: not loaded.is_busy, timeout=PATIENCE_MS)
    page.show_step("baselines")
    assert not page.provenance.warns
    assert baselines.choice.preparation.scaler.currentText() == "Robust"
    baselines.choice.preparation.reset()
    baselines.choice.set_own("tree", {})
    assert page.provenance.text().endswith("Chosen now: Decision tree: as it comes; no preparation.")
