"""What a genre model reads of a piece: the same numbers for whatever model is asked, now or later."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.features.passages import WINDOW_SECONDS
from core.features.recipe import GENRE_COLUMNS
from core.genre.passport import Passport

_LONG_WINDOW = 1.5
"""From so many times our windows' length on, a model is taken to have learned from whole pieces."""


@dataclass(frozen=True, eq=False)
class GenreWindows:
    """What a genre model reads of a piece: enough to ask another model without hearing the piece again.

    Attributes
    ----------
    features : NDArray[np.float64] [shape=(n_windows, 58)], in the order of `GENRE_COLUMNS`; NaN where nothing is heard
    times : NDArray[np.float64] [shape=(n_windows, 2)], start and end of each window, seconds
    whole : NDArray[np.float64] [shape=(58,)], of the whole piece
    """

    features: NDArray[np.float64]
    times: NDArray[np.float64]
    whole: NDArray[np.float64]

    def for_model(self, passport: Passport, duration: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Features and times as a model needs them: one that learned from long pieces hears the whole at once.

        A variance over four minutes is another number than the mean of variances over half a minute.
        """
        if passport.window > _LONG_WINDOW * WINDOW_SECONDS:
            return self.whole[np.newaxis], np.array([[0.0, duration]])
        return self.features, self.times

    def to_rows(self) -> NDArray[np.float64]:
        """One table to be kept [shape=(n_windows + 1, 60)]: start, end and features, the last row of the whole."""
        spans = np.vstack([self.times, [self.times[0, 0], self.times[-1, 1]]])
        return np.column_stack([spans, np.vstack([self.features, self.whole])])

    @classmethod
    def from_rows(cls, rows: NDArray[np.float64]) -> Self:
        """Return what `to_rows` gave; ValueError for another shape."""
        if rows.ndim != 2 or rows.shape[1] != 2 + len(GENRE_COLUMNS) or len(rows) < 2:
            raise ValueError(f"an array of shape {rows.shape} holds no windows")
        return cls(rows[:-1, 2:], rows[:-1, :2], rows[-1, 2:])
