"""What a person can do to the beats of a piece: one frozen class for each kind of edit.

An edit says what was meant, at which time, and nothing of how the grid looks afterwards: `core.rhythm.editing` applies
it, `core.rhythm.edit_history` keeps a row of them. Times are seconds, tempi BPM. A beat is named by its time, within
`SAME_BEAT`. What makes no sense for any piece is refused when the edit is made.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import ClassVar, Self, TypeAlias

import numpy as np

from core.errors import RhythmError
from core.messages import Note
from core.rhythm.grid import BeatGrid, tempo_of

SLOWEST, FASTEST = 20.0, 400.0
"""Tempi that a person may set, BPM."""

METRES = range(2, 8)
"""Numbers of beats in a bar that a person may set."""

FACTORS = (Fraction(1, 2), Fraction(2), Fraction(2, 3), Fraction(3, 2))
"""By which a tempo may be scaled."""

SAME_BEAT = 0.02
"""Seconds within which a time names a beat."""

CLOSEST = 0.05
"""Seconds that two beats are apart at least."""


@dataclass(frozen=True)
class _WholeGrid:
    """An edit that puts another grid in place.

    Attributes
    ----------
    beat_times : seconds, strictly rising
    positions : place of each beat in its bar, 1 = downbeat
    beats_per_bar : what the bars mostly hold
    """

    beat_times: tuple[float, ...]
    positions: tuple[int, ...]
    beats_per_bar: int

    def __post_init__(self) -> None:
        _check_rising(self.beat_times)
        if len(self.positions) != len(self.beat_times) or any(position < 1 for position in self.positions):
            raise RhythmError("rhythm.positions")

    @classmethod
    def of(cls, grid: BeatGrid) -> Self:
        """Return the edit that puts `grid` in place."""
        return cls(tuple(map(float, grid.beat_times)), tuple(map(int, grid.positions)), int(grid.beats_per_bar))

    @property
    def grid(self) -> BeatGrid:
        """The grid of this edit."""
        times = np.array(self.beat_times, np.float64)
        return BeatGrid(times, np.array(self.positions, np.int64), tempo_of(times), self.beats_per_bar)


@dataclass(frozen=True)
class ChooseCandidate(_WholeGrid):
    """Take another reading of the tempo, a `TempoCandidate` of the estimate."""

    kind: ClassVar = "choose_candidate"

    def describe(self) -> Note:
        return Note("rhythm.edit.choose_candidate", bpm=f"{self.grid.tempo:.1f}")


@dataclass(frozen=True)
class AcceptProposal(_WholeGrid):
    """Take the grid that was decoded again around the corrections."""

    kind: ClassVar = "accept_proposal"

    def describe(self) -> Note:
        return Note("rhythm.edit.accept_proposal")


@dataclass(frozen=True)
class ImportBeats(_WholeGrid):
    """Take the beats of a file."""

    kind: ClassVar = "import_beats"

    def describe(self) -> Note:
        return Note("rhythm.edit.import_beats")


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
        _check_tempo(self.bpm)
        _check_times(self.anchor)

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
        _check_tempo(self.bpm)
        _check_times(self.start)

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
        _check_rising(self.times)
        _check_tempo(tempo_of(np.array(self.times)))

    def describe(self) -> Note:
        return Note("rhythm.edit.tap_beats", count=len(self.times), start=clock(self.times[0]))


@dataclass(frozen=True)
class MakeDownbeat:
    """A bar starts at a beat.

    Bars are counted from it up to the next downbeat that a person fixed, and backwards where none was fixed before.
    """

    time: float
    kind: ClassVar = "make_downbeat"

    def __post_init__(self) -> None:
        _check_times(self.time)

    def describe(self) -> Note:
        return Note("rhythm.edit.make_downbeat", time=clock(self.time))


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
        _check_times(self.start)
        _check_finite(self.seconds)

    def describe(self) -> Note:
        if self.start > 0:
            return Note("rhythm.edit.nudge_from", ms=f"{1000 * self.seconds:+.0f}", start=clock(self.start))
        return Note("rhythm.edit.nudge", ms=f"{1000 * self.seconds:+.0f}")


@dataclass(frozen=True)
class MoveBeat:
    """The beat at `time` moves to `to`; its neighbours stay."""

    time: float
    to: float
    kind: ClassVar = "move_beat"

    def __post_init__(self) -> None:
        _check_times(self.time, self.to)

    def describe(self) -> Note:
        return Note("rhythm.edit.move_beat", time=clock(self.time), ms=f"{1000 * (self.to - self.time):+.0f}")


@dataclass(frozen=True)
class MoveGrid:
    """The beat at `time` moves to `to`, and all that follow it move as far."""

    time: float
    to: float
    kind: ClassVar = "move_grid"

    def __post_init__(self) -> None:
        _check_times(self.time, self.to)

    def describe(self) -> Note:
        return Note("rhythm.edit.move_grid", time=clock(self.time), ms=f"{1000 * (self.to - self.time):+.0f}")


@dataclass(frozen=True)
class AddBeat:
    """One more beat; the beats of its bar are counted again."""

    time: float
    kind: ClassVar = "add_beat"

    def __post_init__(self) -> None:
        _check_times(self.time)

    def describe(self) -> Note:
        return Note("rhythm.edit.add_beat", time=clock(self.time))


@dataclass(frozen=True)
class RemoveBeat:
    """One beat less; the beats of its bar are counted again, and the next beat starts the bar where it did."""

    time: float
    kind: ClassVar = "remove_beat"

    def __post_init__(self) -> None:
        _check_times(self.time)

    def describe(self) -> Note:
        return Note("rhythm.edit.remove_beat", time=clock(self.time))


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
            _check_times(self.start)

    def describe(self) -> Note:
        if self.start is None:
            return Note("rhythm.edit.set_metre", beats=self.beats_per_bar)
        return Note("rhythm.edit.set_metre_from", beats=self.beats_per_bar, start=clock(self.start))


@dataclass(frozen=True)
class _OnStretch:
    """An edit of a passage.

    Attributes
    ----------
    start, end : seconds; a beat at `end` is outside
    """

    start: float
    end: float

    def __post_init__(self) -> None:
        _check_times(self.start, self.end)
        if self.end <= self.start:
            raise RhythmError("rhythm.empty_stretch")


@dataclass(frozen=True)
class ClearBeats(_OnStretch):
    """No beats in a passage; later edits of the whole piece put none there either."""

    kind: ClassVar = "clear_beats"

    def describe(self) -> Note:
        return Note("rhythm.edit.clear_beats", start=clock(self.start), end=clock(self.end))


@dataclass(frozen=True)
class LockBeats(_OnStretch):
    """The beats of a passage stay as they are, whatever later edits and proposals do elsewhere."""

    kind: ClassVar = "lock_beats"

    def describe(self) -> Note:
        return Note("rhythm.edit.lock_beats", start=clock(self.start), end=clock(self.end))


@dataclass(frozen=True)
class UnlockBeats(_OnStretch):
    """The beats of a passage can be changed again."""

    kind: ClassVar = "unlock_beats"

    def describe(self) -> Note:
        return Note("rhythm.edit.unlock_beats", start=clock(self.start), end=clock(self.end))


@dataclass(frozen=True)
class Reset:
    """The grid as it was before the first edit."""

    kind: ClassVar = "reset"

    def describe(self) -> Note:
        return Note("rhythm.edit.reset")


Edit: TypeAlias = (
    ChooseCandidate | ScaleTempo | SetTempo | ChangeTempo | TapBeats | MakeDownbeat | ShiftHalfBeat | Nudge | MoveBeat
    | MoveGrid | AddBeat | RemoveBeat | SetMetre | ClearBeats | LockBeats | UnlockBeats | AcceptProposal | ImportBeats
    | Reset
)  # fmt: skip
"""Anything that a person does to a grid."""


def describe(edit: Edit) -> Note:
    """Return what an edit did, as it stands in the list of what was done."""
    return edit.describe()


_SIGNS = dict(zip(FACTORS, ("×½", "×2", "×⅔", "×3/2"), strict=True))


def clock(time: float) -> str:
    """Return a time as minutes, seconds and hundredths."""
    hundredths = round(100 * time)
    return f"{hundredths // 6000}:{hundredths // 100 % 60:02d}.{hundredths % 100:02d}"


def snap(time: float, onset_times: Iterable[float], tolerance: float) -> float:
    """Return the onset nearest to a time, or the time itself where none is within `tolerance`; all in seconds."""
    onsets = np.asarray(onset_times, np.float64)
    if not len(onsets):
        return time
    nearest = float(onsets[np.abs(onsets - time).argmin()])
    return nearest if abs(nearest - time) <= tolerance else time


def _check_finite(*numbers: float) -> None:
    if not all(map(math.isfinite, numbers)):
        raise RhythmError("rhythm.not_a_number")


def _check_times(*times: float) -> None:
    _check_finite(*times)
    if min(times) < 0:
        raise RhythmError("rhythm.outside", time=f"{min(times):.2f}")


def _check_rising(times: tuple[float, ...]) -> None:
    if times:
        _check_times(*times)
    if any(later <= earlier for earlier, later in pairwise(times)):
        raise RhythmError("rhythm.not_rising")


def _check_tempo(bpm: float) -> None:
    _check_finite(bpm)
    if not SLOWEST <= bpm <= FASTEST:
        raise RhythmError("rhythm.tempo", bpm=f"{bpm:.0f}", slowest=SLOWEST, fastest=FASTEST)
