"""Exact times of beats that are known to a frame: the onset close by, or the top of the activation."""

import numpy as np
from numpy.typing import NDArray

_REACH = 0.035  # seconds; an onset farther away belongs to something else
_SPREAD = 0.015  # seconds; how far a beat's onset usually is from where the activation is highest
_WEAKEST = 0.05  # of the strongest onset of the piece, at no distance


def refined(activation: NDArray[np.float32], beats: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return beats between the frames, at the top of the parabola through the activation.

    Parameters
    ----------
    activation : NDArray[np.float32] [shape=(n_frames,)]
    beats : NDArray[np.float64] [shape=(n_beats,)], frames, within about one of the peak

    Returns
    -------
    NDArray[np.float64] [shape=(n_beats,)], frames; as given where there is no peak
    """
    if len(activation) < 3 or not len(beats):
        return beats
    centre = np.clip(np.rint(beats).astype(np.int64), 1, len(activation) - 2)
    around = np.clip(centre[:, np.newaxis] + np.arange(-1, 2), 1, len(activation) - 2)
    top = around[np.arange(len(centre)), activation[around].argmax(axis=1)]
    left, middle, right = (activation[top + i].astype(np.float64) for i in (-1, 0, 1))
    curvature = left - 2 * middle + right
    is_peak = (curvature < 0) & (middle >= left) & (middle >= right)
    shift = np.where(is_peak, 0.5 * (left - right) / np.where(is_peak, curvature, 1), 0)
    return np.where(is_peak, top + shift, beats)


def snapped(
    times: NDArray[np.float64], onset_times: NDArray[np.float32], onset_strengths: NDArray[np.float32]
) -> NDArray[np.float64]:
    """Return beats at the strongest onset close by, where there is one.

    Parameters
    ----------
    times : NDArray[np.float64] [shape=(n_beats,)], seconds, rising
    onset_times : NDArray[np.float32] [shape=(n_onsets,)], seconds, rising
    onset_strengths : NDArray[np.float32] [shape=(n_onsets,)], 1 = the strongest of the piece

    Returns
    -------
    NDArray[np.float64] [shape=(n_beats,)], seconds
    """
    if not len(onset_times) or not len(times):
        return times
    exact = onset_times.astype(np.float64)
    first = np.searchsorted(exact, times - _REACH)
    best, worth = times.copy(), np.full(len(times), _WEAKEST)
    for i in range(int((np.searchsorted(exact, times + _REACH) - first).max(initial=0))):
        index = np.minimum(first + i, len(exact) - 1)
        distance = exact[index] - times
        value = onset_strengths[index] * np.exp(-0.5 * (distance / _SPREAD) ** 2)
        better = (np.abs(distance) <= _REACH) & (value > worth)
        best, worth = np.where(better, exact[index], best), np.where(better, value, worth)
    return best
