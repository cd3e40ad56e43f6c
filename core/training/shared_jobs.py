"""Many small jobs over one large object, which is sent to each worker once and not with every job.

It serves any executor: a worker that does not hold the object says so, and its job is sent again with the object in
it. So nothing has to be known about how workers are made, replaced or reached.
"""

import concurrent.futures
import contextlib
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from core.errors import ExecutorLostError, VersionMismatchError
from core.progress import Cancelled, Report, silent
from core.workers.pool import Emitter, Executor

Call = tuple[Callable[..., Any], tuple[Any, ...]]
"""A module's function and its arguments; it is called as `function(emit, shared, *arguments)`."""

CANCEL_GRACE_SECONDS = 0.5
_POLL_SECONDS = 0.1
_HELD_AT_MOST = 3
_held: OrderedDict[str, Any] = OrderedDict()


class _NotHere:
    """Answer of a worker that does not hold the object."""


def run_shared(
    executor: Executor | None,
    token: str,
    shared: Any,
    calls: Sequence[Call],
    report: Report = silent,
    text: Callable[[int], str] | None = None,
    is_paused: Callable[[], bool] = lambda: False,
    work: Sequence[float] = (),
) -> Iterator[tuple[int, Any]]:
    """Run `calls` over `shared`; yield the number of each with its result as it comes.

    A call that raised, or whose worker died, yields the exception instead of a result. Where `report` raises, every
    job is stopped, at the latest with its process half a second later, before that is passed on. The exception of an
    executor that was lost comes after the results that came with it.

    Parameters
    ----------
    executor : where to run; None is this very process, one call after another
    token : differs whenever `shared` does
    report : told the share of calls that are done, about ten times a second; may raise `Cancelled`
    text : from the number of a call that has just ended to what is told with it
    is_paused : as long as it says so, no more calls are given out
    work : how much each call is, in any unit, so that what is reported goes with the time; all the same when empty
    """
    work = work or [1.0] * len(calls)
    if executor is None:
        yield from _run_here(shared, calls, report, text, is_paused, work)
        return
    whole, done = sum(work), 0.0
    waiting = deque((number, None) for number in range(len(calls)))
    running: dict[Any, tuple[int, Any]] = {}
    n_sent, last = 0, ""
    try:
        while waiting or running:
            while waiting and not is_paused() and len(running) < 2 * executor.max_workers:
                number, _ = waiting.popleft()
                payload = (shared,) if n_sent < executor.max_workers else None
                job = executor.submit(_work, token, payload, *calls[number])
                running[job.future] = (number, job)
                n_sent += 1
            report(min(done / whole, 1.0), last)
            if not running:
                time.sleep(_POLL_SECONDS)
            finished, _ = concurrent.futures.wait(running, _POLL_SECONDS, concurrent.futures.FIRST_COMPLETED)
            for future in sorted(finished, key=_tells_of_loss):  # at which the caller may end: results come first
                number, job = running.pop(future)
                result = _result(job)
                if isinstance(result, _NotHere):
                    again = executor.submit(_work, token, (shared,), *calls[number])
                    running[again.future] = (number, again)
                    continue
                done, last = done + work[number], text(number) if text else ""
                yield number, result
        report(1.0, last)
    finally:
        _stop([job for _, job in running.values()])


def _run_here(
    shared: Any,
    calls: Sequence[Call],
    report: Report,
    text: Callable[[int], str] | None,
    is_paused: Callable[[], bool],
    work: Sequence[float],
) -> Iterator[tuple[int, Any]]:
    whole, done = sum(work), 0.0
    emit = Emitter(lambda _event: None, lambda: False)
    for number, (function, arguments) in enumerate(calls):
        report(min(done / whole, 1.0), text(number) if text else "")
        while is_paused():
            time.sleep(_POLL_SECONDS)
            report(min(done / whole, 1.0), text(number) if text else "")
        try:
            result = function(emit, shared, *arguments)
        except Exception as problem:  # noqa: BLE001  it is the result of this call
            result = problem
        done += work[number]
        yield number, result
    report(1.0, "")


def _tells_of_loss(future: Any) -> bool:
    return isinstance(future.exception(), ExecutorLostError | VersionMismatchError)


def _result(job: Any) -> Any:
    try:
        return job.result()
    except Exception as problem:  # noqa: BLE001  it is the result of this call
        return problem


def _stop(jobs: Sequence[Any]) -> None:
    for job in jobs:
        job.cancel(grace=CANCEL_GRACE_SECONDS)
    for job in jobs:
        with contextlib.suppress(Exception, Cancelled):
            job.result(timeout=4 * CANCEL_GRACE_SECONDS)


def _work(
    emit: Emitter, token: str, payload: tuple[Any] | None, function: Callable[..., Any], arguments: tuple[Any, ...]
) -> Any:
    """Make the call in a worker, if the object is there."""
    if payload is not None:
        (_held[token],) = payload
        while len(_held) > _HELD_AT_MOST:
            _held.popitem(last=False)
    if token not in _held:
        return _NotHere()
    return function(emit, _held[token], *arguments)
