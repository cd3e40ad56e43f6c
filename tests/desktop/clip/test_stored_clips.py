"""A clip that the library knows: shown at once, and as good as an analysed one when its audio has been read."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf
from pytestqt.qtbot import QtBot

from core.analysis import ClipAnalysis, Stage, analyse_clip
from core.analysis.shared_signal import SignalFolder
from core.library import AnalysedFile, Catalogue
from core.library.analysing import analyse_file
from core.library.stored_clip import StoredClip, stored_clip
from core.rhythm.edit_history import EditHistory
from core.rhythm.edits import MoveBeat
from core.synthesis import synthesise
from core.workers.limits import Executor
from core.workers.pool import Emitter
from desktop.clip.controller import ClipController
from desktop.tasks import TaskRunner
from tests.desktop.clip.test_controller import STAGES, Ear
from tests.waiting import PATIENCE_MS

TIMEOUT = PATIENCE_MS
STORED = [*STAGES[:2], "ChordsStage", "SectionsStage", *STAGES[2:]]
"""What a stored clip tells."""

LookUp = Callable[[Path, Path | None], StoredClip | None]


@pytest.fixture(scope="module")
def song(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("music") / "song.wav"
    clip = synthesise(6.0, 112.0, 3, key="D major")
    sf.write(path, clip.y, clip.sr)
    return path


@pytest.fixture(scope="module")
def found(song: Path) -> AnalysedFile:
    return analyse_file(Emitter(lambda _: None, lambda: False), str(song), "bars", with_picture=True)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, song: Path, found: AnalysedFile) -> Path:
    path = tmp_path_factory.mktemp("library") / "library.sqlite"
    with Catalogue.open(path) as catalogue:
        catalogue.store(str(song), found)
    return path


@pytest.fixture
def stored(library: Path, song: Path) -> StoredClip:
    clip = stored_clip(library, song)
    assert clip is not None
    return clip


class Analyses:
    """Counts the analyses that a controller asks for; each tells the whole of one that was made before."""

    def __init__(self, whole: ClipAnalysis) -> None:
        self._whole = whole
        self.paths: list[Path] = []

    def __call__(
        self, emit: Emitter, executor: Executor, path: Path, model: Path | None, signals: SignalFolder
    ) -> None:
        from desktop.clip.controller import _stages_of

        self.paths.append(path)
        stages: list[Stage] = [self._whole.preview, *_stages_of(self._whole, with_rows=True)]
        for stage in stages:
            emit.partial(stage)


@pytest.fixture
def analyses(stored: StoredClip) -> Analyses:
    return Analyses(stored.analysis)


@pytest.fixture
def make(runner: TaskRunner, analyses: Analyses) -> Iterator[Callable[[LookUp], ClipController]]:
    made: list[ClipController] = []

    def controller(look_up: LookUp) -> ClipController:
        made.append(ClipController(runner, analyse=analyses, look_up=look_up))
        return made[-1]

    yield controller
    for one in made:
        one.shutdown()


Make = Callable[[LookUp], ClipController]


def opened(qtbot: QtBot, controller: ClipController, path: Path) -> ClipAnalysis:
    with qtbot.waitSignal(controller.analysis_ready, timeout=TIMEOUT):
        controller.open(path)
    assert controller.analysis is not None
    return controller.analysis


def test_a_stored_clip_is_told_like_an_analysis_without_one(
    qtbot: QtBot, make: Make, song: Path, stored: StoredClip, analyses: Analyses
) -> None:
    controller = make(lambda path, model: stored)
    ear = Ear(controller)
    with qtbot.waitSignal(controller.picture_refined, timeout=TIMEOUT) as refined:
        assert opened(qtbot, controller, song) is stored.analysis
        assert ear.kinds() == ["opening", "preview", *STORED, "analysis"]
    assert analyses.paths == []
    assert refined.args is not None
    exact = analyse_clip(song).picture
    np.testing.assert_array_equal(refined.args[0].picture.mel, exact.mel)
    np.testing.assert_array_equal(refined.args[0].picture.peaks.levels[0], exact.peaks.levels[0])
    assert controller.analysis is refined.args[0]
    assert controller.following.can_follow


def test_after_an_edit_only_the_rows_that_it_changes_are_measured(
    qtbot: QtBot, make: Make, song: Path, stored: StoredClip
) -> None:
    controller = make(lambda path, model: stored)
    grid = stored.analysis.rhythm.grid
    edited = EditHistory(grid, 6.0).added(MoveBeat(float(grid.beat_times[4]), float(grid.beat_times[4]) + 0.05)).grid
    ear = Ear(controller)
    opened(qtbot, controller, song)
    with qtbot.waitSignal(controller.tables_changed, timeout=TIMEOUT) as changed:
        controller.following.follow(edited)  # at once: before the audio is there
    assert changed.args is not None
    before, after = stored.analysis.tables.beats, changed.args[0].tables.beats
    same = [i for i in range(len(grid)) if i not in (3, 4)]
    np.testing.assert_array_equal(after.values[same], before.values[same])
    assert not np.array_equal(after.values[3], before.values[3])
    assert ear.kinds().count("ChordsStage") == 2  # as stored, and of the edited beats


def test_rows_of_former_beats_are_not_shown_but_measured(
    qtbot: QtBot, make: Make, song: Path, stored: StoredClip, analyses: Analyses
) -> None:
    controller = make(lambda path, model: replace(stored, follows=False))
    ear = Ear(controller)
    whole = opened(qtbot, controller, song)
    assert analyses.paths == []
    assert ear.kinds()[: len(STORED)] == ["opening", "preview", *STORED[:-2]]
    assert whole.tables.bars.values.shape == stored.analysis.tables.bars.values.shape


def test_a_file_with_other_audio_than_the_library_has_is_analysed_and_said_so(
    qtbot: QtBot, make: Make, song: Path, stored: StoredClip, analyses: Analyses
) -> None:
    source = replace(stored.analysis.source, content_id="0" * 32)
    other = replace(stored, analysis=replace(stored.analysis, source=source))
    controller = make(lambda path, model: other)
    said: list[str] = []
    controller.warned.connect(said.append)
    opened(qtbot, controller, song)
    qtbot.waitUntil(lambda: analyses.paths == [song] and not controller.is_busy, timeout=TIMEOUT)
    assert said == ["song.wav holds other audio than the library has: it is analysed again."]


def test_a_file_that_vanishes_after_it_was_looked_up_is_still_shown(
    qtbot: QtBot, make: Make, song: Path, stored: StoredClip, tmp_path: Path
) -> None:
    source = replace(stored.analysis.source, path=tmp_path / "gone.wav")
    controller = make(lambda path, model: replace(stored, analysis=replace(stored.analysis, source=source)))
    with qtbot.waitSignal(controller.warned, timeout=TIMEOUT) as warned:
        opened(qtbot, controller, tmp_path / "gone.wav")
    assert warned.args is not None
    assert "What is shown is from the library." in warned.args[0]
    assert controller.analysis is not None


@pytest.mark.parametrize("again", [False, True])
def test_what_the_library_has_not_or_is_not_wanted_is_analysed(
    qtbot: QtBot, make: Make, song: Path, stored: StoredClip, analyses: Analyses, again: bool
) -> None:
    controller = make(lambda path, model: stored if again else None)
    with qtbot.waitSignal(controller.analysis_ready, timeout=TIMEOUT):
        controller.open(song, again=again)
    assert analyses.paths == [song]


def test_a_key_that_was_set_in_the_library_is_that_of_the_clip(
    qtbot: QtBot, make: Make, song: Path, stored: StoredClip
) -> None:
    controller = make(lambda path, model: stored)
    opened(qtbot, controller, song)
    with qtbot.waitSignal(controller.key_changed, timeout=TIMEOUT):
        controller.use_key(stored.analysis.source.content_id, "Eb minor")
    assert controller.analysis is not None
    assert controller.analysis.harmony.key_name == "Eb minor"
    with qtbot.assertNotEmitted(controller.key_changed):
        controller.use_key("f" * 32, "C major")  # of a clip that is no longer shown
