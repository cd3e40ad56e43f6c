"""Numbers of any size as people read them."""

import math
from typing import Final

from core.language import local_number, tr

GROUPED: Final = 1e4
"""From here on whole numbers with their thousands apart say enough."""

HUGE: Final = 1e12


def number_text(value: float) -> str:
    """Return a number with four significant digits, or all digits before its point; "" if it is not finite."""
    if not math.isfinite(value):
        return ""
    is_whole = value == round(value) or abs(value) >= GROUPED
    return local_number(value, ",.0f") if is_whole and abs(value) < HUGE else local_number(value, ".4g")


def duration_text(seconds: float) -> str:
    """Return a computing time as text, in milliseconds below one second."""
    return tr("{seconds:,.1f} s", seconds=seconds) if seconds >= 1 else tr("{seconds:.0f} ms", seconds=1000 * seconds)
