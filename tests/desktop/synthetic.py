"""A made-up `ClipAnalysis` from plain NumPy arrays, for every test of a view. Nothing is decoded or analysed."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.analysis import ClipAnalysis, ClipPreview, ClipSource, GenreFindings, Harmony, Picture, Rhythm
from core.audio.clip import ANALYSIS_SR, SourceFormat, WaveformPeaks
from core.features.table import Column, FeatureTable, Tables
from core.genre.model import GenrePrediction
from core.genre.windows import GenreWindows
from core.harmony.chords import Chords
from core.harmony.key import KeyEstimate
from core.messages import Note
from core.rhythm.estimate import uncertain_estimate
from core.rhythm.grid import BeatGrid
from core.spectrum.balance import STEP_SECONDS, Balance
from core.structure.loudness import Loudness

GENRES = ("blues", "classical", "country", "disco", "hiphop", "jazz", "metal", "pop", "reggae", "rock")
SECONDS_PER_FRAME = 512 / ANALYSIS_SR
SAMPLES_PER_BIN = 64
CONTENT_ID = "0123456789abcdef0123456789abcdef"
NAME = "Synthetic.wav"


def synthetic_peaks(duration: float, loudness: NDArray[np.float64] | None = None) -> WaveformPeaks:
    """Peaks of a waveform whose amplitude is `loudness`, spread evenly over the piece; swelling twice by default."""
    n_samples = round(duration * ANALYSIS_SR)
    n_bins = -(-n_samples // SAMPLES_PER_BIN)
    places = np.linspace(0.0, 1.0, n_bins)
    if loudness is None:
        envelope = 0.15 + 0.7 * np.sin(2 * np.pi * places) ** 2
    else:
        envelope = np.interp(places, np.linspace(0.0, 1.0, len(loudness)), loudness)
    rough = np.random.default_rng(0).uniform(0.6, 1.0, (n_bins, 2))
    levels = [np.rint(32767 * envelope[:, None] * rough * (-1, 1)).astype(np.int16)]
    while len(levels[-1]) > 512:
        finer = levels[-1]
        starts = np.arange(0, len(finer), 4)
        lowest = np.minimum.reduceat(finer[:, 0], starts)
        highest = np.maximum.reduceat(finer[:, 1], starts)
        levels.append(np.stack([lowest, highest], axis=1))
    sizes = tuple(SAMPLES_PER_BIN * 4**level for level in range(len(levels)))
    return WaveformPeaks(levels=tuple(levels), samples_per_bin=sizes, sr=ANALYSIS_SR, n_samples=n_samples)


def synthetic_source(duration: float = 30.0) -> ClipSource:
    """A file of `duration` seconds that is not there."""
    return ClipSource(
        path=Path(NAME),
        name=NAME,
        filename=Path(NAME).stem,
        content_id=CONTENT_ID,
        duration=duration,
        format=SourceFormat("WAV", "PCM_16", 44100, 2),
        tags={"title": "Synthetic", "artist": "NumPy"},
        notes=(),
    )


def synthetic_preview(duration: float = 30.0) -> ClipPreview:
    """What is known before the analysis."""
    return ClipPreview(synthetic_source(duration), synthetic_peaks(duration))


def synthetic_beat_grid(duration: float, tempo: float) -> BeatGrid:
    """A 4/4 grid whose first beat, half a beat into the piece, is a pick-up; empty where no beat fits."""
    period = 60 / tempo
    beat_times = np.arange(period / 2, duration, period)
    positions = (np.arange(len(beat_times)) + 3) % 4 + 1
    return BeatGrid(beat_times, positions, tempo if len(beat_times) else float("nan"), 4)


def synthetic_picture(duration: float, beat_grid: BeatGrid) -> Picture:
    """A spectrogram with harmonics that follow the bars, flashing at the beats, and the chords' chroma."""
    n_frames = 1 + int(duration / SECONDS_PER_FRAME)
    times = np.arange(n_frames) * SECONDS_PER_FRAME
    bar = np.searchsorted(beat_grid.downbeat_times, times, side="right")
    root = np.array([9, 5, 0, 7])[bar % 4]
    beat = np.searchsorted(beat_grid.beat_times, times, side="right")
    last_beat = np.concatenate([[-10.0], beat_grid.beat_times])[beat]
    flash = np.exp(-(times - last_beat) / 0.08)

    bands = np.arange(128)
    harmonics = np.cos((bands[None, :] - 2 * root[:, None]) * 2 * np.pi / 16) ** 6
    level = 170 * np.exp(-bands / 60) * (0.35 + 0.65 * harmonics) + 120 * flash[:, None] * np.exp(-bands / 90)
    noise = np.random.default_rng(1).normal(0, 6, (n_frames, 128))
    mel = np.clip(level + noise, 0, 255).astype(np.uint8)

    distance = (np.arange(12)[None, :] - root[:, None]) % 12
    chroma = np.select([distance == 0, distance == 7, distance == 4], [255, 190, 150], 30).astype(np.uint8)
    mels = np.linspace(0.0, 2840.0, 130)[1:-1]
    steps = np.ones(int(duration / STEP_SECONDS) + 1, np.float32)
    balance = Balance(0.03 * steps, 0.01 * steps)
    frequencies = 700 * (10 ** (mels / 2595) - 1)
    return Picture(synthetic_peaks(duration), mel, frequencies, chroma, SECONDS_PER_FRAME, balance)


def synthetic_prediction(duration: float, n_windows: int) -> GenrePrediction:
    """Disco first, moving towards rock along the piece; windows of 30 s, overlapping when there are several."""
    length = min(30.0, duration)
    starts = np.linspace(0.0, duration - length, n_windows) if n_windows > 1 else np.zeros(1)
    course = np.linspace(0.0, 1.0, n_windows)
    logits = np.random.default_rng(2).normal(0, 0.6, (n_windows, len(GENRES)))
    logits[:, GENRES.index("disco")] += 3.0 * (1 - course)
    logits[:, GENRES.index("rock")] += 3.0 * course
    probabilities = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    notes = () if duration >= 29 else (Note("genre.short_clip", duration=f"{duration:.0f}", trained_on=30.0),)
    windows = np.stack([starts, starts + length], axis=1)
    return GenrePrediction(GENRES, probabilities.mean(axis=0), windows, probabilities, "synthetic", notes)


def synthetic_columns() -> tuple[Column, ...]:
    """The 63 measured columns of the song table, with units but without real definitions."""
    units = {"duration": "s", "tempo": "BPM", "dynamic_range": "dB"}
    plain = ["duration", "zero_crossing_rate", "tempo", "dynamic_range", "rms_mean", "rms_std"]
    plain += ["harmonic_rms", "percussive_rms", "spectral_centroid_mean", "spectral_centroid_std", "HPR"]
    stems = ["spectral_bandwidth", "spectral_rolloff", "chroma_stft", "chroma_cens", "spectral_contrast"]
    stems += ["spectral_flatness", *(f"mfcc_{i}" for i in range(20))]
    names = plain + [f"{stem}_{statistic}" for stem in stems for statistic in ("mean", "std")]
    in_hertz = ("spectral_centroid", "spectral_bandwidth", "spectral_rolloff")
    return tuple(
        Column(
            name,
            "Hz" if name.startswith(in_hertz) else units.get(name, ""),
            f"What {name} is.",
            "onset tempo" if name == "tempo" else "",
        )
        for name in names
    )


def synthetic_table(extra: dict[str, NDArray[np.float64]], uuids: tuple[str, ...]) -> FeatureTable:
    """Random numbers in the song table's columns, followed by the `extra` columns."""
    columns = synthetic_columns()
    values = np.abs(np.random.default_rng(len(uuids)).normal(1.0, 0.4, (len(uuids), len(columns))))
    if "start" in extra:
        values[:, 0] = extra["end"] - extra["start"]
    units = {"start": "s", "end": "s", "bpm": "BPM"}
    added = tuple(
        Column(name, units.get(name, ""), f"The {name} of the row.", "BPM" if name == "bpm" else "") for name in extra
    )
    values = np.column_stack([values, *extra.values()])
    return FeatureTable((NAME,) * len(uuids), uuids, columns + added, values)


def synthetic_analysis(duration: float = 30.0, tempo: float = 120.0, n_genre_windows: int = 1) -> ClipAnalysis:
    """A whole analysis of a piece in 4/4 with a pick-up beat.

    Parameters
    ----------
    duration : length of the piece, seconds
    tempo : BPM of its evenly spaced beats
    n_genre_windows : how many windows of 30 s the genre was predicted on; 0 for no prediction at all
    """
    beat_grid = synthetic_beat_grid(duration, tempo)
    downbeats = beat_grid.downbeat_times
    beats = beat_grid.beat_times
    n_bars, n_beats = len(downbeats), len(beats)
    bar_columns = {
        "start": downbeats,
        "end": np.append(downbeats[1:], duration)[:n_bars],
        "bar": np.arange(1, n_bars + 1, dtype=np.float64),
        "bpm": np.full(n_bars, tempo),
    }
    beat_columns = {
        "start": beats,
        "end": np.append(beats[1:], duration)[:n_beats],
        "bar": beat_grid.bar_numbers.astype(np.float64),
        "position": beat_grid.positions.astype(np.float64),
        "bpm": np.append(np.full(max(n_beats - 1, 0), tempo), np.nan)[:n_beats],
    }
    songs = synthetic_table({"bpm": np.array([beat_grid.tempo])}, (CONTENT_ID,))
    songs.values[0, [0, 2]] = duration, beat_grid.tempo
    prediction = synthetic_prediction(duration, n_genre_windows) if n_genre_windows else None
    windows = GenreWindows(np.ones((1, 58)), np.array([[0.0, duration]]), np.ones(58))
    return ClipAnalysis(
        source=synthetic_source(duration),
        picture=synthetic_picture(duration, beat_grid),
        rhythm=Rhythm(beat_grid, uncertain_estimate(beat_grid)),
        harmony=Harmony(KeyEstimate("A minor", 0.82, "C major", 0.74)),
        tables=Tables(
            songs=songs,
            bars=synthetic_table(bar_columns, tuple(f"{CONTENT_ID}_{i}" for i in range(n_bars))),
            beats=synthetic_table(beat_columns, tuple(f"{CONTENT_ID}_{i}" for i in range(n_beats))),
            genre_features=np.random.default_rng(3).normal(size=(1, 58)),
        ),
        genre=GenreFindings(windows, prediction, ()),
        recipe="synthetic",
        loudness=synthetic_loudness(duration),
        chords=Chords(np.array([0.0, duration / 2, duration]), ("A:min", "F:maj"), np.array([0.9, 0.6], np.float32)),
    )


def synthetic_loudness(duration: float) -> Loudness:
    """A course that rises and falls between -22 and -10 LUFS every ten seconds."""
    t = (np.arange(int(duration * 10)) + 1) / 10
    momentary = (-16 + 6 * np.sin(2 * np.pi * t / 10)).astype(np.float32)
    short_term = (-16 + 4 * np.sin(2 * np.pi * (t - 1.3) / 10)).astype(np.float32)
    momentary[:3] = short_term[:29] = np.nan
    return Loudness(-14.2, 7.1, -0.6, momentary, short_term)
