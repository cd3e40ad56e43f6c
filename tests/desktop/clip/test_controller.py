from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.errors import log_path
from desktop.clip.controller import ClipController
from desktop.tasks import TaskRunner
from tests.desktop import worker_jobs
from tests.waiting import PATIENCE_MS, settle

TIMEOUT = PATIENCE_MS


class Ear:
    """Hears everything a controller says."""

    def __init__(self, controller: ClipController) -> None:
        self.heard: list[tuple[str, object]] = []
        controller.opening.connect(lambda path: self.heard.append(("opening", path.name)))
        controller.preview_ready.connect(lambda value: self.heard.append(("preview", value)))
        controller.analysis_ready.connect(lambda value: self.heard.append(("analysis", value)))
        controller.failed.connect(lambda text: self.heard.append(("failed", text)))
        controller.cancelled.connect(lambda: self.heard.append(("cancelled", None)))

    def kinds(self) -> list[str]:
        return [kind for kind, _ in self.heard]


@pytest.fixture
def controller(runner: TaskRunner) -> Iterator[ClipController]:
    controller = ClipController(runner, analyse=worker_jobs.by_name)
    yield controller
    controller.close()


def ended(qtbot: QtBot, runner: TaskRunner) -> None:
    """Wait until no task is left that could still say something."""
    qtbot.waitUntil(lambda: not runner._tasks)
    settle()


def test_opening_a_clip_gives_a_preview_then_an_analysis(qtbot: QtBot, controller: ClipController) -> None:
    ear = Ear(controller)
    with qtbot.waitSignal(controller.analysis_ready, timeout=TIMEOUT):
        controller.open(Path("good"))
    assert ear.heard == [("opening", "good"), ("preview", "preview of good"), ("analysis", "analysis of good")]
    assert not controller.is_busy


def test_progress_reaches_the_window(qtbot: QtBot, controller: ClipController) -> None:
    with qtbot.waitSignal(controller.progress_changed, timeout=TIMEOUT) as progress:
        controller.open(Path("slow"))
    assert progress.args is not None
    assert progress.args[1] == "Finding beats"


def test_opening_another_clip_silences_the_one_before(
    qtbot: QtBot, runner: TaskRunner, controller: ClipController
) -> None:
    with qtbot.waitSignal(controller.preview_ready, timeout=TIMEOUT):
        controller.open(Path("slow"))
    ear = Ear(controller)
    with qtbot.waitSignal(controller.analysis_ready, timeout=TIMEOUT):
        controller.open(Path("good"))
    ended(qtbot, runner)
    assert ear.heard == [("opening", "good"), ("preview", "preview of good"), ("analysis", "analysis of good")]


def test_many_clips_in_a_hurry_end_with_the_last_one_only(
    qtbot: QtBot, runner: TaskRunner, controller: ClipController
) -> None:
    ear = Ear(controller)
    with qtbot.waitSignal(controller.analysis_ready, timeout=TIMEOUT):
        for number in range(10):
            controller.open(Path(f"clip {number}"))
    ended(qtbot, runner)
    assert [value for kind, value in ear.heard if kind == "analysis"] == ["analysis of clip 9"]
    assert "failed" not in ear.kinds()
    assert "cancelled" not in ear.kinds()


def test_a_file_that_cannot_be_used_is_explained_in_its_own_words(qtbot: QtBot, controller: ClipController) -> None:
    with qtbot.waitSignal(controller.failed, timeout=TIMEOUT) as failed:
        controller.open(Path("bad"))
    assert failed.args == ["bad is not an audio file. Choose another one."]


def test_a_failed_open_keeps_the_earlier_analysis(qtbot: QtBot, controller: ClipController) -> None:
    with qtbot.waitSignal(controller.analysis_ready, timeout=TIMEOUT):
        controller.open(Path("good"))
    with qtbot.waitSignal(controller.failed, timeout=TIMEOUT):
        controller.open(Path("bad after preview"))
    assert str(controller.analysis) == "analysis of good"


def test_an_unforeseen_error_is_one_line_for_people_and_a_traceback_for_the_log(
    qtbot: QtBot, controller: ClipController, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(controller.failed, timeout=TIMEOUT) as failed:
        controller.open(Path("broken"))
    assert failed.args is not None
    assert failed.args[0].startswith("broken could not be analysed: Internal error. Try again;")
    assert str(log_path()) in failed.args[0] and "by zero" not in failed.args[0]
    assert "ZeroDivisionError: by zero" in caplog.text


def test_cancelling_is_said_once_and_nothing_follows(
    qtbot: QtBot, runner: TaskRunner, controller: ClipController
) -> None:
    with qtbot.waitSignal(controller.preview_ready, timeout=TIMEOUT):
        controller.open(Path("slow"))
    ear = Ear(controller)
    controller.cancel()
    controller.cancel()
    ended(qtbot, runner)
    assert ear.kinds() == ["cancelled"]


def test_another_model_judges_the_open_clip_and_those_to_come_without_an_analysis(
    qtbot: QtBot, runner: TaskRunner, tmp_path: Path
) -> None:
    from core.genre.store import add_model
    from resources import resource_path
    from tests.core.synthetic_genres import CLASSES, write_linear_model

    write_linear_model(tmp_path / "three.gsm")
    model = add_model(tmp_path / "three.gsm").path
    controller = ClipController(runner)
    opened: list[object] = []
    controller.opening.connect(opened.append)
    with qtbot.waitSignal(controller.analysis_ready):
        controller.open(resource_path("demo.flac"))
    first = controller.analysis
    assert first is not None and first.genre.prediction is not None and len(first.genre.prediction.classes) == 10
    with qtbot.waitSignal(controller.genres_changed, timeout=TIMEOUT):
        controller.use_model(model)
    second = controller.analysis
    assert second is not None and second.genre.prediction is not None
    assert second.genre.prediction.classes == CLASSES and second.tables.bars is first.tables.bars
    assert len(opened) == 1
    with qtbot.waitSignal(controller.analysis_ready):
        controller.open(resource_path("demo.flac"))
    assert controller.analysis is not None and controller.analysis.genre.prediction is not None
    assert (controller.analysis.genre.prediction.probabilities == second.genre.prediction.probabilities).all()
    model.unlink()
    warnings: list[str] = []
    controller.warned.connect(warnings.append)
    with qtbot.waitSignals([controller.genres_changed, controller.warned], timeout=TIMEOUT):
        controller.use_model(model)
    assert controller.analysis.genre.prediction is not None and len(controller.analysis.genre.prediction.classes) == 10
    assert [text.startswith("The model three no longer exists. The shipped model is used") for text in warnings] == [
        True
    ]
    controller.close()


def test_a_model_chosen_during_an_analysis_judges_its_result(qtbot: QtBot, runner: TaskRunner, tmp_path: Path) -> None:
    from resources import resource_path
    from tests.core.synthetic_genres import CLASSES, write_linear_model

    write_linear_model(tmp_path / "three.gsm")
    controller = ClipController(runner)
    with qtbot.waitSignal(controller.genres_changed):
        controller.open(resource_path("demo.flac"))
        controller.use_model(tmp_path / "three.gsm")
    assert controller.analysis is not None and controller.analysis.genre.prediction is not None
    assert controller.analysis.genre.prediction.classes == CLASSES
    controller.close()
