"""Running a net on spectra, and what comes of it with the decoding behind."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.model_file.container import write_model_file
from core.rhythm.model import save_beat_model
from core.rhythm.net import BeatNet, beat_net
from core.rhythm.tempo import log_mel
from core.rhythm.tracking import decode
from core.spectrum.slices import measure_slices
from tests.core.rhythm.nets import rise_model, rise_net


def _decibels(y: NDArray[np.float32]) -> NDArray[np.float32]:
    (tracks,) = measure_slices(y, [(0, len(y))])
    return log_mel(tracks.frames.mel)


def _clicks(times: NDArray[np.float64], duration: float) -> NDArray[np.float32]:
    y = np.zeros(int(duration * 22050), np.float32)
    burst = np.random.default_rng(0).normal(size=400) * np.exp(-np.arange(400) / 60)
    for time in times:
        start = round(time * 22050)
        y[start : start + 400] += 0.3 * burst[: len(y) - start]
    return y


def test_clicks_are_found_to_two_milliseconds_without_bias() -> None:
    times = 0.5 + 0.4871 * np.arange(58)
    y = _clicks(times, 29.5)
    grid = decode(BeatNet(rise_net()).listen(_decibels(y), y)).grid
    errors = grid.beat_times[np.abs(grid.beat_times[:, np.newaxis] - times).argmin(axis=0)] - times
    assert np.median(np.abs(errors)) < 0.002
    assert abs(np.median(errors)) < 0.0015


def test_a_long_piece_is_heard_as_its_parts_are() -> None:
    times = 0.5 + 0.5 * np.arange(560)
    y = _clicks(times, 281.0)
    decibels = _decibels(y)
    told: list[float] = []
    whole = BeatNet(rise_net()).listen(decibels, y, lambda fraction, _: told.append(fraction))
    assert told == sorted(told) and len(told) >= 6
    assert len(whole.beat) == len(whole.downbeat) == len(decibels)
    frames = np.rint(times * whole.frame_rate).astype(int)
    assert whole.beat[frames].min() > 3 * np.median(whole.beat)
    assert whole.duration == pytest.approx(281.0)


@pytest.mark.parametrize("y", [np.zeros(5 * 22050, np.float32), np.full(5 * 22050, 0.2, np.float32)])
def test_where_nothing_begins_nothing_is_heard(y: NDArray[np.float32]) -> None:
    activations = BeatNet(rise_net()).listen(_decibels(y), y)
    assert not activations.beat.any()
    assert len(decode(activations).grid) == 0


def test_a_model_file_gives_a_net_and_anything_else_none(tmp_path: Path) -> None:
    sound, broken = tmp_path / "beats.gsm", tmp_path / "broken.gsm"
    save_beat_model(sound, rise_model())
    write_model_file(broken, rise_model().passport.to_json(), b"no graph")
    assert isinstance(beat_net(sound), BeatNet)
    assert beat_net(sound) is beat_net(sound)
    assert beat_net(broken) is None
    assert beat_net(tmp_path / "absent.gsm") is None
