"""Decoding with libav (PyAV): what libsndfile cannot read, and a second try at damaged files."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.decoding.native_file import NativeFile
from core.decoding.reading import Reading, UnreadableError, is_sampling_rate
from core.decoding.source import SourceFormat
from core.decoding.tags import clean_tags
from core.progress import Report

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.audio.stream import AudioStream
    from av.container import InputContainer

# Only formats that hold sound themselves: no playlists, which would open other files or addresses, and nothing
# that takes a text or a picture for a medium.
_FORMATS = (
    "aac,ac3,aiff,amr,amrnb,amrwb,ape,asf,au,avi,caf,dsf,dts,dtshd,eac3,flac,flv,loas,matroska,mlp,mov,mp3,mpc,mpc8,"
    "mpeg,mpegts,mxf,nut,oga,ogg,oma,qcp,rm,shn,sox,spx,tak,truehd,tta,voc,w64,wav,wtv,wv,xwma"
)
_GUESSED_LENGTH = {"aac", "ac3", "amrnb", "amrwb", "dts", "eac3", "loas", "mlp", "mp3", "mpeg", "mpegts", "truehd"}
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
_HOPELESS = 2000  # packets without a single decoded frame


def read_with_libav(path: Path, report: Report) -> Reading:
    """Decode the first audio stream of `path`. Raises UnreadableError, TooLongError, OSError and what `report` does."""
    import av

    # A file object rather than a name: a name could be taken for an address, and need not be valid text.
    with NativeFile(path) as file:
        try:
            container = av.open(file, "r", container_options={"format_whitelist": _FORMATS}, metadata_errors="replace")
        except (av.FFmpegError, ValueError) as error:
            raise UnreadableError from error
        with container:
            stream = _audio_stream(container)
            reading = Reading(_source(container, stream, path), clean_tags({**stream.metadata, **container.metadata}))
            reading.seconds_claimed = _stated_length(container, stream)
            batch = _Batch(reading)
            for frame in _frames(container, stream, reading):
                if batch.add(frame):
                    report(_fraction(reading, file), "Decoding")
            batch.flush()
            return reading


def _audio_stream(container: "InputContainer") -> "AudioStream":
    """The first audio stream; whatever else the file holds is not even read where the format allows it."""
    from av.stream import Discard

    if not container.streams.audio:
        raise UnreadableError("has no audio track.")
    stream = container.streams.audio[0]
    if stream.codec_context is None:
        raise UnreadableError("is encoded in a way that cannot be decoded here; it may be copy-protected.")
    for other in container.streams:
        if other.index != stream.index:
            other.discard = Discard.all
    return stream


def _frames(container: "InputContainer", stream: "AudioStream", reading: Reading) -> Iterator["AudioFrame"]:
    """Every frame that can be decoded; packets that cannot are counted and left out."""
    import av

    n_decoded = 0
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets, None)
        except (av.FFmpegError, OSError):
            reading.gave_up = True
            packet = None
        if packet is None:
            break
        try:
            frames = packet.decode()
        except (av.FFmpegError, ValueError):
            reading.n_damaged += 1
            if n_decoded == 0 and reading.n_damaged > _HOPELESS:
                break
            continue
        n_decoded += len(frames)
        yield from frames
    if reading.n_damaged > 10 * n_decoded:
        raise UnreadableError("could hardly be decoded: it is damaged or copy-protected.")


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
                raise UnreadableError(f"states a sampling rate of {frame.sample_rate} Hz: its header is damaged.")
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
    """Samples as float32, full scale = 1 [shape=(n_frames, n_channels)]; scaled as libsndfile does."""
    channels = frame.layout.nb_channels
    if frame.format.is_planar and channels >= _UNSAFE_PLANES:
        frame = _packed(frame)
    samples: NDArray[Any] = frame.to_ndarray()
    samples = samples.T if frame.format.is_planar else samples.reshape(-1, channels)
    floats = samples.astype(np.float32)
    if samples.dtype.kind in "iu":
        full_scale = np.float32(2 ** (8 * samples.dtype.itemsize - 1))
        floats = (floats - full_scale if samples.dtype.kind == "u" else floats) / full_scale
    return floats


def _packed(frame: "AudioFrame") -> "AudioFrame":
    """The same samples, all channels in one plane.

    PyAV counts the planes of a frame up to a null pointer, which libav sets only behind fewer than eight: with
    more it reads beyond the frame and may bring the process down. libav itself counts right.
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
    return SourceFormat(shown, _codec(stream.codec_context.codec.canonical_name), stream.rate, stream.channels)


def _codec(name: str) -> str:
    """The name of a codec as people write it, in the manner of `decoding_soundfile`."""
    if pcm := _PCM.match(name):
        return f"{pcm[2]}-bit float" if pcm[1] == "f" else f"{pcm[2]}-bit"
    return _CODECS.get(name, name.upper().replace("_", " "))


def _stated_length(container: "InputContainer", stream: "AudioStream") -> float | None:
    """Seconds of sound that the file states; None where libav would only guess from the bit rate."""
    if _GUESSED_LENGTH.intersection(container.format.name.split(",")):
        return None
    if stream.duration and stream.time_base:
        return float(stream.duration * stream.time_base)
    if hours_minutes_seconds := re.fullmatch(r"(\d+):(\d+):(\d+\.?\d*)", stream.metadata.get("DURATION", "")):
        hours, minutes, seconds = hours_minutes_seconds.groups()
        return int(hours) * 3600 + int(minutes) * 60 + float(seconds)
    if container.duration and len(container.streams) == 1:
        return container.duration / 1e6
    return None


def _fraction(reading: Reading, file: NativeFile) -> float:
    if reading.seconds_claimed:
        return min(1.0, reading.signal.seconds / reading.seconds_claimed)
    return 1.0 - file.unread()
