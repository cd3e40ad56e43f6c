"""The tables of a piece under a beat grid; rows whose passage another grid left unchanged are taken over."""

import numpy as np
from numpy.typing import NDArray

from core.analysis.measuring import Measured
from core.audio.clip import ANALYSIS_SR, clip_uuid
from core.features.columns import BAR_COLUMNS, BEAT_COLUMNS, SONG_COLUMNS, SONG_TABLE_COLUMNS
from core.features.passages import Cut, Passages, bar_passages, beat_passages, fixed_passages, tempi
from core.features.rows import measure_rows
from core.features.table import Column, FeatureTable, Tables
from core.progress import Report, silent, sub_range
from core.rhythm.grid import BeatGrid

Bounds = tuple[int, int]
"""First sample and end of a passage, at 22,050 Hz."""

_TEMPO = [column.name for column in SONG_COLUMNS].index("tempo")
_BAR_WORK = 3.2  # what a bar takes, in beats: it is four times as long, but has as many rows to write


def tables(
    measured: Measured,
    grid: BeatGrid,
    cut: Cut = "bars",
    previous: Tables | None = None,
    report: Report = silent,
) -> Tables:
    """Make the tables of a piece under a beat grid.

    Parameters
    ----------
    measured : Measured
        What was measured of the piece.
    grid : BeatGrid
        Its beats and bars.
    cut : {"bars", "beats", "fixed"}
        What a row of the bar table is: a tracked bar, a tracked beat, or a bar of the study's fixed grid.
    previous : Tables, optional
        Tables of the same piece under another grid. A row whose passage begins and ends at the same samples is taken
        over from there, bit for bit; only the others are measured.
    report : Report
        Told the fraction done; may raise `Cancelled`.

    Returns
    -------
    Tables

    Raises
    ------
    ValueError
        If `previous` belongs to other audio.
    """
    n_samples = len(measured.y)
    bars, beats = _cut(cut, grid, float(measured.song[_TEMPO]), n_samples), beat_passages(grid, n_samples)
    known = _known_rows(measured, previous)
    work = [_BAR_WORK * _n_new(bars, known), _n_new(beats, known)]
    share = work[0] / max(1.0, sum(work))
    bar_rows = _rows(measured, bars, known, sub_range(report, 0.0, share), "Measuring bar")
    beat_rows = _rows(measured, beats, known, sub_range(report, share, 1.0), "Measuring beat")
    return Tables(
        songs=_table(measured, SONG_TABLE_COLUMNS, np.append(measured.song, grid.tempo)[np.newaxis]),
        bars=_table(measured, BAR_COLUMNS, _with_place(bar_rows, bars, tempi(grid, bars.bounds)), numbered=True),
        beats=_table(
            measured,
            BEAT_COLUMNS,
            _with_place(beat_rows, beats, beats.positions, tempi(grid, beats.bounds)),
            numbered=True,
        ),
        genre_features=measured.genre[np.newaxis],
    )


def _cut(cut: Cut, grid: BeatGrid, tempo: float, n_samples: int) -> Passages:
    if cut == "fixed":
        return fixed_passages(tempo, n_samples)
    return bar_passages(grid, n_samples) if cut == "bars" else beat_passages(grid, n_samples)


def _known_rows(measured: Measured, previous: Tables | None) -> dict[Bounds, NDArray[np.float64]]:
    """Rows of earlier tables by their passage; a passage of a bar and of a beat has the same numbers."""
    if previous is None:
        return {}
    if previous.songs.uuids != (clip_uuid(measured.source.content_id),):
        raise ValueError("the previous tables belong to other audio")
    return {
        passage: row[: len(SONG_COLUMNS)]
        for table in (previous.beats, previous.bars)
        for passage, row in zip(_passages_of(table), table.values, strict=True)
    }


def _passages_of(table: FeatureTable) -> list[Bounds]:
    """Passages of the rows of a table; its times are whole samples divided by the rate, so that no digit is lost."""
    samples = np.rint(np.column_stack([table.column("start"), table.column("end")]) * ANALYSIS_SR).astype(int)
    return [(int(start), int(end)) for start, end in samples]


def _n_new(passages: Passages, known: dict[Bounds, NDArray[np.float64]]) -> int:
    return sum(bounds not in known for bounds in passages.bounds)


def _rows(
    measured: Measured, passages: Passages, known: dict[Bounds, NDArray[np.float64]], report: Report, text: str
) -> NDArray[np.float64]:
    new = [bounds for bounds in passages.bounds if bounds not in known]
    found = known | dict(zip(new, measure_rows(measured.y, new, report, text), strict=True))
    rows = [found[bounds] for bounds in passages.bounds]
    return np.stack(rows) if rows else np.empty((0, len(SONG_COLUMNS)))


def _with_place(
    rows: NDArray[np.float64], passages: Passages, *more: NDArray[np.int64] | NDArray[np.float64]
) -> NDArray[np.float64]:
    return np.column_stack([rows, passages.starts, passages.ends, passages.bars, *more])


def _table(
    measured: Measured, columns: tuple[Column, ...], values: NDArray[np.float64], *, numbered: bool = False
) -> FeatureTable:
    song = clip_uuid(measured.source.content_id)
    uuids = tuple(f"{song}_{i}" for i in range(len(values))) if numbered else (song,) * len(values)
    return FeatureTable((measured.source.filename,) * len(values), uuids, columns, values)
