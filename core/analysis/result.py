"""What an analysis returns: groups of findings about one piece of music."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.audio.clip import SourceFormat, WaveformPeaks
from core.features.table import Tables
from core.genre.model import GenrePrediction
from core.genre.windows import GenreWindows
from core.harmony.chords import Chords
from core.harmony.key import KeyEstimate
from core.harmony.pitches import Voices
from core.messages import Note
from core.rhythm.estimate import BeatEstimate
from core.rhythm.grid import BeatGrid, tempo_range
from core.spectrum.balance import Balance
from core.structure.loudness import Loudness
from core.structure.sections import Sections


@dataclass(frozen=True)
class ClipSource:
    """The file, and the audio in it.

    Attributes
    ----------
    path : where the file is
    name : its name as it is shown
    filename : its name without the extension, as the tables have it
    content_id : identity of the audio itself, whatever the file is called
    duration : length of the audio, seconds
    format : container, codec, rate and channels of the file
    tags : title, artist, album …, as far as the file has them
    notes : what a person should know about the file
    """

    path: Path
    name: str
    filename: str
    content_id: str
    duration: float
    format: SourceFormat
    tags: Mapping[str, str]
    notes: tuple[Note, ...]


@dataclass(frozen=True, eq=False)
class ClipPreview:
    """What is known as soon as a file is decoded: enough to draw and play it."""

    source: ClipSource
    peaks: WaveformPeaks


@dataclass(frozen=True, eq=False)
class Picture:
    """Pictures of the piece over time, as the lanes show them.

    Attributes
    ----------
    peaks : the waveform
    mel : NDArray[np.uint8] [shape=(n_frames, 128)], mel spectrogram, 0 = 80 dB below the loudest, 255 = loudest
    mel_frequencies : NDArray[np.float64] [shape=(128,)], centre of each band, Hz
    chroma : NDArray[np.uint8] [shape=(n_frames, 12)], from C to B, 255 = the frame's strongest pitch class
    seconds_per_frame : time between frames; frame 0 is centred at 0 s
    balance : of harmonic and percussive energy; None where a picture was stored before it was measured
    """

    peaks: WaveformPeaks
    mel: NDArray[np.uint8]
    mel_frequencies: NDArray[np.float64]
    chroma: NDArray[np.uint8]
    seconds_per_frame: float
    balance: Balance | None = None


@dataclass(frozen=True, eq=False)
class Rhythm:
    """Beats and bars.

    Attributes
    ----------
    grid : beats, their positions in the bar, tempo; empty for silence and very short clips
    estimate : what the tracker found; its grid is another one where a person corrected the beats
    """

    grid: BeatGrid
    estimate: BeatEstimate

    @property
    def is_corrected(self) -> bool:
        """Whether the beats are others than the tracker found."""
        tracked = self.estimate.grid
        return self.grid is not tracked and not (
            np.array_equal(self.grid.beat_times, tracked.beat_times)
            and np.array_equal(self.grid.positions, tracked.positions)
        )

    @property
    def tempo(self) -> float:
        """Tempo of the grid in BPM; NaN without beats, and where the tracker found no steady tempo."""
        return self.grid.tempo if self.is_corrected or self.estimate.is_steady else float("nan")

    @property
    def metre(self) -> int | None:
        """Beats of a bar; None without beats, and where the tracker could tell no bars."""
        has_bars = len(self.grid) > 0 and (self.is_corrected or self.estimate.has_bars)
        return int(self.grid.beats_per_bar) if has_bars else None

    @property
    def notes(self) -> tuple[Note, ...]:
        """What a person should know about the grid."""
        if not len(self.grid):
            return (Note("rhythm.no_beats"),)
        estimate = self.estimate
        if self.is_corrected:
            return ()
        if estimate.tracker == "classical":
            return (Note("rhythm.classical"),)
        if not estimate.is_steady:
            return (Note("rhythm.not_steady"),)
        changes = self._tempo_changes()
        return changes if estimate.has_bars else (*changes, Note("rhythm.no_bars"))

    def _tempo_changes(self) -> tuple[Note, ...]:
        found = tempo_range(self.grid.beat_times)
        if found is None:
            return ()
        slowest, fastest = (f"{tempo:.0f}" for tempo in found)
        return (Note("rhythm.tempo_changes", slowest=slowest, fastest=fastest),)


@dataclass(frozen=True, eq=False)
class Harmony:
    """Harmony of the piece.

    Attributes
    ----------
    key : the key and its runner-up; None where nothing tonal sounds
    edited : the key that a person set in the library in its place; None if it was not set
    voices : what chords are found in, whatever the beats are; None if it was not measured
    """

    key: KeyEstimate | None
    edited: str | None = None
    voices: Voices | None = None

    @property
    def key_name(self) -> str | None:
        """The key that counts, such as "Bb minor": a person's, else the measured one."""
        return self.edited or (None if self.key is None else self.key.name)


@dataclass(frozen=True, eq=False)
class GenreFindings:
    """Genres that the piece resembles.

    Attributes
    ----------
    windows : what a genre model reads, window by window
    prediction : the answer of the model; None where no model could be used
    notes : what to keep in mind; why there is no prediction where there is none
    warning : says that the shipped model was asked in place of the chosen one; None otherwise
    """

    windows: GenreWindows
    prediction: GenrePrediction | None
    notes: tuple[Note, ...]
    warning: Note | None = None


@dataclass(frozen=True, eq=False)
class ClipAnalysis:
    """Everything the program knows about one piece of music.

    Attributes
    ----------
    source : the file and the audio in it
    picture : waveform, mel spectrogram and chroma
    rhythm : beats and bars
    harmony : the key
    tables : songs (one row), bars, beats, and the 58 numbers that a genre model reads
    genre : the genres that it resembles
    recipe : identity of the definitions that the numbers follow
    sections : what repeats and what differs along the piece, as found; None if they were not searched
    loudness : of the file as it is, by EBU R 128; None where it was not measured
    chords : of the grid's beats; None if they were not searched
    """

    source: ClipSource
    picture: Picture
    rhythm: Rhythm
    harmony: Harmony
    tables: Tables
    genre: GenreFindings
    recipe: str
    sections: Sections | None = None
    loudness: Loudness | None = None
    chords: Chords | None = None

    @property
    def preview(self) -> ClipPreview:
        """The part that was known as soon as the file was decoded."""
        return ClipPreview(self.source, self.picture.peaks)

    @property
    def notes(self) -> tuple[Note, ...]:
        """Everything a person should know."""
        warnings = () if self.genre.warning is None else (self.genre.warning,)
        return (*warnings, *self.source.notes, *self.rhythm.notes, *self.genre.notes)
