"""The tables: against plain librosa on music of our own, against the study's rows, and at the edges."""

import csv
from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr
from numpy.typing import NDArray

from core.features.columns import SONG_COLUMNS
from core.features.passages import fixed_passages
from core.features.recipe import GENRE_COLUMNS
from core.features.rows import dynamic_range, genre_row, measure_rows, song_images
from core.reference import librosa_rows
from core.rhythm.tempo import log_mel
from core.spectrum.slices import measure_slices
from core.synthesis import synthesise

NAMES = [column.name for column in SONG_COLUMNS]


@pytest.fixture(scope="module")
def music() -> NDArray[np.float32]:
    clip = synthesise(seconds=9.0, seed=3)
    return np.ascontiguousarray(soxr.resample(clip.y.mean(axis=1), clip.sr, 22050, "HQ"), dtype=np.float32)


def _relative(ours: NDArray[np.float64], theirs: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.abs(ours - theirs) / np.maximum(np.abs(theirs), 1e-12)


def _assert_song(ours: NDArray[np.float64], theirs: NDArray[np.float64], rtol: float, cens: float) -> None:
    wrong = []
    for name, a, b, relative in zip(NAMES, ours, theirs, _relative(ours, theirs), strict=True):
        near_zero = name.startswith("mfcc") and abs(a - b) < 1e-3
        if not (relative <= (cens if "cens" in name else rtol) or near_zero):
            wrong.append((name, a, b))
    assert not wrong, wrong


def test_a_song_has_librosas_numbers(music: NDArray[np.float32]) -> None:
    theirs = librosa_rows.song_row(music)
    (ours,) = measure_rows(music, [(0, len(music))])
    _assert_song(ours, np.array([theirs[name] for name in NAMES]), 1e-5, 1e-3)


def test_each_slice_has_the_numbers_of_a_clip_of_its_own(music: NDArray[np.float32]) -> None:
    bounds = [(0, 40_000), (40_000, 95_000), (95_000, 117_000), (117_001, 128_033)]
    rows = measure_rows(music, bounds)
    for row, (start, end) in zip(rows, bounds, strict=True):
        theirs = librosa_rows.song_row(music[start:end])
        _assert_song(row, np.array([theirs[name] for name in NAMES]), 1e-4, 5e-2)


def test_the_genre_features_are_librosas(music: NDArray[np.float32]) -> None:
    (tracks,) = measure_slices(music, [(0, len(music))])
    theirs = np.array(librosa_rows.genre_row(music))
    ours = genre_row(tracks, log_mel(tracks.frames.mel))
    wrong = [GENRE_COLUMNS[i] for i in np.flatnonzero(_relative(ours, theirs) > 1e-3)]
    assert not [name for name in wrong if not name.startswith("mfcc")]
    np.testing.assert_allclose(ours, theirs, rtol=1e-3, atol=1e-3)


def test_a_piece_taken_in_stretches_has_the_same_numbers(
    music: NDArray[np.float32], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = measure_rows(music, [(0, len(music))])
    monkeypatch.setattr("core.spectrum.slices._BLOCK_FRAMES", 60)
    monkeypatch.setattr("core.spectrum.cqt._STRETCH_FRAMES", 130)
    (tracks,) = measure_slices(music, [(0, len(music))])
    assert tracks.n_frames > 2 * 60
    np.testing.assert_allclose(measure_rows(music, [(0, len(music))]), whole, rtol=2e-6)


@pytest.mark.parametrize("n", [1, 2, 100, 511, 512, 513, 882, 1024, 1025, 1500, 2048])
def test_the_shortest_clips_have_finite_numbers_and_no_tempo(n: int) -> None:
    y = np.random.default_rng(n).normal(scale=0.1, size=n).astype(np.float32)
    (row,) = measure_rows(y, [(0, n)])
    assert np.isnan(row[NAMES.index("tempo")])
    assert np.isfinite(np.delete(row, NAMES.index("tempo"))).all()


def test_silence_has_no_tempo_and_no_made_up_numbers() -> None:
    y = np.zeros(22050 * 4, np.float32)
    (row,) = measure_rows(y, [(0, len(y))])
    values = dict(zip(NAMES, row, strict=True))
    assert np.isnan(values.pop("tempo"))
    assert np.isfinite(list(values.values())).all()
    assert values["rms_mean"] == values["dynamic_range"] == values["spectral_centroid_mean"] == 0
    assert values["HPR"] == 1


def test_the_dynamic_range_is_that_of_a_moving_mean() -> None:
    y = np.random.default_rng(0).normal(size=30_000).astype(np.float32) * np.linspace(0.01, 1, 30_000, dtype=np.float32)
    power = np.convolve(np.square(y, dtype=np.float64), np.ones(4410) / 4410, "same")
    assert dynamic_range(y) == pytest.approx(10 * np.log10(power.max() / power.min()), rel=1e-9)
    short = y[:1000]
    power = np.convolve(np.square(short, dtype=np.float64), np.ones(4410) / 4410, "same")
    assert dynamic_range(short) == pytest.approx(10 * np.log10(power.max() / power.min()), rel=1e-9)


def test_the_pictures_of_a_song_share_one_time_axis(music: NDArray[np.float32]) -> None:
    images = song_images(music)
    assert [image.shape[0] for image in images.values()] == [128, 12, 12, 7, 1]
    assert {image.shape[1] for image in images.values()} == {1 + len(music) // 512}


def _clips(shared_data: Path) -> list[dict[str, str]]:
    with (shared_data / "clips.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def test_the_genre_features_of_the_reference_clips_are_those_of_the_table(shared_data: Path) -> None:
    table = _rows(shared_data / "features.csv")
    for clip in _clips(shared_data):
        y, _ = soundfile.read(shared_data / clip["file"], dtype="float32")
        (tracks,) = measure_slices(y, [(0, len(y))])
        row = table[int(clip["features_row"])]
        theirs = np.array([float(row[name]) for name in GENRE_COLUMNS])
        assert _relative(genre_row(tracks, log_mel(tracks.frames.mel)), theirs).max() < 1e-3, clip["file"]


def test_the_song_table_of_the_reference_clips_is_the_studys(shared_data: Path) -> None:
    for row in _rows(shared_data / "reference" / "songs.csv"):
        y, _ = soundfile.read(shared_data / "clips" / f"{row['filename']}.wav", dtype="float32")
        (ours,) = measure_rows(y, [(0, len(y))])
        _assert_song(ours, np.array([float(row[name]) for name in NAMES]), 1e-5, 1e-2)


def test_the_fixed_grid_of_the_reference_clips_is_the_studys(shared_data: Path) -> None:
    bars = _rows(shared_data / "reference" / "bars.csv")
    tolerance = np.array([_bar_tolerance(name) for name in NAMES])
    n_tempo = 0
    for song in _rows(shared_data / "reference" / "songs.csv"):
        y, _ = soundfile.read(shared_data / "clips" / f"{song['filename']}.wav", dtype="float32")
        rows = measure_rows(y, fixed_passages(float(song["tempo"]), len(y)).bounds)
        theirs = _on_our_scale([bar for bar in bars if bar["filename"] == song["uuid"]])
        assert rows.shape == theirs.shape
        tempo = NAMES.index("tempo")
        n_tempo += int(np.sum(np.abs(rows[:, tempo] - theirs[:, tempo]) < 1e-6))
        difference = np.abs(rows - theirs)
        near = difference <= tolerance * np.abs(theirs)
        near |= np.array([name.startswith("mfcc") for name in NAMES]) & (difference <= 1e-3)
        near[:, tempo] = True
        assert near.all(), [NAMES[i] for i in np.flatnonzero(~near.all(axis=0))]
    assert n_tempo >= 0.97 * len(bars)


def _bar_tolerance(name: str) -> float:
    special = {"chroma_cens": 5e-2, "spectral_flatness": 5e-3, "HPR": 2e-2}
    return next((value for part, value in special.items() if name.startswith(part)), 1e-4)


def _on_our_scale(bars: list[dict[str, str]]) -> NDArray[np.float64]:
    """The study's bars were analysed as 16-bit integers; FEATURES.md says what that did to which column."""
    table = np.array([[float(bar[name]) for name in NAMES] for bar in bars])
    for i, name in enumerate(NAMES):
        if name in ("rms_mean", "rms_std", "harmonic_rms", "percussive_rms"):
            table[:, i] /= 32768
        if name == "mfcc_0_mean":
            table[:, i] -= 20 * np.log10(32768) * np.sqrt(128)
    return table
