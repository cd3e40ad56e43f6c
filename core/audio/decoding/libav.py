"""Decoding with libav (PyAV): what libsndfile cannot read, and a second try at damaged files."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.audio.decoding.analysis_signal import SignalBuilder
from core.audio.decoding.container import Frames, audio_stream, open_container, stated_length
from core.audio.decoding.native_file import NativeFile
from core.audio.decoding.reading import Reading, is_sampling_rate
from core.audio.decoding.source import SourceFormat
from core.audio.decoding.tags import clean_tags
from core.errors import UnreadableError
from core.language import tr
from core.messages import Note
from core.progress import Report

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.audio.stream import AudioStream
    from av.container import InputContainer

_CONTAINERS = {
    "aac": "ADTS",
    "ape": "Monkey's Audio",
    "asf": "ASF",
    "matroska,webm": "Matroska",
    "mpeg": "MPEG",
    "mpegts": "MPEG TS",
    "ogg": "Ogg",
    "wv": "WavPack",
}
_CODECS = {
    "ape": "lossless",
    "cook": "Cook",
    "flac": "lossless",
    "mp2": "Layer II",
    "mp3": "Layer III",
    "opus": "Opus",
    "vorbis": "Vorbis",
    "wavpack": "lossless",
    "wmav1": "WMA 1",
    "wmav2": "WMA 2",
    "wmapro": "WMA Pro",
    "wmalossless": "WMA Lossless",
}
_PCM = re.compile(r"pcm_([fsu])(\d+)")

_BATCH_FRAMES = 1 << 16
_UNSAFE_PLANES = 8


def read_with_libav(path: Path, report: Report, signal: SignalBuilder) -> Reading:
    """Decode the default audio stream of `path` into `signal`.

    Raises UnreadableError, TooLongError, OSError and what `report` does.
    """
    with NativeFile(path) as file, open_container(file) as container:
        stream = audio_stream(container)
        reading = _described(container, stream, path, signal)
        reading.seconds_claimed = stated_length(container, stream)
        reading.seconds_of_container = float(container.duration / 1e6) if container.duration else None
        n_tracks = len(container.streams.audio)
        if n_tracks > 1:
            track = [one.index for one in container.streams.audio].index(stream.index) + 1
            reading.notes.append(Note("audio.several_tracks", count=n_tracks, track=track))
        _decode(container, stream, reading, lambda: report(_fraction(reading, file), tr("Decoding")))
        return reading


def read_part(file: NativeFile, path: Path, signal: SignalBuilder, report: Callable[[], None]) -> Reading:
    """Decode a part of `path` to the end of `signal`; raises as `read_with_libav`."""
    with open_container(file) as container:
        stream = audio_stream(container)
        reading = _described(container, stream, path, signal)
        _decode(container, stream, reading, report)
        return reading


def _described(container: "InputContainer", stream: "AudioStream", path: Path, signal: SignalBuilder) -> Reading:
    tags = clean_tags({**stream.metadata, **container.metadata})
    return Reading(_source(container, stream, path), tags, signal)


def _decode(container: "InputContainer", stream: "AudioStream", reading: Reading, report: Callable[[], None]) -> None:
    batch = _Batch(reading)
    frames = Frames(container, stream)
    for frame in frames:
        if batch.add(frame):
            report()
    batch.flush()
    if frames.are_hopeless:
        raise UnreadableError("audio.hopeless")
    reading.gave_up = frames.broke_off
    reading.n_damaged += frames.n_damaged


class _Batch:
    """Frames of a thousand samples, gathered so that the resampler is called for larger blocks."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._blocks: list[NDArray[np.float32]] = []
        self._shape = (0, 0)  # sampling rate and channels of what is gathered
        self._n_frames = 0

    def add(self, frame: "AudioFrame") -> bool:
        """Take a frame; True when a block went on to the signal."""
        shape = (frame.sample_rate, frame.layout.nb_channels)
        try:
            block = _samples(frame)
        except ValueError:  # a channel layout that only damage can bring forth
            self._reading.n_damaged += 1
            return False
        if not is_sampling_rate(frame.sample_rate):
            if self._reading.signal.n_frames == 0:
                raise UnreadableError("audio.unlikely_rate", sr=frame.sample_rate)
            self._reading.n_damaged += 1
            return False
        flushed = shape != self._shape or self._n_frames >= _BATCH_FRAMES
        if flushed:
            self.flush()
            self._begin(shape)
        self._blocks.append(block)
        self._n_frames += len(block)
        return flushed

    def flush(self) -> None:
        """Hand on what is gathered."""
        if self._blocks:
            self._reading.signal.add(np.concatenate(self._blocks), self._shape[0])
        self._blocks, self._n_frames = [], 0

    def _begin(self, shape: tuple[int, int]) -> None:
        if self._reading.signal.n_frames == 0:  # the decoder knows better than the header
            self._reading.source = replace(self._reading.source, sr=shape[0], channels=shape[1])
        self._shape = shape


def _samples(frame: "AudioFrame") -> NDArray[np.float32]:
    """Return samples as float32, full scale = 1 [shape=(n_frames, n_channels)]; scaled as libsndfile does."""
    channels = frame.layout.nb_channels
    if (frame.format.is_planar and channels >= _UNSAFE_PLANES) or frame.format.bytes > 4:
        frame = _packed(frame)
    samples: NDArray[Any] = frame.to_ndarray()
    samples = samples.T if frame.format.is_planar else samples.reshape(-1, channels)
    floats = samples.astype(np.float32)
    if samples.dtype.kind in "iu":
        full_scale = np.float32(2 ** (8 * samples.dtype.itemsize - 1))
        floats = (floats - full_scale if samples.dtype.kind == "u" else floats) / full_scale
    return floats


def _packed(frame: "AudioFrame") -> "AudioFrame":
    """Return the same samples, all channels in one plane, as 32-bit floats.

    PyAV knows no integers of 64 bits, and counts the planes of a frame up to a null pointer, which libav sets only
    behind fewer than eight: with more it reads beyond the frame and may bring the process down. libav counts right.
    """
    from av.audio.resampler import AudioResampler

    frame.pts = None
    frames = AudioResampler(format="flt").resample(frame)
    if len(frames) != 1 or frames[0].samples != frame.samples:
        raise ValueError(f"{frame.layout.nb_channels} channels in a layout that cannot be packed")
    return frames[0]


def _source(container: "InputContainer", stream: "AudioStream", path: Path) -> SourceFormat:
    name = container.format.name
    if "mp4" in name.split(","):  # one format by the names m4a, mp4, mov …
        shown = path.suffix[1:5].upper() or "MP4"
    else:
        shown = _CONTAINERS.get(name, name.upper())
    return SourceFormat(shown, _codec(stream.codec_context.codec.canonical_name), stream.rate, stream.channels, "libav")


def _codec(name: str) -> str:
    """Return the name of a codec as people write it, in the manner of `core.audio.decoding.libsndfile`."""
    if pcm := _PCM.match(name):
        return f"{pcm[2]}-bit float" if pcm[1] == "f" else f"{pcm[2]}-bit"
    return _CODECS.get(name, name.upper().replace("_", " "))


def _fraction(reading: Reading, file: NativeFile) -> float:
    if reading.seconds_claimed:
        return min(1.0, reading.signal.seconds / reading.seconds_claimed)
    return 1.0 - file.unread()
