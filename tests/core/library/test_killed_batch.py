"""A batch that is killed again and again. GROOVESCOPE_KILLS=20 says how often; the usual run kills a few times."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psutil
import pytest

from core.library import Catalogue
from tests.core.library.test_batch import write_tone
from tests.waiting import PATIENCE

ROOT = Path(__file__).resolve().parents[3]
KILLS = int(os.environ.get("GROOVESCOPE_KILLS", "4"))


def start(library: Path, folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.core.library.batch_process", str(library), str(folder)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ROOT)})


def stored(library: Path) -> dict[int, tuple[Any, ...]]:
    """Every analysis with what would differ had it been computed again."""
    with Catalogue.open(library) as catalogue, catalogue.raw_writing() as db:
        return {row[0]: row[1:] for row in db.execute("SELECT id, track_id, created, seconds FROM analyses")}


@pytest.mark.timeout(600 + 120 * KILLS)
def test_kills_at_random_moments_lose_no_analysis_and_repeat_none(tmp_path: Path) -> None:
    n_files = 6 + 5 * KILLS
    for i in range(n_files):
        write_tone(tmp_path / f"music/{i}.wav", i, seconds=4.0)
    (tmp_path / "music/broken.wav").write_text("This is no sound.")
    library = tmp_path / "library.sqlite"
    moments = random.Random(2026)
    kept: dict[int, tuple[Any, ...]] = {}
    workers: set[psutil.Process] = set()
    for _ in range(KILLS):
        process = start(library, tmp_path / "music")
        assert process.stdout is not None
        process.stdout.readline()  # so that each run gets something done before it is killed
        workers |= set(psutil.Process(process.pid).children(recursive=True)) if process.poll() is None else set()
        time.sleep(moments.uniform(0.0, 0.6))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        now = stored(library)
        assert {number: now.get(number) for number in kept} == kept, "a finished analysis was lost or repeated"
        kept = now
        with Catalogue.open(library) as catalogue:
            assert catalogue.problems() == []
    assert len(kept) > 0
    last = start(library, tmp_path / "music")
    output, _ = last.communicate(timeout=PATIENCE)
    assert last.returncode == 0
    final = stored(library)
    assert {number: final[number] for number in kept} == kept
    assert len(final) == n_files
    assert len(output.split()) <= n_files - len(kept) + 1  # what was left, and the broken one
    with Catalogue.open(library) as catalogue, catalogue.raw_writing() as db:
        (inserted,) = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'analyses'").fetchone()
        assert inserted == n_files, "an analysis was stored twice"
        assert db.execute("SELECT count(*) FROM waiting").fetchone() == (0,)
    _, alive = psutil.wait_procs(workers, timeout=PATIENCE)
    assert not alive, "workers outlived the process that started them"
