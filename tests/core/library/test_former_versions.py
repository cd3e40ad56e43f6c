"""A library that an earlier version of the program made, as a file."""

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from core.features.recipe import RECIPE, RECIPE_2
from core.genre.windows import GenreWindows
from core.library import Catalogue
from core.library.packing import unpack
from core.rhythm.grid import NO_BEATS

HERE = Path(__file__).parent


@pytest.mark.parametrize("version", [2, 3, 4, 5])
def test_a_library_of_an_earlier_version_opens_with_all_that_is_in_it(tmp_path: Path, version: int) -> None:
    path = tmp_path / "library.sqlite"
    shutil.copy(HERE / f"library-v{version}.sqlite", path)
    held = json.loads((HERE / f"library-v{version}.json").read_text(encoding="utf-8"))
    with Catalogue.open(path) as catalogue:
        assert catalogue.find().tolist() == held["ids"]
        assert [list(row) for row in catalogue.values(held["ids"], held["columns"])] == held["values"]
        assert catalogue.labels() == held["labels"]
        assert [[one.location, one.reason] for one in catalogue.failures()] == held["failures"]
        analysed = [int(track) for track in held["facts"] if held["facts"][track]]
        assert all(catalogue.facts(track) == held["facts"][str(track)] for track in analysed)
        tables = catalogue.tables(analysed)
        for name, digest in held["sha256"].items():
            table = getattr(tables, name)
            assert table.names[-1] == "bpm"
            values = np.ascontiguousarray(table.values[:, :-1], "<f8")
            assert hashlib.sha256(values.tobytes()).hexdigest() == digest, name
        starts, bpm = tables.beats.column("start"), tables.beats.column("bpm")
        within = np.diff(starts) > 0  # else the next beat is of the next track
        exact = 1e-12 if version < 4 else 1e-3  # version 4 stores the tempo of the beats themselves, not of samples
        np.testing.assert_allclose(bpm[:-1][within], 60 / np.diff(starts)[within], rtol=exact)
        shown = [cells[0] for cells in catalogue.values(analysed, ["bpm"])]
        edited = shown.index(99.5)
        for content_id, beat_times in held.get("edits", {}).items():
            stored = catalogue.grids.edits(content_id)
            assert stored is not None and stored.history.grid.beat_times.tolist() == beat_times
        np.testing.assert_allclose(np.delete(tables.songs.column("bpm"), edited), np.delete(shown, edited), rtol=1e-4)
        catalogue.grids.store("0" * 32, NO_BEATS)
        assert catalogue.problems() == []
    with Catalogue.open(path, read_only=True) as catalogue:
        assert catalogue.grids.origin("0" * 32) == "edited"


def test_a_key_of_a_former_library_says_whose_word_it_is(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    shutil.copy(HERE / "library-v4.sqlite", path)
    with Catalogue.open(path) as catalogue, catalogue.raw_writing() as db:
        rows = db.execute("SELECT key, key_origin, key_strength IS NOT NULL, lufs FROM tracks ORDER BY id").fetchall()
    assert rows[0] == (None, None, 0, None)  # of a file that could not be read
    assert rows[2] == ("E minor", "user", 0, None)  # how strongly another key sounds says nothing of it
    assert [row[1:3] for row in (rows[1], rows[3])] == [("measured", 1)] * 2


def test_windows_of_a_former_library_serve_models_of_the_first_recipe(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    shutil.copy(HERE / "library-v5.sqlite", path)
    with Catalogue.open(path) as catalogue:
        stored = catalogue.judgements.left("no model", 0, 100)
        assert stored and catalogue.judgements.left("no model", 0, 100, RECIPE_2) == []
        assert catalogue.judgements.count_deaf(RECIPE_2) > catalogue.judgements.count_deaf() == 0
        for _, packed in stored:
            windows = GenreWindows.from_rows(unpack(packed))
            assert windows.recipe == RECIPE and not windows.has_extended
