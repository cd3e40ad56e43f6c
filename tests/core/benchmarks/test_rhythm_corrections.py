"""Users who correct grids whose faults are known need as many gestures as there are faults."""

from fractions import Fraction

import mir_eval
import numpy as np
import pytest

from core.benchmarks.rhythm_corrections import play, play_one_by_one
from core.benchmarks.rhythm_gestures import Goal, matched
from core.rhythm.constraints import UNCONSTRAINED, Constraints
from core.rhythm.edit_context import EditContext
from core.rhythm.editing import apply_edit
from core.rhythm.edits import (
    AcceptProposal,
    ChooseCandidate,
    MakeDownbeat,
    MoveBeat,
    MoveGrid,
    Nudge,
    RemoveBeat,
    ScaleTempo,
    SetMetre,
    ShiftHalfBeat,
)
from core.rhythm.estimate import BeatEstimate, TempoCandidate, uncertain_estimate
from core.rhythm.grid import NO_BEATS, BeatGrid

DURATION = 24.2
TIMES = 0.1 + 0.5 * np.arange(48)
TRUTH = BeatGrid(TIMES, np.arange(48) % 4 + 1, 120.0, 4)


def _faulty(*edits: object) -> BeatEstimate:
    grid = TRUTH
    for edit in edits:
        grid = apply_edit(grid, edit, EditContext(DURATION, TRUTH))  # type: ignore[arg-type]
    return uncertain_estimate(grid)


BEAT = float(TIMES[25])


@pytest.mark.parametrize(
    ("faults", "mended_by"),
    [
        ([], []),
        ([ScaleTempo(Fraction(2))], [ScaleTempo]),
        ([ScaleTempo(Fraction(3, 2))], [ScaleTempo]),
        ([ShiftHalfBeat()], [ShiftHalfBeat]),
        ([MakeDownbeat(BEAT + 0.5)], [MakeDownbeat]),
        ([MoveBeat(BEAT, BEAT + 0.15)], [MoveBeat]),
        ([MoveGrid(BEAT, BEAT + 0.15)], [MoveGrid]),
        ([Nudge(0.1)], [Nudge]),
        ([SetMetre(3)], [SetMetre]),
    ],
)
def test_one_fault_needs_one_gesture(faults: list[object], mended_by: list[type]) -> None:
    played = play(_faulty(*faults), TRUTH, DURATION)
    assert played.reached
    assert [type(edit) for edit in played.gestures] == mended_by


@pytest.mark.parametrize(
    "faults",
    [
        [ScaleTempo(Fraction(2)), ShiftHalfBeat()],
        [Nudge(0.1), MakeDownbeat(BEAT + 0.6)],
        [MoveBeat(BEAT, BEAT + 0.15), MoveBeat(BEAT + 3, BEAT + 3.15)],
    ],
)
def test_two_faults_need_two_gestures(faults: list[object]) -> None:
    played = play(_faulty(*faults), TRUTH, DURATION)
    assert played.reached
    assert len(played.gestures) == 2


def test_a_candidate_that_is_right_is_chosen() -> None:
    estimate = _faulty(ScaleTempo(Fraction(2, 3)))
    wrong = estimate.candidates[0]
    candidates = (wrong, TempoCandidate(120.0, 0.3, TRUTH))
    chosen = BeatEstimate(
        wrong.grid, candidates, estimate.beat_confidence, estimate.bar_confidence, 0.6, True, True, None, "trained"
    )
    assert [type(edit) for edit in play(chosen, TRUTH, DURATION).gestures] == [ChooseCandidate]


def test_one_by_one_takes_as_many_gestures_as_there_are_wrong_beats() -> None:
    n_counted = int((TIMES >= 5).sum())
    played = play_one_by_one(_faulty(Nudge(0.1)), TRUTH, DURATION)
    assert played.reached
    assert n_counted - 1 <= len(played.gestures) <= n_counted


def test_beats_too_many_are_taken_away_one_by_one() -> None:
    played = play_one_by_one(_faulty(ScaleTempo(Fraction(2))), TRUTH, DURATION)
    assert played.reached
    assert sum(isinstance(edit, RemoveBeat) for edit in played.gestures) >= int((TIMES >= 5).sum()) - 2


def test_a_proposal_that_mends_the_rest_saves_gestures() -> None:
    faults = [MoveBeat(BEAT + shift, BEAT + shift + 0.15) for shift in (0, 1.5, 4, 5.5)]
    asked: list[Constraints] = []

    def propose(constraints: Constraints) -> BeatGrid:
        asked.append(constraints)
        return TRUTH if constraints.beats else NO_BEATS

    alone = play(_faulty(*faults), TRUTH, DURATION)
    helped = play(_faulty(*faults), TRUTH, DURATION, propose)
    assert len(alone.gestures) >= 3
    assert helped.reached
    assert (len(helped.gestures), helped.n_accepted) == (1, 1)
    assert not any(isinstance(edit, AcceptProposal) for edit in helped.gestures)
    assert any(constraints != UNCONSTRAINED for constraints in asked)


def test_bad_proposals_are_refused() -> None:
    faults = [MoveBeat(BEAT + shift, BEAT + shift + 0.15) for shift in (0, 2)]
    helped = play(_faulty(*faults), TRUTH, DURATION, lambda _: NO_BEATS)
    assert (len(helped.gestures), helped.n_accepted, helped.reached) == (2, 0, True)


def test_a_piece_without_any_beats_found_ends() -> None:
    played = play(uncertain_estimate(NO_BEATS), TRUTH, DURATION)
    assert len(played.gestures) > 20 or not played.reached


def test_the_scores_are_those_of_mir_eval_away_from_the_border() -> None:
    rng = np.random.default_rng(1)
    for _ in range(20):
        known = np.sort(rng.uniform(6, 30, 40))
        found = np.sort(np.concatenate([known[:30] + rng.normal(0, 0.06, 30), rng.uniform(6, 30, 8)]))
        pairs = matched(known, found)
        assert len(pairs) == len(mir_eval.util.match_events(known, found, 0.07))
        truth, grid = (BeatGrid(times, np.ones(len(times), np.int64), 100.0, 4) for times in (known, found))
        assert Goal(truth).scores(grid)[0] == pytest.approx(mir_eval.beat.f_measure(known, found))


def test_a_beat_on_either_side_of_five_seconds_is_no_fault() -> None:
    truth = BeatGrid(TIMES - 0.11, TRUTH.positions, 120.0, 4)  # a beat at 4.99 s
    grid = BeatGrid(TIMES - 0.08, TRUTH.positions, 120.0, 4)  # at 5.02 s
    assert Goal(truth).scores(grid)[0] == 1.0
    assert Goal(grid).scores(truth)[0] == 1.0
