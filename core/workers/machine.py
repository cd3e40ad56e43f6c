"""The machine: its cores, and how processes are started on it."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

FILES_PER_PROCESS = 200
"""A worker is replaced after so many files, against libraries that lose memory."""


@contextmanager
def interrupts_kept_from_children() -> Iterator[None]:
    """Threads started in here, and the processes they start, never see Ctrl+C, which the terminal sends to all.

    A worker is deaf to it once it runs; this covers the moment while it starts, when Python would print a traceback.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def usable_cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1
