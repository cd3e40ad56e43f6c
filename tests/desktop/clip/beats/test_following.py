"""The whole window: a clip is analysed, its beats are corrected, and everything follows."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.jobs.clip import prepare_analysis
from core.rhythm.edits import MakeDownbeat, MoveBeat
from core.rhythm.estimate import Activations
from core.rhythm.grid import FRAME_RATE
from core.workers.pool import WorkerPool
from desktop.main_window import DEMO, MainWindow
from desktop.settings import Settings
from desktop.tasks import TaskRunner
from desktop.widgets.style import ThemeSwitch
from resources import resource_path


@pytest.fixture(scope="module")
def analysing_runner(qapp: QApplication) -> Iterator[TaskRunner]:
    runner = TaskRunner(WorkerPool(2, initializer=prepare_analysis))
    yield runner
    runner.shutdown()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, analysing_runner: TaskRunner, settings: Settings) -> Iterator[MainWindow]:
    window = MainWindow(analysing_runner, settings, ThemeSwitch("light", qapp))
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.controller.analysis_ready):
        window.open_paths([resource_path(DEMO)])
    qtbot.waitUntil(lambda: window.view.is_complete)
    yield window
    window.close()


def test_tables_follow_an_edit_and_undo_brings_back_the_same_numbers(qtbot: QtBot, window: MainWindow) -> None:
    editor, controller = window.view.beats.editor, window.controller
    assert controller.analysis is not None
    before, grid = controller.analysis.tables, editor.grid
    time = float(grid.beat_times[9])
    with qtbot.waitSignal(controller.tables_changed):
        editor.perform(MoveBeat(time, time + 0.1))
    after = controller.analysis.tables
    starts = after.beats.column("start")
    assert np.abs(starts - (time + 0.1)).min() < 1 / 22050
    assert len(after.beats) == len(before.beats)
    same = (after.beats.values == before.beats.values) | np.isnan(before.beats.values)
    changed = np.flatnonzero(~same.all(axis=1))
    assert changed.tolist() == [8, 9]
    with qtbot.waitSignal(controller.tables_changed):
        window.view.beats.undo()
    assert editor.grid is grid
    assert np.array_equal(controller.analysis.tables.beats.values, before.beats.values, equal_nan=True)
    assert np.array_equal(controller.analysis.tables.bars.values, before.bars.values, equal_nan=True)


def test_a_downbeat_changes_the_table_of_bars_on_screen(qtbot: QtBot, window: MainWindow) -> None:
    view = window.view
    n_bars = len(view.tables.pages[2].table or ())
    with qtbot.waitSignal(window.controller.tables_changed):
        view.beats.editor.perform(MakeDownbeat(float(view.beats.editor.grid.beat_times[2])))
    qtbot.waitUntil(lambda: view.is_complete)
    table = view.tables.pages[2].table
    assert table is not None
    assert abs(len(table) - n_bars) <= 1
    distances = np.abs(table.column("start") - view.beats.editor.grid.beat_times[2])
    assert distances.min() < 1 / 22050


def test_a_correction_is_answered_by_a_proposal_for_the_rest(qtbot: QtBot, window: MainWindow) -> None:
    """Activations as a net would give them for beats a little later than those shown, so that the rest can move."""
    desk, editor = window.view.beats, window.view.beats.editor
    late = editor.grid.beat_times + 0.08
    editor.estimate = replace(editor.estimate, activations=activations_at(late, editor.grid.positions == 1))
    desk.toggle_editing()
    with qtbot.waitSignal(desk.proposals.wanted):
        editor.perform(MoveBeat(float(editor.grid.beat_times[20]), float(late[20])))
    qtbot.waitUntil(lambda: desk.proposals.current is not None)
    assert desk.notice.accept_button.isVisible()
    desk.accept()
    distances = np.abs(editor.grid.beat_times[:, None] - late[None, 4:-4]).min(axis=0)
    assert np.median(distances) < 0.03


def activations_at(times: np.ndarray, is_downbeat: np.ndarray) -> Activations:
    frames = np.arange(int(30 * FRAME_RATE) + 1) / FRAME_RATE
    bumps = np.exp(-0.5 * ((frames[:, None] - times[None, :]) / 0.02) ** 2)
    beat, downbeat = bumps.max(axis=1), bumps[:, is_downbeat].max(axis=1)
    return Activations(
        beat=np.rint(240 * beat).astype(np.uint8),
        downbeat=np.rint(230 * downbeat).astype(np.uint8),
        tempo=np.zeros(60, np.float32),
        onset_times=times.astype(np.float32),
        onset_strengths=np.ones(len(times), np.float32),
        duration=30.0,
        frame_rate=FRAME_RATE,
    )


def test_edits_are_there_again_when_the_clip_is_opened_again(qtbot: QtBot, window: MainWindow) -> None:
    editor = window.view.beats.editor
    first, time = editor.grid, float(editor.grid.beat_times[9])
    editor.perform(MoveBeat(time, time + 0.1))
    edited = editor.grid
    with qtbot.waitSignal(window.view.beats.editor.restored):
        window.clip.reopen()
    assert np.array_equal(editor.grid.beat_times, edited.beat_times)
    qtbot.waitUntil(lambda: not window.controller.is_busy)
    assert window.controller.analysis is not None
    starts = window.controller.analysis.tables.beats.column("start")
    assert np.abs(starts - (time + 0.1)).min() < 1 / 22050
    window.view.beats.undo()
    assert np.array_equal(editor.grid.beat_times, first.beat_times)


def test_beats_are_written_and_read_as_files(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    page, editor = window.clip, window.view.beats.editor
    path = tmp_path / "demo.beats"
    page.files.export_beats(path)
    qtbot.waitUntil(path.exists)
    lines = path.read_text().splitlines()
    assert len(lines) == len(editor.grid)
    path.write_text("\n".join(lines[4:]) + "\n")
    with qtbot.waitSignal(editor.edited):
        page.files.import_beats(path)
    assert len(editor.grid) == len(lines) - 4
    assert editor.stack.undoText() == "Import demo.beats"


def test_the_clip_is_written_for_other_programs_without_replacing_a_file(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    page, editor = window.clip, window.view.beats.editor
    (tmp_path / "demo beats.txt").write_text("mine")
    page.files.export_annotations(tmp_path / "demo.txt", "audacity")
    qtbot.waitUntil((tmp_path / "demo 2 bars.txt").exists)
    assert len((tmp_path / "demo 2 beats.txt").read_text().splitlines()) == len(editor.grid)
    assert (tmp_path / "demo beats.txt").read_text() == "mine"


def test_sections_of_another_program_are_taken_and_those_of_another_song_refused(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    page, sections = window.clip, window.view.sections
    before = sections.sections
    path = tmp_path / "other.txt"
    path.write_text("0\t400\tverse\n")
    page.files.import_sections(path)
    qtbot.waitUntil(lambda: any("Is it of this piece?" in notice.text for notice in window.notices.notices()))
    assert sections.sections.same_as(before)
    path.write_text("0\t10\tverse\n10\t20\tchorus\n")
    page.files.import_sections(path)
    qtbot.waitUntil(lambda: sections.sections.labels == ("verse", "chorus", "–"))
    window.view.beats.editor.stack.undo()
    assert sections.sections.same_as(before)


def test_a_selection_is_saved_as_the_very_samples(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "passage.wav"
    window.clip.files.save_passage(resource_path(DEMO), (2.0, 3.5), path)
    qtbot.waitUntil(lambda: any("Selection saved" in notice.text for notice in window.notices.notices()))
    whole, sr = soundfile.read(resource_path(DEMO), dtype="int16")
    saved, saved_sr = soundfile.read(path, dtype="int16")
    assert saved_sr == sr and np.array_equal(saved, whole[2 * sr : 2 * sr + 3 * sr // 2])
    window.clip.files.save_passage(resource_path(DEMO), (2.0, 3.5), tmp_path / "passage.xyz")
    qtbot.waitUntil(lambda: any("passage.xyz" in notice.text for notice in window.notices.notices()))
    assert not (tmp_path / "passage.xyz").exists()


def test_without_a_selection_saving_one_says_how_to_make_it(window: MainWindow) -> None:
    window.view.timeline.selection = None
    window.clip.files.ask_to_save_selection()
    assert any("Select a passage first" in notice.text for notice in window.notices.notices())


@pytest.mark.parametrize("name", ["sheet.pdf", "sheet.png"])
def test_the_song_sheet_of_the_clip_is_saved(qtbot: QtBot, window: MainWindow, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    window.clip.files.save_sheet(path)
    qtbot.waitUntil(lambda: any("Song sheet saved" in notice.text for notice in window.notices.notices()))
    begins = {"sheet.pdf": b"%PDF", "sheet.png": b"\x89PNG"}[name]
    assert path.read_bytes().startswith(begins)
