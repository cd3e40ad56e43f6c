"""Edits of beats and bars where a person is: at the selected beats, at the playhead, or in the selected passage."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from core.language import tr
from core.rhythm.edits import (
    AddBeat,
    ClearBeats,
    Edit,
    LockBeats,
    MakeDownbeat,
    MoveBeat,
    Nudge,
    RemoveBeat,
    SetMetre,
    ShiftHalfBeat,
    UnlockBeats,
    snap,
)
from desktop.clip.beats.editor import BeatEditor
from desktop.clip.timeline import Timeline
from desktop.playback.player import State

if TYPE_CHECKING:
    from desktop.playback.player import Player

NO_SELECTION = tr("Select a passage first: drag on the ruler, or drag with Shift.")
NO_BEATS_SELECTED = tr("Select beats first: click one, Shift+click another for all between.")
SNAP_SECONDS = 0.05
"""How near an onset draws a beat at the playhead to itself."""


class Marking:
    """What keys, buttons and menus do to beats and bars.

    Parameters
    ----------
    say : told one line for a person where there is nothing to do it to
    """

    def __init__(self, editor: BeatEditor, timeline: Timeline, player: Player, say: Callable[[str], None]) -> None:
        self._editor, self._timeline, self._player, self._say = editor, timeline, player, say

    def here(self) -> float:
        """Return the time of the first selected beat, else of the beat nearest to the playhead; else the playhead."""
        editor = self._editor
        beat = min(editor.selected) if editor.selected else editor.nearest(self._timeline.position)
        return self._timeline.position if beat < 0 else float(editor.grid.beat_times[beat])

    def make_downbeat(self) -> None:
        """Let a bar start here."""
        self._editor.perform(MakeDownbeat(self.here()))

    def shift_half(self, later: bool) -> None:
        """Move all beats by half a beat."""
        self._editor.perform(ShiftHalfBeat(later))

    def nudge(self, milliseconds: float) -> None:
        """Move the selected beats, or all."""
        by = milliseconds / 1000
        times = sorted((float(self._editor.grid.beat_times[beat]) for beat in self._editor.selected), reverse=by > 0)
        if times:
            # The one that moves into free room goes first.
            self._perform(
                [MoveBeat(time, max(time + by, 0.0)) for time in times],
                tr("Nudge {n_beats} beats", n_beats=len(times)),
            )
        else:
            self._editor.perform(Nudge(by))

    def step_beats(self, step: int) -> None:
        """Select the next beat, or the one before, and go there unless the clip plays."""
        editor = self._editor
        if not len(editor.grid):
            return
        if editor.selected:
            beat = (max(editor.selected) if step > 0 else min(editor.selected)) + step
        else:
            beat = editor.nearest(self._timeline.position)
        beat = min(max(beat, 0), len(editor.grid) - 1)
        editor.select((beat,))
        seconds = float(editor.grid.beat_times[beat])
        if self._player.state is State.PLAYING:
            self._timeline.reveal(seconds)
        else:
            self._timeline.request_seek(seconds)

    def add_beat(self, seconds: float | None = None) -> None:
        """Add a beat at the playhead, or at the onset close to it."""
        at = self._timeline.position if seconds is None else seconds
        self._editor.perform(AddBeat(snap(at, self._editor.onset_times, SNAP_SECONDS)))

    def remove_selected(self) -> None:
        """Remove the selected beats."""
        times = [float(self._editor.grid.beat_times[beat]) for beat in sorted(self._editor.selected)]
        if times:
            self._perform([RemoveBeat(time) for time in times], tr("Remove {n_beats} beats", n_beats=len(times)))
        else:
            self._say(NO_BEATS_SELECTED)

    def set_metre(self, beats_per_bar: int, from_here: bool) -> None:
        """Set how many beats a bar has, everywhere or from here on."""
        self._editor.perform(SetMetre(beats_per_bar, self.here() if from_here else None))

    def clear_selection(self) -> None:
        """Say that the selected passage has no beats."""
        self._on_selection(ClearBeats)

    def lock_selection(self) -> None:
        """Keep the beats of the selected passage as they are."""
        self._on_selection(LockBeats)

    def unlock_selection(self) -> None:
        """Let the beats of the selected passage change again."""
        self._on_selection(UnlockBeats)

    def _on_selection(self, make: Callable[[float, float], Edit]) -> None:
        if self._timeline.selection is None:
            self._say(NO_SELECTION)
        else:
            self._editor.perform(make(*self._timeline.selection))

    def _perform(self, edits: list[Edit], text: str) -> None:
        self._editor.perform(*edits, text=text if len(edits) > 1 else "")
