"""Tonality in numbers that a transposition leaves: the profile of the pitch classes, and how harmony moves.

References
----------
C. Harte, M. Sandler and M. Gasser, "Detecting harmonic change in musical audio", ACM Workshop on Audio and Music
Computing Multimedia 2006 (tonal centroid and its movement). G. Tzanetakis, A. Ermolinskyi and P. Cook, "Pitch
histograms in audio and symbolic music information retrieval", Journal of New Music Research 32(2), 2003 (profiles
relative to the strongest pitch class). C. L. Krumhansl, "Cognitive foundations of musical pitch", 1990 (key profiles).
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from core.features.pulse import entropies
from core.features.recipe import CIRCLES
from core.spectrum.tracks import FrameTracks

STEP = 11
"""Frames that are taken together, 0.26 s: a beat or less, long enough for a chord to show."""

_RADII = (1.0, 1.0, 0.5)  # of the circles of fifths, minor thirds and major thirds, as Harte has them
_STEPS_AROUND = (7, 3, 4)  # semitones from one to the next on each circle
_MAJOR = (6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88)
_MINOR = (6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17)


def tonal_features(frames: FrameTracks) -> dict[str, float]:
    """Return the numbers of the tonality.

    Frames count by their level, so that pauses do not. Whatever is asked of silence is 0.

    Parameters
    ----------
    frames : the frames of the slice

    Returns
    -------
    dict[str, float]
        All are plain numbers; shares of pitch classes sum to 1, entropies lie in [0, 1].
    """
    steps = _chroma_steps(frames)
    whole = _shared(steps.sum(axis=0, keepdims=True))[0]
    steps = _shared(steps)
    strongest = int(whole.argmax())
    found = {f"chroma_from_strongest_{i}": float(whole[(strongest + i) % 12]) for i in range(12)}
    spread = entropies(steps)
    found["chroma_entropy_mean"], found["chroma_entropy_std"] = float(spread.mean()), float(spread.std())
    found["chroma_flux_mean"] = _mean(np.abs(np.diff(steps, axis=0)).sum(axis=1))
    centroids = steps @ _circles()  # [n_steps, 6]
    middle = whole @ _circles()
    for number, circle in enumerate(CIRCLES):
        axes = slice(2 * number, 2 * number + 2)
        lengths = np.hypot(*centroids[:, axes].T)
        found[f"tonal_{circle}_mean"], found[f"tonal_{circle}_std"] = float(lengths.mean()), float(lengths.std())
        found[f"tonal_{circle}_whole"] = float(np.hypot(*middle[axes]))
    movement = np.sqrt(np.square(np.diff(centroids, axis=0)).sum(axis=1))
    found["tonal_movement_mean"], found["tonal_movement_std"] = _mean(movement), _spread(movement)
    major, minor = _likeness(whole, _MAJOR), _likeness(whole, _MINOR)
    found["tonal_clarity"], found["tonal_majorness"] = max(major, minor), major - minor
    return found


def _chroma_steps(frames: FrameTracks) -> NDArray[np.float64]:
    """Chroma of every 0.26 s, in which a frame counts by its root mean square [shape=(n_steps, 12)]."""
    weighted = frames.chroma * frames.rms[:, np.newaxis]
    return np.add.reduceat(weighted, np.arange(0, len(weighted), STEP), axis=0, dtype=np.float64)


def _shared(chroma: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return each row divided by its sum; a silent one is 0."""
    total = chroma.sum(axis=1, keepdims=True)
    return np.asarray(np.divide(chroma, total, out=np.zeros_like(chroma), where=total > 0))


@cache
def _circles() -> NDArray[np.float64]:
    """Return the place of each pitch class on the three circles: x and y of each [shape=(12, 6)].

    A semitone up turns each circle as a whole, so that distances from its middle stay.
    """
    pitch_class = np.arange(12)
    axes = []
    for radius, steps in zip(_RADII, _STEPS_AROUND, strict=True):
        angle = 2 * np.pi * pitch_class * steps / 12 if steps == 7 else 2 * np.pi * pitch_class / steps
        axes += [radius * np.sin(angle), radius * np.cos(angle)]
    return np.stack(axes, axis=1)


def _likeness(chroma: NDArray[np.float64], profile: tuple[float, ...]) -> float:
    """Return the highest correlation with the profile of any tonic; 0 for silence and for a flat chroma."""
    deviation = chroma - chroma.mean()
    size = float(np.sqrt(np.square(deviation).sum()))
    if size < 1e-9:
        return 0.0
    shape = np.array(profile) - np.mean(profile)
    shape /= np.sqrt(np.square(shape).sum())
    return float(max((deviation * np.roll(shape, tonic)).sum() for tonic in range(12)) / size)


def _mean(values: NDArray[np.float64]) -> float:
    return float(values.mean()) if len(values) else 0.0


def _spread(values: NDArray[np.float64]) -> float:
    return float(values.std()) if len(values) else 0.0
