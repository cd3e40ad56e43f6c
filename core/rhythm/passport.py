"""The passport of a beat net: what it reads and gives, what it learned from, what it cannot do, in plain JSON."""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from core.model_file.passport import passport_json, read_passport

FORMAT = "groovescope-beats-1"
"""Kind and version of the file; a genre model's passport has a number here."""

_MOST_TEMPI = 1000


@dataclass(frozen=True)
class Source:
    """Material the net learned from: what, whose, under which licence, and what was made of it."""

    name: str
    by: str
    licence: str
    used_for: str


@dataclass(frozen=True)
class BeatPassport:
    """What a program and a person need to know about a beat net.

    Attributes
    ----------
    name : what the net is called
    input : identity of the features it reads, `core.rhythm.net_input.NET_INPUT`
    n_inputs : features a frame
    tempi : BPM of the classes of its second answer
    sources : what it learned from
    limits : what it cannot do, one line each
    data : how much it learned from: `clips`, `held_out`, `kinds`, `fonts`
    scores : on rendered music that was kept apart, by what is measured
    training : steps, batch, rate, shape of the net and the like
    seed : of everything random in the making
    versions : of the libraries that made it
    created_by : the commands that rebuild it
    """

    name: str
    input: str
    n_inputs: int
    tempi: tuple[float, ...]
    sources: tuple[Source, ...]
    limits: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)
    scores: Mapping[str, float] = field(default_factory=dict)
    training: Mapping[str, Any] = field(default_factory=dict)
    seed: int = 0
    versions: Mapping[str, str] = field(default_factory=dict)
    created_by: str = ""

    def to_json(self) -> str:
        """Return the passport as text; the same passport always gives the same text."""
        return passport_json(self, FORMAT)


def beat_passport_from_json(text: str) -> BeatPassport:
    """Return the passport in `text`; `ModelError` where it is not one."""
    return read_passport(text, {FORMAT: [entry.name for entry in fields(BeatPassport)]}, _checked)


def _checked(entries: dict[str, Any]) -> BeatPassport:
    """Return the passport where its entries have the right types; ValueError or TypeError says what does not fit."""
    for what in ("name", "input", "created_by"):
        if not isinstance(entries[what], str):
            raise TypeError(f"{what} is not a text")
    for what in ("n_inputs", "seed"):
        if not isinstance(entries[what], int) or isinstance(entries[what], bool):
            raise TypeError(f"{what} is not a whole number")
    for what in ("data", "scores", "training", "versions"):
        if not isinstance(entries[what], dict):
            raise TypeError(f"{what} is not an object")
    tempi, limits = tuple(entries["tempi"]), tuple(entries["limits"])
    if not 1 <= len(tempi) <= _MOST_TEMPI or not all(_is_number(tempo) and tempo > 0 for tempo in tempi):
        raise ValueError("tempi are not positive numbers")
    sources = tuple(Source(**source) for source in entries["sources"])
    _check_details(entries, sources)
    return BeatPassport(**{**entries, "tempi": tempi, "limits": limits, "sources": sources})


def _check_details(entries: dict[str, Any], sources: tuple[Source, ...]) -> None:
    """Check what only people read, but through code that expects texts and numbers."""
    texts = [*entries["limits"], *entries["versions"].values()]
    texts += [text for source in sources for text in asdict(source).values()]
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("limits, versions or sources are not texts")
    if not all(_is_number(score) for score in entries["scores"].values()):
        raise TypeError("scores are not numbers")


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
