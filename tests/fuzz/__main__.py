"""The commands: `python -m tests.fuzz --files 2000 --seed 1` of audio, `--parsers 2000` of all other files."""

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.fuzz.run import Tally, run

_COLUMNS = ("clean", "noted", "refused", "died")


def main() -> int:
    """Run, print the tables; the exit code is 1 where something is as it should not be."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--files", type=int, default=2000, metavar="N", help="how many files (2000)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="what they follow from (1)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="an empty folder, where files that are at fault stay")
    parser.add_argument("--parsers", type=int, metavar="N", help="damaged files for each reader, in place of audio")
    parser.add_argument("--only", action="append", metavar="NAME", help="a reader; may be given again (all)")
    options = parser.parse_args()
    if options.parsers is not None:
        return _fuzz_parsers(options.parsers, options.seed, options.keep, options.only)
    with tempfile.TemporaryDirectory(prefix="groovescope-fuzz-") as folder:
        tally = run(options.files, options.seed, options.keep or Path(folder))
    _print(tally)
    return 1 if tally.faults else 0


def _fuzz_parsers(n_files: int, seed: int, keep: Path | None, only: list[str] | None) -> int:
    from tests.fuzz.parsers import fuzz
    from tests.fuzz.readers import parsers

    n_faults = 0
    print(f"{'reader':24}{'read':>9}{'refused':>9}{'slowest':>10}")
    with tempfile.TemporaryDirectory(prefix="groovescope-fuzz-") as folder:
        scratch = Path(folder) / "whole"
        scratch.mkdir()
        for parser in parsers(scratch):
            if only and parser.name not in only:
                continue
            place = Path(folder) / parser.name
            place.mkdir()
            outcome = fuzz(parser, n_files, seed, place, keep)
            print(f"{parser.name:24}{outcome.read:9}{outcome.refused.total():9}{outcome.slowest:8.2f} s", flush=True)
            for fault in outcome.faults:
                print(f"FAULT {fault}".replace("\n", "⏎"), flush=True)
            n_faults += len(outcome.faults)
    return 1 if n_faults else 0


def _print(tally: Tally) -> None:
    outcomes = tally.outcomes()
    print(f"{'what was done':24}" + "".join(f"{column:>9}" for column in _COLUMNS))
    for mutation, counts in sorted(outcomes.items()):
        print(f"{mutation:24}" + "".join(f"{counts[column]:9}" for column in _COLUMNS))
    total = sum(outcomes.values(), Counter[str]())
    print(f"{'all ' + str(len(tally.cases)):24}" + "".join(f"{total[column]:9}" for column in _COLUMNS))
    print("\nreasons")
    for reason, count in tally.reasons().most_common():
        print(f"{count:6}  {reason}")
    examined = [(case, one) for case, one, _ in tally.cases if one is not None]
    if examined:
        slowest = max(examined, key=lambda pair: pair[1].seconds)
        largest = max(examined, key=lambda pair: pair[1].peak)
        print(f"\nslowest: {slowest[1].seconds:.1f} s, {slowest[0].base!r} after {slowest[0].mutation}")
        print(f"largest: {largest[1].peak / 2**20:.0f} MB, {largest[0].base!r} after {largest[0].mutation}")
        print(f"memory of a worker after a file: {_range([one.resident for _, one in examined])} MB")
    print(f"all: {tally.seconds:.0f} s, {len(tally.deaths)} workers died")
    for line in (*tally.deaths, *(f"FAULT {fault}" for fault in tally.faults)):
        print(line.replace("\n", "⏎"))


def _range(sizes: list[int]) -> str:
    return f"{min(sizes) / 2**20:.0f} to {max(sizes) / 2**20:.0f}"


if __name__ == "__main__":
    sys.exit(main())
