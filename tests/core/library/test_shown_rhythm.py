"""Which tempo, metre and mark a track's row shows, as its beats are corrected and reset."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.library import Catalogue, Sort
from core.rhythm.grid import NO_BEATS, BeatGrid
from tests.core.library.records import analysed

TRACKED = analysed(1, tempo=64.0, metre=4)
EDITED = BeatGrid(np.arange(12) * 0.47, np.arange(12) % 3 + 1, 60 / 0.47, 3)
AUDIO = TRACKED.content_id


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "library.sqlite") as opened:
        yield opened


@pytest.fixture
def track(catalogue: Catalogue) -> int:
    return catalogue.store("/a.wav", TRACKED)


def row(catalogue: Catalogue, track: int) -> tuple[object, ...]:
    return catalogue.values([track], ["bpm", "metre", "edited"])[0]


def test_a_corrected_grid_is_shown_at_once_and_a_reset_one_no_longer(catalogue: Catalogue, track: int) -> None:
    assert row(catalogue, track) == (64.0, 4, None)
    catalogue.grids.store(AUDIO, EDITED)
    assert row(catalogue, track) == (EDITED.tempo, 3, "beats")
    assert catalogue.tables([track]).songs.column("bpm").tolist() == [EDITED.tempo]
    catalogue.grids.forget(AUDIO)
    assert row(catalogue, track) == (64.0, 4, None)


def test_a_grid_without_a_beat_has_neither_tempo_nor_metre(catalogue: Catalogue, track: int) -> None:
    catalogue.grids.store(AUDIO, NO_BEATS)
    assert row(catalogue, track) == (None, None, "beats")
    assert np.isnan(catalogue.tables([track]).songs.column("bpm")[0])


def test_a_new_analysis_keeps_what_was_corrected(catalogue: Catalogue, track: int) -> None:
    catalogue.grids.store(AUDIO, EDITED)
    catalogue.forget_analyses([track])
    catalogue.store("/a.wav", replace(TRACKED, facts={**TRACKED.facts, "tempo": 63.0}))
    assert row(catalogue, track) == (EDITED.tempo, 3, "beats")
    catalogue.grids.forget(AUDIO)
    assert row(catalogue, track)[0] == 63.0


def test_beats_corrected_before_the_track_is_in_the_library_are_shown_with_it(catalogue: Catalogue) -> None:
    catalogue.grids.store(AUDIO, EDITED)
    assert row(catalogue, catalogue.store("/a.wav", TRACKED)) == (EDITED.tempo, 3, "beats")


def test_the_last_word_on_the_tempo_counts_and_a_typed_one_comes_back(catalogue: Catalogue, track: int) -> None:
    catalogue.edit([track], "bpm", 128.0)
    catalogue.grids.store(AUDIO, EDITED)
    assert row(catalogue, track)[0] == EDITED.tempo
    catalogue.grids.forget(AUDIO)
    assert row(catalogue, track)[0] == 128.0
    catalogue.grids.store(AUDIO, EDITED)
    catalogue.edit([track], "bpm", 99.0)
    assert row(catalogue, track) == (99.0, 3, "beats")
    catalogue.edit([track], "bpm", None)
    assert row(catalogue, track)[0] == EDITED.tempo
    catalogue.edit([track], "bpm", 99.0)
    catalogue.grids.forget(AUDIO)
    assert row(catalogue, track)[0] == 99.0
    catalogue.edit([track], "bpm", None)
    assert row(catalogue, track)[0] == 64.0


def test_edited_tracks_are_found_and_sorted(catalogue: Catalogue, track: int) -> None:
    other = catalogue.store("/b.wav", analysed(2, tempo=120.0, metre=4))
    catalogue.grids.store(AUDIO, EDITED)
    assert catalogue.find("is:edited").tolist() == catalogue.find("edited:beats").tolist() == [track]
    assert catalogue.find("-is:edited").tolist() == [other]
    assert catalogue.find("", Sort("edited")).tolist() == catalogue.find("", Sort("metre")).tolist() == [track, other]
    assert catalogue.find("bpm:127-128.5 metre:3").tolist() == [track]


def test_a_library_of_the_third_version_no_longer_takes_the_tempo_of_onsets_for_that_of_beats(tmp_path: Path) -> None:
    path = tmp_path / "older.sqlite"
    with Catalogue.open(path) as catalogue:
        for i, tempo in enumerate((64.0, None, None)):
            facts = {"tempo": tempo, "metre": 4} if tempo else {}
            catalogue.store(f"/{i}.wav", analysed(i, **facts))
        catalogue.edit([3], "bpm", 99.0)
        catalogue.grids.store(analysed(0).content_id, EDITED)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE tracks SET bpm = 117.5 WHERE id = 2")
        db.execute("UPDATE edits SET measured = 117.5")
        db.execute("DROP INDEX tracks_edited")
        db.execute("ALTER TABLE tracks DROP COLUMN edited")
        db.execute("DROP TABLE beat_edits")
        db.execute("DROP TABLE activations")
        db.execute("ALTER TABLE analyses DROP COLUMN grid_revision")
        db.execute("PRAGMA user_version = 3")
    with Catalogue.open(path) as catalogue:
        assert catalogue.values([1, 2, 3], ["bpm", "edited"]) == [(EDITED.tempo, "beats"), (None, None), (99.0, None)]
        catalogue.edit([3], "bpm", None)
        assert catalogue.values([3], ["bpm"]) == [(None,)]
        assert catalogue.problems() == []
