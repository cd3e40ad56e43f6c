"""Annotated music for `groovescope benchmark rhythm`: audio files, and the beats that people hear in them."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from core.audio.files import find_audio_files
from core.errors import CommandError, RhythmError
from core.rhythm.counting import main_metre
from core.rhythm.grid import BeatGrid, tempo_of

LABELS = "labels.csv"
"""A table in the folder that says more about its files, by the column `file` or `clip`."""

_KEYS = ("file", "clip", "name")
_BEYOND_END = 0.5  # seconds by which a last beat may lie behind the end of the audio
_RANGES = ((0.0, 80.0), (80.0, 120.0), (120.0, 160.0), (160.0, float("inf")))  # BPM


@dataclass(frozen=True)
class Piece:
    """An audio file with annotated beats.

    Attributes
    ----------
    audio, beats : files
    name : of the audio file, relative to the folder, without its ending
    group : its folder, or where all files are in one folder what precedes the first dot of the name; may be empty
    labels : what `LABELS` says about it, such as metre and tempo
    """

    audio: Path
    beats: Path
    name: str
    group: str
    labels: Mapping[str, str] = field(default_factory=dict)


def find_pieces(folder: Path, beats_folder: Path | None = None) -> tuple[list[Piece], list[Path]]:
    """Find the pieces of a folder, and the audio files in it that have no `.beats` file.

    Parameters
    ----------
    folder : searched with its subfolders
    beats_folder : where the `.beats` files are, under the names of the audio files; None = beside them

    Raises
    ------
    CommandError
        If there is no audio in the folder, or no beats for any of it.
    """
    if not folder.is_dir():
        raise CommandError("command.rhythm_no_folder", folder=folder)
    if beats_folder is not None and not beats_folder.is_dir():
        raise CommandError("command.rhythm_no_folder", folder=beats_folder)
    files = find_audio_files(folder)
    if not files:
        raise CommandError("command.rhythm_no_audio", folder=folder)
    labels = _read_labels(folder / LABELS)
    pieces, without = [], []
    has_folders = any(file.parent != folder for file in files)
    for file in files:
        beats = _beats_of(file, folder, beats_folder)
        if beats is None:
            without.append(file)
            continue
        name = file.relative_to(folder).with_suffix("").as_posix()
        prefix = file.stem.split(".")[0] if "." in file.stem else ""
        group = file.parent.relative_to(folder).as_posix() if has_folders else prefix
        pieces.append(Piece(file, beats, name, group, labels.get(name, labels.get(file.name, {}))))
    if not pieces:
        raise CommandError("command.rhythm_no_beats", folder=beats_folder or folder)
    return pieces, without


def _beats_of(audio: Path, folder: Path, beats_folder: Path | None) -> Path | None:
    if beats_folder is None:
        places = [audio.with_suffix(".beats")]
    else:
        places = [beats_folder / audio.relative_to(folder).with_suffix(".beats"), beats_folder / f"{audio.stem}.beats"]
    return next((place for place in places if place.is_file()), None)


def _read_labels(path: Path) -> dict[str, dict[str, str]]:
    if not path.is_file():
        return {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise CommandError("command.rhythm_labels", path=path, reason=problem) from None
    labels = {}
    for row in rows:
        key = next((row[key] for key in _KEYS if row.get(key)), None)
        if key is None:
            raise CommandError("command.rhythm_labels", path=path, reason="a row names no file")
        others = {name: value for name, value in row.items() if name and name not in _KEYS and value}
        labels[key] = others
        labels[Path(key).with_suffix("").as_posix() if Path(key).suffix else key] = others
    return labels


def read_beats(path: Path, duration: float) -> BeatGrid:
    """Read the annotated beats of a piece: on each line seconds and, behind blanks or a comma, the position in the bar.

    Unlike `core.export.beat_files.read_beats`, which makes a grid to work with, this also takes beats without
    positions: these become 0, and downbeats are not scored.

    Parameters
    ----------
    path : the `.beats` file
    duration : of the audio, seconds

    Raises
    ------
    RhythmError
        If it cannot be read, is malformed, holds fewer than two beats, or reaches beyond the end of the audio, which
        the beats of another song may do.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise RhythmError("rhythm.beats_unreadable", name=path.name, reason=problem) from None
    rows = [
        _row(path, number, line) for number, line in enumerate(lines, 1) if line.strip() and line.lstrip()[0] != "#"
    ]
    if len(rows) < 2:
        raise RhythmError("rhythm.beats_too_few", name=path.name, count=len(rows))
    times = np.array([time for time, _ in rows])
    positions = np.array([position for _, position in rows], np.int64)
    if (np.diff(times) <= 0).any():
        number = int(np.flatnonzero(np.diff(times) <= 0)[0])
        raise RhythmError("rhythm.beats_not_rising", name=path.name, time=f"{times[number + 1]:.2f}")
    if times[-1] > duration + _BEYOND_END:
        last, end = f"{times[-1]:.1f}", f"{duration:.1f}"
        raise RhythmError("rhythm.beats_of_another", name=path.name, last=last, duration=end)
    return BeatGrid(times, positions, tempo_of(times), main_metre(positions, 4))


def _row(path: Path, number: int, line: str) -> tuple[float, int]:
    parts = line.replace(",", " ").replace(";", " ").split()
    try:
        time, position = float(parts[0]), float(parts[1]) if len(parts) > 1 else 0.0
        if not (0 <= time < 1e6 and 0 <= position < 1e3):
            raise ValueError
    except (ValueError, IndexError):
        raise RhythmError("rhythm.beats_malformed", name=path.name, number=number, line=line.strip()[:40]) from None
    return time, int(position)


def labelled_groups(pieces: list[Piece]) -> Iterator[tuple[str, str, list[Piece]]]:
    """Yield each label, each of its values and the pieces that have it; tempi as ranges, other numbers as thirds."""
    for label in dict.fromkeys(label for piece in pieces for label in piece.labels):
        having = [piece for piece in pieces if label in piece.labels]
        values = _classes(label, [piece.labels[label] for piece in having])
        if values is None:
            continue
        for value in sorted(set(values), key=_order):
            yield label, value, [piece for piece, own in zip(having, values, strict=True) if own == value]


_MOST_VALUES = 12
"""A column with more texts than these, such as a seed or a title, is no label to group by."""


def _classes(label: str, values: list[str]) -> list[str] | None:
    try:
        numbers = np.array([float(value) for value in values])
    except ValueError:
        numbers = None
    if numbers is not None and label in ("tempo", "bpm"):
        return [next(f"{a:.0f} to {b:.0f}" for a, b in _RANGES if number < b) for number in numbers]
    if len(set(values)) <= _MOST_VALUES:
        return values
    if numbers is None or not np.isfinite(numbers).all():
        return None
    low, high = np.quantile(numbers, [1 / 3, 2 / 3])
    names = (f"up to {low:.3g}", f"{low:.3g} to {high:.3g}", f"over {high:.3g}")
    return [names[int(number > low) + int(number > high)] for number in numbers]


def _order(value: str) -> tuple[float, str]:
    first = value.removeprefix("up to ").removeprefix("over ").split(" ")[0]
    try:
        return float(first) + 1e-6 * value.startswith("over ") - 1e-6 * value.startswith("up to "), value
    except ValueError:
        return float("inf"), value
