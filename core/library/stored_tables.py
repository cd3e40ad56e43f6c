"""Stored rows as the tables that they were."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import CatalogueError
from core.features.columns import BAR_COLUMNS, BEAT_COLUMNS, SONG_COLUMNS
from core.features.recipe import GENRE_COLUMNS
from core.features.table import FeatureTable, Tables
from core.library.packing import unpack
from core.library.song_features import FEATURE_NAMES


def feature_values(songs: bytes, names: Sequence[str]) -> dict[str, float | None]:
    """Return some features of one track; None where there is no such number."""
    row = np.frombuffer(songs, "<f8")
    values = {name: float(row[FEATURE_NAMES.index(name)]) for name in names}
    return {name: None if np.isnan(value) else value for name, value in values.items()}


def tables_of_row(filename: str, content_id: str, songs: bytes, bars: bytes, beats: bytes, genre: bytes) -> Tables:
    """Return the tables of one track from the cells of its row; CatalogueError where they are damaged."""
    from core.audio.clip import clip_uuid

    uuid = clip_uuid(content_id)

    def table(columns: Any, values: NDArray[np.float64], *, numbered: bool) -> FeatureTable:
        uuids = tuple(f"{uuid}_{i}" for i in range(len(values))) if numbered else (uuid,)
        return FeatureTable((filename,) * len(values), uuids, columns, values)

    try:
        return Tables(
            table(SONG_COLUMNS, np.frombuffer(songs, "<f8").reshape(1, len(SONG_COLUMNS)), numbered=False),
            table(BAR_COLUMNS, unpack(bars), numbered=True),
            table(BEAT_COLUMNS, unpack(beats), numbered=True),
            np.frombuffer(genre, "<f8").reshape(1, len(GENRE_COLUMNS)),
        )
    except ValueError as problem:
        raise CatalogueError("library.damaged_analysis", filename=filename, reason=problem) from None
