import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.display import display_fault

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
NONE = "There is no display for a window."


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def fault_under(monkeypatch: pytest.MonkeyPatch, **environment: str) -> str | None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return display_fault()


@pytest.fixture
def compositor(private_home: Path) -> str:
    """The name of a Wayland display: a socket in XDG_RUNTIME_DIR."""
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(Path(os.environ["XDG_RUNTIME_DIR"]) / "wayland-7"))
    server.close()
    return "wayland-7"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, NONE),
        ({"DISPLAY": ""}, NONE),
        ({"QT_QPA_PLATFORM": "xcb:force"}, NONE),
        ({"QT_QPA_PLATFORM": "offscreen"}, None),
        ({"QT_QPA_PLATFORM": "xcb;offscreen", "DISPLAY": "nonsense"}, None),
        ({"DISPLAY": "nonsense"}, "The display nonsense cannot be reached."),
        ({"WAYLAND_DISPLAY": "wayland-9"}, "The display wayland-9 cannot be reached."),
        ({"QT_QPA_PLATFORM": "wayland-egl"}, "The display wayland-0 cannot be reached."),
    ],
)
def test_why_no_window_can_be_shown_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: str | None
) -> None:
    assert fault_under(monkeypatch, **environment) == expected


def test_a_wayland_display_is_asked_before_that_of_x11(monkeypatch: pytest.MonkeyPatch, compositor: str) -> None:
    assert fault_under(monkeypatch, WAYLAND_DISPLAY=compositor, DISPLAY="nonsense") is None
    assert fault_under(monkeypatch, QT_QPA_PLATFORM="xcb") == "The display nonsense cannot be reached."


def test_a_display_of_a_running_server_can_be_reached(monkeypatch: pytest.MonkeyPatch, real_display: str) -> None:
    assert fault_under(monkeypatch, DISPLAY=real_display) is None
    assert fault_under(monkeypatch, WAYLAND_DISPLAY="wayland-9") is None  # Qt falls back on X11


def test_a_display_without_a_server_ends_the_program_with_one_line() -> None:
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "song.flac"],
        env=environment | {"DISPLAY": ":987"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("error: The display :987 cannot be reached. Use 'groovescope analyze")
    assert done.stderr.count("\n") == 1
