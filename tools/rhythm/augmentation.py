"""Variation of rendered clips on the spectrogram: what studios, rooms, radios and microphones do to music.

Only `stretched` and `cut` move beats, and they move the labels with them; all else leaves every onset where it is.
Spectrograms are float32 in dB [shape=(n_frames, 128)]; those called `power` are linear.
"""

from dataclasses import dataclass

import numpy as np
import scipy.signal
from numpy.typing import NDArray

from core.rhythm.grid import FRAME_RATE
from core.spectrum.filter_banks import N_MELS

Frames = NDArray[np.float32]
Stored = NDArray[np.floating]
"""Decibels as clips keep them, float16."""
_BANDS = np.arange(N_MELS, dtype=np.float32)


@dataclass(frozen=True, eq=False)
class Excerpt:
    """A passage to learn from: decibels, frame (fractional) and place in the bar of each beat."""

    decibels: Stored
    beat_frames: NDArray[np.float64]
    positions: NDArray[np.int64]


def cut(rng: np.random.Generator, excerpt: Excerpt, n_frames: int) -> Excerpt:
    """Cut a passage of at most `n_frames` out of a clip, from anywhere."""
    start = int(rng.integers(max(1, len(excerpt.decibels) - n_frames + 1)))
    return Excerpt(excerpt.decibels[start : start + n_frames], excerpt.beat_frames - start, excerpt.positions)


def stretched(excerpt: Excerpt, ratio: float) -> Excerpt:
    """Return a passage played `ratio` times as fast, by interpolation between frames."""
    n_frames = int((len(excerpt.decibels) - 1) / ratio) + 1
    place = np.minimum(np.arange(n_frames) * ratio, len(excerpt.decibels) - 1)
    low = np.minimum(place.astype(int), len(excerpt.decibels) - 2)
    part = (place - low).astype(np.float32)[:, np.newaxis]
    decibels = excerpt.decibels[low] * (1 - part) + excerpt.decibels[low + 1] * part
    return Excerpt(decibels, excerpt.beat_frames / ratio, excerpt.positions)


def shifted(decibels: Frames, bands: int) -> Frames:
    """Return the spectrum moved up by some mel bands, as another pitch and size of everything."""
    return decibels[:, np.clip(np.arange(N_MELS) - bands, 0, N_MELS - 1)]


def equalised(rng: np.random.Generator, decibels: Frames) -> Frames:
    """Return another tone: a tilt, a few bumps, now and then a missing top or bottom."""
    curve = float(rng.normal(0, 4)) * (_BANDS - 64) / 64
    for _ in range(int(rng.integers(1, 5))):
        centre, width = float(rng.uniform(0, N_MELS)), float(rng.uniform(3, 25))
        curve = curve + float(rng.normal(0, 5)) * np.exp(-0.5 * np.square((_BANDS - centre) / width))
    if rng.random() < 0.2:
        curve = curve - np.maximum(0, _BANDS - float(rng.uniform(50, 110))) * float(rng.uniform(0.3, 1.5))
    if rng.random() < 0.2:
        curve = curve - np.maximum(0, float(rng.uniform(2, 12)) - _BANDS) * float(rng.uniform(1, 6))
    return np.asarray(decibels + curve.astype(np.float32))


def reverberated(rng: np.random.Generator, power: Frames) -> Frames:
    """Return the passage in a room: every frame dies away over the following ones."""
    decay = np.exp(-1 / (FRAME_RATE * float(rng.uniform(0.03, 0.35))))
    share = 10 ** (-float(rng.uniform(2, 18)) / 10) * (1 - decay) * float(rng.uniform(1, 5))
    tail = scipy.signal.lfilter([0, 0, 1], [1, -decay], power, axis=0)
    return np.asarray(power + share * tail, dtype=np.float32)


def with_layer(rng: np.random.Generator, power: Frames, other: Stored) -> Frames:
    """Return the passage with part of the spectrum of another clip below it, most of the time without its onsets."""
    length = len(power)
    if len(other) < length:
        return power
    start = int(rng.integers(len(other) - length + 1))
    layer = 10 ** (other[start : start + length].astype(np.float32) / 10)
    if rng.random() < 0.75:
        layer = scipy.signal.lfilter([0.1], [1, -0.9], layer, axis=0)
    low, high = sorted(int(band) for band in rng.integers(0, N_MELS, 2))
    bands = np.arange(N_MELS)
    mask = (bands >= low) & (bands < high + 10)
    gain = float(power.mean()) / max(1e-9, float(layer.mean())) * 10 ** (-float(rng.uniform(3, 20)) / 10)
    return np.asarray(power + layer * mask * gain, dtype=np.float32)


def with_noise(rng: np.random.Generator, power: Frames) -> Frames:
    """Return the passage with steady coloured noise."""
    tilt = 10 ** (float(rng.uniform(-25, 5)) * (_BANDS / N_MELS) / 10)
    noise = rng.gamma(4.0, 0.25, power.shape)  # power of a band that holds a few bins
    level = float(power.mean()) * 10 ** (-float(rng.uniform(12, 45)) / 10)
    return np.asarray(power + noise * tilt * level, dtype=np.float32)


def compressed(rng: np.random.Generator, decibels: Frames) -> Frames:
    """Return the passage with its slow changes of loudness taken out in part."""
    loudness = decibels.max(axis=1)
    slow = scipy.signal.filtfilt([0.02], [1, -0.98], loudness, padlen=min(150, len(loudness) - 1))
    return np.asarray(decibels - (float(rng.uniform(0.3, 1)) * (slow - slow.mean()))[:, np.newaxis], dtype=np.float32)


def masked(rng: np.random.Generator, rows: Frames) -> Frames:
    """Hide some columns, and sometimes a stretch of time, of what the net reads."""
    rows = rows.copy()
    for _ in range(int(rng.integers(0, 3))):
        first = int(rng.integers(0, rows.shape[1] - 2))
        rows[:, first : first + int(rng.integers(2, 10))] = 0
    if rng.random() < 0.15 and len(rows) > 120:
        first = int(rng.integers(len(rows) - 60))
        rows[first : first + int(rng.integers(10, 60))] = 0
    return rows


def varied(rng: np.random.Generator, excerpt: Excerpt, other: Stored, n_frames: int) -> Excerpt:
    """Return a variation of a clip, `n_frames` long where it is long enough; `other` is a clip to hide below it."""
    ratio = float(np.exp(np.clip(rng.normal(0, 0.07), -0.16, 0.16))) if rng.random() < 0.7 else 1.0
    excerpt = cut(rng, excerpt, int(n_frames * ratio) + 1)
    if ratio != 1.0:
        excerpt = stretched(Excerpt(excerpt.decibels.astype(np.float32), excerpt.beat_frames, excerpt.positions), ratio)
    decibels = excerpt.decibels[:n_frames].astype(np.float32)
    if rng.random() < 0.4:
        decibels = shifted(decibels, int(rng.integers(-7, 8)))
    if rng.random() < 0.85:
        decibels = equalised(rng, decibels)
    power = np.asarray(10 ** (np.clip(decibels, -120, 120) / 10), dtype=np.float32)
    if rng.random() < 0.4:
        power = reverberated(rng, power)
    if rng.random() < 0.4:
        power = with_layer(rng, power, other)
    if rng.random() < 0.5:
        power = with_noise(rng, power)
    decibels = 10 * np.log10(np.maximum(power, np.float32(1e-10)))
    decibels = np.maximum(decibels, decibels.max() - np.float32(80))
    if rng.random() < 0.3:
        decibels = decibels * np.float32(rng.uniform(0.7, 1.15))
    if rng.random() < 0.3:
        decibels = compressed(rng, decibels)
    return Excerpt(decibels, excerpt.beat_frames, excerpt.positions)
