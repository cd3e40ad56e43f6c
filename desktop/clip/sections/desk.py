"""The sections of the open clip as a person edits them: their lane, their edits on the stack of what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QLineEdit

from core.language import tr
from core.structure.section_edits import rename
from core.structure.sections import NO_SECTIONS, Sections
from desktop.clip.picture.lane import LINE, Lane, LaneHeight
from desktop.clip.picture.sections import SECTION_HEIGHT, SectionItem
from desktop.clip.sections.commands import SectionCommand, States
from desktop.clip.sections.hand import SectionHand
from desktop.clip.timeline import Timeline
from desktop.widgets.theme import UNIT

if TYPE_CHECKING:
    from core.analysis import ClipSource
    from desktop.clip.picture.canvas import ClipCanvas

DESCRIPTION = tr(
    "Sections; equal letters repeat each other. Click selects, dragging a border moves it (Alt: off "
    "the downbeats), a double click renames, a right click offers more"
)


class SectionDesk(QObject):
    """What is shown in the lane, and every edit of it.

    Attributes
    ----------
    item, lane : in the picture
    timeline : its selection is that of the lane
    """

    opened = Signal(str)
    """`content_id` of a clip whose sections were taken up."""
    edited = Signal(str, object)
    """`content_id` and the states, after each edit, undo and redo: to be stored."""
    changed = Signal(object)
    """The `Sections` that are shown, whenever a person has made them others: rows are to follow."""
    drawn = Signal(object)
    """The `Sections` of the lane, found or edited."""

    def __init__(
        self, timeline: Timeline, canvas: ClipCanvas, stack: QUndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.timeline, self._canvas, self._stack = timeline, canvas, stack
        self.item = SectionItem()
        self.lane = Lane(
            "sections", tr("Sections"), DESCRIPTION, LaneHeight(0.01, SECTION_HEIGHT, 3 * SECTION_HEIGHT, floor=LINE),
            [self.item], 0.0, 1.0, describe=self.item.describe,
        )  # fmt: skip
        canvas.add_lane(self.lane, tr("Sections"), below="beats")
        self.lane.hand = SectionHand(self, canvas.lane_view)
        self._field: QLineEdit | None = None
        self._states: States = ()
        self._found: Sections | None = None
        self._content_id = ""
        self._is_pushing = False

    # --- the clip --------------------------------------------------------------------------------------------------

    @property
    def sections(self) -> Sections:
        """The sections without those of a drag."""
        return self._states[-1] if self._states else NO_SECTIONS

    @property
    def shown(self) -> Sections:
        """The sections of the lane, those of a drag while there is one."""
        return self.item.sections

    @property
    def is_edited(self) -> bool:
        """Whether a person has made the sections what they are."""
        return len(self._states) > 1

    @property
    def by_hand(self) -> Sections | None:
        """The sections as a person left them; None if they were not edited."""
        return self.sections if self.is_edited else None

    def show_found(self, sections: Sections, source: ClipSource) -> None:
        """Take up the sections that were found in a clip; those that a person made of them stay."""
        self._found = sections
        is_new = source.content_id != self._content_id
        self._content_id = source.content_id
        if is_new or not self.is_edited:
            self._states = (sections,)
        self.lane.furniture.set_note("" if len(sections) else tr("No sections"))
        self._show()
        if is_new:
            self.opened.emit(source.content_id)

    def take_stored(self, content_id: str, states: States) -> None:
        """Take up edits that were stored, if they are of this clip; what was done meanwhile comes after them."""
        if content_id != self._content_id:
            return
        meanwhile = self._states[1:]
        self._states = (*states, *meanwhile)
        if not meanwhile:
            self.push_again()
        self._show()
        self.changed.emit(self.sections)
        if meanwhile:
            self.edited.emit(self._content_id, self._states)

    def push_again(self) -> None:
        """Put the edits on a stack that was cleared for the beats of the same clip."""
        self._is_pushing = True
        try:
            for place in range(1, len(self._states)):
                text = tr("Edit sections")
                self._stack.push(SectionCommand(self, self._states[:place], self._states[: place + 1], text))
        finally:
            self._is_pushing = False

    def clear(self) -> None:
        """Forget the clip."""
        self._end_renaming()
        self._states, self._found, self._content_id = (), None, ""
        self._show()

    # --- editing ---------------------------------------------------------------------------------------------------

    def preview(self, sections: Sections) -> None:
        """Show sections in the lane alone, while a border is dragged."""
        self.item.show_sections(sections)

    def perform(self, sections: Sections, text: str) -> None:
        """Make an edit, as one step of the stack; nothing where it changes nothing."""
        if sections.same_as(self.sections):
            self._show()
            return
        self._stack.push(SectionCommand(self, self._states, (*self._states, sections), text))

    def reset(self) -> None:
        """Go back to the sections that were found; it can be undone."""
        if self.is_edited and self._found is not None:
            self._stack.push(SectionCommand(self, self._states, (self._found,), tr("Reset sections")))

    def put(self, states: States) -> None:
        """Put states in place: what the commands of the stack do."""
        if self._is_pushing:
            return
        self._states = states
        self._show()
        self.edited.emit(self._content_id, states)
        self.changed.emit(self.sections)

    def begin_renaming(self, place: int, *, all_alike: bool = True) -> None:
        """Open a field over a section for its label; Return takes it, Esc leaves the label as it is."""
        self._end_renaming()
        sections, view = self.sections, self._canvas.lane_view
        field = self._field = QLineEdit(sections.labels[place], view.viewport())
        field.setAccessibleName(tr("Label of the section"))
        field.setMaxLength(60)
        rect = self.lane.rect
        left = max(view.x_at(float(sections.times[place])), rect.left())
        right = min(view.x_at(float(sections.times[place + 1])), rect.right())
        width = max(int(right - left), 12 * UNIT)
        left = min(left, rect.right() - width)
        height = min(int(rect.height()), SECTION_HEIGHT) + 4
        field.setGeometry(int(left), int(rect.center().y() - height / 2), width, height)
        field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        field.selectAll()
        field.returnPressed.connect(lambda: self._take_label(place, field.text(), all_alike=all_alike))
        field.editingFinished.connect(self._end_renaming)
        field.show()
        field.setFocus()

    def _take_label(self, place: int, text: str, *, all_alike: bool) -> None:
        self._end_renaming()
        self.perform(rename(self.sections, place, text, all_alike=all_alike), tr("Rename section"))

    def _end_renaming(self) -> None:
        field, self._field = self._field, None
        if field is not None:
            field.hide()
            field.deleteLater()

    @property
    def is_renaming(self) -> bool:
        """Whether a field for a label is open."""
        return self._field is not None

    def escape(self) -> bool:
        """Close the field for a label; False where there is none."""
        if self._field is None:
            return False
        self._end_renaming()
        return True

    def _show(self) -> None:
        self.item.show_sections(self.sections)
        self.drawn.emit(self.sections)
