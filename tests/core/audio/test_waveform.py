"""The pyramid of peaks: every level says what the samples under it say."""

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.audio.clip import WaveformPeaks
from core.audio.waveform import COARSEST_BINS, FINEST_BIN, LEVEL_FACTOR, waveform_peaks

signals = st.one_of(
    arrays(np.float32, st.integers(0, 300), elements=st.floats(-4, 4, width=32)),
    st.builds(
        lambda n, seed: np.random.default_rng(seed).normal(0, 0.4, n).astype(np.float32),
        st.integers(0, 40_000),
        st.integers(0, 99),
    ),
)


def quantised(samples: np.ndarray) -> np.ndarray:
    return np.rint(np.clip(samples, -1, 1) * 32767).astype(np.int16)


@given(signals)
def test_each_bin_holds_the_smallest_and_largest_of_its_samples(y: np.ndarray) -> None:
    peaks = waveform_peaks(y)
    samples = quantised(y)
    for level, size in zip(peaks.levels, peaks.samples_per_bin, strict=True):
        passages = [samples[start : start + size] for start in range(0, len(y), size)]
        assert level.tolist() == [[passage.min(), passage.max()] for passage in passages]


@given(signals)
def test_levels_follow_one_another_until_one_is_short(y: np.ndarray) -> None:
    peaks = waveform_peaks(y)
    sizes = peaks.samples_per_bin
    assert sizes == tuple(FINEST_BIN * LEVEL_FACTOR**index for index in range(len(sizes)))
    assert [len(level) for level in peaks.levels] == [-(-len(y) // size) for size in sizes]
    assert all(len(level) > COARSEST_BINS for level in peaks.levels[:-1])
    assert len(peaks.levels[-1]) <= COARSEST_BINS
    assert all(level.dtype == np.int16 and level.shape[1] == 2 for level in peaks.levels)


@given(signals)
def test_no_minimum_lies_above_its_maximum(y: np.ndarray) -> None:
    assert all((level[:, 0] <= level[:, 1]).all() for level in waveform_peaks(y).levels)


def test_no_samples_give_one_empty_level() -> None:
    peaks = waveform_peaks(np.empty(0, np.float32))
    assert [level.shape for level in peaks.levels] == [(0, 2)]
    assert (peaks.samples_per_bin, peaks.n_samples, peaks.duration) == ((16,), 0, 0.0)


def test_what_lies_outside_full_scale_is_drawn_at_the_edge() -> None:
    peaks = waveform_peaks(np.array([-5.0, 0.0, 1e10], np.float32))
    assert peaks.levels[0].tolist() == [[-32767, 32767]]


def test_a_signal_that_does_not_lie_in_one_piece_gives_the_same_peaks() -> None:
    both = np.random.default_rng(1).normal(0, 0.3, (5000, 2)).astype(np.float32)
    assert_equal_peaks(waveform_peaks(both[:, 0]), waveform_peaks(both[:, 0].copy()))


def assert_equal_peaks(first: WaveformPeaks, second: WaveformPeaks) -> None:
    assert len(first.levels) == len(second.levels)
    for one, other in zip(first.levels, second.levels, strict=True):
        np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize("n_samples", [(1 << 19) - 1, 1 << 19, (1 << 19) + 1, 3 << 19])
def test_blocks_leave_no_seam(n_samples: int) -> None:
    y = np.sin(np.arange(n_samples) * 0.01).astype(np.float32)
    samples = quantised(y[: n_samples // 16 * 16]).reshape(-1, 16)
    finest = waveform_peaks(y).levels[0][: len(samples)]
    np.testing.assert_array_equal(finest, np.stack((samples.min(axis=1), samples.max(axis=1)), axis=1))


def test_two_hours_are_drawn_within_a_second_or_two() -> None:
    y = np.zeros(2 * 3600 * 22050, np.float32)
    start = time.process_time()
    peaks = waveform_peaks(y)
    assert time.process_time() - start < 4.0  # 0.6 s on a laptop; other tests run beside this one
    assert sum(level.nbytes for level in peaks.levels) < 0.1 * y.nbytes
