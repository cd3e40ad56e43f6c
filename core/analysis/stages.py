"""An analysis in stages: what is found first is told first, and what an analysis that was stopped had found is kept."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.result import ClipAnalysis, ClipPreview, GenreFindings, Harmony, Picture, Rhythm
from core.features.recipe import RECIPE
from core.features.table import FeatureTable, Tables
from core.harmony.chords import Chords
from core.rhythm.grid import BeatGrid
from core.structure.loudness import Loudness
from core.structure.sections import Sections


def _no_rows() -> NDArray[np.intp]:
    return np.empty(0, np.intp)


@dataclass(frozen=True, eq=False)
class SignalStage:
    """The analysis signal lies in a file that other processes can map; see `core.analysis.shared_signal`."""

    path: Path


@dataclass(frozen=True, eq=False)
class PictureStage:
    """Spectrogram and chroma are there."""

    picture: Picture


@dataclass(frozen=True, eq=False)
class GridStage:
    """Beats and bars can be drawn; the stage of the rhythm, with the key, follows before anybody may correct them."""

    grid: BeatGrid


@dataclass(frozen=True, eq=False)
class RhythmStage:
    """Beats, bars, tempo and key are there."""

    rhythm: Rhythm
    harmony: Harmony


@dataclass(frozen=True, eq=False)
class ChordsStage:
    """The chords are there; they follow the beats."""

    chords: Chords


@dataclass(frozen=True, eq=False)
class SongStage:
    """The row of the song table is there, and the 58 numbers that a genre model reads of the whole piece."""

    songs: FeatureTable
    genre_features: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class GenreStage:
    """The genres are there."""

    genre: GenreFindings


@dataclass(frozen=True, eq=False)
class LoudnessStage:
    """The loudness is there; it is unknown where the file could not be heard again."""

    loudness: Loudness


@dataclass(frozen=True, eq=False)
class BarsStage:
    """The table of bars is there.

    Attributes
    ----------
    bars : the table
    measured_again : NDArray[np.intp] [shape=(n,)], its rows whose passage the first grid did not have
    """

    bars: FeatureTable
    measured_again: NDArray[np.intp] = field(default_factory=_no_rows)


@dataclass(frozen=True, eq=False)
class BeatsStage:
    """The table of beats is there; the rest is as in `BarsStage`."""

    beats: FeatureTable
    measured_again: NDArray[np.intp] = field(default_factory=_no_rows)


@dataclass(frozen=True, eq=False)
class SectionsStage:
    """The sections are there, as found; they follow the beats."""

    sections: Sections


@dataclass(frozen=True, eq=False)
class SectionRowsStage:
    """The numbers of the sections that are shown are there.

    Attributes
    ----------
    shown : sections, found or edited by a person
    rows : NDArray[np.float64] [shape=(n, 63)]; None for a piece of one section, which has the row of the song
    """

    shown: Sections
    rows: NDArray[np.float64] | None


Stage = (
    ClipPreview
    | SignalStage
    | PictureStage
    | GridStage
    | RhythmStage
    | SectionsStage
    | ChordsStage
    | SectionRowsStage
    | SongStage
    | GenreStage
    | LoudnessStage
    | BarsStage
    | BeatsStage
)
"""What an analysis tells while it runs, in about this order. Each part is told once."""

OnStage = Callable[[Stage], None]


def unheard(stage: Stage) -> None:
    """Do nothing, as an `OnStage` without a listener."""


@dataclass(frozen=True, eq=False)
class PartialAnalysis:
    """What is known of a piece so far; None for each part that has not been told.

    Attributes
    ----------
    preview : the file and its waveform
    picture, rhythm, harmony, genre, sections, loudness, chords : as in `ClipAnalysis`
    songs, bars, beats, genre_features : as in its tables
    """

    preview: ClipPreview
    picture: Picture | None = None
    rhythm: Rhythm | None = None
    harmony: Harmony | None = None
    genre: GenreFindings | None = None
    songs: FeatureTable | None = None
    bars: FeatureTable | None = None
    beats: FeatureTable | None = None
    genre_features: NDArray[np.float64] | None = None
    sections: Sections | None = None
    loudness: Loudness | None = None
    chords: Chords | None = None

    @classmethod
    def of(cls, whole: ClipAnalysis) -> "PartialAnalysis":
        """Return a whole analysis as one of which no part is missing."""
        tables = whole.tables
        return cls(
            whole.preview, whole.picture, whole.rhythm, whole.harmony, whole.genre,
            tables.songs, tables.bars, tables.beats, tables.genre_features,
            sections=whole.sections, loudness=whole.loudness, chords=whole.chords,
        )  # fmt: skip

    def with_stage(self, stage: Stage) -> "PartialAnalysis":
        """Return what is known once another stage is there: its parts have the names that they have here."""
        if isinstance(stage, ClipPreview):
            return replace(self, preview=stage)
        told: dict[str, Any] = {part.name: getattr(stage, part.name) for part in fields(stage)}
        return replace(self, **{part.name: told[part.name] for part in fields(self) if part.name in told})

    def complete(self) -> ClipAnalysis | None:
        """Return the analysis; None while a part of it is missing."""
        tables = self.tables
        if self.picture is None or self.rhythm is None or self.harmony is None or self.genre is None or tables is None:
            return None
        if self.loudness is None:
            return None
        return ClipAnalysis(
            self.preview.source,
            self.picture,
            self.rhythm,
            self.harmony,
            tables,
            self.genre,
            RECIPE,
            sections=self.sections,
            loudness=self.loudness,
            chords=self.chords,
        )

    @property
    def tables(self) -> Tables | None:
        """The tables; None while one of them is missing."""
        if self.songs is None or self.bars is None or self.beats is None or self.genre_features is None:
            return None
        return Tables(self.songs, self.bars, self.beats, self.genre_features)
