"""Makes an edit of every kind, one after the other, tells each that is stored, and works on until it is killed."""

import sys
import threading
from fractions import Fraction
from pathlib import Path

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


def main(library: Path) -> None:
    history, revision = EditHistory(START, 21.0), 0
    store = open_edit_store(library)
    for edit in EDITS:
        history = history.added(edit)
        revision = store.store_edits(AUDIO, history, revision)
        print(revision, flush=True)
        sys.stdin.readline()  # go on, or be killed here
    threading.Event().wait()  # to be killed here


if __name__ == "__main__":
    main(Path(sys.argv[1]))
