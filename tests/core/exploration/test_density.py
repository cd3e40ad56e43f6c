import numpy as np
import pytest
from scipy import stats

from core.exploration.density import density, histogram, shared_axis


@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e6])
def test_a_density_is_the_sum_of_its_kernels_and_integrates_to_one(scale: float) -> None:
    numbers = scale * np.random.default_rng(2).gamma(3, 2, 500)
    x = scale * np.linspace(-5, 40, 400)
    found = density(numbers, x)
    assert found is not None
    assert np.trapezoid(found.y, x) == pytest.approx(1.0, abs=0.01)
    spread = min(numbers.std(ddof=1), np.subtract(*np.percentile(numbers, (75, 25))) / 1.349)
    width = 0.9 * spread * 500**-0.2
    kernels = np.exp(-0.5 * ((x[:, None] - numbers) / width) ** 2) / (width * np.sqrt(2 * np.pi))
    np.testing.assert_allclose(found.y, kernels.mean(axis=1), rtol=1e-10, atol=1e-12 / scale)


def test_many_numbers_give_the_curve_of_all_of_them() -> None:
    numbers = np.random.default_rng(3).normal(0, 1, 50_000)
    x = shared_axis([numbers])
    found = density(numbers, x)
    assert found is not None
    assert np.abs(found.y - stats.norm.pdf(x)).max() < 0.03


@pytest.mark.parametrize("numbers", [[], [1.0], [2.0, 2.0, 2.0]])
def test_what_has_no_spread_has_no_density(numbers: list[float]) -> None:
    assert density(np.array(numbers), np.linspace(0, 3, 10)) is None


def test_an_axis_holds_all_groups_with_room_and_forgives_an_outlier() -> None:
    x = shared_axis([np.linspace(0, 1, 1000), np.linspace(2, 3, 1000)])
    assert x[0] < 0.05
    assert x[-1] > 2.95
    assert shared_axis([np.append(np.linspace(0, 1, 1000), 1e9)])[-1] < 10
    assert len(shared_axis([np.empty(0)])) == 0
    assert len(shared_axis([np.full(5, 7.0)])) > 0


@pytest.mark.parametrize("numbers", [np.empty(0), np.full(4, 2.0), np.random.default_rng(0).standard_cauchy(3000)])
def test_a_histogram_counts_every_number_once(numbers: np.ndarray) -> None:
    edges, counts = histogram(numbers)
    assert counts.sum() == len(numbers)
    assert len(counts) <= 60
    assert len(edges) == (len(counts) + 1 if len(numbers) else 0)
