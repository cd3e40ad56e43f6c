"""Edits that are stored and come back, with a real library file."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.library.edit_store import open_edit_store
from core.rhythm.edit_history import EditHistory
from core.rhythm.edits import AddBeat, MoveBeat, ShiftHalfBeat
from desktop.clip.beats.keeping import BeatKeeper, states_of
from tests.desktop.clip.beats.conftest import estimate_of
from tests.desktop.synthetic import CONTENT_ID, synthetic_beat_grid

GRID = synthetic_beat_grid(30.0, 120.0)
PLAIN = EditHistory(GRID, 30.0)
ONCE = PLAIN.added(MoveBeat(4.25, 4.3))
TWICE = ONCE.added(ShiftHalfBeat())


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def keepers(qapp: QApplication, library: Path) -> Iterator[tuple[BeatKeeper, BeatKeeper]]:
    """Two windows on one library."""
    made = BeatKeeper(lambda: str(library)), BeatKeeper(lambda: str(library))
    yield made
    for keeper in made:
        keeper.shutdown()


def stored(library: Path) -> EditHistory:
    store = open_edit_store(library)
    found = store.edits(CONTENT_ID)
    store.close()
    assert found is not None
    return found.history


def test_what_was_done_is_stored_at_once_and_comes_back_step_by_step(
    qtbot: QtBot, library: Path, keepers: tuple[BeatKeeper, BeatKeeper]
) -> None:
    keeper, other = keepers
    activations = estimate_of(GRID, 30.0).activations
    for history in (ONCE, TWICE):
        keeper.keep(CONTENT_ID, history, activations)
    qtbot.waitUntil(lambda: library.exists() and stored(library).edits == TWICE.edits)
    with qtbot.waitSignal(other.loaded) as loaded:
        other.load(CONTENT_ID)
    content_id, states = loaded.args
    assert content_id == CONTENT_ID
    assert [state.edits for state in states] == [(), ONCE.edits, TWICE.edits]
    assert np.array_equal(states[-1].grid.beat_times, TWICE.grid.beat_times)


def test_looking_for_edits_makes_no_library(qtbot: QtBot, library: Path) -> None:
    keeper = BeatKeeper(lambda: str(library))
    with qtbot.assertNotEmitted(keeper.loaded):
        keeper.load(CONTENT_ID)
        keeper.shutdown()
    assert not library.exists()


def test_two_windows_do_not_undo_each_other(
    qtbot: QtBot, library: Path, keepers: tuple[BeatKeeper, BeatKeeper]
) -> None:
    first, second = keepers
    first.keep(CONTENT_ID, ONCE, None)
    qtbot.waitUntil(lambda: library.exists() and stored(library).edits == ONCE.edits)
    theirs = PLAIN.added(AddBeat(1.0))
    with qtbot.waitSignal(second.overtaken) as overtaken:
        second.keep(CONTENT_ID, theirs, None)
    assert overtaken.args[1][-1].edits == ONCE.edits
    assert stored(library).edits == ONCE.edits
    both = overtaken.args[1][-1].added(AddBeat(1.0))
    second.keep(CONTENT_ID, both, None)
    qtbot.waitUntil(lambda: stored(library).edits == both.edits)


def test_what_cannot_be_stored_is_said(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("no folder")
    monkeypatch.setenv("XDG_DATA_HOME", str(in_the_way))
    keeper = BeatKeeper(lambda: str(in_the_way / "library.sqlite"))
    with qtbot.waitSignal(keeper.failed) as failed:
        keeper.keep(CONTENT_ID, ONCE, None)
    assert failed.args[0].startswith("The beats could not be stored: ")
    keeper.shutdown()


def test_states_of_a_history_are_all_before_it_in_their_order() -> None:
    assert [state.edits for state in states_of(TWICE)] == [(), ONCE.edits, TWICE.edits]
