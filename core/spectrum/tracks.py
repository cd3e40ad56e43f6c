"""What is kept of a slice: the numbers of its frames, and its harmonic and percussive waveforms in hops."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from core.spectrum.filter_banks import HOP_LENGTH, N_FFT

AUDIBLE = 1e-5
"""A sample counts for the harmonic-percussive ratio above this."""

Frames = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class FrameTracks:
    """Numbers of every frame; time runs along the first axis.

    Attributes
    ----------
    mel : power in 128 bands [shape=(n_frames, 128)]
    chroma : strength of each pitch class from C, the strongest 1 [shape=(n_frames, 12)]
    centroid, bandwidth, rolloff : Hz [shape=(n_frames,)]
    flatness, zero_crossing_rate, rms : plain numbers [shape=(n_frames,)]
    contrast_peak, contrast_valley : mean magnitude of the strongest and faintest bins of 7 bands [shape=(n_frames, 7)]
    """

    mel: Frames
    chroma: Frames
    centroid: Frames
    bandwidth: Frames
    rolloff: Frames
    flatness: Frames
    zero_crossing_rate: Frames
    rms: Frames
    contrast_peak: Frames
    contrast_valley: Frames


@dataclass(frozen=True, eq=False)
class WaveTrack:
    """What is kept of a harmonic or percussive waveform.

    Attributes
    ----------
    hop_sums, hop_squares : sum of the samples and of their squares, every 512 samples [shape=(n_frames - 1,)]
    n_audible : samples above 1e-5
    head, tail : the first and last samples, as many as a frame at either end mirrors
    n_samples : length of the slice; after the last full hop the waveform is zero
    """

    hop_sums: NDArray[np.float64]
    hop_squares: NDArray[np.float64]
    n_audible: int
    head: Frames
    tail: Frames
    n_samples: int

    def rms(self) -> NDArray[np.float64]:
        """Root mean square of each frame, the ends padded by reflection [shape=(n_frames,)]."""
        rest = np.zeros(self.n_samples - HOP_LENGTH * len(self.hop_squares), np.float32)
        end = np.concatenate([self.tail, rest])
        start = end if len(self.hop_squares) * HOP_LENGTH <= len(self.head) else self.head
        before = np.pad(start, (N_FFT // 2, 0), mode="reflect")[: N_FFT // 2]
        after = np.pad(end, (0, N_FFT // 2), mode="reflect")[len(self.tail) :]
        hops = np.concatenate([hop_squares_of(before), self.hop_squares, hop_squares_of(after[: N_FFT // 2])])
        return np.sqrt(over_frames(hops) / N_FFT)


@dataclass(frozen=True, eq=False)
class SliceTracks:
    """One slice: its frames, its two waveforms, and the tuning for constant-Q filters (fractions of a bin)."""

    n_samples: int
    frames: FrameTracks
    harmonic: WaveTrack
    percussive: WaveTrack
    cqt_tuning: float

    @property
    def n_frames(self) -> int:
        """Frames of the slice, `1 + n_samples // 512`."""
        return len(self.frames.rms)


def hop_squares_of(signal: Frames) -> NDArray[np.float64]:
    """Sum of squares of each full hop of 512 samples."""
    hops = signal[: len(signal) // HOP_LENGTH * HOP_LENGTH].reshape(-1, HOP_LENGTH)
    return np.asarray(np.einsum("ij,ij->i", hops, hops), dtype=np.float64)


def over_frames(hops: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the sums over the four hops of each frame."""
    return np.asarray(hops[:-3] + hops[1:-2] + hops[2:-1] + hops[3:])


def wave_track(waveform: Frames, n_samples: int) -> WaveTrack:
    """Sum up a waveform of full hops, part of a slice of `n_samples`."""
    return WaveTrack(
        hop_sums=waveform.reshape(-1, HOP_LENGTH).sum(axis=1, dtype=np.float64),
        hop_squares=hop_squares_of(waveform),
        n_audible=int(np.count_nonzero(waveform > AUDIBLE)),
        head=waveform[: 2 * N_FFT].copy(),  # a view would keep the whole waveform
        tail=waveform[-2 * N_FFT :].copy(),
        n_samples=n_samples,
    )


def join_frames(parts: Sequence[FrameTracks]) -> FrameTracks:
    """Stretches of one slice, one after another."""
    return FrameTracks(
        **{f.name: np.concatenate([getattr(part, f.name) for part in parts]) for f in fields(FrameTracks)}
    )


def join_waves(parts: Sequence[WaveTrack]) -> WaveTrack:
    """Stretches of one slice, one after another."""
    return WaveTrack(
        hop_sums=np.concatenate([part.hop_sums for part in parts]),
        hop_squares=np.concatenate([part.hop_squares for part in parts]),
        n_audible=sum(part.n_audible for part in parts),
        head=parts[0].head,
        tail=parts[-1].tail,
        n_samples=parts[0].n_samples,
    )
