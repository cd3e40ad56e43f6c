"""Which of the beats starts a bar, and how many beats a bar has.

Two things mark a downbeat in most music: the harmony changes there and the bass plays. Both are measured from beat
to beat, and a chain of positions is laid over the beats that puts position 1 where they are strongest, with a high
price for a bar that is too long or too short.
"""

import numpy as np
from numpy.typing import NDArray

from core.rhythm.grid import FRAME_RATE, NO_BEATS, BeatGrid, tempo_of
from core.spectrum.filter_banks import mel_frequencies

_BASS_HZ = 150.0
_METRES = (4, 3)
_IRREGULAR_BAR = 6.0  # price, in standard deviations of accent, of a bar of another length
_TRIPLE_MARGIN = 0.04  # by how much more a beat must resemble the third one before than the second and the fourth


def find_downbeats(
    beat_times: NDArray[np.float64], decibels: NDArray[np.float32], chroma: NDArray[np.float32]
) -> BeatGrid:
    """Give each beat its place in the bar.

    Parameters
    ----------
    beat_times : NDArray[np.float64] [shape=(n_beats,)], seconds
    decibels : NDArray[np.float32] [shape=(n_frames, 128)], log mel spectrum
    chroma : NDArray[np.float32] [shape=(n_frames, 12)]

    Returns
    -------
    BeatGrid; its bars have four beats where there is nothing to tell
    """
    if not len(beat_times):
        return NO_BEATS
    if len(beat_times) < 2 * _METRES[0]:
        positions = np.arange(len(beat_times)) % 4 + 1
        return BeatGrid(beat_times, positions, tempo_of(beat_times), 4)
    frames = np.clip(np.round(beat_times * FRAME_RATE).astype(int), 0, len(decibels) - 1)
    metre = _metre(_mean_between(decibels, frames))
    accent = _harmonic_change(_mean_between(chroma, frames)) + 0.5 * _bass_onset(frames, decibels)
    return BeatGrid(beat_times, _positions(accent, metre), tempo_of(beat_times), metre)


def _mean_between(track: NDArray[np.float32], frames: NDArray[np.int64]) -> NDArray[np.float64]:
    """Mean of a track from each beat to the next, the last to the end [shape=(n_beats, n_bands)]."""
    lengths = np.maximum(np.diff(np.append(frames, len(track))), 1)
    return np.asarray(np.add.reduceat(track, frames, axis=0) / lengths[:, np.newaxis], dtype=np.float64)


def _metre(timbre: NDArray[np.float64]) -> int:
    """3 where the beats repeat every third rather than every fourth time, 4 otherwise."""
    if len(timbre) < 4 * _METRES[0]:
        return 4
    shape = timbre - timbre.mean(axis=0)
    shape /= np.maximum(np.linalg.norm(shape, axis=1, keepdims=True), 1e-9)

    def likeness(lag: int) -> float:
        return float(np.mean(np.sum(shape[lag:] * shape[:-lag], axis=1)))

    triple = likeness(3) - (likeness(2) + likeness(4)) / 2
    longer = likeness(6) - likeness(8)
    return 3 if min(triple, triple + longer) > _TRIPLE_MARGIN else 4


def _bass_onset(frames: NDArray[np.int64], decibels: NDArray[np.float32]) -> NDArray[np.float64]:
    """How much louder the bass gets at each beat."""
    level = decibels[:, mel_frequencies() < _BASS_HZ].mean(axis=1)
    after = np.stack([level[np.minimum(frames + i, len(level) - 1)] for i in (0, 1, 2, 3)])
    before = np.stack([level[np.maximum(frames - i, 0)] for i in (2, 3, 4)])
    return _standardised(np.maximum(after.max(axis=0) - before.min(axis=0), 0))


def _harmonic_change(chroma: NDArray[np.float64]) -> NDArray[np.float64]:
    """How different the two beats from here on are from the two before."""
    unit = chroma / np.maximum(np.linalg.norm(chroma, axis=1, keepdims=True), 1e-9)
    before = unit[:-2] + unit[1:-1]
    after = unit[2:] + np.vstack([unit[3:], unit[-1:]])
    norms = np.linalg.norm(before, axis=1) * np.linalg.norm(after, axis=1)
    change = 1 - np.sum(before * after, axis=1) / np.maximum(norms, 1e-9)
    return _standardised(np.concatenate([np.full(2, change.mean()), change]))


def _standardised(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray((values - values.mean()) / max(float(values.std()), 1e-9))


def _positions(accent: NDArray[np.float64], metre: int) -> NDArray[np.int64]:
    """Return the best chain of positions 1 to `metre`; out of order costs `_IRREGULAR_BAR`."""
    price = np.full((metre, metre), _IRREGULAR_BAR)
    price[np.arange(metre), (np.arange(metre) + 1) % metre] = 0
    total = np.zeros(metre)
    total[0] = accent[0]
    came_from = np.zeros((len(accent), metre), np.int64)
    for i in range(1, len(accent)):
        options = total[:, np.newaxis] - price
        came_from[i] = options.argmax(axis=0)
        total = options.max(axis=0)
        total[0] += accent[i]
    positions = np.empty(len(accent), np.int64)
    positions[-1] = total.argmax()
    for i in range(len(accent) - 1, 0, -1):
        positions[i - 1] = came_from[i, positions[i]]
    return positions + 1
