"""A tab that is built when it is first needed, with modules that are nowhere else imported."""

import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from desktop.late_page import LatePage
from tests.waiting import settle

BUILT = ("first", "second", "shown")


class SlowPage(LatePage):
    """Needs a module that takes its time."""

    needed_modules = ("a_slow_module",)

    def __init__(self) -> None:
        super().__init__()
        QVBoxLayout(self)
        self.done: list[str] = []

    def build_parts(self) -> Iterator[None]:
        for part in ("first", "second"):
            self.done.append(part)
            yield

    def show_parts(self) -> None:
        self.done.append("shown")


@pytest.fixture
def slow_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A module whose import ends when a file appears."""
    go_on = tmp_path / "go on"
    code = f"""
        import pathlib, time
        while not pathlib.Path({str(go_on)!r}).exists():
            time.sleep(0.001)
    """
    (tmp_path / "a_slow_module.py").write_text(textwrap.dedent(code), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "a_slow_module", raising=False)
    return go_on


@pytest.fixture
def page(qtbot: QtBot, slow_module: Path) -> Iterator[SlowPage]:
    page = SlowPage()
    qtbot.addWidget(page)
    page.show()
    yield page
    slow_module.touch()  # also after a failure: a thread that still runs would end the process with its object
    page.end_loading()


def test_the_event_loop_runs_while_modules_are_imported(qtbot: QtBot, page: SlowPage, slow_module: Path) -> None:
    page.when_built(lambda: page.done.append("entered"))
    QTimer.singleShot(0, slow_module.touch)  # an event that ends the import: only a loop that runs can take it
    qtbot.waitUntil(lambda: page.is_built)
    assert page.done == [*BUILT, "entered"]


def test_what_a_person_does_meanwhile_is_done_in_its_turn(qtbot: QtBot, page: SlowPage, slow_module: Path) -> None:
    page.when_built(lambda: page.done.append("entered"))
    qtbot.waitUntil(lambda: "a_slow_module" in sys.modules)  # half of it: its import has begun
    for name in ("dropped", "chosen"):
        page.when_built(lambda name=name: page.done.append(name))
    assert page.done == []
    slow_module.touch()
    qtbot.waitUntil(lambda: page.is_built)
    assert page.done == [*BUILT, "entered", "dropped", "chosen"]


def test_nothing_waits_once_the_page_is_built(page: SlowPage, slow_module: Path) -> None:
    slow_module.touch()
    page.prepare()
    page.when_built(lambda: page.done.append("entered"))
    assert page.done == [*BUILT, "entered"]


def test_a_window_that_closes_meanwhile_builds_nothing(qtbot: QtBot, page: SlowPage, slow_module: Path) -> None:
    page.when_built(lambda: page.done.append("entered"))
    slow_module.touch()
    page.end_loading()
    settle()
    assert page.done == []


def test_a_page_that_is_half_built_when_it_is_needed_at_once_is_built_to_its_end(
    qtbot: QtBot, page: SlowPage, slow_module: Path
) -> None:
    page.when_built(lambda: page.done.append("entered"))
    slow_module.touch()
    qtbot.waitUntil(lambda: "first" in page.done)
    page.prepare()
    settle()
    assert page.done == [*BUILT, "entered"]


def test_a_page_that_is_half_built_when_the_window_closes_can_be_shut_down_like_any_other(
    qtbot: QtBot, page: SlowPage, slow_module: Path
) -> None:
    page.when_built(lambda: page.done.append("entered"))
    slow_module.touch()
    page._needed.wait()
    page._begin_to_build()
    page._take_step()
    assert page.done == ["first"]
    page.end_loading()
    assert page.is_built
    assert page.done == [*BUILT]
