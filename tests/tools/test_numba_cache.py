import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

from tools.numba_cache import WARM_CACHE, warm_numba
from tools.system import ROOT

CALLERS = ("spectrum/test_slices.py", "spectrum/test_filter_banks.py", "features/test_rows.py")


def test_with_a_warm_cache_the_tests_compile_nothing() -> None:
    inherited = os.environ.get(WARM_CACHE)
    with nullcontext(lambda: Path(inherited)) if inherited else warm_numba() as finished:
        folder = finished()
        assert any(folder.rglob("*.nbi"))
        environment = os.environ | {WARM_CACHE: str(folder), "NUMBA_DEBUG_CACHE": "1"}
        command = [sys.executable, "-m", "pytest", "-q", "-s", "-p", "no:xdist"]
        command += [f"tests/core/{name}" for name in CALLERS]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "data loaded from" in done.stdout
    assert "data saved to" not in done.stdout
