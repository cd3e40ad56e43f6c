"""A header may claim what it likes: memory and time go by what is there."""

import time
from pathlib import Path

import numpy as np
import pytest

from core.audio.clip import load_clip
from core.errors import AudioError
from core.messages import texts
from desktop.playback.source import SourceError, open_source
from tests.corpus.absurd import ABSURD
from tests.pace import Pace

MOST_MEMORY = 400 << 20
MOST_SECONDS = 30.0
STATUS = Path("/proc/self/status")


def memory(name: str) -> int:
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith(name))
    return int(line.split()[1]) * 1024


def forget_peak() -> int:
    """Restart measuring the largest memory; returns what is in use now."""
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        pytest.skip("needs Linux to measure memory")
    return memory("VmRSS")


@pytest.fixture(scope="module")
def pace() -> Pace:
    """Measured once: to measure takes longer than most of these files."""
    return Pace()


@pytest.mark.parametrize("name", list(ABSURD))
def test_memory_and_time_stay_bounded_whatever_a_header_claims(tmp_path: Path, name: str, pace: Pace) -> None:
    path = tmp_path / name
    path.write_bytes(ABSURD[name]())
    before, start = forget_peak(), time.monotonic()
    decoder = ""
    try:
        clip = load_clip(path)
    except AudioError as problem:
        lines = [str(problem)]
    else:
        assert len(clip.y) > 0
        assert np.isfinite(clip.y).all()
        lines, decoder = texts(clip.notes), clip.source.decoder
    try:
        source = open_source(path, decoder)
        source.read(2048)
        source.close()
    except SourceError as problem:
        lines.append(str(problem))
    assert all(line.isprintable() and len(line) <= 300 for line in lines)
    seconds = time.monotonic() - start
    assert memory("VmHWM") - before < MOST_MEMORY
    assert pace.allows(seconds, MOST_SECONDS)
