"""Own settings in the window: parameters are edited, checked, marked and reset, and the run is made with them."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.estimators.baselines import find_baselines
from core.training.run_folder import RUN
from desktop.training.baselines.parameter_dialog import NONE, ParameterDialog
from desktop.training.baselines.parameter_model import VALUE, ParameterModel
from desktop.training.baselines.step import BaselinesStep
from desktop.training.page import TrainingPage
from desktop.training.session import TrainingSession
from tests.waiting import PATIENCE_MS


@pytest.fixture
def step(page: TrainingPage) -> BaselinesStep:
    made = page.steps["baselines"]
    assert isinstance(made, BaselinesStep)
    return made


def opened(qtbot: QtBot, step: BaselinesStep, key: str) -> tuple[ParameterDialog, ParameterModel]:
    dialog = step.choice.open_settings(find_baselines([key])[0])
    qtbot.waitUntil(lambda: dialog.model is not None, timeout=PATIENCE_MS)
    assert dialog.model is not None
    return dialog, dialog.model


def put(model: ParameterModel, name: str, text: str) -> int:
    row = next(number for number, one in enumerate(model.parameters) if one.name == name)
    assert model.setData(model.index(row, VALUE), text)
    return row


def test_a_value_that_cannot_be_is_told_and_not_applied(qtbot: QtBot, step: BaselinesStep) -> None:
    dialog, model = opened(qtbot, step, "tree")
    for text in ("abc", "-3", "2.5", "(1", ""):
        row = put(model, "max_depth", text)
        assert dialog.problem.text().startswith("max_depth: ") and not dialog.apply_button.isEnabled()
    dialog.table.setCurrentIndex(model.index(row, VALUE))
    assert "maximum depth" in dialog.meaning.text()
    dialog.reset_button.click()
    assert model.texts[row] == "5" and dialog.apply_button.isEnabled() and not model.own
    dialog.reject()


def test_what_was_changed_is_marked_counted_and_reset(qtbot: QtBot, step: BaselinesStep) -> None:
    button = step.choice.setting_buttons["mlp"]
    dialog, model = opened(qtbot, step, "mlp")
    row = put(model, "hidden_layer_sizes", "(64,)")
    put(model, "alpha", "0.1")
    assert model.index(row, 0).data() == "● hidden_layer_sizes"
    dialog.apply_button.click()
    assert step.choice.own == {"mlp": {"hidden_layer_sizes": (64,), "alpha": 0.1}}
    assert button.text() == "● 2" and button.accessibleName() == "Settings of Multilayer perceptron, 2 changed"
    dialog, model = opened(qtbot, step, "mlp")
    assert model.texts[row] == "(64,)"
    dialog.reset_all_button.click()
    dialog.apply_button.click()
    assert step.choice.own == {} and button.text() == "…"


def test_a_committee_says_that_there_is_nothing_to_set(qtbot: QtBot, step: BaselinesStep) -> None:
    dialog, model = opened(qtbot, step, "committee")
    assert not model.parameters and dialog.meaning.text() == NONE
    dialog.reject()


def test_the_run_is_made_with_what_was_set_and_says_so(
    qtbot: QtBot, page: TrainingPage, loaded: TrainingSession, step: BaselinesStep
) -> None:
    page.show_step("baselines")
    choice = step.choice
    choice.choose(find_baselines(["bayes"]))
    choice.set_own("bayes", {"var_smoothing": 0.01})
    choice.preparation.scaler.setCurrentText("Standard")
    choice.preparation.method.setCurrentText("Mutual information")
    choice.preparation.count.setValue(5)
    assert "Preparation: scaler standard, 5 columns by mutual information." in choice.held_out.text()
    problems: list[str] = []
    loaded.failed.connect(problems.append)
    qtbot.mouseClick(choice.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not loaded.is_busy, timeout=PATIENCE_MS)
    assert problems == []
    run = loaded.validated_run
    assert run is not None and step.provenance() is not None
    made: Path = run.folder
    (settings,) = [one["settings"] for one in json.loads((made / RUN).read_text(encoding="utf-8"))["baselines"]]
    assert settings["parameters"] == {"var_smoothing": 0.01}
    assert (settings["scaler"], settings["select"]) == ("standard", "mutual:5")
    assert "own settings of Naive Bayes: var_smoothing 0.01 (not 1e-09)" in str(step.provenance())
    choice.preparation.reset_button.click()
    assert "Preparation" not in choice.held_out.text()
