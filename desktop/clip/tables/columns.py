"""How feature columns are grouped, headed, found by name and shown at first, and how their numbers read."""

import math
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.features.table import Column
from core.language import local_number, tr
from core.rhythm.tempo_text import tempo_text
from desktop.widgets import column_text

LEADING: Final = ("section", "bar", "position", "start", "end")
"""What says which passage a row is; shown first, never shaded."""

CHORD: Final = "chord"
"""The column whose texts are labels of chords, shown as musicians write them."""

CLOCKED: Final = ("start", "end")
"""Times that read as minutes and seconds, under headings without a unit."""

GROUPS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (tr("Passage"), ("section", "bar", "position", "start", "end", "duration")),
    (tr("Rhythm"), ("bpm", "tempo")),
    (tr("Loudness"), ("lufs", "dynamic_range", "rms_", "harmonic_rms", "percussive_rms", "HPR")),
    (tr("Spectrum"), ("zero_crossing_rate", "spectral_")),
    (tr("Tonality"), (CHORD, "chroma_")),
    ("MFCC", ("mfcc_",)),
)
"""Headings of the column chooser, and the beginnings of the names that stand under each."""

SHOWN_AT_FIRST: Final = frozenset(
    [
        *LEADING,
        *("lufs", "lufs_difference", CHORD),
        *("bpm", "rms_mean", "dynamic_range", "HPR", "zero_crossing_rate"),
        *("spectral_centroid_mean", "spectral_rolloff_mean", "spectral_flatness_mean", "spectral_contrast_mean"),
        *("chroma_stft_mean", "mfcc_0_mean", "mfcc_1_mean"),
    ]
)
"""The columns of the bar and beat tables that are seen before anybody chooses: one for each thing one can hear."""

MINUS: Final = "\N{MINUS SIGN}"
SIGNIFICANT_DIGITS: Final = 4
MOST_DECIMALS: Final = 6


def group_of(name: str) -> str:
    """Return the heading of a column; "Other" for an unknown name."""
    for group, beginnings in GROUPS:
        if name.startswith(beginnings):
            return group
    return tr("Other")


def grouped(columns: Sequence[Column]) -> list[tuple[str, list[Column]]]:
    """Group columns under their headings, in the order of `GROUPS`; headings without columns are left out."""
    members: dict[str, list[Column]] = {group: [] for group in (*(group for group, _ in GROUPS), tr("Other"))}
    for column in columns:
        members[group_of(column.name)].append(column)
    return [(group, found) for group, found in members.items() if found]


def leading_first(columns: Sequence[Column]) -> list[int]:
    """Return the places of the columns in the order of a grid: passage, tempi, then as they come."""
    first = [*LEADING, "lufs", "lufs_difference", CHORD, "chord_strength", "bpm", "tempo"]
    places = {column.name: place for place, column in enumerate(columns)}
    leading = [places[name] for name in first if name in places]
    return leading + [place for place in range(len(columns)) if place not in leading]


def tempi_together(columns: Sequence[Column]) -> list[int]:
    """Return the places of the columns as they come, but the tempo of the beats before that of the onsets."""
    places = list(range(len(columns)))
    names = [column.name for column in columns]
    if "bpm" in names and "tempo" in names:
        places.remove(names.index("bpm"))
        places.insert(places.index(names.index("tempo")), names.index("bpm"))
    return places


def matches(column: Column, text: str) -> bool:
    """Return whether every word of `text` occurs in the column's name, caption, unit or group, in any case."""
    return column_text.matches(column, group_of(column.name), text)


def heading(column: Column) -> str:
    """Two lines: the name, and below it the statistic and the unit, so that columns stay narrow."""
    stem, _, statistic = column.name.rpartition("_")
    if statistic not in ("mean", "std"):
        stem, statistic = column.caption, ""
    unit = "" if column.unit == stem or column.name in CLOCKED else column.unit
    return f"{stem}\n{' · '.join(part for part in (statistic, unit) if part)}"


def clock(seconds: float) -> str:
    """Return a time as 0:12.34, or 1:02:03.45 from an hour on."""
    hundredths = round(abs(seconds) * 100)
    minutes, hundredths = divmod(hundredths, 6000)
    hours, minutes = divmod(minutes, 60)
    text = local_number(hundredths / 100, "05.2f")
    text = f"{hours}:{minutes:02d}:{text}" if hours else f"{minutes}:{text}"
    return MINUS + text if seconds < 0 else text


def number_format(column: Column, values: NDArray[np.float64]) -> Callable[[float], str]:
    """How the numbers of a column read: all with the same decimals, chosen by their typical size.

    NaN reads as an empty text.
    """
    if column.unit == "s" and column.name in CLOCKED:
        return _or_empty(clock)
    if column.unit in ("LUFS", "LU"):
        return _or_empty(lambda value: _with_minus(local_number(value, ".1f")))
    if column.unit == "BPM":
        return _or_empty(tempo_text)
    finite = np.abs(values[np.isfinite(values)])
    if column.unit == "" and column.name in LEADING and np.all(finite == np.rint(finite)):
        return _or_empty(lambda value: f"{value:.0f}")
    typical = float(np.median(finite[finite > 0])) if np.any(finite > 0) else 1.0
    decimals = SIGNIFICANT_DIGITS - 1 - math.floor(math.log10(typical))
    if decimals > MOST_DECIMALS + 1:
        return _or_empty(lambda value: _with_minus(local_number(value, ".2e")) if value else "0")
    decimals = min(max(decimals, 0), MOST_DECIMALS)
    return _or_empty(lambda value: _with_minus(local_number(value, f".{decimals}f")))


def _or_empty(text_of: Callable[[float], str]) -> Callable[[float], str]:
    def text(value: float) -> str:
        if math.isfinite(value):
            return text_of(value)
        return "" if math.isnan(value) else ("∞" if value > 0 else MINUS + "∞")

    return text


def _with_minus(text: str) -> str:
    return text.replace("-", MINUS)
