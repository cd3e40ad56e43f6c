"""What a person knows of the beats of a piece, as conditions that a decoded grid has to meet."""

from dataclasses import dataclass

Stretch = tuple[float, float]
"""Start and end of a passage, seconds."""


@dataclass(frozen=True)
class TempoRange:
    """Tempi that the beats may have within a stretch.

    Attributes
    ----------
    slowest, fastest : BPM
    start, end : where it holds, seconds
    """

    slowest: float
    fastest: float
    start: float = 0.0
    end: float = float("inf")


@dataclass(frozen=True)
class MetreFrom:
    """The number of beats in a bar, from some time on until the next `MetreFrom`.

    Attributes
    ----------
    beats_per_bar : 2 to 7, or 0 for no bars
    start : seconds
    """

    beats_per_bar: int
    start: float = 0.0


@dataclass(frozen=True)
class Constraints:
    """Conditions of a grid.

    Attributes
    ----------
    beats : times at which there is a beat, seconds
    downbeats : times at which a bar starts, seconds; each is also a beat
    no_beats_at : times at which there is no beat, seconds
    tempi : tempo ranges
    metres : metres, in the order of their starts
    silences : stretches without beats
    """

    beats: tuple[float, ...] = ()
    downbeats: tuple[float, ...] = ()
    no_beats_at: tuple[float, ...] = ()
    tempi: tuple[TempoRange, ...] = ()
    metres: tuple[MetreFrom, ...] = ()
    silences: tuple[Stretch, ...] = ()


UNCONSTRAINED = Constraints()
"""Nothing is known."""
