"""What the mouse does in the beat bar while one edits: take hold of beats, drag them, add some, select some."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from core.language import tr
from core.rhythm.edits import AddBeat, MoveBeat, MoveGrid, snap
from desktop.clip.beats.beat_bar import HANDLE_ROOM
from desktop.clip.picture.hand import Touch
from desktop.clip.picture.time_text import bar_and_beat, format_time

if TYPE_CHECKING:
    from desktop.clip.beats.editor import BeatEditor
    from desktop.clip.picture.lane_view import LaneView

REACH = 8.0
"""Pixels around a beat that take hold of it, at most."""

DRAG_START = 3.0
"""Pixels after which a press is a drag: fewer than elsewhere, since a correction is often of a few pixels."""

SNAP_PIXELS, SNAP_SECONDS = 8.0, 0.05
"""How near an onset draws a beat to itself: so many pixels, but no more than so many seconds."""


class BeatHand:
    """Turns the mouse in the beat bar into edits.

    Parameters
    ----------
    editor : what is edited
    view : the lanes, for times of pixels
    make_menu : makes the menu for a time and the index of the beat there, -1 for none
    """

    def __init__(self, editor: BeatEditor, view: LaneView, make_menu: Callable[[float, int], QMenu]) -> None:
        self._editor = editor
        self._view = view
        self._make_menu = make_menu
        self._pressed: Touch | None = None
        self._beat = -1
        self._from = 0.0
        self._moved = False

    @property
    def is_dragging(self) -> bool:
        """Whether a beat is being moved."""
        return self._pressed is not None and self._moved

    def beat_at(self, x: float) -> int:
        """Return the index of the beat under a pixel of the view; -1 where there is none to take hold of."""
        times = self._editor.grid.beat_times
        if not len(times):
            return -1
        index = self._editor.nearest(self._view.time_at(x))
        distances = [abs(times[other] - times[index]) for other in (index - 1, index + 1) if 0 <= other < len(times)]
        room = min(distances, default=1.0) * self._pixels_per_second()
        if room < HANDLE_ROOM * 0.75:
            return -1
        return index if abs(self._view.x_at(float(times[index])) - x) <= min(REACH, room / 2) else -1

    def press(self, touch: Touch) -> bool:
        if not self._editor.is_editing:
            return False
        beat = self.beat_at(touch.x)
        if beat < 0:
            if not touch.control:
                self._editor.select(())
            return False
        self._pressed, self._beat, self._moved = touch, beat, False
        self._from = float(self._editor.grid.beat_times[beat])
        return True

    def move(self, touch: Touch) -> None:
        if self._pressed is None:
            self._editor.hover(self.beat_at(touch.x) if self._editor.is_editing else -1)
            return
        if not self._moved and abs(touch.x - self._pressed.x) < DRAG_START:
            return
        if not self._moved:
            self._moved = True
            self._editor.select((self._beat,))
        self._editor.preview(self._edit(touch))

    def release(self, touch: Touch) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return
        if self._moved:
            self._moved = False
            self._editor.perform(self._edit(touch, pressed))
        elif touch.shift:
            self._editor.select_up_to(self._beat)
        elif touch.control:
            self._editor.toggle_selected(self._beat)
        else:
            self._editor.select((self._beat,))

    def cancel(self) -> None:
        """Let go of what is being dragged, and leave it where it was."""
        self._pressed, self._moved = None, False
        self._editor.drop_preview()

    def double_click(self, touch: Touch) -> bool:
        if not self._editor.is_editing:
            return False
        if self.beat_at(touch.x) < 0:
            self._editor.perform(AddBeat(self._snapped(touch.x, touch.alt)))
        return True

    def leave(self) -> None:
        self._editor.hover(-1)

    def menu(self, touch: Touch) -> QMenu | None:
        if not self._editor.is_editing:
            return None
        beat = self.beat_at(touch.x)
        if beat >= 0 and beat not in self._editor.selected:
            self._editor.select((beat,))
        return self._make_menu(self._view.time_at(touch.x), beat)

    def cursor(self, touch: Touch) -> Qt.CursorShape | None:
        if not self._editor.is_editing:
            return None
        if self.is_dragging:
            return Qt.CursorShape.SizeHorCursor
        return Qt.CursorShape.OpenHandCursor if self.beat_at(touch.x) >= 0 else None

    def readout(self, touch: Touch) -> str:
        editor = self._editor
        if not editor.is_editing:
            return ""
        if self.is_dragging:
            to = self._edit(touch).to
            what = tr("From here on") if touch.shift else bar_and_beat(editor.grid, to)
            moved = tr("{to:+.0f} ms", to=1000 * (to - self._from)).replace("-", "\N{MINUS SIGN}")
            return f"{what}   {format_time(to, 3)}   {moved}"
        beat = self.beat_at(touch.x)
        if beat < 0:
            return ""
        seconds = float(editor.grid.beat_times[beat])
        place = bar_and_beat(editor.grid, seconds)
        words = [tr("Beat {place}", place=place), format_time(seconds, 3), editor.certainty_of(beat)]
        return "   ".join(word for word in words if word)

    def _edit(self, touch: Touch, pressed: Touch | None = None) -> MoveBeat | MoveGrid:
        """Return what a drag up to here means."""
        start = self._pressed or pressed
        assert start is not None
        kept = self._view.x_at(self._from) - start.x  # the beat need not jump to where it was taken hold of
        earliest, latest = self._editor.limits(self._from, touch.shift)
        to = min(max(self._snapped(touch.x + kept, touch.alt), earliest), latest)
        return MoveGrid(self._from, to) if touch.shift else MoveBeat(self._from, to)

    def _snapped(self, x: float, free: bool) -> float:
        seconds = self._view.time_at(x)
        reach = min(SNAP_PIXELS / self._pixels_per_second(), SNAP_SECONDS)
        return seconds if free else snap(seconds, self._editor.onset_times, reach)

    def _pixels_per_second(self) -> float:
        return self._view.x_at(1.0) - self._view.x_at(0.0)
