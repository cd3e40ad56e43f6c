"""Stored rows as the tables that they were."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import CatalogueError
from core.features.columns import BAR_COLUMNS, BEAT_COLUMNS, SONG_COLUMNS, SONG_TABLE_COLUMNS
from core.features.recipe import GENRE_COLUMNS
from core.features.table import FeatureTable, Tables
from core.library.packing import unpack
from core.library.song_features import FEATURE_NAMES

_START = len(SONG_COLUMNS)  # place of the column `start`, before `end`, in the bar and beat tables


def feature_values(songs: bytes, names: Sequence[str]) -> dict[str, float | None]:
    """Return some features of one track; None where there is no such number."""
    row = np.frombuffer(songs, "<f8")
    values = {name: float(row[FEATURE_NAMES.index(name)]) for name in names}
    return {name: None if np.isnan(value) else value for name, value in values.items()}


def tables_of_row(
    filename: str,
    content_id: str,
    songs: bytes,
    bars: bytes,
    beats: bytes,
    genre: bytes,
    tempo: float | None,
    has_grid: int,
) -> Tables:
    """Return the tables of one track from the cells of its row; CatalogueError where they are damaged.

    `tempo` is that of the stored grid. Where there is no grid, and in rows that a program without the column `bpm` has
    stored, it follows from the times of the beat table.
    """
    from core.audio.clip import clip_uuid

    uuid = clip_uuid(content_id)

    def table(columns: Any, values: NDArray[np.float64], *, numbered: bool) -> FeatureTable:
        uuids = tuple(f"{uuid}_{i}" for i in range(len(values))) if numbered else (uuid,)
        return FeatureTable((filename,) * len(values), uuids, columns, values)

    try:
        beat_values = unpack(beats)
        starts = beat_values[:, _START]
        song = np.append(np.frombuffer(songs, "<f8"), _song_tempo(starts, tempo, has_grid=bool(has_grid)))
        return Tables(
            table(SONG_TABLE_COLUMNS, song.reshape(1, len(SONG_TABLE_COLUMNS)), numbered=False),
            table(BAR_COLUMNS, _with_bpm(unpack(bars), len(BAR_COLUMNS), starts), numbered=True),
            table(BEAT_COLUMNS, _with_bpm(beat_values, len(BEAT_COLUMNS), starts), numbered=True),
            np.frombuffer(genre, "<f8").reshape(1, len(GENRE_COLUMNS)),
        )
    except ValueError as problem:
        raise CatalogueError("library.damaged_analysis", filename=filename, reason=problem) from None


def _song_tempo(beat_times: NDArray[np.float64], tempo: float | None, *, has_grid: bool) -> float:
    from core.rhythm.grid import tempo_of

    if has_grid:
        return float("nan") if tempo is None else tempo
    return tempo_of(beat_times)


def _with_bpm(values: NDArray[np.float64], n_columns: int, beat_times: NDArray[np.float64]) -> NDArray[np.float64]:
    """Append the column `bpm` to rows that lack it, under the beats at these times."""
    if values.shape[1] != n_columns - 1:
        return values
    from core.audio.clip import ANALYSIS_SR
    from core.features.passages import tempi
    from core.rhythm.grid import BeatGrid

    grid = BeatGrid(beat_times, np.ones(len(beat_times), np.int64), float("nan"), 4)
    bounds = np.rint(values[:, [_START, _START + 1]] * ANALYSIS_SR).astype(int).tolist()
    return np.column_stack([values, tempi(grid, bounds)])
