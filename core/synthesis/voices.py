"""The instruments of the synthesised clips: each function returns one note or one drum hit, mono, peak about 1.

Saws are band-limited with polynomial steps (PolyBLEP), everything else is sines or filtered noise, so that nothing
folds back below the Nyquist frequency loudly enough to be heard.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Signal = NDArray[np.float64]


def frequency_of(pitch: float) -> float:
    """Hz of a MIDI pitch (69 = A4 = 440 Hz)."""
    return float(440.0 * 2.0 ** ((pitch - 69.0) / 12.0))


def seconds_axis(seconds: float, sr: int) -> Signal:
    """Sample times from 0 [shape=(n,)], seconds."""
    return np.arange(max(1, round(seconds * sr))) / sr


def filtered(x: Signal, sr: int, low: float | None = None, high: float | None = None, order: int = 2) -> Signal:
    """`x` between `low` and `high` Hz (Butterworth); either may be None. Works along the first axis."""
    from scipy.signal import sosfilt

    nyquist_guard = 0.45 * sr
    if low is not None:
        x = sosfilt(_butterworth(order, min(low, nyquist_guard), "highpass", sr), x, axis=0)
    if high is not None and high < nyquist_guard:
        x = sosfilt(_butterworth(order, high, "lowpass", sr), x, axis=0)
    return x


@lru_cache(maxsize=256)
def _butterworth(order: int, frequency: float, kind: str, sr: int) -> Signal:
    from scipy.signal import butter

    sections: Signal = butter(order, frequency, kind, fs=sr, output="sos")
    return sections


def gate(t: Signal, seconds: float, attack: float, release: float) -> Signal:
    """Return an envelope that rises over `attack` and falls over `release` after `seconds`, without corners."""
    rise = np.clip(t / attack, 0.0, 1.0)
    fall = np.clip(1.0 - (t - seconds) / release, 0.0, 1.0)
    envelope: Signal = np.sin(0.5 * np.pi * rise) * fall**2
    return envelope


def saw(frequency: float | Signal, t: Signal, sr: int, phase: float = 0.0) -> Signal:
    """Return a band-limited sawtooth; `frequency` in Hz, constant or one a sample."""
    step = np.broadcast_to(np.asarray(frequency, dtype=np.float64) / sr, t.shape)
    position = (phase + np.cumsum(step) - step[0]) % 1.0
    wave: Signal = 2.0 * position - 1.0
    after = position < step
    before = position > 1.0 - step
    x = position[after] / step[after]
    wave[after] -= 2.0 * x - x * x - 1.0
    x = (position[before] - 1.0) / step[before]
    wave[before] -= x * x + 2.0 * x + 1.0
    return wave


# --- pitched instruments: (pitch, seconds, velocity in 0..1, sr) ---------------------------------------------------


def electric_piano(pitch: float, seconds: float, velocity: float, sr: int) -> Signal:
    """Return a tine piano by frequency modulation: harder strikes are brighter, high notes die sooner."""
    release = 0.22
    t = seconds_axis(seconds + release, sr)
    frequency = frequency_of(pitch)
    decay = float(1.1 * 2.0 ** ((pitch - 60.0) / 24.0))
    body_index = (0.7 + 1.9 * velocity) * np.exp(-1.8 * t)
    body = np.sin(2 * np.pi * frequency * t + body_index * np.sin(2 * np.pi * frequency * t))
    tine_index = 0.5 * velocity * np.exp(-9.0 * t)
    tine = np.sin(2 * np.pi * frequency * t + tine_index * np.sin(2 * np.pi * 7.0 * frequency * t))
    tone = (0.7 * body + 0.45 * tine) * np.exp(-decay * t)
    tone *= velocity * gate(t, seconds, 0.003, release)
    return tone


def pluck(pitch: float, seconds: float, velocity: float, sr: int) -> Signal:
    """Return a plucked string: partials that fade the faster the higher they are."""
    release = 0.12
    t = seconds_axis(seconds + release, sr)
    frequency = frequency_of(pitch)
    n_partials = int(np.clip(0.4 * sr / frequency, 1, 14))
    tone = np.zeros_like(t)
    for k in range(1, n_partials + 1):
        strength = float(np.sin(np.pi * k * 0.21) * k ** (0.6 * velocity - 1.9))
        tone += strength * np.sin(2 * np.pi * k * frequency * t) * np.exp(-(1.6 + 1.1 * k) * t)
    return velocity * tone * gate(t, seconds, 0.002, release)


def organ(pitch: float, seconds: float, velocity: float, sr: int) -> Signal:
    """Drawbars: six sines with a slow vibrato."""
    release = 0.08
    t = seconds_axis(seconds + release, sr)
    phase = 2 * np.pi * frequency_of(pitch) * t + 0.06 * np.sin(2 * np.pi * 5.6 * t)
    drawbars = ((0.5, 0.5), (1.0, 1.0), (1.5, 0.45), (2.0, 0.5), (3.0, 0.25), (4.0, 0.18))
    tone = sum((level * np.sin(ratio * phase) for ratio, level in drawbars), np.zeros_like(t))
    return 0.4 * velocity * tone * gate(t, seconds, 0.008, release)


def pad(pitch: float, seconds: float, velocity: float, sr: int) -> Signal:
    """Three saws a few cents apart behind a low-pass, swelling slowly."""
    release = 0.6
    t = seconds_axis(seconds + release, sr)
    frequency = frequency_of(pitch)
    detuned = ((-7.0, 0.1), (0.0, 0.45), (6.0, 0.8))
    tone = sum((saw(frequency * 2 ** (cents / 1200), t, sr, phase) for cents, phase in detuned), np.zeros_like(t))
    return 0.45 * velocity * filtered(tone, sr, high=1500.0 + 2500.0 * velocity) * gate(t, seconds, 0.35, release)


def lead(pitch: float, seconds: float, velocity: float, sr: int) -> Signal:
    """Return a soft reed-like voice whose vibrato comes late."""
    release = 0.18
    t = seconds_axis(seconds + release, sr)
    vibrato = 0.055 * np.clip((t - 0.18) / 0.3, 0.0, 1.0) * np.sin(2 * np.pi * 5.1 * t)
    frequency = frequency_of(pitch) * 2.0 ** (vibrato / 12.0)
    tone = 0.6 * saw(frequency, t, sr) + 0.5 * np.sin(2 * np.pi * np.cumsum(frequency) / sr)
    return velocity * filtered(tone, sr, high=2200.0 + 2600.0 * velocity) * gate(t, seconds, 0.02, release)


def bass(pitch: float, seconds: float, velocity: float, sr: int) -> Signal:
    """Return a fingered bass: a bright start over a round body, saturated a little so that small speakers carry it."""
    release = 0.05
    t = seconds_axis(seconds + release, sr)
    frequency = frequency_of(pitch)
    string = saw(frequency, t, sr, phase=0.5)
    bright = filtered(string, sr, high=2400.0) * np.exp(-6.0 * t)
    body = 0.6 * filtered(string, sr, high=330.0) + 0.7 * np.sin(2 * np.pi * frequency * t)
    tone = np.tanh(1.3 * (body * np.exp(-0.9 * t) + 0.9 * velocity * bright))
    return velocity * tone * gate(t, seconds, 0.004, release)


# --- drums: (velocity in 0..1, rng, sr) ----------------------------------------------------------------------------


def _noise(t: Signal, rng: np.random.Generator) -> Signal:
    return rng.uniform(-1.0, 1.0, len(t))


def kick(velocity: float, rng: np.random.Generator, sr: int) -> Signal:
    """Return a sine that falls from 190 to 49 Hz, with a click of the beater."""
    t = seconds_axis(0.42, sr)
    frequency = 49.0 + 141.0 * np.exp(-38.0 * t)
    body = np.sin(2 * np.pi * np.cumsum(frequency) / sr) * np.exp(-8.5 * t)
    click = filtered(_noise(t, rng), sr, low=900.0, high=5000.0) * np.exp(-260.0 * t)
    return velocity * np.tanh(1.6 * body + 0.5 * velocity * click) * gate(t, 0.36, 0.0006, 0.06)


def snare(velocity: float, rng: np.random.Generator, sr: int) -> Signal:
    """Two modes of the skin and the rattle of the wires."""
    t = seconds_axis(0.34, sr)
    skin = np.sin(2 * np.pi * 186.0 * t) + 0.6 * np.sin(2 * np.pi * 331.0 * t)
    wires = filtered(_noise(t, rng), sr, low=900.0, high=7500.0)
    tone = 0.5 * skin * np.exp(-24.0 * t) + (0.55 + 0.5 * velocity) * wires * np.exp(-15.0 * t)
    return velocity * tone * gate(t, 0.28, 0.0006, 0.06)


def clap(velocity: float, rng: np.random.Generator, sr: int) -> Signal:
    """Four bursts of noise within 30 ms, then a short room."""
    t = seconds_axis(0.3, sr)
    bursts = np.zeros_like(t)
    for start in (0.0, 0.010, 0.019, 0.028):
        bursts += np.where(t >= start, np.exp(-np.clip(t - start, 0.0, None) * 230.0), 0.0)
    tail = 0.5 * np.exp(-17.0 * t)
    return (
        1.1
        * velocity
        * filtered(_noise(t, rng), sr, low=800.0, high=4200.0)
        * (bursts + tail)
        * gate(t, 0.25, 0.0006, 0.05)
    )


def brush(velocity: float, rng: np.random.Generator, sr: int) -> Signal:
    """Return a wire brush on a snare drum: softer start, no skin."""
    t = seconds_axis(0.24, sr)
    swish = filtered(_noise(t, rng), sr, low=2200.0, high=8000.0)
    return 0.8 * velocity * swish * np.exp(-17.0 * t) * gate(t, 0.19, 0.006, 0.05)


def _metal(t: Signal, rng: np.random.Generator, sr: int) -> Signal:
    """Inharmonic partials in noise: the sound of a cymbal before it is shaped."""
    partials = np.array([3170.0, 4230.0, 5410.0, 6790.0, 8210.0, 9430.0])
    ring = np.sin(2 * np.pi * partials[:, None] * t + rng.uniform(0, 2 * np.pi, (6, 1))).sum(axis=0)
    return filtered(_noise(t, rng) + 0.12 * ring, sr, low=6500.0, high=14000.0)


def hat(velocity: float, rng: np.random.Generator, sr: int) -> Signal:
    """Return a closed hi-hat."""
    t = seconds_axis(0.09, sr)
    return velocity * _metal(t, rng, sr) * np.exp(-(75.0 - 35.0 * velocity) * t) * gate(t, 0.07, 0.0005, 0.02)


def open_hat(velocity: float, rng: np.random.Generator, sr: int) -> Signal:
    """Return an open hi-hat."""
    t = seconds_axis(0.36, sr)
    return velocity * _metal(t, rng, sr) * np.exp(-9.0 * t) * gate(t, 0.26, 0.001, 0.1)


def shaker(velocity: float, rng: np.random.Generator, sr: int) -> Signal:
    """Grains on the way up and down: no sharp start."""
    t = seconds_axis(0.11, sr)
    swell: Signal = np.sin(np.pi * t / t[-1]) ** 2
    return 0.8 * velocity * filtered(_noise(t, rng), sr, low=5200.0, high=11000.0) * swell


def rim(velocity: float, rng: np.random.Generator, sr: int) -> Signal:
    """Return a stick across the rim."""
    t = seconds_axis(0.08, sr)
    tone = np.sin(2 * np.pi * 1720.0 * t) + 0.5 * np.sin(2 * np.pi * 820.0 * t)
    return velocity * (0.7 * tone + 0.3 * _noise(t, rng)) * np.exp(-70.0 * t) * gate(t, 0.06, 0.0004, 0.02)


def tom(velocity: float, rng: np.random.Generator, sr: int) -> Signal:
    """Return a floor tom."""
    t = seconds_axis(0.45, sr)
    frequency = 96.0 * (1.0 + 0.45 * np.exp(-22.0 * t))
    skin = np.sin(2 * np.pi * np.cumsum(frequency) / sr) * np.exp(-7.5 * t)
    return velocity * (skin + 0.12 * _noise(t, rng) * np.exp(-40.0 * t)) * gate(t, 0.38, 0.0008, 0.07)


def crash(velocity: float, rng: np.random.Generator, sr: int) -> Signal:
    """Return a crash cymbal."""
    t = seconds_axis(2.2, sr)
    wash = filtered(_noise(t, rng), sr, low=3800.0, high=12500.0)
    return velocity * wash * (0.7 * np.exp(-2.1 * t) + 0.3 * np.exp(-12.0 * t)) * gate(t, 1.6, 0.002, 0.6)
