"""Two programs on one library: neither undoes what the other did, in either order."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from core.library.edit_store import open_edit_store
from core.rhythm.edits import AddBeat

ROOT = Path(__file__).resolve().parents[4]
AUDIO, OTHER_AUDIO = f"{1:032x}", f"{2:032x}"


class Program:
    """A process that edits beats; see `keeping_process`."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdin is not None and process.stdout is not None
        self._orders, self._answers = process.stdin, process.stdout
        assert self._answers.readline() == "ready\n"

    def send(self, order: str) -> None:
        self._orders.write(order + "\n")
        self._orders.flush()

    def answer(self) -> tuple[str, list[float]]:
        word, *times = self._answers.readline().split()
        return word, [float(time) for time in times]

    def do(self, order: str) -> tuple[str, list[float]]:
        self.send(order)
        return self.answer()


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("two") / "library.sqlite"


@pytest.fixture(scope="module")
def programs(library: Path) -> Iterator[tuple[Program, Program]]:
    command = [sys.executable, "-m", "tests.desktop.clip.beats.keeping_process", str(library)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    with ExitStack() as stack:
        started = [
            subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True, env=environment) for _ in "12"
        ]
        first, second = (Program(stack.enter_context(process)) for process in started)
        yield first, second


def stored(library: Path, audio: str) -> list[float]:
    store = open_edit_store(library)
    found = store.edits(audio)
    store.close()
    assert found is not None
    return [edit.time for edit in found.history.edits if isinstance(edit, AddBeat)]


def test_two_programs_do_not_undo_each_other(library: Path, programs: tuple[Program, Program]) -> None:
    first, second = programs
    assert first.do(f"{AUDIO} ADD 1.1") == ("kept", [1.1])
    assert second.do(f"{AUDIO} ADD 2.1") == ("overtaken", [1.1])  # it knew of no edit: it is told, and nothing is lost
    assert second.do(f"{AUDIO} ADD 2.1") == ("kept", [1.1, 2.1])
    assert first.do(f"{AUDIO} UNDO") == ("overtaken", [1.1, 2.1])  # it would have taken back the other's edit as well
    assert first.do(f"{AUDIO} UNDO") == ("kept", [1.1])
    assert second.do(f"{AUDIO} ADD 3.1") == ("overtaken", [1.1])
    assert stored(library, AUDIO) == [1.1]


def test_of_edits_made_at_the_same_time_none_is_lost(library: Path, programs: tuple[Program, Program]) -> None:
    starts = (1.05, 1.45)  # between the beats, and of each other
    waiting = {program: [start + 0.5 * i for i in range(10)] for program, start in zip(programs, starts, strict=True)}
    while any(waiting.values()):
        asked = [program for program in programs if waiting[program]]
        for program in asked:
            program.send(f"{OTHER_AUDIO} ADD {waiting[program][0]}")
        for program in asked:
            if program.answer()[0] == "kept":
                waiting[program].pop(0)
    assert sorted(stored(library, OTHER_AUDIO)) == sorted(start + 0.5 * i for start in starts for i in range(10))
