"""The beats of a click track come at the times of its clicks, whatever the file's sampling rate and format."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from core.analysis.measuring import find_beats, measure_first
from core.audio.clip import load_clip
from core.rhythm.net import beat_net
from tests.core.sound_files import convert

SETTLED = 1.0  # seconds; the first beats of a piece are the least certain


def _click_track(path: Path, sr: int) -> NDArray[np.float64]:
    """Write clicks at 119.7 BPM and return their times."""
    starts = np.round((0.37 + np.arange(32) * 60 / 119.7) * sr).astype(int)
    t = np.arange(int(0.05 * sr)) / sr
    click = 0.8 * np.sin(2 * np.pi * 1000 * t) * np.exp(-t / 0.01)
    y = np.zeros(starts[-1] + sr)
    for start in starts:
        y[start : start + len(click)] += click
    soundfile.write(path, y, sr)
    return starts / sr


def _errors(path: Path, clicks: NDArray[np.float64]) -> NDArray[np.float64]:
    if beat_net() is None:
        pytest.skip("the classical tracker, which stands in where there is no beat model, is 14 ms early")
    beats = find_beats(measure_first(load_clip(path))[0]).grid.beat_times
    wanted = clicks[clicks > SETTLED]
    return np.asarray(beats[np.abs(beats[:, np.newaxis] - wanted).argmin(axis=0)] - wanted)


@pytest.mark.parametrize("sr", [8000, 11025, 16000, 22050, 44100, 48000, 96000])
def test_clicks_are_exact_at_every_sampling_rate(sr: int, tmp_path: Path) -> None:
    late = _errors(tmp_path / "a.wav", _click_track(tmp_path / "a.wav", sr))
    assert np.median(np.abs(late)) < 0.002
    assert abs(np.median(late)) < 0.001


@pytest.mark.parametrize("name", ["a.flac", "a.mp3", "a.ogg", "a.opus", "a.m4a"])
def test_clicks_are_exact_in_every_format(name: str, tmp_path: Path) -> None:
    clicks = _click_track(tmp_path / "source.wav", 44100)
    late = _errors(convert(tmp_path / "source.wav", name), clicks)
    assert np.median(np.abs(late)) < 0.002
    assert abs(np.median(late)) < 0.001
