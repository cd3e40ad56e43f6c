"""Edits that make beats at another tempo, or move all of them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

import numpy as np

from core.errors import RhythmError
from core.messages import Note
from core.rhythm.edits.limits import FACTORS, check_finite, check_rising, check_tempo, check_times, clock
from core.rhythm.grid import tempo_of

_SIGNS = dict(zip(FACTORS, ("×½", "×2", "×⅔", "×3/2"), strict=True))


@dataclass(frozen=True)
class ScaleTempo:
    """Beats at a multiple of the tempo: twice as many, every second, three in place of two, two in place of three.

    Attributes
    ----------
    factor : one of `FACTORS`
    """

    factor: Fraction
    kind: ClassVar = "scale_tempo"

    def __post_init__(self) -> None:
        if self.factor not in FACTORS:
            raise RhythmError("rhythm.factor", factor=self.factor)

    def describe(self) -> Note:
        return Note("rhythm.edit.scale_tempo", factor=_SIGNS[self.factor])


@dataclass(frozen=True)
class SetTempo:
    """A steady tempo through the beat nearest to a time.

    Attributes
    ----------
    bpm : `SLOWEST` to `FASTEST`
    anchor : time of a beat, or near it, that keeps its place
    from_here : only from the anchor on; the beats before it stay
    """

    bpm: float
    anchor: float
    from_here: bool = False
    kind: ClassVar = "set_tempo"

    def __post_init__(self) -> None:
        check_tempo(self.bpm)
        check_times(self.anchor)

    def describe(self) -> Note:
        if self.from_here:
            return Note("rhythm.edit.set_tempo_from", bpm=f"{self.bpm:.1f}", start=clock(self.anchor))
        return Note("rhythm.edit.set_tempo", bpm=f"{self.bpm:.1f}")


@dataclass(frozen=True)
class ChangeTempo:
    """The tempo changes: a beat at `start`, and from there on a steady tempo; the beats before it stay.

    Attributes
    ----------
    start : seconds
    bpm : from there on
    """

    start: float
    bpm: float
    kind: ClassVar = "change_tempo"

    def __post_init__(self) -> None:
        check_tempo(self.bpm)
        check_times(self.start)

    def describe(self) -> Note:
        return Note("rhythm.edit.change_tempo", bpm=f"{self.bpm:.1f}", start=clock(self.start))


@dataclass(frozen=True)
class TapBeats:
    """Beats as tapped.

    Beats outside the tapped stretch stay where their tempo agrees with the taps; where it does not, and where there are
    none, the tapped tempo goes on in both directions.

    Attributes
    ----------
    times : at least two, rising, seconds
    """

    times: tuple[float, ...]
    kind: ClassVar = "tap_beats"

    def __post_init__(self) -> None:
        if len(self.times) < 2:
            raise RhythmError("rhythm.too_few_taps")
        check_rising(self.times)
        check_tempo(tempo_of(np.array(self.times)))

    def describe(self) -> Note:
        return Note("rhythm.edit.tap_beats", count=len(self.times), start=clock(self.times[0]))


@dataclass(frozen=True)
class ShiftHalfBeat:
    """Every beat moves half way to the next one, or to the one before."""

    later: bool = True
    kind: ClassVar = "shift_half_beat"

    def describe(self) -> Note:
        return Note("rhythm.edit.shift_later" if self.later else "rhythm.edit.shift_earlier")


@dataclass(frozen=True)
class Nudge:
    """All beats from a time on move by the same time.

    Attributes
    ----------
    seconds : positive = later
    start : beats before it stay
    """

    seconds: float
    start: float = 0.0
    kind: ClassVar = "nudge"

    def __post_init__(self) -> None:
        check_times(self.start)
        check_finite(self.seconds)

    def describe(self) -> Note:
        if self.start > 0:
            return Note("rhythm.edit.nudge_from", ms=f"{1000 * self.seconds:+.0f}", start=clock(self.start))
        return Note("rhythm.edit.nudge", ms=f"{1000 * self.seconds:+.0f}")


@dataclass(frozen=True)
class MoveGrid:
    """The beat at `time` moves to `to`, and all that follow it move as far."""

    time: float
    to: float
    kind: ClassVar = "move_grid"

    def __post_init__(self) -> None:
        check_times(self.time, self.to)

    def describe(self) -> Note:
        return Note("rhythm.edit.move_grid", time=clock(self.time), ms=f"{1000 * (self.to - self.time):+.0f}")
