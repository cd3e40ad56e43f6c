import shutil
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.jobs.clip import prepare_analysis
from core.workers.pool import WorkerPool
from desktop.main_window import DEMO, PROGRAM, MainWindow
from desktop.settings import THEME, Settings
from desktop.tasks import TaskRunner
from desktop.widgets.drop import local_paths
from desktop.widgets.style import ThemeSwitch
from resources import resource_path
from tests.waiting import PATIENCE_MS

TIMEOUT = PATIENCE_MS


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
    qtbot.waitExposed(window)
    yield window
    window.controller.close()


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    path = tmp_path / "A walk.flac"
    shutil.copyfile(resource_path(DEMO), path)
    return path


def analyse(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    with qtbot.waitSignal(window.controller.analysis_ready, timeout=TIMEOUT):
        window.open_paths([path])


def fail(qtbot: QtBot, window: MainWindow, path: Path) -> str:
    with qtbot.waitSignal(window.controller.failed, timeout=TIMEOUT):
        window.open_paths([path])
    return window.notices.notices()[0].text


def write_wav(path: Path, seconds: float, sr: int = 22050) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, sr, 0, "NONE", ""))
        file.writeframes(
            b"".join((n * 331 % 4001 - 2000).to_bytes(2, "little", signed=True) for n in range(round(seconds * sr)))
        )
    return path


def test_an_empty_window_invites(window: MainWindow) -> None:
    assert window.clip.stack.currentWidget() is window.clip.welcome
    assert window.windowTitle() == PROGRAM
    assert window.clip.welcome.open_button.isVisible()
    assert not window.actions_by_key["play"].isEnabled()


def test_an_opened_clip_is_shown_named_and_remembered(
    qtbot: QtBot, window: MainWindow, clip: Path, settings: Settings
) -> None:
    with qtbot.waitSignal(window.controller.preview_ready, timeout=TIMEOUT):
        window.open_paths([clip])
    assert window.clip.stack.currentWidget() is window.view
    assert window.windowTitle() == f"A walk.flac – {PROGRAM}"
    was_running = window.strip.is_running
    with qtbot.waitSignal(window.controller.analysis_ready, timeout=TIMEOUT):
        pass
    assert (was_running, window.strip.is_running) == (True, False)
    assert window.view.analysis is not None
    assert window.actions_by_key["click"].isEnabled()
    assert settings.recent() == [clip]
    assert [action.text() for action in window.actions_by_key.submenus["recent"].actions()] == ["A walk.flac"]


def test_the_demo_clip_opens_by_its_button(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.controller.analysis_ready, timeout=TIMEOUT):
        window.clip.welcome.demo_button.click()
    assert window.windowTitle().startswith(DEMO)


def test_a_bad_file_leaves_the_earlier_clip_on_screen(
    qtbot: QtBot, window: MainWindow, clip: Path, tmp_path: Path
) -> None:
    analyse(qtbot, window, clip)
    earlier = window.view.analysis
    bad = tmp_path / "list.wav"
    bad.write_text("milk, bread")
    assert "list.wav" in fail(qtbot, window, bad)
    assert window.view.analysis is earlier
    assert window.windowTitle().startswith("A walk.flac")
    assert not window.strip.is_running


def test_cancelling_after_the_preview_goes_back_to_the_earlier_clip(
    qtbot: QtBot, window: MainWindow, clip: Path
) -> None:
    analyse(qtbot, window, clip)
    earlier = window.view.analysis
    with qtbot.waitSignal(window.controller.preview_ready, timeout=TIMEOUT):
        window.actions_by_key["demo"].trigger()
    assert window.view.analysis is None
    window.actions_by_key["escape"].trigger()
    assert window.view.analysis is earlier
    assert window.view.path == clip


def test_cancelling_the_first_analysis_says_so_everywhere_and_offers_it_again(
    qtbot: QtBot, window: MainWindow, clip: Path
) -> None:
    with qtbot.waitSignal(window.controller.preview_ready, timeout=TIMEOUT):
        window.open_paths([clip])
    window.actions_by_key["escape"].trigger()
    view = window.view
    assert view.path == clip
    assert {lane.furniture.note for lane in view.canvas.lane_view.lanes[1:]} == {"Not analysed"}
    for said in (view.tables.message.text(), view.genres.message.text(), view.transport.tempo.toolTip()):
        assert "not analysed" in said.lower()
    notice = window.notices.notices()[0]
    button = notice.findChild(QPushButton)
    assert button is not None
    with qtbot.waitSignal(window.controller.analysis_ready, timeout=TIMEOUT):
        button.click()
    qtbot.waitUntil(lambda: view.is_complete, timeout=TIMEOUT)
    assert view.analysis is not None
    assert not view.tables.message.isVisible()


def test_a_bad_file_in_the_middle_of_an_analysis_costs_it_nothing(
    qtbot: QtBot, window: MainWindow, clip: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "list.wav"
    bad.write_text("milk, bread")
    with qtbot.waitSignal(window.controller.preview_ready, timeout=TIMEOUT):
        window.open_paths([clip])
    with qtbot.waitSignal(window.controller.analysis_ready, timeout=TIMEOUT):
        fail(qtbot, window, bad)
    assert window.view.analysis is not None
    assert window.view.path == clip
    assert any("list.wav" in notice.text for notice in window.notices.notices())


@pytest.mark.parametrize("name", ["empty.wav", "text.mp3", "gone.flac", "no\nsuch 🎵 <b>.wav"])
def test_a_file_that_is_no_music_is_explained_and_the_window_goes_on(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    if "gone" not in name:
        path.write_text("" if "empty" in name else "not music")
    text = fail(qtbot, window, path)
    assert "\n" not in text
    assert "Traceback" not in text
    assert window.clip.stack.currentWidget() is window.clip.welcome
    assert window.clip.welcome.open_button.isVisible()


def test_a_folder_opens_its_first_clip_and_tells_how_many_there_are(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "album"
    folder.mkdir()
    for number in (10, 2, 1):
        write_wav(folder / f"track {number}.wav", 1.0)
    (folder / "cover.txt").write_text("")
    with qtbot.waitSignal(window.controller.analysis_ready, timeout=TIMEOUT):
        window.open_paths([folder])
    assert window.windowTitle().startswith("track 1.wav")
    assert any("clip 1 of 3" in notice.text for notice in window.notices.notices())
    with qtbot.waitSignal(window.controller.analysis_ready, timeout=TIMEOUT):
        window.actions_by_key["next"].trigger()
    assert window.windowTitle().startswith("track 2.wav")


def test_a_clip_that_cannot_be_opened_leaves_the_queue_and_the_shown_clip_has_its_own_place(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    paths = [write_wav(tmp_path / name, 1.0) for name in ("1.wav", "3.wav")]
    bad = tmp_path / "2.wav"
    bad.write_text("milk, bread")
    with qtbot.waitSignal(window.controller.analysis_ready, timeout=TIMEOUT):
        window.open_paths([paths[0], bad, paths[1]])
    with qtbot.waitSignal(window.controller.failed, timeout=TIMEOUT):
        window.actions_by_key["next"].trigger()
    assert window.windowTitle().startswith("1.wav")
    assert "clip 1 of 2" in window.clip.hint()
    assert "2.wav" in window.notices.notices()[0].text
    with qtbot.waitSignal(window.controller.analysis_ready, timeout=TIMEOUT):
        window.actions_by_key["next"].trigger()
    assert window.windowTitle().startswith("3.wav")


def test_when_the_first_of_several_clips_cannot_be_opened_the_next_one_is(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    bad = tmp_path / "1.wav"
    bad.write_text("milk, bread")
    with qtbot.waitSignal(window.controller.analysis_ready, timeout=TIMEOUT):
        window.open_paths([bad, write_wav(tmp_path / "2.wav", 1.0)])
    assert window.windowTitle().startswith("2.wav")
    assert any("1.wav" in notice.text for notice in window.notices.notices())


def test_the_clip_that_was_open_is_opened_by_the_next_start(
    qtbot: QtBot, window: MainWindow, clip: Path, tmp_path: Path
) -> None:
    demo = resource_path(DEMO)
    assert window.clip_of_last_time(demo) == demo  # nothing was ever opened
    analyse(qtbot, window, clip)
    assert window.clip_of_last_time(demo) == clip
    bad = tmp_path / "list.wav"
    bad.write_text("milk, bread")
    fail(qtbot, window, bad)
    assert window.clip_of_last_time(demo) == clip
    window.show_page("training")
    assert window.clip_of_last_time(demo) is None
    window.show_page("clip")
    window.clip.close_clip()
    assert window.clip_of_last_time(demo) is None  # it was closed on purpose


def test_a_folder_without_music_says_so(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    window.open_paths([folder])
    qtbot.waitUntil(lambda: bool(window.notices.notices()), timeout=TIMEOUT)
    assert "No audio file in “letters”" in window.notices.notices()[0].text


def test_a_very_short_clip_is_shown_with_a_note(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    analyse(qtbot, window, write_wav(tmp_path / "tick.wav", 0.04))
    assert window.view.analysis is not None
    assert len(window.view.analysis.rhythm.grid) == 0
    assert window.notices.notices()


def test_closing_the_clip_invites_again(qtbot: QtBot, window: MainWindow, clip: Path) -> None:
    analyse(qtbot, window, clip)
    window.actions_by_key["close"].trigger()
    assert window.clip.stack.currentWidget() is window.clip.welcome
    assert window.windowTitle() == PROGRAM
    assert not window.actions_by_key["export"].isEnabled()


def test_the_tables_are_exported_into_a_folder(qtbot: QtBot, window: MainWindow, clip: Path, tmp_path: Path) -> None:
    analyse(qtbot, window, clip)
    for made in (tmp_path / "out" / clip.stem, tmp_path / "out" / f"{clip.stem} 2"):  # the second time beside the first
        window.notices.clear()
        window.clip.files.export_tables(tmp_path / "out")
        qtbot.waitUntil(lambda: any("Tables saved in" in n.text for n in window.notices.notices()), timeout=TIMEOUT)
        names = {path.name for path in made.iterdir()}
        assert names == {"songs.csv", "bars.csv", "beats.csv", "genre.csv", "columns.csv"}


def test_escape_clears_the_filter_first_and_then_the_selection(qtbot: QtBot, window: MainWindow, clip: Path) -> None:
    analyse(qtbot, window, clip)
    view = window.view
    qtbot.waitUntil(lambda: view.is_complete, timeout=TIMEOUT)
    window.activateWindow()
    view.timeline.selection = (0.5, 1.0)
    view.tables.features_action.setChecked(True)  # the summary of the song has no such field
    view.tables.filter_field.setFocus()
    qtbot.waitUntil(view.tables.filter_field.hasFocus)
    qtbot.keyClicks(view.tables.filter_field, "tempo")
    qtbot.keyClick(view.tables.filter_field, Qt.Key.Key_Escape)
    assert view.tables.filter_field.text() == ""
    assert view.timeline.selection is not None
    qtbot.keyClick(view.tables.filter_field, Qt.Key.Key_Escape)
    assert view.timeline.selection is None


def test_return_presses_the_button_with_the_focus(qtbot: QtBot, window: MainWindow, clip: Path) -> None:
    analyse(qtbot, window, clip)
    qtbot.waitUntil(lambda: window.view.is_complete, timeout=TIMEOUT)
    window.activateWindow()
    window.view.tables.features_action.setChecked(True)  # the summary of the song has no columns to choose
    button = window.view.tables.columns_button
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_a_chosen_theme_is_used_at_once_and_remembered(window: MainWindow, settings: Settings) -> None:
    light = window.grab().toImage().pixelColor(5, 300)
    window.actions_by_key["theme_dark"].trigger()
    dark = window.grab().toImage().pixelColor(5, 300)
    assert dark.lightness() < 60 < light.lightness()
    assert settings.get(THEME) == "dark"
    window.choose_theme("light")


def test_the_window_comes_back_as_it_was_left(
    qtbot: QtBot, qapp: QApplication, analysing_runner: TaskRunner, window: MainWindow, settings: Settings, clip: Path
) -> None:
    window.resize(760, 600)
    window.view.canvas.hidden_lanes = ("chroma",)
    settings.add_recent(clip)
    window.close()
    again = MainWindow(analysing_runner, Settings(settings.path), ThemeSwitch("light", qapp))
    qtbot.addWidget(again)
    again.show()
    assert (again.width(), again.height()) == (760, 600)
    assert again.view.canvas.hidden_lanes == ("chroma",)


def test_space_presses_a_button_reached_by_tab_and_plays_everywhere_else(
    qtbot: QtBot, window: MainWindow, clip: Path
) -> None:
    analyse(qtbot, window, clip)
    plays: list[bool] = []
    window.actions_by_key["play"].triggered.connect(lambda: plays.append(True))
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert len(plays) == 1
    button = QPushButton("Reached by Tab", window)
    button.show()
    presses: list[bool] = []
    button.clicked.connect(lambda: presses.append(True))
    window.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert len(presses) == 1
    assert len(plays) == 1
    window.actions_by_key["play"].trigger()


def test_everything_that_takes_the_focus_has_a_name_for_screen_readers(
    qtbot: QtBot, window: MainWindow, clip: Path
) -> None:
    analyse(qtbot, window, clip)
    nameless = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and not isinstance(widget.parent(), QAbstractScrollArea)  # a viewport stands for its parent
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not getattr(widget, "text", str)()
    ]
    assert nameless == []


def test_only_local_files_count_as_dropped() -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/song.mp3"), QUrl.fromLocalFile("/music/song.mp3")])
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    assert local_paths(event) == [Path("/music/song.mp3")]


def test_a_table_and_a_model_dropped_anywhere_go_to_training(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    from models import shipped_model_path

    table = tmp_path / "few.csv"
    table.write_text("a,b,label\n" + "".join(f"{n},{n * n},{'xy'[n % 2]}\n" for n in range(20)), encoding="utf-8")
    window.show_page("clip")
    window._drops.dropped.emit([table])
    assert window.tabs.current == "training"
    qtbot.waitUntil(lambda: window.training.is_built, timeout=TIMEOUT)
    qtbot.waitUntil(lambda: window.training.session.findings is not None, timeout=TIMEOUT)
    window.show_page("library")
    window._drops.dropped.emit([shipped_model_path()])
    assert window.tabs.current == "training"
    assert window.training.current == "models"
