"""Notes as sound by this project's own synthesiser (`core.synthesis.voices`), and a singer made of formants."""

from collections.abc import Callable, Iterable
from functools import lru_cache

import numpy as np
import scipy.signal
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR
from core.synthesis import voices
from tools.rhythm.performing import CLIP_SECONDS, Performance, TimedNote

_N_SAMPLES = int(CLIP_SECONDS * ANALYSIS_SR)
_DRUMS: dict[int, Callable[[float, np.random.Generator, int], voices.Signal]] = {
    35: voices.kick, 36: voices.kick, 38: voices.snare, 40: voices.snare, 37: voices.rim, 39: voices.clap,
    42: voices.hat, 44: voices.hat, 46: voices.open_hat, 51: voices.open_hat, 59: voices.open_hat, 53: voices.hat,
    49: voices.crash, 57: voices.crash, 52: voices.crash, 54: voices.shaker, 70: voices.shaker, 41: voices.tom,
    43: voices.tom, 45: voices.tom, 47: voices.tom, 48: voices.tom, 50: voices.tom, 63: voices.rim, 67: voices.rim,
}  # fmt: skip
_PITCHED = {
    "bass": (voices.bass,),
    "chords": (voices.electric_piano, voices.pluck, voices.organ, voices.pad),
    "lead": (voices.lead, voices.pluck, voices.electric_piano),
}
_VOWELS = (
    (730, 1090, 2440),
    (270, 2290, 3010),
    (570, 840, 2410),
    (530, 1840, 2480),
    (300, 870, 2240),
    (640, 1190, 2390),
)
_WIDTHS = (90.0, 110.0, 170.0)


def render_part(rng: np.random.Generator, performance: Performance, number: int) -> NDArray[np.float32]:
    """Return the sound of one part, mono [shape=(n_samples,)] at 22,050 Hz, with a peak of about 1."""
    notes = [note for note in performance.notes if note.part == number]
    role = performance.parts[number].role
    if role == "voice":
        sound = sing(rng, notes)
    elif role == "drums":
        sound = _drummed(rng, notes)
    else:
        voice = _PITCHED[role][int(rng.integers(len(_PITCHED[role])))]
        sound = _mixed((note, _tone(voice, note)) for note in notes)
    return np.asarray(sound / max(1e-6, float(np.abs(sound).max())), dtype=np.float32)


def _tone(voice: Callable[[float, float, float, int], voices.Signal], note: TimedNote) -> voices.Signal:
    seconds = min(4.0, max(0.05, round((note.end - note.start) * 20) / 20))
    return np.asarray(_cached(voice, note.pitch, seconds, round(note.velocity / 16) / 8, ANALYSIS_SR))


_cached = lru_cache(maxsize=400)(
    lambda voice, pitch, seconds, velocity, sr: voice(float(pitch), seconds, min(1.0, velocity), sr)
)


def _mixed(tones: Iterable[tuple[TimedNote, voices.Signal]]) -> NDArray[np.float64]:
    """Add up (note, sound) pairs, each at the sample where its note starts."""
    out = np.zeros(_N_SAMPLES)
    for note, tone in tones:
        start = round(note.start * ANALYSIS_SR)
        heard = tone[: _N_SAMPLES - start]
        out[start : start + len(heard)] += heard * (note.velocity / 127)
    return out


def _drummed(rng: np.random.Generator, notes: list[TimedNote]) -> NDArray[np.float64]:
    """Return a kit of its own for each clip: every drum tuned, shortened and coloured differently."""
    kit: dict[int, list[voices.Signal]] = {}
    for pitch in sorted({note.pitch for note in notes}):
        drum = _DRUMS.get(pitch, voices.rim)
        ratio, decay = float(np.exp(rng.uniform(-0.3, 0.3))), float(rng.uniform(0, 12))
        level = 10 ** (float(rng.normal(0, 3)) / 20)
        kit[pitch] = []
        for _ in range(3):
            hit = drum(0.85, rng, ANALYSIS_SR)
            hit = np.interp(np.arange(0, len(hit) - 1, ratio), np.arange(len(hit)), hit)
            kit[pitch].append(hit * np.exp(-decay * np.arange(len(hit)) / ANALYSIS_SR) * level)
    turns = rng.integers(0, 3, len(notes))
    return _mixed((note, kit[note.pitch][int(turn)]) for note, turn in zip(notes, turns, strict=True))


def sing(rng: np.random.Generator, notes: list[TimedNote]) -> NDArray[np.float64]:
    """Return a voice that sings the notes: gliding pitch, vibrato, a vowel for each, consonants before some.

    The vowel begins where the note does, with a soft attack.
    """
    rate = ANALYSIS_SR // 2
    n = _N_SAMPLES // 2
    pitch, loudness = np.full(n, 60.0), np.zeros(n)
    vowels = np.zeros(n, np.int64)
    transpose, attack = int(rng.choice([0, 0, -12, -5])), float(rng.uniform(0.015, 0.06))
    for note in notes:
        start, end = int(note.start * rate), min(n, int(max(note.end, note.start + 0.12) * rate))
        pitch[start:] = note.pitch + transpose
        loudness[start:end] = note.velocity / 127
        vowels[start:] = int(rng.integers(len(_VOWELS)))
    glide = scipy.signal.lfilter([0.004], [1, -0.996], pitch - pitch[0]) + pitch[0]
    seconds = np.arange(n) / rate
    vibrato = float(rng.uniform(0, 0.5)) * np.sin(2 * np.pi * float(rng.uniform(4.5, 6.5)) * seconds)
    smooth = 1 / (attack * rate)
    envelope = scipy.signal.lfilter([smooth], [1, smooth - 1], loudness)
    frequency = 440 * 2 ** ((glide + vibrato - 69) / 12)
    turn = np.exp(2j * np.pi * (np.cumsum(frequency) / rate)).astype(np.complex64)
    partial, out = turn.copy(), np.zeros(n, np.float32)
    for harmonic in range(1, 17):
        out += _formants(harmonic * frequency[::64], vowels[::64], n) * partial.imag
        partial *= turn
    sound = scipy.signal.resample_poly(out * envelope, 2, 1)[:_N_SAMPLES]
    sound = np.pad(sound, (0, _N_SAMPLES - len(sound)))
    return np.asarray(sound / max(1e-6, float(np.abs(sound).max())) + _consonants(rng, notes))


def _formants(frequency: NDArray[np.float64], vowels: NDArray[np.int64], n: int) -> NDArray[np.float32]:
    """Amplitude of a partial at given frequencies, every 64 samples, held for as many."""
    centres = np.array(_VOWELS, dtype=float)[vowels]
    peaks = [1 / (1 + ((frequency - centres[:, i]) / _WIDTHS[i]) ** 2) / (1 + i) for i in range(3)]
    amplitude = (np.sum(peaks, axis=0) + 0.02) * (frequency < ANALYSIS_SR / 4)
    return np.repeat(amplitude.astype(np.float32), 64)[:n]


def _consonants(rng: np.random.Generator, notes: list[TimedNote]) -> NDArray[np.float64]:
    out = np.zeros(_N_SAMPLES)
    for note in notes:
        length = int(float(rng.uniform(0.03, 0.09)) * ANALYSIS_SR)
        start = int(note.start * ANALYSIS_SR) - length
        if rng.random() < 0.4 and start >= 0:
            noise = np.diff(rng.normal(0, 1, length + 1))
            out[start : start + length] += noise * np.hanning(length) * 0.04
    return out
