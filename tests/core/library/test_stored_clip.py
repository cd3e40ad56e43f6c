"""What a window shows of a track of the library the moment it is opened."""

import dataclasses
import math
import os
import shutil
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf

from core.analysis import ClipAnalysis, analyse_clip
from core.features.recipe import RECIPE, RECIPE_2
from core.genre.model import identity_of
from core.library import AnalysedFile, Catalogue
from core.library.analysing import analyse_file
from core.library.packing import pack, unpack
from core.library.picture_packing import MOST_FRAMES, pack_clip, pack_picture, unpack_picture
from core.library.stored_clip import StoredClip, stored_clip
from core.rhythm.edit_history import EditHistory
from core.rhythm.edits import MoveBeat
from core.structure.sections import sections_to_facts
from core.synthesis import synthesise
from core.workers.process import Emitter
from models import shipped_model_path
from tests.core.synthetic_genres import linear_passport, write_linear_model
from tests.desktop.synthetic import synthetic_analysis

QUIETLY = Emitter(lambda _: None, lambda: False)


@pytest.fixture(scope="module")
def song(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("music") / "song.wav"
    clip = synthesise(6.0, 112.0, 3, key="D major")
    sf.write(path, clip.y, clip.sr)
    return path


@pytest.fixture(scope="module")
def analysis(song: Path) -> ClipAnalysis:
    return analyse_clip(song)


@pytest.fixture(scope="module")
def found(song: Path) -> AnalysedFile:
    return analyse_file(QUIETLY, str(song), "bars", with_picture=True)


@pytest.fixture
def library(tmp_path: Path, song: Path, found: AnalysedFile) -> Path:
    path = tmp_path / "library.sqlite"
    with Catalogue.open(path) as catalogue:
        catalogue.store(str(song), found)
    return path


def opened(library: Path, path: Path) -> StoredClip:
    stored = stored_clip(library, path)
    assert stored is not None
    return stored


def test_a_stored_track_is_what_an_analysis_of_its_file_says(library: Path, song: Path, analysis: ClipAnalysis) -> None:
    stored = opened(library, song)
    whole = stored.analysis
    assert stored.follows
    assert stored.n_samples == analysis.picture.peaks.n_samples
    assert (whole.source, whole.harmony.key, whole.notes) == (analysis.source, analysis.harmony.key, analysis.notes)
    for name in ("songs", "bars", "beats"):
        ours, theirs = getattr(whole.tables, name), getattr(analysis.tables, name)
        assert (ours.names, ours.filenames, ours.uuids) == (theirs.names, theirs.filenames, theirs.uuids)
        np.testing.assert_array_equal(ours.values, theirs.values)
    one, other = whole.rhythm.estimate, analysis.rhythm.estimate
    assert (one.confidence, one.is_steady, one.has_bars, one.tracker) == (
        other.confidence, other.is_steady, other.has_bars, other.tracker,
    )  # fmt: skip
    np.testing.assert_array_equal(whole.rhythm.grid.beat_times, analysis.rhythm.grid.beat_times)
    np.testing.assert_array_equal(one.beat_confidence, other.beat_confidence)
    assert [candidate.tempo for candidate in one.candidates] == [candidate.tempo for candidate in other.candidates]
    assert one.activations is not None
    assert other.activations is not None
    np.testing.assert_array_equal(one.activations.beat, other.activations.beat)
    assert whole.loudness is not None
    assert analysis.loudness is not None
    assert whole.loudness.integrated == analysis.loudness.integrated
    np.testing.assert_allclose(whole.loudness.momentary, analysis.loudness.momentary, atol=0.0051)
    np.testing.assert_allclose(whole.loudness.short_term, analysis.loudness.short_term, atol=0.0051)
    assert whole.chords is not None
    assert analysis.chords is not None
    assert whole.chords.labels == analysis.chords.labels
    np.testing.assert_array_equal(whole.chords.times, analysis.chords.times)
    np.testing.assert_array_equal(whole.chords.strengths, analysis.chords.strengths)
    assert whole.sections is not None
    assert analysis.sections is not None
    assert sections_to_facts(whole.sections) == sections_to_facts(analysis.sections)
    assert whole.genre.prediction is not None
    assert analysis.genre.prediction is not None
    assert whole.genre.prediction.classes == analysis.genre.prediction.classes
    np.testing.assert_array_equal(whole.genre.prediction.probabilities, analysis.genre.prediction.probabilities)


def test_the_picture_of_a_stored_track_is_a_little_coarser(library: Path, song: Path, analysis: ClipAnalysis) -> None:
    stored, exact = opened(library, song).analysis.picture, analysis.picture
    assert stored.mel.shape == exact.mel.shape
    assert np.abs(stored.mel.astype(int) - exact.mel).max() <= 8
    assert np.abs(stored.chroma.astype(int) - exact.chroma).max() <= 16
    assert stored.peaks.duration == exact.peaks.duration
    assert stored.peaks.levels[-1].min() <= exact.peaks.levels[-1].min()
    assert stored.peaks.levels[-1].max() >= exact.peaks.levels[-1].max()


def test_the_balance_of_a_stored_track_is_that_of_its_analysis(
    library: Path, song: Path, analysis: ClipAnalysis
) -> None:
    stored, exact = opened(library, song).analysis.picture.balance, analysis.picture.balance
    assert stored is not None and exact is not None
    np.testing.assert_allclose(stored.course, exact.course, atol=0.015)
    assert stored.seconds_per_step == exact.seconds_per_step


def test_a_picture_of_a_version_without_balance_has_none() -> None:
    picture = dataclasses.replace(synthetic_analysis(10.0).picture, balance=None)
    assert unpack_picture(pack_picture(picture)).balance is None


def test_the_picture_of_a_long_piece_takes_no_more_than_that_of_a_short_one() -> None:
    picture = synthetic_analysis(600.0).picture
    again = unpack_picture(pack_picture(picture))
    assert len(again.mel) <= MOST_FRAMES < len(picture.mel)
    assert len(again.mel) * again.seconds_per_frame == pytest.approx(
        len(picture.mel) * picture.seconds_per_frame, abs=again.seconds_per_frame
    )
    assert len(pack_picture(picture)) < MOST_FRAMES * 140


def test_what_was_packed_can_be_said_in_a_few_kilobytes_beside_the_picture(analysis: ClipAnalysis) -> None:
    packed = pack_clip(analysis)
    assert packed.n_bytes - len(packed.picture) < 16_000


def test_beats_that_were_edited_are_shown_and_their_rows_are_said_to_be_missing(
    library: Path, song: Path, found: AnalysedFile
) -> None:
    times = found.grid.beat_times
    history = EditHistory(found.grid, 6.0).added(MoveBeat(float(times[2]), float(times[2]) + 0.06))
    with Catalogue.open(library) as catalogue:
        catalogue.grids.store_edits(found.content_id, history, 0)
    stored = opened(library, song)
    np.testing.assert_array_equal(stored.analysis.rhythm.grid.beat_times, history.grid.beat_times)
    np.testing.assert_array_equal(stored.analysis.rhythm.estimate.grid.beat_times, times)
    assert not stored.follows


def test_a_key_that_a_person_set_stands_before_the_measured_one(library: Path, song: Path) -> None:
    with Catalogue.open(library) as catalogue:
        catalogue.edit(catalogue.find(), "key", "Eb minor")
    harmony = opened(library, song).analysis.harmony
    assert harmony.key_name == harmony.edited == "Eb minor"
    assert harmony.key is not None


def test_another_genre_model_is_told_from_the_one_that_was_asked(library: Path, song: Path, tmp_path: Path) -> None:
    assert opened(library, song).is_judged
    other = stored_clip(library, song, tmp_path / "no model.gsm")
    assert other is not None
    assert not other.is_judged
    prediction = other.analysis.genre.prediction
    assert prediction is not None
    assert prediction.model_digest == identity_of(shipped_model_path())[0]


def test_a_track_of_a_former_version_is_opened_unless_the_model_reads_what_it_lacks(
    library: Path, song: Path, tmp_path: Path
) -> None:
    columns = ("rms_mean", "tempo", "pulse_clarity")
    write_linear_model(tmp_path / "wide.gsm", dataclasses.replace(linear_passport(columns), recipe=RECIPE_2))
    now = stored_clip(library, song, tmp_path / "wide.gsm")
    assert now is not None and now.analysis.genre.windows.has_extended
    with Catalogue.open(library) as catalogue, catalogue.raw_writing() as db:
        (rows,) = db.execute("SELECT rows FROM windows").fetchone()
        db.execute("UPDATE windows SET recipe = ?, rows = ?", (RECIPE, pack(unpack(rows)[:, :60])))
    former = opened(library, song)
    assert not former.analysis.genre.windows.has_extended and former.is_judged
    assert former.analysis.genre.windows.basic.tolist() == now.analysis.genre.windows.basic.tolist()
    assert stored_clip(library, song, tmp_path / "wide.gsm") is None


def test_a_file_that_changed_or_is_gone_is_to_be_analysed(library: Path, song: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.wav"
    shutil.copy2(song, copy)
    assert stored_clip(library, copy) is None  # the library does not know this place
    assert stored_clip(library, tmp_path / "gone.wav") is None
    before = song.stat()
    try:
        os.utime(song, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
        assert stored_clip(library, song) is None
    finally:
        os.utime(song, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE pictures SET recipe = 'other'",
        "UPDATE analyses SET cut = 'fixed'",
        "UPDATE analyses SET recipe = 'other'",
        "UPDATE pictures SET picture = x'00'",
        "UPDATE pictures SET loudness = NULL",
        "UPDATE pictures SET sections = x'00'",
        "UPDATE pictures SET rhythm = substr(rhythm, 1, 40)",
        "UPDATE pictures SET facts = '{}'",
        "UPDATE windows SET rows = x'0102'",
        "DELETE FROM pictures",
    ],
)
def test_what_is_of_another_version_or_damaged_is_to_be_analysed(library: Path, song: Path, damage: str) -> None:
    with Catalogue.open(library) as catalogue, catalogue.raw_writing() as db:
        db.execute(damage)
    assert stored_clip(library, song) is None


def test_without_a_library_there_is_nothing_stored(tmp_path: Path, song: Path) -> None:
    assert stored_clip(tmp_path / "none.sqlite", song) is None
    (tmp_path / "text.sqlite").write_text("This is no library.", encoding="utf-8")
    assert stored_clip(tmp_path / "text.sqlite", song) is None


def test_the_window_stores_the_picture_of_a_track_of_the_library_once(
    library: Path, song: Path, analysis: ClipAnalysis
) -> None:
    with Catalogue.open(library) as catalogue:
        with catalogue.raw_writing() as db:
            db.execute("DELETE FROM pictures")
        pictures, content_id = catalogue.grids.pictures, analysis.source.content_id
        assert not pictures.is_wanted("0" * 32)
        assert pictures.is_wanted(content_id)
        pictures.store(content_id, pack_clip(analysis))
        assert not pictures.is_wanted(content_id)
        assert pictures.total()[0] == 1
    assert opened(library, song).analysis.recipe == RECIPE


def test_the_row_of_a_track_shows_its_loudness(library: Path, analysis: ClipAnalysis) -> None:
    loudness = analysis.loudness
    assert loudness is not None
    with Catalogue.open(library) as catalogue:
        shown = catalogue.values(catalogue.find(), ["lufs", "lra", "true_peak"])[0]
    numbers = (loudness.integrated, loudness.range, loudness.true_peak)
    assert [math.nan if value is None else value for value in shown] == pytest.approx(numbers, nan_ok=True)
