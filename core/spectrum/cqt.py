"""CENS chroma from a constant-Q transform.

The definitions are `librosa.feature.chroma_cens` and `librosa.cqt` of librosa 0.11: seven octaves of 36 bins from C1,
an octave at a time on a signal that is halved in rate from one to the next. As in `core.spectrum.slices`, many short
slices go through together and a long one in stretches.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import scipy.fft
import scipy.ndimage
import soxr
from numpy.typing import NDArray

from core.language import tr
from core.progress import Report, silent
from core.spectrum.filter_banks import CQT_BINS_PER_OCTAVE, CQT_N_FFT, CQT_OCTAVES, HOP_LENGTH, N_CHROMA, cqt_basis

_STRETCH_FRAMES = 2600
_CONTEXT_FRAMES = 96  # the longest wavelet reaches 64 frames to either side; the rest is the resampler's
_GAP = 8192  # zeros between slices that are resampled together, longer than the filter in the last octave
_BLOCK_SAMPLES = 1_500_000
_STEPS = (0.4, 0.2, 0.1, 0.05)
_SMOOTHING = 41

Frames = NDArray[np.float32]


def cens(
    y: Frames, bounds: Sequence[tuple[int, int]], tunings: Sequence[float], report: Report = silent
) -> Iterator[Frames]:
    """Chroma energy normalised statistics of slices, each as a clip of its own.

    Parameters
    ----------
    y : NDArray[np.float32] [shape=(n,)], at 22,050 Hz
    bounds : first sample and end of each slice
    tunings : of each slice, in fractions of a third of a semitone
    report : told of every stretch of a long slice

    Yields
    ------
    NDArray[np.float32] [shape=(n_frames, 12)], for each slice

    References
    ----------
    M. Müller and S. Ewert, "Chroma Toolbox: MATLAB implementations for extracting variants of chroma-based audio
    features", ISMIR 2011.
    """
    waiting: list[Frames] = []
    waiting_tunings: list[float] = []
    for (start, end), tuning in zip(bounds, tunings, strict=True):
        part = y[start:end]
        longest = max([len(part), *map(len, waiting)])
        if waiting and (len(waiting) + 1) * (longest + _GAP) > _BLOCK_SAMPLES:
            yield from map(_cens_of_chroma, _cqt_chroma(waiting, waiting_tunings))
            waiting, waiting_tunings = [], []
        if len(part) > HOP_LENGTH * _STRETCH_FRAMES:
            yield _cens_of_chroma(_long_cqt_chroma(part, tuning, report))
        else:
            waiting.append(part)
            waiting_tunings.append(tuning)
    if waiting:
        yield from map(_cens_of_chroma, _cqt_chroma(waiting, waiting_tunings))


def _long_cqt_chroma(y: Frames, tuning: float, report: Report) -> Frames:
    n_frames = 1 + len(y) // HOP_LENGTH
    edges = np.linspace(0, n_frames, -(-n_frames // _STRETCH_FRAMES) + 1).astype(int)
    parts = []
    for first, stop in pairwise(edges):
        report(first / n_frames, tr("Measuring the harmony"))
        begin = max(0, first - _CONTEXT_FRAMES)
        part = y[HOP_LENGTH * begin : HOP_LENGTH * (stop + _CONTEXT_FRAMES)]
        parts.append(_cqt_chroma([part], [tuning])[0][first - begin : stop - begin])
    return np.concatenate(parts)


def _cqt_chroma(slices: Sequence[Frames], tunings: Sequence[float]) -> list[Frames]:
    """Constant-Q magnitude folded to pitch classes, for each slice [shape=(n_frames, 12)]."""
    lengths = np.array([len(part) for part in slices])
    width = -(-(int(lengths.max()) + _GAP) // HOP_LENGTH) * HOP_LENGTH
    signal = np.zeros((len(slices), width), np.float32)
    for row, part in zip(signal, slices, strict=True):
        row[: len(part)] = part
    n_frames = 1 + lengths // HOP_LENGTH
    folded = [np.zeros((int(n), CQT_BINS_PER_OCTAVE), np.float32) for n in n_frames]
    for octave in range(CQT_OCTAVES):
        if octave:
            signal, lengths = _halved(signal, lengths)
        spectra = _octave_spectra(signal, HOP_LENGTH >> octave, int(n_frames.max()))
        for total, spectrum, tuning in zip(folded, spectra, tunings, strict=True):
            band, basis, scale = cqt_basis(tuning)
            np.add(total, np.abs(spectrum[: len(total), band] @ basis) * scale[octave], out=total)
    return [np.roll(total, 1, axis=1).reshape(len(total), N_CHROMA, -1).sum(axis=2) for total in folded]


def _halved(signal: Frames, lengths: NDArray[np.int64]) -> tuple[Frames, NDArray[np.int64]]:
    """Return the signals at half their rate and the same energy, nothing beyond their ends."""
    n_rows, width = signal.shape
    resampled = soxr.resample(signal.reshape(-1), 2, 1, quality="soxr_hq")[: n_rows * width // 2]
    halved: Frames = np.pad(resampled, (0, n_rows * width // 2 - len(resampled))).reshape(n_rows, -1)
    halved *= np.float32(np.sqrt(2))
    lengths = -(-lengths // 2)
    for row, length in zip(halved, lengths, strict=True):
        row[length:] = 0
    return halved, lengths


def _octave_spectra(signal: Frames, hop_length: int, n_frames: int) -> NDArray[np.complex64]:
    """STFT without a window, zeros around the signals [shape=(n_slices, n_frames, 513)]."""
    padded = np.pad(signal, ((0, 0), (CQT_N_FFT // 2, CQT_N_FFT // 2)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, CQT_N_FFT, axis=1)[:, ::hop_length]
    spectra: NDArray[np.complex64] = scipy.fft.rfft(windows[:, :n_frames], axis=2)
    return spectra


def _cens_of_chroma(chroma: Frames) -> Frames:
    """Normalise, quantise, smooth and normalise again."""
    tiny = np.finfo(np.float32).tiny
    total = chroma.sum(axis=1, keepdims=True)
    chroma = np.asarray(chroma / np.where(total < tiny, 1, total), dtype=np.float32)
    quantised = np.zeros_like(chroma)
    for step in _STEPS:
        quantised += (chroma > step) * np.float32(0.25)
    window = np.hanning(_SMOOTHING + 2)
    smooth = scipy.ndimage.convolve1d(quantised, window / window.sum(), axis=0, mode="constant")
    length = np.sqrt(np.sum(np.square(smooth, dtype=np.float64), axis=1, keepdims=True))
    return np.asarray(smooth / np.where(length < tiny, 1, length), dtype=np.float32)
