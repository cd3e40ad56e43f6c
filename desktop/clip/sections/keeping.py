"""Edits of sections on their way to the library and back, in a thread of their own and in their order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import reason_for
from core.language import tr
from desktop.clip.beats.keeping import path_of
from desktop.tasks import Task, TaskRunner
from desktop.threads import ThreadWorkers, call

if TYPE_CHECKING:
    from core.library.section_store import StoredSections
    from core.structure.sections import Sections


class SectionKeeper(QObject):
    """Stores what is done to sections the moment it is done, by the identity of the audio.

    Parameters
    ----------
    library : returns the path of the library that the user chose, "" for the default one
    """

    loaded = Signal(str, object)
    """`content_id` and the states that are stored for it; nothing comes where nothing is stored."""
    failed = Signal(str)
    """One line for a person."""

    def __init__(self, library: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._thread = TaskRunner(ThreadWorkers(1, "section-edits", finishes=True), self)
        self._drawer = SectionDrawer()

    def load(self, content_id: str) -> None:
        """Look for stored edits of some audio; `loaded` follows where there are any."""
        task = self._run(self._drawer.load, self._library(), content_id)
        task.succeeded.connect(lambda states: self.loaded.emit(content_id, states) if states else None)

    def keep(self, content_id: str, states: tuple[Sections, ...]) -> None:
        """Store the sections as they were found and after each edit."""
        self._run(self._drawer.keep, self._library(), content_id, states)

    def shutdown(self) -> None:
        """Write what waits, and end the thread."""
        self._run(self._drawer.close)
        self._thread.shutdown()

    def _run(self, fn: Callable[..., object], *args: object) -> Task:
        task = self._thread.run(call, fn, *args)
        task.failed.connect(
            lambda error: self.failed.emit(tr("The sections could not be stored: {reason}", reason=reason_for(error)))
        )
        return task


class SectionDrawer:
    """The open store; used by the keeper's thread alone. `library` is as for `SectionKeeper`."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._store: StoredSections | None = None

    def load(self, library: str, content_id: str) -> tuple[Sections, ...]:
        """Return the stored states; none where nothing is stored. No library is made for that."""
        if not path_of(library).exists() and self._store is None:
            return ()
        return self._open(library).states(content_id)

    def keep(self, library: str, content_id: str, states: tuple[Sections, ...]) -> None:
        """Store the states of some audio."""
        self._open(library).store(content_id, states)

    def close(self) -> None:
        """Close the store."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _open(self, library: str) -> StoredSections:
        """Return the store of a library; a former one is closed."""
        from core.library.edit_store import open_section_store

        path = path_of(library)
        if self._store is None or path != self._path:
            self.close()
            self._store, self._path = open_section_store(path), path
        return self._store
