"""Harmonic and percussive energy along a piece."""

import numpy as np
import pytest

from core.spectrum.balance import STEP_SECONDS, Balance, balance_of
from core.spectrum.slices import measure_slices

SR = 22_050


def measured(y: np.ndarray) -> Balance:
    (slices,) = measure_slices(y.astype(np.float32), [(0, len(y))])
    return balance_of(slices)


def clicks(seconds: float) -> np.ndarray:
    """Bursts of noise of a hundredth of a second, four a second."""
    y, noise = np.zeros(round(seconds * SR)), np.random.default_rng(0).normal(0, 0.3, SR // 100)
    for start in range(0, len(y) - SR, SR // 4):
        y[start : start + len(noise)] = noise
    return y


def tone(seconds: float) -> np.ndarray:
    return 0.3 * np.sin(2 * np.pi * 440 * np.arange(round(seconds * SR)) / SR)


def test_a_tone_is_harmonic_and_clicks_are_percussive() -> None:
    balance = measured(np.concatenate([tone(6.0), clicks(6.0)]))
    assert balance.percussive_share(0.5, 5.0) < 0.02
    assert balance.percussive_share(6.5, 10.5) > 0.9
    tones, bursts = (balance.course[round(at / STEP_SECONDS)] for at in (3.0, 9.0))
    assert tones < 0.02 < 0.9 < bursts


def test_silence_has_no_balance() -> None:
    balance = measured(np.concatenate([tone(5.0), np.zeros(6 * SR)]))
    assert np.isnan(balance.course[round(9.0 / STEP_SECONDS)])
    assert np.isnan(balance.percussive_share(8.0, 10.0))
    assert balance.percussive_share() < 0.05


@pytest.mark.parametrize("n_samples", [1, 400, 600])
def test_a_piece_of_less_than_a_step_is_no_fault(n_samples: int) -> None:
    balance = measured(np.full(n_samples, 0.1))
    assert len(balance.course) == len(balance.harmonic) <= 1
    assert balance.index_at(10.0) is None


def test_its_energy_is_that_of_the_two_waveforms() -> None:
    y = np.concatenate([tone(4.0), clicks(4.0)])
    (slices,) = measure_slices(y.astype(np.float32), [(0, len(y))])
    balance = balance_of(slices)
    steps = 11 * 512
    assert float(balance.harmonic[0]) == pytest.approx(float(slices.harmonic.hop_squares[:11].sum()) / steps, rel=1e-5)
