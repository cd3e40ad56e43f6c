import subprocess
import sys

import pytest
import typer.main

from core.commandline.app import app
from desktop.__main__ import COMMANDS
from desktop.display import has_display

HEAVY = (
    "numpy",
    "pandas",
    "pyqtgraph",
    "librosa",
    "scipy",
    "sklearn",
    "onnxruntime",
    "sounddevice",
    "soundfile",
    "typer",
)


def test_every_command_of_the_command_line_is_known_before_it_is_imported() -> None:
    commands = getattr(typer.main.get_command(app), "commands")  # noqa: B009  click's group, of which typer shows no type
    assert set(commands) <= COMMANDS


def test_the_window_is_imported_without_anything_heavy() -> None:
    code = f"import sys, desktop.app; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only X11 and Wayland can be missing")
@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb"}, False),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_a_missing_display_is_noticed_before_qt_aborts(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert has_display() is expected
