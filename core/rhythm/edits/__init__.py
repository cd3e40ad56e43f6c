"""What a person can do to the beats of a piece: one frozen class for each kind of edit.

An edit says what was meant, at which time, and nothing of how the grid looks afterwards: `core.rhythm.editing` applies
it, `core.rhythm.edit_history` keeps a row of them. Times are seconds, tempi BPM. A beat is named by its time, within
`SAME_BEAT`. What makes no sense for any piece is refused when the edit is made.
"""

from typing import TypeAlias

from core.messages import Note
from core.rhythm.edits.beats import AddBeat, MakeDownbeat, MoveBeat, RemoveBeat, SetMetre
from core.rhythm.edits.limits import CLOSEST, FACTORS, FASTEST, METRES, SAME_BEAT, SLOWEST, snap
from core.rhythm.edits.passages import ClearBeats, LockBeats, UnlockBeats
from core.rhythm.edits.tempo import ChangeTempo, MoveGrid, Nudge, ScaleTempo, SetTempo, ShiftHalfBeat, TapBeats
from core.rhythm.edits.whole import AcceptProposal, ChooseCandidate, ImportBeats, Reset

__all__ = [
    "CLOSEST",
    "FACTORS",
    "FASTEST",
    "METRES",
    "SAME_BEAT",
    "SLOWEST",
    "AcceptProposal",
    "AddBeat",
    "ChangeTempo",
    "ChooseCandidate",
    "ClearBeats",
    "Edit",
    "ImportBeats",
    "LockBeats",
    "MakeDownbeat",
    "MoveBeat",
    "MoveGrid",
    "Nudge",
    "RemoveBeat",
    "Reset",
    "ScaleTempo",
    "SetMetre",
    "SetTempo",
    "ShiftHalfBeat",
    "TapBeats",
    "UnlockBeats",
    "describe",
    "snap",
]

Edit: TypeAlias = (
    ChooseCandidate | ScaleTempo | SetTempo | ChangeTempo | TapBeats | MakeDownbeat | ShiftHalfBeat | Nudge | MoveBeat
    | MoveGrid | AddBeat | RemoveBeat | SetMetre | ClearBeats | LockBeats | UnlockBeats | AcceptProposal | ImportBeats
    | Reset
)  # fmt: skip
"""Anything that a person does to a grid."""


def describe(edit: Edit) -> Note:
    """Return what an edit did, as it stands in the list of what was done."""
    return edit.describe()
