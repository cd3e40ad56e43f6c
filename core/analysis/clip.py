"""The whole way of one song: a file in, a `ClipAnalysis` out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.analysis.judging import judge
from core.analysis.measuring import (
    FirstPass,
    SongNumbers,
    chords_of,
    find_beats,
    measure_first,
    measure_harmony,
    measure_song,
    measure_windows,
    measured_with,
    source_of,
)
from core.analysis.result import ClipAnalysis, ClipPreview, Harmony, Rhythm
from core.analysis.sectioning import sections_of
from core.analysis.stages import (
    ChordsStage,
    GenreStage,
    GridStage,
    LoudnessStage,
    OnStage,
    PictureStage,
    RhythmStage,
    SectionsStage,
    SongStage,
    unheard,
)
from core.analysis.tabling import song_table, tables
from core.audio.clip import AudioClip, load_clip
from core.audio.waveform import waveform_peaks
from core.features.passages import Cut
from core.features.recipe import RECIPE
from core.harmony.chords import Chords
from core.language import tr
from core.progress import Report, silent, sub_range
from core.rhythm.estimate import FINDING
from core.rhythm.grid import BeatGrid
from core.structure.loudness import loudness_of
from core.structure.sections import Sections

Corrected = Callable[[str], BeatGrid | None]
"""Finds the corrected beats of the audio with a `content_id`; None if they were never corrected."""

_DECODED = 0.04
_SPECTRUM, _RHYTHM, _HARMONY, _SONG, _WINDOWS, _JUDGED, _HEARD = 0.15, 0.18, 0.20, 0.25, 0.48, 0.50, 0.56
"""Where in the time of an analysis each part ends, as measured on pieces of 4 and 40 minutes."""


def uncorrected(_content_id: str) -> BeatGrid | None:
    """Return None, as a `Corrected` that knows of no correction."""
    return None


def analyse_clip(
    path: Path,
    *,
    model: Path | None = None,
    cut: Cut = "bars",
    report: Report = silent,
    on_stage: OnStage = unheard,
    corrected: Corrected = uncorrected,
) -> ClipAnalysis:
    """Analyse one piece of music.

    Parameters
    ----------
    path : Path
        Any file with sound in it.
    model : Path, optional
        Genre model to ask. The one that the program ships with if None.
    cut : {"bars", "beats", "fixed"}
        What a row of the bar table is: a tracked bar, a tracked beat, or a bar of the study's fixed grid.
    report : Report
        Told the fraction done; may raise `Cancelled`.
    on_stage : callable, optional
        Told each part as soon as it is there: the preview, picture, rhythm, chords, sections, song, genre, loudness,
        bars, beats.
    corrected : callable, optional
        Asked for corrected beats; bars, beats and everything that follows from them are of these then.

    Returns
    -------
    ClipAnalysis

    Raises
    ------
    AudioError
        If the file cannot be used.
    """
    clip = load_clip(path, sub_range(report, 0.0, _DECODED))
    on_stage(preview_of(clip))
    rest = sub_range(report, _DECODED, 1.0)
    return analyse_signal(clip, model=model, cut=cut, report=rest, on_stage=on_stage, corrected=corrected)


def preview_of(clip: AudioClip) -> ClipPreview:
    """Return what can be shown of a clip before it is analysed."""
    return ClipPreview(source_of(clip), waveform_peaks(clip.y))


def analyse_signal(
    clip: AudioClip,
    *,
    model: Path | None = None,
    cut: Cut = "bars",
    report: Report = silent,
    on_stage: OnStage = unheard,
    corrected: Corrected = uncorrected,
) -> ClipAnalysis:
    """Analyse a clip that is decoded already; see `analyse_clip`."""
    found = first_stages(clip, sub_range(report, 0.0, _SONG), on_stage, corrected)
    windows = measure_windows(clip.y, found.song, sub_range(report, _SONG, _WINDOWS))
    report(_WINDOWS, tr("Asking the genre model"))
    genre = judge(windows, clip.duration, model)
    on_stage(GenreStage(genre))
    loudness = loudness_of(clip.path, sub_range(report, _JUDGED, _HEARD))
    on_stage(LoudnessStage(loudness))
    measured = measured_with(found.first, found.harmony, found.song, windows)
    grid = found.rhythm.grid
    return ClipAnalysis(
        source=measured.source,
        picture=measured.picture,
        rhythm=found.rhythm,
        harmony=found.harmony,
        tables=tables(measured, grid, cut, report=sub_range(report, _HEARD, 1.0), on_stage=on_stage),
        genre=genre,
        recipe=RECIPE,
        sections=found.sections,
        loudness=loudness,
        chords=found.chords,
    )


@dataclass(frozen=True, eq=False)
class FirstFindings:
    """What one process has to find before others can share the rest.

    Attributes
    ----------
    first : picture and tracks
    rhythm, harmony, chords, sections : as in `ClipAnalysis`
    song : numbers of the whole piece
    """

    first: FirstPass
    rhythm: Rhythm
    harmony: Harmony
    chords: Chords | None
    sections: Sections
    song: SongNumbers


def first_stages(
    clip: AudioClip, report: Report = silent, on_stage: OnStage = unheard, corrected: Corrected = uncorrected
) -> FirstFindings:
    """Measure what only one process can measure; the beats come as early as they can.

    Parameters
    ----------
    clip : AudioClip
        The decoded piece.
    report : Report
        Told the fraction done; may raise `Cancelled`.
    on_stage : callable, optional
        Told picture, grid, rhythm, chords, sections and song.
    corrected : callable, optional
        Asked for corrected beats.
    """
    first, slices = measure_first(clip, sub_range(report, 0.0, _SPECTRUM / _SONG))
    on_stage(PictureStage(first.picture))
    finding = sub_range(report, _SPECTRUM / _SONG, _RHYTHM / _SONG)
    finding(0.0, FINDING)
    estimate = find_beats(first, finding)
    by_hand = corrected(first.source.content_id)
    rhythm = Rhythm(estimate.grid if by_hand is None else by_hand, estimate)
    on_stage(GridStage(rhythm.grid))
    harmony = measure_harmony(first, sub_range(report, _RHYTHM / _SONG, _HARMONY / _SONG))
    on_stage(RhythmStage(rhythm, harmony))
    chords = chords_of(harmony, rhythm.grid, clip.duration)
    if chords is not None:
        on_stage(ChordsStage(chords))
    sections = sections_of(first.picture, rhythm.grid, clip.duration)
    on_stage(SectionsStage(sections))
    song = measure_song(first, slices, sub_range(report, _HARMONY / _SONG, 1.0))
    on_stage(SongStage(song_table(first.source, rhythm.grid, song.song), song.genre[None]))
    return FirstFindings(first, rhythm, harmony, chords, sections, song)
