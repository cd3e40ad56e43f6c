"""Columns that say the same kind of thing, to be weighed together.

MFCCs, or centroid and rolloff, are correlated: shuffled one by one each looks unimportant, since the others stand in
for it. Together they show what they are worth.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.language import tr

KINDS: tuple[tuple[str, str], ...] = (
    ("Loudness", r"rms_.*|dynamic_range|level_.*"),
    ("Brightness", r"(spectral_(centroid|bandwidth|rolloff)|rolloff|zero_crossing_rate)(_.*)?"),
    ("Brightness", r"(centroid|bandwidth|crossings)_(p10|p90|delta_std)"),
    ("Contrast and noisiness", r"spectral_(contrast|flatness)_.*|contrast_\d_.*|flatness_.*"),
    ("Harmony (chroma)", r"(chroma|tonal)_.*"),
    ("DC offset", r"(harmony|perceptr)_mean"),
    ("Harmonic part", r"harmony_.*|harmonic_(rms|peak)"),
    ("Percussive part", r"perceptr_.*|percussive_(rms|peak|share_.*)|HPR"),
    ("Modulation", r"modulation_.*"),
    ("Pulse and onsets", r"(pulse|onset)_.*"),
    ("Tempo", r"tempo|bpm"),
    ("Length", r"length|duration"),
)
_MFCC = re.compile(r"mfcc_?(\d+)_(mean|var|std|p10|p90|delta_std)")
MFCC_KINDS = ((2, "Timbre, broad (first MFCCs)"), (13, "Timbre (middle MFCCs)"), (99, "Timbre, fine (high MFCCs)"))


@dataclass(frozen=True)
class ColumnGroup:
    """A name for people, and the numbers of its columns."""

    name: str
    places: tuple[int, ...]
    columns: tuple[str, ...]


def column_groups(columns: Sequence[str]) -> tuple[ColumnGroup, ...]:
    """Group columns by kind, in the order of the first of each; a column of no known kind is a group of its own."""
    places: dict[str, list[int]] = {}
    for place, column in enumerate(columns):
        places.setdefault(_kind(column), []).append(place)
    return tuple(ColumnGroup(name, tuple(some), tuple(columns[one] for one in some)) for name, some in places.items())


def single_columns(columns: Sequence[str], places: Sequence[int] | None = None) -> tuple[ColumnGroup, ...]:
    """Return each column, or each at one of `places`, as a group of its own."""
    chosen = range(len(columns)) if places is None else places
    return tuple(ColumnGroup(columns[place], (place,), (columns[place],)) for place in chosen)


def _kind(column: str) -> str:
    mfcc = _MFCC.fullmatch(column)
    if mfcc:
        first = 0 if column.startswith("mfcc_") else 1
        number = int(mfcc[1]) - first + 1
        return next(tr(name) for highest, name in MFCC_KINDS if number <= highest or highest == 99)
    return next((tr(name) for name, pattern in KINDS if re.fullmatch(pattern, column)), column)
