"""Tables that follow an edited grid, with real workers."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.analysis import preview_of
from core.analysis.shared_signal import share_signal
from core.audio.clip import load_clip
from core.jobs.rhythm import Piece
from core.rhythm.grid import BeatGrid
from desktop.clip.following import Following
from desktop.tasks import TaskRunner
from resources import resource_path
from tests.waiting import PATIENCE_MS, settle

TIMEOUT = PATIENCE_MS


def steady(n_beats: int, first: float = 0.5) -> BeatGrid:
    return BeatGrid(first + 0.5 * np.arange(n_beats), np.arange(n_beats) % 4 + 1, 120.0, 4)


@pytest.fixture
def piece(tmp_path: Path) -> Piece:
    clip = load_clip(resource_path("demo.flac"))
    share_signal(clip.y, tmp_path / "signal.f32")
    return Piece(preview_of(clip).source, len(clip.y), tmp_path / "signal.f32", steady(40))


@pytest.fixture
def following(runner: TaskRunner) -> Iterator[Following]:
    following = Following(runner)
    yield following
    following.shutdown()


def heard(following: Following) -> list[Any]:
    stages: list[Any] = []
    following.stage_ready.connect(stages.append)
    return stages


def test_the_tables_of_a_grid_come_one_after_the_other(qtbot: QtBot, following: Following, piece: Piece) -> None:
    stages = heard(following)
    following.begin(piece)
    with qtbot.waitSignals([following.grid_changed, following.followed], timeout=TIMEOUT):
        following.follow(steady(40))
    bars, beats = stages
    assert (len(bars.bars), len(beats.beats)) == (11, 40)  # with the pick-up
    assert not following.is_busy


def test_an_edit_and_its_undo_come_back_to_the_same_bits(qtbot: QtBot, following: Following, piece: Piece) -> None:
    stages = heard(following)
    following.begin(piece)
    grid = steady(40)
    times = grid.beat_times.copy()
    times[12] += 0.03
    for shown in (grid, replace(grid, beat_times=times), grid):
        with qtbot.waitSignal(following.followed, timeout=TIMEOUT):
            following.follow(shown)
    assert stages[3].measured_again.tolist() == [11, 12]
    assert stages[0].bars.values.tobytes() == stages[4].bars.values.tobytes()
    assert stages[1].beats.values.tobytes() == stages[5].beats.values.tobytes()
    assert len(stages[5].measured_again) == 0


def test_of_many_edits_in_a_hurry_the_last_one_is_followed(qtbot: QtBot, following: Following, piece: Piece) -> None:
    stages = heard(following)
    following.begin(piece)
    with qtbot.waitSignal(following.followed, timeout=TIMEOUT):
        for n_beats in range(10, 20):
            following.follow(steady(n_beats))
    settle()
    assert [len(stage.beats) for stage in stages if hasattr(stage, "beats")] == [19]


def test_without_a_piece_the_grid_is_taken_and_nothing_is_measured(
    qtbot: QtBot, following: Following, piece: Piece
) -> None:
    grids: list[BeatGrid] = []
    following.grid_changed.connect(grids.append)
    following.begin(piece)
    following.stop()
    following.follow(steady(8))
    assert [len(grid) for grid in grids] == [8]
    assert not following.is_busy and not following.can_follow


def test_a_signal_that_is_gone_is_one_line_for_a_person(qtbot: QtBot, following: Following, piece: Piece) -> None:
    piece.signal.unlink()
    following.begin(piece)
    with qtbot.waitSignal(following.failed, timeout=TIMEOUT) as failed:
        following.follow(steady(8))
    assert failed.args is not None
    assert failed.args[0].startswith("The tables could not follow the beats: ") and "\n" not in failed.args[0]
    assert not following.is_busy
