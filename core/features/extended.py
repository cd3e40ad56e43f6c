"""The numbers that the second recipe adds to the 58, from the tracks of a slice that are there anyway."""

import numpy as np
from numpy.typing import NDArray

from core.features.modulation import modulation_features
from core.features.pulse import rhythm_features
from core.features.recipe import EXTENDED_COLUMNS
from core.features.rows import MEASURING
from core.features.texture import texture_features
from core.features.tonality import tonal_features
from core.progress import Report, silent
from core.spectrum.tracks import Frames, SliceTracks


def extended_row(tracks: SliceTracks, decibels: Frames, report: Report = silent) -> NDArray[np.float64]:
    """Return what the second recipe adds to the genre features of a slice.

    Parameters
    ----------
    tracks : what the shared pass measured of the slice
    decibels : NDArray[np.float32] [shape=(n_frames, 128)], log mel spectrum
    report : told the fraction done; may raise `Cancelled`

    Returns
    -------
    NDArray[np.float64] [shape=(n_extended,)]
        In the order of `EXTENDED_COLUMNS`; every number is finite, 0 where there is nothing to measure. They have the
        precision of float32, in which models compute: so they take half as much room where they are stored.
    """
    found = modulation_features(decibels)
    report(0.3, MEASURING)
    found |= rhythm_features(decibels)
    report(0.6, MEASURING)
    found |= tonal_features(tracks.frames)
    found |= texture_features(tracks, decibels)
    if found.keys() != set(EXTENDED_COLUMNS):
        raise AssertionError(f"not the columns of the recipe: {found.keys() ^ set(EXTENDED_COLUMNS)}")
    return np.array([found[name] for name in EXTENDED_COLUMNS], np.float32).astype(np.float64)
