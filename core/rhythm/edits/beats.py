"""Edits of single beats, and of the bars that are counted from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from core.errors import RhythmError
from core.messages import Note
from core.rhythm.edits.limits import METRES, check_times, clock


@dataclass(frozen=True)
class MoveBeat:
    """The beat at `time` moves to `to`; its neighbours stay."""

    time: float
    to: float
    kind: ClassVar = "move_beat"

    def __post_init__(self) -> None:
        check_times(self.time, self.to)

    def describe(self) -> Note:
        return Note("rhythm.edit.move_beat", time=clock(self.time), ms=f"{1000 * (self.to - self.time):+.0f}")


@dataclass(frozen=True)
class AddBeat:
    """One more beat; the beats of its bar are counted again."""

    time: float
    kind: ClassVar = "add_beat"

    def __post_init__(self) -> None:
        check_times(self.time)

    def describe(self) -> Note:
        return Note("rhythm.edit.add_beat", time=clock(self.time))


@dataclass(frozen=True)
class RemoveBeat:
    """One beat less; the beats of its bar are counted again, and the next beat starts the bar where it did."""

    time: float
    kind: ClassVar = "remove_beat"

    def __post_init__(self) -> None:
        check_times(self.time)

    def describe(self) -> Note:
        return Note("rhythm.edit.remove_beat", time=clock(self.time))


@dataclass(frozen=True)
class MakeDownbeat:
    """A bar starts at a beat.

    Bars are counted from it up to the next downbeat that a person fixed, and backwards where none was fixed before.
    """

    time: float
    kind: ClassVar = "make_downbeat"

    def __post_init__(self) -> None:
        check_times(self.time)

    def describe(self) -> Note:
        return Note("rhythm.edit.make_downbeat", time=clock(self.time))


@dataclass(frozen=True)
class SetMetre:
    """The number of beats in a bar.

    Attributes
    ----------
    beats_per_bar : one of `METRES`
    start : time of a beat that starts a bar, from which the metre holds until another was set; None = everywhere
    """

    beats_per_bar: int
    start: float | None = None
    kind: ClassVar = "set_metre"

    def __post_init__(self) -> None:
        if self.beats_per_bar not in METRES:
            raise RhythmError("rhythm.metre", beats=self.beats_per_bar, fewest=METRES[0], most=METRES[-1])
        if self.start is not None:
            check_times(self.start)

    def describe(self) -> Note:
        if self.start is None:
            return Note("rhythm.edit.set_metre", beats=self.beats_per_bar)
        return Note("rhythm.edit.set_metre_from", beats=self.beats_per_bar, start=clock(self.start))
