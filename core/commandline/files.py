"""Many files, one worker process each at a time: a file that fails or kills its process costs only itself."""

import os
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from core.audio.files import display_name, find_audio_files
from core.audio.locations import find_remote_audio, is_address, location_of
from core.errors import AnnotationError, AudioError, WritingError, in_words, one_line, reason_for
from core.export.song_findings import SongFindings
from core.messages import Note
from core.progress import Report
from core.workers.pool import Emitter, Event, Job, Progress

if TYPE_CHECKING:
    from core.export.annotation_files import AnnotationFormat
    from core.genre.model import GenrePrediction

T = TypeVar("T")
Given = Path | str
"""A path, or the address of a file elsewhere."""


@dataclass(frozen=True)
class Failure:
    """A path that came to nothing, and why: one line for a person."""

    path: Given
    reason: str


@dataclass
class Outcome(Generic[T]):
    """What a run has brought so far, by path; it is complete unless `interrupted`."""

    results: dict[Given, T] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    interrupted: bool = False


@dataclass(frozen=True)
class Analysed:
    """What a worker says of a file whose tables it has stored."""

    n_bars: int
    notes: tuple[str, ...]
    findings: SongFindings


@dataclass(frozen=True, eq=False)
class Predicted:
    """What a worker says of a file whose genre was asked for; `prediction` is None where `notes` say why."""

    duration: float
    prediction: "GenrePrediction | None"
    notes: tuple[Note, ...]


def expand(paths: Iterable[Given]) -> tuple[list[Given], list[Failure]]:
    """Return the files to work on, each once and in order: files as given, folders and addresses as their music."""
    files: dict[str, Given] = {}
    failures = []
    for path in paths:
        try:
            found = _expanded(path)
        except AudioError as problem:
            failures.append(Failure(path, str(problem)))
            continue
        if not found:
            failures.append(Failure(path, _no_music(Path(path))))
        for file in found:
            files.setdefault(location_of(file), file)
    return list(files.values()), failures


def expand_files(paths: Iterable[Path]) -> tuple[list[Path], list[Failure]]:
    """As `expand`, for what can only use files of this machine."""
    files, failures = expand(paths)
    return [Path(file) for file in files], failures


def _expanded(path: Given) -> Sequence[Given]:
    if isinstance(path, str) and is_address(path):
        return find_remote_audio(path)
    return find_audio_files(Path(path)) if Path(path).is_dir() else [Path(path)]


def _no_music(folder: Path) -> str:
    if not os.access(folder, os.R_OK | os.X_OK):
        return f"{display_name(folder)} may not be read; change its permissions or choose another folder."
    return f"{display_name(folder)} holds no music; choose a folder with audio files in it."


def predict_genres(emit: Emitter, path: Path, model: Path | None) -> Predicted:
    """In a worker: what the model says about a file."""
    from core.analysis import analyse_clip

    analysis = analyse_clip(path, model=model, report=emit.report)
    return Predicted(analysis.source.duration, analysis.genre.prediction, analysis.notes)


def write_song_annotations(
    emit: Emitter, path: Path, folder: Path, stem: str, kind: "AnnotationFormat", library: Path
) -> int:
    """In a worker: analyse a file, with its beats as the library has them, and write its annotations."""
    from core.analysis import analyse_clip
    from core.export.annotation_files import write_annotations
    from core.export.annotations import annotations_of_clip
    from core.library.edit_store import corrected_grid, edited_sections

    analysis = analyse_clip(path, report=emit.report, corrected=partial(corrected_grid, library))
    sections = edited_sections(library, analysis.source.content_id) or analysis.sections
    found = annotations_of_clip(replace(analysis, sections=sections), analysis.rhythm.grid)
    return len(write_annotations(found, folder, stem, kind))


def run(
    calls: Sequence[tuple[Path, Callable[..., T], tuple[object, ...]]],
    *,
    n_workers: int,
    report: Report,
    on_done: Callable[[Path, T | Failure], None],
) -> Outcome[T]:
    """Call a function for each of many files in worker processes.

    Parameters
    ----------
    calls : path, function and arguments; it is called as `function(emit, path, *arguments)` in a worker
    n_workers : worker processes at a time
    report : told the fraction of all work, and the file that is being worked on
    on_done : told each result or failure as it comes, in any order

    Raises
    ------
    WritingError : when results can no longer be written; the other files would meet the same
    """
    from core.jobs.clip import analysis_executor

    outcome: Outcome[T] = Outcome()
    failures: dict[Path, Failure] = {}
    shares: dict[Path, float] = {}
    lock = threading.Lock()

    def follow(path: Path, event: Event) -> None:
        if isinstance(event, Progress):
            with lock:
                shares[path] = event.fraction
                report(sum(shares.values()) / len(calls), display_name(path))

    waiting = list(reversed(calls))
    running: dict[Future[T], Path] = {}
    try:
        with analysis_executor(min(n_workers, len(calls))) as pool:
            while waiting or running:
                while waiting and len(running) < 2 * n_workers:
                    path, function, arguments = waiting.pop()
                    job: Job[T] = pool.submit(function, path, *arguments, on_event=partial(follow, path))
                    running[job.future] = path
                done, _ = wait(running, timeout=0.5, return_when=FIRST_COMPLETED)
                for future in done:
                    path = running.pop(future)
                    result = _result(path, future)
                    if isinstance(result, Failure):
                        failures[path] = result
                    else:
                        outcome.results[path] = result
                    on_done(path, result)
                    follow(path, Progress(1.0, ""))
    except KeyboardInterrupt:
        outcome.interrupted = True
    outcome.failures = [failures[path] for path, _, _ in calls if path in failures]
    return outcome


def _result(path: Path, future: "Future[T]") -> T | Failure:
    from core.errors import WorkerDiedError

    problem = future.exception()
    if problem is None:
        return future.result()
    if isinstance(problem, WritingError):
        raise problem
    if isinstance(problem, AudioError | AnnotationError | WorkerDiedError):
        return Failure(path, one_line(problem))
    if isinstance(problem, MemoryError):
        return Failure(path, str(Note("audio.no_memory", name=display_name(path))))
    if isinstance(problem, OSError):
        return Failure(path, in_words(problem, path))
    return Failure(path, str(Note("audio.not_analysed", name=display_name(path), reason=reason_for(problem))))
