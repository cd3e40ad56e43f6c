"""Everything about correcting beats in one place: what menus, keys and the tool bar call."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu

from core.errors import RhythmError
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
    Nudge,
    RemoveBeat,
    Reset,
    ScaleTempo,
    SetMetre,
    SetTempo,
    ShiftHalfBeat,
    TapBeats,
    UnlockBeats,
    snap,
)
from core.rhythm.estimate import BeatEstimate, TempoCandidate
from core.rhythm.grid import BeatGrid
from core.rhythm.tempo_text import tempo_text
from desktop.clip.beats.actions import METRE_HERE_MENU
from desktop.clip.beats.beat_bar import EDIT_HEIGHT, REST_HEIGHT, BeatBarItem, BeatsShown
from desktop.clip.beats.edit_tools import HINT, EditTools, menu_of
from desktop.clip.beats.editor import BeatEditor, n_different
from desktop.clip.beats.gestures import BeatHand
from desktop.clip.beats.history import HistoryList
from desktop.clip.beats.notice import BeatNotice
from desktop.clip.beats.taps import FEWEST_TAPS, Taps, meant_by
from desktop.clip.picture.lane import Lane, LaneHeight
from desktop.clip.timeline import Timeline
from desktop.playback.player import State
from desktop.widgets.theme import Theme

if TYPE_CHECKING:
    from core.analysis import ClipSource, Rhythm
    from core.rhythm.edit_history import EditHistory
    from desktop.clip.picture.canvas import ClipCanvas
    from desktop.clip.transport import Transport
    from desktop.playback.player import Player

BEAT_MENU = ("downbeat", "remove_beats", None, "tempo_here", None, "no_beats", "lock_beats", "unlock_beats")
"""Keys of what a right click on a beat offers."""

NOT_PLAYING = "Play the clip (Space), then tap T on each beat."
NO_SELECTION = "Select a passage first: drag on the ruler, or drag with Shift."
PROPOSE_MS = 300
"""A proposal is asked for once nothing was done for so long: a nudge seldom comes alone."""

OVERTAKEN = "The beats were edited in another window, and these edits are shown."
SNAP_SECONDS = 0.05
"""How near an onset draws a beat at the playhead to itself."""


class BeatDesk(QObject):
    """The editor of the open clip with its bar in the picture and its tools.

    Attributes
    ----------
    editor : what is edited
    tools : the bar of tools, hidden unless one edits
    lane : the beat bar
    """

    changed = Signal()
    """What can be done has changed."""
    opened = Signal(str)
    """`content_id` of the clip whose beats were taken up."""
    edited = Signal(str, object)
    """`content_id` and the `EditHistory`, after each edit, undo and redo: to be stored."""
    corrected = Signal(object)
    """The `EditHistory` whenever it is another one, also when it was stored before: rows are to follow its grid."""
    proposal_wanted = Signal(object, object)
    """Activations and constraints to decode a proposal from; `take_proposal` takes it."""
    said = Signal(str)
    """One line for a person."""

    def __init__(
        self,
        timeline: Timeline,
        player: Player,
        canvas: ClipCanvas,
        transport: Transport,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._timeline, self._player, self._canvas, self._transport = timeline, player, canvas, transport
        self.editor = BeatEditor(self)
        self.taps = Taps(self)
        self.item = BeatBarItem()
        self.lane = Lane(
            "beats", "Beats", "Beats and downbeats; B edits them", LaneHeight(0.01, REST_HEIGHT, REST_HEIGHT),
            [self.item], 0.0, 1.0,
        )  # fmt: skip
        canvas.add_lane(self.lane, "Beats", below="waveform")
        self.hand = BeatHand(self.editor, canvas.lane_view, self._menu)
        self.lane.hand = self.hand
        self.tools = EditTools(self)
        self.tools.setVisible(False)
        self.notice = BeatNotice(canvas, self.accept, self.refuse)
        self.history = HistoryList(self.editor.stack, canvas)
        self.proposal: BeatGrid | None = None
        self._content_id = ""
        self._tempo_start: float | None = None
        self._proposing = QTimer(self, interval=PROPOSE_MS, singleShot=True)
        self._connect()

    # --- the clip --------------------------------------------------------------------------------------------------

    def show_rhythm(self, rhythm: Rhythm, source: ClipSource) -> None:
        """Take up the beats that were found in a clip; what was done to them since they were taken up stays."""
        if source.content_id == self._content_id and rhythm.estimate is self.editor.estimate:
            return
        self._content_id = source.content_id
        self.editor.load(rhythm, source.duration)
        self.proposal = None
        self.tools.show_candidates(self.editor.estimate.candidates)
        self._show_everything()
        self.opened.emit(source.content_id)

    def take_stored(self, content_id: str, states: Sequence[EditHistory], *, overtaken: bool = False) -> None:
        """Take up edits that were stored, if they are of this clip; what was done since it was opened comes after them.

        Parameters
        ----------
        content_id : the audio
        states : the history with all before it
        overtaken : whether another window made them meanwhile; they count then, whatever was done here
        """
        if content_id != self._content_id or not self.editor.is_loaded:
            return
        own = () if overtaken else self.editor.history.edits
        self.editor.restore(states)
        if overtaken:
            self.said.emit(OVERTAKEN)
        elif own:
            self.editor.perform(*own)

    def clear(self) -> None:
        """Forget the clip."""
        self.taps.cancel()
        self.editor.clear()
        self._content_id, self.proposal = "", None
        self.item.show_beats(None)
        self.changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.tools.set_theme(theme)

    def abilities(self) -> frozenset[str]:
        """Return what can be done now, in the terms of `desktop.actions`."""
        editor, stack = self.editor, self.editor.stack
        able = {
            "beats": editor.is_loaded,
            "editing beats": editor.is_editing,
            "edited beats": editor.history.is_edited,
            "proposal": self.proposal is not None or bool(self.taps.times),
            "undo": stack.canUndo(),
            "redo": stack.canRedo(),
        }
        return frozenset(name for name, is_so in able.items() if is_so)

    # --- the mode --------------------------------------------------------------------------------------------------

    def hint(self) -> str:
        """One quiet line for the bottom of the window; "" unless one edits."""
        return HINT if self.editor.is_editing else ""

    def toggle_editing(self) -> None:
        """Begin to edit beats, or end."""
        if self.editor.is_editing:
            self.leave()
        else:
            self.editor.set_editing(True)

    def leave(self) -> None:
        """End editing; what was done stays."""
        self.taps.cancel()
        self.editor.set_editing(False)

    def escape(self) -> bool:
        """Take one step back: a drag, taps, a proposal, a selection, the mode; whether there was one to take."""
        if self.hand.is_dragging:
            self.hand.cancel()
        elif self.taps.times:
            self.taps.cancel()
        elif self.proposal is not None:
            self.refuse()
        elif self.editor.selected:
            self.editor.select(())
        elif self._timeline.selection is not None:
            self._timeline.selection = None
        elif self.editor.is_editing:
            self.leave()
        else:
            return False
        return True

    # --- tempo -----------------------------------------------------------------------------------------------------

    def import_grid(self, grid: BeatGrid, name: str) -> None:
        """Take beats that were read from a file of a name."""
        self.editor.perform(ImportBeats.of(grid), text=f"Import {name}")

    def choose(self, candidate: TempoCandidate) -> None:
        """Take another reading of the tempo."""
        self.hear_no_more()
        self.editor.perform(ChooseCandidate.of(candidate.grid))
        self.tools.show_grid(self.editor.grid)

    def hear(self, candidate: TempoCandidate) -> None:
        """Show the beats of a reading, and click on them where the clip plays."""
        self.editor.show_ghosts(candidate.grid)
        self._transport.hear_beats(candidate.grid)

    def hear_no_more(self) -> None:
        """Show and click on the present beats again."""
        self.editor.show_ghosts(self.proposal)
        self._transport.hear_beats(None)

    def scale(self, factor: Fraction) -> None:
        """Multiply the tempo."""
        self.editor.perform(ScaleTempo(factor))

    def type_tempo(self) -> None:
        """Ask for a tempo."""
        self._tempo_start = None
        self.tools.ask_for_tempo()

    def change_tempo(self, start: float | None = None) -> None:
        """Ask for the tempo from here on."""
        self._tempo_start = self.here() if start is None else start
        self.tools.ask_for_tempo(self._tempo_start)

    def take_tempo(self, bpm: float) -> None:
        """Take the tempo that was typed."""
        if self._tempo_start is None:
            self.editor.perform(SetTempo(bpm, self.here()))
        else:
            self.editor.perform(ChangeTempo(self._tempo_start, bpm))

    def leave_tempo(self) -> None:
        """Leave the field of the tempo."""
        self._tempo_start = None
        self.tools.leave_tempo()
        self.tools.show_grid(self.editor.grid)
        self._canvas.lane_view.setFocus()

    def tap(self) -> None:
        """Take a tap at what is heard now."""
        self.editor.set_editing(True)
        if self._player.state is not State.PLAYING:
            self._say(NOT_PLAYING)
        else:
            self.taps.tap(self._player.position)

    # --- beats and bars --------------------------------------------------------------------------------------------

    def here(self) -> float:
        """Return the time of the first selected beat, else of the beat nearest to the playhead; else the playhead."""
        editor = self.editor
        beat = min(editor.selected) if editor.selected else editor.nearest(self._timeline.position)
        return self._timeline.position if beat < 0 else float(editor.grid.beat_times[beat])

    def make_downbeat(self) -> None:
        """Let a bar start here."""
        self.editor.perform(MakeDownbeat(self.here()))

    def shift_half(self, later: bool) -> None:
        """Move all beats by half a beat."""
        self.editor.perform(ShiftHalfBeat(later))

    def nudge(self, milliseconds: float) -> None:
        """Move the selected beats, or all."""
        by = milliseconds / 1000
        times = sorted((float(self.editor.grid.beat_times[beat]) for beat in self.editor.selected), reverse=by > 0)
        if times:
            # The one that moves into free room goes first.
            self._perform([MoveBeat(time, max(time + by, 0.0)) for time in times], f"Nudge {len(times)} beats")
        else:
            self.editor.perform(Nudge(by))

    def step_beats(self, step: int) -> None:
        """Select the next beat, or the one before, and go there unless the clip plays."""
        editor = self.editor
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
        self.editor.perform(AddBeat(snap(at, self.editor.onset_times, SNAP_SECONDS)))

    def remove_selected(self) -> None:
        """Remove the selected beats."""
        times = [float(self.editor.grid.beat_times[beat]) for beat in sorted(self.editor.selected)]
        if times:
            self._perform([RemoveBeat(time) for time in times], f"Remove {len(times)} beats")
        else:
            self._say("Select beats first: click one, Shift+click another for all between.")

    def set_metre(self, beats_per_bar: int, from_here: bool) -> None:
        """Set how many beats a bar has, everywhere or from here on."""
        self.editor.perform(SetMetre(beats_per_bar, self.here() if from_here else None))

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
            self.editor.perform(make(*self._timeline.selection))

    def _perform(self, edits: list[Edit], text: str) -> None:
        self.editor.perform(*edits, text=text if len(edits) > 1 else "")

    # --- what was done, and what is proposed -----------------------------------------------------------------------

    def undo(self) -> None:
        """Undo the last edit."""
        self.editor.stack.undo()

    def redo(self) -> None:
        """Do again what was undone."""
        self.editor.stack.redo()

    def reset(self) -> None:
        """Go back to the beats as they were found."""
        self.editor.perform(Reset())

    def toggle_history(self) -> None:
        """Show the list of what was done, or hide it."""
        self.history.open_above(self.tools.more_button)

    def take_proposal(self, estimate: BeatEstimate) -> None:
        """Propose what was decoded again around the corrections, if the beats are still being edited."""
        if self.editor.is_editing and not self._proposing.isActive():
            self.propose(estimate.grid)

    def propose(self, grid: BeatGrid) -> None:
        """Show other beats that fit what was corrected, where they are others."""
        n_changed = n_different(self.editor.grid, grid)
        self.proposal = grid if n_changed else None
        self.editor.show_ghosts(self.proposal)
        self._show_proposal(n_changed)
        self.changed.emit()

    def accept(self) -> None:
        """Take the proposal; or end a series of taps."""
        if self.taps.times:
            self.taps.finish()
        elif self.proposal is not None:
            self.editor.perform(AcceptProposal.of(self.proposal))

    def refuse(self) -> None:
        """Drop the proposal."""
        self._drop_proposal()
        self.changed.emit()

    def _drop_proposal(self) -> None:
        self.proposal = None
        self.editor.show_ghosts(None)
        self.notice.show_text("")

    def _show_proposal(self, n_changed: int) -> None:
        what = "1 beat changes" if n_changed == 1 else f"{n_changed:,} beats change"
        self.notice.show_text(f"Proposal: {what}" if n_changed else "", is_proposal=True)

    # --- what follows from changes ---------------------------------------------------------------------------------

    def _take_taps(self, taps: tuple[float, ...]) -> None:
        self._say("")
        try:
            edit = TapBeats(meant_by(taps, self.editor.onset_times))
        except RhythmError as error:
            self._refuse_edit(str(error))
        else:
            self.editor.perform(edit)

    def _show_taps(self, count: int, tempo: float) -> None:
        speed = "" if math.isnan(tempo) else f" · {tempo_text(tempo)} BPM"
        left = "Return or a pause ends" if count >= FEWEST_TAPS else f"{FEWEST_TAPS - count} more"
        self._say(f"Taps: {count}{speed} · {left} · Esc cancels")
        self.changed.emit()

    def _end_taps(self) -> None:
        self._say("")
        self.changed.emit()

    def _refuse_edit(self, reason: str) -> None:
        if self.editor.is_editing:
            self._say(reason)
        else:
            self.said.emit(reason)

    def _show_mode(self, editing: bool) -> None:
        height = EDIT_HEIGHT if editing else REST_HEIGHT
        self.lane.height = LaneHeight(0.01, height, height)
        self._say("")
        self._canvas.lane_view.arrange()
        self.tools.setVisible(editing)
        self._show_everything()

    def _take_edit(self) -> None:
        self._follow()
        self.edited.emit(self._content_id, self.editor.history)

    def _follow(self) -> None:
        self._drop_proposal()
        self._proposing.start()
        self._transport.show_rhythm(self.editor.rhythm)
        self._show_everything()
        self.corrected.emit(self.editor.history)

    def _show_grid(self, grid: BeatGrid) -> None:
        self._canvas.lane_view.show_beats(grid, self._timeline.duration)
        self._show_bar()

    def _show_everything(self) -> None:
        self._show_bar()
        self.tools.show_grid(self.editor.grid)
        self.tools.show_abilities(self.abilities())
        self.changed.emit()

    def _ask_for_proposal(self) -> None:
        """Have the rest decoded around what was corrected last, unless that was to take such a grid."""
        history, activations = self.editor.history, self.editor.estimate.activations
        decoded = not history.is_edited or isinstance(history.edits[-1], AcceptProposal | ChooseCandidate | ImportBeats)
        if self.editor.is_editing and activations is not None and not decoded:
            self.proposal_wanted.emit(activations, self.editor.constraints())

    def _say(self, text: str) -> None:
        self.notice.show_text(text)

    def _show_bar(self) -> None:
        editor = self.editor
        if not editor.is_loaded:
            self.item.show_beats(None)
            return
        self.item.show_beats(
            BeatsShown(
                editor.grid,
                editor.confidence(),
                editor.selected,
                editor.hovered,
                editor.ghosts,
                editor.silences,
                editor.locked,
                editor.is_editing,
            )
        )

    def _menu(self, seconds: float, beat: int) -> QMenu:
        """Return the menu for a place of the beat bar."""
        lanes = self._canvas.lane_view
        if beat >= 0:
            menu = menu_of(BEAT_MENU, self, lanes)
        else:
            menu = QMenu(lanes)
            menu.addAction("Add beat here", lambda: self.add_beat(seconds))
            menu.addAction("Tempo changes here", lambda: self.change_tempo(seconds))
            menu.addSeparator()
            menu.addActions(menu_of(("no_beats", "lock_beats", "unlock_beats"), self, menu).actions())
        here = menu_of(METRE_HERE_MENU, self, menu)
        here.setTitle("Metre from here on")
        if beat >= 0:
            menu.addMenu(here)
        return menu

    def _connect(self) -> None:
        editor, stack = self.editor, self.editor.stack
        editor.grid_changed.connect(self._show_grid)
        editor.edited.connect(self._take_edit)
        editor.restored.connect(self._follow)
        editor.looks_changed.connect(self._show_bar)
        editor.mode_changed.connect(self._show_mode)
        editor.refused.connect(self._refuse_edit)
        stack.indexChanged.connect(self._show_abilities)
        self._proposing.timeout.connect(self._ask_for_proposal)
        self.taps.changed.connect(self._show_taps)
        self.taps.finished.connect(self._take_taps)
        self.taps.cancelled.connect(self._end_taps)

    def _show_abilities(self, _index: int = 0) -> None:
        self.tools.show_abilities(self.abilities())
        self.changed.emit()
