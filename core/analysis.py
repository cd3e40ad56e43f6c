"""The front door: a file in, a `ClipAnalysis` out. The window, the batch and the command line all come here."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.audio import SourceFormat, WaveformPeaks
from core.genre_model import GenrePrediction
from core.rhythm import BeatGrid
from core.table import FeatureTable
from core.tonality import KeyEstimate


@dataclass(frozen=True, eq=False)
class ClipPreview:
    """What is known as soon as a file is decoded, long before it is analysed: enough to draw and play it."""

    path: Path
    name: str
    duration: float
    source: SourceFormat
    tags: Mapping[str, str]
    peaks: WaveformPeaks
    notes: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class LaneImages:
    """Pictures of the piece over time, as the lanes show them.

    Attributes
    ----------
    mel : NDArray[np.uint8] [shape=(n_frames, 128)], mel spectrogram, 0 = 80 dB below the loudest, 255 = loudest
    mel_frequencies : NDArray[np.float64] [shape=(128,)], centre of each band, Hz
    chroma : NDArray[np.uint8] [shape=(n_frames, 12)], from C to B, 255 = the frame's strongest pitch class
    seconds_per_frame : time between frames; frame 0 is centred at 0 s
    """

    mel: NDArray[np.uint8]
    mel_frequencies: NDArray[np.float64]
    chroma: NDArray[np.uint8]
    seconds_per_frame: float


@dataclass(frozen=True, eq=False)
class ClipAnalysis:
    """Everything the program knows about one piece of music.

    Attributes
    ----------
    preview : file, format, tags, waveform and notes
    content_id : identity of the audio itself, whatever the file is called
    images : pictures over time
    beat_grid : beats, their positions in the bar, tempo; empty for silence and very short clips
    key : the key and its runner-up; None where nothing tonal sounds
    songs : the song table, one row
    bars, beats : one row a bar or beat, with `start`, `end` (s) and `bar` (and `position` for beats) at the end
    genre_features : the 58 numbers a genre model sees, in the order of `GENRE_COLUMNS` [shape=(58,)]
    genres : what the model says; None where no model could be used (`notes` says why)
    recipe : identity of the definitions these numbers follow
    notes : everything a person should know, one line each
    """

    preview: ClipPreview
    content_id: str
    images: LaneImages
    beat_grid: BeatGrid
    key: KeyEstimate | None
    songs: FeatureTable
    bars: FeatureTable
    beats: FeatureTable
    genre_features: NDArray[np.float64]
    genres: GenrePrediction | None
    recipe: str
    notes: tuple[str, ...]
