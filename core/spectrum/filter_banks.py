"""Filter banks of the recipe: windows, mel bands, chroma, constant-Q wavelets.

Each follows the definition of librosa 0.11 (`librosa.filters`), whose numbers the recipe names; the tests hold them
against it. They are built here with NumPy alone, because importing librosa costs a second and compiles code with
numba, which somebody's first song should not wait for. Everything is built once for each process.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR

N_FFT = 2048
HOP_LENGTH = 512
N_MELS = 128
N_CHROMA = 12

CQT_BINS_PER_OCTAVE = 36
CQT_OCTAVES = 7
CQT_FMIN = 440.0 * 2.0 ** ((24 - 69) / 12)  # C1
CQT_N_FFT = 1024  # the power of two that holds the longest wavelet of an octave, whichever the octave and tuning
_CQT_SPARSITY = 0.01  # share of a wavelet's magnitude that may be dropped from its spectrum


def _hann(n: int) -> NDArray[np.float64]:
    return np.asarray(0.5 - 0.5 * np.cos(2 * np.pi * np.arange(n) / n))


@cache
def fft_frequencies() -> NDArray[np.float64]:
    """Centre of each STFT bin, Hz [shape=(1025,)]."""
    return np.asarray(np.fft.rfftfreq(N_FFT, 1 / ANALYSIS_SR))


@cache
def stft_window() -> NDArray[np.float64]:
    """Return the periodic Hann window of the shared STFT [shape=(2048,)]."""
    return _hann(N_FFT)


def mel_frequencies(n_mels: int = N_MELS) -> NDArray[np.float64]:
    """Centres of the mel bands, Hz [shape=(n_mels,)]."""
    return _mel_points(n_mels)[1:-1]


def _mel_points(n_mels: int) -> NDArray[np.float64]:
    """`n_mels` + 2 frequencies, evenly apart on Slaney's mel scale from 0 Hz to the Nyquist frequency."""
    linear_step = 200.0 / 3
    corner_hz, log_step = 1000.0, np.log(6.4) / 27.0
    corner_mel = corner_hz / linear_step
    top = corner_mel + np.log(ANALYSIS_SR / 2 / corner_hz) / log_step
    mels = np.linspace(0.0, top, n_mels + 2)
    return np.where(mels >= corner_mel, corner_hz * np.exp(log_step * (mels - corner_mel)), linear_step * mels)


@cache
def mel_bank() -> NDArray[np.float32]:
    """Triangular mel filters of equal area, transposed for `power @ bank` [shape=(1025, 128)]."""
    points = _mel_points(N_MELS)
    widths = np.diff(points)
    ramps = points[:, np.newaxis] - fft_frequencies()
    lower = -ramps[:-2] / widths[:-1, np.newaxis]
    upper = ramps[2:] / widths[1:, np.newaxis]
    weights = np.maximum(0, np.minimum(lower, upper)).astype(np.float32)
    weights *= (2.0 / (points[2:] - points[:-2]))[:, np.newaxis]
    return np.ascontiguousarray(weights.T)


@cache
def chroma_bank(tuning: float) -> NDArray[np.float32]:
    """Pitch-class filters for a tuning, transposed for `power @ bank` [shape=(1025, 12)].

    Parameters
    ----------
    tuning : deviation from A440 in fractions of a semitone, in [-0.5, 0.5)
    """
    a440 = 440.0 * 2.0 ** (tuning / N_CHROMA)
    frequencies = np.linspace(0, ANALYSIS_SR, N_FFT, endpoint=False)[1:]
    bins = N_CHROMA * np.log2(frequencies / (a440 / 16))
    bins = np.concatenate(([bins[0] - 1.5 * N_CHROMA], bins))  # a stand-in for 0 Hz, one and a half octaves down
    widths = np.concatenate((np.maximum(np.diff(bins), 1.0), [1]))
    distance = bins - np.arange(N_CHROMA)[:, np.newaxis]
    half = N_CHROMA // 2
    distance = np.remainder(distance + half + 10 * N_CHROMA, N_CHROMA) - half
    weights = np.exp(-0.5 * (2 * distance / widths) ** 2)
    weights /= np.sqrt(np.sum(weights**2, axis=0))
    weights *= np.exp(-0.5 * ((bins / N_CHROMA - 5.0) / 2) ** 2)
    weights = np.roll(weights, -3, axis=0)  # start at C, not at A
    return np.ascontiguousarray(weights[:, : N_FFT // 2 + 1].T, dtype=np.float32)


@cache
def mel_dct() -> NDArray[np.float32]:
    """Type II orthonormal DCT of 128 log mel bands to 20 coefficients, for `log_mel @ dct` [shape=(128, 20)]."""
    band = np.arange(N_MELS)[:, np.newaxis]
    coefficient = np.arange(20)
    basis = np.cos(np.pi * coefficient * (2 * band + 1) / (2 * N_MELS)) * np.sqrt(2 / N_MELS)
    basis[:, 0] /= np.sqrt(2)
    return np.asarray(basis, dtype=np.float32)


@cache
def cqt_basis(tuning: float) -> tuple[slice, NDArray[np.complex64], NDArray[np.float32]]:
    """Spectra of one octave's constant-Q wavelets.

    An octave further down is the same basis on the signal at half the rate, so one octave serves all seven.

    Parameters
    ----------
    tuning : deviation in fractions of a bin (a third of a semitone), in [-0.5, 0.5)

    Returns
    -------
    band : the FFT bins (of `CQT_N_FFT`) in which the wavelets live
    basis : NDArray[np.complex64] [shape=(n_band, 36)], for `spectrum[:, band] @ basis`
    scale : NDArray[np.float32] [shape=(7, 36)], factor of each bin of each octave, from the highest octave down
    """
    frequencies = CQT_FMIN * 2.0 ** (tuning / CQT_BINS_PER_OCTAVE)
    frequencies = frequencies * 2.0 ** (np.arange(CQT_OCTAVES * CQT_BINS_PER_OCTAVE) / CQT_BINS_PER_OCTAVE)
    ratio = 2.0 ** (2 / CQT_BINS_PER_OCTAVE)
    quality = (ratio + 1) / (ratio - 1)
    top = frequencies[-CQT_BINS_PER_OCTAVE:]
    lengths = quality * ANALYSIS_SR / top
    basis = np.stack([_wavelet(length, f) for length, f in zip(lengths, top, strict=True)])
    basis *= lengths[:, np.newaxis] / CQT_N_FFT
    spectra = np.fft.fft(basis, axis=1)[:, : CQT_N_FFT // 2 + 1]
    spectra = _without_the_faintest(spectra)
    used = np.flatnonzero(np.abs(spectra).sum(axis=0))
    band = slice(int(used[0]), int(used[-1]) + 1)
    octave = np.arange(CQT_OCTAVES)[:, np.newaxis]
    scale = np.sqrt(2.0**octave) / np.sqrt(lengths * 2.0**octave)
    return (band, np.ascontiguousarray(spectra[:, band].T, dtype=np.complex64), scale.astype(np.float32))


def _wavelet(length: float, frequency: float) -> NDArray[np.complex64]:
    """Return a windowed complex tone of absolute sum 1, centred in `CQT_N_FFT` samples."""
    time = np.arange(-length // 2, length // 2)
    window = _hann(len(time))
    tone = np.exp(2j * np.pi * frequency / ANALYSIS_SR * time) * window
    tone /= np.abs(tone).sum()
    before = (CQT_N_FFT - len(tone)) // 2
    return np.pad(tone, (before, CQT_N_FFT - len(tone) - before)).astype(np.complex64)


def _without_the_faintest(spectra: NDArray[np.complex128]) -> NDArray[np.complex128]:
    """Each row without its faintest values, which together make up 1 % of its magnitude."""
    magnitudes = np.abs(spectra)
    ordered = np.sort(magnitudes, axis=1)
    cumulative = np.cumsum(ordered / magnitudes.sum(axis=1, keepdims=True), axis=1)
    first_kept = np.argmin(cumulative < _CQT_SPARSITY, axis=1)
    thresholds = np.take_along_axis(ordered, first_kept[:, np.newaxis], axis=1)
    return np.where(magnitudes >= thresholds, spectra, 0)
