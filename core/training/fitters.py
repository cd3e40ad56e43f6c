"""Who does the fits: processes on this machine, kept from one run to the next, or a cluster."""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

from core.errors import ExecutorLostError
from core.workers.opening import executor_for, open_executor
from core.workers.starting import prepare_with

FITTING_MODULES = ("core.training.fitting", "sklearn.ensemble", "sklearn.pipeline")
"""What a fit imports; see `core.workers.starting.prepare_with`."""

if TYPE_CHECKING:
    from core.workers.limits import Executor


def fitting_executor(count: int | None = None, cluster: str | None = None) -> AbstractContextManager["Executor"]:
    """Open an executor that fits, for the length of a block; see `core.workers.opening.executor_for`."""
    prepare_with(FITTING_MODULES)
    return executor_for(count, cluster)


class Fitters:
    """The one executor of a program that fits now and then; any thread may ask for it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._executor: Executor | None = None
        self._wanted: tuple[int | None, str | None] | None = None

    @contextmanager
    def use(self, count: int | None = None, cluster: str | None = None) -> "Iterator[Executor]":
        """Lend the executor to a block; it stays for the next block, unless it was lost."""
        executor = self._get(count, cluster)
        try:
            yield executor
        except ExecutorLostError:
            self.shutdown()
            raise

    def _get(self, count: int | None, cluster: str | None) -> "Executor":
        with self._lock:
            if self._executor is not None and self._wanted == (count, cluster):
                return self._executor
            if self._executor is not None:
                self._executor.shutdown()
                self._executor = None
            prepare_with(FITTING_MODULES)
            self._executor = open_executor(count, cluster)
            self._wanted = (count, cluster)
            return self._executor

    def shutdown(self) -> None:
        """Every process is gone afterwards; the next `use` starts new ones."""
        with self._lock:
            if self._executor is not None:
                self._executor.shutdown()
            self._executor = None
