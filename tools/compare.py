"""Compare the speed of this checkout with that of another: `python -m tools.compare OTHER [--rounds N]`.

Both run in turn under this Python, A B B A …, so that a machine whose speed drifts favours neither. OTHER is a checkout
of an earlier commit (`git worktree add ../before COMMIT`); its version of the program must run in this environment.
"""

import argparse
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]

_ANALYSIS = """
import time
from pathlib import Path
from threadpoolctl import threadpool_limits
from core.analysis import analyse_clip
clip = Path("resources/demo.flac")
with threadpool_limits(1):
    analyse_clip(clip)
    times = []
    for _ in range(3):
        start = time.perf_counter()
        analyse_clip(clip)
        times.append(time.perf_counter() - start)
print("seconds", min(times))
"""
"""One full analysis of the demo clip in a warm process, as a worker of the window does it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code is 0."""
    parser = argparse.ArgumentParser(prog="python -m tools.compare", description="Compare two checkouts' speed.")
    parser.add_argument("other", type=Path, help="checkout to compare with")
    parser.add_argument("--rounds", type=int, default=8, help="pairs of measurements")
    options = parser.parse_args(arguments)
    measurements: dict[str, Callable[[Path], float]] = {
        "process start to first painted window": first_paint,
        "full analysis of the demo clip": analysis,
    }
    for name, measure in measurements.items():
        here, other = in_turn(measure, HERE, options.other.resolve(), options.rounds)
        ratios = sorted(a / b for a, b in zip(here, other, strict=True))
        sys.stdout.write(
            f"{name:<40} here {statistics.median(here):.3f} s, there {statistics.median(other):.3f} s, "
            f"ratio {statistics.median(ratios):.3f} ({ratios[0]:.3f} to {ratios[-1]:.3f})\n"
        )
        sys.stdout.flush()
    return 0


def in_turn(measure: Callable[[Path], float], one: Path, other: Path, rounds: int) -> tuple[list[float], list[float]]:
    """Measure two checkouts in turn, after one uncounted run of each; each pair begins with the other one."""
    measure(one), measure(other)
    found: dict[Path, list[float]] = {one: [], other: []}
    for number in range(rounds):
        for checkout in (one, other) if number % 2 else (other, one):
            found[checkout].append(measure(checkout))
    return found[one], found[other]


def first_paint(checkout: Path) -> float:
    """Return the seconds from the start of a process to the first painted window."""
    command = [sys.executable, "-m", "desktop", "--print-first-paint"]
    with subprocess.Popen(
        command, cwd=checkout, env=environment(checkout), stdout=subprocess.PIPE, text=True
    ) as program:
        line = program.stdout.readline() if program.stdout else ""
        program.kill()
    return seconds_in(line, checkout)


def analysis(checkout: Path) -> float:
    """Return the seconds of one full analysis of the demo clip."""
    command = [sys.executable, "-c", _ANALYSIS]
    done = subprocess.run(command, cwd=checkout, env=environment(checkout), capture_output=True, text=True, check=False)
    return seconds_in(done.stdout, checkout)


def environment(checkout: Path) -> dict[str, str]:
    """Return an environment in which the modules of `checkout` are found; drawn offscreen where there is no display."""
    platform = {} if os.environ.get("DISPLAY") else {"QT_QPA_PLATFORM": "offscreen"}
    return {**os.environ, **platform, "PYTHONPATH": str(checkout), "PYTHONSAFEPATH": "1"}


def seconds_in(text: str, checkout: Path) -> float:
    """Return the number that ends a line of output.

    Raises
    ------
    SystemExit
        If there is none; the program of that checkout did not run.
    """
    words = text.split()
    if not words:
        sys.exit(f"The program in {checkout} did not run; start it by hand to see why.")
    return float(words[-1])


if __name__ == "__main__":
    sys.exit(main())
