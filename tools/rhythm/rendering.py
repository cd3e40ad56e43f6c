"""A performance as the log mel spectrum that the program would see of its recording."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.fft
import scipy.signal
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR
from core.rhythm.tempo import log_mel
from core.spectrum.filter_banks import HOP_LENGTH, N_FFT, mel_bank, stft_window
from tools.rhythm.electronic import render_part
from tools.rhythm.performing import Performance
from tools.rhythm.sampling import Sampler


@dataclass(frozen=True)
class SoundFont:
    """A sound font: its name, the file that Debian installs, its licence, whether it is kept for validation."""

    name: str
    path: Path
    licence: str
    is_held_out: bool = False


FONTS = (
    SoundFont("FluidR3 GM", Path("/usr/share/sounds/sf2/FluidR3_GM.sf2"), "MIT"),
    SoundFont("MuseScore General", Path("/usr/share/sounds/sf3/MuseScore_General_Full.sf3"), "MIT"),
    SoundFont("TimGM6mb", Path("/usr/share/sounds/sf2/TimGM6mb.sf2"), "GPL-2", is_held_out=True),
)
"""What notes are played with; the shipped net is trained on the MIT ones only."""


def render(rng: np.random.Generator, performance: Performance, sampler: Sampler) -> NDArray[np.float32]:
    """Return the sound of a performance, mixed and mastered, mono [shape=(n_samples,)] at 22,050 Hz."""
    playing = {note.part for note in performance.notes}
    own = {number for number in playing if performance.parts[number].is_electronic}
    sound = sampler.render(performance, playing - own)
    level = float(np.sqrt(np.mean(np.square(sound))))
    for number in sorted(own):
        part = render_part(rng, performance, number)
        own_level = max(1e-6, float(np.sqrt(np.mean(np.square(part)))))
        gain = 10 ** (float(rng.normal(-3, 4)) / 20) * (level or 0.1) / own_level
        sound = _added(sound, part * np.float32(gain))
    return mastered(rng, sound)


def _added(sound: NDArray[np.float32], part: NDArray[np.float32]) -> NDArray[np.float32]:
    length = max(len(sound), len(part))
    return np.pad(sound, (0, length - len(sound))) + np.pad(part, (0, length - len(part)))


def mastered(rng: np.random.Generator, sound: NDArray[np.float32]) -> NDArray[np.float32]:
    """Add a room and drive the sum as recordings are driven; the loudest sample ends between 0.3 and 0.95."""
    if rng.random() < 0.6:
        seconds = float(rng.uniform(0.2, 1.8))
        t = np.arange(int(seconds * ANALYSIS_SR)) / ANALYSIS_SR
        tail = rng.normal(0, 1, len(t)) * np.exp(-6.9 * t / seconds)
        tail /= np.sqrt(np.sum(np.square(tail)))
        sound = sound + float(rng.uniform(0, 0.6)) * scipy.signal.oaconvolve(sound, tail)[: len(sound)]
    sound = sound / max(1e-6, float(np.abs(sound).max()))
    if rng.random() < 0.5:
        sound = np.tanh(sound * float(rng.uniform(1, 5)))
    return np.asarray(sound * float(rng.uniform(0.3, 0.95)), dtype=np.float32)


def spectrum_of(sound: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the log mel spectrum [shape=(n_frames, 128)], dB, with the program's definition of every number."""
    padded = np.pad(sound, N_FFT // 2, mode="reflect")
    frames = np.lib.stride_tricks.sliding_window_view(padded, N_FFT)[::HOP_LENGTH][: 1 + len(sound) // HOP_LENGTH]
    spectrum = scipy.fft.rfft((frames * stft_window()).astype(np.float32), axis=1, workers=1)
    return log_mel((np.square(spectrum.real) + np.square(spectrum.imag)) @ mel_bank())
