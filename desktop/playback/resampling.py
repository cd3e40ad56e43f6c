"""A source at another rate, for devices that cannot play the file's own."""

from math import gcd
from typing import Any, Final

import numpy as np

from desktop.playback.source import Block, Source

_LEAD: Final = 4096
"""Frames that the filter reads before a seek's target, several times its length."""


class ResampledSource:
    """Another `Source`, resampled while it streams (soxr, high quality); frame 0 stays time 0."""

    def __init__(self, source: Source, sr: int) -> None:
        self._source = source
        self.sr = sr
        common = gcd(source.sr, sr)
        self._step_in, self._step_out = source.sr // common, sr // common
        self.n_frames = source.n_frames * sr // source.sr
        self._position = 0
        self._begin()

    def _begin(self) -> None:
        import soxr

        self._stream: Any = soxr.ResampleStream(self._source.sr, self.sr, 2, dtype="float32", quality="HQ")
        self._left: Block = np.empty((0, 2), dtype=np.float32)
        self._ended = False

    def seek(self, frame: int) -> None:
        """Restart the filter on a frame that both rates share, and drop what comes before `frame`."""
        if frame == self._position:
            return
        steps = max(frame // self._step_out - -(-_LEAD // self._step_in), 0)
        self._source.seek(steps * self._step_in)
        self._begin()
        self._position = steps * self._step_out
        while self._position < frame and len(self.read(min(frame - self._position, _LEAD))):
            pass

    def read(self, n_frames: int) -> Block:
        while len(self._left) < n_frames and not self._ended:
            block = self._source.read(max(n_frames * self._source.sr // self.sr, 256))
            self._ended = len(block) == 0
            self._left = np.concatenate([self._left, self._stream.resample_chunk(block, last=self._ended)])
        samples, self._left = self._left[:n_frames], self._left[n_frames:]
        self._position += len(samples)
        clipped: Block = np.clip(samples, -1.0, 1.0)
        return clipped

    def prepare(self) -> bool:
        return self._source.prepare()

    def close(self) -> None:
        self._source.close()
