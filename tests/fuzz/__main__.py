"""The command: `python -m tests.fuzz --files 2000 --seed 1`."""

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
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="groovescope-fuzz-") as folder:
        tally = run(options.files, options.seed, options.keep or Path(folder))
    _print(tally)
    return 1 if tally.faults else 0


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
