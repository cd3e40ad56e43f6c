"""How a tempo reads: the same digits in the window, the library and on the terminal."""

import math

from core.language import local_number


def tempo_text(tempo: float) -> str:
    """Return a tempo in BPM with one decimal, without its unit; "" where there is none (NaN)."""
    return local_number(tempo, ".1f") if math.isfinite(tempo) else ""
