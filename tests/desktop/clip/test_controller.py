"""What happens when a clip is opened, with made-up analyses and real ones."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.analysis import ClipAnalysis, ClipPreview, Stage
from core.analysis.shared_signal import SignalFolder
from core.analysis.stages import (
    BarsStage,
    BeatsStage,
    GenreStage,
    LoudnessStage,
    PictureStage,
    RhythmStage,
    SongStage,
)
from core.errors import AudioError, log_path
from core.workers.limits import Executor
from core.workers.pool import Emitter
from desktop.clip.controller import ClipController
from desktop.tasks import TaskRunner
from resources import resource_path
from tests.desktop.synthetic import synthetic_analysis
from tests.waiting import PATIENCE_MS, settle

TIMEOUT = PATIENCE_MS
MODEL = Path("other.gsm")


def stages_of(name: str) -> list[Stage]:
    """The stages of a made-up analysis of one process, from the preview to the beats."""
    whole = synthetic_analysis(30.0)
    loudness = whole.loudness
    assert loudness is not None
    source = replace(whole.source, path=Path(name), name=name)
    return [
        ClipPreview(source, whole.picture.peaks),
        PictureStage(whole.picture),
        RhythmStage(whole.rhythm, whole.harmony),
        SongStage(whole.tables.songs, whole.tables.genre_features),
        GenreStage(whole.genre),
        LoudnessStage(loudness),
        BarsStage(whole.tables.bars),
        BeatsStage(whole.tables.beats),
    ]


def by_name(emit: Emitter, executor: Executor, path: Path, model: Path | None, signals: SignalFolder) -> None:
    """What it does depends on the name of the file: bad, broken, slow after a number of stages, or a good one."""
    if path.name == "bad":
        raise AudioError("bad is not an audio file. Choose another one.")
    if path.name == "broken":
        raise ZeroDivisionError("by zero")
    for number, stage in enumerate(stages_of(path.name), start=1):
        emit.partial(stage)
        if path.name == f"bad after {number}":
            raise AudioError("It ends too early.")
        if path.name == f"slow after {number}":
            for step in range(3000):
                emit.report(step / 3000, "Finding beats")
                time.sleep(0.02)


class Ear:
    """Hears everything a controller says."""

    def __init__(self, controller: ClipController) -> None:
        self.heard: list[tuple[str, object]] = []
        controller.opening.connect(lambda path: self.heard.append(("opening", path.name)))
        controller.preview_ready.connect(lambda preview: self.heard.append(("preview", preview.source.name)))
        controller.stage_ready.connect(lambda stage: self.heard.append((type(stage).__name__, None)))
        controller.analysis_ready.connect(lambda whole: self.heard.append(("analysis", whole.source.name)))
        controller.failed.connect(lambda text: self.heard.append(("failed", text)))
        controller.cancelled.connect(lambda: self.heard.append(("cancelled", None)))

    def kinds(self) -> list[str]:
        return [kind for kind, _ in self.heard]


STAGES = ["PictureStage", "RhythmStage", "SongStage", "GenreStage", "LoudnessStage", "BarsStage", "BeatsStage"]


@pytest.fixture
def controller(runner: TaskRunner) -> Iterator[ClipController]:
    controller = ClipController(runner, analyse=by_name)
    yield controller
    controller.shutdown()


@pytest.fixture
def real(runner: TaskRunner) -> Iterator[ClipController]:
    controller = ClipController(runner)
    yield controller
    controller.shutdown()


def analysed(qtbot: QtBot, controller: ClipController, path: Path) -> ClipAnalysis:
    with qtbot.waitSignal(controller.analysis_ready, timeout=TIMEOUT):
        controller.open(path)
    assert controller.analysis is not None
    return controller.analysis


def signals_of(controller: ClipController) -> list[Path]:
    """The shared signals that there are."""
    folder = controller._folder()._folder
    return [] if folder is None else sorted(folder.glob("*.f32"))


def ended(qtbot: QtBot, runner: TaskRunner) -> None:
    """Wait until no task is left that could still say something."""
    qtbot.waitUntil(lambda: not runner._tasks, timeout=TIMEOUT)
    settle()


def test_opening_a_clip_gives_its_stages_and_then_the_whole(qtbot: QtBot, controller: ClipController) -> None:
    ear = Ear(controller)
    whole = analysed(qtbot, controller, Path("good"))
    assert ear.kinds() == ["opening", "preview", *STAGES, "analysis"]
    assert not controller.is_busy
    assert controller.found is not None and controller.found.picture is whole.picture


def test_progress_reaches_the_window(qtbot: QtBot, controller: ClipController) -> None:
    with qtbot.waitSignal(controller.progress_changed, timeout=TIMEOUT) as progress:
        controller.open(Path("slow after 1"))
    assert progress.args is not None
    assert progress.args[1] == "Finding beats"


def test_opening_another_clip_silences_the_one_before(qtbot: QtBot, controller: ClipController) -> None:
    with qtbot.waitSignal(controller.preview_ready, timeout=TIMEOUT):
        controller.open(Path("slow after 1"))
    ear = Ear(controller)
    analysed(qtbot, controller, Path("good"))
    ended(qtbot, controller._threads)
    assert ear.heard == [
        ("opening", "good"),
        ("preview", "good"),
        *((kind, None) for kind in STAGES),
        ("analysis", "good"),
    ]


def test_many_clips_in_a_hurry_end_with_the_last_one_only(qtbot: QtBot, controller: ClipController) -> None:
    ear = Ear(controller)
    with qtbot.waitSignal(controller.analysis_ready, timeout=TIMEOUT):
        for number in range(10):
            controller.open(Path(f"clip {number}"))
    ended(qtbot, controller._threads)
    assert [value for kind, value in ear.heard if kind == "analysis"] == ["clip 9"]
    assert "failed" not in ear.kinds()
    assert "cancelled" not in ear.kinds()


def test_a_file_that_cannot_be_used_is_explained_in_its_own_words(qtbot: QtBot, controller: ClipController) -> None:
    with qtbot.waitSignal(controller.failed, timeout=TIMEOUT) as failed:
        controller.open(Path("bad"))
    assert failed.args == ["bad is not an audio file. Choose another one."]


@pytest.mark.parametrize("name", ["bad", "bad after 1", "bad after 2"])
def test_a_clip_that_fails_before_its_beats_leaves_the_earlier_analysis(
    qtbot: QtBot, controller: ClipController, name: str
) -> None:
    earlier = analysed(qtbot, controller, Path("good"))
    with qtbot.waitSignal(controller.failed, timeout=TIMEOUT):
        controller.open(Path(name))
    assert controller.analysis is earlier
    assert controller.found is not None and controller.found.preview.source.name == "good"
    assert not controller.is_busy


def test_a_clip_that_fails_after_its_beats_keeps_what_was_found(qtbot: QtBot, controller: ClipController) -> None:
    analysed(qtbot, controller, Path("good"))
    with qtbot.waitSignal(controller.failed, timeout=TIMEOUT):
        controller.open(Path("bad after 4"))
    assert controller.analysis is None
    found = controller.found
    assert found is not None and found.preview.source.name == "bad after 4"
    assert found.rhythm is not None and found.songs is not None and found.bars is None


def test_an_unforeseen_error_is_one_line_for_people_and_a_traceback_for_the_log(
    qtbot: QtBot, controller: ClipController, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(controller.failed, timeout=TIMEOUT) as failed:
        controller.open(Path("broken"))
    assert failed.args is not None
    assert failed.args[0].startswith("broken could not be analysed: Internal error. Try again;")
    assert str(log_path()) in failed.args[0] and "by zero" not in failed.args[0]
    assert "ZeroDivisionError: by zero" in caplog.text


def test_cancelling_is_said_once_and_nothing_follows(qtbot: QtBot, controller: ClipController) -> None:
    with qtbot.waitSignal(controller.preview_ready, timeout=TIMEOUT):
        controller.open(Path("slow after 1"))
    ear = Ear(controller)
    controller.cancel()
    controller.cancel()
    ended(qtbot, controller._threads)
    assert ear.kinds() == ["cancelled"]


@pytest.mark.parametrize("n_stages", [3, 4, 5, 6, 7])
def test_a_cancelled_analysis_keeps_the_stages_that_are_done(
    qtbot: QtBot, controller: ClipController, n_stages: int
) -> None:
    analysed(qtbot, controller, Path("good"))
    ear = Ear(controller)
    controller.open(Path(f"slow after {n_stages}"))
    qtbot.waitUntil(lambda: len(ear.heard) == 1 + n_stages, timeout=TIMEOUT)
    controller.cancel()
    found = controller.found
    assert found is not None and found.rhythm is not None and controller.analysis is None
    assert [found.songs is not None, found.genre is not None, found.bars is not None] == [
        n_stages > 3,
        n_stages > 4,
        n_stages > 6,
    ]


def test_another_model_judges_the_open_clip_and_those_to_come_without_an_analysis(
    qtbot: QtBot, real: ClipController, tmp_path: Path
) -> None:
    from core.genre.store import add_model
    from tests.core.synthetic_genres import CLASSES, write_linear_model

    write_linear_model(tmp_path / "three.gsm")
    model = add_model(tmp_path / "three.gsm").path
    controller = real
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


def test_a_model_chosen_during_an_analysis_judges_its_result(
    qtbot: QtBot, real: ClipController, tmp_path: Path
) -> None:
    from tests.core.synthetic_genres import CLASSES, write_linear_model

    write_linear_model(tmp_path / "three.gsm")
    controller = real
    with qtbot.waitSignal(controller.genres_changed):
        controller.open(resource_path("demo.flac"))
        controller.use_model(tmp_path / "three.gsm")
    assert controller.analysis is not None and controller.analysis.genre.prediction is not None
    assert controller.analysis.genre.prediction.classes == CLASSES


def test_the_tables_follow_an_edit_and_its_undo(qtbot: QtBot, real: ClipController) -> None:
    first = analysed(qtbot, real, resource_path("demo.flac"))
    grid = first.rhythm.grid
    times = grid.beat_times.copy()
    times[9] += 0.03
    edited = replace(grid, beat_times=times, tempo=grid.tempo + 1)
    stages: list[Stage] = []
    real.stage_ready.connect(stages.append)
    with qtbot.waitSignal(real.tables_changed, timeout=TIMEOUT):
        real.following.follow(edited)
    after = real.analysis
    assert after is not None and after.rhythm.grid is edited and after.picture is first.picture
    assert after.rhythm.estimate is first.rhythm.estimate
    assert after.tables.songs.column("bpm")[0] == grid.tempo + 1
    assert [stage.measured_again.tolist() for stage in stages if isinstance(stage, BeatsStage)] == [[8, 9]]
    with qtbot.waitSignal(real.tables_changed, timeout=TIMEOUT):
        real.following.follow(grid)
    back = real.analysis
    assert back is not None
    for name in ("songs", "bars", "beats"):
        assert getattr(back.tables, name).values.tobytes() == getattr(first.tables, name).values.tobytes()


def test_the_signal_of_a_clip_is_removed_with_the_clip(qtbot: QtBot, real: ClipController, tmp_path: Path) -> None:
    analysed(qtbot, real, resource_path("demo.flac"))
    (first,) = signals_of(real)
    (tmp_path / "bad.wav").write_text("no sound")
    with qtbot.waitSignal(real.failed, timeout=TIMEOUT):
        real.open(tmp_path / "bad.wav")
    assert signals_of(real) == [first]  # the clip is still there, and its beats can be corrected
    assert real.analysis is not None and real.following.can_follow
    analysed(qtbot, real, resource_path("demo.flac"))
    (second,) = signals_of(real)
    assert second != first
    real.close()
    assert signals_of(real) == []
    folder = second.parent
    real.shutdown()
    assert not folder.exists()


def test_a_clip_stopped_after_its_beats_can_still_have_its_rows_measured(qtbot: QtBot, real: ClipController) -> None:
    def stop(stage: Stage) -> None:
        if isinstance(stage, RhythmStage):
            real.cancel()

    real.stage_ready.connect(stop)
    with qtbot.waitSignal(real.cancelled, timeout=TIMEOUT):
        real.open(resource_path("demo.flac"))
    found = real.found
    assert found is not None and found.rhythm is not None and found.beats is None
    assert not real.is_busy and not real.following.is_busy
    with qtbot.waitSignal(real.following.followed, timeout=TIMEOUT):
        real.following.follow(found.rhythm.grid)
    assert real.found is not None and real.found.beats is not None
    assert len(real.found.beats) == len(found.rhythm.grid)
    assert real.analysis is None  # its song has not been measured


def test_beats_corrected_before_the_song_is_measured_give_it_their_tempo(qtbot: QtBot, real: ClipController) -> None:
    def correct(stage: Stage) -> None:
        if isinstance(stage, RhythmStage):
            real.following.follow(replace(stage.rhythm.grid, tempo=77.0))

    real.stage_ready.connect(correct)
    whole = analysed(qtbot, real, resource_path("demo.flac"))
    assert whole.rhythm.grid.tempo == 77.0
    assert whole.tables.songs.column("bpm").tolist() == [77.0]
    assert len(whole.tables.beats) == len(whole.rhythm.grid)
