"""Beats and downbeats on music whose beats are known, and where there are none."""

from pathlib import Path

import mir_eval
import numpy as np
import pytest
import soxr
from numpy.typing import NDArray

from core.audio.clip import load_clip
from core.rhythm.classical import track_beats
from core.rhythm.downbeats import find_downbeats
from core.rhythm.grid import FRAME_RATE, BeatGrid, tempo_of
from core.rhythm.tempo import log_mel, onset_strength
from core.spectrum.slices import measure_slices
from core.synthesis import SyntheticClip, synthesise


def _grid(y: NDArray[np.float32]) -> BeatGrid:
    (tracks,) = measure_slices(y, [(0, len(y))])
    decibels = log_mel(tracks.frames.mel)
    beat_times = track_beats(onset_strength(decibels), tracks.frames.rms)
    return find_downbeats(beat_times, decibels, tracks.frames.chroma)


def _mono(clip: SyntheticClip) -> NDArray[np.float32]:
    return np.ascontiguousarray(soxr.resample(clip.y.mean(axis=1), clip.sr, 22050, "HQ"), dtype=np.float32)


@pytest.mark.parametrize(("tempo", "meter", "seed"), [(112.0, 4, 7), (97.0, 4, 3), (140.0, 4, 5), (110.0, 3, 7)])
def test_beats_and_downbeats_of_synthesised_music_are_found(tempo: float, meter: int, seed: int) -> None:
    clip = synthesise(seconds=24.0, tempo=tempo, meter=meter, seed=seed)
    grid = _grid(_mono(clip))
    assert mir_eval.beat.f_measure(clip.beat_times, grid.beat_times, f_measure_threshold=0.05) > 0.95
    assert mir_eval.beat.f_measure(clip.downbeat_times, grid.downbeat_times, f_measure_threshold=0.05) > 0.9
    assert grid.tempo == pytest.approx(tempo, rel=0.01)
    assert grid.beats_per_bar == meter


def test_beats_follow_a_tempo_that_changes() -> None:
    slow, fast = (synthesise(seconds=16.0, tempo=tempo, seed=4) for tempo in (92.0, 126.0))
    y = np.concatenate([_mono(slow), _mono(fast)])
    truth = np.concatenate([slow.beat_times, len(_mono(slow)) / 22050 + fast.beat_times])
    assert mir_eval.beat.f_measure(truth, _grid(y).beat_times, f_measure_threshold=0.07) > 0.8


def test_beats_start_and_end_with_the_music() -> None:
    clip = _mono(synthesise(seconds=12.0, seed=7))
    silence = np.zeros(5 * 22050, np.float32)
    times = _grid(np.concatenate([silence, clip, silence])).beat_times
    assert times[0] > 4.9
    assert times[-1] < 17.5


@pytest.mark.parametrize(
    "y",
    [
        np.zeros(22050 * 10, np.float32),
        np.full(22050 * 5, 0.3, np.float32),
        np.sin(np.arange(22050 * 10) * 0.1).astype(np.float32),
        np.random.default_rng(0).normal(scale=0.1, size=22050).astype(np.float32),
    ],
    ids=["silence", "constant", "tone", "one second"],
)
def test_no_beats_are_made_up(y: NDArray[np.float32]) -> None:
    grid = _grid(y)
    assert len(grid) == 0
    assert np.isnan(grid.tempo)


def test_bars_are_numbered_from_the_first_downbeat() -> None:
    grid = BeatGrid(np.arange(6.0), np.array([4, 1, 2, 3, 4, 1]), 60.0, 4)
    assert grid.bar_numbers.tolist() == [0, 1, 1, 1, 1, 2]
    assert grid.downbeat_times.tolist() == [1.0, 5.0]


def test_the_tempo_of_beats_survives_a_missed_one() -> None:
    beats = np.delete(np.arange(0, 20, 0.5), 7)
    assert tempo_of(beats) == pytest.approx(120)
    assert np.isnan(tempo_of(beats[:1]))


def test_beats_of_the_reference_clips_agree_with_the_annotations_more_than_librosas(shared_data: Path) -> None:
    """Librosa's tracker reaches a mean F-measure of 0.75 on these thirteen clips; the bound leaves room."""
    scores = []
    for path in sorted((shared_data / "clips").glob("*.wav")):
        annotated = np.loadtxt(shared_data / "beats" / f"{path.stem}.beats", ndmin=2)[:, 0]
        scores.append(mir_eval.beat.f_measure(annotated, _grid(load_clip(path).y).beat_times))
    assert np.mean(scores) > 0.8


def test_beats_are_rising_and_inside_the_piece() -> None:
    y = np.random.default_rng(3).normal(size=20 * 22050).astype(np.float32) * 0.1
    times = _grid(y).beat_times
    assert (np.diff(times) > 0).all()
    assert times[0] >= 0
    assert times[-1] <= len(y) / 22050 + 1 / FRAME_RATE
