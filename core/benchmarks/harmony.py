"""`groovescope benchmark key` and `chords`: what is found beside template matching with librosa, against annotations.

mir_eval scores both. Keys: 1 for the key, 0.5 for a fifth off, 0.3 for the relative key, 0.2 for the other mode.
Chords: share of the time with the right root and mode, where the annotation is a major or minor chord or none.
"""

import csv
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.analysis import find_beats
from core.analysis.measuring import chords_of, measure_first, measure_harmony
from core.audio.clip import ANALYSIS_SR, load_clip
from core.audio.files import find_audio_files
from core.benchmarks.extraction import stft
from core.errors import CommandError
from core.harmony.chords import Chords
from core.harmony.key_names import SPELLED, key_name
from core.harmony.pitches import measure_pitches
from core.rhythm.grid import BeatGrid

TABLE = "clips.csv"
"""A table in the folder with the columns `clip` and `key`."""

_KRUMHANSL = {
    "major": (6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88),
    "minor": (6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17),
}
_RESAMPLES = 2000


@dataclass(frozen=True)
class Scored:
    """One piece: what was found by this program and by librosa's templates, and the scores of both, 0 to 1.

    `cost` is the processor time of what keys and chords are found in, as a multiple of one STFT of the piece.
    """

    name: str
    truth: str
    ours: str
    librosa: str
    score: float
    librosa_score: float
    cost: float


def pieces_with_keys(folder: Path) -> list[tuple[Path, str]]:
    """Return audio files and their keys, from `clips.csv` or from `.key` files beside them.

    Raises
    ------
    CommandError
        If the folder has no audio with a key.
    """
    keys: dict[str, str] = {}
    if (folder / TABLE).is_file():
        with (folder / TABLE).open(encoding="utf-8", newline="") as file:
            keys = {row["clip"]: row["key"] for row in csv.DictReader(file)}
    found = []
    for audio in find_audio_files(folder):
        beside = audio.with_suffix(".key")
        text = beside.read_text("utf-8") if beside.is_file() else keys.get(audio.stem, keys.get(audio.name, ""))
        name = key_name(text)
        if name is not None:
            found.append((audio, name))
    if not found:
        raise CommandError("command.no_keys", folder=folder)
    return found


def pieces_with_chords(folder: Path) -> list[tuple[Path, Path]]:
    """Return audio files with the `.chords.lab` files beside them.

    Raises
    ------
    CommandError
        If the folder has no audio with chords.
    """
    found = [
        (audio, audio.with_suffix(".chords.lab"))
        for audio in find_audio_files(folder)
        if audio.with_suffix(".chords.lab").is_file()
    ]
    if not found:
        raise CommandError("command.no_chords", folder=folder)
    return found


def score_key(audio: Path, truth: str) -> Scored:
    """Find the key of a piece both ways; "none" scores 0."""
    import mir_eval.key

    first, _ = measure_first(load_clip(audio))
    key = measure_harmony(first).key
    ours, theirs = (key.name if key is not None else "none"), librosa_key(first.y)
    scores = [0.0 if name == "none" else float(mir_eval.key.weighted_score(truth, name)) for name in (ours, theirs)]
    return Scored(audio.stem, truth, ours, theirs, scores[0], scores[1], _cost(first.y))


def score_chords(audio: Path, labels: Path) -> Scored:
    """Find the chords of a piece both ways, each on the beats that this program finds."""
    first, _ = measure_first(load_clip(audio))
    grid = find_beats(first).grid
    chords = chords_of(measure_harmony(first), grid, first.source.duration)
    assert chords is not None  # measure_harmony has measured the voices
    theirs = librosa_chords(first.y, grid, first.source.duration)
    return Scored(
        audio.stem,
        labels.name,
        f"{len(chords)} chords",
        f"{len(theirs)} chords",
        majmin(labels, chords),
        majmin(labels, theirs),
        _cost(first.y),
    )


def majmin(labels: Path, chords: Chords) -> float:
    """Return mir_eval's weighted major–minor score of chords against annotated ones."""
    import mir_eval.chord
    import mir_eval.io

    intervals, truth = mir_eval.io.load_labeled_intervals(str(labels))
    found = np.column_stack([chords.times[:-1], chords.times[1:]]) if len(chords) else np.array([[0.0, 0.1]])
    return float(mir_eval.chord.evaluate(intervals, truth, found, list(chords.labels) or ["N"])["majmin"])


def librosa_key(y: NDArray[np.float32]) -> str:
    """Return the key whose Krumhansl profile correlates best with the mean of librosa's constant-Q chroma."""
    import librosa

    mean = librosa.feature.chroma_cqt(y=y, sr=ANALYSIS_SR).mean(axis=1)
    if np.ptp(mean) == 0:
        return "none"
    strengths = {
        f"{SPELLED[mode][tonic]} {mode}": np.corrcoef(mean, np.roll(profile, tonic))[0, 1]
        for mode, profile in _KRUMHANSL.items()
        for tonic in range(12)
    }
    return max(strengths, key=strengths.__getitem__)


def librosa_chords(y: NDArray[np.float32], grid: BeatGrid, duration: float) -> Chords:
    """Return for each beat the triad that is nearest to the mean of librosa's constant-Q chroma."""
    import librosa

    chroma = librosa.feature.chroma_cqt(y=y, sr=ANALYSIS_SR)
    times = np.unique(np.clip(np.r_[0.0, grid.beat_times, duration], 0.0, duration))
    bounds = librosa.time_to_frames(times, sr=ANALYSIS_SR).clip(0, chroma.shape[1] - 1)
    labels = []
    triads = {f"{SPELLED['minor'][root]}:{kind}": np.zeros(12) for kind in ("maj", "min") for root in range(12)}
    for name, template in triads.items():
        root, kind = name.split(":")
        place = SPELLED["minor"].index(root)
        template[[place, (place + (4 if kind == "maj" else 3)) % 12, (place + 7) % 12]] = 1
    for start, end in pairwise(bounds):
        mean = chroma[:, start : max(end, start + 1)].mean(axis=1)
        labels.append(max(triads, key=lambda name: float(mean @ triads[name])) if mean.max() > 0 else "N")
    return Chords(times, tuple(labels), np.ones(len(labels), np.float32))


def report(results: Sequence[Scored]) -> Iterator[str]:
    """Yield the means with 95 % intervals of a bootstrap over pieces."""
    yield ""
    for name, scores in (
        ("this program", [one.score for one in results]),
        ("librosa's templates", [one.librosa_score for one in results]),
    ):
        low, high = interval(np.array(scores))
        yield f"{name:22}{np.mean(scores):.3f}   95 %: {low:.3f} to {high:.3f}"
    cost = np.median([one.cost for one in results])
    yield f"{len(results)} pieces; what both are found in takes {cost:.1f} times as long as one STFT"


def interval(scores: NDArray[np.float64]) -> tuple[float, float]:
    """Return the 95 % interval of the mean by a bootstrap over pieces, always the same for the same scores."""
    rng = np.random.default_rng(0)
    means = scores[rng.integers(len(scores), size=(_RESAMPLES, len(scores)))].mean(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return float(low), float(high)


def line(result: Scored) -> str:
    """Return what is printed of one piece."""
    found = f"{result.truth:16}{result.ours:14}{result.librosa:14}"
    return f"{result.name:24}{found}{result.score:7.3f}{result.librosa_score:7.3f}"


def _cost(y: NDArray[np.float32]) -> float:
    seconds = []
    for measure in (measure_pitches, stft):
        start = time.process_time()
        measure(y)
        seconds.append(time.process_time() - start)
    return seconds[0] / max(seconds[1], 1e-9)
