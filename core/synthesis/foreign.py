"""Sounds that are no music of any genre: noise, tones, clicks, machines, applause, and music that is hardly any.

Each kind is a function of a random generator, the length and the sampling rate; what differs between two sounds of a
kind (pitch, speed, colour, level) is drawn from the generator, so that the same seed gives the same samples.
"""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.synthesis.voices import Signal, filtered, frequency_of, lead, pluck, saw, seconds_axis

Maker = Callable[[np.random.Generator, float, int], Signal]

QUIETEST, LOUDEST = -36.0, -3.0
"""Peaks of the sounds, dB of full scale: their level alone shall not tell that they are foreign."""


def foreign_sound(kind: str, seed: int, seconds: float = 30.0, sr: int = 22050) -> NDArray[np.float32]:
    """Return a foreign sound.

    Parameters
    ----------
    kind : one of `KINDS`
    seed : tells the sounds of a kind apart
    seconds : length
    sr : sampling rate, Hz

    Returns
    -------
    NDArray[np.float32] [shape=(n_samples,)], within [-1, 1]
    """
    random = np.random.default_rng([seed, *kind.encode()])
    y = KINDS[kind](random, seconds, sr)
    if kind == "near silence":
        return y.astype(np.float32)
    level = 10.0 ** (random.uniform(QUIETEST, LOUDEST) / 20)
    return np.asarray(level * y / max(float(np.abs(y).max()), 1e-9), dtype=np.float32)


# --- noise ------------------------------------------------------------------------------------------------------------


def _coloured(random: np.random.Generator, n: int, exponent: float) -> Signal:
    """Noise whose power falls with frequency ** exponent."""
    spectrum = np.fft.rfft(random.standard_normal(n))
    frequencies = np.fft.rfftfreq(n)
    frequencies[0] = frequencies[1]
    return np.asarray(np.fft.irfft(spectrum * frequencies ** (-exponent / 2), n))


def _noise(exponent: float) -> Maker:
    def make(random: np.random.Generator, seconds: float, sr: int) -> Signal:
        return _coloured(random, round(seconds * sr), exponent + random.uniform(-0.15, 0.15))

    return make


def _band_noise(random: np.random.Generator, seconds: float, sr: int) -> Signal:
    low = float(random.uniform(100, 3000))
    return filtered(random.standard_normal(round(seconds * sr)), sr, low, low * float(random.uniform(1.3, 3)), 4)


def _surf(random: np.random.Generator, seconds: float, sr: int) -> Signal:
    """Noise that swells and ebbs, as wind and waves do."""
    t = seconds_axis(seconds, sr)
    period = random.uniform(4, 11)
    swell = 0.15 + np.sin(np.pi * t / period + random.uniform(0, np.pi)) ** 2
    return _coloured(random, len(t), random.uniform(0.5, 1.5)) * swell


def _near_silence(random: np.random.Generator, seconds: float, sr: int) -> Signal:
    """Return what a converter leaves when nothing is played: a few steps of 16 bits."""
    level = random.uniform(1.5, 6) * 2.0**-15
    return level * _coloured(random, round(seconds * sr), random.uniform(0, 1)) * random.uniform(0.8, 1.2)


# --- tones ------------------------------------------------------------------------------------------------------------


def _tone(random: np.random.Generator, seconds: float, sr: int) -> Signal:
    return np.sin(2 * np.pi * float(np.exp(random.uniform(np.log(80), np.log(6000)))) * seconds_axis(seconds, sr))


def _sweep(random: np.random.Generator, seconds: float, sr: int) -> Signal:
    t = seconds_axis(seconds, sr)
    low, high = np.exp(random.uniform(np.log(50), np.log(300))), np.exp(random.uniform(np.log(2000), np.log(9000)))
    octaves = t / seconds if random.random() < 0.5 else 0.5 + 0.5 * np.sin(2 * np.pi * t / random.uniform(2, 8))
    return np.sin(2 * np.pi * np.cumsum(low * (high / low) ** octaves) / sr)


def _chord(random: np.random.Generator, seconds: float, sr: int) -> Signal:
    """Three or four notes held for the whole time."""
    t, root = seconds_axis(seconds, sr), int(random.integers(40, 70))
    steps = [(0, 4, 7), (0, 3, 7), (0, 4, 7, 10), (0, 5, 7, 12)][random.integers(4)]
    pulse = bool(random.random() < 0.5)
    voices = [saw(frequency_of(root + step), t, sr) if pulse else _organ_tone(root + step, t) for step in steps]
    return np.asarray(sum(voices))


def _organ_tone(pitch: float, t: Signal) -> Signal:
    partials = [np.sin(2 * np.pi * frequency_of(pitch) * k * t) / k for k in (1, 2, 3, 4)]
    return np.asarray(sum(partials))


def _dialling(random: np.random.Generator, seconds: float, sr: int) -> Signal:
    """Pairs of tones, one after another, as a telephone dials."""
    y = np.zeros(round(seconds * sr))
    at = 0
    while at < len(y):
        length = round(random.uniform(0.08, 0.25) * sr)
        t = np.arange(min(length, len(y) - at)) / sr
        pair = random.choice([697, 770, 852, 941]), random.choice([1209, 1336, 1477])
        y[at : at + len(t)] = np.sin(2 * np.pi * pair[0] * t) + np.sin(2 * np.pi * pair[1] * t)
        at += 2 * length
    return y


# --- events -----------------------------------------------------------------------------------------------------------


def _scatter(y: Signal, times: NDArray[np.float64], sounds: Callable[[], Signal], sr: int) -> Signal:
    for time in times:
        sound, at = sounds(), round(time * sr)
        part = y[at : at + len(sound)]
        part += sound[: len(part)]
    return y


def _metronome(random: np.random.Generator, seconds: float, sr: int) -> Signal:
    t, frequency = seconds_axis(0.03, sr), random.uniform(800, 3000)
    click = np.sin(2 * np.pi * frequency * t) * np.exp(-t / 0.004)
    times = np.arange(0.0, seconds, 60 / random.uniform(50, 200))
    return _scatter(np.zeros(round(seconds * sr)), times, lambda: click, sr)


def _crackle(random: np.random.Generator, seconds: float, sr: int) -> Signal:
    """Clicks at random times, as of a worn record or a Geiger counter."""
    times = random.uniform(0, seconds, random.poisson(random.uniform(2, 40) * seconds))

    def click() -> Signal:
        return random.standard_normal(round(random.uniform(0.0005, 0.004) * sr) + 1) * random.exponential(1.0)

    return _scatter(np.zeros(round(seconds * sr)), times, click, sr)


def _clapping(random: np.random.Generator, sr: int) -> Callable[[], Signal]:
    t = seconds_axis(0.06, sr)
    hands = []
    for _ in range(40):
        body = filtered(random.standard_normal(len(t)), sr, random.uniform(500, 1200), random.uniform(1800, 4000))
        hands.append(body * np.exp(-t / random.uniform(0.006, 0.02)))
    return lambda: np.asarray(hands[random.integers(len(hands))] * random.uniform(0.1, 1))


def _applause(random: np.random.Generator, seconds: float, sr: int) -> Signal:
    """Many hands, each at its own pace."""
    times = random.uniform(0, seconds, random.poisson(random.uniform(60, 200) * seconds))
    return _scatter(np.zeros(round(seconds * sr)), times, _clapping(random, sr), sr)


def _dying_applause(random: np.random.Generator, seconds: float, sr: int) -> Signal:
    """Applause that swells and dies away."""
    peak = random.uniform(0.1, 0.4)
    times = seconds * random.beta(1 + 6 * peak, 1 + 6 * (1 - peak), random.poisson(80 * seconds))
    return _scatter(np.zeros(round(seconds * sr)), times, _clapping(random, sr), sr)


def _rain(random: np.random.Generator, seconds: float, sr: int) -> Signal:
    times = random.uniform(0, seconds, random.poisson(random.uniform(50, 250) * seconds))

    def drop() -> Signal:
        t = seconds_axis(0.02, sr)
        return np.sin(2 * np.pi * random.uniform(1500, 8000) * t) * np.exp(-t / 0.003) * random.exponential(1.0)

    y = 0.05 * _coloured(random, round(seconds * sr), 0.5)
    return _scatter(y / np.abs(y).max() * 0.3, times, drop, sr)


def _birds(random: np.random.Generator, seconds: float, sr: int) -> Signal:
    """Short calls that glide between 2 and 7 kHz."""
    times = random.uniform(0, seconds, random.poisson(random.uniform(1, 5) * seconds))

    def call() -> Signal:
        t = seconds_axis(random.uniform(0.05, 0.3), sr)
        start, end = random.uniform(2000, 7000, 2)
        glide = start + (end - start) * t / t[-1] + 300 * np.sin(2 * np.pi * random.uniform(10, 40) * t)
        return np.sin(2 * np.pi * np.cumsum(glide) / sr) * np.hanning(len(t)) * random.uniform(0.2, 1)

    y = _scatter(np.zeros(round(seconds * sr)), times, call, sr)
    return y + 0.002 * _coloured(random, len(y), 1.0) / 3


# --- machines ---------------------------------------------------------------------------------------------------------


def _hum(random: np.random.Generator, seconds: float, sr: int) -> Signal:
    """Mains hum: a few harmonics of 50 or 60 Hz and a little hiss."""
    t, mains = seconds_axis(seconds, sr), random.choice([50.0, 60.0])
    partials = [np.sin(2 * np.pi * mains * k * t) * random.uniform(0, 1) / k for k in range(1, 12)]
    return np.asarray(sum(partials)) + random.uniform(0.001, 0.05) * random.standard_normal(len(t))


def _engine(random: np.random.Generator, seconds: float, sr: int) -> Signal:
    """Pulses, exhaust and rattle of an engine that runs up and down."""
    t = seconds_axis(seconds, sr)
    rate = random.uniform(15, 60) * (1 + random.uniform(0, 0.4) * np.sin(2 * np.pi * t / random.uniform(5, 15)))
    pulses = np.maximum(np.sin(2 * np.pi * np.cumsum(rate) / sr), 0) ** 6
    exhaust = filtered(pulses * (1 + 0.5 * random.standard_normal(len(t))), sr, 30, random.uniform(300, 2500))
    return exhaust + random.uniform(0.005, 0.05) * _coloured(random, len(t), 0.7)


def _alarm(random: np.random.Generator, seconds: float, sr: int) -> Signal:
    """Beeps, all alike."""
    t = seconds_axis(seconds, sr)
    on = (t * random.uniform(0.5, 6)) % 1 < random.uniform(0.2, 0.7)
    return np.sign(np.sin(2 * np.pi * random.uniform(600, 3500) * t)) * on


# --- music of other kinds ---------------------------------------------------------------------------------------------


def _drone(random: np.random.Generator, seconds: float, sr: int) -> Signal:
    """One low note with slowly moving partials, as of a tanpura or a bagpipe."""
    t, root = seconds_axis(seconds, sr), frequency_of(int(random.integers(28, 52)))
    partials = [
        np.sin(2 * np.pi * root * k * t + random.uniform(0, 6))
        * (1 + 0.8 * np.sin(2 * np.pi * random.uniform(0.03, 0.3) * t + random.uniform(0, 6)))
        / k ** random.uniform(0.3, 1.2)
        for k in range(1, 16)
    ]
    return np.asarray(sum(partials))


def _bells(random: np.random.Generator, seconds: float, sr: int) -> Signal:
    """Large bells and bowls, struck seldom, ringing long."""
    times = np.cumsum(random.uniform(2, 6, 20))
    ratios = np.array([0.5, 1.0, 1.19, 1.5, 2.0, 2.51, 2.66, 3.01, 4.1])

    def bell() -> Signal:
        t, root = seconds_axis(8.0, sr), random.uniform(120, 500)
        return np.asarray(sum(np.sin(2 * np.pi * root * r * t) * np.exp(-t * r / 2.5) / (1 + r) for r in ratios))

    return _scatter(np.zeros(round(seconds * sr)), np.append(0.0, times[times < seconds]), bell, sr)


def _flute(random: np.random.Generator, seconds: float, sr: int) -> Signal:
    """One voice alone, with a slow melody in a scale of five notes."""
    y, at = np.zeros(round(seconds * sr)), 0.0
    scale, root = np.array([0, 2, 4, 7, 9, 12, 14]), random.integers(60, 74)
    while at < seconds:
        length = float(random.uniform(0.4, 2.5))
        note = lead(float(root + random.choice(scale)), length, 0.8, sr)
        _scatter(y, np.array([at]), lambda note=note: note, sr)  # type: ignore[misc]
        at += length
    return y


def _music_box(random: np.random.Generator, seconds: float, sr: int) -> Signal:
    """High plucked notes without anything below them."""
    times = np.arange(0, seconds, random.uniform(0.15, 0.5))
    scale = np.array([0, 2, 4, 5, 7, 9, 11, 12]) + random.integers(80, 92)

    def note() -> Signal:
        return pluck(float(random.choice(scale)), 0.6, random.uniform(0.5, 1), sr)

    return _scatter(np.zeros(round(seconds * sr)), times, note, sr)


def _drum(random: np.random.Generator, seconds: float, sr: int) -> Signal:
    """One skin struck alone, in an uneven pattern."""
    beat = float(random.uniform(0.25, 0.6))
    times = np.concatenate(
        [np.arange(offset, seconds, 4 * beat) for offset in (0.0, 1.5 * beat, 2 * beat, 3.25 * beat)]
    )
    low = random.uniform(70, 180)

    def stroke() -> Signal:
        t = seconds_axis(0.4, sr)
        return np.sin(2 * np.pi * low * t * (1 + 0.3 * np.exp(-t / 0.02))) * np.exp(-t / 0.09) * random.uniform(0.5, 1)

    return _scatter(np.zeros(round(seconds * sr)), times, stroke, sr)


KINDS: Final[dict[str, Maker]] = {
    "white noise": _noise(0.0),
    "pink noise": _noise(1.0),
    "brown noise": _noise(2.0),
    "blue noise": _noise(-1.0),
    "band of noise": _band_noise,
    "surf": _surf,
    "near silence": _near_silence,
    "pure tone": _tone,
    "sweep": _sweep,
    "held chord": _chord,
    "dialling": _dialling,
    "metronome": _metronome,
    "crackle": _crackle,
    "applause": _applause,
    "dying applause": _dying_applause,
    "rain": _rain,
    "birds": _birds,
    "mains hum": _hum,
    "engine": _engine,
    "alarm": _alarm,
    "drone": _drone,
    "bells": _bells,
    "flute alone": _flute,
    "music box": _music_box,
    "drum alone": _drum,
}
"""Every kind by its name."""
