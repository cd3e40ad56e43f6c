"""What a genre model reads of a piece: the same numbers for whatever model is asked, now or later."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.errors import ModelError
from core.features.passages import WINDOW_SECONDS
from core.features.recipe import RECIPE, RECIPE_2, RECIPES, recipe_of_width, recipes_holding
from core.genre.passport import Passport

_LONG_WINDOW = 1.5
"""From so many times our windows' length on, a model is taken to have learned from whole pieces."""


@dataclass(frozen=True, eq=False)
class GenreWindows:
    """What a genre model reads of a piece: enough to ask another model without hearing the piece again.

    Attributes
    ----------
    features : NDArray[np.float64] [shape=(n_windows, n_columns)], NaN where nothing is heard
        In the order of the columns of `recipe`, which follows from how many there are: an analysis measures those of
        the second recipe, what a former version of the program stored has those of the first.
    times : NDArray[np.float64] [shape=(n_windows, 2)], start and end of each window, seconds
    whole : NDArray[np.float64] [shape=(n_columns,)], of the whole piece
    """

    features: NDArray[np.float64]
    times: NDArray[np.float64]
    whole: NDArray[np.float64]

    @property
    def recipe(self) -> str:
        """The recipe whose columns are there."""
        return recipe_of_width(len(self.whole))

    @property
    def has_extended(self) -> bool:
        """Whether what the second recipe adds was measured."""
        return self.recipe == RECIPE_2

    @property
    def basic(self) -> NDArray[np.float64]:
        """The 58 numbers of the whole piece, whatever else was measured [shape=(58,)]."""
        return self.whole[: len(RECIPES[RECIPE])]

    def for_model(self, passport: Passport, duration: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Features and times as a model needs them: one that learned from long pieces hears the whole at once.

        A variance over four minutes is another number than the mean of variances over half a minute.

        Raises
        ------
        ModelError : where the model reads columns that were not measured when the piece was analysed
        """
        if passport.recipe in RECIPES and self.recipe not in recipes_holding(passport.recipe):
            raise ModelError("model.not_measured", name=passport.name)
        width = len(RECIPES.get(passport.recipe, RECIPES[RECIPE]))
        if passport.window > _LONG_WINDOW * WINDOW_SECONDS:
            return self.whole[np.newaxis, :width], np.array([[0.0, duration]])
        return self.features[:, :width], self.times

    def to_rows(self) -> NDArray[np.float64]:
        """One table to be kept: start, end and features, the last row of the whole.

        Returns
        -------
        NDArray[np.float64] [shape=(n_windows + 1, 2 + n_columns)]
        """
        spans = np.vstack([self.times, [self.times[0, 0], self.times[-1, 1]]])
        return np.column_stack([spans, np.vstack([self.features, self.whole])])

    @classmethod
    def from_rows(cls, rows: NDArray[np.float64]) -> Self:
        """Return what `to_rows` gave, now or in a former version; ValueError for another shape."""
        widths = {2 + len(columns) for columns in RECIPES.values()}
        if rows.ndim != 2 or rows.shape[1] not in widths or len(rows) < 2:
            raise ValueError(f"an array of shape {rows.shape} holds no windows")
        return cls(rows[:-1, 2:], rows[:-1, :2], rows[-1, 2:])
