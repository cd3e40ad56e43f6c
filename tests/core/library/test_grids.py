"""Beat grids by the identity of the audio."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.errors import CatalogueError
from core.library import Catalogue
from core.rhythm.grid import NO_BEATS, BeatGrid
from tests.core.library.records import analysed

AUDIO = "0" * 31 + "1"


@pytest.fixture
def grid() -> BeatGrid:
    times = np.cumsum(np.random.default_rng(1).uniform(0.3, 0.7, 50))
    return BeatGrid(times, np.arange(50) % 3 + 1, 119.25, 3)


def assert_same(one: BeatGrid | None, other: BeatGrid) -> None:
    assert one is not None
    assert one.beat_times.tobytes() == other.beat_times.tobytes()
    assert (one.positions == other.positions).all()
    assert one.beats_per_bar == other.beats_per_bar
    assert one.tempo == other.tempo or (np.isnan(one.tempo) and np.isnan(other.tempo))


@pytest.mark.parametrize("empty", [False, True])
def test_a_grid_comes_back_bit_for_bit_after_the_library_was_closed(
    tmp_path: Path, grid: BeatGrid, empty: bool
) -> None:
    stored = NO_BEATS if empty else grid
    with Catalogue.open(tmp_path / "library.sqlite") as catalogue:
        assert catalogue.grids.find(AUDIO) is None and catalogue.grids.origin(AUDIO) is None
        catalogue.grids.store(AUDIO, stored)
    with Catalogue.open(tmp_path / "library.sqlite") as catalogue:
        assert_same(catalogue.grids.find(AUDIO), stored)
        assert catalogue.grids.origin(AUDIO) == "edited"
        catalogue.grids.forget(AUDIO)
        assert catalogue.grids.find(AUDIO) is None


def test_an_analysis_stores_its_grid_but_never_over_a_corrected_one(tmp_path: Path, grid: BeatGrid) -> None:
    found = analysed(1, content=AUDIO)
    with Catalogue.open(tmp_path / "library.sqlite") as catalogue:
        catalogue.store("/a.wav", found)
        assert_same(catalogue.grids.find(AUDIO), found.grid)
        catalogue.grids.store(AUDIO, grid)
        catalogue.forget_analyses([1])
        catalogue.store("/a.wav", found)
        assert_same(catalogue.grids.find(AUDIO), grid)


def test_another_analysis_replaces_a_grid_that_nobody_corrected(tmp_path: Path, grid: BeatGrid) -> None:
    found = analysed(1, content=AUDIO)
    with Catalogue.open(tmp_path / "library.sqlite") as catalogue:
        catalogue.store("/a.wav", found)
        catalogue.forget_analyses([1])
        catalogue.store("/a.wav", replace(found, grid=grid))
        assert_same(catalogue.grids.find(AUDIO), grid)


def test_a_corrected_grid_outlives_its_track(tmp_path: Path, grid: BeatGrid) -> None:
    with Catalogue.open(tmp_path / "library.sqlite") as catalogue:
        track = catalogue.store("/a.wav", analysed(1, content=AUDIO))
        catalogue.grids.store(AUDIO, grid)
        catalogue.remove([track])
        assert_same(catalogue.grids.find(AUDIO), grid)


def test_a_damaged_grid_is_one_clear_line(tmp_path: Path, grid: BeatGrid) -> None:
    path = tmp_path / "library.sqlite"
    with Catalogue.open(path) as catalogue:
        catalogue.grids.store(AUDIO, grid)
    with sqlite3.connect(path) as db:
        db.execute("UPDATE grids SET beat_times = ?", (b"odd",))
    db.close()
    with Catalogue.open(path) as catalogue, pytest.raises(CatalogueError, match="damaged; analyse the track again"):
        catalogue.grids.find(AUDIO)
