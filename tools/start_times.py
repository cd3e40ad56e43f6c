"""`python -m tools start-times [--rounds N]`: how long the program takes from process start to first painted window.

The built program, the sources, and as a measure of the machine a Python that imports Qt and nothing else, in turn:
cold, with the system's cache of files dropped before every start, and warm. A cold start is what a person waits for
after logging in; dropping the cache is for administrators and slows down whatever else runs for a moment.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from tools import build
from tools.system import ROOT, SetupError, say

DROP_CACHES: Final = Path("/proc/sys/vm/drop_caches")
QT_ALONE: Final = "from PySide6.QtWidgets import QApplication"
REFERENCE: Final = "Qt imported alone"
PROGRAM_OPTIONS: Final = ("--new-window", "--print-first-paint")

Times = dict[str, list[float]]
"""Seconds by what was started, a number for each round."""


def main(arguments: Sequence[str]) -> int:
    """Measure and print; there are no limits, and the exit code is 0."""
    parser = argparse.ArgumentParser(prog="python -m tools start-times", description="Measure the program's start.")
    parser.add_argument("--rounds", type=int, default=7, help="starts of each, whose median is printed")
    rounds = parser.parse_args(arguments).rounds
    if not os.environ.get("DISPLAY"):
        say("There is no display: the window is drawn, but nothing is shown.")
    with tempfile.TemporaryDirectory(prefix="groovescope-start-") as home:
        starts = starts_in(environment(Path(home)))
        for start in starts.values():  # not counted: compiles modules, makes the cache of fonts
            start()
        if drop_caches():
            print(table("cold", in_turn(starts, rounds, drop_caches)), flush=True)
        else:
            print("Files cannot be dropped from memory, not allowed here: warm only.\n", flush=True)
        for start in starts.values():  # not counted: brings all files back
            start()
        print(table("warm", in_turn(starts, rounds)))
    return 0


def starts_in(environment: Mapping[str, str]) -> dict[str, Callable[[], float]]:
    """Return what is started: each function starts it once and returns the seconds."""
    sources = [sys.executable, "-m", "desktop", *PROGRAM_OPTIONS]
    starts = {
        REFERENCE: lambda: import_seconds([sys.executable, "-c", QT_ALONE], environment),
        "sources": lambda: first_paint(sources, environment),
    }
    if build.PROGRAM.exists():
        name = "built program" if build.is_fresh() else "built program (of other sources)"
        starts[name] = lambda: first_paint([str(build.PROGRAM), *PROGRAM_OPTIONS], environment)
    else:
        say("There is no built program to measure; python3 run.py build makes it.")
    return starts


def environment(home: Path) -> dict[str, str]:
    """Return the variables of a program with a home of its own, so that it opens nothing of its user's."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    platform = {} if os.environ.get("DISPLAY") else {"QT_QPA_PLATFORM": "offscreen"}
    return {**kept, **platform, "HOME": str(home), "XDG_RUNTIME_DIR": str(home)}


def import_seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Return the seconds from the start of a process to its end."""
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return time.perf_counter() - start


def first_paint(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Return the seconds from the start of the program to its first painted window, as it says itself."""
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as program:
        line = program.stdout.readline() if program.stdout else ""
        program.kill()  # a good end would wait for what is imported after the first paint
    return seconds_in(line)


def seconds_in(line: str) -> float:
    """Return the number in what the program says of its first paint.

    Raises
    ------
    SetupError
        If it says something else; its window did not open.
    """
    found = re.fullmatch(r"first paint (\d+\.\d+)\n?", line)
    if found is None:
        raise SetupError("The window did not open; start the program by hand to see why.")
    return float(found[1])


def drop_caches() -> bool:
    """Have the system forget the contents of files; return whether that is allowed."""
    os.sync()  # what is not written yet stays
    try:
        DROP_CACHES.write_text("3\n", encoding="ascii")
    except OSError:
        return False
    return True


def in_turn(
    starts: Mapping[str, Callable[[], float]], rounds: int, before: Callable[[], object] = lambda: None
) -> Times:
    """Start everything once in each round, after `before`: a machine whose speed drifts favours none."""
    times: Times = {name: [] for name in starts}
    for _ in range(rounds):
        for name, start in starts.items():
            before()
            times[name].append(start())
    return times


def ratio(times: Times, name: str) -> float:
    """Return by how much the start of `name` is longer than the import of Qt alone: the median of all rounds."""
    return statistics.median(one / other for one, other in zip(times[name], times[REFERENCE], strict=True))


def table(title: str, times: Times) -> str:
    """Return the lines that are printed: medians, the shortest and longest, and ratios."""
    lines = [f"{title:<34}{'median':>9}{'from':>9}{'to':>9}{'× Qt alone':>13}"]
    lines += [
        f"{name:<34}{statistics.median(one):>7.2f} s{min(one):>7.2f} s{max(one):>7.2f} s{ratio(times, name):>13.2f}"
        for name, one in times.items()
    ]
    return "\n".join(lines) + "\n"
