"""Edits that put another grid in place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np

from core.errors import RhythmError
from core.messages import Note
from core.rhythm.edits.limits import check_rising
from core.rhythm.grid import BeatGrid, tempo_of


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
        check_rising(self.beat_times)
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
class Reset:
    """The grid as it was before the first edit."""

    kind: ClassVar = "reset"

    def describe(self) -> Note:
        return Note("rhythm.edit.reset")
