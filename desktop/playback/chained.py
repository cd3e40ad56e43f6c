"""Chained Ogg files as one stream: link after link, each with its own decoder, at the first one's rate."""

import contextlib
from pathlib import Path
from typing import Final

import numpy as np

from core.audio.files import display_name
from core.errors import UnreadableError
from desktop.playback.libav import LibavSource
from desktop.playback.resampling import ResampledSource
from desktop.playback.source import SoundFileSource, Source
from desktop.playback.stereo import Block, SourceError

_AT_ONCE: Final = 4096


class ChainedSource:
    """The links of a chained Ogg file, as the analysis reads them (`core.audio.decoding.ogg_chain`)."""

    def __init__(self, path: Path, links: tuple[tuple[int, int], ...]) -> None:
        opened = [link for start, end in links if (link := _opened(path, start, end)) is not None]
        if not opened:
            raise SourceError("playback.no_sound", name=display_name(path))
        self.sr = opened[0].sr
        self._links = [link if link.sr == self.sr else ResampledSource(link, self.sr) for link in opened]
        self._starts = np.concatenate([[0], np.cumsum([link.n_frames for link in self._links])])
        self.n_frames = int(self._starts[-1])
        self._position = self._current = 0
        self._left: Block = np.empty((0, 2), np.float32)

    def prepare(self) -> bool:
        return any(link.prepare() for link in self._links)

    def seek(self, frame: int) -> None:
        if frame == self._position:
            return
        self._current = int(np.searchsorted(self._starts[1:-1], frame, side="right"))
        self._links[self._current].seek(frame - int(self._starts[self._current]))
        self._left = self._left[:0]
        self._position = frame

    def read(self, n_frames: int) -> Block:
        parts, missing = [self._left], n_frames - len(self._left)
        while missing > 0 and self._current < len(self._links):
            block = self._links[self._current].read(_AT_ONCE)
            if len(block) == 0:
                self._begin_next()
            parts.append(block)
            missing -= len(block)
        samples = np.concatenate(parts)
        self._left = samples[n_frames:]
        self._position += min(n_frames, len(samples))
        return samples[:n_frames]

    def _begin_next(self) -> None:
        self._current += 1
        if self._current < len(self._links):
            self._links[self._current].seek(0)

    def close(self) -> None:
        for link in self._links:
            link.close()


def _opened(path: Path, start: int, end: int) -> Source | None:
    with contextlib.suppress(UnreadableError, OSError):
        return SoundFileSource(path, (start, end))
    with contextlib.suppress(SourceError):
        return LibavSource(path, (start, end))
    return None
