"""The analysis signal as it grows: blocks of any sampling rate and channel count in, mono at 22,050 Hz out."""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.audio.decoding.source import ANALYSIS_SR
from core.errors import TooLongError

if TYPE_CHECKING:
    import soxr

LARGEST_SAMPLE = 1e10
"""Samples beyond this many times full scale are no sound; squares and spectra of what is left stay finite."""

LONGEST_SECONDS = 12 * 3600
"""Longer recordings are refused: their analysis would not fit the memory of a laptop."""

SAMPLING_RATES = (1_000, 10_000_000)
"""The lowest and the highest sampling rate taken for sound, Hz."""

_CANCELLED = 0.02
"""Power of the mean of the channels, relative to theirs, below which they are in opposite phase: -17 dB."""

_SILENT = 1e-10
"""Mean square of samples below which there is nothing to be cancelled: -100 dB."""

_SLAB_SAMPLES = 1 << 23  # 32 MB: from this size on the memory of a slab goes back to the system at once


def too_long() -> TooLongError:
    """Return the error about a recording of more than `LONGEST_SECONDS`."""
    return TooLongError("audio.too_long", hours=LONGEST_SECONDS // 3600)


class SignalBuilder:
    """Takes blocks as they are decoded; memory stays near the size of the finished signal.

    The result equals the mean of the channels, resampled in one go by soxr's HQ recipe and brought to
    ceil(n · 22050 / sr) samples, as librosa does it. soxr gives the same bits however the input is cut.

    Attributes
    ----------
    n_frames : frames taken so far, at the file's own sampling rate
    seconds : their duration
    n_not_finite : samples that were NaN, infinite or absurd, and count as 0
    peak : largest magnitude of a sample, full scale = 1

    Parameters
    ----------
    channel : the channel that is taken, from 0, where blocks have it; the mean of all when None
    """

    def __init__(self, channel: int | None = None) -> None:
        self._channel = channel
        self._power_of_mean = 0.0
        self._powers: NDArray[np.float64] = np.zeros(0)
        self.n_frames = 0
        self.seconds = 0.0
        self.n_not_finite = 0
        self.peak = 0.0
        self._sr = 0
        self._resampler: soxr.ResampleStream | None = None
        self._n_in = self._n_out = 0
        self._slabs: list[NDArray[np.float32]] = []
        self._n_samples = 0

    def add(self, block: NDArray[np.float32], sr: int) -> None:
        """Append `block` [shape=(n_frames, n_channels)]; raises TooLongError. The rate may change between blocks."""
        if sr != self._sr:
            self._end_of_rate()
            self._start_rate(sr)
        self.n_frames += len(block)
        self.seconds += len(block) / sr
        if self.seconds > LONGEST_SECONDS:
            raise too_long()
        self._n_in += len(block)
        self._build(self._finite(block))

    def _build(self, block: NDArray[np.float32]) -> None:
        if self._channel is not None and self._channel < block.shape[1]:
            self._resample(np.ascontiguousarray(block[:, self._channel]))
            return
        mono = _mono(block)
        self._measure(block, mono)
        self._resample(mono)

    @property
    def cancelled_channel(self) -> int | None:
        """The loudest channel, from 0, where the channels cancel each other out and their mean is next to nothing."""
        mean = self._powers.mean() if len(self._powers) > 1 else 0.0
        if not mean > _SILENT * max(self.n_frames, 1) or self._power_of_mean > _CANCELLED * mean:
            return None
        return int(self._powers.argmax())

    def finish(self) -> NDArray[np.float32]:
        """Return the whole signal [shape=(n_samples,)]. The builder is empty afterwards."""
        self._end_of_rate()
        y = np.empty(self._n_samples, np.float32)
        for index in range(len(self._slabs)):
            start = index * _SLAB_SAMPLES
            part = y[start : start + _SLAB_SAMPLES]
            part[:] = self._slabs[index][: len(part)]
            self._slabs[index] = np.empty(0, np.float32)  # so that slabs and signal never exist twice over
        self._slabs, self._n_samples = [], 0
        return y

    def _measure(self, block: NDArray[np.float32], mono: NDArray[np.float32]) -> None:
        """Add up the power of each channel and that of their mean."""
        n_channels = block.shape[1]
        if n_channels == 1:
            return
        if len(self._powers) < n_channels:
            self._powers = np.pad(self._powers, (0, n_channels - len(self._powers)))
        with np.errstate(over="ignore"):
            self._powers[:n_channels] += np.einsum("ij,ij->j", block, block)
            self._power_of_mean += float(np.dot(mono, mono))

    def _finite(self, block: NDArray[np.float32]) -> NDArray[np.float32]:
        peak = float(max(block.max(initial=0.0), -block.min(initial=0.0)))
        if not peak <= LARGEST_SAMPLE:  # true for NaN too
            usable = np.abs(block) <= LARGEST_SAMPLE
            self.n_not_finite += int(usable.size - np.count_nonzero(usable))
            block = np.where(usable, block, np.float32(0))
            peak = float(np.abs(block).max(initial=0.0))
        self.peak = max(self.peak, peak)
        return block

    def _start_rate(self, sr: int) -> None:
        self._sr, self._n_in, self._n_out = sr, 0, 0
        import soxr  # here, so that the player can know this module without it

        self._resampler = None if sr == ANALYSIS_SR else soxr.ResampleStream(sr, ANALYSIS_SR, 1, "float32", "HQ")

    def _resample(self, mono: NDArray[np.float32], last: bool = False) -> None:
        if self._resampler is not None:
            mono = self._resampler.resample_chunk(mono, last=last)
        self._append(mono)

    def _end_of_rate(self) -> None:
        """Let out what the resampler still holds, and bring this stretch to the length that librosa gives it."""
        if self._resampler is None:
            return
        self._resample(np.empty(0, np.float32), last=True)
        self._resampler = None
        missing = math.ceil(self._n_in * (ANALYSIS_SR / self._sr)) - self._n_out
        if missing > 0:
            self._append(np.zeros(missing, np.float32))
        elif missing < 0:
            self._n_samples += missing

    def _append(self, samples: NDArray[np.float32]) -> None:
        self._n_out += len(samples)
        while len(samples):
            slab, offset = divmod(self._n_samples, _SLAB_SAMPLES)
            if slab == len(self._slabs):
                self._slabs.append(np.empty(_SLAB_SAMPLES, np.float32))
            part = samples[: _SLAB_SAMPLES - offset]
            self._slabs[slab][offset : offset + len(part)] = part
            self._n_samples += len(part)
            samples = samples[len(part) :]


class BlockRelay(SignalBuilder):
    """Hands the blocks on as they are, every sample finite, and builds no signal.

    Parameters
    ----------
    take : given each block [shape=(n_frames, n_channels)] and its sampling rate
    """

    def __init__(self, take: Callable[[NDArray[np.float32], int], None]) -> None:
        super().__init__()
        self._take = take

    def _build(self, block: NDArray[np.float32]) -> None:
        self._take(block, self._sr)

    def _start_rate(self, sr: int) -> None:
        self._sr = sr


def _mono(block: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the mean of the channels, to the bit what `librosa.to_mono` gives [shape=(n_frames,)]."""
    if block.shape[1] == 1:
        return block[:, 0]
    if block.shape[1] == 2:  # the same sum as below, thirty times as fast
        total: NDArray[np.float32] = block[:, 0] + block[:, 1]
        return np.multiply(total, np.float32(0.5), out=total)
    mean: NDArray[np.float32] = np.mean(block.T, axis=0)
    return mean
