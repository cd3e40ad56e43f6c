"""The frames between the decoding thread and the sound card."""

import threading
from bisect import bisect_right

import numpy as np

from desktop.playback.stereo import Block

Loop = tuple[int, int]
"""First frame of a passage and the first one after it, in frames of the file."""
_REMEMBERED_SECONDS = 3.0
"""How long places in the file are known after their frames were played: longer than any device's latency."""

_NEARLY = 1.6
"""Frames of the file that count as none between two places: at other speeds both are rounded, by up to 0.75 each."""


class Ring:
    """Stereo frames in order, each with its place in the file. One thread writes, the audio callback reads.

    Frames are counted from the ring's beginning, and the count never wraps: `read` is the next one to be played,
    `written` the next one to be decoded. Where the piece plays faster or slower than it is, a frame of the ring takes
    more or less than one of the file. The lock is held for the copy of one block at most.
    """

    def __init__(self, n_frames: int, sr: int, place: int) -> None:
        self._data = np.zeros((n_frames, 2), dtype=np.float32)
        self._lock = threading.Lock()
        self._remembered = int(_REMEMBERED_SECONDS * sr)
        # Where the file is followed without a jump: first frame of the run, its place in the file, frames for each.
        self._runs: tuple[tuple[int, float, float], ...] = ((0, place, 1),)
        self.read = 0
        self.written = 0
        self.ended = False
        """Nothing will be written any more, because the file has come to its end."""
        self.taken_back: Block = self._data[:0]
        """The beginning of what `take_back` has last forgotten."""

    @property
    def room(self) -> int:
        """How many frames fit in now."""
        return len(self._data) - (self.written - self.read)

    @property
    def exhausted(self) -> bool:
        """Whether everything was played, and nothing will follow."""
        return self.ended and self.read >= self.written

    def write(self, block: Block, place: float, speed: float = 1) -> None:
        """Append `block`, which begins at frame `place` of the file; no more than there is `room` for.

        `speed` is how many frames of the file pass in one of the block.
        """
        at = self.written % len(self._data)
        first = min(len(block), len(self._data) - at)
        self._data[at : at + first] = block[:first]
        self._data[: len(block) - first] = block[first:]
        if abs(self.place(self.written) - place) > _NEARLY or self._runs[-1][2] != speed:
            oldest = bisect_right(self._runs, self.read - self._remembered, key=_beginning) - 1
            self._runs = (*self._runs[max(oldest, 0) :], (self.written, place, speed))
        self.written += len(block)

    def copy_to(self, out: Block) -> int:
        """Fill the beginning of `out` with what there is, and count it as played. Called by the audio callback."""
        with self._lock:
            n_frames = min(len(out), self.written - self.read)
            at = self.read % len(self._data)
            first = min(n_frames, len(self._data) - at)
            out[:first] = self._data[at : at + first]
            out[first:n_frames] = self._data[: n_frames - first]
            self.read += n_frames
            return n_frames

    def place(self, index: int) -> float:
        """Where in the file frame `index` of this ring comes from, or would."""
        beginning, place, speed = self._run(index)
        return place + (index - beginning) * speed

    def _run(self, index: int) -> tuple[int, float, float]:
        return self._runs[max(bisect_right(self._runs, index, key=_beginning) - 1, 0)]

    def take_back(self, loop: Loop | None, keep: int | None = None, remembered: int = 0) -> float:
        """Forget what was not played yet and does not follow `loop`, and all but the first `keep` frames.

        Returns the place in the file from which to go on writing; the first `remembered` frames that were forgotten
        are `taken_back`.
        """
        with self._lock:
            index, place = self._departure(loop)
            if keep is not None and self.read + keep < index:
                index = self.read + keep
                place = self.place(index)
            places = np.arange(index, min(index + remembered, self.written)) % len(self._data)
            self.taken_back = self._data[places]
            self._runs = tuple(run for run in self._runs if run[0] < index) or self._runs[:1]
            self.written = index
            self.ended = False
            return place

    def _departure(self, loop: Loop | None) -> tuple[int, float]:
        """Return the first unplayed frame that does not follow `loop` (or the first unwritten) and its proper place."""
        place = self.place(self.read)
        beginnings = [self.read, *(run[0] for run in self._runs if self.read < run[0] < self.written)]
        for start, stop in zip(beginnings, [*beginnings[1:], self.written], strict=True):
            if abs(self.place(start) - place) > _NEARLY:
                return start, place
            speed = self._run(start)[2]
            end = place + (stop - start) * speed
            if loop is not None and place < loop[1] - speed / 2 and loop[1] - speed / 2 <= end:
                if end > loop[1] + speed / 2:
                    return start + round((loop[1] - place) / speed), loop[0]
                place = loop[0]
            else:
                place = end
        return self.written, place


def _beginning(run: tuple[int, float, float]) -> int:
    return run[0]
