"""The one shared pass over a signal: STFT, mel, chroma, harmonic and percussive parts, frame by frame.

`measure_slices` cuts a signal into slices and analyses each as a clip of its own, padded by reflection at its own
ends. The frames of many short slices go through every transform together, and a long slice is taken in stretches
with enough context that no number changes, so that a beat, a bar, a song and a three-hour mix share one path.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import scipy.fft
from numpy.typing import NDArray

from core.language import tr
from core.progress import Report, silent
from core.spectrum import hpss, tuning
from core.spectrum.blocks import transposed
from core.spectrum.filter_banks import HOP_LENGTH, N_FFT, chroma_bank, fft_frequencies, mel_bank, stft_window
from core.spectrum.tracks import (
    Frames,
    FrameTracks,
    SliceTracks,
    WaveTrack,
    hop_squares_of,
    join_frames,
    join_waves,
    over_frames,
    wave_track,
)

_BLOCK_FRAMES = 1400  # frames that go through the transforms together; more no longer gains speed
_FFT_FRAMES = 64  # frames transformed at a time, so that float64 stays in the cache
_CONTEXT = hpss.MEDIAN_CONTEXT + 2  # frames around a stretch that its medians and its waveform look at
_FLATNESS_FLOOR = np.float32(1e-10)
_ROLLOFF = np.float32(0.85)
_CENTRE_HZ = 5000.0  # subtracted from frequencies before squaring, so that float32 keeps its digits


@dataclass(frozen=True)
class _Stretch:
    """The frames `first` to `stop - 1` of a slice, with the frames `begin` to `end - 1` around them."""

    y: Frames
    n_frames: int
    first: int
    stop: int

    @property
    def begin(self) -> int:
        return max(0, self.first - _CONTEXT)

    @property
    def end(self) -> int:
        return min(self.n_frames, self.stop + _CONTEXT)

    def padded(self) -> Frames:
        """Return the samples under the frames `begin` to `end - 1`, mirrored past the ends of the slice."""
        start, stop = (HOP_LENGTH * self.begin - N_FFT // 2, HOP_LENGTH * (self.end - 1) + N_FFT // 2)
        inside = self.y[max(0, start) : max(0, stop)]
        padding = (max(0, -start), max(0, stop - len(self.y)))
        if not any(padding):
            return inside
        if len(self.y) <= N_FFT // 2:  # the mirror image is longer than the slice: mirror the whole of it
            return np.pad(self.y, (N_FFT // 2, N_FFT // 2), mode="reflect")[: stop - start]
        return np.pad(inside, padding, mode="reflect")


def measure_slices(y: Frames, bounds: Sequence[tuple[int, int]], report: Report = silent) -> Iterator[SliceTracks]:
    """Analyse slices of a signal, each as a clip of its own.

    Parameters
    ----------
    y : NDArray[np.float32] [shape=(n,)], at 22,050 Hz, finite
    bounds : first sample and end of each slice, none of them empty
    report : told of every stretch of a long slice

    Yields
    ------
    SliceTracks, in the order of `bounds`
    """
    waiting: list[_Stretch] = []
    for start, end in bounds:
        part = y[start:end]
        n_frames = 1 + len(part) // HOP_LENGTH
        if waiting and sum(stretch.n_frames for stretch in waiting) + n_frames > _BLOCK_FRAMES:
            yield from _measure_whole(waiting)
            waiting = []
        if n_frames > 2 * _BLOCK_FRAMES:
            yield _measure_long(part, n_frames, report)
        else:
            waiting.append(_Stretch(part, n_frames, 0, n_frames))
    if waiting:
        yield from _measure_whole(waiting)


def _measure_whole(stretches: list[_Stretch]) -> Iterator[SliceTracks]:
    """Slices that each fit into one stretch."""
    block = _Block(stretches)
    peaks, power_peaks = tuning.pitch_peaks(block.magnitude, block.power)
    tunings = [power_peaks.between(run.start, run.stop).tuning(12) for run in block.runs]
    measured = zip(stretches, block.runs, block.measure(tunings), strict=True)
    for stretch, run, (frames, harmonic, percussive) in measured:
        cqt_tuning = peaks.between(run.start, run.stop).tuning(36)
        yield SliceTracks(len(stretch.y), frames, harmonic, percussive, cqt_tuning)


def _measure_long(y: Frames, n_frames: int, report: Report) -> SliceTracks:
    """Measure a slice in stretches: one pass for the tuning, a second for the rest."""
    edges = np.linspace(0, n_frames, -(-n_frames // _BLOCK_FRAMES) + 1).astype(int)
    stretches = [_Stretch(y, n_frames, int(a), int(b)) for a, b in pairwise(edges)]
    found = []
    for i, stretch in enumerate(stretches):
        report(0.2 * i / len(stretches), tr("Finding the tuning"))
        found.append(_Block([stretch]).inner_peaks())
    peaks, power_peaks = (tuning.join(list(part)) for part in zip(*found, strict=True))
    chroma_tuning = power_peaks.tuning(12)
    parts = []
    for i, stretch in enumerate(stretches):
        report(0.2 + 0.8 * i / len(stretches), tr("Measuring the spectrum"))
        parts.append(next(iter(_Block([stretch]).measure([chroma_tuning]))))
    frames, harmonic, percussive = zip(*parts, strict=True)
    return SliceTracks(len(y), join_frames(frames), join_waves(harmonic), join_waves(percussive), peaks.tuning(36))


class _Block:
    """The spectrum of some stretches, row after row, and what is measured on it."""

    def __init__(self, stretches: Sequence[_Stretch]) -> None:
        self.stretches = stretches
        self.signals = [stretch.padded() for stretch in stretches]
        ends = np.cumsum([stretch.end - stretch.begin for stretch in stretches])
        self.runs = [slice(int(end) - s.end + s.begin, int(end)) for end, s in zip(ends, stretches, strict=True)]
        self.spectrum = np.empty((int(ends[-1]), N_FFT // 2 + 1), np.complex64)
        for signal, run in zip(self.signals, self.runs, strict=True):
            _stft(signal, out=self.spectrum[run])
        self.power: Frames = np.square(self.spectrum.real)
        self.power += np.square(self.spectrum.imag)
        self.magnitude: Frames = np.sqrt(self.power)

    def inner_peaks(self) -> tuple[tuning.PitchPeaks, tuning.PitchPeaks]:
        """Peaks of the only stretch's own frames, without those of its context."""
        stretch = self.stretches[0]
        first, stop = stretch.first - stretch.begin, stretch.stop - stretch.begin
        peaks, power_peaks = tuning.pitch_peaks(self.magnitude, self.power)
        return peaks.between(first, stop), power_peaks.between(first, stop)

    def measure(self, tunings: Sequence[float]) -> Iterator[tuple[FrameTracks, WaveTrack, WaveTrack]]:
        """For each stretch its frames and its harmonic and percussive waveforms."""
        tracks = self._spectral_tracks()
        chroma = _normalised_chroma(self.power, self.runs, tunings)
        mask = hpss.harmonic_mask(self.magnitude, self.runs)
        harmonic_frames = hpss.harmonic_frames(self.spectrum, mask)
        for stretch, run, signal in zip(self.stretches, self.runs, self.signals, strict=True):
            inner = slice(run.start + stretch.first - stretch.begin, run.start + stretch.stop - stretch.begin)
            own = slice(stretch.first - stretch.begin, stretch.stop - stretch.begin)
            frames = FrameTracks(
                chroma=chroma[inner],
                zero_crossing_rate=_zero_crossing_rate(stretch)[own],
                rms=np.sqrt(over_frames(hop_squares_of(signal)) / N_FFT).astype(np.float32)[own],
                **{name: track[inner] for name, track in tracks.items()},
            )
            waveform = hpss.overlap_add(
                harmonic_frames[run], stretch.begin, stretch.first, stretch.stop, stretch.n_frames
            )
            start = HOP_LENGTH * stretch.first
            residual = stretch.y[start : start + len(waveform)] - waveform
            yield frames, wave_track(waveform, len(stretch.y)), wave_track(residual, len(stretch.y))

    def _spectral_tracks(self) -> dict[str, Frames]:
        magnitude, power = self.magnitude, self.power
        peak, valley = _contrast(magnitude)
        centroid, bandwidth = _centroid_and_bandwidth(magnitude)
        return {
            "mel": power @ mel_bank(),
            "centroid": centroid,
            "bandwidth": bandwidth,
            "rolloff": _rolloff(magnitude),
            "flatness": _flatness(power),
            "contrast_peak": peak,
            "contrast_valley": valley,
        }


def _stft(signal: Frames, out: NDArray[np.complex64]) -> None:
    """Transform the frames of a padded signal.

    In float64, because the valleys of the spectral contrast lie 100 dB and more below the loudest bin, where the
    rounding of a float32 transform would be heard.
    """
    windows = np.lib.stride_tricks.sliding_window_view(signal, N_FFT)[::HOP_LENGTH]
    window = stft_window()
    for start in range(0, len(out), _FFT_FRAMES):
        part = slice(start, start + _FFT_FRAMES)
        out[part] = scipy.fft.rfft(windows[part][: len(out) - start] * window, axis=1, overwrite_x=True)


def _centroid_and_bandwidth(magnitude: Frames) -> tuple[Frames, Frames]:
    offset = fft_frequencies() - _CENTRE_HZ
    moments = magnitude @ np.stack([np.ones_like(offset), offset, offset**2], axis=1).astype(np.float32)
    total = moments[:, 0].astype(np.float64)
    silent = total < np.finfo(np.float32).tiny
    total[silent] = 1
    mean, mean_square = moments[:, 1] / total, moments[:, 2] / total
    centroid = np.where(silent, 0, mean + _CENTRE_HZ)
    bandwidth = np.where(silent, 0, np.sqrt(np.maximum(mean_square - mean**2, 0)))
    return centroid.astype(np.float32), bandwidth.astype(np.float32)


def _rolloff(magnitude: Frames) -> Frames:
    """Frequency below which 85 % of a frame's magnitude lies, Hz."""
    cumulative = transposed(magnitude)
    for before, here in pairwise(cumulative):  # the sums of `np.cumsum`, but of all frames together
        np.add(here, before, out=here)
    below = np.count_nonzero(cumulative < _ROLLOFF * cumulative[-1], axis=0)
    return np.asarray(fft_frequencies()[below], dtype=np.float32)


def _flatness(power: Frames) -> Frames:
    """Geometric over arithmetic mean of the power."""
    floored = np.maximum(power, _FLATNESS_FLOOR)
    return np.asarray(np.exp(np.mean(np.log(floored), axis=1)) / np.mean(floored, axis=1))


def _contrast_bands() -> list[tuple[slice, int]]:
    """Return the bins of each of the 7 octave bands, and how many of them are its peak and its valley."""
    frequencies = fft_frequencies()
    edges = np.concatenate([[0.0], 200.0 * 2.0 ** np.arange(7)])
    bands = []
    for k, (low, high) in enumerate(pairwise(edges)):
        bins = np.flatnonzero((frequencies >= low) & (frequencies <= high))
        start = int(bins[0]) - (1 if k else 0)
        stop = len(frequencies) if k == 6 else int(bins[-1]) + 1
        quantile = max(1, int(np.rint(0.02 * (stop - start))))
        bands.append((slice(start, stop if k == 6 else stop - 1), quantile))
    return bands


def _contrast(magnitude: Frames) -> tuple[Frames, Frames]:
    peak = np.empty((len(magnitude), 7), np.float32)
    valley = np.empty_like(peak)
    for k, (band, quantile) in enumerate(_contrast_bands()):
        if quantile == 1:
            valley[:, k], peak[:, k] = (magnitude[:, band].min(axis=1), magnitude[:, band].max(axis=1))
        else:
            ordered = np.sort(magnitude[:, band], axis=1)
            valley[:, k] = ordered[:, :quantile].mean(axis=1)
            peak[:, k] = ordered[:, -quantile:].mean(axis=1)
    return peak, valley


def _normalised_chroma(power: Frames, runs: Sequence[slice], tunings: Sequence[float]) -> Frames:
    raw = np.concatenate([power[run] @ chroma_bank(t) for run, t in zip(runs, tunings, strict=True)])
    strongest = raw.max(axis=1, keepdims=True)
    strongest[strongest < np.finfo(np.float32).tiny] = 1
    return np.asarray(raw / strongest)


def _zero_crossing_rate(stretch: _Stretch) -> Frames:
    """Return the share of sign changes in each frame of 2,048 samples, its ends repeated, so that they do not count."""
    start = max(0, HOP_LENGTH * stretch.begin - N_FFT // 2)
    y = stretch.y[start : HOP_LENGTH * (stretch.end - 1) + N_FFT // 2]
    negative = y < -1e-10
    crossings = np.concatenate([[0], np.cumsum(negative[1:] != negative[:-1])])
    first = HOP_LENGTH * np.arange(stretch.begin, stretch.end) - N_FFT // 2 - start
    last = np.minimum(first + N_FFT - 1, len(y) - 1)
    count = crossings[last] - crossings[np.maximum(first, 0)]
    return np.asarray(count / N_FFT, dtype=np.float32)
