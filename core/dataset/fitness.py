"""What a data set must have before anything long begins, and whose feature definitions its columns follow."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR
from core.dataset.dataset import Dataset
from core.errors import DatasetError
from core.features.recipe import LENGTH_COLUMN, narrowest_recipe

NAMED_INDEX = re.compile(r"column \d+|Unnamed: ?\d+|index|row|id|features_row|__index_level_\d+__", re.IGNORECASE)
"""Names of columns that may only number the rows."""

LARGEST_NUMBER = 1e30
"""Numbers beyond this count as missing: trees and model files compute in 32 bits, which end at 3.4e38."""

_HIGHEST = {
    "rms_mean": 1.0,
    "zero_crossing_rate_mean": 1.0,
    "chroma_stft_mean": 1.0,
    "spectral_centroid_mean": 11025.0,
    "spectral_bandwidth_mean": 11025.0,
    "rolloff_mean": 11025.0,
}
"""The most that a feature can be by its definition; a sample lies within ±1, a frequency below half of 22,050 Hz."""


def refuse_what_cannot_be_learned(dataset: Dataset) -> None:
    """DatasetError where no classifier could be fitted and tested, whatever the settings."""
    if len(dataset.classes) < 2:
        raise DatasetError("dataset.one_class", name=dataset.name, label=dataset.classes[0])
    if dataset.counts.max() < 2:
        raise DatasetError("dataset.one_row_a_class", name=dataset.name)
    if not np.isfinite(dataset.X).any():
        raise DatasetError("dataset.no_finite_number", name=dataset.name)


def recipe_of(columns: Sequence[str], X: NDArray[np.float64]) -> str | None:
    """Return the first of our recipes that has all `columns`; None where none has, or their numbers are impossible."""
    return None if impossible_columns(columns, X) else narrowest_recipe(columns)


def piece_seconds(columns: Sequence[str], X: NDArray[np.float64]) -> float | None:
    """Return the median length in seconds of the pieces whose rows these are; None where samples are not counted."""
    lengths = X[:, columns.index(LENGTH_COLUMN)] if LENGTH_COLUMN in columns else np.empty(0)
    lengths = lengths[np.isfinite(lengths) & (lengths > 0)]
    return round(float(np.median(lengths)) / ANALYSIS_SR, 1) if len(lengths) else None


def foreign_columns(columns: Sequence[str]) -> tuple[str, ...]:
    """Columns that none of our recipes has: a model that reads them cannot be applied to audio."""
    return tuple(name for name in columns if narrowest_recipe([name]) is None)


def impossible_columns(columns: Sequence[str], X: NDArray[np.float64]) -> tuple[str, ...]:
    """Columns of a known name whose numbers cannot follow this program's definitions, on another scale, say."""
    found = []
    for place, name in enumerate(columns):
        highest = _HIGHEST.get(name)
        numbers = X[:, place][np.isfinite(X[:, place])]
        if highest is not None and len(numbers) and (numbers.max() > highest or numbers.min() < 0):
            found.append(name)
    return tuple(found)
