"""`groovescope benchmark extraction`: the three tables in this project's way and in plain librosa's, in one run.

Times on a shared machine mean little, ratios of times from the same run do. Every number is compared as well, with
the tolerances that the tables promise.
"""

import time
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from core.audio.clip import load_clip
from core.features.columns import SONG_COLUMNS
from core.features.passages import fixed_passages
from core.features.recipe import GENRE_COLUMNS
from core.features.rows import genre_row, measure_rows, song_row
from core.reference.tolerances import BAR, SONG, WIDER_BAR, WIDER_SONG, allowed
from core.rhythm.tempo import log_mel
from core.spectrum.cqt import cens
from core.spectrum.filter_banks import HOP_LENGTH, N_FFT, stft_window
from core.spectrum.slices import measure_slices
from core.spectrum.tracks import Frames

T = TypeVar("T")
NAMES = tuple(column.name for column in SONG_COLUMNS)
GENRE_TOLERANCE = 1e-3
EXEMPT_BAR_TEMPI = 0.03
"""Share of bars whose tempo may be another: two lags can tie, and passages under half a second have none here."""


@dataclass(frozen=True, eq=False)
class Tables:
    """The numbers of one clip: song [shape=(63,)], fixed-grid bars [shape=(n_bars, 63)], genre [shape=(58,)]."""

    song: NDArray[np.float64]
    bars: NDArray[np.float64]
    genre: NDArray[np.float64]


@dataclass(frozen=True)
class Comparison:
    """One clip: seconds each way, seconds of the STFT alone, and the columns that are beyond their tolerance."""

    name: str
    seconds: float
    librosa_seconds: float
    stft_seconds: float
    wrong: tuple[str, ...]
    n_bars: int
    n_other_tempi: int

    @property
    def ratio(self) -> float:
        """How many times faster."""
        return self.librosa_seconds / self.seconds


def ours(y: Frames) -> Tables:
    """Measure the three tables in one shared pass."""
    whole = [(0, len(y))]
    (tracks,) = measure_slices(y, whole)
    (chroma_cens,) = cens(y, whole, [tracks.cqt_tuning])
    decibels = log_mel(tracks.frames.mel)
    song = song_row(y, tracks, chroma_cens, decibels)
    bars = measure_rows(y, fixed_passages(float(song[NAMES.index("tempo")]), len(y)).bounds)
    return Tables(song, bars, genre_row(tracks, decibels))


@np.errstate(divide="ignore", invalid="ignore")  # the level of silence, which `_near` does not compare
def librosas(y: Frames) -> Tables:
    """Measure the three tables call by call."""
    from core.reference.librosa_rows import genre_row as librosa_genre_row
    from core.reference.librosa_rows import song_row as librosa_song_row

    warnings.filterwarnings("ignore", message="n_fft=.* is too large")  # short bars; the numbers are meant
    song = librosa_song_row(y)
    bounds = fixed_passages(song["tempo"], len(y)).bounds
    padded = np.pad(y, (0, max(0, bounds[-1][1] - len(y))))
    bars = [librosa_song_row(padded[start:end]) for start, end in bounds]
    rows = [np.array([row[name] for name in NAMES]) for row in (song, *bars)]
    return Tables(rows[0], np.stack(rows[1:]), np.array(librosa_genre_row(y)))


def stft(y: Frames) -> None:
    """Compute the one transform that every way needs."""
    import scipy.fft

    windows = np.lib.stride_tricks.sliding_window_view(np.pad(y, N_FFT // 2, mode="reflect"), N_FFT)[::HOP_LENGTH]
    scipy.fft.rfft(windows * stft_window().astype(np.float32), axis=1)


def compare(paths: Sequence[Path], repeats: int = 3) -> Iterator[Comparison]:
    """Measure clips one after another, ours the best of `repeats`, librosa's once after a warm-up on the first clip."""
    first = load_clip(paths[0]).y
    ours(first)
    librosas(first[: 22050 * 6])  # its first calls compile; that is not what is compared
    for path in paths:
        y = load_clip(path).y
        seconds, mine = _best(partial(ours, y), repeats)
        stft_seconds, _ = _best(partial(stft, y), repeats)
        librosa_seconds, theirs = _best(partial(librosas, y), 1)
        wrong, n_other = differences(mine, theirs)
        yield Comparison(path.stem, seconds, librosa_seconds, stft_seconds, wrong, len(mine.bars), n_other)


def differences(mine: Tables, theirs: Tables) -> tuple[tuple[str, ...], int]:
    """Return the columns of any table beyond their tolerance, and the number of bars with another tempo."""
    song = _beyond(mine.song[np.newaxis], theirs.song[np.newaxis], SONG, WIDER_SONG)
    bars = _beyond(mine.bars, theirs.bars, BAR, WIDER_BAR) - {"tempo"}
    near = _near(mine.genre, theirs.genre, GENRE_TOLERANCE * np.maximum(np.abs(theirs.genre), 1e-12))
    genre = {name for name, is_near in zip(GENRE_COLUMNS, near, strict=True) if not is_near}
    tempo = NAMES.index("tempo")
    n_other = int(np.sum(~(np.abs(mine.bars[:, tempo] - theirs.bars[:, tempo]) < 1e-6)))
    labelled = {"song": song, "bar": bars, "genre": genre}
    return tuple(f"{table} {name}" for table, names in labelled.items() for name in sorted(names)), n_other


def _beyond(
    mine: NDArray[np.float64], theirs: NDArray[np.float64], tolerance: float, wider: Mapping[str, float]
) -> set[str]:
    wrong = set()
    for i, name in enumerate(NAMES):
        near = _near(mine[:, i], theirs[:, i], allowed(name, theirs[:, i], tolerance, wider))
        if name.startswith("chroma_cens"):
            near |= theirs[:, NAMES.index("chroma_cens_mean")] == 0.0  # silence: both normalise 0 / 0
        if not near.all():
            wrong.add(name)
    return wrong


def _near(mine: NDArray[np.float64], theirs: NDArray[np.float64], tolerance: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return where the numbers agree, or librosa has none: a ratio or a level of silence, 0 / 0 on both sides."""
    rounding = np.where((mine == 0.0) | (theirs == 0.0), np.finfo(np.float32).eps, 0.0)  # no share of 0 is near it
    with np.errstate(invalid="ignore"):  # infinity less infinity
        near = np.abs(mine - theirs) <= np.maximum(tolerance, rounding)
    return np.asarray(near | ~np.isfinite(theirs))


def _best(measure: Callable[[], T], repeats: int) -> tuple[float, T]:
    best, result = _timed(measure)
    for _ in range(repeats - 1):
        best = min(best, _timed(measure)[0])
    return best, result


def _timed(measure: Callable[[], T]) -> tuple[float, T]:
    """Return seconds of a core, into which other programs on the machine do not count, and the result."""
    start = time.process_time()
    result = measure()
    return time.process_time() - start, result


def _against_essentia(paths: Sequence[Path], repeats: int = 2) -> Iterator[str]:
    """Yield how much faster song and genre rows come than what Essentia measures, on the same files in one run."""
    from core.benchmarks import essentia_reference as essentia

    try:
        extractor = essentia.make_extractor()
    except ImportError:
        yield "Essentia is not installed here; 'pip install essentia' into this environment adds the comparison with it"
        return
    seconds = reference = 0.0
    for path in paths:
        seconds += _best(partial(essentia.song_and_genre, path), repeats)[0]
        reference += _best(partial(essentia.extract, extractor, path), 1)[0]
    yield (
        f"song and genre tables: {reference / seconds:.1f} times faster than Essentia's MusicExtractor (at least 10), "
        f"{seconds / len(paths):.3f} s against {reference / len(paths):.2f} s a clip, decoding included"
    )


def run(paths: Sequence[Path]) -> Iterator[str]:
    """Yield the lines of the report as they come: one for each clip, then the sum of all."""
    done: list[Comparison] = []
    for comparison in compare(paths):
        done.append(comparison)
        verdict = "every number within tolerance" if not comparison.wrong else f"beyond: {', '.join(comparison.wrong)}"
        stfts = comparison.seconds / comparison.stft_seconds
        yield (
            f"{comparison.name:<16}{comparison.seconds:>7.3f} s   librosa{comparison.librosa_seconds:>7.2f} s  "
            f"{comparison.ratio:>5.1f} times faster   {stfts:>5.1f} STFTs   {verdict}"
        )
    total, reference = sum(c.seconds for c in done), sum(c.librosa_seconds for c in done)
    n_bars, n_other = sum(c.n_bars for c in done), sum(c.n_other_tempi for c in done)
    yield (
        f"all {len(done)} clips: {reference / total:.1f} times faster than librosa (aim 40, at least 20), "
        f"{total / sum(c.stft_seconds for c in done):.1f} times the STFT's own time"
    )
    yield from _against_essentia(paths)
    yield f"tempo equal on {1 - n_other / max(n_bars, 1):.1%} of {n_bars} bars (at least {1 - EXEMPT_BAR_TEMPI:.0%})"
