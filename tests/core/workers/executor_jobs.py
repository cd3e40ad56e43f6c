"""Functions that the tests of the executor run in its processes."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.workers.pool import Emitter


def add(emit: Emitter, a: int, b: int = 0) -> int:
    return a + b


def process_id(emit: Emitter) -> int:
    return os.getpid()


def count(emit: Emitter, n: int, seconds: float = 0.05) -> int:
    for i in range(n):
        emit.report(i / n, f"step {i}")
        time.sleep(seconds)
    emit.report(1.0, "done")
    return n


def hand_over(emit: Emitter) -> str:
    emit.report(0.0, "first")
    emit.partial({"peaks": np.arange(100_000)})
    emit.report(1.0, "last")
    return "end"


def sleep_deaf(emit: Emitter, seconds: float) -> None:
    time.sleep(seconds)


def begin_and_sleep_deaf(emit: Emitter, seconds: float) -> None:
    emit.report(0.0, "begun")
    time.sleep(seconds)


def fail(emit: Emitter, text: str) -> None:
    raise ValueError(text)


def fail_unpicklably(emit: Emitter) -> None:
    class Local(Exception):
        pass

    raise Local("a reason")


def return_unpicklable(emit: Emitter) -> Any:
    return lambda: 0


def die(emit: Emitter) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def large(emit: Emitter, megabytes: int) -> dict[str, NDArray[np.uint8]]:
    array = np.resize(np.arange(256, dtype=np.uint8), megabytes << 20)
    return {"image": array, "small": array[:10]}


def environment(emit: Emitter, name: str) -> str | None:
    return os.environ.get(name)


def folder(emit: Emitter) -> str:
    return str(Path.cwd())


def loaded_modules(emit: Emitter) -> set[str]:
    return set(sys.modules)


def import_fractions() -> None:
    """An initializer."""
    import fractions  # noqa: F401


def parent_that_waits() -> None:
    """Run as a program: starts a worker, prints its process id, and hangs."""
    from core.workers.pool import WorkerPool

    pool = WorkerPool(1)
    begun = threading.Event()
    job = pool.submit(begin_and_sleep_deaf, 3600.0, on_event=lambda event: begun.set())
    begun.wait()
    sys.stdout.write(f"{pool.pids()[0]}\n")
    sys.stdout.flush()
    job.result()


def start_parent_that_waits() -> "subprocess.Popen[str]":
    code = "from tests.core.workers.executor_jobs import parent_that_waits; parent_that_waits()"
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)


def grow(emit: Emitter, n_bytes: int, seconds: float) -> int:
    """Take memory step by step, then keep it for a while."""
    taken = [np.ones(n_bytes // 8 // 20) for _ in range(20)]
    time.sleep(seconds)
    return len(taken)


def fail_with(emit: Emitter, error: Exception) -> None:
    raise error


def changed_sum(emit: Emitter, array: NDArray[np.float64]) -> float:
    array[0] += 1.0
    return float(array.sum())
