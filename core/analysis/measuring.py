"""Measuring of what does not depend on the beat grid, and the first grid that follows from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.analysis.result import ClipSource, Harmony, Picture
from core.audio.clip import ANALYSIS_SR, AudioClip, display_name
from core.audio.waveform import waveform_peaks
from core.features.extended import extended_row
from core.features.passages import genre_windows
from core.features.recipe import RECIPE_2, RECIPES
from core.features.rows import MEASURING, genre_row, song_row
from core.genre.windows import GenreWindows
from core.harmony.chords import Chords, find_chords
from core.harmony.key import estimate_key
from core.harmony.pitches import measure_pitches, voices_of
from core.language import tr
from core.progress import Report, silent, sub_range
from core.rhythm.classical import track_beats
from core.rhythm.downbeats import find_downbeats
from core.rhythm.estimate import BeatEstimate, uncertain_estimate
from core.rhythm.grid import BeatGrid
from core.rhythm.net import beat_net
from core.rhythm.tempo import log_mel, onset_strength
from core.rhythm.tracking import decode
from core.spectrum.balance import balance_of
from core.spectrum.cqt import cens
from core.spectrum.filter_banks import HOP_LENGTH, mel_frequencies
from core.spectrum.slices import measure_slices
from core.spectrum.tracks import Frames, SliceTracks

_LANE_RANGE_DB = 80.0
_IMAGE_FRAMES = 8192  # turned into a picture at a time; a long piece would need much memory otherwise
_SHORTEST_JUDGED = 1.0  # seconds
_SHORTEST_WITH_KEY = 2.0  # seconds; what is shorter is a sound, not a piece
_FAINTEST_JUDGED = 2.0**-15  # root mean square; what never reaches one step of 16 bits is silence

_FIRST, _HARMONY, _SONG = 0.33, 0.38, 0.49
"""Where in the time of `measure` each part ends, as measured on pieces of 4 and 40 minutes."""

_CENS, _ROW, _GENRE = 0.62, 0.84, 0.95
"""Where in the time of `measure_song` the harmony ends, the row of the song, and the 58 genre features."""

_HEARD = 0.35
"""Where in the time of `find_beats` the net and the onsets end."""


@dataclass(frozen=True, eq=False)
class RhythmTracks:
    """What the beats are found in.

    Attributes
    ----------
    decibels : NDArray[np.float32] [shape=(n_frames, 128)], log mel spectrum, dB
    chroma : NDArray[np.float32] [shape=(n_frames, 12)]
    rms : NDArray[np.float32] [shape=(n_frames,)]
    """

    decibels: Frames
    chroma: Frames
    rms: Frames


@dataclass(frozen=True, eq=False)
class FirstPass:
    """What the first pass over a piece finds: enough for its picture and its beats.

    Attributes
    ----------
    source : the file and the audio in it
    y : NDArray[np.float32] [shape=(n_samples,)], the analysis signal, of which passages are measured
    picture : as in `ClipAnalysis`
    tracks : what the beats are found in
    """

    source: ClipSource
    y: Frames
    picture: Picture
    tracks: RhythmTracks


@dataclass(frozen=True, eq=False)
class Measured(FirstPass):
    """What is measured of a clip whatever its beats are.

    Attributes
    ----------
    harmony : as in `ClipAnalysis`
    song : NDArray[np.float64] [shape=(63,)], the row of the song table
    genre : NDArray[np.float64] [shape=(58,)], the numbers of the whole piece that a genre model reads
    windows : the same window by window
    """

    harmony: Harmony
    song: NDArray[np.float64]
    genre: NDArray[np.float64]
    windows: GenreWindows


@dataclass(frozen=True, eq=False)
class SongNumbers:
    """The numbers of the whole piece.

    Attributes
    ----------
    song : NDArray[np.float64] [shape=(63,)], the row of the song table
    genre : NDArray[np.float64] [shape=(58,)], the numbers that a genre model reads
    extended : NDArray[np.float64] [shape=(n_extended,)], what models of the second recipe read beside them
    can_be_judged : whether there is enough to hear for a model to have an opinion
    """

    song: NDArray[np.float64]
    genre: NDArray[np.float64]
    extended: NDArray[np.float64]
    can_be_judged: bool


def source_of(clip: AudioClip) -> ClipSource:
    """Return the file and the audio in it, without its samples."""
    return ClipSource(
        path=clip.path,
        name=display_name(Path(clip.name)),
        filename=Path(clip.name).stem.encode("utf-8", "replace").decode("utf-8"),  # it may hold bytes that are no text
        content_id=clip.content_id,
        duration=clip.duration,
        format=clip.source,
        tags=clip.tags,
        notes=clip.notes,
    )


def measure(clip: AudioClip, report: Report = silent) -> Measured:
    """Measure everything about a clip that does not depend on where its beats are.

    Parameters
    ----------
    clip : AudioClip
        The decoded piece.
    report : Report
        Told the fraction done; may raise `Cancelled`.

    Returns
    -------
    Measured
    """
    first, slices = measure_first(clip, sub_range(report, 0.0, _FIRST))
    harmony = measure_harmony(first, sub_range(report, _FIRST, _HARMONY))
    song = measure_song(first, slices, sub_range(report, _HARMONY, _SONG))
    del slices  # a long piece needs the memory for its windows
    return measured_with(first, harmony, song, measure_windows(clip.y, song, sub_range(report, _SONG, 1.0)))


def measure_first(clip: AudioClip, report: Report = silent) -> tuple[FirstPass, SliceTracks]:
    """Measure the spectrum of a clip, and what follows from it at once.

    Returns
    -------
    FirstPass
        What can be shown, and what the beats are found in.
    SliceTracks
        What else `measure_song` needs; much memory for a long piece.
    """
    report(0.0, tr("Measuring the spectrum"))
    (slices,) = measure_slices(clip.y, [(0, len(clip.y))], report)
    frames = slices.frames
    decibels = log_mel(frames.mel)
    tracks = RhythmTracks(decibels, frames.chroma, frames.rms)
    report(1.0, tr("Drawing the spectrum"))
    return FirstPass(source_of(clip), clip.y, _picture(clip, slices, decibels), tracks), slices


def measure_harmony(first: FirstPass, report: Report = silent) -> Harmony:
    """Find the key of a piece, and the voices that its chords are found in."""
    pitches = measure_pitches(first.y, report)
    has_key = first.source.duration >= _SHORTEST_WITH_KEY
    return Harmony(estimate_key(first.tracks.chroma, pitches) if has_key else None, voices=voices_of(pitches))


def measure_picture(clip: AudioClip, report: Report = silent) -> Picture:
    """Measure only what is drawn of a clip."""
    report(0.0, tr("Measuring the spectrum"))
    (slices,) = measure_slices(clip.y, [(0, len(clip.y))], report)
    return _picture(clip, slices, log_mel(slices.frames.mel))


def measure_song(first: FirstPass, slices: SliceTracks, report: Report = silent) -> SongNumbers:
    """Measure the numbers of the whole piece."""
    report(0.0, tr("Measuring the harmony"))
    decibels = first.tracks.decibels
    (chroma_cens,) = cens(first.y, [(0, len(first.y))], [slices.cqt_tuning], sub_range(report, 0.0, _CENS))
    report(_CENS, MEASURING)
    song = song_row(first.y, slices, chroma_cens, decibels, sub_range(report, _CENS, _ROW))
    genre = genre_row(slices, decibels, sub_range(report, _ROW, _GENRE))
    extended = extended_row(slices, decibels, sub_range(report, _GENRE, 1.0))
    return SongNumbers(song, genre, extended, _can_be_judged(slices))


def measured_with(first: FirstPass, harmony: Harmony, song: SongNumbers, windows: GenreWindows) -> Measured:
    """Return what was measured in parts as one."""
    return Measured(first.source, first.y, first.picture, first.tracks, harmony, song.song, song.genre, windows)


def find_beats(measured: FirstPass, report: Report = silent) -> BeatEstimate:
    """Find beats and bars in what was measured: by the net where its model file can be used, without it otherwise.

    `report` is told the fraction done about once for a minute of music, and may raise `Cancelled`.
    """
    tracks, net = measured.tracks, beat_net()
    if net is not None:
        activations = net.listen(tracks.decibels, measured.y, sub_range(report, 0.0, _HEARD))
        return decode(activations, report=sub_range(report, _HEARD, 1.0))
    beat_times = track_beats(onset_strength(tracks.decibels), tracks.rms)
    return uncertain_estimate(find_downbeats(beat_times, tracks.decibels, tracks.chroma))


def chords_of(harmony: Harmony, grid: BeatGrid, duration: float) -> Chords | None:
    """Return the chords on the beats of a grid; None where their voices were not measured.

    Parameters
    ----------
    harmony : key and voices of the piece
    grid : its beats, found or corrected
    duration : length of the piece, seconds
    """
    if harmony.voices is None:
        return None
    return find_chords(harmony.voices, grid.beat_times, grid.positions, duration, harmony.key_name)


def measure_windows(y: Frames, song: SongNumbers, report: Report = silent) -> GenreWindows:
    """Measure what a genre model reads of a piece, in one process."""
    windows = genre_windows(len(y))
    return windows_of(len(y), song, window_rows(y, windows, report) if len(windows) > 1 else None)


def windows_of(n_samples: int, song: SongNumbers, rows: NDArray[np.float64] | None) -> GenreWindows:
    """Return what a genre model reads of a piece of so many samples.

    Parameters
    ----------
    n_samples : length of the piece at 22,050 Hz
    song : numbers of the whole piece
    rows : those of its windows as `window_rows` measures them; None for a piece of one window, which is that window
    """
    whole = np.concatenate([song.genre, song.extended])
    whole = whole if song.can_be_judged else whole * np.nan
    times = np.array(genre_windows(n_samples)) / ANALYSIS_SR
    return GenreWindows(whole[np.newaxis].copy() if rows is None else rows, times, whole)


def window_rows(y: Frames, windows: Sequence[tuple[int, int]], report: Report = silent) -> NDArray[np.float64]:
    """Measure windows for a genre model [shape=(n_windows, n_columns)]; NaN where there is nothing to hear.

    The columns are those of the second recipe, which begin with those of the first.

    Each window is analysed as a clip of its own: the model learned from clips that were cut out of longer pieces,
    and what such a cut does to the first and last frames is in its numbers.
    """
    rows = np.full((len(windows), len(RECIPES[RECIPE_2])), np.nan)
    for i, slices in enumerate(measure_slices(y, windows)):
        report(
            i / len(windows),
            tr("Listening for genres, window {number} of {n_windows}", number=i + 1, n_windows=len(windows)),
        )
        if _can_be_judged(slices):
            decibels = log_mel(slices.frames.mel)
            rows[i] = np.concatenate([genre_row(slices, decibels), extended_row(slices, decibels)])
    return rows


def _can_be_judged(tracks: SliceTracks) -> bool:
    """Whether there is enough to hear for a model to have an opinion."""
    return tracks.n_samples >= _SHORTEST_JUDGED * ANALYSIS_SR and float(tracks.frames.rms.max()) > _FAINTEST_JUDGED


def _picture(clip: AudioClip, slices: SliceTracks, decibels: Frames) -> Picture:
    quietest, step = decibels.max() - np.float32(_LANE_RANGE_DB), np.float32(_LANE_RANGE_DB / 255)
    mel = np.empty(decibels.shape, np.uint8)
    for start in range(0, len(mel), _IMAGE_FRAMES):
        part = slice(start, start + _IMAGE_FRAMES)
        mel[part] = np.rint((decibels[part] - quietest) / step)
    return Picture(
        peaks=waveform_peaks(clip.y),
        mel=mel,
        mel_frequencies=mel_frequencies(),
        chroma=np.round(slices.frames.chroma * np.float32(255)).astype(np.uint8),
        seconds_per_frame=HOP_LENGTH / ANALYSIS_SR,
        balance=balance_of(slices),
    )
