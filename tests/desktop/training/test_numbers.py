import math

import pytest

from desktop.training.numbers import duration_text, number_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (661500.0, "661,500"), (1646123.4, "1,646,123"), (-12345.6, "-12,346"), (2098.123, "2098"),
        (0.083291, "0.08329"), (0.0, "0"), (3.0, "3"), (1e-7, "1e-07"), (3e15, "3e+15"), (math.nan, ""), (math.inf, ""),
    ],
)  # fmt: skip
def test_numbers_show_four_digits_or_all_before_the_point(value: float, text: str) -> None:
    assert number_text(value) == text


def test_short_times_are_in_milliseconds() -> None:
    assert [duration_text(one) for one in (0.0042, 0.97, 1.04, 1234.5)] == ["4 ms", "970 ms", "1.0 s", "1,234.5 s"]
