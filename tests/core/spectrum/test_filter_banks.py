"""`core.spectrum.filter_banks` against `librosa.filters`."""

import librosa
import numpy as np
import pytest
from librosa.core import constantq

from core.audio.clip import ANALYSIS_SR
from core.spectrum import filter_banks

TUNINGS = [-0.5, -0.13, 0.0, 0.27, 0.49]


def test_the_mel_bank_is_librosas() -> None:
    np.testing.assert_array_equal(filter_banks.mel_bank().T, librosa.filters.mel(sr=ANALYSIS_SR, n_fft=2048))
    centres = librosa.mel_frequencies(n_mels=130, fmax=ANALYSIS_SR / 2)[1:-1]
    np.testing.assert_allclose(filter_banks.mel_frequencies(), centres, rtol=1e-12)


@pytest.mark.parametrize("tuning", TUNINGS)
def test_the_chroma_bank_is_librosas_at_any_tuning(tuning: float) -> None:
    expected = librosa.filters.chroma(sr=ANALYSIS_SR, n_fft=2048, tuning=tuning)
    np.testing.assert_allclose(filter_banks.chroma_bank(tuning).T, expected, atol=1e-7)


def test_the_stft_window_is_librosas() -> None:
    np.testing.assert_allclose(filter_banks.stft_window(), librosa.filters.get_window("hann", 2048), atol=1e-15)


def test_the_dct_gives_librosas_coefficients() -> None:
    decibels = np.random.default_rng(0).normal(size=(128, 9)).astype(np.float32)
    expected = librosa.feature.mfcc(S=decibels, n_mfcc=20)
    np.testing.assert_allclose((decibels.T @ filter_banks.mel_dct()).T, expected, atol=1e-5)


@pytest.mark.parametrize("tuning", TUNINGS)
@pytest.mark.parametrize("octave", [0, 3, 6])
def test_one_octave_of_wavelets_serves_all(tuning: float, octave: int) -> None:
    fmin = librosa.note_to_hz("C1") * 2 ** (tuning / 36)
    frequencies = fmin * 2.0 ** (np.arange(252) / 36)
    alpha = librosa.filters._relative_bandwidth(freqs=frequencies)
    part = slice(252 - 36 * (octave + 1), 252 - 36 * octave)
    filter_fft = vars(constantq)["__vqt_filter_fft"]
    basis, n_fft, _ = filter_fft(
        ANALYSIS_SR / 2**octave, frequencies[part], 1, 1, 0.01, window="hann", gamma=0, alpha=alpha[part]
    )
    band, ours, scale = filter_banks.cqt_basis(tuning)
    full = np.zeros((36, 513), np.complex64)
    full[:, band] = ours.T
    assert n_fft == filter_banks.CQT_N_FFT
    np.testing.assert_allclose(full, basis.toarray(), atol=2e-7)
    lengths, _ = librosa.filters.wavelet_lengths(freqs=frequencies, sr=ANALYSIS_SR, alpha=alpha)
    np.testing.assert_allclose(scale[octave], np.sqrt(2**octave) / np.sqrt(lengths[part]), rtol=1e-6)
