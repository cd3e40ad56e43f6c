"""The worker's side of `core.workers.pool`: the loop of a worker process, and how both sides talk.

Messages are pickled with protocol 5; large arrays follow outside of the pickle in short pieces, so that a parent
with a window never holds the interpreter lock for long while a result of a hundred megabytes comes in.
"""

import contextlib
import os
import pickle
import queue
import signal
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

from core.progress import Cancelled

CANCEL = "cancel"
PIECE_BYTES = 1 << 20
IN_PICKLE_BYTES = 1 << 14
REPORT_INTERVAL_SECONDS = 0.03
THREAD_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")


@dataclass(frozen=True)
class Progress:
    """How far a job is: a fraction in [0, 1] and what it is doing."""

    fraction: float
    text: str


@dataclass(frozen=True)
class Partial:
    """A result that a job has before it ends."""

    value: Any


Event = Progress | Partial


class Emitter:
    """What a function in a worker talks to its caller with."""

    def __init__(self, send_event: Callable[[Event], None], is_cancelled: Callable[[], bool]) -> None:
        self._send_event = send_event
        self._is_cancelled = is_cancelled
        self._last_report = float("-inf")

    def check(self) -> None:
        """Raise `Cancelled` when the job is to stop."""
        if self._is_cancelled():
            raise Cancelled

    def report(self, fraction: float, text: str) -> None:
        """Report progress, as a `core.progress.Report`; raise `Cancelled` when the job is to stop."""
        self.check()
        now = time.monotonic()
        if now - self._last_report >= REPORT_INTERVAL_SECONDS or fraction >= 1:
            self._last_report = now
            self._send_event(Progress(fraction, text))

    def partial(self, value: Any) -> None:
        """Hand over a partial result; raises `Cancelled` when the caller wants the job to stop."""
        self.check()
        self._send_event(Partial(value))


def packed(message: Any) -> tuple[bytes, list[pickle.PickleBuffer]]:
    """Return a message as a pickle and the large arrays of it, which stay where they are."""
    buffers: list[pickle.PickleBuffer] = []

    def keep_small_ones(buffer: pickle.PickleBuffer) -> bool:
        is_small = buffer.raw().nbytes < IN_PICKLE_BYTES
        if not is_small:
            buffers.append(buffer)
        return is_small

    return pickle.dumps(message, protocol=5, buffer_callback=keep_small_ones), buffers


def send(pipe: Connection, message: Any) -> None:
    """Write one message; `pickle.PicklingError` (or what pickling raised) leaves the pipe untouched."""
    data, buffers = packed(message)
    views = [buffer.raw() for buffer in buffers]
    pipe.send_bytes(pickle.dumps([view.nbytes for view in views]))
    pipe.send_bytes(data)
    for view in views:
        for start in range(0, view.nbytes, PIECE_BYTES):
            pipe.send_bytes(view[start : start + PIECE_BYTES])


def receive(pipe: Connection) -> Any:
    """Read one message; EOFError when the other side is gone."""
    sizes: list[int] = pickle.loads(pipe.recv_bytes())  # noqa: S301  the other end is this program itself
    data = pipe.recv_bytes()
    return pickle.loads(data, buffers=[_receive_buffer(pipe, size) for size in sizes])  # noqa: S301


def _receive_buffer(pipe: Connection, size: int) -> Any:
    import numpy as np

    buffer = np.empty(size, dtype=np.uint8)  # not zeroed, unlike a bytearray: its pages come piece by piece
    view = buffer.data
    for start in range(0, size, PIECE_BYTES):
        pipe.recv_bytes_into(view[start : start + PIECE_BYTES])
    return buffer


class _Inbox:
    """What the parent wants: calls to run, and which of them to stop. Filled by a thread of its own."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self.calls: queue.SimpleQueue[tuple[int, Any]] = queue.SimpleQueue()
        self.cancelled = 0  # number of the newest cancelled call; calls are numbered from 1
        threading.Thread(target=self._listen, daemon=True).start()

    def is_cancelled(self, number: int) -> bool:
        return self.cancelled == number

    def _listen(self) -> None:
        while True:
            try:
                number, call = receive(self._pipe)
            except (EOFError, OSError):
                os._exit(0)  # the parent closed the pipe or was killed: the call has no receiver
            if call == CANCEL:
                self.cancelled = number
            else:
                self.calls.put((number, call))
            del call  # until the next one comes, which may be long, its arrays would be kept


def work(
    pipe: Connection, initializer: Callable[[], None] | None, threads: int, environment: dict[str, str] | None = None
) -> None:
    """Run the calls from `pipe` in a worker process until it closes.

    Parameters
    ----------
    pipe : to the parent
    initializer : called before the first job
    threads : of the numeric libraries
    environment : of the parent, for a process that was forked from a prepared one and has the environment of that
    """
    if environment is None:
        behave_in_the_background(threads)
    else:
        os.environ.clear()
        os.environ.update(environment)
        _limit_threads(threads)
    inbox = _Inbox(pipe)
    if initializer is not None:
        with contextlib.suppress(Exception):  # it only saves time; what is broken will say so when a call needs it
            initializer()
    while True:
        number, call = inbox.calls.get()
        send(pipe, ("started", None))
        emit = Emitter(lambda event: send(pipe, ("event", event)), partial(inbox.is_cancelled, number))
        outcome = _outcome(emit, call)
        del call  # its arrays may be half of the memory
        try:
            send(pipe, outcome)
        except OSError:
            os._exit(0)
        except Exception as error:  # noqa: BLE001  the result cannot be pickled, for whatever reason
            send(pipe, _failure(error))


def behave_in_the_background(threads: int) -> None:
    """Take few threads and a low priority, and leave Ctrl+C to the parent."""
    _limit_threads(threads)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the parent, which decides
    if hasattr(os, "nice"):
        os.nice(10)


def _limit_threads(threads: int) -> None:
    for variable in THREAD_VARIABLES:
        os.environ[variable] = str(threads)


def _outcome(emit: Emitter, packed_call: tuple[bytes, list[Any]]) -> tuple[str, Any]:
    try:
        data, buffers = packed_call
        fn, args, kwargs = pickle.loads(data, buffers=buffers)  # noqa: S301
        del packed_call, data, buffers
        return "result", fn(emit, *args, **kwargs)
    except BaseException as error:  # noqa: BLE001  it is raised in the waiting caller
        return _failure(error)


def _failure(error: BaseException) -> tuple[str, Any]:
    text = "".join(traceback.format_exception(error))
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301
    except Exception:  # noqa: BLE001  exception classes may refuse in any way
        error = RuntimeError(f"{type(error).__name__}: {error}")
    return "error", (error, text)
