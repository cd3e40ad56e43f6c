"""Chained Ogg files: each piece of music decoded for itself, whatever its rate and codec are."""

from dataclasses import replace
from pathlib import Path

from core.audio.decoding import libav, libsndfile
from core.audio.decoding.analysis_signal import SignalBuilder
from core.audio.decoding.native_file import NativeFile
from core.audio.decoding.ogg_file import OggPages
from core.audio.decoding.reading import Reading
from core.errors import UnreadableError
from core.language import tr
from core.progress import Report, silent


def read_chain(path: Path, pages: OggPages, report: Report, signal: SignalBuilder) -> Reading:
    """Decode all links of a file into `signal`. Raises UnreadableError, TooLongError, OSError, and as `report` does.

    Both libraries stop, or go wrong, where a link differs from the first.
    """
    whole: Reading | None = None
    n_lost = 0
    for start, end in pages.links:
        report(start / pages.links[-1][1], tr("Decoding"))
        link = _read_link(path, start, end, signal)
        if link is None:
            n_lost += 1
        elif whole is None:
            whole = link
        else:
            whole.gave_up |= link.gave_up
            whole.n_damaged += link.n_damaged
    if whole is None:
        raise UnreadableError("audio.hopeless")
    whole.n_damaged += n_lost
    whole.lacks_end = pages.lacks_end
    whole.source = replace(whole.source, decoder="libav")
    return whole


def _read_link(path: Path, start: int, end: int, signal: SignalBuilder) -> Reading | None:
    """Decode one link to the end of `signal`; None where neither library can."""
    with NativeFile(path, start, end) as file:
        try:
            return libsndfile.read_part(file, signal, silent)
        except UnreadableError:
            file.seek(0)
        try:
            return libav.read_part(file, path, signal, lambda: None)
        except UnreadableError:
            return None
