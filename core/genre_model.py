"""The model file: save, load, and predict over time."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class GenrePrediction:
    """What a model says about a piece, as a whole and along it.

    Attributes
    ----------
    classes : the genres' names
    probabilities : NDArray[np.float64] [shape=(n_classes,)], for the whole piece, summing to 1
    windows : NDArray[np.float64] [shape=(n_windows, 2)], start and end of each window, seconds
    window_probabilities : NDArray[np.float64] [shape=(n_windows, n_classes)]
    model_name : which model spoke
    notes : what to keep in mind, one line each (a short clip, say)
    """

    classes: tuple[str, ...]
    probabilities: NDArray[np.float64]
    windows: NDArray[np.float64]
    window_probabilities: NDArray[np.float64]
    model_name: str
    notes: tuple[str, ...]
