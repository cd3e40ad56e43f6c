"""Onsets: when sounds begin, to about a millisecond.

A rise of the spectrum over a few milliseconds says that something began, the steepest rise of the energy says when.
"""

from functools import cache
from typing import Final

import numpy as np
import scipy.fft
import scipy.ndimage
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR
from core.progress import Report, silent, sub_range
from core.rhythm.estimate import FINDING

_HOP: Final = 110  # samples, 5 ms
_N_FFT: Final = 256
_BLOCK_FRAMES: Final = 4096
_EDGES: Final = (0, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 26, 33, 42, 54, 70, 92, 129)
"""Bins, of 86 Hz, at which bands begin: single ones at the bottom, three to an octave above 700 Hz."""
_FAINTEST: Final = 1e-3  # power of a band where the peak is 1: 66 dB below a sine of full scale
_COMPARED: Final = 3  # frames back, so that the windows hardly overlap; one and two frames further back as well
_BACK: Final = _COMPARED + 2
_APART: Final = 6  # frames; of two onsets within 30 ms the stronger counts
_AROUND: Final = 20  # frames on either side above whose mean a peak has to stand
_LEAST_RISE: Final = 0.35  # nepers, mean over the bands; what a held cymbal does by itself stays below
_STRONG: Final = 0.95  # quantile of the rises that counts as strength 1

_STEP: Final = 6  # samples, 0.27 ms: how finely the attack is looked for
_SEARCHED: Final = 52  # steps before and after the frame of a peak, 14 ms
_COMPARED_STEPS: Final = 22  # steps before and after an attack whose energies are compared, 6 ms
_WEAK: Final = 0.03  # of the greatest energy around, which is as loud as nothing: the first of two pulses may be weaker
_SILENT: Final = 1e-20  # keeps zeros out of the denominator
_CLOSE: Final = 4  # steps, 1 ms
_GROUP: Final = 1024  # onsets refined at a time


def find_onsets(y: NDArray[np.float32], report: Report = silent) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
    """Find when sounds begin.

    Clicks, drums and plucked strings are exact to a millisecond. The time is that of the attack as it is in the
    signal, not that at which a note was meant: counted from the moment at which a note is within 20 dB of its peak,
    two General MIDI sound fonts give medians of 0 to 2 ms for drums (crash cymbal 4 to 7), 1 to 4 for piano, guitars
    and bass, -4 to 18 for organ, wind and bowed instruments, 24 for one font's slow strings. Nothing is subtracted for
    it. `python -m tools onset-lag` measures that.

    Parameters
    ----------
    y : NDArray[np.float32] [shape=(n_samples,)], the analysis signal at `ANALYSIS_SR`
    report : told the fraction done every few seconds of music

    Returns
    -------
    times : NDArray[np.float64] [shape=(n_onsets,)], seconds, strictly rising, at least 10 ms apart
    strengths : NDArray[np.float32] [shape=(n_onsets,)], above 0 and at most 1, which the strongest twentieth has
    """
    rise = _rise(y, sub_range(report, 0.0, 0.5))
    frames = _peaks(rise)
    if not len(frames):
        return np.empty(0), np.empty(0, np.float32)
    groups = []
    for i in range(0, len(frames), _GROUP):
        report(0.5 + 0.5 * i / len(frames), FINDING)
        groups.append(_attacks(y, frames[i : i + _GROUP]))
    times = np.concatenate(groups)
    strengths = np.minimum(rise[frames] / np.quantile(rise[frames], _STRONG), 1)
    apart = np.diff(times, prepend=-1.0) > 0.01  # two peaks may lead to one attack
    return times[apart], strengths[apart].astype(np.float32)


def _rise(y: NDArray[np.float32], report: Report = silent) -> NDArray[np.float32]:
    """Return how much louder the bands are than in three frames before, falls as 0, nepers [shape=(n_frames,)]."""
    n_frames = 1 + len(y) // _HOP
    rise = np.zeros(n_frames, np.float32)
    peak = max(float(y.max(initial=0.0)), -float(y.min(initial=0.0)))
    if peak == 0.0:
        return rise
    window = (np.hanning(_N_FFT + 1)[:-1] / peak).astype(np.float32)
    for start in range(0, n_frames, _BLOCK_FRAMES):
        report(start / n_frames, FINDING)
        stop = min(start + _BLOCK_FRAMES, n_frames)
        part = _cut(y, (start - _BACK) * _HOP - _N_FFT // 2, (stop - 1) * _HOP + _N_FFT // 2)
        spectrum = scipy.fft.rfft(np.lib.stride_tricks.sliding_window_view(part, _N_FFT)[::_HOP] * window, axis=1)
        level = np.log((spectrum.real**2 + spectrum.imag**2) @ _bands() + np.float32(_FAINTEST))
        before = np.maximum(np.maximum(level[2:-_COMPARED], level[1 : -_COMPARED - 1]), level[:-_BACK])
        rise[start:stop] = np.maximum(level[_BACK:] - before, 0).mean(axis=1)
    rise[max(0, n_frames - 2) :] = 0  # their windows reach beyond the end, which is no onset
    return rise


@cache
def _bands() -> NDArray[np.float32]:
    """Return which bins each band sums up [shape=(n_bins, n_bands)]."""
    bins = np.arange(_N_FFT // 2 + 1)[:, np.newaxis]
    low, high = np.array(_EDGES[:-1]), np.array(_EDGES[1:])
    return ((bins >= low) & (bins < high)).astype(np.float32)


def _cut(y: NDArray[np.float32], start: int, stop: int) -> NDArray[np.float32]:
    """Return the samples from `start` to `stop`, zeros where there are none."""
    part = y[max(0, start) : max(0, stop)]
    return np.pad(part, (max(0, -start), stop - max(0, start) - len(part)))


def _peaks(rise: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the frames at which the rise is the highest around and stands out."""
    highest = scipy.ndimage.maximum_filter1d(rise, 2 * _APART + 1)
    usual = scipy.ndimage.uniform_filter1d(rise, 2 * _AROUND + 1)
    return np.flatnonzero((rise == highest) & (rise > usual + _LEAST_RISE))


def _attacks(y: NDArray[np.float32], frames: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the times around the frames at which what follows is louder than what precedes by most, seconds.

    What is near the moment counts more than what is further from it: a click scores highest at itself and not anywhere
    within the stretch that is compared. Loudness is the logarithm of the energy; the energy itself decides within a
    millisecond, where the logarithm sees a resampler's ringing before a click. It is the energy of the difference from
    sample to sample, of which high frequencies, short as they are, have the greater part.
    """
    n_steps = 2 * (_SEARCHED + _COMPARED_STEPS)
    first = frames * _HOP - (_COMPARED * _HOP) // 2 - n_steps // 2 * _STEP
    around = first[:, np.newaxis] + np.arange(n_steps * _STEP)
    samples = y[np.clip(around, 0, len(y) - 1)]
    samples[around < 0] = 0
    samples[around >= len(y)] = 0
    difference = np.diff(samples, axis=1, prepend=samples[:, :1])
    energy = np.square(difference).reshape(len(frames), n_steps, _STEP).sum(axis=2)
    loudness = np.log1p(energy / (_WEAK * energy.max(axis=1, keepdims=True) + np.float32(_SILENT)))
    moment = (loudness @ _edge_score()).argmax(axis=1)[:, np.newaxis]
    close = np.abs(np.arange(2 * _SEARCHED) - moment) <= _CLOSE
    moment = np.where(close, energy @ _edge_score(), -np.inf).argmax(axis=1)
    return np.asarray(np.maximum(first + (_COMPARED_STEPS + moment) * _STEP + _STEP // 2, 0) / ANALYSIS_SR)


@cache
def _edge_score() -> NDArray[np.float32]:
    """Return the weights of each step's energy for each moment searched [shape=(n_steps, 2 * _SEARCHED)]."""
    moments = _COMPARED_STEPS + np.arange(2 * _SEARCHED)
    distance = np.arange(2 * (_SEARCHED + _COMPARED_STEPS))[:, np.newaxis] - moments
    after = np.where((distance >= 0) & (distance < _COMPARED_STEPS), 1 - distance / _COMPARED_STEPS, 0)
    before = np.where((distance < 0) & (distance >= -_COMPARED_STEPS), 1 + distance / _COMPARED_STEPS, 0)
    return (after - before).astype(np.float32)
