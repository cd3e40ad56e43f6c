"""What a careful user who knows the right beats would try next: the gestures of the clip tab, where they can help."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.benchmarks.rhythm_scores import TOLERANCE, TRIMMED
from core.rhythm.edits import (
    FACTORS,
    METRES,
    AddBeat,
    ChooseCandidate,
    Edit,
    MakeDownbeat,
    MoveBeat,
    MoveGrid,
    Nudge,
    RemoveBeat,
    ScaleTempo,
    SetMetre,
    ShiftHalfBeat,
)
from core.rhythm.estimate import TempoCandidate
from core.rhythm.grid import BeatGrid

GOAL_F, GOAL_DOWNBEAT_F = 0.98, 0.95
"""The beats are corrected when both are exceeded."""

_DOWNBEAT_WEIGHT = 0.6  # beside the beats, which have to be right first
_FAULTS_TRIED = 3
_LEAST_NUDGE = 0.005  # seconds

Beats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Goal:
    """The annotation as what is to be reached.

    Parameters
    ----------
    truth : the annotated beats
    """

    truth: BeatGrid

    @cached_property
    def beats(self) -> Beats:
        """Annotated beats that count, seconds."""
        return np.asarray(self.truth.beat_times[self.truth.beat_times >= TRIMMED])

    @cached_property
    def downbeats(self) -> Beats:
        """Annotated downbeats that count, seconds."""
        return np.asarray(self.truth.downbeat_times[self.truth.downbeat_times >= TRIMMED])

    def scores(self, grid: BeatGrid) -> tuple[float, float]:
        """F-measure of the beats and of the downbeats; 1 for downbeats where none are annotated.

        As mir_eval has it, but for beats within the tolerance of 5 s: one whose annotation is on the other side of that
        border is neither right nor wrong.
        """
        return self._f(self.truth.beat_times, grid.beat_times), self._f(self.truth.downbeat_times, grid.downbeat_times)

    def _f(self, known: Beats, found: Beats) -> float:
        if not (known >= TRIMMED).any():
            return 1.0
        pairs = matched(known, found)
        n_right = sum(known[i] >= TRIMMED for i, _ in pairs)
        border = {j for i, j in pairs if known[i] < TRIMMED <= found[j]}
        n_found = int((found >= TRIMMED).sum()) - len(border)
        n_found += sum(found[j] < TRIMMED <= known[i] for i, j in pairs)
        return float(2 * n_right / ((known >= TRIMMED).sum() + n_found))

    def is_reached(self, scores: tuple[float, float]) -> bool:
        """Whether nothing more has to be done."""
        return scores[0] > GOAL_F and scores[1] > GOAL_DOWNBEAT_F


def worth(scores: tuple[float, float]) -> float:
    """How near scores are to the goal, more is nearer."""
    return min(scores[0], GOAL_F) / GOAL_F + _DOWNBEAT_WEIGHT * min(scores[1], GOAL_DOWNBEAT_F) / GOAL_DOWNBEAT_F


def matched(known: Beats, found: Beats) -> list[tuple[int, int]]:
    """Return as many pairs of an annotated and a found beat within the tolerance as there can be, by their indices."""
    pairs = []
    i = j = 0
    known_times, found_times = known.tolist(), found.tolist()
    while i < len(known_times) and j < len(found_times):
        late = found_times[j] - known_times[i]
        if abs(late) <= TOLERANCE:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif late < 0:
            j += 1
        else:
            i += 1
    return pairs


def gestures(grid: BeatGrid, goal: Goal, candidates: Iterable[TempoCandidate]) -> Iterator[Edit]:
    """Yield the gestures that may help, of the whole grid first."""
    for candidate in candidates:
        if len(candidate.grid):
            yield ChooseCandidate.of(candidate.grid)
    for factor in sorted(FACTORS, key=_by_size):
        yield ScaleTempo(factor)
    yield ShiftHalfBeat(later=True)
    yield ShiftHalfBeat(later=False)
    yield from _nudges(grid, goal)
    yield from _bars(grid, goal)
    yield from single_faults(grid, goal, with_grid=True)


def _by_size(factor: Fraction) -> float:
    return float(factor)


def _nudges(grid: BeatGrid, goal: Goal) -> Iterator[Edit]:
    """Move all beats so that they lie on the annotated ones in the median."""
    times = grid.beat_times[grid.beat_times >= TRIMMED - TOLERANCE]
    if len(times) < 2 or not len(goal.beats):
        return
    by = float(np.median([goal.beats[np.abs(goal.beats - time).argmin()] - time for time in times]))
    if abs(by) >= _LEAST_NUDGE and grid.beat_times[0] + by >= 0:
        yield Nudge(by)


def one_by_one(grid: BeatGrid, goal: Goal) -> Iterator[Edit]:
    """Yield the gestures of somebody who moves, adds and removes single beats, and sets bars."""
    yield from single_faults(grid, goal, with_grid=False)
    yield from _bars(grid, goal)


def _bars(grid: BeatGrid, goal: Goal) -> Iterator[Edit]:
    truth = goal.truth
    is_down = truth.positions == 1
    pairs = [(i, j) for i, j in matched(truth.beat_times, grid.beat_times) if is_down[i]]
    wrong = [j for _, j in pairs if grid.positions[j] != 1]
    late = [j for j in wrong if grid.beat_times[j] >= TRIMMED]
    for j in dict.fromkeys([*wrong[:1], *late[:_FAULTS_TRIED]]):
        yield MakeDownbeat(float(grid.beat_times[j]))
    if truth.beats_per_bar in METRES:
        if grid.beats_per_bar != truth.beats_per_bar or late:
            yield SetMetre(truth.beats_per_bar)
        for j in late[:1]:
            yield SetMetre(truth.beats_per_bar, float(grid.beat_times[j]))


def single_faults(grid: BeatGrid, goal: Goal, *, with_grid: bool) -> Iterator[Edit]:
    """Yield what mends the first beats that are wrong or missing; `with_grid`: also with all that follow."""
    known, found = goal.truth.beat_times, grid.beat_times
    pairs = matched(known, found)
    right, hit = {j for _, j in pairs}, {i for i, _ in pairs}
    wrong = [j for j in range(len(found)) if j not in right and found[j] >= TRIMMED]
    missing = [i for i in range(len(known)) if i not in hit and known[i] >= TRIMMED]
    for j in wrong[:_FAULTS_TRIED]:
        time = float(found[j])
        nearest = float(known[np.abs(known - time).argmin()])
        if with_grid:
            yield MoveGrid(time, nearest)
        free = [i for i in missing if _reaches(found, j, known[i])]
        if free:
            yield MoveBeat(time, float(min((known[i] for i in free), key=lambda other: abs(other - time))))
        else:
            yield RemoveBeat(time)
    for i in missing[:_FAULTS_TRIED]:
        yield AddBeat(float(known[i]))


def _reaches(found: Beats, j: int, time: float) -> bool:
    """Whether a beat can be dragged to a time without passing its neighbours."""
    return bool((j == 0 or found[j - 1] < time) and (j + 1 == len(found) or time < found[j + 1]))
