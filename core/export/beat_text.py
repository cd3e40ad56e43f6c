"""Beats as text: `.beats` files and label tracks of Audacity."""

import math
from collections.abc import Callable, Iterator

import numpy as np

from core.errors import RhythmError
from core.rhythm.grid import BeatGrid, tempo_of

Row = tuple[float, int]
"""Time of a beat in seconds, and its position in the bar."""


def to_beats(grid: BeatGrid) -> str:
    """Return a grid as a `.beats` file: a line for each beat, seconds and position, with a tab between."""
    rows = zip(grid.beat_times.tolist(), grid.positions.tolist(), strict=True)
    return "".join(f"{time:.6f}\t{position}\n" for time, position in rows)


def to_labels(grid: BeatGrid) -> str:
    """Return a grid as a label track of Audacity: a point label "bar.beat" at each beat; bar 0 is the pick-up."""
    rows = zip(grid.beat_times.tolist(), grid.bar_numbers.tolist(), grid.positions.tolist(), strict=True)
    return "".join(f"{time:.6f}\t{time:.6f}\t{bar}.{position}\n" for time, bar, position in rows)


def to_bar_labels(grid: BeatGrid, duration: float) -> str:
    """Return the bars as a label track of Audacity: numbered regions, of which the last ends with the piece."""
    return "".join(f"{start:.6f}\t{end:.6f}\t{bar}\n" for start, end, bar in bar_regions(grid, duration))


def bar_regions(grid: BeatGrid, duration: float) -> list[tuple[float, float, str]]:
    """Return start, end (seconds) and number of each bar, of which the last ends with the piece."""
    starts = grid.downbeat_times.tolist()
    ends = [*starts[1:], max([duration, *starts])]
    return [(start, end, str(bar)) for bar, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)]


def from_beats(text: str, name: str) -> list[Row]:
    """Return the beats of a `.beats` file: seconds and position in each line; lines that begin with # are comments.

    Raises
    ------
    RhythmError
        If a line is something else.
    """
    return list(_rows(text, name, _beats_row))


def from_labels(text: str, name: str) -> list[Row]:
    """Return the beats of a label track of Audacity whose labels are "bar.beat" or the position in the bar alone.

    Raises
    ------
    RhythmError
        If a line is no label, or a label something else.
    """
    lines = text.split("\n")
    shown = "\n".join("" if line.startswith("\\") else line for line in lines)  # frequencies of the label before
    return list(_rows(shown, name, _label_row))


def grid_of_rows(rows: list[Row]) -> BeatGrid:
    """Return beats as a grid, whose bars have as many beats as most of them."""
    from core.rhythm.counting import main_metre

    times = np.array([time for time, _ in rows], np.float64)
    positions = np.array([position for _, position in rows], np.int64)
    return BeatGrid(times, positions, tempo_of(times), main_metre(positions, int(positions.max(initial=1))))


def checked_rows(rows: list[Row], name: str) -> list[Row]:
    """Return beats as they are; RhythmError where their times do not rise or are none, or positions are none."""
    last = -math.inf
    for number, (time, position) in enumerate(rows, start=1):
        if not math.isfinite(time) or time < 0 or not 1 <= position <= _MOST_IN_A_BAR:
            raise RhythmError("rhythm.file_beat", name=name, number=number)
        if time <= last:
            raise RhythmError("rhythm.file_beat_not_rising", name=name, number=number)
        last = time
    return rows


def _rows(text: str, name: str, read: Callable[[str], Row]) -> Iterator[Row]:
    last = -math.inf
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            time, position = read(line)
        except ValueError:
            raise RhythmError("rhythm.file_line", name=name, line=number) from None
        if not math.isfinite(time) or time < 0 or not 1 <= position <= _MOST_IN_A_BAR:
            raise RhythmError("rhythm.file_line", name=name, line=number)
        if time <= last:
            raise RhythmError("rhythm.file_not_rising", name=name, line=number)
        last = time
        yield time, position


_MOST_IN_A_BAR = 255


def _beats_row(line: str) -> Row:
    time, position = line.split()
    return _number(time), _whole(position)


def _label_row(line: str) -> Row:
    time, _, label = line.split("\t")
    return _number(time), _whole(label.strip().rpartition(".")[2])


def _number(text: str) -> float:
    if "_" in text:  # Python's own way of writing numbers
        raise ValueError(text)
    return float(text)


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise ValueError(text)
    return int(text)
