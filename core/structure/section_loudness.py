"""Loudness of the sections of a piece from its course, and what there is to say about it."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.language import tr
from core.structure.sections import Sections

_STEP_SECONDS, _BLOCK_SECONDS = 0.1, 0.4  # of the momentary loudness: value i ends at (i + 1) steps
_ABSOLUTE_GATE, _RELATIVE_GATE = -70.0, -10.0
_WORTH_SAYING = 1.0  # LU
_LONG_ENOUGH = 4.0  # seconds of all sections of a label together


def section_loudness(sections: Sections, momentary: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the integrated loudness of each section by ITU-R BS.1770-4, gated as a piece of its own.

    Parameters
    ----------
    sections : Sections
        The sections.
    momentary : NDArray[np.float32] [shape=(n,)]
        Loudness of the blocks of 0.4 s that end at 0.1 s, 0.2 s …, LUFS; NaN for silence.

    Returns
    -------
    NDArray[np.float64] [shape=(n_sections,)], LUFS; NaN where nothing sounds, and for less than 0.4 s
    """
    passages = zip(sections.starts, sections.ends, strict=True)
    return np.array([_gated(_blocks(momentary, start, end)) for start, end in passages], np.float64)


def label_loudness(sections: Sections, momentary: NDArray[np.float32]) -> dict[str, float]:
    """Return the integrated loudness of all sections of each label together, LUFS; labels without one are left out."""
    found = {}
    for label in dict.fromkeys(sections.labels):
        places = [i for i, one in enumerate(sections.labels) if one == label]
        if sum(float(sections.ends[i] - sections.starts[i]) for i in places) < _LONG_ENOUGH:
            continue
        blocks = [_blocks(momentary, sections.starts[i], sections.ends[i]) for i in places]
        loudness = _gated(np.concatenate(blocks))
        if math.isfinite(loudness):
            found[label] = loudness
    return found


def loudness_sentence(sections: Sections | None, momentary: NDArray[np.float32] | None) -> str:
    """Return how the loudest label stands to another, such as "The chorus? B is 3.1 LU louder than A.".

    The other is the one that takes most of the piece beside it. "" where there is nothing to compare, or where
    they are closer than 1 LU.
    """
    if sections is None or momentary is None or len(set(sections.labels)) < 2:
        return ""
    loudness = label_loudness(sections, momentary)
    lengths = _lengths(sections)
    if len(loudness) < 2:
        return ""
    repeated = [label for label in loudness if sections.labels.count(label) > 1]
    loudest = max(repeated or loudness, key=loudness.__getitem__)
    other = max((label for label in loudness if label != loudest), key=lengths.__getitem__)
    difference = loudness[loudest] - loudness[other]
    if abs(difference) < _WORTH_SAYING:
        return ""
    name = sections.name_of(loudest)
    subject = tr("The {name} {label}", name=name, label=loudest) if name else loudest
    if difference > 0:
        return tr("{subject} is {amount:.1f} LU louder than {other}.", subject=subject, amount=difference, other=other)
    return tr("{subject} is {amount:.1f} LU quieter than {other}.", subject=subject, amount=-difference, other=other)


def in_words(sections: Sections | None) -> str:
    """Return the labels of a piece in their order, such as "A B A B C"; "" where there is only one section."""
    if sections is None or len(sections) < 2:
        return ""
    return _shortened(sections.labels)


def _shortened(labels: Sequence[str], most: int = 24) -> str:
    words = " ".join(labels[:most])
    return words if len(labels) <= most else tr("{words} … ({n} sections)", words=words, n=len(labels))


def _lengths(sections: Sections) -> dict[str, float]:
    lengths = dict.fromkeys(sections.labels, 0.0)
    for label, start, end in zip(sections.labels, sections.starts, sections.ends, strict=True):
        lengths[label] += float(end - start)
    return lengths


def _blocks(momentary: NDArray[np.float32], start: float, end: float) -> NDArray[np.float64]:
    """Return the blocks that lie wholly within a passage."""
    first = math.ceil((start + _BLOCK_SECONDS) / _STEP_SECONDS - 1e-6) - 1
    last = math.floor(end / _STEP_SECONDS + 1e-6)
    return momentary[max(first, 0) : max(last, 0)].astype(np.float64)


def _gated(blocks: NDArray[np.float64]) -> float:
    sounding = blocks[np.isfinite(blocks) & (blocks > _ABSOLUTE_GATE)]
    if not len(sounding):
        return math.nan
    kept = sounding[sounding > _mean(sounding) + _RELATIVE_GATE]
    return _mean(kept)


def _mean(loudness: NDArray[np.float64]) -> float:
    """Return the mean of the powers of some blocks, as loudness."""
    return float(10 * np.log10(np.mean(10 ** (loudness / 10))))
