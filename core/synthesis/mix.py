"""The mixing desk of the synthesised clips: channels, echo, room, the dip under the kick, and the limiter."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.synthesis.voices import Signal, filtered

TARGET_RMS_DB = -15.7
"""RMS of a finished clip in dBFS; for this music about -14 LUFS."""
CEILING = 10 ** (-1.0 / 20.0)
"""The largest sample: -1 dBFS, so that a lossy encoder has room."""


@dataclass(frozen=True)
class Channel:
    """How one instrument is mixed: level, place (-1 left to 1 right), shares for room and echo, dip under the kick."""

    level: float
    pan: float = 0.0
    room: float = 0.1
    echo: float = 0.0
    ducked: bool = False


class Desk:
    """Sums notes into buses, then makes a stereo clip of them.

    Parameters
    ----------
    n : samples of the clip
    sr : sampling rate, Hz
    beat : length of a beat in seconds; the echo follows it
    """

    def __init__(self, n: int, sr: int, beat: float) -> None:
        self.n, self.sr, self.beat = n, sr, beat
        self.dry, self.ducked, self.room, self.echo = (np.zeros((n, 2)) for _ in range(4))
        self.kicks: list[float] = []

    def add(self, note: Signal, start: float, channel: Channel, pan: float | None = None) -> None:
        """Put a mono `note` at `start` seconds; what lies beyond the clip's end is cut off."""
        first = max(0, round(start * self.sr))
        note = note[: max(0, self.n - first)]
        if not len(note):
            return
        angle = 0.25 * np.pi * (1.0 + (channel.pan if pan is None else pan))
        stereo = note[:, None] * np.array([np.cos(angle), np.sin(angle)]) * channel.level
        passage = slice(first, first + len(note))
        (self.ducked if channel.ducked else self.dry)[passage] += stereo
        if channel.room:
            self.room[passage] += channel.room * stereo
        if channel.echo:
            self.echo[passage] += channel.echo * stereo

    def finish(self, seed: int) -> NDArray[np.float32]:
        """Return the stereo clip [shape=(n, 2)], every sample within the ceiling."""
        echoes = ping_pong(self.echo, self.sr, 0.75 * self.beat)
        mix = (
            self.dry
            + self.ducked * self._dip()[:, None]
            + echoes
            + reverberate(self.room + 0.25 * echoes, self.sr, seed)
        )
        return master(mix, self.sr)

    def _dip(self) -> Signal:
        """Gain of the ducked bus [shape=(n,)]: lower for a moment under each kick, so that both are heard."""
        gain = np.ones(self.n)
        t = np.arange(round(0.26 * self.sr)) / self.sr
        dip = 1.0 - 0.32 * np.clip(t / 0.004, 0, 1) * np.exp(-11.0 * t) * np.clip((0.26 - t) / 0.05, 0, 1)
        for start in self.kicks:
            first = max(0, round(start * self.sr))
            passage = gain[first : first + len(dip)]
            np.minimum(passage, dip[: len(passage)], out=passage)
        return gain


def ping_pong(x: Signal, sr: int, seconds: float, feedback: float = 0.42, n_echoes: int = 6) -> Signal:
    """Echoes of `x` [shape=(n, 2)] that change sides and grow duller, without `x` itself."""
    shift = round(seconds * sr)
    echoes = np.zeros_like(x)
    tap = filtered(x, sr, low=250.0, high=3800.0)
    for k in range(1, n_echoes + 1):
        if k * shift >= len(x):
            break
        side = tap[:, ::-1] if k % 2 else tap
        echoes[k * shift :] += feedback**k * side[: len(x) - k * shift]
    return echoes


def reverberate(x: Signal, sr: int, seed: int, seconds: float = 1.5) -> Signal:
    """Return the reverberation of `x` [shape=(n, 2)]: decaying noise, different left and right, highs fading first."""
    from scipy.signal import oaconvolve

    rng = np.random.Generator(np.random.PCG64(seed + 7919))
    t = np.arange(round(seconds * sr)) / sr
    noise = rng.uniform(-1.0, 1.0, (len(t), 2))
    dark = filtered(noise, sr, high=1800.0)
    room = noise * np.exp(-9.0 * t)[:, None] * 0.4 + dark * np.exp(-4.2 * t)[:, None]
    room *= np.clip(t / 0.012, 0.0, 1.0)[:, None] * np.clip((seconds - t) / 0.2, 0.0, 1.0)[:, None]
    room = filtered(room, sr, low=220.0, high=7500.0)
    room /= np.sqrt((room**2).sum(axis=0))
    wet: Signal = oaconvolve(x, room, axes=0)[: len(x)]
    return wet


def limit(x: Signal, sr: int, ceiling: float = CEILING) -> Signal:
    """`x` [shape=(n, 2)] with peaks turned down before they come, both sides alike, so that none passes `ceiling`."""
    from scipy.ndimage import maximum_filter1d, uniform_filter1d

    reach = 2 * round(0.004 * sr) + 1
    peak = maximum_filter1d(np.abs(x).max(axis=1), reach, mode="nearest")
    gain = np.minimum(1.0, ceiling / np.maximum(peak, 1e-12))
    # A mean over the same reach as the maximum never lies above the gain that a peak needs.
    gain = uniform_filter1d(gain, reach, mode="nearest")
    limited: Signal = np.clip(x * gain[:, None], -ceiling, ceiling)
    return limited


def master(mix: Signal, sr: int) -> NDArray[np.float32]:
    """`mix` at the target loudness: rumble removed, gently saturated, limited, faded at both ends."""
    mix = filtered(mix, sr, low=28.0)
    n = len(mix)
    fade = min(n // 4, round(0.25 * sr))
    if fade:
        mix[n - fade :] *= np.cos(np.linspace(0.0, 0.5 * np.pi, fade))[:, None] ** 2
    target = 10 ** (TARGET_RMS_DB / 20.0)
    y = mix
    # Limiting lowers the level a little; two rounds land within a tenth of a decibel.
    for _ in range(3):
        rms = float(np.sqrt(np.mean(y**2)))
        if rms < 1e-9:
            break
        mix = mix * (target / rms)
        y = limit(1.15 * np.tanh(mix / 1.15), sr)
    return y.astype(np.float32)
