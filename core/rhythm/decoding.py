"""The most probable beats and bars under a tempo that is known roughly: a bar pointer as a semi-Markov model.

A state is "a beat at this frame, with this local tempo, at this place in a bar of this metre"; a step goes from one
beat to the next, so that there are as many steps as beats and not as frames. The local tempo is an offset from a
tempo curve, which makes a few states enough; all frames nearer together than the shortest beat are computed at once.
Long pieces go through in windows, each of which starts at a beat of the one before.

References
----------
F. Krebs, S. Böck and G. Widmer, "An efficient state-space model for joint tempo and meter tracking", ISMIR 2015, for
the bar pointer, and its semi-Markov form after D. Ellis, "Beat tracking by dynamic programming", JNMR 36(1), 2007.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.progress import Report, silent
from core.rhythm.bars import Labels
from core.rhythm.estimate import FINDING

UPSAMPLING = 2
"""Decoder frames a frame of the activations: a beat at 200 BPM is 13 of the latter, too coarse a step of tempo."""

_OFFSETS = 2.0 ** (np.arange(-3, 4) * 0.055)
"""Local tempo states: the beat's length as a part of the curve's, 12 % up and down."""

_TEMPO_COST = 2.3
"""What it costs to go to the next local tempo, nats."""

_JITTER = 0.02
_JITTER_COST = 0.35
"""A beat may come early or late by this part of its length, at least a frame, at this cost in nats: what playing and
rounding to frames make of a steady beat."""

_WINDOW_FRAMES, _OVERLAP_FRAMES = 8192, 2048
_FLOOR = 0.02
_SPREAD = 16.0
"""Frames that share what is not a beat, as in the observation model of Krebs et al."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """What each decoder frame is worth as a beat.

    Attributes
    ----------
    beat : NDArray[np.float32] [shape=(n_frames,)], nats that a beat which starts no bar gains there
    downbeat : NDArray[np.float32] [shape=(n_frames,)], nats that a downbeat gains there
    barred : NDArray[np.float32] [shape=(n_frames, n_metres)] or None, nats forbidden to each metre there
    """

    beat: NDArray[np.float32]
    downbeat: NDArray[np.float32]
    barred: NDArray[np.float32] | None = None

    def gain(self, start: int, stop: int, labels: Labels) -> NDArray[np.float32]:
        """Return what a beat gains by label [shape=(stop - start, n_labels)]."""
        part = slice(start, stop)
        gain = np.where(labels.is_downbeat, self.downbeat[part, np.newaxis], self.beat[part, np.newaxis])
        if self.barred is not None:
            gain = gain - np.repeat(self.barred[part], labels.metres, axis=1)
        return np.asarray(gain, dtype=np.float32)


@dataclass(frozen=True, eq=False)
class Path:
    """The best beats.

    Attributes
    ----------
    frames : NDArray[np.int64] [shape=(n_beats,)], decoder frames
    labels : NDArray[np.int64] [shape=(n_beats,)], indices of `Labels`
    score : nats that the beats gain
    """

    frames: NDArray[np.int64]
    labels: NDArray[np.int64]
    score: float


def upsampled(activation: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return an activation at the decoder's rate, linearly between frames; frame 0 stays frame 0."""
    if len(activation) < 2:
        return activation
    fine = np.empty((len(activation) - 1) * UPSAMPLING + 1, np.float32)
    for i in range(UPSAMPLING):
        weight = np.float32(i / UPSAMPLING)
        part = activation[:-1] * (1 - weight) + activation[1:] * weight
        fine[i : len(fine) - 1 : UPSAMPLING] = part
    fine[-1] = activation[-1]
    return fine


def evidence_of(beat: NDArray[np.float32], downbeat: NDArray[np.float32]) -> Evidence:
    """Turn probabilities of the decoder's frames into gains in nats."""
    none = np.log(np.maximum(1 - beat, _FLOOR) / (_SPREAD - 1))
    either = np.minimum(downbeat, beat)
    return Evidence(
        beat=(np.log(np.maximum(beat - either, _FLOOR / 2)) - none).astype(np.float32),
        downbeat=(np.log(np.maximum(either, _FLOOR / 2)) - none).astype(np.float32),
    )


def best_paths(
    evidence: Evidence, periods: NDArray[np.float32], labels: Labels, report: Report = silent
) -> tuple[Path, ...]:
    """Find the beats that gain most, for each of some readings of the tempo.

    Parameters
    ----------
    evidence : Evidence
        What a beat gains at each frame.
    periods : NDArray[np.float32] [shape=(n_frames, n_readings)]
        Rough length of a beat around each frame, in frames; the readings are solved together to save time.
    labels : Labels
        Metres to choose from.
    report : Report
        Told the fraction done, window by window; may raise `Cancelled`.

    Returns
    -------
    One path for each reading
    """
    n_frames, n_readings = periods.shape
    parts: list[list[Path]] = [[] for _ in range(n_readings)]
    seeds: list[_Seed | None] = [None] * n_readings
    start = 0
    while True:
        stop = min(n_frames, start + _WINDOW_FRAMES)
        window = _Window(evidence.gain(start, stop, labels), periods[start:stop], labels, seeds)
        following = stop if stop == n_frames else stop - _OVERLAP_FRAMES
        for i in range(n_readings):
            path, states = window.path(i)
            kept = int(np.searchsorted(path.frames, following - start))
            score = path.score * kept / max(1, len(path.frames))
            parts[i].append(Path(path.frames[:kept] + start, path.labels[:kept], score))
            if kept:
                seeds[i] = (
                    int(path.frames[kept - 1]) + start - following,
                    int(states[kept - 1]),
                    int(path.labels[kept - 1]),
                )
            else:
                seeds[i] = None
        if stop == n_frames:
            return tuple(_joined(of_reading) for of_reading in parts)
        start = following
        report(start / n_frames, FINDING)


def _joined(parts: list[Path]) -> Path:
    return Path(
        np.concatenate([part.frames for part in parts]),
        np.concatenate([part.labels for part in parts]),
        float(sum(part.score for part in parts)),
    )


_Seed = tuple[int, int, int]
"""The last beat before a window: its frame, counted from the window's first, its local tempo and its label."""


class _Window:
    """Viterbi's algorithm over one window, for all readings at once.

    `_total` holds what the best beats up to a beat gain, `_ahead` the same after the tempo may have changed, with as
    many rows before the window's first frame as the longest beat has frames: the first beats of the window come from
    there. Both are by label, frame and local tempo. Where a beat came from is not kept but found again on the way back.
    """

    def __init__(
        self,
        gain: NDArray[np.float32],
        periods: NDArray[np.float32],
        labels: Labels,
        seeds: list[_Seed | None],
    ) -> None:
        self._gain, self._labels = np.ascontiguousarray(gain.T), labels
        lengths = np.rint(periods[:, :, np.newaxis] * np.asarray(_OFFSETS, np.float32)).astype(np.int64)
        self._lengths = np.maximum(lengths.reshape(len(gain), -1), 4)
        self._jitters = np.maximum(1, np.rint(self._lengths * _JITTER)).astype(np.int64)
        self._n_states = self._lengths.shape[1]
        self._before = int((self._lengths + self._jitters).max())
        self._total = np.empty((len(labels), len(gain), self._n_states), np.float32)
        self._ahead = np.empty((len(labels), self._before + len(gain), self._n_states), np.float32)
        for i, seed in enumerate(seeds):
            self._start(i, seed)
        shortest = int((self._lengths - self._jitters).min())
        for start in range(0, len(gain), shortest):
            self._advance(start, min(start + shortest, len(gain)))

    def _start(self, reading: int, seed: _Seed | None) -> None:
        rows, states = slice(0, self._before), self._of(reading)
        if seed is None:
            self._ahead[:, rows, states] = -self._labels.start[:, np.newaxis, np.newaxis]
            return
        frame, state, label = seed
        self._ahead[:, rows, states] = -np.inf
        cost = _TEMPO_COST * np.abs(np.arange(len(_OFFSETS)) - state)
        self._ahead[label, max(0, self._before + frame), states] = -cost

    @staticmethod
    def _of(reading: int) -> slice:
        return slice(reading * len(_OFFSETS), (reading + 1) * len(_OFFSETS))

    def _advance(self, start: int, stop: int) -> None:
        """Score the beats at some frames from the beats before them."""
        rows = np.arange(start + self._before, stop + self._before)[:, np.newaxis] - self._lengths[start:stop]
        index = rows * self._n_states + np.arange(self._n_states)
        shift = self._jitters[start:stop] * self._n_states
        ahead = self._ahead.reshape(len(self._labels), -1)
        best = np.maximum(ahead.take(index - shift, axis=1), ahead.take(index + shift, axis=1))
        best -= np.float32(_JITTER_COST)
        np.maximum(best, ahead.take(index, axis=1), out=best)
        labels, total = self._labels, self._total[:, start:stop]
        anywhere = (best - labels.leaving[:, np.newaxis, np.newaxis]).max(axis=0)
        total[:] = best[labels.previous]
        for first in labels.first:
            np.maximum(total[first], anywhere - labels.start[first], out=total[first])
        total += self._gain[:, start:stop, np.newaxis]
        self._pass_on(total, self._ahead[:, self._before + start : self._before + stop])

    @staticmethod
    def _pass_on(total: NDArray[np.float32], ahead: NDArray[np.float32]) -> None:
        """Let the local tempo change by a step after the beats at some frames."""
        ahead[:] = total
        changed = total - np.float32(_TEMPO_COST)
        step = len(_OFFSETS)
        for start in range(0, total.shape[2], step):
            slower, faster = slice(start + 1, start + step), slice(start, start + step - 1)
            np.maximum(ahead[:, :, slower], changed[:, :, faster], out=ahead[:, :, slower])
            np.maximum(ahead[:, :, faster], changed[:, :, slower], out=ahead[:, :, faster])

    def path(self, reading: int) -> tuple[Path, NDArray[np.int64]]:
        """Return the best beats of a reading, and the local tempo of each as an index of `_OFFSETS`."""
        n_frames, states = self._total.shape[1], self._of(reading)
        ends = max(0, n_frames - self._before)
        tail = self._total[:, ends:, states].copy()
        tail[:, np.arange(n_frames - ends, 0, -1)[:, np.newaxis] > self._lengths[ends:, states]] = -np.inf
        label, frame, state = (int(i) for i in np.unravel_index(tail.argmax(), tail.shape))
        score = float(tail[label, frame, state])
        frame += ends
        beats: list[tuple[int, int, int]] = []
        while frame >= 0:
            beats.append((frame, state, label))
            frame, state, label = self._beat_before(states.start, frame, state, label)
        path = np.array(beats[::-1], np.int64).reshape(-1, 3)
        return Path(path[:, 0], path[:, 2], score), path[:, 1]

    def _beat_before(self, band: int, frame: int, state: int, label: int) -> tuple[int, int, int]:
        """Return frame, local tempo and label of the beat before one of the best path."""
        labels = self._labels
        length, jitter = int(self._lengths[frame, band + state]), int(self._jitters[frame, band + state])
        rows = [frame + self._before - length + i * jitter for i in (0, -1, 1)]
        options = self._ahead[:, rows, band + state] - np.array([0.0, _JITTER_COST, _JITTER_COST], np.float32)
        source = int(labels.previous[label])
        if labels.position[label] == 1:
            best = options.max(axis=1)
            anywhere = int((best - labels.leaving).argmax())
            if best[anywhere] - labels.leaving[anywhere] - labels.start[label] > best[source]:
                source = anywhere
        earlier = rows[int(options[source].argmax())] - self._before
        if earlier >= 0:
            lowest = max(0, state - 1)
            near = self._total[source, earlier, band + lowest : band + min(state + 2, len(_OFFSETS))].copy()
            near -= np.float32(_TEMPO_COST) * np.abs(np.arange(lowest, lowest + len(near)) - state)
            state = lowest + int(near.argmax())
        return earlier, state, source
