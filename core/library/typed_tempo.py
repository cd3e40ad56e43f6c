"""A BPM that is typed in the library as an edit of the beats, so that tables, clip and library say the same."""

from fractions import Fraction
from typing import TYPE_CHECKING

from core.errors import RhythmError

if TYPE_CHECKING:
    from core.library.grids import StoredEdits, StoredGrids
    from core.rhythm.edits import Edit
    from core.rhythm.grid import BeatGrid

_SAME = 0.004
"""Share by which a typed tempo may differ from a multiple of the present one and still mean it: 60 is half of 120.3."""


def edit_tempo(grids: "StoredGrids", content_id: str, duration: float, bpm: float | None) -> bool:
    """Let the beats of some audio follow a BPM that a person typed.

    Parameters
    ----------
    grids : StoredGrids
        The beats of the library.
    content_id : str
        The audio.
    duration : float
        Its length, seconds.
    bpm : float, optional
        The tempo; None brings back the beats that the tracker found. What was done to them can be undone to.

    Returns
    -------
    bool
        Whether the beats were edited: not where there are none, nor by a tempo that no beats can have.
    """
    from core.rhythm.edit_history import EditHistory
    from core.rhythm.edits import Reset

    stored, grid = grids.edits(content_id), grids.find(content_id)
    if grid is None or (stored is None and len(grid) < 2) or (bpm is None and not _is_edited(stored)):
        return False
    history = EditHistory(grid, max(duration, float(grid.beat_times[-1]))) if stored is None else stored.history
    try:
        edited = history.added(Reset() if bpm is None else _edit_of(history.grid, bpm))
    except RhythmError:
        return False
    grids.store_edits(content_id, edited, 0 if stored is None else stored.revision)
    return True


def _is_edited(stored: "StoredEdits | None") -> bool:
    return stored is not None and stored.history.is_edited


def _edit_of(grid: "BeatGrid", bpm: float) -> "Edit":
    """Return the edit that a typed tempo means: the present tempo by one of `FACTORS`, or a number.

    Only the former keep beats that follow a player; a number makes them steady from the first downbeat on.
    """
    from core.rhythm.edits import FACTORS, ScaleTempo, SetTempo

    if not len(grid):
        return SetTempo(bpm, 0.0)
    for factor in FACTORS:
        if abs(bpm / (grid.tempo * float(factor)) - 1) <= _SAME:
            return ScaleTempo(Fraction(factor))
    downbeats = grid.downbeat_times
    return SetTempo(bpm, float(downbeats[0] if len(downbeats) else grid.beat_times[0]))
