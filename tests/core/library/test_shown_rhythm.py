"""Which tempo, metre and mark a track's row shows, as its beats are corrected and reset."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from core.library import Catalogue, Sort
from core.rhythm.edit_history import EditHistory
from core.rhythm.edits import MoveBeat, ScaleTempo
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


def test_a_typed_bpm_is_an_edit_of_the_beats_and_can_be_taken_back(catalogue: Catalogue, track: int) -> None:
    catalogue.edit([track], "bpm", 128.0)
    assert row(catalogue, track) == (pytest.approx(128.0), 4, "beats")
    corrected = catalogue.grids.corrected(AUDIO)
    assert corrected is not None
    assert np.diff(corrected.grid.beat_times) == pytest.approx(60 / 128)
    assert corrected.grid.downbeat_times[0] == pytest.approx(TRACKED.grid.downbeat_times[0])
    catalogue.edit([track], "bpm", None)
    assert row(catalogue, track) == (64.0, 4, None)
    assert catalogue.grids.corrected(AUDIO) is None


@pytest.mark.parametrize("factor", [Fraction(3, 2), Fraction(2)])
def test_a_simple_multiple_keeps_the_beats_of_the_players(catalogue: Catalogue, track: int, factor: Fraction) -> None:
    catalogue.edit([track], "bpm", round(TRACKED.grid.tempo * float(factor), 1))
    stored = catalogue.grids.edits(AUDIO)
    assert stored is not None
    assert stored.history.edits == (ScaleTempo(factor),)


def test_a_typed_bpm_survives_another_analysis_and_another_place(catalogue: Catalogue, track: int) -> None:
    catalogue.edit([track], "bpm", 128.0)
    catalogue.forget_analyses([track])
    catalogue.store("/moved.wav", TRACKED)
    assert row(catalogue, track) == (pytest.approx(128.0), 4, "beats")


def test_what_was_corrected_before_a_typed_bpm_can_be_undone_to(catalogue: Catalogue, track: int) -> None:
    history = EditHistory(TRACKED.grid, 31.0).added(MoveBeat(float(TRACKED.grid.beat_times[2]), 5.6))
    catalogue.grids.store_edits(AUDIO, history, 0)
    catalogue.edit([track], "bpm", 128.0)
    catalogue.edit([track], "bpm", None)
    stored = catalogue.grids.edits(AUDIO)
    assert stored is not None
    assert stored.history.undone().undone().grid.beat_times.tolist() == history.grid.beat_times.tolist()


def test_a_bpm_that_was_typed_in_a_former_version_gives_way_to_the_next(catalogue: Catalogue, track: int) -> None:
    type_as_before(catalogue, track, 77.0)
    catalogue.grids.store(AUDIO, EDITED)
    assert row(catalogue, track)[0] == EDITED.tempo
    catalogue.grids.forget(AUDIO)
    assert row(catalogue, track)[0] == 77.0
    catalogue.forget_analyses([track])
    catalogue.store("/a.wav", TRACKED)  # the beats are known again
    catalogue.edit([track], "bpm", 99.0)
    assert row(catalogue, track) == (pytest.approx(99.0), 4, "beats")
    catalogue.edit([track], "bpm", None)
    assert row(catalogue, track) == (64.0, 4, None)


def test_a_bpm_is_kept_as_a_number_where_there_are_no_beats(catalogue: Catalogue) -> None:
    silent = catalogue.store("/silent.wav", replace(analysed(3), grid=NO_BEATS))
    catalogue.edit([silent], "bpm", 90.0)
    assert row(catalogue, silent) == (90.0, None, None)
    catalogue.edit([silent], "bpm", None)
    assert row(catalogue, silent) == (None, None, None)


def test_a_key_says_whose_word_it_is_also_after_another_analysis(catalogue: Catalogue) -> None:
    found = analysed(2, key="A minor", key_strengths=[0.8, 0.7], confidence=0.9)
    track = catalogue.store("/a.wav", found)
    asked = ["key", "camelot", "key_origin", "key_strength", "bpm_confidence"]
    assert catalogue.values([track], asked) == [("A minor", "8A", "measured", 0.8, 0.9)]
    catalogue.edit([track], "key", "Eb minor")
    catalogue.forget_analyses([track])
    catalogue.store("/elsewhere.wav", found)
    assert catalogue.values([track], asked) == [("Eb minor", "2A", "user", None, 0.9)]
    assert catalogue.grids.user_key(found.content_id) == "Eb minor"
    catalogue.edit([track], "key", None)
    assert catalogue.values([track], asked) == [("A minor", "8A", "measured", 0.8, 0.9)]
    assert catalogue.grids.user_key(found.content_id) is None


def test_the_confidence_of_the_tracker_says_nothing_of_beats_that_a_person_corrected(catalogue: Catalogue) -> None:
    found = analysed(2, confidence=0.4)
    track = catalogue.store("/a.wav", found)
    catalogue.grids.store(found.content_id, EDITED)
    assert catalogue.values([track], ["bpm_confidence"]) == [(None,)]
    catalogue.grids.forget(found.content_id)
    assert catalogue.values([track], ["bpm_confidence"]) == [(0.4,)]


def type_as_before(catalogue: Catalogue, track: int, bpm: float) -> None:
    """Type a BPM as versions did that kept it beside the beats."""
    with catalogue.raw_writing() as db:
        db.execute("INSERT INTO edits SELECT id, 'bpm', ?, bpm FROM tracks WHERE id = ?", (bpm, track))
        db.execute("UPDATE tracks SET bpm = ? WHERE id = ?", (bpm, track))


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
        type_as_before(catalogue, 3, 99.0)
        catalogue.grids.store(analysed(0).content_id, EDITED)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE tracks SET bpm = 117.5 WHERE id = 2")
        db.execute("UPDATE edits SET measured = 117.5")
        for table in ("pictures", "section_edits", "actions", "removed"):
            db.execute(f"DROP TABLE {table}")
        for column in (
            "bpm_confidence",
            "key_strength",
            "key_origin",
            "lufs",
            "lra",
            "true_peak",
            "guessed",
            "genre_novelty",
        ):
            db.execute(f"DROP INDEX IF EXISTS tracks_{column}")
            db.execute(f"ALTER TABLE tracks DROP COLUMN {column}")
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
