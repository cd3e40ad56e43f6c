"""Edits of beats in a catalogue: stored when they are made, by the identity of the audio, once for everybody."""

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from core.errors import CatalogueError, ConflictError
from core.library import Catalogue
from core.library.connection import Connections
from core.library.edit_store import corrected_grid, open_edit_store
from core.library.grids import StoredGrids
from core.library.packing import pack_activations, pack_text, unpack_activations
from core.rhythm.edit_history import EditHistory
from core.rhythm.edits import AddBeat, Edit, MoveBeat, Reset, ScaleTempo, SetMetre
from core.rhythm.estimate import Activations
from core.rhythm.grid import BeatGrid
from tests.core.library.records import analysed

AUDIO = f"{1:032x}"


def history_of(*edits: Edit) -> EditHistory:
    grid = analysed(1).grid
    history = EditHistory(grid, 30.0)
    for edit in edits:
        history = history.added(edit)
    return history


def assert_same(one: BeatGrid | None, other: BeatGrid) -> None:
    assert one is not None
    assert one.beat_times.tobytes() == other.beat_times.tobytes()
    assert (one.positions == other.positions).all() and one.beats_per_bar == other.beats_per_bar


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


def test_edits_come_back_with_their_grid_after_the_library_was_closed(path: Path) -> None:
    history = history_of(AddBeat(1.0), ScaleTempo(Fraction(2)))
    with Catalogue.open(path) as catalogue:
        assert catalogue.grids.edits(AUDIO) is None
        assert catalogue.grids.store_edits(AUDIO, history, 0) == 1
    with Catalogue.open(path) as catalogue:
        stored = catalogue.grids.edits(AUDIO)
        assert stored is not None and stored.revision == 1 and stored.history.edits == history.edits
        assert_same(stored.history.grid, history.grid)
        assert_same(catalogue.grids.find(AUDIO), history.grid)
        assert catalogue.grids.origin(AUDIO) == "edited"


@pytest.mark.parametrize("last", ["undo", "reset edit", "reset"])
def test_edits_that_are_taken_back_leave_the_tracked_grid(path: Path, last: str) -> None:
    history = history_of(AddBeat(1.0))
    with Catalogue.open(path) as catalogue:
        catalogue.grids.store_edits(AUDIO, history, 0)
        if last == "undo":
            catalogue.grids.store_edits(AUDIO, history.undone(), 1)
        elif last == "reset edit":
            catalogue.grids.store_edits(AUDIO, history.added(Reset()), 1)
        else:
            catalogue.grids.reset(AUDIO)
        assert catalogue.grids.origin(AUDIO) == "tracked" and catalogue.grids.corrected(AUDIO) is None
        assert_same(catalogue.grids.find(AUDIO), history.start)
        stored = catalogue.grids.edits(AUDIO)
        assert stored is not None and stored.revision == 2  # a window that knows revision 1 is told of it


def test_of_two_windows_on_one_library_the_later_is_told_and_finds_the_newer_beats(path: Path) -> None:
    first, second = StoredGrids(Connections(path)), StoredGrids(Connections(path))
    theirs, ours = history_of(AddBeat(1.0)), history_of(MoveBeat(0.3, 0.4))
    first.store_edits(AUDIO, theirs, 0)
    with pytest.raises(ConflictError) as raised:
        second.store_edits(AUDIO, ours, 0)
    assert raised.value.code == "library.beats_conflict"
    newer = second.edits(AUDIO)
    assert newer is not None and newer.history.edits == theirs.edits
    again = newer.history.added(AddBeat(2.0))
    assert second.store_edits(AUDIO, again, newer.revision) == 2
    assert_same(first.find(AUDIO), again.grid)
    first.close()
    second.close()


def test_the_library_shows_tempo_and_metre_at_once_and_the_tracked_ones_after_a_reset(path: Path) -> None:
    history = history_of(SetMetre(3), ScaleTempo(Fraction(2)))
    with Catalogue.open(path) as catalogue:
        track = catalogue.store("/a.wav", analysed(1, tempo=23.0, metre=4))
        assert catalogue.values([track], ["bpm", "metre"]) == [(23.0, 4)]
        catalogue.grids.store_edits(AUDIO, history, 0)
        ((bpm, metre),) = catalogue.values([track], ["bpm", "metre"])
        assert (bpm, metre) == (pytest.approx(history.grid.tempo), 6)
        catalogue.grids.reset(AUDIO)
        assert catalogue.values([track], ["bpm", "metre"]) == [(23.0, 4)]


def test_tables_of_edited_beats_are_stored_unless_the_beats_were_edited_again(path: Path) -> None:
    found = analysed(1)
    other = replace(found, bars=found.bars + 1, beats=found.beats + 1)
    with Catalogue.open(path) as catalogue:
        track = catalogue.store("/a.wav", found)
        fresh = catalogue.tables([track])
        changed = replace(
            fresh,
            bars=replace(fresh.bars, values=other.bars),
            beats=replace(fresh.beats, values=other.beats),
        )
        catalogue.grids.store_edits(AUDIO, history_of(AddBeat(1.0)), 0)
        assert not catalogue.is_known("/a.wav", found.state)
        assert not catalogue.grids.store_tables(AUDIO, changed, 0)
        assert catalogue.grids.store_tables(AUDIO, changed, 1)
        assert catalogue.is_known("/a.wav", found.state)
        assert np.array_equal(catalogue.tables([track]).beats.values, other.beats)
        assert not catalogue.grids.store_tables(f"{9:032x}", changed, 0)


def test_a_track_whose_tables_were_not_measured_before_the_end_is_outdated_until_they_are(path: Path) -> None:
    with Catalogue.open(path) as catalogue:
        track = catalogue.store("/a.wav", analysed(1))
        catalogue.grids.store_edits(AUDIO, history_of(AddBeat(1.0)), 0)
    with Catalogue.open(path) as catalogue:
        assert catalogue.values([track], ["state"]) == [("outdated",)]
        catalogue.grids.store_tables(AUDIO, catalogue.tables([track]), 1)
        assert catalogue.values([track], ["state"]) == [("analysed",)]


def test_an_analysis_keeps_edits_and_shows_them_whatever_the_tracker_says(path: Path) -> None:
    history, found = history_of(ScaleTempo(Fraction(2))), analysed(1, tempo=23.0, metre=4)
    with Catalogue.open(path) as catalogue:
        catalogue.grids.store_edits(AUDIO, history, 0)  # of a clip that was in no library
        track = catalogue.store("/a.wav", found)
        assert_same(catalogue.grids.find(AUDIO), history.grid)
        assert catalogue.values([track], ["bpm"]) == [(pytest.approx(history.grid.tempo),)]
        assert not catalogue.is_known("/a.wav", found.state)
        catalogue.store("/a.wav", replace(found, grid_revision=1, beats=found.beats + 1))
        assert catalogue.is_known("/a.wav", found.state)
        assert np.array_equal(catalogue.tables([track]).beats.values, found.beats + 1)


def test_edits_outlive_their_track_and_follow_the_audio_to_another_place(path: Path) -> None:
    history, found = history_of(AddBeat(1.0)), analysed(1)
    with Catalogue.open(path) as catalogue:
        track = catalogue.store("/a.wav", found)
        catalogue.grids.store_edits(AUDIO, history, 0)
        catalogue.remove([track])
        catalogue.store("/elsewhere/b.wav", found)
        corrected = catalogue.grids.corrected_at("/elsewhere/b.wav")
        assert corrected is not None and corrected.revision == 1
        assert_same(corrected.grid, history.grid)
        assert catalogue.grids.corrected_at("/a.wav") is None


def test_edits_that_another_version_would_apply_otherwise_keep_the_grid_that_was_stored(path: Path) -> None:
    history = history_of(AddBeat(1.0))
    other = history_of(AddBeat(1.5)).grid
    with Catalogue.open(path) as catalogue:
        catalogue.grids.store_edits(AUDIO, history, 0)
        catalogue.grids.store(AUDIO, other)
        stored = catalogue.grids.edits(AUDIO)
        assert stored is not None and len(stored.history.edits) == 1
        assert_same(stored.history.grid, other)
        assert_same(stored.history.undone().grid, history.start)


@pytest.mark.parametrize("damaged", [b"odd", pack_text("{}"), pack_text("[" * 100_000)])
def test_damaged_edits_are_one_clear_line_and_can_be_reset(path: Path, damaged: bytes) -> None:
    with Catalogue.open(path) as catalogue:
        catalogue.grids.store_edits(AUDIO, history_of(AddBeat(1.0)), 0)
        with catalogue.raw_writing() as db:
            db.execute("UPDATE beat_edits SET history = ?", (damaged,))
        with pytest.raises(CatalogueError) as raised:
            catalogue.grids.edits(AUDIO)
        assert raised.value.code == "library.damaged_edits"
        catalogue.grids.reset(AUDIO)
        assert catalogue.grids.edits(AUDIO) is None and catalogue.grids.find(AUDIO) is None


def activations(minutes: float) -> Activations:
    """Return what a net may say: mostly nothing, and a peak at each beat."""
    random = np.random.default_rng(4)
    n_frames = int(minutes * 60 * 43)
    beat = np.minimum(random.exponential(1.0, n_frames), 255).astype(np.uint8)
    beat[::21] = random.integers(120, 255, len(beat[::21]))
    downbeat = np.where(np.arange(n_frames) % 84 == 0, beat, beat // 8).astype(np.uint8)
    onsets = np.sort(random.uniform(0, minutes * 60, int(minutes * 240))).astype(np.float32)
    return Activations(
        beat, downbeat, random.normal(size=60).astype(np.float32), onsets,
        random.uniform(size=len(onsets)).astype(np.float32), minutes * 60.0, 22050 / 512,
        np.clip(random.normal(-60, 80, n_frames), 0, 255).astype(np.uint8),
    )  # fmt: skip


def test_activations_take_a_few_kilobytes_a_minute_and_come_back_exactly(path: Path) -> None:
    stored = activations(4.0)
    assert len(pack_activations(stored)) < 4 * 6_000
    with Catalogue.open(path) as catalogue:
        assert catalogue.grids.activations(AUDIO) is None
        catalogue.store("/a.wav", replace(analysed(1), activations=stored))
        found = catalogue.grids.activations(AUDIO)
        assert found is not None
        for name in ("beat", "downbeat", "tempo", "onset_times", "onset_strengths", "novelty"):
            assert getattr(found, name).dtype == getattr(stored, name).dtype
            assert np.array_equal(getattr(found, name), getattr(stored, name)), name
        assert (found.duration, found.frame_rate) == (stored.duration, stored.frame_rate)
        with catalogue.raw_writing() as db:
            db.execute("UPDATE activations SET packed = ?", (pack_activations(stored)[:40],))
        with pytest.raises(CatalogueError) as raised:
            catalogue.grids.activations(AUDIO)
        assert raised.value.code == "library.damaged_activations"
    with pytest.raises(ValueError, match="not enough values"):
        unpack_activations(b"\x00\x02{}")


def test_edits_go_into_the_library_whether_it_has_the_track_or_not(path: Path) -> None:
    store = open_edit_store(path)
    assert store.path == path
    store.store_edits(AUDIO, history_of(AddBeat(1.0)), 0)
    store.close()
    with Catalogue.open(path) as catalogue:
        assert catalogue.grids.origin(AUDIO) == "edited" and catalogue.count() == 0
    assert_same(corrected_grid(path, AUDIO), history_of(AddBeat(1.0)).grid)
    assert corrected_grid(path, f"{2:032x}") is None


def test_edits_go_beside_a_library_that_cannot_be_used(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"no library at all, but a file of some length")
    monkeypatch.setattr("core.library.edit_store.default_beats_path", lambda: tmp_path / "beats.sqlite")
    store = open_edit_store(path)
    assert store.path == tmp_path / "beats.sqlite"
    store.store_edits(AUDIO, history_of(AddBeat(1.0)), 0)
    store.close()
    assert corrected_grid(path, AUDIO) is None and corrected_grid(tmp_path / "none.sqlite", AUDIO) is None


def test_edits_are_copied_from_another_library_whole_and_anew_each_time(path: Path, tmp_path: Path) -> None:
    ours, theirs = history_of(SetMetre(2)), history_of(SetMetre(3))
    with Catalogue.open(tmp_path / "other.sqlite") as other, Catalogue.open(path) as catalogue:
        other.grids.store_edits(AUDIO, theirs, 0)
        other.grids.store_edits("6" * 32, theirs.added(Reset()), 0)
        catalogue.grids.store_edits("7" * 32, ours, 0)
        assert catalogue.grids.copy_edits(other.path) == 1
        stored = catalogue.grids.edits(AUDIO)
        assert stored is not None and stored.history.edits == theirs.edits
        assert catalogue.grids.corrected("6" * 32) is None
        assert catalogue.grids.corrected("7" * 32) is None
        assert catalogue.grids.copy_edits(tmp_path / "none.sqlite") == 0


def test_activations_of_a_version_without_novelty_are_read() -> None:
    stored = activations(1.0)
    assert (unpack_activations(pack_activations(stored)).novelty == stored.novelty).all()
    head, body = packed_parts(pack_activations(stored))
    duration, rate, counts = json.loads(head)
    former = json.dumps([duration, rate, counts[:5]]).encode()
    found = unpack_activations(len(former).to_bytes(2, "little") + former + body)
    assert (found.beat == stored.beat).all()
    assert len(found.novelty) == 0


def packed_parts(data: bytes) -> tuple[bytes, bytes]:
    length = int.from_bytes(data[:2], "little")
    return data[2 : 2 + length], data[2 + length :]
