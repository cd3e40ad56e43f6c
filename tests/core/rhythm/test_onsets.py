"""Onsets at known times, through every sampling rate and format, and none where nothing begins."""

import tracemalloc
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR, load_clip
from core.rhythm.onsets import find_onsets
from tests.core.sound_files import convert

TIMES = 0.4 + np.cumsum(np.random.default_rng(3).uniform(0.15, 0.6, 20))


def _sound(kind: str, sr: int) -> NDArray[np.float64]:
    """A click of one sample, a drum, or a plucked string (a burst of noise that runs round a delay line)."""
    t = np.arange(int(0.12 * sr)) / sr
    if kind == "click":
        return np.array([0.8])
    if kind == "drum":
        skin, stick = (
            np.sin(2 * np.pi * 180 * t) * np.exp(-t / 0.015),
            np.sin(2 * np.pi * 3000 * t) * np.exp(-t / 0.004),
        )
        return np.asarray(0.6 * skin + 0.3 * stick)
    period = sr // 220
    string = np.random.default_rng(8).uniform(-0.5, 0.5, len(t))
    for i in range(period, len(t)):
        string[i] = 0.49 * (string[i - period] + string[max(0, i - period - 1)])
    return np.asarray(string * np.exp(-t / 0.015))


def _write(path: Path, kind: str, sr: int) -> NDArray[np.float64]:
    """A file with a sound at `TIMES`, as exactly as its samples allow; returns when they begin."""
    y = np.zeros(int(sr * (TIMES[-1] + 0.5)))
    starts = np.round(TIMES * sr).astype(int)
    one = _sound(kind, sr)
    for start in starts:
        y[start : start + len(one)] += one
    soundfile.write(path, y, sr)
    return starts / sr


def _errors(path: Path, starts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Seconds by which the nearest onset is late."""
    times, _ = find_onsets(load_clip(path).y)
    return np.asarray(times[np.abs(times[:, np.newaxis] - starts).argmin(axis=0)] - starts)


@pytest.mark.parametrize("kind", ["click", "drum", "pluck"])
@pytest.mark.parametrize("sr", [8000, 11025, 16000, 22050, 44100, 48000, 96000])
def test_onsets_are_exact_at_every_sampling_rate(kind: str, sr: int, tmp_path: Path) -> None:
    late = _errors(tmp_path / "a.wav", _write(tmp_path / "a.wav", kind, sr))
    assert np.abs(late).max() < 0.0015
    assert abs(np.median(late)) < 0.0006


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.flac", ()),
        ("a.mp3", ("-b:a", "128k")),
        ("low.mp3", ("-ar", "22050", "-b:a", "48k")),
        ("a.ogg", ("-c:a", "libvorbis")),
        ("a.opus", ("-c:a", "libopus")),
        ("a.webm", ("-c:a", "libopus")),
        ("a.m4a", ("-c:a", "aac")),
        ("a.mov", ("-c:a", "aac")),
        ("a.aiff", ()),
        ("a.wv", ()),
    ],
)
def test_no_format_shifts_onsets(name: str, options: tuple[str, ...], tmp_path: Path) -> None:
    starts = _write(tmp_path / "source.wav", "pluck", 44100)
    late = _errors(convert(tmp_path / "source.wav", name, *options), starts)
    assert abs(np.median(late)) < 0.0006
    assert np.quantile(np.abs(late), 0.9) < 0.002


@pytest.mark.parametrize(
    "y",
    [
        np.zeros(0, np.float32),
        np.zeros(50_000, np.float32),
    ],
)
def test_silence_has_no_onsets(y: NDArray[np.float32]) -> None:
    times, strengths = find_onsets(y)
    assert len(times) == len(strengths) == 0


def test_a_held_tone_and_held_noise_begin_once() -> None:
    t = np.arange(ANALYSIS_SR * 6) / ANALYSIS_SR
    tone = 0.5 * np.sin(2 * np.pi * 330 * t)
    noise = 0.1 * np.random.default_rng(1).standard_normal(len(t))
    for sound in (tone, noise):
        y = np.concatenate([np.zeros(ANALYSIS_SR), sound]).astype(np.float32)
        times, strengths = find_onsets(y)
        assert times[0] == pytest.approx(1.0, abs=0.002)
        assert (strengths[1:] < 0.2).all()


def test_a_sound_at_the_first_sample_is_an_onset_at_0_seconds() -> None:
    y = np.zeros(ANALYSIS_SR, np.float32)
    y[: len(_sound("drum", ANALYSIS_SR))] = _sound("drum", ANALYSIS_SR)
    times, _ = find_onsets(y)
    assert times[0] == pytest.approx(0.0, abs=0.001)


@pytest.mark.parametrize("n_samples", [1, 5, 100, 257, 1000])
def test_pieces_shorter_than_a_window_are_no_trouble(n_samples: int) -> None:
    times, strengths = find_onsets(np.full(n_samples, 0.5, np.float32))
    assert len(times) == len(strengths) <= 2


def test_loudness_does_not_matter() -> None:
    rng = np.random.default_rng(2)
    y = np.zeros(ANALYSIS_SR * 5, np.float32)
    for start in (20_000, 45_000, 61_000, 90_000):
        y[start : start + 2000] += (rng.standard_normal(2000) * np.exp(-np.arange(2000) / 400)).astype(np.float32)
    loud, _ = find_onsets(y)
    quiet, _ = find_onsets(y * np.float32(0.001))
    np.testing.assert_array_equal(loud, quiet)
    assert len(loud) == 4


def test_long_pieces_are_exact_from_block_to_block() -> None:
    starts = np.arange(11_025, ANALYSIS_SR * 90, 5_513)
    y = np.zeros(ANALYSIS_SR * 91, np.float32)
    one = _sound("drum", ANALYSIS_SR).astype(np.float32)
    for start in starts:
        y[start : start + len(one)] += one
    times, strengths = find_onsets(y)
    assert len(times) == len(starts)
    assert np.abs(times - starts / ANALYSIS_SR).max() < 0.001
    assert strengths.min() > 0.8


def test_times_rise_and_strengths_are_shares_of_the_strongest() -> None:
    y = (0.1 * np.random.default_rng(4).standard_normal(ANALYSIS_SR * 20)).astype(np.float32)
    y *= np.repeat(np.random.default_rng(5).uniform(0, 1, 200), len(y) // 200).astype(np.float32)
    times, strengths = find_onsets(y)
    assert len(times) > 20
    assert np.diff(times).min() > 0.01
    assert 0 < strengths.min() < strengths.max() == 1


def test_memory_does_not_grow_with_the_piece() -> None:
    y = np.tile(np.random.default_rng(6).standard_normal(ANALYSIS_SR * 2).astype(np.float32), 300)
    tracemalloc.start()
    find_onsets(y)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 40e6  # ten minutes are 53 MB
