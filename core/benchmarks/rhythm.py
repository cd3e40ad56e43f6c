"""`groovescope benchmark rhythm`: this program's beats, those of its classical tracker and librosa's, in one run.

Times on a shared machine mean little: each is also given as a ratio to one STFT of the same signal in the same run.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

import numpy as np

from core.analysis import find_beats
from core.analysis.measuring import FirstPass, measure_first
from core.audio.clip import load_clip
from core.benchmarks.extraction import stft
from core.benchmarks.rhythm_annotations import Piece, read_beats
from core.benchmarks.rhythm_scores import Beats, Score, score, trimmed
from core.errors import ProgramError, RhythmError
from core.rhythm.classical import track_beats
from core.rhythm.downbeats import find_downbeats
from core.rhythm.grid import BeatGrid, tempo_of
from core.rhythm.onsets import find_onsets
from core.rhythm.tempo import onset_strength
from core.spectrum.tracks import Frames
from core.workers.pool import Emitter, WorkerPool

T = TypeVar("T")
OURS, CLASSICAL, LIBROSA = "this program", "classical", "librosa"
TRACKERS = (OURS, CLASSICAL, LIBROSA)
_REPEATS = 2


@dataclass(frozen=True, eq=False)
class Tracked:
    """One tracker on one piece: its score, the tempo it found (BPM) and the processor time it took, seconds."""

    score: Score
    tempo: float
    seconds: float


@dataclass(frozen=True, eq=False)
class PieceResult:
    """All trackers on one piece.

    Attributes
    ----------
    piece : what it is
    tempo : as annotated, BPM
    duration : seconds
    tracked : by the names of `TRACKERS`
    stft_seconds, onset_seconds : processor time of one STFT and of `find_onsets`
    is_trained : whether this program's tracker had its net
    """

    piece: Piece
    tempo: float
    duration: float
    tracked: dict[str, Tracked]
    stft_seconds: float
    onset_seconds: float
    is_trained: bool


def measure_piece(piece: Piece) -> PieceResult:
    """Track a piece three ways and score what comes out; raises what `read_piece` does."""
    truth, first = read_piece(piece)
    stft_seconds, _ = _best(partial(stft, first.y))
    onset_seconds, _ = _best(partial(find_onsets, first.y))
    our_seconds, estimate = _best(partial(find_beats, first))
    classical_seconds, classical = _best(partial(by_classical, first))
    librosa_seconds, times = _best(partial(by_librosa, first.y))
    tracked = {
        OURS: _tracked(truth, estimate.grid, our_seconds),
        CLASSICAL: _tracked(truth, classical, classical_seconds),
        LIBROSA: Tracked(score(truth, times, None, tempo_of(times)), tempo_of(times), librosa_seconds),
    }
    is_trained = estimate.tracker == "trained"
    return PieceResult(piece, truth.tempo, first.source.duration, tracked, stft_seconds, onset_seconds, is_trained)


def _tracked(truth: BeatGrid, grid: BeatGrid, seconds: float) -> Tracked:
    return Tracked(score(truth, grid.beat_times, grid.downbeat_times, grid.tempo), grid.tempo, seconds)


def read_piece(piece: Piece) -> tuple[BeatGrid, FirstPass]:
    """Return the annotation of a piece, and what its beats are found in.

    Raises
    ------
    AudioError, RhythmError
        If the audio or its annotation cannot be read, or nothing is annotated behind the part that does not count.
    """
    clip = load_clip(piece.audio)
    truth = read_beats(piece.beats, clip.duration)
    if len(trimmed(truth.beat_times)) < 2:
        raise RhythmError("rhythm.beats_all_trimmed", name=piece.beats.name)
    return truth, measure_first(clip)[0]


def by_classical(first: FirstPass) -> BeatGrid:
    """Return the grid of the tracker that needs no net."""
    tracks = first.tracks
    beat_times = track_beats(onset_strength(tracks.decibels), tracks.rms)
    return find_downbeats(beat_times, tracks.decibels, tracks.chroma)


def by_librosa(y: Frames) -> Beats:
    """Return the beats of librosa's tracker, as it comes [shape=(n_beats,)], seconds."""
    import librosa

    return np.asarray(librosa.beat.beat_track(y=y, sr=22050, units="time")[1], np.float64)


def _best(measure: Callable[[], T]) -> tuple[float, T]:
    """Return the shorter of two times, since a first call may load and compile, and the result."""
    times = [_timed(measure)[0] for _ in range(_REPEATS - 1)]
    seconds, result = _timed(measure)
    return min([*times, seconds]), result


def _timed(measure: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    result = measure()
    return time.process_time() - start, result


def for_all(
    function: Callable[[Piece], T], pieces: Sequence[Piece], n_processes: int
) -> Iterator[tuple[Piece, T | ProgramError]]:
    """Yield each piece with what a function makes of it, or the foreseen error, in order and as they come."""
    if n_processes == 1:
        for piece in pieces:
            yield piece, _outcome(None, function, piece)
        return
    with WorkerPool(n_processes) as pool:
        jobs = [pool.submit(_outcome, function, piece) for piece in pieces]
        for piece, job in zip(pieces, jobs, strict=True):
            yield piece, job.result()


def _outcome(_emit: Emitter | None, function: Callable[[Piece], Any], piece: Piece) -> Any:
    try:
        return function(piece)
    except ProgramError as problem:
        return problem
