"""What people drop by mistake, through the whole window and a real worker: one clear line, or a result with a note."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf
from numpy.typing import NDArray
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.jobs.clip import prepare_analysis
from core.workers.pool import WorkerPool
from desktop.main_window import DEMO, MainWindow
from desktop.settings import Settings
from desktop.tasks import TaskRunner
from desktop.widgets.style import ThemeSwitch
from resources import resource_path
from tests.waiting import PATIENCE_MS

TIMEOUT = PATIENCE_MS
SR = 22050


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """One window for all of these tests: what one file does to it, the next would notice."""
    runner = TaskRunner(WorkerPool(2, initializer=prepare_analysis))
    settings = Settings(tmp_path_factory.mktemp("settings") / "window.ini")
    window = MainWindow(runner, settings, ThemeSwitch("light", qapp))
    window.show()
    window.prepare_view()
    QTest.qWaitForWindowExposed(window)
    yield window
    window.controller.close()
    runner.shutdown()
    window.close()
    window.deleteLater()


def noise(seconds: float, sr: int = SR, channels: int = 1) -> NDArray[np.float64]:
    y: NDArray[np.float64] = 0.1 * np.random.default_rng(0).standard_normal((round(seconds * sr), channels))
    return y


def write_text(path: Path) -> None:
    path.write_text("milk, bread, a new snare head", encoding="utf-8")


def write_nothing(path: Path) -> None:
    path.touch()


def write_no_samples(path: Path) -> None:
    sf.write(path, np.empty((0, 1)), SR)


def write_folder(path: Path) -> None:
    path.mkdir()


def write_nowhere(path: Path) -> None:
    assert not path.exists()


def write_locked(path: Path) -> None:
    sf.write(path, noise(1), SR)
    path.chmod(0)


def write_pipe(path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("needs named pipes")
    os.mkfifo(path)


def write_link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def write_picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))


def write_truncated(path: Path) -> None:
    sf.write(path, noise(5), SR, format="MP3")
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def write_tick(path: Path) -> None:
    sf.write(path, noise(0.04), SR)


def write_silence(path: Path) -> None:
    sf.write(path, np.zeros(3 * SR), SR)


def write_broken_samples(path: Path) -> None:
    y = noise(3)
    y[100:200], y[5000], y[6000] = np.nan, np.inf, -np.inf
    sf.write(path, y, SR, subtype="FLOAT")


def write_eight_channels(path: Path) -> None:
    sf.write(path, noise(2, channels=8), SR)


def write_fast_samples(path: Path) -> None:
    sf.write(path, noise(2, sr=192_000), 192_000)


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("list.wav", write_text),
        ("empty.mp3", write_nothing),
        ("no samples.wav", write_no_samples),
        ("gone.flac", write_nowhere),
        pytest.param("locked.wav", write_locked, marks=pytest.mark.unprivileged),
        ("letters", write_folder),
        ("pipe.wav", write_pipe),
        ("round.wav", write_link_to_itself),
        ("cover.mp3", write_picture),
        ("🎵 line\nbreak & <b>.ogg", write_text),
    ],
)
def test_what_is_no_music_gets_one_clear_line_and_the_clip_stays(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, name: str, write: Callable[[Path], None]
) -> None:
    if window.controller.analysis is None:
        with qtbot.waitSignal(window.controller.analysis_ready, timeout=TIMEOUT):
            window.open_paths([resource_path(DEMO)])
    earlier = window.view.analysis
    write(tmp_path / name)
    window.notices.clear()
    window.open_paths([tmp_path / name])
    qtbot.waitUntil(lambda: bool(window.notices.notices()), timeout=TIMEOUT)
    notice = window.notices.notices()[0]
    assert notice.kind == "error"
    assert len(notice.text) > 20
    assert "\n" not in notice.text
    assert "Error" not in notice.text
    assert not window.controller.is_busy
    assert not window.strip.is_running
    assert earlier is not None
    assert window.view.analysis is earlier


@pytest.mark.parametrize(
    ("name", "write", "noted"),
    [
        ("half.mp3", write_truncated, False),
        ("tick.wav", write_tick, True),
        ("silence.wav", write_silence, True),
        ("broken.wav", write_broken_samples, True),
        ("eight.wav", write_eight_channels, False),
        ("fast.wav", write_fast_samples, False),
        ("🎵 line\nbreak & <b>.wav", write_silence, True),
    ],
)
def test_odd_music_gives_a_result_with_a_note_where_one_is_due(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, name: str, write: Callable[[Path], None], noted: bool
) -> None:
    path = tmp_path / name
    write(path)
    window.notices.clear()
    with qtbot.waitSignal(window.controller.analysis_ready, timeout=TIMEOUT):
        window.open_paths([path])
    qtbot.waitUntil(lambda: window.view.is_complete, timeout=TIMEOUT)
    assert window.view.path == path
    assert "\n" not in window.windowTitle()
    assert {notice.kind for notice in window.notices.notices()} <= {"warning"}
    assert bool(window.notices.notices()) or not noted


def test_silence_has_no_tempo_on_screen(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    write_silence(tmp_path / "silence.wav")
    with qtbot.waitSignal(window.controller.analysis_ready, timeout=TIMEOUT):
        window.open_paths([tmp_path / "silence.wav"])
    analysis = window.view.analysis
    assert analysis is not None
    assert np.isnan(analysis.tables.songs.column("tempo")).all()
    assert len(analysis.tables.bars) == len(analysis.tables.beats) == 0
