"""Times, bars, frequencies and pitches as text, as the ruler and the readout show them."""

import math

import numpy as np

from core.language import tr
from core.rhythm.grid import BeatGrid

PITCH_CLASSES = ("C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B")


def format_time(seconds: float, decimals: int = 0) -> str:
    """Minutes and seconds, hours only where there are some: "0:07", "3:05.25", "1:02:03"."""
    ticks = round(seconds * 10**decimals)
    whole, fraction = divmod(ticks, 10**decimals)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    text = f"{hours}:{minute:02d}:{second:02d}" if hours else f"{minute}:{second:02d}"
    return f"{text}.{fraction:0{decimals}d}" if decimals else text


def format_span(seconds: float) -> str:
    """Return a length of time as text: "850 ms", "4.20 s", "1:15.0"."""
    if seconds < 1:
        return tr("{seconds:.0f} ms", seconds=seconds * 1000)
    return tr("{seconds:.2f} s", seconds=seconds) if seconds < 60 else format_time(seconds, 1)


def bar_and_beat(beat_grid: BeatGrid, seconds: float) -> str:
    """Return bar and beat at a time, "12.3"; "" before the first beat and where there are no beats."""
    index = int(np.searchsorted(beat_grid.beat_times, seconds, side="right")) - 1
    if index < 0:
        return ""
    bar, beat = int(beat_grid.bar_numbers[index]), int(beat_grid.positions[index])
    return f"{bar}.{beat}" if bar > 0 else "pick-up"


def format_frequency(hertz: float) -> str:
    """Return a frequency with two or three digits: "62 Hz", "440 Hz", "1.25 kHz", "11.0 kHz"."""
    if hertz < 999.5:
        return tr("{hertz:.0f} Hz", hertz=hertz)
    return tr("{hertz:.2f} kHz", hertz=hertz / 1000) if hertz < 9995 else tr("{hertz:.1f} kHz", hertz=hertz / 1000)


def nearest_pitch(hertz: float) -> str:
    """Return the equal-tempered note nearest to a frequency, "A4" for 440 Hz; "" below 16 Hz, where notes end."""
    if hertz < 16:
        return ""
    midi = round(69 + 12 * math.log2(hertz / 440))
    return f"{PITCH_CLASSES[midi % 12]}{midi // 12 - 1}"
