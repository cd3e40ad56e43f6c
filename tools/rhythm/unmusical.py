"""Sounds without a beat: noise, talk, irregular taps, chords that stay; a tracker has to say that it is not sure."""

import numpy as np
import scipy.signal
from numpy.typing import NDArray

KINDS = ("white", "pink", "talk", "taps", "chord", "pads", "bubbles")

_SR = 22050


def unmusical(kind: str, seed: int, seconds: float = 30.0) -> NDArray[np.float32]:
    """Return a sound of one of `KINDS` at 22,050 Hz; the same seed gives the same."""
    random = np.random.default_rng([KINDS.index(kind), seed])
    n = int(seconds * _SR)
    y = {
        "white": _white, "pink": _pink, "talk": _talk, "taps": _taps, "chord": _chord, "pads": _pads,
        "bubbles": _bubbles,
    }[kind](random, n)  # fmt: skip
    return np.asarray(0.5 * y / max(1e-9, float(np.abs(y).max())), dtype=np.float32)


def _white(random: np.random.Generator, n: int) -> NDArray[np.float64]:
    return random.normal(size=n)


def _pink(random: np.random.Generator, n: int) -> NDArray[np.float64]:
    spectrum = np.fft.rfft(random.normal(size=n))
    spectrum /= np.sqrt(np.arange(len(spectrum)) + 1.0)
    swell = 1 + 0.5 * np.sin(2 * np.pi * random.uniform(0.02, 0.2) * np.arange(n) / _SR)
    return np.asarray(np.fft.irfft(spectrum, n) * swell)


def _talk(random: np.random.Generator, n: int) -> NDArray[np.float64]:
    """Syllables of irregular length in phrases: a buzz through two formants, with pauses and hisses."""
    y = np.zeros(n)
    at = 0
    while at < n:
        length = int(_SR * random.gamma(6, 0.03))
        if random.random() < 0.12:
            at += int(_SR * random.uniform(0.2, 1.2))
        else:
            y[at : at + length] += _syllable(random, length)[: max(0, n - at)]
            at += length
    return y


def _syllable(random: np.random.Generator, length: int) -> NDArray[np.float64]:
    pitch = random.uniform(90, 220) * np.exp(np.cumsum(random.normal(0, 0.0004, length)))
    buzz = scipy.signal.sawtooth(2 * np.pi * np.cumsum(pitch) / _SR) + random.normal(
        0, random.choice([0.05, 1.5]), length
    )
    low = random.uniform(300, 900)
    for centre in (low, low + random.uniform(600, 1800)):
        b, a = scipy.signal.iirpeak(centre, 4, _SR)
        buzz = buzz + 4 * scipy.signal.lfilter(b, a, buzz)
    return np.asarray(buzz * np.hanning(length) * random.uniform(0.3, 1.0))


def _taps(random: np.random.Generator, n: int) -> NDArray[np.float64]:
    """Taps at random times."""
    y = np.zeros(n)
    for at in np.cumsum(random.exponential(_SR * random.uniform(0.2, 0.7), 400)).astype(int):
        length = min(2000, n - at)
        if length <= 0:
            break
        y[at : at + length] += random.normal(size=length) * np.exp(-np.arange(length) / 300) * random.uniform(0.3, 1)
    return y + 0.001 * random.normal(size=n)


def _chord(random: np.random.Generator, n: int) -> NDArray[np.float64]:
    time = np.arange(n) / _SR
    root = random.uniform(80, 200)
    tones = [np.sin(2 * np.pi * root * ratio * time + random.uniform(0, 6)) for ratio in (1, 1.25, 1.5, 2, 2.5, 3)]
    return np.asarray(np.sum(tones, axis=0) * np.exp(-time / random.uniform(5, 40)))


def _pads(random: np.random.Generator, n: int) -> NDArray[np.float64]:
    """Chords that fade into each other at irregular times."""
    y = np.zeros(n)
    at = 0
    while at < n:
        length = int(_SR * random.uniform(2, 7))
        part = _chord(random, length) * np.hanning(length)
        y[at : at + length] += part[: n - at]
        at += int(length * random.uniform(0.3, 0.8))
    return y


def _bubbles(random: np.random.Generator, n: int) -> NDArray[np.float64]:
    """Short rising tones in clouds, as of water or birds."""
    y = 0.01 * random.normal(size=n)
    for at in random.integers(0, n - 4000, int(n / _SR * random.uniform(3, 12))):
        length = int(random.integers(400, 4000))
        pitch = random.uniform(400, 3000) * np.linspace(1, random.uniform(1, 2), length)
        y[at : at + length] += np.sin(2 * np.pi * np.cumsum(pitch) / _SR) * np.hanning(length) * random.uniform(0.1, 1)
    return y
