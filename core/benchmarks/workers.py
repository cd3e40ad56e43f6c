"""What more workers bring, whether a worker's memory stays flat, and what a Dask cluster costs and changes."""

import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from core.features.table import Tables
from core.jobs.clip import ANALYSIS_MODULES, analysis_executor, prepare_analysis
from core.library import Catalogue
from core.library.analysing import analyse_file
from core.library.batch import analyse_files
from core.workers.limits import Executor
from core.workers.pool import WorkerPool
from core.workers.starting import prepare_with

MEMORY_AIM = 500 * 2**20
SPEED_UP_AIM, CLUSTER_AIM = 1.8, 1.10


@dataclass
class _Timed:
    """A batch: its seconds, its tables, and the resident memory of its workers along the way."""

    seconds: float = 0.0
    tables: Tables | None = None
    memory: list[int] = field(default_factory=list)
    core_seconds: float = 0.0
    n_bytes: int = 0


def run(files: Sequence[Path], n_memory: int) -> Iterator[str]:
    """Lines of the report as they come: `files` for the times, `n_memory` analyses by one process for its memory."""
    yield _starting()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        with analysis_executor(1) as one:
            alone = _timed(files, one, scratch / "one.sqlite")
        with analysis_executor(2) as two:
            both = _timed(files, two, scratch / "two.sqlite")
        ratio = alone.seconds / both.seconds
        yield f"one worker   {len(files) / alone.seconds:6.2f} clips a second"
        yield f"two workers  {len(files) / both.seconds:6.2f} clips a second   {ratio:.2f} times one   (at least 1.8)"
        cost, stored = alone.core_seconds / len(files), alone.n_bytes / len(files) / 1024
        yield f"a clip       {cost:6.2f} s of a core, {stored:.0f} KB stored"
        yield from _on_dask(files, both, scratch)
    yield from _memory(files, n_memory)


def _starting() -> str:
    """Compare workers that are forked from a prepared process with one that imports everything itself."""
    prepare_with(ANALYSIS_MODULES)
    first, *others = (_seconds_to_answer(threads=1) for _ in range(6))
    spawned = _seconds_to_answer(threads=2)  # those of several threads are never forked
    return (
        f"a worker answers after {min(others):.3f} s, the first of a program after {first:.2f} s; "
        f"one that is spawned after {spawned:.2f} s"
    )


def _seconds_to_answer(threads: int) -> float:
    started = time.perf_counter()
    with WorkerPool(1, initializer=prepare_analysis, threads_per_worker=threads) as pool:
        pool.submit(bool).result(300)  # a function that imports nothing
        return time.perf_counter() - started


def _timed(files: Sequence[Path], executor: Executor, library: Path) -> _Timed:
    """Time a batch with workers that are awake: each has analysed a file before the clock starts."""
    warm = [executor.submit(analyse_file, str(files[0]), "bars") for _ in range(2 * executor.max_workers)]
    for job in warm:
        job.result(300)
    result = _Timed()
    with Catalogue.open(library) as catalogue:
        started = time.perf_counter()
        outcome = analyse_files(catalogue, files, executor)
        result.seconds = time.perf_counter() - started
        tracks = [track for file in files if (track := catalogue.track_at(str(file))) is not None]
        if outcome.problem or not tracks:
            raise RuntimeError(outcome.problem or "no file could be analysed")
        result.tables = catalogue.tables(tracks)
        with catalogue.raw_writing() as db:
            result.core_seconds = float(db.execute("SELECT sum(seconds) FROM analyses").fetchone()[0])
            pages = db.execute("PRAGMA page_count").fetchone()[0] * db.execute("PRAGMA page_size").fetchone()[0]
            result.n_bytes = int(pages)
    return result


def _on_dask(files: Sequence[Path], local: _Timed, scratch: Path) -> Iterator[str]:
    try:
        from distributed import LocalCluster
    except ImportError:
        yield "Dask         not installed: no comparison with a cluster"
        return
    from core.workers.cluster import connect

    before = os.environ.get("MALLOC_TRIM_THRESHOLD_")
    make: Any = LocalCluster  # it has no types
    with make(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        pool = connect(cluster.scheduler_address)
        try:
            far = _timed(files, pool, scratch / "dask.sqlite")
        finally:
            pool.shutdown()
    if before is None:
        os.environ.pop("MALLOC_TRIM_THRESHOLD_", None)
    ratio = far.seconds / local.seconds
    same = "bit-identical tables" if _same(far.tables, local.tables) else "OTHER NUMBERS"
    rate = len(files) / far.seconds
    yield f"Dask, two    {rate:6.2f} clips a second   {ratio:.2f} times the local time   (at most 1.10)   {same}"


def _same(one: Tables | None, other: Tables | None) -> bool:
    if one is None or other is None:
        return False
    pairs = [(getattr(one, name).values, getattr(other, name).values) for name in ("songs", "bars", "beats")]
    pairs.append((one.genre_features, other.genre_features))
    return all(np.array_equal(a, b, equal_nan=True) for a, b in pairs)


def _memory(files: Sequence[Path], count: int) -> Iterator[str]:
    """Resident memory of one process over many analyses, never replaced meanwhile."""
    import psutil

    sizes: list[int] = []
    with WorkerPool(1, initializer=prepare_analysis, threads_per_worker=1) as pool:
        for number in range(count):
            pool.submit(analyse_file, str(files[number % len(files)]), "bars").result(300)
            (pid,) = pool.pids()
            sizes.append(psutil.Process(pid).memory_info().rss)
    steps = [sizes[min(round(share * (count - 1)), count - 1)] for share in (0.05, 0.25, 0.5, 0.75, 1.0)]
    shown = ", ".join(f"{size / 2**20:.0f}" for size in steps)
    yield (
        f"one process, {count:,} clips: {shown} MB after 5, 25, 50, 75, 100 %; at most {max(sizes) / 2**20:.0f} MB "
        "(below 500)"
    )
