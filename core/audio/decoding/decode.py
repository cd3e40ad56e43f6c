"""From a file to its analysis signal: which decoder reads it, what is believed, what a person is told."""

import errno
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from core.audio.decoding.analysis_signal import BlockRelay, SignalBuilder
from core.audio.decoding.id3_tag import bytes_before
from core.audio.decoding.imposters import is_encrypted, what_it_is_instead
from core.audio.decoding.libav import read_with_libav
from core.audio.decoding.libsndfile import read_with_soundfile
from core.audio.decoding.ogg_chain import read_chain
from core.audio.decoding.ogg_file import is_ogg, pages_of
from core.audio.decoding.reading import ALLOWANCE, Reading
from core.audio.decoding.source import SourceFormat
from core.audio.decoding.tags import read_tags
from core.audio.decoding.wholeness import is_cut_off
from core.audio.files import display_name
from core.errors import AudioError, DecodingError, UnreadableError
from core.language import tr
from core.messages import Note
from core.progress import Report, sub_range

_LOUD = 2.0
"""Peaks above this are noted; the decoders of lossy formats overshoot full scale a little, and may."""


@dataclass(frozen=True, eq=False)
class Decoded:
    """The analysis signal [shape=(n_samples,)] and what there is to say about its file."""

    y: NDArray[np.float32]
    source: SourceFormat
    tags: dict[str, str]
    notes: tuple[Note, ...]


def decode(path: Path, report: Report, name: str = "") -> Decoded:
    """Decode all of `path`, which messages call `name`.

    Raises AudioError, or the `Cancelled` of `report`, and nothing else.
    """
    with _as_audio_errors(name or str(path)):
        _check(path)
        lacks_end = _lacks_end(path)  # before it is read, since it may be taken away meanwhile
        reading = _read_sound(path, report)
        reading.lacks_end |= lacks_end
        if reading.lacks_end and reading.seconds_claimed is None:
            reading.seconds_claimed = reading.seconds_of_container
        report(1.0, tr("Decoding"))
        tags = read_tags(path, reading.tags)
        return Decoded(reading.signal.finish(), reading.source, tags, tuple(_notes(reading)))


class Listener(Protocol):
    """Receiver of the sound of a file as it is: all of its channels, at its own rate, every sample finite."""

    def add(self, block: NDArray[np.float32], sr: int) -> None:
        """Take a block [shape=(n_frames, n_channels)]; rate and channels may change between blocks."""


L = TypeVar("L", bound=Listener)


def listen(path: Path, new_listener: Callable[[], L], report: Report, name: str = "") -> L:
    """Decode all of `path` for a listener, block by block: what `decode` hears, before it is mixed and resampled.

    Where a second decoder has to try, it gets a listener of its own, and the one who heard more is returned.

    Raises AudioError, or the `Cancelled` of `report`, and nothing else.
    """
    listeners: list[tuple[SignalBuilder, L]] = []

    def new_signal() -> SignalBuilder:
        listener = new_listener()
        listeners.append((BlockRelay(listener.add), listener))
        return listeners[-1][0]

    with _as_audio_errors(name or str(path)):
        _check(path)
        heard = _read(path, report, new_signal).signal
        return next(listener for signal, listener in listeners if signal is heard)


@contextmanager
def _as_audio_errors(name: str) -> Iterator[None]:
    """Raise what goes wrong with a file as an AudioError that names it."""
    name = display_name(Path(name))
    try:
        yield
    except DecodingError as problem:
        raise problem.named(name, AudioError) from problem
    except MemoryError as problem:
        raise AudioError("audio.no_memory", name=name) from problem
    except OSError as problem:
        raise unreadable(problem).named(name, AudioError) from problem


def _check(path: Path) -> None:
    """Turn away what no decoder should touch: folders, pipes and devices, which may never end, and empty files."""
    try:
        status = path.stat()
    except ValueError as problem:  # a null character in the name
        raise UnreadableError("audio.gone") from problem
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableError("audio.is_folder")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError("audio.is_device")
    if status.st_size == 0:
        raise UnreadableError("audio.empty")


def _lacks_end(path: Path) -> bool:
    """Whether the container says that the file is longer than it is."""
    start = bytes_before(path)
    return pages_of(path, start).lacks_end if is_ogg(path, start) else is_cut_off(path, start)


def _read_sound(path: Path, report: Report) -> Reading:
    """Read the mean of the channels; or the loudest, where they are in opposite phase and little is left of them."""
    reading = _read(path, report, SignalBuilder)
    channel = reading.signal.cancelled_channel
    if channel is None:
        return reading
    again = _read(path, report, partial(SignalBuilder, channel))
    again.notes.append(Note("audio.opposite_phase", channel=channel + 1))
    return again


def _read(path: Path, report: Report, new_signal: Callable[[], SignalBuilder]) -> Reading:
    """Read with libsndfile; or with libav, where libsndfile cannot read it or stops at damage.

    Parameters
    ----------
    new_signal : makes what the sound is read into, once for each decoder
    """
    start = bytes_before(path)
    if is_ogg(path, start) and len((pages := pages_of(path, start)).links) > 1:
        return read_chain(path, pages, report, new_signal())
    first: Reading | None = None
    reasons: list[UnreadableError] = []
    try:
        first = read_with_soundfile(path, report, new_signal())
    except UnreadableError as problem:
        reasons.append(problem)
    if first is not None and not first.is_doubtful:
        return first
    second: Reading | None = None
    try:
        second = read_with_libav(path, sub_range(report, _reached(first), 1.0), new_signal())
    except UnreadableError as problem:
        reasons.append(problem)
    best = _better(first, second)
    if best is not None and best.signal.n_frames > 0:
        return best
    if first is not None and not first.gave_up:
        raise UnreadableError("audio.no_samples")
    known = [problem for problem in reasons if problem.code != "audio.unknown_kind"]
    if known and not is_encrypted(path):
        raise known[0]
    raise what_it_is_instead(path)


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


def _notes(reading: Reading) -> list[Note]:
    """Return what a person should know about this file."""
    signal, stated, notes = reading.signal, reading.seconds_claimed, []
    if stated is not None and reading.is_short:
        notes.append(Note("audio.ends_early", read=signal.seconds, stated=stated))
    elif reading.gave_up or reading.lacks_end:
        notes.append(Note("audio.damaged", read=signal.seconds))
    elif reading.has_more and stated and signal.seconds > stated + ALLOWANCE:
        notes.append(Note("audio.longer_than_stated", stated=stated, read=signal.seconds))
    n_damaged = reading.n_damaged - len(notes)  # where a file breaks off or goes on, one piece is no news
    notes += reading.notes
    if n_damaged > 0:
        notes.append(Note("audio.damaged_pieces", count=n_damaged))
    if signal.n_not_finite:
        notes.append(Note("audio.not_finite", count=signal.n_not_finite))
    if signal.peak > _LOUD:
        notes.append(Note("audio.loud", peak=signal.peak))
    return notes


def unreadable(problem: OSError) -> UnreadableError:
    """Return what the file system has against reading a file."""
    if isinstance(problem, FileNotFoundError | NotADirectoryError):
        return UnreadableError("audio.gone")
    if isinstance(problem, PermissionError):
        return UnreadableError("audio.forbidden")
    if problem.errno == errno.ELOOP:
        return UnreadableError("audio.link_loop")
    if problem.errno == errno.ENAMETOOLONG:
        return UnreadableError("audio.name_too_long")
    if not problem.strerror:
        return UnreadableError("audio.disk_error")
    return UnreadableError("audio.disk", reason=problem.strerror)
