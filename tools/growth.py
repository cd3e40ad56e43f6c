"""What a program that runs for long takes: memory, handles, threads and processes, and how fast they grow."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import psutil
from numpy.typing import NDArray
from scipy import stats

MB: Final = 1e6
QUANTITIES: Final = ("memory of the window", "memory of all processes", "handles", "threads", "processes")
UNITS: Final = ("MB", "MB", "", "", "")

WARM_UP: Final = 0.25
"""Share of the samples at the beginning that tell of caches being filled, not of a leak."""

BLOCKS: Final = 12
"""Neighbouring samples are alike, so that they would make a slope look surer than it is: means of blocks are not."""

CONFIDENCE: Final = 0.95


@dataclass(frozen=True)
class Growth:
    """How fast one quantity grows.

    Attributes
    ----------
    name, unit : of the quantity
    first, last : mean of the first and of the last block
    slope : per hour
    margin : half of the 95 % confidence interval of the slope
    """

    name: str
    unit: str
    first: float
    last: float
    slope: float
    margin: float

    @property
    def is_certain(self) -> bool:
        """Whether the whole interval is above zero."""
        return self.slope - self.margin > 0


@dataclass
class Samples:
    """Samples of one process and its children; not on Windows, which counts handles in another way.

    Parameters
    ----------
    process
        The process; this one by default.
    """

    process: psutil.Process = field(default_factory=psutil.Process)
    times: list[float] = field(default_factory=list)
    rows: list[tuple[float, ...]] = field(default_factory=list)

    def take(self) -> None:
        """Add a sample of now; children that end meanwhile are left out."""
        children = self.process.children(recursive=True)
        own = self.process.memory_info().rss
        everything = own + sum(_memory(child) for child in children)
        handles = self.process.num_fds()
        self.times.append(time.monotonic())
        self.rows.append((own / MB, everything / MB, handles, self.process.num_threads(), 1 + len(children)))

    def growths(self) -> list[Growth]:
        """Return how fast each quantity grows after the warm-up; none while there are too few samples."""
        skipped = int(WARM_UP * len(self.rows))
        times, rows = np.array(self.times[skipped:]), np.array(self.rows[skipped:], dtype=np.float64)
        if len(rows) < 2 * BLOCKS:
            return []
        return [
            growth(name, unit, times, rows[:, i]) for i, (name, unit) in enumerate(zip(QUANTITIES, UNITS, strict=True))
        ]


def growth(name: str, unit: str, times: NDArray[np.float64], values: NDArray[np.float64]) -> Growth:
    """Return the slope of the means of blocks, by least squares.

    Parameters
    ----------
    times : seconds, rising [shape=(n,)]
    values : the quantity at these times [shape=(n,)]
    """
    hours = np.array([block.mean() for block in np.array_split(times / 3600, BLOCKS)])
    means = np.array([block.mean() for block in np.array_split(values, BLOCKS)])
    line = stats.linregress(hours, means)
    margin = float(stats.t.ppf((1 + CONFIDENCE) / 2, BLOCKS - 2) * line.stderr)
    return Growth(name, unit, float(means[0]), float(means[-1]), float(line.slope), margin)


def growth_lines(growths: Sequence[Growth]) -> list[str]:
    """Return a table as lines of text."""
    lines = [f"{'':26}{'at first':>10}{'at last':>10}{'per hour':>12}{'± (95 %)':>10}"]
    for one in growths:
        name = f"{one.name}, {one.unit}" if one.unit else one.name
        lines.append(f"{name:26}{one.first:10.1f}{one.last:10.1f}{one.slope:+12.2f}{one.margin:10.2f}")
    return lines


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0
