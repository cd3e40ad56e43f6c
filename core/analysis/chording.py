"""The chord of each bar and beat as two further columns of its table, for a person to read."""

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.features.table import Column, FeatureTable
from core.harmony.chords import NO_CHORD, Chords

CHORD: Final = Column(
    "chord", "", "Chord that sounds longest in the passage, major or minor; empty where none does", "chord"
)
STRENGTH: Final = Column(
    "chord_strength", "", "How likely that chord is among all, by what sounds in the passage, 0 to 1", "chord strength"
)


def with_chords(table: FeatureTable, chords: Chords | None) -> FeatureTable:
    """Return a table of bars or beats with the columns `chord` and `chord_strength`.

    The numbers of `chord` only order the rows, as the labels do in the alphabet; `texts` has the labels themselves.
    Without chords the table is returned as it is.
    """
    if chords is None or not len(chords) or "chord" in table.names:
        return table
    names, codes = np.unique(np.array(chords.labels), return_inverse=True)
    spans = np.stack([table.column("start"), table.column("end")], axis=1)
    seconds, strengths = _seconds_of(spans, chords, codes, len(names))
    longest = seconds.argmax(axis=1)
    rows = np.arange(len(table))
    sounds = (seconds[rows, longest] > 0) & (names[longest] != NO_CHORD)
    with np.errstate(invalid="ignore"):
        strength = strengths[rows, longest] / seconds[rows, longest]
    added = np.stack([np.where(sounds, longest + 1.0, np.nan), np.where(sounds, strength, np.nan)], axis=1)
    texts = tuple(str(names[code]) if sounding else "" for code, sounding in zip(longest, sounds, strict=True))
    return replace(
        table,
        columns=(*table.columns, CHORD, STRENGTH),
        values=np.concatenate([table.values, added], axis=1),
        texts={"chord": texts},
    )


def _seconds_of(
    spans: NDArray[np.float64], chords: Chords, codes: NDArray[np.intp], n_names: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return how long each label sounds in each span, and its strength times that [shape=(n_spans, n_names) each]."""
    last = len(chords) - 1
    first = np.clip(np.searchsorted(chords.times, spans[:, 0], side="right") - 1, 0, last)
    end = np.clip(np.searchsorted(chords.times, spans[:, 1], side="left"), first + 1, last + 1)
    counts = end - first
    rows = np.repeat(np.arange(len(spans)), counts)
    places = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts) + np.repeat(first, counts)
    begins = np.maximum(chords.times[places], spans[rows, 0])
    overlaps = np.maximum(np.minimum(chords.times[places + 1], spans[rows, 1]) - begins, 0.0)
    seconds, strengths = np.zeros((2, len(spans), n_names))
    np.add.at(seconds, (rows, codes[places]), overlaps)
    np.add.at(strengths, (rows, codes[places]), overlaps * chords.strengths[places])
    return seconds, strengths
