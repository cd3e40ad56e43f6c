"""What is read of the program's output, and how the times become a table. No test of the times themselves."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tools import start_times
from tools.start_times import REFERENCE, drop_caches, environment, in_turn, ratio, seconds_in, table
from tools.system import SetupError


def test_seconds_are_read_of_what_the_program_says() -> None:
    assert seconds_in("first paint 0.534\n") == 0.534


@pytest.mark.parametrize("line", ["", "first paint\n", "error: There is no display\n"])
def test_a_window_that_did_not_open_is_an_error(line: str) -> None:
    with pytest.raises(SetupError, match="did not open"):
        seconds_in(line)


def test_everything_is_started_once_a_round_after_what_comes_before() -> None:
    done: list[str] = []

    def start(name: str) -> Callable[[], float]:
        return lambda: float(len(done)) if done.append(name) is None else 0.0

    times = in_turn({"a": start("a"), "b": start("b")}, 2, lambda: done.append("drop"))
    assert done == ["drop", "a", "drop", "b"] * 2
    assert times == {"a": [2.0, 6.0], "b": [4.0, 8.0]}


def test_a_ratio_is_the_median_of_rounds_so_that_a_slow_moment_of_the_machine_does_not_count() -> None:
    times = {REFERENCE: [0.5, 5.0, 0.5], "sources": [1.0, 10.0, 1.5]}
    assert ratio(times, "sources") == 2.0
    assert ratio(times, REFERENCE) == 1.0


def test_the_table_has_a_line_for_each_with_median_and_ratio() -> None:
    title, reference, sources = table("warm", {REFERENCE: [0.5, 0.5], "sources": [1.0, 1.5]}).splitlines()
    assert title.split()[0] == "warm"
    assert reference.split()[-1] == "1.00"
    assert sources.split() == ["sources", "1.25", "s", "1.00", "s", "1.50", "s", "2.50"]


def test_where_files_cannot_be_dropped_from_memory_it_knows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sync", lambda: None)
    monkeypatch.setattr(start_times, "DROP_CACHES", tmp_path / "no such folder" / "drop_caches")
    assert not drop_caches()
    monkeypatch.setattr(start_times, "DROP_CACHES", tmp_path / "drop_caches")
    assert drop_caches()


def test_the_program_has_a_home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/elsewhere")
    found = environment(tmp_path)
    assert found["HOME"] == str(tmp_path)
    assert "XDG_CONFIG_HOME" not in found
    assert found["QT_QPA_PLATFORM"] == "offscreen"
