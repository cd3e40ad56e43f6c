"""What a worker does with one mutated file: analyse it, play it, and say what that has cost."""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from core.workers.pool import Emitter


@dataclass(frozen=True)
class Examined:
    """A file that was gone through.

    Attributes
    ----------
    reason : why it could not be analysed; None where it could
    played : seconds that the player got out of it; None where it got nothing
    unplayable : why the player got nothing, where the analysis got something
    printed : what was written to the terminal
    resident, peak : bytes of memory afterwards, and at most meanwhile
    open_files : of the process afterwards
    """

    pid: int
    reason: str | None
    duration: float
    notes: tuple[str, ...]
    played: float | None
    unplayable: str
    printed: str
    seconds: float
    resident: int
    peak: int
    open_files: int


def examine(emit: Emitter, path: Path) -> Examined:
    """Analyse `path` and play what could be analysed."""
    from core.analysis import analyse_clip
    from core.errors import AudioError
    from core.messages import texts

    _forget_peak()
    reason: str | None = None
    duration, notes, decoder = 0.0, (), ""
    played, unplayable = None, ""
    start = time.monotonic()
    with _terminal() as printed:
        try:
            analysis = analyse_clip(path, report=emit.report)
            duration, notes = analysis.source.duration, tuple(texts(analysis.source.notes))
            decoder = analysis.source.format.decoder
        except AudioError as problem:
            reason = str(problem)
        if reason is None:
            played, unplayable = _play(path, decoder)
    return Examined(
        os.getpid(),
        reason,
        duration,
        notes,
        played,
        unplayable,
        "".join(printed),
        time.monotonic() - start,
        _status("VmRSS"),
        _status("VmHWM"),
        len(list(Path("/proc/self/fd").iterdir())),
    )


def _play(path: Path, decoder: str) -> tuple[float | None, str]:
    from desktop.playback.source import SourceError, open_source

    try:
        source = open_source(path, decoder)
        n_frames = 0
        while length := len(source.read(2048)):
            n_frames += length
        source.seek(n_frames // 2)
        source.read(2048)
        source.close()
    except SourceError as problem:
        return None, str(problem)
    return n_frames / source.sr, ""


@contextmanager
def _terminal() -> Iterator[list[str]]:
    """Catch what native libraries write to standard error."""
    printed: list[str] = []
    terminal = os.dup(2)
    with tempfile.TemporaryFile() as file:
        os.dup2(file.fileno(), 2)
        try:
            yield printed
        finally:
            os.dup2(terminal, 2)
            os.close(terminal)
            file.seek(0)
            printed.append(file.read().decode(errors="replace"))


def _forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5")


def _status(name: str) -> int:
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(f"{name}:"))
    return int(line.split()[1]) * 1024
