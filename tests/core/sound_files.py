"""Sound files for tests of decoding: one short piece of music in whatever format, size and state a test asks for."""

import shutil
import struct
import subprocess
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf
from numpy.typing import NDArray


def music(sr: int = 44100, channels: int = 2, seconds: float = 3.0) -> NDArray[np.float32]:
    """Plucked tones and a little noise, different in each channel [shape=(n_frames, channels)]."""
    t = np.arange(int(sr * seconds)) / sr
    rng = np.random.default_rng(7)
    pitches = 220.0 * 2 ** (rng.integers(0, 24, (channels, 1 + int(seconds * 4))) / 12)
    note = np.minimum((t * 4).astype(int), pitches.shape[1] - 1)
    envelope = 0.4 * np.exp(-6 * (t * 4 % 1))
    tones = envelope * np.sin(2 * np.pi * pitches[:, note] * (t % 0.25))
    return (tones + 0.02 * rng.standard_normal(tones.shape)).T.astype(np.float32)


def write_wav(path: Path, sr: int = 44100, channels: int = 2, seconds: float = 3.0, subtype: str = "PCM_16") -> Path:
    """A WAV file of `music`."""
    sf.write(path, music(sr, channels, seconds), sr, subtype=subtype, format="WAV")
    return path


def write_silence(path: Path, seconds: int, sr: int, channels: int = 1) -> Path:
    """A 16-bit WAV file of any length, which takes no room on a disk that knows sparse files."""
    n_bytes = seconds * sr * channels * 2
    layout = struct.pack("<HHIIHH", 1, channels, sr, sr * channels * 2, channels * 2, 16)
    with path.open("wb") as file:
        file.write(b"RIFF" + struct.pack("<I", 36 + n_bytes) + b"WAVEfmt " + struct.pack("<I", 16) + layout)
        file.write(b"data" + struct.pack("<I", n_bytes))
        file.truncate(44 + n_bytes)
    return path


def ffmpeg(*arguments: str | Path) -> None:
    """Run ffmpeg; the test is skipped where it is missing or cannot write the format asked for."""
    program = shutil.which("ffmpeg")
    if program is None:
        pytest.skip("needs ffmpeg to make the file")
    done = subprocess.run(
        [program, "-nostdin", "-v", "error", "-y", *map(str, arguments)], capture_output=True, text=True, check=False
    )
    if "Unknown encoder" in done.stderr or "Unable to find a suitable output format" in done.stderr:
        pytest.skip(f"this ffmpeg has no encoder for it: {done.stderr.strip()}")
    assert done.returncode == 0, done.stderr


def convert(source: Path, name: str, *options: str) -> Path:
    """`source` as ffmpeg writes it to a file called `name` beside it."""
    target = source.with_name(name)
    ffmpeg("-i", source, *options, target)
    return target


def video(source: Path, name: str, *options: str) -> Path:
    """A small video file called `name` with `source` as its sound."""
    target = source.with_name(name)
    pictures = "testsrc=duration=3:size=64x48:rate=25"
    ffmpeg("-f", "lavfi", "-i", pictures, "-i", source, *options, target)
    return target


def truncate(path: Path, fraction: float) -> Path:
    """The first part of a file, as a broken download leaves it."""
    target = path.with_name(f"cut-{path.name}")
    target.write_bytes(path.read_bytes()[: int(path.stat().st_size * fraction)])
    return target
