"""Labelled spans of a piece, one after the other: sections, chords."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from core.errors import AnnotationError

Region = tuple[float, float, str]
"""Start and end in seconds, and a label."""

_TOUCHING: Final = 0.05  # seconds by which regions may overlap or lie apart and still follow each other
_BEYOND: Final = 0.5  # seconds after the end of a piece to which rounding and padding of encoders may lead
_MOST: Final = 20_000


class LabelledSpans(Protocol):
    """What sections and chords have in common."""

    @property
    def times(self) -> NDArray[np.float64]:
        """Bounds, seconds, rising [shape=(n + 1,)]."""
        ...

    @property
    def labels(self) -> tuple[str, ...]:
        """Label of each span [n]."""
        ...


@dataclass(frozen=True, eq=False)
class Spans:
    """Spans that a file gives; see `LabelledSpans`."""

    times: NDArray[np.float64]
    labels: tuple[str, ...]


def regions_of(spans: LabelledSpans) -> list[Region]:
    """Return start, end and label of each span."""
    times = spans.times.tolist()
    return list(zip(times[:-1], times[1:], spans.labels, strict=True))


def spans_of(regions: Iterable[Region], duration: float, name: str) -> Spans:
    """Return the regions of a file as spans from 0 to the end of the piece.

    A region without length, a point, lasts until the next. What lies between regions has an empty label.

    Parameters
    ----------
    regions : iterable of (start, end, label)
        In any order.
    duration : float
        Length of the piece, seconds.
    name : str
        Of the file, for the errors.

    Raises
    ------
    AnnotationError
        If there are none, times are no times, regions overlap, or they go on after the end of the piece.
    """
    found = sorted(regions, key=lambda region: region[:2])
    if not found:
        raise AnnotationError("export.no_regions", name=name)
    if len(found) > _MOST or not all(math.isfinite(start) and 0 <= start <= end for start, end, _ in found):
        raise AnnotationError("export.no_times", name=name)
    last = max(end for _, end, _ in found if math.isfinite(end))
    if last > duration + _BEYOND:
        raise AnnotationError("export.beyond", name=name, time=f"{last:.1f}", duration=f"{duration:.1f}")
    starts = [*(start for start, _, _ in found[1:]), duration]
    times, labels = [0.0], []
    for (start, end, label), following in zip(found, starts, strict=True):
        lasts = end == start or abs(following - end) <= _TOUCHING
        until = following if lasts else min(end, duration)
        if start - times[-1] > _TOUCHING:
            times.append(start)
            labels.append("")
        elif times[-1] - start > _TOUCHING:
            raise AnnotationError("export.overlapping", name=name, time=f"{start:.1f}")
        if until > times[-1]:
            times.append(until)
            labels.append(label)
    if duration - times[-1] > _TOUCHING:
        times.append(duration)
        labels.append("")
    return Spans(np.array(times, np.float64), tuple(labels))
