"""Any file to an `AudioClip`: decoding, the analysis signal, identity, tags, waveform peaks."""

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.audio.decoding.source import ANALYSIS_SR, SourceFormat
from core.audio.files import AUDIO_EXTENSIONS, display_name, find_audio_files, is_audio_file
from core.messages import Note
from core.progress import Report, silent

__all__ = [
    "ANALYSIS_SR",
    "AUDIO_EXTENSIONS",
    "AudioClip",
    "SourceFormat",
    "WaveformPeaks",
    "clip_uuid",
    "content_id_of",
    "display_name",
    "find_audio_files",
    "is_audio_file",
    "load_clip",
]


@dataclass(frozen=True, eq=False)
class AudioClip:
    """A piece of music, ready to be analysed.

    Attributes
    ----------
    path : where it came from
    y : NDArray[np.float32] [shape=(n_samples,)], mono in [-1, 1] at `sr`, every sample finite
    sr : sampling rate of `y` in Hz, always `ANALYSIS_SR`
    content_id : 32 hexadecimal digits that follow from the analysis signal alone
    source : what the file was
    tags : title, artist, album, genre … as far as the file has them (lower-case keys)
    notes : what a person should know about the signal
    known_as : name of the file that `path` is a copy of; empty where it is no copy
    """

    path: Path
    y: NDArray[np.float32]
    content_id: str
    source: SourceFormat
    sr: int = ANALYSIS_SR
    tags: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    known_as: str = ""

    @property
    def name(self) -> str:
        """The file's name, to be shown and stored."""
        return self.known_as or self.path.name

    @property
    def duration(self) -> float:
        """Length in seconds."""
        return len(self.y) / self.sr


@dataclass(frozen=True, eq=False)
class WaveformPeaks:
    """A pyramid of smallest and largest samples, for drawing a waveform at any zoom.

    Attributes
    ----------
    levels : each NDArray[np.int16] [shape=(n_bins, 2)], minimum and maximum of each bin, 32767 = 1.0
    samples_per_bin : samples of the analysis signal in a bin of each level, finest first
    sr : sampling rate of the analysis signal, Hz
    n_samples : length of the analysis signal
    """

    levels: tuple[NDArray[np.int16], ...]
    samples_per_bin: tuple[int, ...]
    sr: int
    n_samples: int

    @property
    def duration(self) -> float:
        """Length in seconds."""
        return self.n_samples / self.sr


def load_clip(path: Path, report: Report = silent, name: str = "") -> AudioClip:
    """Decode `path` to the analysis signal: mono, float32, 22,050 Hz.

    For every file that libsndfile reads, `y` is what `librosa.load(path, sr=22050)` returns, with three
    exceptions, each told in `notes`: samples that are not finite count as 0, a length that the header
    understates is not believed, and of a damaged file as much is read as either decoder can.

    Parameters
    ----------
    path : any audio file, or a video file, of which the first audio stream is taken
    report : told of every block; it may raise `Cancelled`
    name : what the file is called, where `path` is a copy under another name

    Raises
    ------
    AudioError
        The file is missing, empty, no audio, damaged beyond use or longer than 12 hours.
    """
    from core.audio.decoding.decode import decode  # decoders are loaded when they are needed, not with the types

    decoded = decode(path, report, name)
    return AudioClip(
        path=path,
        y=decoded.y,
        content_id=content_id_of(decoded.y),
        source=decoded.source,
        tags=decoded.tags,
        notes=decoded.notes,
        known_as=name,
    )


def content_id_of(y: NDArray[np.float32]) -> str:
    """Return the identity of an analysis signal: 32 hexadecimal digits, the BLAKE2b hash of its float32 samples.

    The samples are hashed as they are, not rounded to 16 bits: equal ids mean equal numbers in every table, and
    quiet recordings stay distinct. Name, tags and container play no part, so a WAV file and a FLAC file of the
    same PCM share one id; an MP3 of it has another.
    """
    samples = np.ascontiguousarray(y, dtype="<f4")
    return hashlib.blake2b(samples.data, digest_size=16).hexdigest()


_CLIP_NAMESPACE = uuid.UUID("6b8f3a52-77c1-4e0e-9d4b-2f1c05a9e6d3")


def clip_uuid(content_id: str) -> str:
    """Return the `uuid` of a clip's rows in the tables: a UUID of version 5 that follows from `content_id` alone."""
    return str(uuid.uuid5(_CLIP_NAMESPACE, content_id))
