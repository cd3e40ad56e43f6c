"""The tables of a piece under a beat grid; rows whose passage another grid left unchanged are taken over."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.analysis.measuring import Measured
from core.analysis.result import ClipSource
from core.analysis.row_store import Bounds, RowStore
from core.analysis.stages import BarsStage, BeatsStage, OnStage, unheard
from core.audio.clip import ANALYSIS_SR, clip_uuid
from core.features.columns import BAR_COLUMNS, BEAT_COLUMNS, SECTION_COLUMNS, SONG_COLUMNS, SONG_TABLE_COLUMNS
from core.features.passages import Cut, Passages, bar_passages, beat_passages, fixed_passages, tempi
from core.features.rows import measure_rows
from core.features.table import Column, FeatureTable, Tables
from core.language import tr
from core.progress import Report, silent, sub_range
from core.rhythm.grid import BeatGrid
from core.structure.sections import Sections

_TEMPO = [column.name for column in SONG_COLUMNS].index("tempo")
_BAR_WORK = 3.2  # what a bar takes, in beats: it is four times as long, but has as many rows to write


def tables(
    measured: Measured,
    grid: BeatGrid,
    cut: Cut = "bars",
    previous: Tables | None = None,
    report: Report = silent,
    on_stage: OnStage = unheard,
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
    on_stage : callable, optional
        Told the table of bars, then that of beats, as soon as each is there.

    Returns
    -------
    Tables

    Raises
    ------
    ValueError
        If `previous` belongs to other audio.
    """
    n_samples = len(measured.y)
    bars, beats = passages_of(grid, n_samples, cut, float(measured.song[_TEMPO])), beat_passages(grid, n_samples)
    known = _known_rows(measured, previous)
    work = [_BAR_WORK * len(known.missing(bars.bounds)), len(known.missing(beats.bounds))]
    share = work[0] / max(1.0, sum(work))
    rows = _rows(measured, bars, known, sub_range(report, 0.0, share), tr("Measuring bar"))
    bar_rows = bar_table(measured.source, grid, bars, rows)
    on_stage(BarsStage(bar_rows))
    rows = _rows(measured, beats, known, sub_range(report, share, 1.0), tr("Measuring beat"))
    beat_rows = beat_table(measured.source, grid, beats, rows)
    on_stage(BeatsStage(beat_rows))
    songs = song_table(measured.source, grid, measured.song)
    return Tables(songs, bar_rows, beat_rows, measured.genre[np.newaxis])


def passages_of(grid: BeatGrid, n_samples: int, cut: Cut = "bars", tempo: float = np.nan) -> Passages:
    """Return the passages of the rows of the bar table; `tempo` is that of the fixed grid."""
    if cut == "fixed":
        return fixed_passages(tempo, n_samples)
    return bar_passages(grid, n_samples) if cut == "bars" else beat_passages(grid, n_samples)


def song_table(source: ClipSource, grid: BeatGrid, song: NDArray[np.float64]) -> FeatureTable:
    """Return the table of songs from its only row [shape=(63,)] and the beats."""
    return _table(source, SONG_TABLE_COLUMNS, np.append(song, grid.tempo)[np.newaxis])


def with_tempo(songs: FeatureTable, grid: BeatGrid) -> FeatureTable:
    """Return the table of songs of a piece whose beats have been corrected."""
    values = songs.values.copy()
    values[:, songs.names.index("bpm")] = grid.tempo
    return FeatureTable(songs.filenames, songs.uuids, songs.columns, values)


def bar_table(source: ClipSource, grid: BeatGrid, passages: Passages, rows: NDArray[np.float64]) -> FeatureTable:
    """Return the table of bars from their passages and rows [shape=(n_bars, 63)]."""
    values = _with_place(rows, passages, tempi(grid, passages.bounds))
    return _table(source, BAR_COLUMNS, values, numbered=True)


def beat_table(source: ClipSource, grid: BeatGrid, passages: Passages, rows: NDArray[np.float64]) -> FeatureTable:
    """Return the table of beats from their passages and rows [shape=(n_beats, 63)]."""
    values = _with_place(rows, passages, passages.positions, tempi(grid, passages.bounds))
    return _table(source, BEAT_COLUMNS, values, numbered=True)


def section_passages(sections: Sections, n_samples: int) -> list[Bounds]:
    """Return first sample and end of each section, at 22,050 Hz."""
    edges = np.clip(np.round(sections.times * ANALYSIS_SR).astype(int), 0, n_samples)
    return [(int(start), int(end)) for start, end in pairwise(edges)]


def section_table(
    source: ClipSource,
    grid: BeatGrid,
    sections: Sections,
    rows: NDArray[np.float64],
    loudness: NDArray[np.float64],
    song_loudness: float,
) -> FeatureTable:
    """Return the table of sections.

    Parameters
    ----------
    source, grid, sections : the piece
    rows : NDArray[np.float64] [shape=(n_sections, 63)]
    loudness : NDArray[np.float64] [shape=(n_sections,)], LUFS, NaN where it is not known
    song_loudness : that of the whole piece, LUFS, NaN where it is not known
    """
    bounds = [(round(start * ANALYSIS_SR), round(end * ANALYSIS_SR)) for start, end in pairwise(sections.times)]
    bpm = tempi(grid, bounds)
    place = np.arange(1, len(sections) + 1)
    values = np.column_stack([rows, sections.starts, sections.ends, place, loudness, loudness - song_loudness, bpm])
    table = _table(source, SECTION_COLUMNS, values, numbered=True)
    return replace(table, labels=sections.captions())


def less_song(table: FeatureTable, song: NDArray[np.float64]) -> FeatureTable:
    """Return a table whose first 63 columns are less those of the song [shape=(63,)]; durations stay as they are."""
    values = table.values.copy()
    values[:, 1 : len(SONG_COLUMNS)] -= song[1:]
    return replace(table, values=values)


def _known_rows(measured: Measured, previous: Tables | None) -> RowStore:
    """Rows of earlier tables by their passage; a passage of a bar and of a beat has the same numbers."""
    known = RowStore()
    if previous is None:
        return known
    if previous.songs.uuids != (clip_uuid(measured.source.content_id),):
        raise ValueError("the previous tables belong to other audio")
    for table in (previous.bars, previous.beats):
        known.add(table_passages(table), table.values[:, : len(SONG_COLUMNS)])
    return known


def stored_rows(tables: Tables) -> tuple[tuple[list[Bounds], NDArray[np.float64]], ...]:
    """Return the passages and the rows [shape=(n, 63)] of the tables of bars and of beats, for a `RowStore` each."""
    return tuple((table_passages(table), table.values[:, : len(SONG_COLUMNS)]) for table in (tables.bars, tables.beats))


def table_passages(table: FeatureTable) -> list[Bounds]:
    """Passages of the rows of a table; its times are whole samples divided by the rate, so that no digit is lost."""
    samples = np.rint(np.column_stack([table.column("start"), table.column("end")]) * ANALYSIS_SR).astype(int)
    return [(int(start), int(end)) for start, end in samples]


def _rows(measured: Measured, passages: Passages, known: RowStore, report: Report, text: str) -> NDArray[np.float64]:
    new, found = known.missing(passages.bounds), known.copy()
    found.add(new, measure_rows(measured.y, new, report, text))
    return found.rows(passages.bounds)


def _with_place(
    rows: NDArray[np.float64], passages: Passages, *more: NDArray[np.int64] | NDArray[np.float64]
) -> NDArray[np.float64]:
    return np.column_stack([rows, passages.starts, passages.ends, passages.bars, *more])


def _table(
    source: ClipSource, columns: tuple[Column, ...], values: NDArray[np.float64], *, numbered: bool = False
) -> FeatureTable:
    song = clip_uuid(source.content_id)
    uuids = tuple(f"{song}_{i}" for i in range(len(values))) if numbered else (song,) * len(values)
    return FeatureTable((source.filename,) * len(values), uuids, columns, values)
