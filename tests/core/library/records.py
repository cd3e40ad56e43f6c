"""Analyses of invented files, for tests that need a catalogue with something in it."""

from typing import Any

import numpy as np

from core.features.columns import BAR_COLUMNS, BEAT_COLUMNS, SONG_COLUMNS
from core.features.recipe import EXTENDED_COLUMNS, GENRE_COLUMNS, RECIPE
from core.genre.windows import GenreWindows
from core.library import AnalysedFile, FileState
from core.rhythm.grid import BeatGrid


def analysed(
    seed: int = 0, *, content: str | None = None, state: FileState | None = None, extended: bool = False, **facts: Any
) -> AnalysedFile:
    """Return an analysis; its windows are those of a former version of the program unless they are `extended`."""
    random = np.random.default_rng(seed)
    songs = random.normal(size=len(SONG_COLUMNS))
    songs[0] = 30.0 + seed
    songs[2] = np.nan
    features = np.abs(random.normal(size=(3, len(GENRE_COLUMNS))))
    if extended:
        more = np.random.default_rng(seed + 1000).normal(size=(3, len(EXTENDED_COLUMNS))).astype(np.float32)
        features = np.column_stack([features, more.astype(np.float64)])
    return AnalysedFile(
        state=state or FileState(1000 + seed, 5),
        byte_hash=f"bytes-{content or seed}",
        content_id=content or f"{seed:032x}",
        filename=f"song {seed}",
        songs=songs,
        bars=random.normal(size=(3, len(BAR_COLUMNS))),
        beats=random.normal(size=(12, len(BEAT_COLUMNS))),
        genre_features=random.normal(size=len(GENRE_COLUMNS)),
        windows=GenreWindows(features[:-1], np.array([[0.0, 15.0], [15.0, 30.0]]), features[-1]),
        recipe=RECIPE,
        cut="bars",
        seconds=0.5,
        facts={"tags": {}, "format": "WAV", "notes": []} | facts,
        grid=BeatGrid(np.linspace(0.3, 29.0, 12), np.arange(12) % 4 + 1, 60 * 11 / 28.7, 4),
    )
