"""The shared pass, frame by frame, against librosa."""

import librosa
import numpy as np
import pytest
from numpy.typing import NDArray

from core.spectrum.cqt import cens
from core.spectrum.slices import measure_slices
from core.spectrum.tracks import SliceTracks


@pytest.fixture(scope="module")
def signal() -> NDArray[np.float32]:
    rng = np.random.default_rng(5)
    time = np.arange(22050 * 4) / 22050
    tones = sum(np.sin(2 * np.pi * f * time) * np.exp(-((time * 2) % 1)) for f in (110.0, 277.3, 1318.0))
    return (0.1 * tones + 0.02 * rng.normal(size=len(time))).astype(np.float32)


@pytest.fixture(scope="module")
def tracks(signal: NDArray[np.float32]) -> SliceTracks:
    return next(measure_slices(signal, [(0, len(signal))]))


@pytest.fixture(scope="module")
def spectrum(signal: NDArray[np.float32]) -> NDArray[np.complex64]:
    return np.asarray(librosa.stft(signal, pad_mode="reflect"))


def test_frame_tracks_are_librosas(
    signal: NDArray[np.float32], tracks: SliceTracks, spectrum: NDArray[np.complex64]
) -> None:
    magnitude = np.abs(spectrum)
    frames = tracks.frames
    for ours, theirs in [
        (frames.mel.T, librosa.feature.melspectrogram(S=magnitude**2)),
        (frames.centroid[np.newaxis], librosa.feature.spectral_centroid(S=magnitude)),
        (frames.bandwidth[np.newaxis], librosa.feature.spectral_bandwidth(S=magnitude)),
        (frames.rolloff[np.newaxis], librosa.feature.spectral_rolloff(S=magnitude)),
        (frames.flatness[np.newaxis], librosa.feature.spectral_flatness(S=magnitude)),
        (frames.rms[np.newaxis], librosa.feature.rms(y=signal, pad_mode="reflect")),
        (frames.zero_crossing_rate[np.newaxis], librosa.feature.zero_crossing_rate(signal)),
        (frames.chroma.T, librosa.feature.chroma_stft(S=magnitude**2)),
    ]:
        np.testing.assert_allclose(ours, theirs, rtol=2e-5, atol=1e-7)


def test_waveforms_are_librosas(
    signal: NDArray[np.float32], tracks: SliceTracks, spectrum: NDArray[np.complex64]
) -> None:
    for ours, part in zip((tracks.harmonic, tracks.percussive), librosa.decompose.hpss(spectrum), strict=True):
        waveform = librosa.istft(part)
        waveform = np.pad(waveform, (0, len(signal) - len(waveform)))
        theirs = librosa.feature.rms(y=waveform, pad_mode="reflect")[0]
        np.testing.assert_allclose(ours.rms(), theirs, atol=2e-7)
        assert ours.n_audible == pytest.approx(int(np.sum(waveform > 1e-5)), abs=2)
        assert ours.hop_sums.sum() == pytest.approx(float(waveform.sum(dtype=np.float64)), abs=1e-3)


def test_cens_is_librosas(signal: NDArray[np.float32], tracks: SliceTracks) -> None:
    (ours,) = cens(signal, [(0, len(signal))], [tracks.cqt_tuning])
    theirs = librosa.feature.chroma_cens(y=signal, tuning=tracks.cqt_tuning)
    np.testing.assert_allclose(ours.T, theirs, atol=1e-5)


def test_slices_of_very_different_lengths_keep_their_order_and_their_frames(signal: NDArray[np.float32]) -> None:
    bounds = [(0, 30_000), (30_000, 30_600), (30_600, 31_111), (31_111, 88_200)]
    measured = list(measure_slices(signal, bounds))
    assert [slice_.n_frames for slice_ in measured] == [1 + (b - a) // 512 for a, b in bounds]
    for slice_, (a, b) in zip(measured, bounds, strict=True):
        (alone,) = measure_slices(signal[a:b], [(0, b - a)])
        np.testing.assert_allclose(slice_.frames.mel, alone.frames.mel, rtol=1e-5)
        np.testing.assert_allclose(slice_.harmonic.hop_squares, alone.harmonic.hop_squares, rtol=1e-4, atol=1e-9)
