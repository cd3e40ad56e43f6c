"""One model for the whole window: chosen in the training tab, heard in the clip tab, remembered for the next start."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.genre.store import models_folder
from core.jobs.clip import prepare_analysis
from core.workers.pool import WorkerPool
from desktop.main_window import MainWindow
from desktop.settings import Settings
from desktop.tasks import TaskRunner
from desktop.training.saved_models.step import ModelsStep
from desktop.widgets.style import ThemeSwitch
from resources import resource_path
from tests.core.synthetic_genres import CLASSES, write_linear_model
from tests.waiting import PATIENCE_MS

TIMEOUT = PATIENCE_MS


@pytest.fixture
def analysing_runner(qapp: QApplication) -> Iterator[TaskRunner]:
    runner = TaskRunner(WorkerPool(2, initializer=prepare_analysis))
    yield runner
    runner.shutdown()


@pytest.fixture
def model(private_home: Path) -> Path:
    models_folder().mkdir(parents=True)
    path = models_folder() / "three.gsm"
    write_linear_model(path)
    return path


def open_demo(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.controller.analysis_ready, timeout=TIMEOUT):
        window.open_paths([resource_path("demo.flac")])
    qtbot.waitUntil(lambda: window.view.is_complete, timeout=TIMEOUT)


def shown_classes(window: MainWindow) -> tuple[str, ...]:
    assert window.view.analysis is not None and window.view.analysis.genre.prediction is not None
    return window.view.analysis.genre.prediction.classes


def test_the_chosen_model_judges_the_open_clip_at_once_and_is_remembered(
    qtbot: QtBot, qapp: QApplication, analysing_runner: TaskRunner, settings: Settings, model: Path
) -> None:
    window = MainWindow(analysing_runner, settings, ThemeSwitch("light", qapp))
    qtbot.addWidget(window)
    window.show()
    open_demo(qtbot, window)
    bars, selection = window.view.analysis and window.view.analysis.tables.bars, (1.0, 2.0)
    window.view.timeline.show(3.0, 9.0)
    window.view.timeline.selection = selection
    window.show_page("training")
    window.training.prepare()
    window.training.show_step("models")
    step = window.training.steps["models"]
    assert isinstance(step, ModelsStep)
    qtbot.waitUntil(lambda: len(step.model.models) == 2, timeout=TIMEOUT)
    with qtbot.waitSignal(window.controller.genres_changed, timeout=TIMEOUT):
        step.make_default(step.model.models[1])
    qtbot.waitUntil(lambda: window.view.is_complete)
    assert shown_classes(window) == CLASSES
    assert window.view.analysis is not None and window.view.analysis.tables.bars is bars
    assert window.view.timeline.view_range == (3.0, 9.0) and window.view.timeline.selection == selection
    assert "Three genres" in window.view.genres.model_label.full_text
    window.close()

    again = MainWindow(analysing_runner, Settings(settings.path), ThemeSwitch("light", qapp))
    qtbot.addWidget(again)
    again.show()
    open_demo(qtbot, again)
    assert shown_classes(again) == CLASSES
    model.unlink()
    open_demo(qtbot, again)
    assert len(shown_classes(again)) == 10
    assert "The model three no longer exists. The shipped model is used instead" in again.notices.notices()[0].text
    again.close()
