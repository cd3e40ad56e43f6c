"""`core.spectrum.moving_median` against SciPy's median filter."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.ndimage import median_filter

from core.spectrum.moving_median import WINDOW, moving_median


@given(n=st.integers(1, 70), m=st.integers(1, 9), seed=st.integers(0, 1000))
@settings(max_examples=60, deadline=None)
def test_every_row_is_the_median_of_its_window(n: int, m: int, seed: int) -> None:
    x = np.random.default_rng(seed).integers(0, 40, (n + WINDOW - 1, m)).astype(np.float32)
    windows = np.lib.stride_tricks.sliding_window_view(x, WINDOW, axis=0)
    np.testing.assert_array_equal(moving_median(x), np.median(windows, axis=2))


@pytest.mark.parametrize("shape", [(500, 1025), (40, 5000)])
def test_a_spectrogram_padded_by_mirroring_gets_what_scipy_gives(shape: tuple[int, int]) -> None:
    x = np.random.default_rng(1).exponential(size=shape).astype(np.float32)
    padded = np.pad(x, ((WINDOW // 2, WINDOW // 2), (0, 0)), mode="symmetric")
    np.testing.assert_array_equal(moving_median(padded), median_filter(x, size=(WINDOW, 1), mode="reflect"))


def test_infinite_values_keep_their_rank() -> None:
    x = np.zeros((WINDOW, 2), np.float32)
    x[:15, 0], x[:16, 1] = np.inf, np.inf
    np.testing.assert_array_equal(moving_median(x), [[0, np.inf]])
