"""Functions that the tests of the window run in worker processes in place of the analysis."""

import time
from pathlib import Path

from core.errors import AudioError
from core.workers.pool import Emitter


def answer(emit: Emitter, path: Path) -> str:
    """Ends at once."""
    emit.report(0.2, "Reading")
    emit.partial(f"preview of {path.name}")
    emit.report(1.0, "Done")
    return f"analysis of {path.name}"


def by_name(emit: Emitter, path: Path) -> str:
    """What it does depends on the name of the file: slow, bad, broken, or a good one."""
    if path.name == "bad":
        raise AudioError("bad is not an audio file. Choose another one.")
    if path.name == "bad after preview":
        emit.partial(f"preview of {path.name}")
        raise AudioError("It ends too early.")
    if path.name == "broken":
        raise ZeroDivisionError("by zero")
    if path.name == "slow":
        emit.partial("preview of slow")
        for step in range(1000):
            emit.report(step / 1000, "Finding beats")
            time.sleep(0.02)
    return answer(emit, path)


def deaf(emit: Emitter, path: Path) -> None:
    """Never reports."""
    time.sleep(60)
