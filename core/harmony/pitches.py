"""Pitches that sound, frame by frame: what keys and chords are found in.

The chroma of the recipe serves the tables and keeps its numbers. Keys and chords need finer frequencies, no drums and
as little timbre as possible: only peaks of the spectrum count, each by how far it stands out from its surroundings.
"""

from dataclasses import dataclass

import numpy as np
import scipy.fft
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR
from core.language import tr
from core.progress import Report, silent

PITCH_HOP = 2048
"""Samples between frames; frame 0 is centred on the first sample."""

LOWEST, HIGHEST = 26, 102
"""MIDI numbers of the first and the last pitch."""

N_PITCHES = HIGHEST - LOWEST + 1

_N_FFT = 8192  # resolves semitones from 130 Hz on; below, a peak is still placed between bins by its shape
_PARTS = 5  # of a semitone, in which pitches are kept until the tuning is known
_LOWEST_HZ, _HIGHEST_HZ = 32.0, 3550.0
_SURROUNDINGS = 101  # bins, 270 Hz
_FAINTEST = 1e-6  # amplitude of a sine; the noise of 16-bit audio lies below
_WIDTH = 0.25  # semitones; standard deviation of what counts for a pitch
_FRAMES_AT_A_TIME = 64
_UPPER, _BASS = (40, 88), (28, 52)  # MIDI numbers; a bass part seldom goes above E3

Pitches = NDArray[np.float32]
"""Strength of each pitch, a logarithm that is 0 where nothing stands out [shape=(n_frames, 77)]."""


@dataclass(frozen=True, eq=False)
class Voices:
    """Pitch classes of the upper voices and of the bass, which is all that chords are found in.

    Attributes
    ----------
    upper, bass : NDArray[np.float32] [shape=(n_frames, 12)], from C, a frame every `PITCH_HOP` samples
    """

    upper: NDArray[np.float32]
    bass: NDArray[np.float32]


def voices_of(pitches: Pitches) -> Voices:
    """Return upper voices and bass of what `measure_pitches` has found."""
    return Voices(chroma_of(pitches, *_UPPER), chroma_of(pitches, *_BASS))


def measure_pitches(y: NDArray[np.float32], report: Report = silent) -> Pitches:
    """Return how strongly each pitch sounds in each frame, tuned to the piece.

    Parameters
    ----------
    y : NDArray[np.float32] [shape=(n_samples,)], at 22,050 Hz
    report : told the fraction done; may raise `Cancelled`

    Returns
    -------
    NDArray[np.float32] [shape=(1 + n_samples // 2048, 77)]
    """
    padded = np.pad(np.asarray(y, np.float32), _N_FFT // 2)
    frames = np.lib.stride_tricks.sliding_window_view(padded, _N_FFT)[::PITCH_HOP]
    window = np.blackman(_N_FFT).astype(np.float32)
    window /= window.sum() / 2
    fine = np.zeros((len(frames), N_PITCHES * _PARTS), np.float16)
    for start in range(0, len(frames), _FRAMES_AT_A_TIME):
        report(start / len(frames), tr("Finding the key"))
        spectrum = np.abs(scipy.fft.rfft(frames[start : start + _FRAMES_AT_A_TIME] * window, axis=1, workers=1))
        rows, midi, strength = _peaks(spectrum)
        part = np.zeros((len(spectrum), fine.shape[1]), np.float32)
        bins = np.rint((midi - LOWEST) * _PARTS).astype(np.intp)
        inside = (bins >= 0) & (bins < part.shape[1])
        np.maximum.at(part, (rows[inside], bins[inside]), strength[inside])
        fine[start : start + _FRAMES_AT_A_TIME] = part
    return _tuned(fine)


def chroma_of(pitches: Pitches, lowest: int, highest: int) -> NDArray[np.float32]:
    """Return the strength of each pitch class from C, from pitches in a range [shape=(n_frames, 12)].

    Parameters
    ----------
    pitches : as `measure_pitches` returns them
    lowest, highest : MIDI numbers of the first and last pitch that count
    """
    fold = np.zeros((N_PITCHES, 12), np.float32)
    midi = np.arange(LOWEST, HIGHEST + 1)
    inside = (midi >= lowest) & (midi <= highest)
    fold[np.flatnonzero(inside), midi[inside] % 12] = 1
    return np.asarray(pitches @ fold)


def _peaks(
    spectrum: NDArray[np.float32],
) -> tuple[NDArray[np.intp], NDArray[np.float32], NDArray[np.float32]]:
    """Return frame, MIDI pitch and strength of the peaks of some frames, placed between bins by a parabola."""
    first, last = (int(hertz * _N_FFT / ANALYSIS_SR) for hertz in (_LOWEST_HZ, _HIGHEST_HZ))
    level = np.log(np.maximum(spectrum[:, : last + _SURROUNDINGS], 1e-12))
    around = np.maximum(_moving_mean(level), np.float32(np.log(_FAINTEST)))
    is_peak = (level[:, 1:-1] > level[:, :-2]) & (level[:, 1:-1] >= level[:, 2:])
    is_peak[:, : first - 1] = False
    is_peak[:, last:] = False
    rows, bins = np.nonzero(is_peak)
    bins = bins + 1
    left, middle, right = level[rows, bins - 1], level[rows, bins], level[rows, bins + 1]
    offset = 0.5 * (left - right) / np.minimum(left - 2 * middle + right, -1e-9)
    height = middle - 0.25 * (left - right) * offset
    midi = 69 + 12 * np.log2((bins + offset) * (ANALYSIS_SR / _N_FFT) / 440.0)
    return rows, midi, np.logaddexp(0, height - around[rows, bins])


def _moving_mean(level: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the mean of the bins around each bin of each frame."""
    half = _SURROUNDINGS // 2
    padded = np.pad(level, ((0, 0), (half + 1, half)), mode="edge")
    sums = np.cumsum(padded, axis=1, dtype=np.float64)
    return np.asarray((sums[:, _SURROUNDINGS:] - sums[:, :-_SURROUNDINGS]) / _SURROUNDINGS, np.float32)


def _tuned(fine: NDArray[np.float16]) -> Pitches:
    """Return semitones around the tuning that most peaks agree on."""
    place = np.arange(_PARTS)
    by_part = fine.sum(axis=0, dtype=np.float64).reshape(-1, _PARTS).sum(axis=0)
    tuning = float(np.angle(np.sum(by_part * np.exp(2j * np.pi * place / _PARTS)))) / (2 * np.pi)  # of a semitone
    position = np.arange(fine.shape[1]) / _PARTS - tuning
    nearest = np.rint(position)
    weight = np.exp(-0.5 * np.square((position - nearest) / _WIDTH))
    fold = np.zeros((fine.shape[1], N_PITCHES), np.float32)
    fold[np.arange(len(position)), np.clip(nearest, 0, N_PITCHES - 1).astype(np.intp)] = weight
    tuned = np.empty((len(fine), N_PITCHES), np.float32)
    for start in range(0, len(fine), 4096):
        tuned[start : start + 4096] = fine[start : start + 4096].astype(np.float32) @ fold
    return tuned
