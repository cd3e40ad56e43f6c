"""Who does the work of a batch: processes on this machine, or a cluster."""

from collections.abc import Iterator
from contextlib import contextmanager

from core.workers.limits import Executor
from core.workers.machine import FILES_PER_PROCESS, interrupts_kept_from_children


@contextmanager
def open_workers(count: int, cluster: str | None = None) -> Iterator[Executor]:
    """Workers for as long as the block runs; afterwards every job is cancelled and every process gone.

    Parameters
    ----------
    count : processes on this machine
    cluster : address of a Dask scheduler, "tcp://host:8786" say; None for this machine

    Raises
    ------
    core.workers.limits.ExecutorLostError : when the cluster cannot be reached
    core.workers.limits.VersionMismatchError : when its workers run another version of this program
    """
    executor: Executor
    if cluster:
        from core.workers.cluster import connect

        executor = connect(cluster)
    else:
        from core.workers.pool import WorkerPool

        executor = WorkerPool(
            count, initializer=prepare_analysis, threads_per_worker=1, jobs_per_process=FILES_PER_PROCESS
        )
    try:
        with interrupts_kept_from_children():
            executor.warm_up(count)
        yield executor
    finally:
        executor.shutdown()


def prepare_analysis() -> None:
    """Import what the first analysis needs, before anybody waits for it."""
    import core.analysis

    prepare = getattr(core.analysis, "prepare", None)
    if prepare is not None:
        prepare()
