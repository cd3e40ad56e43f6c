"""`run.py onset-lag`: by how much onsets are found late or early, instrument by instrument of a sound font.

Each instrument plays single notes at known times. What it lags by has three parts that nobody can tell apart from the
outside: fluidsynth starts notes at the next multiple of 64 samples (0.7 ms late in the mean), a sample of the font has
some silence and a slow attack in front, and the detector adds its own. Therefore it is measured twice: from the note of
the score, and from the moment at which the sound is first within 20 dB of the note's peak.
"""

import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR, load_clip
from core.rhythm.onsets import find_onsets

SOUND_FONT = Path("/usr/share/sounds/sf2/FluidR3_GM.sf2")
DRUMS = {"bass drum": 36, "snare drum": 38, "closed hi-hat": 42, "ride cymbal": 51, "crash cymbal": 49, "low tom": 45}
PROGRAMS = {
    "piano": 0, "electric piano": 4, "organ": 19, "nylon guitar": 24, "distorted guitar": 30, "finger bass": 33,
    "strings": 48, "violin": 40, "choir": 52, "trumpet": 56, "saxophone": 66, "flute": 73,
}  # fmt: skip
_DRUM_CHANNEL = 9
_TICKS = 500  # a beat of half a second, so that a tick is a millisecond
_NEAR = 0.08  # seconds between a note and the onset that counts as its own
_AUDIBLE = 0.1  # of a note's peak


def main(arguments: Sequence[str]) -> int:
    """Print the table; the first argument may name another sound font."""
    font = Path(arguments[0]) if arguments else SOUND_FONT
    if shutil.which("fluidsynth") is None or not font.exists():
        print("This needs fluidsynth and a sound font: apt-get install fluidsynth fluid-soundfont-gm")
        return 1
    print(f"{font.name}: milliseconds from the note, and from the sound, to the onset")
    print(f"{'instrument':18}{'found':>8}{'extra':>7}{'note: median':>14}{'p10':>7}{'p90':>7}{'sound: median':>15}")
    with tempfile.TemporaryDirectory() as folder:
        for name, line in measure(font, Path(folder)):
            print(f"{name:18}{line}")
    return 0


def measure(font: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each instrument and its line."""
    for name, key in DRUMS.items():
        yield name, _line(font, folder, 0, _DRUM_CHANNEL, [key] * 40)
    for name, program in PROGRAMS.items():
        low = 28 if "bass" in name else 55
        keys = low + np.random.default_rng(program).integers(0, 19, 40)
        yield name, _line(font, folder, program, 0, [int(key) for key in keys])


def _line(font: Path, folder: Path, program: int, channel: int, keys: Sequence[int]) -> str:
    rng = np.random.default_rng(1)
    notes = 0.5 + np.cumsum(np.round(rng.uniform(0.35, 0.75, len(keys)), 3))
    velocities = [int(velocity) for velocity in rng.integers(60, 120, len(keys))]
    (folder / "notes.mid").write_bytes(midi(notes, keys, velocities, program, channel))
    render(font, folder / "notes.mid", folder / "notes.wav")
    y = load_clip(folder / "notes.wav").y
    times, _ = find_onsets(y)
    nearest = times[np.abs(times[:, np.newaxis] - notes).argmin(axis=0)]
    late = nearest - notes
    found = np.abs(late) < _NEAR
    if not found.any():
        return f"{0:>5}/{len(notes)}"
    p10, median, p90 = 1000 * np.quantile(late[found], [0.1, 0.5, 0.9])
    heard = np.array([_first_heard(y, note) for note in notes])
    from_sound = 1000 * np.median((nearest - heard)[found])
    extra = len(times) - len(np.unique(nearest[found]))
    return f"{found.sum():>5}/{len(notes)}{extra:>7}{median:>14.1f}{p10:>7.1f}{p90:>7.1f}{from_sound:>15.1f}"


def _first_heard(y: NDArray[np.float32], note: float) -> float:
    """When a note's sound first comes within 20 dB of its peak, seconds."""
    start = int(note * ANALYSIS_SR)
    level = np.abs(y[start : start + int(0.3 * ANALYSIS_SR)])
    return float((start + np.argmax(level > _AUDIBLE * level.max())) / ANALYSIS_SR)


def midi(
    notes: NDArray[np.float64], keys: Sequence[int], velocities: Sequence[int], program: int, channel: int
) -> bytes:
    """Return a MIDI file with notes of 0.3 s; a tick is a millisecond."""
    events = [(0, bytes([0xC0 | channel, program]))]
    for note, key, velocity in zip(notes, keys, velocities, strict=True):
        tick = round(1000 * note)
        events.append((tick, bytes([0x90 | channel, key, velocity])))
        events.append((tick + 300, bytes([0x80 | channel, key, 0])))
    track, now = b"", 0
    for tick, message in sorted(events):
        track += _variable(tick - now) + message
        now = tick
    track += b"\x00\xff\x2f\x00"
    return b"MThd" + struct.pack(">IHHH", 6, 0, 1, _TICKS) + b"MTrk" + struct.pack(">I", len(track)) + track


def _variable(number: int) -> bytes:
    """Return a number in MIDI's form of variable length."""
    parts = [number & 0x7F]
    while number := number >> 7:
        parts.append(0x80 | number & 0x7F)
    return bytes(reversed(parts))


def render(font: Path, midi_file: Path, wav: Path) -> None:
    """Play a MIDI file into a WAV file, without reverberation and chorus."""
    command = ["fluidsynth", "-ni", "-R", "0", "-C", "0", "-r", "44100", "-g", "0.6", "-F", str(wav), str(font)]
    subprocess.run([*command, str(midi_file)], check=True, capture_output=True)
    soundfile.info(wav)  # raises where nothing came out
