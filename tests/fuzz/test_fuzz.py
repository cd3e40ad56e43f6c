"""A short run over mutated files, as `python -m tests.fuzz` makes long ones."""

import shutil
from pathlib import Path

import pytest

from tests.corpus.handmade import HANDMADE
from tests.fuzz.run import run

ENCODED = (
    "s24.wav",
    "adpcm ms.wav",
    "cbr 128.mp3",
    "vbr without header.mp3",
    "s16.flac",
    "vorbis.ogg",
    "a.opus",
    "a.m4a",
    "alac.m4a",
    "a.aac",
    "a.wma",
    "a.wv",
    "a.mka",
    "video.mkv",
    "mpeg4.mp4",
    "a.ac3",
    "s16.aiff",
)


def test_sixty_mutated_files_each_end_with_a_result_or_one_line(tmp_path: Path) -> None:
    if not Path("/proc/self/clear_refs").exists():
        pytest.skip("needs Linux to measure memory")
    names = (*HANDMADE, *(ENCODED if shutil.which("ffmpeg") else ()))
    small = [name for name in names if "MB" not in name]
    tally = run(60, seed=3, folder=tmp_path, names=small)
    assert tally.faults == []
    assert tally.deaths == []
    counts = sum(tally.outcomes().values(), start=type(tally.reasons())())
    assert counts["refused"] > 5
    assert counts["clean"] + counts["noted"] > 20
    assert counts.total() == 60
