"""A second start and the window that is there."""

import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from desktop.app import path_of
from desktop.instance import Reception, address, hand_over
from tests.waiting import PATIENCE_MS


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "config" / "window.ini"


@pytest.fixture
def reception(settings: Path, qtbot: QtBot) -> Iterator[Reception]:
    reception = Reception(settings)
    assert reception.is_open
    yield reception
    reception.close()


def hand_over_elsewhere(settings: Path, paths: list[Path], qtbot: QtBot) -> bool:
    """Hand over from another process, while the event loop runs here."""
    code = (
        "import sys; from pathlib import Path; from desktop.instance import hand_over;"
        "sys.exit(0 if hand_over(Path(sys.argv[1]), [Path(text) for text in sys.argv[2:]]) else 1)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(settings), *map(str, paths)]) as process:
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=PATIENCE_MS)
        return process.returncode == 0


def test_the_window_that_is_there_takes_the_files_of_a_second_start(
    settings: Path, reception: Reception, qtbot: QtBot
) -> None:
    odd = Path("/music/Ünï “code” – 100 %\n.flac")
    taken: list[object] = []
    reception.received.connect(taken.append)
    assert hand_over_elsewhere(settings, [odd, Path("relative.wav")], qtbot)
    assert taken == [[odd, Path.cwd() / "relative.wav"]]


def test_a_second_start_without_files_is_taken_as_well(settings: Path, reception: Reception, qtbot: QtBot) -> None:
    taken: list[object] = []
    reception.received.connect(taken.append)
    assert hand_over_elsewhere(settings, [], qtbot)
    assert taken == [[]]


def test_without_a_window_nothing_is_handed_over(settings: Path) -> None:
    assert not hand_over(settings, [Path("song.flac")])


def test_the_socket_of_a_killed_window_is_taken_over(settings: Path, qtbot: QtBot) -> None:
    settings.parent.mkdir()
    with socket.socket(socket.AF_UNIX) as left_behind:
        left_behind.bind(address(settings))
    assert not hand_over(settings, [])
    reception = Reception(settings)
    assert reception.is_open
    assert hand_over_elsewhere(settings, [], qtbot)
    reception.close()


@pytest.mark.parametrize(
    "message",
    [b"no json\n", b"[]\n", b'{"paths": [1]}\n', b'{"paths": "a"}\n', b'{"paths": ["a\\u0000"]}\n', b"\xff\n"],
)
def test_what_is_no_message_is_dropped(settings: Path, reception: Reception, qtbot: QtBot, message: bytes) -> None:
    received: list[object] = []
    reception.received.connect(received.append)
    sender = QLocalSocket()
    sender.connectToServer(address(settings))
    assert sender.waitForConnected(PATIENCE_MS)
    with qtbot.waitSignal(sender.disconnected, timeout=PATIENCE_MS):
        sender.write(message + b"\n")
    assert not received


def test_nobody_else_may_write_to_the_socket(settings: Path, reception: Reception) -> None:
    assert stat.S_IMODE(Path(address(settings)).stat().st_mode) & 0o077 == 0


def test_a_socket_whose_path_would_be_too_long_has_a_name_instead(tmp_path: Path) -> None:
    names = {address(tmp_path / ("long" * 40) / name / "window.ini") for name in ("one", "two")}
    assert len(names) == 2
    assert all(name.startswith("groovescope-") and len(name) < 60 for name in names)


def test_settings_that_cannot_be_written_leave_each_start_its_own_window(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").touch()
    reception = Reception(tmp_path / "file" / "window.ini")
    assert not reception.is_open


@pytest.mark.parametrize(
    ("argument", "path"),
    [
        ("song.flac", "song.flac"),
        ("/music/a b.flac", "/music/a b.flac"),
        ("file:///music/a%20b%25.flac", "/music/a b%.flac"),
        ("file:///music/%C3%9Cber.flac", "/music/Über.flac"),
        ("100% file:.flac", "100% file:.flac"),
        ("C#.flac", "C#.flac"),
    ],
)
def test_an_argument_is_a_path_or_the_address_of_a_file(argument: str, path: str) -> None:
    assert path_of(argument) == Path(path)
