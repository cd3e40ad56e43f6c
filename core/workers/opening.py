"""Opening an executor: processes on this machine, or a cluster."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from core.workers.limits import Executor
from core.workers.machine import interrupts_kept_from_children, usable_cores


def open_executor(
    count: int | None = None,
    cluster: str | None = None,
    *,
    initializer: Callable[[], None] | None = None,
    jobs_per_process: int | None = None,
) -> Executor:
    """Open an executor; the caller shuts it down.

    Parameters
    ----------
    count : int, optional
        Number of processes on this machine, each of one thread. One for each usable core if None.
    cluster : str, optional
        Address of a Dask scheduler, such as "tcp://host:8786". This machine does the work if None.
    initializer : callable, optional
        Called in each process of this machine before its first job.
    jobs_per_process : int, optional
        Number of jobs after which a process is replaced. Never if None.

    Raises
    ------
    core.workers.limits.ExecutorLostError
        If the cluster cannot be reached.
    core.workers.limits.VersionMismatchError
        If workers of the cluster run another version of this program.
    """
    if cluster:
        from core.workers.cluster import connect

        return connect(cluster)
    from core.workers.pool import WorkerPool

    pool = WorkerPool(
        count or usable_cores(), initializer=initializer, threads_per_worker=1, jobs_per_process=jobs_per_process
    )
    # The processes inherit the mask, so that Ctrl+C on the terminal reaches this process alone while they start.
    with interrupts_kept_from_children():
        pool.warm_up()
    return pool


@contextmanager
def executor_for(
    count: int | None = None,
    cluster: str | None = None,
    *,
    initializer: Callable[[], None] | None = None,
    jobs_per_process: int | None = None,
) -> Iterator[Executor]:
    """Open an executor for the length of the block; afterwards every job is cancelled and every process has ended.

    The parameters and errors are those of `open_executor`.
    """
    executor = open_executor(count, cluster, initializer=initializer, jobs_per_process=jobs_per_process)
    try:
        yield executor
    finally:
        executor.shutdown()
