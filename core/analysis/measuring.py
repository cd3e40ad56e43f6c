"""Measuring of what does not depend on the beat grid, and the first grid that follows from it."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.analysis.result import ClipSource, Harmony, Picture
from core.audio.clip import ANALYSIS_SR, AudioClip, display_name
from core.audio.waveform import waveform_peaks
from core.features.passages import genre_windows
from core.features.rows import genre_row, song_row
from core.genre.windows import GenreWindows
from core.harmony.key import estimate_key
from core.progress import Report, silent, sub_range
from core.rhythm.classical import track_beats
from core.rhythm.downbeats import find_downbeats
from core.rhythm.estimate import BeatEstimate, uncertain_estimate
from core.rhythm.tempo import log_mel, onset_strength
from core.spectrum.cqt import cens
from core.spectrum.filter_banks import HOP_LENGTH, mel_frequencies
from core.spectrum.slices import measure_slices
from core.spectrum.tracks import Frames, FrameTracks, SliceTracks

_LANE_RANGE_DB = 80.0
_IMAGE_FRAMES = 8192  # turned into a picture at a time; a long piece would need much memory otherwise
_SHORTEST_JUDGED = 1.0  # seconds
_SHORTEST_WITH_KEY = 2.0  # seconds; what is shorter is a sound, not a piece
_FAINTEST_JUDGED = 2.0**-15  # root mean square; what never reaches one step of 16 bits is silence

_SPECTRUM, _HARMONY = 0.5, 0.65
"""Where in the time of `measure` each part ends, as measured on pieces of 5 and 40 minutes."""


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
class Measured:
    """What is measured of a clip whatever its beats are.

    Attributes
    ----------
    source : the file and the audio in it
    y : NDArray[np.float32] [shape=(n_samples,)], the analysis signal, of which passages are measured
    picture, harmony : as in `ClipAnalysis`
    tracks : what the beats are found in
    song : NDArray[np.float64] [shape=(63,)], the row of the song table
    genre : NDArray[np.float64] [shape=(58,)], the numbers of the whole piece that a genre model reads
    windows : the same window by window
    """

    source: ClipSource
    y: Frames
    picture: Picture
    harmony: Harmony
    tracks: RhythmTracks
    song: NDArray[np.float64]
    genre: NDArray[np.float64]
    windows: GenreWindows


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
    y, whole = clip.y, [(0, len(clip.y))]
    report(0.0, "Measuring the spectrum")
    (tracks,) = measure_slices(y, whole, sub_range(report, 0.0, _SPECTRUM))
    report(_SPECTRUM, "Measuring the harmony")
    (chroma_cens,) = cens(y, whole, [tracks.cqt_tuning], sub_range(report, _SPECTRUM, _HARMONY))
    report(_HARMONY, "Measuring the song")
    decibels = log_mel(tracks.frames.mel)
    song = song_row(y, tracks, chroma_cens, decibels)
    genre, heard = genre_row(tracks, decibels), _can_be_judged(tracks)
    picture = _picture(clip, tracks.frames, decibels)
    key = estimate_key(tracks.frames.chroma) if clip.duration >= _SHORTEST_WITH_KEY else None
    rhythm = RhythmTracks(decibels, tracks.frames.chroma, tracks.frames.rms)
    del tracks, chroma_cens  # a long piece needs the memory for its windows and bars
    judged = genre if heard else genre * np.nan
    windows = _measure_windows(clip, judged, sub_range(report, _HARMONY, 1.0))
    return Measured(source_of(clip), y, picture, Harmony(key), rhythm, song, genre, windows)


def find_beats(measured: Measured) -> BeatEstimate:
    """Find beats and bars in what was measured."""
    tracks = measured.tracks
    beat_times = track_beats(onset_strength(tracks.decibels), tracks.rms)
    return uncertain_estimate(find_downbeats(beat_times, tracks.decibels, tracks.chroma))


def _measure_windows(clip: AudioClip, whole: NDArray[np.float64], report: Report) -> GenreWindows:
    """Measure what a genre model reads; a piece of one window is that window.

    Each window is analysed as a clip of its own: the model learned from clips that were cut out of longer pieces,
    and what such a cut does to the first and last frames is in its numbers.
    """
    windows = genre_windows(len(clip.y))
    rows = [whole]
    if len(windows) > 1:
        rows = []
        for tracks in measure_slices(clip.y, windows):
            report(len(rows) / len(windows), f"Listening for genres, window {len(rows) + 1} of {len(windows)}")
            rows.append(genre_row(tracks, log_mel(tracks.frames.mel)) if _can_be_judged(tracks) else whole * np.nan)
    return GenreWindows(np.stack(rows), np.array(windows) / ANALYSIS_SR, whole)


def _can_be_judged(tracks: SliceTracks) -> bool:
    """Whether there is enough to hear for a model to have an opinion."""
    return tracks.n_samples >= _SHORTEST_JUDGED * ANALYSIS_SR and float(tracks.frames.rms.max()) > _FAINTEST_JUDGED


def _picture(clip: AudioClip, frames: FrameTracks, decibels: Frames) -> Picture:
    quietest, step = decibels.max() - np.float32(_LANE_RANGE_DB), np.float32(_LANE_RANGE_DB / 255)
    mel = np.empty(decibels.shape, np.uint8)
    for start in range(0, len(mel), _IMAGE_FRAMES):
        part = slice(start, start + _IMAGE_FRAMES)
        mel[part] = np.rint((decibels[part] - quietest) / step)
    return Picture(
        peaks=waveform_peaks(clip.y),
        mel=mel,
        mel_frequencies=mel_frequencies(),
        chroma=np.round(frames.chroma * np.float32(255)).astype(np.uint8),
        seconds_per_frame=HOP_LENGTH / ANALYSIS_SR,
    )
