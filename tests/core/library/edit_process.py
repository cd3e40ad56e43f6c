"""Makes processes that edit beats and are killed; run it and write orders to it, one a line.

Each order starts a process by a fork, which takes a moment where a start of Python takes seconds. `EDIT library` makes
the edit that follows those stored, and waits to be killed. `EDITS library` makes all, one after the other, unless it
is killed before. Both tell the revision of each edit that is stored. When the process is dead, its exit code follows.
"""

import os
import signal
import sys
from fractions import Fraction
from pathlib import Path
from typing import NoReturn

import numpy as np

from core.library.edit_store import open_edit_store
from core.rhythm.edit_history import EditHistory
from core.rhythm.edits import (
    AcceptProposal,
    AddBeat,
    ChangeTempo,
    ChooseCandidate,
    ClearBeats,
    Edit,
    ImportBeats,
    LockBeats,
    MakeDownbeat,
    MoveBeat,
    MoveGrid,
    Nudge,
    RemoveBeat,
    Reset,
    ScaleTempo,
    SetMetre,
    SetTempo,
    ShiftHalfBeat,
    TapBeats,
    UnlockBeats,
)
from core.rhythm.grid import BeatGrid

AUDIO = "5" * 32
START = BeatGrid(0.5 + 0.5 * np.arange(40), np.arange(40) % 4 + 1, 120.0, 4)
EDITS: tuple[Edit, ...] = (
    MoveBeat(2.0, 2.1), AddBeat(5.2), RemoveBeat(5.2), MakeDownbeat(3.0), SetMetre(3), Nudge(0.01), ShiftHalfBeat(),
    ScaleTempo(Fraction(2)), SetTempo(100.0, 4.0), ChangeTempo(12.0, 90.0), TapBeats((4.0, 4.6, 5.2)),
    MoveGrid(4.0, 4.05), LockBeats(2.0, 3.0), UnlockBeats(2.0, 3.0), ClearBeats(8.0, 9.0), ChooseCandidate.of(START),
    AcceptProposal.of(START), ImportBeats.of(START), Reset(), AddBeat(5.2),
)  # fmt: skip
"""One of every kind, and one after the reset."""


def main() -> None:
    for line in sys.stdin:
        order, library = line.rstrip("\n").split(" ", 1)
        child = os.fork()
        if child == 0:
            edit(Path(library), on_and_on=order == "EDITS")
        print("pid", child, flush=True)
        print("exit", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def edit(library: Path, *, on_and_on: bool) -> NoReturn:
    """Store edits, until somebody kills this process."""
    store = open_edit_store(library)
    stored = store.edits(AUDIO)
    history, revision = (EditHistory(START, 21.0), 0) if stored is None else (stored.history, stored.revision)
    while True:
        history = history.added(EDITS[len(history.edits)])
        revision = store.store_edits(AUDIO, history, revision)
        print("stored", revision, flush=True)
        while not on_and_on or revision == len(EDITS):
            signal.pause()


if __name__ == "__main__":
    main()
