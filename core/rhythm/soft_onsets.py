"""Soft onsets, where the net hears hardly any beats: how much louder each frame becomes, whatever plays.

The net learned from rendered music, and bowed strings or a legato piano begin too softly for it. There the novelty of
the spectrum, which the classical tracker follows as well, takes part in finding the beats. How sure they are is still a
matter of the net alone, so that noise and talk are not taken for music with a beat.
"""

import numpy as np
import scipy.ndimage
from numpy.typing import NDArray

from core.rhythm.grid import FRAME_RATE
from core.rhythm.tempo import onset_strength

_EARLY_FRAMES = 1  # the onset strength of the tables is late by so many
_MEAN_FRAMES = 43  # a second, whose mean is taken off
_AROUND_FRAMES = 172  # four seconds, whose strongest onset counts as 1
_LEAST_OF_STRONGEST = 0.1  # of the strongest of the piece: what is nearly silent has no onsets
_SMOOTH_FRAMES = 0.7

_HEARD_SECONDS = 2.0  # in which the net is asked for its strongest beat
_SURE = 0.6
"""Probability of the strongest beats around from which on the net needs no help."""

_WEIGHT = 0.4
"""What the strongest onset adds to the probability of a beat where the net hears nothing at all."""


def novelty_of(decibels: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Return how much louder each frame becomes than usual around it.

    Parameters
    ----------
    decibels : NDArray[np.float32] [shape=(n_frames, 128)]
        Log mel spectrum, from `core.rhythm.tempo.log_mel`.

    Returns
    -------
    NDArray[np.uint8] [shape=(n_frames,)], 255 = as the strongest onset within two seconds
    """
    strength = np.zeros(len(decibels), np.float32)
    strength[: len(decibels) - _EARLY_FRAMES] = onset_strength(decibels)[_EARLY_FRAMES:]
    rise = np.maximum(strength - scipy.ndimage.uniform_filter1d(strength, _MEAN_FRAMES), 0)
    rise = scipy.ndimage.gaussian_filter1d(rise, _SMOOTH_FRAMES)
    strongest = np.float32(rise.max(initial=0.0))
    if strongest <= 0:
        return np.zeros(len(decibels), np.uint8)
    around = scipy.ndimage.maximum_filter1d(rise, _AROUND_FRAMES)
    share = rise / np.maximum(around, _LEAST_OF_STRONGEST * strongest)
    return np.asarray(np.rint(255 * np.minimum(share, 1)), dtype=np.uint8)


def complemented(beat: NDArray[np.float32], novelty: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return the probability of a beat with soft onsets added where the net hears little.

    Parameters
    ----------
    beat : NDArray[np.float32] [shape=(n_frames,)]
        Probability of a beat at the frame rate of the net.
    novelty : NDArray[np.uint8] [shape=(n_frames,)]
        From `novelty_of`; empty where it is not known, as in analyses of former versions.

    Returns
    -------
    NDArray[np.float32] [shape=(n_frames,)], at least `beat`
    """
    if len(novelty) != len(beat) or not len(beat):
        return beat
    reach = _HEARD_SECONDS * FRAME_RATE
    heard = scipy.ndimage.gaussian_filter1d(scipy.ndimage.maximum_filter1d(beat, round(reach)), reach)
    help_needed = np.clip(1 - heard / _SURE, 0, 1)
    added = np.float32(_WEIGHT / 255) * help_needed * novelty
    return np.asarray(np.minimum(beat + added, 1), dtype=np.float32)
