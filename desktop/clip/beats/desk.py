"""Everything about correcting beats in one place: what menus, keys and the tool bar call."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from core.errors import RhythmError
from core.language import tr
from core.rhythm.edits import (
    ChangeTempo,
    ChooseCandidate,
    ImportBeats,
    Reset,
    ScaleTempo,
    SetTempo,
    TapBeats,
)
from core.rhythm.estimate import TempoCandidate
from core.rhythm.grid import BeatGrid
from core.rhythm.tempo_text import tempo_text
from desktop.clip.beats.actions import METRE_HERE_MENU
from desktop.clip.beats.beat_bar import EDIT_HEIGHT, REST_HEIGHT, BeatBarItem, BeatsShown
from desktop.clip.beats.edit_tools import HINT, EditTools, menu_of
from desktop.clip.beats.editor import BeatEditor
from desktop.clip.beats.gestures import BeatHand
from desktop.clip.beats.history import HistoryList
from desktop.clip.beats.marking import Marking
from desktop.clip.beats.notice import BeatNotice
from desktop.clip.beats.proposals import Proposals
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

NOT_PLAYING = tr("Play the clip (Space), then tap T on each beat.")
EMPTY = tr("No beats")
EMPTY_TO_EDIT = tr("No beats: tap along (T), type a tempo (P), or double-click where one is")
OVERTAKEN = tr("The beats were edited in another window, and these edits are shown.")


class BeatDesk(QObject):
    """The editor of the open clip with its bar in the picture and its tools.

    Attributes
    ----------
    editor : what is edited
    proposals : what is proposed in place of the present beats
    marks : the edits of beats and bars at the playhead and at what is selected
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
        self.marks: Marking = Marking(self.editor, timeline, player, self._say)
        self.taps = Taps(self)
        self.item = BeatBarItem()
        self.lane = Lane(
            "beats", tr("Beats"), tr("Beats and downbeats; B edits them"), LaneHeight(0.01, REST_HEIGHT, REST_HEIGHT),
            [self.item], 0.0, 1.0,
        )  # fmt: skip
        canvas.add_lane(self.lane, tr("Beats"), below="waveform")
        self.hand = BeatHand(self.editor, canvas.lane_view, self._menu)
        self.lane.hand = self.hand
        self.tools = EditTools(self)
        self.tools.setVisible(False)
        self.notice = BeatNotice(canvas, self.accept, self.refuse)
        self.history = HistoryList(self.editor.stack, canvas)
        self.proposals = Proposals(self.editor, self.notice, self)
        self._content_id = ""
        self._tempo_start: float | None = None
        self._connect()

    # --- the clip --------------------------------------------------------------------------------------------------

    def show_rhythm(self, rhythm: Rhythm, source: ClipSource) -> None:
        """Take up the beats that were found in a clip; what was done to them since they were taken up stays."""
        if source.content_id == self._content_id and rhythm.estimate is self.editor.estimate:
            self._show_bar()
            return
        self._content_id = source.content_id
        self.editor.load(rhythm, source.duration)
        self.proposals.forget()
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
        self._content_id = ""
        self.proposals.forget()
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
            "proposal": self.proposals.current is not None or bool(self.taps.times),
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
        elif self.proposals.current is not None:
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
        self.editor.perform(ImportBeats.of(grid), text=tr("Import {name}", name=name))

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
        self.editor.show_ghosts(self.proposals.current)
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
        self._tempo_start = self.marks.here() if start is None else start
        self.tools.ask_for_tempo(self._tempo_start)

    def take_tempo(self, bpm: float) -> None:
        """Take the tempo that was typed."""
        if self._tempo_start is None:
            self.editor.perform(SetTempo(bpm, self.marks.here()))
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

    def accept(self) -> None:
        """Take the proposal; or end a series of taps."""
        if self.taps.times:
            self.taps.finish()
        else:
            self.proposals.accept()

    def refuse(self) -> None:
        """Drop the proposal."""
        self.proposals.drop()
        self.changed.emit()

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
        speed = "" if math.isnan(tempo) else tr(" · {tempo} BPM", tempo=tempo_text(tempo))
        left = tr("Return or a pause ends") if count >= FEWEST_TAPS else tr("{n} more", n=FEWEST_TAPS - count)
        self._say(tr("Taps: {count}{speed} · {left} · Esc cancels", count=count, speed=speed, left=left))
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
        self.proposals.begin_anew()
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

    def _say(self, text: str) -> None:
        self.notice.show_text(text)

    def _show_bar(self) -> None:
        editor = self.editor
        if not editor.is_loaded:
            self.item.show_beats(None)
            return
        nothing = EMPTY_TO_EDIT if editor.is_editing else EMPTY
        self.lane.furniture.set_note("" if len(editor.grid) or editor.ghosts is not None else nothing)
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
            menu.addAction(tr("Add beat here"), lambda: self.marks.add_beat(seconds))
            menu.addAction(tr("Tempo changes here"), lambda: self.change_tempo(seconds))
            menu.addSeparator()
            menu.addActions(menu_of(("no_beats", "lock_beats", "unlock_beats"), self, menu).actions())
        here = menu_of(METRE_HERE_MENU, self, menu)
        here.setTitle(tr("Metre from here on"))
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
        self.proposals.changed.connect(self.changed)
        self.taps.changed.connect(self._show_taps)
        self.taps.finished.connect(self._take_taps)
        self.taps.cancelled.connect(self._end_taps)

    def _show_abilities(self, _index: int = 0) -> None:
        self.tools.show_abilities(self.abilities())
        self.changed.emit()
