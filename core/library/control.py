"""How a batch is steered, how it says how it goes, and what it came to."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.features.passages import Cut
from core.features.recipe import RECIPE
from core.library.records import FileFailure
from core.workers.limits import Limits

DEFAULT_LIMITS = Limits(seconds=20 * 60.0, memory_bytes=6 * 2**30)
"""A mix of twelve hours takes some ten minutes and four gigabytes."""


class BatchControl:
    """How somebody else steers a batch that runs: each method may be called from any thread."""

    def __init__(self) -> None:
        self._paused = threading.Event()
        self._cancelled = threading.Event()

    def pause(self) -> None:
        """Give out no further file; those that are worked on are finished."""
        self._paused.set()

    def resume(self) -> None:
        """Go on."""
        self._paused.clear()

    def cancel(self) -> None:
        """Stop; what is not finished waits for a later batch."""
        self._cancelled.set()

    @property
    def is_paused(self) -> bool:
        """Whether no further file is given out."""
        return self._paused.is_set()

    @property
    def is_cancelled(self) -> bool:
        """Whether it shall stop."""
        return self._cancelled.is_set()


@dataclass(frozen=True)
class BatchProgress:
    """How a batch goes: `done` are analysed here, `skipped` were known, `current` are worked on; NaN when unknown."""

    total: int
    done: int
    failed: int
    skipped: int
    current: tuple[str, ...]
    files_per_second: float
    seconds_left: float
    is_paused: bool

    @property
    def fraction(self) -> float:
        """Share of all files that need no more work."""
        return (self.done + self.failed + self.skipped) / self.total if self.total else 1.0


@dataclass(frozen=True)
class BatchResult:
    """What a batch came to; `problem` says in one line why it ended before all files were done, if it did."""

    analysed: int
    skipped: int
    failed: tuple[FileFailure, ...]
    was_cancelled: bool
    problem: str | None = None
    trouble: Exception | None = None
    """The exception that `problem` tells of."""


@dataclass(frozen=True)
class BatchOptions:
    """How a batch works.

    Attributes
    ----------
    cut : what a row of the bar table is
    limits : of each file
    retry_failed : also do files that failed before and have not changed
    arrays : where the pictures of a file belong, by its location; None for no pictures
    with_pictures : whether the catalogue keeps what a window shows of a track before its audio is read, some hundred
        kilobytes
    recipe : of the genre features that are wanted: a file that was analysed without them is analysed again
    """

    cut: Cut = "bars"
    limits: Limits = DEFAULT_LIMITS
    retry_failed: bool = False
    arrays: Callable[[str], Path] | None = None
    with_pictures: bool = True
    recipe: str = RECIPE
