"""From a file to its analysis signal: which decoder reads it, what is believed, what a person is told."""

import errno
import stat
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.audio.decoding.analysis_signal import LONGEST_SECONDS, TooLongError
from core.audio.decoding.imposters import what_it_is_instead
from core.audio.decoding.libav import read_with_libav
from core.audio.decoding.libsndfile import read_with_soundfile
from core.audio.decoding.reading import ALLOWANCE, Reading, UnreadableError
from core.audio.decoding.source import AudioError, SourceFormat
from core.audio.files import display_name
from core.progress import Report, sub_range

_LOUD = 2.0
"""Peaks above this are told of; the decoders of lossy formats overshoot full scale a little, and may."""


_GONE = "cannot be found; it may have been moved or renamed. Open it from where it is now."


@dataclass(frozen=True, eq=False)
class Decoded:
    """The analysis signal [shape=(n_samples,)] and what there is to say about its file."""

    y: NDArray[np.float32]
    source: SourceFormat
    tags: dict[str, str]
    notes: tuple[str, ...]


def decode(path: Path, report: Report, name: str = "") -> Decoded:
    """Decode all of `path`, which messages call `name`.

    Raises AudioError, or the `Cancelled` of `report`, and nothing else.
    """
    name = display_name(Path(name or path))
    try:
        _check(path)
        reading = _read(path, report)
        report(1.0, "Decoding")
        return Decoded(reading.signal.finish(), reading.source, reading.tags, tuple(_notes(reading)))
    except UnreadableError as problem:
        raise AudioError(f"{name} {problem}") from problem
    except TooLongError as problem:
        hours = LONGEST_SECONDS // 3600
        raise AudioError(f"{name} lasts more than {hours} hours; cut it into shorter pieces.") from problem
    except MemoryError as problem:
        raise AudioError(f"{name} is too long for the memory that is free; cut it into shorter pieces.") from problem
    except OSError as problem:
        raise AudioError(f"{name} {explain(problem)}") from problem


def _check(path: Path) -> None:
    """Turn away what no decoder should touch: folders, pipes and devices, which may never end, and empty files."""
    try:
        status = path.stat()
    except ValueError as problem:  # a null character in the name
        raise UnreadableError(_GONE) from problem
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableError("is a folder; open the files in it.")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError("is not a file but a device or a pipe; choose a file with music in it.")
    if status.st_size == 0:
        raise UnreadableError("is empty: it has 0 bytes. Copy or download it again.")


def _read(path: Path, report: Report) -> Reading:
    """Read with libsndfile; or with libav, where libsndfile cannot read it or stops at damage."""
    first: Reading | None = None
    reason = ""
    try:
        first = read_with_soundfile(path, report)
    except UnreadableError as problem:
        reason = str(problem)
    if first is not None and not first.is_doubtful:
        return first
    second: Reading | None = None
    try:
        second = read_with_libav(path, sub_range(report, _reached(first), 1.0))
    except UnreadableError as problem:
        reason = reason or str(problem)
    best = _better(first, second)
    if best is not None and best.signal.n_frames > 0:
        return best
    if first is not None and not first.gave_up:
        reason = "holds no sound: 0 samples. Record or export it again."
    raise UnreadableError(reason or what_it_is_instead(path))


def _better(first: Reading | None, second: Reading | None) -> Reading | None:
    """Return the reading with more sound in it; libsndfile's where the two hardly differ."""
    if first is None or second is None:
        return first or second
    if second.signal.seconds <= first.signal.seconds + ALLOWANCE:
        return first
    second.has_more = first.has_more
    second.gave_up |= first.gave_up
    if first.has_more:
        second.seconds_claimed = None if first.seconds_claimed is None else first.signal.seconds
    else:
        second.seconds_claimed = first.seconds_claimed or second.seconds_claimed
    return second


def _reached(first: Reading | None) -> float:
    """Where progress goes on when a file is read a second time."""
    if first is None or not first.seconds_claimed:
        return 0.0
    return min(0.9, first.signal.seconds / first.seconds_claimed)


def _notes(reading: Reading) -> list[str]:
    """Return what a person should know of this file, one line each."""
    signal, notes = reading.signal, []
    if reading.is_short:
        notes.append(f"The file ends early: {signal.seconds:.1f} s of {reading.seconds_claimed:.1f} s could be read.")
    elif reading.gave_up or reading.lacks_end:
        notes.append(f"The file is damaged or ends early: {signal.seconds:.1f} s could be read.")
    elif reading.has_more and reading.seconds_claimed and signal.seconds > reading.seconds_claimed + ALLOWANCE:
        notes.append(
            f"The file states a length of {reading.seconds_claimed:.1f} s; all {signal.seconds:.1f} s were read."
        )
    n_damaged = reading.n_damaged - len(notes)  # where a file breaks off or goes on, one piece is no news
    if n_damaged > 0:
        pieces = "1 damaged piece" if n_damaged == 1 else f"{n_damaged:,} damaged pieces"
        notes.append(f"{pieces} of the file could not be decoded and left no sound.")
    if signal.n_not_finite:
        samples = "1 sample is" if signal.n_not_finite == 1 else f"{signal.n_not_finite:,} samples are"
        notes.append(f"{samples} no usable number and taken as silence.")
    if signal.peak > _LOUD:
        notes.append(f"Samples reach {signal.peak:,.1f} times full scale; levels are given as they are.")
    return notes


def explain(problem: OSError) -> str:
    """Return why the file system does not let a file be read, to stand after its name."""
    if isinstance(problem, FileNotFoundError | NotADirectoryError):
        return _GONE
    if isinstance(problem, PermissionError):
        return "may not be read: you lack the permission for it. Change its permissions, or ask its owner for a copy."
    if problem.errno == errno.ELOOP:
        return "is a link that leads back to itself; open the file that it should lead to."
    if problem.errno == errno.ENAMETOOLONG:
        return "has a name that is too long for this system; rename it."
    return f"cannot be read: {problem.strerror or 'the disk reports an error'}. Copy it to another disk and try again."
