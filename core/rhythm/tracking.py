"""Beats and bars from the activations of a net, with all that is known of how sure they are."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
import scipy.ndimage
from numpy.typing import NDArray

from core.progress import Report, silent, sub_range
from core.rhythm import conditions, half_beats, levels
from core.rhythm.bars import Bars, downbeat_probabilities, find_bars, labels_of
from core.rhythm.confidence import certainty_of
from core.rhythm.constraints import UNCONSTRAINED, Constraints
from core.rhythm.decoding import UPSAMPLING, Path, best_paths, evidence_of, upsampled
from core.rhythm.estimate import FINDING, Activations, BeatEstimate, TempoCandidate
from core.rhythm.grid import NO_BEATS, BeatGrid, tempo_of
from core.rhythm.net_input import TEMPI as NET_TEMPI
from core.rhythm.pulse import TEMPI, find_pulse
from core.rhythm.soft_onsets import complemented
from core.rhythm.timing import refined, snapped

_SHORTEST = 1.0  # seconds
_FAINTEST_BEAT = 0.12  # what never comes nearer to a beat than this has none
_ACTIVE_BEAT, _ACTIVE_ONSET = 0.05, 0.03
_LONGEST_BREAK = 8.0  # seconds without any onset through which the beats go on
_AROUND = 9  # beats over which confidences are taken together
_DOUBTFUL, _CLEAR = (
    0.25,
    0.5,
)  # mean confidence of beats where none was played, and of those of a piece with a clear beat
_JOINT_METRES = (3, 4)
"""Metres that are decoded together with the beats; any other is found over the beats of these."""

_DOWN_FLOOR = 0.01
_LEAST_HEARD = -6.0  # nats; what the net thinks impossible is only very improbable
_FEWEST_BEATS = 4
_IMPROBABLE, _IMPROBABLE_SHIFT = 0.01, 0.05  # candidates below, and those half a beat off, are not worth showing


@dataclass(frozen=True, eq=False)
class Piece:
    """Activations made ready for decoding.

    Attributes
    ----------
    beat, downbeat : NDArray[np.float32] [shape=(n_frames,)], probabilities at the decoder's rate
    pulse : NDArray[np.float32] [shape=(n_frames,)], `beat` with soft onsets where the net hears little: what tempo and
        beats are found in, while how sure they are follows from `beat`
    rate : decoder frames a second
    onsets : NDArray[np.float32] [shape=(n_frames,)], strength of the onset around each frame
    net : NDArray[np.float64] [shape=(n_tempi,)], log probability of each of `TEMPI` as the net hears it
    given : Activations
    """

    beat: NDArray[np.float32]
    downbeat: NDArray[np.float32]
    pulse: NDArray[np.float32]
    rate: float
    onsets: NDArray[np.float32]
    net: NDArray[np.float64]
    given: Activations

    @classmethod
    def of(cls, activations: Activations) -> Self:
        """Return activations made ready for decoding."""
        rate = activations.frame_rate * UPSAMPLING
        heard_beat = activations.beat.astype(np.float32) / np.float32(255)
        beat, pulse = upsampled(heard_beat), upsampled(complemented(heard_beat, activations.novelty))
        downbeat = upsampled(activations.downbeat.astype(np.float32) / np.float32(255))
        onsets = np.zeros(len(beat), np.float32)
        at = np.clip(np.rint(activations.onset_times * rate).astype(np.int64), 0, len(onsets) - 1)
        np.maximum.at(onsets, at, activations.onset_strengths)
        onsets = np.asarray(scipy.ndimage.maximum_filter1d(onsets, 5), dtype=np.float32)
        heard = np.asarray(activations.tempo, dtype=np.float64)
        heard = heard - np.logaddexp.reduce(heard) if len(heard) == len(NET_TEMPI) else np.zeros(len(NET_TEMPI))
        net = np.interp(np.log(TEMPI), np.log(NET_TEMPI), np.maximum(heard, _LEAST_HEARD))
        return cls(beat, downbeat, pulse, rate, onsets, net, activations)


@dataclass(frozen=True, eq=False)
class Reading:
    """One level decoded.

    Attributes
    ----------
    beat : NDArray[np.float32] [shape=(n_frames,)], the activation whose peaks the beats are
    frames : NDArray[np.int64] [shape=(n_beats,)]
    bars : Bars
    bar_evidence : NDArray[np.float64] [shape=(n_beats,)], from which the bars follow
    tempo : BPM
    features : NDArray[np.float64] [shape=(n_features,)]
    is_shifted : whether it is another reading half a beat off
    """

    beat: NDArray[np.float32]
    frames: NDArray[np.int64]
    bars: Bars
    bar_evidence: NDArray[np.float64]
    tempo: float
    features: NDArray[np.float64]
    is_shifted: bool = False


def decode(activations: Activations, constraints: Constraints = UNCONSTRAINED, report: Report = silent) -> BeatEstimate:
    """Find the beats and bars of a piece.

    Parameters
    ----------
    activations : Activations
        What the net heard.
    constraints : Constraints
        What a person knows; met exactly, and taken as a hint for the rest of the piece.
    report : Report
        Told the fraction done; may raise `Cancelled`.

    Returns
    -------
    BeatEstimate; without beats where nothing suggests any and none are given
    """
    given = conditions.given_beats(constraints)
    given = given[(given >= 0) & (given <= activations.duration)]
    peak = int(activations.beat.max(initial=0)) / 255
    if len(activations.beat) < 2 or ((activations.duration < _SHORTEST or peak < _FAINTEST_BEAT) and not len(given)):
        return nothing_found(activations)
    piece = Piece.of(activations)
    readings, periods = read(piece, constraints, sub_range(report, 0.0, 0.95))
    probability = levels.probabilities(np.array([reading.features for reading in readings]))
    if not len(given):  # given beats say where the beats are
        best = int(probability.argmax())
        shifted, numbers = half_beat_off(piece, readings[best])
        readings, periods = [*readings, shifted], np.column_stack([periods, periods[:, best]])
        probability = half_beats.shared(probability, half_beats.probability(numbers))
    if constraints != UNCONSTRAINED:
        probability = _agreeing(readings, probability, piece, constraints, given)
        readings = [
            _constrained(piece, reading, periods[:, i], constraints, given) for i, reading in enumerate(readings)
        ]
    report(0.95, FINDING)
    return _estimate(piece, readings, probability, constraints)


def nothing_found(activations: Activations | None) -> BeatEstimate:
    """Return the estimate of a piece in which there are no beats."""
    none = np.empty(0, np.float32)
    return BeatEstimate(NO_BEATS, (), none, none, 0.0, False, False, activations, "trained")


def read(
    piece: Piece, constraints: Constraints = UNCONSTRAINED, report: Report = silent
) -> tuple[list[Reading], NDArray[np.float32]]:
    """Decode a piece at each level that comes into question.

    Parameters
    ----------
    piece : Piece
    constraints : Constraints
        Of which only what it says of the tempo counts here.
    report : Report
        Told the fraction done.

    Returns
    -------
    readings : list of Reading
    periods : NDArray[np.float32] [shape=(n_frames, n_readings)], rough length of a beat, frames
    """
    ranges = conditions.tempo_ranges(constraints)
    pulse = find_pulse(piece.pulse[::UPSAMPLING], piece.given.frame_rate, piece.net, ranges)
    report(0.05, FINDING)
    periods = pulse.periods(len(piece.beat), piece.rate)
    paths = best_paths(
        evidence_of(piece.pulse, piece.downbeat), periods, labels_of(_JOINT_METRES), sub_range(report, 0.05, 0.9)
    )
    readings = []
    for i, path in enumerate(paths):
        report(0.9 + 0.1 * i / len(paths), FINDING)
        readings.append(_read(piece, path, float(pulse.salience[i])))
    report(1.0, FINDING)
    return readings, periods


def _read(piece: Piece, path: Path, salience: float) -> Reading:
    """Describe what was decoded at one level."""
    frames = path.frames
    evidence = _bar_evidence(piece.beat, piece.downbeat, frames)
    bars = find_bars(evidence, labels_of())
    tempo = tempo_of(frames / piece.rate)
    if len(frames) < _FEWEST_BEATS or not np.isfinite(tempo):
        return Reading(piece.pulse, frames, bars, evidence, tempo, levels.nothing_to_tell())
    features = levels.describe(
        piece.beat,
        frames,
        tempo,
        net=float(np.interp(np.log(tempo), np.log(TEMPI), piece.net)),
        salience=salience,
        score=path.score,
        bar_score=bars.score,
        rate=piece.rate,
    )
    return Reading(piece.pulse, frames, bars, evidence, tempo, features)


def half_beat_off(piece: Piece, reading: Reading) -> tuple[Reading, NDArray[np.float64] | None]:
    """Return a reading half a beat off, and what its probability follows from; see `half_beats.shift_numbers`."""
    frames = half_beats.between(piece.beat, reading.frames)
    evidence = _bar_evidence(piece.beat, piece.downbeat, frames)
    bars = find_bars(evidence, labels_of())
    numbers = half_beats.shift_numbers(piece.beat, reading.frames, frames, reading.bars.score, bars.score)
    return replace(reading, frames=frames, bars=bars, bar_evidence=evidence, is_shifted=True), numbers


def _bar_evidence(
    beat: NDArray[np.float32], downbeat: NDArray[np.float32], frames: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return what each beat gains as a downbeat over what it gains as another beat, nats [shape=(n_beats,)]."""
    around = np.clip(frames[:, np.newaxis] + np.arange(-2, 3), 0, len(beat) - 1)
    either = beat[around].max(axis=1, initial=0)
    first = np.minimum(downbeat[around].max(axis=1, initial=0), either)
    evidence = np.log(np.maximum(first, _DOWN_FLOOR)) - np.log(np.maximum(either - first, _DOWN_FLOOR))
    return np.asarray(evidence, dtype=np.float64)


def _agreeing(
    readings: list[Reading],
    probability: NDArray[np.float64],
    piece: Piece,
    constraints: Constraints,
    given: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Weigh how probable each reading is by how well it agrees with what is given."""
    cost = [
        conditions.disagreement(reading.frames / piece.rate, 60.0 / reading.tempo, constraints, given)
        for reading in readings
    ]
    score = np.log(np.maximum(probability, 1e-9)) - np.nan_to_num(cost)
    score = np.exp(score - score.max())
    return np.asarray(score / score.sum())


def _constrained(
    piece: Piece, reading: Reading, periods: NDArray[np.float32], constraints: Constraints, given: NDArray[np.float64]
) -> Reading:
    """Decode one level again around what is given."""
    beat, pulse, downbeat, frames = piece.beat, piece.pulse, piece.downbeat, reading.frames
    if len(given):
        off = conditions.phases(frames / piece.rate, given)
        beat = conditions.moved(beat, periods, piece.rate, given, off)
        downbeat = conditions.moved(downbeat, periods, piece.rate, given, off)
        pulse = conditions.moved(pulse, periods, piece.rate, given, off)
        beat_evidence = conditions.forced(evidence_of(pulse, downbeat), periods, piece.rate, given)
        (path,) = best_paths(beat_evidence, periods[:, np.newaxis], labels_of(_JOINT_METRES))
        frames = path.frames
    evidence = _bar_evidence(beat, downbeat, frames)
    bars = find_bars(evidence, labels_of())
    times = frames / piece.rate
    barred = conditions.barred_labels(times, labels_of(), constraints)
    if barred is not None:
        if constraints.metres:
            only_metres = replace(constraints, downbeats=())
            bars = find_bars(evidence, labels_of(), conditions.barred_labels(times, labels_of(), only_metres))
        index = conditions.nearest_indices(times, np.unique(constraints.downbeats))
        if len(index):
            evidence = conditions.turned(evidence, bars.positions, bars.metres, index)
        bars = find_bars(evidence, labels_of(), barred)
    return replace(reading, beat=pulse, frames=frames, bars=bars, bar_evidence=evidence, tempo=tempo_of(times))


def _estimate(
    piece: Piece, readings: list[Reading], probability: NDArray[np.float64], constraints: Constraints
) -> BeatEstimate:
    order = np.argsort(-probability, kind="stable")
    best = readings[int(order[0])]
    grids = [_grid(piece, readings[int(i)], constraints) for i in order]
    certainty = certainty_of(
        piece.beat, best.frames, downbeat_probabilities(best.bar_evidence, labels_of()), float(probability[order[0]])
    )
    grids[0] = _while_it_lasts(*grids[0], certainty.beats, conditions.given_beats(constraints))
    grid, origin = grids[0]
    if not len(grid):
        return nothing_found(piece.given)
    beat = np.where(origin >= 0, certainty.beats[origin], 1.0).astype(np.float32)
    bar = np.where(origin >= 0, certainty.bars[origin], 1.0).astype(np.float32)
    given = np.array([time in constraints.beats or time in constraints.downbeats for time in grid.beat_times.tolist()])
    beat[given] = 1.0
    return BeatEstimate(
        grid=grid,
        candidates=tuple(
            TempoCandidate(of_reading.tempo, float(probability[i]), of_reading, is_shifted=readings[i].is_shifted)
            for i, (of_reading, _) in zip(order, grids, strict=True)
            if len(of_reading) and (of_reading is grid or probability[i] >= _least(readings[i]))
        ),
        beat_confidence=beat,
        bar_confidence=bar[grid.positions == 1],
        confidence=certainty.whole,
        is_steady=certainty.is_steady,
        has_bars=certainty.has_bars or bool(constraints.downbeats),
        activations=piece.given,
        tracker="trained",
    )


def _while_it_lasts(
    grid: BeatGrid, origin: NDArray[np.int64], confidence: NDArray[np.float64], given: NDArray[np.float64]
) -> tuple[BeatGrid, NDArray[np.int64]]:
    """Leave out the beats of long stretches in which hardly one is probable, where beats are clear elsewhere.

    There the beat has stopped and something else goes on: a chord, talk, noise. A beat that was given says that it has
    not, whatever the net heard. See `_grid` for what is returned.
    """
    sure = np.where(origin >= 0, confidence[origin] if len(confidence) else 1.0, 1.0)
    if len(sure) < 2 * _AROUND:
        return grid, origin
    doubtful = scipy.ndimage.uniform_filter1d(sure, _AROUND, mode="nearest") < _DOUBTFUL
    is_given = (origin < 0) | np.isin(np.round(grid.beat_times, 6), given)
    edges = np.flatnonzero(np.diff(doubtful, prepend=False, append=False))
    kept = np.ones(len(sure), bool)
    for start, stop in edges.reshape(-1, 2):
        is_short = grid.beat_times[stop - 1] - grid.beat_times[start] < _LONGEST_BREAK
        kept[start:stop] = is_short or bool(is_given[start:stop].any())
    if kept.all() or not kept.any() or sure[kept].mean() < _CLEAR:
        return grid, origin
    times = grid.beat_times[kept]
    return BeatGrid(times, grid.positions[kept], tempo_of(times), grid.beats_per_bar), origin[kept]


def _least(reading: Reading) -> float:
    """Probability from which a reading is worth showing."""
    return _IMPROBABLE_SHIFT if reading.is_shifted else _IMPROBABLE


def _grid(piece: Piece, reading: Reading, constraints: Constraints) -> tuple[BeatGrid, NDArray[np.int64]]:
    """Return the grid of a reading, and which of its beats each beat of the grid is."""
    exact = refined(reading.beat[::UPSAMPLING], reading.frames / UPSAMPLING) / piece.given.frame_rate
    exact = snapped(exact, piece.given.onset_times, piece.given.onset_strengths)
    rough = reading.frames / piece.rate
    period = 60.0 / reading.tempo if np.isfinite(reading.tempo) else 0.5
    heard = np.flatnonzero(_is_heard(piece, rough, period))
    times = np.clip(exact[heard], 0.0, piece.given.duration)
    rising = np.diff(times, prepend=-1.0) > 0.2 * period
    heard, times = heard[rising], times[rising]
    times, positions, origin = conditions.honoured(times, reading.bars.positions[heard], constraints, period)
    if not len(times):
        return NO_BEATS, origin
    origin = np.where(origin >= 0, heard[origin] if len(heard) else -1, -1)
    metre = int(np.bincount(reading.bars.metres).argmax())
    return BeatGrid(times, positions, tempo_of(times), metre), origin


def _is_heard(piece: Piece, times: NDArray[np.float64], period: float) -> NDArray[np.bool_]:
    """Whether each beat is within the music, not before or after it nor in a long break."""
    active = np.flatnonzero((piece.beat > _ACTIVE_BEAT) | (piece.onsets > _ACTIVE_ONSET)) / piece.rate
    if not len(active):
        return np.ones(len(times), bool)
    following = np.searchsorted(active, times)
    before = np.where(following > 0, active[np.maximum(following - 1, 0)], -np.inf)
    after = np.where(following < len(active), active[np.minimum(following, len(active) - 1)], np.inf)
    is_close = (times - before < 0.1 * period) | (after - times < 0.1 * period)
    return np.asarray(is_close | (after - before < _LONGEST_BREAK))
