"""Compare every valid file of the corpus with ffmpeg's own decode: `python -m tests.corpus`."""

import sys
import tempfile
from pathlib import Path

from tests.corpus.reference import Comparison, compare_file
from tests.corpus.specimens import NAMES, Corpus


def main() -> int:
    """Print a row a file; the exit code is 1 where one falls short."""
    n_bad = 0
    with tempfile.TemporaryDirectory(prefix="groovescope-corpus-") as folder:
        corpus = Corpus(Path(folder))
        for name in NAMES:
            path = corpus.path(name)
            if path is None:
                continue
            row = compare_file(path)
            n_bad += bool(row.faults())
            print(_shown(row))
            path.unlink()
    print(f"{len(NAMES) - len(corpus.missing)} files compared, {n_bad} fall short; not made here: {corpus.missing}")
    return 1 if n_bad else 0


def _shown(row: Comparison) -> str:
    name = row.name.replace("\n", "⏎")
    lengths = " ".join("   –   " if seconds is None else f"{seconds:7.4f}" for seconds in (row.ffmpeg, row.analysis))
    match = "" if row.match is None else f"lag {row.match.lag} snr {row.match.snr:5.1f} dB missing {row.match.missing}"
    faults = f"  !! {'; '.join(row.faults())}" if row.faults() else ""
    return f"{name:34} {lengths} {match:34} {row.source} {' '.join(row.said)}{faults}"


if __name__ == "__main__":
    sys.exit(main())
