"""Harmonic and percussive parts: median filtering of the shared spectrum, soft masks, and back to waveforms.

The definition is `librosa.decompose.hpss` with a 31 by 31 kernel, power 2 and margin 1 (D. Fitzgerald, "Harmonic/
percussive separation using median filtering", DAFx 2010). Since both masks sum to one, the percussive waveform is
the signal less the harmonic one, and only one inverse transform is needed.
"""

from collections.abc import Sequence

import numpy as np
import scipy.fft
from numpy.typing import NDArray

from core.spectrum.blocks import transpose_into, transposed
from core.spectrum.filter_banks import HOP_LENGTH, N_FFT, stft_window
from core.spectrum.moving_median import WINDOW, moving_median

_HALF = WINDOW // 2
_OVERLAP = N_FFT // HOP_LENGTH
MEDIAN_CONTEXT = _HALF
"""Frames that a median looks at on either side."""


def harmonic_mask(magnitude: NDArray[np.float32], runs: Sequence[slice]) -> NDArray[np.float32]:
    """Share of each bin that belongs to the harmonic part.

    Parameters
    ----------
    magnitude : NDArray[np.float32] [shape=(n_rows, 1025)]
    runs : rows that follow each other in time; a median never looks past the end of its run, it is mirrored there

    Returns
    -------
    NDArray[np.float32] [shape=(n_rows, 1025)], in [0, 1]; 0.5 where there is nothing to divide
    """
    harmonic = _median_over_time(magnitude, runs)
    percussive = _median_over_frequency(magnitude)
    np.square(harmonic, out=harmonic)
    np.square(percussive, out=percussive)
    percussive += harmonic
    silent = percussive == 0
    percussive[silent] = 1
    harmonic /= percussive
    harmonic[silent] = 0.5
    return harmonic


def _median_over_time(magnitude: NDArray[np.float32], runs: Sequence[slice]) -> NDArray[np.float32]:
    padded = np.concatenate([np.pad(magnitude[run], ((_HALF, _HALF), (0, 0)), mode="symmetric") for run in runs])
    medians = moving_median(padded)
    if len(runs) == 1:
        return medians
    kept = np.concatenate([np.arange(run.start, run.stop) + 2 * _HALF * i for i, run in enumerate(runs)])
    return np.asarray(medians[kept])


def _median_over_frequency(magnitude: NDArray[np.float32]) -> NDArray[np.float32]:
    padded = np.empty((magnitude.shape[1] + 2 * _HALF, len(magnitude)), np.float32)
    inner = padded[_HALF:-_HALF]
    transpose_into(inner, magnitude)
    padded[:_HALF], padded[-_HALF:] = inner[_HALF - 1 :: -1], inner[: -_HALF - 1 : -1]
    return transposed(moving_median(padded))


def harmonic_frames(spectrum: NDArray[np.complex64], mask: NDArray[np.float32]) -> NDArray[np.float32]:
    """Windowed frames of the harmonic waveform, ready to be overlapped and added [shape=(n_rows, 2048)]."""
    frames: NDArray[np.float32] = scipy.fft.irfft(spectrum * mask, N_FFT, axis=1, overwrite_x=True)
    frames *= stft_window().astype(np.float32)
    return frames


def overlap_add(frames: NDArray[np.float32], begin: int, first: int, stop: int, n_frames: int) -> NDArray[np.float32]:
    """Return the waveform between two frames' centres, from windowed frames around them.

    Parameters
    ----------
    frames : NDArray[np.float32] [shape=(n, 2048)], the frames `begin` to `begin + n - 1` of a clip of `n_frames`
    first, stop : the samples from `512 * first` to `512 * min(stop, n_frames - 1)` are returned, so the frames
        from `first - 1` to `stop + 1`, as far as the clip has them, must be there
    """
    stop = min(stop, n_frames - 1)
    hops = np.zeros((len(frames) + _OVERLAP - 1, HOP_LENGTH), np.float32)
    parts = frames.reshape(len(frames), _OVERLAP, HOP_LENGTH)
    for part in range(_OVERLAP):
        hops[part : part + len(frames)] += parts[:, part]
    start = first - begin + _OVERLAP // 2  # frame i is centred on hop i + 2 of its padded signal
    waveform = hops[start : start + max(0, stop - first)] / _window_energy(first, stop, n_frames)
    return waveform.reshape(-1)


def _window_energy(first: int, stop: int, n_frames: int) -> NDArray[np.float32]:
    """Sum of the squared windows over each hop from `first` to `stop` [shape=(stop - first, 512)]."""
    squares = (stft_window() ** 2).reshape(_OVERLAP, HOP_LENGTH)
    hop = np.arange(first, max(first, stop))[:, np.newaxis]
    frame = hop + _OVERLAP // 2 - np.arange(_OVERLAP)  # the frame whose part 0, 1, 2 or 3 falls on that hop
    present = (frame >= 0) & (frame < n_frames)
    energy = (present @ squares).astype(np.float32)
    energy[energy <= np.finfo(np.float32).tiny] = 1
    return energy
