"""Processes that edit beats and are killed: an edit that was made is there afterwards."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import get_args

import pytest

from core.library import Catalogue
from core.rhythm.edit_history import EditHistory
from core.rhythm.edits import Edit
from tests.core.library.edit_process import AUDIO, EDITS, START

ROOT = Path(__file__).resolve().parents[3]


class Editors:
    """Starts processes that edit beats, and kills them."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdin is not None and process.stdout is not None
        self._orders, self._answers = process.stdin, process.stdout

    def kill_after(self, order: str, library: Path, n_edits: int) -> int:
        """Give an order, kill the process when it has told of so many edits; return the last revision it told."""
        self._orders.write(f"{order} {library}\n")
        self._orders.flush()
        pid, told = 0, [0]
        for line in self._answers:  # the process and the one it was forked from write to the same pipe
            word, number = line.split()
            if word == "pid":
                pid = int(number)
            elif word == "stored":
                told.append(int(number))
            else:
                assert int(number) == -signal.SIGKILL
                return told[-1]
            if pid and len(told) > n_edits:
                os.kill(pid, signal.SIGKILL)
                pid = 0
        raise AssertionError("no process answers")


@pytest.fixture
def editors() -> Iterator[Editors]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.core.library.edit_process"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    with process:
        yield Editors(process)


def test_no_edit_of_any_kind_is_lost_when_the_process_is_killed_right_after_it(
    tmp_path: Path, editors: Editors
) -> None:
    assert {type(edit) for edit in EDITS} == set(get_args(Edit))
    library = tmp_path / "library.sqlite"
    for number in range(1, len(EDITS) + 1):
        assert editors.kill_after("EDIT", library, 1) == number
        assert stored_edits(library) == number


def test_a_process_that_is_killed_while_it_stores_leaves_all_edits_before(tmp_path: Path, editors: Editors) -> None:
    random = Random(3)
    for number in range(6):
        library = tmp_path / f"{number}.sqlite"
        told = editors.kill_after("EDITS", library, random.randrange(1, 15))
        assert stored_edits(library) in (told, told + 1)


def stored_edits(library: Path) -> int:
    """Return how many edits are stored, after checking that they are those that were made and the grid is theirs."""
    with Catalogue.open(library) as catalogue:
        assert catalogue.problems() == []
        stored, grid = catalogue.grids.edits(AUDIO), catalogue.grids.find(AUDIO)
    assert stored is not None and grid is not None
    edits = stored.history.edits
    assert edits == EDITS[: len(edits)] and stored.revision == len(edits)
    assert grid.beat_times.tobytes() == EditHistory(START, 21.0, edits).grid.beat_times.tobytes()
    return len(edits)
