"""The second recipe: known signals show in the numbers that are meant for them, and in no others."""

from dataclasses import replace

import numpy as np
import pytest
import soxr
from numpy.typing import NDArray

from core.features.extended import extended_row
from core.features.extended_columns import EXTENDED
from core.features.recipe import (
    EXTENDED_COLUMNS,
    GENRE_COLUMNS,
    PULSE_BPM,
    RECIPE,
    RECIPE_2,
    RECIPES,
    recipe_of_width,
)
from core.features.tonality import tonal_features
from core.rhythm.tempo import log_mel
from core.spectrum.slices import measure_slices
from core.synthesis import synthesise

SR = 22050
Signal = NDArray[np.float32]


def measured(y: Signal) -> dict[str, float]:
    (tracks,) = measure_slices(y, [(0, len(y))])
    row = extended_row(tracks, log_mel(tracks.frames.mel))
    return dict(zip(EXTENDED_COLUMNS, row.tolist(), strict=True))


def noise(seconds: float, seed: int = 0) -> NDArray[np.float64]:
    return np.random.default_rng(seed).normal(scale=0.1, size=int(SR * seconds))


def clicks(bpm: float, seconds: float = 20.0, seed: int = 1) -> Signal:
    y = np.zeros(int(SR * seconds))
    burst = noise(0.03, seed) * 3 * np.exp(-np.arange(int(0.03 * SR)) / (0.008 * SR))
    for beat in np.arange(0.2, seconds - 0.1, 60 / bpm):
        start = round(beat * SR)
        y[start : start + len(burst)] += burst
    return (y + 1e-3 * noise(seconds)).astype(np.float32)


def chord(semitones: tuple[int, ...], root: float = 220.0, seconds: float = 4.0) -> Signal:
    time = np.arange(int(SR * seconds)) / SR
    pitches = [root * 2 ** (step / 12) for step in semitones]
    tones = sum(np.sin(2 * np.pi * pitch * n * time) / n for pitch in pitches for n in (1, 2, 3))
    return (0.1 * np.asarray(tones)).astype(np.float32)


def cadence(semitones: tuple[int, ...], root: float = 220.0) -> Signal:
    """The chords of the first, fourth and fifth step, all of one kind, as they are in a major or a minor key."""
    return np.concatenate([chord(semitones, root * 2 ** (step / 12), 1.0) for step in (0, 5, 7, 0)])


@pytest.fixture(scope="module")
def music() -> Signal:
    clip = synthesise(seconds=12.0, seed=3)
    return np.ascontiguousarray(soxr.resample(clip.y.mean(axis=1), clip.sr, SR, "HQ"), dtype=np.float32)


def test_the_second_recipe_begins_with_the_columns_of_the_first_and_repeats_none() -> None:
    columns = RECIPES[RECIPE_2]
    assert RECIPES[RECIPE] == GENRE_COLUMNS == columns[:58] and columns[58:] == EXTENDED_COLUMNS
    assert len(set(columns)) == len(columns)
    assert [recipe_of_width(len(names)) for names in RECIPES.values()] == [RECIPE, RECIPE_2]


def test_every_column_has_a_definition() -> None:
    assert tuple(column.name for column in EXTENDED) == EXTENDED_COLUMNS
    assert len({column.definition for column in EXTENDED}) == len(EXTENDED)


@pytest.mark.parametrize(("rate", "part"), [(0.75, 1), (1.5, 2), (3.0, 3), (6.0, 4), (12.0, 5)])
def test_noise_that_is_modulated_shows_in_the_range_of_its_rate(rate: float, part: int) -> None:
    time = np.arange(SR * 12) / SR
    levels = 10 ** (0.6 * np.sin(2 * np.pi * rate * time))
    found = measured((0.1 * noise(12.0) * levels).astype(np.float32))
    for band in (2, 5, 9):
        shares = [found[f"modulation_{band}_{number}"] for number in range(1, 6)]
        assert int(np.argmax(shares)) == part - 1 and max(shares) > 0.4
        assert sum(shares) == pytest.approx(1)


def test_a_deeper_modulation_has_a_greater_depth() -> None:
    time = np.arange(SR * 8) / SR
    depths = []
    for decibels in (3.0, 9.0):
        y = noise(8.0) * 10 ** (decibels / 20 * np.sin(2 * np.pi * 2 * time))
        depths.append(measured((0.1 * y).astype(np.float32))["modulation_6_depth"])
    assert depths[1] > depths[0] + 3


@pytest.mark.parametrize("bpm", [64.0, 90.0, 128.0])
def test_a_steady_pulse_shows_at_its_tempo_and_is_clear(bpm: float) -> None:
    found = measured(clicks(bpm))
    at = max(lowest for lowest in PULSE_BPM if lowest <= bpm)
    assert found[f"pulse_{at}_bpm"] > 0.6 and found["pulse_clarity"] > 0.6
    assert found["onset_rate"] == pytest.approx(bpm / 60, rel=0.1)
    assert found["onset_interval_spread"] < 0.1
    assert found["pulse_double"] > 0.6 > found["pulse_three_halves"]


def test_random_onsets_are_less_clear_and_their_intervals_spread() -> None:
    steady, y = measured(clicks(120.0)), clicks(120.0) * 0
    random = np.random.default_rng(5)
    burst = noise(0.03, 1)
    for start in random.integers(0, len(y) - len(burst), 40):
        y[start : start + len(burst)] += burst
    loose = measured((y + 1e-3 * noise(20.0)).astype(np.float32))
    assert loose["pulse_clarity"] < 0.5 * steady["pulse_clarity"]
    assert loose["onset_interval_spread"] > 0.3 and loose["pulse_entropy"] > steady["pulse_entropy"]


def test_what_starts_in_the_bass_counts_there() -> None:
    time = np.arange(int(0.2 * SR)) / SR
    kick = 0.5 * np.sin(2 * np.pi * 70 * time) * np.hanning(len(time))
    y = 1e-3 * noise(12.0)
    for beat in range(1, 22):
        y[beat * SR // 2 : beat * SR // 2 + len(kick)] += kick
    found = measured(y.astype(np.float32))
    assert found["onset_rate_low"] == pytest.approx(2.0, abs=0.5)
    assert found["pulse_clarity_low"] > found["pulse_clarity_high"] + 0.3


def test_a_transposition_leaves_the_tonality() -> None:
    tonal = [name for name in EXTENDED_COLUMNS if name.startswith(("tonal_", "chroma_"))]
    assert len(tonal) == 28
    y = cadence((0, 4, 7))
    (tracks,) = measure_slices(y, [(0, len(y))])
    here = tonal_features(tracks.frames)
    for semitones in range(1, 12):
        higher = tonal_features(replace(tracks.frames, chroma=np.roll(tracks.frames.chroma, semitones, axis=1)))
        np.testing.assert_allclose([here[name] for name in tonal], [higher[name] for name in tonal], atol=1e-9)
    sounding = measured(cadence((0, 4, 7), root=220.0 * 2 ** (5 / 12)))  # the filters of low tones are wider
    np.testing.assert_allclose([here[name] for name in tonal], [sounding[name] for name in tonal], atol=0.1)


def test_major_and_minor_differ_and_a_cluster_is_less_clear() -> None:
    major, minor = measured(cadence((0, 4, 7))), measured(cadence((0, 3, 7)))
    cluster = measured(cadence((0, 1, 2, 3, 4, 5)))
    assert major["tonal_majorness"] > minor["tonal_majorness"] + 0.05
    assert cluster["tonal_clarity"] < min(major["tonal_clarity"], minor["tonal_clarity"])
    assert cluster["chroma_entropy_mean"] > major["chroma_entropy_mean"]


def test_changing_chords_move_and_a_held_one_does_not() -> None:
    held, changing = measured(chord((0, 4, 7), seconds=6.0)), measured(cadence((0, 4, 7)))
    assert changing["tonal_movement_mean"] > 2 * held["tonal_movement_mean"]
    assert changing["chroma_flux_mean"] > 2 * held["chroma_flux_mean"]


def test_tones_have_more_contrast_than_noise_and_are_less_flat() -> None:
    tone, rough = measured(chord((0, 4, 7))), measured(noise(4.0).astype(np.float32))
    assert tone["contrast_3_mean"] > rough["contrast_3_mean"] + 10
    assert tone["flatness_mean"] < rough["flatness_mean"] - 20


def test_clicks_are_more_percussive_than_a_chord() -> None:
    drums, tone = measured(clicks(120.0, 6.0)), measured(chord((0, 4, 7)))
    assert drums["percussive_share_whole"] > 0.6 > 0.1 > tone["percussive_share_whole"]
    assert drums["level_p10"] < tone["level_p10"] - 10


def test_a_gain_changes_none_of_the_numbers(music: Signal) -> None:
    quiet, loud = measured((0.1 * music).astype(np.float32)), measured(music)
    np.testing.assert_allclose(list(quiet.values()), list(loud.values()), rtol=0.02, atol=0.02)


@pytest.mark.parametrize("n", [1, 2, 100, 511, 512, 513, 1024, 1025, 2048, SR // 2, SR])
@pytest.mark.parametrize("scale", [0.0, 0.1])
def test_silence_and_the_shortest_slices_have_finite_numbers(n: int, scale: float) -> None:
    y = np.random.default_rng(n).normal(scale=scale, size=n).astype(np.float32)
    (tracks,) = measure_slices(y, [(0, n)])
    decibels = log_mel(tracks.frames.mel)
    with np.errstate(divide="raise", invalid="raise", over="raise"):
        found = dict(zip(EXTENDED_COLUMNS, extended_row(tracks, decibels), strict=True))
    assert np.isfinite(list(found.values())).all()
    if not scale:
        unlike_zero = {name for name, value in found.items() if abs(value) > 1e-5}
        assert not unlike_zero, unlike_zero


def test_a_window_has_the_numbers_of_a_clip_of_its_own(music: Signal) -> None:
    windows = [(0, 4 * SR), (2 * SR, 6 * SR), (8 * SR, 12 * SR)]
    for (start, end), tracks in zip(windows, measure_slices(music, windows), strict=True):
        row = extended_row(tracks, log_mel(tracks.frames.mel))
        np.testing.assert_allclose(row, list(measured(music[start:end]).values()), rtol=1e-4, atol=1e-5)


def test_a_piece_taken_in_stretches_has_the_same_numbers(music: Signal, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(measured(music).values())
    for name, frames in (("core.spectrum.slices._BLOCK_FRAMES", 60), ("core.features.pulse._TOGETHER", 1)):
        monkeypatch.setattr(name, frames)
    monkeypatch.setattr("core.features.modulation._TOGETHER", 1)
    np.testing.assert_allclose(list(measured(music).values()), whole, rtol=1e-4, atol=1e-5)
