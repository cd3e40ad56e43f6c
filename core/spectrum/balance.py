"""How the energy of a piece is divided between its harmonic and its percussive part, along the song."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR
from core.spectrum.filter_banks import HOP_LENGTH
from core.spectrum.tracks import SliceTracks, WaveTrack

STEP_HOPS = 11
"""Hops that one step sums over: 0.26 s, a beat or less, so that a bar of drums does not look like a comb."""

STEP_SECONDS = STEP_HOPS * HOP_LENGTH / ANALYSIS_SR
SMOOTHED_STEPS = 9
"""Steps that a value of the course is taken over: 2.3 s, about a bar."""

_FAINTEST = 1e-7  # mean square, -70 dB: what is quieter is silence, and has no balance


@dataclass(frozen=True, eq=False)
class Balance:
    """Energy of the harmonic and of the percussive part of a piece, step by step.

    Attributes
    ----------
    harmonic, percussive : NDArray[np.float32] [shape=(n,)], mean squares of the samples of a step
    seconds_per_step : step i covers i to i + 1 times as many seconds
    """

    harmonic: NDArray[np.float32]
    percussive: NDArray[np.float32]
    seconds_per_step: float = STEP_SECONDS

    @cached_property
    def course(self) -> NDArray[np.float32]:
        """Percussive share of the energy around each step, 0 to 1; NaN in silence [shape=(n,)]."""
        harmonic, percussive = (_around(part) for part in (self.harmonic, self.percussive))
        total = harmonic + percussive
        shares = np.divide(percussive, total, out=np.full(len(total), np.nan), where=total > _FAINTEST)
        return np.asarray(shares, np.float32)

    def percussive_share(self, start: float = 0.0, end: float = math.inf) -> float:
        """Return the percussive share of the energy between two times, 0 to 1; NaN where nothing sounds."""
        last = len(self.harmonic) if math.isinf(end) else round(end / self.seconds_per_step)
        part = slice(max(round(start / self.seconds_per_step), 0), max(last, 0))
        percussive = float(self.percussive[part].sum(dtype=np.float64))
        total = percussive + float(self.harmonic[part].sum(dtype=np.float64))
        n_steps = len(self.harmonic[part])
        return percussive / total if n_steps and total / n_steps > _FAINTEST else math.nan

    def index_at(self, seconds: float) -> int | None:
        """Return the step at a time; None outside of the piece."""
        step = math.floor(seconds / self.seconds_per_step)
        return step if 0 <= step < len(self.harmonic) else None


def balance_of(slices: SliceTracks) -> Balance:
    """Return the balance of a piece from the waveforms that its features were measured on; no transform is made."""
    return Balance(_per_step(slices.harmonic), _per_step(slices.percussive))


def _per_step(track: WaveTrack) -> NDArray[np.float32]:
    squares = track.hop_squares
    if not len(squares):
        return np.empty(0, np.float32)
    starts = np.arange(0, len(squares), STEP_HOPS)
    n_samples = np.diff(np.append(starts, len(squares))) * HOP_LENGTH
    return np.asarray(np.add.reduceat(squares, starts) / n_samples, np.float32)


def _around(energies: NDArray[np.float32]) -> NDArray[np.float64]:
    """Mean over the steps around each one; fewer at the ends [shape=(n,)]."""
    half = SMOOTHED_STEPS // 2
    sums = np.concatenate([[0.0], np.cumsum(energies, dtype=np.float64)])
    places = np.arange(len(energies))
    first, last = np.maximum(places - half, 0), np.minimum(places + half + 1, len(energies))
    return np.asarray(np.maximum(sums[last] - sums[first], 0.0) / (last - first))
