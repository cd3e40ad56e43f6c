"""Edits on the stack of what was done: each can be undone and done again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from core.rhythm.edit_history import EditHistory
    from desktop.clip.beats.editor import BeatEditor


class EditCommand(QUndoCommand):
    """From one state of the beats to the next; both are kept, so that undoing brings back the very same grid."""

    def __init__(self, editor: BeatEditor, before: EditHistory, after: EditHistory, text: str) -> None:
        super().__init__(text)
        self._editor = editor
        self._before = before
        self._after = after

    def redo(self) -> None:
        self._editor.put(self._after)

    def undo(self) -> None:
        self._editor.put(self._before)
