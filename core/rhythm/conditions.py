"""How the conditions that a person set enter the decoding, and how the result is made to meet them exactly.

A given beat says more than where one beat is. Where it lies well off the beats that the music suggests, the suggestion
is out of phase, and everything that is heard is moved by as much before the beats are decoded again, so that one
correction mends the piece; between two corrections that disagree the boundary lies where the music suits both best.
The same holds for given downbeats and the phase of the bars. In the end the beats themselves are moved onto the given
times.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.rhythm.bars import Labels
from core.rhythm.constraints import Constraints, TempoRange
from core.rhythm.decoding import Evidence

NEAR = 0.07
"""Within this many seconds of a beat, "no beat here" means that one."""

_FORCE = 400.0  # nats; more than what the music can say against it within a window of decoding
_LOCAL_PHASE = 0.3  # of a beat; what is moved by less is a matter of that beat and those around it
_VIOLATION = 1.2  # nats that a reading loses for each beat where there is none
_DISTANCE_COST = 30.0  # nats for a beat's fraction, squared, that given beats are off a multiple of its length
_LONGEST_COUNT = 6.0  # beats; over more of them a reading's length is not known well enough to count
_RUN = 3  # given beats that follow each other evenly are tapped: their distance is the beat
_EVEN = 0.12
_TAPPED_SECONDS = (0.2, 1.6)
_TEMPO_MARGIN = 1.12


def given_beats(constraints: Constraints) -> NDArray[np.float64]:
    """Return the times of all given beats, downbeats among them, in order, no two nearer than 20 ms."""
    times = np.unique(np.round([*constraints.beats, *constraints.downbeats], 6))
    times = times[np.isfinite(times)]
    if len(times) < 2:
        return np.asarray(times, dtype=np.float64)
    return np.asarray(times[np.append(True, np.diff(times) > 0.02)], dtype=np.float64)


def tempo_ranges(constraints: Constraints) -> tuple[TempoRange, ...]:
    """Return the given tempo ranges; where there are none, what a run of tapped beats says of the tempo."""
    if constraints.tempi:
        return constraints.tempi
    distances = np.diff(given_beats(constraints))
    slowest, fastest = _TAPPED_SECONDS
    if len(distances) < _RUN - 1:
        return ()
    runs = np.lib.stride_tricks.sliding_window_view(distances, _RUN - 1)
    even = [
        float(np.mean(run))
        for run in runs
        if slowest <= run.min() and run.max() <= fastest and run.max() / run.min() < 1 + _EVEN
    ]
    if not even:
        return ()
    tempo = 60.0 / float(np.median(even))
    return (TempoRange(tempo / _TEMPO_MARGIN, tempo * _TEMPO_MARGIN),)


def disagreement(
    beat_times: NDArray[np.float64], period: float, constraints: Constraints, given: NDArray[np.float64]
) -> float:
    """Return how much a reading of the pulse disagrees with what is given, nats.

    A single beat off the pulse says nothing of the level: who moves a beat by half a beat means its phase.
    """
    if not len(beat_times):
        return 0.0
    removed = np.asarray(constraints.no_beats_at, dtype=np.float64)
    violated = np.sum(np.abs(removed - nearest(beat_times, removed)) < NEAR) if len(removed) else 0
    cost = _VIOLATION * float(violated)
    counts = np.diff(given) / period
    counts = counts[counts < _LONGEST_COUNT]
    if len(counts):
        off = np.minimum(np.abs(counts - np.maximum(1.0, np.rint(counts))), 0.5)
        cost += _DISTANCE_COST * float(np.mean(off**2)) * min(4, len(counts))
    return cost


def nearest(times: NDArray[np.float64], to: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the one of some rising times that is nearest to each of others."""
    after = np.clip(np.searchsorted(times, to), 1, max(1, len(times) - 1))
    if len(times) < 2:
        return np.broadcast_to(times, to.shape)
    before = after - 1
    return np.where(to - times[before] <= times[after] - to, times[before], times[after])


def phases(beat_times: NDArray[np.float64], at: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how far some times are from the nearest beat, as a part of the beat, -0.5 to 0.5."""
    if len(beat_times) < 2:
        return np.zeros(len(at))
    index = np.clip(np.searchsorted(beat_times, at) - 1, 0, len(beat_times) - 2)
    phase = (at - beat_times[index]) / (beat_times[index + 1] - beat_times[index])
    return phase - np.rint(phase)


def moved(
    activation: NDArray[np.float32],
    periods: NDArray[np.float32],
    rate: float,
    given: NDArray[np.float64],
    off: NDArray[np.float64],
) -> NDArray[np.float32]:
    """Move an activation by as many beats as the given times are off the beats that it suggests.

    Parameters
    ----------
    activation : NDArray[np.float32] [shape=(n_frames,)]
    periods : NDArray[np.float32] [shape=(n_frames,)], length of a beat, frames
    rate : frames a second
    given : NDArray[np.float64] [shape=(n_given,)], seconds
    off : NDArray[np.float64] [shape=(n_given,)], beats, from `phases`

    Returns
    -------
    NDArray[np.float32] [shape=(n_frames,)]
    """
    shifts = np.where(np.abs(off) > _LOCAL_PHASE, off, 0.0)
    if not shifts.any():
        return activation
    frames = np.arange(len(activation))
    of = np.searchsorted((given[1:] + given[:-1]) / 2 * rate, frames)
    return np.asarray(np.interp(frames - shifts[of] * periods, frames, activation), dtype=np.float32)


def forced(evidence: Evidence, periods: NDArray[np.float32], rate: float, given: NDArray[np.float64]) -> Evidence:
    """Make the decoding go through the given beats and past what is near them."""
    if not len(given):
        return evidence
    bonus = np.zeros(len(evidence.beat), np.float32)
    frames = np.rint(given * rate).astype(np.int64)
    frames = np.unique(frames[(frames >= 0) & (frames < len(bonus))])
    distance = np.diff(frames, prepend=-(1 << 30), append=1 << 30)
    for i, frame in enumerate(frames):
        reach = 0.3 * float(periods[frame])
        before, after = (int(min(reach, d / 2)) for d in (distance[i], distance[i + 1]))
        bonus[max(0, frame - before) : frame + after + 1] = -_FORCE
    bonus[frames] = _FORCE
    return replace(evidence, beat=evidence.beat + bonus, downbeat=evidence.downbeat + bonus)


def barred_labels(
    beat_times: NDArray[np.float64], labels: Labels, constraints: Constraints
) -> NDArray[np.float64] | None:
    """Return what the given downbeats and metres forbid to each label [shape=(n_beats, n_labels)], nats; or None."""
    if not (constraints.downbeats or constraints.metres) or not len(beat_times):
        return None
    barred = np.zeros((len(beat_times), len(labels)))
    for i in nearest_indices(beat_times, np.unique(constraints.downbeats)):
        barred[i, ~labels.is_downbeat] += _FORCE
    metres = sorted(constraints.metres, key=lambda metre: metre.start)
    ends = [metre.start for metre in metres[1:]] + [np.inf]
    for metre, following in zip(metres, ends[: len(metres)], strict=True):
        holds = (beat_times >= metre.start - NEAR) & (beat_times < following - NEAR)
        if metre.beats_per_bar in labels.metres:
            barred[np.ix_(holds, labels.metre != metre.beats_per_bar)] += 2 * _FORCE
    return barred


def nearest_indices(times: NDArray[np.float64], to: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the index of the one of some rising times that is nearest to each of others."""
    if len(times) < 2:
        return np.zeros(len(to), np.int64)
    after = np.clip(np.searchsorted(times, to), 1, len(times) - 1)
    return np.where(to - times[after - 1] <= times[after] - to, after - 1, after)


def turned(
    evidence: NDArray[np.float64], positions: NDArray[np.int64], metres: NDArray[np.int64], index: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Move what beats gain as downbeats by as many beats as the given downbeats are off the bars that it suggests.

    Parameters
    ----------
    evidence : NDArray[np.float64] [shape=(n_beats,)], from which the bars were found
    positions, metres : NDArray[np.int64] [shape=(n_beats,)], the bars
    index : NDArray[np.int64] [shape=(n_given,)], the beats that are to be downbeats, rising

    Returns
    -------
    NDArray[np.float64] [shape=(n_beats,)]
    """
    off = positions[index] - 1
    if not off.any():
        return evidence
    off = np.where(off > metres[index] / 2, off - metres[index], off)
    beats = np.arange(len(evidence))
    of = np.searchsorted((index[1:] + index[:-1]) / 2, beats)
    return np.asarray(evidence[np.clip(beats - off[of], 0, len(evidence) - 1)])


def honoured(
    beat_times: NDArray[np.float64], positions: NDArray[np.int64], constraints: Constraints, period: float
) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.int64]]:
    """Make beats meet what is given, to the point.

    Parameters
    ----------
    beat_times : NDArray[np.float64] [shape=(n_beats,)], seconds
    positions : NDArray[np.int64] [shape=(n_beats,)]
    constraints : Constraints
    period : length of a beat, seconds

    Returns
    -------
    beat_times, positions : as given, with each given beat in them, and none where there is to be none
    indices : NDArray[np.int64] [shape=(n_beats,)], the beat that each of them was, -1 for one that is new
    """
    given, downbeats = given_beats(constraints), np.asarray(constraints.downbeats, dtype=np.float64)
    origin = np.arange(len(beat_times))
    keep = np.ones(len(beat_times), bool)
    taken: list[tuple[float, int, int]] = []
    for time in given:
        near = np.flatnonzero(keep & (np.abs(beat_times - time) < 0.45 * period))
        best = int(near[np.abs(beat_times[near] - time).argmin()]) if len(near) else -1
        if best >= 0 and any(other[2] == best for other in taken):
            best = -1
        is_downbeat = bool(len(downbeats)) and float(np.abs(downbeats - time).min()) < 0.02
        position = 1 if is_downbeat else int(positions[best]) if best >= 0 else 2
        taken.append((float(time), position, best))
    for time, _, best in taken:
        keep &= ~((np.abs(beat_times - time) < 0.3 * period) | (origin == best))
    silences = [(start, end) for start, end in constraints.silences if end > start]
    for start, end in silences:
        keep &= ~((beat_times >= start) & (beat_times < end))
    for time in constraints.no_beats_at:
        close = np.flatnonzero(keep & (np.abs(beat_times - time) < NEAR))
        keep[close] = False
    times = np.concatenate([beat_times[keep], [time for time, _, _ in taken]])
    places = np.concatenate([positions[keep], np.array([place for _, place, _ in taken], np.int64)])
    origins = np.concatenate([origin[keep], np.array([best for _, _, best in taken], np.int64)])
    order = np.argsort(times, kind="stable")
    return times[order], places[order].astype(np.int64), origins[order].astype(np.int64)
