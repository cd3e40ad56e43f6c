"""Where the harmony changes, as a hint at where bars start.

The net hears accents; that chords change at the start of bars it learns badly from rendered music. What is compared
are the peaks of the spectrum below 1.6 kHz before and after each frame, over half a beat and over a few beats.
"""

import numpy as np
import scipy.ndimage
from numpy.typing import NDArray

from core.rhythm.grid import FRAME_RATE
from core.rhythm.net_input import WINDOW_SECONDS

_BANDS = 60  # mel bands, up to 1.6 kHz
_ENVELOPE_BANDS = 9  # what is above the mean of so many bands around is a peak
_RANGE_DB = 70.0
_SECONDS = (0.4, 1.0)
_SETTLED_FRAMES = 5  # a chord that starts at a frame is heard whole within so many
_BLOCK_FRAMES = 4096
_WEIGHT = 0.3  # nats for a standard deviation of each change; chosen among 0.3 and 0.6 on annotated clips
_FLOOR = 0.01
_LEAST_SPREAD = 1e-3


def with_harmony(
    beat: NDArray[np.float32], downbeat: NDArray[np.float32], decibels: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return the probability of a downbeat with the change of harmony taken into account.

    Parameters
    ----------
    beat, downbeat : NDArray[np.float32] [shape=(n_frames,)]
        Probabilities as the net hears them; that of a beat is only divided again.
    decibels : NDArray[np.float32] [shape=(n_frames, 128)]
        Log mel spectrum.

    Returns
    -------
    NDArray[np.float32] [shape=(n_frames,)], at most `beat`
    """
    if not len(beat):
        return downbeat
    change = sum(_standardised(harmonic_change(decibels, seconds), beat) for seconds in _SECONDS)
    first = np.minimum(downbeat, beat)
    odds = (first + _FLOOR) / (beat - first + _FLOOR) * np.exp(_WEIGHT * np.clip(change, -6, 6))
    return np.asarray(beat * odds / (1 + odds), dtype=np.float32)


def harmonic_change(decibels: NDArray[np.float32], seconds: float) -> NDArray[np.float64]:
    """Return how different the harmony after each frame is from before it, 0 to 1 [shape=(n_frames,)].

    Parameters
    ----------
    decibels : NDArray[np.float32] [shape=(n_frames, 128)]
    seconds : how much is compared on either side
    """
    n_frames, reach = len(decibels), max(1, int(seconds * FRAME_RATE))
    quietest = float(decibels.max()) - _RANGE_DB
    change = np.empty(n_frames)
    for start in range(0, n_frames, _BLOCK_FRAMES):
        stop = min(start + _BLOCK_FRAMES, n_frames)
        begin, end = max(0, start - reach), min(n_frames, stop + reach)
        peaks = _peaks(np.maximum(decibels[begin:end, :_BANDS], quietest))
        sums = np.concatenate([np.zeros((1, _BANDS)), np.cumsum(peaks, axis=0, dtype=np.float64)])
        frames = np.arange(start, stop) - begin
        before = sums[frames] - sums[np.maximum(frames - reach, 0)]
        after = sums[np.minimum(frames + reach, len(peaks))] - sums[frames]
        norms = np.linalg.norm(before, axis=1) * np.linalg.norm(after, axis=1)
        alike = np.einsum("ij,ij->i", before, after) / np.maximum(norms, 1e-9)
        change[start:stop] = np.where(norms > 1e-9, 1 - alike, 0.0)
    return np.asarray(scipy.ndimage.maximum_filter1d(change, _SETTLED_FRAMES, origin=-(_SETTLED_FRAMES // 2)))


def _peaks(levels: NDArray[np.float32]) -> NDArray[np.float32]:
    """How far each band is above those around it, dB."""
    envelope = scipy.ndimage.uniform_filter1d(levels, _ENVELOPE_BANDS, axis=1)
    return np.asarray(np.maximum(levels - envelope, 0), dtype=np.float32)


def _standardised(change: NDArray[np.float64], beat: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return a change less its mean at the beats of the half minute around, in standard deviations of those."""
    width = max(3, min(int(WINDOW_SECONDS * FRAME_RATE), 2 * len(beat)))

    def around(values: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(scipy.ndimage.uniform_filter1d(values, width, mode="constant"))

    weight = beat.astype(np.float64) + 1e-6
    total = around(weight)
    mean = around(weight * change) / total
    variance = np.maximum(around(weight * change**2) / total - mean**2, _LEAST_SPREAD**2)
    return np.asarray((change - mean) / np.sqrt(variance))
