"""How the values of the library's columns read, and under which headings the columns stand."""

import math
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from core.features.table import Column
from core.language import local_number, tr
from core.rhythm.tempo_text import tempo_text
from desktop.widgets.key_text import key_text
from desktop.widgets.lengths import clock

if TYPE_CHECKING:
    from core.library import LibraryColumn

MINUS: Final = "\N{MINUS SIGN}"
SIGNIFICANT_DIGITS: Final = 4
MOST_DECIMALS: Final = 6

GROUPS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (tr("Track"), ("name", "title", "artist", "album", "labels", "duration")),
    (tr("Music"), ("genre", "genre_", "bpm", "bpm_", "key", "camelot", "key_", "metre", "edited", "tempo")),
    (tr("File"), ("format", "state", "reason", "added", "folder", "path")),
    (tr("Loudness"), ("lufs", "lra", "true_peak", "dynamic_range", "rms_", "harmonic_rms", "percussive_rms", "HPR")),
    (tr("Spectrum"), ("zero_crossing_rate", "spectral_")),
    (tr("Tonality"), ("chroma_",)),
    ("MFCC", ("mfcc_",)),
)
"""Headings of the column chooser, and the beginnings of the names that stand under each."""

STATES: Final = {
    "analysed": tr("Analysed"),
    "failed": tr("Failed"),
    "missing": tr("Missing"),
    "outdated": tr("Outdated"),
    "waiting": tr("Waiting"),
}


def text_of(column: "LibraryColumn", value: object) -> str:
    """Return the text of a cell; "" where there is no value."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if column.name == "state":
        return STATES.get(str(value), str(value))
    if column.name == "key":
        return key_text(_one_line(value))
    if column.unit == "BPM" or column.name == "bpm":
        return tempo_text(float(str(value)))
    return _TEXT_OF_KIND[column.kind](value)


def is_numeric(column: "LibraryColumn") -> bool:
    """Whether the column's values stand at the right of their cells."""
    return column.kind in ("number", "whole", "percent", "decibels", "seconds")


def labels_of(value: object) -> tuple[str, ...]:
    """Return the labels in a cell of the column `labels`."""
    return tuple(value.split(", ")) if isinstance(value, str) and value else ()


def grouped(columns: Sequence["LibraryColumn"]) -> list[tuple[str, list[Column]]]:
    """Group columns under their headings for the column chooser.

    Parameters
    ----------
    columns : sequence of LibraryColumn

    Returns
    -------
    list of (str, list of Column)
        Headings in the order of `GROUPS`, then "Other"; headings without columns are left out.
    """
    members: dict[str, list[Column]] = {heading: [] for heading in (*(heading for heading, _ in GROUPS), tr("Other"))}
    for column in columns:
        members[group_of(column.name)].append(Column(column.name, column.unit, column.definition))
    return [(heading, found) for heading, found in members.items() if found]


def group_of(name: str) -> str:
    """Return the heading that a column belongs to."""
    for heading, beginnings in GROUPS:
        if any(name == start or (start.endswith("_") and name.startswith(start)) for start in beginnings):
            return heading
    return tr("Other")


def described(column: "LibraryColumn") -> str:
    """Title, name for the filter, unit and definition."""
    unit = f" ({column.unit})" if column.unit else ""
    return tr(
        "{title}{unit}\n{definition}\nFilter: {name}:",
        title=tr(column.title),
        unit=unit,
        definition=tr(column.definition),
        name=column.name,
    )


def number(value: float) -> str:
    """Four digits that mean something, whatever the size."""
    if not math.isfinite(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    if value == 0:
        return "0"
    decimals = SIGNIFICANT_DIGITS - 1 - math.floor(math.log10(abs(value)))
    text = (
        local_number(value, ".2e")
        if decimals > MOST_DECIMALS + 1
        else local_number(value, f".{min(max(decimals, 0), MOST_DECIMALS)}f")
    )
    return text.replace("-", MINUS)


def _one_line(value: object) -> str:
    text = str(value)
    return text if text.isprintable() else " ".join(text.split())


def day(value: object) -> str:
    """Return a time, in seconds since 1970, as local date and minute."""
    seconds = float(str(value))
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(seconds))


_TEXT_OF_KIND: Final[Mapping[str, Callable[[object], str]]] = {
    "text": _one_line,
    "number": lambda value: number(float(str(value))),
    "whole": lambda value: local_number(float(str(value)), ",.0f"),
    "seconds": lambda value: clock(float(str(value))),
    "time": day,
    "decibels": lambda value: local_number(float(str(value)), ".1f").replace("-", MINUS),
    "percent": lambda value: f"{100 * float(str(value)):.0f} %",
}
