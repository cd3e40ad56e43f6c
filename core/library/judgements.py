"""What a genre model reads of a catalogue's tracks, and which model's word each of them shows."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.features.recipe import RECIPE, RECIPE_2, recipes_holding
from core.genre.windows import GenreWindows
from core.library.connection import Connections
from core.library.packing import unpack

if TYPE_CHECKING:
    from core.genre.model import GenreModel

Answer = tuple[str, float, float | None]
"""A genre, how probable it is, and how far off the model's training music is; None where that is not known."""


class GenreJudgements:
    """The windows of a catalogue's tracks, and which model's word each track shows."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def count_left(self, digest: str, recipe: str = RECIPE) -> int:
        """How many tracks another model than this one has judged, and have what a model of `recipe` reads."""
        holding = recipes_holding(recipe)
        return self._number(
            f"SELECT count(*) FROM windows WHERE judged_by != ? AND recipe IN ({_marks(holding)})", digest, *holding
        )

    def count_deaf(self, recipe: str = RECIPE) -> int:
        """How many analysed tracks have no windows that a model of `recipe` could read."""
        holding = recipes_holding(recipe)
        return self._number(
            "SELECT count(*) FROM tracks t WHERE state = 'analysed' AND NOT EXISTS "
            f"(SELECT 1 FROM windows w WHERE w.track_id = t.id AND w.recipe IN ({_marks(holding)}))",
            *holding,
        )

    def left(self, digest: str, after: int, limit: int, recipe: str = RECIPE) -> list[tuple[int, bytes]]:
        """Ids above `after`, with their windows as they are kept, of the tracks that `count_left` counts."""
        holding = recipes_holding(recipe)
        with self._connections.reading() as db:
            return db.execute(
                "SELECT track_id, rows FROM windows WHERE track_id > ? AND judged_by != ? "
                f"AND recipe IN ({_marks(holding)}) ORDER BY track_id LIMIT ?",
                (after, digest, *holding, limit),
            ).fetchall()

    def has_features(self, track: int, recipe: str) -> bool:
        """Return whether what a model of `recipe` reads of a track is stored."""
        holding = recipes_holding(recipe)
        sql = f"SELECT count(*) FROM windows WHERE track_id = ? AND recipe IN ({_marks(holding)})"
        return bool(self._number(sql, track, *holding))

    def extended(self, track: int) -> NDArray[np.float64] | None:
        """Return what the second recipe adds to the genre features of a track, of the whole piece.

        Returns
        -------
        NDArray[np.float64] [shape=(n_extended,)] or None
            NaN for a piece that is silent or shorter than a second; None where it was not measured, or is damaged.
        """
        with self._connections.reading() as db:
            row = db.execute("SELECT rows FROM windows WHERE track_id = ? AND recipe = ?", (track, RECIPE_2)).fetchone()
        if row is None:
            return None
        try:
            windows = GenreWindows.from_rows(unpack(row[0]))
        except ValueError:
            return None
        return windows.whole[len(windows.basic) :] if windows.has_extended else None

    def store(self, ids: Sequence[int], genres: Sequence[Answer | None], model: "GenreModel") -> None:
        """Let tracks show what a model says; None where it says nothing."""
        title = model.passport.name
        said = [(*(genre or (None, None, None)), title, track) for track, genre in zip(ids, genres, strict=True)]
        with self._connections.writing() as db:
            db.executemany(
                "UPDATE tracks SET genre = ?, genre_probability = ?, genre_novelty = ?, genre_model = ? WHERE id = ?",
                said,
            )
            db.executemany(
                "UPDATE windows SET judged_by = ? WHERE track_id = ?", ((model.digest, track) for track in ids)
            )

    def _number(self, sql: str, *parameters: str | int) -> int:
        with self._connections.reading() as db:
            return int(db.execute(sql, parameters).fetchone()[0])


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" for _ in values)
