"""The analysis signal does not depend on how the sound is cut into blocks."""

import numpy as np
import pytest
import soxr
from hypothesis import given, settings
from hypothesis import strategies as st

from core.audio.clip import ANALYSIS_SR
from core.audio.decoding.analysis_signal import SignalBuilder
from core.errors import TooLongError
from tests.core.sound_files import music


def in_blocks(samples: np.ndarray, sr: int, cuts: list[int]) -> np.ndarray:
    builder = SignalBuilder()
    for block in np.split(samples, sorted(cuts)):
        builder.add(block, sr)
    assert builder.n_frames == len(samples)
    return builder.finish()


@settings(max_examples=40)
@given(st.lists(st.integers(0, 44100), max_size=12), st.sampled_from([8000, 22050, 44100, 48000, 12345]), st.data())
def test_blocks_of_any_size_give_the_same_bits(cuts: list[int], sr: int, data: st.DataObject) -> None:
    samples = music(sr, data.draw(st.integers(1, 3)), 1.0)
    whole = in_blocks(samples, sr, [])
    np.testing.assert_array_equal(in_blocks(samples, sr, cuts), whole)
    assert len(whole) == np.ceil(len(samples) * (ANALYSIS_SR / sr))


def test_resampling_is_soxr_hq_in_one_go() -> None:
    samples = music(48000, 1, 3.0)
    expected = soxr.resample(samples[:, 0], 48000, ANALYSIS_SR, "HQ")
    np.testing.assert_array_equal(in_blocks(samples, 48000, [777, 100_000]), expected)


def test_a_signal_longer_than_a_slab_is_joined_without_a_seam() -> None:
    block = np.arange(1 << 20, dtype=np.float32).reshape(-1, 1) / (1 << 20)
    builder = SignalBuilder()
    for _ in range(18):
        builder.add(block, ANALYSIS_SR)
    np.testing.assert_array_equal(builder.finish(), np.tile(block[:, 0], 18))


def test_the_sampling_rate_may_change_on_the_way() -> None:
    builder = SignalBuilder()
    first, second = music(44100, 2, 1.0), music(48000, 1, 1.0)
    builder.add(first, 44100)
    builder.add(second, 48000)
    joined = builder.finish()
    np.testing.assert_array_equal(joined, np.concatenate([in_blocks(first, 44100, []), in_blocks(second, 48000, [])]))
    assert builder.seconds == 2.0


def test_nothing_gives_an_empty_signal() -> None:
    assert SignalBuilder().finish().shape == (0,)
    assert in_blocks(np.empty((0, 2), np.float32), 44100, []).shape == (0,)


def test_more_than_the_longest_recording_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.audio.decoding.analysis_signal.LONGEST_SECONDS", 2)
    builder = SignalBuilder()
    builder.add(music(44100, 1, 1.5), 44100)
    with pytest.raises(TooLongError):
        builder.add(music(44100, 1, 1.0), 44100)


def test_the_peak_is_that_of_the_loudest_channel() -> None:
    builder = SignalBuilder()
    builder.add(np.array([[0.1, -3.0], [0.5, 0.0]], np.float32), 44100)
    builder.add(np.array([[np.nan, 1.0]], np.float32), 44100)
    assert (builder.peak, builder.n_not_finite) == (3.0, 1)
