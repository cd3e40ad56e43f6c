"""How far a piece is tuned from A440, from the peaks of its spectrum.

The definitions are `librosa.piptrack` and `librosa.estimate_tuning`: peaks between 150 and 4,000 Hz that reach a
tenth of their frame's strongest bin, refined by a parabola; of those at least as strong as the median, the most
frequent deviation in steps of a hundredth of a bin.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR
from core.spectrum.filter_banks import N_FFT, fft_frequencies

_THRESHOLD = np.float32(0.1)
_EDGES = np.linspace(-0.5, 0.5, 101)
_LOWEST, _BEYOND = (int(i) for i in np.searchsorted(fft_frequencies(), [150.0, 4000.0]))


@dataclass(frozen=True, eq=False)
class PitchPeaks:
    """Spectral peaks, in order of time.

    Attributes
    ----------
    rows : frame of each peak [shape=(n_peaks,)]
    frequencies : Hz [shape=(n_peaks,)]
    strengths : height of each peak, in the unit of the spectrum [shape=(n_peaks,)]
    """

    rows: NDArray[np.intp]
    frequencies: NDArray[np.float32]
    strengths: NDArray[np.float32]

    def between(self, start: int, stop: int) -> "PitchPeaks":
        """Return the peaks of the frames `start` to `stop - 1`."""
        first, last = np.searchsorted(self.rows, [start, stop])
        return PitchPeaks(self.rows[first:last], self.frequencies[first:last], self.strengths[first:last])

    def tuning(self, bins_per_octave: int) -> float:
        """Deviation from A440 in fractions of a bin, in [-0.5, 0.5); 0 without any peak."""
        if not len(self.rows):
            return 0.0
        strong = self.frequencies[self.strengths >= np.median(self.strengths)]
        residual = np.mod(bins_per_octave * np.log2(strong / np.float32(27.5)), np.float32(1.0))
        residual[residual >= 0.5] -= 1.0
        counts, _ = np.histogram(residual, _EDGES)
        return float(_EDGES[np.argmax(counts)])


def join(parts: list[PitchPeaks]) -> PitchPeaks:
    """All peaks of several stretches of one clip; their `rows` are no longer meaningful."""
    return PitchPeaks(
        np.concatenate([part.rows for part in parts]),
        np.concatenate([part.frequencies for part in parts]),
        np.concatenate([part.strengths for part in parts]),
    )


def pitch_peaks(magnitude: NDArray[np.float32], power: NDArray[np.float32]) -> tuple[PitchPeaks, PitchPeaks]:
    """Peaks of a magnitude and of a power spectrum, both [shape=(n_rows, 1025)].

    They are the same maxima: a tenth of the strongest power is a higher bar than a tenth of the magnitude.
    """
    inner = magnitude[:, _LOWEST:_BEYOND]
    loud = inner > _THRESHOLD * magnitude.max(axis=1, keepdims=True)
    loud &= inner > magnitude[:, _LOWEST - 1 : _BEYOND - 1]
    loud &= inner >= magnitude[:, _LOWEST + 1 : _BEYOND + 1]
    rows, bins = np.nonzero(loud)
    bins += _LOWEST
    strong = power[rows, bins] > _THRESHOLD * power.max(axis=1)[rows]
    return _refined(magnitude, rows, bins), _refined(power, rows[strong], bins[strong])


def _refined(spectrum: NDArray[np.float32], rows: NDArray[np.intp], bins: NDArray[np.intp]) -> PitchPeaks:
    left, centre, right = (spectrum[rows, bins - 1], spectrum[rows, bins], spectrum[rows, bins + 1])
    curvature = right + left - 2 * centre
    slope = (right - left) / 2
    inside = np.abs(slope) < np.abs(curvature)
    shift = np.where(inside, -slope / np.where(inside, curvature, 1), 0)
    frequencies = ((bins + shift) * (ANALYSIS_SR / N_FFT)).astype(np.float32)
    return PitchPeaks(rows, frequencies, (centre + np.float32(0.5) * slope * shift).astype(np.float32))
