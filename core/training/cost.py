"""How long a training will take and how much memory it needs, before its first fit; roughly, by rows and columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from core.dataset.dataset import Dataset
from core.errors import DatasetError
from core.estimators.baselines import Baseline
from core.language import tr
from core.messages import Note
from core.training.protocols import Protocol

_ROWS, _COLUMNS = 1000, 58
"""The table on which `Baseline.seconds` were measured."""

_COPIES: Final = 5
"""Tables that a process holds at once: the data, the rows of a fold, and what scaling and fitting make of them."""

_SQUARES: Final = 5
"""Tables of columns by columns that an estimator holds at once which weighs every column against every other."""

_CUBE_SECONDS: Final = 5e-10
"""By the third power of the columns: of the inverse of such a table, measured on 1,000 and on 3,000 columns."""

_PROCESS_BYTES: Final = 250e6
"""Of a process that has the libraries and no data."""

LONG_SECONDS: Final = 600
"""A training that takes less needs no warning."""


@dataclass(frozen=True)
class Cost:
    """What a training costs.

    Attributes
    ----------
    seconds : until it is done, roughly; docs/scale.md has what was foretold of large tables, and what was measured
    gigabytes : that one process needs at most
    processes : at work at a time
    slow : names of the estimators that take most of it; empty where it is short, or no estimator stands out
    seconds_without : the same without these
    """

    seconds: float
    gigabytes: float
    processes: int
    slow: tuple[str, ...] = ()
    seconds_without: float = 0.0

    @property
    def note(self) -> Note | None:
        """What a person should know before it begins; None where it is short."""
        if self.seconds < LONG_SECONDS:
            return None
        time, names = duration(self.seconds), ", ".join(self.slow)
        if not self.slow:
            return Note("training.long", time=time, gigabytes=self.gigabytes, processes=self.processes)
        without = duration(self.seconds_without)
        return Note(
            "training.long_by", time=time, gigabytes=self.gigabytes, processes=self.processes, names=names,
            without=without,
        )  # fmt: skip


def seconds_of(baseline: Baseline, n_rows: int, n_columns: int) -> float:
    """Return how long one fit takes on one core, roughly."""
    rows, columns = n_rows / _ROWS, n_columns / _COLUMNS
    growth = float(rows**baseline.rows_power * columns**baseline.columns_power)
    cube = _CUBE_SECONDS * n_columns**3 if baseline.weighs_pairs else 0.0
    return baseline.seconds * max(growth, 0.1) + cube


def gigabytes_of(baseline: Baseline, n_rows: int, n_columns: int) -> float:
    """Return how much memory the process of one fit needs, roughly."""
    squares = _SQUARES * n_columns**2 * 8 if baseline.weighs_pairs else 0
    return (_PROCESS_BYTES + _COPIES * n_rows * n_columns * 8 + squares) / 1e9


def cost_of(
    dataset: Dataset,
    baselines: Sequence[Baseline],
    protocols: Sequence[Protocol],
    *,
    n_folds: int,
    repeats: int,
    processes: int,
) -> Cost:
    """Return what a cross-validation costs."""
    shape = len(dataset), len(dataset.columns)
    fits = sum(1 if one == "split" else n_folds * repeats for one in protocols)
    processes = max(1, min(processes, fits * len(baselines)))
    by_name = {one.name: fits * seconds_of(one, *shape) / processes for one in baselines}
    seconds = sum(by_name.values())
    gigabytes = max((gigabytes_of(one, *shape) for one in baselines), default=0.0)
    slow = tuple(name for name, share in by_name.items() if share > max(seconds / 10, LONG_SECONDS / 2))
    without = sum(share for name, share in by_name.items() if name not in slow)
    if seconds < LONG_SECONDS or len(slow) == len(by_name) or without > seconds / 2:
        slow, without = (), seconds
    return Cost(seconds, gigabytes, processes, slow, without)


def refuse_what_does_not_fit(
    dataset: Dataset, baselines: Sequence[Baseline], processes: int, free: float | None = None
) -> None:
    """Raise DatasetError, one line that says what would work, where the fits need more memory than is free.

    Parameters
    ----------
    processes : fits at a time
    free : gigabytes; those of this computer now when None
    """
    import psutil

    shape = len(dataset), len(dataset.columns)
    free = psutil.virtual_memory().available / 1e9 if free is None else free
    needed = {one.name: gigabytes_of(one, *shape) for one in baselines}
    most = max(needed.values(), default=0.0)
    if most * processes <= free:
        return
    fewer = int(free // most)
    if fewer:
        raise DatasetError("training.too_large_for_processes", processes=processes, needed=most, free=free, fewer=fewer)
    large = [name for name, one in needed.items() if one > free]
    rows, columns = shape
    if len(large) < len(needed):
        names = ", ".join(large)
        raise DatasetError("training.too_large_for_estimators", names=names, columns=columns, needed=most, free=free)
    raise DatasetError("training.too_large", rows=rows, columns=columns, needed=most, free=free)


def duration(seconds: float) -> str:
    """Return a length of time as roughly as it is known: `40 min`, `3 h`, `12 days`."""
    if seconds < 90 * 60:
        return tr("{value} min", value=max(1, round(seconds / 60)))
    if seconds < 48 * 3600:
        return tr("{seconds} h", seconds=round(seconds / 3600))
    return tr("{seconds:,} days", seconds=round(seconds / 86400))
