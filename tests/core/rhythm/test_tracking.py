"""Decoding of activations whose beats are known, freely and under conditions."""

import pickle
from dataclasses import replace

import mir_eval
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.progress import Cancelled
from core.rhythm.constraints import Constraints, MetreFrom, TempoRange
from core.rhythm.estimate import Activations, BeatEstimate
from core.rhythm.tracking import decode
from tests.core.rhythm.activations import activations_of, steady

_NONE = np.empty(0)


def _agreement(truth: np.ndarray, found: np.ndarray) -> float:
    return float(mir_eval.beat.f_measure(truth, found))


def _assert_sound(estimate: BeatEstimate, activations: Activations) -> None:
    """What holds of every estimate."""
    grid = estimate.grid
    assert (np.diff(grid.beat_times) > 0).all()
    assert len(grid.positions) == len(grid.beat_times) == len(estimate.beat_confidence)
    assert len(estimate.bar_confidence) == len(grid.downbeat_times)
    assert (grid.positions >= 1).all() and (grid.positions <= 7).all()
    if len(grid):
        assert grid.beat_times[0] >= 0 and grid.beat_times[-1] <= activations.duration
        assert estimate.candidates[0].grid is grid
    for values in (estimate.beat_confidence, estimate.bar_confidence, [estimate.confidence]):
        assert np.all((np.asarray(values) >= 0) & (np.asarray(values) <= 1))
    probabilities = [candidate.probability for candidate in estimate.candidates]
    assert probabilities == sorted(probabilities, reverse=True)
    assert sum(probabilities) <= 1 + 1e-9


@pytest.mark.parametrize("metre", [2, 3, 4, 5, 6, 7])
@pytest.mark.parametrize("tempo", [70.0, 120.0, 180.0])
def test_beats_and_bars_of_every_metre_are_found(metre: int, tempo: float) -> None:
    beats, positions, activations = steady(tempo, metre, first_position=2)
    estimate = decode(activations)
    _assert_sound(estimate, activations)
    assert _agreement(beats, estimate.grid.beat_times) > 0.98
    assert _agreement(beats[positions == 1], estimate.grid.downbeat_times) > 0.98
    assert estimate.grid.beats_per_bar == metre
    assert estimate.grid.tempo == pytest.approx(tempo, rel=0.005)
    assert estimate.is_steady and estimate.has_bars


def test_beats_follow_a_step_and_a_slope_of_tempo() -> None:
    step = np.concatenate([np.arange(0.4, 20, 0.6), np.arange(20.2, 40, 0.47)])
    slope = np.cumsum(0.7 * np.exp(-0.009 * np.arange(80)))
    for beats in (step, slope):
        positions = np.arange(len(beats)) % 4 + 1
        grid = decode(activations_of(beats, positions, beats[-1] + 0.5)).grid
        assert _agreement(beats, grid.beat_times) > 0.96
        assert _agreement(beats[positions == 1], grid.downbeat_times) > 0.9


def test_beats_go_on_through_a_short_break_and_not_through_a_long_one() -> None:
    beats = np.arange(0.4, 60, 0.5)
    for end, is_filled in ((20.0, True), (35.0, False)):
        played = (beats < 15) | (beats > end)
        activations = activations_of(beats[played], np.arange(len(beats))[played] % 4 + 1, 60.0, noise=0.0)
        found = decode(activations).grid.beat_times
        within = found[(found > 15.5) & (found < end - 0.5)]
        assert (len(within) > 0) == is_filled
        assert _agreement(beats if is_filled else beats[played], found) > 0.98


def test_beats_end_where_the_beat_stops_and_something_else_goes_on() -> None:
    beats, _, activations = steady(120.0, duration=60.0, noise=0.05)
    is_over = np.arange(len(activations.beat)) > 30 * activations.frame_rate
    other = np.random.default_rng(1).exponential(8.0, len(is_over)).clip(0, 40)
    heard = activations.onset_times < 30
    stopped = replace(
        activations,
        beat=np.where(is_over, other, activations.beat).astype(np.uint8),
        downbeat=np.where(is_over, other / 3, activations.downbeat).astype(np.uint8),
        onset_times=activations.onset_times[heard],
        onset_strengths=activations.onset_strengths[heard],
    )
    estimate = decode(stopped)
    _assert_sound(estimate, stopped)
    assert 29 < estimate.grid.beat_times[-1] < 34
    assert estimate.grid.tempo == pytest.approx(120, rel=0.005)


def test_clicks_come_out_at_their_onsets() -> None:
    beats, _, activations = steady(117.3)
    found = decode(activations).grid.beat_times
    np.testing.assert_allclose(found, beats, atol=1e-3)


def test_without_onsets_beats_lie_between_the_frames_without_bias() -> None:
    beats, _, activations = steady(117.3, duration=60.0, onsets=False, noise=0.0)
    errors = decode(activations).grid.beat_times - beats
    assert abs(np.median(errors)) < 0.002
    assert np.abs(errors).max() < 0.01


@pytest.mark.parametrize(
    ("duration", "noise"),
    [(0.0, 0.0), (0.5, 0.05), (30.0, 0.0), (30.0, 0.005)],
    ids=["empty", "short", "zero", "faint"],
)
def test_nothing_is_found_where_nothing_suggests_a_beat(duration: float, noise: float) -> None:
    estimate = decode(activations_of(_NONE, [], duration, noise=noise))
    assert len(estimate.grid) == 0
    assert not estimate.is_steady and not estimate.has_bars
    assert estimate.candidates == () and estimate.confidence == 0.0


def off_beats_louder(n_bars: int = 16) -> tuple[np.ndarray, Activations]:
    """Beats in bars of four whose off-beats are twice as sure; only the downbeats tell where the beats are."""
    beats = 0.4 + 0.5 * np.arange(4 * n_bars)
    every = np.sort(np.append(beats, beats + 0.25))
    heard = activations_of(every, np.arange(len(every)) % 8 + 1, every[-1] + 0.5, height=0.4, noise=0.01)
    beat = heard.beat.copy()
    for time in beats + 0.25:
        around = slice(int(time * heard.frame_rate) - 1, int(time * heard.frame_rate) + 3)
        beat[around] = np.minimum(255, 2.0 * beat[around])
    return beats, replace(heard, beat=beat)


def test_beats_are_found_where_the_off_beats_are_louder() -> None:
    beats, activations = off_beats_louder()
    estimate = decode(activations, Constraints(tempi=(TempoRange(110, 130),)))
    _assert_sound(estimate, activations)
    assert _agreement(beats, estimate.grid.beat_times) > 0.95
    assert any(one.is_shifted for one in estimate.candidates)


def test_beats_that_are_given_decide_the_phase() -> None:
    beats, activations = off_beats_louder()
    given = tuple(beats[[8, 20]] + 0.25)
    estimate = decode(activations, Constraints(beats=given, tempi=(TempoRange(110, 130),)))
    assert not any(one.is_shifted for one in estimate.candidates)
    assert _agreement(beats + 0.25, estimate.grid.beat_times) > 0.95


def test_a_clear_beat_has_no_reading_half_a_beat_off() -> None:
    _, _, activations = steady(120.0)
    assert not any(one.is_shifted for one in decode(activations).candidates)


def test_a_piece_longer_than_a_window_is_decoded_without_a_seam() -> None:
    beats, positions, activations = steady(104.0, 3, duration=240.0)
    grid = decode(activations).grid
    np.testing.assert_allclose(grid.beat_times, beats, atol=0.02)
    assert (grid.positions == positions).all()


def test_a_long_piece_tells_how_far_it_is_and_can_be_stopped() -> None:
    _, _, activations = steady(104.0, 3, duration=600.0)
    told: list[float] = []

    def tell(fraction: float, _: str) -> None:
        told.append(fraction)
        if fraction > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        decode(activations, report=tell)
    assert told == sorted(told) and len(told) >= 4 and told[-2] <= 0.5


def test_an_estimate_is_small_when_sent_to_another_process() -> None:
    _, _, activations = steady(120.0, duration=60.0)
    estimate = decode(activations)
    assert len(pickle.dumps(estimate)) < 30_000
    again = pickle.loads(pickle.dumps(estimate))
    np.testing.assert_array_equal(again.grid.beat_times, estimate.grid.beat_times)


def test_decoding_the_same_twice_gives_the_same() -> None:
    _, _, activations = steady(93.0, between=0.3)
    first, second = decode(activations), decode(activations)
    np.testing.assert_array_equal(first.grid.beat_times, second.grid.beat_times)
    assert first.confidence == second.confidence


def test_a_beat_moved_by_half_a_beat_mends_the_whole_piece() -> None:
    _, _, activations = steady(100.0, duration=120.0, onsets=False)
    estimate = decode(activations, Constraints(beats=(10.9,), no_beats_at=(10.6,)))
    _assert_sound(estimate, activations)
    expected = np.arange(0.7, 119, 0.6)
    assert _agreement(expected, estimate.grid.beat_times) > 0.97
    assert np.abs(estimate.grid.beat_times - 10.9).min() < 1e-3


def test_a_beat_moved_a_little_leaves_those_far_from_it_where_they_are() -> None:
    beats, _, activations = steady(100.0, duration=60.0, onsets=False)
    moved = beats[20] + 0.12
    found = decode(activations, Constraints(beats=(moved,))).grid.beat_times
    assert np.abs(found - moved).min() < 1e-3
    far = np.abs(beats - moved) > 6
    assert _agreement(beats[far], found[np.abs(found - moved) > 6]) > 0.97


def test_a_moved_beat_does_not_change_the_level() -> None:
    beats, _, activations = steady(100.0, duration=60.0, between=0.5)
    before = decode(activations).grid.tempo
    after = decode(activations, Constraints(beats=(beats[20] + 0.3,))).grid.tempo
    assert after == pytest.approx(before, rel=0.02)


def test_a_given_downbeat_turns_the_bars_of_the_whole_piece() -> None:
    beats, _, activations = steady(100.0, duration=120.0)
    grid = decode(activations, Constraints(downbeats=(beats[18],))).grid
    assert _agreement(beats[2::4], grid.downbeat_times) > 0.97


def test_given_downbeats_that_disagree_each_hold_around_themselves() -> None:
    beats, _, activations = steady(100.0, duration=120.0)
    grid = decode(activations, Constraints(downbeats=(beats[150], beats[21]))).grid
    assert (grid.positions[:60] == (np.arange(60) - 1) % 4 + 1).all()
    assert (grid.positions[-40:] == (np.arange(160, 200)[: len(grid.positions[-40:])] - 150) % 4 + 1).all()


@pytest.mark.parametrize("tempo", [50.0, 200.0, 150.0])
def test_a_given_tempo_range_decides_the_level(tempo: float) -> None:
    _, _, activations = steady(100.0, duration=60.0)
    grid = decode(activations, Constraints(tempi=(TempoRange(0.95 * tempo, 1.05 * tempo),))).grid
    assert grid.tempo == pytest.approx(tempo, rel=0.02)


def test_a_tempo_range_of_a_stretch_decides_the_level_of_the_rest() -> None:
    _, _, activations = steady(100.0, duration=120.0)
    grid = decode(activations, Constraints(tempi=(TempoRange(190, 210, 20.0, 40.0),))).grid
    for start in (0, 20, 60, 100):
        within = grid.beat_times[(grid.beat_times > start) & (grid.beat_times < start + 15)]
        assert np.median(np.diff(within)) == pytest.approx(0.3, rel=0.03)


def test_tapped_beats_decide_the_level_and_the_phase() -> None:
    _, _, activations = steady(100.0, duration=60.0, between=0.4)
    taps = tuple(20.1 + 0.3 * np.arange(6))
    grid = decode(activations, Constraints(beats=taps)).grid
    assert grid.tempo == pytest.approx(200, rel=0.02)


def test_given_metres_hold_from_their_times_on() -> None:
    beats, _, activations = steady(100.0, duration=60.0)
    grid = decode(activations, Constraints(metres=(MetreFrom(3, 0.0), MetreFrom(5, beats[50])))).grid
    assert set(np.diff(np.flatnonzero(grid.positions[4:48] == 1))) == {3}
    assert set(np.diff(np.flatnonzero(grid.positions[55:] == 1))) == {5}


def test_no_beats_are_in_a_silence_nor_where_there_is_none() -> None:
    beats, _, activations = steady(100.0, duration=60.0)
    found = decode(activations, Constraints(no_beats_at=(beats[9],), silences=((30.0, 40.0),))).grid.beat_times
    assert not ((found >= 30) & (found < 40)).any()
    assert np.abs(found - beats[9]).min() > 0.2
    assert len(found) > 75


def test_a_given_beat_stays_where_the_net_hears_none_and_so_do_those_around_it() -> None:
    _, _, activations = steady(110.0, duration=20.0, seed=1)
    estimate = decode(activations, Constraints(beats=(19.503,), downbeats=(12.769,)))
    assert 12.769 in estimate.grid.downbeat_times.tolist()
    assert len(estimate.grid) > 30, "the whole piece was moved by half a beat, and none of it is lost"


_times = st.floats(0, 19.9).map(lambda value: round(value, 3))


@settings(max_examples=25, deadline=None)
@given(
    beats=st.lists(_times, max_size=4, unique=True),
    downbeats=st.lists(_times, max_size=2, unique=True),
    absent=st.lists(_times, max_size=2),
    tempo=st.sampled_from([None, 60.0, 110.0, 190.0]),
    metre=st.sampled_from([None, 0, 2, 3, 7]),
    seed=st.integers(0, 3),
)
def test_whatever_is_given_is_met_to_the_millisecond(
    beats: list[float], downbeats: list[float], absent: list[float], tempo: float | None, metre: int | None, seed: int
) -> None:
    _, _, activations = steady(110.0, duration=20.0, seed=seed)
    given_times = np.array([*beats, *downbeats])
    apart = np.abs(given_times[:, np.newaxis] - given_times) + np.eye(len(given_times))
    beats = beats if apart.min(initial=1.0) > 0.02 else []
    downbeats = downbeats if apart.min(initial=1.0) > 0.02 else []
    constraints = Constraints(
        beats=tuple(beats),
        downbeats=tuple(downbeats),
        no_beats_at=tuple(absent),
        tempi=() if tempo is None else (TempoRange(tempo / 1.1, tempo * 1.1),),
        metres=() if metre is None else (MetreFrom(metre),),
    )
    estimate = decode(activations, constraints)
    _assert_sound(estimate, activations)
    found = estimate.grid.beat_times
    for time in (*beats, *downbeats):
        assert np.abs(found - time).min() < 1e-3
    for time in downbeats:
        assert np.abs(estimate.grid.downbeat_times - time).min() < 1e-3
    for time in absent:
        near = found[np.abs(found - time) < 0.02]
        assert all(min((abs(other - t) for t in (*beats, *downbeats)), default=1.0) < 1e-3 for other in near)


@settings(max_examples=15, deadline=None)
@given(tempo=st.floats(62, 190), metre=st.integers(2, 7), first=st.floats(0.0, 0.9), seed=st.integers(0, 99))
def test_steady_beats_are_found_at_a_level_that_fits(tempo: float, metre: int, first: float, seed: int) -> None:
    beats, _, activations = steady(tempo, metre, first=first, seed=seed)
    estimate = decode(activations)
    _assert_sound(estimate, activations)
    best = max(_agreement(beats, candidate.grid.beat_times) for candidate in estimate.candidates)
    assert best > 0.95
