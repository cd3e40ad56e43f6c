"""The numbers of the tables, from the tracks of a slice. FEATURES.md of the project defines each of them."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR
from core.features.columns import SONG_COLUMNS
from core.features.recipe import GENRE_COLUMNS
from core.language import tr
from core.progress import Report, silent, sub_range
from core.rhythm.tempo import estimate_tempo, log_mel, onset_strength
from core.spectrum.cqt import cens
from core.spectrum.filter_banks import HOP_LENGTH, mel_dct
from core.spectrum.slices import measure_slices
from core.spectrum.tracks import Frames, SliceTracks, WaveTrack

SHORTEST_WITH_TEMPO = 0.5
"""Seconds below which a passage has no tempo: two beats would not fit."""

_RANGE_WINDOW = int(0.2 * ANALYSIS_SR)
_RANGE_FLOOR = 2.0**-30 / _RANGE_WINDOW  # one step of 16 bits in a window; silence counts as that
_RANGE_BLOCK = 1 << 20
MEASURING = "Measuring the song"
_FRAMES_TOGETHER = 700  # often enough for progress and cancelling, and still full blocks


def measure_rows(
    y: Frames, bounds: Sequence[tuple[int, int]], report: Report = silent, text: str = "Measuring passage"
) -> NDArray[np.float64]:
    """Return the 63 numbers of each slice of a signal, analysed as a clip of its own.

    Parameters
    ----------
    y : NDArray[np.float32] [shape=(n,)], at 22,050 Hz
    bounds : first sample and end of each slice; beyond the end of the signal there are zeros
    report, text : told how many are done, in these words

    Returns
    -------
    NDArray[np.float64] [shape=(n_slices, 63)], in the order of `SONG_COLUMNS`; NaN where there is no such number
    """
    rows = np.empty((len(bounds), len(SONG_COLUMNS)))
    if len(bounds) and bounds[-1][1] > len(y):
        y = np.pad(y, (0, bounds[-1][1] - len(y)))
    done = 0
    for batch in batches(bounds):
        report(done / len(bounds), tr("{text} {done} of {n}", text=text, done=done + 1, n=len(bounds)))
        tracks = list(measure_slices(y, batch))
        chroma = cens(y, batch, [track.cqt_tuning for track in tracks])
        for (start, end), track, frames in zip(batch, tracks, chroma, strict=True):
            rows[done] = song_row(y[start:end], track, frames, log_mel(track.frames.mel))
            done += 1
    report(1.0, tr("{text} {done} of {n}", text=text, done=done, n=len(bounds)))
    return rows


def batches(bounds: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Yield the slices that go through the transforms together.

    `measure_rows` gives the same bits for all slices and for their batches one by one, in any process.
    """
    batch: list[tuple[int, int]] = []
    n_frames = 0
    for start, end in bounds:
        batch.append((start, end))
        n_frames += 1 + (end - start) // HOP_LENGTH
        if n_frames >= _FRAMES_TOGETHER:
            yield batch
            batch, n_frames = [], 0
    if batch:
        yield batch


def song_row(
    y: Frames, tracks: SliceTracks, chroma_cens: Frames, decibels: Frames, report: Report = silent
) -> NDArray[np.float64]:
    """Return the 63 numbers of one slice.

    Parameters
    ----------
    y : NDArray[np.float32] [shape=(n_samples,)], at 22,050 Hz
    tracks : what the shared pass measured of the slice
    chroma_cens : NDArray[np.float32] [shape=(n_frames, 12)]
    decibels : NDArray[np.float32] [shape=(n_frames, 128)], log mel spectrum
    report : told the fraction done, since a piece of hours takes seconds; may raise `Cancelled`

    Returns
    -------
    NDArray[np.float64] [shape=(63,)], in the order of `SONG_COLUMNS`; NaN where there is no such number
    """
    frames = tracks.frames
    tempo = _tempo(len(y), onset_strength(decibels), sub_range(report, 0.0, 0.3))
    level_range = dynamic_range(y, sub_range(report, 0.3, 0.6))
    row = [
        len(y) / ANALYSIS_SR,
        frames.zero_crossing_rate.mean(dtype=np.float64),
        tempo,
        level_range,
        *_mean_std(frames.rms),
        tracks.harmonic.rms().mean(),
        tracks.percussive.rms().mean(),
        *_mean_std(frames.centroid),
        tracks.harmonic.n_audible / tracks.percussive.n_audible if tracks.percussive.n_audible else 1.0,
        *_mean_std(frames.bandwidth),
        *_mean_std(frames.rolloff),
        *_mean_std(frames.chroma),
        *_mean_std(chroma_cens),
        *_mean_std(spectral_contrast(frames.contrast_peak, frames.contrast_valley)),
        *_mean_std(frames.flatness),
    ]
    report(0.9, MEASURING)
    pairs = np.stack([_mfcc_mean(decibels), (decibels @ mel_dct()).std(axis=0, dtype=np.float64)], axis=1)
    return np.concatenate([np.array(row, dtype=np.float64), pairs.reshape(-1)])


def song_images(y: Frames) -> dict[str, Frames]:
    """Make the pictures of a song that a network could learn from, in the units of the tables.

    Parameters
    ----------
    y : NDArray[np.float32] [shape=(n_samples,)], at 22,050 Hz

    Returns
    -------
    `mel` (dB), `chroma_stft`, `chroma_cens`, `contrast` (dB), `flatness`, each [shape=(n_rows, n_frames)]
    """
    whole = [(0, len(y))]
    (tracks,) = measure_slices(y, whole)
    (chroma_cens,) = cens(y, whole, [tracks.cqt_tuning])
    frames = tracks.frames
    return {
        "mel": log_mel(frames.mel).T,
        "chroma_stft": frames.chroma.T,
        "chroma_cens": chroma_cens.T,
        "contrast": spectral_contrast(frames.contrast_peak, frames.contrast_valley).T,
        "flatness": frames.flatness[np.newaxis],
    }


def genre_row(tracks: SliceTracks, decibels: Frames, report: Report = silent) -> NDArray[np.float64]:
    """Return the 58 numbers that a genre model sees of a slice.

    Parameters
    ----------
    tracks : what the shared pass measured of the slice
    decibels : NDArray[np.float32] [shape=(n_frames, 128)], log mel spectrum
    report : told the fraction done; may raise `Cancelled`

    Returns
    -------
    NDArray[np.float64] [shape=(58,)], in the order of `GENRE_COLUMNS`; `tempo` is NaN where nothing starts
    """
    frames = tracks.frames
    row = [
        tracks.n_samples,
        *_mean_var(frames.chroma),
        *_mean_var(frames.rms),
        *_mean_var(frames.centroid),
        *_mean_var(frames.bandwidth),
        *_mean_var(frames.rolloff),
        *_mean_var(frames.zero_crossing_rate),
        *_wave_mean_var(tracks.harmonic),
        *_wave_mean_var(tracks.percussive),
        _tempo(tracks.n_samples, onset_strength(decibels, aggregate="median"), report),
    ]
    pairs = np.stack([_mfcc_mean(decibels), (decibels @ mel_dct()).var(axis=0, dtype=np.float64)], axis=1)
    values = np.concatenate([np.array(row, dtype=np.float64), pairs.reshape(-1)])
    if len(values) != len(GENRE_COLUMNS):
        raise AssertionError(f"{len(values)} genre features for {len(GENRE_COLUMNS)} columns")
    return values


def spectral_contrast(peak: Frames, valley: Frames) -> Frames:
    """Return the peaks above the valleys of each octave band.

    Parameters
    ----------
    peak, valley : NDArray[np.float32] [shape=(n_frames, 7)], power

    Returns
    -------
    NDArray[np.float32] [shape=(n_frames, 7)], dB; each of the two is clipped 80 dB below its own loudest
    """
    return log_mel(peak) - log_mel(valley)


def dynamic_range(y: Frames, report: Report = silent) -> float:
    """Return the loudest less the quietest level in moving windows of 0.2 s.

    Parameters
    ----------
    y : NDArray[np.float32] [shape=(n_samples,)], at 22,050 Hz; zeros beyond its ends
    report : told the fraction done; may raise `Cancelled`

    Returns
    -------
    float
        dB
    """
    n, window = len(y), _RANGE_WINDOW
    first = (min(n, window) - 1) // 2
    last = first + max(n, window)
    quietest, loudest = np.inf, 0.0
    for start in range(first, last, _RANGE_BLOCK):
        report((start - first) / (last - first), MEASURING)
        stop = min(start + _RANGE_BLOCK, last)  # the newest samples of the windows are start to stop - 1
        base = max(0, start - window + 1)
        squares = np.square(y[base:stop], dtype=np.float64)
        # total[i] holds the sum before sample `base + i`, constant beyond the ends, where there are zeros
        total = np.zeros(1 + stop - base)
        np.cumsum(squares, out=total[1 : 1 + len(squares)])
        total[1 + len(squares) :] = total[len(squares)]
        power = total[1 + start - base :].copy()
        n_early = min(max(0, window - 1 - start), len(power))  # windows that begin before the first sample
        power[n_early:] -= total[: len(power) - n_early]
        quietest, loudest = (min(quietest, float(power.min())), max(loudest, float(power.max())))
    quietest, loudest = quietest / window, loudest / window
    return float(10 * np.log10(max(loudest, _RANGE_FLOOR) / max(quietest, _RANGE_FLOOR)))


def _tempo(n_samples: int, onset_envelope: Frames, report: Report) -> float:
    return estimate_tempo(onset_envelope, report) if n_samples >= SHORTEST_WITH_TEMPO * ANALYSIS_SR else float("nan")


def _mfcc_mean(decibels: Frames) -> NDArray[np.float64]:
    """Mean of each coefficient, from the mean spectrum: the same, and exact also where it is near zero."""
    return np.asarray(decibels.mean(axis=0, dtype=np.float64) @ mel_dct().astype(np.float64))


def _mean_std(track: Frames) -> tuple[float, float]:
    return float(track.mean(dtype=np.float64)), float(track.std(dtype=np.float64))


def _mean_var(track: Frames) -> tuple[float, float]:
    return float(track.mean(dtype=np.float64)), float(track.var(dtype=np.float64))


def _wave_mean_var(wave: WaveTrack) -> tuple[float, float]:
    mean = wave.hop_sums.sum() / wave.n_samples
    return float(mean), float(wave.hop_squares.sum() / wave.n_samples - mean**2)
