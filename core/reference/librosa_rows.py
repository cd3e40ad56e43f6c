"""The three tables in plain librosa, call for call as the study made them: what this project's engine must agree with.

For checks, benchmarks and tests; nothing that analyses music imports this. The faults that FEATURES.md lists are not
repeated: frames are padded by reflection, for onsets and tuning too, and samples are fractions of full scale.
"""

from typing import Any

import librosa
import numpy as np
from numpy.typing import NDArray


def _shared(y: NDArray[np.float32]) -> tuple[NDArray[np.complex64], NDArray[np.float32]]:
    spectrum = librosa.stft(y, pad_mode="reflect")
    return spectrum, np.abs(spectrum)


def _waveform(spectrum: NDArray[np.complex64], n: int) -> NDArray[np.float32]:
    waveform = librosa.istft(spectrum)
    return np.pad(waveform, (0, n - len(waveform)))


def _pair(name: str, track: NDArray[Any]) -> dict[str, float]:
    return {f"{name}_mean": float(np.mean(track)), f"{name}_std": float(np.std(track))}


def song_row(y: NDArray[np.float32]) -> dict[str, float]:
    """Return table 1 of FEATURES.md but for `filename` and `uuid`, by column."""
    spectrum, magnitude = _shared(y)
    harmonic, percussive = (_waveform(part, len(y)) for part in librosa.decompose.hpss(spectrum))
    power = np.convolve(np.square(y, dtype=np.float64), np.ones(4410) / 4410, "same")
    level = 10 * np.log10(power / 1e-12)
    onsets = librosa.onset.onset_strength(y=y, pad_mode="reflect")
    n_percussive = np.sum(percussive > 1e-5)
    row = {
        "duration": len(y) / 22050,
        "zero_crossing_rate": float(np.mean(librosa.feature.zero_crossing_rate(y))),
        "tempo": float(librosa.feature.tempo(onset_envelope=onsets)[0]),
        "dynamic_range": float(level.max() - level.min()),
        "harmonic_rms": float(np.mean(librosa.feature.rms(y=harmonic, pad_mode="reflect"))),
        "percussive_rms": float(np.mean(librosa.feature.rms(y=percussive, pad_mode="reflect"))),
        "HPR": float(np.sum(harmonic > 1e-5) / n_percussive) if n_percussive else 1.0,
    }
    row |= _pair("rms", librosa.feature.rms(y=y, pad_mode="reflect"))
    row |= _pair("spectral_centroid", librosa.feature.spectral_centroid(S=magnitude))
    row |= _pair("spectral_bandwidth", librosa.feature.spectral_bandwidth(S=magnitude))
    row |= _pair("spectral_rolloff", librosa.feature.spectral_rolloff(S=magnitude))
    row |= _pair("chroma_stft", librosa.feature.chroma_stft(S=magnitude**2))
    tuning = librosa.estimate_tuning(S=magnitude, bins_per_octave=36)
    row |= _pair("chroma_cens", librosa.feature.chroma_cens(y=y, tuning=tuning))
    row |= _pair("spectral_contrast", librosa.feature.spectral_contrast(S=magnitude))
    row |= _pair("spectral_flatness", librosa.feature.spectral_flatness(S=magnitude))
    mel = librosa.power_to_db(librosa.feature.melspectrogram(S=magnitude**2))
    for i, track in enumerate(librosa.feature.mfcc(S=mel, n_mfcc=20)):
        row |= _pair(f"mfcc_{i}", track)
    return row


def genre_row(y: NDArray[np.float32]) -> list[float]:
    """Return the 58 numbers of table 3 of FEATURES.md, in order."""
    spectrum, magnitude = _shared(y)
    harmonic, percussive = (_waveform(part, len(y)) for part in librosa.decompose.hpss(spectrum))
    tracks = [
        librosa.feature.chroma_stft(S=magnitude**2),
        librosa.feature.rms(y=y, pad_mode="reflect"),
        librosa.feature.spectral_centroid(S=magnitude),
        librosa.feature.spectral_bandwidth(S=magnitude),
        librosa.feature.spectral_rolloff(S=magnitude),
        librosa.feature.zero_crossing_rate(y),
        harmonic,
        percussive,
    ]
    onsets = librosa.onset.onset_strength(y=y, aggregate=np.median, pad_mode="reflect")
    row = [float(len(y)), *(float(f(track)) for track in tracks for f in (np.mean, np.var))]
    row.append(float(np.ravel(librosa.beat.beat_track(onset_envelope=onsets)[0])[0]))
    mel = librosa.power_to_db(librosa.feature.melspectrogram(S=magnitude**2))
    return row + [float(f(track)) for track in librosa.feature.mfcc(S=mel, n_mfcc=20) for f in (np.mean, np.var)]
