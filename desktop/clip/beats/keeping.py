"""Edits of beats on their way to the library and back, in a thread of their own and in their order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from core.errors import ConflictError, reason_for
from core.language import tr
from desktop.tasks import Task, TaskRunner
from desktop.threads import ThreadWorkers, call

if TYPE_CHECKING:
    from core.analysis import ClipAnalysis
    from core.features.table import Tables
    from core.library.grids import StoredGrids
    from core.rhythm.edit_history import EditHistory
    from core.rhythm.estimate import Activations

States: TypeAlias = "tuple[EditHistory, ...]"
"""A history and those before it, from the one without edits on."""


class BeatKeeper(QObject):
    """Stores what is done to beats the moment it is done, by the identity of the audio.

    Parameters
    ----------
    library : returns the path of the library that the user chose, "" for the default one
    """

    loaded = Signal(str, object)
    """`content_id` and the `States` that are stored for it; nothing comes where nothing is stored."""
    overtaken = Signal(str, object)
    """The same, where another window has stored edits meanwhile: these count."""
    key_loaded = Signal(str, object)
    """`content_id` and the key that a person set for it in the library, None if there is none."""
    failed = Signal(str)
    """One line for a person."""

    def __init__(self, library: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._thread = TaskRunner(ThreadWorkers(1, "beat-edits", finishes=True), self)
        self._drawer = Drawer()

    def load(self, content_id: str) -> None:
        """Look for stored edits of some audio; `loaded` follows where there are any."""
        task = self._run(self._drawer.load, self._library(), content_id)
        task.succeeded.connect(lambda states: self.loaded.emit(content_id, states) if states else None)

    def load_key(self, content_id: str) -> None:
        """Look for the key that a person set for some audio; `key_loaded` follows."""
        task = self._run(self._drawer.load_key, self._library(), content_id)
        task.succeeded.connect(lambda key: self.key_loaded.emit(content_id, key))

    def keep_picture(self, analysis: ClipAnalysis) -> None:
        """Store what the window shows of a track of the library, which has no picture of it yet."""
        self._run(self._drawer.keep_picture, self._library(), analysis)

    def keep(self, content_id: str, history: EditHistory, activations: Activations | None) -> None:
        """Store a history; `overtaken` follows where another one has been stored meanwhile."""
        task = self._run(self._drawer.keep, self._library(), content_id, history, activations)
        task.succeeded.connect(lambda states: self.overtaken.emit(content_id, states) if states else None)

    def keep_tables(self, content_id: str, history: EditHistory, tables: Tables) -> None:
        """Store the tables that were measured for a history, unless another one has been stored since."""
        self._run(self._drawer.keep_tables, self._library(), content_id, history, tables)

    def shutdown(self) -> None:
        """Write what waits, and end the thread."""
        self._run(self._drawer.close)
        self._thread.shutdown()

    def _run(self, fn: Callable[..., object], *args: object) -> Task:
        task = self._thread.run(call, fn, *args)
        task.failed.connect(
            lambda error: self.failed.emit(tr("The beats could not be stored: {reason}", reason=reason_for(error)))
        )
        return task


@dataclass(eq=False)
class _Kept:
    """The newest history that is stored for some audio."""

    history: EditHistory
    revision: int


class Drawer:
    """The open store; used by the keeper's thread alone. `library` is as for `BeatKeeper`."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._store: StoredGrids | None = None
        self._kept: dict[str, _Kept] = {}

    def load(self, library: str, content_id: str) -> States:
        """Return the stored states; none where nothing is stored. No library is made for that."""
        if not path_of(library).exists() and self._store is None:
            return ()
        stored = self._open(library).edits(content_id)
        if stored is None:
            return ()
        states = states_of(stored.history)
        self._kept[content_id] = _Kept(states[-1], stored.revision)
        return states if len(states) > 1 else ()

    def keep(self, library: str, content_id: str, history: EditHistory, activations: Activations | None) -> States:
        """Store a history; return those that are stored where another window was first, else nothing."""
        from core.rhythm.edit_history import EditHistory

        store, kept = self._open(library), self._kept.get(content_id)
        revision = 0 if kept is None else kept.revision
        try:
            revision = store.store_edits(content_id, history, revision)
        except ConflictError:
            return self.load(library, content_id) or (EditHistory(history.start, history.duration),)
        if kept is None and activations is not None:
            store.store_activations(content_id, activations)
        self._kept[content_id] = _Kept(history, revision)
        return ()

    def keep_tables(self, library: str, content_id: str, history: EditHistory, tables: Tables) -> None:
        """Store tables of a history, if it is the newest that is stored."""
        kept = self._kept.get(content_id)
        if kept is not None and kept.history is history:
            self._open(library).store_tables(content_id, tables, kept.revision)

    def load_key(self, library: str, content_id: str) -> str | None:
        """Return the key that a person set for some audio. No library is made for that."""
        if not path_of(library).exists() and self._store is None:
            return None
        return self._open(library).user_key(content_id)

    def keep_picture(self, library: str, analysis: ClipAnalysis) -> None:
        """Store what the window shows of a track of the library. No library is made for that."""
        if not path_of(library).exists() and self._store is None:
            return
        from core.library.picture_packing import pack_clip

        pictures, content_id = self._open(library).pictures, analysis.source.content_id
        if pictures.is_wanted(content_id):
            pictures.store(content_id, pack_clip(analysis))

    def close(self) -> None:
        """Close the store."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _open(self, library: str) -> StoredGrids:
        """Return the store of a library; a former one is closed."""
        from core.library.edit_store import open_edit_store

        path = path_of(library)
        if self._store is None or path != self._path:
            self.close()
            self._kept.clear()
            self._store, self._path = open_edit_store(path), path
        return self._store


def path_of(library: str) -> Path:
    """Return the path of a library, "" for the default one."""
    from core.library import default_catalogue_path

    return Path(library) if library else default_catalogue_path()


def states_of(history: EditHistory) -> States:
    """Return a history with all that came before it, each with its grid made from the one before."""
    from core.rhythm.edit_history import EditHistory

    states = [EditHistory(history.start, history.duration)]
    for edit in history.edits:
        states.append(states[-1].added(edit))
    return tuple(states)
