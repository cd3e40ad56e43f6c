"""Streams of what libsndfile does not read, decoded by libav (PyAV): M4A, WMA, WavPack, the sound of a video."""

from collections import deque
from collections.abc import Iterator
from functools import partial
from itertools import islice
from math import gcd
from pathlib import Path
from typing import Any, Final

import numpy as np

from core.audio.decoding.container import Frames, audio_stream, open_container
from core.audio.decoding.native_file import NativeFile
from core.audio.decoding.reading import is_sampling_rate
from core.audio.files import display_name
from core.errors import UnreadableError
from desktop.playback.stereo import Block, SourceError, stereo_weights, to_stereo

_UNTIMED: Final = {"ac3", "eac3", "dts", "truehd", "mp3"}
"""Raw streams whose time stamps are only estimates: their samples can be found by decoding alone."""
_LEAD_SECONDS: Final = 0.4
"""How much before the target a decoder starts, so that overlapping frames are whole."""
_MEASURED_FRAMES: Final = 8
"""Codec frames that are decoded at once to learn the sampling rate, the start and the size of a frame."""
_SKIPPED_AT_ONCE: Final = 65_536


class LibavSource:
    """The default audio stream of a container as a `Source`; `part` is where the container is in the file."""

    def __init__(self, path: Path, part: tuple[int, int] | None = None) -> None:
        self._open_track = partial(_Track, path, *(part or ()))
        self._track = self._open_track()
        self.sr = self._track.sr
        self.n_frames = self._track.n_frames
        self._weights = stereo_weights(self._track.n_channels)
        self._position = 0
        self._blocks = self._track.decode()
        self._left: Block = np.empty((0, self._track.n_channels), dtype=np.float32)

    def seek(self, frame: int) -> None:
        if frame < self._position or frame - self._position > 2 * self.sr:
            self._restart(frame)
        while self._position < frame:
            if not len(self._take(min(frame - self._position, _SKIPPED_AT_ONCE))):
                return

    def _restart(self, frame: int) -> None:
        """Begin to decode somewhere before `frame`; near the start with a new decoder, whose delay is trimmed."""
        start = self._track.seek(frame)
        if start is None or start > frame:
            self._track.close()
            self._track = self._open_track()
            start = 0
        self._position = start
        self._blocks = self._track.decode()
        self._left = self._left[:0]

    def read(self, n_frames: int) -> Block:
        return to_stereo(self._take(n_frames), self._weights)

    def _take(self, n_frames: int) -> Block:
        parts, missing = [self._left], n_frames - len(self._left)
        while missing > 0:
            block = next(self._blocks, None)
            if block is None:
                break
            parts.append(block)
            missing -= len(block)
        samples = np.concatenate(parts)
        self._left = samples[n_frames:]
        self._position += min(n_frames, len(samples))
        return samples[:n_frames]

    def prepare(self) -> bool:
        return False

    def close(self) -> None:
        self._track.close()


class _Track:
    """An open container and the decoder of its first audio stream.

    Containers such as Matroska and ASF round time stamps to a millisecond. A codec's frames all have one size, or
    multiples of one, so the sample is found by rounding to that grid, which begins where the first frame ends.
    """

    def __init__(self, path: Path, start: int | None = None, end: int | None = None) -> None:
        import av

        self._errors = (av.FFmpegError, OSError, ValueError)
        self._container: Any = None
        name = display_name(path)
        try:
            self._file = NativeFile(path, start, end)
        except OSError as error:
            raise SourceError("playback.not_opened", name=name, reason=error.strerror) from None
        try:
            self._container = open_container(self._file)
            self._stream: Any = audio_stream(self._container)
            self._frames: Iterator[Any] = self._usable_frames()
            self._ahead: deque[Any] = deque(islice(self._frames, _MEASURED_FRAMES))
        except UnreadableError as problem:
            self.close()
            if problem.code == "audio.unknown_kind":
                raise SourceError("playback.unknown_format", name=name) from None
            raise problem.named(name, SourceError) from None
        if not self._ahead:
            self.close()
            raise SourceError("playback.no_sound", name=name)
        self._measure()
        self._layout = self._ahead[0].layout
        self._to_floats: Any = None
        self._shape: tuple[Any, ...] = ()

    def _usable_frames(self) -> Iterator[Any]:
        """Return the frames that the analysis takes, too: damaged ones take no time."""
        return (frame for frame in Frames(self._container, self._stream) if is_sampling_rate(frame.sample_rate))

    def _measure(self) -> None:
        first = self._ahead[0]
        self.sr = int(first.sample_rate)
        self.n_channels = int(first.layout.nb_channels)
        self.n_frames = self._stated_length()
        self._start = self._measure_start()
        self._first_size = int(first.samples)
        sizes = [int(frame.samples) for frame in self._ahead]
        # Vorbis frames have many sizes, from a quarter of its smallest block, which is 256, upwards.
        self._grid = 64 if self._stream.codec_context.name == "vorbis" else gcd(*sizes[1:-1])

    def _measure_start(self) -> float:
        """Return the time stamp of sample 0, in seconds: a mean, because each stamp by itself is rounded."""
        stamps: list[float] = []
        n_samples = 0
        for frame in self._ahead:
            if frame.pts is not None:
                stamps.append(float(frame.pts * frame.time_base) - n_samples / self.sr)
            n_samples += int(frame.samples)
        return sum(stamps) / len(stamps) if stamps else 0.0

    def _stated_length(self) -> int:
        if self._stream.duration is not None and self._stream.time_base is not None:
            return int(self._stream.duration * self._stream.time_base * self.sr)
        return int((self._container.duration or 0) / 1_000_000 * self.sr)

    def decode(self) -> Iterator[Block]:
        """Blocks [shape=(n, n_channels)] from the place that `seek` found, or from the start."""
        while (frame := self._next_frame()) is not None:
            for part in self._converted(frame):
                samples: Any = part.to_ndarray()
                yield samples.reshape(-1, self.n_channels)

    def _next_frame(self) -> Any:
        return self._ahead.popleft() if self._ahead else next(self._frames, None)

    def _converted(self, frame: Any) -> list[Any]:
        """As packed floats of the first frame's rate and channels; joined and damaged files change them on the way."""
        from av import AudioResampler

        shape = (frame.format.name, frame.layout.name, frame.layout.nb_channels, frame.sample_rate)
        frame.pts = None
        try:
            if shape != self._shape:
                self._to_floats, self._shape = AudioResampler("flt", self._layout, self.sr), shape
            return list(self._to_floats.resample(frame))
        except self._errors:
            self._shape = ()
            return []

    def seek(self, frame: int) -> int | None:
        """Go to a codec frame before `frame` and return its first sample; None where only a fresh start helps."""
        lead = int(_LEAD_SECONDS * self.sr)
        if frame < 2 * lead or _UNTIMED.intersection(self._container.format.name.split(",")):
            return None
        seconds = (frame - lead) / self.sr + self._start
        try:
            self._container.seek(int(seconds / self._stream.time_base), stream=self._stream)
            self._frames = self._usable_frames()
            found = next(self._frames, None)
        except self._errors:
            return None
        if found is None or found.pts is None:
            return None
        self._ahead = deque([found])
        return self._sample_of(found)

    def _sample_of(self, frame: Any) -> int:
        exact: float = (float(frame.pts * frame.time_base) - self._start) * self.sr
        stamp: float = float(frame.time_base) * self.sr
        if stamp <= 1 or self._grid <= stamp:
            return round(exact)
        steps: int = round((exact - self._first_size) / self._grid)
        return self._first_size + self._grid * steps

    def close(self) -> None:
        if self._container is not None:
            self._container.close()
        self._file.close()
