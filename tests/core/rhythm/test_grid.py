import numpy as np
import pytest

from core.rhythm.grid import tempo_range


def beats(*tempi: float, each: int = 64) -> np.ndarray:
    """Beats of a piece that keeps each tempo for as many of them."""
    return np.cumsum(np.repeat(60.0 / np.array(tempi), each))


def test_a_set_of_several_tempi_has_a_range() -> None:
    assert tempo_range(beats(90.0, 128.0, 174.0)) == pytest.approx((90.0, 174.0), rel=0.01)


@pytest.mark.parametrize("seed", range(5))
def test_a_band_without_a_click_keeps_its_tempo(seed: int) -> None:
    rng = np.random.default_rng(seed)
    drift = 120.0 * (1 + 0.04 * np.sin(np.linspace(0, 6, 400)))
    assert tempo_range(np.cumsum(60.0 / drift + rng.normal(0, 0.02, 400))) is None


def test_a_slip_and_a_short_piece_have_no_range() -> None:
    times = beats(120.0, each=300)
    assert tempo_range(np.delete(times, np.arange(100, 108, 2))) is None
    assert tempo_range(beats(80.0, 160.0, each=10)) is None
    assert tempo_range(np.empty(0)) is None
