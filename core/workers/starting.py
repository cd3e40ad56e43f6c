"""Starting worker processes: forked from a prepared process where that is safe, spawned elsewhere.

To import what an analysis or a training needs takes a second or two of a core, in each new process. On Linux a process
of one thread imports it once, and workers are forked from that in some 20 ms, which is what a worker costs that is
replaced after a cancelled job or some hundred files. The program itself is never forked: it has threads, and a lock
that one of them holds would stay locked in the copy.
"""

import importlib.util
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess, SpawnContext, SpawnProcess
from multiprocessing.forkserver import set_forkserver_preload

from core.workers.process import work

WorkerProcess = ForkServerProcess | SpawnProcess
BEFORE_ALL = "core.workers.prepared"

_lock = threading.Lock()
_prepared_with: list[str] = []


def prepare_with(modules: Iterable[str]) -> None:
    """Import modules once for all workers; of no effect once a worker has been started.

    Parameters
    ----------
    modules : names of modules, none of which may start a thread when it is imported
    """
    with _lock:
        _prepared_with.extend(name for name in modules if name not in _prepared_with)


def can_fork(threads: int) -> bool:
    """Return whether a worker of so many numeric threads can be forked: libraries take their number when imported.

    What is to be imported before all else must be there: `forkserver` passes over modules that are not.
    """
    return sys.platform == "linux" and threads == 1 and importlib.util.find_spec(BEFORE_ALL) is not None


def start_worker(initializer: Callable[[], None] | None, threads: int) -> tuple[WorkerProcess, Connection]:
    """Start a worker process.

    Parameters
    ----------
    initializer : called in the process before its first job
    threads : of the numeric libraries

    Returns
    -------
    The process, and the pipe to it
    """
    process: WorkerProcess
    forks = can_fork(threads)
    context: ForkServerContext | SpawnContext
    context = multiprocessing.get_context("forkserver") if forks else multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    # The prepared process keeps the environment of its own start, which may be long ago.
    environment = dict(os.environ) if forks else None
    process = context.Process(
        target=work, args=(theirs, initializer, threads, environment), daemon=True, name="groovescope-worker"
    )
    with _lock:
        if forks:
            set_forkserver_preload([BEFORE_ALL, *_prepared_with])
        process.start()
    theirs.close()
    return process, ours
