"""Beats: an onset envelope, a tempo that may change, and the beats that agree best with both.

Conventions: times in seconds, tempo in BPM, `onset_envelope` at `FRAME_RATE` frames a second. Downbeats are found in
`core.rhythm.downbeats`; the tempo column of the tables is another thing, defined in `core.rhythm.tempo`.
"""

import numpy as np
import scipy.fft
import scipy.ndimage
from numpy.typing import NDArray

from core.rhythm.grid import FRAME_RATE

_SHORTEST = 2.0  # seconds of music below which a beat is anybody's guess
_FAINTEST_ONSET = 0.3  # dB over all bands; what rises less is a steady sound
_WINDOW_SECONDS = 8.0
_STEP_SECONDS = 1.0
_TEMPI = 55.0 * 2.0 ** (np.arange(0, 2 * 48 + 1) / 48)  # two octaves, 55 to 220 BPM, 48 steps an octave
_PRIOR_BPM, _PRIOR_OCTAVES = 120.0, 1.0
_HARMONICS = 4
_TEMPO_CHANGE = 40.0  # cost of an octave's change from one step to the next, squared
_AUDIBLE = 1e-3  # of the loudest frame
_TIGHTNESS = 100.0  # cost of a beat that comes off its time, as in Ellis (2007)
_ONSET_LAG = 1.55  # frames by which the envelope's peak comes after the onset, measured on synthesised drums


def track_beats(onset_envelope: NDArray[np.float32], rms: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the times of the beats.

    Parameters
    ----------
    onset_envelope : NDArray[np.float32] [shape=(n_frames,)], dB, from `core.rhythm.tempo.onset_strength`
    rms : NDArray[np.float32] [shape=(n_frames,)]; the beats go on through quiet passages, not through silent ones

    Returns
    -------
    NDArray[np.float64] [shape=(n_beats,)], seconds; empty for short clips and for sounds without onsets

    References
    ----------
    D. Ellis, "Beat tracking by dynamic programming", Journal of New Music Research 36(1), 2007; the tempo curve by
    comb-filtered local autocorrelation and dynamic programming follows P. Grosche and M. Müller, "Extracting
    predominant local pulse information from music recordings", IEEE TASLP 19(6), 2011, in spirit.
    """
    duration = len(onset_envelope) / FRAME_RATE
    if duration < _SHORTEST or np.percentile(onset_envelope, 95) < _FAINTEST_ONSET:
        return np.empty(0)
    envelope = onset_envelope / onset_envelope.std()
    periods = FRAME_RATE * 60.0 / tempo_curve(envelope)
    beats = _best_beats(_smoothed(envelope, periods), periods)
    if len(beats) < 2:
        return np.empty(0)
    times = (_refined(envelope, beats) - _ONSET_LAG) / FRAME_RATE
    sounding = np.flatnonzero(rms > _AUDIBLE * rms.max()) / FRAME_RATE
    return _fitted_to_ends(times, periods[0] / FRAME_RATE, periods[-1] / FRAME_RATE, sounding[0], sounding[-1])


def tempo_curve(envelope: NDArray[np.float32]) -> NDArray[np.float64]:
    """Local tempo of each frame, BPM [shape=(n_frames,)], the smoothest good path through a tempogram."""
    step = int(_STEP_SECONDS * FRAME_RATE)
    salience = _tempo_salience(envelope, step)
    octaves = np.log2(_TEMPI)
    change = _TEMPO_CHANGE * (octaves[:, np.newaxis] - octaves) ** 2
    score = salience[0]
    came_from = np.zeros(salience.shape, np.int64)
    for i in range(1, len(salience)):
        options = score - change
        came_from[i] = options.argmax(axis=1)
        score = salience[i] + options.max(axis=1)
    path = np.empty(len(salience), np.int64)
    path[-1] = score.argmax()
    for i in range(len(salience) - 1, 0, -1):
        path[i - 1] = came_from[i, path[i]]
    centres = step * np.arange(len(salience))
    return np.asarray(np.exp2(np.interp(np.arange(len(envelope)), centres, octaves[path])))


def _tempo_salience(envelope: NDArray[np.float32], step: int) -> NDArray[np.float64]:
    """How well each tempo of `_TEMPI` explains the onsets around each step [shape=(n_steps, n_tempi)]."""
    width = int(_WINDOW_SECONDS * FRAME_RATE)
    centred = envelope - scipy.ndimage.uniform_filter1d(envelope, width)
    padded = np.pad(centred, width // 2)
    windows = np.lib.stride_tricks.sliding_window_view(padded, width)[: len(envelope) : step] * np.hanning(width)
    n_fft = scipy.fft.next_fast_len(2 * width, real=True)
    spectrum = scipy.fft.rfft(windows, n_fft, axis=1)
    correlation = scipy.fft.irfft(np.abs(spectrum) ** 2, n_fft, axis=1)[:, :width]
    overlap = scipy.fft.irfft(np.abs(scipy.fft.rfft(np.hanning(width), n_fft)) ** 2, n_fft)[:width]
    correlation /= np.maximum(correlation[:, :1], 1e-9) * np.maximum(overlap / overlap[0], 0.1)
    lags = FRAME_RATE * 60.0 / _TEMPI
    salience = np.zeros((len(windows), len(_TEMPI)))
    for harmonic in range(1, _HARMONICS + 1):
        salience += _at(correlation, harmonic * lags) / _HARMONICS
    prior = -0.5 * (np.log2(_TEMPI / _PRIOR_BPM) / _PRIOR_OCTAVES) ** 2
    return np.asarray(np.log(np.maximum(salience, 1e-3)) + prior)


def _at(rows: NDArray[np.float64], position: NDArray[np.float64]) -> NDArray[np.float64]:
    """Values of each row at fractional positions, linearly between neighbours, zero beyond the end."""
    low = np.floor(position).astype(int)
    inside = low + 1 < rows.shape[1]
    low = np.where(inside, low, 0)
    part = position - low
    return np.asarray(np.where(inside, rows[:, low] * (1 - part) + rows[:, low + 1] * part, 0))


def _smoothed(envelope: NDArray[np.float32], periods: NDArray[np.float64]) -> NDArray[np.float64]:
    """Smooth the envelope with a narrow Gaussian, a thirty-second of a beat wide, so that near misses still count."""
    return np.asarray(scipy.ndimage.gaussian_filter1d(envelope.astype(np.float64), float(np.median(periods)) / 32))


def _best_beats(score: NDArray[np.float64], periods: NDArray[np.float64]) -> NDArray[np.int64]:
    """Frames of the beats whose onsets are strong and whose distances fit the periods, best in total."""
    n = len(score)
    total = score.copy()
    came_from = np.full(n, -1)
    longest = int(np.ceil(2 * periods.max()))
    steps = np.arange(longest, 0, -1)
    log_steps = np.log(steps)
    log_periods = np.log(periods)
    first = np.ceil(periods / 2).astype(int)
    last = np.floor(2 * periods).astype(int)
    for i in range(int(first[0]), n):
        begin = max(0, i - last[i])
        end = i - first[i] + 1
        if end <= begin:
            continue
        window = slice(longest - (i - begin), longest - (i - end))
        options = total[begin:end] - _TIGHTNESS * (log_steps[window] - log_periods[i]) ** 2
        best = int(options.argmax())
        if options[best] > 0:
            total[i] += options[best]
            came_from[i] = begin + best
    frame = n - 1 - int(total[::-1][: int(periods[-1]) + 1].argmax())
    beats = []
    while frame >= 0:
        beats.append(frame)
        frame = int(came_from[frame])
    return np.array(beats[::-1])


def _fitted_to_ends(
    times: NDArray[np.float64], first_period: float, last_period: float, start: float, end: float
) -> NDArray[np.float64]:
    """Fit the beats to where the music starts and ends, continued where the tracker began late or ended early."""
    before = times[0] - first_period * np.arange(int((times[0] - start) / first_period + 0.1), 0, -1)
    after = times[-1] + last_period * np.arange(1, int(max(0.0, end - times[-1]) / last_period) + 1)
    times = np.concatenate([before, times, after])
    times[(times < 0) & (times > -0.1 * first_period)] = 0.0
    return times[(times >= max(0.0, start - 0.1 * first_period)) & (times <= end)]


def _refined(envelope: NDArray[np.float32], beats: NDArray[np.int64]) -> NDArray[np.float64]:
    """Beats between the frames, at the top of the parabola through the envelope where it has a peak there."""
    inner = np.clip(beats, 1, len(envelope) - 2)
    left, centre, right = (envelope[inner + i].astype(np.float64) for i in (-1, 0, 1))
    curvature = left - 2 * centre + right
    peak = (curvature < 0) & (centre >= left) & (centre >= right)
    shift = np.where(peak, 0.5 * (left - right) / np.where(peak, curvature, 1), 0)
    return np.asarray(beats + np.where(inner == beats, shift, 0))
