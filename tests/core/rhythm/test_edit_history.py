"""A row of edits: every grid is sound, undo brings back the identical one, and what was fixed is known."""

import pickle
from collections.abc import Iterator
from fractions import Fraction
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import RhythmError
from core.rhythm.constraints import Constraints, MetreFrom, TempoRange
from core.rhythm.edit_history import EditHistory, constraints_of
from core.rhythm.edit_json import edit_from_json, edit_to_json, history_from_json, history_to_json
from core.rhythm.edits import (
    AcceptProposal,
    AddBeat,
    ChangeTempo,
    ChooseCandidate,
    ClearBeats,
    Edit,
    LockBeats,
    MakeDownbeat,
    MoveBeat,
    MoveGrid,
    Nudge,
    RemoveBeat,
    Reset,
    ScaleTempo,
    SetMetre,
    SetTempo,
    ShiftHalfBeat,
    TapBeats,
    describe,
    snap,
)
from core.rhythm.grid import BeatGrid, phase_distance
from core.rhythm.tracking import decode
from tests.core.rhythm.activations import activations_of
from tests.core.rhythm.activations import steady as activations_of_steady
from tests.core.rhythm.random_edits import random_edit, random_grid
from tests.core.rhythm.test_editing import DURATION, same, steady

SEEDS = st.integers(0, 2**32)


def made(*some: Edit, start: BeatGrid | None = None) -> EditHistory:
    history = EditHistory(steady() if start is None else start, DURATION)
    for edit in some:
        history = history.added(edit)
    return history


def assert_sound(grid: BeatGrid) -> None:
    """Check all that a grid promises."""
    assert len(grid.beat_times) == len(grid.positions)
    assert (np.diff(grid.beat_times) > 0).all() and (grid.positions >= 1).all()
    if len(grid):
        assert grid.beat_times[0] >= 0 and grid.beat_times[-1] <= DURATION
    assert np.isfinite(grid.tempo) == (len(grid) > 1)


def random_histories(seed: int, n_edits: int) -> Iterator[EditHistory]:
    """Yield a piece without edits, and after each edit that makes sense, until there are so many."""
    random = Random(seed)
    history = EditHistory(random_grid(random, DURATION), DURATION)
    yield history
    while len(history.edits) < n_edits:
        try:
            history = history.added(random_edit(random, history.grid, DURATION))
        except RhythmError:
            continue
        yield history


@settings(derandomize=True, deadline=None, max_examples=50)
@given(SEEDS)
def test_1000_random_edits_leave_sound_grids_and_undo_brings_back_each_identical(seed: int) -> None:
    *earlier, history = random_histories(seed, 20)
    for one in (*earlier, history):
        assert_sound(one.grid)
    assert all(str(describe(edit)) != describe(edit).code for edit in history.edits)
    replayed = history_from_json(history_to_json(history))
    assert same(replayed.grid, history.grid) and replayed.edits == history.edits
    assert constraints_of(replayed) == constraints_of(history)
    for one in reversed(earlier):
        history, replayed = history.undone(), replayed.undone()
        assert history.grid is one.grid and same(replayed.grid, one.grid)
    assert history.undone() is history


@settings(derandomize=True, deadline=None, max_examples=50)
@given(SEEDS)
def test_what_is_said_to_be_fixed_is_so_in_the_grid(seed: int) -> None:
    for history in random_histories(seed, 8):
        fixed, grid = constraints_of(history), history.grid
        assert set(fixed.beats) <= set(grid.beat_times.tolist())
        assert set(fixed.downbeats) <= set(grid.downbeat_times.tolist())
        assert not set(fixed.beats) & set(fixed.downbeats)
        assert not set(fixed.no_beats_at) & set(grid.beat_times.tolist())
        for start, end in fixed.silences:
            assert not ((grid.beat_times >= start) & (grid.beat_times < end)).any()
        assert [metre.start for metre in fixed.metres] == sorted(metre.start for metre in fixed.metres)
        assert all(tempo.slowest < tempo.fastest and tempo.start < tempo.end for tempo in fixed.tempi)


@settings(derandomize=True, deadline=None, max_examples=12)
@given(SEEDS)
def test_what_is_decoded_anew_meets_what_was_fixed_and_can_be_taken(seed: int) -> None:
    _, _, activations = activations_of_steady(110.0, duration=DURATION)
    random, history = Random(seed), EditHistory(decode(activations).grid, DURATION)
    while len(history.edits) < 3:
        try:
            history = history.added(random_edit(random, history.grid, DURATION))
        except RhythmError:
            continue
    fixed = constraints_of(history)
    proposal = decode(activations, fixed).grid
    for wanted, there in ((fixed.beats, proposal.beat_times), (fixed.downbeats, proposal.downbeat_times)):
        assert all(np.abs(there - time).min(initial=9.0) < 0.002 for time in wanted)
    for start, end in fixed.silences:
        assert not ((proposal.beat_times >= start) & (proposal.beat_times < end)).any()
    taken = history.added(AcceptProposal.of(proposal))
    assert len(constraints_of(taken).downbeats) == len(fixed.downbeats)
    assert_sound(taken.grid)


def test_corrections_become_constraints() -> None:
    assert constraints_of(made(MoveBeat(5.0, 5.1))).beats == (5.1,)
    assert constraints_of(made(AddBeat(5.2), MoveBeat(5.2, 5.3))).beats == (5.3,)
    assert constraints_of(made(MoveGrid(5.0, 5.1))).beats == (5.1,)
    assert constraints_of(made(RemoveBeat(5.0))).no_beats_at == (5.0,)
    assert constraints_of(made(RemoveBeat(5.0), AddBeat(5.0))) == Constraints(beats=(5.0,))
    assert constraints_of(made(MakeDownbeat(5.5))).downbeats == (5.5,)
    assert constraints_of(made(SetMetre(3))).metres == (MetreFrom(3),)
    assert constraints_of(made(SetMetre(3, start=5.0))).metres == (MetreFrom(3, 5.0),)
    assert constraints_of(made(SetMetre(3, start=5.0))).downbeats == (5.0,)
    assert constraints_of(made(ClearBeats(3.0, 4.0))).silences == ((3.0, 4.0),)
    assert constraints_of(made(TapBeats((5.0, 5.5, 6.0)))).beats == (5.0, 5.5, 6.0)
    assert constraints_of(made(LockBeats(4.9, 6.1))) == Constraints(beats=(5.5, 6.0), downbeats=(5.0,))


def test_a_chosen_or_typed_tempo_becomes_a_range_that_keeps_the_level() -> None:
    (chosen,) = constraints_of(made(ChooseCandidate.of(steady(60.0)))).tempi
    assert 40 < chosen.slowest < 60 < chosen.fastest < 90
    (halved,) = constraints_of(made(ScaleTempo(Fraction(1, 2)))).tempi
    assert (halved.slowest, halved.fastest) == pytest.approx((chosen.slowest, chosen.fastest))
    (typed,) = constraints_of(made(ScaleTempo(Fraction(1, 2)), SetTempo(100.0, 5.0))).tempi
    assert 95 < typed.slowest < 100 < typed.fastest < 106 and typed.end == float("inf")
    before, after = constraints_of(made(SetTempo(100.0, 5.0), ChangeTempo(8.0, 50.0))).tempi
    assert (before.start, before.end, after.start) == (0, 8, 8) and after.fastest < 60


def test_taps_that_settle_the_level_of_the_whole_hold_everywhere() -> None:
    (tempo,) = constraints_of(made(TapBeats((5.5, 6.5, 7.5, 8.5)))).tempi
    assert tempo == TempoRange(pytest.approx(50), pytest.approx(72))


def test_what_was_fixed_moves_with_the_beats_and_is_forgotten_where_they_go() -> None:
    assert constraints_of(made(AddBeat(5.2), Nudge(0.1))).beats == pytest.approx((5.3,))
    assert constraints_of(made(MakeDownbeat(5.5), MoveGrid(3.0, 3.1))).downbeats == pytest.approx((5.6,))
    assert constraints_of(made(AddBeat(5.2), RemoveBeat(5.2))).beats == ()
    assert constraints_of(made(AddBeat(5.2), ClearBeats(5.0, 6.0))).beats == ()
    assert constraints_of(made(AddBeat(5.2), MakeDownbeat(5.5), Reset())) == Constraints()
    assert 5.75 in constraints_of(made(MoveBeat(5.5, 5.5), ShiftHalfBeat())).beats


def half_off(grid: BeatGrid) -> BeatGrid:
    return BeatGrid(grid.beat_times + 30.0 / grid.tempo, grid.positions, grid.tempo, grid.beats_per_bar)


def test_a_reading_half_a_beat_off_that_was_chosen_fixes_its_phase() -> None:
    off = half_off(steady())
    fixed = constraints_of(made(ChooseCandidate.of(off))).beats
    assert fixed and set(fixed) <= set(off.beat_times.tolist())
    assert constraints_of(made(ChooseCandidate.of(off), ChooseCandidate.of(steady()))).beats == ()
    slow = BeatGrid(steady().beat_times[::2], steady().positions[::2], steady().tempo / 2, 4)
    assert constraints_of(made(ChooseCandidate.of(slow))).beats == (), "its tempo is what was chosen"


def test_what_is_decoded_again_after_it_keeps_the_chosen_half_beat() -> None:
    grid = steady()
    heard = activations_of(grid.beat_times, grid.positions, DURATION, between=0.4)
    history = made(ChooseCandidate.of(half_off(grid)), SetMetre(3))
    decoded = decode(heard, constraints_of(history)).grid
    assert phase_distance(history.grid, decoded) < 0.05


def test_a_history_travels_to_another_process_without_the_earlier_ones() -> None:
    history = made(*[Nudge(0.001)] * 300)
    sent = pickle.loads(pickle.dumps(history))
    assert same(sent.grid, history.grid) and sent.edits == history.edits
    assert len(pickle.dumps(history)) < 20_000


def test_what_is_worth_showing_begins_after_the_last_reset() -> None:
    history = made(Nudge(0.1), Reset())
    assert not history.is_edited and history.steps == ()
    assert made(Nudge(0.1), Reset(), Nudge(0.2)).steps == (Nudge(0.2),)
    assert made(Nudge(0.1)).is_edited and not made().is_edited


@pytest.mark.parametrize(("text", "code"), [
    ("", "rhythm.damaged_edits"),
    ("[]", "rhythm.damaged_edits"),
    ('{"format": 1}', "rhythm.damaged_edits"),
    ('{"format": 9, "duration": 1.0, "start": {}, "edits": []}', "rhythm.unknown_format"),
    ('{"format": 1, "duration": NaN, "start": {}, "edits": []}', "rhythm.damaged_edits"),
    ('{"format": 1, "duration": 1.0, "start": {}, "edits": []}', "rhythm.damaged_edits"),
])  # fmt: skip
def test_a_damaged_history_is_refused(text: str, code: str) -> None:
    with pytest.raises(RhythmError) as raised:
        history_from_json(text)
    assert raised.value.code == code


@pytest.mark.parametrize(("data", "code"), [
    ({"kind": "shake"}, "rhythm.unknown_edit"),
    ({"time": 3.0}, "rhythm.damaged_edits"),
    ({"kind": "add_beat"}, "rhythm.damaged_edits"),
    ({"kind": "add_beat", "time": "3"}, "rhythm.damaged_edits"),
    ({"kind": "add_beat", "time": True}, "rhythm.damaged_edits"),
    ({"kind": "add_beat", "time": -3.0}, "rhythm.outside"),
    ({"kind": "add_beat", "time": 10**400}, "rhythm.damaged_edits"),
    ({"kind": "add_beat", "time": 3.0, "more": 1}, "rhythm.damaged_edits"),
    ({"kind": "set_metre", "beats_per_bar": 4.0, "start": None}, "rhythm.damaged_edits"),
    ({"kind": "scale_tempo", "factor": [1, 0]}, "rhythm.damaged_edits"),
    ({"kind": "scale_tempo", "factor": [4, 1]}, "rhythm.factor"),
    ({"kind": "set_tempo", "bpm": 120.0, "anchor": 1.0, "from_here": 1}, "rhythm.damaged_edits"),
    ({"kind": "tap_beats", "times": [2.0, 1.0]}, "rhythm.not_rising"),
    ({"kind": "accept_proposal", "beat_times": [1.0], "positions": [0], "beats_per_bar": 4}, "rhythm.positions"),
])  # fmt: skip
def test_an_edit_that_this_version_does_not_know_or_understand_is_refused(data: object, code: str) -> None:
    with pytest.raises(RhythmError) as raised:
        edit_from_json(data)
    assert raised.value.code == code


def test_an_edit_keeps_every_digit() -> None:
    edit = MoveBeat(0.1 + 0.2, 1 / 3)
    assert edit_from_json(edit_to_json(edit)) == edit


def test_edits_that_do_not_fit_their_grid_are_refused_when_they_are_read() -> None:
    text = history_to_json(made(AddBeat(5.2))).replace("5.2", "5.0")
    with pytest.raises(RhythmError) as raised:
        history_from_json(text)
    assert raised.value.code == "rhythm.beat_exists"


def test_a_time_snaps_to_the_nearest_onset_within_reach() -> None:
    assert snap(1.0, [0.5, 1.02, 1.04], 0.03) == 1.02
    assert snap(1.0, [0.5, 1.04], 0.03) == 1.0
    assert snap(1.0, [], 0.03) == 1.0
