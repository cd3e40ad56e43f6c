"""Edits of sections on the stack of what was done, beside those of beats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from core.structure.sections import Sections
    from desktop.clip.sections.desk import SectionDesk

States = tuple["Sections", ...]
"""Sections as they were found and after each edit."""


class SectionCommand(QUndoCommand):
    """From some states to others; both are kept, so that undoing brings back the very same sections."""

    def __init__(self, desk: SectionDesk, before: States, after: States, text: str) -> None:
        super().__init__(text)
        self._desk, self._before, self._after = desk, before, after

    def redo(self) -> None:
        self._desk.put(self._after)

    def undo(self) -> None:
        self._desk.put(self._before)
