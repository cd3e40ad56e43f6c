"""How well found beats agree with annotated ones, by mir_eval, and how sure the difference of two trackers is."""

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

from core.errors import ReferenceMissingError
from core.rhythm.grid import BeatGrid

TRIMMED = 5.0
"""Seconds at the start of a piece that do not count, as mir_eval has it: trackers and people have to settle first."""

TOLERANCE = 0.07
"""Seconds within which a beat is found."""

_TEMPO_TOLERANCE = 0.04
_FACTORS = (1.0, 2.0, 0.5, 3.0, 1 / 3)
_RESAMPLES = 2000

METRICS = ("F", "CMLt", "AMLt", "downbeat F", "Acc1", "Acc2")
"""F-measure of the beats; share of beats on which the tracker goes on rightly, at the annotated metrical level and at
any; F-measure of the downbeats; whether the tempo is right within 4 %, and whether it or its double, half, triple or
third is."""

Beats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Score:
    """One tracker on one piece.

    Attributes
    ----------
    values : by the names of `METRICS`; NaN where the tracker does not tell, or the annotation does not
    errors : NDArray[np.float64] [shape=(n_matched,)], seconds by which the beats that were found come late
    """

    values: Mapping[str, float]
    errors: Beats


def require_mir_eval() -> None:
    """Raise `ReferenceMissingError` where mir_eval, which only development needs, is not installed."""
    if find_spec("mir_eval") is None:
        raise ReferenceMissingError("reference.no_mir_eval")


def score(truth: BeatGrid, beats: Beats, downbeats: Beats | None, tempo: float) -> Score:
    """Compare beats with the annotation.

    Parameters
    ----------
    truth : the annotation
    beats : what a tracker found, seconds
    downbeats : those that start a bar; None where a tracker does not tell
    tempo : BPM, NaN for none
    """
    from mir_eval import beat, util

    found, known = trimmed(beats), trimmed(truth.beat_times)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about beats that are not there
        _, cmlt, _, amlt = beat.continuity(known, found)
        values = {"F": float(beat.f_measure(known, found, TOLERANCE)), "CMLt": float(cmlt), "AMLt": float(amlt)}
        values["downbeat F"] = float("nan")
        known_downbeats = trimmed(truth.downbeat_times)
        if downbeats is not None and len(known_downbeats):
            values["downbeat F"] = float(beat.f_measure(known_downbeats, trimmed(downbeats), TOLERANCE))
    values["Acc1"] = float(_is_near(tempo, truth.tempo))
    values["Acc2"] = float(any(_is_near(tempo, factor * truth.tempo) for factor in _FACTORS))
    pairs = util.match_events(known, found, TOLERANCE) if len(known) and len(found) else []
    errors = np.array([found[j] - known[i] for i, j in pairs], np.float64)
    return Score(values, errors)


def trimmed(times: Beats) -> Beats:
    """Return the times from `TRIMMED` on."""
    return np.asarray(times[times >= TRIMMED])


def _is_near(tempo: float, wanted: float) -> bool:
    return bool(abs(tempo - wanted) <= _TEMPO_TOLERANCE * wanted)


def mean(scores: Sequence[Score], metric: str) -> float:
    """Mean over the pieces for which there is a figure; NaN where there is none."""
    values = np.array([one.values[metric] for one in scores])
    known = values[np.isfinite(values)]
    return float(known.mean()) if len(known) else float("nan")


@dataclass(frozen=True)
class Difference:
    """Mean difference of two trackers on the same pieces, and the interval that holds 95 of 100 resampled means."""

    mean: float
    low: float
    high: float


def difference(scores: Sequence[Score], others: Sequence[Score], metric: str) -> Difference | None:
    """Return by how much the first are better, by a paired bootstrap over pieces; None where nothing can be compared.

    The pieces are drawn with the same seed each time, so that the same scores give the same interval.
    """
    pairs = zip(scores, others, strict=True)
    values = np.array([one.values[metric] - other.values[metric] for one, other in pairs])
    values = values[np.isfinite(values)]
    if not len(values):
        return None
    drawn = np.random.default_rng(0).integers(0, len(values), (_RESAMPLES, len(values)))
    low, high = np.quantile(values[drawn].mean(axis=1), [0.025, 0.975])
    return Difference(float(values.mean()), float(low), float(high))
