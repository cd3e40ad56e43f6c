"""What one job may cost: limits in time and memory, and the errors of jobs whose process was lost."""

import time
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from core.errors import MemoryLimitError, TimeLimitError

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Limits:
    """What one job may cost; None is no limit.

    Attributes
    ----------
    seconds : from the moment the worker begins with the job
    memory_bytes : resident memory of the worker process, with all that it imported
    """

    seconds: float | None = None
    memory_bytes: int | None = None


class LimitWatch:
    """Looks after one job in one process; `check` is called every now and then."""

    def __init__(self, limits: Limits, pid: int | None) -> None:
        import psutil

        self._limits = limits
        self._started: float | None = None
        self._gone = psutil.Error
        try:
            self._process = psutil.Process(pid) if pid is not None and limits.memory_bytes is not None else None
        except psutil.Error:  # it has ended already, which its pipe will tell
            self._process = None

    def start(self) -> None:
        """Start the clock: the worker has begun with the job."""
        self._started = time.monotonic()

    def check(self) -> None:
        """TimeLimitError or MemoryLimitError when the job has cost too much."""
        seconds = self._limits.seconds
        if seconds is not None and self._started is not None and time.monotonic() - self._started > seconds:
            raise TimeLimitError("workers.time_limit", seconds=seconds)
        memory = self._memory()
        if self._limits.memory_bytes is not None and memory > self._limits.memory_bytes:
            raise MemoryLimitError("workers.memory_limit", gigabytes=self._limits.memory_bytes / 2**30)

    def _memory(self) -> int:
        try:
            return 0 if self._process is None else int(self._process.memory_info().rss)
        except self._gone:
            return 0


class RunningJob(Protocol[T_co]):
    """One call of a function in a worker, as an executor hands it back."""

    future: Any

    def cancel(self, grace: float = ...) -> None:
        """Stop it."""

    def done(self) -> bool:
        """Whether it has ended, in whatever way."""

    def result(self, timeout: float | None = None) -> T_co:
        """Return what the function returned; raises what it raised."""


class Executor(Protocol):
    """Executor of functions `fn(emit, *args)`: a `WorkerPool` on this machine, or a `ClusterPool`."""

    @property
    def max_workers(self) -> int:
        """How many jobs it works on at a time."""

    def submit(self, fn: Any, *args: Any, on_event: Any = None, limits: Limits | None = None, **kwargs: Any) -> Any:
        """Queue a job; returns a `RunningJob`."""

    def warm_up(self, workers: int | None = None) -> None:
        """Get workers ready ahead of the first job."""

    def shutdown(self) -> None:
        """Cancel every job and let the workers go."""
