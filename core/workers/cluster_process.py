"""The side of `core.workers.cluster` that runs on the cluster's workers: one job as a Dask task."""

import ctypes
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from typing import Any

from core.workers.process import Emitter, Event, Progress

TOPIC = "groovescope"
GRACE_SECONDS = 10.0
"""How long a cancelled job may go on before its worker ends, and a new one takes its place."""

_REPORT_SECONDS, _LOOK_SECONDS = 0.5, 1.0
_TRIM_BYTES, _MMAP_BYTES = 1 << 28, 1 << 25
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3


def run_job(number: int, pool: str, call: tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]) -> Any:
    """Run `fn(emit, *args, **kwargs)` and tell the client when it begins and how far it is."""
    from distributed import get_worker

    _keep_freed_memory()
    worker = get_worker()
    key = worker.get_current_task()
    tell = _Teller(worker, {"pool": pool, "job": number, "worker": worker.address})
    tell.say(0.0)
    fn, args, kwargs = call
    is_cancelled = partial(_is_cancelled, worker, key)
    with _ended_if_deaf(worker, is_cancelled):
        return fn(Emitter(tell, is_cancelled), *args, **kwargs)


class _Teller:
    """Sends progress as an event of the cluster, not more often than anybody can read."""

    def __init__(self, worker: Any, head: dict[str, Any]) -> None:
        self._worker, self._head = worker, head
        self._told = 0.0

    def __call__(self, event: Event) -> None:
        if isinstance(event, Progress) and time.monotonic() - self._told > _REPORT_SECONDS:
            self.say(event.fraction)

    def say(self, fraction: float) -> None:
        self._told = time.monotonic()
        self._worker.log_event(TOPIC, self._head | {"fraction": fraction})


def _is_cancelled(worker: Any, key: Any) -> bool:
    """Whether the client no longer wants the task; Dask itself never interrupts one that runs."""
    task = worker.state.tasks.get(key)
    return task is None or task.state == "cancelled"


@contextmanager
def _ended_if_deaf(worker: Any, is_cancelled: Callable[[], bool]) -> Iterator[None]:
    """End this process if what runs here goes on although it has been cancelled.

    Nothing else would: Dask waits for a running task to its end, and until then its worker is lost to everybody.
    """
    over = threading.Event()

    def watch() -> None:
        since: float | None = None
        while not over.wait(_LOOK_SECONDS):
            since = (since or time.monotonic()) if is_cancelled() else None
            if since is not None and time.monotonic() - since > GRACE_SECONDS:
                os._exit(1)

    if worker.nanny:  # who starts a new process; without one this may be somebody's own
        threading.Thread(target=watch, name="groovescope-grace", daemon=True).start()
    try:
        yield
    finally:
        over.set()


@cache
def _keep_freed_memory() -> None:
    """Undo what Dask asks of the allocator: to give memory back at once doubles the time of NumPy-heavy work.

    Workers are started with MALLOC_TRIM_THRESHOLD_=65536, which only a call can take back.
    """
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None)
    if hasattr(libc, "mallopt"):
        libc.mallopt(_M_TRIM_THRESHOLD, _TRIM_BYTES)
        libc.mallopt(_M_MMAP_THRESHOLD, _MMAP_BYTES)
