"""What goes into a catalogue and comes out of it, as plain data that also travels between machines."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from core.genre.windows import GenreWindows
    from core.library.picture_packing import PackedClip
    from core.rhythm.estimate import Activations
    from core.rhythm.grid import BeatGrid


@dataclass(frozen=True)
class FileState:
    """What tells that a file is the one that was read: bytes, and time of change in nanoseconds."""

    size: int
    mtime_ns: int


@dataclass(frozen=True)
class FileCheck:
    """How many tracks lack a file, and how many have one again since the check before."""

    n_missing: int
    n_found: int


@dataclass(frozen=True)
class MissingFile:
    """A file that a track had and that is gone: whose it was, where, how many bytes, and their hash if it is known."""

    track: int
    location: str
    size: int
    byte_hash: str | None


@dataclass(frozen=True, eq=False)
class CorrectedGrid:
    """Beats as a person corrected them, for measuring what they cut.

    Attributes
    ----------
    content_id : identity of the audio
    revision : of the edits that made the grid; 0 where these are not known
    grid : beats and bars
    """

    content_id: str
    revision: int
    grid: "BeatGrid"


@dataclass(frozen=True, eq=False)
class AnalysedFile:
    """Everything that a worker found out about one file.

    Attributes
    ----------
    state : size and time of change, the same before and after reading
    byte_hash : of the file's bytes, by which it is recognised elsewhere
    content_id : identity of the audio
    filename : the name without folder and extension, as the tables have it
    songs : the song table's row [shape=(63,)]; bars, beats : the other tables' values, one row a passage
    genre_features : [shape=(58,)]
    windows : what a genre model reads, window by window
    recipe, cut : the definitions that the numbers follow, and what a row of `bars` is
    seconds : of a core, that the analysis took
    facts : tags, format, notes, tempo, its confidence, metre, key, genres, model and its digest, loudness
    grid : beats and bars as they were tracked
    activations : what they were decoded from; None for the classical tracker
    grid_revision : revision of the edited beats that bars, beats, tempo and metre follow; 0 = those that were tracked
    picture : what a window shows of it before its audio is read; None where that is not to be stored
    """

    state: FileState
    byte_hash: str
    content_id: str
    filename: str
    songs: NDArray[np.float64]
    bars: NDArray[np.float64]
    beats: NDArray[np.float64]
    genre_features: NDArray[np.float64]
    windows: "GenreWindows"
    recipe: str
    cut: str
    seconds: float
    facts: Mapping[str, Any]
    grid: "BeatGrid"
    activations: "Activations | None" = None
    grid_revision: int = 0
    picture: "PackedClip | None" = None


@dataclass(frozen=True)
class FileFailure:
    """A file that could not be analysed: where, why (one line for a person), when (seconds since 1970), how often."""

    location: str
    reason: str
    failed_at: float
    attempts: int
