"""Edits of a passage: no beats in it, or beats that stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from core.errors import RhythmError
from core.messages import Note
from core.rhythm.edits.limits import check_times, clock


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
        check_times(self.start, self.end)
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
