"""What is found in the library and what is done to it: every question to the catalogue, asked in threads."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import CatalogueError, FilterError, reason_for
from core.language import tr
from desktop.library.holding import held_in_place
from desktop.library.table_model import NOTHING, Ids
from desktop.tasks import Task, TaskRunner
from desktop.threads import ThreadWorkers, call

if TYPE_CHECKING:
    from core.library import Catalogue
    from core.library.similar import SimilarTrack
    from core.library.undo import Action


WATCH_MS: Final = 1000
"""How often the catalogue is asked whether somebody, a batch most of all, has written."""

PATIENCE: Final = 10
"""A view that takes t to find is not refreshed more often than every so many t."""

N_SIMILAR: Final = 100

SAME_TEMPO: Final = 0.06
"""Share by which tempi may differ that are still mixed: a record player's pitch control reaches 8 per cent."""


@dataclass(frozen=True)
class Query:
    """What to show: tracks that a filter finds, or those similar to some.

    Attributes
    ----------
    text : the filter
    sorting : column, and whether the largest come first; None for the order of adding
    similar_to : ids of tracks that the others resemble; empty to show what the filter finds
    compatible_keys, same_tempo : whether similar tracks are limited to those that mix well
    """

    text: str = ""
    sorting: tuple[str, bool] | None = None
    similar_to: tuple[int, ...] = ()
    compatible_keys: bool = False
    same_tempo: bool = False


@dataclass(frozen=True, eq=False)
class Found:
    """The answer: ids in order, how many tracks there are in all, and the catalogue's counter of changes before.

    `reasons` says of similar tracks, by id, how far away they are and why.
    """

    query: Query
    ids: Ids
    total: int
    counter: int
    reasons: "Mapping[int, SimilarTrack]" = field(default_factory=dict)


class LibraryController(QObject):
    """The window's side of one catalogue. What arrives of an earlier question is dropped."""

    opened = Signal()
    troubled = Signal(str, bool)
    """The catalogue cannot be opened: one line for a person."""
    found = Signal(object)
    filter_failed = Signal(str)
    """What is wrong with the filter, or "" when nothing is."""
    values_ready = Signal(object, object, object)
    values_failed = Signal()
    labels_changed = Signal(object)
    failures_changed = Signal(object)
    waiting_changed = Signal(int)
    """How many files an unfinished batch has left."""
    files_checked = Signal(object)
    """The `FileCheck` that was asked for."""
    failed = Signal(str)
    removed = Signal(object)
    """Ids of tracks that were taken out of the catalogue; an undo brings them back."""
    actions_changed = Signal()
    """What would be undone or done again is something else."""
    restored = Signal(object)
    """The `Action` that was undone or done again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Two readers, so that a slow query does not hold back the values of the rows in sight. One writer, since SQLite
        # has one and edits must stay in their order; what waits for it is still written at the end.
        self._readers = TaskRunner(ThreadWorkers(2, "library-reader"), self)
        self._writer = TaskRunner(ThreadWorkers(1, "library-writer", finishes=True), self)
        self._catalogue: Catalogue | None = None
        self.read_only_reason = ""
        self.query = Query()
        self._finding: Task | None = None
        self._asked_at, self._took = 0.0, 0.0
        self._counter = 0
        self._opening: Task | None = None
        self.next_actions: tuple[Action | None, Action | None] = (None, None)
        self._leaving: Ids = NOTHING
        self._shown: Ids = NOTHING
        self._held: set[int] = set()
        self._watch = QTimer(self, interval=WATCH_MS)
        self._watch.timeout.connect(self._look_for_changes)
        self._is_looking = False

    # --- the catalogue ---------------------------------------------------------------------------------------------

    @property
    def catalogue(self) -> "Catalogue | None":
        """The catalogue, once it is open."""
        return self._catalogue

    @property
    def is_editable(self) -> bool:
        """Whether there is a catalogue that can be written."""
        return self._catalogue is not None and not self._catalogue.is_read_only

    @property
    def is_finding(self) -> bool:
        """Whether an answer is on its way."""
        return self._finding is not None

    def cannot_write(self) -> str:
        """Return why the catalogue can only be looked at, for a person."""
        reason = self.read_only_reason or tr("Its file or folder is not writable.")
        return tr("Library opened read-only. {reason}", reason=reason)

    def open(self, path: Path) -> None:
        """Open a catalogue; `opened` or `troubled` follows."""
        self.let_go()
        task = self._opening = self._readers.run(call, open_catalogue, path)
        task.succeeded.connect(lambda opened: self._take_catalogue(task, *opened))
        task.failed.connect(lambda error: self._take_trouble(task, error))

    def let_go(self) -> None:
        """Close the catalogue that is open, if any."""
        self._watch.stop()
        self._take_actions((None, None))
        # Another catalogue may have tracks of the same numbers: nothing of this one may be shown or hidden there.
        self._leaving = self._shown = NOTHING
        self._held = set()
        if self._finding is not None:
            self._finding.cancel()
            self._finding = None
        catalogue, self._catalogue = self._catalogue, None
        if catalogue is not None:
            self._writer.run(call, catalogue.close)

    def shut_down(self) -> None:
        """Finish what is being written, and end the threads."""
        self._readers.shutdown()  # before the writer closes the catalogue that they read
        self.let_go()
        self._writer.shutdown()

    def _take_catalogue(self, task: Task, catalogue: "Catalogue", read_only_reason: str) -> None:
        if task is not self._opening:
            catalogue.close()
            return
        self._opening = None
        self._catalogue, self.read_only_reason = catalogue, read_only_reason
        self.opened.emit()
        self.refresh()
        self._watch.start()

    def _take_trouble(self, task: Task, error: Exception) -> None:
        if task is self._opening:
            self._opening = None
            self.troubled.emit(reason_for(error), is_damaged(error))

    # --- finding ---------------------------------------------------------------------------------------------------

    def set_filter(self, text: str) -> None:
        """Show what a filter finds."""
        self._ask(replace(self.query, text=text, similar_to=()))

    def set_sorting(self, sorting: tuple[str, bool] | None) -> None:
        """Show the same in another order; leave the order by similarity."""
        self._ask(replace(self.query, sorting=sorting, similar_to=()))

    def show_similar(self, *track_ids: int) -> None:
        """Show the tracks that sound most like one, or like what lies between several, nearest first."""
        self._ask(replace(self.query, similar_to=track_ids))

    def limit_similar(self, *, compatible_keys: bool, same_tempo: bool) -> None:
        """Limit similar tracks to those in keys and at tempi that go well with the seeds."""
        query = replace(self.query, compatible_keys=compatible_keys, same_tempo=same_tempo)
        if query != self.query:
            self._ask(query)

    def leave_similar(self) -> None:
        """Go back to what the filter finds."""
        if self.query.similar_to:
            self._ask(replace(self.query, similar_to=()))

    def refresh(self) -> None:
        """Ask again for all that is shown."""
        self._ask(self.query)
        if self._catalogue is not None:
            self.ask(self.labels_changed.emit, self._catalogue.labels)
            self.ask(self.failures_changed.emit, self._catalogue.failures)
            self.ask(self.waiting_changed.emit, self._catalogue.queue.count)
            self.ask(self._take_actions, self._catalogue.actions.next)

    def _ask(self, query: Query) -> None:
        if query != self.query:
            self._held = set()
        self.query = query
        if self._catalogue is None:
            return
        if self._finding is not None:
            self._finding.cancel()
        self._asked_at = time.monotonic()
        task = self._finding = self._readers.run(call, find, self._catalogue, query)
        task.succeeded.connect(lambda found: self._take_found(task, found))
        task.failed.connect(lambda error: self._take_failure(task, error))

    def _take_found(self, task: Task, found: Found) -> None:
        if task is not self._finding:
            return
        self._finding = None
        self._took = time.monotonic() - self._asked_at
        self._counter = found.counter
        self.filter_failed.emit("")
        if len(self._leaving):
            kept = found.ids[~np.isin(found.ids, self._leaving)]
            found = replace(found, ids=kept, total=found.total - len(self._leaving))
        if self._held:
            found = replace(found, ids=held_in_place(found.ids, self._shown, self._held))
        self._shown = found.ids
        self.found.emit(found)

    def _take_failure(self, task: Task, error: Exception) -> None:
        if task is not self._finding:
            return
        self._finding = None
        if isinstance(error, FilterError):
            self.filter_failed.emit(str(error))
        else:
            self.failed.emit(reason_for(error))

    # --- looking ---------------------------------------------------------------------------------------------------

    def fetch_values(self, ids: Ids, names: tuple[str, ...]) -> None:
        """Bring values for the table; `values_ready` or `values_failed` follows."""
        catalogue = self._catalogue
        if catalogue is None:
            self.values_failed.emit()
            return
        task = self.ask(lambda rows: self.values_ready.emit(ids, names, rows), catalogue.values, ids.tolist(), names)
        task.failed.connect(lambda _: self.values_failed.emit())

    def ask(self, then: Callable[[Any], object], fn: Callable[..., Any], *args: Any) -> Task:
        """Call `then` with what `fn(*args)` returns in a thread; what goes wrong becomes a notice.

        Neither comes when another catalogue is open by then: this one was closed under the question.
        """
        catalogue = self._catalogue
        task = self._readers.run(call, fn, *args)
        task.succeeded.connect(lambda answer: then(answer) if catalogue is self._catalogue else None)
        task.failed.connect(lambda error: self.failed.emit(reason_for(error)) if catalogue is self._catalogue else None)
        return task

    def _look_for_changes(self) -> None:
        catalogue = self._catalogue
        if catalogue is None or self._is_looking:
            return
        self._is_looking = True
        task = self._readers.run(call, catalogue.change_counter)
        for ended in (task.succeeded, task.failed, task.cancelled):
            ended.connect(self._stop_looking)
        task.succeeded.connect(lambda counter: self._take_counter(counter) if catalogue is self._catalogue else None)

    def _stop_looking(self) -> None:
        self._is_looking = False

    def _take_counter(self, counter: int) -> None:
        if counter != self._counter and time.monotonic() - self._asked_at >= PATIENCE * self._took:
            self._counter = counter
            self.refresh()

    def locate(self, track_id: int, then: Callable[[Path | None], None]) -> None:
        """Find a track's file; `then` gets its path, None where it has none on this computer."""
        if self._catalogue is not None:
            self.ask(then, place_of, self._catalogue, track_id)

    # --- writing ---------------------------------------------------------------------------------------------------

    def add_label(self, ids: Ids, label: str) -> None:
        """Put a label on tracks."""
        self._hold(ids)
        self._write("add_label", ids.tolist(), label)

    def remove_label(self, ids: Ids, label: str) -> None:
        """Take a label off tracks."""
        self._hold(ids)
        self._write("remove_label", ids.tolist(), label)

    def edit(self, ids: Ids, column: str, value: str | float | None) -> None:
        """Store the right value for tracks; None brings back what was measured."""
        self._hold(ids)
        self._write("edit", ids.tolist(), column, value)

    def _hold(self, ids: Ids) -> None:
        """Keep the rows of edited tracks where they are, although the order or the filter would move them."""
        self._held.update(ids.tolist())

    def remove(self, ids: Ids) -> None:
        """Take tracks out of the view and the catalogue, until this is undone; never a file from disk."""
        waiting, ids = ids[ids < 0], ids[ids > 0]
        if self._catalogue is not None and len(waiting):
            self._run_writing(take_out_of_queue, self._catalogue, waiting.tolist())
        if self._catalogue is None or not len(ids):
            return
        self._held.difference_update(ids.tolist())
        self._leaving = np.concatenate([self._leaving, ids])
        if np.isin(self.query.similar_to, ids).any():
            self.query = replace(self.query, similar_to=())
        self._ask(self.query)
        task = self._run_writing(self._catalogue.remove, ids.tolist(), then=lambda _: self.removed.emit(ids))
        task.succeeded.connect(lambda _: self._end_removal(ids))
        task.failed.connect(lambda _: self._end_removal(ids))

    def undo(self) -> None:
        """Undo what was done last in this library, by whichever window."""
        if self._catalogue is not None:
            self._run_writing(self._catalogue.actions.undo, then=self._take_restored)

    def redo(self) -> None:
        """Do again what was undone last."""
        if self._catalogue is not None:
            self._run_writing(self._catalogue.actions.redo, then=self._take_restored)

    def _take_restored(self, action: "Action") -> None:
        if action.kind == "remove":
            self._held.difference_update(action.tracks)
        else:
            self._held.update(action.tracks)
        self.restored.emit(action)

    def _take_actions(self, actions: "tuple[Action | None, Action | None]") -> None:
        if actions != self.next_actions:
            self.next_actions = actions
            self.actions_changed.emit()

    def _end_removal(self, ids: Ids) -> None:
        self._leaving = np.setdiff1d(self._leaving, ids)
        self.refresh()

    def forget_analyses(self, ids: Ids, then: Callable[[Sequence[str]], None]) -> None:
        """Remove the analyses of tracks; `then` gets the locations to analyse."""
        self._write("forget_analyses", ids.tolist(), then=then)

    def remove_failed(self, locations: Sequence[str]) -> None:
        """Take failed files out of the catalogue."""
        self._write("forget_failures", list(locations))

    def look_for_missing(self) -> None:
        """Check which tracks still have their files; `files_checked` follows."""
        self._write("mark_missing", then=self.files_checked.emit)

    def forget_waiting(self) -> None:
        """Forget the files that an unfinished batch has left."""
        if self._catalogue is not None:
            self._run_writing(self._catalogue.queue.clear)

    def _write(self, method: str, *args: Any, then: Callable[[Any], None] | None = None) -> Task | None:
        if self._catalogue is None:
            return None
        return self._run_writing(getattr(self._catalogue, method), *args, then=then)

    def _run_writing(self, fn: Callable[..., Any], *args: Any, then: Callable[[Any], None] | None = None) -> Task:
        """Write in the writer's thread; report a failure even when another catalogue is open by then: data was lost."""
        catalogue = self._catalogue
        task = self._writer.run(call, fn, *args)
        task.succeeded.connect(lambda _: self.refresh())
        if then is not None:
            task.succeeded.connect(lambda answer: then(answer) if catalogue is self._catalogue else None)
        task.failed.connect(lambda error: self.failed.emit(reason_for(error)))
        return task


def open_catalogue(path: Path) -> "tuple[Catalogue, str]":
    """Return a catalogue, and why it can only be read, or "" when it can be written; CatalogueError when neither."""
    from core.errors import CatalogueError
    from core.library import Catalogue

    try:
        return Catalogue.open(path), ""
    except CatalogueError as error:
        try:
            return Catalogue.open(path, read_only=True), str(error)
        except CatalogueError:
            raise error from None


def place_of(catalogue: "Catalogue", track_id: int) -> Path | None:
    """Return the path of a track on this computer; None where it is elsewhere."""
    from core.audio.locations import path_of

    places = catalogue.places([track_id])
    return path_of(places[0]) if places else None


def take_out_of_queue(catalogue: "Catalogue", rows: Sequence[int]) -> None:
    """Let files that wait be; see `core.library.queue.WaitingFiles.rows`."""
    catalogue.queue.take_out(catalogue.queue.locations(rows).values())


def find(catalogue: "Catalogue", query: Query) -> Found:
    """Answer a query."""
    from core.library import Sort

    counter, total = catalogue.change_counter(), catalogue.count()
    if query.similar_to:
        near = catalogue.similar(
            query.similar_to,
            N_SIMILAR,
            compatible_keys=query.compatible_keys,
            tempo_within=SAME_TEMPO if query.same_tempo else None,
        )
        ids = [*query.similar_to, *(one.track for one in near)]
        return Found(query, np.array(ids, dtype=np.int64), total, counter, {one.track: one for one in near})
    sort = Sort(*query.sorting) if query.sorting is not None else None
    waiting = catalogue.find_waiting(query.text)
    n_waiting = len(waiting) if not query.text else len(catalogue.find_waiting())
    return Found(query, np.concatenate([catalogue.find(query.text, sort), waiting]), total + n_waiting, counter)


def is_damaged(error: Exception) -> bool:
    """Whether a catalogue cannot be opened since its file is damaged, so that it may be set aside."""
    return isinstance(error, CatalogueError) and error.code in ("library.damaged", "library.not_a_library")
