"""What each edit makes of a grid."""

from fractions import Fraction

import numpy as np
import pytest

from core.errors import RhythmError
from core.rhythm.constraints import Constraints, MetreFrom
from core.rhythm.edit_context import EditContext
from core.rhythm.edit_history import EditHistory
from core.rhythm.editing import apply_edit, move_limits
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
    UnlockBeats,
)
from core.rhythm.grid import NO_BEATS, BeatGrid, tempo_of

DURATION = 20.0


def steady(bpm: float = 120.0, metre: int = 4, first: float = 1.0, n_beats: int = 32, position: int = 1) -> BeatGrid:
    """Return a grid of a steady tempo."""
    times = first + 60.0 / bpm * np.arange(n_beats)
    return BeatGrid(times, (np.arange(n_beats) + position - 1) % metre + 1, bpm, metre)


def edited(grid: BeatGrid, *edits: Edit, duration: float = DURATION) -> BeatGrid:
    """Return the grid after some edits."""
    history = EditHistory(grid, duration)
    for edit in edits:
        history = history.added(edit)
    return history.grid


def same(one: BeatGrid, other: BeatGrid) -> bool:
    """Return whether two grids are identical to the last bit."""
    return (
        np.array_equal(one.beat_times, other.beat_times)
        and np.array_equal(one.positions, other.positions)
        and (one.tempo == other.tempo or (np.isnan(one.tempo) and np.isnan(other.tempo)))
        and one.beats_per_bar == other.beats_per_bar
    )


def test_twice_the_tempo_puts_beats_midway_and_stays_in_four() -> None:
    grid = edited(steady(), ScaleTempo(Fraction(2)))
    np.testing.assert_allclose(grid.beat_times, 1.0 + 0.25 * np.arange(63))
    assert grid.positions[:9].tolist() == [1, 2, 3, 4, 1, 2, 3, 4, 1]
    assert grid.tempo == pytest.approx(240) and grid.beats_per_bar == 4


def test_half_the_tempo_keeps_the_first_downbeat_whatever_comes_before() -> None:
    grid = edited(steady(position=4), ScaleTempo(Fraction(1, 2)))
    assert 1.5 in grid.beat_times and grid.positions[grid.beat_times == 1.5] == 1
    np.testing.assert_allclose(np.diff(grid.beat_times), 1.0)


@pytest.mark.parametrize(("metre", "factor", "scaled"), [
    (2, Fraction(2), 4), (3, Fraction(2), 6), (6, Fraction(1, 2), 3), (3, Fraction(2, 3), 2), (2, Fraction(3, 2), 3),
    (4, Fraction(1, 2), 4), (4, Fraction(3, 2), 4), (4, Fraction(2, 3), 4), (5, Fraction(1, 2), 5),
])  # fmt: skip
def test_bars_stay_where_they_are_at_another_tempo_if_they_hold_whole_beats_then(
    metre: int, factor: Fraction, scaled: int
) -> None:
    before = steady(metre=metre, n_beats=30)
    grid = edited(before, ScaleTempo(factor))
    assert grid.beats_per_bar == scaled and grid.tempo == pytest.approx(120 * float(factor))
    if scaled == metre * factor:
        inside = before.downbeat_times <= grid.beat_times[-1]
        np.testing.assert_allclose(grid.downbeat_times, before.downbeat_times[inside])


def test_a_scaled_tempo_follows_changes_and_leaves_breaks_empty() -> None:
    times = np.concatenate([np.arange(8) * 0.5, 10 + np.cumsum(np.linspace(0.5, 0.6, 8))])
    grid = edited(BeatGrid(times, np.arange(16) % 4 + 1, tempo_of(times), 4), ScaleTempo(Fraction(2)))
    assert not ((grid.beat_times > 3.5) & (grid.beat_times < 10.5)).any()
    np.testing.assert_allclose(grid.beat_times[15::2], times[8:])


def test_a_tempo_for_everything_goes_through_the_beat_at_the_anchor() -> None:
    grid = edited(steady(), SetTempo(100.0, anchor=5.02))
    assert 5.0 in grid.beat_times and grid.positions[grid.beat_times == 5.0] == 1
    np.testing.assert_allclose(np.diff(grid.beat_times), 0.6)
    assert grid.beat_times[0] >= 0.7 and grid.beat_times[-1] <= 16.8


def test_a_tempo_from_here_on_leaves_the_beats_before() -> None:
    before = steady()
    grid = edited(before, SetTempo(60.0, anchor=5.0, from_here=True))
    assert np.array_equal(grid.beat_times[:9], before.beat_times[:9]) and grid.beat_times[9] == 6.0
    assert grid.positions[:10].tolist() == [1, 2, 3, 4, 1, 2, 3, 4, 1, 2]


def test_a_tempo_fills_an_empty_piece() -> None:
    grid = edited(NO_BEATS, SetTempo(120.0, anchor=0.25))
    np.testing.assert_allclose(grid.beat_times, 0.25 + 0.5 * np.arange(40))
    assert grid.positions[0] == 1


def test_a_tempo_change_starts_where_it_is_said_and_goes_on_counting() -> None:
    grid = edited(steady(), ChangeTempo(5.2, 90.0))
    assert grid.beat_times[8:11] == pytest.approx([5.2, 5.2 + 2 / 3, 5.2 + 4 / 3])
    assert grid.positions[7:10].tolist() == [4, 1, 2]


def test_taps_on_an_empty_piece_go_on_in_both_directions() -> None:
    grid = edited(NO_BEATS, TapBeats((5.0, 5.5, 6.0, 6.5)))
    np.testing.assert_allclose(grid.beat_times, 0.5 * np.arange(41), atol=1e-9)
    assert grid.positions[10] == 1


def test_taps_at_half_the_tempo_take_the_whole_grid_to_their_level() -> None:
    before = steady()
    grid = edited(before, TapBeats((5.51, 6.49, 7.5, 8.51)))
    assert grid.tempo == pytest.approx(60, rel=0.01)
    np.testing.assert_allclose(grid.beat_times[grid.beat_times > 9], np.arange(9.5, 16.6))
    np.testing.assert_allclose(grid.beat_times[grid.beat_times < 5], np.arange(1.5, 5))


def test_taps_between_the_beats_move_the_rest_to_their_phase() -> None:
    grid = edited(steady(), TapBeats((5.25, 5.75, 6.25, 6.75)))
    np.testing.assert_allclose(grid.beat_times % 0.5, 0.25)


def test_taps_on_the_beats_leave_the_rest_as_it_is() -> None:
    before = steady()
    grid = edited(before, TapBeats((5.01, 5.49, 6.0, 6.51)))
    outside = (before.beat_times < 4.9) | (before.beat_times > 6.6)
    assert np.array_equal(grid.positions, before.positions)
    assert np.array_equal(grid.beat_times[outside], before.beat_times[outside])
    assert grid.beat_times[8] == 5.01


def test_a_beat_that_is_the_one_counts_the_whole_piece_until_the_next_that_was_fixed() -> None:
    grid = edited(steady(), MakeDownbeat(5.5))
    assert set(grid.positions[1::4]) == {1} and set(grid.positions[0::4]) == {4}
    grid = edited(grid, MakeDownbeat(5.5), MakeDownbeat(10.0))
    assert grid.positions[9] == 1 and grid.positions[17] == 1 and grid.positions[18] == 1 and grid.positions[22] == 1
    grid = edited(steady(), MakeDownbeat(10.0), MakeDownbeat(5.5))
    assert grid.positions[18] == 1 and grid.positions[17] == 1 and grid.positions[9] == 1 and grid.positions[1] == 1


def test_half_a_beat_later_and_earlier() -> None:
    before = steady()
    later, earlier = edited(before, ShiftHalfBeat()), edited(before, ShiftHalfBeat(later=False))
    np.testing.assert_allclose(later.beat_times, before.beat_times + 0.25)
    np.testing.assert_allclose(earlier.beat_times, before.beat_times - 0.25)
    assert np.array_equal(later.positions, before.positions)


def test_a_nudge_moves_everything_or_what_follows_and_drops_what_leaves_the_piece() -> None:
    before = steady(first=0.0)
    assert edited(before, Nudge(-0.01)).beat_times[0] == pytest.approx(0.49)
    part = edited(before, Nudge(0.02, start=5.0)).beat_times
    np.testing.assert_allclose(part - before.beat_times, np.where(before.beat_times < 5, 0, 0.02), atol=1e-9)
    assert not len(edited(before, Nudge(100.0)))


def test_one_beat_moves_alone_and_the_grid_from_it_on_together() -> None:
    before = steady()
    alone = edited(before, MoveBeat(5.0, 5.1)).beat_times - before.beat_times
    assert alone[8] == pytest.approx(0.1) and np.count_nonzero(alone) == 1
    together = edited(before, MoveGrid(5.0, 5.1)).beat_times - before.beat_times
    np.testing.assert_allclose(together, np.where(before.beat_times < 5, 0, 0.1), atol=1e-9)


def test_an_added_beat_is_counted_within_its_bar_and_a_removed_one_out_of_it() -> None:
    grid = edited(steady(), AddBeat(5.7))
    assert grid.positions[8:15].tolist() == [1, 2, 3, 4, 5, 1, 2]
    assert same(edited(grid, RemoveBeat(5.7)), steady())
    grid = edited(steady(), RemoveBeat(5.0))
    assert grid.positions[7:12].tolist() == [4, 1, 2, 3, 1]


def test_beats_before_the_first_and_after_the_last_are_counted_on() -> None:
    grid = edited(steady(n_beats=6), AddBeat(0.5), AddBeat(4.0))
    assert grid.positions.tolist() == [4, 1, 2, 3, 4, 1, 2, 3]


def test_a_metre_holds_everywhere_or_from_a_beat_on_until_another_was_set() -> None:
    assert edited(steady(), SetMetre(3)).positions[:7].tolist() == [1, 2, 3, 1, 2, 3, 1]
    grid = edited(steady(), SetMetre(5, start=10.0), SetMetre(3, start=5.0))
    assert grid.positions[8:24].tolist() == [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 1, 2, 3, 4, 5, 1]
    assert grid.positions[:8].tolist() == [1, 2, 3, 4, 1, 2, 3, 4]


def test_a_cleared_stretch_stays_empty_through_later_edits_until_a_beat_is_put_there() -> None:
    grid = edited(steady(), ClearBeats(5.0, 8.0), SetTempo(90.0, anchor=2.0), ScaleTempo(Fraction(2)))
    assert not ((grid.beat_times >= 5) & (grid.beat_times < 8)).any() and (grid.beat_times > 8).any()
    grid = edited(steady(), ClearBeats(5.0, 8.0), AddBeat(6.0), Nudge(0.01))
    assert grid.beat_times[8] == pytest.approx(6.01)


@pytest.mark.parametrize("edit", [
    ScaleTempo(Fraction(2)), ScaleTempo(Fraction(1, 2)), SetTempo(90.0, anchor=1.0), Nudge(0.1), ShiftHalfBeat(),
    MakeDownbeat(1.5), SetMetre(3), MoveGrid(2.0, 2.2), ClearBeats(0.0, 20.0), ChangeTempo(3.0, 77.0),
    TapBeats((4.1, 4.6, 5.1, 5.6, 6.1)), AcceptProposal.of(steady(100.0)), ChooseCandidate.of(NO_BEATS),
])  # fmt: skip
def test_locked_beats_stay_whatever_is_done(edit: Edit) -> None:
    before = steady()
    grid = edited(before, LockBeats(5.0, 7.0), edit)
    inside = (grid.beat_times >= 5) & (grid.beat_times < 7)
    assert np.array_equal(grid.beat_times[inside], before.beat_times[8:12])
    assert np.array_equal(grid.positions[inside], before.positions[8:12])
    assert (np.diff(grid.beat_times) > 0.1).all()


@pytest.mark.parametrize("edit", [MoveBeat(5.5, 5.6), MoveBeat(4.5, 5.1), AddBeat(5.7), RemoveBeat(5.5)])
def test_a_locked_beat_is_not_changed_by_hand_before_it_is_unlocked(edit: Edit) -> None:
    with pytest.raises(RhythmError) as raised:
        edited(steady(), LockBeats(5.0, 7.0), edit)
    assert raised.value.code == "rhythm.locked"
    if edit != MoveBeat(4.5, 5.1):
        edited(steady(), LockBeats(5.0, 7.0), UnlockBeats(5.0, 7.0), edit)


def test_a_proposal_and_a_candidate_take_the_place_of_the_grid() -> None:
    other = steady(100.0, 3)
    assert same(
        edited(steady(), AcceptProposal.of(other)), BeatGrid(**vars(other) | {"tempo": tempo_of(other.beat_times)})
    )
    assert edited(steady(), ChooseCandidate.of(other)).beats_per_bar == 3


def test_a_reset_brings_back_the_first_grid_itself() -> None:
    start = steady()
    assert edited(start, LockBeats(1, 9), ScaleTempo(Fraction(2)), Reset()) is start
    assert len(edited(start, LockBeats(1, 9), Reset(), ClearBeats(0, 20))) == 0


def test_a_grid_can_be_edited_to_nothing_and_made_anew() -> None:
    grid = edited(steady(), ClearBeats(0.0, 20.0))
    assert len(grid) == 0 and np.isnan(grid.tempo)
    assert len(edited(steady(), ClearBeats(0.0, 20.0), AddBeat(3.0))) == 1


def test_an_edit_that_changes_nothing_returns_the_grid_itself() -> None:
    grid = steady()
    context = EditContext(DURATION, grid)
    for edit in (MoveBeat(5.0, 5.0), Nudge(0.0), MakeDownbeat(5.0), SetMetre(4), ClearBeats(18.0, 19.0)):
        assert apply_edit(grid, edit, context) is grid


@pytest.mark.parametrize(("code", "make"), [
    ("rhythm.no_such_beat", lambda: MoveBeat(5.2, 5.3)),
    ("rhythm.no_such_beat", lambda: RemoveBeat(19.0)),
    ("rhythm.no_such_beat", lambda: MakeDownbeat(0.0)),
    ("rhythm.beat_exists", lambda: AddBeat(5.01)),
    ("rhythm.crossing", lambda: MoveBeat(5.0, 5.6)),
    ("rhythm.crossing", lambda: MoveGrid(5.0, 4.5)),
    ("rhythm.crossing", lambda: Nudge(-0.6, start=5.0)),
    ("rhythm.outside", lambda: AddBeat(DURATION + 0.1)),
    ("rhythm.outside", lambda: AddBeat(-0.1)),
    ("rhythm.outside", lambda: ChangeTempo(21.0, 100.0)),
    ("rhythm.outside", lambda: TapBeats((19.5, 20.0, 20.5))),
    ("rhythm.outside", lambda: LockBeats(30.0, 40.0)),
    ("rhythm.tempo", lambda: SetTempo(19.0, 1.0)),
    ("rhythm.tempo", lambda: ChangeTempo(1.0, 401.0)),
    ("rhythm.tempo", lambda: TapBeats((1.0, 9.0))),
    ("rhythm.metre", lambda: SetMetre(8)),
    ("rhythm.metre", lambda: SetMetre(1)),
    ("rhythm.factor", lambda: ScaleTempo(Fraction(5))),
    ("rhythm.not_a_number", lambda: Nudge(float("nan"))),
    ("rhythm.not_a_number", lambda: AddBeat(float("inf"))),
    ("rhythm.not_rising", lambda: TapBeats((1.0, 1.0))),
    ("rhythm.too_few_taps", lambda: TapBeats((1.0,))),
    ("rhythm.empty_stretch", lambda: ClearBeats(3.0, 3.0)),
    ("rhythm.positions", lambda: AcceptProposal((1.0, 2.0), (1,), 4)),
])  # fmt: skip
def test_what_makes_no_sense_is_refused_with_a_code(code: str, make: type[Edit]) -> None:
    with pytest.raises(RhythmError) as raised:
        edited(steady(), make())
    assert raised.value.code == code and str(raised.value) != code


def test_a_tempo_is_not_scaled_out_of_range_and_an_empty_grid_not_at_all() -> None:
    for grid, code in ((steady(240.0), "rhythm.tempo"), (NO_BEATS, "rhythm.too_few_beats")):
        with pytest.raises(RhythmError) as raised:
            edited(grid, ScaleTempo(Fraction(2)))
        assert raised.value.code == code


def test_a_drag_ends_at_the_neighbours() -> None:
    grid, context = steady(), EditContext(DURATION)
    assert move_limits(grid, 5.0, context) == pytest.approx((4.55, 5.45))
    assert move_limits(grid, 5.0, context, whole_grid=True) == pytest.approx((4.55, 20.0))
    assert move_limits(grid, 1.0, context)[0] == 0
    with pytest.raises(RhythmError):
        move_limits(grid, 5.2, context)


def test_a_context_alone_is_enough_to_respect_what_was_fixed() -> None:
    grid = steady()
    context = EditContext(DURATION, grid, Constraints(downbeats=(9.0,), metres=(MetreFrom(3, 9.0),)), ((1.0, 2.0),))
    after = apply_edit(grid, MakeDownbeat(5.5), context)
    assert after.positions[16] == 1 and after.positions[13] == 1 and after.positions[:2].tolist() == [1, 2]
