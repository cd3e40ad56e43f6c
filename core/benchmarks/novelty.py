"""How often "none of these" is right: foreign sounds that are flagged, and music of the model's genres that is not.

The groups of a table (its artists) are parted in halves, and so are the kinds of foreign sounds. A way of measuring is
chosen on the first halves; what is reported is fitted on the first half of the artists, with its limit from folds
within that half, and asked about the other half and about the other kinds.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.analysis.measuring import window_rows
from core.benchmarks.novelty_detectors import DETECTORS, Detector
from core.benchmarks.speech import VOICES, can_speak, speech
from core.dataset.dataset import Dataset
from core.errors import AudioError
from core.features.recipe import GENRE_COLUMNS, LENGTH_COLUMN
from core.genre.model import GenreModel
from core.genre.novelty import fit_novelty, folds_of_groups
from core.synthesis.foreign import KINDS, foreign_sound

Rows = NDArray[np.float64]
Sounds = Mapping[str, Rows]
"""By kind, the features of some sounds [shape=(n_sounds, 58)]."""

_TRUE_SHARE = 0.95
_SR = 22050


@dataclass(frozen=True, eq=False)
class Table:
    """Rows of the genre table's columns, without those that the table lacks, with class and group of each."""

    X: Rows
    y: NDArray[np.int64]
    groups: NDArray[np.int64]
    columns: tuple[str, ...]

    def part(self, chosen: NDArray[np.bool_]) -> "Table":
        """Return some of the rows."""
        return Table(self.X[chosen], self.y[chosen], self.groups[chosen], self.columns)


def table_of(dataset: Dataset) -> Table:
    """Return what of a data set a model could read of a piece; rows that lack a number are left out."""
    columns = tuple(name for name in GENRE_COLUMNS if name in dataset.columns and name != LENGTH_COLUMN)
    X = dataset.X[:, [dataset.columns.index(name) for name in columns]]
    whole = np.isfinite(X).all(axis=1)
    groups = np.arange(len(X)) if dataset.groups is None else dataset.groups
    return Table(X[whole], dataset.y[whole], groups[whole], columns)


def measured_sounds(n_sounds: int, kinds: Iterable[str] = KINDS, seconds: float = 30.0) -> Iterator[tuple[str, Rows]]:
    """Yield each kind with the features of some sounds, by the program's own extraction; speech where it can be."""
    voices = VOICES if can_speak() else ()
    for kind in kinds:
        yield kind, _features([foreign_sound(kind, seed, seconds, _SR) for seed in range(n_sounds)])
    for voice in voices:
        yield f"speech ({voice})", _features([speech(voice, seed, seconds, _SR) for seed in range(n_sounds)])


def _features(signals: Sequence[NDArray[np.float32]]) -> Rows:
    return np.array([window_rows(y, [(0, len(y))])[0, : len(GENRE_COLUMNS)] for y in signals])


def selected(sounds: Sounds, table: Table) -> dict[str, Rows]:
    """Return the columns that the table has; a missing tempo is the table's median."""
    places = [GENRE_COLUMNS.index(name) for name in table.columns]
    rows = {kind: found[:, places].copy() for kind, found in sounds.items()}
    if "tempo" in table.columns:
        tempo = table.columns.index("tempo")
        for found in rows.values():
            found[~(found[:, tempo] > 0), tempo] = np.median(table.X[:, tempo])
    return rows


def halves(table: Table, sounds: Sounds) -> tuple[tuple[Table, Sounds], tuple[Table, Sounds]]:
    """Return what to choose on, and what to report on: other artists and other kinds."""
    first = folds_of_groups(table.groups, n_folds=2) == 0
    names = list(sounds)
    even, odd = ({name: sounds[name] for name in names[start::2]} for start in (0, 1))
    return (table.part(first), even), (table.part(~first), odd)


def compare(table: Table, sounds: Sounds) -> Iterator[str]:
    """Yield, for each way of measuring, how many held-out clips it flags where it flags 95 % of the foreign sounds."""
    yield f"{'detector':30}{'clips flagged':>14}   worst kind (clips flagged at 95 % of it)"
    for name, detector in DETECTORS.items():
        of_clips = _held_out(detector, table)
        score = detector(table.X, table.y, table.columns)
        of_sounds = {kind: score(rows) for kind, rows in sounds.items()}
        pooled = _share_above(of_clips, np.concatenate(list(of_sounds.values())))
        worst = max(of_sounds, key=lambda kind: _share_above(of_clips, of_sounds[kind]))
        yield f"{name:30}{100 * pooled:12.1f} %   {worst} {100 * _share_above(of_clips, of_sounds[worst]):.1f} %"


def _held_out(detector: Detector, table: Table, n_folds: int = 5) -> Rows:
    fold_of = folds_of_groups(table.groups, n_folds=n_folds)
    found = np.empty(len(table.X))
    for fold in range(n_folds):
        kept = table.part(fold_of != fold)
        found[fold_of == fold] = detector(kept.X, kept.y, kept.columns)(table.X[fold_of == fold])
    return found


def _share_above(of_clips: Rows, of_sounds: Rows) -> float:
    """Return the share of clips above the value that 95 % of the sounds exceed."""
    return float((of_clips > np.quantile(of_sounds, 1 - _TRUE_SHARE)).mean())


def report(chosen: tuple[Table, Sounds], held: tuple[Table, Sounds]) -> Iterator[str]:
    """Yield how many held-out clips and foreign sounds are flagged, kind by kind."""
    (table, known), (other, foreign) = chosen, held
    measure = fit_novelty(table.X, table.y, table.columns, table.groups)
    if measure is None:
        yield "Too few rows to measure novelty by."
        return
    flagged = (measure.of_rows(other.X) > 1).mean()
    yield f"Fitted on {len(table.X)} clips; limit at {100 * measure.false_alarms:.1f} % of them, held out by group."
    yield f"{'held-out genre clips':30}{len(other.X):6}{100 * flagged:8.1f} % flagged"
    for title, sounds in (("foreign kinds chosen on", known), ("foreign kinds held out", foreign)):
        every = [measure.of_rows(rows) > 1 for rows in sounds.values()]
        count = sum(map(len, every))
        yield f"{title:30}{count:6}{100 * np.concatenate(every).mean():8.1f} % flagged"
        for kind, found in zip(sounds, every, strict=True):
            yield f"  {kind:28}{len(found):6}{100 * found.mean():8.1f} %"


def music_lines(files: Sequence[Path], model: GenreModel) -> Iterator[str]:
    """Yield how many music files a model flags, file by file where it does."""
    from core.analysis import judge, measure
    from core.audio.clip import load_clip

    flagged = heard = 0
    for path in files:
        try:
            measured = measure(load_clip(path))
        except AudioError as problem:
            yield f"{path.name}: {problem}"
            continue
        prediction = judge(measured.windows, measured.source.duration).prediction
        if prediction is None:
            continue
        heard += 1
        if prediction.is_outside:
            flagged += 1
            yield f"  {path.name}: {prediction.novelty:.2f} times the limit"
    if heard:
        yield f"{'music files':30}{heard:6}{100 * flagged / heard:8.1f} % flagged by {model.passport.name}"
