"""Decoding with libsndfile: fast, exact, and the reference for what the analysis signal has to be."""

import contextlib
import os
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import numpy as np
import soundfile as sf
from numpy.typing import NDArray

from core.audio.decoding.analysis_signal import LONGEST_SECONDS, SignalBuilder, too_long
from core.audio.decoding.flac_file import frames_of
from core.audio.decoding.id3_tag import bytes_before
from core.audio.decoding.imposters import is_no_sound
from core.audio.decoding.mpeg_file import (
    MpegFile,
    bytes_of_tags_behind,
    may_be_mpeg,
    quiet_stderr,
    stated_frames,
    states_length,
)
from core.audio.decoding.native_file import NativeFile
from core.audio.decoding.reading import ALLOWANCE, Reading, is_sampling_rate
from core.audio.decoding.source import SourceFormat
from core.audio.decoding.tags import clean_tags
from core.audio.decoding.wholeness import sphere_seconds
from core.errors import UnreadableError
from core.language import tr
from core.progress import Report

BLOCK_SAMPLES = 1 << 18
BLOCK_SECONDS = 60

_CONTAINERS = {"WAVEX": "WAV", "NIST": "SPHERE", "SVX": "IFF"}
_CODECS = {
    "PCM_S8": "8-bit",
    "PCM_U8": "8-bit",
    "PCM_16": "16-bit",
    "PCM_24": "24-bit",
    "PCM_32": "32-bit",
    "FLOAT": "32-bit float",
    "DOUBLE": "64-bit float",
    "ULAW": "µ-law",
    "ALAW": "A-law",
    "VORBIS": "Vorbis",
    "OPUS": "Opus",
    "MPEG_LAYER_I": "Layer I",
    "MPEG_LAYER_II": "Layer II",
    "MPEG_LAYER_III": "Layer III",
}
_COMPRESSED = ("FLAC", "MP3", "OGG")
_UNKNOWN_FRAMES = 1 << 40  # FLAC written to a pipe has no length; libsndfile then gives the largest number there is
_UNKNOWN_BYTES = 0x7FFF_0000  # WAV written to a pipe states about 2 or 4 GB
_STATED_BYTES = re.compile(r"\b(?:RIFF|FORM|Riff size|riff|Data Size|data|SSND)\s*: (\d+) \(should be (\d+)\)")
_REMNANT = 2.0  # seconds of sound that tags at the end of an MP3 file may look like
_FLOAT, _FLOATS = "format : IEEE float", ("FLOAT", "DOUBLE")
_NO_END_OF_STREAM = "without an End-Of-Stream flag"


class ForwardSoundFile(sf.SoundFile):  # type: ignore[misc]  # soundfile is untyped
    """A sound file that is read once from start to end.

    soundfile seeks to where it already is after each block. In an MP3 file of variable bit rate such a seek is
    a guess, and what follows differs from the same file read in one go; a file that is not seekable is spared.
    """

    def seekable(self) -> bool:
        return False


def read_with_soundfile(path: Path, report: Report, signal: SignalBuilder) -> Reading:
    """Decode all of `path` into `signal`. Raises UnreadableError, TooLongError, OSError, and what `report` raises."""
    with contextlib.ExitStack() as stack:
        mpeg = stack.enter_context(MpegFile(path)) if may_be_mpeg(path) else None
        native = mpeg or (stack.enter_context(NativeFile(path)) if bytes_before(path) else None)
        file = stack.enter_context(_open(path, native))
        quietly = quietly_for(file)
        frames = frames_of(path) if file.format == "FLAC" else None
        if _is_misread(file, path) or (frames is not None and frames.changes):
            raise UnreadableError("audio.unknown_kind")
        reading = _describe(file, signal)
        try:
            for block in _blocks(file, quietly, report):
                reading.signal.add(block, file.samplerate)
        except sf.LibsndfileError:
            reading.gave_up = True
        _compare_with_header(reading, file, path)
        if mpeg:
            at_estimate = reading.seconds_claimed is None and reading.signal.n_frames >= file.frames
            reading.has_more = at_estimate or _has_more(reading, mpeg, path)
        elif frames is not None:
            reading.has_more = frames.n_samples > file.frames + ALLOWANCE * file.samplerate
        return reading


def read_part(native: NativeFile, signal: SignalBuilder, report: Report) -> Reading:
    """Decode a part of a file to the end of `signal`; raises as `read_with_soundfile`."""
    with _open(Path(native.name), native) as file:
        reading = _describe(file, signal)
        try:
            for block in _blocks(file, contextlib.nullcontext, report):
                signal.add(block, file.samplerate)
        except sf.LibsndfileError:
            reading.gave_up = True
        return reading


def _has_more(reading: Reading, mpeg: NativeFile, path: Path) -> bool:
    """Whether sound may follow behind the length that libsndfile believes in; less of it where that is an estimate."""
    unread = mpeg.unread() - bytes_of_tags_behind(path) / path.stat().st_size
    remnant = ALLOWANCE if reading.seconds_claimed is None else _REMNANT
    return unread * reading.signal.seconds > remnant * (1.0 - unread)


def open_to_play(path: Path) -> ForwardSoundFile:
    """Open the file for a player, which seeks. Raises UnreadableError and OSError, as the analysis does."""
    mpeg, tagged = may_be_mpeg(path), bytes_before(path) > 0
    try:
        file = _open(path, None)  # sought faster by its name
    except UnreadableError:
        if not mpeg and not tagged:
            raise
        with contextlib.ExitStack() as stack:
            file = _open(path, stack.enter_context(MpegFile(path) if mpeg else NativeFile(path)))
            stack.pop_all()  # from here on, the sound file holds it
    if _is_misread(file, path):
        file.close()
        raise UnreadableError("audio.unknown_kind")
    return file


def open_part(path: Path, start: int, end: int) -> ForwardSoundFile:
    """Open a part of a file for a player. Raises UnreadableError and OSError."""
    with contextlib.ExitStack() as stack:
        file = _open(path, stack.enter_context(NativeFile(path, start, end)))
        stack.pop_all()  # from here on, the sound file holds it
    return file


def quietly_for(file: ForwardSoundFile) -> Callable[[], AbstractContextManager[None]]:
    """In which context to read it: mpg123 decodes MPEG sound in WAV files, too."""
    return quiet_stderr if file.subtype.startswith("MPEG") else contextlib.nullcontext


def _open(path: Path, native: NativeFile | None) -> ForwardSoundFile:
    # Bytes, where the system has them: a name need not be valid in any encoding.
    name = os.fsencode(path) if os.name == "posix" else str(path)
    try:
        with quiet_stderr():  # whatever the file is called, libsndfile may let mpg123 have a look at it
            return ForwardSoundFile(name if native is None else native)
    except (sf.SoundFileError, TypeError) as error:  # TypeError: named .raw, a format that states nothing
        raise UnreadableError("audio.unknown_kind") from error


def _describe(file: ForwardSoundFile, signal: SignalBuilder) -> Reading:
    if not is_sampling_rate(file.samplerate):
        raise UnreadableError("audio.unlikely_rate", sr=file.samplerate)
    if file.format not in _COMPRESSED and file.frames / file.samplerate > LONGEST_SECONDS:
        raise too_long()
    container = _CONTAINERS.get(file.format, file.format.replace("OGG", "Ogg"))
    codec = _CODECS.get(file.subtype, file.subtype.replace("_", " "))
    source = SourceFormat(container, codec, file.samplerate, file.channels)
    return Reading(source, clean_tags(file.copy_metadata()), signal)


def _is_misread(file: ForwardSoundFile, path: Path) -> bool:
    """Whether libsndfile takes headers for samples (VOC), floats for integers (W64), or words for sound."""
    if file.format == "RAW":  # by the extension alone
        return is_no_sound(path)
    if file.format == "W64":
        return _FLOAT in file.extra_info and file.subtype not in _FLOATS
    return bool(file.format == "VOC")


def _blocks(
    file: ForwardSoundFile, quietly: Callable[[], AbstractContextManager[None]], report: Report
) -> Iterator[NDArray[np.float32]]:
    """Block after block in one buffer [shape=(n_frames, n_channels)], until nothing more comes."""
    n_frames = max(1, min(BLOCK_SAMPLES // file.channels, BLOCK_SECONDS * file.samplerate))
    buffer = np.empty((n_frames, file.channels), np.float32)
    n_read = 0
    while True:
        report(_fraction(n_read, file), tr("Decoding"))
        if file.format == "FLAC":  # beyond its last frame, a tag would be taken for damage
            buffer = buffer[: max(0, min(len(buffer), file.frames - n_read))]
        with quietly():
            block = file.read(out=buffer)
        if len(block) == 0:
            return
        n_read += len(block)
        yield block


def _fraction(n_read: int, file: ForwardSoundFile) -> float:
    """How far the file is read; where its length is unknown, a number that grows ever more slowly."""
    n_frames = file.frames if 0 < file.frames < _UNKNOWN_FRAMES else n_read + 300 * file.samplerate
    return float(min(1.0, n_read / n_frames))


def _compare_with_header(reading: Reading, file: ForwardSoundFile, path: Path) -> None:
    """Note what the file states about its length, as far as it states anything."""
    n_frames: float = file.frames
    if file.format == "OGG":
        reading.lacks_end = _NO_END_OF_STREAM in file.extra_info
    elif file.format not in _COMPRESSED:
        # libsndfile counts the frames that are there; what the header promised is only in its log.
        n_frames *= _stated_proportion(file.extra_info)
    if file.format == "MP3" and (counted := stated_frames(path)) is not None:
        n_frames = counted
    if n_frames < _UNKNOWN_FRAMES and (file.format != "MP3" or states_length(path)):
        reading.seconds_claimed = n_frames / file.samplerate
    if file.format == "NIST":
        reading.seconds_claimed = sphere_seconds(path) or reading.seconds_claimed
    if file.format in _COMPRESSED and reading.is_short:
        reading.gave_up = True


def _stated_proportion(log: str) -> float:
    """How many times the present bytes the header states, at least 1."""
    pairs = [(int(stated), int(present)) for stated, present in _STATED_BYTES.findall(log)]
    return max((stated / present for stated, present in pairs if 0 < present < stated < _UNKNOWN_BYTES), default=1.0)
