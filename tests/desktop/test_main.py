import subprocess
import sys

import typer.main

from core.commandline.app import app
from desktop.__main__ import COMMANDS
from tests.waiting import PATIENCE

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
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=PATIENCE, check=True)
    assert done.stdout.strip() == "[]"
