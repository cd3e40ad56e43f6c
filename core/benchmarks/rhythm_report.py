"""The tables of `groovescope benchmark rhythm`: overall, by folder or genre, by label, file by file."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from core.atomic import replacing
from core.benchmarks.rhythm import CLASSICAL, LIBROSA, OURS, TRACKERS, PieceResult
from core.benchmarks.rhythm_annotations import labelled_groups
from core.benchmarks.rhythm_scores import METRICS, Score, difference, mean
from core.export.csv_file import CsvWriter

_HEAD = "".join(f"{metric:>12}" for metric in METRICS)


def report(results: Sequence[PieceResult]) -> Iterator[str]:
    """Yield the lines about some pieces, at least one."""
    if not all(one.is_trained for one in results):
        yield f"No beat model was used: {OURS} and {CLASSICAL} are the same tracker."
    yield from _overall(results)
    yield from _differences(results)
    yield from _groups(results)
    yield from _labels(results)
    yield from _files(results)


def _overall(results: Sequence[PieceResult]) -> Iterator[str]:
    yield f"{len(results)} pieces, the first 5 s of each left out"
    yield f"{'':31}{_HEAD}{'error':>10}{'late':>8}{'time':>10}{'/ STFT':>8}"
    stft = np.array([one.stft_seconds for one in results])
    for name in TRACKERS:
        errors = np.concatenate([one.tracked[name].score.errors for one in results])
        off, late = (1000 * np.median(part) if len(part) else np.nan for part in (np.abs(errors), errors))
        seconds = np.array([one.tracked[name].seconds for one in results])
        times = f"{1000 * np.median(seconds):>7.0f} ms{np.median(seconds / stft):>8.1f}"
        yield f"{name:31}{_figures(_scores(results, name))}{off:>7.1f} ms{late:>+8.1f}{times}"
    onsets = np.array([one.onset_seconds for one in results])
    yield (
        f"exact onsets {1000 * np.median(onsets):.0f} ms, {np.median(onsets / stft):.2f} of an STFT "
        f"({1000 * np.median(stft):.0f} ms); times are of one core, medians over the pieces"
    )


def _differences(results: Sequence[PieceResult]) -> Iterator[str]:
    yield ""
    yield f"{OURS} less another, 95 % of a paired bootstrap over pieces"
    ours = _scores(results, OURS)
    for other in (CLASSICAL, LIBROSA):
        theirs = _scores(results, other)
        for metric in METRICS:
            found = difference(ours, theirs, metric)
            if found is not None:
                yield f"  {other:12}{metric:12}{found.mean:>+8.3f}   {found.low:>+.3f} to {found.high:>+.3f}"


def _groups(results: Sequence[PieceResult]) -> Iterator[str]:
    groups = dict.fromkeys(one.piece.group for one in results)
    if len(groups) < 2:
        return
    yield ""
    yield f"{'folder or genre':31}{_HEAD}"
    for group in groups:
        own = [one for one in results if one.piece.group == group]
        yield from _lines(f"{group or '-'} ({len(own)})", own)


def _labels(results: Sequence[PieceResult]) -> Iterator[str]:
    by_piece = {id(one.piece): one for one in results}
    last = ""
    for label, value, pieces in labelled_groups([one.piece for one in results]):
        if label != last:
            yield ""
            yield f"{'by ' + label:31}{_HEAD}"
            last = label
        yield from _lines(f"{value} ({len(pieces)})", [by_piece[id(piece)] for piece in pieces])


def _lines(title: str, results: Sequence[PieceResult]) -> Iterator[str]:
    for name in TRACKERS:
        yield f"{title[:17]:18}{name:13}{_figures(_scores(results, name))}"


def _files(results: Sequence[PieceResult]) -> Iterator[str]:
    yield ""
    yield f"{OURS}, file by file{'':5}{_HEAD}{'BPM':>8}{'found':>8}{'F of: classical':>18}{'librosa':>9}"
    for one in results:
        ours = one.tracked[OURS]
        others = [one.tracked[name].score.values["F"] for name in (CLASSICAL, LIBROSA)]
        tempi = f"{one.tempo:>8.1f}{ours.tempo:>8.1f}"
        yield f"{one.piece.name[-30:]:31}{_figures([ours.score])}{tempi}{others[0]:>18.3f}{others[1]:>9.3f}"


def _scores(results: Sequence[PieceResult], name: str) -> list[Score]:
    return [one.tracked[name].score for one in results]


def _figures(scores: Sequence[Score]) -> str:
    means = [mean(scores, metric) for metric in METRICS]
    return "".join(f"{'-':>12}" if np.isnan(value) else f"{value:>12.3f}" for value in means)


def write_csv(path: Path, results: Sequence[PieceResult]) -> None:
    """Write a row for each piece and tracker."""
    labels = list(dict.fromkeys(label for one in results for label in one.piece.labels))
    columns = ["file", "group", *labels, "tracker", "bpm_annotated", "bpm", *METRICS]
    columns += ["error_ms", "late_ms", "seconds", "stft_seconds"]
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
        writer = CsvWriter(file)
        writer.writerow(columns)
        for one in results:
            for name in TRACKERS:
                writer.writerow(_row(one, name, labels))


def _row(one: PieceResult, name: str, labels: Sequence[str]) -> list[object]:
    tracked = one.tracked[name]
    errors = tracked.score.errors
    off, late = (float(np.median(part)) * 1000 if len(part) else None for part in (np.abs(errors), errors))
    about = [one.piece.name, one.piece.group, *(one.piece.labels.get(label, "") for label in labels), name]
    values = [_rounded(value, 4) for value in (one.tempo, tracked.tempo, *tracked.score.values.values(), off, late)]
    return [*about, *values, _rounded(tracked.seconds, 5), _rounded(one.stft_seconds, 5)]


def _rounded(value: float | None, digits: int) -> object:
    return "" if value is None or np.isnan(value) else round(value, digits)
