"""A source that plays faster or slower at the same pitch: FFmpeg's `atempo` filter, in the decoding thread.

The filter lays windows of the sound over each other where they fit best (WSOLA). On average it is some milliseconds
early or late, always the same at one speed; this is measured and taken out, so that a click lies on its drum.
"""

from fractions import Fraction
from typing import Any, Final

import numpy as np

from desktop.playback.source import Block, Source

SLOWEST, FASTEST = 0.5, 1.5
_LEAD_SECONDS: Final = 0.3
"""What the filter hears before a seek's target, until it has its habit."""
_AT_ONCE: Final = 2048
_LATENESS: Final = (
    (0.5, -0.071), (0.7, -0.162), (0.95, -0.252), (0.999, -0.252),
    (1.001, 0.226), (1.05, 0.226), (1.2, 0.164), (1.3, 0.065), (1.4, 0.011), (1.5, -0.075),
)  # fmt: skip
"""How late the filter is, in windows of the file's time, by speed: onsets of what goes in and what comes out, aligned.

Measured with libavfilter 11 on drums and on a band, whose values lie within a tenth of a window of each other.
"""


def _window(sr: int) -> int:
    """Return the filter's window: the next power of two above a 24th of a second, in frames."""
    return 1 << max(sr // 24 - 1, 1).bit_length()


def _lateness(speed: float) -> float:
    """Return how late the filter is at a speed, in windows of the file's time."""
    return float(np.interp(speed, [at for at, _ in _LATENESS], [late for _, late in _LATENESS]))


class StretchedSource:
    """Another `Source` at `speed` times its speed; frame 0 stays time 0, frame n is frame n * speed of the other."""

    def __init__(self, source: Source, speed: float) -> None:
        self._source = source
        self._speed = speed
        self.sr = source.sr
        self.n_frames = round(source.n_frames / speed)
        self._late = round(_lateness(speed) * _window(self.sr) / speed)
        self._position = -1
        self._silence = 0
        self._ended = True
        self._left: Block = np.empty((0, 2), dtype=np.float32)

    def seek(self, frame: int) -> None:
        """Restart the filter some tenths of a second before the target, with silence before the file's beginning."""
        if frame == self._position:
            return
        lead = round(_LEAD_SECONDS * self.sr)
        start = round(frame * self._speed) - lead
        self._source.seek(max(start, 0))
        self._silence = max(-start, 0)
        self._filter = _Atempo(self.sr, self._speed)
        self._left, self._ended = self._left[:0], False
        self._read(max(round(frame - start / self._speed) + self._late, 0))
        self._position = frame

    def read(self, n_frames: int) -> Block:
        if self._position < 0:
            self.seek(0)
        samples = self._read(n_frames)
        self._position += len(samples)
        clipped: Block = np.clip(samples, -1.0, 1.0)
        return clipped

    def _read(self, n_frames: int) -> Block:
        parts, missing = [self._left], n_frames - len(self._left)
        while missing > 0 and not self._ended:
            block = self._next_block()
            self._ended = len(block) == 0
            parts.append(self._filter.finish() if self._ended else self._filter.stretch(block))
            missing -= len(parts[-1])
        samples = np.concatenate(parts)
        self._left = samples[n_frames:]
        return samples[:n_frames]

    def _next_block(self) -> Block:
        if self._silence == 0:
            return self._source.read(_AT_ONCE)
        n_frames = min(self._silence, _AT_ONCE)
        self._silence -= n_frames
        return np.zeros((n_frames, 2), dtype=np.float32)

    def prepare(self) -> bool:
        return self._source.prepare()

    def close(self) -> None:
        self._source.close()


class _Atempo:
    """FFmpeg's filter for one run of stereo blocks."""

    def __init__(self, sr: int, speed: float) -> None:
        import av
        from av.filter import Graph

        self._sr, self._time_base, self._n_pushed = sr, Fraction(1, sr), 0
        self._frame_of = av.AudioFrame.from_ndarray
        self._nothing_yet = (av.BlockingIOError, av.EOFError)
        self._graph: Any = Graph()
        source = self._graph.add_abuffer(sample_rate=sr, format="flt", layout="stereo", time_base=self._time_base)
        tempo, sink = self._graph.add("atempo", f"{speed:.6f}"), self._graph.add("abuffersink")
        source.link_to(tempo)
        tempo.link_to(sink)
        self._graph.configure()

    def stretch(self, block: Block) -> Block:
        """Take a block, and return what is done."""
        frame = self._frame_of(np.ascontiguousarray(block).reshape(1, -1), format="flt", layout="stereo")
        frame.sample_rate, frame.time_base, frame.pts = self._sr, self._time_base, self._n_pushed
        self._n_pushed += len(block)
        self._graph.push(frame)
        return self._pull()

    def finish(self) -> Block:
        """Return what is left; nothing can be taken after it."""
        self._graph.push(None)
        return self._pull()

    def _pull(self) -> Block:
        done: list[Block] = [np.empty((0, 2), dtype=np.float32)]
        while True:
            try:
                frame = self._graph.pull()
            except self._nothing_yet:
                return np.concatenate(done)
            done.append(frame.to_ndarray().reshape(-1, 2))
