"""Many files into a catalogue: started, watched, paused, cancelled, killed, and taken up again.

The process that calls `analyse_files` drives the batch and is the only one that writes. A file that the catalogue has
is not opened; one with the bytes of a known file is not decoded; the others go to an executor, a few more at a time
than it has workers, and each result is stored as it comes.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from core.audio.files import find_audio_files
from core.audio.locations import find_remote_audio, is_address, location_of, name_of, path_of, remote_state
from core.errors import (
    AudioError,
    CatalogueError,
    ExecutorLostError,
    VersionMismatchError,
    WorkerDiedError,
    one_line,
    reason_for,
)
from core.library.analysing import analyse_file, hash_of
from core.library.catalogue import Catalogue
from core.library.control import DEFAULT_LIMITS, BatchControl, BatchOptions, BatchProgress, BatchResult
from core.library.lock import batch_lock
from core.library.records import AnalysedFile, FileFailure, FileState
from core.messages import Message, Note
from core.pace import Pace
from core.progress import Cancelled
from core.workers.limits import Executor
from core.workers.process import Event, Progress
from core.workers.program import this_program

__all__ = [
    "DEFAULT_LIMITS",
    "BatchControl",
    "BatchOptions",
    "BatchProgress",
    "BatchResult",
    "analyse_files",
    "expand_locations",
]

AHEAD = 2
"""Jobs given out for each worker, so that none waits for the next."""

_POLL_SECONDS = 0.2
_TELL_SECONDS = 0.1
_HASHES_KEPT = 1000


def expand_locations(given: Iterable[Path | str], on_folder: Callable[[], None] = lambda: None) -> Iterator[str]:
    """Yield every file in the order given: folders, and addresses of folders, as the music in them at any depth.

    `on_folder` is called before each folder is looked into, and may raise to end it.
    """
    for one in given:
        if isinstance(one, str) and is_address(one):
            yield from find_remote_audio(one)
        elif Path(one).is_dir():
            yield from map(location_of, find_audio_files(Path(one), on_folder))
        else:
            yield location_of(one)


def analyse_files(
    catalogue: Catalogue,
    given: Iterable[Path | str],
    executor: Executor,
    *,
    control: BatchControl | None = None,
    report: Callable[[BatchProgress], None] = lambda progress: None,
    on_stored: Callable[[int], None] = lambda track: None,
    on_finished: Callable[[str, AnalysedFile | FileFailure], None] = lambda location, found: None,
    options: BatchOptions | None = None,
) -> BatchResult:
    """Analyse files, and those that an earlier batch has left waiting, into a catalogue.

    Parameters
    ----------
    given : files, folders and addresses; none to go on with those that wait
    control : how to pause and cancel it from another thread
    report : told how it goes, some ten times a second at most, in this thread
    on_stored : told the id of each track that was stored or failed
    on_finished : told the location of each file that was worked on, and what came of it

    Raises
    ------
    CatalogueError : when another batch has the catalogue, or it cannot be written
    AudioError : when an address among `given` cannot be reached
    """
    control = control or BatchControl()
    with batch_lock(catalogue.path):
        try:
            found = list(expand_locations(given, partial(_stop_if_cancelled, control)))
        except Cancelled:
            return BatchResult(0, 0, (), was_cancelled=True)
        catalogue.queue.add(found)  # at once: while a disk is searched, others may write
        batch = _Batch(catalogue, executor, control, report, on_stored, on_finished, options or BatchOptions())
        return batch.run()


def _stop_if_cancelled(control: BatchControl) -> None:
    if control.is_cancelled:
        raise Cancelled


@dataclass
class _Batch:
    catalogue: Catalogue
    executor: Executor
    control: BatchControl
    report: Callable[[BatchProgress], None]
    on_stored: Callable[[int], None]
    on_finished: Callable[[str, AnalysedFile | FileFailure], None]
    options: BatchOptions
    running: dict["Future[Any]", tuple[str, FileState, Any]] = field(default_factory=dict)
    held: "deque[str]" = field(default_factory=deque)
    shares: dict[str, float] = field(default_factory=dict)
    hashes: dict[tuple[Path, FileState], str] = field(default_factory=dict)
    failures: list[FileFailure] = field(default_factory=list)
    put_back: set[str] = field(default_factory=set)
    done: int = 0
    skipped: int = 0
    problem: str | None = None
    trouble: Exception | None = None
    told_at: float = 0.0

    def run(self) -> BatchResult:
        self.total = self.catalogue.queue.count()
        self.pace = Pace()
        waiting = self.catalogue.queue.in_order()
        try:
            self._work(waiting)
        except (CatalogueError, ExecutorLostError, VersionMismatchError) as problem:
            self._end_by(problem)
        finally:
            self._stop()
        self._tell(at_once=True)
        cancelled = self.control.is_cancelled
        return BatchResult(self.done, self.skipped, tuple(self.failures), cancelled, self.problem, self.trouble)

    def _work(self, waiting: Iterator[str]) -> None:
        exhausted = False
        while not self.control.is_cancelled and not (exhausted and not self.running and not self.held):
            exhausted = exhausted or self._give_out(waiting)
            self._collect()
            self._tell()

    def _give_out(self, waiting: Iterator[str]) -> bool:
        """Keep the workers supplied; return whether nothing waits any more."""
        while self._has_room():
            location = next(waiting, None)
            if location is None:
                return True
            self._take(location)
            self._tell()
        return False

    def _has_room(self) -> bool:
        stopped = self.control.is_paused or self.control.is_cancelled
        return not stopped and len(self.running) < AHEAD * self.executor.max_workers

    def _take(self, location: str) -> None:
        """Skip a file that needs no work, or give it to a worker."""
        try:
            state = _state_of(location)
        except AudioError as problem:
            self._fail(location, None, problem.as_note())
            return
        if self._needs_no_work(location, state):
            self._skip(location)
        elif self._is_copy_of_running(location, state):
            self.held.append(location)  # look again when that one is done
        elif not self._recognise(location, state):
            self._submit(location, state)

    def _needs_no_work(self, location: str, state: FileState) -> bool:
        catalogue = self.catalogue
        if catalogue.is_known(location, state, self.options.cut, features=self.options.recipe):
            return self._has_pictures(location)
        return not self.options.retry_failed and catalogue.has_failed(location, state)

    def _has_pictures(self, location: str) -> bool:
        return self.options.arrays is None or self.options.arrays(location).exists()

    def _is_copy_of_running(self, location: str, state: FileState) -> bool:
        """Return whether it has the bytes of a file that is worked on; only files of one size are read for that."""
        path = path_of(location)
        twins = [(path_of(other), its) for other, its, _ in self.running.values() if its.size == state.size]
        if path is None or not twins or not state.size:  # a pipe has no size, and reading it might never end
            return False
        byte_hash = self._hash(path, state)
        return bool(byte_hash) and any(self._hash(twin, its) == byte_hash for twin, its in twins if twin is not None)

    def _hash(self, path: Path, state: FileState) -> str:
        """Return the hash of a file's bytes, remembered as long as the file does not change."""
        key = path, state
        if key not in self.hashes:
            if len(self.hashes) > _HASHES_KEPT:
                self.hashes.clear()
            self.hashes[key] = hash_of(path)
        return self.hashes[key]

    def _recognise(self, location: str, state: FileState) -> bool:
        """Return whether it has the bytes of a file that is known, under whatever name."""
        path = path_of(location)
        if path is None or self.options.arrays is not None or not self.catalogue.has_size(state.size):
            return False
        byte_hash = self._hash(path, state)
        track = self.catalogue.track_with_bytes(state.size, byte_hash, self.options.cut, features=self.options.recipe)
        if track is None:
            return False
        self.catalogue.attach(location, track, state, byte_hash)
        self.skipped += 1
        self.on_stored(track)
        return True

    def _submit(self, location: str, state: FileState) -> None:
        arrays = self.options.arrays(location) if self.options.arrays else None
        corrected = self.catalogue.grids.corrected_at(location)
        job = self.executor.submit(
            analyse_file, location, self.options.cut, arrays, this_program(), corrected,
            self.options.with_pictures, on_event=partial(self._follow, location), limits=self.options.limits,
        )  # fmt: skip
        self.shares[location] = 0.0
        self.running[job.future] = location, state, job

    def _follow(self, location: str, event: Event) -> None:
        """Note how far a file is, in a thread of the executor."""
        if isinstance(event, Progress) and location in self.shares:
            self.shares[location] = event.fraction

    def _collect(self) -> None:
        """Store what is finished, waiting a little for it; then look again at files that were held back."""
        if not self.running:
            if self.held and not self.control.is_paused:
                self._take(self.held.popleft())
            else:
                time.sleep(_POLL_SECONDS if self.control.is_paused else 0)
            return
        finished, _ = wait(self.running, timeout=_POLL_SECONDS, return_when=FIRST_COMPLETED)
        for future in finished:
            location, state, _ = self.running.pop(future)
            self.shares.pop(location, None)
            self._keep(location, state, future)
        if finished:
            for _ in range(len(self.held)):
                if self._has_room():
                    self._take(self.held.popleft())

    def _keep(self, location: str, state: FileState, future: "Future[Any]") -> None:
        problem = future.exception()
        if isinstance(problem, ExecutorLostError | VersionMismatchError):
            raise problem
        if isinstance(problem, Cancelled):
            return
        if problem is not None:
            self._fail(location, state, reason_of(location, problem))
            return
        found = future.result()
        if found.state != state and path_of(location) is None:  # the copy of a remote file has a time of its own
            found = _with_state(found, state)
        track = self.catalogue.store(location, found)
        if self._is_to_follow_edits(location, found):
            return
        self.done += 1
        self.on_stored(track)
        self.on_finished(location, found)

    def _is_to_follow_edits(self, location: str, found: AnalysedFile) -> bool:
        """Put a file back, once, whose beats a person has edited, which only its audio told."""
        corrected = self.catalogue.grids.corrected(found.content_id)
        if corrected is None or corrected.revision == found.grid_revision or location in self.put_back:
            return False
        self.put_back.add(location)
        self.held.append(location)
        return True

    def _fail(self, location: str, state: FileState | None, reason: Message) -> None:
        text = one_line(reason)
        track = self.catalogue.fail(location, state, text)
        failure = FileFailure(location, text, time.time(), 1)
        self.failures.append(failure)
        self.on_stored(track)
        self.on_finished(location, failure)

    def _skip(self, location: str) -> None:
        self.catalogue.queue.take_out([location])
        self.skipped += 1

    def _stop(self) -> None:
        """Stop every job; store those results that are there already, whatever ended the batch."""
        for _, _, job in self.running.values():
            job.cancel()
        if self.running:
            wait(self.running, timeout=10.0)
        for future, (location, state, _) in self.running.items():
            if isinstance(self.trouble, CatalogueError):
                break  # it would refuse the others as well, some after a long wait
            if future.done():
                try:
                    self._keep(location, state, future)
                except (CatalogueError, ExecutorLostError, VersionMismatchError) as problem:
                    self._end_by(problem)

    def _end_by(self, problem: Exception) -> None:
        """Note why the batch ends: the first reason, but what cannot be stored outweighs workers that are lost."""
        if self.trouble is None or isinstance(problem, CatalogueError):
            self.problem, self.trouble = one_line(problem), problem

    def _tell(self, *, at_once: bool = False) -> None:
        now = time.monotonic()
        if at_once or now - self.told_at >= _TELL_SECONDS:
            self.told_at = now
            self.report(self._progress(now))

    def _progress(self, now: float) -> BatchProgress:
        failed = len(self.failures)
        if self.control.is_paused:
            self.pace.rest()
        else:  # files that need no work say nothing about the speed of those that do
            worked = self.done + failed + sum(self.shares.copy().values())
            self.pace.update(worked, self.total - self.skipped, now)
        return BatchProgress(
            total=self.total,
            done=self.done,
            failed=failed,
            skipped=self.skipped,
            current=tuple(name_of(location) for location, _, _ in self.running.values()),
            files_per_second=self.pace.rate,
            seconds_left=self.pace.seconds_left,
            is_paused=self.control.is_paused,
        )


def _state_of(location: str) -> FileState:
    from core.library.analysing import state_of

    path = path_of(location)
    return FileState(*remote_state(location)) if path is None else state_of(path)


def _with_state(found: Any, state: FileState) -> Any:
    from dataclasses import replace

    return replace(found, state=state)


def reason_of(location: str, problem: BaseException) -> Message:
    """Return why a file could not be analysed; its text is one line for a person."""
    name = name_of(location)
    if isinstance(problem, AudioError):
        return problem.as_note()
    if isinstance(problem, WorkerDiedError):
        return Note("audio.worker_died", name=name, reason=problem)
    if isinstance(problem, MemoryError):
        return Note("audio.no_memory", name=name)
    return Note("audio.not_analysed", name=name, reason=reason_for(problem))
