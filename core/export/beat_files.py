"""Files of beats, written and read: `.beats` text, label tracks of Audacity, MIDI tempo maps, JAMS, Sonic Visualiser.

What is read is checked against the piece that it is for: beats beyond its end belong to another one.
"""

from pathlib import Path
from typing import Literal

import numpy as np

from core.atomic import replacing
from core.audio.clip import ANALYSIS_SR
from core.errors import RhythmError
from core.export.annotations import Annotations
from core.export.beat_midi import from_midi, to_midi
from core.export.beat_text import (
    checked_rows,
    from_beats,
    from_labels,
    grid_of_rows,
    to_bar_labels,
    to_beats,
    to_labels,
)
from core.export.jams_file import beats_from_jams, to_jams
from core.export.svl_file import beat_layer, beats_from_svl
from core.messages import Note
from core.rhythm.grid import BeatGrid

BeatFormat = Literal["beats", "labels", "midi", "jams", "svl"]

ENDINGS: dict[str, BeatFormat] = {
    ".beats": "beats",
    ".txt": "labels",
    ".mid": "midi",
    ".midi": "midi",
    ".jams": "jams",
    ".svl": "svl",
}
"""What a file of beats is, by the end of its name."""

_LARGEST = 20_000_000  # bytes
_BEYOND = 0.1  # seconds after the end of a piece to which rounding may lead
_FEWEST_TO_COMPARE = 8  # beats
_AGREEMENT = 0.3  # between -1 and 1; beats of another piece reach 0 on average


def check_ending(path: Path) -> None:
    """Raise RhythmError unless the end of a name says what a file of beats is; for before the work is done."""
    _kind(path)


def write_beats(grid: BeatGrid, path: Path, duration: float | None = None) -> None:
    """Write a grid; the end of the name says as what.

    Parameters
    ----------
    grid : BeatGrid
    path : Path
        A name with one of `ENDINGS`.
    duration : float, optional
        Length of the piece in seconds, which JAMS tells; the last beat if it is not known.

    Raises
    ------
    RhythmError
        If there are no beats, or the ending is none of `ENDINGS`.
    OSError
        If the file cannot be written.
    """
    kind = _kind(path)
    if not len(grid):
        raise RhythmError("rhythm.nothing_to_write", name=path.name)
    with replacing(path) as temporary:
        temporary.write_bytes(_written(grid, path, kind, duration))


def _written(grid: BeatGrid, path: Path, kind: BeatFormat, duration: float | None) -> bytes:
    match kind:
        case "beats":
            return to_beats(grid).encode()
        case "labels":
            return to_labels(grid).encode()
        case "midi":
            return to_midi(grid)
        case "svl":
            return beat_layer(grid, ANALYSIS_SR)
    end = float(grid.beat_times[-1]) if duration is None else duration
    return to_jams(Annotations(path.stem, end, grid=grid))


def write_bar_labels(grid: BeatGrid, duration: float, path: Path) -> None:
    """Write the bars as a label track of Audacity; see `write_beats`."""
    if not len(grid.downbeat_times):
        raise RhythmError("rhythm.nothing_to_write", name=path.name)
    with replacing(path) as temporary:
        temporary.write_bytes(to_bar_labels(grid, duration).encode())


def read_beats(path: Path, duration: float) -> BeatGrid:
    """Read a grid for a piece; the end of the name says of what kind the file is.

    Parameters
    ----------
    path : Path
        A file with one of `ENDINGS`.
    duration : float
        Length of the piece, seconds.

    Raises
    ------
    RhythmError
        If the ending is unknown, the file is empty, damaged or not understood, its times do not rise, or it has beats
        beyond the end of the piece.
    OSError
        If the file cannot be read.
    """
    kind = _kind(path)
    if path.stat().st_size > _LARGEST:
        raise RhythmError("rhythm.file_line", name=path.name, line=1)
    data = path.read_bytes()
    if kind == "midi":
        rows = from_midi(data, path.name)
    elif kind == "jams":
        rows = checked_rows(beats_from_jams(data, path.name, duration), path.name)
    elif kind == "svl":
        rows = checked_rows(beats_from_svl(data, path.name), path.name)
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise RhythmError("rhythm.file_line", name=path.name, line=1) from None
        rows = from_beats(text, path.name) if kind == "beats" else from_labels(text, path.name)
    if not rows:
        raise RhythmError("rhythm.file_empty", name=path.name)
    if rows[-1][0] > duration + _BEYOND:
        raise RhythmError("rhythm.file_beyond", name=path.name, time=f"{rows[-1][0]:.1f}", duration=f"{duration:.1f}")
    return grid_of_rows([row for row in rows if row[0] <= duration])


def disagreement(grid: BeatGrid, tracked: BeatGrid) -> Note | None:
    """Return a warning where beats that were read have nothing to do with those that were found in the piece.

    They agree at half and double tempo and off the beat, too: each beat counts by how near it is to a tracked beat or
    to the middle between two.
    """
    times, found = grid.beat_times, tracked.beat_times
    inside = times[(times >= found[0]) & (times <= found[-1])] if len(found) > 1 else times[:0]
    if len(inside) < _FEWEST_TO_COMPARE:
        return None
    places = np.interp(inside, found, np.arange(len(found)))
    return None if float(np.cos(4 * np.pi * places).mean()) > _AGREEMENT else Note("rhythm.file_disagrees")


def _kind(path: Path) -> BeatFormat:
    kind = ENDINGS.get(path.suffix.lower())
    if kind is None:
        raise RhythmError("rhythm.file_ending", name=path.name)
    return kind
