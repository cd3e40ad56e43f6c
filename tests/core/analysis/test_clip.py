"""The front door, from a file on disk to everything that the views show."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.analysis import ClipAnalysis, ClipPreview, analyse_clip, judge
from core.errors import AudioError
from core.features.columns import BAR_COLUMNS, BEAT_COLUMNS, SONG_TABLE_COLUMNS
from core.features.recipe import GENRE_COLUMNS, RECIPE
from core.genre.model import load_model
from core.progress import Cancelled
from core.synthesis import synthesise
from models import shipped_model_path


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    clip = synthesise(seconds=12.0, seed=7)
    path = tmp_path_factory.mktemp("clips") / "groove ü.wav"
    soundfile.write(path, clip.y, clip.sr)
    return path


@pytest.fixture(scope="module")
def analysis(file: Path) -> ClipAnalysis:
    return analyse_clip(file)


def test_an_analysis_is_complete(analysis: ClipAnalysis) -> None:
    assert (analysis.tables.songs.columns, len(analysis.tables.songs)) == (SONG_TABLE_COLUMNS, 1)
    assert analysis.tables.bars.columns == BAR_COLUMNS
    assert analysis.tables.beats.columns == BEAT_COLUMNS
    assert len(analysis.tables.beats) == len(analysis.rhythm.grid) > 15
    assert analysis.tables.songs.filenames == ("groove ü",)
    assert analysis.recipe == RECIPE
    assert analysis.genre.prediction is not None
    assert analysis.genre.prediction.probabilities.sum() == pytest.approx(1)
    assert any("12 s" in str(note) for note in analysis.notes)


def test_rows_say_where_they_are(analysis: ClipAnalysis) -> None:
    beats, bars = analysis.tables.beats, analysis.tables.bars
    np.testing.assert_allclose(beats.column("start"), analysis.rhythm.grid.beat_times, atol=1e-4)
    np.testing.assert_allclose(beats.column("end")[:-1], beats.column("start")[1:])
    np.testing.assert_allclose(beats.column("duration"), beats.column("end") - beats.column("start"), atol=1e-9)
    assert bars.column("end")[-1] == pytest.approx(analysis.source.duration)
    assert set(beats.column("position")) == {1, 2, 3, 4}
    assert bars.uuids[1] == f"{analysis.tables.songs.uuids[0]}_1"


def test_pictures_share_the_frames_of_the_song(analysis: ClipAnalysis) -> None:
    n_frames = 1 + round(analysis.source.duration * 22050) // 512
    assert analysis.picture.mel.shape == (n_frames, 128)
    assert analysis.picture.chroma.shape == (n_frames, 12)
    assert analysis.picture.mel.max() == analysis.picture.chroma.max() == 255


def test_the_same_audio_under_another_name_has_the_same_identity(
    file: Path, analysis: ClipAnalysis, tmp_path: Path
) -> None:
    copy = tmp_path / "other.flac"
    y, sr = soundfile.read(file, dtype="int16")
    soundfile.write(copy, y, sr)
    again = analyse_clip(copy)
    assert again.source.content_id == analysis.source.content_id
    assert again.tables.songs.uuids == analysis.tables.songs.uuids
    np.testing.assert_array_equal(again.tables.songs.values, analysis.tables.songs.values)


@pytest.mark.parametrize("cut", ["beats", "fixed"])
def test_the_bar_table_can_be_cut_otherwise(file: Path, analysis: ClipAnalysis, cut: str) -> None:
    other = analyse_clip(file, cut=cut)  # type: ignore[arg-type]
    beats = analysis.tables.beats
    if cut == "beats":
        np.testing.assert_allclose(
            other.tables.bars.values, np.delete(beats.values, beats.names.index("position"), axis=1), rtol=1e-5
        )
    else:
        step = int(60 / analysis.tables.songs.column("tempo")[0] * 4 * 1000) / 1000
        np.testing.assert_allclose(np.diff(other.tables.bars.column("start")), step, atol=1e-4)


def test_the_preview_comes_first_and_progress_rises(file: Path) -> None:
    events: list[tuple[float, str] | ClipPreview] = []
    analyse_clip(
        file,
        report=lambda fraction, text: events.append((fraction, text)),
        on_stage=lambda stage: isinstance(stage, ClipPreview) and events.append(stage),
    )
    fractions = [event[0] for event in events if isinstance(event, tuple)]
    assert fractions == sorted(fractions)
    assert fractions[0] >= 0 and fractions[-1] <= 1
    first = next(event for event in events if isinstance(event, ClipPreview) or event[0] > 0.15)
    assert isinstance(first, ClipPreview)


def test_an_analysis_can_be_cancelled_anywhere(file: Path) -> None:
    for limit in (0.05, 0.3, 0.6):

        def report(fraction: float, text: str, limit: float = limit) -> None:
            if fraction > limit:
                raise Cancelled

        with pytest.raises(Cancelled):
            analyse_clip(file, report=report)


def test_a_longer_piece_is_shown_to_the_model_window_by_window(tmp_path: Path) -> None:
    clip = synthesise(seconds=50.0, seed=5, sr=22050)
    path = tmp_path / "long.wav"
    soundfile.write(path, clip.y, clip.sr)
    genres = analyse_clip(path).genre.prediction
    assert genres is not None
    np.testing.assert_allclose(genres.windows, [[0, 30], [15, 45], [20, 50]], atol=1e-3)
    np.testing.assert_allclose(genres.window_probabilities.mean(axis=0), genres.probabilities, atol=1e-6)


def test_a_model_of_whole_songs_hears_a_longer_piece_at_once(tmp_path: Path) -> None:
    from tests.core.synthetic_genres import linear_passport, write_linear_model

    clip = synthesise(seconds=50.0, seed=5, sr=22050)
    path = tmp_path / "long.wav"
    soundfile.write(path, clip.y, clip.sr)
    write_linear_model(tmp_path / "songs.gsm", replace(linear_passport(), window=240.0))
    analysis = analyse_clip(path, model=tmp_path / "songs.gsm")
    assert analysis.genre.prediction is not None
    np.testing.assert_allclose(analysis.genre.prediction.windows, [[0, 50]], atol=1e-3)
    assert (analysis.genre.windows.basic == analysis.tables.genre_features[0]).all()


def test_silence_has_no_beats_no_key_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "silence.wav"
    soundfile.write(path, np.zeros(22050 * 5), 22050)
    analysis = analyse_clip(path)
    assert len(analysis.tables.beats) == len(analysis.tables.bars) == 0
    assert analysis.harmony.key is None
    assert np.isnan(analysis.tables.songs.column("tempo")[0])
    assert any(note.code == "rhythm.no_beats" for note in analysis.notes)


def test_a_file_that_is_no_audio_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "text.wav"
    path.write_text("this is no sound\n" * 40)
    with pytest.raises(AudioError) as problem:
        analyse_clip(path)
    assert "\n" not in str(problem.value)


def test_a_missing_model_costs_the_genres_only(file: Path, tmp_path: Path) -> None:
    analysis = analyse_clip(file, model=tmp_path / "none.gsm")
    assert analysis.genre.prediction is None
    assert len(analysis.tables.beats)
    assert any(note.code == "model.no_file" for note in analysis.notes)


def test_the_genre_from_audio_is_the_genre_from_the_tables_row(shared_data: Path) -> None:
    model = load_model(shipped_model_path())
    with (shared_data / "features.csv").open(newline="") as table:
        rows = list(csv.DictReader(table))
    with (shared_data / "clips.csv").open(newline="") as clips:
        for clip in csv.DictReader(clips):
            row = np.array([[float(rows[int(clip["features_row"])][name]) for name in GENRE_COLUMNS]])
            expected = model.predict(row, [[0.0, 30.0]], 30.0)
            genres = analyse_clip(shared_data / clip["file"]).genre.prediction
            assert genres is not None
            assert genres.probabilities.argmax() == expected.probabilities.argmax(), clip["file"]
            np.testing.assert_allclose(genres.probabilities, expected.probabilities, atol=0.01)


@pytest.mark.parametrize(("seconds", "scale"), [(5.0, 0.0), (5.0, 1e-6), (0.04, 0.1)])
def test_what_cannot_be_heard_gets_no_genre(tmp_path: Path, seconds: float, scale: float) -> None:
    path = tmp_path / "nothing.wav"
    noise = np.random.default_rng(0).normal(scale=scale, size=int(22050 * seconds))
    soundfile.write(path, noise, 22050, subtype="FLOAT")
    analysis = analyse_clip(path)
    assert analysis.genre.prediction is None
    assert any(str(note).startswith("No prediction") for note in analysis.notes)
    assert np.isfinite(np.delete(analysis.tables.genre_features[0], GENRE_COLUMNS.index("tempo"))).all()


def test_another_model_judges_a_piece_without_hearing_it_again(analysis: ClipAnalysis, tmp_path: Path) -> None:
    from tests.core.synthetic_genres import write_linear_model

    path = tmp_path / "three.gsm"
    write_linear_model(path)
    again = judge(analysis.genre.windows, analysis.source.duration, path)
    fresh = analyse_clip(analysis.source.path, model=path).genre
    assert again.prediction is not None and fresh.prediction is not None
    assert (again.prediction.window_probabilities == fresh.prediction.window_probabilities).all()
    assert again.notes == fresh.notes


def test_a_model_that_cannot_judge_leaves_its_reason_in_the_place_of_what_was_said(
    analysis: ClipAnalysis, tmp_path: Path
) -> None:
    without = replace(analysis, genre=judge(analysis.genre.windows, 30.0, tmp_path / "none.gsm"))
    assert without.genre.prediction is None
    assert str(without.notes[-1]).startswith("There is no model file")
    back = replace(without, genre=judge(without.genre.windows, analysis.source.duration))
    assert back.notes == analysis.notes
