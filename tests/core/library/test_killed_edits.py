"""A process that edits beats and is killed: an edit that was made is there afterwards."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import get_args

from core.library import Catalogue
from core.rhythm.edit_history import EditHistory
from core.rhythm.edits import Edit
from tests.core.library.edit_process import AUDIO, EDITS, START

ROOT = Path(__file__).resolve().parents[3]


def test_no_edit_of_any_kind_is_lost_when_the_process_is_killed_right_after_it(tmp_path: Path) -> None:
    """The files are copied as they are after each edit: that is what a killed process leaves behind."""
    assert {type(edit) for edit in EDITS} == set(get_args(Edit))
    library = tmp_path / "library.sqlite"
    command = [sys.executable, "-m", "tests.core.library.edit_process", str(library)]
    process = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )
    assert process.stdin is not None and process.stdout is not None
    history = EditHistory(START, 21.0)
    for number, edit in enumerate(EDITS, start=1):
        history = history.added(edit)
        assert int(process.stdout.readline()) == number
        left = tmp_path / str(number)
        left.mkdir()
        for file in tmp_path.glob("library.sqlite*"):
            shutil.copy(file, left)
        assert_stored(left / "library.sqlite", history, number)
        if number < len(EDITS):
            process.stdin.write(b"\n")
            process.stdin.flush()
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdin.close()
    process.stdout.close()
    assert_stored(library, history, len(EDITS))


def assert_stored(library: Path, history: EditHistory, revision: int) -> None:
    with Catalogue.open(library) as catalogue:
        assert catalogue.problems() == []
        stored = catalogue.grids.edits(AUDIO)
        assert stored is not None and stored.revision == revision and stored.history.edits == history.edits
        grid = catalogue.grids.find(AUDIO)
        assert grid is not None and grid.beat_times.tobytes() == history.grid.beat_times.tobytes()
