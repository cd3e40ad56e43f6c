"""A run: files are made, examined in workers under limits, and removed; what was seen is counted."""

import os
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import psutil

from core.errors import TimeLimitError, WorkerDiedError
from core.jobs.clip import prepare_analysis
from core.workers.pool import Limits, WorkerPool
from tests.corpus.mutations import MUTATIONS, untouched
from tests.corpus.specimens import NAMES, Corpus
from tests.fuzz.job import Examined, examine

LIMITS = Limits(seconds=60.0, memory_bytes=1500 << 20)
LONGEST_REASON = 300
_EXTENSIONS = ("", ".wav", ".mp3", ".FLAC", ".m4a", ".ogg", ".aiff", ".mkv", ".xyz", ".raw", ".txt", ".Mp4")
_FILES_PER_PROCESS = 200  # as in a batch


@dataclass(frozen=True)
class Case:
    """A mutated file: its number in the run, what it was and what was done to it."""

    number: int
    base: str
    mutation: str
    path: Path


@dataclass
class Tally:
    """What a run has seen; `faults` is what should not be."""

    cases: list[tuple[Case, Examined | None, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    deaths: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def outcomes(self) -> dict[str, Counter[str]]:
        """How often each mutation ended in which way."""
        found: dict[str, Counter[str]] = {}
        for case, examined, _ in self.cases:
            found.setdefault(case.mutation, Counter())[_outcome(examined)] += 1
        return found

    def reasons(self) -> Counter[str]:
        """The reasons without names and numbers, and how often each was given."""
        return Counter(_general(case, reason) for case, _, reason in self.cases if reason)


def run(n_files: int, seed: int, folder: Path, names: Sequence[str] = NAMES, jobs: int = 2) -> Tally:
    """Examine `n_files` files that follow from `seed` alone."""
    tally = Tally()
    start = time.monotonic()
    before = _Resources.now()
    corpus = Corpus(folder / "corpus")
    temporary = folder / "temporary"
    temporary.mkdir()
    with _temporary_folder(temporary):
        pool = WorkerPool(jobs, initializer=prepare_analysis, threads_per_worker=1, jobs_per_process=_FILES_PER_PROCESS)
        with pool:
            waiting = cases(n_files, seed, corpus, names, folder)
            running: dict[Future[Examined], Case] = {}
            while True:
                while len(running) < 2 * jobs and (case := next(waiting, None)) is not None:
                    running[pool.submit(examine, case.path, limits=LIMITS).future] = case
                if not running:
                    break
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    _count(tally, running.pop(future), future)
    left = [path.name for path in temporary.iterdir()]
    if left:
        tally.faults.append(f"left temporary files: {left[:5]}")
    tally.faults += before.leaks()
    tally.faults += _growth(tally)
    tally.seconds = time.monotonic() - start
    return tally


def cases(n_files: int, seed: int, corpus: Corpus, names: Sequence[str], folder: Path) -> Iterator[Case]:
    """The files of a run, each written when it is asked for."""
    order = np.random.default_rng(seed).permutation(len(names))
    for number in range(n_files):
        rng = np.random.default_rng([seed, number])
        base = corpus.path(names[order[number % len(order)]])
        if base is None:
            base = corpus.path("list behind.wav")
        other = corpus.path(names[int(rng.integers(len(names)))]) or base
        assert base is not None and other is not None
        mutation = MUTATIONS[number % len(MUTATIONS)]
        content = mutation(base.read_bytes(), other.read_bytes(), rng)
        extension = base.suffix if mutation is untouched or rng.random() < 0.85 else str(rng.choice(_EXTENSIONS))
        path = folder / f"{number} {mutation.__name__} {base.stem}{extension}"
        path.write_bytes(content)
        yield Case(number, base.name, mutation.__name__, path)


def _count(tally: Tally, case: Case, future: "Future[Examined]") -> None:
    examined: Examined | None = None
    reason = ""
    problem = future.exception()
    if problem is None:
        examined = future.result()
        reason = examined.reason or ""
        tally.faults += [f"{_shown(case)}: {fault}" for fault in _faults(examined)]
    elif isinstance(problem, WorkerDiedError):
        reason = str(problem)
        tally.deaths.append(f"{_shown(case)}: {reason}")
        if isinstance(problem, TimeLimitError):
            tally.faults.append(f"{_shown(case)}: took more than {LIMITS.seconds} s")
    else:
        tally.faults.append(f"{_shown(case)}: {type(problem).__name__}: {problem}")
    tally.cases.append((case, examined, reason))
    if problem is None and not (examined and _faults(examined)):
        case.path.unlink()


def _faults(examined: Examined) -> Iterator[str]:
    for line in (*([examined.reason] if examined.reason else []), *examined.notes):
        if len(line) > LONGEST_REASON or not line.isprintable() or "Traceback" in line:
            yield f"says {line!r}"
    if examined.printed:
        yield f"printed {examined.printed[:200]!r}"
    if examined.reason is None and examined.duration <= 0:
        yield "gave a clip of no length"
    if examined.reason is None and examined.played is None:
        yield f"can be analysed, but not played: {examined.unplayable}"
    if examined.played is not None and abs(examined.played - examined.duration) > 0.5:
        yield f"plays {examined.played:.2f} s of {examined.duration:.2f} s"


def _growth(tally: Tally) -> Iterator[str]:
    """Whether a process keeps memory or files: what it held after its first files against its last ones."""
    by_process: dict[int, list[Examined]] = {}
    for _, examined, _ in tally.cases:
        if examined is not None:
            by_process.setdefault(examined.pid, []).append(examined)
    for seen in by_process.values():
        if len(seen) < 100:
            continue
        first, last = seen[20:50], seen[-30:]
        grown = min(one.resident for one in last) - min(one.resident for one in first)
        if grown > 150 << 20:
            yield f"a worker grew by {grown >> 20} MB over {len(seen)} files"
        if min(one.open_files for one in last) > max(one.open_files for one in first):
            yield "a worker keeps files open"


@dataclass(frozen=True)
class _Resources:
    """What this process holds."""

    children: frozenset[int]
    threads: int
    open_files: int

    @classmethod
    def now(cls) -> "_Resources":
        process = psutil.Process()
        children = frozenset(child.pid for child in process.children(recursive=True))
        return cls(children, threading.active_count(), process.num_fds())

    def leaks(self) -> Iterator[str]:
        now = _Resources.now()
        names = [psutil.Process(pid).cmdline() for pid in now.children - self.children]
        names = [name for name in names if not any("resource_tracker" in part for part in name)]
        if names:
            yield f"left processes: {names}"
        if now.threads > self.threads:
            yield f"left {now.threads - self.threads} threads"
        if now.open_files > self.open_files + 4:  # the resource tracker's, and what imports keep
            yield f"left {now.open_files - self.open_files} open files"


class _temporary_folder:  # noqa: N801
    """Let this process and its children write their temporary files to a folder that can be looked at."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        self._former = os.environ.get("TMPDIR")
        os.environ["TMPDIR"] = str(self._folder)
        tempfile.tempdir = None

    def __exit__(self, *_: object) -> None:
        if self._former is None:
            del os.environ["TMPDIR"]
        else:
            os.environ["TMPDIR"] = self._former
        tempfile.tempdir = None


def _outcome(examined: Examined | None) -> str:
    if examined is None:
        return "died"
    if examined.reason is not None:
        return "refused"
    return "noted" if examined.notes else "clean"


def _general(case: Case, reason: str) -> str:
    from core.audio.files import display_name

    words = reason.replace(display_name(case.path), "…")
    return "".join("#" if character.isdigit() else character for character in words).replace("##", "#")


def _shown(case: Case) -> str:
    return f"#{case.number} {case.base!r} after {case.mutation}"
