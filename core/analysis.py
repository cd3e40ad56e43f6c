"""The front door: a file in, a `ClipAnalysis` out. The window, the batch and the command line all come here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR, AudioClip, SourceFormat, WaveformPeaks, clip_uuid, display_name, load_clip
from core.audio.waveform import waveform_peaks
from core.features.columns import BAR_COLUMNS, BEAT_COLUMNS, SONG_COLUMNS
from core.features.passages import Cut, Passages, bar_passages, beat_passages, fixed_passages, genre_windows
from core.features.recipe import RECIPE
from core.features.rows import genre_row, measure_rows, song_row
from core.features.table import Column, FeatureTable
from core.genre.model import GenreModel, GenrePrediction, ModelError, load_model
from core.genre.windows import GenreWindows
from core.harmony.key import KeyEstimate, estimate_key
from core.progress import Report, silent, sub_range
from core.rhythm.beats import BeatGrid, track_beats
from core.rhythm.downbeats import find_downbeats
from core.rhythm.tempo import log_mel, onset_strength
from core.spectrum.cqt import cens
from core.spectrum.filter_banks import HOP_LENGTH, mel_frequencies
from core.spectrum.slices import measure_slices
from core.spectrum.tracks import FrameTracks, SliceTracks
from models import shipped_model_path

_LANE_RANGE_DB = 80.0
_IMAGE_FRAMES = 8192  # turned into a picture at a time; a long piece would need much memory otherwise
_SHORTEST_JUDGED = 1.0  # seconds
_SHORTEST_WITH_KEY = 2.0  # seconds; what is shorter is a sound, not a piece
_FAINTEST_JUDGED = 2.0**-15  # root mean square; what never reaches one step of 16 bits is silence


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
    genre_features : the 58 numbers of the whole piece, in the order of `GENRE_COLUMNS` [shape=(58,)]
    windows : what the genre model saw, window by window
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
    windows: GenreWindows
    genres: GenrePrediction | None
    recipe: str
    notes: tuple[str, ...]


def analyse_clip(
    path: Path,
    *,
    model: Path | None = None,
    cut: Cut = "bars",
    report: Report = silent,
    on_preview: Callable[[ClipPreview], None] | None = None,
) -> ClipAnalysis:
    """Analyse one piece of music.

    Parameters
    ----------
    path : any file with sound in it
    model : the genre model to ask; None for the one that the program ships with
    cut : what a row of the bar table is: a tracked bar, a tracked beat, or a bar of the study's fixed grid
    report : told how far it is; may raise `Cancelled`
    on_preview : told what is known as soon as the file is decoded

    Raises
    ------
    AudioError : when the file cannot be used; its text is one line for a person
    """
    clip = load_clip(path, sub_range(report, 0.0, _DECODED))
    preview = preview_of(clip)
    if on_preview is not None:
        on_preview(preview)
    return analyse_signal(clip, preview, model=model, cut=cut, report=sub_range(report, _DECODED, 1.0))


def preview_of(clip: AudioClip) -> ClipPreview:
    """What can be shown of a clip before it is analysed."""
    return ClipPreview(
        path=clip.path,
        name=display_name(Path(clip.name)),
        duration=clip.duration,
        source=clip.source,
        tags=clip.tags,
        peaks=waveform_peaks(clip.y),
        notes=clip.notes,
    )


def analyse_signal(
    clip: AudioClip, preview: ClipPreview, *, model: Path | None = None, cut: Cut = "bars", report: Report = silent
) -> ClipAnalysis:
    """Analyse a clip that is decoded already; see `analyse_clip`."""
    y, whole = clip.y, [(0, len(clip.y))]
    report(0.0, "Measuring the spectrum")
    (tracks,) = measure_slices(y, whole, sub_range(report, 0.0, _MEASURED))
    report(_MEASURED, "Measuring the harmony")
    (chroma_cens,) = cens(y, whole, [tracks.cqt_tuning], sub_range(report, _MEASURED, _HARMONIC))
    report(_HARMONIC, "Finding beats and bars")
    decibels = log_mel(tracks.frames.mel)
    beat_times = track_beats(onset_strength(decibels), tracks.frames.rms)
    report((_HARMONIC + _FOUND) / 2, "Finding beats and bars")
    grid = find_downbeats(beat_times, decibels, tracks.frames.chroma)
    song = song_row(y, tracks, chroma_cens, decibels)
    genre_features, heard = genre_row(tracks, decibels), _can_be_judged(tracks)
    images = _lane_images(tracks.frames, decibels)
    key = estimate_key(tracks.frames.chroma) if clip.duration >= _SHORTEST_WITH_KEY else None
    del tracks, decibels, chroma_cens  # a long piece needs the memory for its bars
    judged = genre_features if heard else genre_features * np.nan
    windows = _measure_windows(clip, judged, sub_range(report, _FOUND, _HEARD))
    report(_HEARD, "Asking the genre model")
    genres, notes = judge(windows, clip.duration, model)
    bars = _cut(cut, grid, float(song[_TEMPO]), len(y))
    beats = beat_passages(grid, len(y))
    work = _BAR_WORK * len(bars)
    share = _HEARD + (1 - _HEARD) * work / max(1.0, work + len(beats))
    bar_rows = measure_rows(y, bars.bounds, sub_range(report, _HEARD, share), "Measuring bar")
    beat_rows = measure_rows(y, beats.bounds, sub_range(report, share, 1.0), "Measuring beat")
    return ClipAnalysis(
        preview=preview,
        content_id=clip.content_id,
        images=images,
        beat_grid=grid,
        key=key,
        songs=_table(clip, SONG_COLUMNS, song[np.newaxis]),
        bars=_table(clip, BAR_COLUMNS, _with_place(bar_rows, bars), numbered=True),
        beats=_table(clip, BEAT_COLUMNS, _with_place(beat_rows, beats, beats.positions), numbered=True),
        genre_features=genre_features,
        windows=windows,
        genres=genres,
        recipe=RECIPE,
        notes=(*clip.notes, *_rhythm_notes(grid), *notes),
    )


_TEMPO = [column.name for column in SONG_COLUMNS].index("tempo")


_DECODED = 0.04
_MEASURED, _HARMONIC, _FOUND, _HEARD = 0.18, 0.23, 0.27, 0.38
"""Where in the time of an analysis each part ends, as measured on pieces of 5 and 40 minutes."""

_BAR_WORK = 3.2
"""What a bar takes, in beats: it is four times as long, but has as many rows to write."""


def judge(
    windows: GenreWindows, duration: float, model: Path | None = None
) -> tuple[GenrePrediction | None, tuple[str, ...]]:
    """What a model (None: the shipped one) says of a piece of `duration` seconds; with None, the note says why."""
    try:
        asked = _model(model or shipped_model_path())
        prediction = asked.predict(*windows.for_model(asked.passport, duration), duration)
    except ModelError as problem:
        return None, (str(problem),)
    return prediction, prediction.notes


def with_genres(analysis: ClipAnalysis, genres: GenrePrediction | None, notes: tuple[str, ...]) -> ClipAnalysis:
    """The same analysis with what another model says, as `judge` returned it, in the place of what one said before."""
    said = analysis.genres.notes if analysis.genres is not None else analysis.notes[-1:]
    kept = analysis.notes[: len(analysis.notes) - len(said)]
    return replace(analysis, genres=genres, notes=(*kept, *notes))


def _measure_windows(clip: AudioClip, whole: NDArray[np.float64], report: Report) -> GenreWindows:
    """What a model will read; a piece of one window is that window.

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


def _model(path: Path) -> GenreModel:
    return _loaded_model(path, path.stat().st_mtime_ns if path.exists() else 0)


@lru_cache(maxsize=4)
def _loaded_model(path: Path, changed: int) -> GenreModel:  # noqa: ARG001 (a file written anew is read anew)
    return load_model(path)


def _lane_images(frames: FrameTracks, decibels: NDArray[np.float32]) -> LaneImages:
    quietest, step = decibels.max() - np.float32(_LANE_RANGE_DB), np.float32(_LANE_RANGE_DB / 255)
    mel = np.empty(decibels.shape, np.uint8)
    for start in range(0, len(mel), _IMAGE_FRAMES):
        part = slice(start, start + _IMAGE_FRAMES)
        mel[part] = np.rint((decibels[part] - quietest) / step)
    return LaneImages(
        mel=mel,
        mel_frequencies=mel_frequencies(),
        chroma=np.round(frames.chroma * np.float32(255)).astype(np.uint8),
        seconds_per_frame=HOP_LENGTH / ANALYSIS_SR,
    )


def _cut(cut: Cut, grid: BeatGrid, tempo: float, n_samples: int) -> Passages:
    if cut == "fixed":
        return fixed_passages(tempo, n_samples)
    return bar_passages(grid, n_samples) if cut == "bars" else beat_passages(grid, n_samples)


def _with_place(rows: NDArray[np.float64], passages: Passages, *more: NDArray[np.int64]) -> NDArray[np.float64]:
    return np.column_stack([rows, passages.starts, passages.ends, passages.bars, *more])


def _table(
    clip: AudioClip, columns: tuple[Column, ...], values: NDArray[np.float64], *, numbered: bool = False
) -> FeatureTable:
    song = clip_uuid(clip.content_id)
    uuids = tuple(f"{song}_{i}" for i in range(len(values))) if numbered else (song,) * len(values)
    name = Path(clip.name).stem.encode("utf-8", "replace").decode("utf-8")  # a name may hold bytes that are no text
    return FeatureTable((name,) * len(values), uuids, columns, values)


def _rhythm_notes(grid: BeatGrid) -> tuple[str, ...]:
    return () if len(grid) else ("No beats were found: the piece is silent, too short, or has no clear onsets.",)
