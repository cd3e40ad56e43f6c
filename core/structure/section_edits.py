"""What a person does to sections, and how it is kept: every state from the first on, of which the last counts.

Sections that were edited belong to the person: they stay where they are, whatever a new analysis or other beats say.
An edit that makes no sense returns the sections as they are.
"""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.structure.sections import Sections, sections_from_facts, sections_to_facts

SHORTEST = 0.25
"""Seconds of a section, at least, that a border can be moved to or set at."""

MOST_STATES = 200
"""States that are stored; the oldest but the first are left out."""

_FORMAT = 1


def border_limits(sections: Sections, border: int) -> tuple[float, float] | None:
    """Return how far an inner border can be moved, seconds; None for the ends and where there is no room."""
    if not 0 < border < len(sections):
        return None
    low, high = float(sections.times[border - 1]) + SHORTEST, float(sections.times[border + 1]) - SHORTEST
    return (low, high) if low <= high else None


def move_border(sections: Sections, border: int, to: float) -> Sections:
    """Move the border before a section, at most up to its neighbours."""
    limits = border_limits(sections, border)
    if limits is None:
        return sections
    times = sections.times.copy()
    times[border] = min(max(to, limits[0]), limits[1])
    return replace(sections, times=times)


def remove_border(sections: Sections, border: int) -> Sections:
    """Join the section that begins at a border to the one before it, which keeps its label."""
    if not 0 < border < len(sections):
        return sections
    return _made(
        sections, np.delete(sections.times, border), (*sections.labels[:border], *sections.labels[border + 1 :])
    )


def add_border(sections: Sections, at: float) -> Sections:
    """Cut a section in two of the same label."""
    place = sections.index_at(at)
    if place is None or min(at - sections.times[place], sections.times[place + 1] - at) < SHORTEST:
        return sections
    labels = (*sections.labels[: place + 1], *sections.labels[place:])
    return _made(sections, np.insert(sections.times, place + 1, at), labels)


def rename(sections: Sections, place: int, label: str, *, all_alike: bool = False) -> Sections:
    """Give one section another label, or all that have the label of that one."""
    label = " ".join(label.split())
    if not label or not 0 <= place < len(sections) or label == sections.labels[place]:
        return sections
    former = sections.labels[place]
    labels = [label if i == place or (all_alike and one == former) else one for i, one in enumerate(sections.labels)]
    return _made(sections, sections.times, tuple(labels))


def _made(sections: Sections, times: NDArray[np.float64], labels: tuple[str, ...]) -> Sections:
    """Return other sections with the guesses of names whose labels are still there."""
    return Sections(times, labels, tuple(pair for pair in sections.names if pair[0] in labels))


def states_to_json(states: tuple[Sections, ...]) -> str:
    """Write the states of some sections, from those that were found on."""
    kept = states if len(states) <= MOST_STATES else (states[0], *states[1 - MOST_STATES :])
    rows = [sections_to_facts(state) for state in kept]
    return json.dumps({"format": _FORMAT, "states": rows}, ensure_ascii=False)


def states_from_json(text: str) -> tuple[Sections, ...]:
    """Read what `states_to_json` wrote.

    Raises
    ------
    ValueError
        If the text is damaged, or of a newer version.
    """
    try:
        read = json.loads(text)
        if read["format"] > _FORMAT:
            raise ValueError("a newer version wrote them")
        states = tuple(sections_from_facts(row) for row in read["states"])
    except (KeyError, TypeError, RecursionError) as problem:
        raise ValueError(f"sections cannot be read: {problem}") from None
    if not states:
        raise ValueError("no sections in it")
    return states


def fitted(sections: Sections, duration: float) -> Sections:
    """Return sections, such as those of a file, for a piece of some seconds: nothing beyond its end, all of it named.

    Raises
    ------
    ValueError
        If nothing of them lies within the piece.
    """
    inside = sections.starts < duration - SHORTEST
    labels = tuple(label for label, kept in zip(sections.labels, inside, strict=True) if kept)
    if not labels:
        raise ValueError("no section lies within the piece")
    return _made(sections, np.array([0.0, *sections.starts[inside][1:], duration]), labels)
