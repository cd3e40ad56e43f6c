"""How well sections are found: against annotated ones, beside a guess that hears nothing and another annotator.

Annotations are files `NAME.sections.lab` beside an audio file, or `NAME.sections1.lab`, `NAME.sections2.lab` … where
several people annotated it: start and end in seconds and a label, one section a line.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.analysis.measuring import find_beats, measure_first
from core.analysis.sectioning import sections_of
from core.audio.clip import load_clip
from core.audio.files import find_audio_files
from core.errors import CommandError
from core.structure.sections import Sections

METRICS = ("F 3 s", "F 0.5 s", "pairwise F")
"""F-measure of the borders within 3 s and within 0.5 s, the ends of the piece left out; and of the pairs of moments
that have one label."""

OURS, GUESS, PEOPLE = "this program", "every 8 bars", "other annotator"
_BARS_GUESSED = 8
_WINDOWS = (3.0, 0.5)  # seconds

Annotation = tuple[NDArray[np.float64], list[str]]
"""Starts and ends [shape=(n, 2)], seconds, and labels."""


@dataclass(frozen=True, eq=False)
class SectionScores:
    """One piece.

    Attributes
    ----------
    name : of its file
    values : figures in the order of `METRICS`, by who found the sections, means over the annotators
    n_found, n_annotated : how many sections
    """

    name: str
    values: Mapping[str, NDArray[np.float64]]
    n_found: int
    n_annotated: float


def annotated_pieces(folder: Path) -> list[tuple[Path, list[Path]]]:
    """Return the audio files of a folder with their annotations; those without are left out.

    Raises
    ------
    CommandError
        If there is none.
    """
    audio = [Path(path) for path in find_audio_files(folder)]
    found = [(path, sorted(path.parent.glob(f"{_escaped(path.stem)}.sections*.lab"))) for path in audio]
    pieces = [(path, annotations) for path, annotations in found if annotations]
    if not pieces:
        raise CommandError("command.no_sections", folder=folder)
    return pieces


def score_piece(audio: Path, annotations: Sequence[Path]) -> SectionScores:
    """Find the sections of a piece and compare them with its annotations; AudioError as it comes."""
    clip = load_clip(audio)
    first, _ = measure_first(clip)
    grid = find_beats(first).grid
    sections = sections_of(first.picture, grid, clip.duration)
    truths = [read_annotation(path, clip.duration) for path in annotations]
    values = {
        OURS: _mean_score(truths, annotation_of(sections)),
        GUESS: _mean_score(truths, guess(grid.downbeat_times, clip.duration)),
    }
    if len(truths) > 1:
        values[PEOPLE] = np.mean([score(one, other) for one, other in combinations(truths, 2)], axis=0)
    n_annotated = float(np.mean([len(labels) for _, labels in truths]))
    return SectionScores(audio.name, values, len(sections), n_annotated)


def report(results: Sequence[SectionScores]) -> Iterator[str]:
    """Yield the lines about some pieces, at least one."""
    found, annotated = (np.mean([getattr(one, name) for one in results]) for name in ("n_found", "n_annotated"))
    yield f"{len(results)} pieces; {annotated:.1f} sections annotated, {found:.1f} found, in the mean"
    yield f"{'':20}" + "".join(f"{metric:>12}" for metric in METRICS)
    for who in (OURS, GUESS, PEOPLE):
        rows = [one.values[who] for one in results if who in one.values]
        if rows:
            yield f"{who:20}" + "".join(f"{value:>12.3f}" for value in np.mean(rows, axis=0))
    yield ""
    for one in results:
        yield f"{one.name:20}" + "".join(f"{value:>12.3f}" for value in one.values[OURS])


def score(truth: Annotation, found: Annotation) -> NDArray[np.float64]:
    """Return the figures of `METRICS` for one piece."""
    from mir_eval import segment

    borders = [segment.detection(truth[0], found[0], window=window, trim=True)[2] for window in _WINDOWS]
    return np.array([*borders, segment.pairwise(*truth, *found)[2]], np.float64)


def read_annotation(path: Path, duration: float) -> Annotation:
    """Read sections, cut and filled up to the length of the piece."""
    from mir_eval.util import adjust_intervals

    rows = [line.split(maxsplit=2) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = [row for row in rows if float(row[0]) < duration]
    intervals = np.array([[float(row[0]), float(row[1])] for row in rows])
    outside = "outside"
    found: Annotation = adjust_intervals(
        intervals, [row[2] for row in rows], t_min=0.0, t_max=duration, start_label=outside, end_label=outside
    )
    return found


def annotation_of(sections: Sections) -> Annotation:
    """Return sections as mir_eval has them."""
    return np.column_stack([sections.starts, sections.ends]), list(sections.labels)


def guess(downbeats: NDArray[np.float64], duration: float) -> Annotation:
    """Return a border at every eighth bar, and two labels in turn."""
    inner = [time for time in downbeats[::_BARS_GUESSED].tolist() if 0 < time < duration]
    edges = np.array([0.0, *inner, duration])
    return np.column_stack([edges[:-1], edges[1:]]), ["AB"[place % 2] for place in range(len(edges) - 1)]


def _mean_score(truths: Sequence[Annotation], found: Annotation) -> NDArray[np.float64]:
    return np.asarray(np.mean([score(truth, found) for truth in truths], axis=0))


def _escaped(stem: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in stem)
