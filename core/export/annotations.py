"""What is known of a song in time, for other programs: beats, bars, sections, chords, key."""

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.export.spans import LabelledSpans
from core.rhythm.grid import BeatGrid

if TYPE_CHECKING:
    from core.analysis import ClipAnalysis


@dataclass(frozen=True, eq=False)
class Annotations:
    """One song's annotations; what is not known is None.

    Attributes
    ----------
    name : name of the file with its extension
    duration : seconds
    content_id : identity of the audio
    title, artist, album : as the file or the user says; empty if unknown
    grid : beats and bars
    is_corrected : whether a person corrected the beats
    sections, chords : labelled spans, chords in Harte's syntax ("C:maj", "N")
    key : such as "Bb minor"
    tempo, tempo_confidence : BPM, and how sure it is in [0, 1]
    sample_rate : of the file, in which layers of Sonic Visualiser count
    """

    name: str
    duration: float
    content_id: str = ""
    title: str = ""
    artist: str = ""
    album: str = ""
    grid: BeatGrid | None = None
    is_corrected: bool = False
    sections: LabelledSpans | None = None
    chords: LabelledSpans | None = None
    key: str | None = None
    tempo: float | None = None
    tempo_confidence: float | None = None
    sample_rate: int = 44_100


def annotations_of_clip(analysis: "ClipAnalysis", grid: BeatGrid) -> Annotations:
    """Return what an analysis found in a clip, with its beats as they are by now."""
    source, confidence = analysis.source, analysis.rhythm.estimate.confidence
    return Annotations(
        name=source.name,
        duration=source.duration,
        content_id=source.content_id,
        title=source.tags.get("title", ""),
        artist=source.tags.get("artist", ""),
        album=source.tags.get("album", ""),
        grid=grid,
        sections=analysis.sections,
        chords=analysis.chords,
        is_corrected=replace(analysis.rhythm, grid=grid).is_corrected,
        key=analysis.harmony.key_name,
        tempo=grid.tempo if math.isfinite(grid.tempo) else None,
        tempo_confidence=confidence if math.isfinite(confidence) else None,
        sample_rate=source.format.sr,
    )
