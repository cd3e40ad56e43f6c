"""A synthesised song of any length as a file, for benchmarks that open one."""

from pathlib import Path

import numpy as np
import soundfile

from core.synthesis import synthesise

_PART_SECONDS = 30
_SR = 22050


def write_song(path: Path, seconds: int) -> Path:
    """Write synthesised music, one piece of half a minute after another, in the format of the file's ending."""
    parts = [synthesise(float(_PART_SECONDS), seed=seed, sr=_SR).y for seed in range(-(-seconds // _PART_SECONDS))]
    soundfile.write(path, np.concatenate(parts)[: seconds * _SR], _SR)
    return path
