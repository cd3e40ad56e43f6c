"""What librosa compiles, compiled once for all processes of the suite."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.system import ROOT, say

WARM_CACHE = "GROOVESCOPE_WARM_NUMBA_CACHE"
"""The variable that names the folder. Each test process copies it: those that fill one cache crash (librosa#1998)."""


@contextmanager
def warm_numba() -> Iterator[Callable[[], Path]]:
    """Compile in one process beside what this one does meanwhile.

    Yields
    ------
    callable
        Waits until everything is compiled and returns the folder with the result, which lasts as long as the block.
    """
    with tempfile.TemporaryDirectory(prefix="groovescope-numba-") as folder:
        say("Compiling what librosa compiles")
        environment = os.environ | {"NUMBA_CACHE_DIR": folder}
        command = [sys.executable, "-m", "tools.numba_cache"]
        with subprocess.Popen(command, cwd=ROOT, env=environment) as process:

            def finished() -> Path:
                # what fails here fails again, and is seen, where a test calls it
                process.wait()
                return Path(folder)

            try:
                yield finished
            finally:
                process.kill()


def main() -> None:
    """Call what the tests call, on some seconds of noise."""
    import numpy as np

    from core.reference import librosa_rows

    y = np.random.default_rng(1).normal(0.0, 0.1, 6 * 22050).astype(np.float32)
    librosa_rows.song_row(y)
    librosa_rows.genre_row(y)


if __name__ == "__main__":
    main()
