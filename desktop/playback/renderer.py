"""The audio callback: frames from a ring to the sound card, with volume, fades, and a record of what is heard when.

Everything here but `heard` runs on PortAudio's own thread, against the clock. It copies and multiplies in memory
that was there before; it does not decode, log, signal or wait.
"""

import threading
from time import perf_counter
from typing import Any, Final

import numpy as np

from desktop.playback.ring import Ring
from desktop.playback.stereo import Block

FADE_SECONDS: Final = 0.006
"""Fade when sound starts, stops or jumps: short enough to feel immediate, long enough not to pop."""
VOLUME_SECONDS: Final = 0.03
"""A change of volume from silence to full takes this long."""
_MOST_FRAMES: Final = 4096
_REMEMBERED_CHUNKS: Final = 256
_LONGEST_LATENCY: Final = 2.0


class Renderer:
    """Source of the frames that the sound card asks for.

    Attributes
    ----------
    ring : what is playing
    coming : what plays instead as soon as `ring` has faded out
    sounding : whether to play at all; False fades out and holds the place
    volume : gain in [0, 1]
    quiet_at : `perf_counter` time at which the last audible frame has been heard, None while there is sound
    underruns : how often frames were missing because decoding was late, or the device was served too late
    """

    def __init__(self, sr: int) -> None:
        self.sr = sr
        self.ring: Ring | None = None
        self.coming: Ring | None = None
        self.sounding = False
        self.volume = 1.0
        self.quiet_at: float | None = 0.0
        self.underruns = 0
        self._lock = threading.Lock()
        self._fade, self._gain = 0.0, 1.0
        self._fade_step = np.float32(1 / (FADE_SECONDS * sr))
        self._gain_step = np.float32(1 / (VOLUME_SECONDS * sr))
        self._count = np.arange(1, _MOST_FRAMES + 1, dtype=np.float32)
        self._ramp = np.empty(_MOST_FRAMES, dtype=np.float32)
        self._stereo = np.empty((_MOST_FRAMES, 2), dtype=np.float32)
        self._log: list[tuple[float, Ring, int, int] | None] = [None] * _REMEMBERED_CHUNKS
        self._logged = 0

    def play_next(self, ring: Ring) -> None:
        """Fade over to `ring`. Called by the decoding thread."""
        with self._lock:
            self.coming = ring

    def __call__(self, outdata: Block, frames: int, time: Any, status: Any) -> None:
        """PortAudio's callback."""
        latency = time.outputBufferDacTime - time.currentTime
        heard_at = perf_counter() + min(max(latency, 0.0), _LONGEST_LATENCY)
        if status.output_underflow:
            self.underruns += 1
        self.render(outdata, heard_at)

    def render(self, outdata: Block, heard_at: float) -> None:
        """Fill `outdata` [shape=(n_frames, 1 or 2)], whose first frame is heard at `heard_at` (`perf_counter`)."""
        done = 0
        while done < len(outdata):
            part = outdata[done : done + _MOST_FRAMES]
            stereo = part if part.shape[1] == 2 else self._stereo[: len(part)]
            n_frames = self._render_chunk(stereo, heard_at + done / self.sr)
            if part.shape[1] == 1:
                np.mean(stereo[:n_frames], axis=1, keepdims=True, out=part[:n_frames])
            done += n_frames

    def _render_chunk(self, out: Block, heard_at: float) -> int:
        """Fill some of `out`, up to where a fade ends and something else begins; returns how much."""
        fade_target = 1.0 if self.sounding and self.coming is None else 0.0
        if self._fade == fade_target == 0.0:
            if self._change_over():
                return 0
            out[:] = 0.0
            self._mark_quiet(heard_at)
            return len(out)
        if fade_target == 0.0:
            out = out[: max(int(np.ceil(self._fade / self._fade_step)), 1)]
        self._copy(out, heard_at)
        self._fade = self._apply(out, self._fade, fade_target, self._fade_step)
        self._gain = self._apply(out, self._gain, self.volume, self._gain_step)
        return len(out)

    def _change_over(self) -> bool:
        with self._lock:
            if self.coming is None:
                return False
            self.ring, self.coming = self.coming, None
            return True

    def _copy(self, out: Block, heard_at: float) -> None:
        ring = self.ring
        n_frames = 0
        if ring is not None:
            index = ring.read
            n_frames = ring.copy_to(out)
            self._log[self._logged % _REMEMBERED_CHUNKS] = (heard_at, ring, index, n_frames)
            self._logged += 1
        self.quiet_at = None if n_frames else self.quiet_at
        if n_frames < len(out):
            out[n_frames:] = 0.0
            if ring is None or ring.ended:
                self._mark_quiet(heard_at + n_frames / self.sr)
            else:
                self.underruns += 1

    def _mark_quiet(self, heard_at: float) -> None:
        if self.quiet_at is None:
            self.quiet_at = heard_at

    def _apply(self, out: Block, value: float, target: float, step: np.float32) -> float:
        """Multiply `out` by a gain on its way from `value` to `target`; returns how far it came."""
        if value == target:
            if target != 1.0:
                np.multiply(out, np.float32(target), out=out)
            return value
        ramp = self._ramp[: len(out)]
        np.multiply(self._count[: len(out)], step if target > value else -step, out=ramp)
        np.add(ramp, np.float32(value), out=ramp)
        np.clip(ramp, min(value, target), max(value, target), out=ramp)
        np.multiply(out, ramp[:, np.newaxis], out=out)
        last = float(ramp[-1])
        return target if abs(last - target) < 1e-6 else last

    def heard(self, now: float) -> tuple[Ring, int] | None:
        """Return the ring and the frame of it that leaves the loudspeakers at `now` (`perf_counter`), as far as known.

        While nothing sounds it is the frame that would be next. None before anything was played.
        """
        earliest = None
        for number in range(self._logged - 1, max(self._logged - _REMEMBERED_CHUNKS, -1), -1):
            entry = self._log[number % _REMEMBERED_CHUNKS]
            if entry is None:
                break
            heard_at, ring, index, n_frames = entry
            if heard_at <= now:
                return ring, index + min(int((now - heard_at) * self.sr), n_frames)
            earliest = (ring, index)
        return earliest
