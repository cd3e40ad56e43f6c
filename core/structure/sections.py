"""Sections of a piece: where each begins and ends, and which of them are alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Sections:
    """Stretches of a piece, one after another and without gaps; those that repeat each other have one label.

    Attributes
    ----------
    times : NDArray[np.float64] [shape=(n + 1,)], start of each section and the end of the last, seconds, rising
    labels : one for each section: "A", "B" …, or what a person called it
    names : guesses of what a label is, such as ("B", "chorus?"); none where nothing speaks for one

    Raises
    ------
    ValueError
        If times and labels do not fit, or the times do not rise.
    """

    times: NDArray[np.float64]
    labels: tuple[str, ...]
    names: tuple[tuple[str, str], ...] = field(default=())

    def __post_init__(self) -> None:
        if len(self.times) != (len(self.labels) + 1 if self.labels else 0):
            raise ValueError(f"{len(self.times)} times do not fit {len(self.labels)} sections")
        if not bool(np.all(np.isfinite(self.times)) and np.all(np.diff(self.times) > 0)):
            raise ValueError("the times of sections must rise")

    def __len__(self) -> int:
        return len(self.labels)

    @property
    def starts(self) -> NDArray[np.float64]:
        """Start of each section, seconds [shape=(n,)]."""
        return self.times[:-1]

    @property
    def ends(self) -> NDArray[np.float64]:
        """End of each section, seconds [shape=(n,)]."""
        return self.times[1:]

    def index_at(self, seconds: float) -> int | None:
        """Return the place of the section that sounds at a time; None outside of all."""
        if not len(self) or not self.times[0] <= seconds < self.times[-1]:
            return None
        return int(np.searchsorted(self.times, seconds, side="right")) - 1

    def name_of(self, label: str) -> str:
        """Return the guess of what a label is, "" without one."""
        return dict(self.names).get(label, "")

    def captions(self) -> tuple[str, ...]:
        """Return what a person reads for each section: the label, numbered where it comes several times."""
        counts, met, captions = Counter(self.labels), Counter[str](), []
        for label in self.labels:
            met[label] += 1
            captions.append(f"{label} {met[label]}" if counts[label] > 1 else label)
        return tuple(captions)

    def same_as(self, other: Sections | None) -> bool:
        """Return whether another one has the same borders and labels."""
        return other is not None and self.labels == other.labels and np.array_equal(self.times, other.times)


NO_SECTIONS = Sections(np.empty(0), ())
"""The sections of a piece without length."""


def whole_piece(duration: float) -> Sections:
    """Return one section, for a piece in which no others can be told apart."""
    return Sections(np.array([0.0, duration]), ("A",)) if duration > 0 else NO_SECTIONS


def sections_to_facts(sections: Sections) -> dict[str, Any]:
    """Return sections as JSON can hold them."""
    names = [list(pair) for pair in sections.names]
    return {"times": sections.times.tolist(), "labels": list(sections.labels), "names": names}


def sections_from_facts(facts: Mapping[str, Any]) -> Sections:
    """Return what `sections_to_facts` made; ValueError where it is damaged."""
    try:
        return Sections(
            np.array(facts["times"], np.float64),
            tuple(str(label) for label in facts["labels"]),
            tuple((str(label), str(name)) for label, name in facts["names"]),
        )
    except (KeyError, TypeError) as problem:
        raise ValueError(f"sections cannot be read: {problem}") from None


def label_of(place: int) -> str:
    """Return the label of the first, second, … kind of section: A to Z, then AA, AB and so on."""
    text = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        text = chr(ord("A") + letter) + text
    return text
